//! How the loaded files join: which rows are the same measure, and which may be.

use super::counted;
use crate::model::{History, Join, Joined};

/// How a report joins the other loaded ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinsView {
    /// For each other report, in words, how many measures join it.
    pub summaries: Vec<String>,
    /// Where the files give different figures for the same thing.
    pub disagreements: Vec<String>,
    /// Rows that someone should look at.
    pub points: Vec<JoinPoint>,
}

/// A row that may be the same measure, or that is but cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinPoint {
    /// The measure of this report.
    pub this: String,
    /// The row of the other report.
    pub other: String,
    /// On what strength they may be the same.
    pub by: &'static str,
    /// What follows.
    pub outcome: String,
}

pub(super) fn joins(history: &History, showing: usize, joined: &Joined) -> Option<JoinsView> {
    let reports = history.reports();
    let this = reports.get(showing)?;
    if reports.len() < 2 {
        return None;
    }
    let others = reports.iter().enumerate().filter(|(index, _)| *index != showing);
    let summaries = others
        .map(|(index, other)| {
            let (certain, changed) = joined.certain.get(index).copied().unwrap_or_default();
            let changed = match changed {
                0 => String::new(),
                n => format!(", {n} of them with a changed definition"),
            };
            format!(
                "{certain} of {} {} also in {}, {}{changed}.",
                counted(this.measures.len(), "measure"),
                if certain == 1 { "is" } else { "are" },
                other.file,
                other.period
            )
        })
        .collect();
    let points = joined.points.iter().map(|join| point(history, showing, join)).collect();
    let disagreements = joined
        .disagreements
        .iter()
        .map(|(measure, what)| format!("{}: {what}", this.measures[*measure].name()))
        .collect();
    Some(JoinsView { summaries, disagreements, points })
}

fn point(history: &History, showing: usize, join: &Join) -> JoinPoint {
    let reports = history.reports();
    let (this, other) = (&reports[showing], &reports[join.other_report]);
    let name = |measure: &crate::model::Measure| match &measure.said.reference {
        Some(reference) => format!("{reference} {}", measure.said.title),
        None => measure.said.title.clone(),
    };
    let outcome = if join.by.is_certain() {
        format!("Not compared: {}.", join.changes.join("; "))
    } else {
        "Not compared. If they are the same measure, give both the same id.".to_owned()
    };
    JoinPoint {
        this: name(&this.measures[join.measure]),
        other: format!("{}: {}", other.period, name(&other.measures[join.other_measure])),
        by: join.by.text(),
        outcome,
    }
}
