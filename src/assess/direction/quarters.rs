//! Figures quarter by quarter: as they are, or what each quarter added to the total of the year so far.

use std::collections::BTreeMap;

use super::single::no_basis;
use super::subject::Subject;
use super::weighed::{Aim, Standing, Weighed};
use crate::assess::course::months_elapsed;
use crate::assess::verdict::{Draft, Reason};
use crate::model::{Past, PastFigure};
use crate::terms::{
    Amount, Basis, CumulativeBy, Keyword, Mark, Nearness, Quarter, QuarterNumber, Span, Unit, Year,
    as_printed,
};

/// A measure's figures quarter by quarter.
pub(super) struct Quarters<'s> {
    subject: &'s Subject<'s>,
    known: BTreeMap<Quarter, Past>,
    pub(super) are_increments: bool,
}

/// A figure of a quarter before anything is worked out from it.
struct Given {
    amount: Amount,
    text: String,
    origin: String,
    nearness: Option<Nearness>,
    covers: Option<Span>,
    marks: Vec<Mark>,
}

impl<'s> Quarters<'s> {
    /// The figures of a measure that has one for each quarter.
    pub(super) fn new(
        subject: &'s Subject<'s>,
        cumulative: CumulativeBy,
        derivation: &mut Draft,
    ) -> Result<Self, Reason> {
        let adds_up = subject.unit().map(Unit::adds_up);
        let are_increments = match (subject.row.basis, cumulative, adds_up) {
            (Some(Basis::Annual), ..) => {
                return Err(Reason::new(
                    "Annual",
                    "the figure is published once a year, so there is none for each quarter",
                ));
            }
            (Some(Basis::Termly), ..) => {
                return Err(Reason::new(
                    "Termly",
                    "the figure is collected each school term, and terms are not quarters",
                ));
            }
            (Some(Basis::Cumulative), CumulativeBy::Never, _) => {
                return Err(Reason::new(
                    "Cumulative",
                    "the figure is for the year so far, and by this rule such figures are not compared quarter by quarter",
                ));
            }
            (Some(Basis::Cumulative), CumulativeBy::Increments, Some(true)) => true,
            (Some(Basis::Cumulative), CumulativeBy::Increments, Some(false)) => {
                let Some(words) = subject.rate_builds_up() else {
                    return Err(Reason::new(
                        "Rate for the year so far",
                        "the figure is a rate for the year so far, and what this quarter added to it cannot be told from it",
                    ));
                };
                derivation.step(|| ("Over the year", "it builds up", words));
                true
            }
            (Some(Basis::Cumulative), CumulativeBy::Increments, None) => {
                return Err(Reason::new(
                    "No unit",
                    "the measure's unit is not given, so it cannot be said whether quarters add up to the year",
                ));
            }
            (None, _, None | Some(true)) => return Err(no_basis()),
            _ => false,
        };
        let known = subject.history.earlier_quarters_of(subject.at.0, subject.at.1, subject.labels);
        Ok(Self { subject, known, are_increments })
    }

    /// What a quarter stands at: its figure, or what it added to the year.
    pub(super) fn at(&self, quarter: Quarter) -> Result<Standing, Reason> {
        if self.are_increments {
            return self.increment(quarter);
        }
        if quarter == self.subject.quarter {
            return Ok(Standing::current(self.subject));
        }
        let then = self.past(quarter)?;
        self.subject.covers_as_much(then.covers.as_ref())?;
        Ok(Standing::past(self.subject, &then))
    }

    fn past(&self, quarter: Quarter) -> Result<PastFigure, Reason> {
        let past = self.known.get(&quarter).cloned().unwrap_or(Past::Unknown);
        let called = self.subject.this.quarter_name(quarter);
        self.subject.usable(past, &called, &format!("in {called}"), "No earlier figure")
    }

    fn given(&self, quarter: Quarter) -> Result<Given, Reason> {
        let subject = self.subject;
        let given = if quarter == subject.quarter {
            Given {
                amount: subject.amount,
                text: subject.words(|| subject.text()),
                origin: subject.words(|| subject.origin()),
                nearness: subject.figure.nearness,
                covers: subject.figure.covers.clone(),
                marks: subject.figure.marks.clone(),
            }
        } else {
            let then = self.past(quarter)?;
            let text = subject.words(|| subject.past_text(&then));
            let origin = subject.words(|| then.origin());
            let PastFigure { amount, nearness, covers, marks, .. } = then;
            Given { amount, text, origin, nearness, covers, marks }
        };
        if given.nearness.is_some() {
            return Err(approximate());
        }
        let months = months_elapsed(subject.row.year, quarter.number);
        if let (Some(covers), Some((_, end))) = (&given.covers, quarter.days())
            && (i64::from(covers.months()) != months || covers.last() != end)
        {
            let clause = format!(
                "the figure for {} is for {covers}, not for the {} year so far",
                subject.this.quarter_name(quarter),
                subject.row.year.word()
            );
            return Err(Reason::new("Other period", clause));
        }
        Ok(given)
    }

    /// What a quarter added to the total of the year so far. The first quarter's total is its own.
    fn increment(&self, quarter: Quarter) -> Result<Standing, Reason> {
        let subject = self.subject;
        let name = subject.this.quarter_name(quarter);
        if (subject.row.year, quarter.number) == (Year::Academic, QuarterNumber::Two) {
            let clause = format!(
                "the academic year starts in September, so the figure for {name} is for one month and not for a quarter"
            );
            return Err(Reason::new("One month", clause));
        }
        let total = self.given(quarter)?;
        let places = subject.row.places;
        let printed = as_printed(total.amount, places);
        let starts = (subject.row.year, quarter.number) == (Year::Financial, QuarterNumber::One);
        let mut marks = total.marks;
        let (own, origin) = if starts {
            (printed, format!("{}: the year's first quarter", total.origin))
        } else {
            let before = self.given(quarter.previous())?;
            let own = printed
                .checked_sub(as_printed(before.amount, places))
                .ok_or_else(Reason::too_large)?;
            let origin =
                format!("{} ({}) − {} ({})", total.text, total.origin, before.text, before.origin);
            marks.extend(before.marks);
            (own, origin)
        };
        marks.sort_unstable();
        marks.dedup();
        let mut text = subject.level_text(own, own.scale());
        // Of a total that is provisional, what the quarter added is provisional too.
        if !marks.is_empty() {
            text = format!("{text} ({})", marks_text(&marks));
        }
        Ok(Standing { printed: own, exact: own, text, period: name, origin, nearness: None, marks })
    }
}

/// "provisional, estimated"
pub(super) fn marks_text(marks: &[Mark]) -> String {
    marks.iter().map(|mark| mark.word()).collect::<Vec<_>>().join(", ")
}

pub(super) fn approximate() -> Reason {
    Reason::new(
        "Approximate figure",
        "a figure is only given approximately, which does not decide it",
    )
}

/// The quarter before.
pub(super) fn previous(
    subject: &Subject<'_>,
    cumulative: CumulativeBy,
    derivation: &mut Draft,
) -> Result<Weighed, Reason> {
    let quarters = Quarters::new(subject, cumulative, derivation)?;
    let now = quarters.at(subject.quarter)?;
    if quarters.are_increments {
        derivation.step(|| ("This quarter alone", now.text.clone(), now.origin.clone()));
    }
    let then = quarters.at(subject.quarter.previous())?;
    let called = if quarters.are_increments { "Quarter before alone" } else { "Quarter before" };
    derivation
        .step(|| (format!("{called} ({})", then.period), then.text.clone(), then.origin.clone()));
    let (called, method, aim) = if quarters.are_increments {
        (
            ("in this quarter alone", "in the quarter before alone"),
            "What this quarter added to the year's figure is compared with what the quarter before added",
            Aim::Nothing,
        )
    } else {
        (
            ("now", "in the quarter before"),
            "The current figure is compared with the quarter before",
            Aim::Year,
        )
    };
    let weighed = Weighed::figures(subject, &now, called, &then)?;
    Ok(Weighed { method: method.into(), aim, ..weighed })
}
