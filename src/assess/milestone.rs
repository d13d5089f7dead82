//! Progress of a milestone: what its officer says, and what the dates say.

use super::verdict::{Derivation, RuleText, Verdict};
use super::words::stopped;
use crate::document::{EqualityAction, Milestone, Unknown};
use crate::model::Report;
use crate::terms::{Date, Keyword, MilestoneStatus, Progress, Quarter};

/// Judges a milestone as at the end of the report's quarter, never by today's date: the same file says the
/// same whenever it is opened.
///
/// What the dates prove goes before what is said: a milestone past its due date and not achieved is off
/// course whatever its status.
#[must_use]
pub fn milestone_progress(report: &Report, milestone: &Milestone) -> Verdict<Progress> {
    let as_at = report.period.quarter().and_then(Quarter::days).map(|(_, last)| last);
    let mut derivation = Derivation::default();
    let from = || report.file.clone();
    if let Some(due) = &milestone.due {
        derivation.step("Due", due.to_string(), from());
    }
    if let Some(status) = milestone.status {
        derivation.step("Status given by the officer", status.word(), from());
    }
    if let Some(forecast) = &milestone.forecast {
        derivation.step("Expected", forecast.to_string(), from());
    }
    if let Some(as_at) = as_at {
        derivation.step("As at", as_at.to_string(), "the end of the quarter");
    }
    let (status, sentence) = judge(milestone, as_at);
    derivation.sentence = match &milestone.reason {
        Some(reason) => format!("{sentence} {}", stopped(reason)),
        None => sentence,
    };
    derivation.rule = Some(RuleText {
        name: "Milestones".to_owned(),
        text: "Complete when achieved; off course when the due date has passed or the expected date is later; otherwise as the officer says.".to_owned(),
    });
    Verdict::new(status, derivation)
}

/// Judges an equality action as a milestone that has its date and its status.
#[must_use]
pub fn action_progress(report: &Report, action: &EqualityAction) -> Verdict<Progress> {
    let milestone = Milestone {
        id: action.id.clone(),
        reference: action.reference.clone(),
        title: action.title.clone(),
        objective: action.objective.clone(),
        due: action.due.clone(),
        year: None,
        recurring: None,
        status: action.status,
        reason: None,
        forecast: None,
        completed: None,
        owner: Vec::new(),
        published: None,
        related: Vec::new(),
        commentary: Vec::new(),
        note: None,
        unknown: Unknown::default(),
    };
    milestone_progress(report, &milestone)
}

fn judge(milestone: &Milestone, as_at: Option<Date>) -> (Progress, String) {
    if let Some(completed) = milestone.completed {
        return (Progress::Complete, format!("Complete: achieved on {completed}."));
    }
    let due = milestone.due.as_ref();
    let last_day = due.and_then(crate::terms::Due::last_day);
    let due_text = due.map(|due| format!("due {due}")).unwrap_or_default();
    match milestone.status {
        Some(MilestoneStatus::Complete) => {
            return (Progress::Complete, "Complete: the officer reports it achieved.".to_owned());
        }
        Some(MilestoneStatus::Withdrawn) => {
            return (Progress::NotRated, "Not rated: it is no longer to be done.".to_owned());
        }
        _ => {}
    }
    if let (Some(last_day), Some(as_at)) = (last_day, as_at)
        && last_day < as_at
    {
        let (not, said) = match milestone.status {
            Some(MilestoneStatus::NotStarted) => ("started", String::new()),
            Some(status) if status != MilestoneStatus::OffCourse => {
                ("reported achieved", format!(", though it is called {}", status.word()))
            }
            _ => ("reported achieved", String::new()),
        };
        return (
            Progress::OffCourse,
            format!("Off course: {due_text}, and not {not} by {as_at}{said}."),
        );
    }
    let forecast = milestone.forecast.as_ref();
    let expected = forecast.and_then(crate::terms::Due::last_day);
    if let (Some(last_day), Some(expected), Some(forecast)) = (last_day, expected, forecast)
        && expected > last_day
    {
        return (
            Progress::OffCourse,
            format!("Off course: {due_text}, but now expected {forecast}."),
        );
    }
    let (progress, word) = match milestone.status {
        Some(MilestoneStatus::OnCourse) => (Progress::OnCourse, "On course"),
        Some(MilestoneStatus::Uncertain) => (Progress::Uncertain, "Uncertain"),
        Some(MilestoneStatus::OffCourse) => (Progress::OffCourse, "Off course"),
        Some(MilestoneStatus::NotStarted) => {
            return (
                Progress::NotRated,
                "Not rated: it is not started and not due to start yet.".to_owned(),
            );
        }
        Some(MilestoneStatus::Complete | MilestoneStatus::Withdrawn) | None => {
            return match (forecast, last_day) {
                (Some(forecast), Some(_)) if expected.is_some() => {
                    (Progress::OnCourse, format!("On course: {due_text}, and expected {forecast}."))
                }
                _ => (
                    Progress::NotRated,
                    "Not rated: the file does not say how it stands.".to_owned(),
                ),
            };
        }
    };
    let due_text = if due_text.is_empty() { "no due date is given".to_owned() } else { due_text };
    (progress, format!("{word}: the officer says so; {due_text}."))
}
