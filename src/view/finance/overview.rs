//! Every statement in a line, and every line whose figures do not agree.

use super::Case;
use super::row::{FinanceCell, absent, cell};
use super::statement::day;
use crate::app::{Place, Row};
use crate::assess::disagreements;
use crate::model::{Column, LinePlace, Statement};
use crate::terms::{LineRole, StatementKind};
use crate::view::counted;

/// Every statement with its last total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementsOverview {
    /// The headings.
    pub columns: [&'static str; 6],
    /// A row for each.
    pub rows: Vec<StatementRow>,
}

/// A statement in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementRow {
    /// Its title.
    pub title: String,
    /// Its page.
    pub place: Place,
    /// Revenue or capital, the day up to which it counts, and its unit.
    pub remark: String,
    /// The figures of its last total.
    pub cells: Vec<FinanceCell>,
    /// Whether its figures agree, in words.
    pub checked: String,
    /// Whether any does not.
    pub is_wrong: bool,
}

/// A line whose figures do not agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongLine {
    /// Its statement, where the page shows several.
    pub statement: Option<String>,
    /// The line.
    pub title: String,
    /// Which row it is.
    pub row: Row,
    /// What does not agree, in a sentence for each way.
    pub what: Vec<String>,
    /// What the file says of it.
    pub note: Option<String>,
}

const COLUMNS: [Column; 4] =
    [Column::AnnualBudget, Column::BudgetToDate, Column::ActualToDate, Column::Variance];

pub(super) fn overview(case: &Case<'_>) -> StatementsOverview {
    let statements = case.report.finance.iter().enumerate();
    StatementsOverview {
        columns: [
            "Statement",
            "Year’s budget or allocation",
            "To date",
            "Actual to date",
            "Variance (overspend)",
            "Checked",
        ],
        rows: statements.map(|(place, one)| statement_row(case, place, one)).collect(),
    }
}

fn statement_row(case: &Case<'_>, place: usize, statement: &Statement) -> StatementRow {
    let total = statement.lines.iter().rposition(|line| line.role == LineRole::Total);
    let total =
        total.or_else(|| statement.lines.iter().rposition(|line| line.role == LineRole::Subtotal));
    let cells = match total {
        Some(line) => COLUMNS
            .into_iter()
            .map(|column| cell(case, LinePlace { statement: place, line }, column))
            .collect(),
        None => COLUMNS.into_iter().map(|_| absent("No total line".to_owned(), None)).collect(),
    };
    let lines = case.accounts.statements.get(place).map(Vec::as_slice).unwrap_or_default();
    let wrong = lines.iter().filter(|line| line.is_wrong()).count();
    let kind = match statement.kind {
        StatementKind::Revenue => "Revenue",
        StatementKind::Capital => "Capital",
    };
    let day = day(statement).map(|day| format!("as at {day}"));
    let unit = statement.unit.as_ref().map(|unit| format!("in {unit}"));
    let remark: Vec<String> = [Some(kind.to_owned()), day, unit].into_iter().flatten().collect();
    StatementRow {
        title: statement.title.clone(),
        place: case.place_of(place),
        remark: remark.join(", "),
        cells,
        checked: match wrong {
            0 => "Adds up".to_owned(),
            some => format!("{} to check", counted(some, "line")),
        },
        is_wrong: wrong > 0,
    }
}

pub(super) fn wrong(case: &Case<'_>, shown: &[usize], is_whole: bool) -> Vec<WrongLine> {
    let lines = shown.iter().flat_map(|place| {
        let lines = case.report.finance.get(*place).map_or(0, |one| one.lines.len());
        (0..lines).map(|line| LinePlace { statement: *place, line })
    });
    lines.filter_map(|place| wrong_line(case, place, is_whole)).collect()
}

fn wrong_line(case: &Case<'_>, place: LinePlace, is_whole: bool) -> Option<WrongLine> {
    let what = disagreements(case.report, case.accounts, place);
    let statement = case.report.finance.get(place.statement)?;
    let line = statement.lines.get(place.line)?;
    (!what.is_empty()).then(|| WrongLine {
        statement: is_whole.then(|| statement.title.clone()),
        title: line.title.clone(),
        row: Row::Line(place),
        what,
        note: line.note.clone(),
    })
}
