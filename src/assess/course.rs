//! What a figure is to be held against today: the number that a measure on course for its target would show.

use rust_decimal::Decimal;

use super::verdict::{Draft, Reason};
use crate::model::{Figure, Level, Measure};
use crate::terms::{Amount, Basis, Date, Keyword, Quarter, QuarterNumber, Span, Year};

/// The number that a measure on course for its target would show by now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Course {
    /// The number.
    pub amount: Amount,
    /// What it is of the target.
    pub part: Part,
    /// The lowest figure that is still amber by now.
    pub floor: Option<Amount>,
    /// The highest figure that is still amber by now.
    pub ceiling: Option<Amount>,
}

/// What a course is of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The target for the year.
    Whole,
    /// What the file gives for the end of the quarter.
    Profiled,
    /// The share that falls to the months so far.
    EvenShare,
}

/// The number to hold the figure of a quarter against, or why there is none. Whether a percentage or a rate builds up over
/// the year is seen from the measure's other figures, which the caller has looked at.
pub(super) fn course(
    measure: &Measure,
    level: &Level,
    figure: &Figure,
    (quarter, builds_up): (Quarter, bool),
    derivation: &mut Draft,
) -> Result<Course, Reason> {
    let shown = |amount| measure.figure_text(amount);
    let adds_up = if builds_up { Some(true) } else { adds_up(measure) };
    if measure.basis == Some(Basis::Cumulative) {
        covers_year_to_date(measure, figure, quarter)?;
    }
    if let Some(amount) = level.profiled(quarter.number) {
        derivation.step(|| {
            let number = quarter.number.number();
            let from = if measure.is_sum_of_quarters() {
                format!("what the target's profile has for Quarter {number} alone")
            } else {
                format!("the target that is given for the end of Quarter {number}")
            };
            ("Expected by now", measure.working_text(amount), from)
        });
        let builds_up = matches!(measure.basis, Some(Basis::Cumulative | Basis::Quarter))
            && adds_up == Some(true)
            && !level.amount.decimal().is_zero();
        let share = if builds_up {
            (amount.decimal(), level.amount.decimal())
        } else {
            (Decimal::ONE, Decimal::ONE)
        };
        return Course::of(amount, Part::Profiled).with_limits(level, share);
    }
    match measure.basis {
        Some(Basis::Quarter) if adds_up == Some(true) => Err(Reason::new(
            "Quarter against year",
            format!(
                "the figure is for the quarter alone and the target of {} is for the year; no target is given for each quarter",
                shown(level.amount)
            ),
        )),
        Some(Basis::Cumulative) => match adds_up {
            None => Err(Reason::new(
                "No unit",
                "the measure's unit is not given, so it cannot be said whether a part of the year can be held against the whole of it",
            )),
            Some(true) if months_elapsed(measure.year, quarter.number) < 12 => {
                even_share(measure, level, quarter, derivation)
            }
            Some(_) => Ok(annual_course(level)),
        },
        _ => Ok(annual_course(level)),
    }
}

/// The target for the whole year.
pub(super) fn annual_course(level: &Level) -> Course {
    Course { floor: level.floor, ceiling: level.ceiling, ..Course::of(level.amount, Part::Whole) }
}

impl Course {
    fn of(amount: Amount, part: Part) -> Self {
        Self { amount, part, floor: None, ceiling: None }
    }

    /// What a sentence calls it: "a target of 75%".
    pub(super) fn called(&self, level: &Level, text: impl Fn(Amount) -> String) -> String {
        let shown = text(self.amount);
        match self.part {
            Part::Whole => format!("a target of {shown}"),
            Part::Profiled => format!("a profiled target of {shown}"),
            Part::EvenShare => {
                format!("{shown}, an even share of the year's target of {}", text(level.amount))
            }
        }
    }

    /// With the measure's floor and ceiling, cut to the `part` of them that falls to now, as a fraction.
    fn with_limits(mut self, level: &Level, part: (Decimal, Decimal)) -> Result<Self, Reason> {
        let cut = |limit: Option<Amount>| limit.map(|limit| part_of(limit, part)).transpose();
        self.floor = cut(level.floor)?;
        self.ceiling = cut(level.ceiling)?;
        Ok(self)
    }
}

fn part_of(whole: Amount, (top, bottom): (Decimal, Decimal)) -> Result<Amount, Reason> {
    let part = whole.decimal().checked_mul(top).and_then(|product| product.checked_div(bottom));
    part.map(|part| Amount::from(part.normalize())).ok_or_else(Reason::too_large)
}

/// Whether figures for parts of the year add up to the year's; none where no unit is given.
pub(super) fn adds_up(measure: &Measure) -> Option<bool> {
    measure.unit.as_ref().map(crate::terms::Unit::adds_up)
}

/// The share of the target that falls to the months so far, when nothing is known of how the year goes.
fn even_share(
    measure: &Measure,
    level: &Level,
    quarter: Quarter,
    derivation: &mut Draft,
) -> Result<Course, Reason> {
    let months = months_elapsed(measure.year, quarter.number);
    let part = (Decimal::from(months), Decimal::from(12));
    let amount = part_of(level.amount, part)?;
    derivation.step(|| {
        let whole = measure.working_text(level.amount);
        let year = measure.year.word();
        let working = format!(
            "{whole} × {months} ÷ 12: an even share for {months} of the {year} year's 12 months, as no target is given for each quarter"
        );
        ("Expected by now", measure.working_text(amount), working)
    });
    Course::of(amount, Part::EvenShare).with_limits(level, part)
}

/// How many months of a year have passed at the end of a quarter. At the end of Quarter 1 ten months of the
/// academic year that started the September before have passed, at the end of Quarter 2 one of the next.
pub(super) fn months_elapsed(year: Year, quarter: QuarterNumber) -> i64 {
    match (year, quarter) {
        (Year::Financial, quarter) => i64::from(quarter.number()) * 3,
        (Year::Academic, QuarterNumber::One) => 10,
        (Year::Academic, QuarterNumber::Two) => 1,
        (Year::Academic, QuarterNumber::Three) => 4,
        (Year::Academic, QuarterNumber::Four) => 7,
    }
}

/// Stops unless a cumulative figure is for the year to date.
pub(super) fn covers_year_to_date(
    measure: &Measure,
    figure: &Figure,
    quarter: Quarter,
) -> Result<(), Reason> {
    let (Some(covers), Some(expected)) = (&figure.covers, year_to_date(measure.year, quarter))
    else {
        return Ok(());
    };
    if (covers.first(), covers.last()) == expected {
        return Ok(());
    }
    let year = measure.year.word();
    let clause = format!(
        "the figure is for {covers}, not for the {year} year to date ({} to {})",
        expected.0, expected.1
    );
    Err(Reason::new("Other period", clause))
}

fn year_to_date(year: Year, quarter: Quarter) -> Option<(Date, Date)> {
    let (_, end) = quarter.days()?;
    let start_month = match year {
        Year::Financial => 4,
        Year::Academic => 9,
    };
    let start_year = if end.month() >= start_month { end.year() } else { end.year() - 1 };
    let first: Span = format!("{start_year:04}-{start_month:02}").parse().ok()?;
    Some((first.first(), end))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case(Year::Financial, "2019/20 Q2", "2019-04-01", "2019-09-30")]
    #[test_case(Year::Financial, "2019/20 Q4", "2019-04-01", "2020-03-31")]
    #[test_case(Year::Academic, "2019/20 Q1", "2018-09-01", "2019-06-30"; "the academic year before")]
    #[test_case(Year::Academic, "2019/20 Q2", "2019-09-01", "2019-09-30"; "one month of the next")]
    #[test_case(Year::Academic, "2019/20 Q4", "2019-09-01", "2020-03-31"; "over the new year")]
    fn the_year_to_date(year: Year, quarter: &str, first: &str, last: &str) {
        let (from, to) = year_to_date(year, quarter.parse().unwrap()).unwrap();
        assert_eq!((from.file_text(), to.file_text()), (first.to_owned(), last.to_owned()));
    }
}
