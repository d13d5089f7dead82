//! The objective that something belongs to.

use crate::app::{Part, Place, State};
use crate::model::Report;

/// The objective that something belongs to, with the way there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveLink {
    /// What it is called: its reference or, without one, its title.
    pub text: String,
    /// Its page; none where the report has no such objective.
    pub place: Option<Place>,
}

impl ObjectiveLink {
    /// The objective with an id.
    pub(super) fn of(state: &State, report: &Report, id: Option<&str>) -> Option<Self> {
        let id = id?;
        let group = report.groups.iter().position(|group| group.id.as_deref() == Some(id));
        Some(match group {
            Some(index) => Self::of_group(state, report, index),
            None => Self { text: id.to_owned(), place: None },
        })
    }

    /// The objective of a group, by the place of the group in the report.
    pub(super) fn of_group(state: &State, report: &Report, index: usize) -> Self {
        let group = &report.groups[index];
        let text = match &group.reference {
            Some(reference) => format!("{reference} {}", group.title),
            None => group.title.clone(),
        };
        let part = Part::Objective(state.keys.group(index).to_owned());
        Self { text, place: Some(state.place.with_part(part)) }
    }
}
