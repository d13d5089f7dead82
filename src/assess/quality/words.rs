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

/// Whether words begin with these, and go on.
pub(super) fn begins(said: &[String], way: &[&str]) -> bool {
    said.len() > way.len() && way.iter().zip(said).all(|(wanted, word)| word == wanted)
}

/// Sentences and their halves: a stop within a number is none.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut ends = text.char_indices().filter(|(index, c)| {
        let next = text[index + c.len_utf8()..].chars().next();
        matches!(c, '.' | '!' | '?' | ';' | '\n') && next.is_none_or(char::is_whitespace)
            || *c == '\n'
    });
    let mut start = 0;
    std::iter::from_fn(move || {
        if start >= text.len() {
            return None;
        }
        let end = ends.next().map_or(text.len(), |(index, c)| index + c.len_utf8());
        let sentence = &text[start..end];
        start = end;
        Some(sentence)
    })
}
