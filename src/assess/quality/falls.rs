//! A cumulative figure that is lower than a quarter before.

use super::super::words::sentence;
use super::case::{Case, Number};
use super::doubt::{Concern, DoubtKind};
use crate::terms::{Basis, Year};

/// What builds up over a year (a count, money, or a rate that is seen to) and is lower than it was a quarter before in
/// the same year.
///
/// Not in the quarter in which its year starts: Quarter 1, or Quarter 2 for the academic year, which starts in
/// September. A sum below zero is a net one, which can fall. Any other share or rate can fall. A figure that
/// is marked as revised, is only approximate or covers
/// another time than the year to date is left alone.
pub(super) fn falls(case: &Case<'_>) -> Vec<Concern> {
    let Some(quarter) = case.quarter() else { return Vec::new() };
    let is_cumulative = case.measure.basis == Some(Basis::Cumulative) && case.builds_up();
    if !is_cumulative || case.year_starts(quarter) {
        return Vec::new();
    }
    let (Some(now), Some(before)) = (case.current(), case.previous_quarter()) else {
        return Vec::new();
    };
    let comparable = [&now, &before]
        .into_iter()
        .all(|number| is_to_date(number, case.measure.year) && case.adds_up(number.unit));
    let is_net = now.decimal().is_sign_negative();
    if !comparable
        || is_net
        || now.is_revised
        || now.unit != before.unit
        || now.decimal() >= before.decimal()
    {
        return Vec::new();
    }
    let year = match case.measure.year {
        Year::Financial => "financial",
        Year::Academic => "academic",
    };
    let what = format!(
        "{}, {}, is lower than {}, {}, though it counts from the start of the same {year} year.",
        sentence(&now.called),
        now.text(),
        before.called,
        before.text()
    );
    vec![Concern::new(
        DoubtKind::CumulativeFalls,
        what,
        "Check whether the figure is for the quarter alone; mark it as revised if the earlier one was wrong.",
    )]
}

fn is_to_date(number: &Number<'_>, year: Year) -> bool {
    let start = match year {
        Year::Financial => 4,
        Year::Academic => 9,
    };
    let starts_with_year =
        number.covers.is_none_or(|span| (span.first().month(), span.first().day()) == (start, 1));
    starts_with_year && number.nearness.is_none()
}
