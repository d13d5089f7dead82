//! Numbers of a working, as they are printed there.

use rust_decimal::Decimal;

use super::subject::Subject;
use crate::assess::words::points_text;
use crate::terms::{Amount, Unit, figure_text, number_text, rounded, working_places};

/// Beyond what anyone writes. A division that does not end is cut here, so that 100 ÷ (4 ÷ 12) is 300.
const PLACES: u8 = 12;

/// A number without its unit, as it stands in a sum; a fraction to two more places than it is printed with.
pub(super) fn plain(amount: Amount) -> String {
    number_text(amount, working_places(amount))
}

/// The same with every place that it has: a sum comes to what is printed only with all of them.
pub(super) fn in_full(amount: Amount) -> String {
    number_text(amount, u8::try_from(amount.places()).ok())
}

/// A number that was worked out: in full where it is short, otherwise to `places`.
pub(super) fn worked_out(decimal: Decimal, places: u32) -> Amount {
    let exact = decimal.normalize();
    if exact.scale() <= places {
        return exact.into();
    }
    rounded(decimal, u8::try_from(places).unwrap_or(PLACES)).into()
}

/// A share as a percentage: "44.62%".
pub(super) fn percent(share: Decimal) -> String {
    percent_to(share, 2)
}

/// A number with as many places, at least so many, as it takes for what is worked out `with` it to come to what is `printed`
/// to some places.
pub(super) fn long_enough(
    decimal: Decimal,
    least: u32,
    (printed, places): (Decimal, u32),
    with: &dyn Fn(Decimal) -> Option<Decimal>,
) -> Amount {
    let printed = worked_out(printed, places);
    let mut longer = (least..=u32::from(PLACES)).map(|places| worked_out(decimal, places));
    let comes_out = |longer: &Amount| {
        with(longer.decimal()).is_some_and(|one| worked_out(one, places) == printed)
    };
    longer.find(comes_out).unwrap_or_else(|| worked_out(decimal, least))
}

/// How many places of a fraction make two of it in percent.
pub(super) const FRACTION: u32 = 4;

/// A fraction with all of its places as a percentage.
pub(super) fn percent_in_full(fraction: Amount) -> String {
    percent_to(fraction.decimal(), fraction.places().saturating_sub(2))
}

fn percent_to(share: Decimal, places: u32) -> String {
    let hundredfold = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(Decimal::MAX);
    format!("{}%", plain(worked_out(hundredfold, places)))
}

pub(super) fn cut(decimal: Decimal) -> Decimal {
    rounded(decimal, PLACES).normalize()
}

/// A movement with its unit: points between percentages.
pub(super) fn moved_text(subject: &Subject<'_>, amount: Amount) -> String {
    match &subject.measure.unit {
        Some(Unit::Percent) => points_text(amount, None),
        unit => figure_text(amount, unit.as_ref(), None),
    }
}
