//! What one reads or types into stays in view when the window changes its shape: a tablet is turned, a second window
//! comes beside, a keyboard comes on screen.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::{document, window};
use web_sys::{Element, ScrollLogicalPosition};

use super::dialog::{FIELDS, scroll_to};

/// What stands in view, and how far down.
type Noted = Rc<RefCell<Option<(Element, f64)>>>;

/// Keeps it so for as long as the listeners are kept. Some browsers do so by themselves; there it does nothing.
pub fn on_reshaping() -> [EventListener; 2] {
    let noted: Noted = Rc::default();
    let width = Rc::new(Cell::new(inner(true)));
    let scrolled = {
        let (noted, width) = (Rc::clone(&noted), Rc::clone(&width));
        let frame: Rc<RefCell<Option<AnimationFrame>>> = Rc::default();
        EventListener::new(&document(), "scroll", move |_| {
            if frame.borrow().is_some() {
                return;
            }
            // What is in view asks for the layout: at most once a frame.
            let (noted, width, asked) = (Rc::clone(&noted), Rc::clone(&width), Rc::clone(&frame));
            frame.replace(Some(request_animation_frame(move |_| {
                asked.replace(None);
                // A browser also scrolls while it takes its new shape, before it says that it has one.
                if (inner(true) - width.get()).abs() < 1.0 {
                    *noted.borrow_mut() = in_view();
                }
            })));
        })
    };
    let resized = EventListener::new(&window(), "resize", move |_| {
        let is_wider = (inner(true) - width.replace(inner(true))).abs() >= 1.0;
        if let Some((element, top)) = noted.borrow().as_ref().filter(|_| is_wider)
            && element.is_connected()
        {
            let by = element.get_bounding_client_rect().top() - top;
            window().scroll_by_with_x_and_y(0.0, by);
        }
        show_field();
    });
    [scrolled, resized]
}

fn inner(across: bool) -> f64 {
    let size = if across { window().inner_width() } else { window().inner_height() };
    size.ok().and_then(|size| size.as_f64()).unwrap_or_default()
}

/// What stands a quarter down the window, below headings that stay at its top. At the top of a page nothing has to
/// be kept.
fn in_view() -> Option<(Element, f64)> {
    if window().scroll_y().unwrap_or_default() < 1.0 {
        return None;
    }
    let (x, y) = (inner(true) / 2.0, inner(false) / 4.0);
    #[expect(clippy::cast_possible_truncation, reason = "a place in a window")]
    let mut element = document().element_from_point(x as f32, y as f32)?;
    // Another picture may take the place of one.
    if let Ok(Some(around)) = element.closest("figure, .ql-supposed") {
        element = around;
    }
    // Of what is long, the part that is there.
    while element.get_bounding_client_rect().height() > inner(false) / 2.0 {
        let mut part = element.first_element_child();
        while let Some(one) = part.take_if(|one| one.get_bounding_client_rect().bottom() <= y) {
            part = one.next_element_sibling();
        }
        match part {
            Some(part) => element = part,
            None => break,
        }
    }
    let top = element.get_bounding_client_rect().top();
    Some((element, top))
}

/// Brings the field that has the focus into view.
fn show_field() {
    let field = document().active_element().filter(|at| at.matches(FIELDS).unwrap_or_default());
    if let Some(field) = field {
        let place = field.get_bounding_client_rect();
        if place.top() < 0.0 || place.bottom() > inner(false) {
            // Clear of what stays at the top and of the keyboard.
            scroll_to(&field, ScrollLogicalPosition::Center);
        }
    }
}
