//! The page of one measure.

use yew::{Callback, Html, html};

use super::below::{derivations, facts};
use super::cell::cell_text;
use super::chart::ChartView;
use super::key::paper_key;
use super::prose::remarks;
use super::register::{register, register_cell, register_row};
use super::status::{direction_tags, progress_tag};
use super::unbroken::unbroken;
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
            { paper_key(&page.symbols) }
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
                <div>
                    <span class="ql-measure__label">{ "Unit" }</span>
                    { unit }
                </div>
            }
            if page.is_judged {
                <div class="ql-measure__statuses">
                    <div>
                        <span class="ql-measure__label">{ "Progress" }</span>
                        { progress_tag(&row.progress, Html::default()) }
                    </div>
                    <div>
                        <span class="ql-measure__label">{ "Direction of travel" }</span>
                        { direction_tags(&row.directions) }
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
            <p class="ql-answers__sentence">{ unbroken(&answer.sentence) }</p>
            if let Some(role) = answer.role {
                <p class="ql-hint">{ role }</p>
            }
        </section>
    }
}

fn quarters(table: &QuarterTable) -> Html {
    let columns = [table.column, "Actual", "Target", "Progress", "From"];
    let caption = "The measure's figures, targets and statuses, the latest first";
    html! {
        <section class="ql-section">
            <h2 class="ql-section__heading">{ table.heading }</h2>
            { register(caption, &columns, table.rows.iter().map(quarter).collect()) }
        </section>
    }
}

fn quarter(row: &QuarterRow) -> Html {
    let name = if row.is_same_quarter {
        html! { <strong>{ &row.quarter }</strong> }
    } else {
        html! { &row.quarter }
    };
    let progress = match &row.progress {
        Some(progress) => progress_tag(progress, Html::default()),
        None => html! { QuarterRow::NO_REPORT },
    };
    let target = row.target.as_deref().unwrap_or(QuarterRow::NO_REPORT);
    let cells = html! {
        <>
            { register_cell("Actual", unbroken(&row.actual)) }
            { register_cell("Target", unbroken(target)) }
            { register_cell("Progress", progress) }
            { register_cell("From", html! { <span class="ql-hint">{ &row.origin }</span> }) }
        </>
    };
    register_row("", name, cells)
}
