//! Strategic issues.

use yew::{Callback, Html, html};

use super::prose::{prose, remarks};
use super::register::{listed_row, register, register_below, register_cell};
use crate::app::Action;
use crate::view::{IssueRow, IssuesPage};

/// The table of strategic issues.
pub(super) fn issues(page: &IssuesPage, dispatch: &Callback<Action>) -> Html {
    let columns: Vec<&str> = ["Issue"].into_iter().chain(page.columns.iter().copied()).collect();
    let rows = page.rows.iter().map(|row| issue_rows(page, row, dispatch)).collect();
    html! {
        <>
            if let Some(empty) = &page.empty {
                <p class="ql-hint">{ empty }</p>
            }
            { register("Strategic issues", &columns, rows) }
        </>
    }
}

fn issue_rows(page: &IssuesPage, row: &IssueRow, dispatch: &Callback<Action>) -> Html {
    let cells = page.columns.iter().zip(&row.cells).map(|(column, cell)| {
        let content = match cell {
            Some(words) => prose(words, dispatch),
            None => html! { <span class="ql-hint">{ IssuesPage::NOT_STATED }</span> },
        };
        register_cell(column, content)
    });
    html! {
        <>
            { listed_row(&row.at, &row.reference, html! { { &row.title } }, cells.collect()) }
            if !row.note.is_empty() {
                { register_below(page.columns.len() + 1, remarks(&row.note, dispatch)) }
            }
        </>
    }
}
