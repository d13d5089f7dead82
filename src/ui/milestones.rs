//! Tables of milestones.

use yew::{Callback, Html, html};

use super::below::{below_rows, why_button};
use super::overview::unread_warning;
use super::paper::id_of;
use super::register::objective_link;
use super::table::{
    heading, line_text, place_of, progress_cell, progress_heading, row_id, sortable, table,
};
use crate::app::{Action, Order, SortKey};
use crate::view::{Columns, MilestoneGroup, MilestoneRow, MilestonesPage, Places};

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
    let rows =
        rows.map(|(at, row)| milestone_row(columns, row, (place_of(places, at), false), dispatch));
    let rows = (places, rows.collect());
    table((None, caption), &columns.milestone, order, dispatch, headings, rows)
}

/// All milestones, by when they are due or by how they go.
pub(super) fn milestones_page(page: &MilestonesPage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { unread_warning(page.unread.as_deref()) }
            if let Some(headline) = &page.headline {
                <div class="ql-overview"><p class="ql-overview__line">{ headline }</p></div>
            }
            // A list of its own: another order replaces it and nothing else.
            <div class="ql-groups">
                { for page.groups.iter().map(|group| html! {
                    <section class="ql-section" key={group.heading.clone()}>
                        <h2 class="ql-section__heading">{ &group.heading }</h2>
                        { dated_table(page, group, dispatch) }
                    </section>
                }) }
            </div>
        </>
    }
}

fn dated_table(page: &MilestonesPage, group: &MilestoneGroup, dispatch: &Callback<Action>) -> Html {
    let (columns, order) = (&page.columns, page.order);
    let row = |row: &MilestoneRow| {
        let is_marked = page.marked == Some(row.row);
        milestone_row(columns, row, ((None, None), is_marked), dispatch)
    };
    let rows: Html = group.rows.iter().map(row).collect();
    html! {
        <table class="ql-table ql-stacked" role="table">
            <caption class="ql-hidden">{ format!("{}s: {}", columns.milestone, group.heading) }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { heading("Ref", "ql-table__ref") }
                    { sortable(order, SortKey::Title, &columns.milestone, "ql-table__title", dispatch) }
                    { sortable(order, SortKey::Due, "Due", "ql-table__due", dispatch) }
                    { progress_heading(columns, order, dispatch) }
                </tr>
            </thead>
            <>{ rows }</>
        </table>
    }
}

fn milestone_row(
    columns: &Columns,
    row: &MilestoneRow,
    ((number, line), is_marked): ((Option<String>, Option<usize>), bool),
    dispatch: &Callback<Action>,
) -> Html {
    let button = why_button(row.row, &row.below, columns, &row.called, dispatch);
    html! {
        <tbody
            role="rowgroup" id={row_id(row.row)}
            class={if is_marked { "ql-table__group ql-marked" } else { "ql-table__group" }}
            key={format!("{:?}", row.row)} data-at={number}
        >
            <tr class="ql-table__row" role="row" aria-rowindex={line_text(line)}>
                <td class="ql-table__cell ql-table__ref" role="cell">{ &row.reference }</td>
                <th
                    class="ql-table__cell ql-table__title" role="rowheader" scope="row"
                    id={row.place.as_ref().map(id_of)} tabindex={is_marked.then_some("-1")} data-marked={is_marked.then_some("")}
                >
                    { &row.title }
                    if is_marked {
                        <span class="ql-marked__words">{ MilestonesPage::MARKED }</span>
                    }
                    if let Some(objective) = &row.objective {
                        <span class="ql-register__under">{ objective_link(Some(objective), dispatch) }</span>
                    }
                </th>
                <td class="ql-table__cell" role="cell" data-heading="Due">{ &row.due }</td>
                { progress_cell(columns, &row.progress, Html::default(), button) }
            </tr>
            { below_rows(row.row, &row.below, ("4", line), dispatch) }
        </tbody>
    }
}
