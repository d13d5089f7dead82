//! When a milestone is due.

use std::fmt;
use std::str::FromStr;

use super::date::digits;
use super::{Date, DateError};

/// A due date as precise as the plan gives it. One given as a month or a year is due by its last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Due {
    /// `2020-03-31`
    Day(Date),
    /// `2020-03`, by the month's last day.
    Month(Date),
    /// `2022`, by 31 December.
    Year(Date),
    /// A date that is not set yet, in words: "to be advised once published".
    Words(String),
}

impl Due {
    /// The last day on which it is still in time.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        match self {
            Self::Day(date) | Self::Month(date) | Self::Year(date) => Some(*date),
            Self::Words(_) => None,
        }
    }

    /// As a file writes it.
    #[must_use]
    pub fn file_text(&self) -> String {
        match self {
            Self::Day(date) => date.file_text(),
            Self::Month(date) => format!("{:04}-{:02}", date.year(), date.month()),
            Self::Year(date) => format!("{:04}", date.year()),
            Self::Words(words) => words.clone(),
        }
    }
}

impl fmt::Display for Due {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(f),
            Self::Month(date) => f.write_str(&date.month_text()),
            Self::Year(date) => date.year().fmt(f),
            Self::Words(words) => f.write_str(words),
        }
    }
}

impl FromStr for Due {
    type Err = DateError;

    /// What starts with a digit must be a date; anything else is words.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let text = text.trim();
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return Ok(Self::Words(text.to_owned()));
        }
        if let Ok([year]) = digits(text) {
            return Date::new(year, 12, 31).map(Self::Year);
        }
        if let Ok([year, month]) = digits(text) {
            return Date::last_of(year, i8::try_from(month).unwrap_or(0)).map(Self::Month);
        }
        text.parse().map(Self::Day)
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("2020-03-31", "31 March 2020", Some("2020-03-31"))]
    #[test_case("2020-02", "February 2020", Some("2020-02-29"); "a month is due by its last day")]
    #[test_case("2022", "2022", Some("2022-12-31"); "a year is due by its last day")]
    #[test_case("to be advised", "to be advised", None; "words have no day")]
    fn reads(text: &str, shown: &str, last_day: Option<&str>) {
        let due: Due = text.parse().unwrap();
        assert_eq!(due.to_string(), shown);
        assert_eq!(due.file_text(), text);
        assert_eq!(due.last_day().map(Date::file_text).as_deref(), last_day);
    }

    #[test_case("2020-13", DateError::Month(13))]
    #[test_case("31/03/2020", DateError::Form)]
    #[test_case("2020-04-31", DateError::Day { last: 30, year: 2020, month: 4 })]
    fn refuses(text: &str, expected: DateError) {
        assert_eq!(text.parse::<Due>(), Err(expected));
    }
}
