//! A figure, or the reason that there is none.

use std::borrow::Cow;

use super::Gap;
use crate::document::{self, Problem};
use crate::terms::{
    Absence, Amount, Keyword, Mark, Nearness, Span, Unit, figure_text, number_text,
};

/// A figure, or the reason that there is none. There is no third case: a blank is an absence too.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// There is a figure.
    Figure(Figure),
    /// There is none.
    Absent(Gap),
}

/// A figure with what is known of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it is.
    pub content: Content,
    /// Its unit, where it is not the measure's.
    pub unit: Option<Unit>,
    /// How firm it is.
    pub marks: Vec<Mark>,
    /// How it stands to the true figure.
    pub nearness: Option<Nearness>,
    /// The time that it covers, where it is not the column's.
    pub covers: Option<Span>,
    /// A printed qualifier: "full year".
    pub qualifier: Option<String>,
    /// A note.
    pub note: Option<String>,
}

/// What a figure is.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// One number.
    Amount(Amount),
    /// So many of so many, with the rate where it is given.
    Fraction {
        /// The top.
        numerator: Amount,
        /// The bottom.
        denominator: Amount,
        /// The rate as given.
        rate: Option<Amount>,
        /// What is counted, where it is not what the measure counts.
        of: Option<String>,
    },
    /// Several figures.
    Parts {
        /// Each with its label.
        parts: Vec<(String, Value)>,
        /// The figure for all of them.
        total: Option<Amount>,
    },
    /// Somewhere between two numbers, both included.
    Range {
        /// The lower.
        from: Amount,
        /// The upper.
        to: Amount,
    },
    /// A change on a baseline, not a level.
    Change(Amount),
    /// Words in place of a figure.
    Words(String),
}

impl Value {
    /// No figure and no reason given: that itself is the reason.
    #[must_use]
    pub fn not_stated() -> Self {
        Self::Absent(Gap::because(Absence::NotStated))
    }

    /// The figure, if there is one.
    #[must_use]
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Figure(figure) => Some(figure),
            Self::Absent(_) => None,
        }
    }

    /// The one number that stands for the figure, if there is one.
    #[must_use]
    pub fn amount(&self) -> Option<Amount> {
        self.figure().and_then(Figure::amount)
    }

    /// The part with these labels, outermost first, or the value itself where there are none. No part, or
    /// more than one so labelled: none. What is said of the whole and not of the part is said of the part.
    #[must_use]
    pub fn part(&self, labels: &[&str]) -> Option<Cow<'_, Self>> {
        let Some((label, rest)) = labels.split_first() else { return Some(Cow::Borrowed(self)) };
        let whole = self.figure()?;
        let Content::Parts { parts, .. } = &whole.content else { return None };
        let is_alike = |own: &str| own.trim().eq_ignore_ascii_case(label.trim());
        let mut alike = parts.iter().filter(|(own, _)| is_alike(own));
        let (_, part) = alike.next()?;
        if alike.next().is_some() {
            return None;
        }
        let mut part = part.clone();
        if let Self::Figure(figure) = &mut part {
            figure.unit = figure.unit.take().or_else(|| whole.unit.clone());
            figure.covers = figure.covers.take().or_else(|| whole.covers.clone());
            figure.nearness = figure.nearness.or(whole.nearness);
            if figure.marks.is_empty() {
                figure.marks.clone_from(&whole.marks);
            }
        }
        part.part(rest).map(Cow::into_owned).map(Cow::Owned)
    }

    /// What a file says, checked.
    ///
    /// # Errors
    ///
    /// Says what contradicts what.
    pub fn from_document(value: &document::Value) -> Result<Self, Problem> {
        if let Some(reason) = value.absent {
            let has_figure = value.value.is_some()
                || value.numerator.is_some()
                || value.from.is_some()
                || value.to.is_some()
                || value.change.is_some()
                || !value.parts.is_empty();
            if has_figure {
                return Err(inconsistent(
                    "The value is called absent, but a figure stands beside it.",
                    "Keep the figure or the reason, not both.",
                ));
            }
            let (expected, note) = (value.expected.clone(), value.note.clone());
            return Ok(Self::Absent(Gap { reason, expected, note }));
        }
        Ok(Self::Figure(Figure {
            content: content(value)?,
            unit: value.unit.clone(),
            marks: value.marks.clone(),
            nearness: value.approximately,
            covers: value.covers.clone(),
            qualifier: value.qualifier.clone(),
            note: value.note.clone(),
        }))
    }
}

fn content(value: &document::Value) -> Result<Content, Problem> {
    if let Some(range) = range(value)? {
        return Ok(range);
    }
    match (value.numerator, value.denominator) {
        (Some(numerator), Some(denominator)) => {
            if denominator.decimal().is_zero() {
                return Err(inconsistent(
                    "The fraction has a denominator of 0.",
                    "Correct it, or give the reason that there is no figure, such as \"none counted\".",
                ));
            }
            let (rate, of) = (value.value, value.of.clone());
            return Ok(Content::Fraction { numerator, denominator, rate, of });
        }
        (None, None) => {}
        _ => {
            return Err(inconsistent(
                "A fraction has a numerator or a denominator, but not both.",
                "Give both, or neither.",
            ));
        }
    }
    if !value.parts.is_empty() {
        let parts = value
            .parts
            .iter()
            .map(|part| Ok((part.label.clone(), Value::from_document(&part.value)?)))
            .collect::<Result<_, Problem>>()?;
        return Ok(Content::Parts { parts, total: value.value });
    }
    match (value.value, value.change, &value.text) {
        (Some(amount), _, _) => Ok(Content::Amount(amount)),
        (None, Some(change), _) => Ok(Content::Change(change)),
        (None, None, Some(words)) => Ok(Content::Words(words.clone())),
        (None, None, None) => Err(inconsistent(
            "The value has neither a figure nor a reason that there is none.",
            "Add \"value\", or \"absent\" with the reason.",
        )),
    }
}

fn range(value: &document::Value) -> Result<Option<Content>, Problem> {
    let (from, to) = match (value.from, value.to) {
        (None, None) => return Ok(None),
        (Some(from), Some(to)) => (from, to),
        _ => {
            return Err(inconsistent(
                "A range has a lower or an upper end, but not both.",
                "Give both \"from\" and \"to\", or a \"value\" that is \"approximately\": \"over\" or \"under\".",
            ));
        }
    };
    let has_other = value.value.or(value.change).or(value.numerator).is_some();
    if has_other || !value.parts.is_empty() {
        return Err(inconsistent(
            "The value is a range, but a figure stands beside it.",
            "Keep the range or the figure, not both.",
        ));
    }
    if from >= to {
        return Err(inconsistent(
            "The upper end of the range is not above the lower.",
            "Write the lower end in \"from\" and the upper in \"to\".",
        ));
    }
    Ok(Some(Content::Range { from, to }))
}

pub(super) fn inconsistent(what: &str, mend: &str) -> Problem {
    Problem::Inconsistent { what: what.to_owned(), mend: mend.to_owned() }
}

impl Figure {
    /// A figure of which nothing more is known.
    #[must_use]
    pub fn of(content: Content) -> Self {
        Self {
            content,
            unit: None,
            marks: Vec::new(),
            nearness: None,
            covers: None,
            qualifier: None,
            note: None,
        }
    }

    /// The one number that stands for the figure: the number, the rate, or the total of its parts.
    #[must_use]
    pub fn amount(&self) -> Option<Amount> {
        match &self.content {
            Content::Amount(amount) => Some(*amount),
            Content::Fraction { rate, of, numerator, denominator } => {
                // A fraction of something else than the measure counts says nothing of its rate.
                rate.or_else(
                    || if of.is_none() { percentage(*numerator, *denominator) } else { None },
                )
            }
            Content::Parts { total, .. } => *total,
            Content::Range { .. } | Content::Change(_) | Content::Words(_) => None,
        }
    }

    /// As it is printed, with its unit and what is known of it.
    #[must_use]
    pub fn text(&self, unit: Option<&Unit>, places: Option<u8>) -> String {
        with_remarks(self.bare_text(unit, places), &self.remarks())
    }

    /// As it is printed, without what is known of it.
    #[must_use]
    pub fn bare_text(&self, unit: Option<&Unit>, places: Option<u8>) -> String {
        let unit = self.unit.as_ref().or(unit);
        let shown = |amount| figure_text(amount, unit, places);
        let text = match &self.content {
            Content::Amount(amount) => shown(*amount),
            Content::Fraction { numerator, denominator, rate, of } => {
                let rate = match rate.or_else(|| self.amount()) {
                    Some(rate) if self.rate_was_given() => format!("{} ", shown(rate)),
                    Some(rate) => {
                        format!("{} ", figure_text(rate, unit, Some(places.unwrap_or(1))))
                    }
                    None => String::new(),
                };
                let of = of.as_ref().map(|of| format!(" {of}")).unwrap_or_default();
                let (top, bottom) =
                    (figure_text(*numerator, None, None), figure_text(*denominator, None, None));
                format!("{rate}({top} of {bottom}{of})")
            }
            Content::Parts { parts, total } => {
                let mut texts: Vec<String> = parts
                    .iter()
                    .map(|(label, value)| format!("{label} {}", value.text(unit, places)))
                    .collect();
                if let Some(total) = total {
                    texts.push(format!("Total {}", shown(*total)));
                }
                texts.join("; ")
            }
            Content::Range { from, to } => {
                let is_beside = unit.is_some_and(|unit| unit.is_money() || *unit == Unit::Percent);
                let from = if is_beside { shown(*from) } else { number_text(*from, places) };
                format!("{from} to {}", shown(*to))
            }
            Content::Change(change) => {
                let word =
                    if change.decimal().is_sign_negative() { "decrease" } else { "increase" };
                format!(
                    "{} {word}",
                    figure_text(Amount::from(change.decimal().abs()), unit, places)
                )
            }
            Content::Words(words) => words.clone(),
        };
        self.with_nearness(text)
    }

    /// "over 11,000": how the figure stands to the true one goes in front of it.
    fn with_nearness(&self, text: String) -> String {
        match self.nearness {
            Some(nearness) => format!("{} {text}", nearness.word()),
            None => text,
        }
    }

    /// The one number that stands for it as it is printed, with what is known of it.
    #[must_use]
    pub fn text_of(&self, amount: Amount, unit: Option<&Unit>, places: Option<u8>) -> String {
        let unit = self.unit.as_ref().or(unit);
        let mut remarks = self.remarks();
        if let Content::Parts { .. } = self.content {
            remarks.insert(0, "total".to_owned());
        }
        with_remarks(self.with_nearness(figure_text(amount, unit, places)), &remarks)
    }

    /// What is printed in brackets behind it: "provisional, August 2019".
    #[must_use]
    pub fn remarks(&self) -> Vec<String> {
        let mut remarks: Vec<String> =
            self.marks.iter().map(|mark| mark.word().to_owned()).collect();
        remarks.extend(self.qualifier.clone());
        remarks.extend(self.covers.as_ref().map(Span::to_string));
        remarks
    }

    fn rate_was_given(&self) -> bool {
        matches!(&self.content, Content::Fraction { rate: Some(_), .. })
    }
}

pub(super) fn with_remarks(text: String, remarks: &[String]) -> String {
    if remarks.is_empty() { text } else { format!("{text} ({})", remarks.join(", ")) }
}

fn percentage(numerator: Amount, denominator: Amount) -> Option<Amount> {
    let hundred = rust_decimal::Decimal::ONE_HUNDRED;
    numerator.decimal().checked_mul(hundred)?.checked_div(denominator.decimal()).map(Amount::from)
}

impl Value {
    /// As it is printed: the figure, or the reason that there is none.
    #[must_use]
    pub fn text(&self, unit: Option<&Unit>, places: Option<u8>) -> String {
        match self {
            Self::Figure(figure) => figure.text(unit, places),
            Self::Absent(gap) => gap.short_text(),
        }
    }
}
