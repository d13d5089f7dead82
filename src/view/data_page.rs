//! What looks wrong in a report, which files are open, and how they join.

use super::heading::{Choice, open_files};
use super::joins::{JoinsView, joins};
use super::quality::{QualityView, quality_view};
use crate::app::State;

/// What looks wrong in a report, which files are open, and how they join.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataPage {
    /// What looks wrong in the figures and the words.
    pub quality: QualityView,
    /// The open files.
    pub files: Vec<Choice>,
    /// How they join.
    pub joins: Option<JoinsView>,
}

pub(super) fn data_page(state: &State) -> DataPage {
    DataPage {
        quality: quality_view(state),
        files: open_files(state),
        joins: joins(&state.history, state.showing, &state.joined),
    }
}
