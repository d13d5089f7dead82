//! Files that the page's address names: `?src=reports/q2.json`.

use gloo::utils::window;
use js_sys::{Array, Date as Now, decode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, Headers, Request, RequestCache, RequestInit, RequestRedirect, Response, ResponseInit,
    ResponseType, Url, UrlSearchParams,
};
use yew::Callback;

use super::drawn::{Drawing, forget_drawn};
use super::files::bytes_of;
use super::handover;
use super::held::taken_out;
use super::site::{folder, kept};
use super::storage::may_keep;
use crate::app::{Action, FileRead, Key, Progressing};
use crate::document::{Fetched, Finding, MAX_BYTES, Problem};
use crate::terms::Date;

/// Where copies are kept for when there is no network, and the header that says since which day.
const COPIES: &str = "copies";
const SINCE: &str = "kept-since";

/// A file, and the day of the copy if it is one.
struct Source {
    url: String,
    blob: Blob,
    copy: Option<Date>,
}

/// Files that come with the page.
pub(super) struct Brought {
    pub(super) files: Vec<FileRead>,
    /// What is to be said of them.
    pub(super) notes: Vec<Finding>,
    drawing: Option<Drawing>,
}

/// Opens, once, the files that the page's address names and those that are handed to it, and has them drawn for the
/// next time.
pub fn bring<D>(dispatch: &Callback<Action>, draw: D)
where
    D: AsyncFnOnce(Vec<FileRead>) -> Result<String, JsValue> + 'static,
{
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let tell = |progress| dispatch.emit(Action::Importing(progress));
        let Some(mut brought) = brought(&tell).await else { return };
        brought.draw_later(draw);
        dispatch.emit(Action::Brought(brought.files, brought.notes));
    });
}

/// Reads the files, if there are any.
pub(super) async fn brought(tell: &dyn Fn(Progressing)) -> Option<Brought> {
    let asked = asked();
    let is_in_site = folder().is_some();
    if asked.is_empty() && !is_in_site {
        return None;
    }
    let (mut files, mut notes) = (Vec::new(), Vec::new());
    let mut as_served = Vec::new();
    for address in &asked {
        tell(Progressing::Fetching(address.clone()));
        let source = if is_in_site { fetch(address).await } else { Err(Fetched::NotInSite.into()) };
        match source {
            Ok(source) => {
                let name = last_of(address);
                match source.copy {
                    Some(date) => notes.push(Finding::whole(&name, Fetched::Copy(date).into())),
                    None => as_served.push((source.url, source.blob.clone())),
                }
                let bytes = bytes_of(&source.blob).await;
                let found = taken_out(FileRead { name, bytes }).await;
                files.extend(found.into_iter().map(|FileRead { name, bytes }| FileRead {
                    name,
                    bytes: bytes.and_then(Fetched::checked),
                }));
            }
            Err(problem) => files.push(FileRead { name: address.clone(), bytes: Err(problem) }),
        }
    }
    // What the address names is newer than what an earlier page had of it.
    let handed = handover::take().await;
    let is_named = |name: &str| files.iter().any(|file| file.name == name);
    let others: Vec<FileRead> = handed.into_iter().filter(|one| !is_named(&one.name)).collect();
    let is_all_served = as_served.len() == asked.len() && others.is_empty();
    for file in others {
        files.extend(taken_out(file).await);
    }
    let drawing = if is_all_served { Drawing::of(as_served).await } else { None };
    (!files.is_empty()).then_some(Brought { files, notes, drawing })
}

impl Brought {
    /// Has them drawn for the next time, once the reader has them before their eyes.
    pub(super) fn draw_later<D>(&mut self, draw: D)
    where
        D: AsyncFnOnce(Vec<FileRead>) -> Result<String, JsValue> + 'static,
    {
        if let Some(drawing) = self.drawing.take() {
            let files = self.files.clone();
            drawing.keep_later(async move || draw(files).await);
        }
    }
}

/// Whether the page's address names files.
#[must_use]
pub fn brings() -> bool {
    !asked().is_empty()
}

fn asked() -> Vec<String> {
    let search = window().location().search().unwrap_or_default();
    let Ok(parameters) = UrlSearchParams::new_with_str(&search) else { return Vec::new() };
    let named = parameters.get_all("src");
    // Nothing would name the page itself.
    named.iter().filter_map(|one| one.as_string()).filter(|one| !one.trim().is_empty()).collect()
}

/// What a file is called, from its address as it was given.
fn last_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().filter(|name| !name.is_empty()).unwrap_or(address);
    decode_uri_component(name).map_or_else(|_| name.to_owned(), String::from)
}

async fn fetch(address: &str) -> Result<Source, Problem> {
    let here = window().location();
    let base = here.href().unwrap_or_default();
    let url = Url::new_with_base(address, &base).map_err(|_| Fetched::Elsewhere)?;
    let is_http = ["http:", "https:"].contains(&url.protocol().as_str());
    if !is_http || here.origin().ok() != Some(url.origin()) {
        return Err(Fetched::Elsewhere.into());
    }
    url.set_hash("");
    let url = url.href();
    let Ok(response) = ask(&url, RequestRedirect::Follow).await else {
        // A browser does not say why nothing came; that it was sent on, it says when it need not follow.
        let first = ask(&url, RequestRedirect::Manual).await;
        if first.is_ok_and(|first| first.type_() == ResponseType::Opaqueredirect) {
            return Err(Fetched::SentElsewhere.into());
        }
        return copy_of(&url).await.ok_or_else(|| Fetched::NoAnswer.into());
    };
    if !response.ok() {
        return Err(Fetched::Status(response.status()).into());
    }
    let length = response.headers().get("content-length").ok().flatten();
    if let Some(size) = length.and_then(|size| size.parse().ok()).filter(|size| *size > MAX_BYTES) {
        return Err(Problem::TooLarge(size));
    }
    let blob = blob(&response).await.map_err(|_| Fetched::NoAnswer)?;
    // Nobody waits for that to be shown the report.
    let copy = blob.clone();
    let to_keep = url.clone();
    spawn_local(async move {
        let _ = keep(&to_keep, &copy).await;
    });
    Ok(Source { url, blob, copy: None })
}

async fn ask(url: &str, redirect: RequestRedirect) -> Result<Response, JsValue> {
    let request = RequestInit::new();
    request.set_redirect(redirect);
    request.set_cache(RequestCache::NoCache);
    let response = JsFuture::from(window().fetch_with_str_and_init(url, &request)).await?;
    Ok(response.unchecked_into())
}

async fn blob(response: &Response) -> Result<Blob, JsValue> {
    Ok(JsFuture::from(response.blob()?).await?.unchecked_into())
}

/// Keeps what may be a report; a page to sign in on, say, does not take the place of the last one.
async fn keep(url: &str, blob: &Blob) -> Result<(), JsValue> {
    let start = JsFuture::from(blob.slice_with_i32_and_i32(0, 64)?.text()).await?;
    let start = start.as_string().unwrap_or_default();
    if !start.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        return Ok(());
    }
    let Some(cache) = kept(COPIES).await else { return Ok(()) };
    if !may_keep().await {
        return Ok(());
    }
    let headers = Headers::new()?;
    headers.set(SINCE, &today())?;
    let options = ResponseInit::new();
    options.set_headers_headers(&headers);
    let response = Response::new_with_opt_blob_and_init(Some(blob), &options)?;
    JsFuture::from(cache.put_with_str(url, &response)).await.map(drop)
}

async fn copy_of(url: &str) -> Option<Source> {
    let found = JsFuture::from(kept(COPIES).await?.match_with_str(url)).await.ok()?;
    let response: Response = found.dyn_into().ok()?;
    let since = response.headers().get(SINCE).ok().flatten()?;
    let (url, blob) = (url.to_owned(), blob(&response).await.ok()?);
    Some(Source { url, blob, copy: Some(since.parse().ok()?) })
}

/// Whether copies of all these are kept.
pub(super) async fn are_copied(urls: &[String]) -> bool {
    for url in urls {
        if copy_of(url).await.is_none() {
            return false;
        }
    }
    true
}

/// Forgets the copies of some data, and what was drawn of any.
pub(super) async fn forget(keys: &[Key]) -> Result<(), JsValue> {
    forget_drawn().await?;
    let Some(cache) = kept(COPIES).await else { return Ok(()) };
    for request in Array::from(&JsFuture::from(cache.keys()).await?).iter() {
        let request: Request = request.unchecked_into();
        let Some(copy) = copy_of(&request.url()).await else { continue };
        let bytes = bytes_of(&copy.blob).await.unwrap_or_default();
        if keys.contains(&Key::of(&bytes)) {
            JsFuture::from(cache.delete_with_request(&request)).await?;
        }
    }
    Ok(())
}

fn today() -> String {
    let now = Now::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
