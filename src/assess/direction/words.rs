//! A direction in a sentence, and the rule that gave it.

use std::cmp::Ordering;

use super::outcome::Outcome;
use super::subject::Subject;
use super::weighed::{Aim, Weighed};
use crate::model::Comparison;
use crate::terms::Direction;
use crate::terms::Polarity;

/// The direction's own word.
pub(super) fn word(direction: Direction) -> &'static str {
    match direction {
        Direction::Better => "Better",
        Direction::Same => "The same",
        Direction::Worse => "Worse",
        Direction::Higher => "Higher",
        Direction::Level => "Level",
        Direction::Lower => "Lower",
        Direction::NotComparable => "Not comparable",
    }
}

/// "Better: 71% now, 70% in the same period last year (2018/19 Q2): 1 point more."
pub(super) fn sentence(subject: &Subject<'_>, weighed: &Weighed, outcome: &Outcome) -> String {
    let is_same = matches!(outcome.status, Direction::Same | Direction::Level);
    let before = if is_same { weighed.if_same } else { "" };
    let movement = match (weighed.moved.cmp(&rust_decimal::Decimal::ZERO), outcome.way) {
        (Ordering::Equal, Ordering::Equal) if weighed.differs_unprinted => {
            "no change as printed".to_owned()
        }
        (Ordering::Equal, Ordering::Equal) => "no change".to_owned(),
        (Ordering::Equal, Ordering::Greater) => "more".to_owned(),
        (Ordering::Equal, Ordering::Less) => "less".to_owned(),
        (moved, _) => {
            let size = weighed.unscaled(weighed.moved).unwrap_or(weighed.moved);
            let size = subject.size_text(size, weighed.written);
            // Of a figure that is only a bound, the change is one too.
            let is_bound = weighed.now_is.is_some() || weighed.then_is.is_some();
            let than = if is_bound { "more than " } else { "" };
            format!("{than}{size} {}", if moved == Ordering::Greater { "more" } else { "less" })
        }
    };
    format!("{}: {before}{}: {movement}{}.", word(outcome.status), weighed.what, outcome.ending)
}

/// The rule in words.
pub(super) fn rule(subject: &Subject<'_>, comparison: &Comparison, weighed: &Weighed) -> String {
    let band = comparison.band(subject.row);
    let precision = match subject.row.places {
        Some(_) => "both at the decimal places printed",
        // What counts as the same need not be exactly so.
        None if band.is_some() => "both as they are written",
        None => "exactly as both are written",
    };
    let mut text = format!("{}, {precision}.", weighed.method);
    if let Some(band) = band {
        let size = band.text(subject.unit());
        let (before, after) = if band.is_exclusive() {
            (" Only a change of at least ", " counts.")
        } else {
            (" A change of up to ", " counts as the same.")
        };
        text = [text.as_str(), before, &size, after].concat();
    }
    if comparison.needs_constant_target() {
        text += " Only measures whose target stays the same through the year are compared.";
    }
    match (subject.row.polarity, weighed.aim) {
        (Some(Polarity::Plan), Aim::Quarter) => {
            text += " Nearer to the target is better: the one for this quarter where there is one, otherwise the year's.";
        }
        (Some(Polarity::Plan), _) => text += " Nearer to the year's target is better.",
        _ => {}
    }
    text
}
