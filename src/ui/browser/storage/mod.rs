//! Reports that are kept on the device, in the browser's own database.

mod request;
mod tab;

use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::IdbObjectStore;
use yew::Callback;

use gloo::utils::window;

use self::request::{CONTENTS, Database, LAST_OPEN, REPORTS, SETTINGS, refusal};
use super::download::save_bytes;
use super::page::is_around_elsewhere;
use super::sources::forget;
use crate::app::{
    Action, Choice, FileRead, Found, Gaps, Home, Kept, Key, LastOpen, LibraryAction, OpenFile,
    Opening, Refusal, archive,
};

pub use tab::on_other_tabs;

/// How long the device may take to say what it keeps, in milliseconds: a page must not wait for ever.
const PATIENCE: u32 = 5_000;

const KEEPING: &str = "keeping";

/// Where the page was opened from.
#[must_use]
pub fn home() -> Home {
    if is_around_elsewhere() {
        return Home::Frame;
    }
    Home::of(&window().location().protocol().unwrap_or_default())
}

/// Looks for the first time what the device keeps, and says so if it does not answer.
pub fn look_first(dispatch: &Callback<Action>) {
    look(dispatch);
    let dispatch = dispatch.clone();
    gloo::timers::callback::Timeout::new(PATIENCE, move || {
        dispatch.emit(Action::Library(LibraryAction::Refused(Refusal::Silent)));
    })
    .forget();
}

/// Looks what the device keeps.
pub fn look(dispatch: &Callback<Action>) {
    tell(dispatch, async {
        match found().await {
            Ok(found) => LibraryAction::Found(Box::new(found)),
            Err(refusal) => LibraryAction::Refused(refusal),
        }
    });
}

/// Keeps an open file on the device.
pub fn keep(file: &OpenFile, dispatch: &Callback<Action>) {
    let file = file.clone();
    tell(dispatch, async move {
        let kept = Kept::of(&file, &now());
        match put(&kept, &file.bytes).await {
            Ok(()) => LibraryAction::Kept(Box::new(kept)),
            Err(refusal) => LibraryAction::NotKept { name: file.name, key: kept.key, refusal },
        }
    });
}

/// Notes what is open in this tab; none where nothing is. Whoever cannot go on another time has lost nothing else.
pub fn remember(last_open: Option<LastOpen>) {
    spawn_local(async move {
        let _ = put_last_open(last_open).await;
    });
}

/// Notes whether to keep what is opened.
pub fn choose(choice: Choice, dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    spawn_local(async move {
        if let Err(refusal) = put_choice(choice).await {
            dispatch.emit(Action::Library(LibraryAction::NotNoted(refusal)));
        } else if choice == Choice::Keep {
            // Last: a browser that asks the reader may wait for an answer for ever.
            ask_to_last().await;
        }
    });
}

/// Removes reports from the device.
pub fn remove(keys: Vec<Key>, dispatch: &Callback<Action>) {
    tell(dispatch, async move {
        match delete(&keys).await {
            // What the site keeps for when there is no network is the same data.
            Ok(()) if forget(&keys).await.is_err() => {
                LibraryAction::NotRemoved(Refusal::Failed("copies are left".to_owned()))
            }
            Ok(()) => LibraryAction::Removed(keys),
            Err(refusal) => LibraryAction::NotRemoved(refusal),
        }
    });
}

/// Opens reports that are kept.
pub fn reopen(opening: Opening, dispatch: &Callback<Action>) {
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let (files, gaps) = match contents(opening.files()).await {
            Ok(read) => read,
            Err(refusal) => {
                return dispatch.emit(Action::Library(LibraryAction::NotRead(refusal)));
            }
        };
        dispatch.emit(Action::Library(LibraryAction::Read(gaps)));
        if files.is_empty() {
            return;
        }
        let files = files.into_iter().map(|(name, bytes)| FileRead { name, bytes: Ok(bytes) });
        let files = files.collect();
        dispatch.emit(match opening {
            Opening::LastOpen(last_open) => Action::OpenedAgain { files, shown: last_open.shown },
            Opening::Chosen(_) => Action::Opened(files),
        });
    });
}

/// Offers reports that are kept as one file to save.
pub fn export(files: Vec<(Key, String)>, dispatch: &Callback<Action>) {
    tell(dispatch, async move {
        let made = async {
            let (files, gaps) = contents(&files).await?;
            let too_large = || Refusal::Failed("too large for one file".to_owned());
            let bytes = archive(&files).ok_or_else(too_large)?;
            save_bytes("quarterlight-reports.zip", "application/zip", &bytes)
                .map_err(|error| refusal(&error))?;
            Ok(gaps)
        };
        match made.await {
            Ok(gaps) => LibraryAction::Exported(gaps),
            Err(refusal) => LibraryAction::NotExported(refusal),
        }
    });
}

fn tell(dispatch: &Callback<Action>, what: impl Future<Output = LibraryAction> + 'static) {
    let dispatch = dispatch.clone();
    spawn_local(async move { dispatch.emit(Action::Library(what.await)) });
}

/// Whether the reader leaves what is opened on the device.
pub(super) async fn may_keep() -> bool {
    let choice = async {
        let database = Database::open().await?;
        let reading = database.reading(&[SETTINGS])?;
        reading.ask(SETTINGS, |store| store.get(&KEEPING.into()))?.value().await
    };
    let choice: Result<JsValue, Refusal> = choice.await;
    choice.ok().and_then(|choice| choice.as_string()).as_deref() != Some(Choice::DoNotKeep.text())
}

async fn found() -> Result<Found, Refusal> {
    let database = Database::open().await?;
    let reading = database.reading(&[REPORTS, LAST_OPEN, SETTINGS])?;
    let keys = reading.ask(REPORTS, IdbObjectStore::get_all_keys)?;
    let texts = reading.ask(REPORTS, IdbObjectStore::get_all)?;
    let tabs = reading.ask(LAST_OPEN, IdbObjectStore::get_all_keys)?;
    let last_open = reading.ask(LAST_OPEN, IdbObjectStore::get_all)?;
    let keeping = reading.ask(SETTINGS, |store| store.get(&KEEPING.into()))?;
    let mut found = Found::default();
    let reports = keys.list().await?.into_iter().zip(texts.list().await?);
    found.reports = reports
        .map(|(key, text)| {
            (key.as_string().unwrap_or_default(), text.as_string().unwrap_or_default())
        })
        .collect();
    let own = tab::own_tab();
    for (tab, text) in tabs.list().await?.into_iter().zip(last_open.list().await?) {
        let text = text.as_string().unwrap_or_default();
        if tab.as_string().as_ref() == Some(&own) {
            found.own = Some(text);
        } else {
            found.others.push(text);
        }
    }
    found.keeping = keeping.value().await?.as_string();
    found.room = room().await;
    Ok(found)
}

async fn put(kept: &Kept, bytes: &[u8]) -> Result<(), Refusal> {
    let Some(label) = &kept.label else { return Ok(()) };
    let key = JsValue::from_str(&kept.key.to_string());
    let database = Database::open().await?;
    let writing = database.writing(&[REPORTS, CONTENTS])?;
    // What is there already and sound is not written again each time it is opened.
    let before = writing.ask(CONTENTS, |store| store.get(&key))?.value().await?;
    if sound(&before, &kept.key).is_none() {
        let bytes = Uint8Array::from(bytes);
        writing.ask(CONTENTS, |store| store.put_with_key(&bytes, &key))?;
    }
    let text = JsValue::from_str(&label.text());
    writing.ask(REPORTS, |store| store.put_with_key(&text, &key))?;
    writing.finish().await?;
    tab::tell_other_tabs();
    Ok(())
}

async fn put_last_open(last_open: Option<LastOpen>) -> Result<(), Refusal> {
    let tab = JsValue::from_str(&tab::own_tab());
    let database = Database::open().await?;
    let writing = database.writing(&[LAST_OPEN])?;
    match last_open {
        Some(last_open) => {
            let text = JsValue::from_str(&last_open.text(&now()));
            writing.ask(LAST_OPEN, |store| store.put_with_key(&text, &tab))?
        }
        None => writing.ask(LAST_OPEN, |store| store.delete(&tab))?,
    };
    writing.finish().await
}

async fn put_choice(choice: Choice) -> Result<(), Refusal> {
    let database = Database::open().await?;
    let writing = database.writing(&[SETTINGS, LAST_OPEN])?;
    let text = JsValue::from_str(choice.text());
    writing.ask(SETTINGS, |store| store.put_with_key(&text, &KEEPING.into()))?;
    if choice == Choice::DoNotKeep {
        writing.ask(LAST_OPEN, IdbObjectStore::clear)?;
    }
    writing.finish().await?;
    tab::tell_other_tabs();
    Ok(())
}

async fn delete(keys: &[Key]) -> Result<(), Refusal> {
    let database = Database::open().await?;
    let writing = database.writing(&[REPORTS, CONTENTS])?;
    for key in keys {
        let key = JsValue::from_str(&key.to_string());
        writing.ask(REPORTS, |store| store.delete(&key))?;
        writing.ask(CONTENTS, |store| store.delete(&key))?;
    }
    writing.finish().await?;
    tab::tell_other_tabs();
    Ok(())
}

/// Files by name with their bytes.
type Contents = Vec<(String, Vec<u8>)>;

/// The bytes of reports that are kept, and those that are gone or damaged.
async fn contents(files: &[(Key, String)]) -> Result<(Contents, Gaps), Refusal> {
    let database = Database::open().await?;
    let reading = database.reading(&[CONTENTS])?;
    let asked = files.iter().map(|(key, _)| {
        let key = JsValue::from_str(&key.to_string());
        reading.ask(CONTENTS, |store| store.get(&key))
    });
    let asked = asked.collect::<Result<Vec<_>, _>>()?;
    let (mut read, mut gaps) = (Vec::new(), Gaps::default());
    for ((key, name), asked) in files.iter().zip(asked) {
        let value = asked.value().await?;
        match sound(&value, key) {
            Some(bytes) => read.push((name.clone(), bytes)),
            None if value.is_undefined() => gaps.missing.push(name.clone()),
            None => gaps.damaged.push(key.clone()),
        }
    }
    Ok((read, gaps))
}

/// What is stored under a key, if it is the data that the key was made from.
fn sound(value: &JsValue, key: &Key) -> Option<Vec<u8>> {
    let bytes = value.dyn_ref::<Uint8Array>()?.to_vec();
    (Key::of(&bytes) == *key).then_some(bytes)
}

/// How many bytes there is room for.
async fn room() -> Option<u64> {
    let estimate = JsFuture::from(window().navigator().storage().estimate().ok()?).await.ok()?;
    let number = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of bytes that is not negative"
    )]
    let room = (number("quota")? - number("usage")?).max(0.0) as u64;
    Some(room)
}

/// Asks that the browser does not clear away by itself what is kept. It may ask the reader, or refuse.
async fn ask_to_last() {
    let asked: Result<Promise, JsValue> = window().navigator().storage().persist();
    if let Ok(asked) = asked {
        let _ = JsFuture::from(asked).await;
    }
}

/// The time by the device's clock: `2026-11-22T20:14:05`.
fn now() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date(),
        now.get_hours(),
        now.get_minutes(),
        now.get_seconds()
    )
}
