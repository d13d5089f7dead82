//! What the remaining quarters have to bring, and fields for figures that nobody reported.

use yew::{Callback, Html, InputEvent, html};

use super::below::derivation_view;
use super::browser;
use super::entry::{described_by, error_view};
use super::plain_table::{WORKING, plain_table};
use super::status::progress_tag;
use super::supposed_chart::SupposedChartView;
use super::unbroken::unbroken;
use crate::app::Action;
use crate::view::{NeededRow, Outcome, SupposedQuarter, Supposition, WhatIfView};

/// Both parts, one above the other.
pub(super) fn what_if_view(what_if: &WhatIfView, dispatch: &Callback<Action>) -> Html {
    let is_typed = what_if.supposition.as_ref().is_ok_and(|supposition| supposition.is_typed);
    let class = if is_typed {
        "ql-what-if ql-what-if--typed ql-live-only"
    } else {
        "ql-what-if ql-live-only"
    };
    let id = format!("what-if-{}-heading", what_if.measure);
    html! {
        <div class="ql-what-if__whole">
            <div>
                { derivation_view(WhatIfView::NEEDED, &what_if.on_course.derivation) }
                { needed_quarters(&what_if.on_course.quarters) }
            </div>
            <div {class} role="group" aria-labelledby={id.clone()}>
                <h3 class="ql-what-if__heading" {id}>{ WhatIfView::HEADING }</h3>
                <p class="ql-what-if__note">{ WhatIfView::NOTE }</p>
                { match &what_if.supposition {
                    Ok(supposition) => supposition_view(what_if, supposition, dispatch),
                    Err(reason) => html! { <p>{ reason }</p> },
                } }
            </div>
        </div>
    }
}

fn needed_quarters(quarters: &[NeededRow]) -> Html {
    if quarters.is_empty() {
        return Html::default();
    }
    let caption = "What each remaining quarter needs, and what it was before";
    plain_table(
        WORKING,
        html! { <caption class="ql-hidden">{ caption }</caption> },
        &["Quarter", "Needs", "The same quarter before", "Ever reached"],
        quarters.iter().map(|one| {
            let texts = [one.quarter.as_str(), &one.needs, &one.before, one.was_reached];
            texts.map(unbroken).to_vec()
        }),
    )
}

fn supposition_view(
    what_if: &WhatIfView,
    supposition: &Supposition,
    dispatch: &Callback<Action>,
) -> Html {
    let measure = what_if.measure;
    let clear = dispatch.reform(move |_| Action::ClearSupposed(measure));
    let on_suppose =
        dispatch.reform(move |(quarter, text)| Action::Suppose { measure, quarter, text });
    html! {
        <>
            <div class="ql-what-if__fields">
                { for supposition.quarters.iter().map(|one| field(measure, one, dispatch)) }
            </div>
            <div>
                if let Some(chart) = &supposition.chart {
                    <SupposedChartView chart={chart.clone()} {on_suppose} />
                }
            </div>
            <button type="button" class="ql-button ql-button--secondary ql-what-if__clear" onclick={clear}>
                { "Clear" }<span class="ql-hidden">{ format!(" what is supposed of {}", what_if.called) }</span>
            </button>
            <p class="ql-hidden" role="status">{ &supposition.announcement }</p>
            <div>{ outcome_view(&supposition.outcome) }</div>
        </>
    }
}

fn field(measure: usize, one: &SupposedQuarter, dispatch: &Callback<Action>) -> Html {
    let quarter = one.quarter;
    let id = format!("what-if-{measure}-{}", quarter.number());
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = described_by([(true, &hint_id), (one.error.is_some(), &error_id)]);
    let oninput = dispatch.reform(move |event: InputEvent| Action::Suppose {
        measure,
        quarter,
        text: browser::value_of(&event),
    });
    html! {
        <div class="ql-entry" key={quarter.number()}>
            <label class="ql-field__label" for={id.clone()}>{ &one.label }</label>
            <p class="ql-entry__hint" id={hint_id}>{ unbroken(&one.hint) }</p>
            // What comes and goes stands in a place of its own, so that the field never has to.
            <div>{ error_view(one.error.as_ref(), error_id) }</div>
            <input
                {id} class="ql-field__control" type="text" inputmode="decimal" autocomplete="off"
                value={one.text.clone()} aria-describedby={described}
                aria-invalid={one.error.is_some().then_some("true")} {oninput}
            />
        </div>
    }
}

fn outcome_view(outcome: &Outcome) -> Html {
    match outcome {
        Outcome::Awaited(words) => html! { <p class="ql-what-if__note">{ *words }</p> },
        Outcome::Withheld(words) => html! { <p class="ql-what-if__withheld">{ words }</p> },
        Outcome::Given { figure, answers } => html! {
            <>
                <p class="ql-what-if__figure">{ unbroken(figure) }</p>
                <dl class="ql-what-if__answers">
                    { for answers.iter().map(|(heading, status, sentence)| html! {
                        <div>
                            <dt>{ heading }</dt>
                            <dd>{ progress_tag(status, Html::default()) }<p>{ unbroken(sentence) }</p></dd>
                        </div>
                    }) }
                </dl>
            </>
        },
    }
}
