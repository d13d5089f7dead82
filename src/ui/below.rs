//! What stands under a row: commentary, and how its statuses were reached.

use yew::{Callback, Html, html};

use super::plain_table::{WORKING, plain_table};
use super::prose::remarks;
use super::quality::doubt_words;
use super::table::line_text;
use super::unbroken::unbroken;
use super::what_if::what_if_view;
use crate::app::{Action, Row};
use crate::assess::Derivation;
use crate::view::{Below, Columns, Why};

/// The id of a row's derivation.
pub(super) fn why_id(row: Row) -> String {
    match row {
        Row::Measure(index) => format!("why-measure-{index}"),
        Row::Milestone(index) => format!("why-milestone-{index}"),
        Row::Line(place) => format!("why-line-{}-{}", place.statement, place.line),
    }
}

/// The button that opens and closes a row's derivation.
pub(super) fn why_button(
    row: Row,
    below: &Below,
    columns: &Columns,
    name: &str,
    dispatch: &Callback<Action>,
) -> Html {
    if !below.can_open {
        return Html::default();
    }
    let onclick = dispatch.reform(move |_| Action::ToggleWhy(row));
    let is_open = below.why.is_some();
    html! {
        <button
            type="button" class="ql-link ql-why-button"
            aria-expanded={if is_open { "true" } else { "false" }}
            aria-controls={is_open.then(|| why_id(row))}
            {onclick}
        >
            { match (is_open, columns.are_judged) {
                (true, _) => "Close",
                (false, true) => "Why?",
                (false, false) => "Details",
            } }
            <span class="ql-hidden">{ format!(" {name}") }</span>
        </button>
    }
}

/// The rows under a row.
pub(super) fn below_rows(
    row: Row,
    below: &Below,
    (columns, line): (&'static str, Option<usize>),
    dispatch: &Callback<Action>,
) -> Html {
    let commentary_line = line_text(line.map(|line| line + 1));
    let why_line = line_text(line.map(|line| line + 1 + usize::from(!below.commentary.is_empty())));
    html! {
        <>
            if !below.commentary.is_empty() {
                <tr class="ql-table__below" role="row" aria-rowindex={commentary_line}>
                    <td class="ql-table__cell ql-table__cell--wide" role="cell" colspan={columns}>
                        { commentary(row, below, dispatch) }
                    </td>
                </tr>
            }
            if let Some(why) = &below.why {
                <tr class="ql-table__below" role="row" aria-rowindex={why_line}>
                    <td class="ql-table__cell ql-table__cell--wide" role="cell" colspan={columns}>
                        { derivations(row, why, dispatch) }
                    </td>
                </tr>
            }
        </>
    }
}

fn commentary(row: Row, below: &Below, dispatch: &Callback<Action>) -> Html {
    let clamped = below.is_long && !below.in_full;
    let class = if clamped { "ql-commentary ql-commentary--clamped" } else { "ql-commentary" };
    let onclick = dispatch.reform(move |_| Action::ToggleCommentary(row));
    html! {
        <>
            <div {class}>{ remarks(&below.commentary, dispatch) }</div>
            if below.is_long {
                <button
                    type="button" class="ql-link ql-commentary__more"
                    aria-expanded={if clamped { "false" } else { "true" }} {onclick}
                >
                    { if clamped { "More" } else { "Less" } }
                </button>
            }
        </>
    }
}

pub(super) fn derivations(row: Row, why: &Why, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="ql-why" id={why_id(row)}>
            { for why.derivations.iter().map(|(heading, derivation)| derivation_view(heading, derivation)) }
            if let Some(what_if) = &why.what_if {
                { what_if_view(what_if, dispatch) }
            }
            if !why.doubts.is_empty() {
                <div class="ql-why__part">
                    <h3 class="ql-why__heading">{ "Data quality" }</h3>
                    { for why.doubts.iter().map(doubt_words) }
                </div>
            }
            if !why.facts.is_empty() {
                <div class="ql-why__part">
                    <h3 class="ql-why__heading">{ "About this row" }</h3>
                    { facts(&why.facts) }
                </div>
            }
        </div>
    }
}

/// Facts as a list of what and what it is.
pub(super) fn facts(facts: &[(String, String)]) -> Html {
    html! {
        <dl class="ql-facts">
            { for facts.iter().map(|(what, fact)| html! {
                <div class="ql-facts__fact"><dt>{ what }</dt><dd>{ unbroken(fact) }</dd></div>
            }) }
        </dl>
    }
}

/// Officers' titles by the initials that sign words; nothing where there are none.
pub(super) fn officers_key(officers: &[(String, String)]) -> Html {
    if officers.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ql-section">
            <h2 class="ql-section__heading">{ "Key to officers" }</h2>
            { facts(officers) }
        </section>
    }
}

/// How one verdict was reached: the sentence, the working, the rule.
pub(super) fn derivation_view(heading: &str, derivation: &Derivation) -> Html {
    html! {
        <div class="ql-why__part">
            <h3 class="ql-why__heading">{ heading.to_owned() }</h3>
            <p class="ql-why__sentence">{ unbroken(&derivation.sentence) }</p>
            if !derivation.steps.is_empty() {
                { plain_table(
                    WORKING,
                    html! { <caption class="ql-hidden">{ format!("{heading}: inputs and working") }</caption> },
                    &["Input or step", "Value", "Where it comes from"],
                    derivation.steps.iter().map(|step| {
                        [&step.what, &step.value, &step.from].map(|one| unbroken(one)).to_vec()
                    }),
                ) }
            }
            if let Some(rule) = &derivation.rule {
                <p class="ql-why__rule">
                    <strong>{ "Rule: " }{ &rule.name }{ "." }</strong>{ " " }{ &rule.text }
                </p>
            }
        </div>
    }
}
