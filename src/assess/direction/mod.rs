//! Direction of travel: the current figure beside earlier ones, by each comparison that bodies publish.
//!
//! Each way to compare makes two numbers ([`weighed::Weighed`]): the same period and the year before
//! (`single`), the quarter before (`quarters`), a mean or a straight line (`series`). [`outcome`] says what
//! the difference between them means, `parts` rolls up figures in parts, and `words` says it.

mod outcome;
mod parts;
mod quarters;
mod series;
mod single;
mod subject;
mod weighed;
mod words;

use std::rc::Rc;

use subject::Subject;

use super::question::{Asked, Question};
use super::verdict::{Draft, Reason, RuleText, Verdict};
use crate::model::{ComparedTo, Comparison, Content, History};
use crate::terms::Direction;

/// The direction of travel by one comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Travelled {
    /// What the comparison is called: "Previous quarter".
    pub label: String,
    /// The direction of the whole.
    pub verdict: Verdict<Direction>,
    /// Where the figure is in parts: the label and the direction of each.
    pub parts: Vec<(String, Verdict<Direction>)>,
}

/// Judges a measure's direction of travel against the same period last year.
///
/// "The same" is equality at the decimal places that the measure is printed with, or exact equality where
/// the file does not say how many.
#[must_use]
pub fn direction(history: &History, report: usize, measure: usize) -> Verdict<Direction> {
    travelled(history, report, measure, &Comparison::default()).verdict
}

/// Judges a measure's direction of travel by a comparison.
///
/// The same period last year beside the previous quarter, or a short trend beside a long one, is two of them.
#[must_use]
pub fn travelled(
    history: &History,
    report: usize,
    measure: usize,
    comparison: &Comparison,
) -> Travelled {
    let row = (report, measure);
    let whole = verdict(history, row, &[], comparison);
    let current = history.reports()[row.0].measures[row.1].current.figure();
    let parts: Vec<(String, Verdict<Direction>)> = current
        .map(parts::labels)
        .unwrap_or_default()
        .into_iter()
        .map(|labels| (labels.join(", "), verdict(history, row, &labels, comparison)))
        .collect();
    let verdict = parts::rolled_up(whole, &parts);
    Travelled { label: comparison.label(), verdict, parts }
}

/// The same for a whole report, with its derivation written when it is asked for; figures in parts have theirs at
/// once, as the direction of the whole says those of its parts.
pub(super) fn travelled_on_demand(
    question: &Rc<Question>,
    comparison: &Comparison,
    place: usize,
) -> Travelled {
    let (history, row) = (&question.history, (question.report, question.measure));
    let current = &history.reports()[row.0].measures[row.1].current;
    if matches!(current.figure().map(|figure| &figure.content), Some(Content::Parts { .. })) {
        return travelled(history, row.0, row.1, comparison);
    }
    let found = decide(history, row, &[], comparison, &mut Draft::unwritten());
    let verdict = Verdict::on_demand(found, question, Asked::Direction(place));
    Travelled { label: comparison.label(), verdict, parts: Vec::new() }
}

/// The direction of the part with these labels, or of the whole where there are none.
fn verdict(
    history: &History,
    row: (usize, usize),
    labels: &[&str],
    comparison: &Comparison,
) -> Verdict<Direction> {
    let mut derivation = Draft::written();
    let (status, reason) = decide(history, row, labels, comparison, &mut derivation);
    Verdict::new(status, derivation.finish(reason))
}

/// The direction or, where there is none, also why.
fn decide(
    history: &History,
    row: (usize, usize),
    labels: &[&str],
    comparison: &Comparison,
    derivation: &mut Draft,
) -> (Direction, Option<&'static str>) {
    match judge(history, row, labels, comparison, derivation) {
        Ok(status) => (status, None),
        Err(reason) => {
            derivation.sentence(|| format!("Not comparable: {}.", reason.clause));
            (Direction::NotComparable, Some(reason.short))
        }
    }
}

fn judge(
    history: &History,
    row: (usize, usize),
    labels: &[&str],
    comparison: &Comparison,
    derivation: &mut Draft,
) -> Result<Direction, Reason> {
    let subject = Subject::new(history, row, labels, derivation.is_written())?;
    subject.say_current(derivation);
    if comparison.needs_constant_target() {
        subject.has_constant_target()?;
    }
    let weighed = match comparison.against() {
        ComparedTo::SamePeriodLastYear => single::same_period(&subject, derivation),
        ComparedTo::YearBefore => single::year_before(&subject, derivation),
        ComparedTo::PreviousQuarter(cumulative) => {
            quarters::previous(&subject, cumulative, derivation)
        }
        ComparedTo::LongTrend { periods, cumulative } => {
            series::trend(&subject, periods, cumulative, derivation)
        }
        ComparedTo::MeanOfQuarters { quarters, cumulative } => {
            series::mean_of_quarters(&subject, quarters, cumulative, derivation)
        }
        ComparedTo::MeanOfYears { years } => series::mean_of_years(&subject, years, derivation),
    }?;
    let outcome = outcome::outcome(&subject, comparison, &weighed, derivation)?;
    derivation.sentence(|| words::sentence(&subject, &weighed, &outcome));
    derivation.rule(|| RuleText {
        name: comparison.label(),
        text: words::rule(&subject, comparison, &weighed),
    });
    Ok(outcome.status)
}
