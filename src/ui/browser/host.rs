//! The page around a frame: hearing it and telling it.
//!
//! Heard is the parent window alone, and only while it is of the one origin that the frame's address names. Told is
//! that same origin, except that the page is there, which holds nothing of what is open.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::utils::{document, window};
use js_sys::{Array, ArrayBuffer, JSON, JsString, Reflect, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, ResizeObserver, Window};
use yew::Callback;

use crate::app::{Action, Embed, KEYS, Request};
use crate::view::Told;

/// The page around the frame, for as long as this is kept.
pub struct Host {
    page: Rc<Around>,
    told: RefCell<Told>,
    observer: Option<ResizeObserver>,
    _on_resize: Closure<dyn FnMut()>,
    _on_message: EventListener,
}

/// Where messages go.
struct Around {
    parent: Window,
    origin: String,
}

impl Host {
    /// Hears the page around the frame and lets it know that this page is there. None outside a frame, and where
    /// no origin may be heard.
    #[must_use]
    pub fn new(embed: &Embed, dispatch: Callback<Action>) -> Option<Self> {
        let parent = parent()?;
        let (ready, origin) = (JSON::parse(&Told::ready()), host_of(embed.origin.as_deref()));
        if let Ok(ready) = ready {
            // Whoever looks for why nothing is shown sees by this that the page at least runs.
            let _ = parent.post_message(&ready, "*");
        }
        let page = Rc::new(Around { parent, origin: origin? });
        let on_message = {
            let page = Rc::clone(&page);
            EventListener::new(&window(), "message", move |event| {
                let event = event.dyn_ref::<MessageEvent>().filter(|event| page.sent(event));
                if let Some(request) = event.and_then(|event| request(&event.data())) {
                    dispatch.emit(Action::Asked(request));
                }
            })
        };
        let on_resize = {
            let (page, told) = (Rc::clone(&page), Cell::new(0));
            Closure::new(move || {
                let height = height();
                if told.replace(height) != height {
                    page.tell(&Told::height(height));
                }
            })
        };
        let observer = ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let (Some(observer), Some(root)) = (&observer, document().document_element()) {
            observer.observe(&root);
        }
        let told = RefCell::default();
        Some(Self { page, told, observer, _on_resize: on_resize, _on_message: on_message })
    }

    /// Tells what is not as it was told before.
    pub fn tell(&self, told: Told) {
        let before = self.told.replace(told.clone());
        let now =
            [(told.status, before.status), (told.shown, before.shown), (told.error, before.error)];
        for (now, before) in now {
            if let Some(message) = now.filter(|now| Some(now) != before.as_ref()) {
                self.page.tell(&message);
            }
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

impl Around {
    /// Whether a message is from the page around the frame, and that page the one that may send it.
    fn sent(&self, event: &MessageEvent) -> bool {
        let source = event.source().map(JsValue::from);
        source.as_ref() == Some(self.parent.as_ref()) && event.origin() == self.origin
    }

    fn tell(&self, message: &str) {
        if let Ok(message) = JSON::parse(message) {
            // The browser gives it to that origin alone; to another it gives nothing.
            let _ = self.parent.post_message(&message, &self.origin);
        }
    }
}

/// Asks the page around the frame to open the whole report.
pub fn ask_for_whole(origin: Option<&str>) {
    if let Some((parent, origin)) = parent().zip(host_of(origin)) {
        Around { parent, origin }.tell(&Told::whole());
    }
}

/// The window around this one's frame.
fn parent() -> Option<Window> {
    around(&window())
}

/// The window around another's frame.
pub(super) fn around(window: &Window) -> Option<Window> {
    let parent = window.parent().ok().flatten()?;
    let is_other = AsRef::<JsValue>::as_ref(&parent) != AsRef::<JsValue>::as_ref(window);
    is_other.then_some(parent)
}

/// Whether the page is in a frame.
pub(super) fn is_framed() -> bool {
    parent().is_some()
}

fn host_of(origin: Option<&str>) -> Option<String> {
    let embed = Embed { origin: origin.map(str::to_owned), ..Embed::default() };
    embed.host(&window().location().origin().unwrap_or_default())
}

/// The height of what is on the page, whatever that of the frame.
fn height() -> u32 {
    let height = document().document_element().map(|root| root.get_bounding_client_rect().height());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a height in pixels is not negative and far below what there is room for"
    )]
    let height = height.unwrap_or_default().ceil() as u32;
    height
}

/// What a message asks for.
fn request(message: &JsValue) -> Option<Request> {
    if !message.is_object() {
        return None;
    }
    // What was sent is a copy without functions: reading it runs nothing of the sender's.
    let keys: Array = KEYS.iter().map(|key| JsValue::from_str(key)).collect();
    let words = JSON::stringify_with_replacer(message, &keys).ok()?;
    let files = Reflect::get(message, &"files".into()).ok()?;
    let contents = match files.dyn_ref::<Array>() {
        Some(files) => files.iter().map(|file| content(&file)).collect::<Option<_>>()?,
        None => Vec::new(),
    };
    Request::of(&String::from(words), contents)
}

/// A file's bytes, whether it was sent as bytes, as text or as what the text means.
fn content(file: &JsValue) -> Option<Vec<u8>> {
    let report = Reflect::get(file, &"report".into()).ok()?;
    if let Some(bytes) = report.dyn_ref::<ArrayBuffer>() {
        return Some(Uint8Array::new(bytes).to_vec());
    }
    let text = match report.dyn_into::<JsString>() {
        Ok(text) => text,
        Err(report) if report.is_object() => JSON::stringify(&report).ok()?,
        Err(_) => return None,
    };
    Some(String::from(text).into_bytes())
}
