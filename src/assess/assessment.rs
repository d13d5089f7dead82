//! A whole report, judged.

use super::{Direction, Progress, Verdict, direction, milestone_progress, progress};
use crate::model::History;

/// The verdicts of a report, in the order of its measures and milestones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// Progress and direction of each measure.
    pub measures: Vec<(Verdict<Progress>, Verdict<Direction>)>,
    /// Progress of each milestone.
    pub milestones: Vec<Verdict<Progress>>,
}

impl Assessment {
    /// Judges a report in the light of its history.
    #[must_use]
    pub fn of(history: &History, report: usize) -> Self {
        let Some(this) = history.reports().get(report) else { return Self::default() };
        let measures = this
            .measures
            .iter()
            .enumerate()
            .map(|(row, measure)| (progress(this, measure), direction(history, report, row)))
            .collect();
        let milestones = this
            .milestones
            .iter()
            .map(|(_, milestone)| milestone_progress(this, milestone))
            .collect();
        Self { measures, milestones }
    }
}
