//! What is typed into the calculator, exactly as it was typed, and the case that it makes.

use super::address::{decoded, encoded};
use super::typed::{Slip, Typed, number};
use crate::assess::Case;
use crate::model::{Tolerance, shipped_rule};
use crate::terms::{Absence, Amount, Basis, Keyword, Mark, Polarity, QuarterNumber, Unit, Year};

/// A field of the calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// What the measure is called.
    Name,
    /// Which quarter it is.
    Quarter,
    /// The figure now.
    Actual,
    /// How firm that is.
    Firmness,
    /// The number to reach.
    Target,
    /// The number to reach by the end of the year, where that one is the quarter's.
    YearTarget,
    /// The last figure that is still acceptable.
    Floor,
    /// Which way is better.
    Polarity,
    /// The figure a year before.
    LastYear,
    /// The figure of the quarter before.
    PreviousQuarter,
    /// What the figures count.
    Unit,
    /// What a quarter's figure covers.
    Basis,
    /// Financial or academic.
    Year,
    /// Whether it moves with the seasons.
    Seasonal,
    /// The measure's own tolerance.
    Tolerance,
    /// What that is in.
    ToleranceKind,
    /// The rule to judge by.
    Rule,
}

/// A place to type into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// A field.
    Field(Field),
    /// A quarter of an earlier year: how many years before this one, less one; and its place in the year.
    Earlier(usize, usize),
}

/// What a reader does to the calculator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Types into a field, or chooses; this is now the whole of its text.
    Enter(Input, String),
    /// Makes room for an earlier year.
    AddYear,
    /// Takes the earliest year away.
    RemoveYear,
    /// Empties it.
    Clear,
    /// Fills in an example.
    Example,
}

/// What is typed into the calculator. A list's choice is the word that a file would use; nothing typed and
/// nothing chosen are the empty text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    texts: [String; Field::ALL.len()],
    earlier: Vec<[String; 4]>,
}

/// The parameter for an earlier year, whose four quarters are kept apart by semicolons.
const EARLIER: &str = "earlier";

/// The other word for a tolerance; percent of the target is what it is in without one.
const POINTS: &str = "points";
const AMOUNT: &str = "amount";

impl Field {
    /// Every field, in the order in which they stand in an address.
    pub const ALL: [Self; 17] = [
        Self::Name,
        Self::Quarter,
        Self::Actual,
        Self::Firmness,
        Self::Target,
        Self::YearTarget,
        Self::Floor,
        Self::Polarity,
        Self::LastYear,
        Self::PreviousQuarter,
        Self::Unit,
        Self::Basis,
        Self::Year,
        Self::Seasonal,
        Self::Tolerance,
        Self::ToleranceKind,
        Self::Rule,
    ];

    /// The fields that take a number in the measure's unit.
    pub const FIGURES: [Self; 6] = [
        Self::Actual,
        Self::Target,
        Self::YearTarget,
        Self::Floor,
        Self::LastYear,
        Self::PreviousQuarter,
    ];

    /// What it is called in an address.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Quarter => "quarter",
            Self::Actual => "actual",
            Self::Firmness => "firmness",
            Self::Target => "target",
            Self::YearTarget => "year-target",
            Self::Floor => "floor",
            Self::Polarity => "polarity",
            Self::LastYear => "last-year",
            Self::PreviousQuarter => "previous-quarter",
            Self::Unit => "unit",
            Self::Basis => "basis",
            Self::Year => "year",
            Self::Seasonal => "seasonal",
            Self::Tolerance => "tolerance",
            Self::ToleranceKind => "tolerance-in",
            Self::Rule => "rule",
        }
    }

    /// What it holds after this is typed or chosen: a list holds nothing that it does not offer.
    fn admitted(self, text: &str) -> Option<String> {
        fn word<K: Keyword>(text: &str) -> Option<&'static str> {
            K::from_word(text).map(K::word)
        }
        let one_of =
            |words: &[&'static str]| words.iter().find(|word| **word == text.trim()).copied();
        let word = match self {
            Self::Quarter => one_of(&["1", "2", "3", "4"]),
            Self::Firmness => word::<Mark>(text),
            Self::Polarity => word::<Polarity>(text),
            Self::Basis => word::<Basis>(text),
            Self::Year => word::<Year>(text),
            Self::Seasonal => one_of(&["yes"]),
            Self::ToleranceKind => one_of(&[POINTS, AMOUNT]),
            Self::Rule => shipped_rule(text).and_then(|rule| rule.id.as_deref()),
            Self::Unit => return text.parse().ok().map(|unit: Unit| unit.to_string()),
            _ => return Some(text.to_owned()),
        };
        word.map(str::to_owned)
    }
}

impl Fields {
    /// More earlier years than this are not asked for.
    pub const MAX_YEARS: usize = 5;

    /// The worked example: young people not in education, employment or training at the end of September 2019.
    #[must_use]
    pub fn example() -> Self {
        let mut fields = Self::default();
        for (field, text) in [
            (Field::Name, "16 and 17 year olds not in education, employment or training"),
            (Field::Quarter, "2"),
            (Field::Actual, "6.3"),
            (Field::Target, "4.4"),
            (Field::Polarity, "lower"),
            (Field::LastYear, "6.8"),
            (Field::Unit, "%"),
            (Field::Basis, "snapshot"),
            (Field::Seasonal, "yes"),
        ] {
            text.clone_into(&mut fields.texts[field as usize]);
        }
        fields.earlier.push(["", "6.8", "", "4.8"].map(str::to_owned));
        fields
    }

    /// What a field holds.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    /// The quarters of earlier years, last year's first.
    #[must_use]
    pub fn earlier(&self) -> &[[String; 4]] {
        &self.earlier
    }

    /// The fields after an edit.
    #[must_use]
    pub fn after(mut self, edit: Edit) -> Self {
        match edit {
            Edit::Enter(Input::Field(field), text) => {
                self.texts[field as usize] = field.admitted(&text).unwrap_or_default();
            }
            Edit::Enter(Input::Earlier(year, quarter), text) => {
                let place = self.earlier.get_mut(year).and_then(|year| year.get_mut(quarter));
                if let Some(place) = place {
                    *place = text;
                }
            }
            Edit::AddYear if self.earlier.len() < Self::MAX_YEARS => {
                self.earlier.push(<[String; 4]>::default());
            }
            Edit::AddYear => {}
            Edit::RemoveYear => drop(self.earlier.pop()),
            Edit::Clear => self = Self::default(),
            Edit::Example => self = Self::example(),
        }
        self
    }

    /// Whether at most one field, or one earlier year, differs.
    pub(super) fn is_typed_on(&self, before: &Self) -> bool {
        let fields = self.texts.iter().zip(&before.texts).filter(|(text, before)| text != before);
        let years = self.earlier.len().max(before.earlier.len());
        let year = |one: &usize| self.earlier.get(*one) != before.earlier.get(*one);
        fields.count() + (0..years).filter(year).count() < 2
    }

    /// What stands after the `?` of an address; what is broken or unknown is left out.
    pub(super) fn from_query(query: &str) -> Self {
        let mut fields = Self::default();
        for (key, value) in query.split('&').filter_map(|part| part.split_once('=')) {
            if key == EARLIER {
                let mut year = <[String; 4]>::default();
                // What passed an address on may have encoded what keeps the quarters apart.
                let whole = if value.contains(';') { None } else { decoded(value) };
                let texts = whole.as_deref().unwrap_or(value).split(';');
                for (place, text) in year.iter_mut().zip(texts) {
                    let text = if whole.is_some() { Some(text.to_owned()) } else { decoded(text) };
                    *place = text.unwrap_or_default();
                }
                if fields.earlier.len() < Self::MAX_YEARS {
                    fields.earlier.push(year);
                }
            } else if let Some(field) = Field::ALL.into_iter().find(|field| field.key() == key)
                && let Some(text) = decoded(value).and_then(|text| field.admitted(&text))
            {
                fields.texts[field as usize] = text;
            }
        }
        fields
    }

    pub(super) fn query(&self) -> String {
        let typed = Field::ALL.into_iter().filter(|field| !self.text(*field).is_empty());
        let fields = typed.map(|field| format!("{}={}", field.key(), encoded(self.text(field))));
        let earlier = self.earlier.iter().map(|year| {
            let quarters: Vec<String> = year.iter().map(|text| encoded(text)).collect();
            format!("{EARLIER}={}", quarters.join(";"))
        });
        fields.chain(earlier).collect::<Vec<_>>().join("&")
    }

    /// What the figures count: what was chosen or, without a choice, the sign that was typed with them.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        let chosen = self.text(Field::Unit).parse().ok();
        chosen.or_else(|| {
            Field::FIGURES.into_iter().find_map(|field| number(self.text(field)).ok()??.unit)
        })
    }

    /// The case, or everything that is typed and cannot be understood.
    ///
    /// # Errors
    ///
    /// Says where what is wrong.
    pub fn case(&self) -> Result<Case, Vec<(Input, Slip)>> {
        let mut slips = Vec::new();
        let unit = self.unit();
        let mut figure = |input: Input, text: &str| {
            let typed = number(text).and_then(|typed| in_unit(typed, unit.as_ref()));
            typed.unwrap_or_else(|slip| {
                slips.push((input, slip));
                None
            })
        };
        let absent = Absence::from_short_form(self.text(Field::Actual));
        let mut of = |field| figure(Input::Field(field), self.text(field));
        let actual = match absent {
            Some(absence) => Err(absence),
            None => of(Field::Actual).ok_or(Absence::NotStated),
        };
        let target = of(Field::Target);
        let year_target = of(Field::YearTarget);
        let floor = of(Field::Floor);
        let same_period_last_year = of(Field::LastYear);
        let previous_quarter = of(Field::PreviousQuarter);
        let mut history: Vec<[Option<Amount>; 4]> = Vec::new();
        for (year, texts) in self.earlier.iter().enumerate() {
            let mut quarters = [None; 4];
            for (quarter, text) in texts.iter().enumerate() {
                quarters[quarter] = figure(Input::Earlier(year, quarter), text);
            }
            history.insert(0, quarters);
        }
        let last_year = history.last().copied().unwrap_or_default();
        let quarter = usize::from(self.quarter().number()) - 1;
        for (field, typed, quarter) in [
            (Field::LastYear, same_period_last_year, Some(quarter)),
            (Field::PreviousQuarter, previous_quarter, (quarter == 0).then_some(3)),
        ] {
            if let (Some(typed), Some(quarter)) = (typed, quarter)
                && last_year[quarter].is_some_and(|other| other != typed)
            {
                let (field, earlier) = (Input::Field(field), Input::Earlier(0, quarter));
                slips.extend([(field, Slip::Differs(earlier)), (earlier, Slip::Differs(field))]);
            }
        }
        let tolerance = self.tolerance().unwrap_or_else(|slip| {
            slips.push((Input::Field(Field::Tolerance), slip));
            None
        });
        if !slips.is_empty() {
            return Err(slips);
        }
        Ok(Case {
            name: self.text(Field::Name).trim().to_owned(),
            unit,
            polarity: Polarity::from_word(self.text(Field::Polarity)),
            basis: Basis::from_word(self.text(Field::Basis)),
            year: Year::from_word(self.text(Field::Year)).unwrap_or(Year::Financial),
            seasonal: self.text(Field::Seasonal) == "yes",
            quarter: self.quarter(),
            target,
            year_target,
            strict: false,
            floor,
            tolerance,
            threshold: number(self.text(Field::Tolerance)).ok().flatten().map(|typed| typed.amount),
            actual,
            marks: Mark::from_word(self.text(Field::Firmness)).into_iter().collect(),
            same_period_last_year,
            previous_quarter,
            history,
            rule: shipped_rule(self.text(Field::Rule)).cloned().unwrap_or_default(),
        })
    }

    /// Which quarter it is; the first where none was chosen.
    #[must_use]
    pub fn quarter(&self) -> QuarterNumber {
        let chosen = self.text(Field::Quarter);
        let named = |quarter: &QuarterNumber| quarter.number().to_string() == chosen;
        QuarterNumber::ALL.into_iter().find(named).unwrap_or(QuarterNumber::One)
    }

    fn tolerance(&self) -> Result<Option<Tolerance>, Slip> {
        let Some(Typed { amount, .. }) = number(self.text(Field::Tolerance))? else {
            return Ok(None);
        };
        if amount.decimal().is_sign_negative() {
            return Err(Slip::Negative);
        }
        Ok(Some(match self.text(Field::ToleranceKind) {
            POINTS => Tolerance::Points(amount),
            AMOUNT => Tolerance::Amount(amount),
            _ => Tolerance::PercentOfTarget(amount),
        }))
    }
}

/// A sign that was typed with a figure has to be that of the measure's unit.
pub(super) fn in_unit(typed: Option<Typed>, unit: Option<&Unit>) -> Result<Option<Amount>, Slip> {
    let Some(typed) = typed else { return Ok(None) };
    match (&typed.unit, unit) {
        (Some(sign), Some(unit)) if sign != unit && !(sign.is_money() && unit.is_money()) => {
            Err(Slip::OtherUnit { typed: sign.clone(), unit: unit.clone() })
        }
        _ => Ok(Some(typed.amount)),
    }
}
