//! The word for each status, where the organisation has none of its own.

use crate::assess::{Direction, Progress};

/// The word for a progress.
#[must_use]
pub fn progress_word(progress: Progress) -> &'static str {
    match progress {
        Progress::OnCourse => "On course",
        Progress::Uncertain => "Uncertain",
        Progress::OffCourse => "Off course",
        Progress::Acceptable => "Acceptable",
        Progress::Complete => "Complete",
        Progress::NotDue => "Not due",
        Progress::DataOnly => "Data only",
        Progress::NoData => "No data",
        Progress::NotRated => "Not rated",
    }
}

/// The word for a direction.
#[must_use]
pub fn direction_word(direction: Direction) -> &'static str {
    match direction {
        Direction::Better => "Better",
        Direction::Same => "Same",
        Direction::Worse => "Worse",
        Direction::Higher => "Higher",
        Direction::Level => "Level",
        Direction::Lower => "Lower",
        Direction::NotComparable => "Not comparable",
    }
}

/// What a progress means for a milestone and for a measure.
#[must_use]
pub fn progress_meaning(progress: Progress) -> (&'static str, &'static str) {
    match progress {
        Progress::OnCourse => (
            "On course to be achieved within the timeframe.",
            "The year's target is on course to be achieved; or, where the position is reported, the figure meets what the target asks for by now.",
        ),
        Progress::Uncertain => (
            "Uncertain, or too early to say, whether it will be achieved within the timeframe.",
            "Uncertain, or too early to say, whether the year's target is on course to be achieved; or the figure misses it within the tolerance of the rule.",
        ),
        Progress::OffCourse => (
            "Unlikely, or certain not, to be achieved within the timeframe.",
            "The year's target will not be achieved unless something is done; or the figure misses it by more than the rule allows.",
        ),
        Progress::Complete => (
            "Achieved.",
            "Only where the rule has such a status for measures, and as it says there.",
        ),
        Progress::Acceptable => (
            "Not used for milestones.",
            "Acceptable: the figure is between a lower and a higher target, as the rule says.",
        ),
        Progress::NotDue => ("Not used for milestones.", "No figure is due this quarter."),
        Progress::DataOnly => (
            "Not used for milestones.",
            "For information: there is a figure, and no target to hold it against.",
        ),
        Progress::NoData => {
            ("Not used for milestones.", "There is no figure; the reason stands beside it.")
        }
        Progress::NotRated => (
            "The file does not say how it stands, or it is not to be judged yet.",
            "There is no target, no figure, or no better and worse; the reason stands beside it.",
        ),
    }
}

/// What a direction means.
#[must_use]
pub fn direction_meaning(direction: Direction) -> &'static str {
    match direction {
        Direction::Better => {
            "Better than in the same period last year, or than what its rule compares with instead, whichever way the number went."
        }
        Direction::Same => {
            "The same as in the same period last year, or as what its rule compares with instead."
        }
        Direction::Worse => {
            "Worse than in the same period last year, or than what its rule compares with instead, whichever way the number went."
        }
        Direction::Higher => "Higher, where neither way is better.",
        Direction::Level => "Level, where neither way is better.",
        Direction::Lower => "Lower, where neither way is better.",
        Direction::NotComparable => {
            "There is nothing that it can be compared with; the reason stands beside it."
        }
    }
}
