//! A figure that seems not to have been brought up to date.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::case::{Case, Number};
use super::doubt::{Concern, DoubtKind};
use crate::terms::{Basis, Quarter, QuarterNumber};

/// A figure of two digits or more that is repeated in two other periods is doubted. One digit (3 exclusions,
/// quarter after quarter) is repeated by chance.
const TWO_DIGITS: i128 = 10;

/// A figure of four digits or more that is last year's, or that of the quarter before, to the last digit is doubted on its
/// own: of figures that move by some percent, one in some hundred does that by chance, and of those with three
/// digits every tenth or so. For the quarter before, zeros at the end do not count: 12,000 may be a plan or a limit.
const FOUR_DIGITS: i128 = 1_000;

/// Words by which a commentary or a note says that the figure is meant to be the same.
const SAME: [&str; 12] = [
    "equal",
    "identical",
    "level",
    "maintained",
    "remained",
    "remains",
    "same",
    "stable",
    "static",
    "steady",
    "unchanged",
    "latest",
];

/// The current figure where it is the same to the last digit in three periods (this quarter, the two before,
/// the same quarter of last year, last year's end), or has four digits and is last year's or, unless it is the
/// target, that of the quarter before.
///
/// 0 and 100% can stay for good reasons; figures published once a year or each term stay until the next; and a
/// row whose commentary or note speaks of it is left alone.
pub(super) fn repeated(case: &Case<'_>) -> Vec<Concern> {
    let Some((now, quarter)) = case.current().zip(case.quarter()) else { return Vec::new() };
    let stays = matches!(case.measure.basis, Some(Basis::Annual | Basis::Termly | Basis::Arrears));
    let digits = now.decimal().abs().normalize().mantissa();
    let is_all = now.decimal() == Decimal::ONE_HUNDRED;
    if stays || is_all || digits < TWO_DIGITS || now.nearness.is_some() {
        return Vec::new();
    }
    let same: Vec<(Quarter, Number<'_>)> =
        others(case, quarter).into_iter().filter(|(_, other)| is_same(&now, other)).collect();
    let is_last_years = digits >= FOUR_DIGITS
        && same.iter().any(|(then, _)| then.year < quarter.year && *then != quarter.previous());
    let is_the_quarter_befores = significant(now.decimal()) >= FOUR_DIGITS
        && same.iter().any(|(then, _)| *then == quarter.previous())
        && case.target().is_none_or(|target| target.decimal() != now.decimal());
    if same.len() < 2 && !is_last_years && !is_the_quarter_befores {
        return Vec::new();
    }
    if case.texts().any(|text| super::words::says(text, &SAME)) {
        return Vec::new();
    }
    let called: Vec<&str> = same.iter().map(|(_, other)| other.called.as_ref()).collect();
    let what = format!("The current figure, {}, is also {}.", now.text(), called.join(" and "));
    vec![Concern::new(
        DoubtKind::Repeated,
        what,
        "Check that the figure was brought up to date; if it really is the same, say so in the commentary.",
    )]
}

/// The digits of a number without the zeros at its ends: 84.30 has 843 and 12,000 has 12.
fn significant(number: Decimal) -> i128 {
    let mut digits = number.abs().normalize().mantissa();
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
    }
    digits
}

fn is_same(a: &Number<'_>, b: &Number<'_>) -> bool {
    // As written: 84.0 is not a repeated 84.
    a.amount == b.amount
        && a.amount.places() == b.amount.places()
        && a.unit == b.unit
        && a.nearness == b.nearness
        && (a.covers.is_none() || a.covers != b.covers)
}

/// The figures of other periods, each period once.
fn others<'h>(case: &Case<'h>, quarter: Quarter) -> BTreeMap<Quarter, Number<'h>> {
    let before = quarter.previous().previous();
    let year_end = Quarter { year: quarter.year.previous(), number: QuarterNumber::Four };
    let filed = |quarter| case.filed(quarter, |quarter| format!("the figure for {quarter}"));
    let numbers = [
        (quarter.last_year(), case.same_period().or_else(|| filed(quarter.last_year()))),
        (year_end, case.last_year()),
        (quarter.previous(), case.previous_quarter()),
        (before, filed(before)),
    ];
    numbers.into_iter().filter_map(|(quarter, number)| Some((quarter, number?))).collect()
}
