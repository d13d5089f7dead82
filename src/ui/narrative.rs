//! The narrative of a report.

use yew::{Callback, Html, html};

use super::below::officers_key;
use super::listed::{listed_class, listed_id, listed_name};
use super::prose::remarks;
use super::register::{listed_row, objective_link, register, register_cell};
use super::unbroken::unbroken;
use crate::app::Action;
use crate::view::{Cell, FactColumns, FactRow, NarrativePage, SectionView};

/// Sections with signed paragraphs and their facts, and the key to officers.
pub(super) fn narrative(page: &NarrativePage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { for page.sections.iter().map(|one| section(one, dispatch)) }
            { officers_key(&page.officers) }
        </>
    }
}

fn section(section: &SectionView, dispatch: &Callback<Action>) -> Html {
    let name = html! {
        <>
            if !section.reference.is_empty() {
                <span class="ql-narrative__number">{ &section.reference }</span>{ " " }
            }
            { &section.title }
        </>
    };
    html! {
        <section class={listed_class("ql-section ql-narrative", &section.at)} id={listed_id(&section.at)}>
            <h2 class="ql-section__heading">{ listed_name(&section.at, name) }</h2>
            if !section.paragraphs.is_empty() {
                <div class="ql-narrative__words">{ remarks(&section.paragraphs, dispatch) }</div>
            }
            if !section.facts.is_empty() {
                { fact_table(section, dispatch) }
            }
        </section>
    }
}

fn fact_table(section: &SectionView, dispatch: &Callback<Action>) -> Html {
    let has = section.columns;
    let columns = [
        (true, FactColumns::LABEL),
        (true, FactColumns::FIGURE),
        (has.has_period, FactColumns::PERIOD),
        (has.has_comparison, FactColumns::COMPARISON),
        (has.has_objective, FactColumns::OBJECTIVE),
    ];
    let columns: Vec<&str> =
        columns.into_iter().filter(|(has, _)| *has).map(|(_, column)| column).collect();
    let rows = section.facts.iter().map(|fact| fact_row(has, fact, dispatch)).collect();
    register(&section.title, &columns, rows)
}

fn fact_row(has: FactColumns, fact: &FactRow, dispatch: &Callback<Action>) -> Html {
    let cells = html! {
        <>
            { register_cell(FactColumns::FIGURE, figure(&fact.figure)) }
            if has.has_period {
                { register_cell(FactColumns::PERIOD, html! { { &fact.period } }) }
            }
            if has.has_comparison {
                { register_cell(FactColumns::COMPARISON, html! { { &fact.comparison } }) }
            }
            if has.has_objective {
                { register_cell(FactColumns::OBJECTIVE, objective_link(fact.objective.as_ref(), dispatch)) }
            }
        </>
    };
    listed_row(&fact.at, "", html! { { &fact.label } }, cells)
}

fn figure(cell: &Cell) -> Html {
    let class = if cell.is_absent { "ql-hint" } else { "ql-register__figure" };
    html! { <span {class}>{ unbroken(&cell.text()) }</span> }
}
