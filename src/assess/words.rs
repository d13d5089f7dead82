//! Words that several verdicts share.

use crate::terms::{Amount, number_text};

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

/// A difference between percentages: "1 point", "2.5 points".
pub(super) fn points_text(amount: Amount, places: Option<u8>) -> String {
    let number = number_text(amount, places);
    let points = if number == "1" { "point" } else { "points" };
    format!("{number} {points}")
}
