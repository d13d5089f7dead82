//! Signs that nobody sees and that change what is read.

/// Whether a text has a sign that turns the direction of what follows it.
pub(crate) fn has_turns(text: &str) -> bool {
    // Almost every text of a report is in ASCII, which is seen many letters at a time.
    !text.is_ascii() && text.contains(turns)
}

/// Whether a sign turns the direction of what follows it: 12 would be read as 21 behind it. Nothing in a report is
/// written from right to left, and what is needs no such signs.
pub(crate) fn turns(sign: char) -> bool {
    matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
