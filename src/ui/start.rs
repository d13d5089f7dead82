//! The first screen.

use yew::{Callback, Html, Properties, component, html};

use super::browser;
use super::header::OpenFiles;
use crate::app::Action;
use crate::document::schema;

/// What the first screen is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// The first screen: what this is, that nothing leaves the device, and what to do.
#[component]
pub fn StartView(props: &Props) -> Html {
    let open_example = props.dispatch.reform(|_| Action::OpenExample);
    let save_schema = Callback::from(|_| {
        let text = serde_json::to_string_pretty(&schema()).unwrap_or_default();
        // A browser that refuses shows nothing; there is nothing of the reader's to lose.
        let _ = browser::save_text("quarterlight.schema.json", "application/json", &text);
    });
    html! {
        <main class="ql-start">
            <h1 class="ql-start__title">{ "Quarterlight" }</h1>
            <p class="ql-start__lead">
                { "Open this quarter's file, and last year's with it, to read a directorate's performance report with every status explained." }
            </p>
            <p>{ "Nothing leaves this device: the page makes no connection to anything." }</p>
            <div class="ql-start__actions">
                <OpenFiles dispatch={props.dispatch.clone()} />
                <button type="button" class="ql-button ql-button--secondary" onclick={open_example}>
                    { "Open the example" }
                </button>
            </div>
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
