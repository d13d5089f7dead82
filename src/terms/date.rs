//! Calendar dates.

use std::fmt;
use std::str::FromStr;

use jiff::civil;

/// A day that exists, written `2019-09-30` in a file and "30 September 2019" on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Not written as year, month, day.
    Form,
    /// No month has this number.
    Month(i8),
    /// The month has fewer days.
    Day {
        /// Its last day.
        last: i8,
        /// The year.
        year: i16,
        /// The month.
        month: i8,
    },
}

/// The name of a month, 1 to 12.
#[must_use]
pub fn month_name(month: i8) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1).ok().and_then(|index| NAMES.get(index)).copied().unwrap_or_default()
}

impl Date {
    /// The day, if it exists.
    ///
    /// # Errors
    ///
    /// Says which of month and day does not exist.
    pub fn new(year: i16, month: i8, day: i8) -> Result<Self, DateError> {
        let first = civil::Date::new(year, month, 1).map_err(|_| DateError::Month(month))?;
        civil::Date::new(year, month, day).map(Self).map_err(|_| DateError::Day {
            last: first.days_in_month(),
            year,
            month,
        })
    }

    /// The last day of a month that is known to exist.
    pub(super) fn last_of(year: i16, month: i8) -> Result<Self, DateError> {
        Self::new(year, month, 1).map(|date| Self(date.0.last_of_month()))
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i8 {
        self.0.month()
    }

    /// The day of the month.
    #[must_use]
    pub fn day(self) -> i8 {
        self.0.day()
    }

    /// "September 2019"
    #[must_use]
    pub fn month_text(self) -> String {
        format!("{} {}", month_name(self.month()), self.year())
    }

    /// As a file writes it: `2019-09-30`.
    #[must_use]
    pub fn file_text(self) -> String {
        self.0.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.day(), self.month_text())
    }
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let [year, month, day] = digits(text)?;
        Self::new(year, i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0))
    }
}

/// The numbers of a text such as `2019-09`: four digits first, then two each.
pub(super) fn digits<const N: usize>(text: &str) -> Result<[i16; N], DateError> {
    let mut numbers = [0; N];
    let mut parts = text.trim().split('-');
    for (index, number) in numbers.iter_mut().enumerate() {
        let part = parts.next().ok_or(DateError::Form)?;
        let width = if index == 0 { 4 } else { 2 };
        if part.len() != width || !part.bytes().all(|b| b.is_ascii_digit()) {
            return Err(DateError::Form);
        }
        *number = part.parse().map_err(|_| DateError::Form)?;
    }
    if parts.next().is_some() { Err(DateError::Form) } else { Ok(numbers) }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("2019-09-30", Ok("30 September 2019"))]
    #[test_case("2020-02-29", Ok("29 February 2020"); "a leap day")]
    #[test_case("2019-02-29", Err(DateError::Day { last: 28, year: 2019, month: 2 }); "no leap day")]
    #[test_case("2019-13-01", Err(DateError::Month(13)); "no such month")]
    #[test_case("30/09/2019", Err(DateError::Form); "the wrong way round")]
    #[test_case("2019-9-30", Err(DateError::Form); "one digit")]
    #[test_case("2019-09-30-01", Err(DateError::Form); "too many parts")]
    fn reads(text: &str, expected: Result<&str, DateError>) {
        assert_eq!(text.parse::<Date>().map(|date| date.to_string()), expected.map(str::to_owned));
    }
}
