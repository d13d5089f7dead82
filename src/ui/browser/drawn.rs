//! What the site's page shows of the files that its address names, drawn for the next time: as long as they are what their
//! server has, the worker puts it into the page, where it stands until the program runs.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, Cache, Element, Headers, Response, ResponseInit};

use super::address::address_of;
use super::site::{kept, version_in_use};
use super::sources::are_copied;
use super::storage::may_keep;

/// Where it is kept, and the headers that say of which bytes it is and by which version; known to
/// `assets/site/sw.js`.
const DRAWN: &str = "drawn";
const OF: &str = "drawn-of";
const BY: &str = "drawn-by";

/// How many pages are kept: those that were drawn last.
const MOST: u32 = 8;

/// How long the page has been used before anything is drawn, in milliseconds: the reader comes first.
const LATER: u32 = 1_500;

/// What is drawn is drawn a second time out of sight, which must not be felt.
const MOST_BYTES: f64 = 2_000_000.0;

/// What may be drawn for the next time.
pub(super) struct Drawing {
    files: Vec<(String, Blob)>,
    address: String,
    by: String,
}

impl Drawing {
    /// Of files as their server gave them; none where the page is not the site's or there is too much of it.
    pub(super) async fn of(files: Vec<(String, Blob)>) -> Option<Self> {
        let size: f64 = files.iter().map(|(_, file)| file.size()).sum();
        if files.is_empty() || size > MOST_BYTES {
            return None;
        }
        // Asked at once: the reader may agree to a newer version while this page is open.
        let by = version_in_use().await?;
        Some(Self { files, address: address_of(""), by })
    }

    /// Draws and keeps it in a while, unless that was done before.
    pub(super) fn keep_later(self, draw: impl AsyncFnOnce() -> Result<String, JsValue> + 'static) {
        Timeout::new(LATER, move || {
            spawn_local(async move {
                // What cannot be kept is there a moment later the next time.
                let _ = self.keep(draw).await;
            });
        })
        .forget();
    }

    async fn keep(
        self,
        draw: impl AsyncFnOnce() -> Result<String, JsValue>,
    ) -> Result<(), JsValue> {
        let Some(cache) = kept(DRAWN).await else { return Ok(()) };
        let (sources, files): (Vec<_>, Vec<_>) = self.files.into_iter().unzip();
        // What was refused or removed meanwhile has no copy.
        if !may_keep().await || !are_copied(&sources).await {
            return Ok(());
        }
        let mut hashes = Vec::with_capacity(files.len());
        for file in &files {
            hashes.push(hash(file).await?);
        }
        let of = hashes.join(" ");
        let found = JsFuture::from(cache.match_with_str(&self.address)).await?;
        if let Ok(found) = found.dyn_into::<Response>() {
            let headers = found.headers();
            if headers.get(OF)?.as_ref() == Some(&of) && headers.get(BY)?.as_ref() == Some(&self.by)
            {
                return Ok(());
            }
        }
        let markup = draw().await?;
        let headers = Headers::new()?;
        headers.set(OF, &of)?;
        headers.set(BY, &self.by)?;
        let options = ResponseInit::new();
        options.set_headers_headers(&headers);
        let response = Response::new_with_opt_str_and_init(Some(&markup), &options)?;
        JsFuture::from(cache.put_with_str(&self.address, &response)).await?;
        leave_last(MOST, &cache).await
    }
}

/// Whether this page shows something that was drawn before, at the place that its address names.
pub(super) fn stands_drawn() -> bool {
    let Ok(views) = document().query_selector_all("#app > .ql-first") else { return false };
    let view = |index| views.get(index).and_then(|view| view.dyn_into::<Element>().ok());
    (0..views.length()).filter_map(view).any(|view| view.client_height() > 0)
}

/// Forgets all that was drawn.
pub(super) async fn forget_drawn() -> Result<(), JsValue> {
    match kept(DRAWN).await {
        Some(cache) => leave_last(0, &cache).await,
        None => Ok(()),
    }
}

/// Deletes all entries but so many that came last.
async fn leave_last(most: u32, cache: &Cache) -> Result<(), JsValue> {
    let keys = Array::from(&JsFuture::from(cache.keys()).await?);
    for request in keys.slice(0, keys.length().saturating_sub(most)).iter() {
        JsFuture::from(cache.delete_with_request(request.unchecked_ref())).await?;
    }
    Ok(())
}

async fn hash(file: &Blob) -> Result<String, JsValue> {
    let bytes = JsFuture::from(file.array_buffer()).await?;
    let subtle = window().crypto()?.subtle();
    let digest = subtle.digest_with_str_and_buffer_source("SHA-256", bytes.unchecked_ref())?;
    let digest = Uint8Array::new(&JsFuture::from(digest).await?).to_vec();
    Ok(format!("sha256-{}", STANDARD.encode(digest)))
}
