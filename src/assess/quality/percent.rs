//! A percentage over 100, or below 0, where it cannot be.

use rust_decimal::Decimal;

use super::super::words::sentence;
use super::case::Case;
use super::doubt::{Concern, DoubtKind};
use super::words::words;
use crate::model::Content;
use crate::terms::{Amount, Unit, figure_text};

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

/// Ways for a title to begin that say that the percentage is a share of a whole.
const SHARES: [&str; 4] = ["%", "percentage", "proportion", "share"];

/// Words behind them that make it one of a change, which can be below 0.
const BELOW_ZERO: [&str; 18] = [
    "decline",
    "decrease",
    "deficit",
    "difference",
    "gap",
    "improvement",
    "increase",
    "loss",
    "movement",
    "net",
    "overspend",
    "profit",
    "reduction",
    "return",
    "slippage",
    "surplus",
    "underspend",
    "variation",
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
    let found = found(case, |amount| amount > Decimal::ONE_HUNDRED);
    let found = found.first().filter(|_| !may_exceed(&words(&case.measure.said.title)));
    let found = found.map(|one| concern(DoubtKind::OverHundred, one, "over 100%"));
    found.into_iter().collect()
}

/// The only figure of the row in percent that is below 0: where more of them are, it is none of a share.
///
/// Only of what plainly is a share: the title begins with "percentage of", "proportion of" and their like, before which a
/// verb may stand, "Increase the percentage of …", and does not go on to a change.
pub(super) fn below_zero(case: &Case<'_>) -> Vec<Concern> {
    let found = found(case, |amount| amount < Decimal::ZERO);
    let [found] = found.as_slice() else { return Vec::new() };
    let title = words(&case.measure.said.title);
    let share = match title.as_slice() {
        [_, the, rest @ ..] | [the, rest @ ..] if the == "the" => rest,
        all => all,
    };
    let is_share = matches!(share, [share, of, rest @ ..]
        if SHARES.contains(&share.as_str()) && of == "of"
            && !rest.iter().any(|word| BELOW_ZERO.contains(&word.as_str())));
    if !is_share || may_exceed(&title) {
        return Vec::new();
    }
    vec![concern(DoubtKind::BelowZero, found, "below 0%")]
}

fn concern(kind: DoubtKind, (called, text): &(String, String), bound: &str) -> Concern {
    let what = format!("{} is {text}, and a share of a whole cannot be {bound}.", sentence(called));
    Concern::new(
        kind,
        what,
        "Correct the figure or the unit; if it is not a share of a whole, say in the title of what it is a percentage.",
    )
}

/// Each figure of a row in percent that is beyond what a share can be: what it is called, and its text.
fn found(case: &Case<'_>, is_beyond: impl Fn(Decimal) -> bool) -> Vec<(String, String)> {
    let is_beyond = |amount: Amount, unit: Option<&Unit>| {
        unit == Some(&Unit::Percent) && is_beyond(amount.decimal())
    };
    let numbers = [case.current(), case.target(), case.last_year()].into_iter().flatten();
    let numbers = numbers.filter(|number| is_beyond(number.amount, number.unit));
    let mut found: Vec<_> =
        numbers.map(|number| (number.called.to_string(), number.text())).collect();
    let (unit, places) = (case.measure.unit.as_ref(), case.measure.places);
    if let Some(figure) = case.measure.current.figure()
        && let Content::Parts { parts, .. } = &figure.content
    {
        let unit = figure.unit.as_ref().or(unit);
        found.extend(parts.iter().filter_map(|(label, value)| {
            let part = value.figure()?;
            let (amount, unit) = (part.amount()?, part.unit.as_ref().or(unit));
            is_beyond(amount, unit).then(|| {
                (format!("the current figure for {label}"), figure_text(amount, unit, places))
            })
        }));
    }
    found
}

fn may_exceed(words: &[String]) -> bool {
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
