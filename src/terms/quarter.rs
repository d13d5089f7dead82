//! Quarters of the financial year.

use std::fmt;
use std::str::FromStr;

use super::{Date, month_name};

/// A financial year, April to March, by the calendar year in which it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FinancialYear(i16);

/// Which quarter of a year: the first runs from April to June.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuarterNumber {
    /// April to June.
    One = 1,
    /// July to September.
    Two,
    /// October to December.
    Three,
    /// January to March.
    Four,
}

/// A quarter of a financial year, written `2019/20 Q2`: July to September 2019.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    /// The financial year.
    pub year: FinancialYear,
    /// Which quarter of it.
    pub number: QuarterNumber,
}

impl FinancialYear {
    /// The year that starts in April of `start`; years before 1900 or after 2199 are slips of the pen.
    #[must_use]
    pub fn starting(start: i16) -> Option<Self> {
        (1900..2200).contains(&start).then_some(Self(start))
    }

    /// The calendar year in which it starts.
    #[must_use]
    pub fn start(self) -> i16 {
        self.0
    }

    /// The year before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self(self.0 - 1)
    }

    /// The year after.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// Its last day, 31 March.
    #[must_use]
    pub fn last_day(self) -> Option<Date> {
        Date::new(self.0 + 1, 3, 31).ok()
    }
}

impl fmt::Display for FinancialYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{:02}", self.0, (self.0 + 1) % 100)
    }
}

impl FromStr for FinancialYear {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (start, end) = text.trim().split_once('/').ok_or(())?;
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if start.len() != 4 || end.len() != 2 || !digits(start) || !digits(end) {
            return Err(());
        }
        let year = Self::starting(start.parse().map_err(|_| ())?).ok_or(())?;
        let end: i16 = end.parse().map_err(|_| ())?;
        if (year.0 + 1) % 100 == end { Ok(year) } else { Err(()) }
    }
}

impl QuarterNumber {
    /// All four, in order.
    pub const ALL: [Self; 4] = [Self::One, Self::Two, Self::Three, Self::Four];

    /// 1 to 4.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8
    }

    /// Its first and last month, 1 to 12.
    #[must_use]
    pub fn months(self) -> (i8, i8) {
        match self {
            Self::One => (4, 6),
            Self::Two => (7, 9),
            Self::Three => (10, 12),
            Self::Four => (1, 3),
        }
    }
}

impl Quarter {
    /// The same quarter of the year before.
    #[must_use]
    pub fn last_year(self) -> Self {
        Self { year: self.year.previous(), ..self }
    }

    /// The quarter before.
    #[must_use]
    pub fn previous(self) -> Self {
        match self.number {
            QuarterNumber::One => Self { year: self.year.previous(), number: QuarterNumber::Four },
            QuarterNumber::Two => Self { number: QuarterNumber::One, ..self },
            QuarterNumber::Three => Self { number: QuarterNumber::Two, ..self },
            QuarterNumber::Four => Self { number: QuarterNumber::Three, ..self },
        }
    }

    /// The calendar year in which it falls.
    #[must_use]
    pub fn calendar_year(self) -> i16 {
        match self.number {
            QuarterNumber::Four => self.year.start() + 1,
            _ => self.year.start(),
        }
    }

    /// "July to September 2019"
    #[must_use]
    pub fn months_text(self) -> String {
        let (first, last) = self.number.months();
        format!("{} to {} {}", month_name(first), month_name(last), self.calendar_year())
    }

    /// "Quarter 2, July to September 2019 (2019/20)": others count quarters from January.
    #[must_use]
    pub fn long_text(self) -> String {
        format!("Quarter {}, {} ({})", self.number.number(), self.months_text(), self.year)
    }

    /// Its first and last day.
    #[must_use]
    pub fn days(self) -> Option<(Date, Date)> {
        let (first, last) = self.number.months();
        let year = self.calendar_year();
        Date::new(year, first, 1).ok().zip(Date::last_of(year, last).ok())
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} Q{}", self.year, self.number.number())
    }
}

impl FromStr for Quarter {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (year, quarter) = text.trim().split_once(' ').ok_or(())?;
        let number = match quarter.trim() {
            "Q1" => QuarterNumber::One,
            "Q2" => QuarterNumber::Two,
            "Q3" => QuarterNumber::Three,
            "Q4" => QuarterNumber::Four,
            _ => return Err(()),
        };
        Ok(Self { year: year.parse()?, number })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("2019/20 Q2", Some("Quarter 2, July to September 2019 (2019/20)"))]
    #[test_case("2019/20 Q4", Some("Quarter 4, January to March 2020 (2019/20)"); "the fourth quarter falls in the next calendar year")]
    #[test_case("1999/00 Q1", Some("Quarter 1, April to June 1999 (1999/00)"); "over the century")]
    #[test_case("2019/21 Q2", None; "a year that is two years")]
    #[test_case("2019 Q2", None; "a calendar year")]
    #[test_case("2019/20 Q5", None; "no fifth quarter")]
    fn reads(text: &str, expected: Option<&str>) {
        assert_eq!(
            text.parse::<Quarter>().ok().map(Quarter::long_text),
            expected.map(str::to_owned)
        );
    }

    #[test]
    fn the_quarter_before_the_first_is_in_the_year_before() {
        let quarter: Quarter = "2019/20 Q1".parse().unwrap();
        assert_eq!(quarter.previous().to_string(), "2018/19 Q4");
        assert_eq!(quarter.last_year().to_string(), "2018/19 Q1");
    }
}
