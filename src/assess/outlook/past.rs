//! What is asked of a row to see whether an outlook came true.

use rust_decimal::Decimal;

use super::super::course::course;
use super::super::current::polarity;
use super::super::verdict::{Draft, Reason};
use super::building::shown_by;
use super::goal::Goal;
use super::subject::{Method, Subject};
use super::years::to_date;
use crate::model::History;
use crate::terms::{Amount, Basis, Mark, Unit};

/// The outturn of the year that a report closes, with its unit; none where the year is not over by then, or
/// where there is no one number that was counted.
pub(in crate::assess) fn outturn(
    history: &History,
    row: (usize, usize),
) -> Option<(Amount, Option<Unit>)> {
    let mut unused = Draft::unwritten();
    let subject = Subject::new(history, row, &mut unused).ok()?;
    let is_counted =
        subject.figure.nearness.is_none() && !subject.figure.marks.contains(&Mark::Projected);
    if !is_counted || subject.method().ok()? != Method::Outturn {
        return None;
    }
    let outturn = to_date(&subject, &mut unused).ok()?;
    Some((outturn, subject.measure.unit.clone()))
}

/// The figure for the year so far, or why it cannot be said; with each quarter where they stand for themselves.
pub(in crate::assess) fn so_far(
    history: &History,
    row: (usize, usize),
    derivation: &mut Draft,
) -> Result<Amount, Reason> {
    let subject = Subject::new(history, row, derivation)?;
    subject.method()?;
    to_date(&subject, derivation)
}

/// The goal of a row and its unit. What is published once a year has none here: nothing is projected for it.
pub(in crate::assess) fn goal(
    history: &History,
    (report, measure): (usize, usize),
    near: Option<Decimal>,
) -> Option<(Goal, Option<Unit>)> {
    let measure = history.reports().get(report)?.measures.get(measure)?;
    if measure.basis == Some(Basis::Annual) {
        return None;
    }
    let level = measure.target.level()?;
    let goal = Goal::new(level, polarity(measure).ok()?, near).ok()?;
    Some((goal, level.unit.clone().or_else(|| measure.unit.clone())))
}

/// Whether the figure as it stands meets the target: a count that builds up, what it should be by now. None
/// where the two cannot be compared.
pub(in crate::assess) fn is_met_now(
    history: &History,
    row: (usize, usize),
    goal: Goal,
) -> Option<bool> {
    let mut unused = Draft::unwritten();
    let subject = Subject::new(history, row, &mut unused).ok()?;
    if subject.figure.nearness.is_some() {
        return None;
    }
    let (measure, level) = (&subject.measure, subject.level);
    let now = (subject.quarter, shown_by(&subject).is_some());
    let course = course(measure, level, subject.figure, now, &mut unused).ok()?;
    Some(goal.at(course.amount.decimal()).is_met_by(subject.value.decimal()))
}
