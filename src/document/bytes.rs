//! Bytes → text.

use super::Problem;
use super::problem::TABLE;

/// What some editors put in front of a text.
pub(super) const UTF8_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];

const NO_TEXT: Problem = Problem::OtherKind("something other than text");

/// How many bytes of a file show that it holds text.
const BEGINNING: usize = 500;

/// The text of a file, or why it has none. A byte order mark is taken off and noted.
///
/// # Errors
///
/// The problem and the byte at which it stands, counted behind a byte order mark.
pub(super) fn text_of(bytes: &[u8]) -> Result<(&str, Option<Problem>), (usize, Problem)> {
    let (start, note) = start_of(bytes).map_err(|problem| (0, problem))?;
    let unmarked = &bytes[start..];
    let text = std::str::from_utf8(unmarked).map_err(|error| {
        let offset = error.valid_up_to();
        if unmarked.iter().take(BEGINNING).any(|byte| is_no_text(*byte)) {
            return (0, NO_TEXT);
        }
        (offset, Problem::NotUtf8(unmarked.get(offset).copied().unwrap_or_default()))
    })?;
    if text.bytes().next().is_some_and(is_no_text) {
        return Err((0, NO_TEXT));
    }
    if text.trim().is_empty() {
        return Err((0, Problem::Empty));
    }
    Ok((text, note))
}

/// The byte at which the text of a file starts, with what is to be noted, or why it has none.
pub(super) fn start_of(bytes: &[u8]) -> Result<(usize, Option<Problem>), Problem> {
    let unmarked = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
    if let Some(kind) = other_kind(unmarked) {
        return Err(Problem::OtherKind(kind));
    }
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, b'{', ..] | [b'{', 0, ..]) {
        return Err(Problem::Utf16);
    }
    let start = bytes.len() - unmarked.len();
    Ok((start, (start > 0).then_some(Problem::ByteOrderMark)))
}

/// Whether a byte is one that no text has, in UTF-8 or an older encoding.
fn is_no_text(byte: u8) -> bool {
    byte.is_ascii_control() && !byte.is_ascii_whitespace()
}

/// Whether the first line is one of a table with its columns between commas, semicolons or tabs, and not of JSON.
fn is_table(bytes: &[u8]) -> bool {
    let line = bytes.trim_ascii_start().split(|byte| *byte == b'\n').next().unwrap_or_default();
    let is_cell = |byte: u8| !byte.is_ascii_whitespace();
    let has_columns = line.windows(3).any(|three| {
        three[1] == b'\t' || (b",;".contains(&three[1]) && is_cell(three[0]) && is_cell(three[2]))
    });
    has_columns && !line.iter().any(|byte| b"{}[]:".contains(byte) || is_no_text(*byte))
}

fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 8] = [
        (b"\x89PNG", "a PNG picture"),
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"BM", "a bitmap picture"),
        (b"%PDF", "a PDF document"),
        (b"PK\x03\x04", "an Excel, Word or zip file"),
        (b"\xD0\xCF\x11\xE0", "an older Excel or Word file"),
        (b"RIFF", "a picture or a recording"),
    ];
    if bytes.trim_ascii_start().starts_with(b"<") {
        return Some("a web page or XML file");
    }
    if is_table(bytes) {
        return Some(TABLE);
    }
    KINDS.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, kind)| kind)
}
