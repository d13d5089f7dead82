//! Something off course of which nobody says why.

use super::super::{Progress, Verdict};
use super::case::{Case, MilestoneCase};
use super::doubt::{Concern, DoubtKind};

/// A measure that is off course without commentary on its row or on its objective. A note is about the data and
/// does not count.
pub(super) fn measure(case: &Case<'_>) -> Vec<Concern> {
    let is_commented = !case.measure.said.commentary.is_empty() || case.objective_is_commented;
    unexplained(case.progress(), is_commented)
}

/// A milestone that is off course without commentary or a reason. What its objective's commentary says counts.
pub(super) fn milestone(case: &MilestoneCase<'_>) -> Vec<Concern> {
    let milestone = case.milestone;
    let is_commented = !milestone.commentary.is_empty()
        || milestone.reason.is_some()
        || case.objective_is_commented;
    unexplained(case.progress, is_commented)
}

fn unexplained(progress: Option<&Verdict<Progress>>, is_commented: bool) -> Vec<Concern> {
    match progress {
        Some(verdict) if verdict.status() == Progress::OffCourse && !is_commented => {
            let (kind, remedy) =
                (DoubtKind::NoCommentary, "Add why it is off course and what is done about it.");
            vec![Concern::new(kind, "There is no commentary.", remedy).with(verdict)]
        }
        _ => Vec::new(),
    }
}
