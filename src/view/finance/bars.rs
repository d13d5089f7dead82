//! The variances of a statement, to be drawn as bars.

use super::Case;
use super::row::{is_income, variance_text};
use crate::model::LinePlace;
use crate::terms::{Amount, LineRole};
use crate::view::chart::{BarRow, Bars, Chart, Sides, bars};

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
    /// More is spent than budgeted.
    OverBudget,
    /// Less is received than budgeted.
    IncomeShort,
    /// Less is spent than budgeted.
    UnderBudget,
    /// More is received than budgeted.
    MoreIncome,
}

impl Meaning {
    fn is_adverse(self) -> bool {
        matches!(self, Self::OverBudget | Self::IncomeShort)
    }

    fn is_income(self) -> bool {
        matches!(self, Self::IncomeShort | Self::MoreIncome)
    }
}

/// The variances of a statement as a chart; none where there are fewer than two to look at.
pub(super) fn variance_chart(title: &str, all: &[VarianceBar]) -> Option<Chart> {
    if all.len() < 2 {
        return None;
    }
    let adverse = all.iter().filter(|bar| bar.meaning.is_adverse());
    let worst = adverse.min_by_key(|bar| bar.amount.decimal());
    let has_income = all.iter().any(|bar| bar.meaning.is_income());
    let headline = match worst {
        Some(VarianceBar { label, text, meaning: Meaning::IncomeShort, .. }) => {
            format!("{label} is furthest short of its budgeted income to date: {text}")
        }
        Some(bar) => format!("{} is furthest over its budget to date: {}", bar.label, bar.text),
        None if has_income => {
            "No line is over its budget or short of its income to date".to_owned()
        }
        None => "No line is over its budget to date".to_owned(),
    };
    let (left, right) = if has_income {
        ("Over budget, or income short", "Under budget, or more income")
    } else {
        ("Over budget", "Under budget")
    };
    let rows = all.iter().map(|bar| BarRow {
        label: bar.label.clone(),
        amount: Some(bar.amount),
        text: bar.text.clone(),
        is_marked: worst.is_some_and(|worst| std::ptr::eq(worst, bar)),
    });
    Some(bars(&Bars {
        headline,
        called: format!("variances of {title}"),
        headers: ["Line".to_owned(), "Variance (£000)".to_owned()],
        rows: rows.collect(),
        sides: Some(Sides { left: left.to_owned(), right: right.to_owned() }),
        notes: vec![
            "Budget to date less actual to date, of the lines that differ from their budget, in the order of the table."
                .to_owned(),
        ],
    }))
}

/// The variances other than 0 of a statement's plain lines, in its order.
pub(super) fn variance_bars(case: &Case<'_>, statement: usize) -> Vec<VarianceBar> {
    let Some(own) = case.report.finance.get(statement) else { return Vec::new() };
    let lines = own.lines.iter().enumerate().filter(|(_, line)| line.role == LineRole::Line);
    lines
        .filter_map(|(at, line)| {
            let amount = case.accounts.line(LinePlace { statement, line: at })?.variance?;
            let is_adverse = amount.decimal().is_sign_negative();
            (!amount.decimal().is_zero()).then(|| VarianceBar {
                label: line.title.clone(),
                amount,
                text: variance_text(line, amount).0,
                meaning: match (is_adverse, is_income(line)) {
                    (true, false) => Meaning::OverBudget,
                    (true, true) => Meaning::IncomeShort,
                    (false, false) => Meaning::UnderBudget,
                    (false, true) => Meaning::MoreIncome,
                },
            })
        })
        .collect()
}
