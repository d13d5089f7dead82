//! The keyboard's focus is never lost: where what has it goes away, what is next to it takes it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::page::focus_heading;

/// What can take the focus.
const CONTROLS: &str = "a[href], button, input, select, textarea, summary";

/// Remembers what has the focus, for as long as this is kept.
pub struct FocusKeeper {
    /// What has it, and everything around that, from within to without.
    path: Rc<RefCell<Vec<Element>>>,
    _listener: EventListener,
}

impl FocusKeeper {
    /// Begins to look.
    #[must_use]
    pub fn begin() -> Self {
        let path = Rc::new(RefCell::new(Vec::new()));
        let noted = Rc::clone(&path);
        let listener = EventListener::new(&document(), "focusin", move |event| {
            let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            *noted.borrow_mut() =
                std::iter::successors(element, |one| one.parent_element()).collect();
        });
        Self { path, _listener: listener }
    }

    /// Where what had the focus is no longer there, gives it to what is nearest, or else to the page's heading.
    pub fn keep(&self) {
        let is_lost = document().active_element().is_none_or(|at| at.tag_name() == "BODY");
        let path = self.path.borrow().clone();
        if !is_lost || path.first().is_none_or(|had| had.is_connected()) {
            return;
        }
        let within = path.iter().filter(|one| one.is_connected() && one.id() != "app");
        let taken = within.filter(|one| one.tag_name() != "BODY").find_map(first_control);
        match taken {
            Some(control) => drop(control.focus()),
            None => focus_heading(),
        }
    }
}

/// The first visible control within an element.
fn first_control(element: &Element) -> Option<HtmlElement> {
    let found = element.query_selector_all(CONTROLS).ok()?;
    (0..found.length())
        .filter_map(|at| found.item(at)?.dyn_into::<HtmlElement>().ok())
        .find(|control| control.offset_width() > 0)
}
