//! What an import came to, above the page.

use crate::app::State;
use crate::document::{Finding, Severity};

/// What stands above the page: an import in hand, or what it came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages {
    /// An import in hand.
    pub progress: Option<Bar>,
    /// What the last import came to, in a sentence or two.
    pub outcome: Option<String>,
    /// Whether it went wrong altogether.
    pub is_failure: bool,
    /// Everything that was found, worst first within each file.
    pub findings: Vec<FindingView>,
}

/// How far an import has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// In words: "Reading q2.json: 3 of 12 MB".
    pub text: String,
    /// Percent.
    pub percent: u8,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingView {
    /// "Problem", "Look at" or "Note".
    pub severity: &'static str,
    /// Whether it is a problem.
    pub is_error: bool,
    /// The file, and where in it.
    pub place: String,
    /// What was found and what was expected.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

pub(super) fn messages(state: &State) -> Messages {
    Messages {
        progress: state.progressing.as_ref().map(|reading| Bar {
            text: format!(
                "Reading {}: {} of {} MB",
                reading.name,
                reading.done / 1_000_000,
                reading.total.div_ceil(1_000_000)
            ),
            percent: u8::try_from(reading.done * 100 / reading.total.max(1)).unwrap_or(100),
        }),
        outcome: state.outcome.as_ref().map(|outcome| outcome.text(&state.findings)),
        is_failure: state.outcome.as_ref().is_some_and(|outcome| !outcome.refused.is_empty()),
        findings: state.findings.iter().map(finding_view).collect(),
    }
}

fn finding_view(finding: &Finding) -> FindingView {
    let place = match &finding.place {
        Some(place) => format!("{}, {place}", finding.file),
        None => finding.file.clone(),
    };
    FindingView {
        severity: match finding.severity() {
            Severity::Error => "Problem",
            Severity::Warning => "Look at",
            Severity::Note => "Note",
        },
        is_error: finding.severity() == Severity::Error,
        place,
        what: finding.problem.what(),
        mend: finding.problem.mend(),
    }
}
