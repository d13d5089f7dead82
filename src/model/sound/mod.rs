//! Whether a rule makes sense: every band can apply, and every figure finds a band.

mod unused;
mod words;

use unused::{named_alike, repeated, unused_tolerance};
use words::words;

use super::Rule;
use super::band::{Band, Condition, Limit, Size, Tolerance};
use crate::document::{Path, Problem};
use crate::terms::{Amount, FloorTest, Keyword, Polarity, Progress, Since};

pub(super) use unused::{unfit, unfit_for_some};

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
