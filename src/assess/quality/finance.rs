//! A financial statement whose printed variances or total do not agree with its lines.

use rust_decimal::Decimal;

use super::doubt::{Concern, DoubtKind};
use super::sums::slack;
use crate::document::{Line, Statement, Value};
use crate::terms::{Amount, Unit, figure_text};

/// A figure of a line.
type Column = fn(&Line) -> Option<&Value>;

/// The columns that add up.
const COLUMNS: [(&str, Column); 4] = [
    ("annual budget", |line| line.annual_budget.as_ref()),
    ("budget to date", |line| line.budget_to_date.as_ref()),
    ("actual to date", |line| line.actual_to_date.as_ref()),
    ("variance", |line| line.variance.as_ref()),
];

const REMEDY: &str = "Correct the figures, or say in a note why they differ.";

/// Each line's variance is its budget to date less its actual to date, as the format says; and the total is the
/// sum of the lines, in which income is negative.
///
/// A figure in thousands is rounded, so half a thousand for each is allowed for. The total is only checked where
/// there is just one, as the last line, and every line above it has a plain figure in that column. Subtotals
/// are not checked: the format does not say which lines they are of.
pub(super) fn statement(statement: &Statement) -> Vec<Concern> {
    let unit = statement.unit.as_ref();
    let mut concerns: Vec<Concern> =
        statement.lines.iter().filter_map(|line| of_variance(line, unit)).collect();
    concerns.extend(COLUMNS.iter().filter_map(|(called, column)| {
        let (sum, total) = of_column(&statement.lines, *column, unit)?;
        let what = format!(
            "The lines' {called} add up to {}, and the total is {}.",
            figure_text(sum.into(), unit, None),
            figure_text(total, unit, None)
        );
        Some(Concern::new(DoubtKind::DoesNotAddUp, what, REMEDY))
    }));
    concerns
}

fn of_variance(line: &Line, unit: Option<&Unit>) -> Option<Concern> {
    let budget = plain(line.budget_to_date.as_ref())?;
    let actual = plain(line.actual_to_date.as_ref())?;
    let variance = plain(line.variance.as_ref())?;
    let expected = budget.decimal().checked_sub(actual.decimal())?;
    let difference = expected.checked_sub(variance.decimal())?.abs();
    if difference <= allowed([budget, actual, variance].into_iter(), unit) || line.note.is_some() {
        return None;
    }
    let shown = |amount| figure_text(amount, unit, None);
    let what = format!(
        "{}: {} budgeted less {} actual is {}, and the variance is {}.",
        line.title,
        shown(budget),
        shown(actual),
        shown(expected.into()),
        shown(variance)
    );
    Some(Concern::new(DoubtKind::DoesNotAddUp, what, REMEDY))
}

/// The sum of the lines and the total, where they differ.
fn of_column(lines: &[Line], column: Column, unit: Option<&Unit>) -> Option<(Decimal, Amount)> {
    let (last, above) = lines.split_last()?;
    let role = |line: &Line| line.role.clone().unwrap_or_else(|| "line".to_owned());
    if role(last) != "total" || last.note.is_some() || above.iter().any(|l| role(l) == "total") {
        return None;
    }
    let total = plain(column(last))?;
    let mut amounts = Vec::new();
    for line in above.iter().filter(|line| role(line) == "line") {
        amounts.push(plain(column(line))?);
    }
    if amounts.is_empty() {
        return None;
    }
    let sum = amounts.iter().try_fold(Decimal::ZERO, |sum, a| sum.checked_add(a.decimal()))?;
    let difference = sum.checked_sub(total.decimal())?.abs();
    let allowed = allowed(amounts.iter().copied().chain([total]), unit);
    (difference > allowed).then_some((sum, total))
}

/// A number with nothing that says that it is another kind of figure.
fn plain(value: Option<&Value>) -> Option<Amount> {
    let value = value?;
    let is_plain = value.unit.is_none() && value.approximately.is_none() && value.parts.is_empty();
    if is_plain { value.value } else { None }
}

fn allowed(amounts: impl Iterator<Item = Amount> + Clone, unit: Option<&Unit>) -> Decimal {
    let of_decimals = slack(amounts.clone());
    if unit != Some(&Unit::ThousandPounds) || !of_decimals.is_zero() {
        return of_decimals;
    }
    let count = i64::try_from(amounts.count()).unwrap_or(i64::MAX);
    Decimal::from(count).checked_div(Decimal::TWO).unwrap_or_default()
}
