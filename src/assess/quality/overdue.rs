//! A milestone past its due date that is not called overdue.

use super::case::MilestoneCase;
use super::doubt::{Concern, DoubtKind};
use crate::terms::{Due, Keyword, MilestoneStatus, Quarter};

/// A milestone whose last day in time is before the end of the quarter and that is still called on course,
/// uncertain or not started. One that comes back, such as each term, is left alone: its date is the first.
pub(super) fn overdue(case: &MilestoneCase<'_>) -> Vec<Concern> {
    let milestone = case.milestone;
    let said = milestone.status.or_else(|| milestone.published.as_ref()?.progress);
    let Some(
        said @ (MilestoneStatus::OnCourse
        | MilestoneStatus::Uncertain
        | MilestoneStatus::NotStarted),
    ) = said
    else {
        return Vec::new();
    };
    let as_at = case.report.period.quarter().and_then(Quarter::days).map(|(_, last)| last);
    let due = milestone.due.as_ref();
    let (Some(as_at), Some(due), Some(last_day)) = (as_at, due, due.and_then(Due::last_day)) else {
        return Vec::new();
    };
    if last_day >= as_at || milestone.completed.is_some() || milestone.recurring.is_some() {
        return Vec::new();
    }
    vec![Concern::new(
        DoubtKind::Overdue,
        format!("It was due {due} and is called “{}” as at {as_at}.", said.word()),
        if milestone.forecast.is_none() {
            "Report it complete with its date, or call it off course and give the date by which it is now expected."
        } else {
            "Report it complete with its date, or call it off course; if the later date was agreed, give that as the due date."
        },
    )]
}
