//! The window's address and the way back.

use gloo::events::EventListener;
use gloo::utils::window;
use wasm_bindgen::JsValue;
use yew::{Callback, MouseEvent};

use crate::app::{Action, Place, Step};

/// Where the window's address leads.
#[must_use]
pub fn place() -> Place {
    Place::of(&ending())
}

/// What stands in the address from its `#` on.
fn ending() -> String {
    window().location().hash().unwrap_or_default()
}

/// The whole address that leads to a page, to be sent to someone.
#[must_use]
pub fn address_of(ending: &str) -> String {
    let address = window().location().href().unwrap_or_default();
    let before = address.split_once('#').map_or(address.as_str(), |(before, _)| before);
    format!("{before}{ending}")
}

/// Tells of every change of the address that is not the application's own: back, forward, and what is typed
/// into the address bar.
pub fn on_navigation(dispatch: &Callback<Action>) -> [EventListener; 2] {
    ["popstate", "hashchange"].map(|kind| {
        let dispatch = dispatch.clone();
        EventListener::new(&window(), kind, move |_| dispatch.emit(Action::Go(place())))
    })
}

/// Lets the address say where one is, and tells how it came to. A frame that may not change it works without.
#[must_use]
pub fn show_place(place: &Place) -> Step {
    let step = place.step_from(&ending());
    if step == Step::Stay {
        return step;
    }
    let Ok(history) = window().history() else { return step };
    let address = address_of(&place.address());
    let _ = match step {
        Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        Step::Replace | Step::Stay => {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        }
    };
    step
}

/// Whether a click on a link is to be followed here: one that asks for another tab or window is the browser's.
#[must_use]
pub fn follows_link(event: &MouseEvent) -> bool {
    let is_plain = event.button() == 0
        && !event.ctrl_key()
        && !event.meta_key()
        && !event.shift_key()
        && !event.alt_key();
    if is_plain {
        event.prevent_default();
    }
    is_plain
}
