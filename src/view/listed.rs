//! Where something that a part lists stands, and whether the reader asked for it.

use crate::app::{Listed, Part, Place, State};

/// Where something that a part lists stands, and whether the reader asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPlace {
    /// Its address.
    pub place: Place,
    /// What stands with it where the address asks for it.
    pub mark: Option<&'static str>,
}

impl ListedPlace {
    /// By its place among all of its kind.
    pub(super) fn of(state: &State, listed: Listed, index: usize) -> Self {
        let is_asked_for = match state.place.part() {
            Some(Part::Listed(asked, key)) => {
                *asked == listed && state.keys.listed_of(listed, key) == Some(index)
            }
            _ => false,
        };
        Self {
            place: state.place.with_part(listed_part(state, listed, index)),
            mark: is_asked_for.then(|| mark(listed)),
        }
    }
}

/// The part that lists it, with it marked.
pub(super) fn listed_part(state: &State, listed: Listed, index: usize) -> Part {
    Part::Listed(listed, state.keys.listed(listed, index).to_owned())
}

/// What it is.
pub(super) fn listed_name(listed: Listed) -> &'static str {
    match listed {
        Listed::Risk => "Risk",
        Listed::EqualityAction => "Equality action",
        Listed::Issue => "Strategic issue",
        Listed::Section => "Narrative",
        Listed::Fact => "Fact",
        Listed::Review => "Review of targets",
    }
}

fn mark(listed: Listed) -> &'static str {
    match listed {
        Listed::Risk => "This is the risk you asked for.",
        Listed::EqualityAction => "This is the equality action you asked for.",
        Listed::Issue => "This is the strategic issue you asked for.",
        Listed::Section => "This is the section you asked for.",
        Listed::Fact => "This is the fact you asked for.",
        Listed::Review => "This is the review you asked for.",
    }
}
