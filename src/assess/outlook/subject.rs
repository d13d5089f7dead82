//! The measure that an outlook is for, and the way in which its outturn is projected.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::super::course::{adds_up, covers_year_to_date, months_elapsed};
use super::super::current::{current, level, one_number, quarter, same_unit};
use super::super::verdict::{Draft, Reason};
use crate::model::{Figure, History, Level, Measure, Past, Report, Years};
use crate::terms::{
    Amount, Basis, FinancialYear, Keyword, Period, Quarter, QuarterNumber, Year, figure_text,
    month_name,
};

/// How an outturn is projected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// What has built up so far, divided by the share of the year's total that is usually reached by now.
    Share,
    /// The figure, moved as it moved from this quarter to the end of earlier years.
    Movement,
    /// The figure is itself a forecast of the outturn.
    Forecast,
    /// The outturn is known.
    Outturn,
}

/// The measure that an outlook is for.
pub(super) struct Subject<'h> {
    pub(super) history: &'h History,
    pub(super) row: (usize, usize),
    pub(super) report: &'h Report,
    pub(super) measure: Cow<'h, Measure>,
    pub(super) quarter: Quarter,
    pub(super) figure: &'h Figure,
    pub(super) value: Amount,
    pub(super) level: &'h Level,
    /// Whether words are wanted; otherwise texts are left blank.
    in_words: bool,
    known: OnceCell<BTreeMap<Quarter, Past>>,
}

impl<'h> Subject<'h> {
    /// What is asked about, or why there is nothing to ask about.
    pub(super) fn new(
        history: &'h History,
        row: (usize, usize),
        derivation: &mut Draft,
    ) -> Result<Self, Reason> {
        let found = history.reports().get(row.0);
        let found = found.and_then(|report| Some((report, report.measures.get(row.1)?)));
        let Some((report, measure)) = found else {
            return Err(Reason::new("No such row", "there is no such measure"));
        };
        let quarter = quarter(report)?;
        let figure = current(measure).map_err(|reason| match measure.basis {
            Some(Basis::Annual) => Reason::new(
                "Not yet published",
                format!("it is published once a year; {}", reason.clause),
            ),
            _ => reason,
        })?;
        let from = || format!("{}, {}", report.file, measure.name());
        // As it is written: what is worked out from it can then be followed to the last digit.
        let unit = measure.unit.as_ref();
        derivation.step(|| ("Current value", figure.text(unit, None), from()));
        let level = level(measure)?;
        derivation.step(|| ("Target for the year", level.text(unit, None), from()));
        let value = one_number(figure)?;
        same_unit(measure, figure, level.unit.as_ref(), "the target")?;
        let measure = match &figure.unit {
            Some(unit) => {
                Cow::Owned(Measure { unit: Some(unit.clone()), ..Measure::clone(measure) })
            }
            None => Cow::Borrowed(measure),
        };
        let in_words = derivation.is_written();
        let known = OnceCell::new();
        Ok(Self { history, row, report, measure, quarter, figure, value, level, in_words, known })
    }

    /// What is known of its earlier quarters.
    pub(super) fn earlier_quarters(&self) -> &BTreeMap<Quarter, Past> {
        self.known.get_or_init(|| self.history.earlier_quarters(self.row.0, self.row.1))
    }

    /// The target that the report for this quarter gave so many years ago, where it is loaded and comparable.
    pub(super) fn level_then(&self, ago: i16) -> Option<&Level> {
        let year = FinancialYear::starting(self.quarter.year.start() - ago)?;
        let period = Period::Quarter(Quarter { year, ..self.quarter });
        self.history.joins_of_measure(self.row.0, self.row.1).iter().find_map(|join| {
            let other = &self.history.reports()[join.other_report];
            let is_it = other.period == period && join.by.is_certain() && join.changes.is_empty();
            other.measures.get(join.other_measure).filter(|_| is_it)?.target.level()
        })
    }

    /// A text for the derivation, where one is written.
    pub(super) fn words(&self, words: impl FnOnce() -> String) -> String {
        if self.in_words { words() } else { String::new() }
    }

    /// The way in which its outturn is projected, or why it cannot be.
    pub(super) fn method(&self) -> Result<Method, Reason> {
        let (measure, adds_up) = (&self.measure, adds_up(&self.measure));
        let known_or = |method| if self.is_complete() { Method::Outturn } else { method };
        match measure.basis {
            Some(Basis::Annual) => self.annual(),
            Some(Basis::Forecast) => Ok(known_or(Method::Forecast)),
            Some(Basis::Arrears) => self.arrears().map(|()| known_or(Method::Movement)),
            Some(Basis::Snapshot | Basis::Rolling | Basis::Termly) => {
                Ok(known_or(Method::Movement))
            }
            Some(Basis::Cumulative | Basis::Quarter) if adds_up.is_none() => Err(Reason::new(
                "No unit",
                "the measure's unit is not given, so it cannot be said whether its figures add up over the year",
            )),
            Some(Basis::Cumulative) => {
                covers_year_to_date(measure, self.figure, self.quarter)?;
                Ok(known_or(building_up(adds_up)))
            }
            Some(Basis::Quarter) => {
                if adds_up == Some(true) {
                    self.quarters_can_be_added()?;
                }
                Ok(known_or(building_up(adds_up)))
            }
            None if adds_up == Some(false) => Ok(known_or(Method::Movement)),
            None => Err(Reason::new(
                "No basis",
                "it is not said what a quarter's figure covers, so it cannot be said what the year will come to",
            )),
        }
    }

    /// A figure that is published once a year is final, unless it is still that of a year before.
    fn annual(&self) -> Result<Method, Reason> {
        let Some(covers) = &self.figure.covers else { return Ok(Method::Outturn) };
        let starts =
            Quarter { number: QuarterNumber::One, ..self.quarter }.days().map(|(first, _)| first);
        if !self.covers_the_targets_time() && starts.is_some_and(|first| covers.last() < first) {
            return Err(Reason::new(
                "Not yet published",
                format!(
                    "it is published once a year, and the figure is for {covers}, which was over before {} began",
                    self.report.year_name(self.quarter.year)
                ),
            ));
        }
        Ok(Method::Outturn)
    }

    /// What is published late closes the year where the file says that it is for the year's end, for a whole year
    /// that ended in it, or for no time of its own.
    fn arrears(&self) -> Result<(), Reason> {
        let Some(covers) = self.figure.covers.as_ref().filter(|_| self.is_complete()) else {
            return Ok(());
        };
        let last = covers.last();
        let first_of_year = Quarter { number: QuarterNumber::One, ..self.quarter }.days();
        let is_of_year = first_of_year.is_none_or(|(start, _)| start <= last)
            && (covers.months() >= 12 || self.quarter.days().is_none_or(|(_, end)| end <= last));
        if is_of_year || self.covers_the_targets_time() {
            return Ok(());
        }
        let year = self.report.year_name(self.quarter.year);
        Err(Reason::new(
            "Not yet published",
            format!(
                "it is published late, and the figure is for {covers}, not for {year} or the end of it"
            ),
        ))
    }

    fn quarters_can_be_added(&self) -> Result<(), Reason> {
        if self.measure.year == Year::Academic {
            return Err(Reason::new(
                "Quarters of another year",
                "the figure is for the quarter alone, and the quarters of the financial year do not make up the academic year",
            ));
        }
        let profile = self.level.profile;
        let earlier_given = profile[..3].iter().any(Option::is_some);
        if earlier_given && profile[3] == Some(self.level.amount) {
            return Err(Reason::new(
                "Quarter against year",
                "the figure is for the quarter alone, and it cannot be said whether the last number of the target's profile is for the quarter or for the year",
            ));
        }
        Ok(())
    }

    /// Whether the measure's own year ends in August and not in March.
    pub(super) fn runs_to_august(&self) -> bool {
        self.measure.runs_to_august()
    }

    /// Whether the measure's own year is over. An academic year has five months to go in March, and by
    /// September the figure is for the next.
    fn is_complete(&self) -> bool {
        let is_over = self.quarter.number == QuarterNumber::Four && !self.runs_to_august();
        is_over || self.covers_the_targets_time()
    }

    /// Whether the file says that the figure and the target are for the very same time.
    fn covers_the_targets_time(&self) -> bool {
        let times = self.figure.covers.as_ref().zip(self.level.covers.as_ref());
        times.is_some_and(|(figure, target)| figure.is_same_time(target))
    }

    /// How many months of its own year have passed.
    pub(super) fn months(&self) -> i64 {
        months_elapsed(self.own_year(), self.quarter.number)
    }

    /// The year that its figures are for.
    pub(super) fn own_year(&self) -> Year {
        if self.runs_to_august() { Year::Academic } else { Year::Financial }
    }

    /// The year in which its own year starts: at the end of June, the academic year began the September before.
    pub(super) fn own_year_start(&self, quarter: Quarter) -> i16 {
        let began_before = self.runs_to_august() && quarter.number == QuarterNumber::One;
        quarter.year.start() - i16::from(began_before)
    }

    /// The last month of its own year: "March 2020", "the end of the academic year in August 2020".
    pub(super) fn year_end(&self) -> String {
        if self.report.years == Years::Relative {
            let month = month_name(if self.runs_to_august() { 8 } else { 3 });
            return format!("the end of {month}");
        }
        let year = self.own_year_start(self.quarter) + 1;
        if self.runs_to_august() {
            format!("the end of the academic year in {} {year}", month_name(8))
        } else {
            format!("{} {year}", month_name(3))
        }
    }

    /// Whether each quarter's figure is for itself and the year is their sum.
    pub(super) fn is_sum_of_quarters(&self) -> bool {
        self.measure.is_sum_of_quarters()
    }

    /// A figure with its unit, as it is written.
    pub(super) fn text(&self, amount: Amount) -> String {
        figure_text(amount, self.measure.unit.as_ref(), None)
    }

    /// "Quarter 2"
    pub(super) fn quarter_text(&self) -> String {
        format!("Quarter {}", self.quarter.number.number())
    }

    /// "financial" or "academic"
    pub(super) fn year_word(&self) -> &'static str {
        self.own_year().word()
    }
}

/// Counts and sums build up; a percentage or a rate does only where that shows: see `building.rs`.
fn building_up(adds_up: Option<bool>) -> Method {
    if adds_up == Some(true) { Method::Share } else { Method::Movement }
}
