//! What the symbols mean.

use yew::{Html, html};

use super::plain_table::{WORDS, plain_table};
use super::status::{direction_mark, direction_tag, progress_mark, progress_tag};
use crate::assess::Direction;
use crate::terms::Keyword;
use crate::view::{Count, Meant, Status, Symbols, direction_meaning, direction_word};

/// The key to the symbols.
pub(super) fn symbol_key(counts: &[Count]) -> Html {
    html! {
        <section class="ql-key" aria-labelledby="key-heading">
            <h2 class="ql-key__heading" id="key-heading">{ "What the symbols mean" }</h2>
            { plain_table(
                WORDS,
                html! { <caption class="ql-plain-table__caption">{ "Progress" }</caption> },
                &["Symbol", "Milestone", "Measure"],
                counts.iter().flat_map(|one| one.meanings.iter().map(|meant| progress_row(one, meant))),
            ) }
            { plain_table(
                WORDS,
                html! { <caption class="ql-plain-table__caption">{ "Direction of travel" }</caption> },
                &["Symbol", "Meaning"],
                Direction::WORDS.iter().map(|(direction, _, _)| direction_row(*direction)),
            ) }
        </section>
    }
}

/// What the symbols of one page mean, on paper: on screen a way to that is never far.
pub(super) fn paper_key(symbols: &Symbols) -> Html {
    html! {
        <div class="ql-key ql-key--paper">
            { for symbols.progress.iter().map(|(one, meaning)| html! { <p>{ progress_mark(one) }{ ": " }{ *meaning }</p> }) }
            { for symbols.directions.iter().map(|(one, meaning)| html! { <p>{ direction_mark(one) }{ ": " }{ *meaning }</p> }) }
            { for symbols.figures.iter().map(|meaning| html! { <p>{ *meaning }</p> }) }
        </div>
    }
}

fn progress_row(count: &Count, meant: &Meant) -> Vec<Html> {
    let status = Status { status: count.progress, word: meant.word.clone(), reason: None };
    vec![
        progress_tag(&status, Html::default()),
        html! { meant.milestone },
        html! { &meant.measure },
    ]
}

fn direction_row(direction: Direction) -> Vec<Html> {
    let status =
        Status { status: direction, word: direction_word(direction).to_owned(), reason: None };
    vec![direction_tag(&status), html! { direction_meaning(direction) }]
}
