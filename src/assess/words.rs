//! Words that several verdicts share.

use crate::model::Rule;
use crate::terms::{Amount, Keyword, Progress, number_text};

/// Why there is no better and no worse where nothing is known of the same time last year.
pub const NO_YEAR_AGO: &str = "No figure a year ago";

/// A text with a capital.
pub(super) fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// "A", "A and B", "A, B and C"
pub(super) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// A status as its own organisation calls it, with a capital.
pub(super) fn called(rule: Option<&Rule>, status: Progress) -> String {
    sentence(rule.and_then(|rule| rule.name_of(status)).unwrap_or(status.word()))
}

/// What someone wrote, with a stop behind it.
pub(super) fn stopped(text: &str) -> String {
    let stop = if text.ends_with(['.', '!', '?']) { "" } else { "." };
    format!("{text}{stop}")
}

/// A difference between percentages: "1 point", "2.5 points".
pub(super) fn points_text(amount: Amount, places: Option<u8>) -> String {
    let number = number_text(amount, places);
    let points = if number == "1" { "point" } else { "points" };
    format!("{number} {points}")
}
