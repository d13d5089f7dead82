//! The variances of a statement, to be drawn as bars.

use super::Case;
use super::row::variance_text;
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
    /// More is spent, or less received, than budgeted.
    OverBudget,
    /// Less is spent, or more received, than budgeted.
    UnderBudget,
}

/// The variances of a statement as a chart; none where there are fewer than two to look at.
pub(super) fn variance_chart(title: &str, all: &[VarianceBar]) -> Option<Chart> {
    if all.len() < 2 {
        return None;
    }
    let over = all.iter().filter(|bar| bar.meaning == Meaning::OverBudget);
    let worst = over.min_by_key(|bar| bar.amount.decimal());
    let headline = match worst {
        Some(bar) => format!("{} is furthest over its budget to date: {}", bar.label, bar.text),
        None => "No line is over its budget to date".to_owned(),
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
        sides: Some(Sides { left: "Over budget".to_owned(), right: "Under budget".to_owned() }),
        notes: vec![
            "Budget to date less actual to date, of the lines that differ from their budget."
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
