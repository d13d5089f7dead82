//! Variances, subtotals and totals.

use std::collections::BTreeSet;

use super::check::{Check, CheckKind, Input, Outcome, plain, rounding};
use super::line_at;
use crate::model::{Column, LinePlace, Statement, StatementLine};
use crate::terms::{Amount, LineRole, Unit};

/// A line's printed variance against its budget to date less its actual to date, and that difference.
pub(super) fn variance(
    line: &StatementLine,
    at: LinePlace,
    unit: Option<&Unit>,
) -> (Option<Check>, Option<Amount>) {
    let figure = |column| plain(line.given(column));
    let (budget, actual) = (figure(Column::BudgetToDate), figure(Column::ActualToDate));
    let printed = figure(Column::Variance);
    let worked_out = budget
        .zip(actual)
        .and_then(|(budget, actual)| budget.decimal().checked_sub(actual.decimal()));
    let Some(worked_out) = worked_out else { return (None, printed) };
    let check = printed.and_then(|printed| {
        let difference = printed.decimal().checked_sub(worked_out)?;
        let amounts = [budget, actual, Some(printed)].into_iter().flatten();
        let outcome = if difference.is_zero() {
            Outcome::Agrees
        } else if difference.abs() <= rounding(amounts, unit) {
            Outcome::Rounded
        } else {
            Outcome::Differs
        };
        let input = |column, amount| Input { line: at, column, amount };
        Some(Check {
            column: Column::Variance,
            kind: CheckKind::Variance,
            printed,
            inputs: vec![input(Column::BudgetToDate, budget), input(Column::ActualToDate, actual)],
            worked_out: worked_out.into(),
            difference: difference.into(),
            outcome,
        })
    });
    (check, Some(worked_out.into()))
}

/// The printed figures of a subtotal or a total, against the sums of the lines that it is of.
///
/// A total can be right by the lines alone where a subtotal among its parts is wrong: then it is the subtotal that
/// does not add up, and not the total too.
pub(super) fn sums(statements: &[Statement], at: LinePlace) -> Vec<Check> {
    let Some(line) = line_at(statements, at).filter(|line| !line.of.is_empty()) else {
        return Vec::new();
    };
    let unit = statements[at.statement].unit.as_ref();
    let mut leaves = Vec::new();
    plain_lines(statements, at, &mut BTreeSet::new(), &mut leaves);
    let check = |column, parts: &[LinePlace]| {
        let printed = plain(line.given(column))?;
        let inputs = inputs(statements, column, parts);
        Check::of_sum(column, CheckKind::Sum, printed, inputs, unit)
    };
    let best = |column| {
        let direct = check(column, &line.of)?;
        let by_lines = if direct.is_wrong() { check(column, &leaves) } else { None };
        Some(
            by_lines
                .filter(|check| !check.inputs.is_empty() && !check.is_wrong())
                .unwrap_or(direct),
        )
    };
    Column::ALL.into_iter().filter_map(best).collect()
}

/// A figure of each of these lines. A variance that is not printed is worked out.
pub(super) fn inputs(statements: &[Statement], column: Column, lines: &[LinePlace]) -> Vec<Input> {
    let amount = |at: LinePlace| {
        let line = line_at(statements, at)?;
        match plain(line.given(column)) {
            None if column == Column::Variance => variance(line, at, None).1,
            amount => amount,
        }
    };
    lines.iter().map(|at| Input { line: *at, column, amount: amount(*at) }).collect()
}

/// The plain lines that a sum comes down to.
fn plain_lines(
    statements: &[Statement],
    at: LinePlace,
    seen: &mut BTreeSet<LinePlace>,
    leaves: &mut Vec<LinePlace>,
) {
    let mut waiting = vec![at];
    while let Some(at) = waiting.pop() {
        let Some(line) = line_at(statements, at).filter(|_| seen.insert(at)) else { continue };
        if line.role == LineRole::Line {
            leaves.push(at);
        }
        waiting.extend(line.of.iter().rev());
    }
}
