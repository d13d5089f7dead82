//! The finder: a field, and what is found below it.

use std::rc::Rc;

use yew::{
    Callback, Html, InputEvent, KeyboardEvent, MouseEvent, Properties, component, html,
    use_effect_with, use_node_ref,
};

use super::browser::{self, ListKey, OpenDialog};
use super::status::progress_tag;
use crate::app::{Action, Finding, KeyUse};
use crate::view::{FinderView, FoundRow, Snippet};

/// What the button is given.
#[derive(Properties, PartialEq)]
pub(super) struct ButtonProps {
    /// Whether a key does the same.
    pub key_use: KeyUse,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// The button that opens the finder, and the key that does the same.
#[component]
pub(super) fn FindButton(props: &ButtonProps) -> Html {
    let open = props.dispatch.reform(|()| Action::Find(Finding::Open));
    {
        let open = open.clone();
        use_effect_with((props.key_use, props.dispatch.clone()), move |(key_use, _)| {
            let listener = (*key_use == KeyUse::On).then(|| browser::on_find_key(open));
            move || drop(listener)
        });
    }
    let shortcut = (props.key_use == KeyUse::On).then_some("/");
    html! {
        <button
            type="button" class="ql-button ql-button--secondary ql-find" aria-haspopup="dialog"
            aria-keyshortcuts={shortcut} onclick={open.reform(|_: MouseEvent| ())}
        >
            { "Find in this report" }
        </button>
    }
}

/// What the finder is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What is looked for and what is found.
    pub view: Rc<FinderView>,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// The finder, open.
#[component]
pub fn FinderDialog(props: &Props) -> Html {
    let (view, dispatch) = (&props.view, &props.dispatch);
    let node = use_node_ref();
    let close = dispatch.reform(|()| Action::Find(Finding::Close));
    {
        let (node, close) = (node.clone(), close.clone());
        use_effect_with((), move |()| {
            let open = OpenDialog::new(&node, close);
            move || drop(open)
        });
    }
    use_effect_with(view.chosen, |chosen| {
        if let Some(chosen) = chosen {
            browser::bring_into_view(&result_id(*chosen));
        }
    });
    let beside = {
        let close = close.clone();
        Callback::from(move |event: MouseEvent| {
            if browser::is_beside_dialog(&event) {
                close.emit(());
            }
        })
    };
    let look =
        dispatch.reform(|event: InputEvent| Action::Find(Finding::Look(browser::value_of(&event))));
    let toggle = dispatch.reform(|_| Action::Find(Finding::ToggleKey));
    html! {
        <dialog class="ql-finder" aria-label="Find in this report" ref={node} onclick={beside}>
            <div class="ql-finder__head">
                <label class="ql-field ql-finder__field">
                    <span class="ql-field__label">{ "Find" }</span>
                    <input
                        class="ql-field__control" type="text" role="combobox" autocomplete="off"
                        spellcheck="false" enterkeyhint="go" aria-autocomplete="list"
                        aria-expanded={if view.results.is_empty() { "false" } else { "true" }}
                        aria-controls="finder-results" aria-describedby="finder-summary"
                        aria-activedescendant={view.chosen.map(result_id)}
                        value={view.text.clone()} oninput={look} onkeydown={on_key(view, dispatch)}
                    />
                </label>
                <button
                    type="button" class="ql-button ql-button--secondary"
                    onclick={close.reform(|_: MouseEvent| ())}
                >
                    { "Close" }
                </button>
            </div>
            <p class="ql-finder__summary" id="finder-summary" role="status">{ &view.summary }</p>
            <ul class="ql-finder__results" id="finder-results" role="listbox" aria-label="Results">
                { for view.results.iter().enumerate().map(|(at, row)| result(view, at, row, dispatch)) }
            </ul>
            <label class="ql-finder__key">
                <input type="checkbox" checked={view.key == KeyUse::On} onchange={toggle} />
                { "The / key opens this" }
            </label>
        </dialog>
    }
}

fn result_id(at: usize) -> String {
    format!("finder-result-{at}")
}

fn on_key(view: &Rc<FinderView>, dispatch: &Callback<Action>) -> Callback<KeyboardEvent> {
    let (view, dispatch) = (Rc::clone(view), dispatch.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(chosen) = view.chosen.and_then(|chosen| view.results.get(chosen)) else { return };
        let action = match browser::list_key(&event) {
            Some(ListKey::Down) => Action::Find(Finding::Choose(view.after)),
            Some(ListKey::Up) => Action::Find(Finding::Choose(view.before)),
            Some(ListKey::Go) => Action::Go(chosen.place.clone()),
            None => return,
        };
        dispatch.emit(action);
    })
}

fn result(view: &FinderView, at: usize, row: &FoundRow, dispatch: &Callback<Action>) -> Html {
    let is_chosen = view.chosen == Some(at);
    let place = row.place.clone();
    let onclick = dispatch.reform(move |_: MouseEvent| Action::Go(place.clone()));
    let class =
        if is_chosen { "ql-finder__result ql-finder__result--chosen" } else { "ql-finder__result" };
    html! {
        <li
            {class} id={result_id(at)} role="option" key={at} {onclick}
            aria-selected={if is_chosen { "true" } else { "false" }}
        >
            <div class="ql-finder__what">
                <span class="ql-finder__title">
                    if !row.reference.is_empty() {
                        <span class="ql-finder__ref">{ &row.reference }</span>{ " " }
                    }
                    { &row.title }
                </span>
                <span class="ql-finder__kind">{ &row.kind }</span>
            </div>
            if let Some(status) = &row.status {
                { progress_tag(status, Html::default()) }
            }
            if let Some(said) = &row.said {
                { snippet(said) }
            }
        </li>
    }
}

fn snippet(said: &Snippet) -> Html {
    html! {
        <p class="ql-finder__said">
            { said.label }{ ": " }
            { for said.pieces.iter().map(|piece| if piece.is_found {
                html! { <mark class="ql-finder__mark">{ &piece.text }</mark> }
            } else {
                html! { <>{ &piece.text }</> }
            }) }
        </p>
    }
}
