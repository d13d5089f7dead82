//! Numbers that were written as texts.

use super::{Kind, Problem};
use crate::terms::Amount;

/// A text where only a number will do.
pub(super) fn quoted(text: String) -> Problem {
    let bare = bare_number(&text);
    if is_not_finite(&bare) {
        Problem::NotFinite(format!("“{text}”"))
    } else if bare.parse::<Amount>().is_ok() {
        Problem::QuotedNumber { found: text, bare }
    } else {
        Problem::WrongType { expected: "a number", found: Kind::Text.called(), keys: &[] }
    }
}

/// What is left of a printed number without its sign of unit and its commas.
pub(super) fn bare_number(text: &str) -> String {
    let trimmed = text.trim().trim_end_matches('%').trim_start_matches('£');
    trimmed.chars().filter(|c| *c != ',').collect()
}

pub(super) fn is_not_finite(bare: &str) -> bool {
    const WORDS: [&str; 5] = ["nan", "infinity", "-infinity", "inf", "-inf"];
    WORDS.into_iter().any(|word| bare.eq_ignore_ascii_case(word))
}
