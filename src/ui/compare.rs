//! Two reports side by side.

use yew::{Callback, Html, html};

use super::cell::cell_text;
use super::chart::sparkline_view;
use super::navigation::link;
use super::select::Select;
use super::status::{direction_tag, direction_tags, progress_tag};
use super::unbroken::unbroken;
use crate::app::Action;
use crate::assess::Progress;
use crate::view::{
    Cell, ComparePage, ComparedGroup, ComparedMeasure, ComparedMilestone, Comparison, MeasureSide,
    Status,
};

/// The comparison, and what it is with.
pub(super) fn compare(page: &ComparePage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            <div class="ql-compare__tools">
                if !page.choices.is_empty() {
                    { other_picker(page, dispatch) }
                }
                if let Some(found) = &page.found {
                    <label class="ql-compare__only">
                        <input
                            type="checkbox" checked={found.only_changed}
                            onchange={dispatch.reform(|_| Action::ToggleOnlyChanged)}
                        />
                        { "Only what changed" }
                    </label>
                }
            </div>
            <p>{ &page.headline }</p>
            if let Some(found) = &page.found {
                <p class="ql-hint" role="status">{ &found.shown }</p>
                <div class="ql-groups">
                    { for found.groups.iter().enumerate().map(|(at, one)| group(found, at, one, dispatch)) }
                </div>
            }
        </>
    }
}

fn other_picker(page: &ComparePage, dispatch: &Callback<Action>) -> Html {
    let options: Vec<String> = page.choices.iter().map(|(text, _)| text.clone()).collect();
    let (dispatch, choices) = (dispatch.clone(), page.choices.clone());
    let on_choose = Callback::from(move |choice: usize| {
        if let Some((_, Some(place))) = choices.get(choice) {
            dispatch.emit(Action::Go(place.clone()));
        }
    });
    html! { <Select label="Compare with" {options} chosen={page.chosen} {on_choose} /> }
}

fn group(
    found: &Comparison,
    at: usize,
    group: &ComparedGroup,
    dispatch: &Callback<Action>,
) -> Html {
    let id = format!("compare-{at}");
    let caption = |rows: &str| match group.reference.as_str() {
        "" => format!("{rows}s"),
        reference => format!("{rows}s of {reference}"),
    };
    let measures = group.measures.iter().map(|row| measure(found, row, dispatch));
    let milestones = group.milestones.iter().map(|row| milestone(found, row));
    html! {
        <section class="ql-group" aria-labelledby={id.clone()} key={at}>
            <h2 class="ql-group__title" {id}>
                if !group.reference.is_empty() {
                    <span class="ql-group__ref">{ &group.reference }</span>{ " " }
                }
                { &group.title }
            </h2>
            if !group.measures.is_empty() {
                { table(&caption(&found.measure), &found.measure, found.measure_columns.as_flattened(), measures.collect()) }
            }
            if !group.milestones.is_empty() {
                { table(&caption(&found.milestone), &found.milestone, found.milestone_columns.as_flattened(), milestones.collect()) }
            }
        </section>
    }
}

fn table(caption: &str, title: &str, columns: &[String], rows: Vec<Html>) -> Html {
    let heading = |text: &str, class: &'static str| {
        html! { <th {class} scope="col" role="columnheader">{ text.to_owned() }</th> }
    };
    // The first column of each report has a line before it; of three columns, the first two are figures.
    let class = |at: usize| match (at % (columns.len() / 2), columns.len()) {
        (0, 6) => "ql-compare__first ql-compare__figure",
        (0, _) => "ql-compare__first",
        (1, 6) => "ql-compare__figure",
        _ => "",
    };
    html! {
        <table class="ql-compare" role="table">
            <caption class="ql-table__caption">{ caption.to_owned() }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { heading("Ref", "ql-compare__ref") }
                    { heading(title, "ql-compare__title") }
                    { for columns.iter().enumerate().map(|(at, column)| heading(column, class(at))) }
                    { heading("Change", "ql-compare__change") }
                </tr>
            </thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}

fn measure(found: &Comparison, row: &ComparedMeasure, dispatch: &Callback<Action>) -> Html {
    let title = match &row.place {
        Some(place) => link("ql-compare__link", &row.title, place, None, dispatch),
        None => html! { <>{ &row.title }</> },
    };
    let side = |at: usize| match &row.sides[at] {
        Some(side) => measure_side(side, &found.measure_columns[at], SIDES[at]),
        None => missing(&found.not_there[at], SIDES[at], "3"),
    };
    html! {
        <tr class="ql-compare__row" role="row">
            <td class="ql-compare__ref" role="cell">{ &row.reference }</td>
            <th class="ql-compare__title" role="rowheader" scope="row">
                { title }
                if let Some(unit) = &row.unit {
                    <span class="ql-table__unit">{ unit }</span>
                }
            </th>
            { side(0) }
            { side(1) }
            <td class="ql-compare__change" role="cell" data-heading="Change">
                { for row.change.as_ref().map(direction_tag) }
                <span class="ql-compare__sentence">{ unbroken(&row.sentence) }</span>
                { for row.line.as_ref().map(sparkline_view) }
            </td>
        </tr>
    }
}

/// On which side the cells of each report stand.
const SIDES: [&str; 2] = ["ql-compare__then", "ql-compare__now"];

fn cell(class: String, heading: &str, content: Html) -> Html {
    html! { <td {class} role="cell" data-heading={heading.to_owned()}>{ content }</td> }
}

fn measure_side(side: &MeasureSide, headings: &[String; 3], class: &'static str) -> Html {
    let [target, actual, progress] = headings;
    let figure = |figure: &Cell, heading: &str, own: &str| {
        let absent = if figure.is_absent { " ql-compare__absent" } else { "" };
        let class = format!("{class} {own} ql-compare__figure{absent}");
        cell(class, heading, cell_text(figure))
    };
    let status = html! {
        <>
            { for side.progress.as_ref().map(status_tag) }
            { direction_tags(&side.directions) }
        </>
    };
    let status = match &side.progress {
        None => html! { <span class="ql-hint">{ Comparison::NOT_JUDGED }</span> },
        Some(_) => status,
    };
    html! {
        <>
            { figure(&side.target, target, "ql-compare__first") }
            { figure(&side.actual, actual, "ql-compare__second") }
            { cell(format!("{class} ql-compare__third"), progress, status) }
        </>
    }
}

fn status_tag(status: &Status<Progress>) -> Html {
    progress_tag(status, Html::default())
}

fn missing(words: &str, class: &'static str, columns: &'static str) -> Html {
    html! {
        <td class={format!("{class} ql-compare__first ql-compare__absent")} role="cell" colspan={columns}>
            { words.to_owned() }
        </td>
    }
}

fn milestone(found: &Comparison, row: &ComparedMilestone) -> Html {
    let side = |at: usize| match &row.sides[at] {
        Some((due, status)) => {
            let ([when, how], class) = (&found.milestone_columns[at], SIDES[at]);
            let status = status.as_ref().map_or_else(
                || html! { <span class="ql-hint">{ Comparison::NOT_JUDGED }</span> },
                status_tag,
            );
            html! {
                <>
                    { cell(format!("{class} ql-compare__first"), when, html! { <>{ due }</> }) }
                    { cell(format!("{class} ql-compare__second"), how, status) }
                </>
            }
        }
        None => missing(&found.not_there[at], SIDES[at], "2"),
    };
    html! {
        <tr class="ql-compare__row" role="row">
            <td class="ql-compare__ref" role="cell">{ &row.reference }</td>
            <th class="ql-compare__title" role="rowheader" scope="row">{ &row.title }</th>
            { side(0) }
            { side(1) }
            <td class="ql-compare__change" role="cell" data-heading="Change">{ &row.change }</td>
        </tr>
    }
}
