//! What the tables share: headings and the last column.

use yew::{Callback, Html, classes, html};

use super::status::progress_tag;
use crate::app::{Action, Order, Row, SortKey};
use crate::assess::Progress;
use crate::view::{Columns, Places, Status};

/// The frame of a table whose rows are groups of their own.
pub(super) fn table(
    (kind, caption): (Option<&'static str>, &str),
    title: &str,
    order: Order,
    dispatch: &Callback<Action>,
    headings: Html,
    (places, rows): (Option<&Places>, Vec<Html>),
) -> Html {
    let lines = places.map(|places| places.lines.to_string());
    let rows = match places {
        None => rows.into_iter().collect(),
        Some(places) => with_gaps(places, rows),
    };
    html! {
        <table class={classes!("ql-table", kind, "ql-stacked")} role="table" aria-rowcount={lines}>
            <caption class="ql-table__caption">{ caption.to_owned() }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { sortable(order, SortKey::Reference, "Ref", "ql-table__ref", dispatch) }
                    { sortable(order, SortKey::Title, title, "ql-table__title", dispatch) }
                    { headings }
                </tr>
            </thead>
            <>{ rows }</>
        </table>
    }
}

/// The rows with a gap wherever some are left out. How high a gap is, `ui::browser` says once it is laid out.
fn with_gaps(places: &Places, rows: Vec<Html>) -> Html {
    let gap = |at: usize| {
        let left_out = places.left_out_before(at);
        let end = places.at.get(at).map_or(places.rows, |place| place.index);
        let first = places.first + end - left_out;
        (left_out > 0).then(|| {
            html! {
                <tbody
                    class="ql-table__gap" aria-hidden="true" key={format!("before-{end}")}
                    data-at={first.to_string()} data-rows={left_out.to_string()}
                >
                    <tr><td class="ql-table__space" colspan="8"></td></tr>
                </tbody>
            }
        })
    };
    let last = gap(rows.len());
    let rows = rows.into_iter().enumerate().flat_map(|(at, row)| [gap(at), Some(row)]);
    rows.flatten().chain(last).collect()
}

/// What a row of a long table is known by: its number on the page, and its line in the table.
pub(super) fn place_of(places: Option<&Places>, at: usize) -> (Option<String>, Option<usize>) {
    let Some((places, place)) = places.and_then(|places| Some((places, places.at.get(at)?))) else {
        return (None, None);
    };
    (Some((places.first + place.index).to_string()), Some(place.line))
}

/// A line as an attribute says it.
pub(super) fn line_text(line: Option<usize>) -> Option<String> {
    line.map(|line| line.to_string())
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
        heading("Details", "ql-table__progress ql-table__details")
    }
}

/// The last cell of a row, with the button that explains it.
pub(super) fn progress_cell(
    columns: &Columns,
    progress: &Status<Progress>,
    beside: Html,
    button: Html,
) -> Html {
    let (heading, content) = if columns.are_judged {
        ("Progress", html! { <>{ progress_tag(progress, button) }{ beside }</> })
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
        Row::Line(place) => format!("row-line-{}-{}", place.statement, place.line),
    }
}

/// A plain column heading.
pub(super) fn heading(text: &str, class: &'static str) -> Html {
    html! { <th scope="col" role="columnheader" {class}>{ text.to_owned() }</th> }
}
