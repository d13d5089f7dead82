//! Everything that can be wrong with a file.

mod words;

use std::borrow::Cow;

use super::Fetched;
use crate::terms::{AmountError, DateError};

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing to do.
    Note,
    /// Read, but someone should look at it.
    Warning,
    /// The row, the part or the file was not read.
    Error,
}

/// What is wrong. The words are made by [`Problem::what`] and [`Problem::mend`] and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The file holds nothing.
    Empty,
    /// The file is of another kind, by its first bytes: "a PNG picture".
    OtherKind(&'static str),
    /// The file is larger than a report can be, in bytes.
    TooLarge(u64),
    /// The browser could not read it: a folder, a file that moved, a device that went away.
    Unreadable(String),
    /// A saved page holds it, but it was changed since.
    Damaged,
    /// A saved page that holds no data: the program alone.
    HoldsNothing,
    /// It was asked for by its web address, and something else came of that.
    Fetched(Fetched),
    /// A folder was chosen that holds nothing to read.
    NoFiles,
    /// A text holds invisible signs that turn the direction of what follows.
    Turned,
    /// UTF-16, as Windows Notepad's "Unicode" writes it.
    Utf16,
    /// A byte that UTF-8 does not have.
    NotUtf8(u8),
    /// A byte order mark in front: read all the same.
    ByteOrderMark,
    /// The text breaks off before the JSON is complete.
    Truncated,
    /// Not JSON from here on, what JSON expects instead, and the slip that stands there.
    Syntax(&'static str, Option<Slip>),
    /// A control character in a text.
    Control(char),
    /// JSON, but it does not say that it is a quarter file.
    NotAReport,
    /// A version of the format that this Quarterlight does not know.
    Version(String),
    /// Nested deeper than any report.
    TooDeep,
    /// A value of another type: what was expected, what was found.
    WrongType {
        /// "a number"
        expected: &'static str,
        /// "text"
        found: &'static str,
        /// The keys of the object that was expected, if it was one.
        keys: &'static [&'static str],
    },
    /// A key without which the object means nothing.
    Missing {
        /// The key.
        key: &'static str,
        /// "a measure"
        called: &'static str,
    },
    /// A key that the format does not have: kept, but not used.
    UnknownKey {
        /// The key.
        key: String,
        /// "a measure"
        called: &'static str,
        /// The known key that it looks like.
        meant: Option<&'static str>,
    },
    /// The same key twice in one object.
    RepeatedKey(String),
    /// null, or a text of nothing.
    Blank(&'static str),
    /// The same, of a key without which the object means nothing.
    BlankNeeded(&'static str),
    /// A number in quotation marks.
    QuotedNumber {
        /// "£1,234"
        found: String,
        /// "1234"
        bare: String,
    },
    /// NaN or Infinity, quoted or not.
    NotFinite(String),
    /// A number that cannot be held exactly.
    Number(String, AmountError),
    /// A word outside its closed set.
    UnknownWord {
        /// The word.
        found: String,
        /// "a polarity"
        called: &'static str,
        /// The words of the set.
        words: Vec<&'static str>,
        /// The one that it looks like.
        meant: Option<&'static str>,
    },
    /// A unit that is not in one of the unit's forms.
    UnknownUnit {
        /// The unit.
        found: String,
        /// A form that it looks like.
        meant: Option<String>,
    },
    /// Text where a number or a reason for its absence belongs.
    UnknownReason {
        /// The text.
        found: String,
        /// The reason that it looks like.
        meant: Option<&'static str>,
    },
    /// A date that is not one.
    Date(String, DateError),
    /// A text that is not a period of a report.
    Period(String),
    /// A text that is not a financial year.
    FinancialYear(String),
    /// A text that is not a span of time.
    Span(String),
    /// A whole number outside its range.
    OutOfRange {
        /// The number.
        found: String,
        /// "a number of decimal places from 0 to 6"
        expected: &'static str,
    },
    /// Two things that cannot stand together, or one without the other.
    Inconsistent {
        /// What is inconsistent, as a sentence.
        what: String,
        /// What to do, as a sentence.
        mend: String,
    },
    /// The same id twice in one file.
    RepeatedId {
        /// The id.
        id: String,
        /// "measure"
        called: &'static str,
        /// Where it stood first.
        first: String,
    },
    /// A reference to something that the file does not have.
    Dangling {
        /// The id that is referred to.
        id: String,
        /// "objective"
        called: &'static str,
        /// The id that it looks like.
        meant: Option<String>,
    },
    /// The id of a rule that is not shipped.
    UnknownRule {
        /// The id.
        found: String,
        /// The id that it looks like.
        meant: Option<String>,
    },
    /// Something that can be read, but cannot be meant.
    Doubtful {
        /// What is doubtful, as a sentence.
        what: String,
        /// What to do, as a sentence.
        mend: String,
    },
    /// Two files say different things of the same quarter.
    Conflict {
        /// What they disagree on, as a sentence.
        what: String,
    },
}

/// What people write that JSON does not have, as the text shows where it stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// “ ”
    CurlyMarks,
    /// ' '
    SingleMarks,
    /// `// note`
    Comment,
    /// `,,`
    TwoCommas,
    /// `4,500`
    CommaInNumber,
}

impl Problem {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::ByteOrderMark => Severity::Note,
            Self::Fetched(fetched) => fetched.severity(),
            Self::UnknownKey { .. }
            | Self::Dangling { .. }
            | Self::Turned
            | Self::Doubtful { .. }
            | Self::Conflict { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// What holds the figures of a report and is none.
pub(super) const TABLE: &str = "a table, such as a spreadsheet saves (CSV)";

/// What a figure is expected to be.
pub(super) const A_FIGURE: &str = "a number, or a reason that there is none";

/// The longest text that a message quotes, in characters.
const LONGEST_QUOTED: usize = 60;

/// A text, or its start if it is too long for a message.
pub(crate) fn brief(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST_QUOTED) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}
