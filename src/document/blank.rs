//! Texts of which nothing but white space was written.

use super::Problem;

/// Whether a text as JSON writes it, from its quotation mark on, is blank.
pub(super) fn begins_blank(text: &str) -> bool {
    const ESCAPED: [&str; 3] = [r"\n", r"\r", r"\t"];
    let mut rest = text.strip_prefix('"').unwrap_or_default().trim_start();
    while let Some(after) = ESCAPED.into_iter().find_map(|one| rest.strip_prefix(one)) {
        rest = after.trim_start();
    }
    rest.starts_with('"')
}

/// What is said of one that can be left out.
pub(super) fn left_out() -> Problem {
    Problem::Doubtful {
        what: "The text is blank, which is read as if it were not there.".to_owned(),
        mend: "Write it, or leave the key out.".to_owned(),
    }
}
