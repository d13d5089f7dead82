//! Going from item to item like turning pages: by keys and by swiping.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::PointerEvent;
use yew::{Callback, KeyboardEvent};

use super::dialog::{FIELDS, is_within};

/// What somebody does to the item that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// To the next.
    Forward,
    /// To the one before.
    Back,
    /// Out of it.
    Leave,
}

/// A finger that moves less far across than this is not swiping.
const SWIPE: i32 = 60;

/// At the edges of the screen, a finger that moves across is the system's: it goes back.
const EDGE: i32 = 32;

/// Tells of keys and swipes that turn from item to item, for as long as the listeners are kept.
pub fn on_turning(turn: Callback<Turn>) -> (EventListener, [EventListener; 3]) {
    let swipes = on_swiping(turn.clone());
    let options = EventListenerOptions::enable_prevent_default();
    let keys = EventListener::new_with_options(&window(), "keydown", options, move |event| {
        if let Some(pressed) = event.dyn_ref::<KeyboardEvent>()
            && let Some(turned) = turned(pressed)
        {
            pressed.prevent_default();
            turn.emit(turned);
        }
    });
    (keys, swipes)
}

/// Tells of swipes forward and back, for as long as the listeners are kept. Where a finger does something else,
/// it does not turn: in a field, on a handle, with a second finger, at the edge, and wherever the page scrolls
/// across.
pub fn on_swiping(turn: Callback<Turn>) -> [EventListener; 3] {
    let start = Rc::new(Cell::new(None));
    let down = {
        let start = Rc::clone(&start);
        EventListener::new(&window(), "pointerdown", move |event| {
            let is_free = !is_within(event, FIELDS) && !is_within(event, "[role=slider]");
            start.set(finger(event).filter(|(x, _)| is_free && !is_at_edge(*x) && !is_enlarged()));
        })
    };
    let up = {
        let start = Rc::clone(&start);
        EventListener::new(&window(), "pointerup", move |event| {
            let Some(((from_x, from_y), (x, y))) = start.take().zip(finger(event)) else { return };
            let (across, along) = (x - from_x, y - from_y);
            if across.abs() >= SWIPE && across.abs() > 2 * along.abs() && !has_selection() {
                turn.emit(if across < 0 { Turn::Forward } else { Turn::Back });
            }
        })
    };
    // The browser takes the finger for scrolling.
    let cancel = EventListener::new(&window(), "pointercancel", move |_| start.set(None));
    [down, up, cancel]
}

fn is_at_edge(x: i32) -> bool {
    let width = document().document_element().map_or(0, |page| page.client_width());
    x < EDGE || x > width - EDGE
}

/// Whether the page is enlarged by two fingers: one then moves about on it.
fn is_enlarged() -> bool {
    window().visual_viewport().is_some_and(|viewport| viewport.scale() > 1.01)
}

/// Whether words are selected: the finger was after those.
fn has_selection() -> bool {
    let selection = window().get_selection().ok().flatten();
    selection.is_some_and(|selection| !selection.is_collapsed())
}

/// Notes at the root whether the page is enlarged, for as long as the listener is kept: the stylesheet then lets
/// one finger move about on it, and keeps none for swiping.
#[must_use]
pub fn on_enlarging() -> Option<EventListener> {
    Some(EventListener::new(&window().visual_viewport()?.into(), "resize", move |_| {
        if let Some(root) = document().document_element() {
            let _ = root.toggle_attribute_with_force("data-enlarged", is_enlarged());
        }
    }))
}

/// Where the first finger is.
fn finger(event: &web_sys::Event) -> Option<(i32, i32)> {
    let event = event.dyn_ref::<PointerEvent>()?;
    let is_finger = event.pointer_type() == "touch" && event.is_primary();
    is_finger.then(|| (event.client_x(), event.client_y()))
}

/// What a key does. Space and Page Down first show the rest of an item that is longer than the window, and
/// Page Up its beginning.
fn turned(event: &KeyboardEvent) -> Option<Turn> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || is_within(event, FIELDS) {
        return None;
    }
    match (event.key().as_str(), event.shift_key()) {
        ("ArrowRight", false) => Some(Turn::Forward),
        ("ArrowLeft", false) => Some(Turn::Back),
        // On a button or a link, it presses that.
        (" ", _) if is_within(event, "button, a, summary") => None,
        ("PageDown", _) | (" ", false) => is_at_end().then_some(Turn::Forward),
        ("PageUp", _) | (" ", true) => is_at_beginning().then_some(Turn::Back),
        ("Escape", _) => Some(Turn::Leave),
        _ => None,
    }
}

fn is_at_end() -> bool {
    document()
        .document_element()
        .is_none_or(|page| page.scroll_top() + page.client_height() >= page.scroll_height() - 2)
}

fn is_at_beginning() -> bool {
    document().document_element().is_none_or(|page| page.scroll_top() <= 2)
}
