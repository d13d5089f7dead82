//! The reports that are kept on the device.

use std::rc::Rc;

use yew::{
    Callback, Event, Html, KeyboardEvent, Properties, component, html, use_effect_with, use_mut_ref,
};

use super::browser;
use super::register::{register, register_below, register_cell, register_row};
use crate::app::{Action, Attention, Key, LibraryAction, Question};
use crate::view::{AllView, KeepingView, KeptRow, LibraryView as View, QuestionView, RowState};

/// What the library is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The library.
    pub view: Rc<View>,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

const YES: &str = "library-yes";
const ALL: &str = "library-all";
const KEEPING: &str = "library-keeping";

fn row_id(key: &Key) -> String {
    format!("library-{key}")
}

/// The reports that are kept on the device, and whether any are.
#[component]
pub fn LibraryView(props: &Props) -> Html {
    let (view, dispatch) = (&props.view, &props.dispatch);
    let is_shown = use_mut_ref(|| false);
    use_effect_with(view.attention.clone(), move |attention| {
        // Whoever comes back to the page has not just answered anything.
        if is_shown.replace(true)
            && let Some(attention) = attention
        {
            browser::focus(&match attention {
                Attention::Question(_) => YES.to_owned(),
                Attention::Row(key) => row_id(key),
                Attention::All => ALL.to_owned(),
                Attention::Keeping => KEEPING.to_owned(),
            });
        }
    });
    html! {
        <section class="ql-library" aria-labelledby="library-heading">
            <h2 class="ql-library__heading" id="library-heading">{ view.heading }</h2>
            <div>
                if let Some((text, besides)) = &view.last {
                    <div class="ql-library__last">
                        <button
                            type="button" class="ql-button"
                            onclick={dispatch.reform(|_| Action::Library(LibraryAction::Continue))}
                        >
                            { text }
                        </button>
                        if let Some(besides) = besides {
                            <p class="ql-hint">{ besides }</p>
                        }
                    </div>
                }
            </div>
            <div>
                if !view.rows.is_empty() {
                    { register(&view.caption, &view.columns, kept_rows(view, dispatch)) }
                }
            </div>
            <div>
                if let Some(total) = &view.total {
                    <p class="ql-hint">{ total }</p>
                }
                if let Some(all) = &view.all {
                    { with_all(all, view, dispatch) }
                }
            </div>
            <div>{ keeping(view.keeping.as_ref(), dispatch) }<p class="ql-hint" id="library-explained">{ &view.explained }</p>{ own_window(view) }</div>
            <div>{ question(view.question.as_ref(), dispatch) }</div>
            // Always there, so that a screen reader notices what is put into it.
            <div role="status">
                if let Some(done) = &view.done {
                    <p class="ql-library__done">{ done }</p>
                }
            </div>
        </section>
    }
}

fn own_window(view: &View) -> Html {
    html! {
        if let Some(text) = view.own_window {
            <p><a href="#" target="_blank" rel="noopener noreferrer">{ text }</a></p>
        }
    }
}

fn kept_rows(view: &View, dispatch: &Callback<Action>) -> Html {
    html! { { for view.rows.iter().map(|row| kept_row(row, &view.columns, dispatch)) } }
}

fn kept_row(row: &KeptRow, columns: &[&str; 5], dispatch: &Callback<Action>) -> Html {
    let [_, size, opened, version, doing] = columns;
    let title = html! {
        <>
            { &row.title }
            { for row.under.iter().map(|line| html! { <span class="ql-register__under">{ line }</span> }) }
        </>
    };
    let cells = html! {
        <>
            { register_cell(size, html! { <span class="ql-library__figure">{ &row.size }</span> }) }
            { register_cell(opened, html! { &row.opened }) }
            { register_cell(version, html! { <span class="ql-library__figure">{ &row.version }</span> }) }
            { register_cell(doing, buttons(row, dispatch)) }
        </>
    };
    html! {
        <key={row.key.to_string()}>
            { register_row("", title, cells) }
            if row.question.is_some() {
                { register_below(columns.len(), question(row.question.as_ref(), dispatch)) }
            }
        </>
    }
}

fn buttons(row: &KeptRow, dispatch: &Callback<Action>) -> Html {
    let open = {
        let key = row.key.clone();
        dispatch.reform(move |_| Action::Library(LibraryAction::Open(vec![key.clone()])))
    };
    let remove = {
        let key = row.key.clone();
        dispatch.reform(move |_| Action::Library(LibraryAction::Ask(Question::One(key.clone()))))
    };
    html! {
        <div class="ql-library__buttons">
            { match row.state {
                RowState::Closed => html! {
                    <button type="button" class="ql-link" onclick={open}>
                        { "Open" }<span class="ql-hidden">{ " " }{ &row.name }</span>
                    </button>
                },
                RowState::Open(words) => html! { <span class="ql-library__state">{ words }</span> },
                RowState::Damaged(words) => html! { <strong class="ql-library__damaged">{ words }</strong> },
            } }
            <button type="button" class="ql-link" id={row_id(&row.key)} onclick={remove}>
                { "Remove" }<span class="ql-hidden">{ " " }{ &row.name }</span>
            </button>
        </div>
    }
}

fn with_all(all: &AllView, view: &View, dispatch: &Callback<Action>) -> Html {
    let keys: Vec<Key> = view.rows.iter().map(|row| row.key.clone()).collect();
    let open = dispatch.reform(move |_| Action::Library(LibraryAction::Open(keys.clone())));
    let export = dispatch.reform(|_| Action::Library(LibraryAction::Export));
    let remove = dispatch.reform(|_| Action::Library(LibraryAction::Ask(Question::All)));
    html! {
        <div class="ql-library__buttons">
            if let Some(words) = all.open {
                <button type="button" class="ql-link" onclick={open}>{ words }</button>
            }
            if let Some(words) = all.export {
                <button type="button" class="ql-link" onclick={export}>{ words }</button>
            }
            <button type="button" class="ql-link" id={ALL} onclick={remove}>{ all.remove }</button>
        </div>
    }
}

fn keeping(keeping: Option<&KeepingView>, dispatch: &Callback<Action>) -> Html {
    let Some(KeepingView { label, is_on }) = keeping else { return Html::default() };
    let onchange = dispatch.reform(|event: Event| {
        Action::Library(if browser::is_ticked(&event) {
            LibraryAction::Keep
        } else {
            LibraryAction::StopKeeping
        })
    });
    html! {
        <label class="ql-library__keeping">
            <input
                type="checkbox" id={KEEPING} checked={*is_on} {onchange}
                aria-describedby="library-explained"
            />
            { *label }
        </label>
    }
}

fn question(question: Option<&QuestionView>, dispatch: &Callback<Action>) -> Html {
    let Some(QuestionView { text, yes, no, keys }) = question else { return Html::default() };
    let remove = {
        let keys = keys.clone();
        dispatch.reform(move |_| Action::Library(LibraryAction::Remove(keys.clone())))
    };
    let leave = dispatch.reform(|_| Action::Library(LibraryAction::Leave));
    let onkeydown = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if browser::is_escape(&event) {
                dispatch.emit(Action::Library(LibraryAction::Leave));
            }
        })
    };
    html! {
        <div
            class="ql-library__question" role="group" aria-labelledby="library-question"
            {onkeydown}
        >
            <p id="library-question">{ text }</p>
            <div class="ql-library__buttons">
                <button
                    type="button" class="ql-button" id={YES} onclick={remove}
                    aria-describedby="library-question"
                >
                    { *yes }
                </button>
                <button type="button" class="ql-button ql-button--secondary" onclick={leave}>{ *no }</button>
            </div>
        </div>
    }
}
