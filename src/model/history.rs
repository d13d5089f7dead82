//! Several reports joined into a history.

use std::borrow::Cow;
use std::rc::Rc;

use super::HistorySteps;
use super::identity::{Identity, changes};
use super::joining::Index;
use super::{Gap, JoinedBy, Measure, Report, Value};
use crate::terms::{
    Absence, Amount, Basis, Keyword, Mark, Nearness, Period, Quarter, QuarterNumber, Span, Unit,
    Year, figure_text,
};

/// Reports in the order of their periods. The order in which they were loaded makes no difference.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    reports: Vec<Rc<Report>>,
    /// For each report, each measure's identity.
    identities: Vec<Vec<Identity>>,
    index: Index,
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

/// A figure of an earlier period and where it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct PastFigure {
    /// The figure.
    pub amount: Amount,
    /// The period: "Quarter 2, 2018/19".
    pub period: String,
    /// Where it came from, in words.
    pub origin: String,
    /// Its unit, where it is not the measure's.
    pub unit: Option<Unit>,
    /// How it stands to the true figure.
    pub nearness: Option<Nearness>,
    /// How firm it is.
    pub marks: Vec<Mark>,
    /// The time that it covers, where it is not the column's.
    pub covers: Option<Span>,
}

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

impl History {
    /// Joins reports.
    #[must_use]
    pub fn new(reports: Vec<Rc<Report>>) -> Self {
        HistorySteps::new(reports).finish()
    }

    pub(super) fn of_parts(
        reports: Vec<Rc<Report>>,
        identities: Vec<Vec<Identity>>,
        index: Index,
    ) -> Self {
        Self { reports, identities, index }
    }

    /// The reports, earliest first.
    #[must_use]
    pub fn reports(&self) -> &[Rc<Report>] {
        &self.reports
    }

    /// Every row of another report of the same council that is, or may be, a measure of this report.
    #[must_use]
    pub fn joins(&self, report: usize) -> Vec<Join> {
        let Some(this) = self.reports.get(report) else { return Vec::new() };
        let rows = (0..this.measures.len()).map(|measure| (report, measure));
        rows.flat_map(|row| self.joins_of(row, |_| true)).collect()
    }

    /// Every row of another report of the same council that is, or may be, this measure.
    #[must_use]
    pub fn joins_of_measure(&self, report: usize, measure: usize) -> Vec<Join> {
        self.joins_of((report, measure), |_| true)
    }

    /// The joins of a row with reports of the same council that are wanted.
    pub(super) fn joins_of(&self, row: Row, wanted: impl Fn(&Report) -> bool) -> Vec<Join> {
        let (report, measure) = row;
        let this = &self.reports[report];
        let identity = &self.identities[report][measure];
        let mut rows: Vec<Row> = self
            .index
            .candidates(identity)
            .filter(|(other, _)| {
                *other != report
                    && wanted(&self.reports[*other])
                    && self.reports[*other].organisation == this.organisation
            })
            .collect();
        rows.sort_unstable();
        rows.dedup();
        rows.into_iter()
            .filter_map(|(other_report, other_measure)| {
                let by = identity.joined_by(&self.identities[other_report][other_measure])?;
                let other = &self.reports[other_report].measures[other_measure];
                let changes = changes_in_time(
                    this,
                    &this.measures[measure],
                    &self.reports[other_report],
                    other,
                );
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
        let this = &self.reports[report];
        let row = &this.measures[measure];
        let Some(quarter) = this.period.quarter() else { return Past::Unknown };
        let then = quarter.last_year();
        let own = row.same_period_last_year.as_ref().and_then(|value| value.part(part));
        let origin = || format!("{}, same period last year", this.file);
        let name = || this.quarter_name(then);
        if let Some(known) = own.as_deref().and_then(|value| past(value, name(), origin())) {
            return Past::Known(known);
        }
        if part.is_empty()
            && let Some(known) = difference(this, row, then)
        {
            return Past::Known(known);
        }
        let joined = self.figure_at((report, measure), Period::Quarter(then), part);
        if joined != Past::Unknown {
            return joined;
        }
        if let Some(known) = earlier(this, row, then, part) {
            return Past::Known(known);
        }
        let outturn_is_same_period = match row.basis {
            Some(Basis::Annual) => true,
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

    /// The outturn of the year before: from the file itself, otherwise from that year's Quarter 4.
    #[must_use]
    pub fn last_year(&self, report: usize, measure: usize) -> Past {
        self.last_year_of(report, measure, &[])
    }

    /// The outturn of the year before of the part with these labels, as [`Value::part`] finds it.
    #[must_use]
    pub fn last_year_of(&self, report: usize, measure: usize, part: &[&str]) -> Past {
        let this = &self.reports[report];
        let row = &this.measures[measure];
        let year = this.period.year().previous();
        let own = row.last_year.part(part).unwrap_or_else(|| Cow::Owned(Value::not_stated()));
        match &*own {
            Value::Figure(figure) => {
                let covers = figure.covers.as_ref();
                let period = covers.map_or_else(|| this.year_name(year), Span::to_string);
                past(&own, period, format!("{}, last year's actual", this.file))
                    .map_or_else(|| Past::Absent(Gap::because(Absence::NotApplicable)), Past::Known)
            }
            Value::Absent(gap) => {
                let fourth = Quarter { year, number: QuarterNumber::Four };
                match self.figure_at((report, measure), Period::Quarter(fourth), part) {
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
        let this = &self.reports[report];
        let Some(quarter) = this.period.quarter() else { return Vec::new() };
        let year_end = Quarter { year: quarter.year.previous(), number: QuarterNumber::Four };
        let row = &this.measures[measure];
        let own = [
            (Some(&row.last_year), year_end, "last year's actual"),
            (row.same_period_last_year.as_ref(), quarter.last_year(), "the same period last year"),
        ];
        let mut found = Vec::new();
        for (value, then, called) in own {
            let own = value.and_then(|value| past(value, then.to_string(), String::new()));
            let Some(own) = own else { continue };
            let filed = self.figure_at((report, measure), Period::Quarter(then), &[]);
            if let Past::Known(filed) = filed
                && !own.is_same_as(&filed)
            {
                let what = format!(
                    "This report gives {} as {called}; {} gives {}. This report's own figure is used.",
                    own.text(row),
                    filed.origin,
                    filed.text(row)
                );
                found.push((measure, what));
            }
        }
        found
    }

    /// The current figure of the same measure in the reports for `period`.
    fn figure_at(&self, row: Row, period: Period, part: &[&str]) -> Past {
        self.joined_at(&self.joins_of(row, |other| other.period == period), period, part)
    }

    /// The current figure in those of the joined rows that are for `period`.
    pub(super) fn joined_at(&self, joins: &[Join], period: Period, part: &[&str]) -> Past {
        let mut known: Vec<PastFigure> = Vec::new();
        let mut absent = None;
        for join in joins {
            let other = &self.reports[join.other_report];
            if other.period != period || !join.by.is_certain() {
                continue;
            }
            if !join.changes.is_empty() {
                return Past::Changed(join.changes.clone());
            }
            let then = &other.measures[join.other_measure];
            let origin = format!("{}, {}", other.file, then.name());
            match then.current.part(part).as_deref() {
                Some(Value::Absent(gap)) => absent = Some(gap.clone()),
                Some(value) => known.extend(past(value, period.to_string(), origin)),
                None => {}
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

impl PastFigure {
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

    fn is_same_as(&self, other: &Self) -> bool {
        (self.amount, &self.unit, self.nearness) == (other.amount, &other.unit, other.nearness)
    }
}

pub(super) fn past(value: &Value, period: String, origin: String) -> Option<PastFigure> {
    let figure = value.figure()?;
    let (unit, nearness) = (figure.unit.clone(), figure.nearness);
    let (marks, covers) = (figure.marks.clone(), figure.covers.clone());
    Some(PastFigure { amount: figure.amount()?, period, origin, unit, nearness, marks, covers })
}

fn difference(report: &Report, row: &Measure, then: Quarter) -> Option<PastFigure> {
    let (current, change) = row.current.amount().zip(row.change_on_last_year)?;
    let amount = current.decimal().checked_sub(change.decimal())?.into();
    let sign = if change.decimal().is_sign_negative() { "less" } else { "more" };
    let size = Amount::from(change.decimal().abs());
    let origin = format!(
        "worked out: {} says that {} is {size} {sign} than a year before",
        report.file,
        row.figure_text(current)
    );
    let unit = row.current.figure().and_then(|figure| figure.unit.clone());
    let period = report.quarter_name(then);
    let (marks, covers) = (Vec::new(), None);
    Some(PastFigure { amount, period, origin, unit, nearness: None, marks, covers })
}

fn earlier(report: &Report, row: &Measure, then: Quarter, part: &[&str]) -> Option<PastFigure> {
    let days = then.days()?;
    let (_, value) = row.earlier.iter().find(|(span, _)| (span.first(), span.last()) == days)?;
    let origin = format!("{}, earlier figures", report.file);
    past(&*value.part(part)?, report.quarter_name(then), origin)
}
