//! A statement: its lines in blocks, and what is said of it.

use super::Case;
use super::bars::{VarianceBar, variance_bars, variance_chart};
use super::row::{LineRow, line_row};
use crate::app::Place;
use crate::assess::column_name;
use crate::model::{Column, LinePlace, Statement};
use crate::terms::{LineRole, StatementKind, Unit};
use crate::view::Remark;
use crate::view::chart::Chart;
use crate::view::heading::about;

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementView {
    /// Its place in the report.
    pub index: usize,
    /// The title.
    pub title: String,
    /// Its page; none where one is there.
    pub place: Option<Place>,
    /// What it is: revenue or capital, whose, up to when, in what.
    pub facts: String,
    /// The statements that it sums up, or that sum it up, with what they are to it.
    pub ways: Vec<(&'static str, Vec<(String, Place)>)>,
    /// The columns that it has.
    pub columns: Vec<FinanceColumn>,
    /// Whether its lines have a status.
    pub has_status: bool,
    /// Whether beside the figures of a line nothing stands but the way to their explanation, which paper has not.
    pub is_bare: bool,
    /// Its lines.
    pub blocks: Vec<StatementBlock>,
    /// Whether any of its figures is marked as not agreeing with others.
    pub has_flags: bool,
    /// Commentary on the whole of it.
    pub commentary: Vec<Remark>,
    /// Its notes with their numbers.
    pub notes: Vec<(usize, String)>,
    /// The variances of its plain lines, to be drawn.
    pub bars: Vec<VarianceBar>,
    /// The variances as a chart.
    pub chart: Option<Chart>,
}

/// A column of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinanceColumn {
    /// Which figure of each line.
    pub column: Column,
    /// Its heading.
    pub text: String,
}

/// Lines that stand together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatementBlock {
    /// What stands above them.
    pub title: Option<String>,
    /// The page of the department that the block is, where it has a statement of its own.
    pub place: Option<Place>,
    /// The lines.
    pub rows: Vec<LineRow>,
}

const LEGEND: &str = "A variance is the budget to date less the actual to date. In brackets: over budget, or income short of its budget. Income is negative.";

const LEGEND_WITH_FLAGS: &str = "A variance is the budget to date less the actual to date. In brackets: over budget, or income short of its budget. Income is negative. A triangle marks a printed figure that does not agree with others, and by how much.";

impl StatementView {
    /// What brackets and flags mean.
    #[must_use]
    pub fn legend(&self) -> &'static str {
        legend(self.has_flags)
    }
}

/// What brackets mean, and flags where there are any.
pub(super) fn legend(has_flags: bool) -> &'static str {
    if has_flags { LEGEND_WITH_FLAGS } else { LEGEND }
}

pub(super) fn statement_view(case: &Case<'_>, index: usize) -> Option<StatementView> {
    let statement = case.report.finance.get(index)?;
    let place = case.place_of(index);
    let columns = columns(case, statement);
    let bars = variance_bars(case, index);
    let blocks = blocks(case, index, statement, &columns);
    let rows = || blocks.iter().flat_map(|block| &block.rows);
    let has_status = statement.rule.is_some();
    let is_flagged = |row: &LineRow| row.flag.is_some();
    Some(StatementView {
        index,
        title: statement.title.clone(),
        place: (place != case.state.place).then_some(place),
        facts: facts(statement),
        ways: ways(case, index, statement),
        has_status,
        is_bare: !has_status && !rows().any(is_flagged),
        has_flags: rows()
            .any(|row| is_flagged(row) || row.cells.iter().any(|one| one.flag.is_some())),
        blocks,
        columns,
        commentary: case.words.remarks(&statement.commentary),
        notes: statement.notes.iter().cloned().enumerate().map(|(at, one)| (at + 1, one)).collect(),
        chart: variance_chart(&statement.title, &bars)
            .map(|chart| Chart { about: about(case.report, &statement.title), ..chart }),
        bars,
    })
}

/// "Revenue, whole directorate, as at 30 September 2012. All figures in thousands of pounds."
fn facts(statement: &Statement) -> String {
    let kind = match statement.kind {
        StatementKind::Revenue => "Revenue",
        StatementKind::Capital => "Capital",
    };
    let day =
        day(statement).map_or_else(|| "no day is given".to_owned(), |day| format!("as at {day}"));
    let unit = match &statement.unit {
        Some(Unit::ThousandPounds) => "All figures in thousands of pounds (£000).".to_owned(),
        Some(unit) => format!("All figures in {unit}."),
        None => "The unit of the figures is not given.".to_owned(),
    };
    let whose = statement.department.as_deref().unwrap_or("whole directorate");
    format!("{kind}, {whose}, {day}. {unit}")
}

pub(super) fn day(statement: &Statement) -> Option<String> {
    statement.as_at.map(|day| day.to_string())
}

fn ways(
    case: &Case<'_>,
    index: usize,
    statement: &Statement,
) -> Vec<(&'static str, Vec<(String, Place)>)> {
    let way = |place: usize| {
        let one = case.report.finance.get(place)?;
        let text = one.department.clone().unwrap_or_else(|| one.title.clone());
        Some((text, case.place_of(place)))
    };
    let parts: Vec<_> = statement.sums_up.iter().filter_map(|place| way(*place)).collect();
    let summaries = case.report.finance.iter().enumerate();
    let summaries: Vec<_> = summaries
        .filter(|(_, one)| one.sums_up.contains(&index))
        .filter_map(|(place, _)| way(place))
        .collect();
    [("Statements that it sums up", parts), ("Summed up in", summaries)]
        .into_iter()
        .filter(|(_, ways)| !ways.is_empty())
        .collect()
}

fn columns(case: &Case<'_>, statement: &Statement) -> Vec<FinanceColumn> {
    let year = case.report.period.year();
    let has_variance = statement.has(Column::BudgetToDate) && statement.has(Column::ActualToDate);
    Column::ALL
        .into_iter()
        .filter(|column| statement.has(*column) || (*column == Column::Variance && has_variance))
        .map(|column| {
            let name = capital(column_name(column, statement.kind));
            let text = match column {
                Column::AnnualBudget => format!("{name} {year}"),
                Column::Variance => format!("{name} (overspend)"),
                _ => name,
            };
            FinanceColumn { column, text }
        })
        .collect()
}

/// Lines of one group stand together under its name; a line without one stands by itself.
fn blocks(
    case: &Case<'_>,
    index: usize,
    statement: &Statement,
    columns: &[FinanceColumn],
) -> Vec<StatementBlock> {
    let mut blocks: Vec<StatementBlock> = Vec::new();
    let mut group: Option<&String> = None;
    for (at, line) in statement.lines.iter().enumerate() {
        if blocks.is_empty() || line.group.as_ref() != group || line.role == LineRole::Heading {
            group = line.group.as_ref();
            let heading = (line.role == LineRole::Heading).then_some(&line.title);
            let title = heading.or(group);
            let place = title.and_then(|title| department(case, index, title));
            blocks.push(StatementBlock {
                title: title.map(|text| capital(text)),
                place,
                rows: Vec::new(),
            });
        }
        if line.role == LineRole::Heading {
            continue;
        }
        let place = LinePlace { statement: index, line: at };
        let row = line_row(case, place, columns);
        if let (Some(block), Some(row)) = (blocks.last_mut(), row) {
            block.rows.push(row);
        }
    }
    blocks
}

/// The page of the statement of a department.
fn department(case: &Case<'_>, own: usize, name: &str) -> Option<Place> {
    let mut all = case.report.finance.iter().enumerate();
    let (place, _) =
        all.find(|(place, one)| *place != own && one.department.as_deref() == Some(name))?;
    Some(case.place_of(place))
}

pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
