//! The words for text that is not JSON.

use jiter::JsonErrorType;

use super::{Problem, Slip};

/// What is wrong with text that is not JSON from a byte on.
pub(super) fn syntax(kind: &JsonErrorType, text: &str, offset: usize) -> Problem {
    use JsonErrorType as E;
    let wanted = match kind {
        E::EofWhileParsingList
        | E::EofWhileParsingObject
        | E::EofWhileParsingString
        | E::EofWhileParsingValue => return Problem::Truncated,
        E::RecursionLimitExceeded => return Problem::TooDeep,
        E::ExpectedColon => "a colon",
        E::ExpectedListCommaOrEnd => "a comma or a closing square bracket",
        E::ExpectedObjectCommaOrEnd => "a comma or a closing brace",
        E::ExpectedSomeIdent => "true, false or null",
        E::InvalidEscape | E::UnexpectedEndOfHexEscape => "a valid escape after the backslash",
        E::InvalidNumber | E::FloatExpectingInt => "a number",
        E::NumberOutOfRange => "a number of fewer digits",
        E::InvalidUnicodeCodePoint | E::LoneLeadingSurrogateInHexEscape => "a valid character",
        E::ControlCharacterWhileParsingString => {
            match text.get(offset..).and_then(|here| here.chars().next()) {
                Some(found) if !matches!(found, '\r' | '\n') => return Problem::Control(found),
                _ => "the text's closing quotation mark on the same line",
            }
        }
        E::KeyMustBeAString => "a key in quotation marks",
        E::TrailingComma => "another value after the comma, or no comma",
        E::TrailingCharacters => "nothing more after the last bracket",
        E::ExpectedSomeValue | E::DuplicateKey(_) | E::InternalError(_) => "a value",
    };
    expected(wanted, text, offset)
}

/// The same where it is known what JSON expects there.
pub(super) fn expected(wanted: &'static str, text: &str, offset: usize) -> Problem {
    Problem::Syntax(wanted, slip(text, offset))
}

/// The slip that shows at a byte.
fn slip(text: &str, offset: usize) -> Option<Slip> {
    let (before, here) = text.split_at_checked(offset)?;
    let starts = |starts: &[char]| here.starts_with(starts);
    if starts(&['“', '”', '„', '‘', '’']) {
        Some(Slip::CurlyMarks)
    } else if starts(&['\'']) {
        Some(Slip::SingleMarks)
    } else if starts(&['#']) || here.starts_with("//") || here.starts_with("/*") {
        Some(Slip::Comment)
    } else if starts(&[',']) && before.trim_end().ends_with(',') {
        Some(Slip::TwoCommas)
    } else {
        let is_digit = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
        let is_grouped = before.strip_suffix(',').is_some_and(is_digit) && is_digit(here.get(..1)?);
        is_grouped.then_some(Slip::CommaInNumber)
    }
}
