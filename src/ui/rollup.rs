//! Rows counted by status in words, and the status of an objective.

use yew::{Html, html};

use super::below::derivation_view;
use super::status::progress_tag;
use crate::view::{ObjectiveStatus, RollupView};

/// The counts with their shares, closed where the same counts stand beside them.
pub(super) fn rollup_lines(rollup: &RollupView) -> Html {
    let lines = html! {
        <div class="ql-rollup">
            { for rollup.lines.iter().map(|line| html! { <p class="ql-rollup__line">{ line }</p> }) }
            if let Some(note) = rollup.note {
                <p class="ql-rollup__note">{ note }</p>
            }
        </div>
    };
    match rollup.opened_by {
        Some(opened_by) => html! {
            <details class="ql-rollup__why"><summary>{ opened_by }</summary>{ lines }</details>
        },
        None => lines,
    }
}

/// The status of an objective, with how it was reached.
pub(super) fn objective_status(status: &ObjectiveStatus) -> Html {
    html! {
        <div class="ql-rollup__status">
            { progress_tag(&status.status, Html::default()) }
            <details class="ql-rollup__why">
                <summary>{ "Why?" }<span class="ql-hidden">{ " The status of this objective" }</span></summary>
                <div class="ql-why">{ derivation_view("Status of the objective", &status.derivation) }</div>
            </details>
        </div>
    }
}
