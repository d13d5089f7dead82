//! The header of a report, and the buttons that open files.

use yew::{
    Callback, Event, Html, NodeRef, Properties, component, html, use_effect_with, use_node_ref,
};

use super::browser;
use crate::app::Action;
use crate::view::{Choice, Heading};

/// What the buttons are given.
#[derive(Properties, PartialEq)]
pub(super) struct OpenProps {
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// Buttons that open files or a folder.
#[component]
pub(super) fn OpenFiles(props: &OpenProps) -> Html {
    let onchange = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |event: Event| {
            browser::read_all(browser::picked(&event), dispatch.clone());
        })
    };
    html! {
        <>
            <label class="ql-button">
                { "Open files" }
                <input
                    class="ql-file" type="file" multiple=true
                    accept=".json,application/json" onchange={onchange.clone()}
                />
            </label>
            <label class="ql-button ql-button--secondary">
                { "Open a folder" }
                <input class="ql-file" type="file" multiple=true webkitdirectory=true {onchange} />
            </label>
        </>
    }
}

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
    let title: NodeRef = use_node_ref();
    {
        // Opening or choosing a report replaces what had the focus.
        let title = title.clone();
        use_effect_with(heading.file.clone(), move |_| browser::focus(&title));
    }
    let print = Callback::from(|_| browser::print_page());
    html! {
        <header class="ql-header">
            <div class="ql-header__who">
                <p class="ql-header__organisation">
                    { &heading.organisation }{ " · " }{ &heading.directorate }
                </p>
                <h1 class="ql-header__title" tabindex="-1" ref={title}>{ &heading.title }</h1>
                <p class="ql-header__period">{ &heading.period }</p>
            </div>
            <div class="ql-header__tools">
                { period_picker(props) }
                <OpenFiles dispatch={props.dispatch.clone()} />
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
    let onchange = props.dispatch.reform(|event: Event| {
        Action::Show(browser::choice_of(&event).parse().unwrap_or_default())
    });
    html! {
        <label class="ql-field">
            <span class="ql-field__label">{ "Report" }</span>
            <select class="ql-field__control" {onchange}>
                { for props.periods.iter().enumerate().map(|(index, choice)| html! {
                    <option key={index} value={index.to_string()} selected={choice.is_chosen}>
                        { &choice.text }
                    </option>
                }) }
            </select>
        </label>
    }
}
