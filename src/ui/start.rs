//! The first screen.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html};

use super::library::LibraryView;
use super::navigation::link;
use super::open::{open_files, open_folder};
use crate::app::{Action, Place, ToSave};
use crate::view::{FORGOTTEN, LibraryView as Library};

/// What the first screen is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Where events go.
    pub dispatch: Callback<Action>,
    /// The reports that are kept on the device.
    #[prop_or_default]
    pub library: Option<Rc<Library>>,
    /// Whether they are still being looked for.
    #[prop_or_default]
    pub awaits_library: bool,
}

/// The first screen: what this is, that nothing leaves the device, and what to do.
#[component]
pub fn StartView(props: &Props) -> Html {
    let save_schema = props.dispatch.reform(|_| Action::Save(ToSave::Schema));
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
            { library(props) }
            if !props.awaits_library {
                <h2 class="ql-start__more">{ "Writing a quarter file" }</h2>
                <p>
                    { "A quarter file is JSON, written by hand or exported from a spreadsheet. The schema lets an editor check it while you type." }
                </p>
                <button type="button" class="ql-link" onclick={save_schema}>{ "Save the schema" }</button>
            }
        </main>
    }
}

/// The page of a report when there is none: a page that is loaded again does not know the files that were open.
#[component]
pub fn NothingOpenView(props: &Props) -> Html {
    html! {
        <main class="ql-start">
            <h1 class="ql-start__title" tabindex="-1">{ "No report is open" }</h1>
            <p>{ props.library.as_ref().map_or(FORGOTTEN, |library| library.nothing_open) }</p>
            { actions(&props.dispatch) }
            { library(props) }
        </main>
    }
}

fn library(props: &Props) -> Html {
    html! {
        if let Some(view) = &props.library {
            <LibraryView view={Rc::clone(view)} dispatch={props.dispatch.clone()} />
        }
    }
}

/// What the page that is shown while a report is being read from the device is given.
#[derive(Properties, PartialEq)]
pub struct OpeningProps {
    /// What is said.
    pub text: String,
}

/// The page of a report while that is being read from the device.
#[component]
pub fn OpeningView(props: &OpeningProps) -> Html {
    html! {
        <main class="ql-start">
            <h1 class="ql-start__title" tabindex="-1">{ "Opening the report" }</h1>
            <p role="status">{ &props.text }</p>
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
