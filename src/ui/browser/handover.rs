//! Files that another program or an earlier page hands to this one.

use gloo::utils::window;
use js_sys::{Array, Function, Reflect, decode_uri_component, encode_uri_component};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Cache, File, FileSystemFileHandle, Request, Response};
use yew::Callback;

use super::files::{Picked, bytes_of, read_all};
use super::site::kept;
use crate::app::{Action, FileRead, OpenFile};

/// Where files wait to be taken; known to `assets/site/sw.js`, which puts there what is shared.
const HANDOVER: &str = "handover";

/// Puts the open files where the page that comes takes them from.
pub(super) async fn put(open: &[OpenFile]) {
    let Some(cache) = kept(HANDOVER).await else { return };
    for (at, file) in open.iter().enumerate() {
        let mut bytes = file.bytes.to_vec();
        let Ok(response) = Response::new_with_opt_u8_array(Some(&mut bytes)) else { continue };
        let address = format!("{HANDOVER}/{at}/{}", encode_uri_component(&file.name));
        // What the device has no room for has to be opened again.
        let _ = JsFuture::from(cache.put_with_str(&address, &response)).await;
    }
}

/// Takes the files that wait: they are handed over once.
pub(super) async fn take() -> Vec<FileRead> {
    let mut files = Vec::new();
    let Some(cache) = kept(HANDOVER).await else { return files };
    let waiting = JsFuture::from(cache.keys()).await.unwrap_or_default();
    for request in Array::from(&waiting).iter() {
        let request: Request = request.unchecked_into();
        files.extend(take_one(&cache, &request).await.ok());
        let _ = JsFuture::from(cache.delete_with_request(&request)).await;
    }
    files
}

async fn take_one(cache: &Cache, request: &Request) -> Result<FileRead, JsValue> {
    let found = JsFuture::from(cache.match_with_request(request)).await?;
    let blob: Blob = JsFuture::from(found.dyn_into::<Response>()?.blob()?).await?.unchecked_into();
    let address = request.url();
    let name = address.rsplit('/').next().unwrap_or_default();
    let name = decode_uri_component(name).map(String::from)?;
    Ok(FileRead { name, bytes: bytes_of(&blob).await })
}

/// Opens the files with which the installed application is started, where the platform does that.
pub fn on_launch(dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    let queue = Reflect::get(&window(), &"launchQueue".into()).unwrap_or_default();
    let set = Reflect::get(&queue, &"setConsumer".into()).unwrap_or_default();
    let Ok(set) = set.dyn_into::<Function>() else { return };
    let consumer = Closure::<dyn FnMut(JsValue)>::new(move |launched: JsValue| {
        let handles = Reflect::get(&launched, &"files".into()).unwrap_or_default();
        if !Array::is_array(&handles) {
            return;
        }
        let dispatch = dispatch.clone();
        spawn_local(async move {
            let mut files = Vec::new();
            for handle in Array::from(&handles).iter() {
                let handle: FileSystemFileHandle = handle.unchecked_into();
                let file = JsFuture::from(handle.get_file()).await;
                files.extend(file.ok().map(JsCast::unchecked_into::<File>));
            }
            read_all(Picked::of(files), dispatch);
        });
    });
    let _ = set.call1(&queue, consumer.as_ref());
    // It is called for as long as the page lives.
    consumer.forget();
}
