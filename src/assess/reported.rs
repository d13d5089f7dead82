//! The status that is reported for a row, in one place.

use super::{Assessment, Judged, Progress, Verdict};

/// Progress of a measure.
pub(super) fn measure_progress(
    assessment: &Assessment,
    measure: usize,
) -> Option<&Verdict<Progress>> {
    assessment.measures.get(measure).map(Judged::progress)
}

/// Progress of a milestone.
pub(super) fn milestone_progress(
    assessment: &Assessment,
    milestone: usize,
) -> Option<&Verdict<Progress>> {
    assessment.milestones.get(milestone)
}

/// Whether a status says how something goes, so that it counts among those rated.
pub(super) fn is_rated(progress: Progress) -> bool {
    progress.is_rated()
}
