//! Words with a simple layout.

use yew::{Callback, Html, html};

use super::navigation::link_with;
use super::status::{direction_mark, progress_mark};
use super::unbroken::unbroken;
use crate::app::Action;
use crate::view::{Block, Inline, Prose, Quoted, QuotedAs, Remark, leads_to};

/// Paragraphs of commentary, each with what it is about and who signed it.
pub(super) fn remarks(remarks: &[Remark], dispatch: &Callback<Action>) -> Html {
    html! { { for remarks.iter().map(|one| remark(one, dispatch)) } }
}

fn remark(remark: &Remark, dispatch: &Callback<Action>) -> Html {
    let label = remark.label.map(|label| html! { <strong>{ label }{ ": " }</strong> });
    let by = remark.by.as_ref().map(|by| {
        html! { <>{ " " }<span class="ql-prose__by">{ by }</span></> }
    });
    prose_between(label, &remark.prose, by, dispatch)
}

/// Words with a simple layout.
pub(super) fn prose(prose: &Prose, dispatch: &Callback<Action>) -> Html {
    prose_between(None, prose, None, dispatch)
}

/// Words with something in front of the first and behind the last.
fn prose_between(
    front: Option<Html>,
    prose: &Prose,
    behind: Option<Html>,
    dispatch: &Callback<Action>,
) -> Html {
    let (mut front, mut behind) = (front, behind);
    let last = prose.blocks.len().saturating_sub(1);
    let blocks: Vec<Html> = prose
        .blocks
        .iter()
        .enumerate()
        .map(|(index, one)| match one {
            Block::Paragraph(words) => {
                let behind = if index == last { behind.take() } else { None };
                paragraph(
                    html! { <>{ for front.take() }{ inlines(words, dispatch) }{ for behind }</> },
                )
            }
            one => html! { <>{ for front.take().map(paragraph) }{ block(one, dispatch) }</> },
        })
        .collect();
    html! { <>{ for blocks }{ for behind.map(paragraph) }</> }
}

fn paragraph(words: Html) -> Html {
    html! { <p class="ql-prose__paragraph">{ words }</p> }
}

fn block(one: &Block, dispatch: &Callback<Action>) -> Html {
    let blocks = |item: &[Block]| -> Html { item.iter().map(|one| block(one, dispatch)).collect() };
    match one {
        Block::Paragraph(words) => paragraph(inlines(words, dispatch)),
        Block::Bullets(items) => html! {
            <ul class="ql-prose__list">
                { for items.iter().map(|item| html! { <li>{ blocks(item) }</li> }) }
            </ul>
        },
        Block::Numbered(items) => html! {
            <ol class="ql-prose__list ql-prose__list--numbered" role="list">
                { for items.iter().map(|(number, item)| html! {
                    <li>
                        <span class="ql-prose__number">{ number }{ " " }</span>
                        <div>{ blocks(item) }</div>
                    </li>
                }) }
            </ol>
        },
    }
}

fn inlines(words: &[Inline], dispatch: &Callback<Action>) -> Html {
    words.iter().map(|one| inline(one, dispatch)).collect()
}

fn inline(one: &Inline, dispatch: &Callback<Action>) -> Html {
    match one {
        Inline::Text(text) => unbroken(text),
        Inline::Break => html! { <br /> },
        Inline::Emphasis(words) => html! { <em>{ inlines(words, dispatch) }</em> },
        Inline::Strong(words) => html! { <strong>{ inlines(words, dispatch) }</strong> },
        Inline::Code(text) => html! { <code class="ql-prose__code">{ text }</code> },
        Inline::Link { to, words, is_bare } => {
            let class =
                if *is_bare { "ql-prose__link" } else { "ql-prose__link ql-prose__link--named" };
            let site = (!is_bare).then(|| leads_to(to).to_owned());
            html! {
                <a {class} href={to.clone()} data-site={site} target="_blank" rel="noopener noreferrer">
                    { inlines(words, dispatch) }
                </a>
            }
        }
        Inline::Quoted(quoted) => quotation(quoted, dispatch),
        Inline::Astray(written, why) => html! {
            <mark class="ql-astray">
                { written }<span class="ql-astray__why">{ format!(" ({why})") }</span>
            </mark>
        },
    }
}

/// A figure with the way to the row that it comes from.
fn quotation(quoted: &Quoted, dispatch: &Callback<Action>) -> Html {
    let (class, what) = match &quoted.what {
        QuotedAs::Figure(text) => ("ql-quoted", unbroken(text)),
        QuotedAs::Absence(reason) => ("ql-quoted ql-quoted--absent", html! { { reason } }),
        QuotedAs::Progress(status) => ("ql-quoted", progress_mark(status)),
        QuotedAs::Direction(status) => ("ql-quoted", direction_mark(status)),
    };
    let words = html! { <span title={quoted.from.clone()}>{ what }</span> };
    link_with(class, words, &quoted.place, None, dispatch)
}
