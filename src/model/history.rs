//! Several reports joined into a history.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use super::HistorySteps;
use super::identity::{changes, joined_by};
use super::joining::Index;
use super::past::{Past, PastFigure, Source, Stands};
use super::{Gap, JoinedBy, Measure, Report, Value};
use crate::terms::{Absence, Basis, Date, FinancialYear, Period, Quarter, QuarterNumber, Year};

/// Reports in the order of their periods. The order in which they were loaded makes no difference.
///
/// A clone is another handle on the same reports.
#[derive(Clone, Debug, Default)]
pub struct History(Rc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    reports: Vec<Rc<Report>>,
    index: Index,
    /// For each report, each measure's joins, once they have been asked for.
    joins: Vec<Vec<OnceCell<Vec<Join>>>>,
}

impl PartialEq for History {
    /// All else follows from the reports.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0.reports == other.0.reports
    }
}

/// A measure in a report, by index.
pub(super) type Row = (usize, usize);

/// Two rows of different reports that are, or may be, the same measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Join {
    /// The index of the measure in the report that was asked about.
    pub measure: usize,
    /// The index of the other report.
    pub other_report: usize,
    /// The index of the measure in the other report.
    pub other_measure: usize,
    /// On what strength.
    pub by: JoinedBy,
    /// What changed in the definition, so that figures are not compared.
    pub changes: Vec<String>,
}

impl History {
    /// Joins reports.
    #[must_use]
    pub fn new(reports: Vec<Rc<Report>>) -> Self {
        HistorySteps::new(reports).finish()
    }

    pub(super) fn of_parts(reports: Vec<Rc<Report>>, index: Index) -> Self {
        let none_yet = |report: &Rc<Report>| vec![OnceCell::new(); report.measures.len()];
        let joins = reports.iter().map(none_yet).collect();
        Self(Rc::new(Shared { reports, index, joins }))
    }

    /// The reports, earliest first.
    #[must_use]
    pub fn reports(&self) -> &[Rc<Report>] {
        &self.0.reports
    }

    /// Every row of another report of the same council that is, or may be, a measure of this report.
    #[must_use]
    pub fn joins(&self, report: usize) -> Vec<Join> {
        let measures = self.reports().get(report).map_or(0, |this| this.measures.len());
        (0..measures).flat_map(|measure| self.joins_of_measure(report, measure)).cloned().collect()
    }

    /// Every row of another report of the same council that is, or may be, this measure.
    #[must_use]
    pub fn joins_of_measure(&self, report: usize, measure: usize) -> &[Join] {
        if self.0.reports.len() < 2 {
            return &[];
        }
        let known = self.0.joins.get(report).and_then(|measures| measures.get(measure));
        known.map_or(&[], |joins| joins.get_or_init(|| self.find_joins((report, measure))))
    }

    fn find_joins(&self, (report, measure): Row) -> Vec<Join> {
        let this = &self.reports()[report];
        let row = &this.measures[measure];
        let is_of_another = |other: &Row| {
            other.0 != report && self.reports()[other.0].organisation == this.organisation
        };
        let mut rows: Vec<Row> = self.0.index.candidates(row).filter(is_of_another).collect();
        rows.sort_unstable();
        rows.dedup();
        rows.into_iter()
            .filter_map(|(other_report, other_measure)| {
                let there = &self.reports()[other_report];
                let other = &there.measures[other_measure];
                let by = joined_by(row, other)?;
                let changes = changes_in_time(this, row, there, other);
                Some(Join { measure, other_report, other_measure, by, changes })
            })
            .collect()
    }

    /// The figure of the same quarter of last year.
    ///
    /// It comes from the file itself, where that gives the figure or the difference from it; otherwise from
    /// that quarter's own file. In Quarter 4, and for figures published once a year, last year's outturn is
    /// the same period.
    #[must_use]
    pub fn same_period_last_year(&self, report: usize, measure: usize) -> Past {
        self.same_period_last_year_of(report, measure, &[])
    }

    /// The figure of the same quarter of last year of the part with these labels, as [`Value::part`] finds it.
    #[must_use]
    pub fn same_period_last_year_of(&self, report: usize, measure: usize, part: &[&str]) -> Past {
        let this = &self.reports()[report];
        let row = &this.measures[measure];
        let Some(quarter) = this.period.quarter() else { return Past::Unknown };
        let then = quarter.last_year();
        let source = |stands| Source::new(this, measure, stands, then);
        let own = row.same_period_last_year.as_ref().and_then(|value| value.part(part));
        if let Some(known) =
            own.as_deref().and_then(|value| PastFigure::of(value, source(Stands::SamePeriod)))
        {
            return Past::Known(known);
        }
        if part.is_empty()
            && let Some(known) = difference(row, || source(Stands::Difference))
        {
            return Past::Known(known);
        }
        let joined = self.figure_at((report, measure), Period::Quarter(then), part);
        if joined != Past::Unknown {
            return joined;
        }
        if let Some(known) = earlier(row, then, part, || source(Stands::Earlier)) {
            return Past::Known(known);
        }
        let outturn_is_same_period = match row.basis {
            Some(Basis::Annual) => true,
            // What is published late has a time of its own, and the file says which.
            Some(Basis::Arrears) if covers_another_time(row, this.period.year()) => {
                covers_a_year_after_last_year(row, this.period.year())
            }
            // A quarter is not a year, and by the end of March seven months of an academic year have passed.
            Some(Basis::Forecast | Basis::Quarter) => false,
            Some(Basis::Cumulative) if row.year == Year::Academic => false,
            _ => quarter.number == QuarterNumber::Four,
        };
        if outturn_is_same_period {
            let outturn = self.last_year_of(report, measure, part);
            if outturn != Past::Unknown {
                return outturn;
            }
        }
        match own.as_deref() {
            Some(Value::Absent(gap)) => Past::Absent(gap.clone()),
            _ => Past::Unknown,
        }
    }

    /// The outturn of the year before: from the file itself, otherwise from that year's Quarter 4 where its figure is the
    /// year's. That of a quarter alone is not, nor what seven months of an academic year have come to.
    #[must_use]
    pub fn last_year(&self, report: usize, measure: usize) -> Past {
        self.last_year_of(report, measure, &[])
    }

    /// The outturn of the year before of the part with these labels, as [`Value::part`] finds it.
    #[must_use]
    pub fn last_year_of(&self, report: usize, measure: usize, part: &[&str]) -> Past {
        let this = &self.reports()[report];
        let row = &this.measures[measure];
        let year = this.period.year().previous();
        let fourth = Quarter { year, number: QuarterNumber::Four };
        let own = row.last_year.part(part).unwrap_or_else(|| Cow::Owned(Value::not_stated()));
        match &*own {
            Value::Figure(_) => {
                PastFigure::of(&own, Source::new(this, measure, Stands::LastYear, fourth))
                    .map_or_else(|| Past::Absent(Gap::because(Absence::NotApplicable)), Past::Known)
            }
            Value::Absent(gap) => {
                let filed = if row.closes_in_march() {
                    self.figure_at((report, measure), Period::Quarter(fourth), part)
                } else {
                    Past::Unknown
                };
                match filed {
                    Past::Unknown if gap.reason == Absence::NotStated => Past::Unknown,
                    Past::Unknown => Past::Absent(gap.clone()),
                    known => known,
                }
            }
        }
    }

    /// Where a measure's own figures for last year differ from what last year's files say, as sentences, each
    /// with the measure's index.
    pub(super) fn disagreements_of(&self, report: usize, measure: usize) -> Vec<(usize, String)> {
        let this = &self.reports()[report];
        let Some(quarter) = this.period.quarter() else { return Vec::new() };
        let year_end = Quarter { year: quarter.year.previous(), number: QuarterNumber::Four };
        let row = &this.measures[measure];
        let own = [
            (Some(&row.last_year), year_end, Stands::LastYear, "last year's actual"),
            (
                row.same_period_last_year.as_deref(),
                quarter.last_year(),
                Stands::SamePeriod,
                "the same period last year",
            ),
        ];
        let mut found = Vec::new();
        for (value, then, stands, called) in own {
            let source = Source::new(this, measure, stands, then);
            let own = value.and_then(|value| PastFigure::of(value, source));
            let Some(own) = own else { continue };
            let filed = self.figure_at((report, measure), Period::Quarter(then), &[]);
            if let Past::Known(filed) = filed
                && !own.is_same_as(&filed)
            {
                let what = format!(
                    "This report gives {} as {called}; {} gives {}. This report's own figure is used.",
                    own.text(row),
                    filed.origin(),
                    filed.text(row)
                );
                found.push((measure, what));
            }
        }
        found
    }

    /// The current figure of the same measure in the reports for `period`.
    pub(super) fn figure_at(&self, row: Row, period: Period, part: &[&str]) -> Past {
        let mut known: Vec<PastFigure> = Vec::new();
        let mut absent = None;
        for join in self.joins_of_measure(row.0, row.1) {
            let other = &self.reports()[join.other_report];
            if other.period != period || !join.by.is_certain() {
                continue;
            }
            if !join.changes.is_empty() {
                return Past::Changed(join.changes.clone());
            }
            let then = &other.measures[join.other_measure];
            match (then.current.part(part).as_deref(), period) {
                (Some(Value::Absent(gap)), _) => absent = Some(gap.clone()),
                (Some(value), Period::Quarter(quarter)) => {
                    let source = Source::new(other, join.other_measure, Stands::Current, quarter);
                    known.extend(PastFigure::of(value, source));
                }
                _ => {}
            }
        }
        let agree = known.windows(2).all(|pair| pair[0].is_same_as(&pair[1]));
        match (known.is_empty(), agree) {
            (true, _) => absent.map_or(Past::Unknown, Past::Absent),
            (false, true) => Past::Known(known.swap_remove(0)),
            (false, false) => Past::Disagreeing(known),
        }
    }
}

pub(super) fn order(report: &Report) -> (Period, &str, &str, &str) {
    (report.period, &report.organisation, &report.directorate, &report.file)
}

/// The change belongs to whichever of the two is later.
fn changes_in_time(a_report: &Report, a: &Measure, b_report: &Report, b: &Measure) -> Vec<String> {
    if a_report.period >= b_report.period { changes(a, b) } else { changes(b, a) }
}

/// Whether the file says that the current figure is not for the report's own year.
fn covers_another_time(row: &Measure, this: FinancialYear) -> bool {
    let covers = row.current.figure().and_then(|figure| figure.covers.as_ref());
    covers.is_some_and(|covers| !covers.is_year(this))
}

/// Whether last year's figure is of the time one year before that of the current one.
fn covers_a_year_after_last_year(row: &Measure, this: FinancialYear) -> bool {
    let now = row.current.figure().and_then(|figure| figure.covers.as_ref());
    let Some((now, then)) = now.zip(row.last_year_covers(this)) else { return false };
    let is_a_year_apart = |now: Date, then: Date| {
        (now.year(), now.month(), now.day()) == (then.year() + 1, then.month(), then.day())
    };
    is_a_year_apart(now.first(), then.first()) && is_a_year_apart(now.last(), then.last())
}

fn difference(row: &Measure, source: impl FnOnce() -> Source) -> Option<PastFigure> {
    let (current, change) = row.current.amount().zip(row.change_on_last_year)?;
    let amount = current.decimal().checked_sub(change.decimal())?.into();
    let unit = row.current.figure().and_then(|figure| figure.unit.clone());
    let (marks, covers) = (Vec::new(), None);
    Some(PastFigure { amount, source: source(), unit, nearness: None, marks, covers })
}

fn earlier(
    row: &Measure,
    then: Quarter,
    part: &[&str],
    source: impl FnOnce() -> Source,
) -> Option<PastFigure> {
    if row.earlier.is_empty() {
        return None;
    }
    let days = then.days()?;
    let (_, value) = row.earlier.iter().find(|(span, _)| (span.first(), span.last()) == days)?;
    PastFigure::of(&*value.part(part)?, source())
}
