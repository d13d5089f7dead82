//! Words that several verdicts share.

use crate::terms::{Amount, number_text};

/// A difference between percentages: "1 point", "2.5 points".
pub(super) fn points_text(amount: Amount, places: Option<u8>) -> String {
    let number = number_text(amount, places);
    let points = if number == "1" { "point" } else { "points" };
    format!("{number} {points}")
}
