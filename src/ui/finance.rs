//! Financial statements: what does not agree, every statement in a line, and each as a table.

use yew::{Callback, Html, MouseEvent, html};

use super::below::{derivation_view, why_id};
use super::browser;
use super::chart::ChartView;
use super::key::paper_key;
use super::navigation::link;
use super::prose::remarks;
use super::status::progress_tag;
use super::symbol::flag_symbol;
use super::table::row_id;
use super::unbroken::unbroken;
use crate::app::{Action, Row};
use crate::view::{
    Departments, FinanceCell, FinancePage, LineRow, LineWhy, StatementBlock, StatementView,
    StatementsOverview, Weight, WrongLine,
};

/// All statements, or one.
pub(super) fn finance(page: &FinancePage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            <div class="ql-finance__headline">
                { for page.headline.iter().map(|line| html! { <p>{ line }</p> }) }
            </div>
            if !page.wrong.is_empty() {
                <section class="ql-finance__wrong" aria-labelledby="finance-wrong">
                    <h2 class="ql-finance__heading" id="finance-wrong">
                        { "Lines to check" }
                    </h2>
                    <ul>{ for page.wrong.iter().map(wrong_line) }</ul>
                </section>
            }
            if let Some(overview) = &page.overview {
                { overview_table(overview, dispatch) }
            }
            <div class="ql-finance__statements">
                { for page.statements.iter().map(|one| statement(one, dispatch)) }
            </div>
            { paper_key(&page.symbols) }
        </>
    }
}

fn wrong_line(wrong: &WrongLine) -> Html {
    let row = wrong.row;
    let go = Callback::from(move |event: MouseEvent| {
        if browser::follows_link(&event) {
            browser::reveal(&row_id(row));
        }
    });
    html! {
        <li class="ql-finance__item">
            if let Some(statement) = &wrong.statement {
                <span class="ql-finance__quiet">{ statement }{ ": " }</span>
            }
            <a class="ql-finance__go" href={format!("#{}", row_id(row))} onclick={go}>{ &wrong.title }</a>
            { for wrong.what.iter().map(|what| html! { <p>{ unbroken(what) }</p> }) }
            if let Some(note) = &wrong.note {
                <p>{ "Note: " }{ note }</p>
            }
        </li>
    }
}

fn overview_table(overview: &StatementsOverview, dispatch: &Callback<Action>) -> Html {
    let [statement, figures @ .., checked] = overview.columns;
    html! {
        <table class="ql-finance__table ql-stacked" role="table">
            <caption class="ql-finance__heading">{ "Statements" }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { heading(statement, "ql-finance__title") }
                    { for figures.into_iter().map(|column| heading(column, "ql-finance__figure")) }
                    { heading(checked, "ql-finance__last") }
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for overview.rows.iter().map(|row| html! {
                    <tr class="ql-finance__row" role="row">
                        <th class="ql-finance__cell ql-finance__title" scope="row" role="rowheader">
                            { link("ql-finance__way", &row.title, &row.place, None, dispatch) }
                            <span class="ql-finance__quiet">{ &row.remark }</span>
                        </th>
                        { for figures.into_iter().zip(&row.cells).map(|(column, cell)| figure(column, cell)) }
                        <td class="ql-finance__cell" role="cell" data-heading={checked}>
                            <span class={if row.is_wrong { "ql-flag" } else { "ql-finance__quiet" }}>
                                if row.is_wrong {
                                    { flag_symbol() }
                                }
                                { &row.checked }
                            </span>
                        </td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn statement(statement: &StatementView, dispatch: &Callback<Action>) -> Html {
    let id = format!("statement-{}", statement.index);
    html! {
        <section class="ql-finance__statement" aria-labelledby={id.clone()} key={statement.index}>
            <h2 class={if statement.place.is_some() { "ql-finance__heading" } else { "ql-hidden" }} {id}>
                if let Some(place) = &statement.place {
                    { link("ql-finance__way", &statement.title, place, None, dispatch) }
                } else {
                    { &statement.title }
                }
            </h2>
            <p class="ql-finance__quiet">{ &statement.facts }</p>
            { for statement.ways.iter().map(|(what, ways)| html! {
                <p class="ql-finance__ways">
                    { *what }{ ": " }
                    { for ways.iter().map(|(text, place)| {
                        link("ql-finance__way", text, place, None, dispatch)
                    }) }
                </p>
            }) }
            <div class="ql-finance__words">{ remarks(&statement.commentary, dispatch) }</div>
            { lines(statement, dispatch) }
            if let Some(chart) = &statement.chart {
                <ChartView chart={chart.clone()} id={format!("variances-{}", statement.index)} />
            }
            <p class="ql-finance__legend">{ statement.legend() }</p>
            if !statement.notes.is_empty() {
                <ol class="ql-finance__notes">
                    { for statement.notes.iter().map(|(number, note)| html! {
                        <li value={number.to_string()}>{ note }</li>
                    }) }
                </ol>
            }
        </section>
    }
}

fn lines(statement: &StatementView, dispatch: &Callback<Action>) -> Html {
    let last = if statement.has_status { "Status" } else { "Explanation" };
    let class = if statement.is_bare {
        "ql-finance__table ql-finance__table--bare ql-stacked"
    } else {
        "ql-finance__table ql-stacked"
    };
    html! {
        <table {class} role="table">
            <caption class="ql-hidden">{ &statement.title }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { heading("Line", "ql-finance__title") }
                    { for statement.columns.iter().map(|column| heading(&column.text, "ql-finance__figure")) }
                    { heading(last, "ql-finance__last") }
                </tr>
            </thead>
            <>{ for statement.blocks.iter().enumerate().map(|(at, one)| block(statement, (at, one), dispatch)) }</>
        </table>
    }
}

fn block(
    statement: &StatementView,
    (at, block): (usize, &StatementBlock),
    dispatch: &Callback<Action>,
) -> Html {
    let width = (statement.columns.len() + 2).to_string();
    html! {
        <tbody class="ql-finance__block" role="rowgroup" key={at}>
            if let Some(title) = &block.title {
                <tr class="ql-finance__above" role="row">
                    <th class="ql-finance__cell" colspan={width.clone()} scope="colgroup" role="columnheader">
                        if let Some(place) = &block.place {
                            { link("ql-finance__way", title, place, None, dispatch) }
                        } else {
                            { title }
                        }
                    </th>
                </tr>
            }
            <>{ for block.rows.iter().map(|row| line_row(statement, row, &width, dispatch)) }</>
        </tbody>
    }
}

fn line_row(
    statement: &StatementView,
    row: &LineRow,
    width: &str,
    dispatch: &Callback<Action>,
) -> Html {
    let class = match row.weight {
        Weight::Line => "ql-finance__row",
        Weight::Subtotal => "ql-finance__row ql-finance__row--subtotal",
        Weight::Total => "ql-finance__row ql-finance__row--total",
    };
    let columns = statement.columns.iter().zip(&row.cells);
    html! {
        <key={row_id(row.row)}>
            <tr {class} role="row" id={row_id(row.row)}>
                <th class="ql-finance__cell ql-finance__title" scope="row" role="rowheader">
                    { &row.title }
                    { for row.notes.iter().map(|note| html! {
                        <span class="ql-finance__note">{ format!(" (note {note})") }</span>
                    }) }
                </th>
                { for columns.map(|(column, cell)| figure(&column.text, cell)) }
                <td class="ql-finance__cell ql-finance__last" role="cell">
                    if let Some(status) = &row.status {
                        { progress_tag(status, Html::default()) }
                    }
                    if let Some(text) = &row.flag {
                        { flag(text) }
                    }
                    { why_button(row, dispatch) }
                </td>
            </tr>
            if !row.remarks.is_empty() {
                <tr class="ql-finance__below" role="row">
                    <td class="ql-finance__cell" role="cell" colspan={width.to_owned()}>
                        { remarks(&row.remarks, dispatch) }
                    </td>
                </tr>
            }
            if let Some(why) = &row.why {
                <tr class="ql-finance__below" role="row">
                    <td class="ql-finance__cell" role="cell" colspan={width.to_owned()}>
                        { explanation(row.row, why, dispatch) }
                    </td>
                </tr>
            }
        </>
    }
}

fn why_button(row: &LineRow, dispatch: &Callback<Action>) -> Html {
    if !row.can_open {
        return Html::default();
    }
    let (is_open, which) = (row.why.is_some(), row.row);
    let onclick = dispatch.reform(move |_: MouseEvent| Action::ToggleWhy(which));
    html! {
        <button
            type="button" class="ql-link ql-why-button"
            aria-expanded={if is_open { "true" } else { "false" }}
            aria-controls={is_open.then(|| why_id(which))} {onclick}
        >
            { if is_open { "Close" } else { "Why?" } }
            <span class="ql-hidden">{ format!(" {}", row.title) }</span>
        </button>
    }
}

fn explanation(row: Row, why: &LineWhy, dispatch: &Callback<Action>) -> Html {
    html! {
        <div class="ql-why ql-finance__why" id={why_id(row)}>
            { for why.derivations.iter().map(|(heading, one)| derivation_view(heading, one)) }
            if let Some(table) = &why.departments {
                { departments(table, dispatch) }
            }
        </div>
    }
}

fn departments(table: &Departments, dispatch: &Callback<Action>) -> Html {
    html! {
        <div
            class="ql-why__part ql-finance__departments" role="group" tabindex="0"
            aria-label={table.caption.clone()}
        >
            <table class="ql-plain-table ql-plain-table--small">
                <caption class="ql-plain-table__caption">{ &table.caption }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Department" }</th>
                        { for table.columns.iter().map(|column| html! {
                            <th class="ql-finance__figure" scope="col">{ column }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for table.rows.iter().map(|row| html! {
                        <tr>
                            <th scope="row">
                                if let Some(place) = &row.place {
                                    { link("ql-finance__way", &row.title, place, None, dispatch) }
                                } else {
                                    { &row.title }
                                }
                            </th>
                            { for row.cells.iter().map(|cell| html! {
                                <td class="ql-finance__figure">{ cell }</td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

fn heading(text: &str, class: &'static str) -> Html {
    html! { <th scope="col" role="columnheader" {class}>{ text.to_owned() }</th> }
}

/// A figure under its heading, which is repeated in the cell where the columns are stacked.
fn figure(heading: &str, cell: &FinanceCell) -> Html {
    let class = if cell.is_absent {
        "ql-finance__cell ql-finance__figure ql-finance__figure--absent"
    } else {
        "ql-finance__cell ql-finance__figure"
    };
    html! {
        <td {class} role="cell" data-heading={heading.to_owned()}>
            <span class="ql-finance__value">
                { unbroken(&cell.text) }
                if let Some(spoken) = cell.spoken {
                    <span class="ql-hidden">{ format!(" {spoken}") }</span>
                }
                if let Some(remark) = &cell.remark {
                    <span class="ql-finance__quiet">{ unbroken(remark) }</span>
                }
                if let Some(text) = &cell.flag {
                    { flag(text) }
                }
            </span>
        </td>
    }
}

/// That a figure does not agree: a word and a shape.
fn flag(text: &str) -> Html {
    html! { <span class="ql-flag">{ flag_symbol() }<span>{ text.to_owned() }</span></span> }
}
