//! Numbers as people type them.

use super::Input;
use crate::terms::{Amount, AmountError, Unit};

/// A number as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The number.
    pub amount: Amount,
    /// The unit whose sign was typed with it: `%` or `£`.
    pub unit: Option<Unit>,
}

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// It is not a number.
    NotANumber,
    /// Its commas or spaces do not stand between thousands, so that 6,3 could be 63 or 6.3.
    Grouping,
    /// It has more digits than can be held exactly.
    TooLong,
    /// It cannot be negative.
    Negative,
    /// Its sign is another unit's than the measure's.
    OtherUnit {
        /// The unit of the sign.
        typed: Unit,
        /// The measure's.
        unit: Unit,
    },
    /// What is typed there is for the same quarter, and is another figure.
    Differs(Input),
}

/// The number that was typed; none where nothing was. Commas and spaces may stand between thousands, `£`
/// before the number and `%` behind it.
///
/// # Errors
///
/// It is not a number, or not one that can only be read in one way.
pub fn number(text: &str) -> Result<Option<Typed>, Slip> {
    let text: String = text
        .trim()
        .chars()
        .map(|c| match c {
            // What word processors make of a minus.
            '\u{2212}' | '\u{2013}' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    if text.is_empty() {
        return Ok(None);
    }
    let (mut rest, mut negative, mut unit) = (text.as_str(), false, None);
    loop {
        if let Some(after) = rest.strip_prefix('-').filter(|_| !negative) {
            (rest, negative) = (after, true);
        } else if let Some(after) = rest.strip_prefix('£').filter(|_| unit.is_none()) {
            (rest, unit) = (after, Some(Unit::Pounds));
        } else if let Some(before) = rest.strip_suffix('%').filter(|_| unit.is_none()) {
            (rest, unit) = (before, Some(Unit::Percent));
        } else {
            break;
        }
        rest = rest.trim();
    }
    let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = whole.split([',', ' ']).collect();
    if !digits(fraction)
        || !groups.iter().all(|group| digits(group))
        || (whole.is_empty() && fraction.is_empty())
    {
        return Err(Slip::NotANumber);
    }
    if let [first, others @ ..] = groups.as_slice()
        && !others.is_empty()
        && (!(1..=3).contains(&first.len()) || others.iter().any(|group| group.len() != 3))
    {
        return Err(Slip::Grouping);
    }
    let sign = if negative { "-" } else { "" };
    let whole = if whole.is_empty() { "0".to_owned() } else { groups.concat() };
    let point = if fraction.is_empty() { "" } else { "." };
    let amount =
        format!("{sign}{whole}{point}{fraction}").parse().map_err(|error| match error {
            AmountError::NotANumber => Slip::NotANumber,
            AmountError::TooLarge | AmountError::TooPrecise => Slip::TooLong,
        })?;
    Ok(Some(Typed { amount, unit }))
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("84", "84", None)]
    #[test_case("84.10", "84.10", None; "decimal places are kept")]
    #[test_case(" 84 ", "84", None; "spaces around it")]
    #[test_case("84.", "84", None; "on the way to a decimal place")]
    #[test_case(".5", "0.5", None; "no digit before the point")]
    #[test_case("0", "0", None; "zero is a number")]
    #[test_case("1,234", "1234", None; "a comma between thousands")]
    #[test_case("1 234 567.8", "1234567.8", None; "spaces between thousands")]
    #[test_case("1\u{a0}234", "1234", None; "a space that does not break")]
    #[test_case("£1,234", "1234", Some(&Unit::Pounds); "pounds")]
    #[test_case("-£5", "-5", Some(&Unit::Pounds); "a minus before the pound sign")]
    #[test_case("£ -5", "-5", Some(&Unit::Pounds); "and after it")]
    #[test_case("\u{2212}0.5", "-0.5", None; "a printed minus")]
    #[test_case("84 %", "84", Some(&Unit::Percent); "percent")]
    #[test_case("007", "7", None; "zeros in front")]
    fn reads(text: &str, amount: &str, unit: Option<&Unit>) {
        let typed = number(text).ok().flatten();
        let shown = typed.as_ref().map(|typed| typed.amount.to_string());
        assert_eq!(shown.as_deref(), Some(amount));
        assert_eq!(typed.and_then(|typed| typed.unit).as_ref(), unit);
    }

    #[test_case(""; "nothing")]
    #[test_case("  "; "spaces")]
    fn nothing_is_not_zero(text: &str) {
        assert_eq!(number(text), Ok(None));
    }

    #[test_case("abc", Slip::NotANumber; "words")]
    #[test_case("84 per cent", Slip::NotANumber; "a number with words")]
    #[test_case("-", Slip::NotANumber; "only a sign")]
    #[test_case(".", Slip::NotANumber; "only a point")]
    #[test_case("--5", Slip::NotANumber; "two signs")]
    #[test_case("£5%", Slip::NotANumber; "two units")]
    #[test_case("1.2.3", Slip::NotANumber; "two points")]
    #[test_case("1e5", Slip::NotANumber; "an exponent")]
    #[test_case("2/516", Slip::NotANumber; "a fraction")]
    #[test_case("٣", Slip::NotANumber; "digits of another script")]
    #[test_case("6,3", Slip::Grouping; "a comma for a point")]
    #[test_case("1,2345", Slip::Grouping; "a comma in the wrong place")]
    #[test_case("1234,567", Slip::Grouping; "a comma that came late")]
    #[test_case("123456789012345678901234567890", Slip::TooLong; "thirty digits")]
    #[test_case("0.00000000000000000000000000001", Slip::TooLong; "29 decimal places")]
    fn refuses(text: &str, slip: Slip) {
        assert_eq!(number(text), Err(slip));
    }
}
