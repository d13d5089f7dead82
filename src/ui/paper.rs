//! What is made for paper, and looks on screen as it will on paper.

use yew::{Callback, Html, html};

use super::key::symbol_key;
use super::register::{register, register_cell, register_row};
use super::report::{measures_groups, part_content};
use super::status::{direction_tag, progress_tag};
use crate::app::{Action, Place};
use crate::assess::Progress;
use crate::view::{ExceptionsPage, PartView, SheetRow, WholePage, WholePart};

/// The whole report, a part after the other.
pub(super) fn whole(page: &WholePage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { for page.parts.iter().map(|one| whole_part(one, dispatch)) }
            { symbol_key(&page.counts) }
        </>
    }
}

/// A part of it. Where no program follows links, those to the part find it by its id.
pub(super) fn whole_part(one: &WholePart, dispatch: &Callback<Action>) -> Html {
    html! {
        <section class="ql-whole" id={id_of(&one.place)}>
            <h2 class="ql-whole__heading">{ &one.heading }</h2>
            { match &one.part {
                PartView::Measures(page) => measures_groups(page, dispatch),
                part => part_content(part, dispatch),
            } }
        </section>
    }
}

/// What a link to a place finds on a page that holds several.
pub(super) fn id_of(place: &Place) -> String {
    place.address().trim_start_matches('#').to_owned()
}

/// What is not on course, on a sheet.
pub(super) fn exceptions_sheet(page: &ExceptionsPage) -> Html {
    let columns = &page.columns;
    let headings =
        [&columns.measure, &columns.target, &columns.current, "Direction of travel", "Progress"];
    let caption = "What is off course, then what is uncertain";
    html! {
        <>
            { for page.headline.iter().map(|line| html! { <p class="ql-overview__line">{ line }</p> }) }
            if let Some(note) = page.note {
                <p>{ note }</p>
            } else {
                <div class="ql-sheet">
                    { register(caption, &headings, page.rows.iter().map(|row| sheet_row(row, page)).collect()) }
                </div>
            }
            { for page.legend.iter().map(|line| html! { <p class="ql-sheet__legend">{ line }</p> }) }
        </>
    }
}

fn sheet_row(row: &SheetRow, page: &ExceptionsPage) -> Html {
    let columns = &page.columns;
    let class = match row.progress.status {
        Progress::Uncertain => "ql-sheet__what ql-sheet__what--brief",
        _ => "ql-sheet__what",
    };
    let title = html! {
        <div {class}>
            <span class="ql-sheet__name">{ &row.title }</span>
            <span class="ql-sheet__why">{ &row.why }</span>
            if let Some(owner) = &row.owner {
                <span class="ql-sheet__why">{ owner }</span>
            }
        </div>
    };
    let milestone = || html! { "Milestone" };
    let cells = html! {
        <>
            { register_cell(&columns.target, html! { &row.target }) }
            { register_cell(&columns.current, row.current.as_ref().map_or_else(milestone, |current| html! { current })) }
            { register_cell("Direction of travel", row.direction.as_ref().map_or_else(milestone, direction_tag)) }
            { register_cell("Progress", progress_tag(&row.progress, Html::default())) }
        </>
    };
    register_row(&row.reference, title, cells)
}
