//! What a page holds or shows before its program runs: the files that it was saved with, and the program itself to be saved
//! with them again.

use gloo::events::EventListener;
use gloo::utils::document;
use js_sys::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

use super::address::{note_place, place};
use super::drawn::stands_drawn;
use super::packing::{pack, unpack};
use super::sources::brought;
use super::work::in_tasks;
use crate::app::{Action, FileRead, ImportSteps, Imported, OpenFile, Place, State};
use crate::document::Problem;
use crate::publish::{HeldFile, Shell, held_in};

/// What a page begins with.
pub struct Opened {
    /// The state.
    pub state: State,
    /// Whether what the address names is in it already.
    pub is_brought: bool,
}

/// Opens what the page holds or shows already, and goes on with what that came to: at once where there is none of it.
pub fn open_first<D>(
    begin: impl Fn() -> State + 'static,
    draw: D,
    then: impl FnOnce(Opened) + 'static,
) where
    D: AsyncFnOnce(Vec<FileRead>) -> Result<String, JsValue> + 'static,
{
    let held = held();
    // In a frame nothing is brought.
    let is_brought = held.is_empty() && stands_drawn() && place().embed().is_none();
    if held.is_empty() && !is_brought {
        return then(Opened { state: begin(), is_brought });
    }
    spawn_local(async move {
        let opened = if is_brought {
            let Some(mut brought) = brought(&|_| {}).await else {
                return then(Opened { state: begin(), is_brought });
            };
            brought.draw_later(draw);
            let steps = ImportSteps::brought(&begin(), brought.files, brought.notes);
            Action::Imported(in_tasks(steps, &|_| {}).await)
        } else {
            Action::Held(imported(held, &begin()).await)
        };
        // Meanwhile the reader may have followed an address to another part.
        let state = begin().after(opened);
        if place() == Place::Start {
            // What stands there already is no page that one went to, or could go back from.
            note_place(&state.place);
        }
        then(Opened { state, is_brought });
    });
}

/// What the files come to that a saved page holds.
async fn imported(held: Vec<Element>, begin: &State) -> Box<Imported> {
    let mut files = Vec::new();
    let mut shown = None;
    for element in held {
        let name = element.get_attribute("data-name").unwrap_or_default();
        if element.has_attribute("data-shown") {
            shown = Some(name.clone());
        }
        let bytes = unpack(&element.text_content().unwrap_or_default()).await;
        files.push(FileRead { name, bytes: bytes.map_err(|_| Problem::Damaged) });
        element.remove();
    }
    let imported = in_tasks(ImportSteps::again(begin, files, shown), &|_| {}).await;
    remove_plain_report();
    imported
}

/// Takes away the report as plain markup, of which the browser may not have read the end.
fn remove_plain_report() {
    let remove = || {
        if let Some(report) = document().get_element_by_id("report") {
            report.remove();
        }
    };
    remove();
    if document().ready_state() == "loading" {
        EventListener::once(&document(), "DOMContentLoaded", move |_| remove()).forget();
    }
}

/// A file that was read; of a saved page, the files that it holds.
pub(super) async fn taken_out(file: FileRead) -> Vec<FileRead> {
    let is_page = |bytes: &Vec<u8>| bytes.starts_with(b"<!doctype html>");
    let Some(bytes) = file.bytes.as_ref().ok().filter(|bytes| is_page(bytes)) else {
        return vec![file];
    };
    let page = String::from_utf8_lossy(bytes);
    if !page.contains("id=\"program\"") {
        // Any other web page is none of ours, and is refused as such.
        return vec![file];
    }
    let mut files = Vec::new();
    for held in held_in(&page) {
        let bytes = unpack(&held.packed).await.map_err(|_| Problem::Damaged);
        files.push(FileRead { name: held.name, bytes });
    }
    if files.is_empty() {
        files.push(FileRead { name: file.name, bytes: Err(Problem::HoldsNothing) });
    }
    files
}

fn held() -> Vec<Element> {
    let Ok(found) = document().query_selector_all("script.held") else { return Vec::new() };
    let found = (0..found.length()).filter_map(|index| found.get(index));
    found.map(JsCast::unchecked_into).collect()
}

/// Files as a page is to hold them.
///
/// # Errors
///
/// The browser's reason.
pub async fn to_be_held(files: &[OpenFile], shown: &str) -> Result<Vec<HeldFile>, JsValue> {
    let mut held = Vec::with_capacity(files.len());
    for file in files {
        let packed = pack(&file.bytes).await?;
        held.push(HeldFile { name: file.name.clone(), packed, is_shown: file.name == shown });
    }
    Ok(held)
}

/// The program as it stands in this page.
///
/// # Errors
///
/// Something took a part of it out of the page.
pub fn shell() -> Result<Shell, JsValue> {
    let text = |id| {
        let element = document().get_element_by_id(id);
        element.and_then(|element| element.text_content()).ok_or_else(|| missing(id))
    };
    let policy = document().query_selector("meta[http-equiv]")?;
    let policy = policy.and_then(|policy| policy.get_attribute("content"));
    Ok(Shell {
        policy: policy.ok_or_else(|| missing("policy"))?,
        styles: text("styles")?,
        program: text("program")?,
        start: text("start")?,
    })
}

fn missing(part: &str) -> JsValue {
    Error::new(&format!("this page has lost its part “{part}”")).into()
}
