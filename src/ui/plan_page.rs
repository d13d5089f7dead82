//! The annual plan.

use yew::{Callback, Html, html};

use super::below::facts;
use super::chart::sparkline_view;
use super::navigation::link;
use super::register::{register, register_cell, register_row};
use super::unbroken::unbroken;
use crate::app::Action;
use crate::view::{PlanPage, PlannedMeasure, PlannedObjective, PlannedYear};

/// Each objective with its milestones by year and the targets of its measures.
pub(super) fn plan_page(page: &PlanPage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            <p class="ql-overview__line">{ &page.headline }</p>
            { for page.objectives.iter().map(|one| objective(page, one, dispatch)) }
        </>
    }
}

fn objective(page: &PlanPage, objective: &PlannedObjective, dispatch: &Callback<Action>) -> Html {
    let title = format!("{} {}", objective.reference, objective.title);
    html! {
        <section class="ql-section ql-plan">
            <h2 class="ql-section__heading">
                { link("ql-plan__link", title.trim(), &objective.place, None, dispatch) }
            </h2>
            if !objective.facts.is_empty() {
                { facts(&objective.facts) }
            }
            { for objective.years.iter().map(|one| year(&page.called.1, one)) }
            if !objective.measures.is_empty() {
                { measures(&page.called.0, objective, dispatch) }
            }
        </section>
    }
}

fn year(called: &str, year: &PlannedYear) -> Html {
    html! {
        <>
            <h3 class="ql-section__part">{ format!("{called}s {}", year.year) }</h3>
            <ul class="ql-plan__milestones">
                { for year.milestones.iter().map(|(reference, title, due)| html! {
                    <li>
                        if !reference.is_empty() {
                            <span class="ql-plan__ref">{ reference }</span>{ " " }
                        }
                        { title }{ " " }<span class="ql-plan__due">{ "· " }{ due }</span>
                    </li>
                }) }
            </ul>
        </>
    }
}

fn measures(called: &str, objective: &PlannedObjective, dispatch: &Callback<Action>) -> Html {
    let heading = format!("{called}s of {}", objective.reference);
    let heading = heading.trim_end_matches(" of ");
    let lines = objective.has_lines.then_some(PlannedObjective::LINES);
    let columns = objective.columns.iter().map(String::as_str);
    let columns: Vec<&str> = [called].into_iter().chain(columns).chain(lines).collect();
    let rows = objective.measures.iter().map(|one| measure(objective, one, dispatch)).collect();
    html! {
        <>
            <h3 class="ql-section__part">{ heading.to_owned() }</h3>
            { register(heading, &columns, rows) }
        </>
    }
}

fn measure(
    objective: &PlannedObjective,
    measure: &PlannedMeasure,
    dispatch: &Callback<Action>,
) -> Html {
    let title = link("ql-plan__link", &measure.title, &measure.place, None, dispatch);
    let cells = measure.cells.iter().zip(&objective.columns).map(|(cell, column)| {
        register_cell(column, html! { <span class="ql-register__figure">{ unbroken(cell) }</span> })
    });
    let cells = html! {
        <>
            { for cells }
            if objective.has_lines {
                { register_cell(PlannedObjective::LINES, sparkline_view(&measure.line)) }
            }
        </>
    };
    register_row(&measure.reference, title, cells)
}
