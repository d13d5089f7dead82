//! A dialog before the page, and the keys of a list of results.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::{Callback, KeyboardEvent, MouseEvent, NodeRef};

/// A dialog that is open for as long as this is kept. When it goes, the focus goes back to what had it before.
pub struct OpenDialog {
    dialog: Option<HtmlDialogElement>,
    closed: Option<EventListener>,
}

impl OpenDialog {
    /// Opens a dialog and tells when the reader closes it.
    #[must_use]
    pub fn new(node: &NodeRef, on_close: Callback<()>) -> Self {
        let dialog = node.cast::<HtmlDialogElement>();
        let closed = dialog.as_ref().map(|dialog| {
            // One that is open already stays open.
            let _ = dialog.show_modal();
            EventListener::new(dialog, "close", move |_| on_close.emit(()))
        });
        Self { dialog, closed }
    }
}

impl Drop for OpenDialog {
    fn drop(&mut self) {
        // First, so that this closing is not told of as the reader's.
        drop(self.closed.take());
        if let Some(dialog) = &self.dialog {
            dialog.close();
        }
    }
}

/// Whether a click on a dialog is beside it.
#[must_use]
pub fn is_beside_dialog(event: &MouseEvent) -> bool {
    event.target().is_some_and(|target| target.has_type::<HtmlDialogElement>())
}

/// A key that does something to a list of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListKey {
    /// To the next result.
    Down,
    /// To the result before.
    Up,
    /// To where the chosen result leads.
    Go,
}

/// The key that was pressed in a field with a list of results. The field itself does nothing with it.
#[must_use]
pub fn list_key(event: &KeyboardEvent) -> Option<ListKey> {
    let key = match event.key().as_str() {
        "ArrowDown" => ListKey::Down,
        "ArrowUp" => ListKey::Up,
        "Enter" => ListKey::Go,
        _ => return None,
    };
    // While letters are put together, these keys belong to that.
    if event.is_composing() {
        return None;
    }
    event.prevent_default();
    Some(key)
}

/// Whether the key was pressed that leaves what asks something.
#[must_use]
pub fn is_escape(event: &KeyboardEvent) -> bool {
    event.key() == "Escape" && !event.is_composing()
}

/// Scrolls no further than it takes for an element to be seen.
pub fn bring_into_view(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        scroll_to_nearest(&element);
    }
}

fn scroll_to_nearest(element: &Element) {
    scroll_to(element, ScrollLogicalPosition::Nearest);
}

/// Scrolls so that an element stands at a place of the window.
pub(super) fn scroll_to(element: &Element, place: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Tells when the key is pressed that opens the finder, unless something is being typed.
pub fn on_find_key(find: Callback<()>) -> EventListener {
    // Firefox has a finder of its own on this key, which looks through what is on screen only.
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else { return };
        let is_plain = !pressed.ctrl_key() && !pressed.meta_key() && !pressed.alt_key();
        if pressed.key() == "/" && is_plain && !is_within(event, FIELDS) {
            pressed.prevent_default();
            find.emit(());
        }
    })
}

/// Where keys are typed into something, or belong to a dialog.
pub(super) const FIELDS: &str = "input, select, textarea, dialog, [contenteditable]";

/// Whether an event comes from within an element that a selector finds.
pub(super) fn is_within(event: &web_sys::Event, selector: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.and_then(|element| element.closest(selector).ok().flatten()).is_some()
}
