//! What is not on course, on a sheet of paper.

use yew::{Callback, Html, html};

use super::chart::sparkline_view;
use super::navigation::link;
use super::overview::unread_warning;
use super::register::{register, register_cell, register_row};
use super::status::{direction_mark, direction_tag, progress_mark, progress_tag};
use super::unbroken::unbroken;
use crate::app::Action;
use crate::view::{ExceptionsPage, SheetRow, Stands};

/// What is not on course, on a sheet.
pub(super) fn exceptions_sheet(page: &ExceptionsPage, dispatch: &Callback<Action>) -> Html {
    let columns = &page.columns;
    let headings = [
        &columns.measure,
        &columns.target,
        &columns.current,
        ExceptionsPage::EXPECTED,
        "Direction of travel",
        "Progress",
    ];
    let caption = "What is off course, then what is uncertain";
    html! {
        <div class="ql-sheet">
            <p class="ql-sheet__headline">{ &page.headline }</p>
            { unread_warning(page.unread.as_deref()) }
            if let Some(note) = page.note {
                <p>{ note }</p>
            } else {
                { register(caption, &headings, page.rows.iter().map(|row| sheet_row(row, page, dispatch)).collect()) }
                { key(page) }
            }
        </div>
    }
}

fn sheet_row(row: &SheetRow, page: &ExceptionsPage, dispatch: &Callback<Action>) -> Html {
    let columns = &page.columns;
    let title = html! {
        <>
            { link("ql-sheet__name", &row.title, &row.place, None, dispatch) }
            { for row.remarks.iter().map(|remark| html! { <>{ " · " }<span class="ql-sheet__remark">{ unbroken(remark) }</span></> }) }
        </>
    };
    let stands = match &row.stands {
        Stands::Figures { target, current, expected, line, direction } => html! {
            <>
                { register_cell(&columns.target, unbroken(target)) }
                { register_cell(&columns.current, unbroken(current)) }
                { register_cell(ExceptionsPage::EXPECTED, unbroken(expected)) }
                { register_cell("Direction of travel", html! {
                    <>{ direction_tag(direction) }{ for line.as_ref().map(sparkline_view) }</>
                }) }
            </>
        },
        Stands::Why(why) => {
            html! { <td role="cell" class="ql-sheet__why" colspan="4">{ unbroken(why) }</td> }
        }
    };
    let cells = html! {
        <>
            { stands }
            { register_cell("Progress", progress_tag(&row.progress, Html::default())) }
        </>
    };
    register_row(&row.reference, title, cells)
}

fn key(page: &ExceptionsPage) -> Html {
    html! {
        <div class="ql-sheet__key">
            { for page.key.iter().map(|(one, meaning)| html! { <p>{ progress_mark(one) }{ ": " }{ *meaning }</p> }) }
            { for page.directions.iter().map(|(one, meaning)| html! { <p>{ direction_mark(one) }{ ": " }{ *meaning }</p> }) }
        </div>
    }
}
