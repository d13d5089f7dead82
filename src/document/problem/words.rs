//! What is said of everything that can be wrong with a file.

use super::{A_FIGURE, Problem, Slip, TABLE, brief};
use crate::document::{MAX_BYTES, VERSION};
use crate::terms::{AmountError, DateError, month_name};

impl Problem {
    /// What was found and, where it helps, what was expected: one or two sentences.
    #[must_use]
    pub fn what(&self) -> String {
        match self {
            Self::Empty => "The file is empty.".to_owned(),
            Self::OtherKind(kind) => format!("This is {kind}, not a JSON quarter file."),
            Self::TooLarge(bytes) => format!(
                "The file is {} MB. A quarter file is rarely over 1 MB, and nothing over {} MB is read.",
                bytes.div_ceil(1_000_000),
                MAX_BYTES / 1_000_000
            ),
            Self::Unreadable(reason) => format!("The browser could not read it: {reason}."),
            Self::Damaged => "Part of it is missing or was changed since the page was saved.".to_owned(),
            Self::HoldsNothing => "This page holds no report that was saved with it.".to_owned(),
            Self::Fetched(fetched) => fetched.what(),
            Self::NoFiles => "The folder holds no .json files.".to_owned(),
            Self::Turned => {
                "This text holds invisible signs that turn the direction of writing, so that 12 would be read as 21. They are left out."
                    .to_owned()
            }
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
            Self::Syntax(expected, _) => format!("This is not JSON: expected {expected} here."),
            Self::Control('\t') => "This text holds a tab, which JSON does not allow.".to_owned(),
            Self::Control(found) => format!(
                "This text holds a control character (U+{:04X}), which nobody sees and JSON does not allow.",
                u32::from(*found)
            ),
            Self::NotAReport => {
                "This is JSON, but not a quarter file: it does not start with \"format\": \"quarterlight\"."
                    .to_owned()
            }
            Self::Version(found) => format!(
                "The file is in version {found} of the format. This Quarterlight reads version {}.",
                VERSION, found = brief(found)),
            Self::TooDeep => "This is nested deeper than any report.".to_owned(),
            Self::WrongType { expected, found, .. } => format!("Expected {expected}, found {found}."),
            Self::Missing { key, called } => format!("{} needs “{key}”, and this one has none.", capital(called)),
            Self::UnknownKey { key, called, .. } => format!(
                "{} {} no “{key}” in this format. It is kept with the file, but not used.",
                capital(called), if called.starts_with('a') { "has" } else { "have" }, key = brief(key)),
            Self::RepeatedKey(key) => format!("“{key}” stands here for the second time.", key = brief(key)),
            Self::Blank(expected) | Self::BlankNeeded(expected) => format!("Expected {expected}, found a blank."),
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
            Self::OtherKind(TABLE) => {
                "Choose the quarter's .json file. The page “Help” has one to start from.".to_owned()
            }
            Self::OtherKind(_) => "Choose the quarter's .json file.".to_owned(),
            Self::TooLarge(_) => "Check that this is the right file, or split it by year.".to_owned(),
            Self::Unreadable(_) => {
                "Choose the files themselves rather than a folder, and check that they are still there."
                    .to_owned()
            }
            Self::Damaged => "Get a fresh copy of the page, or the .json file itself.".to_owned(),
            Self::HoldsNothing => {
                "Choose a report that was saved from Quarterlight, or the quarter's .json file.".to_owned()
            }
            Self::Fetched(fetched) => fetched.mend().to_owned(),
            Self::NoFiles => "Choose the folder that the quarter files are in.".to_owned(),
            Self::Turned => "Type the text again, or paste it without its formatting.".to_owned(),
            Self::Utf16 | Self::NotUtf8(_) => {
                "Open it in a text editor and save it again with the encoding UTF-8.".to_owned()
            }
            Self::ByteOrderMark => "Nothing needs mending.".to_owned(),
            Self::Truncated => "Copy or export the whole file again.".to_owned(),
            Self::Syntax(_, Some(slip)) => slip.mend().to_owned(),
            Self::Control(_) => "Delete it, or write a space in its place.".to_owned(),
            Self::Syntax(expected, _) if expected.contains("escape") => {
                "Write a backslash twice where one is meant. Behind \\ud800 to \\udbff the other half of the character has to follow."
                    .to_owned()
            }
            Self::Syntax(..) => {
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
            Self::WrongType { expected, keys, .. } => write_instead(expected, keys),
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
            Self::BlankNeeded(expected) => write_needed(expected).to_owned(),
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

impl Slip {
    fn mend(self) -> &'static str {
        match self {
            Self::CurlyMarks => {
                "Write straight quotation marks, \", in place of curly ones, which word processors make of them."
            }
            Self::SingleMarks => "Write double quotation marks, \", in place of single ones.",
            Self::Comment => "Remove the comment: JSON has none. A report's “notes” can hold it.",
            Self::TwoCommas => "Remove one of the two commas.",
            Self::CommaInNumber => "Write numbers without commas: 4500, not 4,500.",
        }
    }
}

fn write_instead(expected: &str, keys: &[&str]) -> String {
    match (expected, keys) {
        (_, [first, second, ..]) => {
            format!(
                "Write an object in braces, {{ … }}, with keys such as “{first}” and “{second}”."
            )
        }
        ("text" | "a date" | "a span of time", _) => {
            format!("Write {expected} in quotation marks here.")
        }
        _ => format!("Write {expected} here."),
    }
}

fn write_needed(expected: &str) -> &'static str {
    match expected {
        "a value" | "a target" | A_FIGURE => {
            "Write it, or the reason that it is not there, such as \"not yet available\": this key cannot be left out."
        }
        _ => "Write it: this key cannot be left out.",
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
