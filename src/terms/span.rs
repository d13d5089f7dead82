//! The time that a figure covers.

use std::fmt;
use std::str::FromStr;

use super::date::digits;
use super::{Date, FinancialYear, Quarter, QuarterNumber, Year};

/// The time that a figure covers, where it is not the column's own.
///
/// A file writes a financial quarter `2019/20 Q2`, a financial year `2018/19`, an academic year
/// `2018/19 academic`, a calendar year `2018`, a month `2019-08`, a day `2019-10-16`, or any two of the
/// last three with ` to ` between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    first: Date,
    last: Date,
    text: String,
}

impl Span {
    /// Its first day.
    #[must_use]
    pub fn first(&self) -> Date {
        self.first
    }

    /// Its last day.
    #[must_use]
    pub fn last(&self) -> Date {
        self.last
    }

    /// How many months of the calendar it touches: a quarter 3, a day 1.
    #[must_use]
    pub fn months(&self) -> i32 {
        let month = |date: Date| i32::from(date.year()) * 12 + i32::from(date.month());
        month(self.last) - month(self.first) + 1
    }

    /// Whether both are the very same time, however each is written.
    #[must_use]
    pub fn is_same_time(&self, other: &Self) -> bool {
        (self.first, self.last) == (other.first, other.last)
    }

    /// Whether it is exactly this financial year.
    #[must_use]
    pub fn is_year(&self, year: FinancialYear) -> bool {
        year_days(year, Year::Financial) == Ok((self.first, self.last))
    }

    /// The quarter that it is exactly, if it is one.
    #[must_use]
    pub fn quarter(&self) -> Option<Quarter> {
        let start = if self.first.month() < 4 { self.first.year() - 1 } else { self.first.year() };
        let year = FinancialYear::starting(start)?;
        QuarterNumber::ALL
            .map(|number| Quarter { year, number })
            .into_iter()
            .find(|quarter| quarter.days() == Some((self.first, self.last)))
    }

    /// The financial year that it is exactly, if it is one.
    #[must_use]
    pub fn year(&self) -> Option<FinancialYear> {
        FinancialYear::starting(self.first.year()).filter(|year| self.is_year(*year))
    }

    /// The academic year before this one; none where this is no academic year.
    #[must_use]
    pub fn academic_year_before(&self) -> Option<Self> {
        let year: FinancialYear = self.text.strip_suffix(" academic")?.trim().parse().ok()?;
        format!("{} academic", year.previous()).parse().ok()
    }

    /// As the file writes it.
    #[must_use]
    pub fn file_text(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Ok(quarter) = self.text.parse::<Quarter>() {
            return f.write_str(&quarter.months_text());
        }
        if self.text.parse::<FinancialYear>().is_ok() {
            return f.write_str(&self.text);
        }
        if let Some((year, _)) = self.text.split_once(' ')
            && year.parse::<FinancialYear>().is_ok()
        {
            return write!(f, "academic year {year}");
        }
        let show = |f: &mut fmt::Formatter<'_>, text: &str, date: Date| match text.trim().len() {
            4 => write!(f, "{}", date.year()),
            7 => f.write_str(&date.month_text()),
            _ => write!(f, "{date}"),
        };
        match self.text.split_once(" to ") {
            Some((first, last)) => {
                show(f, first, self.first)?;
                f.write_str(" to ")?;
                show(f, last, self.last)
            }
            None => show(f, &self.text, self.first),
        }
    }
}

impl FromStr for Span {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        let (first, last) = match text.split_once(" to ") {
            Some((first, last)) => (simple(first)?.0, simple(last)?.1),
            None => days(text)?,
        };
        if first <= last { Ok(Self { first, last, text: text.to_owned() }) } else { Err(()) }
    }
}

fn days(text: &str) -> Result<(Date, Date), ()> {
    if let Ok(quarter) = text.parse::<Quarter>() {
        return quarter.days().ok_or(());
    }
    if let Ok(year) = text.parse::<FinancialYear>() {
        return year_days(year, Year::Financial);
    }
    if let Some(year) = text.strip_suffix(" academic") {
        return year_days(year.parse()?, Year::Academic);
    }
    simple(text)
}

fn year_days(year: FinancialYear, kind: Year) -> Result<(Date, Date), ()> {
    let (first, last) = match kind {
        Year::Financial => (4, 3),
        Year::Academic => (9, 8),
    };
    Date::new(year.start(), first, 1).ok().zip(Date::last_of(year.start() + 1, last).ok()).ok_or(())
}

/// A calendar year, a month or a day.
fn simple(text: &str) -> Result<(Date, Date), ()> {
    let pair = if let Ok([year]) = digits(text) {
        Date::new(year, 1, 1).and_then(|first| Ok((first, Date::last_of(year, 12)?)))
    } else if let Ok([year, month]) = digits(text) {
        let month = i8::try_from(month).unwrap_or(0);
        Date::new(year, month, 1).and_then(|first| Ok((first, Date::last_of(year, month)?)))
    } else {
        text.trim().parse().map(|day| (day, day))
    };
    pair.map_err(|_| ())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("2019/20 Q2", "July to September 2019", "2019-07-01", "2019-09-30")]
    #[test_case("2018/19", "2018/19", "2018-04-01", "2019-03-31"; "a financial year")]
    #[test_case("2018/19 academic", "academic year 2018/19", "2018-09-01", "2019-08-31"; "an academic year")]
    #[test_case("2018", "2018", "2018-01-01", "2018-12-31"; "a calendar year")]
    #[test_case("2019-08", "August 2019", "2019-08-01", "2019-08-31"; "a month")]
    #[test_case("2010-09 to 2011-08", "September 2010 to August 2011", "2010-09-01", "2011-08-31"; "months")]
    #[test_case("2019-07-01 to 2019-09-30", "1 July 2019 to 30 September 2019", "2019-07-01", "2019-09-30"; "days")]
    fn reads(text: &str, shown: &str, first: &str, last: &str) {
        let span: Span = text.parse().unwrap();
        assert_eq!(span.to_string(), shown);
        assert_eq!(
            (span.first().file_text(), span.last().file_text()),
            (first.to_owned(), last.to_owned())
        );
    }

    #[test_case("2019/20 Q2", Some("2019/20 Q2"), None)]
    #[test_case("2020-01 to 2020-03", Some("2019/20 Q4"), None; "months that are a quarter")]
    #[test_case("2018/19", None, Some("2018/19"))]
    #[test_case("2018/19 academic", None, None)]
    #[test_case("2019-08", None, None)]
    fn is_a_quarter_or_a_year(text: &str, quarter: Option<&str>, year: Option<&str>) {
        let span: Span = text.parse().unwrap();
        assert_eq!(span.quarter().map(|quarter| quarter.to_string()).as_deref(), quarter);
        assert_eq!(span.year().map(|year| year.to_string()).as_deref(), year);
    }

    #[test_case("2019/20 Q2", 3)]
    #[test_case("2018/19", 12; "a financial year")]
    #[test_case("2018/19 academic", 12; "an academic year")]
    #[test_case("2019-08", 1; "a month")]
    #[test_case("2019-10-16", 1; "a day")]
    #[test_case("2019-09 to 2020-03", 7; "over the new year")]
    fn has_months(text: &str, months: i32) {
        assert_eq!(text.parse::<Span>().unwrap().months(), months);
    }

    #[test_case("2019-08 to 2019-07"; "backwards")]
    #[test_case("August 2019"; "words")]
    #[test_case("2019/21"; "not a year")]
    fn refuses(text: &str) {
        assert!(text.parse::<Span>().is_err());
    }
}
