//! What the symbols mean.

use yew::{Html, html};

use super::status::{direction_tag, progress_tag};
use crate::assess::Direction;
use crate::terms::Keyword;
use crate::view::{Count, Status, direction_meaning, direction_word, progress_meaning};

/// The key to the symbols.
pub(super) fn symbol_key(counts: &[Count]) -> Html {
    html! {
        <section class="ql-key" aria-labelledby="key-heading">
            <h2 class="ql-key__heading" id="key-heading">{ "What the symbols mean" }</h2>
            <table class="ql-plain-table">
                <caption class="ql-plain-table__caption">{ "Progress" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Symbol" }</th>
                        <th scope="col">{ "Milestone" }</th>
                        <th scope="col">{ "Measure" }</th>
                    </tr>
                </thead>
                <tbody>{ for counts.iter().map(progress_row) }</tbody>
            </table>
            <table class="ql-plain-table">
                <caption class="ql-plain-table__caption">{ "Direction of travel" }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Symbol" }</th>
                        <th scope="col">{ "Meaning" }</th>
                    </tr>
                </thead>
                <tbody>{ for Direction::WORDS.iter().map(|(direction, _, _)| direction_row(*direction)) }</tbody>
            </table>
        </section>
    }
}

fn progress_row(count: &Count) -> Html {
    let (milestone, measure) = progress_meaning(count.progress);
    let status = Status { status: count.progress, word: count.word.clone(), reason: None };
    html! {
        <tr>
            <th scope="row">{ progress_tag(&status, Html::default()) }</th>
            <td>{ milestone }</td>
            <td>{ measure }</td>
        </tr>
    }
}

fn direction_row(direction: Direction) -> Html {
    let status =
        Status { status: direction, word: direction_word(direction).to_owned(), reason: None };
    html! {
        <tr>
            <th scope="row">{ direction_tag(&status) }</th>
            <td>{ direction_meaning(direction) }</td>
        </tr>
    }
}
