//! What is made for paper, and looks on screen as it will on paper.

use yew::{Callback, Html, html};

use super::key::symbol_key;
use super::report::{measures_groups, part_content};
use super::status::{direction_tag, progress_tag};
use crate::app::Action;
use crate::assess::Progress;
use crate::view::{ExceptionsPage, PartView, SheetRow, WholePage};

/// The whole report, a part after the other.
pub(super) fn whole(page: &WholePage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { for page.parts.iter().map(|(heading, part)| html! {
                <section class="ql-whole">
                    <h2 class="ql-whole__heading">{ heading }</h2>
                    { match part {
                        PartView::Measures(page) => measures_groups(page, dispatch),
                        part => part_content(part, dispatch),
                    } }
                </section>
            }) }
            { symbol_key(&page.counts) }
        </>
    }
}

/// What is not on course, on a page.
pub(super) fn exceptions_sheet(page: &ExceptionsPage) -> Html {
    let columns = &page.columns;
    let headings = [
        "Ref",
        &columns.measure,
        &columns.target,
        &columns.current,
        "Direction of travel",
        "Progress",
    ];
    html! {
        <>
            { for page.headline.iter().map(|line| html! { <p class="ql-overview__line">{ line }</p> }) }
            if let Some(note) = page.note {
                <p>{ note }</p>
            } else {
                <table class="ql-sheet" role="table">
                    <caption class="ql-hidden">{ "What is off course, then what is uncertain" }</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            { for headings.map(|heading| html! {
                                <th scope="col" role="columnheader">{ heading.to_owned() }</th>
                            }) }
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        { for page.rows.iter().map(|row| sheet_row(row, page)) }
                    </tbody>
                </table>
            }
            { for page.legend.iter().map(|line| html! { <p class="ql-sheet__legend">{ line }</p> }) }
        </>
    }
}

fn sheet_row(row: &SheetRow, page: &ExceptionsPage) -> Html {
    let columns = &page.columns;
    let class = match row.progress.status {
        Progress::Uncertain => "ql-sheet__row ql-sheet__row--brief",
        _ => "ql-sheet__row",
    };
    html! {
        <tr {class} role="row">
            <td class="ql-sheet__ref" role="cell">{ &row.reference }</td>
            <th class="ql-sheet__title" scope="row" role="rowheader">
                <span class="ql-sheet__name">{ &row.title }</span>
                <span class="ql-sheet__why">{ &row.why }</span>
                if let Some(owner) = &row.owner {
                    <span class="ql-sheet__owner">{ owner }</span>
                }
            </th>
            <td role="cell" data-heading={columns.target.clone()}>{ &row.target }</td>
            <td role="cell" data-heading={columns.current.clone()}>
                { row.current.as_deref().unwrap_or("Milestone") }
            </td>
            <td role="cell" data-heading="Direction of travel">
                { match &row.direction {
                    Some(direction) => direction_tag(direction),
                    None => html! { "Milestone" },
                } }
            </td>
            <td role="cell" data-heading="Progress">{ progress_tag(&row.progress, Html::default()) }</td>
        </tr>
    }
}
