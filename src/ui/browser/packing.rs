//! Files as a page holds them: packed by gzip, in base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use gloo::utils::window;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Response};

/// Packs bytes.
///
/// # Errors
///
/// The browser's reason.
pub(super) async fn pack(bytes: &[u8]) -> Result<String, JsValue> {
    Ok(STANDARD.encode(through(bytes, "CompressionStream").await?))
}

/// The bytes that were packed.
///
/// # Errors
///
/// The text was changed: gzip knows by its checksum.
pub(super) async fn unpack(text: &str) -> Result<Vec<u8>, JsValue> {
    let packed = STANDARD.decode(text.trim()).map_err(|error| error.to_string())?;
    through(&packed, "DecompressionStream").await
}

async fn through(bytes: &[u8], stream: &str) -> Result<Vec<u8>, JsValue> {
    // Every browser has both streams by now; the crate that lists what browsers have does not yet.
    let class: Function = Reflect::get(&window(), &stream.into())?.dyn_into()?;
    let stream = Reflect::construct(&class, &Array::of1(&"gzip".into()))?;
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes)))?;
    let piped = blob.stream().pipe_through(stream.unchecked_ref());
    let response = Response::new_with_opt_readable_stream(Some(&piped))?;
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
