//! The bands of a rule, tried in order.

use rust_decimal::Decimal;

use super::super::verdict::{Draft, Reason};
use super::Evidence;
use super::compared::{Beyond, Bound, Compared};
use crate::model::{Band, Condition, Limit, Size, Tolerance};
use crate::terms::{Direction, FloorTest, Nearness, Polarity, Progress, Since};

/// The band that applied, and what was found on the way to it.
pub(super) struct Applied {
    pub(super) status: Progress,
    /// What made it apply: "within 10% of the target".
    pub(super) held: Vec<String>,
    /// What kept the bands before it from applying: "more than 10% of the target".
    pub(super) failed: Vec<String>,
}

/// Whether a condition holds, and that in words where it is worth saying and a derivation is written.
type Tried = (bool, Option<String>);

/// Tries the bands in order and gives the first that applies.
pub(super) fn apply(
    compared: &Compared<'_>,
    evidence: &Evidence<'_>,
    derivation: &mut Draft,
) -> Result<Applied, Reason> {
    let miss = compared.miss()?;
    if !compared.is_met(miss) {
        let gap = || compared.gap(&compared.full_distance(miss));
        derivation.step(|| ("Missed by", gap(), compared.subtraction()));
    }
    let mut failed: Vec<String> = Vec::new();
    for (index, band) in compared.rule.bands.iter().enumerate() {
        if is_beyond_wider(index, compared, miss)? {
            continue;
        }
        let (holds, words) = holds(band, compared, evidence, miss, derivation)?;
        if holds {
            return Ok(Applied { status: band.status, held: words, failed });
        }
        for one in words {
            if !failed.contains(&one) {
                failed.push(one);
            }
        }
    }
    Err(Reason::new("No band applies", "none of the rule's bands takes this figure"))
}

/// Whether a band allows a miss by a tolerance that is not given, and a later one by a wider one that is passed already:
/// then it does not apply, however large its own may be.
fn is_beyond_wider(index: usize, compared: &Compared<'_>, miss: Decimal) -> Result<bool, Reason> {
    let limits = |band: &Band| {
        let limit = |one: &Condition| match one {
            Condition::MissedBy(limit) => Some(*limit),
            _ => None,
        };
        band.conditions.iter().find_map(limit)
    };
    let bands = &compared.rule.bands;
    let is_unknown = |limit: Limit| limit.size == Size::Own && compared.own_tolerance().is_none();
    if compared.is_met(miss) || !limits(&bands[index]).is_some_and(is_unknown) {
        return Ok(false);
    }
    for limit in bands[index + 1..].iter().filter_map(limits).filter(|one| !is_unknown(*one)) {
        let Some(tolerance) = compared.tolerance(limit)? else { continue };
        let size = compared.size(tolerance)?;
        if !compared.is_short_of(miss, size, limit.exclusive) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether every condition of a band holds; with the words for what did, or for the first that did not.
fn holds(
    band: &Band,
    compared: &Compared<'_>,
    evidence: &Evidence<'_>,
    miss: Decimal,
    derivation: &mut Draft,
) -> Result<(bool, Vec<String>), Reason> {
    let mut words = Vec::new();
    for condition in &band.conditions {
        let (holds, word) = tried(*condition, band, compared, evidence, miss, derivation)?;
        if !holds {
            return Ok((false, word.into_iter().collect()));
        }
        words.extend(word);
    }
    Ok((true, words))
}

fn tried(
    condition: Condition,
    band: &Band,
    compared: &Compared<'_>,
    evidence: &Evidence<'_>,
    miss: Decimal,
    derivation: &mut Draft,
) -> Result<Tried, Reason> {
    let is_met = compared.is_met(miss);
    match condition {
        Condition::Polarity(polarity) => Ok((polarity == compared.polarity, None)),
        Condition::Met => Ok((is_met, None)),
        Condition::Missed => Ok((!is_met, None)),
        Condition::MissedBy(_) | Condition::Floor(_) if is_met => Ok((true, None)),
        Condition::MissedBy(limit) => {
            let kind = Kind::Miss(band.status);
            within(limit, compared, miss.abs(), kind, derivation)
        }
        Condition::AwayBy(limit) => {
            within(limit, compared, miss.abs(), Kind::Away(band.status), derivation)
        }
        Condition::BeatenBy(limit) => {
            // A figure that equals its target is not better than it, even by 10% of nothing.
            let is_not_better = miss >= Decimal::ZERO || compared.polarity == Polarity::Plan;
            if is_not_better || compared.tolerance(limit)?.is_none() {
                return Ok((false, None));
            }
            let limit = Limit { exclusive: !limit.exclusive, ..limit };
            let kind = Kind::Beaten(band.status);
            let (is_short, words) = within(limit, compared, miss.abs(), kind, derivation)?;
            Ok((!is_short, words))
        }
        Condition::Floor(test) => floor(test, compared, derivation),
        Condition::LastYear(since) => last_year(since, evidence, derivation),
        Condition::Outlook(status) => {
            let outlook = evidence.outlook()?;
            let words = derivation.is_written().then(|| {
                format!("with the year-end outlook {}", crate::terms::Keyword::word(outlook))
            });
            Ok((outlook == status, words))
        }
    }
}

/// Why a limit does not apply.
pub(super) const NO_POINTS: &str = "a tolerance in points is for percentages";

/// What a limit bounds, for a status.
#[derive(Clone, Copy)]
enum Kind {
    Miss(Progress),
    Away(Progress),
    Beaten(Progress),
}

fn within(
    limit: Limit,
    compared: &Compared<'_>,
    distance: Decimal,
    kind: Kind,
    derivation: &mut Draft,
) -> Result<Tried, Reason> {
    let Some(tolerance) = compared.tolerance(limit)? else {
        return Ok((false, derivation.is_written().then(|| NO_POINTS.to_owned())));
    };
    let size = compared.size(tolerance)?;
    let holds = compared.is_short_of(distance, size, limit.exclusive);
    if !derivation.is_written() {
        return Ok((holds, None));
    }
    let is_of_nothing = compared.course.amount.decimal().is_zero()
        && matches!(tolerance, Tolerance::PercentOfTarget(_));
    let from = match tolerance {
        Tolerance::PercentOfTarget(_) if is_of_nothing => {
            "a percentage of 0 is 0: the target is met or it is not".to_owned()
        }
        Tolerance::PercentOfTarget(percent) => {
            let target = compared.course.amount.decimal();
            let size = compared.measure.working_text(target.abs().into());
            let sign = if target.is_sign_negative() { ", the target without its sign" } else { "" };
            format!("{percent}% of {size}{sign}")
        }
        Tolerance::Points(_) | Tolerance::Amount(_) => {
            let is_own = limit.size == Size::Own;
            if is_own { "the measure's own tolerance" } else { "the rule" }.to_owned()
        }
    };
    let shown = compared.full_distance(size);
    let up_to = if limit.exclusive { "less than" } else { "up to" };
    let (what, value) = match kind {
        Kind::Miss(status) => (limit_of(compared, status), format!("missed by {up_to} {shown}")),
        Kind::Away(status) => (limit_of(compared, status), format!("{up_to} {shown} either way")),
        Kind::Beaten(status) => {
            let least = if limit.exclusive { "at least" } else { "more than" };
            (limit_of(compared, status), format!("better by {least} {shown}"))
        }
    };
    derivation.step(|| (what, value, from));
    let text = tolerance.text(compared.measure.unit.as_ref());
    let words = match (kind, holds, limit.exclusive) {
        (Kind::Miss(_) | Kind::Away(_), false, _) if is_of_nothing => {
            "where a percentage of 0 leaves no room".to_owned()
        }
        (Kind::Miss(_) | Kind::Away(_), true, false) => format!("within {text}"),
        (Kind::Miss(_) | Kind::Away(_), true, true) => format!("by less than {text}"),
        (Kind::Miss(_) | Kind::Away(_), false, false) => format!("more than {text}"),
        (Kind::Miss(_) | Kind::Away(_), false, true) => format!("{text} or more"),
        (Kind::Beaten(_), false, _) => format!("better by {text} or more"),
        (Kind::Beaten(_), true, _) => format!("better by less than {text}"),
    };
    Ok((holds, Some(words)))
}

fn limit_of(compared: &Compared<'_>, status: Progress) -> String {
    let word = crate::terms::Keyword::word(status);
    let name = compared.rule.name_of(status).unwrap_or(word);
    format!("Limit for {}", crate::terms::in_sentence(name))
}

/// Between the target and the measure's own floor or ceiling.
fn floor(
    test: FloorTest,
    compared: &Compared<'_>,
    derivation: &mut Draft,
) -> Result<Tried, Reason> {
    let Some(bound) = compared.bound() else {
        return match test {
            FloorTest::ReachedIfAny => Ok((false, None)),
            FloorTest::Reached => Err(compared.no_bound()),
        };
    };
    let (what, called, amount, given) = match bound {
        Bound::Floor(floor) => ("Floor: the lowest", "floor", floor, compared.level.floor),
        Bound::Ceiling(ceiling) => {
            ("Ceiling: the highest", "ceiling", ceiling, compared.level.ceiling)
        }
    };
    let shown = || compared.measure.working_text(amount);
    derivation.step(|| {
        let from = if given == Some(amount) {
            "the measure's own"
        } else {
            "the measure's own, cut as its target is"
        };
        (format!("{what} that is still acceptable"), shown(), from)
    });
    let holds = compared.is_within(bound);
    let how = if holds { "within" } else { "beyond" };
    let words = derivation.is_written().then(|| format!("{how} the {called} of {}", shown()));
    Ok((holds, words))
}

fn last_year(since: Since, evidence: &Evidence<'_>, derivation: &Draft) -> Result<Tried, Reason> {
    let direction = evidence.last_year()?;
    let holds = match since {
        Since::Better => direction == Direction::Better,
        Since::NotWorse => matches!(direction, Direction::Better | Direction::Same),
    };
    let words = match direction {
        Direction::Better => "better than in the same period last year",
        Direction::Same => "level with the same period last year",
        _ => "worse than in the same period last year",
    };
    Ok((holds, derivation.is_written().then(|| words.to_owned())))
}

/// On which side of the bound a figure lies that is "over", "almost" or "under" it; none where that cannot be said.
pub(super) fn beyond(nearness: Nearness, polarity: Polarity) -> Option<Beyond> {
    match (nearness, polarity) {
        (Nearness::Over, Polarity::Higher)
        | (Nearness::Under | Nearness::Almost, Polarity::Lower) => Some(Beyond::Better),
        (Nearness::Over, Polarity::Lower)
        | (Nearness::Under | Nearness::Almost, Polarity::Higher) => Some(Beyond::Worse),
        _ => None,
    }
}

/// A figure that is only a bound is rated only where every number that it can stand for has that status.
pub(super) fn apply_to_bound(
    nearness: Nearness,
    compared: &Compared<'_>,
    evidence: &Evidence<'_>,
    derivation: &mut Draft,
) -> Result<Applied, Reason> {
    if compared.rule.is_one_sided() {
        let is_met = compared.is_met(compared.miss()?);
        let wanted = match compared.beyond {
            Some(Beyond::Better) if is_met => Some(true),
            Some(Beyond::Worse) if !is_met => Some(false),
            _ => None,
        };
        if let Some(is_met) = wanted {
            let applied = apply(compared, evidence, derivation)?;
            if is_met || applied.status == Progress::OffCourse {
                return Ok(applied);
            }
        }
    }
    let clause = format!(
        "the figure is given as “{} {}”, which does not decide it",
        crate::terms::Keyword::word(nearness),
        compared.measure.figure_text(compared.value)
    );
    Err(Reason::new("Approximate figure", clause))
}
