//! The first screen.

use yew::{Callback, Html, Properties, component, html};

use super::browser;
use super::navigation::link;
use super::open::{open_files, open_folder};
use crate::app::{Action, Place};

/// Written by the same declarations that read a file; making it here would weigh three times as much.
const SCHEMA: &str = include_str!("../../docs/quarterlight.schema.json");

/// What the first screen is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// The first screen: what this is, that nothing leaves the device, and what to do.
#[component]
pub fn StartView(props: &Props) -> Html {
    let save_schema = Callback::from(|_| {
        // A browser that refuses shows nothing; there is nothing of the reader's to lose.
        let _ = browser::save_text("quarterlight.schema.json", "application/json", SCHEMA);
    });
    html! {
        <main class="ql-start">
            <h1 class="ql-start__title" tabindex="-1">{ "Quarterlight" }</h1>
            <p class="ql-start__lead">
                { "Open this quarter's file, and last year's with it, to read a directorate's performance report with every status explained." }
            </p>
            <p>{ "Nothing that you open leaves this device." }</p>
            { actions(&props.dispatch) }
            <p class="ql-hint">
                { "You can also drop files anywhere on this page, or paste a file's text." }
            </p>
            <h2 class="ql-start__more">{ "Writing a quarter file" }</h2>
            <p>
                { "A quarter file is JSON, written by hand or exported from a spreadsheet. The schema lets an editor check it while you type." }
            </p>
            <button type="button" class="ql-link" onclick={save_schema}>{ "Save the schema" }</button>
        </main>
    }
}

/// The page of a report when there is none: a page that is loaded again does not know the files that were open.
#[component]
pub fn NothingOpenView(props: &Props) -> Html {
    html! {
        <main class="ql-start">
            <h1 class="ql-start__title" tabindex="-1">{ "No report is open" }</h1>
            <p>{ "A page that is loaded again forgets the files that were open in it. Open them again to see the report." }</p>
            { actions(&props.dispatch) }
        </main>
    }
}

fn actions(dispatch: &Callback<Action>) -> Html {
    let open_example = dispatch.reform(|_| Action::OpenExample);
    let calculator = Place::Calculator(Box::default());
    html! {
        <div class="ql-start__actions">
            { open_files("ql-button", dispatch) }
            { open_folder("ql-button ql-button--secondary", dispatch) }
            <button type="button" class="ql-button ql-button--secondary" onclick={open_example}>
                { "Open the example" }
            </button>
            { link("ql-button ql-button--secondary", "Start the calculator", &calculator, None, dispatch) }
        </div>
    }
}
