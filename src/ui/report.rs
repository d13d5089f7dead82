//! A report: what stands around every part, and the part.

use std::rc::Rc;

use yew::{Callback, Html, Properties, component, html, use_effect_with};

use super::below::facts;
use super::browser::{self, Turn};
use super::compare::compare;
use super::data_page::data_page;
use super::filters::filters;
use super::finance::finance;
use super::frame::{Header, Parts, neighbours, papers, title};
use super::issues::issues;
use super::key::symbol_key;
use super::measure_page::measure_page;
use super::measures::measures_table;
use super::milestones::{milestones_page, milestones_table};
use super::narrative::narrative;
use super::navigation::link;
use super::objective_page::objective_page;
use super::overview::{overview, unread_warning};
use super::paper::{id_of, whole};
use super::plan_page::plan_page;
use super::prose::remarks;
use super::risks::risks;
use super::rollup::{objective_status, rollup_lines};
use super::sheet::exceptions_sheet;
use super::targets::targets;
use super::under::reading_section;
use crate::app::{Action, Order};
use crate::view::{
    Columns, GroupView, Neighbour, PartView, Places, ReportPage, ReportView as View,
};

/// What the report is given.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The page.
    pub page: Rc<View>,
    /// Where events go.
    pub dispatch: Callback<Action>,
}

/// A part of a report with what stands around it.
#[component]
pub fn ReportView(props: &Props) -> Html {
    let (frame, dispatch) = (&props.page.frame, &props.dispatch);
    let part = part_content(&props.page.part, dispatch);
    let ways = [Neighbour::PREVIOUS, Neighbour::NEXT].map(|which| frame.turned(which).cloned());
    let turns = ways.iter().any(Option::is_some);
    {
        let dispatch = dispatch.clone();
        use_effect_with(ways, move |[previous, next]| {
            let (previous, next) = (previous.clone(), next.clone());
            let turn = Callback::from(move |turn| {
                let place = if turn == Turn::Forward { &next } else { &previous };
                if let Some(place) = place {
                    dispatch.emit(Action::Go(place.clone()));
                }
            });
            let listeners = turns.then(|| browser::on_swiping(turn));
            move || drop(listeners)
        });
    }
    html! {
        <>
            <Header frame={frame.clone()} dispatch={dispatch.clone()} />
            <Parts frame={frame.clone()} dispatch={dispatch.clone()} />
            <main class={if turns { "ql-report ql-report--turns" } else { "ql-report" }}>
                <div class="ql-report__head">
                    { title(frame, dispatch) }
                    { papers(frame, dispatch) }
                </div>
                { part }
                { neighbours(frame, dispatch) }
            </main>
        </>
    }
}

/// What a part holds.
pub(super) fn part_content(part: &PartView, dispatch: &Callback<Action>) -> Html {
    match part {
        PartView::Overview(page) => overview(page, dispatch),
        PartView::Measures(page) => measures(page, dispatch),
        PartView::Milestones(page) => milestones_page(page, dispatch),
        PartView::Risks(page) => risks(page, dispatch),
        PartView::Issues(page) => issues(page, dispatch),
        PartView::Narrative(page) => narrative(page, dispatch),
        PartView::Targets(page) => targets(page, dispatch),
        PartView::Finance(page) => finance(page, dispatch),
        PartView::Measure(page) => measure_page(page, dispatch),
        PartView::Objective(page) => objective_page(page, dispatch),
        PartView::Plan(page) => plan_page(page, dispatch),
        PartView::Whole(page) => whole(page, dispatch),
        PartView::Exceptions(page) => exceptions_sheet(page, dispatch),
        PartView::Compare(page) => compare(page, dispatch),
        PartView::Data(page) => data_page(page, dispatch),
        PartView::NotThere(text) => html! { <p>{ *text }</p> },
    }
}

/// Counts, an objective after the other, and the key.
fn measures(page: &ReportPage, dispatch: &Callback<Action>) -> Html {
    html! {
        <>
            { unread_warning(page.unread.as_deref()) }
            { filters(page, dispatch) }
            if let Some(reading) = page.under.as_ref().and_then(|under| under.reading.as_ref()) {
                { reading_section(reading) }
            }
            { measures_groups(page, dispatch) }
            if page.groups.is_empty() {
                <p class="ql-hint">{ "No row is left. Change the filter to see more." }</p>
            }
            { symbol_key(&page.counts) }
        </>
    }
}

/// An objective after the other.
pub(super) fn measures_groups(page: &ReportPage, dispatch: &Callback<Action>) -> Html {
    // A list of its own: beside unkeyed neighbours, a change in length would replace them, and with them the field
    // that is being typed into.
    html! {
        <div class="ql-groups">
            { for page.groups.iter().map(|group| group_section(page, group, dispatch)) }
        </div>
    }
}

fn group_section(page: &ReportPage, group: &GroupView, dispatch: &Callback<Action>) -> Html {
    let id = format!("group-{}", group.index);
    html! {
        <section class="ql-group" id={id_of(&group.place)} aria-labelledby={id.clone()} key={group.index}>
            <h2 class="ql-group__title" {id}>
                if !group.reference.is_empty() {
                    <span class="ql-group__ref">{ &group.reference }</span>{ " " }
                }
                { link("ql-group__link", &group.title, &group.place, None, dispatch) }
            </h2>
            { group_body(group, &page.columns, page.order, dispatch) }
        </section>
    }
}

/// What is known of an objective, and its tables.
pub(super) fn group_body(
    group: &GroupView,
    columns: &Columns,
    order: Order,
    dispatch: &Callback<Action>,
) -> Html {
    let caption = |rows: &str| match group.reference.as_str() {
        "" => format!("{rows}s"),
        reference => format!("{rows}s of {reference}"),
    };
    let measures = (group.measure_places.as_ref(), group.measures.as_slice());
    let milestones = (group.milestone_places.as_ref(), group.milestones.as_slice());
    html! {
        <>
            if let Some(status) = &group.status {
                { objective_status(status) }
            }
            if let Some(rollup) = &group.rollup {
                { rollup_lines(rollup) }
            }
            if !group.facts.is_empty() {
                { facts(&group.facts) }
            }
            { remarks(&group.commentary, dispatch) }
            if has_rows(&group.measures, group.measure_places.as_ref()) {
                { measures_table(&caption(&columns.measure), columns, order, measures, dispatch) }
            }
            if has_rows(&group.milestones, group.milestone_places.as_ref()) {
                { milestones_table(&caption(&columns.milestone), columns, order, milestones, dispatch) }
            }
        </>
    }
}

/// Whether a table has rows, be they on the page or not.
fn has_rows<R>(rows: &[R], places: Option<&Places>) -> bool {
    places.map_or(rows.len(), |places| places.rows) > 0
}
