//! A figure held against what it should be by now, and the words for how it compares.

use rust_decimal::Decimal;

use super::course::Course;
use super::verdict::{Derivation, Progress, Reason};
use crate::model::{Figure, Level, Measure, Rule, Tolerance};
use crate::terms::{Amount, Keyword, Nearness, Polarity, Quarter, Unit, figure_text, rounded};

/// How far a figure may miss by the measure's own bounds.
#[derive(Clone, Copy)]
enum Limit {
    Floor(Amount),
    Ceiling(Amount),
}

/// How the true figure stands to a bound.
#[derive(Clone, Copy)]
enum Truth {
    Better,
    Worse,
}

/// A figure held against what it should be by now.
pub(super) struct Compared<'m> {
    pub(super) measure: &'m Measure,
    pub(super) level: &'m Level,
    pub(super) polarity: Polarity,
    pub(super) value: Amount,
    pub(super) course: &'m Course,
}

impl Compared<'_> {
    /// By how much the figure misses; zero or less if it does not.
    fn miss(&self) -> Result<Decimal, Reason> {
        let (value, course) = (self.value.decimal(), self.course.amount.decimal());
        let difference = match self.polarity {
            Polarity::Higher => course.checked_sub(value),
            Polarity::Lower => value.checked_sub(course),
            Polarity::Plan | Polarity::None => value.checked_sub(course).map(|d| d.abs()),
        };
        difference.ok_or_else(Reason::too_large)
    }

    fn is_met(&self, miss: Decimal) -> bool {
        miss.is_sign_negative() && !miss.is_zero() || (miss.is_zero() && !self.level.strict)
    }

    pub(super) fn status(
        &self,
        rule: &Rule,
        derivation: &mut Derivation,
    ) -> Result<Progress, Reason> {
        let miss = self.miss()?;
        if self.is_met(miss) {
            return Ok(Progress::OnCourse);
        }
        derivation.step("Missed by", self.distance(miss), self.subtraction());
        if self.within_limit(derivation) || self.within_tolerance(rule, miss, derivation)? {
            return Ok(Progress::Uncertain);
        }
        Ok(Progress::OffCourse)
    }

    /// A figure that is only a bound is rated only where every number that it can stand for has that status.
    pub(super) fn status_of_bound(
        &self,
        nearness: Nearness,
        rule: &Rule,
        derivation: &mut Derivation,
    ) -> Result<Progress, Reason> {
        let truth_is = match (nearness, self.polarity) {
            (Nearness::Over, Polarity::Higher)
            | (Nearness::Under | Nearness::Almost, Polarity::Lower) => Some(Truth::Better),
            (Nearness::Over, Polarity::Lower)
            | (Nearness::Under | Nearness::Almost, Polarity::Higher) => Some(Truth::Worse),
            _ => None,
        };
        let miss = self.miss()?;
        match truth_is {
            // Beyond the bound, a target that must be passed is passed.
            Some(Truth::Better) if miss <= Decimal::ZERO => return Ok(Progress::OnCourse),
            Some(Truth::Worse)
                if miss > Decimal::ZERO
                    && self.status(rule, derivation)? == Progress::OffCourse =>
            {
                return Ok(Progress::OffCourse);
            }
            _ => {}
        }
        let clause = format!(
            "the figure is given as “{} {}”, which does not decide it",
            nearness.word(),
            self.measure.figure_text(self.value)
        );
        Err(Reason::new("Approximate figure", clause))
    }

    /// The measure's own floor or ceiling, whichever bounds a miss on this side of the target.
    fn limit(&self) -> Option<Limit> {
        let is_short = match self.polarity {
            Polarity::Higher => true,
            Polarity::Lower => false,
            Polarity::Plan | Polarity::None => self.value < self.course.amount,
        };
        if is_short {
            self.course.floor.map(Limit::Floor)
        } else {
            self.course.ceiling.map(Limit::Ceiling)
        }
    }

    fn is_within(&self, limit: Limit) -> bool {
        match limit {
            Limit::Floor(floor) => self.value >= floor,
            Limit::Ceiling(ceiling) => self.value <= ceiling,
        }
    }

    /// Between the target and the measure's own floor or ceiling.
    fn within_limit(&self, derivation: &mut Derivation) -> bool {
        let Some(limit) = self.limit() else { return false };
        let (called, amount) = match limit {
            Limit::Floor(floor) => ("Floor: amber from here", floor),
            Limit::Ceiling(ceiling) => ("Ceiling: amber up to here", ceiling),
        };
        let given = match limit {
            Limit::Floor(_) => self.level.floor,
            Limit::Ceiling(_) => self.level.ceiling,
        };
        let from = if given == Some(amount) {
            "the measure's own"
        } else {
            "the measure's own, cut as its target is"
        };
        derivation.step(called, self.measure.figure_text(amount), from);
        self.is_within(limit)
    }

    /// The tolerance, if it is one for this measure: points are for percentages.
    fn tolerance(&self, rule: &Rule) -> Option<Tolerance> {
        let is_percentage = matches!(self.measure.unit, Some(Unit::Percent | Unit::Points));
        rule.tolerance
            .filter(|tolerance| is_percentage || !matches!(tolerance, Tolerance::Points(_)))
    }

    /// The boundary belongs to amber: 67.5 against 75 is within 10%.
    fn within_tolerance(
        &self,
        rule: &Rule,
        miss: Decimal,
        derivation: &mut Derivation,
    ) -> Result<bool, Reason> {
        let allowed = match self.tolerance(rule) {
            None => return Ok(false),
            Some(Tolerance::PercentOfTarget(percent)) => {
                let target = self.course.amount;
                let allowed = target
                    .decimal()
                    .abs()
                    .checked_mul(percent.decimal())
                    .and_then(|product| product.checked_div(Decimal::ONE_HUNDRED))
                    .ok_or_else(Reason::too_large)?;
                let from = if allowed.is_zero() {
                    "a percentage of 0 is 0: the target is met or it is not".to_owned()
                } else {
                    format!("{percent}% of {}", self.measure.figure_text(target))
                };
                derivation.step("Still amber", self.up_to(allowed), from);
                allowed
            }
            Some(Tolerance::Points(points)) => {
                derivation.step("Still amber", self.up_to(points.decimal()), "the rule");
                points.decimal()
            }
            Some(Tolerance::Amount(amount)) => {
                derivation.step("Still amber", self.up_to(amount.decimal()), "the rule");
                amount.decimal()
            }
        };
        Ok(miss <= allowed)
    }

    fn up_to(&self, allowed: Decimal) -> String {
        format!("missed by up to {}", self.distance(allowed.normalize()))
    }

    fn subtraction(&self) -> String {
        let (value, course) =
            (self.measure.figure_text(self.value), self.measure.figure_text(self.course.amount));
        match self.polarity {
            Polarity::Higher => format!("{course} − {value}"),
            Polarity::Lower => format!("{value} − {course}"),
            Polarity::Plan | Polarity::None => {
                format!("the distance between {value} and {course}")
            }
        }
    }

    /// A difference between two figures: points between percentages, otherwise the measure's unit.
    fn distance(&self, difference: Decimal) -> String {
        let amount = Amount::from(difference.abs());
        // A miss too small for the places that are printed is still a miss, and is printed in full.
        let places = self.measure.places.filter(|places| {
            amount.decimal().is_zero() || !rounded(amount.decimal(), *places).is_zero()
        });
        match &self.measure.unit {
            Some(Unit::Percent) => points_text(amount, places),
            unit => figure_text(amount, unit.as_ref(), places),
        }
    }

    pub(super) fn sentence(
        &self,
        status: Progress,
        rule: &Rule,
        figure: &Figure,
        quarter: Quarter,
    ) -> String {
        let value = figure.text(self.measure.unit.as_ref(), self.measure.places);
        let against = format!("{value} against {}", self.course.called);
        let better = match self.polarity {
            Polarity::Higher => "higher is better",
            Polarity::Lower => "lower is better",
            Polarity::Plan | Polarity::None => "near to the plan is better",
        };
        let outcome = match self.miss() {
            Ok(miss) if miss.is_zero() && figure.nearness.is_some() => "met".to_owned(),
            Ok(miss) if miss.is_zero() && self.is_met(miss) => "exactly met".to_owned(),
            Ok(miss) if miss.is_zero() => "reached, but it must be passed".to_owned(),
            Ok(miss) if self.is_met(miss) => format!("met with {} to spare", self.distance(miss)),
            Ok(miss) => self.shortfall(miss),
            Err(_) => String::new(),
        };
        let verdict = match status {
            Progress::OnCourse => "On course",
            Progress::Uncertain => "Uncertain",
            _ => "Off course",
        };
        let margin = self.margin(status, rule);
        format!(
            "{verdict}: {against} at the end of Quarter {} ({better}): {outcome}{margin}.",
            quarter.number.number()
        )
    }

    /// What made a miss amber, or kept it from being amber.
    fn margin(&self, status: Progress, rule: &Rule) -> String {
        let tolerance = self.tolerance(rule).map(|t| t.text(self.measure.unit.as_ref()));
        let limit = self.limit().map(|limit| {
            let (called, amount) = match limit {
                Limit::Floor(floor) => ("floor", floor),
                Limit::Ceiling(ceiling) => ("ceiling", ceiling),
            };
            (self.is_within(limit), format!("the {called} of {}", self.measure.figure_text(amount)))
        });
        match (status, limit, tolerance) {
            (Progress::Uncertain, Some((true, limit)), _) => format!(", within {limit}"),
            (Progress::Uncertain, _, Some(tolerance)) => format!(", within {tolerance}"),
            (Progress::OffCourse, Some((_, limit)), None) => format!(", beyond {limit}"),
            (Progress::OffCourse, Some((_, limit)), Some(tolerance)) => {
                format!(", beyond {limit} and more than {tolerance}")
            }
            (Progress::OffCourse, None, Some(tolerance)) => format!(", more than {tolerance}"),
            _ => String::new(),
        }
    }

    fn shortfall(&self, miss: Decimal) -> String {
        let distance = self.distance(miss);
        match self.polarity {
            Polarity::Higher => format!("{distance} short"),
            Polarity::Lower => match &self.measure.unit {
                Some(Unit::Number | Unit::Count(_) | Unit::Time(_)) => {
                    format!("{distance} too many")
                }
                Some(unit) if unit.adds_up() => format!("{distance} too much"),
                _ => format!("{distance} too high"),
            },
            Polarity::Plan | Polarity::None => format!("{distance} away from it"),
        }
    }
}

/// A difference between percentages: "1 point", "2.5 points".
pub(super) fn points_text(amount: Amount, places: Option<u8>) -> String {
    let number = crate::terms::number_text(amount, places);
    let points = if number == "1" { "point" } else { "points" };
    format!("{number} {points}")
}
