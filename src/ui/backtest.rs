//! The page of past outlooks.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html};

use super::open::{open_files, open_folder};
use super::status::progress_tag;
use super::unbroken::unbroken;
use crate::app::Action;
use crate::view::{BacktestPage, CaseRow, Found, MeasureScore, ScoreRow};

/// What the page is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The page.
    pub page: Rc<BacktestPage>,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// What was found in sentences, what the figures mean, and the figures.
#[component]
pub fn BacktestView(props: &Props) -> Html {
    let page = &props.page;
    html! {
        <main class="ql-backtest">
            <h1 class="ql-backtest__title" tabindex="-1">{ page.title }</h1>
            <p class="ql-backtest__version">{ &page.version }</p>
            <div class="ql-backtest__headline">
                { for page.headline.iter().map(|line| html! { <p>{ line }</p> }) }
            </div>
            if let Some(needed) = &page.needed {
                <p class="ql-backtest__words">{ needed }</p>
                <div class="ql-start__actions">
                    { open_files("ql-button", &props.dispatch) }
                    { open_folder("ql-button ql-button--secondary", &props.dispatch) }
                </div>
            }
            if let Some(found) = &page.found {
                { figures(found) }
            }
        </main>
    }
}

fn figures(found: &Found) -> Html {
    let quarters = found.quarters.iter().map(|row| score_row(found, row));
    let measures = found.measures.iter().enumerate();
    html! {
        <>
            <p class="ql-backtest__words">{ &found.basis }</p>
            { scores(found, found.by_quarter, html! {
                <tbody role="rowgroup">{ for quarters }</tbody>
            }) }
            <section class="ql-backtest__words" aria-labelledby="backtest-explained">
                <h2 class="ql-backtest__heading" id="backtest-explained">{ found.explained }</h2>
                { for found.explanations.iter().map(|line| html! { <p>{ line }</p> }) }
            </section>
            { scores(found, found.by_measure, html! {
                <tbody role="rowgroup">
                    { for measures.map(|(index, measure)| measure_rows(found, index, measure)) }
                </tbody>
            }) }
        </>
    }
}

fn scores(found: &Found, caption: &'static str, body: Html) -> Html {
    html! {
        <table class="ql-backtest__table ql-stacked" role="table">
            <caption class="ql-backtest__heading">{ caption }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { for found.columns.iter().map(|column| html! {
                        <th scope="col" role="columnheader">{ *column }</th>
                    }) }
                </tr>
            </thead>
            { body }
        </table>
    }
}

fn score_row(found: &Found, row: &ScoreRow) -> Html {
    let parts = found.columns.iter().skip(1).zip(&row.parts);
    html! {
        <tr class="ql-backtest__row" role="row">
            <th scope="row" role="rowheader">
                if !row.reference.is_empty() {
                    <span class="ql-backtest__ref">{ &row.reference }</span>{ " " }
                }
                { &row.label }
            </th>
            { for parts.map(|(column, part)| html! {
                <td role="cell" data-heading={*column}>
                    <span class="ql-backtest__count">{ &part.count }</span>
                    if let Some(share) = &part.share {
                        { " " }<span class="ql-backtest__share">{ share }</span>
                    }
                </td>
            }) }
        </tr>
    }
}

fn measure_rows(found: &Found, index: usize, measure: &MeasureScore) -> Html {
    let columns = found.columns.len().to_string();
    html! {
        <key={index}>
            { score_row(found, &measure.score) }
            <tr class="ql-backtest__below" role="row">
                <td role="cell" colspan={columns}>
                    <details class="ql-backtest__cases">
                        <summary>{ &measure.opened_by }</summary>
                        { cases(found, measure) }
                    </details>
                </td>
            </tr>
        </>
    }
}

fn cases(found: &Found, measure: &MeasureScore) -> Html {
    html! {
        <table class="ql-backtest__table ql-backtest__table--cases ql-stacked" role="table">
            <caption class="ql-hidden">{ &measure.opened_by }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    { for found.case_columns.iter().map(|column| html! {
                        <th scope="col" role="columnheader">{ *column }</th>
                    }) }
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for measure.cases.iter().map(|case| case_row(found, case)) }
            </tbody>
        </table>
    }
}

fn case_row(found: &Found, case: &CaseRow) -> Html {
    let cells = found.case_columns.iter().skip(2).zip(&case.cells);
    html! {
        <tr class="ql-backtest__row" role="row">
            <th scope="row" role="rowheader">{ &case.quarter }</th>
            <td role="cell" data-heading={found.case_columns[1]}>
                { progress_tag(&case.said, Html::default()) }
            </td>
            { for cells.map(|(column, cell)| html! {
                <td role="cell" data-heading={*column}>{ unbroken(cell) }</td>
            }) }
        </tr>
    }
}
