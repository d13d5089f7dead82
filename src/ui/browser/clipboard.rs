//! The clipboard, which many a page may not write to.

use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

/// Copies a text and tells whether that worked.
pub fn copy(text: String, done: Callback<bool>) {
    spawn_local(async move {
        let is_copied = match clipboard() {
            Some(clipboard) => JsFuture::from(clipboard.write_text(&text)).await.is_ok(),
            None => false,
        };
        done.emit(is_copied);
    });
}

/// A page that is not served securely has none, whatever the type says.
pub(super) fn clipboard() -> Option<web_sys::Clipboard> {
    let clipboard =
        js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("clipboard")).ok()?;
    clipboard.is_object().then(|| clipboard.unchecked_into())
}
