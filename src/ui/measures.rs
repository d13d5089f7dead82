//! A table of measures.

use yew::{Callback, Html, html};

use super::below::{below_rows, why_button};
use super::cell::figure_cell;
use super::chart::sparkline_view;
use super::navigation::link;
use super::status::{direction_tags, progress_beside};
use super::table::{
    heading, line_text, place_of, progress_cell, progress_heading, row_id, sortable, table,
};
use crate::app::{Action, Order, SortKey};
use crate::view::chart::Sparkline;
use crate::view::{Columns, MeasureRow, Places};

/// The measures of a group in the columns that officers know.
pub(super) fn measures_table(
    caption: &str,
    columns: &Columns,
    order: Order,
    (places, rows): (Option<&Places>, &[MeasureRow]),
    dispatch: &Callback<Action>,
) -> Html {
    let headings = html! {
        <>
            { heading(&columns.last_year, "ql-table__figure") }
            { heading(&columns.target, "ql-table__figure") }
            if columns.are_judged {
                { heading(&columns.current, "ql-table__figure") }
                if let Some(lines) = columns.lines {
                    { heading(lines, "ql-table__line") }
                }
                { sortable(order, SortKey::Direction, "Direction of travel", "ql-table__direction", dispatch) }
            }
            { progress_heading(columns, order, dispatch) }
        </>
    };
    let rows = rows.iter().enumerate();
    let rows = rows.map(|(at, row)| measure_row(columns, row, place_of(places, at), dispatch));
    let rows = (places, rows.collect());
    table((Some("ql-table--measures"), caption), &columns.measure, order, dispatch, headings, rows)
}

fn measure_row(
    columns: &Columns,
    row: &MeasureRow,
    (number, line): (Option<String>, Option<usize>),
    dispatch: &Callback<Action>,
) -> Html {
    let button = why_button(row.row, &row.below, columns, &row.called, dispatch);
    let [direction, progress] = row.published.each_ref().map(|text| {
        let text = text.as_ref().map(|text| html! { <span class="ql-reason">{ text }</span> });
        text.unwrap_or_default()
    });
    let beside = row.beside.as_ref().map(|(label, status)| progress_beside(label, status));
    let beside = html! { <>{ for beside }{ progress }</> };
    let width = match (columns.are_judged, columns.lines) {
        (true, Some(_)) => "8",
        (true, None) => "7",
        (false, _) => "5",
    };
    html! {
        <tbody
            class="ql-table__group" role="rowgroup" id={row_id(row.row)}
            key={format!("{:?}", row.row)} data-at={number}
        >
            <tr class="ql-table__row" role="row" aria-rowindex={line_text(line)}>
                <td class="ql-table__cell ql-table__ref" role="cell">{ &row.reference }</td>
                <th class="ql-table__cell ql-table__title" role="rowheader" scope="row">
                    { link("ql-table__link", &row.title, &row.place, None, dispatch) }
                    if let Some(unit) = &row.unit {
                        <span class="ql-table__unit">{ unit }</span>
                    }
                </th>
                { figure_cell(&columns.last_year, &row.last_year) }
                { figure_cell(&columns.target, &row.target) }
                if columns.are_judged {
                    { figure_cell(&columns.current, &row.current) }
                    if let (Some(heading), Some(line)) = (columns.lines, &row.line) {
                        { line_cell(heading, line) }
                    }
                    <td class="ql-table__cell" role="cell" data-heading="Direction of travel">
                        { direction_tags(&row.directions) }
                        { direction }
                    </td>
                }
                { progress_cell(columns, &row.progress, beside, button) }
            </tr>
            { below_rows(row.row, &row.below, (width, line), dispatch) }
        </tbody>
    }
}

fn line_cell(heading: &'static str, line: &Sparkline) -> Html {
    html! {
        <td class="ql-table__cell ql-table__line" role="cell" data-heading={heading}>
            { sparkline_view(line) }
        </td>
    }
}
