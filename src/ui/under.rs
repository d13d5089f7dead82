//! The report read under another rule.

use yew::{Callback, Html, html};

use super::plain_table::{WORDS, plain_table};
use super::select::Select;
use super::status::progress_tag;
use super::unbroken::unbroken;
use crate::app::Action;
use crate::view::{Change, Reading, Under};

/// The list of rules to read the report under.
pub(super) fn rule_select(under: &Under, dispatch: &Callback<Action>) -> Html {
    // The first choice is the report's own.
    let on_choose = dispatch.reform(|choice: usize| Action::ReadUnder(choice.checked_sub(1)));
    html! {
        <Select label="Rule" options={under.choices.clone()} chosen={under.chosen} {on_choose} />
    }
}

/// What another rule changes.
pub(super) fn reading_section(reading: &Reading) -> Html {
    html! {
        <section class="ql-under" aria-labelledby="under-heading" tabindex="0">
            <h2 class="ql-under__heading" id="under-heading">{ Reading::HEADING }</h2>
            <p role="status">
                { &reading.headline }
            </p>
            <p>{ &reading.rule }</p>
            <>{ for reading.notes.iter().map(|note| html! { <p class="ql-hint">{ note }</p> }) }</>
            if !reading.changes.is_empty() {
                { plain_table(
                    WORDS,
                    html! { <caption class="ql-plain-table__caption">{ "Statuses that change" }</caption> },
                    &["Measure", "By the report's own rule", "By this rule", "Why"],
                    reading.changes.iter().map(change_row),
                ) }
            }
        </section>
    }
}

/// The way back from another rule.
pub(super) fn back_to_own(dispatch: &Callback<Action>) -> Html {
    let back = dispatch.reform(|_| Action::ReadUnder(None));
    html! {
        <button type="button" class="ql-link" onclick={back}>{ "Back to the report's own rule" }</button>
    }
}

fn change_row(change: &Change) -> Vec<Html> {
    vec![
        html! { <><span class="ql-register__ref">{ &change.reference }</span>{ " " }{ &change.title }</> },
        progress_tag(&change.own, Html::default()),
        progress_tag(&change.other, Html::default()),
        unbroken(&change.why),
    ]
}
