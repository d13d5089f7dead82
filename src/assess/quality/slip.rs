//! Two figures of a row that are 10, 100 or 1,000 times apart: a decimal point or a unit slipped.

use rust_decimal::Decimal;

use super::super::words::sentence;
use super::case::{Case, Number};
use super::doubt::{Concern, DoubtKind};
use crate::terms::Unit;

/// The factors of a slip, each with what the smaller figure then is of the larger.
const FACTORS: [(i64, &str); 3] = [(10, "a tenth"), (100, "a hundredth"), (1_000, "a thousandth")];

/// Near a factor: from 75% of it to 125% of it, both included.
const NEAR: (i64, i64) = (75, 125);

/// The smaller of two whole numbers must be at least this for a factor of 10: 3 exclusions after 30, or 10%
/// towards 100%, happen without a slip.
const WHOLE_TENTH: i64 = 20;

/// … and this for a larger factor: 5 places after 500 happen too.
const WHOLE_SMALLER: i64 = 10;

/// With decimal places, the smaller must be written with two figures for a factor of 10: between 0.3% and
/// 2.5% lies nothing but a bad year.
const TWO_FIGURES: i128 = 10;

/// The current figure, the target and last year's actual, two by two; one doubt for a row.
///
/// By a factor of 10, two figures are only doubted where there is no third, or where the third is within a
/// factor of 2 of one of them, so that the other is the odd one out. Part of a year's count is held against
/// as large a part of the year's figure, and then only for factors from 100: within the year counts are
/// seldom even. Counts for another period than the column's are left out.
pub(super) fn slip(case: &Case<'_>) -> Vec<Concern> {
    let current = case.current().filter(is_of_the_column);
    let target = case.target();
    let last_year = case.last_year().filter(is_of_the_column);
    let months = case.months();
    let all = [(current, months), (target, 12), (last_year, 12)];
    let all: Vec<(Number<'_>, i64)> = all
        .into_iter()
        .filter_map(|(number, months)| Some((number?, months)))
        .filter(|(number, _)| !number.decimal().is_zero())
        .collect();
    for (index, a) in all.iter().enumerate() {
        for (other, b) in all.iter().enumerate().skip(index + 1) {
            let third =
                all.iter().enumerate().find(|(place, _)| *place != index && *place != other);
            if let Some(concern) = apart(a, b, third.map(|(_, third)| third)) {
                return vec![concern];
            }
        }
    }
    Vec::new()
}

fn is_of_the_column(number: &Number<'_>) -> bool {
    number.covers.is_none() || !number.unit.is_some_and(Unit::adds_up)
}

fn apart(
    a: &(Number<'_>, i64),
    b: &(Number<'_>, i64),
    third: Option<&(Number<'_>, i64)>,
) -> Option<Concern> {
    if a.0.unit != b.0.unit || a.0.decimal().is_sign_negative() != b.0.decimal().is_sign_negative()
    {
        return None;
    }
    let (year_a, year_b) = (whole_year(a)?, whole_year(b)?);
    let ((small, smaller), (large, larger)) =
        if year_a <= year_b { ((a, year_a), (b, year_b)) } else { ((b, year_b), (a, year_a)) };
    let (factor, share) =
        FACTORS.into_iter().find(|(factor, _)| is_near(smaller, larger, *factor))?;
    let is_part = a.1 != b.1;
    if is_chance(&small.0, &large.0, factor) || (factor == 10 && is_part) {
        return None;
    }
    if factor == 10
        && let Some(third) = third
    {
        let third = whole_year(third)?;
        if !are_close(third, smaller) && !are_close(third, larger) {
            return None;
        }
    }
    let part = if is_part { ", even for the months that it covers" } else { "" };
    let what = format!(
        "{}, {}, is about {share} of {}, {}{part}.",
        sentence(&small.0.called),
        small.0.text(),
        large.0.called,
        large.0.text()
    );
    Some(Concern::new(DoubtKind::UnitSlip, what, "Check the decimal point and the unit of both."))
}

/// The size of a number, brought to the whole year.
fn whole_year((number, months): &(Number<'_>, i64)) -> Option<Decimal> {
    let size = number.decimal().abs();
    if *months == 12 {
        return Some(size);
    }
    size.checked_mul(Decimal::from(12))?.checked_div(Decimal::from(*months))
}

fn is_near(smaller: Decimal, larger: Decimal, factor: i64) -> bool {
    let times = |percent: i64| smaller.checked_mul(Decimal::from(factor * percent));
    let (Some(least), Some(most), Some(larger)) =
        (times(NEAR.0), times(NEAR.1), larger.checked_mul(Decimal::ONE_HUNDRED))
    else {
        return false;
    };
    least <= larger && larger <= most
}

fn are_close(a: Decimal, b: Decimal) -> bool {
    let twice = |number: Decimal| number.checked_mul(Decimal::TWO);
    twice(a).is_some_and(|twice| twice >= b) && twice(b).is_some_and(|twice| twice >= a)
}

/// Whether the figures are so small or so round that they can be that far apart by chance.
fn is_chance(small: &Number<'_>, large: &Number<'_>, factor: i64) -> bool {
    let (smaller, larger) = (small.decimal().abs().normalize(), large.decimal().normalize());
    if smaller.scale() == 0 && larger.scale() == 0 {
        let least = if factor == 10 { WHOLE_TENTH } else { WHOLE_SMALLER };
        return smaller < Decimal::from(least);
    }
    factor == 10 && smaller.mantissa() < TWO_FIGURES
}
