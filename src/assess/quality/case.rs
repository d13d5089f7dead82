//! A row with all that a check may look at.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::super::course::months_elapsed;
use super::super::{Direction, Judged, Progress, Verdict};
use crate::document::Milestone;
use crate::model::{Figure, History, Join, Measure, Report, Value};
use crate::terms::{
    Amount, Basis, Keyword, Mark, Nearness, Period, Quarter, QuarterNumber, Span, Unit, Year,
    figure_text,
};

/// A measure with its report, its verdicts and the rows of other reports that are the same measure.
pub(super) struct Case<'h> {
    pub(super) history: &'h History,
    pub(super) report: &'h Report,
    pub(super) measure: &'h Measure,
    pub(super) joins: &'h [Join],
    pub(super) judged: Option<&'h Judged>,
    pub(super) objective_is_commented: bool,
}

/// A milestone with its report and its verdict.
pub(super) struct MilestoneCase<'h> {
    pub(super) report: &'h Report,
    pub(super) milestone: &'h Milestone,
    pub(super) progress: Option<&'h Verdict<Progress>>,
    pub(super) objective_is_commented: bool,
}

/// A number of a row, with what is known of it.
pub(super) struct Number<'h> {
    /// "the current figure", "last year's actual"
    pub(super) called: Cow<'static, str>,
    pub(super) amount: Amount,
    pub(super) unit: Option<&'h Unit>,
    pub(super) covers: Option<&'h Span>,
    pub(super) nearness: Option<Nearness>,
    pub(super) is_revised: bool,
    places: Option<u8>,
}

impl Number<'_> {
    pub(super) fn decimal(&self) -> Decimal {
        self.amount.decimal()
    }

    /// As it is printed: "over 94%".
    pub(super) fn text(&self) -> String {
        let text = figure_text(self.amount, self.unit, self.places);
        match self.nearness {
            Some(nearness) => format!("{} {text}", nearness.word()),
            None => text,
        }
    }
}

impl<'h> Case<'h> {
    pub(super) fn progress(&self) -> Option<&'h Verdict<Progress>> {
        self.judged.map(Judged::progress)
    }

    pub(super) fn direction(&self) -> Option<&'h Verdict<Direction>> {
        self.judged.map(Judged::direction)
    }

    fn number(
        &self,
        called: impl Into<Cow<'static, str>>,
        figure: &'h Figure,
        of: &'h Measure,
    ) -> Option<Number<'h>> {
        Some(Number {
            called: called.into(),
            amount: figure.amount()?,
            unit: figure.unit.as_ref().or(of.unit.as_ref()),
            covers: figure.covers.as_ref(),
            nearness: figure.nearness,
            is_revised: figure.marks.contains(&Mark::Revised),
            places: self.measure.places,
        })
    }

    fn own(&self, called: &'static str, value: &'h Value) -> Option<Number<'h>> {
        self.number(called, value.figure()?, self.measure)
    }

    pub(super) fn current(&self) -> Option<Number<'h>> {
        self.own("the current figure", &self.measure.current)
    }

    pub(super) fn last_year(&self) -> Option<Number<'h>> {
        self.own("last year's actual", &self.measure.last_year)
    }

    pub(super) fn same_period(&self) -> Option<Number<'h>> {
        self.own(
            "the figure for the same period last year",
            self.measure.same_period_last_year.as_ref()?,
        )
    }

    pub(super) fn target(&self) -> Option<Number<'h>> {
        let level = self.measure.target.level()?;
        Some(Number {
            called: Cow::Borrowed("the target"),
            amount: level.amount,
            unit: level.unit.as_ref().or(self.measure.unit.as_ref()),
            covers: level.covers.as_ref(),
            nearness: None,
            is_revised: false,
            places: self.measure.places,
        })
    }

    /// The figure of the quarter before: the row's own, otherwise that quarter's file's.
    pub(super) fn previous_quarter(&self) -> Option<Number<'h>> {
        let own = self.measure.previous_quarter.as_ref();
        own.and_then(|value| self.own("the figure for the quarter before", value)).or_else(|| {
            self.filed(self.quarter()?.previous(), |quarter| {
                format!("the figure for the quarter before ({quarter})")
            })
        })
    }

    /// The current figure that the reports for a quarter give; none where they disagree, or where the
    /// definition changed since.
    pub(super) fn filed(
        &self,
        quarter: Quarter,
        called: impl Fn(Quarter) -> String,
    ) -> Option<Number<'h>> {
        let mut found: Option<Number<'h>> = None;
        for join in self.joins {
            let other = self.history.reports().get(join.other_report)?;
            if other.period != Period::Quarter(quarter) || !join.by.is_certain() {
                continue;
            }
            if !join.changes.is_empty() {
                return None;
            }
            let then = other.measures.get(join.other_measure)?;
            let Some(figure) = then.current.figure() else { continue };
            let Some(number) = self.number(called(quarter), figure, then) else { continue };
            if found.as_ref().is_some_and(|found| found.amount != number.amount) {
                return None;
            }
            found = Some(number);
        }
        found
    }

    pub(super) fn quarter(&self) -> Option<Quarter> {
        self.report.period.quarter()
    }

    /// Whether a part of a year's figure is a part of the year's: a count or money that builds up, or a rate that
    /// is seen to.
    pub(super) fn builds_up(&self) -> bool {
        matches!(self.measure.basis, Some(Basis::Cumulative | Basis::Quarter))
            && self.adds_up(self.measure.unit.as_ref())
    }

    /// Whether figures in this unit build up over the year.
    pub(super) fn adds_up(&self, unit: Option<&Unit>) -> bool {
        unit.is_some_and(Unit::adds_up) || self.judged.is_some_and(|one| one.outlook.builds_up())
    }

    /// How many of a year's twelve months the current figure covers, where it builds up.
    pub(super) fn months(&self) -> i64 {
        match (self.builds_up(), self.measure.basis, self.quarter()) {
            (true, Some(Basis::Quarter), _) => 3,
            (true, _, Some(quarter)) => months_elapsed(self.measure.year, quarter.number),
            _ => 12,
        }
    }

    /// Whether the year that a cumulative figure belongs to starts within this quarter, so that nothing of it
    /// stands before. The academic year starts in September, inside Quarter 2.
    pub(super) fn year_starts(&self, quarter: Quarter) -> bool {
        match self.measure.year {
            Year::Financial => quarter.number == QuarterNumber::One,
            Year::Academic => quarter.number == QuarterNumber::Two,
        }
    }

    /// Every text that stands with the row or its current figure, one after the other.
    pub(super) fn texts(&self) -> impl Iterator<Item = &'h str> {
        let measure = self.measure;
        measure
            .said
            .commentary
            .iter()
            .map(|one| one.text.as_str())
            .chain(measure.said.note.as_deref())
            .chain(measure.current.figure().and_then(|figure| figure.note.as_deref()))
    }
}
