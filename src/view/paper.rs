//! What is made for paper: the whole report, and what is not on course on a page.

use super::cell::Cell;
use super::counts::counts;
use super::frame::{parts_of, title};
use super::heading::{Columns, columns};
use super::page::{PartView, part_view};
use super::row::{Status, progress_status};
use super::summary::{headline, milestones_text};
use super::under::rule_of;
use super::{Count, direction_word, progress_meaning, progress_word};
use crate::app::{Filter, InView, Order, Part, Place, State};
use crate::assess::{Direction, Progress, Rollup};
use crate::model::Report;

/// The whole report, a part after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholePage {
    /// Each part.
    pub parts: Vec<WholePart>,
    /// What the symbols mean, for the end.
    pub counts: Vec<Count>,
}

/// A part of the whole report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholePart {
    /// Where it stands by itself.
    pub place: Place,
    /// Its heading.
    pub heading: String,
    /// What it holds.
    pub part: PartView,
}

/// What is not on course, on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExceptionsPage {
    /// The quarter in words.
    pub headline: Vec<String>,
    /// The column headings.
    pub columns: Columns,
    /// Each measure and milestone that is off course, then each that is uncertain.
    pub rows: Vec<SheetRow>,
    /// That there is none.
    pub note: Option<&'static str>,
    /// What the two statuses mean, in a sentence each.
    pub legend: Vec<String>,
}

/// A row of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// The title of the officer who answers for it.
    pub owner: Option<String>,
    /// This year's target, or when a milestone is due.
    pub target: String,
    /// The current figure; none for a milestone.
    pub current: Option<String>,
    /// Direction of travel; none for a milestone.
    pub direction: Option<Status<Direction>>,
    /// Progress.
    pub progress: Status<Progress>,
    /// Why, in a sentence.
    pub why: String,
}

pub(super) fn whole_page(state: &State, report: &Report) -> WholePage {
    // Each statement stands on a page of its own; the milestones stand under their objectives; another report is
    // compared on request.
    let left_out = |part: &Part| matches!(part, Part::Compare(_) | Part::Milestones | Part::Data);
    whole_without(state, report, left_out)
}

pub(super) fn whole_without(
    state: &State,
    report: &Report,
    left_out: impl Fn(&Part) -> bool,
) -> WholePage {
    // Paper knows no filter, no order but the report's, and no rows out of view.
    let state = &State {
        filter: Filter::default(),
        order: Order::default(),
        in_view: InView::Everything,
        ..state.clone()
    };
    let mut parts = Vec::new();
    for part in parts_of(state, report).into_iter().filter(|part| !left_out(part)) {
        let is_finance = part == Part::Finance(None);
        parts.push(whole_part(state, report, part));
        if is_finance {
            let statements = 0..report.finance.len();
            let key = |place| Part::Finance(Some(state.keys.statement(place).to_owned()));
            parts.extend(statements.map(|place| whole_part(state, report, key(place))));
        }
    }
    WholePage { parts, counts: key(state, report) }
}

/// A part by itself, under its heading.
pub(super) fn whole_part(state: &State, report: &Report, part: Part) -> WholePart {
    let (reference, heading) = match part {
        Part::Overview => (String::new(), "Overview".to_owned()),
        ref part => title(state, report, part),
    };
    WholePart {
        heading: [reference.as_str(), &heading].join(" ").trim().to_owned(),
        part: part_view(state, report, &part),
        place: state.place.with_part(part),
    }
}

pub(super) fn exceptions_page(state: &State, report: &Report) -> ExceptionsPage {
    let rollup = Rollup::of_report(report, &state.assessment);
    let mut headlines = vec![headline(state, report)];
    headlines.extend(milestones_text(report, &rollup.milestones));
    let statuses = [Progress::OffCourse, Progress::Uncertain].into_iter();
    let rows: Vec<SheetRow> = statuses.flat_map(|status| rows(state, report, status)).collect();
    ExceptionsPage {
        headline: headlines,
        columns: columns(report),
        note: rows.is_empty().then_some("Nothing is off course or uncertain."),
        rows,
        legend: [Progress::OffCourse, Progress::Uncertain]
            .into_iter()
            .map(|status| format!("{}: {}", progress_word(status), progress_meaning(status).1))
            .collect(),
    }
}

fn key(state: &State, report: &Report) -> Vec<Count> {
    counts(state.other_rule().or(report.rule.as_deref()), &state.assessment, &[])
}

fn rows(state: &State, report: &Report, status: Progress) -> Vec<SheetRow> {
    let mut rows = Vec::new();
    for group in &report.groups {
        // The status is looked at first: the words of a verdict are written when they are asked for.
        let verdicts = &state.assessment;
        let is_measure = |index: &&usize| verdicts.measures[**index].progress().status() == status;
        let is_milestone = |index: &&usize| verdicts.milestones[**index].status() == status;
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
    let direction = judged.direction();
    SheetRow {
        reference: measure.reference.clone().unwrap_or_default(),
        title: measure.title.clone(),
        owner: measure.owner.clone(),
        target: Cell::of_target(measure).text(),
        current: Some(Cell::of_value(measure, &measure.current).text()),
        direction: Some(Status {
            status: direction.status(),
            word: direction_word(direction.status()).to_owned(),
            reason: direction.reason(),
        }),
        progress: progress_status(rule_of(state, measure), judged.progress()),
        why: judged.progress().derivation().sentence.clone(),
    }
}

fn milestone(state: &State, report: &Report, index: usize) -> SheetRow {
    let milestone = &report.milestones[index].1;
    let verdict = &state.assessment.milestones[index];
    let due =
        milestone.due.as_ref().map_or_else(|| "no date given".to_owned(), ToString::to_string);
    let owner = milestone.owner.join("; ");
    SheetRow {
        reference: milestone.reference.clone().unwrap_or_default(),
        title: milestone.title.clone(),
        owner: (!owner.is_empty()).then_some(owner),
        target: format!("Due {due}"),
        current: None,
        direction: None,
        progress: progress_status(None, verdict),
        why: verdict.derivation().sentence.clone(),
    }
}
