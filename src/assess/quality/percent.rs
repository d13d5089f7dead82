//! A percentage over 100 where it cannot be.

use rust_decimal::Decimal;

use super::super::words::sentence;
use super::case::Case;
use super::doubt::{Concern, DoubtKind};
use super::words::words;
use crate::model::{Content, Value};
use crate::terms::{Unit, figure_text};

/// Words in a title that say that the percentage is not a share of a whole: of a budget, a plan, a former
/// figure or a capacity there can be more than 100%.
const OF_SOMETHING_ELSE: [&str; 36] = [
    "against",
    "baseline",
    "budget",
    "budgets",
    "capacity",
    "change",
    "changes",
    "compared",
    "comparison",
    "cost",
    "costs",
    "expected",
    "expenditure",
    "fall",
    "forecast",
    "growth",
    "income",
    "index",
    "inflation",
    "occupancy",
    "planned",
    "previous",
    "profile",
    "ratio",
    "recovery",
    "rise",
    "saving",
    "savings",
    "spend",
    "spending",
    "spent",
    "target",
    "targets",
    "utilisation",
    "variance",
    "yield",
];

/// Ways to say that the percentage is itself a change: "percentage increase in applications".
const IS_A_CHANGE: [&str; 10] = [
    "% decrease",
    "% increase",
    "% reduction",
    "percentage decrease",
    "percentage increase",
    "percentage reduction",
    "increase in",
    "decrease in",
    "reduction in",
    "per cent increase",
];

/// A current figure, target or last year's actual in percent that is over 100, also as one of several parts.
///
/// A share of a whole cannot be more than all of it. A change can, and so can a percentage of a budget, a
/// target or a capacity; a title that speaks of these is left alone.
pub(super) fn over_hundred(case: &Case<'_>) -> Vec<Concern> {
    let Some((called, text)) = found(case) else { return Vec::new() };
    if may_exceed(&case.measure.said.title) {
        return Vec::new();
    }
    let what =
        format!("{} is {text}, and a share of a whole cannot be over 100%.", sentence(&called));
    vec![Concern::new(
        DoubtKind::OverHundred,
        what,
        "Correct the figure or the unit; if it is not a share of a whole, say in the title of what it is a percentage.",
    )]
}

fn found(case: &Case<'_>) -> Option<(String, String)> {
    let numbers = [case.current(), case.target(), case.last_year()];
    let whole = numbers.into_iter().flatten().find(|number| {
        number.unit == Some(&Unit::Percent) && number.decimal() > Decimal::ONE_HUNDRED
    });
    if let Some(number) = whole {
        return Some((number.called.to_string(), number.text()));
    }
    let unit = case.measure.unit.as_ref();
    part_over(&case.measure.current, unit, case.measure.places)
        .map(|(label, text)| (format!("the current figure for {label}"), text))
}

fn part_over(value: &Value, unit: Option<&Unit>, places: Option<u8>) -> Option<(String, String)> {
    let figure = value.figure()?;
    let unit = figure.unit.as_ref().or(unit);
    let Content::Parts { parts, .. } = &figure.content else { return None };
    parts.iter().find_map(|(label, value)| {
        let part = value.figure()?;
        let unit = part.unit.as_ref().or(unit);
        let amount = part.amount()?;
        (unit == Some(&Unit::Percent) && amount.decimal() > Decimal::ONE_HUNDRED)
            .then(|| (label.clone(), figure_text(amount, unit, places)))
    })
}

fn may_exceed(title: &str) -> bool {
    let words = words(title);
    if words.iter().any(|word| OF_SOMETHING_ELSE.contains(&word.as_str())) {
        return true;
    }
    // "Increase in the percentage of …" is still a share.
    let text = words.join(" ");
    let text = ["percentage", "proportion", "share", "%"]
        .into_iter()
        .fold(text, |text, share| text.replace(&format!(" in the {share} of"), ""));
    IS_A_CHANGE.iter().any(|change| text.contains(change))
}
