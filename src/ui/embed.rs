//! A part of a report in a frame of another page.

use std::rc::Rc;

use yew::{Callback, Html, MouseEvent, Properties, component, html};

use super::browser;
use super::frame::{neighbours, papers, title};
use super::open::open_files;
use super::report::part_content;
use crate::app::Action;
use crate::view::{EmbedPage, ReportView};

/// What the frame is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What it shows.
    pub page: Rc<EmbedPage>,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// A part of a report without the application around it, and a quiet line that says whose it is.
#[component]
pub fn EmbedView(props: &Props) -> Html {
    let (page, dispatch) = (&props.page, &props.dispatch);
    let origin = page.origin.clone();
    let ask = Callback::from(move |_: MouseEvent| browser::ask_for_whole(origin.as_deref()));
    html! {
        <>
            <main class="ql-report ql-embed">
                { page.report.as_ref().map_or_else(|| awaited(page), |view| part(page, view, dispatch)) }
            </main>
            <footer class="ql-footer ql-embed__footer">
                <p class="ql-embed__source">{ page.footer.join(" · ") }</p>
                if page.offers_files {
                    { open_files("ql-button ql-button--secondary", dispatch) }
                }
                if let Some(whole) = page.whole {
                    <button type="button" class="ql-link" onclick={ask}>{ whole }</button>
                }
            </footer>
        </>
    }
}

fn awaited(page: &EmbedPage) -> Html {
    html! {
        <>
            <h1 class="ql-part__title" tabindex="-1">{ page.awaited.0 }</h1>
            <p class="ql-embed__awaited">{ page.awaited.1 }</p>
        </>
    }
}

fn part(page: &EmbedPage, view: &ReportView, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            <div class="ql-report__head">
                { title(&view.frame, dispatch) }
                if page.offers_print {
                    { papers(&view.frame, dispatch) }
                }
            </div>
            if let Some(note) = &page.note {
                <p class="ql-hint">{ note }</p>
            }
            { part_content(&view.part, dispatch) }
            { neighbours(&view.frame, dispatch) }
        </>
    }
}
