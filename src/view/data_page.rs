//! What looks wrong in a report, which files are open, and how they join.

use super::heading::{Choice, open_files};
use super::joins::{JoinsView, joins};
use super::messages::{FindingView, finding_view};
use super::quality::{QualityView, quality_view};
use crate::app::State;

/// What looks wrong in a report, which files are open, and how they join.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataPage {
    /// What looks wrong in the figures and the words.
    pub quality: QualityView,
    /// The open files.
    pub files: Vec<Choice>,
    /// What was found when they were read.
    pub found: Vec<FindingView>,
    /// How they join.
    pub joins: Option<JoinsView>,
}

impl DataPage {
    /// The heading of what was found.
    pub const FOUND: &'static str = "What was found when the files were read";
}

pub(super) fn data_page(state: &State) -> DataPage {
    let findings = state.files.iter().flat_map(|file| file.findings.iter());
    DataPage {
        found: findings.map(finding_view).collect(),
        quality: quality_view(state),
        files: open_files(state),
        joins: joins(&state.history, state.showing, &state.joined),
    }
}
