//! What matters first: the quarter in words, each objective's statuses, what is off course and why, what changed,
//! and what is missing.

use super::brief::Brief;
use super::changes::{Changes, changes};
use super::chart::{Chart, StatusBar, StatusBars, status_bars};
use super::counted;
use super::finance::finance_standing;
use super::frame::part_name;
use super::heading::{about, columns, rows_called};
use super::prose::Words;
use super::rollup::rows_of;
use super::row::{Remark, Status, progress_status};
use super::summary::{
    directions_of, directions_text, each_in_order, headline, in_order, milestones_text, names,
    names_of_rows, progress_basis, unread_text, word_of,
};
use super::under::rule_of;
use crate::app::{Item, Part, Place, State};
use crate::assess::{Progress, Rollup, Tally};
use crate::model::{Group, Report, Value};
use crate::terms::{count_text, in_sentence};

/// What matters first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewPage {
    /// The quarter in words: the measures, the milestones, the directions of travel.
    pub headline: Vec<String>,
    /// The way to where it says how things stand, of a report without measures and milestones.
    pub way: Option<(String, Place)>,
    /// What the measures' progress is: the outlook or the position, and by which rule.
    pub basis: Option<String>,
    /// How many rows could not be read, in words.
    pub unread: Option<String>,
    /// The statuses of each objective's rows; none for a plan, and where there is but one objective.
    pub bars: Option<Chart>,
    /// Each objective with its rows by status.
    pub objectives: Vec<ObjectiveLine>,
    /// What is off course, then what is uncertain.
    pub exceptions: Vec<Exceptions>,
    /// What changed since the report before; nothing for a plan.
    pub changes: Option<Changes>,
    /// What is missing and when it is due.
    pub missing: Missing,
    /// Notes on the report as a whole.
    pub notes: Vec<String>,
    /// Officers' titles by their initials.
    pub officers: Vec<(String, String)>,
}

impl OverviewPage {
    /// The heading of the picture.
    pub const OBJECTIVES: &'static str = "Objectives";

    /// The heading of the list of objectives, which stands behind what someone should act on.
    #[must_use]
    pub fn list_heading(&self) -> &'static str {
        if self.bars.is_some() { "Each objective" } else { Self::OBJECTIVES }
    }
}

/// An objective with its rows by status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveLine {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// Its page.
    pub place: Place,
    /// How many rows have each status, worst first.
    pub statuses: Vec<(Status<Progress>, usize)>,
    /// The directions of travel of its measures in words; none where none can be compared.
    pub directions: Option<String>,
    /// The same in words: "6 measures: 1 off course, 5 on course".
    pub text: String,
}

/// Rows of one status that someone should act on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exceptions {
    /// "Off course (8)"
    pub heading: String,
    /// The rows in the order of the report.
    pub rows: Vec<Exception>,
    /// How many more there are than a page of this kind takes.
    pub more: Option<String>,
}

/// A row that someone should act on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// Where it is explained.
    pub place: Place,
    /// Its status.
    pub status: Status<Progress>,
    /// Why, in a sentence.
    pub why: String,
    /// The title of the officer who answers for it.
    pub owner: Option<String>,
    /// What the officers say.
    pub commentary: Vec<Remark>,
}

/// What is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// "What is missing (9)"
    pub heading: String,
    /// That nothing is.
    pub note: Option<&'static str>,
    /// Each measure without a current figure.
    pub rows: Vec<MissingRow>,
}

/// A measure without a current figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingRow {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// Its page.
    pub place: Place,
    /// Why there is no figure and, where it is known, when there will be.
    pub reason: String,
}

/// More rows than someone reads as exceptions: the rest is found among the measures.
const MOST: usize = 100;

pub(super) fn overview_page(state: &State, report: &Report) -> OverviewPage {
    let is_judged = report.period.quarter().is_some();
    let rollup = Rollup::of_report(report, &state.assessment);
    let mut lines = vec![headline(state, report, &rows_of(state, report))];
    if is_judged {
        lines.extend(milestones_text(report, &rollup.milestones));
        lines.extend(directions_text(state, report));
    }
    let elsewhere = elsewhere(report);
    if elsewhere == Some(Part::Finance(None)) {
        lines.extend(finance_standing(state, report));
    }
    let exceptions = [Progress::OffCourse, Progress::Uncertain].into_iter();
    let names = names(state, report);
    let objectives = objectives(state, report, &names);
    let names = names_of_rows(names, &rollup);
    OverviewPage {
        headline: lines,
        way: elsewhere.map(|part| (part_name(report, &part), state.place.with_part(part))),
        basis: progress_basis(state, report),
        unread: unread_text(report),
        bars: bars(report, &objectives, &names),
        objectives,
        exceptions: if is_judged {
            exceptions.filter_map(|status| exceptions_of(state, report, (status, &names))).collect()
        } else {
            Vec::new()
        },
        changes: changes(state, report),
        missing: if is_judged && !report.measures.is_empty() {
            missing(state, report)
        } else {
            none_missing()
        },
        notes: report.document.notes.clone(),
        officers: super::report::officers(report),
    }
}

/// Where a report without measures and milestones says how things stand.
fn elsewhere(report: &Report) -> Option<Part> {
    let has_rows = !report.measures.is_empty() || !report.milestones.is_empty();
    let has_words = report.document.narrative.iter().next().is_some();
    match (has_rows, report.finance.is_empty()) {
        (true, _) => None,
        (false, false) => Some(Part::Finance(None)),
        (false, true) => has_words.then_some(Part::Narrative),
    }
}

fn objectives(state: &State, report: &Report, names: &[(Progress, String)]) -> Vec<ObjectiveLine> {
    let is_judged = report.period.quarter().is_some();
    let lines = report.groups.iter().enumerate().map(|(index, group)| {
        let rollup = Rollup::of_group(group, &state.assessment);
        let of_rows = names_of_rows(names.to_vec(), &rollup);
        let statuses = in_order(names, &Progress::ALL).into_iter().filter_map(|progress| {
            let count = rollup.measures.count(progress) + rollup.milestones.count(progress);
            let word = word_of(&of_rows, progress).to_owned();
            let status = Status { status: progress, word, reason: None };
            (count > 0 && is_judged).then_some((status, count))
        });
        ObjectiveLine {
            reference: group.reference.clone().unwrap_or_default(),
            title: group.title.clone(),
            place: state.place.with_part(Part::Objective(state.keys.group(index).to_owned())),
            statuses: statuses.collect(),
            text: rollup_text(names, report, &rollup),
            directions: directions_of(state, report, group.measures.iter().copied()),
        }
    });
    lines.collect()
}

/// All bars have the same statuses, so that the table's columns are in order too.
fn bars(
    report: &Report,
    objectives: &[ObjectiveLine],
    names: &[(Progress, String)],
) -> Option<Chart> {
    let count = |line: &ObjectiveLine, progress| {
        let counts = line.statuses.iter();
        counts.filter(|(one, _)| one.status == progress).map(|(_, count)| count).sum::<usize>()
    };
    let mut columns = in_order(names, &Progress::ALL);
    columns.retain(|progress| objectives.iter().any(|line| count(line, *progress) > 0));
    let rows: Vec<StatusBar> = objectives
        .iter()
        .filter(|line| !line.statuses.is_empty())
        .map(|line| StatusBar {
            label: if line.reference.is_empty() {
                line.title.clone()
            } else {
                line.reference.clone()
            },
            counts: columns
                .iter()
                .map(|one| (*one, word_of(names, *one).to_owned(), count(line, *one)))
                .collect(),
        })
        .collect();
    if rows.len() < 2 {
        return None;
    }
    let headline = bars_headline(report, objectives);
    let called = format!("{} by objective", rows_called(report));
    let about = about(report, &called);
    let header = "Objective".to_owned();
    let bars = status_bars(&StatusBars { headline, called, header, rows, notes: Vec::new() });
    Some(Chart { about, ..bars })
}

/// What is under no objective has a bar too, and is no objective; one under which nothing stands yet is one.
fn bars_headline(report: &Report, lines: &[ObjectiveLine]) -> String {
    let has = |line: &ObjectiveLine, wanted: fn(Progress) -> bool| {
        line.statuses.iter().any(|(status, _)| wanted(status.status))
    };
    let is_off = |line: &ObjectiveLine| has(line, |status| status == Progress::OffCourse);
    let of_groups = || report.groups.iter().zip(lines);
    let objectives: Vec<&ObjectiveLine> =
        of_groups().filter(|(group, _)| group.id.is_some()).map(|(_, line)| line).collect();
    let off = objectives.iter().filter(|line| is_off(line)).count();
    if off > 0 {
        let have = if off == 1 { "has" } else { "have" };
        return format!("{off} of {} objectives {have} something off course", objectives.len());
    }
    if !objectives.iter().any(|line| has(line, Progress::is_rated)) {
        return "Nothing can be rated under any objective".to_owned();
    }
    let is_other = |(group, line): (&Group, &ObjectiveLine)| group.id.is_none() && is_off(line);
    let rest = if of_groups().any(is_other) {
        ", but something under none is"
    } else if objectives.iter().any(|line| has(line, |status| status == Progress::NotRated)) {
        ", as far as it can be rated"
    } else {
        ""
    };
    format!("Nothing is off course under any objective{rest}")
}

/// "6 measures: 1 off course, 5 on course; 4 milestones: all on course"
fn rollup_text(names: &[(Progress, String)], report: &Report, rollup: &Rollup) -> String {
    let called = columns(report);
    let is_judged = report.period.quarter().is_some();
    let part = |tally: &Tally, one: &str, names| {
        if tally.all() == 0 {
            return None;
        }
        let all = counted(tally.all(), &one.to_lowercase());
        let each: Vec<String> = each_in_order(names, tally)
            .map(|(progress, count)| {
                format!("{} {}", count_text(count), in_sentence(word_of(names, progress)))
            })
            .collect();
        Some(if is_judged { format!("{all}: {}", each.join(", ")) } else { all })
    };
    let parts: Vec<String> = [
        part(&rollup.measures, &called.measure, names),
        part(&rollup.milestones, &called.milestone, &[]),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() { "No measures or milestones".to_owned() } else { parts.join("; ") }
}

fn exceptions_of(
    state: &State,
    report: &Report,
    (status, names): (Progress, &[(Progress, String)]),
) -> Option<Exceptions> {
    let verdicts = &state.assessment;
    let is_measure = |index: &usize| verdicts.measures[*index].progress().status() == status;
    let is_milestone = |index: &usize| verdicts.milestones[*index].status() == status;
    let items: Vec<Item> = report
        .groups
        .iter()
        .flat_map(|group| {
            let measures = group.measures.iter().copied().filter(is_measure).map(Item::Measure);
            let milestones = group.milestones.iter().copied().filter(is_milestone);
            measures.chain(milestones.map(Item::Milestone))
        })
        .collect();
    if items.is_empty() {
        return None;
    }
    let more = items.len().checked_sub(MOST).filter(|more| *more > 0).map(|more| {
        format!("{more} more are among the measures, where the counts show only those.")
    });
    let words = Words::of(state, report);
    // Only what is shown is put into words.
    let rows = items.iter().take(MOST).map(|item| match *item {
        Item::Measure(index) => measure_exception(state, (report, &words), index),
        Item::Milestone(index) => milestone_exception(state, (report, &words), index),
    });
    Some(Exceptions {
        heading: format!("{} ({})", word_of(names, status), count_text(items.len())),
        rows: rows.collect(),
        more,
    })
}

fn measure_exception(
    state: &State,
    (report, words): (&Report, &Words<'_>),
    index: usize,
) -> Exception {
    let measure = &report.measures[index];
    let verdict = state.assessment.measures[index].progress();
    Exception {
        reference: measure.said.reference.clone().unwrap_or_default(),
        title: measure.said.title.clone(),
        place: state.place.with_part(Part::Measure(state.keys.measure(index).to_owned())),
        status: progress_status(rule_of(state, measure), verdict),
        why: verdict.derivation().sentence.clone(),
        owner: measure.said.owner.clone(),
        commentary: words.remarks(&measure.said.commentary),
    }
}

fn milestone_exception(
    state: &State,
    (report, words): (&Report, &Words<'_>),
    index: usize,
) -> Exception {
    let Brief { reference, title, status, why, owner } = Brief::of(state, report, index);
    Exception {
        reference,
        title,
        place: state.place.with_part(Part::Milestone(state.keys.milestone(index).to_owned())),
        status,
        why,
        owner,
        commentary: words.remarks(&report.milestones[index].1.commentary),
    }
}

fn missing(state: &State, report: &Report) -> Missing {
    let mut rows = Vec::new();
    for &index in report.groups.iter().flat_map(|group| &group.measures) {
        let measure = &report.measures[index];
        let Value::Absent(gap) = &measure.current else { continue };
        let reason = match &gap.note {
            Some(note) => format!("{}: {note}", gap.short_text()),
            None => gap.short_text(),
        };
        rows.push(MissingRow {
            reference: measure.said.reference.clone().unwrap_or_default(),
            title: measure.said.title.clone(),
            place: state.place.with_part(Part::Measure(state.keys.measure(index).to_owned())),
            reason,
        });
    }
    if rows.is_empty() {
        return Missing {
            note: Some("Every measure has a figure for this quarter."),
            ..none_missing()
        };
    }
    Missing { heading: format!("What is missing ({})", count_text(rows.len())), note: None, rows }
}

fn none_missing() -> Missing {
    Missing { heading: "What is missing".to_owned(), note: None, rows: Vec::new() }
}
