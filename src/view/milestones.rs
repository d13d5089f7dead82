//! All milestones of a report, by when they are due or by how they go.

use super::heading::{Columns, columns};
use super::prose::Words;
use super::report::{is_on_panel, milestone_view};
use super::row::MilestoneRow;
use super::summary::{milestones_text, unread_text};
use super::{ObjectiveLink, progress_word};
use crate::app::{Order, Part, Row, SortKey, State};
use crate::assess::Rollup;
use crate::document::Milestone;
use crate::model::Report;
use crate::terms::{Date, Due, FinancialYear, Quarter};

/// All milestones of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestonesPage {
    /// How they go, in a sentence; nothing for a plan, whose rows are not judged.
    pub headline: Option<String>,
    /// How many rows of the file could not be read.
    pub unread: Option<String>,
    /// The table's column headings.
    pub columns: Columns,
    /// The order of the rows.
    pub order: Order,
    /// The milestone that was asked for, which is marked among the others.
    pub marked: Option<Row>,
    /// The milestones by time or by status.
    pub groups: Vec<MilestoneGroup>,
}

/// Milestones that are due in one time, or that go alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneGroup {
    /// "Due in 2020/21", "Off course"
    pub heading: String,
    /// The milestones.
    pub rows: Vec<MilestoneRow>,
}

/// When milestones are due, in the order of the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Time {
    /// By the end of the report's quarter.
    ByNow(Date),
    /// After it, in the same year or a later one; in a plan, in the year.
    In(FinancialYear),
    /// Not said, or said in words.
    Undated,
}

pub(super) fn milestones_page(
    state: &State,
    report: &Report,
    marked: Option<usize>,
) -> MilestonesPage {
    let words = Words::of(state, report);
    let is_shown = |index: &usize| is_on_panel(state, report, Row::Milestone(*index));
    let mut rows: Vec<usize> = (0..report.milestones.len()).filter(is_shown).collect();
    let milestone = |index: usize| &report.milestones[index].1;
    let status = |index: usize| state.assessment.milestones[index].status();
    let time = |index: usize| time_of(report, milestone(index));
    let day = |index: usize| {
        let last = milestone(index).due.as_ref().and_then(Due::last_day);
        (last.is_none(), last)
    };
    rows.sort_by_key(|index| (time(*index), day(*index)));
    let order = match state.order.key {
        SortKey::Title | SortKey::Progress | SortKey::Due => state.order,
        SortKey::Reference | SortKey::Direction => Order { key: SortKey::Due, reversed: false },
    };
    let by_status = order.key == SortKey::Progress && report.period.quarter().is_some();
    if by_status {
        rows.sort_by_key(|index| status(*index));
    }
    if order.key == SortKey::Title {
        rows.sort_by_cached_key(|index| (time(*index), milestone(*index).title.to_lowercase()));
    }
    if order.reversed {
        rows.reverse();
    }
    let heading = |index: usize| {
        if by_status {
            progress_word(status(index)).to_owned()
        } else {
            heading(report, time(index))
        }
    };
    let mut groups: Vec<MilestoneGroup> = Vec::new();
    for index in rows {
        let mut row = milestone_view(state, (report, &words), index);
        let objective = milestone(index).objective.as_deref();
        row.objective = ObjectiveLink::of(state, report, objective);
        let part = Part::Milestone(state.keys.milestone(index).to_owned());
        row.place = Some(state.place.with_part(part));
        let heading = heading(index);
        match groups.last_mut().filter(|group| group.heading == heading) {
            Some(group) => group.rows.push(row),
            None => groups.push(MilestoneGroup { heading, rows: vec![row] }),
        }
    }
    let tally = Rollup::of_report(report, &state.assessment).milestones;
    MilestonesPage {
        unread: unread_text(report),
        headline: report.period.quarter().and_then(|_| milestones_text(report, &tally)),
        columns: columns(report),
        order,
        marked: marked.map(Row::Milestone),
        groups,
    }
}

impl MilestonesPage {
    /// What stands with the milestone that was asked for.
    pub const MARKED: &str = "This is the milestone you asked for.";
}

fn time_of(report: &Report, milestone: &Milestone) -> Time {
    let as_at = report.period.quarter().and_then(Quarter::days).map(|(_, last)| last);
    let due = milestone.due.as_ref().and_then(Due::last_day);
    match (as_at, due) {
        (Some(as_at), Some(due)) if due <= as_at => Time::ByNow(as_at),
        (None, _) if milestone.year.is_some() => milestone.year.map_or(Time::Undated, Time::In),
        (_, Some(due)) => year_of(due).map_or(Time::Undated, Time::In),
        (_, None) => milestone.year.map_or(Time::Undated, Time::In),
    }
}

/// The financial year that a day is in.
fn year_of(day: Date) -> Option<FinancialYear> {
    let start = if day.month() >= 4 { day.year() } else { day.year().checked_sub(1)? };
    FinancialYear::starting(start)
}

fn heading(report: &Report, time: Time) -> String {
    let is_plan = report.period.quarter().is_none();
    match time {
        Time::ByNow(as_at) => format!("Due by {as_at}"),
        Time::In(year) if !is_plan && year == report.period.year() => {
            format!("Due later in {year}")
        }
        Time::In(year) if is_plan => year.to_string(),
        Time::In(year) => format!("Due in {year}"),
        Time::Undated => "Without a date".to_owned(),
    }
}
