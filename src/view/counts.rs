//! Counts by status.

use crate::assess::{Progress, Rollup};
use crate::model::Rule;

/// How many measures and milestones have a status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The status.
    pub progress: Progress,
    /// Its word: the organisation's own, where it has one.
    pub word: String,
    /// How many measures.
    pub measures: usize,
    /// How many milestones.
    pub milestones: usize,
    /// Whether the report is filtered by it.
    pub is_chosen: bool,
}

/// The statuses that every report may have, and those others that this one has.
pub(super) fn counts(rule: Option<&Rule>, rows: &Rollup, chosen: &[Progress]) -> Vec<Count> {
    let word = |progress| {
        rule.and_then(|rule| rule.name_of(progress)).unwrap_or(super::progress_word(progress))
    };
    Progress::ALL
        .into_iter()
        .map(|progress| Count {
            progress,
            word: word(progress).to_owned(),
            measures: rows.measures.count(progress),
            milestones: rows.milestones.count(progress),
            is_chosen: chosen.contains(&progress),
        })
        .filter(|count| {
            count.progress.is_usual() || count.measures + count.milestones > 0 || count.is_chosen
        })
        .collect()
}
