//! A summary's line by department.

use super::Case;
use super::row::{cell, variance_text};
use super::statement::FinanceColumn;
use crate::app::Place;
use crate::assess::{Check, CheckKind, Input, kind_heading};
use crate::model::{Column, LinePlace};
use crate::terms::number_text;

/// A summary's line by department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Departments {
    /// The heading of the derivation whose arithmetic it is.
    pub heading: &'static str,
    /// What the table is.
    pub caption: String,
    /// The headings of the figures.
    pub columns: Vec<String>,
    /// Each department, what is left for the others, and the summary's own line.
    pub rows: Vec<DepartmentRow>,
}

/// A department's figures on the summary's line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DepartmentRow {
    /// The department.
    pub title: String,
    /// Its statement.
    pub place: Option<Place>,
    /// Its figures.
    pub cells: Vec<String>,
}

pub(super) fn departments(
    case: &Case<'_>,
    place: LinePlace,
    columns: &[FinanceColumn],
) -> Option<Departments> {
    let statement = case.report.finance.get(place.statement)?;
    let line = statement.lines.get(place.line)?;
    let checked = case.accounts.line(place)?;
    let of = |column| {
        let mut checks = checked.checks.iter();
        checks.find(|one| one.kind == CheckKind::Departments && one.column == column)
    };
    let lines: Vec<LinePlace> = checked
        .checks
        .iter()
        .find(|one| one.kind == CheckKind::Departments)?
        .inputs
        .iter()
        .map(|input: &Input| input.line)
        .collect();
    let mut rows: Vec<DepartmentRow> = lines
        .iter()
        .filter_map(|own| {
            let one = case.report.finance.get(own.statement)?;
            let title = one.department.as_ref().unwrap_or(&one.title);
            let called = &one.lines.get(own.line)?.title;
            let title =
                if *called == line.title { title.clone() } else { format!("{title}: {called}") };
            let cells = columns.iter().map(|column| cell(case, *own, column.column).text).collect();
            Some(DepartmentRow { title, place: Some(case.place_of(own.statement)), cells })
        })
        .collect();
    let left = |column: Column| match of(column) {
        Some(check) if column == Column::Variance => variance_text(line, check.difference).0,
        Some(check) => number_text(check.difference, None),
        None => "Not known".to_owned(),
    };
    let is_left = columns
        .iter()
        .filter_map(|one| of(one.column))
        .any(|one| !one.difference.decimal().is_zero());
    if is_left {
        let is_wrong = columns.iter().filter_map(|one| of(one.column)).any(Check::is_wrong);
        let title = match &statement.rest {
            Some(rest) if !is_wrong => format!("Leaves for {rest}"),
            _ => "Difference".to_owned(),
        };
        let cells = columns.iter().map(|column| left(column.column)).collect();
        rows.push(DepartmentRow { title, place: None, cells });
    }
    rows.push(DepartmentRow {
        title: format!("{}, as printed in the summary", line.title),
        place: None,
        cells: columns.iter().map(|column| cell(case, place, column.column).text).collect(),
    });
    Some(Departments {
        heading: kind_heading(CheckKind::Departments),
        caption: format!("{} by department", line.title),
        columns: columns.iter().map(|column| column.text.clone()).collect(),
        rows,
    })
}
