//! A figure of an earlier period, and where it came from.

use std::fmt;
use std::rc::Rc;

use super::{Gap, Measure, Report, Value};
use crate::terms::{Amount, Keyword, Mark, Nearness, Quarter, Span, Unit, figure_text};

/// What is known of an earlier period's figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Past {
    /// The figure.
    Known(PastFigure),
    /// There is a row, but no single number in it.
    Absent(Gap),
    /// There is a figure, but the definition changed since.
    Changed(Vec<String>),
    /// Sources give different figures.
    Disagreeing(Vec<PastFigure>),
    /// Nothing is known.
    Unknown,
}

/// A figure of an earlier period and where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct PastFigure {
    /// The figure.
    pub amount: Amount,
    /// Where it came from.
    pub(super) source: Source,
    /// Its unit, where it is not the measure's.
    pub unit: Option<Unit>,
    /// How it stands to the true figure.
    pub nearness: Option<Nearness>,
    /// How firm it is.
    pub marks: Vec<Mark>,
    /// The time that it covers, where it is not the column's.
    pub covers: Option<Span>,
}

/// Where a figure came from: its words are made when they are read.
#[derive(Clone)]
pub(super) struct Source {
    report: Rc<Report>,
    measure: usize,
    stands: Stands,
    quarter: Quarter,
}

/// Where in its row a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// As the current figure of that quarter's own report.
    Current,
    /// As the same period last year.
    SamePeriod,
    /// As last year's actual.
    LastYear,
    /// As the quarter before.
    PreviousQuarter,
    /// Among the figures for other periods.
    Earlier,
    /// Nowhere: it follows from the change on the same period last year.
    Difference,
}

impl Source {
    /// A row of a report, and the quarter that the figure is for.
    pub(super) fn new(
        report: &Rc<Report>,
        measure: usize,
        stands: Stands,
        quarter: Quarter,
    ) -> Self {
        Self { report: Rc::clone(report), measure, stands, quarter }
    }

    fn row(&self) -> &Measure {
        &self.report.measures[self.measure]
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        let key = |one: &Self| (one.measure, one.stands, one.quarter);
        key(self) == key(other) && self.report.file == other.report.file
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}, {}, {:?}, {}",
            self.report.file,
            self.row().name(),
            self.stands,
            self.quarter
        )
    }
}

impl PastFigure {
    /// The one number that stands for a value; none where it has none.
    pub(super) fn of(value: &Value, source: Source) -> Option<Self> {
        let figure = value.figure()?;
        let (unit, nearness) = (figure.unit.clone(), figure.nearness);
        let (marks, covers) = (figure.marks.clone(), figure.covers.clone());
        Some(Self { amount: figure.amount()?, source, unit, nearness, marks, covers })
    }

    /// The period: "2018/19 Q2".
    #[must_use]
    pub fn period(&self) -> String {
        let Source { report, stands, quarter, .. } = &self.source;
        match (stands, &self.covers) {
            (Stands::Current, _) => quarter.to_string(),
            (Stands::LastYear, Some(covers)) => covers.to_string(),
            (Stands::LastYear, None) => report.year_name(quarter.year),
            _ => report.quarter_name(*quarter),
        }
    }

    /// The year that an annual figure is for: what it covers, otherwise the year of its column.
    #[must_use]
    pub fn year(&self) -> String {
        let Source { report, stands, quarter, .. } = &self.source;
        let covers = match stands {
            Stands::LastYear => self.source.row().last_year_covers(report.period.year()),
            _ => self.covers.clone(),
        };
        covers.map_or_else(|| report.year_name(quarter.year), |covers| covers.to_string())
    }

    /// Where it came from, in words.
    #[must_use]
    pub fn origin(&self) -> String {
        let file = &self.source.report.file;
        let called = match self.source.stands {
            Stands::Current => self.source.row().name(),
            Stands::SamePeriod => "same period last year",
            Stands::LastYear => "last year's actual",
            Stands::PreviousQuarter => "previous quarter",
            Stands::Earlier => "earlier figures",
            Stands::Difference => return self.source.difference(),
        };
        format!("{file}, {called}")
    }

    /// As it is printed, with its unit.
    #[must_use]
    pub fn text(&self, measure: &Measure) -> String {
        let unit = self.unit.as_ref().or(measure.unit.as_ref());
        let text = figure_text(self.amount, unit, measure.places);
        match self.nearness {
            Some(nearness) => format!("{} {text}", nearness.word()),
            None => text,
        }
    }

    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        (self.amount, &self.unit, self.nearness) == (other.amount, &other.unit, other.nearness)
    }
}

impl Source {
    fn difference(&self) -> String {
        let (row, file) = (self.row(), &self.report.file);
        let known = row.current.amount().zip(row.change_on_last_year);
        let Some((current, change)) = known else { return file.clone() };
        let sign = if change.decimal().is_sign_negative() { "less" } else { "more" };
        let size = Amount::from(change.decimal().abs());
        let current = row.figure_text(current);
        format!("worked out: {file} says that {current} is {size} {sign} than a year before")
    }
}
