//! The words for text that is not JSON.

use jiter::JsonErrorType;

use super::Problem;

/// What is wrong with text that is not JSON.
pub(super) fn syntax(kind: &JsonErrorType) -> Problem {
    use JsonErrorType as E;
    Problem::Syntax(match kind {
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
            "the text's closing quotation mark on the same line"
        }
        E::KeyMustBeAString => "a key in quotation marks",
        E::TrailingComma => "another value after the comma, or no comma",
        E::TrailingCharacters => "nothing more after the last bracket",
        E::ExpectedSomeValue | E::DuplicateKey(_) | E::InternalError(_) => "a value",
    })
}
