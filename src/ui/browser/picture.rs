//! A drawing turned into a picture of dots, to be saved or copied.

use gloo::utils::{document, window};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, ClipboardItem, HtmlCanvasElement,
    HtmlImageElement, Url,
};
use yew::Callback;

use super::clipboard::clipboard;
use super::download::save_blob;

/// Dots for each pixel, so that it is sharp on paper too.
const SHARPNESS: u32 = 2;

const PNG: &str = "image/png";

/// Offers a drawing as a PNG file to save, and tells whether the browser took it.
pub fn save_png(name: String, svg: String, done: Callback<bool>) {
    spawn_local(async move {
        let is_taken = match png(svg).await {
            Ok(png) => save_blob(&name, &png).is_ok(),
            Err(_) => false,
        };
        done.emit(is_taken);
    });
}

/// Copies a drawing as a picture, and tells whether that worked.
pub fn copy_png(svg: String, done: Callback<bool>) {
    // Safari takes only what is promised while the click is being handled.
    let promised = future_to_promise(async move { png(svg).await.map(JsValue::from) });
    let written = clipboard().ok_or(JsValue::NULL).and_then(|clipboard| {
        let record = Object::new();
        Reflect::set(&record, &PNG.into(), &promised)?;
        let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&record)?;
        Ok(clipboard.write(&Array::of1(&item)))
    });
    spawn_local(async move {
        let is_copied = match written {
            Ok(written) => JsFuture::from(written).await.is_ok(),
            Err(_) => false,
        };
        done.emit(is_copied);
    });
}

/// Whether this browser copies pictures for a page like this one.
#[must_use]
pub fn can_copy_pictures() -> bool {
    cfg!(target_family = "wasm")
        && clipboard().is_some()
        && Reflect::has(&window(), &JsValue::from_str("ClipboardItem")).unwrap_or(false)
}

async fn png(svg: String) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let image = HtmlImageElement::new()?;
    let loaded = Promise::new(&mut |resolve, reject| {
        image.set_onload(Some(&resolve));
        image.set_onerror(Some(&reject));
        image.set_src(&address);
    });
    let loaded = JsFuture::from(loaded).await;
    Url::revoke_object_url(&address)?;
    loaded?;
    let (width, height) = (image.natural_width() * SHARPNESS, image.natural_height() * SHARPNESS);
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        f64::from(width),
        f64::from(height),
    )?;
    let made = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob(&resolve) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    // A canvas that cannot be read gives nothing.
    JsFuture::from(made).await?.dyn_into()
}
