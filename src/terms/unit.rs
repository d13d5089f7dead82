//! What a figure counts.

use super::has_turns;
use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

/// What a figure counts or measures. It is held apart from the figure: reports print `56` for 56%.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// `%`
    Percent,
    /// `percentage points`, for a gap or a change between percentages.
    Points,
    /// `£`
    Pounds,
    /// `£000`
    ThousandPounds,
    /// `number`: a plain count.
    Number,
    /// `number of children`: a count of something.
    Count(Rc<str>),
    /// `per 10,000 children`: a rate for so many of a population.
    Per(Rc<str>),
    /// `average cases per worker`: an average of something.
    Average(Rc<str>),
    /// `score`
    Score,
    /// `days`, `weeks`, `months`, `hours` or `years`.
    Time(&'static str),
    /// `tonnes CO2e`: tonnes of something.
    Tonnes(Rc<str>),
}

const TIMES: [&str; 5] = ["hours", "days", "weeks", "months", "years"];

impl Unit {
    /// The forms a file may use, for messages and suggestions.
    pub const FORMS: [&'static str; 15] = [
        "%",
        "percentage points",
        "£",
        "£000",
        "number",
        "number of …",
        "per 10,000 …",
        "average …",
        "score",
        "hours",
        "days",
        "weeks",
        "months",
        "years",
        "tonnes …",
    ];

    /// Whether figures for parts of a year add up to the year's: counts and money do, rates do not.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        matches!(
            self,
            Self::Number
                | Self::Count(_)
                | Self::Pounds
                | Self::ThousandPounds
                | Self::Time(_)
                | Self::Tonnes(_)
        )
    }

    /// What follows a figure in a sentence or a heading: "%" or " per 10,000"; nothing for counts.
    #[must_use]
    pub fn suffix(&self) -> String {
        match self {
            Self::Percent => "%".to_owned(),
            Self::Points => " percentage points".to_owned(),
            Self::ThousandPounds => "k".to_owned(),
            Self::Pounds | Self::Number | Self::Count(_) | Self::Score | Self::Average(_) => {
                String::new()
            }
            Self::Per(base) => format!(" per {base}"),
            Self::Time(word) => format!(" {word}"),
            Self::Tonnes(of) if of.is_empty() => " tonnes".to_owned(),
            Self::Tonnes(of) => format!(" tonnes {of}"),
        }
    }

    /// The same behind a single one: " day", " tonne".
    #[must_use]
    pub fn suffix_of_one(&self) -> String {
        let suffix = self.suffix();
        match self {
            Self::Points | Self::Time(_) => suffix.trim_end_matches('s').to_owned(),
            Self::Tonnes(_) => suffix.replacen("tonnes", "tonne", 1),
            _ => suffix,
        }
    }

    /// Whether a figure is money, printed with a pound sign in front.
    #[must_use]
    pub fn is_money(&self) -> bool {
        matches!(self, Self::Pounds | Self::ThousandPounds)
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Percent => f.write_str("%"),
            Self::Points => f.write_str("percentage points"),
            Self::Pounds => f.write_str("£"),
            Self::ThousandPounds => f.write_str("£000"),
            Self::Number => f.write_str("number"),
            Self::Count(of) => write!(f, "number of {of}"),
            Self::Per(base) => write!(f, "per {base}"),
            Self::Average(of) => write!(f, "average {of}"),
            Self::Score => f.write_str("score"),
            Self::Time(word) => f.write_str(word),
            Self::Tonnes(of) if of.is_empty() => f.write_str("tonnes"),
            Self::Tonnes(of) => write!(f, "tonnes {of}"),
        }
    }
}

impl FromStr for Unit {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let text = text.trim();
        if has_turns(text) {
            return Err(());
        }
        let something = |rest: &str| {
            let rest = rest.trim();
            if rest.is_empty() { Err(()) } else { Ok(Rc::from(rest)) }
        };
        Ok(match text {
            "%" | "percent" | "per cent" | "percentage" => Self::Percent,
            "percentage points" => Self::Points,
            "£" => Self::Pounds,
            "£000" => Self::ThousandPounds,
            "number" => Self::Number,
            "score" => Self::Score,
            "tonnes" => Self::Tonnes(Rc::default()),
            _ => {
                if let Some(word) = TIMES.into_iter().find(|word| *word == text) {
                    Self::Time(word)
                } else if let Some(of) = text.strip_prefix("number of ") {
                    Self::Count(something(of)?)
                } else if let Some(base) = text.strip_prefix("per ")
                    && base.trim_start().starts_with(|c: char| c.is_ascii_digit())
                {
                    Self::Per(something(base)?)
                } else if let Some(of) = text.strip_prefix("average ") {
                    Self::Average(something(of)?)
                } else if let Some(of) = text.strip_prefix("tonnes ") {
                    Self::Tonnes(something(of)?)
                } else {
                    return Err(());
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("%", Unit::Percent)]
    #[test_case("number of children", Unit::Count("children".into()))]
    #[test_case("per 10,000 children", Unit::Per("10,000 children".into()))]
    #[test_case("average cases per worker", Unit::Average("cases per worker".into()))]
    #[test_case("tonnes CO2e", Unit::Tonnes("CO2e".into()))]
    #[test_case("days", Unit::Time("days"))]
    fn reads_and_writes(text: &str, unit: Unit) {
        assert_eq!(unit.to_string(), text);
        assert_eq!(text.parse(), Ok(unit));
    }

    #[test_case("precent"; "misspelt")]
    #[test_case("children"; "a bare noun")]
    #[test_case("per worker"; "a rate without a base")]
    #[test_case("number of "; "a number of nothing")]
    fn refuses(text: &str) {
        assert!(text.parse::<Unit>().is_err());
    }
}
