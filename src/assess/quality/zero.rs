//! A 0 that looks like a missing figure, and a target of 0 that nobody explains.

use rust_decimal::Decimal;

use super::case::{Case, Number};
use super::doubt::{Concern, DoubtKind};
use super::words::says;
use crate::model::Origin;
use crate::terms::Polarity;

/// What is far from 0. Of something that happens ten times a year on average, none at all in a year happens
/// by chance once in 20,000 years.
const FAR: i64 = 10;

/// Words by which a commentary says that the 0 is meant …
const NONE: [&str; 7] = ["0", "0%", "nil", "no", "none", "nothing", "zero"];

/// … unless it says that there is no figure.
const NO_FIGURE: [&str; 5] = ["available", "data", "provided", "received", "supplied"];

/// A current figure of 0 where last year's actual and the target are both at least 10, cut to the months
/// that it covers; or nothing but zeros in a row in which 0 is not the aim. A commentary or a note that
/// speaks of none is explanation enough.
pub(super) fn missing(case: &Case<'_>) -> Vec<Concern> {
    let Some(current) = case.current().filter(|number| number.decimal().is_zero()) else {
        return Vec::new();
    };
    let (last_year, target) = (case.last_year(), case.target());
    let others: Vec<&Number<'_>> = [&last_year, &target].into_iter().flatten().collect();
    let all_far = others.len() == 2 && others.iter().all(|other| is_far(other, case.months()));
    let all_zero = !others.is_empty() && others.iter().all(|other| other.decimal().is_zero());
    let zero_is_the_aim = case.measure.polarity == Some(Polarity::Lower);
    let what = if all_far {
        let others: Vec<String> =
            others.iter().map(|other| format!("{} is {}", other.called, other.text())).collect();
        format!("The current figure is {}, but {}.", current.text(), others.join(" and "))
    } else if all_zero && !zero_is_the_aim {
        "Every figure of the row is 0.".to_owned()
    } else {
        return Vec::new();
    };
    if case.texts().any(|text| says(text, &NONE) && !says(text, &NO_FIGURE)) {
        return Vec::new();
    }
    vec![Concern::new(
        DoubtKind::ZeroForMissing,
        what,
        "If there is no figure, give the reason instead, such as \"not provided\"; if 0 is right, say so in the commentary.",
    )]
}

/// A target of 0 without a note, a qualifier or a word of it in the commentary, where last year's actual (or,
/// without one, the current figure) is not 0. Where lower is better, 0 is an aim that one can have from below
/// 10, and only doubted from there.
pub(super) fn target(case: &Case<'_>) -> Vec<Concern> {
    let Some(level) = case.measure.target.level() else { return Vec::new() };
    if !level.amount.decimal().is_zero() || level.origin != Origin::Given {
        return Vec::new();
    }
    let Some(beside) = case.last_year().or_else(|| case.current()) else { return Vec::new() };
    let is_near = match case.measure.polarity {
        Some(Polarity::Lower) => !is_far(&beside, 12),
        _ => beside.decimal().is_zero(),
    };
    let figures = case.measure.said.figures.as_ref();
    let target = figures.and_then(|figures| figures.target.as_ref()?.full());
    let has_note = target.is_some_and(|target| target.note.is_some() || target.qualifier.is_some())
        || case.measure.said.note.is_some();
    let explained = has_note || case.texts().any(|text| says(text, &["target", "targets"]));
    if is_near || explained {
        return Vec::new();
    }
    let what =
        format!("The target is 0, {} is {}, and nothing says why.", beside.called, beside.text());
    vec![Concern::new(
        DoubtKind::TargetZero,
        what,
        "Give the target, or the reason that there is none, such as \"not set\"; if 0 is meant, add a note.",
    )]
}

fn is_far(number: &Number<'_>, months: i64) -> bool {
    let part = number.decimal().abs().checked_mul(Decimal::from(months));
    part.is_none_or(|part| part >= Decimal::from(FAR * 12))
}
