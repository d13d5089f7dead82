//! A milestone in a few words, for lists of what is not on course.

use super::row::{Status, progress_status};
use crate::app::State;
use crate::assess::Progress;
use crate::document::Milestone;
use crate::model::Report;

/// A milestone in a few words.
pub(super) struct Brief {
    pub(super) reference: String,
    pub(super) title: String,
    pub(super) status: Status<Progress>,
    /// Why it has that status.
    pub(super) why: String,
    /// Who answers for it.
    pub(super) owner: Option<String>,
}

impl Brief {
    pub(super) fn of(state: &State, report: &Report, index: usize) -> Self {
        let milestone = &report.milestones[index].1;
        let verdict = &state.assessment.milestones[index];
        Self {
            reference: milestone.reference.clone().unwrap_or_default(),
            title: milestone.title.clone(),
            status: progress_status(None, verdict),
            why: verdict.derivation().sentence.clone(),
            owner: owners(milestone),
        }
    }
}

/// The titles of the officers who answer for a milestone; none where the file names none.
pub(super) fn owners(milestone: &Milestone) -> Option<String> {
    let owners = milestone.owner.join("; ");
    (!owners.is_empty()).then_some(owners)
}
