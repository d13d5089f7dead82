//! The rows of two reports that are side by side.

use super::cell::{Cell, row_unit};
use super::changes::is_same_milestone;
use super::chart::measure_sparkline;
use super::compare::{ComparedGroup, ComparedMeasure, ComparedMilestone, MeasureSide};
use super::row::{Status, direction_status, directions, progress_status};
use super::under::rule_of;
use crate::app::{Part, State};
use crate::assess::{Assessment, Judged, Progress, change};
use crate::document::Milestone;
use crate::model::{Join, Measure, Report, Rule};

/// The report that is shown, and another beside it.
pub(super) struct Compared<'s> {
    pub(super) state: &'s State,
    pub(super) report: &'s Report,
    /// Which of the open reports the other is.
    pub(super) other: usize,
    pub(super) earlier: &'s Report,
    /// The other's verdicts.
    pub(super) assessment: &'s Assessment,
}

impl Compared<'_> {
    /// What belongs to the report that is shown and what to the other, in the order of their periods.
    fn in_time<T>(&self, shown: T, other: T) -> [T; 2] {
        if self.earlier.period <= self.report.period { [other, shown] } else { [shown, other] }
    }

    fn name(&self, report: &Report) -> String {
        if self.earlier.period == self.report.period {
            report.file.clone()
        } else {
            report.period.to_string()
        }
    }

    fn only_in(&self, report: &Report) -> String {
        format!("Only in {}.", self.name(report))
    }

    fn other_side(&self, index: usize) -> MeasureSide {
        let measure = &self.earlier.measures[index];
        let judged = &self.assessment.measures[index];
        side(self.earlier, measure, rule_of(self.state, measure), judged)
    }

    /// What only the report that is not shown has.
    pub(super) fn only_there(&self, known: &[bool]) -> ComparedGroup {
        let measures = self.earlier.measures.iter().enumerate();
        let measures = measures.filter(|(index, _)| !known[*index]).map(|(index, measure)| {
            let sides = self.in_time(None, Some(self.other_side(index)));
            measure_row(measure, sides, self.only_in(self.earlier))
        });
        let gone = self.earlier.milestones.iter().enumerate().filter(|(_, (_, one))| {
            !self.report.milestones.iter().any(|(_, own)| is_same_milestone(own, one))
        });
        let milestones = gone.map(|(index, (_, one))| {
            let sides = self.in_time(None, Some(self.other_milestone(index)));
            milestone_row(one, sides, self.only_in(self.earlier))
        });
        ComparedGroup {
            reference: String::new(),
            title: self.only_in(self.earlier).trim_end_matches('.').to_owned(),
            measures: measures.collect(),
            milestones: milestones.collect(),
        }
    }

    fn other_milestone(&self, index: usize) -> (String, Option<Status<Progress>>) {
        let is_judged = self.earlier.period.quarter().is_some();
        let status = progress_status(None, &self.assessment.milestones[index]);
        (due(&self.earlier.milestones[index].1), is_judged.then_some(status))
    }
}

fn side(report: &Report, measure: &Measure, rule: Option<&Rule>, judged: &Judged) -> MeasureSide {
    let is_judged = report.period.quarter().is_some();
    MeasureSide {
        target: Cell::of_target(measure),
        actual: Cell::of_value(measure, &measure.current),
        progress: is_judged.then(|| progress_status(rule, judged.progress())),
        directions: if is_judged { directions(judged) } else { Vec::new() },
    }
}

/// The measures of a group of the report that is shown. Those of the other that they are become known.
pub(super) fn measure_rows(
    compared: &Compared<'_>,
    rows: &[usize],
    known: &mut [bool],
) -> Vec<ComparedMeasure> {
    let state = compared.state;
    let row = |index: &usize| {
        let measure = &compared.report.measures[*index];
        let joins = state.history.joins_of_measure(state.showing, *index);
        let join =
            joins.iter().find(|join| join.other_report == compared.other && join.by.is_certain());
        let judged = &state.assessment.measures[*index];
        let own = side(compared.report, measure, rule_of(state, measure), judged);
        let place = Part::Measure(state.keys.measure(*index).to_owned());
        let mut row = if let Some(join) = join {
            known[join.other_measure] = true;
            joined_row(compared, measure, own, join)
        } else {
            let sides = compared.in_time(Some(own), None);
            measure_row(measure, sides, compared.only_in(compared.report))
        };
        row.place = Some(state.place.with_part(place));
        let line = measure_sparkline(state, compared.report, *index);
        row.line = Some(line).filter(|line| line.picture.is_some());
        row
    };
    rows.iter().map(row).collect()
}

fn joined_row(
    compared: &Compared<'_>,
    measure: &Measure,
    own: MeasureSide,
    join: &Join,
) -> ComparedMeasure {
    let other = compared.other_side(join.other_measure);
    let verdict = change(&compared.state.history, compared.state.showing, join);
    let sides = compared.in_time(Some(own), Some(other));
    let sentence = verdict.derivation().sentence.clone();
    ComparedMeasure {
        change: Some(Status { reason: None, ..direction_status(&verdict) }),
        ..measure_row(measure, sides, sentence)
    }
}

fn measure_row(
    measure: &Measure,
    sides: [Option<MeasureSide>; 2],
    sentence: String,
) -> ComparedMeasure {
    ComparedMeasure {
        reference: measure.said.reference.clone().unwrap_or_default(),
        title: measure.said.title.clone(),
        unit: row_unit(measure),
        place: None,
        sides,
        change: None,
        sentence,
        line: None,
    }
}

/// The milestones of a group of the report that is shown.
pub(super) fn milestone_rows(compared: &Compared<'_>, rows: &[usize]) -> Vec<ComparedMilestone> {
    let is_judged = compared.report.period.quarter().is_some();
    let row = |index: &usize| {
        let one = &compared.report.milestones[*index].1;
        let status = progress_status(None, &compared.state.assessment.milestones[*index]);
        let own = (due(one), is_judged.then_some(status));
        let others = &compared.earlier.milestones;
        let Some(other) = others.iter().position(|(_, other)| is_same_milestone(one, other)) else {
            let sides = compared.in_time(Some(own), None);
            return milestone_row(one, sides, compared.only_in(compared.report));
        };
        let sides = compared.in_time(own, compared.other_milestone(other));
        let change = milestone_change(&sides);
        milestone_row(one, sides.map(Some), change)
    };
    rows.iter().map(row).collect()
}

fn milestone_change([then, now]: &[(String, Option<Status<Progress>>); 2]) -> String {
    let mut changes = Vec::new();
    if let (Some(before), Some(after)) = (&then.1, &now.1)
        && before.status != after.status
    {
        changes.push(format!("{}, before that {}.", after.word, before.word.to_lowercase()));
    }
    if then.0 != now.0 {
        changes.push("Another date.".to_owned());
    }
    if changes.is_empty() { "No change.".to_owned() } else { changes.join(" ") }
}

fn milestone_row(
    one: &Milestone,
    sides: [Option<(String, Option<Status<Progress>>)>; 2],
    change: String,
) -> ComparedMilestone {
    let (reference, title) = (one.reference.clone().unwrap_or_default(), one.title.clone());
    ComparedMilestone { reference, title, sides, change }
}

fn due(one: &Milestone) -> String {
    one.due.as_ref().map_or_else(|| "No date given".to_owned(), ToString::to_string)
}
