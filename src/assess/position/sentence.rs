//! A position in a sentence.

use rust_decimal::Decimal;

use super::bands::{Applied, NO_POINTS};
use super::compared::Compared;
use crate::assess::words::called;
use crate::terms::{Polarity, Quarter};

/// "Uncertain at the end of Quarter 2: 67.5% against a target of 75% (higher is better): 7.5 points short, within
/// 10% of the target." Only the status is of the quarter's end: the target may be for the year, the figure for August.
pub(super) fn sentence(
    compared: &Compared<'_>,
    applied: &Applied,
    shown: &str,
    quarter: Quarter,
) -> String {
    let better = match compared.polarity {
        Polarity::Higher => "higher is better",
        Polarity::Lower => "lower is better",
        Polarity::Plan | Polarity::None => "near to the plan is better",
    };
    let outcome = match compared.miss() {
        Ok(miss) if miss.is_zero() && compared.beyond.is_some() => {
            if compared.is_met(miss) { "met" } else { "missed" }.to_owned()
        }
        Ok(miss) if miss.is_zero() && compared.is_met(miss) => "exactly met".to_owned(),
        Ok(miss) if miss.is_zero() => "reached, but it must be passed".to_owned(),
        Ok(miss) if compared.is_met(miss) => {
            format!("met with {} to spare", compared.gap(&compared.distance(miss)))
        }
        Ok(miss) => compared.shortfall(miss),
        Err(_) => String::new(),
    };
    format!(
        "{} at the end of Quarter {}: {shown} against {} ({better}): {outcome}{}.",
        called(Some(compared.rule), applied.status),
        quarter.number.number(),
        compared.course.called(compared.level, |amount| compared.shown(amount)),
        margin(compared, applied),
    )
}

/// What made a miss what it is: what held, or else what did not.
fn margin(compared: &Compared<'_>, applied: &Applied) -> String {
    let is_met = compared.miss().is_ok_and(|miss| compared.is_met(miss) && miss <= Decimal::ZERO);
    let reasons = if applied.held.is_empty() && !is_met { &applied.failed } else { &applied.held };
    // Of several limits of one kind the last is the widest, and says it all.
    let kind = |reason: &str| -> String {
        let is_passed = reason.starts_with("more than ") || reason.ends_with(" or more");
        let size = reason.trim_start_matches("more than ").trim_end_matches(" or more");
        let bare = size.chars().filter(|c| !c.is_ascii_digit() && *c != '.').collect();
        if is_passed { format!("beyond {bare}") } else { bare }
    };
    let said: Vec<&str> = reasons
        .iter()
        .enumerate()
        .filter(|(index, one)| !reasons[index + 1..].iter().any(|later| kind(later) == kind(one)))
        .map(|(_, one)| one.as_str())
        .filter(|one| *one != NO_POINTS)
        .collect();
    if said.is_empty() {
        // What is no limit for this measure is only worth saying where there is no other.
        let has_none = reasons.iter().any(|one| one == NO_POINTS);
        return if has_none { format!(", and {NO_POINTS}") } else { String::new() };
    }
    format!(", {}", said.join(" and "))
}
