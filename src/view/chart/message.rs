//! What a measure's chart says, in a sentence.

use std::cmp::Ordering;

use super::gather::{Gathered, printed, rate};
use crate::model::{Figure, Level, Measure};
use crate::terms::{
    Amount, Basis, Nearness, Polarity, Quarter, Unit, figure_text, month_name, rounded,
};

/// "6.3% in August 2019, above the target of 4.4%."
pub(super) fn headline(gathered: &Gathered<'_>) -> String {
    let measure = gathered.measure;
    let Some(figure) = measure.current.figure() else {
        return without_figure(gathered);
    };
    let Some(amount) = figure.amount() else { return without_figure(gathered) };
    let unit = gathered.unit.as_ref();
    let own = Figure { unit: None, covers: None, ..figure.clone() };
    let level = gathered.level();
    let profiled = level.and_then(|level| level.profiled(gathered.now.number));
    let target = profiled.or(level.map(|level| level.amount));
    let places = target.map_or(measure.places, |target| places_beside(measure, amount, target));
    let text = own.text_of(amount, printed(unit), places) + &rate(unit);
    let text = match &figure.covers {
        Some(covers) if covers.to_string().contains(" to ") => format!("{text} for {covers}"),
        Some(covers) => format!("{text} in {covers}"),
        None => format!("{text} {}", when(measure, gathered.now)),
    };
    let (Some(level), Some(target)) = (level, target) else {
        if measure.target.level().is_some() {
            return format!("{text}; the target is in another unit.");
        }
        let target = measure.target.text(measure.unit.as_ref(), measure.places);
        return format!("{text}. Target: {target}.");
    };
    // A level to reach is shown in full: rounded, it might not suffice.
    let shown = |amount| figure_text(amount, printed(unit), measure.places_in_full(amount));
    let builds_up = matches!(measure.basis, Some(Basis::Cumulative | Basis::Quarter))
        && (gathered.unit.as_ref().is_none_or(Unit::adds_up) || gathered.builds_up());
    let is_alone = measure.is_sum_of_quarters();
    if builds_up && profiled.is_none() && (is_alone || gathered.year_end() > gathered.now) {
        let bound = match measure.polarity {
            Some(Polarity::Lower) => "at most ",
            Some(Polarity::Higher) => "at least ",
            _ => "",
        };
        let target = shown(level.amount);
        return format!("{text}; the target for the whole year is {bound}{target}.");
    }
    if !is_for_one_time(figure, level) {
        let places = measure.places_in_full(level.amount);
        return format!("{text}. Target: {}.", level.text(printed(unit), places));
    }
    let called = if profiled.is_some() && target != level.amount {
        "the target by now"
    } else {
        "the target"
    };
    let target_text = shown(target);
    // What is only a bound lies beyond it.
    let may_be_less = matches!(figure.nearness, None | Some(Nearness::Under | Nearness::Almost));
    let may_be_more = matches!(figure.nearness, None | Some(Nearness::Over));
    let stands = match amount.decimal().cmp(&target.decimal()) {
        Ordering::Equal if figure.nearness.is_none() => "exactly",
        Ordering::Less | Ordering::Equal if may_be_less => "below",
        Ordering::Greater | Ordering::Equal if may_be_more => "above",
        _ => return format!("{text}; {called} is {target_text}."),
    };
    format!("{text}, {stands} {called} of {target_text}.")
}

/// As many decimal places as the measure is printed with, or more where the figure is not seen to be above or below the
/// target with them.
pub(super) fn places_beside(measure: &Measure, amount: Amount, target: Amount) -> Option<u8> {
    let (amount, target) = (amount.decimal(), target.decimal());
    let is_seen = |places: &u8| rounded(amount, *places).cmp(&target) == amount.cmp(&target);
    (measure.places?..=12).find(is_seen)
}

/// A figure for six months is neither above nor below a target for the year.
fn is_for_one_time(figure: &Figure, level: &Level) -> bool {
    let is_a_month = figure.covers.as_ref().is_none_or(|covers| covers.months() <= 1);
    is_a_month && figure.qualifier.is_none() && level.qualifier.is_none() && level.covers.is_none()
}

fn without_figure(gathered: &Gathered<'_>) -> String {
    let name = gathered.report.quarter_name(gathered.now);
    let why = gathered.known.get(&gathered.now).map(|one| one.text.as_str()).unwrap_or_default();
    let last = gathered.known.iter().rev().find(|(_, one)| one.amount.is_some());
    match last {
        Some((quarter, one)) => format!(
            "No one figure for {name} ({why}). The last known is {} for {}.",
            one.text,
            gathered.report.quarter_name(*quarter)
        ),
        None => format!("No one figure for {name} ({why})."),
    }
}

/// "at the end of September 2019"
fn when(measure: &Measure, now: Quarter) -> String {
    let end = format!("{} {}", month_name(now.number.months().1), now.calendar_year());
    match measure.basis {
        Some(Basis::Cumulative) => format!("by the end of {end}"),
        Some(Basis::Quarter) => format!("in {}", now.months_text()),
        Some(Basis::Forecast) => format!("forecast at the end of {end}"),
        Some(Basis::Annual) => format!("for {}", now.year),
        _ => format!("at the end of {end}"),
    }
}
