//! A report read under another rule than its own: which statuses change, and why.

use super::row::{Status, progress_status};
use super::{Columns, counted};
use crate::app::State;
use crate::assess::Progress;
use crate::model::{Measure, Report, Rule, shipped};

/// The rules to choose from and, if one other than the report's own is chosen, what it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Under {
    /// The report's own first, then those that are shipped.
    pub choices: Vec<String>,
    /// Which one is chosen.
    pub chosen: usize,
    /// What another rule changes.
    pub reading: Option<Reading>,
}

/// What another rule changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// How many statuses change.
    pub headline: String,
    /// The rule.
    pub rule: String,
    /// What a reader should know of it, and where it is published.
    pub notes: Vec<String>,
    /// Each measure whose status changes.
    pub changes: Vec<Change>,
}

impl Reading {
    /// Its heading: whose rule it is stands above all of the page.
    pub const HEADING: &str = "What the other rule changes";
}

/// A measure whose status changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// The status by the report's own rule.
    pub own: Status<Progress>,
    /// The status by the other.
    pub other: Status<Progress>,
    /// Why, by the other.
    pub why: String,
}

/// A rule in a list: "Maidstone Borough Council: Missed by at most 10%".
#[must_use]
pub fn rule_choice(rule: &Rule) -> String {
    match &rule.body {
        Some(body) => format!("{body}: {}", rule.title()),
        None => rule.title().to_owned(),
    }
}

pub(super) fn under(state: &State, report: &Report, columns: &Columns) -> Option<Under> {
    report.period.quarter()?;
    let own = report.rule.as_deref().map_or("The report's own rule".to_owned(), |rule| {
        format!("The report's own: {}", rule_choice(rule))
    });
    let choices = std::iter::once(own).chain(shipped().iter().map(rule_choice)).collect();
    let chosen = state.under.map_or(0, |rule| rule + 1);
    let reading = state.other_rule().map(|rule| reading(state, report, rule, columns));
    Some(Under { choices, chosen, reading })
}

fn reading(state: &State, report: &Report, rule: &Rule, columns: &Columns) -> Reading {
    let changes: Vec<Change> = report
        .measures
        .iter()
        .zip(state.own.measures.iter().zip(&state.assessment.measures))
        .filter(|(_, (own, other))| own.progress().status() != other.progress().status())
        .map(|(measure, (own, other))| Change {
            reference: measure.said.reference.clone().unwrap_or_default(),
            title: measure.said.title.clone(),
            own: progress_status(measure.rule.as_deref(), own.progress()),
            other: progress_status(Some(rule), other.progress()),
            why: other.progress().derivation().sentence.clone(),
        })
        .collect();
    let all = counted(report.measures.len(), &columns.measure.to_lowercase());
    let headline = match changes.len() {
        0 => format!("Of {all}, none has another status than by the report's own rule."),
        1 => format!("Of {all}, one has another status than by the report's own rule."),
        some => format!("Of {all}, {some} have another status than by the report's own rule."),
    };
    let source = rule.source.as_ref().map(|source| format!("Published in: {source}."));
    Reading {
        headline,
        rule: rule.text(),
        notes: rule.note.iter().cloned().chain(source).collect(),
        changes,
    }
}

/// The rule by which a measure's status on the page was found.
pub(super) fn rule_of<'s>(state: &'s State, measure: &'s Measure) -> Option<&'s Rule> {
    state.other_rule().or(measure.rule.as_deref())
}
