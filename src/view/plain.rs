//! The report as it can be read where no program runs: everything at once, one part after the other.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::Count;
use super::heading::{Heading, heading, heading_as_read};
use super::paper::{WholePart, whole_part, whole_without};
use crate::app::{InView, Part, Place, Row, State};
use crate::model::Report;

/// The report, all of it, on one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainReport {
    /// Who and when.
    pub heading: Heading,
    /// What the page is and what it is not.
    pub notes: Vec<String>,
    /// Each part.
    pub parts: Vec<WholePart>,
    /// Each measure with its chart and where its statuses come from.
    pub measures: Vec<WholePart>,
    /// What the symbols mean.
    pub counts: Vec<Count>,
}

impl PlainReport {
    /// What the list of its parts is called.
    pub const CONTENTS: &str = "In this report";

    /// The heading above the measures.
    pub const MEASURES: &str = "Measure by measure";

    /// Where the measures begin.
    pub const MEASURES_ID: &str = "measure-by-measure";

    /// The window's title.
    #[must_use]
    pub fn window_title(&self) -> String {
        format!("{}, {} – Quarterlight", self.heading.directorate, self.heading.period)
    }
}

/// The report that is shown, by its own rules, as plain words and pictures; none where none is open.
#[must_use]
pub fn plain_report(state: &State) -> Option<PlainReport> {
    let report = state.report()?;
    let state = &own(state, report);
    let whole = whole_without(state, report, |part| matches!(part, Part::Compare(_)));
    let is_long = state.shows_part();
    Some(PlainReport {
        heading: heading(report),
        notes: notes(is_long),
        parts: whole.parts,
        measures: if is_long { Vec::new() } else { measures(state, report) },
        counts: whole.counts,
    })
}

/// By its own rules, with how each milestone's status was reached: a milestone has no page that says so.
fn own(state: &State, report: &Report) -> State {
    let milestones = (0..report.milestones.len()).map(Row::Milestone);
    let assessment = Rc::clone(&state.own);
    let supposed = BTreeMap::new();
    let (why, in_full) = (milestones.collect(), all(report));
    // The page that is saved has a report of its own, be it the example's here.
    let place = Place::Report(Part::Overview);
    State { place, under: None, assessment, why, in_full, supposed, ..state.clone() }
}

fn all(report: &Report) -> BTreeSet<Row> {
    let measures = (0..report.measures.len()).map(Row::Measure);
    measures.chain((0..report.milestones.len()).map(Row::Milestone)).collect()
}

fn measures(state: &State, report: &Report) -> Vec<WholePart> {
    let state = &State { in_view: InView::Everything, ..state.clone() };
    let order = report.groups.iter().flat_map(|group| group.measures.iter());
    let parts = order.map(|place| {
        let part = Part::Measure(state.keys.measure(*place).to_owned());
        whole_part(state, report, part)
    });
    parts.collect()
}

fn notes(is_long: bool) -> Vec<String> {
    let mut notes = vec![
        "This is the report as it was saved, with everything on one page. No program runs here, so it cannot be filtered or searched by status; opened in Edge, Chrome, Firefox or Safari with scripts allowed, this file is Quarterlight itself, with the report in it.".to_owned(),
    ];
    if is_long {
        notes.push("It has more than 200 rows: the page of each measure, with its chart and where its statuses come from, needs the program.".to_owned());
    }
    notes
}

/// What is shown, for somebody else's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainPart {
    /// What it shows.
    pub part: WholePart,
    /// What its file is named after: its heading, or the reference of what has one.
    pub named: String,
    /// Who and when, and which version of the data: "Halton Borough Council · … · Data 3f2a 91c0".
    pub line: String,
}

/// The part of the report that is shown, as it is filtered and sorted; none where no part is.
#[must_use]
pub fn plain_part(state: &State) -> Option<PlainPart> {
    let (report, part) = state.report().zip(state.place.part())?;
    let heading = heading_as_read(state, report);
    let state = &State { in_view: InView::Everything, ..state.clone() };
    let part = whole_part(state, report, part.clone());
    let named = match state.place.part() {
        Some(Part::Measure(key) | Part::Objective(key)) => key.clone(),
        _ => part.heading.clone(),
    };
    Some(PlainPart { part, named, line: format!("{} · {}", heading.running, heading.version) })
}
