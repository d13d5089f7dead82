//! Saving a file: where the reader chooses, if the browser lets a page write there, or else among the downloads.

use std::cell::RefCell;

use gloo::utils::window;
use js_sys::{Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag};
use yew::Callback;

use super::download::save_blob;
use super::host::is_framed;
use crate::app::Saved;

/// What kind of file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A page.
    Html,
    /// Data.
    Json,
}

impl Kind {
    fn mime(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Json => "application/json",
        }
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Html => ".html",
            Self::Json => ".json",
        }
    }
}

/// Where a file goes.
enum Place {
    /// Into the file that the reader chose: its handle, and its name.
    Chosen(JsValue, String),
    Downloads,
    /// The reader thought better of it.
    Nowhere,
}

thread_local! {
    /// The files that were chosen before, by the names that were proposed: saving again writes there again.
    static CHOSEN: RefCell<Vec<(String, JsValue, String)>> = const { RefCell::new(Vec::new()) };
}

/// Saves what `make` makes. The reader is asked first: a browser allows that only just after a click.
pub fn save<M>(name: String, kind: Kind, make: M, done: Callback<Saved>)
where
    M: AsyncFnOnce() -> Result<Vec<u8>, JsValue> + 'static,
{
    spawn_local(async move {
        let saved = match place(&name, kind).await {
            Place::Nowhere => return,
            Place::Chosen(handle, chosen) => match make_and_write(make, &handle).await {
                Ok(()) => Ok(Saved::Written(chosen)),
                Err(error) => {
                    CHOSEN.with_borrow_mut(|all| all.retain(|(known, ..)| *known != name));
                    Err(error)
                }
            },
            Place::Downloads => offer(&name, kind, make).await,
        };
        done.emit(saved.unwrap_or_else(|error| Saved::Refused { name, reason: reason(&error) }));
    });
}

async fn place(name: &str, kind: Kind) -> Place {
    let known = CHOSEN.with_borrow(|all| {
        all.iter()
            .find(|(proposed, ..)| proposed == name)
            .map(|(_, handle, name)| (handle.clone(), name.clone()))
    });
    if let Some((handle, name)) = known {
        return Place::Chosen(handle, name);
    }
    let Some(picker) = function(&window(), "showSaveFilePicker") else { return Place::Downloads };
    let asked = match options(name, kind).and_then(|options| picker.call1(&window(), &options)) {
        Ok(promise) => JsFuture::from(promise.unchecked_into::<Promise>()).await,
        Err(error) => Err(error),
    };
    match asked {
        Ok(handle) => {
            let chosen = text_of(&handle, "name").unwrap_or_else(|| name.to_owned());
            let entry = (name.to_owned(), handle.clone(), chosen.clone());
            CHOSEN.with_borrow_mut(|all| all.push(entry));
            Place::Chosen(handle, chosen)
        }
        Err(error) if text_of(&error, "name").as_deref() == Some("AbortError") => Place::Nowhere,
        // A frame of another origin, say, may not ask.
        Err(_) => Place::Downloads,
    }
}

fn options(name: &str, kind: Kind) -> Result<Object, JsValue> {
    let accept = Object::new();
    Reflect::set(&accept, &kind.mime().into(), &Array::of1(&kind.ending().into()))?;
    let kinds = Object::new();
    Reflect::set(&kinds, &"accept".into(), &accept)?;
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into())?;
    Reflect::set(&options, &"types".into(), &Array::of1(&kinds))?;
    Ok(options)
}

async fn make_and_write<M>(make: M, handle: &JsValue) -> Result<(), JsValue>
where
    M: AsyncFnOnce() -> Result<Vec<u8>, JsValue>,
{
    let bytes = make().await?;
    let stream = call(handle, "createWritable", None).await?;
    // What is written takes the place of the file only when it is closed: a fault before leaves that as it was.
    call(&stream, "write", Some(&Uint8Array::from(bytes.as_slice()))).await?;
    call(&stream, "close", None).await.map(drop)
}

async fn offer<M>(name: &str, kind: Kind, make: M) -> Result<Saved, JsValue>
where
    M: AsyncFnOnce() -> Result<Vec<u8>, JsValue>,
{
    let bytes = make().await?;
    let options = BlobPropertyBag::new();
    options.set_type(kind.mime());
    let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    save_blob(name, &blob)?;
    Ok(Saved::Offered { name: name.to_owned(), in_frame: is_framed() })
}

async fn call(on: &JsValue, name: &str, with: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let function =
        function(on, name).ok_or_else(|| JsValue::from(format!("there is no {name}")))?;
    let promise = match with {
        Some(with) => function.call1(on, with)?,
        None => function.call0(on)?,
    };
    JsFuture::from(promise.unchecked_into::<Promise>()).await
}

fn function(on: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(on, &name.into()).ok()?.dyn_into().ok()
}

fn text_of(on: &JsValue, name: &str) -> Option<String> {
    Reflect::get(on, &name.into()).ok()?.as_string()
}

/// What a browser says of a fault, without the full stop that a sentence around it brings.
fn reason(error: &JsValue) -> String {
    let said = text_of(error, "message").or_else(|| error.dyn_ref::<JsString>().map(String::from));
    let said = said.unwrap_or_else(|| "the browser gives no reason".to_owned());
    said.trim_end_matches('.').to_owned()
}
