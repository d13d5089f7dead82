//! The annual plan: each objective with its milestones by year and the targets of its measures.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::Cell;
use super::chart::{Sparkline, measure_sparkline};
use super::heading::columns;
use super::report::objective_facts;
use super::rollup::rows_of;
use crate::app::{Part, Place, State};
use crate::document::{Milestone, all_objectives};
use crate::model::{Group, Measure, Report, Target, Value};
use crate::terms::{Absence, Date, FinancialYear, Span};

/// The annual plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanPage {
    /// What the plan holds, in a sentence.
    pub headline: String,
    /// "Measure" and "Milestone", or what the report calls them.
    pub called: (String, String),
    /// Each objective.
    pub objectives: Vec<PlannedObjective>,
}

/// An objective of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedObjective {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// Its page.
    pub place: Place,
    /// What it serves, who answers for it, its risk and the measures linked to it.
    pub facts: Vec<(String, String)>,
    /// Its milestones, year by year.
    pub years: Vec<PlannedYear>,
    /// What the columns of the targets are called: each year's actual, then each year's target.
    pub columns: Vec<String>,
    /// Whether the actuals of any of its measures can be drawn as a line.
    pub has_lines: bool,
    /// Its measures with a cell for each column.
    pub measures: Vec<PlannedMeasure>,
}

/// The milestones of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedYear {
    /// "2013/14", or that no year is given.
    pub year: String,
    /// The milestones in the order of the plan: reference, title, when each is due.
    pub milestones: Vec<(String, String, String)>,
}

/// A measure with its targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedMeasure {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// Its page.
    pub place: Place,
    /// A cell for each column.
    pub cells: Vec<String>,
    /// The actuals, small.
    pub line: Sparkline,
}

impl PlannedObjective {
    /// The heading of the small lines.
    pub const LINES: &'static str = "Actuals by year";
}

pub(super) fn plan_page(state: &State, report: &Report) -> PlanPage {
    let columns = columns(report);
    PlanPage {
        called: (columns.measure, columns.milestone),
        headline: super::summary::headline(state, report, &rows_of(state, report)),
        objectives: (0..report.groups.len()).map(|index| objective(state, report, index)).collect(),
    }
}

fn objective(state: &State, report: &Report, index: usize) -> PlannedObjective {
    let group = &report.groups[index];
    let objectives = all_objectives(&report.document.objectives);
    let document = objectives.into_iter().find(|one| group.id.as_ref() == Some(&one.id));
    let measures: Vec<usize> = group.measures.clone();
    let years: Vec<FinancialYear> = target_years(report, &measures).into_iter().collect();
    let actuals = actual_years(report, &measures);
    let columns = actuals.values().map(|year| format!("Actual {year}"));
    let columns = columns.chain(years.iter().map(|year| format!("Target {year}")));
    let planned = |measure: &usize| planned(state, report, *measure, (&actuals, &years));
    let measures: Vec<PlannedMeasure> = measures.iter().map(planned).collect();
    PlannedObjective {
        reference: group.reference.clone().unwrap_or_default(),
        title: group.title.clone(),
        place: state.place.with_part(Part::Objective(state.keys.group(index).to_owned())),
        facts: document.map(|one| objective_facts(report, one)).unwrap_or_default(),
        years: milestones_by_year(report, group),
        columns: columns.collect(),
        has_lines: measures.iter().any(|measure| measure.line.picture.is_some()),
        measures,
    }
}

/// The years for which any of these measures has a target.
fn target_years(report: &Report, measures: &[usize]) -> BTreeSet<FinancialYear> {
    let mut years = BTreeSet::from([report.period.year()]);
    for measure in measures {
        let figures = report.measures[*measure].said.figures.as_ref();
        years.extend(figures.iter().flat_map(|figures| &figures.targets).map(|one| one.year));
    }
    years
}

/// Years by the day on which they end, with what they are called.
type Years = BTreeMap<Date, String>;

/// The years for which any of these measures has an actual or says why there is none; last year, where there is no
/// such year.
fn actual_years(report: &Report, measures: &[usize]) -> Years {
    let measures = || measures.iter().map(|index| &report.measures[*index]);
    let mut years: Years =
        measures().flat_map(|measure| actuals(report, measure)).map(|(year, _)| year).collect();
    if years.is_empty() {
        years.extend(last_year(report));
    }
    years
}

fn last_year(report: &Report) -> Option<(Date, String)> {
    let year = report.period.year().previous();
    Some((year.last_day()?, year.to_string()))
}

/// What the file says of a measure's years, each with its year.
fn actuals<'m>(report: &Report, measure: &'m Measure) -> Vec<((Date, String), &'m Value)> {
    let of_span = |span: &Span| (span.last(), span.to_string());
    let covers = measure.last_year.figure().and_then(|figure| figure.covers.as_ref());
    let last = covers.map(of_span).or_else(|| last_year(report)).zip(Some(&measure.last_year));
    let is_said = |value: &Value| !matches!(value, Value::Absent(gap) if gap.reason == Absence::NotStated && gap.note.is_none());
    let earlier = measure.earlier.iter().filter(|(span, _)| (11..=13).contains(&span.months()));
    let earlier = earlier.map(|(span, value)| (of_span(span), value));
    last.into_iter().chain(earlier).filter(|(_, value)| is_said(value)).collect()
}

fn planned(
    state: &State,
    report: &Report,
    index: usize,
    (years, targets): (&Years, &[FinancialYear]),
) -> PlannedMeasure {
    let measure = &report.measures[index];
    let known: BTreeMap<Date, &Value> =
        actuals(report, measure).into_iter().map(|((end, _), value)| (end, value)).collect();
    let actual = |end: &Date| match known.get(end) {
        Some(value) => Cell::of_value(measure, value).text(),
        None => "Not stated".to_owned(),
    };
    let cells = years.keys().map(actual);
    let targets = targets.iter().map(|year| target_text(report, measure, *year));
    PlannedMeasure {
        reference: measure.said.reference.clone().unwrap_or_default(),
        title: measure.said.title.clone(),
        place: state.place.with_part(Part::Measure(state.keys.measure(index).to_owned())),
        cells: cells.chain(targets).collect(),
        line: measure_sparkline(state, report, index),
    }
}

fn target_text(report: &Report, measure: &Measure, year: FinancialYear) -> String {
    let figures = measure.said.figures.as_ref();
    let listed = figures.and_then(|figures| figures.targets.iter().find(|one| one.year == year));
    let listed =
        listed.and_then(|one| Target::from_document(&one.target, measure.unit.as_ref()).ok());
    match listed {
        Some(target) => target.text(measure.unit.as_ref(), measure.places),
        None if year == report.period.year() => Cell::of_target(measure).text(),
        None => "Not stated".to_owned(),
    }
}

fn milestones_by_year(report: &Report, group: &Group) -> Vec<PlannedYear> {
    let mut years: Vec<(Option<FinancialYear>, PlannedYear)> = Vec::new();
    for index in &group.milestones {
        let milestone = &report.milestones[*index].1;
        let year = milestone.year;
        let row = milestone_text(milestone, group.reference.as_ref());
        if let Some((_, planned)) = years.iter_mut().find(|(one, _)| *one == year) {
            planned.milestones.push(row);
        } else {
            let text = year.map_or_else(|| "No year given".to_owned(), |year| year.to_string());
            years.push((year, PlannedYear { year: text, milestones: vec![row] }));
        }
    }
    years.sort_by_key(|(year, _)| *year);
    years.into_iter().map(|(_, planned)| planned).collect()
}

/// A reference that is the objective's own stands above.
fn milestone_text(milestone: &Milestone, above: Option<&String>) -> (String, String, String) {
    let due =
        milestone.due.as_ref().map_or_else(|| "No date given".to_owned(), ToString::to_string);
    let reference = milestone.reference.as_ref().filter(|one| Some(*one) != above);
    (reference.cloned().unwrap_or_default(), milestone.title.clone(), due)
}
