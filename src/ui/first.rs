//! What a page shows until its program runs, which then shows the same: drawn by the components that the program runs.

use yew::Callback;

use super::browser::{self, Result};
use super::screen::screen;
use crate::app::{Action, FileRead, ImportSteps, InView, OpenFile, Part, Place, State};
use crate::publish::{FirstView, first_markup};
use crate::view::page;

/// The state that the site's page begins with.
pub(super) fn beginning(place: Place) -> State {
    State::beginning(place).with_library(browser::home(), browser::brings())
}

/// The state that a saved page comes to. The files are opened anew, since whatever is set and chosen here, the page begins
/// without.
pub(super) async fn as_opened(files: &[OpenFile], shown: &str) -> State {
    let read = files.iter().map(|file| {
        let bytes = Ok(file.bytes.to_vec());
        FileRead { name: file.name.clone(), bytes }
    });
    let begin = State::beginning(Place::Report(Part::Overview));
    let steps = ImportSteps::again(&begin, read.collect(), Some(shown.to_owned()));
    begin.after(Action::Held(browser::in_tasks(steps, &|_| {}).await))
}

/// What the page of the site shows first of files that its address names.
pub(super) async fn draw_brought(files: Vec<FileRead>) -> Result<String> {
    let begin = beginning(Place::Start);
    let steps = ImportSteps::brought(&begin, files, Vec::new());
    let opened = begin.after(Action::Imported(browser::in_tasks(steps, &|_| {}).await));
    Ok(first_markup(&drawn_first(&opened)?))
}

/// What a page shows at its beginning, and where most of the rows are.
pub(super) fn drawn_first(opened: &State) -> Result<Vec<FirstView>> {
    let parts = [("overview", Part::Overview), ("measures", Part::Measures)];
    let drawn = parts.into_iter().map(|(name, part)| {
        let state = opened.after(Action::Go(Place::Report(part)));
        // Of the rows as many as a window shows: the more there are, the later the first is seen.
        let state = State { in_view: InView::First, ..state };
        let draw = Callback::from(move |()| screen(page(&state), &Callback::noop()));
        Ok(FirstView { name, markup: browser::still_markup(draw)? })
    });
    drawn.collect()
}
