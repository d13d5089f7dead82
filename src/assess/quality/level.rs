//! A number of a sentence that states a level in a unit.

use rust_decimal::{Decimal, RoundingStrategy};

use super::words::words;
use crate::terms::{Amount, Unit};

/// What may follow a count for it to be the whole of the statement: "is now 57 against 75".
const MAY_FOLLOW: [&str; 16] = [
    "after",
    "against",
    "and",
    "as",
    "at",
    "but",
    "compared",
    "despite",
    "following",
    "for",
    "from",
    "in",
    "this",
    "when",
    "which",
    "with",
];

/// What may not follow a number that states a level: it makes it a change, a share or a bound.
const CHANGES: [&str; 14] = [
    "above", "and", "below", "fewer", "higher", "less", "lower", "more", "of", "or", "out",
    "point", "points", "to",
];

/// Words for a number that is a share or a rate, and for one that is a count.
const RATES: [&str; 3] = ["percentage", "proportion", "rate"];
const COUNTS: [&str; 3] = ["count", "number", "numbers"];

/// The number at a word, where it is a level in this unit.
pub(super) fn number_at(
    said: &[String],
    place: usize,
    unit: Option<&Unit>,
    title: &str,
) -> Option<Amount> {
    let word = said.get(place)?;
    let next = said.get(place + 1).map(String::as_str);
    let after_next = said.get(place + 2).map(String::as_str);
    let (sign, word) = match word.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", word.as_str()),
    };
    let bare = word.trim_start_matches('£').trim_end_matches('%');
    let is_spelt = matches!((next, after_next), (Some("per"), Some("cent")) | (Some("percent"), _));
    let is_percent = word.ends_with('%') || is_spelt;
    let fits = match unit {
        Some(Unit::Percent) => is_percent && !word.starts_with('£'),
        Some(Unit::Pounds) => word.starts_with('£') && !is_percent,
        Some(Unit::ThousandPounds | Unit::Points) => false,
        _ => !word.starts_with('£') && !is_percent && is_called(said, place, unit),
    };
    let is_number = bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
    if !fits || !is_number {
        return None;
    }
    let next = match (is_spelt, next) {
        (true, Some("per")) => said.get(place + 3).map(String::as_str),
        (true, _) => after_next,
        (false, next) => next,
    };
    let follows = match next {
        None => true,
        Some("of") if is_percent => true,
        Some(next) if CHANGES.contains(&next) => is_percent && next == "and",
        Some(_) if is_percent || unit == Some(&Unit::Pounds) => true,
        // Of a count, what it counts must be what the measure counts.
        Some(next) => {
            MAY_FOLLOW.contains(&next)
                || words(title).iter().any(|titled| stem(titled) == stem(next))
                || unit.is_some_and(|unit| words(&unit.to_string()).iter().any(|w| w == next))
        }
    };
    let amount = format!("{sign}{}", bare.replace(',', ""));
    let amount: Amount = amount.parse().ok().filter(|_| follows)?;
    let is_year = amount.places() == 0
        && !word.contains(',')
        && (Decimal::from(1900)..=Decimal::from(2100)).contains(&amount.decimal());
    (!is_year || is_percent).then_some(amount)
}

/// Whether a bare number is called what the unit is: a rate, a count, or neither.
fn is_called(said: &[String], place: usize, unit: Option<&Unit>) -> bool {
    let named = |names: &[&str]| said[..place].iter().any(|word| names.contains(&word.as_str()));
    match unit {
        None => true,
        Some(Unit::Per(base)) => {
            if said.get(place + 1).is_some_and(|word| word == "per") {
                said.get(place + 2) == words(base).first()
            } else {
                named(&["rate"]) && !named(&COUNTS)
            }
        }
        Some(Unit::Number | Unit::Count(_)) => !named(&RATES),
        Some(_) => !named(&RATES) && !named(&COUNTS),
    }
}

/// Whether a number is the one that is quoted, rounded or cut off to its places.
pub(super) fn is_same(known: Decimal, quote: Amount) -> bool {
    let places = quote.places();
    let quote = quote.decimal();
    known.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero) == quote
        || known.trunc_with_scale(places) == quote
}

/// What stands behind a number and its unit, however that is written: "per cent", "per 10,000".
pub(super) fn past_unit<'s>(behind: &'s [String], unit: Option<&Unit>) -> &'s [String] {
    let is_base = |word: &str| word == "cent" || matches!(unit, Some(Unit::Per(_)));
    match behind {
        [per, base, rest @ ..] if per == "per" && is_base(base) => rest,
        [percent, rest @ ..] if percent == "percent" => rest,
        all => all,
    }
}

/// What a word has in common with its plural.
pub(super) fn stem(word: &str) -> &str {
    word.char_indices().nth(5).map_or(word, |(end, _)| &word[..end])
}
