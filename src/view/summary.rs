//! A report in a sentence, and what of its file is not on the page.

use super::counted;
use super::heading::columns;
use crate::app::State;
use crate::assess::Progress;
use crate::model::Report;
use crate::terms::Reported;

/// Nothing that a file holds should seem not to be there.
pub(super) fn also_held(report: &Report) -> Option<String> {
    let document = &report.document;
    let parts: Vec<String> = [
        (document.narrative.rows.len(), "narrative section"),
        (document.risks.rows.len(), "risk"),
        (document.equality_actions.rows.len(), "equality action"),
        (document.finance.rows.len(), "financial statement"),
        (document.strategic_issues.rows.len(), "strategic issue"),
        (document.target_reviews.rows.len(), "review of targets"),
    ]
    .into_iter()
    .filter(|(count, _)| *count > 0)
    .map(|(count, what)| match what {
        "review of targets" if count > 1 => format!("{count} reviews of targets"),
        what => counted(count, what),
    })
    .collect();
    let joined = match parts.as_slice() {
        [] => return None,
        [only] => only.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    };
    Some(format!("The file also holds {joined}, which this page does not show yet."))
}

pub(super) fn headline(state: &State, report: &Report) -> String {
    if report.period.quarter().is_none() {
        return format!(
            "The plan holds {} and {}; progress against it is judged in the quarters.",
            counted(report.measures.len(), "measure"),
            counted(report.milestones.len(), "milestone"),
        );
    }
    let statuses: Vec<Progress> =
        state.assessment.measures.iter().map(|judged| judged.progress().status()).collect();
    let of = |wanted| statuses.iter().filter(|status| **status == wanted).count();
    if statuses.is_empty() && report.milestones.is_empty() {
        return "The report has no measures and no milestones: it says in words how things stand."
            .to_owned();
    }
    let rated = statuses.iter().filter(|status| status.is_rated()).count();
    let (on, uncertain, off) =
        (of(Progress::OnCourse), of(Progress::Uncertain), of(Progress::OffCourse));
    let labels = columns(report);
    let one = labels.measure.to_lowercase();
    if rated == 0 {
        return format!(
            "Of {}, none can be rated; the reason stands beside each.",
            counted(statuses.len(), &one)
        );
    }
    let amber = if uncertain > 0 { format!(", {uncertain} uncertain") } else { String::new() };
    let acceptable = of(Progress::Acceptable);
    let blue = if acceptable > 0 { format!(", {acceptable} acceptable") } else { String::new() };
    format!(
        "Of {}, {rated} can be rated: {on} on course{blue}{amber} and {off} off course.",
        counted(statuses.len(), &one),
    )
}

/// What the measures' progress is, in words: readers must know whether they read a forecast or the position.
pub(super) fn progress_basis(state: &State, report: &Report) -> Option<String> {
    report.period.quarter()?;
    let rule = state.other_rule().or(report.rule.as_deref())?;
    let what = match rule.reports {
        Reported::Outlook => {
            "Progress is the year-end outlook: whether the year's target is on course to be met. The position now stands beside it."
        }
        Reported::Position => {
            "Progress is the position now. The year-end outlook stands beside it."
        }
        Reported::Judgement => {
            "Progress is judged by officers. What is worked out from the figures stands beside it."
        }
    };
    let has_others = state.under.is_none()
        && report.measures.iter().any(|measure| measure.rule.as_deref() != Some(rule));
    let others = if has_others { " Some measures have a rule of their own." } else { "" };
    Some(match (&rule.name, rule.reports) {
        (Some(name), Reported::Position) => format!("{what} Rule: {name}.{others}"),
        _ => format!("{what}{others}"),
    })
}
