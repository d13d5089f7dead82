//! Whether a rule makes sense: every band can apply, and every figure finds a band.

mod words;

use std::rc::Rc;

use words::words;

use super::band::{Band, Condition, Limit, Size, Tolerance};
use super::{Comparison, Level, Measure, Rule};
use crate::document::{Path, Problem};
use crate::terms::{Amount, FloorTest, Keyword, Polarity, Progress, Since, Unit};

/// More conditions to try than a rule that a person wrote comes to; a longer one is not looked through.
const MAX_TRIES: usize = 1_000_000;

/// A measure in every respect that a band may ask about.
#[derive(Clone, Debug)]
struct Case {
    polarity: Polarity,
    side: Side,
    /// How far from the target, for each of the four ways to say it, in half steps between the limits.
    distance: [usize; 4],
    /// Whether the target is zero, of which every percentage is zero.
    is_zero: bool,
    kind: Kind,
    floor: Option<bool>,
    last_year: Since3,
    outlook: Progress,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Better,
    Exactly,
    ExactlyAndStrict,
    Worse,
}

/// What a measure is for limits in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Percentage,
    Other,
    /// Its own tolerance is in points all the same.
    OtherInPoints,
}

impl Kind {
    /// Whether a limit that is given in this way is for such a measure.
    fn takes(self, way: usize) -> bool {
        !matches!((self, way), (Self::Other | Self::OtherInPoints, 1) | (Self::OtherInPoints, 3))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Since3 {
    Better,
    Same,
    Worse,
}

/// What is doubtful in a rule that stands at a place. It is applied all the same.
pub(super) fn doubts(rule: &Rule, place: &Path) -> Vec<(Path, Problem)> {
    let mut found = repeated(rule, place);
    found.extend(named_alike(rule, place));
    found.extend(unused_tolerance(rule, place));
    let steps = steps(&rule.bands);
    let Some(cases) = cases(&rule.bands, &steps) else {
        found.extend(too_many(rule, place));
        return found;
    };
    let mut applied = vec![false; rule.bands.len()];
    let takes = |band: &Band, case| band.conditions.iter().all(|one| holds(*one, case, &steps));
    let (mut gaps, mut within) = (Vec::new(), Vec::new());
    for case in &cases {
        let first = rule.bands.iter().position(|band| takes(band, case));
        match first {
            Some(band) => {
                applied[band] = true;
                within.push(case);
            }
            None => gaps.push(case),
        }
    }
    for (index, band) in rule.bands.iter().enumerate().filter(|(index, _)| !applied[*index]) {
        let is_possible = cases.iter().any(|case| takes(band, case));
        let (why, mend) = if is_possible {
            (
                "the bands before it take every figure that it could",
                "Change the order of the bands or their limits, or remove it.",
            )
        } else {
            (
                "no figure meets all of its conditions",
                "Take out the condition that contradicts the others, or remove the band.",
            )
        };
        let what = format!("Band {} (“{}”) can never apply: {why}.", index + 1, band.status.word());
        let mend = mend.to_owned();
        found.push((place.key("bands").index(index), Problem::Doubtful { what, mend }));
    }
    if let Some(gap) = gaps.into_iter().min_by_key(|gap| gap.oddity()) {
        let what =
            format!("The bands leave a gap: none of them takes {}.", words(gap, &within, &steps));
        let mend =
            "Add a band for it; a last band without conditions takes everything that is left."
                .to_owned();
        found.push((place.key("bands"), Problem::Doubtful { what, mend }));
    }
    found
}

/// Where there are too many cases to look at each, nobody knows of a gap; a last band without conditions leaves none.
fn too_many(rule: &Rule, place: &Path) -> Option<(Path, Problem)> {
    rule.bands.last().filter(|last| !last.conditions.is_empty()).map(|_| {
        let what =
            "The bands have too many conditions to tell whether they leave a gap.".to_owned();
        let mend =
            "Let the last band have no conditions: it takes everything that is left.".to_owned();
        (place.key("bands"), Problem::Doubtful { what, mend })
    })
}

/// The same comparison given twice says nothing more, and two of one name cannot be told apart.
fn repeated(rule: &Rule, place: &Path) -> Vec<(Path, Problem)> {
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
/// Complete may be called what on course is. A status without a name has its plain word.
fn named_alike(rule: &Rule, place: &Path) -> Vec<(Path, Problem)> {
    let shades = [Progress::OnCourse, Progress::Uncertain, Progress::OffCourse];
    let is_shade = |status: &Progress| shades.contains(status);
    let is_one = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
    let doubt = |(index, (status, name)): (usize, &(Progress, String))| {
        let before = &rule.names[..index];
        let (what, mend) = if before.iter().any(|(other, _)| other == status) {
            (
                format!("“{}” is named twice; its first name is used.", status.word()),
                "Remove one of the two.",
            )
        } else if is_shade(status)
            && (before.iter().any(|(other, one)| is_shade(other) && is_one(one, name))
                || shades.iter().any(|other| {
                    other != status && rule.name_of(*other).is_none() && is_one(other.word(), name)
                }))
        {
            (format!("Two statuses are called “{name}”."), "Give each a name of its own.")
        } else {
            return None;
        };
        let mend = mend.to_owned();
        Some((place.key("statuses").index(index), Problem::Doubtful { what, mend }))
    };
    rule.names.iter().enumerate().filter_map(doubt).collect()
}

/// Beside bands, a tolerance is what they call the measure's own.
fn unused_tolerance(rule: &Rule, place: &Path) -> Option<(Path, Problem)> {
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
pub(super) fn unfit(rule: &Rule, measure: &Measure, place: &Path) -> Option<(Path, Problem)> {
    is_unfit(rule, measure).then(|| {
        let what = "The rule's limits are in percentage points, and the measure is not in percent: none of them applies.".to_owned();
        let mend = "Give \"percent_of_target\" or \"amount\" instead of \"points\".".to_owned();
        (place.clone(), Problem::Doubtful { what, mend })
    })
}

/// A rule of a report or an objective, with the measures of those under it for whose unit it is not.
pub(super) fn unfit_for_some(
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

fn limits(bands: &[Band]) -> impl Iterator<Item = Limit> {
    bands.iter().flat_map(|band| &band.conditions).filter_map(|one| match one {
        Condition::MissedBy(limit) | Condition::AwayBy(limit) | Condition::BeatenBy(limit) => {
            Some(*limit)
        }
        _ => None,
    })
}

fn place_of(size: Size) -> (usize, Option<Amount>) {
    match size {
        Size::Given(Tolerance::PercentOfTarget(size)) => (0, Some(size)),
        Size::Given(Tolerance::Points(size)) => (1, Some(size)),
        Size::Given(Tolerance::Amount(size)) => (2, Some(size)),
        Size::Own => (3, None),
    }
}

/// The limits that a rule names, in order, for each way of saying how far.
fn steps(bands: &[Band]) -> [Vec<Option<Amount>>; 4] {
    let mut steps: [Vec<Option<Amount>>; 4] = Default::default();
    for limit in limits(bands) {
        let (way, size) = place_of(limit.size);
        steps[way].push(size);
    }
    for way in &mut steps {
        way.sort();
        way.dedup();
    }
    steps
}

/// Every case that the bands tell apart; none if there are too many.
fn cases(bands: &[Band], steps: &[Vec<Option<Amount>>; 4]) -> Option<Vec<Case>> {
    let conditions: Vec<Condition> =
        bands.iter().flat_map(|band| band.conditions.iter().copied()).collect();
    let asks = |wanted: fn(&Condition) -> bool| conditions.iter().any(wanted);
    let polarities: &[Polarity] = &[Polarity::Higher, Polarity::Lower, Polarity::Plan];
    let polarities = if asks(|one| matches!(one, Condition::Polarity(_))) {
        polarities
    } else {
        &polarities[..1]
    };
    let floors: &[Option<bool>] = &[None, Some(false), Some(true)];
    let floors = if asks(|one| matches!(one, Condition::Floor(_))) { floors } else { &floors[..1] };
    let years: &[Since3] = &[Since3::Better, Since3::Same, Since3::Worse];
    let years = if asks(|one| matches!(one, Condition::LastYear(_))) { years } else { &years[..1] };
    let outlooks: &[Progress] = &[Progress::OnCourse, Progress::Uncertain, Progress::OffCourse];
    let outlooks =
        if asks(|one| matches!(one, Condition::Outlook(_))) { outlooks } else { &outlooks[..1] };
    let kinds: &[Kind] = &[Kind::Percentage, Kind::Other, Kind::OtherInPoints];
    let kinds = match (steps[1].is_empty(), steps[3].is_empty()) {
        (true, true) => &kinds[..1],
        (false, true) => &kinds[..2],
        (_, false) => kinds,
    };
    // Between and on the limits: 1 is short of the first, 2 on it, 3 beyond it and short of the second …
    let ways = steps.each_ref().map(|way| way.len() * 2 + 1);
    let others = polarities.len() * floors.len() * years.len() * outlooks.len() * kinds.len();
    let distances = ways.iter().try_fold(1_usize, |all, way| all.checked_mul(*way))?;
    let at_target = at_target(steps);
    let most = distances.checked_add(at_target.len())?.checked_mul(others)?.checked_mul(2)?;
    if most.checked_mul(conditions.len().max(bands.len()))? > MAX_TRIES {
        return None;
    }
    let off_target: Vec<([usize; 4], bool)> = (0..distances)
        .map(|mut number| {
            ways.map(|way| {
                let step = number % way + 1;
                number /= way;
                step
            })
        })
        .filter(|distance| (0..4).all(|way| !is_zero(steps, way) || distance[way] > ON_FIRST))
        .map(|distance| (distance, false))
        .collect();
    let mut cases = Vec::new();
    for polarity in polarities {
        for side in [Side::Better, Side::Exactly, Side::ExactlyAndStrict, Side::Worse] {
            if *polarity == Polarity::Plan && side == Side::Better {
                continue;
            }
            let is_off = matches!(side, Side::Better | Side::Worse);
            for (distance, is_zero) in if is_off { &off_target } else { &at_target } {
                for (floor, last_year, outlook, kind) in product(floors, years, outlooks, kinds) {
                    // A target that is met is within its floor, where there is one.
                    if side != Side::Worse && floor == Some(false) {
                        continue;
                    }
                    cases.push(Case {
                        polarity: *polarity,
                        side,
                        distance: *distance,
                        is_zero: *is_zero,
                        kind,
                        floor,
                        last_year,
                        outlook,
                    });
                }
            }
        }
    }
    Some(cases)
}

/// The step that is on the first limit.
const ON_FIRST: usize = 2;

/// Whether the first limit of a way is zero, so that nothing is short of it.
fn is_zero(steps: &[Vec<Option<Amount>>; 4], way: usize) -> bool {
    let first = steps[way].first().copied().flatten();
    first.is_some_and(|size| size.decimal().is_zero())
}

/// How far a figure can be from the target that it equals, with whether that is zero: at no distance, which is
/// on a limit of zero. A measure's own tolerance may be zero too.
fn at_target(steps: &[Vec<Option<Amount>>; 4]) -> Vec<([usize; 4], bool)> {
    let own: &[usize] = if steps[3].is_empty() { &[0] } else { &[0, ON_FIRST] };
    let targets: &[bool] = if steps[0].is_empty() { &[false] } else { &[false, true] };
    let nearest = |way| if is_zero(steps, way) { ON_FIRST } else { 0 };
    own.iter()
        .flat_map(|own| {
            let distance = [nearest(0), nearest(1), nearest(2), *own];
            targets.iter().map(move |is_zero| (distance, *is_zero))
        })
        .collect()
}

fn product<'a>(
    floors: &'a [Option<bool>],
    years: &'a [Since3],
    outlooks: &'a [Progress],
    kinds: &'a [Kind],
) -> impl Iterator<Item = (Option<bool>, Since3, Progress, Kind)> + 'a {
    floors.iter().flat_map(move |floor| {
        years.iter().flat_map(move |year| {
            outlooks.iter().flat_map(move |outlook| {
                kinds.iter().map(move |kind| (*floor, *year, *outlook, *kind))
            })
        })
    })
}

fn holds(condition: Condition, case: &Case, steps: &[Vec<Option<Amount>>; 4]) -> bool {
    let is_met = matches!(case.side, Side::Better | Side::Exactly);
    match condition {
        Condition::Polarity(polarity) => polarity == case.polarity,
        Condition::Met => is_met,
        Condition::Missed => !is_met,
        Condition::MissedBy(limit) => is_met || is_within(limit, case, steps),
        Condition::AwayBy(limit) => is_within(limit, case, steps),
        Condition::BeatenBy(limit) => {
            let opposite = Limit { exclusive: !limit.exclusive, ..limit };
            let takes = case.kind.takes(place_of(limit.size).0);
            case.side == Side::Better && takes && !is_within(opposite, case, steps)
        }
        Condition::Floor(FloorTest::Reached | FloorTest::ReachedIfAny) => {
            is_met || case.floor == Some(true)
        }
        Condition::LastYear(Since::Better) => case.last_year == Since3::Better,
        Condition::LastYear(Since::NotWorse) => case.last_year != Since3::Worse,
        Condition::Outlook(status) => case.outlook == status,
    }
}

fn is_within(limit: Limit, case: &Case, steps: &[Vec<Option<Amount>>; 4]) -> bool {
    let (way, size) = place_of(limit.size);
    if !case.kind.takes(way) {
        return false;
    }
    if way == 0 && case.is_zero {
        return !limit.exclusive;
    }
    let Ok(index) = steps[way].binary_search(&size) else { return false };
    let on_limit = index * 2 + ON_FIRST;
    if limit.exclusive { case.distance[way] < on_limit } else { case.distance[way] <= on_limit }
}
