//! The page of one measure.

use yew::{Callback, Html, html};

use super::below::{derivations, facts};
use super::cell::cell_text;
use super::chart::ChartView;
use super::prose::remarks;
use super::status::{direction_tag, progress_tag};
use crate::app::Action;
use crate::view::{Answer, MeasurePage, QuarterRow, QuarterTable};

/// Everything that is known of a measure.
pub(super) fn measure_page(page: &MeasurePage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { figures(page) }
            if !page.answers.is_empty() {
                <div class="ql-answers">{ for page.answers.iter().map(answer) }</div>
            }
            if !page.charts.is_empty() {
                <section class="ql-section ql-measure__charts" aria-label="Charts">
                    { for page.charts.iter().enumerate().map(|(at, chart)| html! {
                        <ChartView chart={chart.clone()} id={format!("chart-{at}")} />
                    }) }
                </section>
            }
            if !page.row.below.commentary.is_empty() {
                <section class="ql-section">
                    <h2 class="ql-section__heading">{ "Commentary" }</h2>
                    <div class="ql-measure__commentary">{ remarks(&page.row.below.commentary, dispatch) }</div>
                </section>
            }
            if let Some(history) = &page.history {
                { quarters(history) }
            }
            if !page.targets.is_empty() {
                <section class="ql-section">
                    <h2 class="ql-section__heading">{ "Targets" }</h2>
                    { facts(&page.targets) }
                </section>
            }
            if let Some(why) = &page.row.below.why {
                <section class="ql-section">
                    <h2 class="ql-section__heading">
                        { if page.is_judged { "Where the statuses come from" } else { "About this measure" } }
                    </h2>
                    { derivations(page.row.row, why, dispatch) }
                </section>
            }
        </>
    }
}

fn figures(page: &MeasurePage) -> Html {
    let row = &page.row;
    html! {
        <div class="ql-measure__top">
            <dl class="ql-measure__figures">
                { for page.figures.iter().map(|(label, cell)| html! {
                    <div class="ql-measure__figure">
                        <dt>{ label }</dt>
                        <dd>{ cell_text(cell) }</dd>
                    </div>
                }) }
            </dl>
            if let Some(unit) = &row.unit {
                <p class="ql-hint">{ unit }</p>
            }
            if page.is_judged {
                <div class="ql-measure__statuses">
                    <div>
                        <span class="ql-measure__label">{ "Progress" }</span>
                        { progress_tag(&row.progress, Html::default()) }
                    </div>
                    <div>
                        <span class="ql-measure__label">{ "Direction of travel" }</span>
                        { direction_tag(&row.direction) }
                    </div>
                </div>
            }
        </div>
    }
}

fn answer(answer: &Answer) -> Html {
    html! {
        <section class="ql-answers__answer">
            <h2 class="ql-answers__label">{ answer.label }</h2>
            { progress_tag(&answer.status, Html::default()) }
            <p class="ql-answers__sentence">{ &answer.sentence }</p>
            if let Some(role) = answer.role {
                <p class="ql-hint">{ role }</p>
            }
        </section>
    }
}

fn quarters(table: &QuarterTable) -> Html {
    html! {
        <section class="ql-section">
            <h2 class="ql-section__heading">{ "Quarter by quarter" }</h2>
            <table class="ql-quarters" role="table">
                <caption class="ql-hidden">{ "The measure's figures, targets and statuses, the latest first" }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        { for ["Quarter", "Actual", "Target", "Progress", "From"].map(|text| html! {
                            <th scope="col" role="columnheader">{ text }</th>
                        }) }
                    </tr>
                </thead>
                <tbody role="rowgroup">{ for table.rows.iter().map(quarter) }</tbody>
            </table>
        </section>
    }
}

fn quarter(row: &QuarterRow) -> Html {
    let class = if row.is_same_quarter {
        "ql-quarters__row ql-quarters__row--same"
    } else {
        "ql-quarters__row"
    };
    html! {
        <tr {class} role="row">
            <th scope="row" role="rowheader">{ &row.quarter }</th>
            <td role="cell" data-heading="Actual">{ &row.actual }</td>
            <td role="cell" data-heading="Target">
                { row.target.as_deref().unwrap_or(QuarterRow::NO_REPORT) }
            </td>
            <td role="cell" data-heading="Progress">
                { match &row.progress {
                    Some(progress) => progress_tag(progress, Html::default()),
                    None => html! { QuarterRow::NO_REPORT },
                } }
            </td>
            <td role="cell" data-heading="From">{ &row.origin }</td>
        </tr>
    }
}
