//! A status, published or judged by an officer, that is not the one that is worked out.

use super::super::words::{called, stopped};
use super::super::{Direction, Progress, Verdict};
use super::case::{Case, MilestoneCase};
use super::doubt::{Concern, DoubtKind};
use crate::document::Published;
use crate::terms::{Keyword, MilestoneStatus, Travel, in_sentence};

/// The published progress and direction of a measure against those worked out, where both say something, and
/// what an officer judges against the figures. An officer may judge otherwise; the doubt then gives the reason.
pub(super) fn measure(case: &Case<'_>) -> Vec<Concern> {
    let mut concerns: Vec<Concern> = contradicted(case).into_iter().collect();
    let Some(published) = &case.measure.said.published else { return concerns };
    concerns.extend(progress_differs(published, case.progress()));
    if let (Some(said), Some(verdict)) = (published.direction, case.direction())
        && let Some(worked_out) = travel(verdict.status())
        && said != Travel::NotComparable
        && said != worked_out
    {
        concerns.push(concern(
            format!(
                "The published direction of travel is “{}”, and the figures give “{}”. {}",
                said.word(),
                worked_out.word(),
                verdict.derivation().sentence
            ),
            published,
        ));
    }
    concerns
}

/// What an officer judges of a measure where both the position and the outlook are the very opposite. One of
/// them alone is no contradiction: a judgement is about the year's end, and officers know more than figures.
fn contradicted(case: &Case<'_>) -> Option<Concern> {
    let judged = case.judged?;
    let said = judged.judgement.as_ref()?.status();
    let figures = [judged.position.status(), judged.outlook.verdict.status()];
    let good = [Progress::OnCourse, Progress::Complete];
    let is_off = |status: Progress| status == Progress::OffCourse;
    let (meant, contradicts) = if good.contains(&said) {
        (Progress::OffCourse, figures.into_iter().all(is_off))
    } else {
        (Progress::OnCourse, is_off(said) && figures.iter().all(|status| good.contains(status)))
    };
    let judgement = case.measure.said.judgement.as_ref().filter(|_| contradicts)?;
    let what = format!(
        "The officer's judgement ({}) is “{}”, and the figures give “{}”, now and for the year's end. The reason given: {}",
        judgement.by,
        in_sentence(&called(case.measure.rule.as_deref(), said)),
        meant.word(),
        stopped(&judgement.reason),
    );
    let remedy = "If the reason does not explain the difference, agree with the officer which of the two is to stand.";
    Some(Concern::new(DoubtKind::JudgedOtherwise, what, remedy).with(&judged.outlook.verdict))
}

/// The published progress of a milestone against what its dates and its status give.
pub(super) fn milestone(case: &MilestoneCase<'_>) -> Vec<Concern> {
    let published = case.milestone.published.as_ref();
    published.and_then(|published| progress_differs(published, case.progress)).into_iter().collect()
}

fn progress_differs(
    published: &Published,
    worked_out: Option<&Verdict<Progress>>,
) -> Option<Concern> {
    let verdict = worked_out?;
    let status = verdict.status();
    let said = published.progress?;
    let meant = stated(said)?;
    if !super::super::reported::is_rated(status) || meant == status {
        return None;
    }
    let what = format!(
        "The published progress is “{}”, and what is worked out is “{}”. {}",
        said.word(),
        status.word(),
        verdict.derivation().sentence,
    );
    Some(concern(what, published))
}

fn concern(what: String, published: &Published) -> Concern {
    match &published.reason {
        Some(reason) => Concern::new(
            DoubtKind::JudgedOtherwise,
            format!("{what} The reason given: {}", stopped(reason)),
            "Agree with the officer which of the two is to stand.",
        ),
        None => Concern::new(
            DoubtKind::JudgedOtherwise,
            what,
            "Correct the published status or the figures, or give the officer's reason.",
        ),
    }
}

/// The progress that a published word stands for; none for what is not started or no longer to be done.
fn stated(status: MilestoneStatus) -> Option<Progress> {
    match status {
        MilestoneStatus::OnCourse => Some(Progress::OnCourse),
        MilestoneStatus::Uncertain => Some(Progress::Uncertain),
        MilestoneStatus::OffCourse => Some(Progress::OffCourse),
        MilestoneStatus::Complete => Some(Progress::Complete),
        MilestoneStatus::NotStarted | MilestoneStatus::Withdrawn => None,
    }
}

fn travel(direction: Direction) -> Option<Travel> {
    match direction {
        Direction::Better => Some(Travel::Better),
        Direction::Same => Some(Travel::Same),
        Direction::Worse => Some(Travel::Worse),
        Direction::Higher | Direction::Level | Direction::Lower | Direction::NotComparable => None,
    }
}
