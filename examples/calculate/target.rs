//! Targets and tolerances as people write them into cells.

use quarterlight::app::number;
use quarterlight::model::Tolerance;
use quarterlight::terms::{Amount, Keyword, Polarity, Unit};

/// What the words around a target say of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bound {
    /// Which way they ask to go.
    polarity: Polarity,
    /// Whether the number itself is not enough.
    pub(crate) strict: bool,
}

const fn bound(polarity: Polarity, strict: bool) -> Bound {
    Bound { polarity, strict }
}

const MOST: Bound = bound(Polarity::Lower, false);
const LESS: Bound = bound(Polarity::Lower, true);
const LEAST: Bound = bound(Polarity::Higher, false);
const MORE: Bound = bound(Polarity::Higher, true);

/// What stands before a number; a longer one before its own beginning.
const BEFORE: [(&str, Bound); 20] = [
    ("<=", MOST),
    ("\u{2264}", MOST),
    ("at most", MOST),
    ("no more than", MOST),
    ("not more than", MOST),
    ("up to", MOST),
    ("<", LESS),
    ("fewer than", LESS),
    ("less than", LESS),
    ("below", LESS),
    ("under", LESS),
    (">=", LEAST),
    ("\u{2265}", LEAST),
    ("at least", LEAST),
    ("no fewer than", LEAST),
    ("no less than", LEAST),
    (">", MORE),
    ("more than", MORE),
    ("above", MORE),
    ("over", MORE),
];

const BEHIND: [(&str, Bound); 4] =
    [("or fewer", MOST), ("or less", MOST), ("or more", LEAST), ("or above", LEAST)];

/// A target without the words around it, and what they say: “fewer than 85” is strict, “85 or fewer” is not.
pub(crate) fn bounded(text: &str) -> (String, Option<Bound>) {
    let lower = text.trim().to_lowercase();
    let before = BEFORE.iter().find_map(|(words, bound)| Some((lower.strip_prefix(words)?, bound)));
    let behind =
        || BEHIND.iter().find_map(|(words, bound)| Some((lower.strip_suffix(words)?, bound)));
    match before.or_else(behind) {
        Some((number, bound)) => (number.trim().to_owned(), Some(*bound)),
        None => (text.trim().to_owned(), None),
    }
}

impl Bound {
    /// What is said where it asks for the other way than the polarity.
    pub(crate) fn contradicts(self, polarity: Option<Polarity>) -> Option<String> {
        let other = polarity.filter(|other| !matches!(other, Polarity::None))?;
        (other != self.polarity).then(|| {
            format!(
                "asks for a {} figure, and the polarity is “{}”: correct one of them",
                self.polarity.word(),
                other.word()
            )
        })
    }
}

/// A tolerance in one of its units.
#[derive(Clone, Debug)]
pub(crate) struct Size {
    /// The tolerance.
    pub(crate) tolerance: Tolerance,
    /// Its number.
    pub(crate) amount: Amount,
    /// The measure's unit, as far as this says it: points are for percentages.
    pub(crate) sign: Option<Unit>,
}

const NOT_A_SIZE: &str = "is not a number that is 0 or more: write 5 or 5% for percent of the target, 5 points or 5pp for percentage points, and £5 or 5 units for the unit of the target";

/// The measure's own tolerance.
///
/// # Errors
///
/// Says what could be written.
pub(crate) fn tolerance(text: &str) -> Result<Size, String> {
    let lower = text.trim().to_lowercase();
    let behind = |ends: &[&str]| ends.iter().find_map(|end| lower.strip_suffix(end));
    let points = ["percentage points", "percentage point", "% points", "points", "point", "pp"];
    let read = |text: &str, sign: Option<Unit>| {
        let typed = number(text).ok().flatten()?;
        let is_good = typed.unit == sign && !typed.amount.decimal().is_sign_negative();
        is_good.then_some(typed.amount)
    };
    let given = if let Some(number) = behind(&points) {
        read(number, None).map(|size| (size, Tolerance::Points(size), Some(Unit::Percent)))
    } else if let Some(number) = behind(&["units", "unit"]) {
        read(number, None).map(|size| (size, Tolerance::Amount(size), None))
    } else if let Some(size) = read(&lower, Some(Unit::Pounds)) {
        Some((size, Tolerance::Amount(size), Some(Unit::Pounds)))
    } else {
        let number = behind(&["of the target", "of target"]).unwrap_or(&lower);
        let size = read(number, Some(Unit::Percent)).or_else(|| read(number, None));
        size.map(|size| (size, Tolerance::PercentOfTarget(size), None))
    };
    let (amount, tolerance, sign) = given.ok_or(NOT_A_SIZE)?;
    Ok(Size { tolerance, amount, sign })
}
