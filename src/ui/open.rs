//! Buttons that open files.

use yew::{Callback, Event, Html, html};

use super::browser;
use crate::app::Action;

/// A button that opens one or several files.
pub(super) fn open_files(class: &'static str, dispatch: &Callback<Action>) -> Html {
    html! {
        <label {class}>
            { "Open files" }
            <input
                class="ql-file" type="file" multiple=true
                accept=".json,application/json,.html,text/html" onchange={on_files(dispatch)}
            />
        </label>
    }
}

/// A button that opens every file of a folder.
pub(super) fn open_folder(class: &'static str, dispatch: &Callback<Action>) -> Html {
    html! {
        <label {class}>
            { "Open a folder" }
            <input
                class="ql-file" type="file" multiple=true webkitdirectory=true
                onchange={on_files(dispatch)}
            />
        </label>
    }
}

fn on_files(dispatch: &Callback<Action>) -> Callback<Event> {
    let dispatch = dispatch.clone();
    Callback::from(move |event: Event| {
        browser::read_all(browser::picked(&event), dispatch.clone());
    })
}
