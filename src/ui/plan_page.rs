//! The annual plan.

use yew::{Callback, Html, html};

use super::below::facts;
use super::navigation::link;
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
                        { title }{ " " }<span class="ql-plan__due">{ due }</span>
                    </li>
                }) }
            </ul>
        </>
    }
}

fn measures(called: &str, objective: &PlannedObjective, dispatch: &Callback<Action>) -> Html {
    let caption = format!("{called}s of {}", objective.reference);
    html! {
        <table class="ql-plan__table" role="table">
            <caption class="ql-section__part">{ caption.trim_end_matches(" of ").to_owned() }</caption>
            <thead role="rowgroup">
                <tr role="row">
                    <th scope="col" role="columnheader">{ called.to_owned() }</th>
                    { for objective.columns.iter().map(|column| html! {
                        <th scope="col" role="columnheader" class="ql-plan__figure">{ column }</th>
                    }) }
                </tr>
            </thead>
            <tbody role="rowgroup">
                { for objective.measures.iter().map(|one| measure(objective, one, dispatch)) }
            </tbody>
        </table>
    }
}

fn measure(
    objective: &PlannedObjective,
    measure: &PlannedMeasure,
    dispatch: &Callback<Action>,
) -> Html {
    let title = format!("{} {}", measure.reference, measure.title);
    html! {
        <tr class="ql-plan__row" role="row">
            <th scope="row" role="rowheader">
                { link("ql-plan__link", title.trim(), &measure.place, None, dispatch) }
            </th>
            { for measure.cells.iter().zip(&objective.columns).map(|(cell, column)| html! {
                <td role="cell" class="ql-plan__figure" data-heading={column.clone()}>{ cell }</td>
            }) }
        </tr>
    }
}
