//! A measure with its figures, checked.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::value::inconsistent;
use super::{Gap, Range, Rule, Target, Value};
use crate::document::{self, Path, Problem, Short};
use crate::terms::{
    Absence, Amount, Basis, FinancialYear, Polarity, Span, Unit, Year, figure_text, places_written,
    working_places,
};

/// A measure with its figures for one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its place in the file's list.
    pub row: usize,
    /// What the file says of it: its title, commentary and all else that needs no check.
    pub said: Rc<document::Measure>,
    /// What its figures count.
    pub unit: Option<Unit>,
    /// How many decimal places to print; without, as written.
    pub places: Option<u8>,
    /// Which way it is meant to go.
    pub polarity: Option<Polarity>,
    /// What a quarter's figure covers.
    pub basis: Option<Basis>,
    /// The year that a cumulative or annual figure belongs to.
    pub year: Year,
    /// Whether it moves with the seasons, the same way every year.
    pub seasonal: bool,
    /// The smallest change that matters, in its own unit, or in points for a percentage; never negative.
    pub threshold: Option<Amount>,
    /// The rule for its progress: its own, its objective's or the report's; none where the file's contradicts
    /// itself, and then it is not judged.
    pub rule: Option<Rc<Rule>>,
    /// Its own range for the year-end outlook.
    pub range: Range,
    /// The outturn of the year before.
    pub last_year: Value,
    /// The target for this year.
    pub target: Target,
    /// The figure for this quarter.
    pub current: Value,
    /// The figure for the same quarter of last year, where the file gives it.
    pub same_period_last_year: Option<Box<Value>>,
    /// By how much the current figure differs from it, where only that is given.
    pub change_on_last_year: Option<Amount>,
    /// The figure for the quarter before.
    pub previous_quarter: Option<Box<Value>>,
    /// Figures for other periods.
    pub earlier: Vec<(Span, Value)>,
}

impl Measure {
    /// Whether its figure in a Quarter 4 is the year's: that of the quarter alone is not, nor what seven months of an
    /// academic year have come to.
    #[must_use]
    pub fn closes_in_march(&self) -> bool {
        self.basis != Some(Basis::Quarter) && !self.runs_to_august()
    }

    /// Whether its own year ends in August: that of an academic year that is counted or forecast as a whole.
    #[must_use]
    pub fn runs_to_august(&self) -> bool {
        self.year == Year::Academic
            && matches!(self.basis, Some(Basis::Cumulative | Basis::Forecast))
    }

    /// Whether each figure is what the quarter alone came to, and only their sum is the year's.
    #[must_use]
    pub fn is_sum_of_quarters(&self) -> bool {
        self.basis == Some(Basis::Quarter) && self.unit.as_ref().is_some_and(Unit::adds_up)
    }

    /// The time that last year's actual covers, in the report for a year: as the file says, or the academic year
    /// before the one that ended in this year and that the current figure covers, published once a year or late.
    #[must_use]
    pub fn last_year_covers(&self, this: FinancialYear) -> Option<Span> {
        let covers = |value: &Value| value.figure().and_then(|figure| figure.covers.clone());
        let before = || {
            let is_of_a_year = matches!(self.basis, Some(Basis::Annual | Basis::Arrears));
            let now = covers(&self.current).filter(|_| is_of_a_year)?;
            let (start, end) = (this.previous().last_day()?, this.last_day()?);
            (start < now.last() && now.last() <= end).then(|| now.academic_year_before()).flatten()
        };
        covers(&self.last_year).or_else(before)
    }

    /// A measure of which only the title is known.
    #[must_use]
    pub fn untold(title: String) -> Self {
        Self {
            row: 0,
            said: Rc::new(document::Measure { title, ..document::Measure::default() }),
            unit: None,
            places: None,
            polarity: None,
            basis: None,
            year: Year::Financial,
            rule: None,
            range: Range::default(),
            seasonal: false,
            threshold: None,
            last_year: Value::not_stated(),
            target: Target::Absent(Gap::because(Absence::NotStated)),
            current: Value::not_stated(),
            same_period_last_year: None,
            change_on_last_year: None,
            previous_quarter: None,
            earlier: Vec::new(),
        }
    }

    /// Whether distances between its figures are points.
    #[must_use]
    pub fn is_percentage(&self) -> bool {
        matches!(self.unit, Some(Unit::Percent | Unit::Points))
    }

    /// A figure of this measure as it is printed.
    #[must_use]
    pub fn figure_text(&self, amount: Amount) -> String {
        figure_text(amount, self.unit.as_ref(), self.places)
    }

    /// How many decimal places print a number in full: as the measure is printed, or as it was written where it has more.
    #[must_use]
    pub fn places_in_full(&self, amount: Amount) -> Option<u8> {
        let has = places_written(amount.decimal().normalize().into());
        self.places.filter(|places| has <= u32::from(*places))
    }

    /// A figure as it is printed, but in full: a level that is needed, rounded, might not suffice.
    #[must_use]
    pub fn full_text(&self, amount: Amount) -> String {
        figure_text(amount, self.unit.as_ref(), self.places_in_full(amount))
    }

    /// The same in the working of another: as it was written, and to three places where it does not end.
    #[must_use]
    pub fn working_text(&self, amount: Amount) -> String {
        figure_text(amount, self.unit.as_ref(), working_places(amount))
    }

    /// What a message calls it: its reference, or its title.
    #[must_use]
    pub fn name(&self) -> &str {
        self.said.reference.as_deref().unwrap_or(&self.said.title)
    }

    /// Takes last year's actual from the figures of other periods, where it is given there: a plan's file
    /// gives the actuals of several years in one list.
    pub(super) fn take_last_year(&mut self, year: FinancialYear) {
        if !self.earlier.is_empty()
            && self.last_year == Value::not_stated()
            && let Some((_, value)) = self.earlier.iter().find(|(span, _)| span.is_year(year))
        {
            self.last_year = value.clone();
        }
    }

    /// What a file says, checked.
    pub(super) fn from_document(
        row: usize,
        measure: &Rc<document::Measure>,
    ) -> Result<Self, Vec<(Path, Problem)>> {
        // Made only for what is wrong: a long report has tens of thousands of places.
        let place = || Path::default().key("measures").index(row);
        let mut found = Vec::new();
        let rule = measure.rule.as_deref().map(Rule::from_document).transpose();
        let rule = kept(rule, || place().key("rule"), &mut found).flatten();
        let range = measure.outlook.as_ref().and_then(|outlook| outlook.range.as_ref());
        let range = range.map(Range::from_document).transpose();
        let range = kept(range, || place().key("outlook").key("range"), &mut found).flatten();
        let threshold = kept(threshold(measure.threshold), || place().key("threshold"), &mut found);
        if measure.weight.is_some_and(|weight| weight.decimal() < Decimal::ZERO) {
            let problem =
                inconsistent("The weight is negative.", "Give 0 or more; left out, it is 1.");
            found.push((place().key("weight"), problem));
        }
        let empty = document::Figures::default();
        let figures = measure.figures.as_ref().unwrap_or(&empty);
        let place = || place().key("figures");
        let mut value = |key: &str, value: &Option<Short<document::Value>>| {
            let value = value.as_ref().map(Value::from_short).transpose();
            kept(value, || place().key(key), &mut found).flatten()
        };
        let last_year = value("last_year", &figures.last_year);
        let current = value("current", &figures.current);
        let same_period_last_year = value("same_period_last_year", &figures.same_period_last_year);
        let previous_quarter = value("previous_quarter", &figures.previous_quarter);
        let mut target = match &figures.target {
            Some(target) => {
                let target = Target::from_short(target, measure.unit.as_ref());
                kept(target, || place().key("target"), &mut found)
            }
            None => None,
        };
        if let Some(Target::Level(level)) = &mut target
            && measure.basis == Some(Basis::Quarter)
            && measure.year != Some(Year::Academic)
            && measure.unit.as_ref().is_some_and(Unit::adds_up)
        {
            level.of_quarters_alone();
        }
        let mut earlier = Vec::with_capacity(figures.earlier.len());
        for (index, one) in figures.earlier.iter().enumerate() {
            let figure = Value::from_document(&one.value);
            let place = || place().key("earlier").index(index);
            earlier
                .extend(kept(figure, place, &mut found).map(|figure| (one.covers.clone(), figure)));
        }
        if !found.is_empty() {
            return Err(found);
        }
        let or_not_stated = |value: Option<Value>| value.unwrap_or_else(Value::not_stated);
        Ok(Self {
            row,
            said: Rc::clone(measure),
            unit: measure.unit.clone(),
            places: measure.decimals.map(|decimals| decimals.0),
            polarity: measure.polarity,
            basis: measure.basis,
            year: measure.year.unwrap_or(Year::Financial),
            seasonal: measure.seasonal.unwrap_or(false),
            threshold: threshold.flatten(),
            rule: rule.map(Rc::new),
            range: range.unwrap_or_default(),
            last_year: or_not_stated(last_year),
            target: target.unwrap_or_else(|| Target::Absent(Gap::because(Absence::NotStated))),
            current: or_not_stated(current),
            same_period_last_year: same_period_last_year.map(Box::new),
            change_on_last_year: figures.change_on_last_year,
            previous_quarter: previous_quarter.map(Box::new),
            earlier,
        })
    }
}

fn threshold(threshold: Option<Amount>) -> Result<Option<Amount>, Problem> {
    if threshold.is_some_and(|threshold| threshold.decimal().is_sign_negative()) {
        return Err(inconsistent(
            "The threshold is negative.",
            "Give the size of the smallest change that matters, such as 0.1.",
        ));
    }
    Ok(threshold)
}

/// What was checked, or its problem among those found.
fn kept<T>(
    checked: Result<T, Problem>,
    place: impl FnOnce() -> Path,
    found: &mut Vec<(Path, Problem)>,
) -> Option<T> {
    checked.map_err(|problem| found.push((place(), problem))).ok()
}
