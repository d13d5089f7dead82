//! How numbers are printed: commas over 999, £ in front, the unit behind.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Amount, Unit};

/// More decimal places than anyone writes: a number that was worked out and does not end.
const ENDLESS: u32 = 12;

/// A number with commas, to `places` decimal places or, without, as it was written. One that was worked out
/// and does not end is printed to one place.
///
/// Halves are rounded away from zero, as people do on paper.
///
/// ```
/// use quarterlight::terms::{Amount, number_text};
/// let amount: Amount = "9259036.50".parse()?;
/// assert_eq!(number_text(amount, None), "9,259,036.50");
/// assert_eq!(number_text(amount, Some(0)), "9,259,037");
/// # Ok::<(), quarterlight::terms::AmountError>(())
/// ```
#[must_use]
pub fn number_text(amount: Amount, places: Option<u8>) -> String {
    let places = places_of(amount, places);
    let decimal = as_printed(amount, places);
    let text = decimal.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    // The decimal's own formatting panics where digits and places together are more than it can hold.
    let zeros = places.map_or(0, |places| usize::from(places).saturating_sub(fraction.len()));
    let fraction = format!("{fraction}{}", "0".repeat(zeros));
    let mut shown = String::with_capacity(text.len() + 6);
    if decimal.is_sign_negative() && !decimal.is_zero() {
        shown.push('-');
    }
    for (index, digit) in whole.char_indices() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    if !fraction.is_empty() {
        shown.push('.');
        shown.push_str(&fraction);
    }
    shown
}

/// A count with commas: "1,500".
#[must_use]
pub fn count_text(count: usize) -> String {
    number_text(Decimal::from(count).into(), None)
}

/// "1 measure", "1,500 measures"
#[must_use]
pub fn counted(count: usize, one: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{} {one}s", count_text(count)) }
}

/// The number that [`number_text`] prints.
#[must_use]
pub fn as_printed(amount: Amount, places: Option<u8>) -> Decimal {
    match places_of(amount, places) {
        Some(places) => rounded(amount.decimal(), places),
        None => amount.decimal(),
    }
}

/// The decimal places that [`number_text`] prints of a number as it was written.
#[must_use]
pub fn places_written(amount: Amount) -> u32 {
    places_of(amount, None).map_or(amount.places(), u32::from)
}

/// The decimal places of a number in the working of another: as it was written, and three of one that does not end or was
/// cut because it does not.
#[must_use]
pub fn working_places(amount: Amount) -> Option<u8> {
    (amount.places() >= ENDLESS).then_some(3)
}

fn places_of(amount: Amount, places: Option<u8>) -> Option<u8> {
    places.or((amount.places() > ENDLESS).then_some(1))
}

/// A number with its unit: "38%", "£9,259,036", "422 per 10,000", "20".
#[must_use]
pub fn figure_text(amount: Amount, unit: Option<&Unit>, places: Option<u8>) -> String {
    // Pence are two digits: £65.50.
    let has_pence = unit == Some(&Unit::Pounds) && amount.places() == 1;
    let number = number_text(amount, places.or(has_pence.then_some(2)));
    let Some(unit) = unit else { return number };
    let is_one = matches!(number.as_str(), "1" | "-1");
    let suffix = if is_one { unit.suffix_of_one() } else { unit.suffix() };
    if !unit.is_money() {
        return format!("{number}{suffix}");
    }
    match number.strip_prefix('-') {
        Some(number) => format!("-£{number}{suffix}"),
        None => format!("£{number}{suffix}"),
    }
}

/// A name within a sentence: with a small letter, unless it has capitals of its own, as "NHS standard met" has.
#[must_use]
pub fn in_sentence(name: &str) -> String {
    if name.chars().skip(1).any(char::is_uppercase) { name.to_owned() } else { name.to_lowercase() }
}

/// A number at the precision at which it is printed.
#[must_use]
pub fn rounded(decimal: Decimal, places: u8) -> Decimal {
    decimal.round_dp_with_strategy(u32::from(places), RoundingStrategy::MidpointAwayFromZero)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("84.10", None, "84.10"; "as written")]
    #[test_case("84.10", Some(1), "84.1"; "to one place")]
    #[test_case("84", Some(1), "84.0"; "a place is added")]
    #[test_case("0.25", Some(1), "0.3"; "halves away from zero")]
    #[test_case("-1234567", None, "-1,234,567"; "negative with commas")]
    #[test_case("79228162514264337593543950335", Some(6), "79,228,162,514,264,337,593,543,950,335.000000"; "every digit that can be held, and places")]
    #[test_case("-0.04", Some(1), "0.0"; "no negative zero")]
    #[test_case("999", None, "999"; "no comma up to 999")]
    fn prints(amount: &str, places: Option<u8>, expected: &str) {
        assert_eq!(number_text(amount.parse().unwrap(), places), expected);
    }

    #[test_case("Target met", "target met")]
    #[test_case("NHS standard met", "NHS standard met")]
    #[test_case("RAG: red", "RAG: red")]
    fn a_name_in_a_sentence_keeps_its_capitals(name: &str, expected: &str) {
        assert_eq!(in_sentence(name), expected);
    }

    #[test_case("-250000", &Unit::Pounds, "-£250,000")]
    #[test_case("65.5", &Unit::Pounds, "£65.50")]
    #[test_case("65", &Unit::Pounds, "£65")]
    #[test_case("38", &Unit::Percent, "38%")]
    #[test_case("422", &Unit::Per("10,000".into()), "422 per 10,000")]
    #[test_case("20504", &Unit::ThousandPounds, "£20,504k")]
    #[test_case("1", &Unit::Time("days"), "1 day")]
    #[test_case("-1", &Unit::Time("hours"), "-1 hour")]
    #[test_case("1.0", &Unit::Time("years"), "1.0 years")]
    #[test_case("11", &Unit::Time("weeks"), "11 weeks")]
    #[test_case("1", &Unit::Points, "1 percentage point")]
    #[test_case("1", &Unit::Tonnes("".into()), "1 tonne")]
    #[test_case("1", &Unit::Tonnes("CO2e per tonnes".into()), "1 tonne CO2e per tonnes")]
    #[test_case("1", &Unit::Per("10 classes".into()), "1 per 10 classes")]
    fn prints_with_unit(amount: &str, unit: &Unit, expected: &str) {
        assert_eq!(figure_text(amount.parse().unwrap(), Some(unit), None), expected);
    }
}
