//! The variances of a statement, to be drawn as bars.

use super::Case;
use super::row::variance_text;
use crate::model::LinePlace;
use crate::terms::{Amount, LineRole};

/// A variance to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VarianceBar {
    /// The line.
    pub label: String,
    /// Budget to date less actual to date: negative is over budget.
    pub amount: Amount,
    /// The figure as it stands in the table.
    pub text: String,
    /// What it means.
    pub meaning: Meaning,
}

/// What a variance means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// More is spent, or less received, than budgeted.
    OverBudget,
    /// Less is spent, or more received, than budgeted.
    UnderBudget,
}

/// The variances other than 0 of a statement's plain lines, in its order.
pub(super) fn variance_bars(case: &Case<'_>, statement: usize) -> Vec<VarianceBar> {
    let Some(own) = case.report.finance.get(statement) else { return Vec::new() };
    let lines = own.lines.iter().enumerate().filter(|(_, line)| line.role == LineRole::Line);
    lines
        .filter_map(|(at, line)| {
            let amount = case.accounts.line(LinePlace { statement, line: at })?.variance?;
            let is_over = amount.decimal().is_sign_negative();
            (!amount.decimal().is_zero()).then(|| VarianceBar {
                label: line.title.clone(),
                amount,
                text: variance_text(line, amount).0,
                meaning: if is_over { Meaning::OverBudget } else { Meaning::UnderBudget },
            })
        })
        .collect()
}
