//! What the tables share: headings and the last column.

use yew::{Callback, Html, html};

use super::status::{progress_beside, progress_tag};
use crate::app::{Action, Order, Row, SortKey};
use crate::assess::Progress;
use crate::view::{Columns, Status};

/// The frame of a table whose rows are groups of their own.
pub(super) fn table(
    caption: &str,
    title: &str,
    order: Order,
    dispatch: &Callback<Action>,
    headings: Html,
    rows: Html,
) -> Html {
    html! {
        <table class="ql-table" role="table">
            <caption class="ql-table__caption">{ caption.to_owned() }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { sortable(order, SortKey::Reference, "Ref", "ql-table__ref", dispatch) }
                    { sortable(order, SortKey::Title, title, "ql-table__title", dispatch) }
                    { headings }
                </tr>
            </thead>
            { rows }
        </table>
    }
}

/// A column heading that sorts when clicked.
pub(super) fn sortable(
    order: Order,
    key: SortKey,
    text: &str,
    class: &'static str,
    dispatch: &Callback<Action>,
) -> Html {
    let state = match (order.key == key, order.reversed) {
        (true, false) => "ascending",
        (true, true) => "descending",
        (false, _) => "none",
    };
    let onclick = dispatch.reform(move |_| Action::Sort(key));
    html! {
        <th scope="col" role="columnheader" {class} aria-sort={state} data-heading={text.to_owned()}>
            <button type="button" class="ql-sort" {onclick}>{ text.to_owned() }</button>
        </th>
    }
}

/// The heading of the last column: progress, or in a plan only what more there is.
pub(super) fn progress_heading(
    columns: &Columns,
    order: Order,
    dispatch: &Callback<Action>,
) -> Html {
    if columns.are_judged {
        sortable(order, SortKey::Progress, "Progress", "ql-table__progress", dispatch)
    } else {
        heading("Details", "ql-table__progress")
    }
}

/// The last cell of a row, with the button that explains it.
pub(super) fn progress_cell(
    columns: &Columns,
    progress: &Status<Progress>,
    beside: Option<&(&'static str, Status<Progress>)>,
    button: Html,
) -> Html {
    let (heading, content) = if columns.are_judged {
        let beside = beside.map(|(label, status)| progress_beside(label, status));
        ("Progress", html! { <>{ progress_tag(progress, button) }{ for beside }</> })
    } else {
        ("Details", button)
    };
    html! { <td class="ql-table__cell" role="cell" data-heading={heading}>{ content }</td> }
}

/// The id of a row, by which a link finds it.
pub(super) fn row_id(row: Row) -> String {
    match row {
        Row::Measure(index) => format!("row-measure-{index}"),
        Row::Milestone(index) => format!("row-milestone-{index}"),
    }
}

/// A plain column heading.
pub(super) fn heading(text: &str, class: &'static str) -> Html {
    html! { <th scope="col" role="columnheader" {class}>{ text.to_owned() }</th> }
}
