//! The period of a report.

use std::fmt;
use std::str::FromStr;

use super::{FinancialYear, Quarter};

/// What a report is for: a quarter, or one or more whole years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
