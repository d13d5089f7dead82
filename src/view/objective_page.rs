//! The page of one objective.

use super::heading::{Columns, columns_with_lines};
use super::listed::listed_part;
use super::report::{GroupView, whole_group};
use crate::app::{Listed, Order, Part, Place, State};
use crate::document::{Section, all_objectives};
use crate::model::Report;

/// The page of one objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectivePage {
    /// Its facts, its tables and its commentary.
    pub group: GroupView,
    /// The tables' column headings.
    pub columns: Columns,
    /// The order of the tables.
    pub order: Order,
    /// Measures that the plan links to it, and where each is; none for one that is not in this report.
    pub linked: Vec<(String, Option<Place>)>,
    /// The risks of the register that threaten it.
    pub risks: Vec<String>,
    /// The sections of the narrative that have its title or a fact that belongs to it, and where each is.
    pub narrative: Vec<(String, Place)>,
}

pub(super) fn objective_page(state: &State, report: &Report, index: usize) -> ObjectivePage {
    let id = report.groups[index].id.as_deref();
    let objectives = all_objectives(&report.document.objectives);
    let objective = objectives.into_iter().find(|one| Some(one.id.as_str()) == id);
    let linked = objective.map(|one| one.linked_measures.as_slice()).unwrap_or_default();
    let risks =
        report.document.risks.iter().filter(|risk| id.is_some() && risk.objective.as_deref() == id);
    ObjectivePage {
        group: whole_group(state, report, index),
        columns: columns_with_lines(state, report),
        order: state.order,
        linked: linked.iter().map(|reference| linked_measure(state, report, reference)).collect(),
        risks: risks
            .map(|risk| match &risk.reference {
                Some(reference) => format!("{reference} {}", risk.title),
                None => risk.title.clone(),
            })
            .collect(),
        narrative: narrative(state, report, index),
    }
}

fn narrative(state: &State, report: &Report, index: usize) -> Vec<(String, Place)> {
    let id = report.groups[index].id.as_deref();
    let title = &report.groups[index].title;
    let is_of_it = |section: &Section| {
        let has_fact = section.facts.iter().any(|fact| fact.objective.as_deref() == id);
        (id.is_some() && has_fact) || section.title == *title
    };
    let sections = report.document.narrative.iter().enumerate();
    let sections = sections.filter(|(_, section)| is_of_it(section));
    sections
        .map(|(place, section)| {
            let text = section.reference.iter().chain([&section.title]).cloned();
            let part = listed_part(state, Listed::Section, place);
            (text.collect::<Vec<_>>().join(" "), state.place.with_part(part))
        })
        .collect()
}

fn linked_measure(state: &State, report: &Report, reference: &str) -> (String, Option<Place>) {
    let found = state.keys.measure_of(reference);
    let text = match found.map(|index| &report.measures[index]) {
        Some(measure) => format!("{reference} {}", measure.said.title),
        None => format!("{reference} (not in this report)"),
    };
    let part = |index| Part::Measure(state.keys.measure(index).to_owned());
    (text, found.map(|index| state.place.with_part(part(index))))
}
