//! The ways from page to page.

use crate::app::{Place, State};

/// A way to a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NavLink {
    /// What it is called.
    pub text: &'static str,
    /// Where it leads.
    pub place: Place,
    /// Whether one is there.
    pub is_current: bool,
}

/// The first is the name of the application and leads to the first page.
pub(super) fn navigation(state: &State) -> Vec<NavLink> {
    // Whoever comes back finds what was left: the example's report has an address of its own.
    let report = match &state.place {
        Place::Example => Place::Example,
        _ => Place::Report,
    };
    let calculator = Place::Calculator(Box::new(state.calculator().clone()));
    let past = state.report().map(|_| ("Past outlooks", Place::Backtest));
    [("Quarterlight", Place::Start), ("Report", report)]
        .into_iter()
        .chain(past)
        .chain([("Calculator", calculator)])
        .map(|(text, place)| NavLink { text, is_current: state.place.is_same_page(&place), place })
        .collect()
}
