//! The report before the one that is shown, judged for comparison.

use crate::assess::Assessment;
use crate::model::{History, Report, Rule};

/// An earlier report with its verdicts.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// Which of the open reports it is.
    pub report: usize,
    /// Its verdicts, by the rules by which the report is read that is shown.
    pub assessment: Assessment,
}

impl Before {
    /// The latest open report of the same directorate for an earlier quarter, judged; none where none is open.
    pub(super) fn of(history: &History, showing: usize, under: Option<&Rule>) -> Option<Self> {
        let reports = history.reports();
        let shown = reports.get(showing)?;
        let quarter = shown.period.quarter()?;
        let is_before = |other: &Report| {
            other.organisation == shown.organisation
                && other.directorate == shown.directorate
                && other.period.quarter().is_some_and(|other| other < quarter)
        };
        let report = reports.iter().rposition(|other| is_before(other))?;
        Some(Self { report, assessment: Assessment::by(history, report, under) })
    }
}
