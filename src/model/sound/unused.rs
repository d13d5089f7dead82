//! What of a rule is not used: what is given twice, what no band asks for, limits that are not for a measure's unit.

use std::rc::Rc;

use super::super::band::{Limit, Size, Tolerance};
use super::super::{Comparison, Level, Measure, Rule};
use super::limits;
use crate::document::{Path, Problem};
use crate::terms::{Keyword, Polarity, Progress, Unit};

/// The same comparison given twice says nothing more, and two of one name cannot be told apart.
pub(super) fn repeated(rule: &Rule, place: &Path) -> Vec<(Path, Problem)> {
    let all = rule.directions.iter().enumerate();
    let again = all.filter(|(index, one)| {
        rule.directions[..*index].iter().any(|before| before.label() == one.label())
    });
    let doubt = |(index, one): (usize, &Comparison)| {
        let what = format!("The direction “{}” is given twice.", one.label());
        let mend = "Remove one, or compare with something else under another name.".to_owned();
        (place.key("directions").index(index), Problem::Doubtful { what, mend })
    };
    again.map(doubt).collect()
}

/// Of two names for one status, only the first is used; of two statuses with one name, nobody can tell which is meant.
/// Complete may be called what on course is. A status without a name has its plain word, and so have milestones and
/// outlooks, whatever the rule's names are.
pub(super) fn named_alike(rule: &Rule, place: &Path) -> Vec<(Path, Problem)> {
    use Progress::{Complete, OffCourse, OnCourse, Uncertain};

    let is_apart = |one: Progress, other: Progress| {
        let is_achieved = |status| matches!(status, OnCourse | Complete);
        one != other
            && one.is_rated()
            && other.is_rated()
            && !(is_achieved(one) && is_achieved(other))
    };
    let is_one = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
    let doubt = |(index, (status, name)): (usize, &(Progress, String))| {
        let before = &rule.names[..index];
        let plain = [OffCourse, Uncertain, OnCourse, Complete];
        let plain = plain.into_iter().find(|other| is_one(other.word(), name));
        let plain = plain.filter(|other| is_apart(*status, *other));
        let (what, mend) = if before.iter().any(|(other, _)| other == status) {
            (
                format!("“{}” is named twice; its first name is used.", status.word()),
                "Remove one of the two.",
            )
        } else if before.iter().any(|(other, one)| is_apart(*status, *other) && is_one(one, name))
            || plain.is_some_and(|other| rule.name_of(other).is_none())
        {
            (format!("Two statuses are called “{name}”."), "Give each a name of its own.")
        } else if plain.is_some() {
            (
                format!(
                    "“{}” is called “{name}”, which is another status of milestones and outlooks.",
                    status.word()
                ),
                "Give it another name.",
            )
        } else {
            return None;
        };
        let mend = mend.to_owned();
        Some((place.key("statuses").index(index), Problem::Doubtful { what, mend }))
    };
    rule.names.iter().enumerate().filter_map(doubt).collect()
}

/// Beside bands, a tolerance is what they call the measure's own.
pub(super) fn unused_tolerance(rule: &Rule, place: &Path) -> Option<(Path, Problem)> {
    let tolerance = rule.tolerance?;
    let is_used = limits(&rule.bands)
        .any(|limit| matches!(limit.size, Size::Own) || limit.size == Size::Given(tolerance));
    (!is_used).then(|| {
        let what =
            "None of the rule's bands asks for its tolerance: it changes nothing.".to_owned();
        let mend = "Remove it, or write \"own\": true for the number in a band.".to_owned();
        (place.key("tolerance"), Problem::Doubtful { what, mend })
    })
}

/// Limits in points are for percentages. Where a measure in another unit has a rule without any other, only meeting the
/// target counts, which nobody who wrote them can have meant.
fn is_unfit(rule: &Rule, measure: &Measure) -> bool {
    let own = measure.target.level().and_then(|level| level.tolerance).or(rule.tolerance);
    let is_in_points = |limit: Limit| match limit.size {
        Size::Given(tolerance) => matches!(tolerance, Tolerance::Points(_)),
        Size::Own => matches!(own, Some(Tolerance::Points(_))),
    };
    let says_percent = |level: &Level| matches!(level.unit, Some(Unit::Percent | Unit::Points));
    measure.unit.is_some()
        && !measure.is_percentage()
        && !measure.target.level().is_some_and(says_percent)
        && limits(&rule.bands).next().is_some()
        && limits(&rule.bands).all(is_in_points)
}

/// A rule of a measure's own that is not for its unit.
pub(in crate::model) fn unfit(
    rule: &Rule,
    measure: &Measure,
    place: &Path,
) -> Option<(Path, Problem)> {
    is_unfit(rule, measure).then(|| {
        let what = "The rule's limits are in percentage points, and the measure is not in percent: none of them applies.".to_owned();
        let mend = "Give \"percent_of_target\" or \"amount\" instead of \"points\".".to_owned();
        (place.clone(), Problem::Doubtful { what, mend })
    })
}

/// A rule of a report or an objective, with the measures of those under it for whose unit it is not.
pub(in crate::model) fn unfit_for_some(
    rule: &Rc<Rule>,
    measures: &[Measure],
    place: &Path,
) -> Option<(Path, Problem)> {
    let is_under = |one: &&Measure| one.rule.as_ref().is_some_and(|own| Rc::ptr_eq(own, rule));
    let can_be_rated = |one: &Measure| {
        one.target.level().is_some() && one.polarity.is_some_and(|way| way != Polarity::None)
    };
    let is_meant = |one: &&Measure| can_be_rated(one) && is_unfit(rule, one);
    let mut unfit = measures.iter().filter(is_under).filter(is_meant);
    let first = unfit.next()?.name();
    let (others, are) = match unfit.count() {
        0 => (String::new(), "is"),
        more => (format!(" and {more} more"), "are"),
    };
    let what = format!(
        "The rule's limits are in percentage points, and none of them applies to “{first}”{others}, which {are} not in percent."
    );
    let mend = "Give such measures a rule of their own, or the rule \"percent_of_target\" instead of \"points\".".to_owned();
    Some((place.clone(), Problem::Doubtful { what, mend }))
}
