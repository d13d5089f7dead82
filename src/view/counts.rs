//! Counts by status.

use crate::assess::{Assessment, Progress};

/// How many measures and milestones have a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The status.
    pub progress: Progress,
    /// Its word.
    pub word: &'static str,
    /// How many measures.
    pub measures: usize,
    /// How many milestones.
    pub milestones: usize,
    /// Whether the report is filtered by it.
    pub is_chosen: bool,
}

pub(super) fn counts(assessment: &Assessment, chosen: &[Progress]) -> Vec<Count> {
    Progress::ALL
        .into_iter()
        .map(|progress| Count {
            progress,
            word: super::progress_word(progress),
            measures: assessment
                .measures
                .iter()
                .filter(|(verdict, _)| verdict.status() == progress)
                .count(),
            milestones: assessment
                .milestones
                .iter()
                .filter(|verdict| verdict.status() == progress)
                .count(),
            is_chosen: chosen.contains(&progress),
        })
        .collect()
}
