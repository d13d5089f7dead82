//! Exact numbers.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

/// A number exactly as it was written: 84.10 keeps its two decimal places and is not 84.09999.
///
/// ```
/// use quarterlight::terms::Amount;
/// let amount: Amount = "84.10".parse()?;
/// assert_eq!(amount.to_string(), "84.10");
/// # Ok::<(), quarterlight::terms::AmountError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

/// Why a number cannot be held exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// Not a number at all.
    NotANumber,
    /// Beyond 28 digits.
    TooLarge,
    /// More decimal places than can be held exactly.
    TooPrecise,
}

impl Amount {
    /// The number as a decimal, for arithmetic.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// How many decimal places it was written with.
    #[must_use]
    pub fn places(self) -> u32 {
        self.0.scale()
    }
}

impl From<Decimal> for Amount {
    fn from(decimal: Decimal) -> Self {
        Self(decimal)
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Amount {
    type Err = AmountError;

    /// Reads a number as JSON writes it.
    fn from_str(text: &str) -> Result<Self, AmountError> {
        let sign = text.bytes().position(|byte| matches!(byte, b'e' | b'E'));
        let Some((digits, exponent)) = sign.map(|sign| (&text[..sign], &text[sign + 1..])) else {
            return decimal(text).map(Self);
        };
        let mantissa = decimal(digits)?;
        // An exponent with too many digits for an i32 is itself out of range.
        let exponent: i32 = match exponent.parse() {
            Ok(exponent) => exponent,
            Err(_)
                if exponent.trim_start_matches(['-', '+']).bytes().all(|b| b.is_ascii_digit()) =>
            {
                return Err(if exponent.starts_with('-') {
                    AmountError::TooPrecise
                } else {
                    AmountError::TooLarge
                });
            }
            Err(_) => return Err(AmountError::NotANumber),
        };
        shift(mantissa, exponent).map(Self)
    }
}

fn decimal(digits: &str) -> Result<Decimal, AmountError> {
    Decimal::from_str_exact(digits).map_err(|error| match error {
        rust_decimal::Error::ExceedsMaximumPossibleValue => AmountError::TooLarge,
        rust_decimal::Error::Underflow => AmountError::TooPrecise,
        _ if is_plain_number(digits) => AmountError::TooLarge,
        _ => AmountError::NotANumber,
    })
}

fn is_plain_number(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
        && text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b'-')
}

/// `mantissa` × 10^`exponent`, exactly or not at all.
fn shift(mut mantissa: Decimal, exponent: i32) -> Result<Decimal, AmountError> {
    if mantissa.is_zero() && exponent > 0 {
        return Ok(Decimal::ZERO);
    }
    let scale = i64::from(mantissa.scale()) - i64::from(exponent);
    if let Ok(scale) = u32::try_from(scale) {
        return mantissa.set_scale(scale).map(|()| mantissa).map_err(|_| AmountError::TooPrecise);
    }
    mantissa.set_scale(0).map_err(|_| AmountError::TooLarge)?;
    for _ in scale..0 {
        mantissa = mantissa.checked_mul(Decimal::TEN).ok_or(AmountError::TooLarge)?;
    }
    Ok(mantissa)
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("84.10", Ok("84.10"); "decimal places are kept")]
    #[test_case("-0.5", Ok("-0.5"); "negative")]
    #[test_case("0", Ok("0"); "zero is a number")]
    #[test_case("1e3", Ok("1000"); "an exponent")]
    #[test_case("1.25e1", Ok("12.5"); "an exponent within the decimals")]
    #[test_case("5e-3", Ok("0.005"); "a negative exponent")]
    #[test_case("1e400", Err(AmountError::TooLarge); "too large")]
    #[test_case("0e400", Ok("0"); "zero at any exponent")]
    #[test_case("1e99999999999", Err(AmountError::TooLarge); "an exponent beyond counting")]
    #[test_case("1e-99999999999", Err(AmountError::TooPrecise); "a negative exponent beyond counting")]
    #[test_case("0.00000000000000000000000000001", Err(AmountError::TooPrecise); "29 decimal places")]
    #[test_case("123456789012345678901234567890", Err(AmountError::TooLarge); "30 digits")]
    #[test_case("NaN", Err(AmountError::NotANumber); "not a number")]
    #[test_case("", Err(AmountError::NotANumber); "nothing")]
    fn reads(text: &str, expected: Result<&str, AmountError>) {
        assert_eq!(text.parse::<Amount>().map(|a| a.to_string()), expected.map(str::to_owned));
    }

    #[test]
    fn an_exponent_cannot_keep_it_busy() {
        assert_eq!("1e2000000000".parse::<Amount>(), Err(AmountError::TooLarge));
        assert_eq!("0e2000000000".parse::<Amount>().map(|a| a.to_string()), Ok("0".to_owned()));
    }
}
