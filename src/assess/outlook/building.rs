//! Whether a percentage or a rate for the year so far builds up to the year's: the council tax collected does, the
//! share of reviews held in time does not. Its unit says neither, so what is known of the measure has to.

use rust_decimal::Decimal;

use super::super::course::{adds_up, months_elapsed};
use super::super::verdict::Draft;
use super::subject::Subject;
use super::years::{EarlierYear, comparable, earlier_years};
use crate::model::History;
use crate::terms::{Amount, Basis, QuarterNumber};

/// What shows that the figures of a row build up, in words; none where nothing does, or where what is known is divided.
pub(in crate::assess) fn builds_up(history: &History, row: (usize, usize)) -> Option<&'static str> {
    shown_by(&Subject::new(history, row, &mut Draft::unwritten()).ok()?)
}

/// The same of a measure that an outlook is for.
pub(super) fn shown_by(subject: &Subject<'_>) -> Option<&'static str> {
    let is_rate = adds_up(&subject.measure) == Some(false);
    if !is_rate || subject.measure.basis != Some(Basis::Cumulative) {
        return None;
    }
    let months = |number| months_elapsed(subject.own_year(), number);
    // The earlier in the year, the plainer it is: three quarters of a year's tax are nearly all of it.
    let level = subject.level;
    let mut numbers = QuarterNumber::ALL;
    numbers.sort_unstable_by_key(|number| months(*number));
    let mut numbers = numbers.into_iter().filter(|number| months(*number) < 12);
    let profiled = numbers.find_map(|number| Some((level.profiled(number)?, months(number))));
    if let Some((first, months)) = profiled {
        let words = "the target's own profile grows through the year";
        let end = level.profiled(QuarterNumber::Four).filter(|_| !subject.runs_to_august());
        let end = end.unwrap_or(level.amount);
        return is_a_part(first, end, (months, 12)).then_some(words);
    }
    let known = subject.earlier_quarters();
    // The figures of a year of the measure's own before its end, each with the months that had passed.
    let within = |start: i16| {
        let of_year = known.iter().filter(move |(quarter, _)| {
            subject.own_year_start(**quarter) == start && months(quarter.number) < 12
        });
        of_year.filter_map(|(quarter, past)| {
            comparable(subject, past).map(|(amount, _)| (amount, months(quarter.number)))
        })
    };
    let this_year = subject.own_year_start(subject.quarter);
    let years = earlier_years(subject, &mut Draft::unwritten());
    if !years.is_empty() {
        let is_part = |one: &EarlierYear| {
            let first = within(this_year - one.ago).next().unwrap_or((one.then, subject.months()));
            is_a_part(first.0, one.outturn, (first.1, 12))
        };
        let words = "in each earlier year its first figure was nearer to the share of the months than to all of the outturn";
        return years.iter().all(is_part).then_some(words);
    }
    if subject.runs_to_august() {
        // The outturn of a school year is the figure of no quarter, but its quarters show as much.
        let grew = |start: i16| {
            let (first, last) = (within(start).next()?, within(start).last()?);
            (first.1 < last.1).then(|| is_a_part(first.0, last.0, (first.1, last.1)))
        };
        let mut grew = (this_year - 3..this_year).filter_map(grew).peekable();
        if grew.peek().is_some() {
            let words =
                "in each earlier academic year it grew more as the months did than it stayed";
            return grew.all(|one| one).then_some(words);
        }
    }
    let (first, months) = within(this_year).next()?;
    let words = "since its first figure this year it grew more as the months did than it stayed";
    let is_before = months < subject.months();
    (is_before && is_a_part(first, subject.value, (months, subject.months()))).then_some(words)
}

/// Whether a figure is nearer to the part of another that fell to its months than to all of it.
fn is_a_part(figure: Amount, whole: Amount, (months, of): (i64, i64)) -> bool {
    let share = figure.decimal().checked_div(whole.decimal());
    let midway = Decimal::from(months + of).checked_div(Decimal::from(2 * of));
    share.zip(midway).is_some_and(|(share, midway)| {
        (share.is_zero() || share.is_sign_positive()) && share < midway
    })
}
