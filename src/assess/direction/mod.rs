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

use subject::Subject;

use super::verdict::{Derivation, Reason, RuleText, Verdict};
use crate::model::{ComparedTo, Comparison, History};
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

/// The direction of the part with these labels, or of the whole where there are none.
fn verdict(
    history: &History,
    row: (usize, usize),
    labels: &[&str],
    comparison: &Comparison,
) -> Verdict<Direction> {
    let mut derivation = Derivation::default();
    match judge(history, row, labels, comparison, &mut derivation) {
        Ok(status) => Verdict::new(status, derivation),
        Err(reason) => {
            derivation.sentence = format!("Not comparable: {}.", reason.clause);
            derivation.reason = Some(reason.short);
            Verdict::new(Direction::NotComparable, derivation)
        }
    }
}

fn judge(
    history: &History,
    row: (usize, usize),
    labels: &[&str],
    comparison: &Comparison,
    derivation: &mut Derivation,
) -> Result<Direction, Reason> {
    let subject = Subject::new(history, row, labels)?;
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
    derivation.sentence = words::sentence(&subject, &weighed, &outcome);
    let text = words::rule(&subject, comparison, &weighed);
    derivation.rule = Some(RuleText { name: comparison.label(), text });
    Ok(outcome.status)
}
