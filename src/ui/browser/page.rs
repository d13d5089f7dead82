//! The window and its document.

use gloo::utils::{document, window};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{
    FocusOptions, HtmlElement, HtmlInputElement, HtmlSelectElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};
use yew::{BaseComponent, Event, InputEvent, NodeRef, TargetCast};

use super::address::place;
use super::host::{self, is_framed};
use crate::app::{Allowed, Theme};

/// Shows a component in the place that the page keeps for it.
pub fn mount<C: BaseComponent>(props: C::Properties) {
    if let Some(root) = document().get_element_by_id("app") {
        yew::Renderer::<C>::with_root_and_props(root, props).render();
    }
}

/// Shows the page in light or dark colours, or as the reader's device has it.
pub fn set_theme(theme: Theme) {
    let Some(root) = document().document_element() else { return };
    let _ = match theme {
        Theme::Auto => root.remove_attribute("data-theme"),
        Theme::Light => root.set_attribute("data-theme", "light"),
        Theme::Dark => root.set_attribute("data-theme", "dark"),
    };
}

/// Whether the page is in a frame that is barred from much, so that printing and saving may do nothing there.
#[must_use]
pub fn is_boxed() -> bool {
    let origin = || Reflect::get(&window(), &"origin".into()).ok()?.as_string();
    cfg!(target_family = "wasm") && is_framed() && origin().is_some_and(|origin| origin == "null")
}

/// Whether a page of another origin is around this one, and this one has what its origin keeps all the same.
pub(super) fn is_around_elsewhere() -> bool {
    let own = window().location().origin().ok();
    let mut around = host::around(&window());
    while let Some(page) = around {
        // Of a page of another origin, not even that may be asked.
        if page.location().origin().ok() != own {
            return !is_boxed();
        }
        around = host::around(&page);
    }
    false
}

/// Whether saving a file does anything, as far as the page has been told.
#[must_use]
pub fn may_save() -> bool {
    !cfg!(target_family = "wasm") || place().embed().is_none_or(|embed| embed.allows(Allowed::Save))
}

/// Sets the window's title.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Whether anything on the page has the keyboard's focus.
#[must_use]
pub fn has_focus() -> bool {
    document().active_element().is_some_and(|element| element.tag_name() != "BODY")
}

/// Shows what a page that has just been opened was asked for: one row of it, or else its heading. Whoever came
/// back stands where they were.
pub fn focus_what_was_asked_for(came_back: bool) {
    match document().query_selector("[data-marked]").ok().flatten() {
        Some(row) => {
            if !came_back {
                let options = ScrollIntoViewOptions::new();
                options.set_block(ScrollLogicalPosition::Center);
                row.scroll_into_view_with_scroll_into_view_options(&options);
            }
            focus_first("[data-marked]");
        }
        None => focus_heading(),
    }
}

/// Moves the keyboard's focus to the heading of a page that has just been opened.
pub(super) fn focus_heading() {
    focus_first("h1[tabindex]");
}

/// A frame leaves the focus to the page around it, if that has it.
fn focus_first(selector: &str) {
    if is_framed() && !document().has_focus().unwrap_or_default() {
        return;
    }
    let heading = document().query_selector(selector).ok().flatten();
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        // Where the window stands is decided elsewhere: whoever goes back stands where they were.
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // An element that cannot take the focus leaves it where it was.
        let _ = heading.focus_with_options(&options);
    }
}

/// Shows the top of a page that has just been opened.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Sets what stands at the top and at the bottom of each sheet of paper. A browser without such margins leaves it out.
pub fn set_paper(running: &str, version: &str) {
    let Some(root) = document().document_element() else { return };
    for (name, text) in [("data-running", running), ("data-fingerprint", version)] {
        let _ = root.set_attribute(name, text);
    }
}

/// Selects the whole text of a field, ready to be copied.
pub fn select_text(node: &NodeRef) {
    if let Some(input) = node.cast::<HtmlInputElement>() {
        let _ = input.focus();
        input.select();
    }
}

/// Moves the keyboard's focus to an element; a browser that refuses leaves it where it was.
pub fn focus_on(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Brings the messages into view.
pub fn scroll_to_messages(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        element.scroll_into_view();
    }
}

/// Brings an element into view and moves the keyboard's focus to it, if it can take it.
pub fn reveal(id: &str) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into().ok());
    if let Some(element) = element {
        let element: HtmlElement = element;
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Moves the keyboard's focus to an element.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Opens the browser's print dialogue. A frame that may not print does nothing.
pub fn print_page() {
    let _ = window().print();
}

/// What was typed into a field.
#[must_use]
pub fn value_of(event: &InputEvent) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// Whether a box was ticked.
#[must_use]
pub fn is_ticked(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}

/// Which of a list was chosen.
#[must_use]
pub fn choice_of(event: &Event) -> usize {
    event
        .target()
        .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
        .and_then(|select| usize::try_from(select.selected_index()).ok())
        .unwrap_or_default()
}

/// Makes a list show this as chosen.
pub fn choose(node: &NodeRef, choice: usize) {
    if let (Some(select), Ok(choice)) = (node.cast::<HtmlSelectElement>(), i32::try_from(choice)) {
        select.set_selected_index(choice);
    }
}
