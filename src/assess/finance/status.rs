//! A line's status by a stated rule.

use rust_decimal::Decimal;

use super::check::plain;
use super::words::money;
use crate::assess::verdict::{Derivation, Reason, RuleText};
use crate::assess::{Progress, Verdict};
use crate::model::{Column, Margin, Statement, StatementLine, VarianceRule};
use crate::terms::{Amount, Keyword, LineRole};

/// The status of a line by the rule that is stated; none where no rule is, or for a heading.
///
/// It goes by budget to date less actual to date, and only where one of them is missing by the variance as printed.
pub(super) fn status(
    statement: &Statement,
    line: &StatementLine,
    variance: Option<Amount>,
) -> Option<Verdict<Progress>> {
    let rule = statement.rule.as_deref().filter(|_| line.role != LineRole::Heading)?;
    let unit = statement.unit.as_ref();
    let mut derivation = Derivation {
        rule: Some(RuleText { name: rule.title().to_owned(), text: rule.text(unit) }),
        ..Derivation::default()
    };
    let budget = plain(line.given(Column::BudgetToDate));
    let status = match variance
        .ok_or_else(no_variance)
        .and_then(|variance| judged(rule, variance, budget))
    {
        Ok(status) => status,
        Err(reason) => {
            derivation.reason = Some(reason.short);
            derivation.sentence = format!("Not rated: {}.", reason.clause);
            return Some(Verdict::new(Progress::NotRated, derivation));
        }
    };
    let word = rule.name_of(status).unwrap_or_else(|| status.word());
    let variance = variance.unwrap_or(Amount::from(Decimal::ZERO)).decimal();
    let off = if variance.is_zero() {
        "exactly on its budget to date".to_owned()
    } else {
        let word = if variance.is_sign_negative() { "worse" } else { "better" };
        format!("{} {word} than its budget to date", money(variance.abs().into(), unit))
    };
    derivation.step(
        "Variance to date",
        money(variance.into(), unit),
        "Budget to date less actual to date",
    );
    if let Some(budget) = budget {
        derivation.step("Budget to date", money(budget, unit), statement.title.clone());
    }
    derivation.sentence = format!("{}: {off}.", capital(word));
    Some(Verdict::new(status, derivation))
}

fn no_variance() -> Reason {
    Reason::new(
        "No variance",
        "there is no budget or no actual to date, and no variance is printed",
    )
}

fn judged(
    rule: &VarianceRule,
    variance: Amount,
    budget: Option<Amount>,
) -> Result<Progress, Reason> {
    let variance = variance.decimal();
    let off = if rule.either_way { variance.abs() } else { -variance };
    let within = |margin: Option<Margin>| match margin {
        None => Ok(off <= Decimal::ZERO),
        Some(_) if off <= Decimal::ZERO => Ok(true),
        Some(Margin::Amount(size)) => Ok(off <= size.decimal()),
        Some(Margin::PercentOfBudget(percent)) => {
            let budget = budget.ok_or_else(|| {
                Reason::new(
                    "No budget to date",
                    "the rule asks for a share of the budget to date, and there is none",
                )
            })?;
            let size = budget.decimal().abs().checked_mul(percent.decimal());
            let size = size.and_then(|size| size.checked_div(Decimal::ONE_HUNDRED));
            Ok(off <= size.ok_or_else(Reason::too_large)?)
        }
    };
    Ok(if within(rule.on_course_within)? {
        Progress::OnCourse
    } else if rule.uncertain_within.is_some() && within(rule.uncertain_within)? {
        Progress::Uncertain
    } else {
        Progress::OffCourse
    })
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
