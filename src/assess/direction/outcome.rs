//! What the difference between two numbers means for a measure.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::quarters::approximate;
use super::subject::Subject;
use super::weighed::{Aim, Weighed};
use crate::assess::verdict::{Draft, Reason};
use crate::model::{Comparison, LikenessSize};
use crate::terms::Direction;
use crate::terms::{Nearness, Polarity};

/// A direction, and what decided it.
pub(super) struct Outcome {
    pub(super) status: Direction,
    /// Which way the number went, leaving aside a change that does not count.
    pub(super) way: Ordering,
    /// What the band and the plan had to do with it, for the end of the sentence.
    pub(super) ending: String,
}

/// The largest change that does not count, times the comparison's scale.
struct Limit {
    size: Decimal,
    exclusive: bool,
    text: String,
}

impl Limit {
    /// Whether a change of this size counts. No change at all never does.
    fn is_passed_by(&self, size: Decimal) -> bool {
        match size.cmp(&self.size) {
            Ordering::Less => false,
            Ordering::Equal => self.exclusive && !size.is_zero(),
            Ordering::Greater => true,
        }
    }
}

pub(super) fn outcome(
    subject: &Subject<'_>,
    comparison: &Comparison,
    weighed: &Weighed,
    derivation: &mut Draft,
) -> Result<Outcome, Reason> {
    use Ordering::{Equal, Greater, Less};

    let Some(polarity) = subject.row.polarity else {
        return Err(Reason::new("No polarity", "it is not said which way is better"));
    };
    let limit = limit(subject, comparison, weighed, derivation)?;
    if polarity == Polarity::Plan {
        return nearness_to_plan(subject, weighed, limit.as_ref(), derivation);
    }
    let way = way(weighed, limit.as_ref())?;
    let status = match (polarity, way) {
        (Polarity::None, Less) => Direction::Lower,
        (Polarity::None, Equal) => Direction::Level,
        (Polarity::None, Greater) => Direction::Higher,
        (_, Equal) => Direction::Same,
        (Polarity::Higher, Greater) | (Polarity::Lower, Less) => Direction::Better,
        _ => Direction::Worse,
    };
    let ending = limit.map(|limit| limit.ending(weighed.moved.abs()));
    Ok(Outcome { status, way, ending: ending.unwrap_or_default() })
}

/// Which way the number went. Where a figure is only a bound, it did so where every number that the figure
/// can stand for did.
fn way(weighed: &Weighed, limit: Option<&Limit>) -> Result<Ordering, Reason> {
    use Nearness::{About, Almost, Over, Under};

    let may_be_more = matches!(weighed.now_is, Some(Over | About))
        || matches!(weighed.then_is, Some(Under | Almost | About));
    let may_be_less = matches!(weighed.now_is, Some(Under | Almost | About))
        || matches!(weighed.then_is, Some(Over | About));
    let moved = weighed.moved;
    // Beyond the bound, a change as large as the band is larger.
    let at_least = limit.map_or(Decimal::ZERO, |limit| limit.size);
    match (may_be_more, may_be_less) {
        (false, false) => Ok(match limit {
            Some(limit) if !limit.is_passed_by(moved.abs()) => Ordering::Equal,
            _ => moved.cmp(&Decimal::ZERO),
        }),
        (true, false) if moved >= at_least => Ok(Ordering::Greater),
        (false, true) if -moved >= at_least => Ok(Ordering::Less),
        _ => Err(approximate()),
    }
}

/// The comparison's band for this measure and this earlier number.
fn limit(
    subject: &Subject<'_>,
    comparison: &Comparison,
    weighed: &Weighed,
    derivation: &mut Draft,
) -> Result<Option<Limit>, Reason> {
    let Some(band) = comparison.band(subject.row) else { return Ok(None) };
    let (size, percent) = match band.size() {
        LikenessSize::Percent(percent) => {
            if weighed.then_is.is_some() {
                return Err(approximate());
            }
            let size = weighed
                .then
                .abs()
                .checked_mul(percent.decimal())
                .and_then(|product| product.checked_div(Decimal::ONE_HUNDRED));
            (size.ok_or_else(Reason::too_large)?, Some(percent))
        }
        LikenessSize::Points(size) | LikenessSize::Amount(size) => (weighed.scaled(size)?, None),
        LikenessSize::Own => {
            let Some(threshold) = subject.row.threshold else {
                return Err(Reason::new(
                    "No threshold",
                    "the rule goes by the measure's own threshold, and none is given",
                ));
            };
            (weighed.scaled(threshold)?, None)
        }
    };
    let exclusive = band.is_exclusive();
    let written = weighed.written;
    let (unscaled, then) = (weighed.unscaled(size)?.normalize(), weighed.unscaled(weighed.then)?);
    if !derivation.is_written() {
        return Ok(Some(Limit { size, exclusive, text: String::new() }));
    }
    let shown = subject.size_text(unscaled, written);
    let (from, text) = match percent {
        Some(percent) if weighed.then.is_zero() => (
            "a percentage of 0 means nothing: any change counts".to_owned(),
            format!("as {percent}% of 0 is nothing"),
        ),
        Some(percent) => (
            format!(
                "{percent}% of {}{}",
                subject.level_text(then.abs(), written),
                if then.is_sign_negative() { ", the earlier figure without its sign" } else { "" }
            ),
            format!("{shown} ({percent}%)"),
        ),
        None if band.size() == LikenessSize::Own => {
            ("the measure's own threshold".to_owned(), shown.clone())
        }
        None => ("the rule".to_owned(), shown.clone()),
    };
    let up_to = if exclusive { "less than" } else { "up to" };
    derivation.step(|| ("Counts as the same", format!("a change of {up_to} {shown}"), from));
    Ok(Some(Limit { size, exclusive, text }))
}

impl Limit {
    fn ending(&self, moved: Decimal) -> String {
        if moved.is_zero() {
            return String::new();
        }
        let text = &self.text;
        match (self.is_passed_by(moved), self.exclusive) {
            (true, _) if self.size.is_zero() && text.starts_with("as ") => {
                format!(", which counts, {text}")
            }
            (true, false) => format!(", more than the {text} that count as the same"),
            (true, true) => format!(", at least the {text} that count as a change"),
            (false, false) => format!(", within the {text} that count as the same"),
            (false, true) => format!(", less than the {text} that count as a change"),
        }
    }
}

/// Nearer to the target is better, from either side.
fn nearness_to_plan(
    subject: &Subject<'_>,
    weighed: &Weighed,
    limit: Option<&Limit>,
    derivation: &mut Draft,
) -> Result<Outcome, Reason> {
    if weighed.now_is.is_some() || weighed.then_is.is_some() {
        return Err(approximate());
    }
    if weighed.aim == Aim::Nothing {
        return Err(Reason::new(
            "Quarter against year",
            "near to the plan is better, and there is no plan for what a quarter adds",
        ));
    }
    let target = subject.target(weighed.aim == Aim::Quarter)?;
    let aim = weighed.scaled(target)?;
    let distance = |number: Decimal| {
        number.checked_sub(aim).map(|gap| gap.abs()).ok_or_else(Reason::too_large)
    };
    let (now, then) = (distance(weighed.now)?, distance(weighed.then)?);
    let nearer = then.checked_sub(now).ok_or_else(Reason::too_large)?;
    let shown = |gap: Decimal| subject.size_text(gap, weighed.written.max(gap.scale().min(6)));
    let target = subject.words(|| subject.level_text(target.decimal(), target.places()));
    for (what, gap) in [("Distance now", now), ("Distance then", then)] {
        let gap = weighed.unscaled(gap)?;
        derivation.step(|| (what, shown(gap), format!("from the target of {target}")));
    }
    let counts = limit.is_none_or(|limit| limit.is_passed_by(nearer.abs()));
    let (status, words) = match nearer.cmp(&Decimal::ZERO) {
        Ordering::Greater if counts => (Direction::Better, "nearer to"),
        Ordering::Less if counts => (Direction::Worse, "further from"),
        Ordering::Equal => (Direction::Same, "as far from"),
        _ => (Direction::Same, "about as far from"),
    };
    let band = limit.map(|limit| limit.ending(nearer.abs())).unwrap_or_default();
    let ending = subject.words(|| format!(", {words} the target of {target}{band}"));
    Ok(Outcome { status, way: weighed.moved.cmp(&Decimal::ZERO), ending })
}
