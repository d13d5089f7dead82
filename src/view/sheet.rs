//! What is not on course, on a sheet of paper: one that some twenty rows leave room on.

use super::brief::Brief;
use super::cell::Cell;
use super::chart::{Sparkline, measure_sparkline};
use super::heading::{Columns, columns};
use super::report::is_on_panel;
use super::rollup::rows_of;
use super::row::{Status, directions, progress_status};
use super::summary::{headline, milestones_text, unread_text};
use super::under::rule_of;
use super::{direction_meaning, direction_word, progress_meaning};
use crate::app::{Part, Place, Row, State};
use crate::assess::{Direction, Judged, Progress, Rollup};
use crate::model::{Measure, Report};
use crate::terms::{Keyword, Unit, Year, figure_text, in_sentence};

/// What is not on course, on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExceptionsPage {
    /// The quarter in words.
    pub headline: String,
    /// How many rows of the file could not be read.
    pub unread: Option<String>,
    /// The column headings.
    pub columns: Columns,
    /// Each measure and milestone that is off course, then each that is uncertain.
    pub rows: Vec<SheetRow>,
    /// That there is none.
    pub note: Option<&'static str>,
    /// What the statuses of the rows mean, in a sentence each.
    pub key: Vec<(Status<Progress>, &'static str)>,
    /// What their directions of travel mean.
    pub directions: Vec<(Status<Direction>, &'static str)>,
}

impl ExceptionsPage {
    /// The heading of what the year is expected to come to.
    pub const EXPECTED: &'static str = "Expected at year end";
}

/// A row of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// Its page, or its place among the milestones.
    pub place: Place,
    /// What is known of it and of its figures, and the title of the officer who answers for it.
    pub remarks: Vec<String>,
    /// How it stands.
    pub stands: Stands,
    /// Progress.
    pub progress: Status<Progress>,
}

/// How a row stands: figures speak for a measure, a sentence for a milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stands {
    /// A measure.
    Figures {
        /// This year's target.
        target: String,
        /// The current figure.
        current: String,
        /// Between what the year is expected to end, or why that cannot be said.
        expected: String,
        /// Its last quarters, small; none where nothing can be drawn.
        line: Option<Sparkline>,
        /// Direction of travel; where there is none, its word is the reason.
        direction: Status<Direction>,
    },
    /// A milestone: when it is due, who says how it stands, and why.
    Why(String),
}

pub(super) fn exceptions_page(state: &State, report: &Report) -> ExceptionsPage {
    let rollup = Rollup::of_report(report, &state.assessment);
    let milestones = milestones_text(report, &rollup.milestones);
    let statuses = [Progress::OffCourse, Progress::Uncertain].into_iter();
    let rows: Vec<SheetRow> = statuses.flat_map(|status| rows(state, report, status)).collect();
    ExceptionsPage {
        unread: unread_text(report),
        headline: [Some(headline(state, report, &rows_of(state, report))), milestones]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" "),
        columns: columns(report),
        note: rows.is_empty().then_some("Nothing is off course or uncertain."),
        key: key(&rows),
        directions: directions_key(&rows),
        rows,
    }
}

/// Each status under each name that a row bears: an objective may have a rule with names of its own. What it means is
/// said of measures, where any bears that name.
fn key(rows: &[SheetRow]) -> Vec<(Status<Progress>, &'static str)> {
    let mut key: Vec<(Status<Progress>, &'static str)> = Vec::new();
    for Status { status, word, .. } in rows.iter().map(|row| &row.progress) {
        if !key.iter().any(|(one, _)| (one.status, &one.word) == (*status, word)) {
            let named = Status { status: *status, word: word.clone(), reason: None };
            let (milestone, measure) = progress_meaning(*status);
            let is_of_measure = rows.iter().any(|row| {
                row.progress.word == *word && matches!(row.stands, Stands::Figures { .. })
            });
            key.push((named, if is_of_measure { measure } else { milestone }));
        }
    }
    key
}

fn directions_key(rows: &[SheetRow]) -> Vec<(Status<Direction>, &'static str)> {
    let is_there = |wanted: Direction| {
        rows.iter().any(|row| {
            matches!(&row.stands, Stands::Figures { direction, .. } if direction.status == wanted)
        })
    };
    Direction::WORDS
        .iter()
        .map(|(direction, _, _)| *direction)
        .filter(|direction| is_there(*direction))
        .map(|status| {
            let word = direction_word(status).to_owned();
            (Status { status, word, reason: None }, direction_meaning(status))
        })
        .collect()
}

fn rows(state: &State, report: &Report, status: Progress) -> Vec<SheetRow> {
    let mut rows = Vec::new();
    for group in &report.groups {
        // The status is looked at first: the words of a verdict are written when they are asked for.
        let verdicts = &state.assessment;
        let is_shown = |row| is_on_panel(state, report, row);
        let is_measure = |index: &&usize| {
            verdicts.measures[**index].progress().status() == status
                && is_shown(Row::Measure(**index))
        };
        let is_milestone = |index: &&usize| {
            verdicts.milestones[**index].status() == status && is_shown(Row::Milestone(**index))
        };
        let measures = group.measures.iter().filter(is_measure);
        let milestones = group.milestones.iter().filter(is_milestone);
        rows.extend(measures.map(|index| measure(state, report, *index)));
        rows.extend(milestones.map(|index| milestone(state, report, *index)));
    }
    rows
}

fn measure(state: &State, report: &Report, index: usize) -> SheetRow {
    let measure = &report.measures[index];
    let judged = &state.assessment.measures[index];
    let columns = columns(report);
    let target = Cell::of_target(measure);
    let current = Cell::of_value(measure, &measure.current);
    let (target_figure, of_target) = without_words(measure, target.figures());
    let (current_figure, of_current) = without_words(measure, current.figures());
    let in_words = of_target.or(of_current);
    let (current_figure, fraction) = without_fraction(current_figure);
    let told = |heading: &str, remark: &Option<String>| {
        remark.as_ref().map(|remark| format!("{heading}: {remark}."))
    };
    let judgement = judged.judgement.as_ref().map(|one| one.derivation().sentence.clone());
    let remarks = [
        super::cell::row_unit(measure).or(in_words).map(|unit| format!("Figures {unit}.")),
        told(&columns.target, &target.remark),
        told(&columns.current, &fraction),
        told(&columns.current, &current.remark),
        own_year_end(measure, judged),
        judgement,
        each_direction(judged),
        measure.said.owner.as_ref().map(|owner| format!("{owner}.")),
    ];
    let direction = judged.direction();
    SheetRow {
        reference: measure.said.reference.clone().unwrap_or_default(),
        title: measure.said.title.clone(),
        place: state.place.with_part(Part::Measure(state.keys.measure(index).to_owned())),
        remarks: remarks.into_iter().flatten().collect(),
        stands: Stands::Figures {
            target: target_figure,
            current: current_figure,
            expected: expected(measure, judged),
            line: Some(measure_sparkline(state, report, index))
                .filter(|line| line.picture.is_some()),
            direction: Status {
                status: direction.status(),
                word: direction.reason().unwrap_or(direction_word(direction.status())).to_owned(),
                reason: None,
            },
        },
        progress: progress_status(rule_of(state, measure), judged.progress()),
    }
}

/// A column of the sheet has room for the first of several directions; with it, all are said in words.
fn each_direction(judged: &Judged) -> Option<String> {
    let said = |(label, one): (Option<String>, Status<Direction>)| {
        let word = one.reason.map_or_else(|| one.word.clone(), str::to_owned);
        Some(format!("{}: {}.", label?, in_sentence(&word)))
    };
    let all: Vec<String> = directions(judged).into_iter().filter_map(said).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// A unit in words has no room in a column, and is said once: "in percentage points".
fn without_words(measure: &Measure, figures: String) -> (String, Option<String>) {
    let suffix = measure.unit.as_ref().map(Unit::suffix).filter(|suffix| suffix.starts_with(' '));
    let Some(suffix) = suffix else { return (figures, None) };
    match figures.strip_suffix(&suffix) {
        Some(figure) => (figure.to_owned(), Some(format!("in{suffix}"))),
        None => (figures, None),
    }
}

/// A rate has room in its column; what it is a rate of, has not: "99.9% (2 of 516)".
fn without_fraction(figures: String) -> (String, Option<String>) {
    match figures.split_once(" (").and_then(|(rate, rest)| Some((rate, rest.strip_suffix(')')?))) {
        Some((rate, fraction)) => (rate.to_owned(), Some(fraction.to_owned())),
        None => (figures, None),
    }
}

/// The range that the outlook is read off: "86 to 110".
fn expected(measure: &Measure, judged: &Judged) -> String {
    let Some(one) = judged.outlook.projection() else {
        return judged.outlook.verdict.reason().unwrap_or("Not known").to_owned();
    };
    // A unit that is a word stands beside the figure so far; one that is said of the whole row, in its remarks.
    let is_sign = |unit: &&Unit| unit.is_money() || **unit == Unit::Percent;
    let unit = measure.unit.as_ref().filter(is_sign);
    let shown = |amount| figure_text(amount, unit, Some(one.places));
    let (low, high) = (shown(one.low), shown(one.high));
    if low == high { low } else { format!("{low} to {high}") }
}

/// Where its year ends with another month than the report's.
fn own_year_end(measure: &Measure, judged: &Judged) -> Option<String> {
    let projection = judged.outlook.projection().filter(|_| measure.year == Year::Academic)?;
    Some(format!("Expected by {}.", projection.year_end))
}

fn milestone(state: &State, report: &Report, index: usize) -> SheetRow {
    let Brief { reference, title, status, why, owner } = Brief::of(state, report, index);
    SheetRow {
        reference,
        title,
        place: state.place.with_part(Part::Milestone(state.keys.milestone(index).to_owned())),
        remarks: owner.map(|owner| format!("{owner}.")).into_iter().collect(),
        stands: Stands::Why(why),
        progress: status,
    }
}
