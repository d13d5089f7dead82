//! From figures to places, exactly: decimals in, whole tenths out.

use rust_decimal::Decimal;

/// Where figures between two bounds stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    low: Decimal,
    high: Decimal,
    from: i32,
    to: i32,
}

/// Whether an axis has to hold zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zero {
    /// Bars start at it.
    Needed,
    /// Lines need not, where it would leave most of the picture empty.
    IfNear,
}

/// More ticks than any axis has.
const MANY: i64 = 24;

impl Scale {
    /// `low` stands at `from` and `high` at `to`.
    pub(super) fn new((low, high): (Decimal, Decimal), (from, to): (i32, i32)) -> Self {
        Self { low, high, from, to }
    }

    /// The figures at its ends, the lower first.
    pub(super) fn bounds(&self) -> (Decimal, Decimal) {
        (self.low, self.high)
    }

    /// The figure that stands at a place. A place beyond the ends means the nearer one; none where the figures are
    /// too large to be reckoned with.
    pub(super) fn figure_at(&self, place: i32) -> Option<Decimal> {
        let (first, last) = (self.from.min(self.to), self.from.max(self.to));
        let away = i64::from(place.clamp(first, last)) - i64::from(self.from);
        let length = Decimal::from(i64::from(self.to) - i64::from(self.from));
        let share = Decimal::from(away).checked_div(length)?;
        self.low.checked_add(self.high.checked_sub(self.low)?.checked_mul(share)?)
    }

    /// Where a figure stands. One beyond the bounds stands at the nearer one.
    pub(super) fn at(&self, figure: Decimal) -> i32 {
        let figure = figure.max(self.low).min(self.high);
        let place = |divisor: Decimal| {
            let part = |decimal: Decimal| decimal.checked_div(divisor);
            let low = part(self.low)?;
            let share =
                part(figure)?.checked_sub(low)?.checked_div(part(self.high)?.checked_sub(low)?)?;
            let length = Decimal::from(i64::from(self.to) - i64::from(self.from));
            let away = share.checked_mul(length)?.round();
            i32::try_from(i64::from(self.from) + i64::try_from(away).ok()?).ok()
        };
        // Only figures near the largest there are have a difference that cannot be held.
        place(Decimal::ONE).or_else(|| place(Decimal::from(4))).unwrap_or(self.from)
    }
}

/// Round numbers around all figures, in order and evenly spaced: at least two, and about so many as are wanted.
pub(super) fn ticks(figures: &[Decimal], wanted: i64, zero: Zero) -> Vec<Decimal> {
    let low = figures.iter().min().copied().unwrap_or_default();
    let high = figures.iter().max().copied().unwrap_or_default();
    let (low, high) = with_zero(low, high, zero);
    let (low, high) = if low == high { apart(low) } else { (low, high) };
    even(low, high, wanted).unwrap_or_else(|| vec![low, high])
}

fn with_zero(low: Decimal, high: Decimal, zero: Zero) -> (Decimal, Decimal) {
    let is_near = |near: Decimal, far: Decimal| {
        let third = |decimal: Decimal| decimal.abs() / Decimal::from(3);
        near == far || third(near) <= third(far) - third(third(far))
    };
    match zero {
        _ if low.is_zero()
            || high.is_zero()
            || (low.is_sign_negative() != high.is_sign_negative()) =>
        {
            (low, high)
        }
        Zero::IfNear if low.is_sign_positive() && !is_near(low, high) => (low, high),
        Zero::IfNear if high.is_sign_negative() && !is_near(high, low) => (low, high),
        _ if low.is_sign_positive() => (Decimal::ZERO, high),
        _ => (low, Decimal::ZERO),
    }
}

/// One figure, and it is zero: everything else has zero beside it already.
fn apart(figure: Decimal) -> (Decimal, Decimal) {
    match figure.checked_add(Decimal::ONE) {
        Some(above) => (figure, above),
        None => (Decimal::ZERO, figure),
    }
}

fn even(low: Decimal, high: Decimal, wanted: i64) -> Option<Vec<Decimal>> {
    let step = step(high.checked_sub(low)?.checked_div(Decimal::from(wanted.max(1)))?)?;
    let first = low.checked_div(step)?.floor();
    let last = high.checked_div(step)?.ceil();
    let count =
        i64::try_from(last.checked_sub(first)?).ok().filter(|count| (1..MANY).contains(count))?;
    let tick = |at: i64| Some(first.checked_add(Decimal::from(at))?.checked_mul(step)?.normalize());
    let ticks: Vec<Decimal> = (0..=count).map(tick).collect::<Option<_>>()?;
    let holds_all = ticks.first()? <= &low && ticks.last()? >= &high;
    (holds_all && ticks.windows(2).all(|pair| pair[0] < pair[1])).then_some(ticks)
}

/// The least of 1, 2 and 5 times a power of ten that is not below this.
pub(super) fn step(least: Decimal) -> Option<Decimal> {
    if least <= Decimal::ZERO {
        return None;
    }
    let mut power = Decimal::ONE;
    while let Some(next) = power.checked_mul(Decimal::TEN).filter(|next| *next <= least) {
        power = next;
    }
    while power > least {
        power = power.checked_div(Decimal::TEN).filter(|next| *next < power && !next.is_zero())?;
    }
    [1, 2, 5, 10]
        .into_iter()
        .find_map(|times| power.checked_mul(Decimal::from(times)).filter(|step| *step >= least))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail loudly")]
mod tests {
    use proptest::prelude::*;
    use test_case::test_case;

    use super::*;

    fn decimals(figures: &str) -> Vec<Decimal> {
        figures.split_whitespace().map(|figure| figure.parse().unwrap()).collect()
    }

    const MOST: &str = "79228162514264337593543950335";

    #[test_case("6.3 4.4 6.8", Zero::IfNear, "0 2 4 6 8"; "zero is near")]
    #[test_case("94.1 94.51 95", Zero::IfNear, "94 94.2 94.4 94.6 94.8 95"; "zero is far")]
    #[test_case("94.1 94.51 95", Zero::Needed, "0 20 40 60 80 100"; "bars start at zero")]
    #[test_case("5 5 5", Zero::IfNear, "0 1 2 3 4 5"; "all equal")]
    #[test_case("0 0", Zero::IfNear, "0 0.2 0.4 0.6 0.8 1"; "all zero")]
    #[test_case("", Zero::IfNear, "0 0.2 0.4 0.6 0.8 1"; "none")]
    #[test_case("42", Zero::IfNear, "0 10 20 30 40 50"; "one point")]
    #[test_case("-3", Zero::IfNear, "-3 -2 -1 0"; "one below zero")]
    #[test_case("-12 30", Zero::IfNear, "-20 -10 0 10 20 30"; "on both sides of zero")]
    #[test_case("-120 -110", Zero::IfNear, "-120 -118 -116 -114 -112 -110"; "far below zero")]
    #[test_case("1000000 9259036.50", Zero::Needed, "0 2000000 4000000 6000000 8000000 10000000"; "millions")]
    #[test_case("0.0001 0.0004", Zero::Needed, "0 0.0001 0.0002 0.0003 0.0004"; "small")]
    fn ticks_are_round(figures: &str, zero: Zero, expected: &str) {
        assert_eq!(ticks(&decimals(figures), 5, zero), decimals(expected));
    }

    #[test]
    fn the_largest_figures_have_ticks() {
        let figures = decimals(&format!("-{MOST} {MOST}"));
        assert_eq!(ticks(&figures, 5, Zero::Needed), figures);
        assert_eq!(ticks(&decimals(MOST), 5, Zero::Needed).len(), 2);
    }

    #[test_case("0", 100; "the lower bound")]
    #[test_case("10", 1100; "the upper bound")]
    #[test_case("2.5", 350; "between")]
    #[test_case("-1", 100; "below")]
    #[test_case("11", 1100; "above")]
    fn figures_stand_in_proportion(figure: &str, expected: i32) {
        let scale = Scale::new((Decimal::ZERO, Decimal::TEN), (100, 1100));
        assert_eq!(scale.at(figure.parse().unwrap()), expected);
    }

    #[test]
    fn the_largest_figures_have_places() {
        let most: Decimal = MOST.parse().unwrap();
        let scale = Scale::new((-most, most), (0, 100));
        assert_eq!([-most, Decimal::ZERO, most].map(|figure| scale.at(figure)), [0, 50, 100]);
        assert_eq!(Scale::new((most, most), (7, 100)).at(most), 7);
    }

    fn any_decimal() -> impl Strategy<Value = Decimal> {
        (any::<i128>(), 0_u32..=28).prop_map(|(number, scale)| {
            Decimal::try_from_i128_with_scale(number >> 32, scale).unwrap_or_default()
        })
    }

    proptest! {
        #[test]
        fn ticks_hold_every_figure(figures in prop::collection::vec(any_decimal(), 0..6)) {
            for zero in [Zero::Needed, Zero::IfNear] {
                let ticks = ticks(&figures, 5, zero);
                prop_assert!((2..=12).contains(&ticks.len()), "{ticks:?}");
                prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{ticks:?}");
                let bounds = (ticks[0], ticks[ticks.len() - 1]);
                for figure in &figures {
                    prop_assert!(bounds.0 <= *figure && *figure <= bounds.1);
                    let place = Scale::new(bounds, (300, 40)).at(*figure);
                    prop_assert!((40..=300).contains(&place));
                }
            }
        }

        #[test]
        fn a_larger_figure_never_stands_lower(a in any_decimal(), b in any_decimal()) {
            let ticks = ticks(&[a, b], 5, Zero::Needed);
            let scale = Scale::new((ticks[0], ticks[ticks.len() - 1]), (0, 1000));
            prop_assert!(scale.at(a.min(b)) <= scale.at(a.max(b)));
        }
    }
}
