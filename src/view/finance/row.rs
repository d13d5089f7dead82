//! A line of a statement, with what is flagged in it and how that was found.

use super::Case;
use super::departments::{Departments, departments};
use super::statement::FinanceColumn;
use crate::app::Row;
use crate::assess::{CheckedLine, Derivation, Outcome, Progress, explain};
use crate::model::{Column, LinePlace, StatementLine, Value};
use crate::terms::{Amount, LineRole, number_text};
use crate::view::{Remark, Status, progress_word};

/// A line of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRow {
    /// Which row it is.
    pub row: Row,
    /// The title.
    pub title: String,
    /// How much it weighs.
    pub weight: Weight,
    /// A figure for each column.
    pub cells: Vec<FinanceCell>,
    /// The numbers of the notes that are about it.
    pub notes: Vec<usize>,
    /// Its status, where a rule is stated.
    pub status: Option<Status<Progress>>,
    /// What is flagged of the line as a whole.
    pub flag: Option<String>,
    /// Whether there is anything to explain.
    pub can_open: bool,
    /// Commentary and notes.
    pub remarks: Vec<Remark>,
    /// How its figures were worked out again, if that is open.
    pub why: Option<LineWhy>,
}

/// How much a line weighs among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// One of many.
    Line,
    /// The sum of a block.
    Subtotal,
    /// The sum of all above it.
    Total,
}

/// A figure of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinanceCell {
    /// The figure, or the reason that there is none.
    pub text: String,
    /// What brackets mean, for those who hear them.
    pub spoken: Option<&'static str>,
    /// What is known of the figure: that it is worked out, or provisional.
    pub remark: Option<String>,
    /// That it does not agree, and by how much.
    pub flag: Option<String>,
    /// Whether there is no figure.
    pub is_absent: bool,
}

/// How the figures of a line were worked out again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineWhy {
    /// Each way, with its heading.
    pub derivations: Vec<(&'static str, Derivation)>,
    /// The departments' lines that it sums up.
    pub departments: Option<Departments>,
}

pub(super) fn line_row(
    case: &Case<'_>,
    place: LinePlace,
    columns: &[FinanceColumn],
) -> Option<LineRow> {
    let statement = case.report.finance.get(place.statement)?;
    let line = statement.lines.get(place.line)?;
    let checked = case.accounts.line(place)?;
    let row = Row::Line(place);
    let mut remarks = case.words.remarks(&line.commentary);
    remarks.extend(line.note.as_ref().map(|note| Remark {
        label: Some("Note"),
        prose: case.words.prose(note),
        by: None,
    }));
    let rule = statement.rule.as_deref();
    let why = case.state.why.contains(&row).then(|| line_why(case, place, columns));
    Some(LineRow {
        row,
        title: line.title.clone(),
        weight: match line.role {
            LineRole::Line | LineRole::Heading => Weight::Line,
            LineRole::Subtotal => Weight::Subtotal,
            LineRole::Total => Weight::Total,
        },
        cells: columns.iter().map(|column| cell(case, place, column.column)).collect(),
        notes: line.see.clone(),
        status: checked.status.as_ref().map(|verdict| {
            let status = verdict.status();
            let own = rule.and_then(|rule| rule.name_of(status));
            let reason = verdict.derivation().reason;
            Status { status, word: own.unwrap_or(progress_word(status)).to_owned(), reason }
        }),
        flag: line_flag(checked),
        can_open: can_open(checked),
        remarks,
        why,
    })
}

fn line_flag(checked: &CheckedLine) -> Option<String> {
    if !checked.not_in.is_empty() {
        return Some("Not in the summary".to_owned());
    }
    (!checked.against.is_empty()).then(|| "Otherwise elsewhere".to_owned())
}

/// The table by department stands for the arithmetic of that.
fn line_why(case: &Case<'_>, place: LinePlace, columns: &[FinanceColumn]) -> LineWhy {
    let departments = departments(case, place, columns);
    let mut derivations = explain(case.report, case.accounts, place);
    if let Some(table) = &departments {
        let by_department = derivations.iter_mut().find(|(heading, _)| *heading == table.heading);
        if let Some((_, one)) = by_department {
            one.steps.clear();
        }
    }
    LineWhy { derivations, departments }
}

/// A variance that agrees explains itself; sums, other statements and whatever does not agree are explained.
fn can_open(checked: &CheckedLine) -> bool {
    checked.status.is_some()
        || !checked.not_in.is_empty()
        || !checked.against.is_empty()
        || !checked.checks.is_empty()
}

pub(super) fn cell(case: &Case<'_>, place: LinePlace, column: Column) -> FinanceCell {
    let line = case.report.finance.get(place.statement).and_then(|one| one.lines.get(place.line));
    let Some((line, checked)) = line.zip(case.accounts.line(place)) else {
        return absent(Value::not_stated().text(None, None), None);
    };
    let flag = checked.wrong_in(column).map(|check| match check.outcome {
        Outcome::Swapped(_) => "Other way round".to_owned(),
        _ => format!("Differs by {}", number_text(check.difference.decimal().abs().into(), None)),
    });
    match (line.value(column), column, checked.variance) {
        (Value::Absent(_), Column::Variance, Some(variance)) => FinanceCell {
            remark: Some("worked out".to_owned()),
            ..variance_cell(line, variance, None)
        },
        (Value::Absent(gap), _, _) => absent(gap.short_text(), gap.note),
        (Value::Figure(figure), _, _) => {
            let remarks = figure.remarks();
            let remark = (!remarks.is_empty()).then(|| remarks.join(", "));
            match (figure.amount(), column) {
                (Some(amount), Column::Variance) if figure.unit.is_none() => {
                    FinanceCell { remark, ..variance_cell(line, amount, flag) }
                }
                _ => FinanceCell {
                    text: figure.bare_text(None, None),
                    spoken: None,
                    remark,
                    flag,
                    is_absent: false,
                },
            }
        }
    }
}

pub(super) fn absent(text: String, remark: Option<String>) -> FinanceCell {
    FinanceCell { text, spoken: None, remark, flag: None, is_absent: true }
}

/// An overspend stands in brackets; those who hear the page are told so in words.
fn variance_cell(line: &StatementLine, amount: Amount, flag: Option<String>) -> FinanceCell {
    let (text, spoken) = variance_text(line, amount);
    FinanceCell { text, spoken, remark: None, flag, is_absent: false }
}

pub(super) fn variance_text(
    line: &StatementLine,
    amount: Amount,
) -> (String, Option<&'static str>) {
    let size = number_text(amount.decimal().abs().into(), None);
    if amount.decimal().is_zero() || amount.decimal().is_sign_positive() {
        return (size, None);
    }
    let spoken = if is_income(line) { "income short of its budget" } else { "over budget" };
    (format!("({size})"), Some(spoken))
}

/// What is to be received is budgeted below zero.
pub(super) fn is_income(line: &StatementLine) -> bool {
    let budget = line.value(Column::BudgetToDate).amount();
    budget.is_some_and(|budget| budget.decimal().is_sign_negative() && !budget.decimal().is_zero())
}
