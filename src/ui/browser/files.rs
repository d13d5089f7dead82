//! Files that are picked, dropped or pasted.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ClipboardEvent, DataTransfer, DragEvent, File, FileList, HtmlInputElement};
use yew::{Callback, Event, TargetCast};

use super::held::taken_out;
use super::timing::{BYTES, mark};

use crate::app::{Action, FileRead};
use crate::document::{MAX_BYTES, Problem};

/// Files as the browser hands them over, not read yet.
#[derive(Clone, Debug, Default)]
pub struct Picked {
    files: Vec<File>,
    /// A folder was chosen that holds nothing to read.
    empty_folder: bool,
}

impl Picked {
    /// Files that a person has chosen elsewhere.
    pub(super) fn of(files: Vec<File>) -> Self {
        Self { files, empty_folder: false }
    }
}

/// How much of a file is read at a time, so that the page stays alive and can say how far it is.
const SLICE: u64 = 4_000_000;

/// Files below this are read before a progress bar could be seen.
const WORTH_A_BAR: u64 = 2_000_000;

/// The files chosen in a file field, which is then emptied so that the same file can be chosen again.
#[must_use]
pub fn picked(event: &Event) -> Picked {
    let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return Picked::default() };
    let mut files = list(input.files());
    let is_folder = input.has_attribute("webkitdirectory");
    if is_folder {
        // A folder brings everything in it; only what can be a quarter file is meant.
        files.retain(|file| file.name().to_lowercase().ends_with(".json"));
    }
    input.set_value("");
    Picked { empty_folder: is_folder && files.is_empty(), files }
}

/// The files of a drop.
#[must_use]
pub fn dropped(transfer: Option<&DataTransfer>) -> Picked {
    Picked::of(list(transfer.and_then(DataTransfer::files)))
}

fn list(files: Option<FileList>) -> Vec<File> {
    files
        .map(|files| (0..files.length()).filter_map(|index| files.get(index)).collect())
        .unwrap_or_default()
}

/// Listens to the whole window, for as long as the listeners are kept: a file dropped anywhere is opened,
/// and so is a file or a text pasted anywhere but in a field.
pub fn on_drop_and_paste(dispatch: &Callback<Action>) -> [EventListener; 3] {
    let active = EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&window(), "dragover", active, |event| {
        event.prevent_default();
    });
    let on_drop = dispatch.clone();
    let drop = EventListener::new_with_options(&window(), "drop", active, move |event| {
        event.prevent_default();
        let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        read_all(dropped(transfer.as_ref()), on_drop.clone());
    });
    let on_paste = dispatch.clone();
    let paste = EventListener::new(&window(), "paste", move |event| {
        let Some(event) = event.dyn_ref::<ClipboardEvent>() else { return };
        let into_field =
            event.target().is_some_and(|target| target.dyn_ref::<HtmlInputElement>().is_some());
        if into_field {
            return;
        }
        let transfer = event.clipboard_data();
        let files = dropped(transfer.as_ref());
        if !files.files.is_empty() {
            read_all(files, on_paste.clone());
            return;
        }
        let text = transfer.and_then(|transfer| transfer.get_data("text/plain").ok());
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            on_paste.emit(Action::Pasted(text));
        }
    });
    [over, drop, paste]
}

/// Reads files slice by slice, telling how far it is, and hands them over together.
pub fn read_all(picked: Picked, dispatch: Callback<Action>) {
    if picked.empty_folder {
        let bytes = Err(Problem::NoFiles);
        dispatch.emit(Action::Opened(vec![FileRead { name: "The folder".to_owned(), bytes }]));
    }
    let files = picked.files;
    if files.is_empty() {
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        let total = files.iter().map(|file| size(file)).filter(|size| *size <= MAX_BYTES).sum();
        let mut done = 0;
        let mut read = Vec::with_capacity(files.len());
        for file in files {
            let bytes = read_one(&file, &mut done, total, &dispatch).await;
            read.extend(taken_out(FileRead { name: file.name(), bytes }).await);
        }
        mark(BYTES);
        dispatch.emit(Action::Opened(read));
    });
}

async fn read_one(
    file: &File,
    done: &mut u64,
    total: u64,
    dispatch: &Callback<Action>,
) -> Result<Vec<u8>, Problem> {
    let size = size(file);
    if size > MAX_BYTES {
        return Err(Problem::TooLarge(size));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default());
    let mut start = 0;
    // A file without bytes is read once as well: that is how a folder shows itself.
    loop {
        if total > WORTH_A_BAR {
            dispatch.emit(Action::Reading { done: *done, total, name: file.name() });
        }
        let end = (start + SLICE).min(size);
        bytes.extend(slice(file, start, end).await.map_err(|error| unreadable(&error))?);
        *done += end - start;
        start = end;
        if start >= size {
            return Ok(bytes);
        }
    }
}

/// What is in a blob, unless it is too large for a file.
pub(super) async fn bytes_of(blob: &Blob) -> Result<Vec<u8>, Problem> {
    let size = size(blob);
    if size > MAX_BYTES {
        return Err(Problem::TooLarge(size));
    }
    slice(blob, 0, size).await.map_err(|error| unreadable(&error))
}

async fn slice(file: &Blob, start: u64, end: u64) -> Result<Vec<u8>, JsValue> {
    #[expect(clippy::cast_precision_loss, reason = "sizes here are far below 2 to the 53rd")]
    let part = file.slice_with_f64_and_f64(start as f64, end as f64)?;
    let buffer = JsFuture::from(part.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

fn size(file: &Blob) -> u64 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a browser gives a file's size as a whole number that is not negative"
    )]
    let size = file.size() as u64;
    size
}

fn unreadable(error: &JsValue) -> Problem {
    let reason = error
        .dyn_ref::<js_sys::Error>()
        .map(|error| String::from(error.message()))
        .unwrap_or_default();
    Problem::Unreadable(reason.trim_end_matches('.').to_owned())
}
