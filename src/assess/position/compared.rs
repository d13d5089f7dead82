//! A figure beside what it is held against, and how far it is from it.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::super::course::Course;
use super::super::verdict::Reason;
use super::super::words::points_text;
use crate::model::{Condition, Level, Limit, Measure, Rule, Size, Tolerance};
use crate::terms::{Against, Amount, Polarity, Unit, as_printed, figure_text, working_places};

/// How far a figure may miss by the measure's own bounds.
#[derive(Clone, Copy)]
pub(super) enum Bound {
    Floor(Amount),
    Ceiling(Amount),
}

/// A figure beside what it is held against.
pub(super) struct Compared<'m> {
    pub(super) measure: &'m Measure,
    pub(super) level: &'m Level,
    pub(super) polarity: Polarity,
    pub(super) value: Amount,
    pub(super) course: &'m Course,
    pub(super) rule: &'m Rule,
    /// How many decimal places a sentence prints at least; none where figures stand as they were written.
    pub(super) places: Option<u8>,
    /// On which side of the value the figure lies, where that is only a bound.
    pub(super) beyond: Option<Beyond>,
}

/// On which side of a bound a figure lies: by however little, never on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beyond {
    Better,
    Worse,
}

impl Compared<'_> {
    /// By how much the figure misses; zero or less if it does not.
    pub(super) fn miss(&self) -> Result<Decimal, Reason> {
        let (value, course) = (self.value.decimal(), self.course.amount.decimal());
        let difference = match self.polarity {
            Polarity::Higher => course.checked_sub(value),
            Polarity::Lower => value.checked_sub(course),
            Polarity::Plan | Polarity::None => value.checked_sub(course).map(|d| d.abs()),
        };
        difference.ok_or_else(Reason::too_large)
    }

    pub(super) fn is_met(&self, miss: Decimal) -> bool {
        match (miss.cmp(&Decimal::ZERO), self.beyond) {
            (Ordering::Less, _) | (Ordering::Equal, Some(Beyond::Better)) => true,
            (Ordering::Equal, None) => !self.level.strict,
            (Ordering::Greater, _) | (Ordering::Equal, Some(Beyond::Worse)) => false,
        }
    }

    /// Whether a distance from the target is within a limit.
    pub(super) fn is_short_of(&self, distance: Decimal, size: Decimal, exclusive: bool) -> bool {
        let is_beyond = self.beyond == Some(Beyond::Worse);
        if exclusive || is_beyond { distance < size } else { distance <= size }
    }

    /// The measure's own floor or ceiling, whichever bounds a miss on this side of the target.
    pub(super) fn bound(&self) -> Option<Bound> {
        let (floor, ceiling) =
            (self.course.floor.map(Bound::Floor), self.course.ceiling.map(Bound::Ceiling));
        match self.polarity {
            Polarity::Higher => floor,
            Polarity::Lower => ceiling,
            Polarity::Plan | Polarity::None => match self.value.cmp(&self.course.amount) {
                Ordering::Less => floor,
                // On a plan that has to be passed: as near as can be, and on neither side.
                Ordering::Equal => floor.or(ceiling),
                Ordering::Greater => ceiling,
            },
        }
    }

    pub(super) fn is_within(&self, bound: Bound) -> bool {
        let (Bound::Floor(limit) | Bound::Ceiling(limit)) = bound;
        match (self.value.cmp(&limit), bound) {
            (Ordering::Equal, _) => self.beyond != Some(Beyond::Worse),
            (way, Bound::Floor(_)) => way == Ordering::Greater,
            (way, Bound::Ceiling(_)) => way == Ordering::Less,
        }
    }

    /// The distance that a limit gives; none if it is not one for this measure: points are for percentages.
    pub(super) fn tolerance(&self, limit: Limit) -> Result<Option<Tolerance>, Reason> {
        let tolerance = match limit.size {
            Size::Given(tolerance) => tolerance,
            Size::Own => self.own_tolerance().ok_or_else(|| self.no_tolerance())?,
        };
        let is_percentage = self.measure.is_percentage();
        Ok(Some(tolerance)
            .filter(|tolerance| is_percentage || !matches!(tolerance, Tolerance::Points(_))))
    }

    /// The measure's own tolerance. Where none is given, a target of 0 leaves none: it is met or it is not.
    pub(super) fn own_tolerance(&self) -> Option<Tolerance> {
        let nothing = || Tolerance::PercentOfTarget(Decimal::ZERO.into());
        let given = self.level.tolerance.or(self.rule.tolerance);
        given.or_else(|| self.course.amount.decimal().is_zero().then(nothing))
    }

    fn no_tolerance(&self) -> Reason {
        let missed = match self.miss() {
            Ok(miss) if self.is_met(miss) => "",
            _ => "the target is missed, and ",
        };
        let needs = "the rule needs the measure's own tolerance, which is not given";
        Reason::new("No tolerance", format!("{missed}{needs}"))
    }

    /// There is neither floor nor ceiling on the side of the target on which it is missed.
    pub(super) fn no_bound(&self) -> Reason {
        let (short, bound, given) = match self.polarity {
            Polarity::Higher => ("No floor", "floor", false),
            Polarity::Lower => ("No ceiling", "ceiling", false),
            _ if self.value < self.course.amount => {
                ("No floor", "floor", self.course.ceiling.is_some())
            }
            _ => ("No ceiling", "ceiling", self.course.floor.is_some()),
        };
        let side = if bound == "floor" { "below" } else { "above" };
        let clause = if given {
            format!(
                "the figure is {side} the target, and the rule needs the measure's {bound} on that side, which is not given"
            )
        } else {
            format!(
                "the target is missed, and the rule needs the measure's {bound}, which is not given"
            )
        };
        Reason::new(short, clause)
    }

    /// A tolerance as a number in the measure's unit.
    pub(super) fn size(&self, tolerance: Tolerance) -> Result<Decimal, Reason> {
        match tolerance {
            Tolerance::PercentOfTarget(percent) => self
                .course
                .amount
                .decimal()
                .abs()
                .checked_mul(percent.decimal())
                .and_then(|product| product.checked_div(Decimal::ONE_HUNDRED))
                .ok_or_else(Reason::too_large),
            Tolerance::Points(amount) | Tolerance::Amount(amount) => Ok(amount.decimal()),
        }
    }

    pub(super) fn subtraction(&self) -> String {
        let (value, course) =
            (self.measure.working_text(self.value), self.measure.working_text(self.course.amount));
        match self.polarity {
            Polarity::Higher => format!("{course} − {value}"),
            Polarity::Lower => format!("{value} − {course}"),
            Polarity::Plan | Polarity::None => {
                format!("the distance between {value} and {course}")
            }
        }
    }

    /// How many decimal places the sentence prints: as many as that, or more where the figures would then not come to
    /// their difference, the difference not be seen to be other than nothing and than a limit, or what is exactly met be
    /// shown as another number than it is.
    pub(super) fn places(&self) -> Option<u8> {
        let (value, course) = (self.value, self.course.amount);
        let Some(miss) = value.decimal().checked_sub(course.decimal()) else {
            return self.places;
        };
        let limits = self.limits();
        let is_clear = |places: &Option<u8>| {
            let shown = |decimal: Decimal| as_printed(Amount::from(decimal), *places);
            let size = shown(miss.abs());
            shown(value.decimal()) - shown(course.decimal()) == shown(miss)
                && if miss.is_zero() {
                    shown(value.decimal()) == value.decimal()
                } else {
                    !size.is_zero()
                }
                && limits.iter().all(|limit| *limit == miss.abs() || shown(*limit) != size)
        };
        let least = self.places;
        let first = if self.measure.unit == Some(Unit::Pounds) { 2 } else { 1 };
        let more = (least.map_or(first, |places| (places + 1).max(first))..=12).map(Some);
        // What was projected was not written.
        let written = (self.rule.against != Against::Projection).then_some(None);
        [least].into_iter().chain(written).chain(more).find(is_clear).flatten()
    }

    /// The distances at which the rule's limits lie.
    fn limits(&self) -> Vec<Decimal> {
        let limit = |condition: &Condition| match condition {
            Condition::MissedBy(limit) | Condition::AwayBy(limit) | Condition::BeatenBy(limit) => {
                self.size(self.tolerance(*limit).ok()??).ok()
            }
            _ => None,
        };
        self.rule.bands.iter().flat_map(|band| &band.conditions).filter_map(limit).collect()
    }

    /// A figure in the measure's unit, as the sentence prints it.
    pub(super) fn shown(&self, amount: Amount) -> String {
        figure_text(amount, self.measure.unit.as_ref(), self.places())
    }

    /// A difference between two figures: points between percentages, otherwise the measure's unit.
    pub(super) fn distance(&self, difference: Decimal) -> String {
        self.difference(difference, self.places())
    }

    /// The same in the working.
    pub(super) fn full_distance(&self, difference: Decimal) -> String {
        let difference = difference.normalize();
        self.difference(difference, working_places(difference.into()))
    }

    fn difference(&self, difference: Decimal, places: Option<u8>) -> String {
        let amount = Amount::from(difference.abs());
        match &self.measure.unit {
            Some(Unit::Percent) => points_text(amount, places),
            unit => figure_text(amount, unit.as_ref(), places),
        }
    }

    /// How far the figure is from its target: of one that is only a bound, "more than 3".
    pub(super) fn gap(&self, distance: &str) -> String {
        let than = if self.beyond.is_some() { "more than " } else { "" };
        format!("{than}{distance}")
    }

    /// "2.5 points short", "3 too many"
    pub(super) fn shortfall(&self, miss: Decimal) -> String {
        let distance = self.gap(&self.distance(miss));
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
