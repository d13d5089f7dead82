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
        let mut assessment = Self::default();
        while assessment.step(history, report, usize::MAX) {}
        assessment
    }

    /// Judges at most so many measures more, of the same report as before, and says whether there is more to do.
    pub fn step(&mut self, history: &History, report: usize, rows: usize) -> bool {
        let Some(this) = history.reports().get(report) else { return false };
        let start = self.measures.len();
        if start == this.measures.len() {
            let milestones = this.milestones.iter();
            self.milestones =
                milestones.map(|(_, milestone)| milestone_progress(this, milestone)).collect();
            return false;
        }
        let end = start.saturating_add(rows).min(this.measures.len());
        self.measures.extend((start..end).map(|row| {
            let measure = &this.measures[row];
            (progress(this, measure), direction(history, report, row))
        }));
        true
    }
}
