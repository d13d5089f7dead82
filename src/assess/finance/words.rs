//! Figures and columns in words.

use crate::model::Column;
use crate::terms::{Amount, StatementKind, Unit, figure_text};

/// A figure with its unit: "£20,504k".
#[must_use]
pub fn money(amount: Amount, unit: Option<&Unit>) -> String {
    figure_text(amount, unit, None)
}

/// What a column is called in a sentence: "annual budget", "capital allocation".
#[must_use]
pub fn column_name(column: Column, kind: StatementKind) -> &'static str {
    match (column, kind) {
        (Column::AnnualBudget, StatementKind::Revenue) => "annual budget",
        (Column::AnnualBudget, StatementKind::Capital) => "capital allocation",
        (Column::BudgetToDate, StatementKind::Revenue) => "budget to date",
        (Column::BudgetToDate, StatementKind::Capital) => "allocation to date",
        (Column::ActualToDate, _) => "actual to date",
        (Column::Variance, _) => "variance to date",
        (Column::Forecast, _) => "forecast outturn",
    }
}
