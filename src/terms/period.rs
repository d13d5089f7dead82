//! The period of a report.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::{FinancialYear, Quarter};

/// What a report is for: a quarter, or one or more whole years.
///
/// Periods are in order of time; a plan comes before the quarters of its first year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// The years of a plan, first and last: `2021/22` or `2013/14 to 2015/16`.
    Years(FinancialYear, FinancialYear),
    /// A quarter: `2019/20 Q2`.
    Quarter(Quarter),
}

impl Period {
    /// The quarter, if it is one.
    #[must_use]
    pub fn quarter(self) -> Option<Quarter> {
        match self {
            Self::Quarter(quarter) => Some(quarter),
            Self::Years(..) => None,
        }
    }

    /// The financial year that the report is for, or the first of them.
    #[must_use]
    pub fn year(self) -> FinancialYear {
        match self {
            Self::Quarter(quarter) => quarter.year,
            Self::Years(first, _) => first,
        }
    }

    /// As a page heads a report, with the months: others count quarters from January.
    #[must_use]
    pub fn long_text(self) -> String {
        match self {
            Self::Quarter(quarter) => quarter.long_text(),
            Self::Years(first, last) => {
                format!("April {} to March {} ({self})", first.start(), last.start() + 1)
            }
        }
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |period: &Self| match *period {
            Self::Years(first, last) => (first, None, Some(last)),
            Self::Quarter(quarter) => (quarter.year, Some(quarter.number), None),
        };
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Quarter(quarter) => quarter.fmt(f),
            Self::Years(first, last) if first == last => first.fmt(f),
            Self::Years(first, last) => write!(f, "{first} to {last}"),
        }
    }
}

impl FromStr for Period {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        if let Some((first, last)) = text.split_once(" to ") {
            let (first, last) = (first.parse()?, last.parse()?);
            return if first <= last { Ok(Self::Years(first, last)) } else { Err(()) };
        }
        match text.parse() {
            Ok(quarter) => Ok(Self::Quarter(quarter)),
            Err(()) => text.parse().map(|year| Self::Years(year, year)),
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("2019/20 Q2", Some("Quarter 2, July to September 2019 (2019/20)"))]
    #[test_case("2021/22", Some("April 2021 to March 2022 (2021/22)"); "a year")]
    #[test_case("2013/14 to 2015/16", Some("April 2013 to March 2016 (2013/14 to 2015/16)"); "years")]
    #[test_case("2015/16 to 2013/14", None; "backwards")]
    #[test_case("Q2 2019/20", None; "the wrong way round")]
    fn reads(text: &str, expected: Option<&str>) {
        assert_eq!(text.parse::<Period>().ok().map(Period::long_text).as_deref(), expected);
    }

    #[test]
    fn periods_are_in_order_of_time() {
        let mut periods: Vec<Period> = ["2021/22", "2019/20 Q2", "2018/19 Q4", "2021/22 Q1"]
            .iter()
            .map(|text| text.parse().unwrap())
            .collect();
        periods.sort();
        let texts: Vec<String> = periods.iter().map(Period::to_string).collect();
        assert_eq!(texts, ["2018/19 Q4", "2019/20 Q2", "2021/22", "2021/22 Q1"]);
    }
}
