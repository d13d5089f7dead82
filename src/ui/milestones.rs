//! A table of milestones.

use yew::{Callback, Html, html};

use super::below::{below_rows, why_button};
use super::table::{heading, line_text, place_of, progress_cell, progress_heading, row_id, table};
use crate::app::{Action, Order};
use crate::view::{Columns, MilestoneRow, Places};

/// The milestones of a group.
pub(super) fn milestones_table(
    caption: &str,
    columns: &Columns,
    order: Order,
    (places, rows): (Option<&Places>, &[MilestoneRow]),
    dispatch: &Callback<Action>,
) -> Html {
    let headings = html! {
        <>
            { heading("Due", "ql-table__due") }
            { progress_heading(columns, order, dispatch) }
        </>
    };
    let rows = rows.iter().enumerate();
    let rows = rows.map(|(at, row)| milestone_row(columns, row, place_of(places, at), dispatch));
    let rows = (places, rows.collect());
    table(caption, &columns.milestone, order, dispatch, headings, rows)
}

fn milestone_row(
    columns: &Columns,
    row: &MilestoneRow,
    (number, line): (Option<String>, Option<usize>),
    dispatch: &Callback<Action>,
) -> Html {
    let button = why_button(row.row, &row.below, columns, &row.called, dispatch);
    html! {
        <tbody
            class="ql-table__group" role="rowgroup" id={row_id(row.row)}
            key={format!("{:?}", row.row)} data-at={number}
        >
            <tr class="ql-table__row" role="row" aria-rowindex={line_text(line)}>
                <td class="ql-table__cell ql-table__ref" role="cell">{ &row.reference }</td>
                <th class="ql-table__cell ql-table__title" role="rowheader" scope="row">{ &row.title }</th>
                <td class="ql-table__cell" role="cell" data-heading="Due">{ &row.due }</td>
                { progress_cell(columns, &row.progress, None, button) }
            </tr>
            { below_rows(row.row, &row.below, ("4", line), dispatch) }
        </tbody>
    }
}
