//! Financial statements worked out again: variances, subtotals, totals, and statements against one another.
//!
//! A printed figure is held against the figures that it should come from. Each [`Check`] keeps those, so that anyone
//! can add up again; nothing that is printed is changed.

mod agreement;
mod check;
mod departments;
mod explain;
mod status;
mod sum;
mod words;

use std::collections::BTreeMap;

pub use check::{Check, CheckKind, Input, Outcome};
pub use explain::{disagreements, explain, kind_heading};
pub use words::{column_name, money};

use super::{Progress, Verdict};
use crate::model::{Column, LinePlace, Report, Statement, StatementLine};
use crate::terms::{Amount, LineRole};

/// The financial statements of a report, worked out again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Accounts {
    /// Each statement's lines, in the order of the report.
    pub statements: Vec<Vec<CheckedLine>>,
}

/// A line, worked out again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckedLine {
    /// Budget to date less actual to date, or, where one of them is missing, the variance as printed.
    pub variance: Option<Amount>,
    /// Every printed figure that could be held against others.
    pub checks: Vec<Check>,
    /// The statements that sum this line's up and have no line of its title.
    pub not_in: Vec<usize>,
    /// The lines of other statements that do not agree with this one.
    pub against: Vec<LinePlace>,
    /// Its status, where a rule is stated.
    pub status: Option<Verdict<Progress>>,
}

impl Accounts {
    /// Works every statement of a report out again.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let all = &report.finance;
        let mut statements: Vec<Vec<CheckedLine>> =
            (0..all.len()).map(|place| own_lines(all, place)).collect();
        for place in 0..all.len() {
            for (line, checked) in statements[place].iter_mut().enumerate() {
                let at = LinePlace { statement: place, line };
                checked.checks.extend(sum::sums(all, at));
                checked.checks.extend(departments::checks(all, at));
                checked.checks.extend(agreement::checks(all, at));
            }
            for (line, not_in) in departments::left_out(all, place) {
                statements[line.statement][line.line].not_in.push(not_in);
            }
        }
        for (line, other) in disagreeing(&statements) {
            let against = &mut statements[line.statement][line.line].against;
            if !against.contains(&other) {
                against.push(other);
            }
        }
        for (checked, statement) in statements.iter_mut().zip(all) {
            for (checked, line) in checked.iter_mut().zip(&statement.lines) {
                checked.status = status::status(statement, line, checked.variance);
            }
        }
        Self { statements }
    }

    /// A line.
    #[must_use]
    pub fn line(&self, place: LinePlace) -> Option<&CheckedLine> {
        self.statements.get(place.statement)?.get(place.line)
    }

    /// How many printed figures of these statements were held against others, and how many of them do not agree.
    #[must_use]
    pub fn counts(&self, statements: &[usize]) -> (usize, usize) {
        let mut figures: BTreeMap<(LinePlace, Column), bool> = BTreeMap::new();
        for &statement in statements {
            let lines = self.statements.get(statement).map(Vec::as_slice).unwrap_or_default();
            for (line, checked) in lines.iter().enumerate() {
                for check in checked.checks.iter().filter(|check| check.is_conclusive()) {
                    let place = LinePlace { statement, line };
                    *figures.entry((place, check.column)).or_default() |= check.is_wrong();
                }
            }
        }
        (figures.len(), figures.values().filter(|is_wrong| **is_wrong).count())
    }
}

impl CheckedLine {
    /// Whether a printed figure does not agree with those that it should come from, or the line is nowhere to be found.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        !self.not_in.is_empty() || self.checks.iter().any(Check::is_wrong)
    }

    /// The first thing that does not agree in a column.
    #[must_use]
    pub fn wrong_in(&self, column: Column) -> Option<&Check> {
        self.checks.iter().find(|check| check.column == column && check.is_wrong())
    }
}

/// Lines that another statement's line does not agree with, each with that line.
fn disagreeing(statements: &[Vec<CheckedLine>]) -> Vec<(LinePlace, LinePlace)> {
    let mut found = Vec::new();
    for (statement, lines) in statements.iter().enumerate() {
        for (line, checked) in lines.iter().enumerate() {
            let own = LinePlace { statement, line };
            let wrong = checked.checks.iter().filter(|check| check.is_wrong());
            let inputs = wrong.flat_map(|check| &check.inputs).map(|input| input.line);
            found.extend(inputs.filter(|at| at.statement != statement).map(|at| (at, own)));
        }
    }
    found
}

/// What the lines of a statement say of themselves.
fn own_lines(all: &[Statement], statement: usize) -> Vec<CheckedLine> {
    let unit = all[statement].unit.as_ref();
    let lines = all[statement].lines.iter().enumerate();
    lines
        .map(|(at, line)| {
            if line.role == LineRole::Heading {
                return CheckedLine::default();
            }
            let (check, variance) = sum::variance(line, LinePlace { statement, line: at }, unit);
            CheckedLine { variance, checks: check.into_iter().collect(), ..CheckedLine::default() }
        })
        .collect()
}

/// A line of one of several statements.
fn line_at(statements: &[Statement], place: LinePlace) -> Option<&StatementLine> {
    statements.get(place.statement)?.lines.get(place.line)
}
