//! Which rows of a long report are in view: the others are gaps as high as they would be.

use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Waker};

use gloo::events::EventListener;
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::Callback;

use crate::app::{Action, InView};

/// How many pixels around the window are kept filled.
const NEAR: f64 = 300.0;

/// How many pixels around the window are filled when they have to be.
const AROUND: f64 = 700.0;

/// Looks which rows are in view, for as long as it is kept.
pub struct Rows {
    watch: Rc<Watch>,
    _listeners: [EventListener; 5],
}

struct Watch {
    dispatch: Callback<Action>,
    /// How high a row is on average, and in a window of which width that was measured.
    height: Cell<Option<(f64, f64)>>,
    asked: RefCell<Option<InView>>,
    frame: RefCell<Option<AnimationFrame>>,
}

/// A row, or a gap of several, as it is laid out.
struct Stretch {
    element: Element,
    first: usize,
    rows: usize,
    is_gap: bool,
}

impl Rows {
    /// Watches the window.
    #[must_use]
    pub fn new(dispatch: Callback<Action>) -> Self {
        let watch = Rc::new(Watch {
            dispatch,
            height: Cell::default(),
            asked: RefCell::default(),
            frame: RefCell::default(),
        });
        let on = |event: &'static str, then: fn(&Rc<Watch>)| {
            let watch = Rc::clone(&watch);
            EventListener::new(&window(), event, move |_| then(&watch))
        };
        let listeners = [
            on("scroll", Watch::look_soon),
            on("resize", Watch::look_soon),
            // Not with the next frame: the key that moves the focus on can come before that.
            on("focusin", |watch| watch.look(false)),
            // Everything goes on paper, and is on the page before the browser goes on.
            on("beforeprint", |watch| {
                watch.ask(InView::Everything);
                render_now();
            }),
            on("afterprint", |watch| watch.look(true)),
        ];
        Self { watch, _listeners: listeners }
    }

    /// Gives gaps their height and sees whether other rows have come into view.
    pub fn look(&self) {
        self.watch.look(false);
    }
}

impl Watch {
    /// At most once a frame.
    fn look_soon(self: &Rc<Self>) {
        if self.frame.borrow().is_none() {
            let watch = Rc::clone(self);
            let frame = request_animation_frame(move |_| {
                watch.frame.replace(None);
                watch.look(false);
            });
            self.frame.replace(Some(frame));
        }
    }

    fn look(&self, after_print: bool) {
        let stretches = stretches();
        let has_gaps = stretches.iter().any(|stretch| stretch.is_gap);
        if !has_gaps && !after_print {
            return;
        }
        let Some(height) = self.height_of_row(&stretches) else { return };
        for stretch in stretches.iter().filter(|stretch| stretch.is_gap) {
            stretch.make_high(height);
        }
        let window = inner_height();
        // Only the rows of the window and around it matter, and the layout is asked once for each.
        let focused = focused();
        let is_beside_focus = |stretch: &Stretch| {
            let (near, end) = (InView::BESIDE_FOCUS, stretch.first + stretch.rows);
            stretch.is_gap
                && focused.is_some_and(|row| row + near >= stretch.first && row < end + near)
        };
        let is_thin_there = stretches.iter().any(is_beside_focus);
        let (mut first, mut last, mut is_thin) = (usize::MAX, 0, after_print || is_thin_there);
        for stretch in &stretches {
            let (top, bottom) = stretch.edges();
            if bottom < -NEAR || top > window + NEAR {
                continue;
            }
            is_thin |= stretch.is_gap;
            let (from, to) = if stretch.is_gap {
                let rows_to = |y: f64| whole((y - top).clamp(0.0, bottom - top) / height);
                (stretch.first + rows_to(0.0), stretch.first + rows_to(window))
            } else {
                (stretch.first, stretch.first)
            };
            let end = stretch.first + stretch.rows - 1;
            (first, last) = (first.min(from.min(end)), last.max(to.min(end)));
        }
        if is_thin && first <= last {
            let around = whole(AROUND / height) + 1;
            let range = first.saturating_sub(around)..last + around + 1;
            self.ask(InView::Rows { range, focused });
        }
    }

    fn ask(&self, in_view: InView) {
        if self.asked.borrow().as_ref() != Some(&in_view) {
            self.asked.replace(Some(in_view.clone()));
            self.dispatch.emit(Action::Look(in_view));
        }
    }

    /// Measured once for a width: a page whose gaps change all the time does not lie still.
    fn height_of_row(&self, stretches: &[Stretch]) -> Option<f64> {
        let width = f64::from(document().document_element()?.client_width());
        if let Some((height, measured)) = self.height.get()
            && (measured - width).abs() < 1.0
        {
            return Some(height);
        }
        let rows = stretches.iter().filter(|stretch| !stretch.is_gap);
        let heights: Vec<f64> = rows.map(|row| row.edges().1 - row.edges().0).collect();
        #[expect(clippy::cast_precision_loss, reason = "a few dozen rows")]
        let height = heights.iter().sum::<f64>() / heights.len() as f64;
        if height < 1.0 || !height.is_finite() {
            return None;
        }
        self.height.set(Some((height, width)));
        Some(height)
    }
}

impl Stretch {
    fn of(element: Element) -> Option<Self> {
        let number = |name: &str| element.get_attribute(name)?.parse().ok();
        let first = number("data-at")?;
        let rows = number("data-rows");
        Some(Self { first, rows: rows.unwrap_or(1), is_gap: rows.is_some(), element })
    }

    /// The upper and the lower edge in the window.
    fn edges(&self) -> (f64, f64) {
        let rectangle = self.element.get_bounding_client_rect();
        (rectangle.top(), rectangle.bottom())
    }

    /// The page's policy forbids styles in attributes; an attribute for the height is none.
    fn make_high(&self, height: f64) {
        #[expect(clippy::cast_precision_loss, reason = "it is a number of pixels")]
        let height = (self.rows as f64 * height).round().to_string();
        let Ok(Some(cell)) = self.element.query_selector("td") else { return };
        if cell.get_attribute("height").as_ref() != Some(&height) {
            let _ = cell.set_attribute("height", &height);
        }
    }
}

/// Renders what has changed at once. By itself it is put off while the browser has other things to do.
pub(super) fn render_now() {
    let flush = pin!(yew::scheduler::flush());
    // Asked once, it does all there is to do; what waits for it to be done is nobody.
    let _ = flush.poll(&mut Context::from_waker(Waker::noop()));
}

/// Every row and gap of long tables, in the order of the page.
fn stretches() -> Vec<Stretch> {
    let Ok(found) = document().query_selector_all("tbody[data-at]") else { return Vec::new() };
    let nodes = (0..found.length()).filter_map(|index| found.get(index));
    nodes.filter_map(|node| Stretch::of(node.unchecked_into())).collect()
}

/// The number of the row that has the keyboard's focus.
fn focused() -> Option<usize> {
    let row = document().active_element()?.closest("tbody[data-at]").ok()??;
    row.get_attribute("data-at")?.parse().ok()
}

fn inner_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default()
}

fn whole(number: f64) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of rows that is not negative"
    )]
    let whole = number.max(0.0) as usize;
    whole
}
