//! This tab among the others that show the same page.

use gloo::events::EventListener;
use gloo::utils::{document, window};
use wasm_bindgen::JsValue;
use web_sys::{BroadcastChannel, VisibilityState};
use yew::Callback;

const NAME: &str = "quarterlight library";

thread_local! {
    /// One for all that this tab says, so that it does not hear itself.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(NAME).ok();
    /// What this tab is called where its own storage cannot be used.
    static TAB: String = js_sys::Math::random().to_string();
}

/// What this tab is called. It is still called so after a reload or a crash.
#[must_use]
pub(super) fn own_tab() -> String {
    let new = TAB.with(String::clone);
    let Ok(Some(storage)) = window().session_storage() else { return new };
    if let Ok(Some(name)) = storage.get_item(NAME) {
        return name;
    }
    let _ = storage.set_item(NAME, &new);
    new
}

/// Tells the other tabs that something has changed.
pub(super) fn tell_other_tabs() {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&JsValue::NULL);
        }
    });
}

/// Tells when another tab may have changed something: when it says so, and, where tabs do not hear each other, when the
/// reader comes back to this one.
#[must_use]
pub fn on_other_tabs(then: &Callback<()>) -> Vec<EventListener> {
    let on_return = then.clone();
    let returned = EventListener::new(&document(), "visibilitychange", move |_| {
        if document().visibility_state() == VisibilityState::Visible {
            on_return.emit(());
        }
    });
    let then = then.clone();
    let heard = CHANNEL.with(|channel| {
        let channel = channel.as_ref()?;
        Some(EventListener::new(channel, "message", move |_| then.emit(())))
    });
    heard.into_iter().chain([returned]).collect()
}
