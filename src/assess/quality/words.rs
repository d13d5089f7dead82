//! Words of titles and commentary.

/// The words of a text in lower case, without the punctuation around them. The sign of a number stays, and is
/// always a hyphen.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '£'));
            let is_negative = bare.starts_with(|c: char| c.is_ascii_digit() || c == '£')
                && word.split(bare).next().is_some_and(|sign| sign.ends_with(['-', '−', '–']));
            let word = bare.to_lowercase();
            let word = if is_negative { format!("-{word}") } else { word };
            if word.contains('’') { word.replace('’', "'") } else { word }
        })
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether a text holds one of some words.
pub(super) fn says(text: &str, wanted: &[&str]) -> bool {
    words(text).iter().any(|word| wanted.contains(&word.as_str()))
}
