//! The narrative of a report: numbered sections with signed paragraphs and the facts that they rest on.

use super::facts::fact_comparison;
use super::prose::Words;
use super::report::officers;
use super::row::Remark;
use super::{Cell, ListedPlace, ObjectiveLink};
use crate::app::{Listed, State};
use crate::document::{Fact, Section};
use crate::model::{Report, Value};

/// The narrative of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NarrativePage {
    /// The sections in the order of the report.
    pub sections: Vec<SectionView>,
    /// Officers' titles by the initials that sign paragraphs.
    pub officers: Vec<(String, String)>,
}

/// A section of narrative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionView {
    /// Where it stands.
    pub at: ListedPlace,
    /// The printed number.
    pub reference: String,
    /// The heading.
    pub title: String,
    /// The paragraphs, each with who signed it.
    pub paragraphs: Vec<Remark>,
    /// The facts that it rests on.
    pub facts: Vec<FactRow>,
    /// The columns of the facts that some fact has.
    pub columns: FactColumns,
}

/// The columns of a table of facts that not every table has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FactColumns {
    /// Whether some fact is compared with something.
    pub has_comparison: bool,
    /// Whether some fact says what time it covers.
    pub has_period: bool,
    /// Whether some fact belongs to an objective.
    pub has_objective: bool,
}

/// A fact with its figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactRow {
    /// Where it stands.
    pub at: ListedPlace,
    /// What it is.
    pub label: String,
    /// The figure, or why there is none.
    pub figure: Cell,
    /// What it is compared with.
    pub comparison: String,
    /// The time that it covers.
    pub period: String,
    /// The objective that it belongs to.
    pub objective: Option<ObjectiveLink>,
}

impl FactColumns {
    /// "Fact"
    pub const LABEL: &'static str = "Fact";
    /// "Figure"
    pub const FIGURE: &'static str = "Figure";
    /// "Compared with"
    pub const COMPARISON: &'static str = "Compared with";
    /// "Period"
    pub const PERIOD: &'static str = "Period";
    /// "Objective"
    pub const OBJECTIVE: &'static str = "Objective";
}

pub(super) fn narrative_page(state: &State, report: &Report) -> NarrativePage {
    let words = Words::of(state, report);
    let mut facts_before = 0;
    let mut sections = Vec::new();
    for (index, one) in report.document.narrative.iter().enumerate() {
        sections.push(section(state, (report, &words), (index, facts_before), one));
        facts_before += one.facts.len();
    }
    NarrativePage { sections, officers: officers(report) }
}

fn section(
    state: &State,
    (report, words): (&Report, &Words<'_>),
    (index, facts_before): (usize, usize),
    section: &Section,
) -> SectionView {
    let facts = &section.facts;
    let places = (facts_before..).map(|index| ListedPlace::of(state, Listed::Fact, index));
    SectionView {
        at: ListedPlace::of(state, Listed::Section, index),
        reference: section.reference.clone().unwrap_or_default(),
        title: section.title.clone(),
        paragraphs: words.remarks(&section.paragraphs),
        facts: facts.iter().zip(places).map(|(one, at)| fact(state, report, one, at)).collect(),
        columns: FactColumns {
            has_comparison: facts.iter().any(|one| fact_comparison(one).is_some()),
            has_period: facts.iter().any(|one| one.covers.is_some()),
            has_objective: facts.iter().any(|one| one.objective.is_some()),
        },
    }
}

fn fact(state: &State, report: &Report, fact: &Fact, at: ListedPlace) -> FactRow {
    let value = fact.value.as_ref().map(Value::from_document);
    FactRow {
        at,
        label: fact.label.clone(),
        figure: match value {
            Some(Ok(value)) => Cell::of_fact(&value),
            _ => Cell::of_fact(&Value::not_stated()),
        },
        comparison: fact_comparison(fact).unwrap_or_else(|| "Nothing stated".to_owned()),
        period: fact.covers.as_ref().map_or_else(|| "Not stated".to_owned(), ToString::to_string),
        objective: ObjectiveLink::of(state, report, fact.objective.as_deref()),
    }
}
