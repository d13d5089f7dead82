//! Two numbers to hold against each other.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::subject::Subject;
use crate::assess::verdict::Reason;
use crate::model::PastFigure;
use crate::terms::{Amount, Mark, Nearness, as_printed};

/// What a comparison weighs: an earlier number and a later one, and how to say them.
pub(super) struct Weighed {
    /// The later number, times `scale`.
    pub(super) now: Decimal,
    /// The earlier number, times `scale`.
    pub(super) then: Decimal,
    /// By what the later one is more, times `scale`.
    pub(super) moved: Decimal,
    /// What the three are multiplied by, so that a third is exact and boundaries are met.
    pub(super) scale: Decimal,
    /// How the later number stands to the true one.
    pub(super) now_is: Option<Nearness>,
    /// How the earlier number stands to the true one.
    pub(super) then_is: Option<Nearness>,
    /// How many decimal places the numbers behind it have.
    pub(super) written: u32,
    /// Whether the two differ, but not as they are printed.
    pub(super) differs_unprinted: bool,
    /// What a figure that should be near to the plan is near to.
    pub(super) aim: Aim,
    /// Both numbers in words: "71% now, 70% in the same period last year (2018/19 Q2)".
    pub(super) what: String,
    /// What goes in front of that where the two are the same.
    pub(super) if_same: &'static str,
    /// The way to compare, as the start of a sentence.
    pub(super) method: Cow<'static, str>,
}

/// What a figure that should be near to the plan is near to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// The target by the end of this quarter.
    Quarter,
    /// The target for the year.
    Year,
    /// None: the numbers are parts of the year's figure.
    Nothing,
}

/// A figure of some period.
pub(super) struct Standing {
    /// As it is printed.
    pub(super) printed: Decimal,
    /// As it was given.
    pub(super) exact: Decimal,
    /// In words, with its unit and what is known of it.
    pub(super) text: String,
    /// The period: "2018/19 Q2".
    pub(super) period: String,
    /// Where it came from, or how it was worked out.
    pub(super) origin: String,
    /// How it stands to the true figure.
    pub(super) nearness: Option<Nearness>,
    /// How firm it, or what it was worked out from, is.
    pub(super) marks: Vec<Mark>,
}

impl Standing {
    /// The current figure.
    pub(super) fn current(subject: &Subject<'_>) -> Self {
        Self {
            printed: as_printed(subject.amount, subject.row.places),
            exact: subject.amount.decimal(),
            text: subject.words(|| subject.text()),
            period: subject.words(|| subject.this.quarter_name(subject.quarter)),
            origin: subject.words(|| subject.origin()),
            nearness: subject.figure.nearness,
            marks: subject.figure.marks.clone(),
        }
    }

    /// An earlier figure.
    pub(super) fn past(subject: &Subject<'_>, then: &PastFigure) -> Self {
        Self {
            printed: as_printed(then.amount, subject.row.places),
            exact: then.amount.decimal(),
            text: subject.words(|| subject.past_text(then)),
            period: subject.words(|| then.period()),
            origin: subject.words(|| then.origin()),
            nearness: then.nearness,
            marks: then.marks.clone(),
        }
    }
}

impl Weighed {
    /// Two figures, the later one called "now" and the earlier one "in the quarter before".
    pub(super) fn figures(
        subject: &Subject<'_>,
        now: &Standing,
        (now_called, then_called): (&str, &str),
        then: &Standing,
    ) -> Result<Self, Reason> {
        let moved = now.printed.checked_sub(then.printed).ok_or_else(Reason::too_large)?;
        Ok(Self {
            now: now.printed,
            then: then.printed,
            moved,
            scale: Decimal::ONE,
            now_is: now.nearness,
            then_is: then.nearness,
            written: now.printed.scale().max(then.printed.scale()),
            differs_unprinted: moved.is_zero() && now.exact != then.exact,
            aim: Aim::Quarter,
            what: subject.words(|| {
                format!("{} {now_called}, {} {then_called} ({})", now.text, then.text, then.period)
            }),
            if_same: "",
            method: Cow::Borrowed(""),
        })
    }

    /// A number of this comparison as it is.
    pub(super) fn unscaled(&self, number: Decimal) -> Result<Decimal, Reason> {
        number.checked_div(self.scale).ok_or_else(Reason::too_large)
    }

    /// An amount in the measure's unit, times `scale`.
    pub(super) fn scaled(&self, amount: Amount) -> Result<Decimal, Reason> {
        amount.decimal().checked_mul(self.scale).ok_or_else(Reason::too_large)
    }
}
