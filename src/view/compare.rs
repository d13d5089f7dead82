//! Two open reports side by side.

use super::cell::Cell;
use super::chart::Sparkline;
use super::compared_rows::{Compared, measure_rows, milestone_rows};
use super::counted;
use super::heading::columns;
use super::row::Status;
use crate::app::{Part, Place, State};
use crate::assess::{Direction, Progress};
use crate::model::Report;

/// Two open reports side by side, the earlier one first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparePage {
    /// The reports that the one that is shown can be compared with, and the way to each comparison.
    pub choices: Vec<(String, Option<Place>)>,
    /// Which of those it is compared with.
    pub chosen: usize,
    /// What is compared, or why nothing is and how to mend that.
    pub headline: String,
    /// The comparison.
    pub found: Option<Comparison>,
}

/// A comparison of two reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// What the two are called at the head of a column: "2018/19 Q4", "2019/20 Q2".
    pub periods: [String; 2],
    /// What stands in place of a row that a report does not have: "Not in 2018/19 Q4".
    pub not_there: [String; 2],
    /// The headings of each report's columns of measures: target, actual, progress and direction.
    pub measure_columns: [[String; 3]; 2],
    /// The headings of each report's columns of milestones: when they are due, progress.
    pub milestone_columns: [[String; 2]; 2],
    /// Whether only what changed is shown.
    pub only_changed: bool,
    /// How many rows are shown.
    pub shown: String,
    /// What the table of measures calls them.
    pub measure: String,
    /// What the table of milestones calls them.
    pub milestone: String,
    /// Each objective's rows; last, those that only the other report has.
    pub groups: Vec<ComparedGroup>,
}

impl Comparison {
    /// What stands in place of the status of a plan's row.
    pub const NOT_JUDGED: &'static str = "A plan is not judged";
}

/// The rows of an objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedGroup {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// Its measures.
    pub measures: Vec<ComparedMeasure>,
    /// Its milestones.
    pub milestones: Vec<ComparedMilestone>,
}

/// A measure in both reports, or in one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedMeasure {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// The unit of every figure, where it is too long to stand in each cell.
    pub unit: Option<String>,
    /// Its page; none where only the report that is not shown has it.
    pub place: Option<Place>,
    /// How it stands in each; none where it is not in that report.
    pub sides: [Option<MeasureSide>; 2],
    /// What changed between the figures; none where only one of the reports has it.
    pub change: Option<Status<Direction>>,
    /// The same in a sentence, or why the figures are not compared.
    pub sentence: String,
    /// Its last quarters, small; none where only the report that is not shown has it, or nothing can be drawn.
    pub line: Option<Sparkline>,
}

/// A measure in one of the reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureSide {
    /// Its target.
    pub target: Cell,
    /// Its figure.
    pub actual: Cell,
    /// Its progress; none in a plan.
    pub progress: Option<Status<Progress>>,
    /// Its directions of travel, as in the tables; none in a plan.
    pub directions: Vec<(Option<String>, Status<Direction>)>,
}

/// A milestone in both reports, or in one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedMilestone {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// When it is due and how it stands in each; none where it is not in that report, no status in a plan.
    pub sides: [Option<(String, Option<Status<Progress>>)>; 2],
    /// What changed.
    pub change: String,
}

/// More rows than somebody compares on one page.
const MOST: usize = 300;

pub(super) fn compare_page(state: &State, report: &Report, file: Option<&str>) -> ComparePage {
    let reports = state.history.reports();
    let others: Vec<usize> = (0..reports.len()).filter(|other| *other != state.showing).collect();
    let mut choices: Vec<(String, Option<Place>)> = Vec::new();
    choices.extend(others.iter().map(|other| {
        let other = &reports[*other];
        let text = format!("{}, {} ({})", other.period, other.directorate, other.file);
        (text, Some(state.place.with_part(Part::Compare(Some(other.file.clone())))))
    }));
    let before = || state.before().map(|before| before.report);
    let other = match file {
        Some(file) => others.iter().copied().find(|other| reports[*other].file == file),
        // The report before, or whatever else is open.
        None => before().or_else(|| others.last().copied()),
    };
    let headline = match (other, file) {
        (Some(other), _) => headline(report, &reports[other]),
        (None, Some(file)) => format!(
            "{file} is not open beside this report. Open it, or choose another report to compare with."
        ),
        (None, None) => {
            "Only this report is open. Open another, and the two stand here side by side."
                .to_owned()
        }
    };
    let chosen = other.and_then(|other| others.iter().position(|one| *one == other));
    if chosen.is_none() && !choices.is_empty() {
        choices.insert(0, ("Choose a report".to_owned(), None));
    }
    ComparePage {
        choices,
        chosen: chosen.unwrap_or_default(),
        headline,
        found: other.and_then(|other| comparison(state, report, other)),
    }
}

fn headline(report: &Report, other: &Report) -> String {
    let (then, now) = in_time(report, other);
    let name = |one: &Report| {
        if report.directorate == other.directorate {
            one.period.long_text()
        } else {
            format!("{} of {}", one.period.long_text(), one.directorate)
        }
    };
    format!("{} beside {}.", name(then), name(now))
}

/// Two reports, the earlier one first.
fn in_time<'r>(report: &'r Report, other: &'r Report) -> (&'r Report, &'r Report) {
    if other.period <= report.period { (other, report) } else { (report, other) }
}

fn comparison(state: &State, report: &Report, other: usize) -> Option<Comparison> {
    let compared = Compared {
        state,
        report,
        other,
        earlier: state.history.reports().get(other)?,
        assessment: state.judged(other)?,
    };
    let (then, now) = in_time(report, compared.earlier);
    let (mut groups, mut known) = (Vec::new(), vec![false; compared.earlier.measures.len()]);
    for group in &report.groups {
        groups.push(ComparedGroup {
            reference: group.reference.clone().unwrap_or_default(),
            title: group.title.clone(),
            measures: measure_rows(&compared, &group.measures, &mut known),
            milestones: milestone_rows(&compared, &group.milestones),
        });
    }
    groups.push(compared.only_there(&known));
    let rows = |groups: &[ComparedGroup]| -> usize {
        groups.iter().map(|group| group.measures.len() + group.milestones.len()).sum()
    };
    let all = rows(&groups);
    if state.only_changed {
        for group in &mut groups {
            group.measures.retain(ComparedMeasure::has_changed);
            group.milestones.retain(ComparedMilestone::has_changed);
        }
    }
    let left = rows(&groups);
    let mut room = MOST;
    for group in &mut groups {
        group.measures.truncate(room);
        room -= group.measures.len();
        group.milestones.truncate(room);
        room -= group.milestones.len();
    }
    groups.retain(|group| !group.measures.is_empty() || !group.milestones.is_empty());
    let named = columns(report);
    let all = counted(all, "row");
    let periods = [period(then, now), period(now, then)];
    Some(Comparison {
        measure_columns: periods.each_ref().map(|period| {
            ["Target", "Actual", "Progress and direction"].map(|what| format!("{what}, {period}"))
        }),
        milestone_columns: periods
            .each_ref()
            .map(|period| ["Due", "Progress"].map(|what| format!("{what}, {period}"))),
        not_there: periods.each_ref().map(|period| format!("Not in {period}")),
        periods,
        only_changed: state.only_changed,
        shown: match (state.only_changed, left) {
            (_, left) if left > MOST => format!("The first {MOST} of {left} rows are shown."),
            (true, left) => format!("{left} of {all} changed."),
            (false, _) => format!("{all} in all."),
        },
        measure: named.measure,
        milestone: named.milestone,
        groups,
    })
}

/// What a report is called at the head of a column: its period, unless the other has the same.
fn period(report: &Report, other: &Report) -> String {
    if report.period == other.period {
        format!("{} ({})", report.period, report.file)
    } else {
        report.period.to_string()
    }
}

impl ComparedMeasure {
    /// Whether there is anything to see: a figure, a target or a status is another one, or it is new or gone.
    fn has_changed(&self) -> bool {
        let [Some(then), Some(now)] = &self.sides else { return true };
        let status = |side: &MeasureSide| side.progress.as_ref().map(|one| one.status);
        then.actual != now.actual || then.target != now.target || status(then) != status(now)
    }
}

impl ComparedMilestone {
    /// Whether its date or its status is another one, or it is new or gone.
    fn has_changed(&self) -> bool {
        let [Some((then_due, then)), Some((due, now))] = &self.sides else { return true };
        let status = |one: &Option<Status<Progress>>| one.as_ref().map(|one| one.status);
        then_due != due || status(then) != status(now)
    }
}
