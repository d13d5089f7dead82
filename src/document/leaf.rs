//! How single values stand in a file.

use std::rc::Rc;

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use serde_json::{Value as Json, json};

use super::nearest;
use super::problem::A_FIGURE;
use super::quoted::{bare_number, is_not_finite};
use super::record::Form;
use super::schema::Book;
use super::{Kind, Problem, Read, Reader};
use crate::terms::{
    Absence, Against, Amount, Basis, Comment, ComparedWith, CumulativeBy, Date, Due, FinancialYear,
    FloorTest, Keyword, LineRole, Mark, MilestoneStatus, Nearness, ObjectiveRule, Period, Polarity,
    Progress, Rating, ReportKind, Reported, Since, Span, StatementKind, Travel, Unit, Year,
    has_turns, turns,
};

/// A text that is not blank.
pub type Text = String;

impl Form for String {
    const IS_TEXT: bool = true;

    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        let offset = reader.offset();
        let text = reader.text("text")?;
        if !has_turns(&text) {
            return Ok(text);
        }
        let text = text.replace(turns, "");
        if text.trim().is_empty() {
            return reader.refuse_read(offset, Problem::Blank("text"));
        }
        reader.note_at(offset, Problem::Turned);
        Ok(text)
    }

    fn schema(_: &mut Book) -> Json {
        json!({ "type": "string", "minLength": 1 })
    }
}

impl Form for bool {
    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        reader.flag()
    }

    fn schema(_: &mut Book) -> Json {
        json!({ "type": "boolean" })
    }
}

impl Form for Amount {
    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        reader.amount()
    }

    fn schema(_: &mut Book) -> Json {
        json!({ "type": "number" })
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawValue::from_string(self.to_string())
            .map_err(serde::ser::Error::custom)?
            .serialize(serializer)
    }
}

/// A number of decimal places to print, 0 to 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimals(pub u8);

impl Form for Decimals {
    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        let offset = reader.offset();
        let amount = reader.amount()?;
        let found = amount.to_string();
        if let Ok(places @ 0..=6) = found.parse() {
            return Ok(Self(places));
        }
        let expected = "a number of decimal places from 0 to 6";
        reader.refuse_read(offset, Problem::OutOfRange { found, expected })
    }

    fn schema(_: &mut Book) -> Json {
        json!({ "type": "integer", "minimum": 0, "maximum": 6 })
    }
}

impl Serialize for Decimals {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.0)
    }
}

/// A number, or a word for why there is none: the short form of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Brief {
    /// `84`
    Amount(Amount),
    /// `"not yet available"`
    Absent(Absence),
}

impl Form for Brief {
    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        match reader.kind()? {
            Kind::Number | Kind::NotFinite => reader.amount().map(Self::Amount),
            Kind::Text => reader.meaning(A_FIGURE, |text| {
                let known = Absence::from_word(text).or_else(|| Absence::from_short_form(text));
                known.map(Self::Absent).ok_or_else(|| unknown_reason(text.to_owned()))
            }),
            _ => reader.wrong_kind(A_FIGURE),
        }
    }

    fn schema(book: &mut Book) -> Json {
        let mut words = words_of::<Absence>();
        words.extend(["[x]", "[z]", "[c]", "[low]", "N/A", "TBC"]);
        json!({ "anyOf": [Amount::schema(book), { "enum": words }] })
    }
}

/// What most rows give in its short form. The object, with room for all that it can say, is kept apart: a long
/// report has tens of thousands of figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Short<T> {
    /// A number, or a reason that there is none.
    Brief(Brief),
    /// The object.
    Full(Box<T>),
}

impl<T> Short<T> {
    /// The number, where it stands there on its own.
    #[must_use]
    pub fn amount(&self) -> Option<Amount> {
        match self {
            Self::Brief(Brief::Amount(amount)) => Some(*amount),
            Self::Brief(Brief::Absent(_)) | Self::Full(_) => None,
        }
    }

    /// The object, where there is one.
    #[must_use]
    pub fn full(&self) -> Option<&T> {
        match self {
            Self::Brief(_) => None,
            Self::Full(full) => Some(full),
        }
    }
}

impl<T: Form> Form for Short<T> {
    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        match reader.kind()? {
            Kind::Object | Kind::Null => T::read(reader).map(|full| Self::Full(Box::new(full))),
            _ => Brief::read(reader).map(Self::Brief),
        }
    }

    fn schema(book: &mut Book) -> Json {
        T::schema(book)
    }
}

impl<T: Serialize> Serialize for Short<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Brief(Brief::Amount(amount)) => amount.serialize(serializer),
            Self::Brief(Brief::Absent(absence)) => absence.serialize(serializer),
            Self::Full(full) => full.serialize(serializer),
        }
    }
}

/// What few rows give, and that would take up room in all.
impl<T: Form> Form for Box<T> {
    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        T::read(reader).map(Self::new)
    }

    fn schema(book: &mut Book) -> Json {
        T::schema(book)
    }
}

/// What later stages share.
impl<T: Form> Form for Rc<T> {
    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        T::read(reader).map(Self::new)
    }

    fn schema(book: &mut Book) -> Json {
        T::schema(book)
    }
}

fn unknown_reason(found: String) -> Problem {
    let bare = bare_number(&found);
    if bare.parse::<Amount>().is_ok() {
        return Problem::QuotedNumber { found, bare };
    }
    if is_not_finite(&bare) {
        return Problem::NotFinite(format!("“{found}”"));
    }
    let meant = nearest(&found, words_of::<Absence>());
    Problem::UnknownReason { found, meant }
}

fn words_of<K: Keyword>() -> Vec<&'static str> {
    K::WORDS.iter().map(|(_, word, _)| *word).collect()
}

fn read_word<K: Keyword>(reader: &mut Reader<'_>) -> Read<K> {
    reader.meaning(K::CALLED, |found| {
        K::from_word(found).ok_or_else(|| {
            let words = words_of::<K>();
            let meant = nearest(found, words.iter().copied());
            Problem::UnknownWord { found: found.to_owned(), called: K::CALLED, words, meant }
        })
    })
}

fn word_schema<K: Keyword>() -> Json {
    let members: Vec<Json> = K::WORDS
        .iter()
        .map(|(_, word, about)| json!({ "const": word, "description": about.trim() }))
        .collect();
    json!({ "oneOf": members })
}

macro_rules! words {
    ($($name:ident),+) => {
        $(
            impl Form for $name {
                fn read(reader: &mut Reader<'_>) -> Read<Self> {
                    read_word(reader)
                }

                fn schema(_: &mut Book) -> Json {
                    word_schema::<Self>()
                }
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.word())
                }
            }
        )+
    };
}

words!(
    Absence,
    Against,
    Basis,
    Comment,
    FloorTest,
    ComparedWith,
    CumulativeBy,
    LineRole,
    Mark,
    MilestoneStatus,
    Nearness,
    ObjectiveRule,
    Polarity,
    Progress,
    Rating,
    ReportKind,
    Reported,
    Since,
    StatementKind,
    Travel,
    Year
);

/// Texts of a stricter form: what was expected, what it is when it is not that, how it is written back
/// and what the schema says of it.
macro_rules! texts {
    ($($name:ident: $expected:literal, $problem:expr, $write:expr, $schema:expr;)+) => {
        $(
            impl Form for $name {
                fn read(reader: &mut Reader<'_>) -> Read<Self> {
                    reader.meaning($expected, |found| {
                        found.parse().map_err(|error| {
                            let problem = $problem;
                            problem(found.to_owned(), error)
                        })
                    })
                }

                fn schema(_: &mut Book) -> Json {
                    $schema
                }
            }

            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let write = $write;
                    serializer.serialize_str(&write(self))
                }
            }
        )+
    };
}

/// In bytes: what is longer is a sentence.
const LONGEST_NOUN: usize = 60;

/// The unit that a misspelling or a bare noun stands for.
fn meant_unit(found: &str) -> Option<String> {
    let spelt = Unit::FORMS.into_iter().filter(|form| !form.contains('…')).chain(["percent"]);
    nearest(found, spelt).map(str::to_owned).or_else(|| {
        let noun = found.len() <= LONGEST_NOUN
            && found.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-');
        noun.then(|| format!("number of {}", found.trim()))
    })
}

const YEAR: &str = "[0-9]{4}/[0-9]{2}";

texts! {
    Unit: "a unit", |found: String, ()| {
        let meant = meant_unit(&found);
        Problem::UnknownUnit { found, meant }
    }, Unit::to_string,
    json!({ "type": "string", "examples": Unit::FORMS });

    Date: "a date", Problem::Date, |date: &Date| date.file_text(),
    json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" });

    Due: "a date", Problem::Date, Due::file_text,
    json!({ "type": "string", "examples": ["2020-03-31", "2020-03", "2020", "to be advised"] });

    FinancialYear: "a financial year", |found, ()| Problem::FinancialYear(found), FinancialYear::to_string,
    json!({ "type": "string", "pattern": format!("^{YEAR}$") });

    Period: "a period", |found, ()| Problem::Period(found), Period::to_string,
    json!({ "type": "string", "pattern": format!("^{YEAR}( Q[1-4]| to {YEAR})?$") });

    Span: "a span of time", |found, ()| Problem::Span(found), |span: &Span| span.file_text().to_owned(),
    json!({
        "type": "string",
        "examples": ["2019/20 Q2", "2018/19", "2018/19 academic", "2018", "2019-08", "2019-07-01 to 2019-09-30"],
    });
}
