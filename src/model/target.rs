//! What is to be reached.

use rust_decimal::Decimal;

use super::Gap;
use super::band::Tolerance;
use super::value::{Value, inconsistent, with_remarks};
use crate::document::{self, Problem};
use crate::terms::{Amount, QuarterNumber, Span, Unit, figure_text, number_text};

/// A target, or the reason that there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A number to reach.
    Level(Box<Level>),
    /// One that cannot be put as a number here: in words, relative to others, or a change from a baseline
    /// that the file does not give.
    Words(String),
    /// A target for each of several parts.
    Parts(Vec<(String, Value)>),
    /// None.
    Absent(Gap),
}

/// A number to reach, and how strictly.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The number for the year.
    pub amount: Amount,
    /// How it was made.
    pub origin: Origin,
    /// Its unit, where it is not the measure's.
    pub unit: Option<Unit>,
    /// Whether it must be passed, and reaching it is not enough.
    pub strict: bool,
    /// By how much it may be missed, where the rule leaves that to the measure.
    pub tolerance: Option<Tolerance>,
    /// The lowest figure that is still amber.
    pub floor: Option<Amount>,
    /// The highest figure that is still amber.
    pub ceiling: Option<Amount>,
    /// What should be reached by the end of each quarter; of counts of the quarter alone, in it.
    pub profile: [Option<Amount>; 4],
    /// The time that it is for, where it is not the year.
    pub covers: Option<Span>,
    /// A printed qualifier: "full year".
    pub qualifier: Option<String>,
    /// Whether it is under review.
    pub under_review: bool,
    /// What it was before it was revised.
    pub former: Option<Amount>,
}

/// How the number of a target was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The file gives it.
    Given,
    /// Worked out: the baseline and a change in the measure's unit.
    Change {
        /// What it starts from.
        baseline: Amount,
        /// The change.
        change: Amount,
    },
    /// Worked out: the baseline and a change in percent of it.
    PercentChange {
        /// What it starts from.
        baseline: Amount,
        /// The change in percent.
        change: Amount,
    },
}

impl Target {
    /// The number to reach, if there is one.
    #[must_use]
    pub fn level(&self) -> Option<&Level> {
        match self {
            Self::Level(level) => Some(level),
            _ => None,
        }
    }

    /// What a file says, checked.
    ///
    /// # Errors
    ///
    /// Says what contradicts what.
    pub fn from_document(target: &document::Target, unit: Option<&Unit>) -> Result<Self, Problem> {
        let numeric = target.value.is_some() || target.change.is_some();
        if let Some(reason) = target.absent {
            if numeric {
                return Err(inconsistent(
                    "The target is called absent, but a number stands beside it.",
                    "Keep the number or the reason, not both.",
                ));
            }
            let (expected, note) = (target.expected.clone(), target.note.clone());
            return Ok(Self::Absent(Gap { reason, expected, note }));
        }
        if let Some((amount, origin)) = amount_of(target)? {
            return Ok(Self::Level(Box::new(level(target, amount, origin)?)));
        }
        if !target.parts.is_empty() {
            let part = |part: &document::Part| {
                Ok((part.label.clone(), Value::from_document(&part.value)?))
            };
            return target.parts.iter().map(part).collect::<Result<_, Problem>>().map(Self::Parts);
        }
        if let Some(change) = target.change {
            return Ok(Self::Words(change_text(target, change, unit)));
        }
        match (&target.text, &target.against) {
            (Some(words), _) => Ok(Self::Words(words.clone())),
            (None, Some(others)) => Ok(Self::Words(others.clone())),
            (None, None) => Err(inconsistent(
                "The target has neither a number nor a reason that there is none.",
                "Add \"value\", or \"absent\" with the reason.",
            )),
        }
    }

    /// A floor or a ceiling on the wrong side of it, which bounds nothing: the key, and what is doubtful.
    #[must_use]
    pub fn doubt(&self) -> Option<(&'static str, Problem)> {
        let level = self.level()?;
        let over = level.floor.filter(|floor| *floor > level.amount);
        let under = level.ceiling.filter(|ceiling| *ceiling < level.amount);
        let (key, bound, side) = match (over, under) {
            (Some(floor), _) => ("floor", floor, "above"),
            (None, Some(ceiling)) => ("ceiling", ceiling, "below"),
            (None, None) => return None,
        };
        let what = format!(
            "The {key} of {} is {side} the target of {}.",
            number_text(bound, None),
            number_text(level.amount, None)
        );
        let mend = "Give a floor below the target or, where lower is better, a ceiling above it.";
        Some((key, Problem::Doubtful { what, mend: mend.to_owned() }))
    }

    /// As it is printed.
    #[must_use]
    pub fn text(&self, unit: Option<&Unit>, places: Option<u8>) -> String {
        match self {
            Self::Level(level) => level.text(unit, places),
            Self::Words(words) => words.clone(),
            Self::Parts(parts) => {
                let texts: Vec<String> = parts
                    .iter()
                    .map(|(label, value)| format!("{label} {}", value.text(unit, places)))
                    .collect();
                texts.join("; ")
            }
            Self::Absent(gap) => gap.short_text(),
        }
    }
}

impl Level {
    /// A number to reach of which nothing more is known.
    #[must_use]
    pub fn of(amount: Amount, origin: Origin) -> Self {
        Self {
            amount,
            origin,
            unit: None,
            strict: false,
            tolerance: None,
            floor: None,
            ceiling: None,
            profile: [None; 4],
            covers: None,
            qualifier: None,
            under_review: false,
            former: None,
        }
    }

    /// As it is printed, with what is known of it.
    #[must_use]
    pub fn text(&self, unit: Option<&Unit>, places: Option<u8>) -> String {
        with_remarks(self.bare_text(unit, places), &self.remarks(unit, places))
    }

    /// The number as it is printed.
    #[must_use]
    pub fn bare_text(&self, unit: Option<&Unit>, places: Option<u8>) -> String {
        figure_text(self.amount, self.unit.as_ref().or(unit), places)
    }

    /// What is printed in brackets behind it: "full year, was 45%".
    #[must_use]
    pub fn remarks(&self, unit: Option<&Unit>, places: Option<u8>) -> Vec<String> {
        let unit = self.unit.as_ref().or(unit);
        let shown = |amount| figure_text(amount, unit, places);
        let mut remarks = Vec::new();
        if self.strict {
            remarks.push("to be passed".to_owned());
        }
        remarks.extend(self.floor.map(|floor| format!("floor {}", shown(floor))));
        remarks.extend(self.ceiling.map(|ceiling| format!("ceiling {}", shown(ceiling))));
        if let Origin::PercentChange { baseline, change } = self.origin {
            remarks.push(format!("{}% on {}", signed(change), shown(baseline)));
        }
        if let Origin::Change { baseline, change } = self.origin {
            remarks.push(format!("{} on {}", signed(change), shown(baseline)));
        }
        remarks.extend(self.tolerance.map(|one| format!("tolerance {}", one.text(unit))));
        remarks.extend(self.qualifier.clone());
        remarks.extend(self.covers.as_ref().map(Span::to_string));
        remarks.extend(self.former.map(|former| format!("was {}", shown(former))));
        if self.under_review {
            remarks.push("under review".to_owned());
        }
        remarks
    }

    /// Takes the profile as that of counts of the quarter alone. Four numbers that add up to the year's target are each
    /// quarter's own, and so are numbers that do not rise; others are running totals, of which each quarter has its part.
    pub(super) fn of_quarters_alone(&mut self) {
        let mut before = Some(Decimal::ZERO);
        let mut parts = [None; 4];
        let mut totals = self.profile.map(|total| total.map(Amount::decimal));
        let is_given = totals.iter().any(Option::is_some);
        totals[3] = totals[3].or(Some(self.amount.decimal()));
        let given: Vec<Decimal> = totals.into_iter().flatten().collect();
        let rises = given.windows(2).all(|pair| pair[0] < pair[1]);
        if !is_given || !rises || self.is_sum_of_quarters() {
            return;
        }
        for (part, total) in parts.iter_mut().zip(totals) {
            *part = total.zip(before).and_then(|(total, before)| total.checked_sub(before));
            before = total;
        }
        self.profile = parts.map(|part| part.map(Amount::from));
    }

    /// What should be reached by the end of a quarter, where the file says so; of counts of the quarter alone, in it.
    #[must_use]
    pub fn profiled(&self, quarter: QuarterNumber) -> Option<Amount> {
        self.profile.get(usize::from(quarter.number()) - 1).copied().flatten()
    }

    /// Whether what is given for each quarter adds up to the target: so much is due in the quarter alone.
    #[must_use]
    pub fn is_sum_of_quarters(&self) -> bool {
        let zero = Some(Decimal::ZERO);
        let parts = self.profile.iter();
        let sum = parts.fold(zero, |sum, part| sum?.checked_add(part.as_ref()?.decimal()));
        sum == Some(self.amount.decimal())
    }
}

fn signed(amount: Amount) -> String {
    if amount.decimal().is_sign_negative() { amount.to_string() } else { format!("+{amount}") }
}

fn level(target: &document::Target, amount: Amount, origin: Origin) -> Result<Level, Problem> {
    let profile = target.profile.as_ref();
    let tolerance = target.tolerance.as_ref().map(Tolerance::from_document).transpose()?;
    Ok(Level {
        tolerance,
        amount,
        origin,
        unit: target.unit.clone(),
        strict: target.strict.unwrap_or(false),
        floor: target.floor,
        ceiling: target.ceiling,
        profile: profile.map_or([None; 4], |p| [p.q1, p.q2, p.q3, p.q4]),
        covers: target.covers.clone(),
        qualifier: target.qualifier.clone(),
        under_review: target.under_review.unwrap_or(false),
        former: target.former,
    })
}

fn amount_of(target: &document::Target) -> Result<Option<(Amount, Origin)>, Problem> {
    if let Some(amount) = target.value {
        return Ok(Some((amount, Origin::Given)));
    }
    if let Some(amount) = target.profile.as_ref().and_then(|profile| profile.q4) {
        return Ok(Some((amount, Origin::Given)));
    }
    let (Some(change), Some(baseline)) = (target.change, target.baseline) else { return Ok(None) };
    let too_large =
        || inconsistent("The target's change is too large to work out.", "Correct the change.");
    let base = baseline.decimal();
    if target.change_unit == Some(Unit::Percent) {
        let factor = change.decimal().checked_add(Decimal::ONE_HUNDRED).ok_or_else(too_large)?;
        let amount = base
            .checked_mul(factor)
            .and_then(|product| product.checked_div(Decimal::ONE_HUNDRED))
            .ok_or_else(too_large)?
            .normalize();
        return Ok(Some((amount.into(), Origin::PercentChange { baseline, change })));
    }
    let amount = base.checked_add(change.decimal()).ok_or_else(too_large)?;
    Ok(Some((amount.into(), Origin::Change { baseline, change })))
}

fn change_text(target: &document::Target, change: Amount, unit: Option<&Unit>) -> String {
    let unit = target.change_unit.as_ref().or(target.unit.as_ref()).or(unit);
    let size = figure_text(Amount::from(change.decimal().abs()), unit, None);
    let word = if change.decimal().is_sign_negative() { "reduction" } else { "increase" };
    format!("{size} {word}")
}
