//! Saving a report, what is shown of one, or a file.

use std::rc::Rc;

use yew::Callback;

use super::browser::{self, Drawn, Kind};
use super::first::{as_opened, drawn_first};
use super::plain::{plain_part_view, plain_report_view};
use crate::app::{Action, Saved, State, ToSave, example_files};
use crate::publish::{SavedPage, file_stem, fragment, saved_page, slug};
use crate::view::{plain_part, plain_report};

/// Written by the same declarations that read a file; making it here would weigh three times as much.
const SCHEMA: &str = include_str!("../../docs/quarterlight.schema.json");

/// Saves what is wanted, and tells what came of it.
pub(super) fn save(state: &State, what: ToSave, dispatch: &Callback<Action>) {
    let done = dispatch.reform(Action::Saved);
    match what {
        ToSave::Report => save_report(state, done),
        ToSave::Part => save_part(state, done),
        ToSave::File(name) => {
            let Some(file) = state.files.iter().find(|file| file.name == name) else { return };
            let bytes = Rc::clone(&file.bytes);
            browser::save(json_name(&name), Kind::Json, async move || Ok(bytes.to_vec()), done);
        }
        ToSave::Schema => {
            let name = "quarterlight.schema.json".to_owned();
            browser::save(name, Kind::Json, async || Ok(SCHEMA.into()), done);
        }
        ToSave::Sample(name) => {
            let sample = example_files().into_iter().find(|file| file.name == name);
            let bytes = sample.and_then(|file| file.bytes.ok()).unwrap_or_default();
            browser::save(name, Kind::Json, async move || Ok(bytes), done);
        }
    }
}

/// A pasted text has no ending, and a file system takes not every name.
fn json_name(name: &str) -> String {
    match name.strip_suffix(".json") {
        Some(_) => name.to_owned(),
        None => format!("{}.json", slug(name)),
    }
}

fn save_report(state: &State, done: Callback<Saved>) {
    let Some((report, plain)) = state.report().zip(plain_report(state)) else { return };
    let name = format!("{}.html", file_stem(report));
    let shown = report.file.clone();
    let files = state.files.clone();
    let make = async move || {
        let title = plain.window_title();
        let (running, version) = (plain.heading.running.clone(), plain.heading.version.clone());
        let drawn = Drawn::new(Callback::from(move |()| plain_report_view(&plain)))?;
        let first = drawn_first(&as_opened(&files, &shown).await)?;
        let held = browser::to_be_held(&files, &shown).await?;
        let markup = drawn.markup();
        let saved = SavedPage { title, running, version, first, markup, files: held };
        Ok(saved_page(&browser::shell()?, &saved).into_bytes())
    };
    browser::save(name, Kind::Html, make, done);
}

fn save_part(state: &State, done: Callback<Saved>) {
    let Some((report, part)) = state.report().zip(plain_part(state)) else { return };
    let heading = part.part.heading.clone();
    let name = format!("{}-{}.html", file_stem(report), slug(&part.named));
    let make = async move || {
        let drawn = Drawn::new(Callback::from(move |()| plain_part_view(&part)))?;
        let styles = browser::shell()?.styles;
        let text = fragment(&heading, &drawn.markup(), &styles, &|selector| drawn.has(selector));
        Ok(text.into_bytes())
    };
    browser::save(name, Kind::Html, make, done);
}
