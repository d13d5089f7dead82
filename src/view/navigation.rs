//! The ways from page to page.

use crate::app::{Part, Place, State};

/// A way to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavLink {
    /// What it is called.
    pub text: String,
    /// Where it leads.
    pub place: Place,
    /// Whether one is there.
    pub is_current: bool,
}

/// The first is the name of the application and leads to the first page.
pub(super) fn navigation(state: &State) -> Vec<NavLink> {
    // Whoever comes back finds what was left: the example's report has an address of its own.
    let report = state.place.with_part(Part::Overview);
    let calculator = Place::Calculator(Box::new(state.calculator().clone()));
    let past = state.report().map(|_| ("Past outlooks", Place::Backtest));
    [("Quarterlight", Place::Start), ("Report", report)]
        .into_iter()
        .chain(past)
        .chain([("Calculator", calculator)])
        .map(|(text, place)| NavLink {
            text: text.to_owned(),
            is_current: match state.place.part() {
                Some(_) => place.part().is_some(),
                None => state.place.is_same_page(&place),
            },
            place,
        })
        .collect()
}

/// Help, and how accessible the program is.
pub(super) fn footer(state: &State) -> Vec<NavLink> {
    [("Help", Place::Help), ("Accessibility statement", Place::Accessibility)]
        .into_iter()
        .map(|(text, place)| NavLink {
            text: text.to_owned(),
            is_current: state.place == place,
            place,
        })
        .collect()
}
