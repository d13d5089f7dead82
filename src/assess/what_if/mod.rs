//! What if the remaining quarters came out so: the same verdicts on figures that nobody reported.
//!
//! Nothing here touches a report: the supposed figures stand in a report of their own, which is judged beside
//! what is known and then thrown away.

mod needed;
mod parts;

use std::rc::Rc;

pub use needed::{Needed, NeededQuarter, needed};
use rust_decimal::Decimal;

use super::outlook::so_far;
use super::verdict::{Draft, Reason};
use super::{Assessment, Judged};
use crate::document;
use crate::model::{Content, Figure, History, Measure, Past, Report, Rule, Value};
use crate::terms::{Amount, Basis, Period, Quarter, QuarterNumber, ReportKind, Span, Unit, Year};

/// The verdicts on supposed figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The quarter as at whose end they are given: the last one that was supposed.
    pub as_at: Quarter,
    /// The figure from which it starts: of quarters that each stand alone, their sum so far.
    pub so_far: Amount,
    /// The figure that the supposed ones lead to by then.
    pub figure: Amount,
    /// The verdicts.
    pub judged: Judged,
}

/// The quarters of the report's year that are still to come.
#[must_use]
pub fn remaining(report: &Report) -> Vec<Quarter> {
    let Some(now) = report.period.quarter() else { return Vec::new() };
    let later = QuarterNumber::ALL.into_iter().filter(|number| *number > now.number);
    later.map(|number| Quarter { number, ..now }).collect()
}

/// Whether the year's figure is the sum of what its quarters bring, so that what a quarter brings is supposed.
#[must_use]
pub fn makes_up_the_year(measure: &Measure) -> bool {
    let adds_up = measure.unit.as_ref().is_some_and(Unit::adds_up);
    matches!(measure.basis, Some(Basis::Cumulative | Basis::Quarter)) && adds_up
}

/// Whether what a quarter brings is added to the figure that there is.
#[must_use]
pub fn is_added_up(measure: &Measure) -> bool {
    makes_up_the_year(measure) && measure.basis == Some(Basis::Cumulative)
}

/// What a quarter's figure begins with, given the figure at the end of the quarter before: that figure where what
/// each quarter brings is added up; else, and where the measure's own year starts anew, nothing.
#[must_use]
pub fn stands_on(measure: &Measure, quarter: Quarter, before: Amount) -> Amount {
    let restarts = measure.year == Year::Academic && quarter.number == QuarterNumber::Two;
    if is_added_up(measure) && !restarts { before } else { Decimal::ZERO.into() }
}

/// The verdicts if the remaining quarters came out as supposed. Of a count over the year, what each quarter brings
/// is supposed, and one without those before it is not looked at; of other measures the figure at its end. They are
/// judged by the measure's own rule or `under` another.
///
/// # Errors
///
/// Says why nothing can be supposed of this measure.
pub fn what_if(
    history: &History,
    report: usize,
    measure: usize,
    supposed: &[(QuarterNumber, Amount)],
    under: Option<&Rule>,
) -> Result<Option<WhatIf>, String> {
    let this = &history.reports()[report];
    let row = &this.measures[measure];
    let (now, so_far, own) = start(history, (report, measure)).map_err(|reason| reason.clause)?;
    let mut known = known_quarters(history, (report, measure), now);
    let mut as_at = None;
    let (mut figure, mut stated) = (so_far, own);
    for quarter in remaining(this) {
        let Some((_, amount)) = supposed.iter().find(|(number, _)| *number == quarter.number)
        else {
            if makes_up_the_year(row) {
                break;
            }
            continue;
        };
        known.push((as_at.unwrap_or(now), stated));
        let stands_alone = row.is_sum_of_quarters();
        let base = if stands_alone { figure } else { stands_on(row, quarter, figure) };
        let sum = base.decimal().checked_add(amount.decimal());
        figure = sum.ok_or_else(|| Reason::too_large().clause)?.into();
        stated = if stands_alone { *amount } else { figure };
        as_at = Some(quarter);
    }
    let Some(as_at) = as_at else { return Ok(None) };
    let history = supposed_history(this, row, as_at, stated, &known);
    let assessment = match under {
        Some(rule) => Assessment::under(&history, 0, rule),
        None => Assessment::of(&history, 0),
    };
    let judged = assessment.measures.into_iter().next();
    Ok(judged.map(|judged| WhatIf { as_at, so_far, figure, judged }))
}

/// What the same quarter brought in earlier years, latest first, with its name: of a count over the year what it
/// added, of other measures the figure at its end.
#[must_use]
pub fn same_quarters(
    history: &History,
    report: usize,
    measure: usize,
    quarter: Quarter,
) -> Vec<(String, Amount)> {
    let this = &history.reports()[report];
    let known = known_quarters(history, (report, measure), quarter);
    before(this, &this.measures[measure], quarter, &known)
}

fn before(
    this: &Report,
    row: &Measure,
    quarter: Quarter,
    known: &[(Quarter, Amount)],
) -> Vec<(String, Amount)> {
    let mut before = Vec::new();
    let mut then = quarter.last_year();
    let earliest = known.iter().map(|(quarter, _)| quarter.year).min();
    while earliest.is_some_and(|earliest| then.year >= earliest) {
        if let Some(amount) = brought(row, known, then) {
            before.push((this.quarter_name(then), Amount::from(amount)));
        }
        then = then.last_year();
    }
    before
}

/// What a quarter brought.
fn brought(row: &Measure, known: &[(Quarter, Amount)], then: Quarter) -> Option<Decimal> {
    if is_added_up(row) {
        return added(known, then);
    }
    known.iter().find(|(one, _)| *one == then).map(|(_, amount)| amount.decimal())
}

/// The quarter, the figure so far from which to start, and the quarter's own.
fn start(history: &History, at: (usize, usize)) -> Result<(Quarter, Amount, Amount), Reason> {
    let report = &history.reports()[at.0];
    let measure = &report.measures[at.1];
    let now = super::current::quarter(report)?;
    if measure.basis == Some(Basis::Annual) {
        return Err(Reason::new(
            "Annual",
            "it is published once a year, and has no quarters to suppose",
        ));
    }
    let figure = super::current::current(measure)?;
    if let (Some(own), Some(unit)) = (&figure.unit, &measure.unit)
        && own != unit
    {
        return Err(Reason::new(
            "Other unit",
            "the current figure is in another unit than the measure",
        ));
    }
    let own = super::current::one_number(figure)?;
    let sum = measure.is_sum_of_quarters().then(|| so_far(history, at, &mut Draft::unwritten()));
    Ok((now, sum.transpose()?.unwrap_or(own), own))
}

/// Every earlier quarter of which the figure is known.
fn known_quarters(history: &History, row: (usize, usize), now: Quarter) -> Vec<(Quarter, Amount)> {
    history
        .earlier_quarters(row.0, row.1)
        .into_iter()
        .filter(|(quarter, _)| *quarter < now)
        .filter_map(|(quarter, past)| match past {
            Past::Known(figure) => Some((quarter, figure.amount)),
            _ => None,
        })
        .collect()
}

/// A history of one report, in which one measure stands with its supposed figure and all that is known of it.
fn supposed_history(
    this: &Report,
    row: &Measure,
    as_at: Quarter,
    figure: Amount,
    known: &[(Quarter, Amount)],
) -> History {
    let document = crate::document::Report::empty(Period::Quarter(as_at));
    let (mut report, _) = Report::from_document("what if", Rc::new(document));
    report.kind = ReportKind::Quarterly;
    report.years = this.years;
    report.rule.clone_from(&this.rule);
    report.ranges = this.ranges;
    let value = |amount| Value::Figure(Figure::of(Content::Amount(amount)));
    let earlier = known.iter().filter_map(|(quarter, amount)| {
        Some((quarter.to_string().parse::<Span>().ok()?, value(*amount)))
    });
    let said = document::Measure {
        judgement: None,
        published: None,
        ..document::Measure::clone(&row.said)
    };
    report.measures.push(Measure {
        // What is supposed may be finer than the report prints, and is told as it was typed.
        places: row.places_in_full(figure),
        said: Rc::new(said),
        current: value(figure),
        earlier: earlier.collect(),
        same_period_last_year: None,
        change_on_last_year: None,
        previous_quarter: None,
        ..row.clone()
    });
    History::new(vec![Rc::new(report)])
}

/// What each quarter added, from figures for the year so far.
fn added(known: &[(Quarter, Amount)], quarter: Quarter) -> Option<Decimal> {
    let at = |wanted: Quarter| {
        known.iter().find(|(one, _)| *one == wanted).map(|(_, amount)| amount.decimal())
    };
    if quarter.number == QuarterNumber::One {
        return at(quarter);
    }
    at(quarter)?.checked_sub(at(quarter.previous())?)
}
