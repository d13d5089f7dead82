//! The pages of financial statements: all of them, and each on its own.

mod bars;
mod departments;
mod overview;
mod row;
mod statement;

pub use bars::{Meaning, VarianceBar};
pub use departments::{DepartmentRow, Departments};
pub use overview::{StatementRow, StatementsOverview, WrongLine};
pub use row::{FinanceCell, LineRow, LineWhy, Weight};
pub use statement::{FinanceColumn, StatementBlock, StatementView};

use super::counted;
use super::prose::Words;
use super::symbols::Symbols;
use crate::app::{Part, Place, State};
use crate::assess::Accounts;
use crate::model::Report;
use crate::terms::Unit;

/// Financial statements: all of them, or one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinancePage {
    /// What was held against what, and how much of it agrees.
    pub headline: Vec<String>,
    /// Every statement with its last total, on the page of all.
    pub overview: Option<StatementsOverview>,
    /// The lines whose figures do not agree.
    pub wrong: Vec<WrongLine>,
    /// The statements.
    pub statements: Vec<StatementView>,
    /// What its symbols mean, for paper.
    pub symbols: Symbols,
}

/// The page of all statements or, by its key in the address, of one; one that there is not has no table.
#[must_use]
pub fn finance_page(state: &State, report: &Report, statement: Option<&str>) -> FinancePage {
    let accounts = Accounts::of(report);
    let all: Vec<usize> = (0..report.finance.len()).collect();
    let shown: Vec<usize> = match statement {
        None => all,
        Some(key) => state.keys.statement_of(key).into_iter().collect(),
    };
    let words = Words::of(state, report);
    let case = Case { state, report, accounts: &accounts, words: &words };
    let is_whole = statement.is_none();
    let statements: Vec<StatementView> =
        shown.iter().filter_map(|place| statement::statement_view(&case, *place)).collect();
    FinancePage {
        headline: headline(&case, &shown),
        overview: is_whole.then(|| overview::overview(&case)),
        wrong: overview::wrong(&case, &shown, is_whole),
        symbols: symbols(&statements),
        statements,
    }
}

fn symbols(statements: &[StatementView]) -> Symbols {
    let rows = statements.iter().flat_map(|one| &one.blocks).flat_map(|block| &block.rows);
    let legend = statement::legend(statements.iter().any(|one| one.has_flags));
    Symbols::of_lines(rows.filter_map(|row| row.status.as_ref()), legend)
}

/// How the whole of it stands, and how much of it agrees: "Summary: £552,000 under budget to date."
pub(super) fn finance_standing(state: &State, report: &Report) -> Vec<String> {
    let page = finance_page(state, report, None);
    let sums = report.finance.iter().position(|one| !one.sums_up.is_empty()).unwrap_or_default();
    let net = page.overview.as_ref().and_then(|overview| overview.rows.get(sums));
    let variance = net.and_then(|row| Some((row, row.cells.last().filter(|one| !one.is_absent)?)));
    let unit = report.finance.get(sums).and_then(|one| one.unit.as_ref());
    let is_plain = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == ',');
    // In a sentence, a sum is read out and not looked up in a column.
    let sum = |text: &str| match unit {
        Some(Unit::ThousandPounds) if is_plain(text) => format!("£{text},000"),
        Some(Unit::Pounds) if is_plain(text) => format!("£{text}"),
        Some(unit) => format!("{text} ({unit})"),
        None => text.to_owned(),
    };
    let net = variance.map(|(row, cell)| {
        let stands = match (cell.spoken, cell.text.as_str()) {
            (_, "0") => "on budget".to_owned(),
            (Some(over), text) => format!("{} {over}", sum(text)),
            (None, text) => format!("{} under budget", sum(text)),
        };
        format!("{}: {stands} to date.", row.title)
    });
    net.into_iter().chain(page.headline.into_iter().take(1)).collect()
}

/// What every part of the page is made from.
#[derive(Clone, Copy)]
struct Case<'r> {
    state: &'r State,
    report: &'r Report,
    accounts: &'r Accounts,
    words: &'r Words<'r>,
}

impl Case<'_> {
    /// The page of a statement.
    fn place_of(&self, statement: usize) -> Place {
        let key = self.state.keys.statement(statement).to_owned();
        self.state.place.with_part(Part::Finance(Some(key)))
    }
}

/// "376 printed figures can be worked out from others: 364 agree, and 12 do not."
fn headline(case: &Case<'_>, shown: &[usize]) -> Vec<String> {
    if shown.is_empty() {
        return Vec::new();
    }
    let (checked, wrong) = case.accounts.counts(shown);
    let agree = checked - wrong;
    let figures = match (checked, wrong) {
        (0, _) => "No printed figure can be worked out from others.".to_owned(),
        (_, 0) => format!(
            "{} can be worked out from others or stand elsewhere too, and all agree.",
            counted(checked, "printed figure")
        ),
        _ => format!(
            "{} can be worked out from others or stand elsewhere too: {agree} agree, and {wrong} {}.",
            counted(checked, "printed figure"),
            if wrong == 1 { "does not" } else { "do not" }
        ),
    };
    let mut headline = vec![figures];
    headline.extend(rules(case, shown));
    headline
}

/// By which rule lines have a status, or that none is stated.
fn rules(case: &Case<'_>, shown: &[usize]) -> Vec<String> {
    let mut rules: Vec<String> = Vec::new();
    for statement in shown.iter().filter_map(|place| case.report.finance.get(*place)) {
        let text = match &statement.rule {
            Some(rule) => {
                let note = rule.note.as_ref().map_or(String::new(), |note| format!(" {note}"));
                let text = rule.text(statement.unit.as_ref());
                format!("Status by rule: {}. {text}{note}", rule.title())
            }
            None => {
                "Lines have no status, because the file states no rule for variances.".to_owned()
            }
        };
        if !rules.contains(&text) {
            rules.push(text);
        }
    }
    rules
}
