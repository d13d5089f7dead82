//! A cell of a table.

use yew::{Html, html};

use super::unbroken::unbroken;
use crate::view::Cell;

/// A figure cell under a column heading. The heading is repeated in the cell where the columns are stacked.
pub(super) fn figure_cell(heading: &str, cell: &Cell) -> Html {
    let class = if cell.is_absent {
        "ql-table__cell ql-table__cell--figure ql-table__cell--absent"
    } else {
        "ql-table__cell ql-table__cell--figure"
    };
    html! {
        <td {class} role="cell" data-heading={heading.to_owned()}>
            { cell_text(cell) }
        </td>
    }
}

/// The figure, or the reason that there is none.
pub(super) fn cell_text(cell: &Cell) -> Html {
    html! {
        <span class="ql-figure">
            { for cell.lines.iter().map(|line| html! {
                <span class="ql-figure__line">
                    if let Some(label) = &line.label {
                        <span class="ql-figure__label">{ label }{ " " }</span>
                    }
                    { unbroken(&line.text) }
                </span>
            }) }
            if let Some(remark) = &cell.remark {
                <span class="ql-figure__remark">{ remark }</span>
            }
        </span>
    }
}
