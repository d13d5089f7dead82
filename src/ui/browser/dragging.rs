//! Handles that are dragged by mouse, pen or finger, or moved by keys.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{KeyboardEvent, PointerEvent};

use crate::view::chart::Nudge;

/// A handle that is held.
#[derive(Clone, Copy, Debug)]
pub struct Drag {
    pointer: i32,
    from: f64,
    /// How many of the picture's tenths there are to a pixel.
    tenths: f64,
}

impl Drag {
    /// Takes hold of the handle in which the pointer goes down, on a picture so many tenths high. A second
    /// finger, or another button than the first, takes nothing.
    #[must_use]
    pub fn begin(event: &PointerEvent, height: i32) -> Option<Self> {
        if !event.is_primary() || event.button() != 0 {
            return None;
        }
        let within = event.target()?.dyn_into::<Element>().ok()?;
        let shown = within.closest("svg").ok()??.get_bounding_client_rect().height();
        if shown <= 0.0 {
            return None;
        }
        if let Ok(Some(handle)) = within.closest("[role=slider]") {
            // Without it, a pointer that moves fast slips off the handle, and nothing worse.
            let _ = handle.set_pointer_capture(event.pointer_id());
        }
        let from = f64::from(event.client_y());
        Some(Self { pointer: event.pointer_id(), from, tenths: f64::from(height) / shown })
    }

    /// How many tenths of the picture the pointer is below where it went down; none for another pointer.
    #[must_use]
    pub fn moved(&self, event: &PointerEvent) -> Option<i32> {
        let down = (f64::from(event.client_y()) - self.from) * self.tenths;
        #[expect(clippy::cast_possible_truncation, reason = "a cast stops at the ends of its kind")]
        (event.pointer_id() == self.pointer).then_some(down.round() as i32)
    }
}

/// What a key does to a handle. The page itself does nothing with it.
#[must_use]
pub fn nudge(event: &KeyboardEvent) -> Option<Nudge> {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    let nudge = match event.key().as_str() {
        "ArrowUp" | "ArrowRight" => Nudge::Up,
        "ArrowDown" | "ArrowLeft" => Nudge::Down,
        "PageUp" => Nudge::FarUp,
        "PageDown" => Nudge::FarDown,
        "Home" => Nudge::Least,
        "End" => Nudge::Most,
        _ => return None,
    };
    event.prevent_default();
    Some(nudge)
}
