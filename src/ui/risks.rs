//! Risks and equality actions.

use yew::{Callback, Html, html};

use super::chart::ChartView;
use super::prose::{prose, remarks};
use super::register::{
    listed_row, objective_link, register, register_below, register_cell, register_row,
};
use super::status::progress_tag;
use super::symbol::rating_symbol;
use crate::app::Action;
use crate::terms::Rating;
use crate::view::{ActionRow, ObjectiveRisk, RatingView, RiskRow, RisksPage};

/// The register, the objectives' risks, and equality actions.
pub(super) fn risks(page: &RisksPage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            <div class="ql-overview">
                { for page.headline.iter().map(|line| html! { <p class="ql-overview__line">{ line }</p> }) }
            </div>
            if let Some(chart) = &page.matrix {
                <ChartView chart={chart.clone()} id="risk-matrix" />
            }
            if !page.risks.is_empty() {
                { section(RisksPage::REGISTER, risk_table(&page.risks, dispatch)) }
            }
            if !page.objectives.is_empty() {
                { section(RisksPage::OBJECTIVES, objective_table(&page.objectives, dispatch)) }
            }
            if !page.actions.is_empty() {
                { section(RisksPage::ACTIONS, action_table(&page.actions, dispatch)) }
            }
        </>
    }
}

fn section(heading: &'static str, content: Html) -> Html {
    html! {
        <section class="ql-section">
            <h2 class="ql-section__heading">{ heading }</h2>
            { content }
        </section>
    }
}

fn risk_table(rows: &[RiskRow], dispatch: &Callback<Action>) -> Html {
    let columns = [
        "Risk",
        RisksPage::INITIAL,
        RisksPage::RESIDUAL,
        RisksPage::SCORE,
        RisksPage::MITIGATION,
        RisksPage::PROGRESS,
        RisksPage::RESPONSIBLE,
    ];
    let rows = rows.iter().map(|row| risk_row(row, columns.len(), dispatch)).collect();
    register(RisksPage::REGISTER, &columns, rows)
}

fn risk_row(row: &RiskRow, columns: usize, dispatch: &Callback<Action>) -> Html {
    let title = html! {
        <>
            if let Some(number) = &row.number {
                <span class="ql-register__number">{ RiskRow::NUMBER }{ " " }{ number }</span>{ " " }
            }
            { &row.title }
            if row.objective.is_some() {
                <span class="ql-register__under">{ objective_link(row.objective.as_ref(), dispatch) }</span>
            }
        </>
    };
    let cells = html! {
        <>
            { register_cell(RisksPage::INITIAL, rating_tag(row.initial)) }
            { register_cell(RisksPage::RESIDUAL, rating_tag(row.residual)) }
            { register_cell(RisksPage::SCORE, html! { <span class="ql-register__figure">{ &row.score }</span> }) }
            { register_cell(RisksPage::MITIGATION, prose(&row.mitigation, dispatch)) }
            { register_cell(RisksPage::PROGRESS, progress_tag(&row.progress, Html::default())) }
            { register_cell(RisksPage::RESPONSIBLE, html! { { &row.owner } }) }
        </>
    };
    html! {
        <>
            { listed_row(&row.at, &row.reference, title, cells) }
            if !row.commentary.is_empty() {
                { register_below(columns, remarks(&row.commentary, dispatch)) }
            }
        </>
    }
}

fn objective_table(rows: &[ObjectiveRisk], dispatch: &Callback<Action>) -> Html {
    let columns = ["Objective", RisksPage::INITIAL, RisksPage::RESIDUAL, RisksPage::RESPONSIBLE];
    let row = |row: &ObjectiveRisk| {
        let cells = html! {
            <>
                { register_cell(RisksPage::INITIAL, rating_tag(row.initial)) }
                { register_cell(RisksPage::RESIDUAL, rating_tag(row.residual)) }
                { register_cell(RisksPage::RESPONSIBLE, html! { { &row.responsible } }) }
            </>
        };
        register_row("", objective_link(Some(&row.objective), dispatch), cells)
    };
    register(RisksPage::OBJECTIVES, &columns, rows.iter().map(row).collect())
}

fn action_table(rows: &[ActionRow], dispatch: &Callback<Action>) -> Html {
    let columns = ["Action", "Objective", "Due", RisksPage::PROGRESS];
    let row = |row: &ActionRow| {
        let why = row.why.as_ref().map(|why| html! { <p class="ql-hint">{ why }</p> });
        let progress = html! { <>{ progress_tag(&row.progress, Html::default()) }{ for why }</> };
        let cells = html! {
            <>
                { register_cell("Objective", objective_link(row.objective.as_ref(), dispatch)) }
                { register_cell("Due", html! { { &row.due } }) }
                { register_cell(RisksPage::PROGRESS, progress) }
            </>
        };
        html! {
            <>
                { listed_row(&row.at, &row.reference, html! { { &row.title } }, cells) }
                if !row.commentary.is_empty() {
                    { register_below(columns.len(), remarks(&row.commentary, dispatch)) }
                }
            </>
        }
    };
    register(RisksPage::ACTIONS, &columns, rows.iter().map(row).collect())
}

/// A rating as word, shape and colour.
fn rating_tag(view: RatingView) -> Html {
    let class = match view.rating {
        Some(Rating::Low) => "ql-tag ql-tag--green",
        Some(Rating::Medium) => "ql-tag ql-tag--amber",
        Some(Rating::High) => "ql-tag ql-tag--red",
        None => return html! { <span class="ql-hint">{ view.word }</span> },
    };
    html! { <span {class}>{ for view.rating.map(rating_symbol) }<span>{ view.word }</span></span> }
}
