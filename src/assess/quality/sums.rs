//! Parts against their total, and a fraction against its rate.

use rust_decimal::{Decimal, RoundingStrategy};

use super::case::Case;
use super::doubt::{Concern, DoubtKind};
use crate::model::{Content, Figure, Value};
use crate::terms::{Amount, Unit, figure_text, number_text};

/// Each figure of the row that is made of parts or is a fraction.
///
/// - Counts and money: the parts add up to the total, exactly for whole numbers, and otherwise to within half
///   of the last decimal place for each part and the total. With a part missing, the others are at most the
///   total.
/// - Percentages, rates and averages: the total lies between the smallest and the largest part, or is their sum.
/// - A fraction in percent: the rate is the fraction, rounded or cut off at the decimal places that it is
///   given with. Where the fraction counts something else, it can also be what is left of 100%.
pub(super) fn sums(case: &Case<'_>) -> Vec<Concern> {
    let measure = case.measure;
    let values = [
        ("The current figure", Some(&measure.current)),
        ("Last year's actual", Some(&measure.last_year)),
        ("The figure for the same period last year", measure.same_period_last_year.as_deref()),
        ("The figure for the quarter before", measure.previous_quarter.as_deref()),
    ];
    let mut concerns = Vec::new();
    for (called, value) in values {
        let Some(figure) = value.and_then(Value::figure) else { continue };
        let unit = figure.unit.as_ref().or(measure.unit.as_ref());
        concerns.extend(disagreement(figure, unit, measure.places).map(|what| {
            Concern::new(
                DoubtKind::DoesNotAddUp,
                format!("{called}: {what}"),
                "Correct whichever is wrong, or say in a note why they differ.",
            )
        }));
    }
    concerns
}

fn disagreement(figure: &Figure, unit: Option<&Unit>, places: Option<u8>) -> Option<String> {
    if figure.nearness.is_some() || figure.note.is_some() {
        return None;
    }
    match &figure.content {
        Content::Parts { parts, total: Some(total) } => of_parts(parts, *total, unit, places),
        Content::Fraction { numerator, denominator, rate: Some(rate), of }
            if unit == Some(&Unit::Percent) =>
        {
            of_fraction((*numerator, *denominator), *rate, of.as_deref())
        }
        _ => None,
    }
}

fn of_parts(
    parts: &[(String, Value)],
    total: Amount,
    unit: Option<&Unit>,
    places: Option<u8>,
) -> Option<String> {
    let mut amounts = Vec::with_capacity(parts.len());
    for (_, value) in parts {
        let Value::Figure(part) = value else { continue };
        let own = part.unit.as_ref().or(unit);
        if own != unit || part.nearness.is_some() {
            return None;
        }
        amounts.push(part.amount()?);
    }
    let all_given = amounts.len() == parts.len();
    let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, a| sum.checked_add(a.decimal()))?;
    let difference = total.decimal().checked_sub(sum)?;
    let slack = slack(amounts.iter().copied().chain([total]));
    let adds_up = difference.abs() <= slack;
    let shown = |amount: Decimal| figure_text(amount.into(), unit, places);
    if unit?.adds_up() {
        let too_much =
            difference < Decimal::ZERO && amounts.iter().all(|a| a.decimal() >= Decimal::ZERO);
        if adds_up || !(all_given || too_much) {
            return None;
        }
        let given = if all_given { "the parts" } else { "the parts that are given" };
        return Some(format!(
            "{given} add up to {}, and the total is {}.",
            shown(sum),
            shown(total.decimal())
        ));
    }
    let least = amounts.iter().map(|amount| amount.decimal()).min()?;
    let most = amounts.iter().map(|amount| amount.decimal()).max()?;
    let within = least.checked_sub(slack)? <= total.decimal()
        && total.decimal() <= most.checked_add(slack)?;
    (all_given && !within && !adds_up).then(|| {
        format!(
            "the total is {}, but it should lie between the smallest part, {}, and the largest, {}.",
            shown(total.decimal()),
            shown(least),
            shown(most)
        )
    })
}

/// What rounding can come to: nothing for whole numbers, else half of the last place for each of the figures.
pub(in crate::assess) fn slack(amounts: impl Iterator<Item = Amount>) -> Decimal {
    let mut coarsest = None;
    let mut any_decimals = false;
    let mut count: i64 = 0;
    for amount in amounts {
        let places = amount.places();
        any_decimals |= places > 0;
        coarsest = Some(coarsest.map_or(places, |coarsest: u32| coarsest.min(places)));
        count += 1;
    }
    match coarsest {
        Some(places) if any_decimals => {
            Decimal::try_new(5, places + 1).ok().and_then(|half| half.checked_mul(count.into()))
        }
        _ => None,
    }
    .unwrap_or(Decimal::ZERO)
}

fn of_fraction((top, bottom): (Amount, Amount), rate: Amount, of: Option<&str>) -> Option<String> {
    let share = top.decimal().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(bottom.decimal())?;
    let rest = Decimal::ONE_HUNDRED.checked_sub(share)?;
    let is = |share: Decimal| {
        let places = rate.places();
        let rounded = share.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
        rate.decimal() == rounded || rate.decimal() == share.trunc_with_scale(places)
    };
    if is(share) || (of.is_some() && is(rest)) {
        return None;
    }
    let shown = |number: Decimal| {
        let places = u8::try_from(rate.places().max(1)).unwrap_or(u8::MAX);
        number_text(number.into(), Some(places))
    };
    let fraction = format!("{} of {}", number_text(top, None), number_text(bottom, None));
    let rate_text = number_text(rate, None);
    Some(match of {
        None => format!("{fraction} is {}%, and {rate_text}% is given.", shown(share)),
        Some(_) => format!(
            "{fraction} is {}%, which leaves {}%, and {rate_text}% is given.",
            shown(share),
            shown(rest)
        ),
    })
}
