//! A measure's figures quarter by quarter, as far as they are known.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::past::{Past, PastFigure, Source, Stands};
use super::{History, Measure, Report, Value};
use crate::terms::{Basis, FinancialYear, Period, Quarter, QuarterNumber, Year};

impl History {
    /// What is known of each quarter before the report's own, from the file itself and from the others.
    ///
    /// The file's own word goes before that of another file. A year's outturn stands as its Quarter 4,
    /// where that is the same thing. Quarters of which nothing is known are left out.
    #[must_use]
    pub fn earlier_quarters(&self, report: usize, measure: usize) -> BTreeMap<Quarter, Past> {
        self.earlier_quarters_of(report, measure, &[])
    }

    /// What is known of each quarter before the report's own of the part with these labels, as
    /// [`Value::part`] finds it.
    #[must_use]
    pub fn earlier_quarters_of(
        &self,
        report: usize,
        measure: usize,
        part: &[&str],
    ) -> BTreeMap<Quarter, Past> {
        let this = &self.reports()[report];
        let Some(now) = this.period.quarter() else { return BTreeMap::new() };
        let row = &this.measures[measure];
        let mut known = BTreeMap::new();
        for join in self.joins_of_measure(report, measure) {
            if let Period::Quarter(then) = self.reports()[join.other_report].period
                && then < now
                && !known.contains_key(&then)
            {
                known.insert(then, self.figure_at((report, measure), Period::Quarter(then), part));
            }
        }
        known.retain(|_, figure| *figure != Past::Unknown);
        let same_period = self.same_period_last_year_of(report, measure, part);
        if same_period != Past::Unknown {
            known.insert(now.last_year(), same_period);
        }
        // A list of earlier figures is given for what is learned from them; the same period last year, for the direction.
        for (then, figure) in own(this, measure, now, part) {
            known.insert(then, figure);
        }
        let year_end = fourth(now.year.previous());
        if outturn_is_fourth_quarter(row)
            && covers_year_to(&row.last_year, year_end)
            && let outturn @ Past::Known(_) = self.last_year_of(report, measure, part)
        {
            known.insert(year_end, outturn);
        }
        known
    }
}

/// What the file itself says of other quarters.
fn own(report: &Rc<Report>, measure: usize, now: Quarter, part: &[&str]) -> Vec<(Quarter, Past)> {
    let row = &report.measures[measure];
    let mut known = Vec::new();
    let mut add = |then: Quarter, value: &Value, stands: Stands| {
        if then < now
            && let Some(value) = value.part(part)
            && let Some(figure) = PastFigure::of(&value, Source::new(report, measure, stands, then))
        {
            known.push((then, Past::Known(figure)));
        }
    };
    for (span, value) in &row.earlier {
        if let Some(then) = span.quarter() {
            add(then, value, Stands::Earlier);
        } else if let Some(year) = span.year()
            && outturn_is_fourth_quarter(row)
        {
            add(fourth(year), value, Stands::Earlier);
        }
    }
    if let Some(value) = &row.previous_quarter {
        add(now.previous(), value, Stands::PreviousQuarter);
    }
    known
}

/// Whether a figure is not said to be for another time than the year that ends with this quarter.
fn covers_year_to(value: &Value, end: Quarter) -> bool {
    value
        .figure()
        .and_then(|figure| figure.covers.as_ref())
        .is_none_or(|covers| covers.quarter() == Some(end) || covers.year() == Some(end.year))
}

/// A quarter alone is not a year, and an academic year does not end in March.
fn outturn_is_fourth_quarter(row: &Measure) -> bool {
    match row.basis {
        Some(Basis::Quarter) => false,
        Some(Basis::Cumulative | Basis::Annual | Basis::Forecast) => row.year == Year::Financial,
        _ => true,
    }
}

fn fourth(year: FinancialYear) -> Quarter {
    Quarter { year, number: QuarterNumber::Four }
}
