//! The window's address and the way back.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsValue;
use yew::{Callback, MouseEvent};

use crate::app::{Action, Place, Step};

/// Where the window's address leads.
#[must_use]
pub fn place() -> Place {
    Place::of(&ending())
}

/// Whether it asks for a page that there is not.
#[must_use]
pub fn is_astray() -> bool {
    Place::is_astray(&ending())
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
        EventListener::new(&window(), kind, move |_| {
            let is_astray = is_astray();
            dispatch.emit(Action::Go(place()));
            if is_astray {
                dispatch.emit(Action::Astray);
            }
        })
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

/// Lets the address say where one is without a way back: it was not the reader who went there.
pub fn note_place(place: &Place) {
    let Ok(history) = window().history() else { return };
    let address = address_of(&place.address());
    let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
}

/// Notes with the page that is about to be left how far it was scrolled. By itself, a browser scrolls back while the
/// page that is left still stands there, which may be too short for it.
pub fn note_scroll(to: &Place) {
    if to.step_from(&ending()) == Step::Push
        && let (Ok(history), Ok(scrolled)) = (window().history(), window().scroll_y())
    {
        let _ = history.replace_state_with_url(&JsValue::from_f64(scrolled), "", None);
    }
}

/// Scrolls a page that one has come back to as far as it was when it was left, and tells whether it was one.
#[must_use]
pub fn scroll_back() -> bool {
    let Ok(history) = window().history() else { return false };
    let noted = history.state().ok().and_then(|state| state.as_f64());
    if let Some(scrolled) = noted {
        window().scroll_to_with_x_and_y(0.0, scrolled);
        // Whoever loads the page again stands where they are then.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", None);
    }
    noted.is_some()
}

/// Where a tab keeps how far its page was scrolled when it went.
const SCROLLED: &str = "quarterlight-scrolled";

/// Notes, whenever the page goes, how far it was scrolled. What stands on it comes too late for the way that browsers have
/// to scroll a page that is loaded again, and they keep nothing more with an address that is left.
pub fn on_leaving() -> EventListener {
    EventListener::new(&window(), "pagehide", |_| {
        if let (Ok(Some(storage)), Ok(scrolled)) = (window().session_storage(), window().scroll_y())
        {
            // Where nothing may be kept, the page starts at its top.
            let _ = storage.set_item(SCROLLED, &format!("{scrolled} {}", ending()));
        }
    })
}

/// Scrolls a page that is loaded again as far as it was, once it is long enough for that.
pub fn scroll_back_after_loading() {
    let Ok(Some(storage)) = window().session_storage() else { return };
    let Ok(Some(noted)) = storage.get_item(SCROLLED) else { return };
    let (scrolled, of) = noted.split_once(' ').unwrap_or_default();
    let Some(scrolled) = scrolled.parse::<f64>().ok().filter(|_| of == ending()) else { return };
    let room =
        document().document_element().map(|root| root.scroll_height() - root.client_height());
    if room.is_some_and(|room| f64::from(room) + 1.0 >= scrolled) {
        window().scroll_to_with_x_and_y(0.0, scrolled);
        let _ = storage.remove_item(SCROLLED);
    }
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
