//! What can be dragged on a chart: where it stands for each figure, and which figure each place means.

use rust_decimal::Decimal;

use super::Point;
use super::scale::{Scale, step};
use crate::terms::{Amount, QuarterNumber, number_text};

/// A handle for what a quarter is supposed to bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handle {
    /// Which quarter.
    pub quarter: QuarterNumber,
    /// What is supposed: "Quarter 3 would add, on the chart".
    pub label: String,
    /// What it stands for, in words.
    pub said: String,
    /// Whether what it stands for is worked out; otherwise it rests where nothing changes, or what is typed is not
    /// enough.
    pub is_supposed: bool,
    /// Where it stands.
    pub at: Point,
    /// The figures to which it can be dragged.
    pub range: Range,
}

/// The figures to which a handle can be dragged, in steps, and where each of them stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    scale: Scale,
    base: Decimal,
    step: Decimal,
    now: Decimal,
    least: Decimal,
    most: Decimal,
}

/// What a key does to a handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nudge {
    /// A step up.
    Up,
    /// A step down.
    Down,
    /// Several steps up.
    FarUp,
    /// Several steps down.
    FarDown,
    /// To the least.
    Least,
    /// To the most.
    Most,
}

/// How many steps a scale has at most: a finger cannot tell more apart.
const STEPS: i64 = 200;

/// How many steps go far.
const FAR: i64 = 10;

impl Range {
    /// A handle that stands at `now` above `base` on a scale, and can be dragged from `least` to `most`. No step is
    /// finer than `finest`.
    pub(super) fn new(
        scale: Scale,
        finest: Decimal,
        (base, now): (Decimal, Decimal),
        (least, most): (Decimal, Decimal),
    ) -> Option<Self> {
        let (low, high) = scale.bounds();
        let step = step(high.checked_sub(low)?.checked_div(STEPS.into())?.max(finest))?;
        let bounds = (least.max(low.checked_sub(base)?), most.min(high.checked_sub(base)?));
        let (least, most) = (bounds.0.min(now), bounds.1.max(now));
        Some(Self { scale, base, step, now, least, most })
    }

    /// The least figure, the figure now, and the most, as an attribute says them.
    #[must_use]
    pub fn values(&self) -> [String; 3] {
        [self.least, self.now, self.most].map(|value| value.normalize().to_string())
    }

    /// The figure so many tenths below where the handle stands, as one would type it; none where that is where
    /// it stands.
    #[must_use]
    pub fn dragged(&self, down: i32) -> Option<String> {
        let place = self.scale.at(self.base.checked_add(self.now)?);
        let figure = self.scale.figure_at(place.saturating_add(down))?;
        let value = figure.checked_sub(self.base)?.checked_div(self.step)?.round();
        self.to(value.checked_mul(self.step)?)
    }

    /// The figure to which a key takes it, as one would type it; none where it goes no further.
    #[must_use]
    pub fn nudged(&self, nudge: Nudge) -> Option<String> {
        let steps = self.now.checked_div(self.step)?;
        let (below, above) = (steps.ceil(), steps.floor());
        let by = |from: Decimal, by: i64| from.checked_add(by.into())?.checked_mul(self.step);
        self.to(match nudge {
            Nudge::Up => by(above, 1)?,
            Nudge::Down => by(below, -1)?,
            Nudge::FarUp => by(above, FAR)?,
            Nudge::FarDown => by(below, -FAR)?,
            Nudge::Least => self.least,
            Nudge::Most => self.most,
        })
    }

    /// The nearest step that it can be dragged to.
    fn to(&self, value: Decimal) -> Option<String> {
        let first = self.least.checked_div(self.step)?.ceil().checked_mul(self.step)?;
        let last = self.most.checked_div(self.step)?.floor().checked_mul(self.step)?;
        let value = value.max(first).min(last).normalize();
        let is_within = self.least <= value && value <= self.most;
        (is_within && value != self.now).then(|| number_text(Amount::from(value), None))
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use proptest::prelude::*;
    use test_case::test_case;

    use super::*;

    fn range(low: &str, high: &str, finest: &str, base: &str, now: &str) -> Range {
        let [low, high, finest, base, now] =
            [low, high, finest, base, now].map(|text| text.parse().unwrap());
        let scale = Scale::new((low, high), (1900, 0));
        Range::new(scale, finest, (base, now), (Decimal::MIN, Decimal::MAX)).unwrap()
    }

    #[test_case(("0", "100", "1", "49", "9"), -95, Some("14"); "a count up by five")]
    #[test_case(("0", "100", "1", "49", "9"), -8, None; "less than half a step")]
    #[test_case(("0", "100", "1", "49", "9"), -100_000, Some("51"); "no further than the top")]
    #[test_case(("0", "100", "1", "49", "9"), 100_000, Some("-49"); "no further than the bottom")]
    #[test_case(("60", "90", "0.1", "0", "70"), -64, Some("71"); "a percentage, in tenths")]
    #[test_case(("-20", "10", "1", "0", "-3"), 127, Some("-5"); "below zero")]
    #[test_case(("0", "10000000", "1", "0", "5000000"), -48, Some("5,250,000"); "a big count, in round steps")]
    fn a_place_means_a_figure(
        (low, high, finest, base, now): (&str, &str, &str, &str, &str),
        down: i32,
        expected: Option<&str>,
    ) {
        assert_eq!(range(low, high, finest, base, now).dragged(down).as_deref(), expected);
    }

    #[test_case(Nudge::Up, Some("10"); "up")]
    #[test_case(Nudge::Down, Some("9"); "down to the step below")]
    #[test_case(Nudge::FarUp, Some("19"); "far up")]
    #[test_case(Nudge::FarDown, Some("0"); "far down")]
    #[test_case(Nudge::Least, Some("-49"); "least")]
    #[test_case(Nudge::Most, Some("51"); "most")]
    fn a_key_moves_it(nudge: Nudge, expected: Option<&str>) {
        assert_eq!(range("0", "100", "1", "49", "9.5").nudged(nudge).as_deref(), expected);
    }

    #[test]
    fn at_its_end_it_goes_no_further() {
        assert_eq!(range("0", "100", "1", "49", "51").nudged(Nudge::Up), None);
        assert_eq!(range("0", "100", "1", "0", "0").nudged(Nudge::FarDown), None);
    }

    /// Bounds, base and figure as whole numbers of `places` decimal places, the figure within the bounds.
    fn any_range() -> impl Strategy<Value = Range> {
        let numbers = (-1_000_000_i64..1_000_000, 1_i64..10_000_000, 0_i64..1000, 0_i64..1000);
        (numbers, 0_u32..=4, 0_u32..=2).prop_map(|((low, span, share, part), places, finest)| {
            let decimal = |number: i64| Decimal::new(number, places);
            let figure = low + span * share / 1000;
            let base = low + span * part / 1000;
            let scale = Scale::new((decimal(low), decimal(low + span)), (1900, 0));
            let now = decimal(figure) - decimal(base);
            let ends = (Decimal::MIN, Decimal::MAX);
            Range::new(scale, Decimal::new(1, finest), (decimal(base), now), ends).unwrap()
        })
    }

    fn read(text: &str) -> Decimal {
        text.replace(',', "").parse().unwrap()
    }

    proptest! {
        #[test]
        fn the_place_of_a_step_means_that_step(range in any_range(), share in 0_i64..=STEPS) {
            let first = (range.least / range.step).ceil();
            let wanted = (first + Decimal::from(share)) * range.step;
            prop_assume!(wanted <= range.most && wanted != range.now);
            let down = range.scale.at(range.base + wanted) - range.scale.at(range.base + range.now);
            prop_assert_eq!(range.dragged(down).map(|text| read(&text)), Some(wanted));
        }

        #[test]
        fn it_never_leaves_the_scale(range in any_range(), down in any::<i32>()) {
            let (low, high) = range.scale.bounds();
            let nudges = [Nudge::Up, Nudge::Down, Nudge::FarUp, Nudge::FarDown, Nudge::Least, Nudge::Most];
            let nudged = nudges.into_iter().filter_map(|nudge| range.nudged(nudge));
            for text in range.dragged(down).into_iter().chain(nudged) {
                let figure = range.base + read(&text);
                prop_assert!(low <= figure && figure <= high, "{} beyond {}..{}", figure, low, high);
            }
        }

        #[test]
        fn it_goes_to_the_nearest_step(range in any_range(), down in -4000_i32..4000) {
            let place = (range.scale.at(range.base + range.now) + down).clamp(0, 1900);
            let reached = range.dragged(down).map_or(range.now, |text| read(&text));
            let meant = range.scale.figure_at(place).unwrap() - range.base;
            // A place is a whole tenth, and where a figure stands is rounded to one.
            let (low, high) = range.scale.bounds();
            let tenth = (high - low) / Decimal::from(1900);
            prop_assert!((reached - meant).abs() <= range.step / Decimal::TWO + tenth + tenth
                || meant < (range.least / range.step).ceil() * range.step
                || meant > (range.most / range.step).floor() * range.step);
        }
    }
}
