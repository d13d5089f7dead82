//! The page of a report.

use std::ops::Range;

use super::chart::measure_sparkline;
use super::counts::counts;
use super::heading::{Columns, columns, columns_with_lines, rows_called};
use super::places::{Place, Places};
use super::prose::Words;
use super::quality::doubts_of;
use super::rollup::{
    ObjectiveStatus, RollupView, group_rollup, objective_status, report_rollup, rows_of,
};
use super::row::{MeasureRow, MilestoneRow, Remark, measure_row, milestone_row};
use super::summary::{headline, progress_basis, unread_text};
use super::under::{Under, rule_of, under};
use super::what_if::what_if_view;
use super::{Count, counted};
use crate::app::{Filter, Order, Part, Row, SortedBy, State};
use crate::document::{Objective, RiskRating, all_objectives};
use crate::model::{Group, Report};
use crate::terms::{Keyword, Rating, count_text};

/// The page of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportPage {
    /// Counts by status.
    pub counts: Vec<Count>,
    /// What is counted: "Measures and milestones by progress".
    pub counted: String,
    /// The counts in words.
    pub headline: String,
    /// What the measures' progress is: the outlook or the position, and by which rule.
    pub progress_basis: Option<String>,
    /// The counts with their shares; nothing for a plan, whose rows are not judged.
    pub rollup: Option<RollupView>,
    /// How many rows could not be read, in words.
    pub unread: Option<String>,
    /// The rules to read it under.
    pub under: Option<Under>,
    /// The filter as it stands.
    pub filter: Filter,
    /// The groups to filter by.
    pub group_choices: Vec<String>,
    /// How many rows are shown, in words, when the filter leaves some out.
    pub shown: Option<String>,
    /// The order of the tables.
    pub order: Order,
    /// The tables' column headings.
    pub columns: Columns,
    /// Objectives with their tables.
    pub groups: Vec<GroupView>,
    /// What the button that opens or closes every explanation says.
    pub explain_all: &'static str,
}

/// An objective with its tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupView {
    /// Its place in the report.
    pub index: usize,
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// Its page.
    pub place: crate::app::Place,
    /// Its status, where the file chooses a rule for that.
    pub status: Option<ObjectiveStatus>,
    /// Its rows by status; nothing for a plan, whose rows are not judged.
    pub rollup: Option<RollupView>,
    /// What it serves and who answers for it.
    pub facts: Vec<(String, String)>,
    /// Commentary on the whole of it.
    pub commentary: Vec<Remark>,
    /// Its measures, or those of a long report that are on the page.
    pub measures: Vec<MeasureRow>,
    /// Where those stand among all of the table.
    pub measure_places: Option<Places>,
    /// Its milestones, or those of a long report that are on the page.
    pub milestones: Vec<MilestoneRow>,
    /// Where those stand among all of the table.
    pub milestone_places: Option<Places>,
}

pub(super) fn report_page(state: &State, report: &Report) -> ReportPage {
    let shown: Vec<Shown<'_>> = report
        .groups
        .iter()
        .enumerate()
        .filter(|(index, _)| state.filter.group.is_none_or(|wanted| wanted == *index))
        .map(|(index, group)| Shown {
            index,
            group,
            measures: shown_measures(state, report, group),
            milestones: shown_milestones(state, report, group),
        })
        .filter(|shown| !state.filter.is_active() || shown.rows() > 0)
        .collect();
    let rows = shown.iter().map(Shown::rows).sum();
    let words = Words::of(state, report);
    let mut first = 0;
    let groups: Vec<GroupView> = shown
        .iter()
        .map(|shown| {
            let view = group_view(state, (report, &words), shown, first..rows);
            first += shown.rows();
            view
        })
        .collect();
    let all = report.measures.len() + report.milestones.len();
    let counted_rows = rows_of(state, report);
    ReportPage {
        counted: format!("{} by progress", rows_called(report)),
        counts: counts(Some((state, report)), &counted_rows, &state.filter.statuses),
        headline: headline(state, report, &counted_rows),
        progress_basis: progress_basis(state, report),
        rollup: report_rollup(state, report, &counted_rows),
        unread: unread_text(report),
        under: under(state, report, &columns(report)),
        filter: state.filter.clone(),
        group_choices: report.groups.iter().map(group_text).collect(),
        shown: state
            .filter
            .is_active()
            .then(|| format!("{} of {} shown", count_text(rows), counted(all, "row"))),
        order: state.order,
        columns: columns_with_lines(state, report),
        groups,
        explain_all: if state.all_why_open() { "Close all explanations" } else { "Explain all" },
    }
}

fn group_text(group: &Group) -> String {
    match &group.reference {
        Some(reference) => format!("{reference} {}", group.title),
        None => group.title.clone(),
    }
}

pub(super) fn officers(report: &Report) -> Vec<(String, String)> {
    let officers = report.document.officers.iter();
    officers
        .map(|officer| (officer.initials.clone().unwrap_or_default(), officer.title.clone()))
        .collect()
}

/// A group with the places in the report of the rows that the filter leaves, in order.
struct Shown<'r> {
    index: usize,
    group: &'r Group,
    measures: Vec<usize>,
    milestones: Vec<usize>,
}

impl Shown<'_> {
    fn rows(&self) -> usize {
        self.measures.len() + self.milestones.len()
    }
}

/// The whole of an objective, whatever the filter leaves of it.
pub(super) fn whole_group(state: &State, report: &Report, index: usize) -> GroupView {
    let group = &report.groups[index];
    let (measures, milestones) = (group.measures.clone(), group.milestones.clone());
    let shown = Shown { index, group, measures, milestones };
    let rows = 0..shown.rows();
    group_view(state, (report, &Words::of(state, report)), &shown, rows)
}

/// The view of a group whose first row has the number at which `rows` starts, of all that the filter leaves.
fn group_view(
    state: &State,
    (report, words): (&Report, &Words<'_>),
    shown: &Shown<'_>,
    rows: Range<usize>,
) -> GroupView {
    let group = shown.group;
    // By id and not by place: of two objectives with one id, the file keeps both and the report the first.
    let objective = group.id.as_ref().and_then(|id| {
        all_objectives(&report.document.objectives).into_iter().find(|one| one.id == *id)
    });
    let lines = |row: Row, has_below: bool| {
        1 + usize::from(has_below) + usize::from(state.why.contains(&row))
    };
    let (measures, measure_places) = on_page(state, report, &shown.measures, &rows, |index| {
        let measure = &report.measures[index];
        lines(
            Row::Measure(index),
            !measure.said.commentary.is_empty() || measure.said.note.is_some(),
        )
    });
    let milestone_rows = rows.start + shown.measures.len()..rows.end;
    let (milestones, milestone_places) =
        on_page(state, report, &shown.milestones, &milestone_rows, |index| {
            let one = &report.milestones[index].1;
            lines(Row::Milestone(index), !one.commentary.is_empty() || one.note.is_some())
        });
    GroupView {
        index: shown.index,
        reference: group.reference.clone().unwrap_or_default(),
        title: group.title.clone(),
        place: state.place.with_part(Part::Objective(state.keys.group(shown.index).to_owned())),
        status: objective_status(state, report, group),
        rollup: group_rollup(state, report, group),
        facts: objective.map(|objective| objective_facts(report, objective)).unwrap_or_default(),
        commentary: objective.map(|one| words.remarks(&one.commentary)).unwrap_or_default(),
        measures: measures
            .into_iter()
            .map(|index| measure_view(state, (report, words), index))
            .collect(),
        measure_places,
        milestones: milestones
            .into_iter()
            .map(|index| milestone_view(state, (report, words), index))
            .collect(),
        milestone_places,
    }
}

/// Those of a table's rows that are on the page and, in a long report, where they stand.
fn on_page(
    state: &State,
    report: &Report,
    table: &[usize],
    rows: &Range<usize>,
    lines: impl Fn(usize) -> usize,
) -> (Vec<usize>, Option<Places>) {
    if !state.in_view.is_part_of(report.measures.len() + report.milestones.len()) {
        return (table.to_vec(), None);
    }
    let mut places = Places { first: rows.start, rows: table.len(), lines: 1, at: Vec::new() };
    let mut kept = Vec::new();
    for (index, row) in table.iter().enumerate() {
        if state.in_view.holds(rows.start + index, rows.end) {
            kept.push(*row);
            places.at.push(Place { index, line: places.lines + 1 });
        }
        places.lines += lines(*row);
    }
    (kept, Some(places))
}

pub(super) fn objective_facts(report: &Report, objective: &Objective) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut fact = |what: &str, text: Option<String>| {
        facts.extend(text.map(|text| (what.to_owned(), text)));
    };
    fact("Department", objective.department.clone());
    let priorities: Vec<String> = objective
        .corporate_priorities
        .iter()
        .map(|id| {
            let priority = report.document.corporate_priorities.iter().find(|p| p.id == *id);
            priority.map_or_else(|| id.clone(), |priority| priority.title.clone())
        })
        .collect();
    fact("Corporate priorities", (!priorities.is_empty()).then(|| priorities.join("; ")));
    fact("Area of focus", objective.area_of_focus.clone());
    let responsible = &objective.responsible;
    fact("Responsible", (!responsible.is_empty()).then(|| responsible.join("; ")));
    fact("Risk", objective.risk.as_ref().and_then(risk_text));
    let linked = &objective.linked_measures;
    let linked = (!linked.is_empty()).then(|| linked.join("; "));
    fact("Linked measures", linked);
    fact("On the links", objective.linked_note.clone());
    let published = objective.published.as_ref();
    fact("Published progress", published.and_then(|p| p.progress.map(|p| p.word().to_owned())));
    fact("As printed", published.and_then(|p| p.words.clone()));
    fact("Note", objective.note.clone());
    facts
}

fn risk_text(risk: &RiskRating) -> Option<String> {
    let part = |which: &str, rating: Option<Rating>| {
        rating.map(|rating| format!("{which} {}", rating.word()))
    };
    let parts: Vec<String> =
        [part("initially", risk.initial), part("after mitigation", risk.residual)]
            .into_iter()
            .flatten()
            .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// Whether the filter leaves a row, by its status and its words.
pub(super) fn is_left(state: &State, report: &Report, row: Row) -> bool {
    let (status, texts): (_, Vec<&str>) = match row {
        Row::Measure(index) => {
            let said = &report.measures[index].said;
            let texts = [said.title.as_str()].into_iter();
            let texts = texts
                .chain(said.reference.as_deref())
                .chain(said.also.iter().map(String::as_str))
                .chain(said.owner.as_deref())
                .chain(said.note.as_deref())
                .chain(said.commentary.iter().map(|one| one.text.as_str()));
            (state.assessment.measures[index].progress().status(), texts.collect())
        }
        Row::Milestone(index) => {
            let milestone = &report.milestones[index].1;
            let texts = [milestone.title.as_str()].into_iter();
            let texts = texts
                .chain(milestone.reference.as_deref())
                .chain(milestone.owner.iter().map(String::as_str))
                .chain(milestone.note.as_deref())
                .chain(milestone.commentary.iter().map(|one| one.text.as_str()));
            (state.assessment.milestones[index].status(), texts.collect())
        }
        // A line of a statement has neither.
        Row::Line(_) => return true,
    };
    state.filter.shows(status, &texts)
}

/// Whether a panel in somebody's page shows a row: all that it leaves out is left out of each of its lists.
pub(super) fn is_on_panel(state: &State, report: &Report, row: Row) -> bool {
    if state.place.embed().is_none() {
        return true;
    }
    let is_in_group = state.filter.group.and_then(|group| report.groups.get(group)).is_none_or(
        |group| match row {
            Row::Measure(index) => group.measures.contains(&index),
            Row::Milestone(index) => group.milestones.contains(&index),
            Row::Line(_) => true,
        },
    );
    is_in_group && is_left(state, report, row)
}

fn shown_measures(state: &State, report: &Report, group: &Group) -> Vec<usize> {
    let is_left = |index: &usize| is_left(state, report, Row::Measure(*index));
    let mut shown: Vec<usize> = group.measures.iter().copied().filter(is_left).collect();
    let sorted_by = |index: usize| {
        let judged = &state.assessment.measures[index];
        SortedBy {
            row: index,
            title: &report.measures[index].said.title,
            progress: judged.progress().status(),
            direction: Some(judged.direction().status()),
        }
    };
    shown.sort_by(|a, b| state.order.compare(&sorted_by(*a), &sorted_by(*b)));
    shown
}

pub(super) fn measure_view(
    state: &State,
    (report, words): (&Report, &Words<'_>),
    index: usize,
) -> MeasureRow {
    let judged = &state.assessment.measures[index];
    let last_year = state.history.last_year(state.showing, index);
    let row = Row::Measure(index);
    let open = (state.why.contains(&row), state.in_full.contains(&row));
    let rule = rule_of(state, &report.measures[index]);
    let doubts = doubts_of(&state.doubts, row);
    let place = state.place.with_part(Part::Measure(state.keys.measure(index).to_owned()));
    let verdicts = (judged, rule);
    let mut row = measure_row((report, words), index, &last_year, verdicts, doubts, place, open);
    if report.period.quarter().is_some() {
        row.line = Some(measure_sparkline(state, report, index));
    }
    if let Some(why) = &mut row.below.why {
        why.what_if = what_if_view(state, report, index);
    }
    row
}

fn shown_milestones(state: &State, report: &Report, group: &Group) -> Vec<usize> {
    let is_left = |index: &usize| is_left(state, report, Row::Milestone(*index));
    let mut shown: Vec<usize> = group.milestones.iter().copied().filter(is_left).collect();
    let sorted_by = |index: usize| SortedBy {
        row: index,
        title: &report.milestones[index].1.title,
        progress: state.assessment.milestones[index].status(),
        direction: None,
    };
    shown.sort_by(|a, b| state.order.compare(&sorted_by(*a), &sorted_by(*b)));
    shown
}

pub(super) fn milestone_view(
    state: &State,
    (report, words): (&Report, &Words<'_>),
    index: usize,
) -> MilestoneRow {
    let row = Row::Milestone(index);
    let open = (state.why.contains(&row), state.in_full.contains(&row));
    let doubts = doubts_of(&state.doubts, row);
    milestone_row((report, words), index, &state.assessment.milestones[index], doubts, open)
}
