//! Everything that can be wrong with a file, and the words for it.

use std::borrow::Cow;

use super::Fetched;
use crate::terms::{AmountError, DateError, month_name};

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
    /// It was asked for by its web address, and something else came of that.
    Fetched(Fetched),
    /// A folder was chosen that holds nothing to read.
    NoFiles,
    /// UTF-16, as Windows Notepad's "Unicode" writes it.
    Utf16,
    /// A byte that UTF-8 does not have.
    NotUtf8(u8),
    /// A byte order mark in front: read all the same.
    ByteOrderMark,
    /// The text breaks off before the JSON is complete.
    Truncated,
    /// Not JSON from here on, and what JSON expects instead.
    Syntax(&'static str),
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

impl Problem {
    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::ByteOrderMark => Severity::Note,
            Self::Fetched(fetched) => fetched.severity(),
            Self::UnknownKey { .. }
            | Self::Dangling { .. }
            | Self::Doubtful { .. }
            | Self::Conflict { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// What was found and, where it helps, what was expected: one or two sentences.
    #[must_use]
    pub fn what(&self) -> String {
        match self {
            Self::Empty => "The file is empty.".to_owned(),
            Self::OtherKind(kind) => format!("This is {kind}, not a JSON quarter file."),
            Self::TooLarge(bytes) => format!(
                "The file is {} MB. A quarter file is rarely over 1 MB, and nothing over {} MB is read.",
                bytes.div_ceil(1_000_000),
                super::MAX_BYTES / 1_000_000
            ),
            Self::Unreadable(reason) => format!("The browser could not read it: {reason}."),
            Self::Fetched(fetched) => fetched.what(),
            Self::NoFiles => "The folder holds no .json files.".to_owned(),
            Self::Utf16 => "The file is written in UTF-16, but JSON is written in UTF-8.".to_owned(),
            Self::NotUtf8(byte) => format!(
                "The byte {byte:02X} here is not UTF-8. The file was probably saved in an older Windows encoding."
            ),
            Self::ByteOrderMark => {
                "The file starts with a byte order mark, which JSON does not have. It was read all the same."
                    .to_owned()
            }
            Self::Truncated => {
                "The file breaks off here before its last bracket is closed.".to_owned()
            }
            Self::Syntax(expected) => format!("This is not JSON: expected {expected} here."),
            Self::NotAReport => {
                "This is JSON, but not a quarter file: it does not start with \"format\": \"quarterlight\"."
                    .to_owned()
            }
            Self::Version(found) => format!(
                "The file is in version {found} of the format. This Quarterlight reads version {}.",
                super::VERSION, found = brief(found)),
            Self::TooDeep => "This is nested deeper than any report.".to_owned(),
            Self::WrongType { expected, found } => format!("Expected {expected}, found {found}."),
            Self::Missing { key, called } => format!("{} needs “{key}”, and this one has none.", capital(called)),
            Self::UnknownKey { key, called, .. } => format!(
                "{} has no “{key}” in this format. It is kept with the file, but not used.",
                capital(called), key = brief(key)),
            Self::RepeatedKey(key) => format!("“{key}” stands here for the second time.", key = brief(key)),
            Self::Blank(expected) => format!("Expected {expected}, found a blank."),
            Self::QuotedNumber { found, .. } => {
                format!("Expected a number, found the text “{}”.", brief(found))
            }
            Self::NotFinite(found) => format!("{found} is not a number that can be reported.", found = brief(found)),
            Self::Number(found, AmountError::NotANumber) => format!("{found} is not a number.", found = brief(found)),
            Self::Number(found, AmountError::TooLarge) => {
                format!("{found} is too large: at most 28 digits can be held exactly.", found = brief(found))
            }
            Self::Number(found, AmountError::TooPrecise) => {
                format!("{found} has too many decimal places: at most 28 can be held exactly.", found = brief(found))
            }
            Self::UnknownWord { found, called, words, .. } => {
                format!("“{found}” is not {called}. Expected {}.", one_of(words), found = brief(found))
            }
            Self::UnknownUnit { found, .. } => format!("“{found}” is not a unit of this format.", found = brief(found)),
            Self::UnknownReason { found, .. } => {
                format!("Expected a number, or a reason that there is none, found “{found}”.", found = brief(found))
            }
            Self::Date(found, DateError::Form) => format!("“{found}” is not a date.", found = brief(found)),
            Self::Date(found, DateError::Month(month)) => {
                format!("The date “{found}” does not exist: there is no month {month}.", found = brief(found))
            }
            Self::Date(found, DateError::Day { last, year, month }) => format!(
                "The date “{found}” does not exist: {} {year} has {last} days.",
                month_name(*month), found = brief(found)),
            Self::Period(found) => format!("“{found}” is not a period that a report can have.", found = brief(found)),
            Self::FinancialYear(found) => format!("“{found}” is not a financial year.", found = brief(found)),
            Self::Span(found) => format!("“{found}” is not a span of time.", found = brief(found)),
            Self::OutOfRange { found, expected } => format!("Expected {expected}, found {found}.", found = brief(found)),
            Self::Inconsistent { what, .. }
            | Self::Doubtful { what, .. }
            | Self::Conflict { what } => what.clone(),
            Self::UnknownRule { found, .. } => {
                format!("There is no shipped rule with the id “{found}”.", found = brief(found))
            }
            Self::RepeatedId { id, called, first } => {
                format!("The {called} id “{id}” is used twice: first at {first}.", id = brief(id))
            }
            Self::Dangling { id, called, .. } => {
                format!("There is no {called} with the id “{id}” in this file.", id = brief(id))
            }
        }
    }

    /// How to mend it: one sentence that says what to do.
    #[must_use]
    pub fn mend(&self) -> String {
        match self {
            Self::Empty => "Choose a file that was saved with data in it.".to_owned(),
            Self::OtherKind(_) => "Choose the quarter's .json file.".to_owned(),
            Self::TooLarge(_) => "Check that this is the right file, or split it by year.".to_owned(),
            Self::Unreadable(_) => {
                "Choose the files themselves rather than a folder, and check that they are still there."
                    .to_owned()
            }
            Self::Fetched(fetched) => fetched.mend().to_owned(),
            Self::NoFiles => "Choose the folder that the quarter files are in.".to_owned(),
            Self::Utf16 | Self::NotUtf8(_) => {
                "Open it in a text editor and save it again with the encoding UTF-8.".to_owned()
            }
            Self::ByteOrderMark => "Nothing needs mending.".to_owned(),
            Self::Truncated => "Copy or export the whole file again.".to_owned(),
            Self::Syntax(_) => {
                "Look at this place and just before it for a missing comma, quotation mark or bracket."
                    .to_owned()
            }
            Self::NotAReport => {
                "Put \"format\": \"quarterlight\" and \"version\": 1 at its start, or choose another file."
                    .to_owned()
            }
            Self::Version(_) => {
                "Open it with a newer Quarterlight, or ask its sender for a file in version 1.".to_owned()
            }
            Self::TooDeep => "Check that brackets are closed where they should be.".to_owned(),
            Self::WrongType { expected, .. } => format!("Write {expected} here."),
            Self::Missing { key, .. } => format!("Add “{key}”."),
            Self::UnknownKey { meant: Some(meant), .. }
            | Self::UnknownWord { meant: Some(meant), .. }
            | Self::UnknownReason { meant: Some(meant), .. } => format!("Did you mean “{meant}”?"),
            Self::UnknownKey { meant: None, .. } => {
                "Remove it, or see the format's description for where it belongs.".to_owned()
            }
            Self::RepeatedKey(_) => "Keep one of the two.".to_owned(),
            Self::Blank(_) => {
                "Write it, or leave the key out. For a figure that is not there, write the reason, such as \"not yet available\"."
                    .to_owned()
            }
            Self::QuotedNumber { bare, .. } => format!("Write it as a number: {}.", brief(bare)),
            Self::NotFinite(_) => {
                "Write the figure, or the reason that there is none, such as \"not applicable\".".to_owned()
            }
            Self::Number(..) => "Write the number as it should be printed.".to_owned(),
            Self::UnknownWord { .. } => "Use one of these words.".to_owned(),
            Self::UnknownUnit { meant: Some(meant), .. }
            | Self::UnknownRule { meant: Some(meant), .. }
            | Self::Dangling { meant: Some(meant), .. } => format!("Did you mean “{meant}”?"),
            Self::UnknownUnit { meant: None, .. } => format!(
                "Use one of {}; for a count, write what is counted: \"number of children\".",
                crate::terms::Unit::FORMS.join(", ")
            ),
            Self::UnknownReason { meant: None, .. } => {
                "Write a number without quotation marks, a reason such as \"not provided\", or {\"text\": …} for words in place of a figure."
                    .to_owned()
            }
            Self::Date(..) => {
                "Write year, month and day, such as 2020-03-31; a milestone can also be due in a month, 2020-03, or a year, 2020."
                    .to_owned()
            }
            Self::Period(_) => {
                "Write a quarter of the financial year, \"2019/20 Q2\", or for a plan its years, \"2021/22\" or \"2013/14 to 2015/16\"."
                    .to_owned()
            }
            Self::FinancialYear(_) => "Write it as \"2019/20\".".to_owned(),
            Self::Span(_) => {
                "Write a quarter \"2019/20 Q2\", a year \"2018/19\", \"2018/19 academic\" or \"2018\", a month \"2019-08\", a day \"2019-10-16\", or two of them with \" to \" between."
                    .to_owned()
            }
            Self::OutOfRange { expected, .. } => format!("Write {expected}."),
            Self::UnknownRule { meant: None, .. } => {
                "Use the id of a shipped rule, or write the rule out.".to_owned()
            }
            Self::Inconsistent { mend, .. } | Self::Doubtful { mend, .. } => mend.clone(),
            Self::RepeatedId { .. } => {
                "Give each its own id; the printed reference (“ref”) may stay the same.".to_owned()
            }
            Self::Dangling { called, .. } => format!("Add that {called}, or correct the id."),
            Self::Conflict { .. } => "Correct one of the two files.".to_owned(),
        }
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn one_of(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => format!("“{only}”"),
        [rest @ .., last] => {
            let rest: Vec<String> = rest.iter().map(|word| format!("“{word}”")).collect();
            format!("{} or “{last}”", rest.join(", "))
        }
    }
}

/// The longest text that a message quotes, in characters.
const LONGEST_QUOTED: usize = 60;

/// A text, or its start if it is too long for a message.
pub(crate) fn brief(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(LONGEST_QUOTED) {
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
        None => Cow::Borrowed(text),
    }
}
