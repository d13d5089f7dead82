//! The header of a report.

use yew::{Callback, Html, Properties, component, html};

use super::browser;
use super::open::open_files;
use super::select::Select;
use crate::app::Action;
use crate::view::{Choice, Heading};

/// What the header is given.
#[derive(Properties, PartialEq)]
pub(super) struct Props {
    /// Who and when.
    pub heading: Heading,
    /// The loaded reports.
    pub periods: Vec<Choice>,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// Who the report is by, for when, and which of several is shown.
#[component]
pub(super) fn Header(props: &Props) -> Html {
    let heading = &props.heading;
    let print = Callback::from(|_| browser::print_page());
    html! {
        <header class="ql-header">
            <div class="ql-header__who">
                <p class="ql-header__organisation">
                    { &heading.organisation }{ " · " }{ &heading.directorate }
                </p>
                <h1 class="ql-header__title" tabindex="-1">{ &heading.title }</h1>
                <p class="ql-header__period">{ &heading.period }</p>
            </div>
            <div class="ql-header__tools">
                { period_picker(props) }
                { open_files("ql-button ql-button--secondary", &props.dispatch) }
                <button type="button" class="ql-button ql-button--secondary" onclick={print}>
                    { "Print" }
                </button>
            </div>
        </header>
    }
}

fn period_picker(props: &Props) -> Html {
    if props.periods.len() < 2 {
        return Html::default();
    }
    let options: Vec<String> = props.periods.iter().map(|choice| choice.text.clone()).collect();
    let chosen = props.periods.iter().position(|choice| choice.is_chosen).unwrap_or_default();
    let on_choose = props.dispatch.reform(Action::Show);
    html! { <Select label="Report" {options} {chosen} {on_choose} /> }
}
