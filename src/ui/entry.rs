//! A field with its label, its hint and what is wrong with what it holds.

use yew::{Callback, Event, Html, InputEvent, html};

use super::browser;
use super::select::Select;
use crate::app::{Action, Edit, Input};
use crate::view::{Control, EarlierYear, Entry};

/// A field of the calculator.
pub(super) fn entry_view(entry: &Entry, dispatch: &Callback<Action>) -> Html {
    let field = entry.field;
    let id = format!("calculator-{}", field.key());
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described =
        described_by([(entry.hint.is_some(), &hint_id), (entry.error.is_some(), &error_id)]);
    let control = match &entry.control {
        Control::List { options, words, chosen } => {
            let words = words.clone();
            let on_choose = dispatch.reform(move |choice: usize| {
                let word = words.get(choice).cloned().unwrap_or_default();
                Action::Calculate(Edit::Enter(Input::Field(field), word))
            });
            html! { <Select label={entry.label} options={options.clone()} chosen={*chosen} {on_choose} /> }
        }
        Control::Tick { is_on } => {
            let onchange = dispatch.reform(move |event: Event| {
                let text = if browser::is_ticked(&event) { "yes" } else { "" };
                Action::Calculate(Edit::Enter(Input::Field(field), text.to_owned()))
            });
            html! {
                <label class="ql-entry__tick">
                    <input type="checkbox" checked={*is_on} {onchange} />
                    { entry.label }
                </label>
            }
        }
        Control::Text { text, is_number } => html! {
            <input
                {id} class="ql-field__control" type="text" value={text.clone()}
                inputmode={is_number.then_some("decimal")} autocomplete="off" spellcheck="false"
                aria-describedby={described} aria-invalid={entry.error.is_some().then_some("true")}
                oninput={typed(Input::Field(field), dispatch)}
            />
        },
    };
    let is_text = matches!(entry.control, Control::Text { .. });
    let class = if entry.is_wide { "ql-entry ql-entry--wide" } else { "ql-entry" };
    html! {
        <div {class} key={field.key()}>
            // What comes and goes stands in places of its own, so that the field never has to.
            <div>
                if is_text {
                    <label class="ql-field__label" for={format!("calculator-{}", field.key())}>{ entry.label }</label>
                }
            </div>
            <div>
                if let Some(hint) = &entry.hint {
                    <p class="ql-entry__hint" id={hint_id}>{ hint }</p>
                }
            </div>
            <div>{ error_view(entry.error.as_ref(), error_id) }</div>
            <div>{ control }</div>
        </div>
    }
}

pub(super) fn described_by(parts: [(bool, &String); 2]) -> Option<String> {
    let ids: Vec<&str> =
        parts.into_iter().filter(|(is_there, _)| *is_there).map(|(_, id)| id.as_str()).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

pub(super) fn error_view(error: Option<&String>, id: String) -> Html {
    html! {
        if let Some(error) = error {
            <p class="ql-entry__error" {id}>
                <span class="ql-hidden">{ "Error: " }</span>{ error }
            </p>
        }
    }
}

fn typed(input: Input, dispatch: &Callback<Action>) -> Callback<InputEvent> {
    dispatch.reform(move |event: InputEvent| {
        Action::Calculate(Edit::Enter(input, browser::value_of(&event)))
    })
}

/// The quarters of earlier years as a table of fields.
pub(super) fn earlier_years(years: &[EarlierYear], dispatch: &Callback<Action>) -> Html {
    if years.is_empty() {
        return Html::default();
    }
    html! {
        <table class="ql-earlier">
            <caption class="ql-hidden">{ "Figures for the quarters of earlier years" }</caption>
            <thead>
                <tr>
                    <th scope="col">{ "Year" }</th>
                    { for (1..=4).map(|quarter| html! {
                        <th scope="col">
                            <span aria-hidden="true">{ "Q" }{ quarter }</span>
                            <span class="ql-hidden">{ "Quarter " }{ quarter }</span>
                        </th>
                    }) }
                </tr>
            </thead>
            <tbody>{ for years.iter().enumerate().map(|(index, year)| earlier_year(index, year, dispatch)) }</tbody>
        </table>
    }
}

fn earlier_year(index: usize, year: &EarlierYear, dispatch: &Callback<Action>) -> Html {
    html! {
        <tr key={index}>
            <th scope="row">{ &year.label }</th>
            { for year.quarters.iter().enumerate().map(|(quarter, one)| {
                let id = format!("calculator-earlier-{index}-{quarter}");
                let error_id = format!("{id}-error");
                let described = one.error.is_some().then(|| error_id.clone());
                html! {
                    <td>
                        <label class="ql-hidden" for={id.clone()}>{ &one.label }</label>
                        <input
                            {id} class="ql-field__control" type="text" inputmode="decimal"
                            value={one.text.clone()} autocomplete="off" aria-describedby={described}
                            aria-invalid={one.error.is_some().then_some("true")}
                            oninput={typed(Input::Earlier(index, quarter), dispatch)}
                        />
                        <div>{ error_view(one.error.as_ref(), error_id) }</div>
                    </td>
                }
            }) }
        </tr>
    }
}
