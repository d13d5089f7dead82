//! What the symbols on a page mean: those that it has, for paper without a key to all of them.

use super::row::Status;
use super::{direction_meaning, progress_meaning};
use crate::assess::{Direction, Progress};

/// What the symbols on a page mean, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Symbols {
    /// Those of progress.
    pub progress: Vec<(Status<Progress>, &'static str)>,
    /// Those of directions of travel.
    pub directions: Vec<(Status<Direction>, &'static str)>,
    /// Those of figures, in a sentence.
    pub figures: Option<&'static str>,
}

impl Symbols {
    /// What the statuses and directions of measures mean.
    pub(super) fn of_measures<'s>(
        statuses: impl IntoIterator<Item = &'s Status<Progress>>,
        directions: impl IntoIterator<Item = &'s Status<Direction>>,
    ) -> Self {
        Self {
            progress: each(statuses, |status| progress_meaning(status).1),
            directions: each(directions, direction_meaning),
            figures: None,
        }
    }

    /// What the statuses of financial lines mean, and the signs at their figures.
    pub(super) fn of_lines<'s>(
        statuses: impl IntoIterator<Item = &'s Status<Progress>>,
        figures: &'static str,
    ) -> Self {
        let progress = each(statuses, variance_meaning);
        Self { progress, directions: Vec::new(), figures: Some(figures) }
    }
}

fn variance_meaning(progress: Progress) -> &'static str {
    match progress {
        Progress::OnCourse | Progress::Complete => {
            "The variance is within what the rule for variances allows."
        }
        Progress::Uncertain | Progress::Acceptable => {
            "The variance is more than the rule for variances asks for, and less than what it calls off course."
        }
        Progress::OffCourse => "The variance is more than the rule for variances allows.",
        Progress::NotDue | Progress::DataOnly | Progress::NoData | Progress::NotRated => {
            "The line is not rated; the reason stands beside it."
        }
    }
}

fn each<'s, S: Copy + PartialEq + 's>(
    all: impl IntoIterator<Item = &'s Status<S>>,
    meaning: impl Fn(S) -> &'static str,
) -> Vec<(Status<S>, &'static str)> {
    let mut key: Vec<(Status<S>, &'static str)> = Vec::new();
    for one in all {
        let status = Status { status: one.status, word: one.word.clone(), reason: None };
        if !key.iter().any(|(known, _)| *known == status) {
            let meaning = meaning(one.status);
            key.push((status, meaning));
        }
    }
    key
}
