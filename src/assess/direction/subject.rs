//! What is going somewhere: a measure's current figure, or a part of it.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::assess::current::{current, no_figure, same_unit};
use crate::assess::outlook::builds_up;
use crate::assess::verdict::{Draft, Reason};
use crate::assess::words::points_text;
use crate::model::{Figure, History, Measure, Past, PastFigure, Report, Target, Value};
use crate::terms::{Amount, Basis, Keyword, Quarter, Span, Unit, figure_text, rounded};

/// More decimal places than anyone reads.
const MOST_PLACES: u8 = 12;

/// A measure's current figure, or a part of it, in its history.
pub(super) struct Subject<'a> {
    pub(super) history: &'a History,
    pub(super) at: (usize, usize),
    pub(super) labels: &'a [&'a str],
    pub(super) this: &'a Report,
    pub(super) row: &'a Measure,
    pub(super) quarter: Quarter,
    pub(super) figure: Cow<'a, Figure>,
    pub(super) amount: Amount,
    /// Whether words are wanted; otherwise texts are left blank.
    in_words: bool,
}

impl<'a> Subject<'a> {
    /// The part with these labels, or the whole where there are none.
    pub(super) fn new(
        history: &'a History,
        at: (usize, usize),
        labels: &'a [&'a str],
        in_words: bool,
    ) -> Result<Self, Reason> {
        let this: &Report = &history.reports()[at.0];
        let row = &this.measures[at.1];
        let Some(quarter) = this.period.quarter() else {
            return Err(Reason::new(
                "A plan",
                "this is a plan, and direction is judged in the quarters",
            ));
        };
        current(row)?;
        let figure = match row.current.part(labels) {
            Some(Cow::Borrowed(Value::Figure(figure))) => Cow::Borrowed(figure),
            Some(Cow::Owned(Value::Figure(figure))) => Cow::Owned(figure),
            Some(Cow::Borrowed(Value::Absent(gap))) => return Err(no_figure(gap)),
            Some(Cow::Owned(Value::Absent(gap))) => return Err(no_figure(&gap)),
            None => {
                return Err(Reason::new(
                    "Parts alike",
                    "more than one part of the current figure goes by this name",
                ));
            }
        };
        let Some(amount) = figure.amount() else {
            return Err(Reason::new("Not one number", "the current value is not one number"));
        };
        Ok(Self { history, at, labels, this, row, quarter, figure, amount, in_words })
    }

    /// A text for the derivation, where one is written.
    pub(super) fn words(&self, words: impl FnOnce() -> String) -> String {
        if self.in_words { words() } else { String::new() }
    }

    /// What its figures count.
    pub(super) fn unit(&self) -> Option<&Unit> {
        self.figure.unit.as_ref().or(self.row.unit.as_ref())
    }

    /// The current figure as it is printed, with what is known of it.
    pub(super) fn text(&self) -> String {
        self.figure.text_of(self.amount, self.row.unit.as_ref(), self.row.places)
    }

    /// Where the current figure came from.
    pub(super) fn origin(&self) -> String {
        let mut origin = format!("{}, {}", self.this.file, self.row.name());
        for label in self.labels {
            origin += ", ";
            origin += label;
        }
        origin
    }

    pub(super) fn say_current(&self, derivation: &mut Draft) {
        derivation.step(|| ("Current value", self.text(), self.origin()));
    }

    /// What shows that a percentage or a rate for the year so far builds up, in words.
    pub(super) fn rate_builds_up(&self) -> Option<&'static str> {
        builds_up(self.history, self.at)
    }

    pub(super) fn same_period_last_year(&self) -> Past {
        self.history.same_period_last_year_of(self.at.0, self.at.1, self.labels)
    }

    pub(super) fn last_year(&self) -> Past {
        self.history.last_year_of(self.at.0, self.at.1, self.labels)
    }

    /// The earlier figure, if it can be held against the current one. It is called "the same period last
    /// year" and, in the unit's words, "a year before"; that there is none, `missing`.
    pub(super) fn usable(
        &self,
        past: Past,
        called: &str,
        unit_called: &str,
        missing: &'static str,
    ) -> Result<PastFigure, Reason> {
        let then = match past {
            Past::Known(then) => then,
            Past::Absent(gap) => {
                let clause = format!("there is no figure for {called}; {}", gap.clause());
                return Err(Reason::new(missing, clause));
            }
            Past::Changed(changes) => {
                return Err(Reason::new("Definition changed", changes.join("; ")));
            }
            Past::Disagreeing(figures) => {
                let each: Vec<String> = figures
                    .iter()
                    .map(|figure| format!("{} in {}", figure.text(self.row), figure.origin()))
                    .collect();
                let clause =
                    format!("files give different figures for {called}: {}", each.join(", "));
                return Err(Reason::new("Files disagree", clause));
            }
            Past::Unknown => {
                let clause = format!("no figure for {called} is loaded");
                return Err(Reason::new(missing, clause));
            }
        };
        same_unit(self.row, &self.figure, then.unit.as_ref(), unit_called)?;
        Ok(then)
    }

    /// Stops where both figures say what they cover, and it is not as long, or the very same time.
    pub(super) fn covers_as_much(&self, then: Option<&Span>) -> Result<(), Reason> {
        let (Some(now), Some(then)) = (self.figure.covers.as_ref(), then) else { return Ok(()) };
        if now.is_same_time(then) {
            let clause = format!("both figures are for {now}");
            return Err(Reason::new("Same period", clause));
        }
        if now.months() == then.months() {
            return Ok(());
        }
        let clause = format!(
            "the figure now is for {now} ({}) and the earlier one for {then} ({})",
            months(now.months()),
            months(then.months())
        );
        Err(Reason::new("Other period", clause))
    }

    /// An earlier figure as it is printed, with what is known of it.
    pub(super) fn past_text(&self, then: &PastFigure) -> String {
        let mut remarks: Vec<String> =
            then.marks.iter().map(|mark| mark.word().to_owned()).collect();
        remarks.extend(
            then.covers.as_ref().map(Span::to_string).filter(|covers| *covers != then.period()),
        );
        let text = then.text(self.row);
        if remarks.is_empty() { text } else { format!("{text} ({})", remarks.join(", ")) }
    }

    /// The target that a figure should be near to: in a comparison of like quarters the profile's, where
    /// there is one, otherwise the year's.
    pub(super) fn target(&self, like_quarters: bool) -> Result<Amount, Reason> {
        let none =
            || Reason::new("No target", "near to the plan is better, and there is no target");
        if let (Some(label), Target::Parts(parts)) = (self.labels.last(), &self.row.target) {
            let mut alike = parts.iter().filter(|(own, _)| own.eq_ignore_ascii_case(label));
            let part = alike.next().and_then(|(_, value)| value.amount());
            return part.filter(|_| alike.next().is_none()).ok_or_else(none);
        }
        let level = self.row.target.level().filter(|_| self.labels.is_empty()).ok_or_else(none)?;
        same_unit(self.row, &self.figure, level.unit.as_ref(), "the target")?;
        let profiled = level.profiled(self.quarter.number).filter(|_| like_quarters);
        Ok(profiled.unwrap_or(level.amount))
    }

    /// Stops unless the target stays the same through the year.
    pub(super) fn has_constant_target(&self) -> Result<(), Reason> {
        let Some(level) = self.row.target.level() else {
            return Err(Reason::new(
                "No target",
                "only measures with the same target all year are compared, and there is no target",
            ));
        };
        let builds_up = self.row.basis == Some(Basis::Cumulative)
            && (self.unit().is_none_or(Unit::adds_up) || self.rate_builds_up().is_some());
        let is_level =
            level.profile.iter().flatten().all(|target| target.decimal() == level.amount.decimal());
        if is_level && !builds_up {
            return Ok(());
        }
        Err(Reason::new(
            "Target changes",
            "only measures with the same target all year are compared, and this one's changes from quarter to quarter",
        ))
    }

    /// A level that may have been worked out from figures of so many decimal places.
    pub(super) fn level_text(&self, value: Decimal, written: u32) -> String {
        let (amount, places) = self.legible(value, written);
        figure_text(amount, self.unit(), places)
    }

    /// A difference, without its sign: points between percentages, otherwise the measure's unit.
    pub(super) fn size_text(&self, difference: Decimal, written: u32) -> String {
        let (amount, places) = self.legible(difference.abs(), written);
        match self.unit() {
            Some(Unit::Percent) => points_text(amount, places),
            unit => figure_text(amount, unit, places),
        }
    }

    /// A number with the places to print: a place more than it was worked out from where it does not end
    /// there, and what is not zero is not printed as zero.
    fn legible(&self, value: Decimal, written: u32) -> (Amount, Option<u8>) {
        let reads = |places: u8| value.is_zero() || !rounded(value, places).is_zero();
        if let Some(places) = self.row.places.filter(|places| reads(*places)) {
            return (value.into(), Some(places));
        }
        if value.scale() <= written {
            return (value.into(), None);
        }
        let first = u8::try_from(written).unwrap_or(MOST_PLACES).saturating_add(1);
        let places = (first..MOST_PLACES).find(|places| reads(*places)).unwrap_or(MOST_PLACES);
        (rounded(value, places).normalize().into(), None)
    }
}

fn months(count: i32) -> String {
    if count == 1 { "1 month".to_owned() } else { format!("{count} months") }
}
