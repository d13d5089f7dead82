//! How far the outturn may lie from its projection.

use rust_decimal::Decimal;

use super::super::course::adds_up;
use super::super::verdict::{Draft, Reason};
use super::printed::{cut, in_full, long_enough, moved_text, plain, worked_out};
use super::project::Projector;
use super::subject::{Method, Subject};
use super::years::EarlierYear;
use crate::model;
use crate::terms::{Amount, Unit};

/// Where a range comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeFrom {
    /// The file gives one for this measure.
    Measure,
    /// The measure's own past errors: the one of this rank, counted from the largest, of so many.
    OwnErrors {
        /// 1 for the largest.
        rank: usize,
        /// How many there are.
        of: usize,
    },
    /// The file gives one for the organisation.
    Organisation,
    /// The default.
    Default,
    /// None: the outturn is known.
    Known,
}

/// The ends of a range.
pub(super) struct Range {
    pub(super) projected: Decimal,
    pub(super) low: Decimal,
    pub(super) high: Decimal,
    pub(super) from: RangeFrom,
    /// Whether an end of it is where no more, or no less, is possible.
    pub(super) is_cut: bool,
}

impl Range {
    /// An outturn that is known.
    pub(super) fn known(outturn: Decimal) -> Self {
        let from = RangeFrom::Known;
        Self { projected: outturn, low: outturn, high: outturn, from, is_cut: false }
    }
}

/// Percent, by how much of the measure's own year has passed. Tried on public series: see the design notes.
const CUMULATIVE: [i64; 3] = [19, 12, 7];
const OTHERS: [i64; 3] = [15, 13, 11];

/// What a range in percent is a percentage of.
#[derive(Clone, Copy)]
enum Base {
    Outturn,
    Percentage,
    Value,
}

/// What a range is reckoned from.
pub(super) struct Ranging<'s> {
    pub(super) subject: &'s Subject<'s>,
    pub(super) projector: &'s Projector<'s>,
    pub(super) value: Amount,
    pub(super) projected: Decimal,
    /// Decimal places of what is worked out.
    pub(super) places: u32,
}

impl Ranging<'_> {
    /// The range, and the steps that lead to it.
    pub(super) fn range(
        &self,
        years: &[EarlierYear],
        derivation: &mut Draft,
    ) -> Result<Range, Reason> {
        let (width, from) = self.width(years, derivation)?;
        self.bounded(width, from, years, derivation)
    }

    /// As many places as it takes for each end of the range to be the sum of numbers as they are printed.
    pub(super) fn places_that_add_up(&self, years: &[EarlierYear]) -> Result<u32, Reason> {
        let (width, _) = self.width(years, &mut Draft::unwritten())?;
        let adds_up = |places: &u32| {
            let ranging = Self { places: *places, ..*self };
            [width, -width].into_iter().all(|width| ranging.adds_up(self.projected, width))
        };
        Ok((self.places..self.places + 3).find(adds_up).unwrap_or(self.places))
    }

    /// Whether two numbers as they are printed make their sum as it is printed.
    fn adds_up(&self, one: Decimal, other: Decimal) -> bool {
        let printed = |decimal| self.shown(decimal).decimal();
        one.checked_add(other).map(printed) == printed(one).checked_add(printed(other))
    }

    /// What a fraction is taken of, with as many places as it takes for that to come to the part as it is printed.
    pub(super) fn whole_text(&self, whole: Decimal, part: Decimal, fraction: Decimal) -> String {
        let with = |whole: Decimal| whole.checked_mul(fraction);
        in_full(long_enough(whole, self.places, (part, self.places), &with))
    }

    pub(super) fn shown(&self, decimal: Decimal) -> Amount {
        worked_out(decimal, self.places)
    }

    fn base(&self) -> Base {
        match self.projector.method {
            Method::Share => Base::Outturn,
            _ if self.subject.measure.is_percentage() => Base::Percentage,
            Method::Forecast if adds_up(&self.subject.measure) != Some(false) => Base::Outturn,
            Method::Forecast | Method::Movement | Method::Outturn => Base::Value,
        }
    }

    /// How far either way, and where that comes from. What someone chose for the measure goes first, then
    /// what it has shown itself, then what someone chose for all.
    fn width(
        &self,
        years: &[EarlierYear],
        derivation: &mut Draft,
    ) -> Result<(Decimal, RangeFrom), Reason> {
        let base = self.base();
        let column = self.column();
        if let Some(own) = self.subject.measure.range.0[column] {
            let width =
                self.in_percent(own, base, "the measure's own, given in the file", derivation)?;
            return Ok((width, RangeFrom::Measure));
        }
        if let Some(own) = self.own_errors(years, derivation)? {
            return Ok(own);
        }
        let ranges = self.subject.report.ranges.ok_or_else(|| {
            Reason::new(
                "No range",
                "the report's ranges make no sense, so there is none to judge by",
            )
        })?;
        let (given, default, kind): (model::Range, _, _) = match base {
            Base::Outturn => (ranges.cumulative, CUMULATIVE, "what adds up over the year"),
            Base::Percentage => (ranges.percentages, OTHERS, "percentages"),
            Base::Value => (ranges.others, OTHERS, "counts, averages and rates"),
        };
        let months = match self.subject.months() {
            1 => "1 month".to_owned(),
            months => format!("{months} months"),
        };
        if let Some(given) = given.0[column] {
            let called = || format!("the organisation's for {kind}, {months} into the year");
            let called = derivation.text(called);
            return Ok((
                self.in_percent(given, base, &called, derivation)?,
                RangeFrom::Organisation,
            ));
        }
        let called = || format!("the default for {kind}, {months} into the year");
        let called = derivation.text(called);
        let default = Amount::from(Decimal::from(default[column]));
        Ok((self.in_percent(default, base, &called, derivation)?, RangeFrom::Default))
    }

    /// The defaults were found 3, 6 and 9 months into a year. An academic year is 10 months old in June and
    /// 1 month old in September, so that what counts is its months and not the quarter's name.
    fn column(&self) -> usize {
        match self.subject.months() {
            ..6 => 0,
            6..9 => 1,
            _ => 2,
        }
    }

    fn in_percent(
        &self,
        size: Amount,
        base: Base,
        called: &str,
        derivation: &mut Draft,
    ) -> Result<Decimal, Reason> {
        let value = self.value.decimal().abs();
        let rest = Decimal::ONE_HUNDRED.checked_sub(value).ok_or_else(Reason::too_large);
        let (whole, of) = match base {
            Base::Outturn => (self.projected.abs(), "of the projected outturn"),
            Base::Value => (value, "of the value"),
            Base::Percentage => {
                let of = "of the smaller of the value and 100 minus it, at least one point";
                (rest?.min(value), of)
            }
        };
        derivation
            .step(|| ("Range either way", format!("{}%", plain(size)), format!("{called}, {of}")));
        let width = size.decimal().checked_mul(whole).map(|product| product / Decimal::ONE_HUNDRED);
        let width = width.ok_or_else(Reason::too_large)?;
        let at_least = match base {
            Base::Percentage => width.max(Decimal::ONE),
            Base::Outturn | Base::Value => width,
        };
        derivation.step(|| {
            let text = match base {
                Base::Outturn => {
                    self.whole_text(whole, at_least, size.decimal() / Decimal::ONE_HUNDRED)
                }
                Base::Percentage if whole < value => format!("(100 − {})", plain(value.into())),
                Base::Percentage | Base::Value => plain(value.into()),
            };
            let product = format!("{}% × {text}", plain(size));
            let from = match base {
                Base::Percentage => format!("the larger of {product} and 1"),
                Base::Outturn | Base::Value => product,
            };
            let width = moved_text(self.subject, self.shown(at_least));
            ("Range either way in figures", width, from)
        });
        Ok(at_least)
    }
}

/// What cannot be passed, and why.
type Limit = (Decimal, &'static str);

impl Ranging<'_> {
    /// What no outturn can fall below or rise above, with the reason.
    fn limits(&self) -> (Option<Limit>, Option<Limit>) {
        let value = self.value.decimal();
        let is_not_negative = !value.is_sign_negative() || value.is_zero();
        let never_negative = "it cannot be less than nothing";
        match &self.subject.measure.unit {
            _ if !is_not_negative => (None, None),
            _ if self.projector.method == Method::Share => {
                (Some((value, "it cannot fall below what has built up so far")), self.end())
            }
            Some(
                Unit::Percent
                | Unit::Number
                | Unit::Count(_)
                | Unit::Per(_)
                | Unit::Time(_)
                | Unit::Tonnes(_),
            ) => (Some((Decimal::ZERO, never_negative)), self.end()),
            _ => (None, None),
        }
    }

    /// A percentage ends at 100, unless it has passed that.
    fn end(&self) -> Option<Limit> {
        let ends = self.subject.measure.unit == Some(Unit::Percent)
            && self.value.decimal() <= Decimal::ONE_HUNDRED;
        ends.then_some((Decimal::ONE_HUNDRED, "a percentage ends at 100"))
    }

    /// The range within what is possible, around a projection that is itself possible.
    fn bounded(
        &self,
        width: Decimal,
        from: RangeFrom,
        years: &[EarlierYear],
        derivation: &mut Draft,
    ) -> Result<Range, Reason> {
        let words = self.subject;
        let shown = |decimal: Decimal| words.words(|| plain(self.shown(decimal)));
        let (floor, ceiling) = self.limits();
        let within = |mut end: Decimal, mut text: String| {
            if let Some((floor, why)) = floor
                && end < floor
            {
                text = words
                    .words(|| format!("the larger of {text} and {}: {why}", plain(floor.into())));
                end = floor;
            }
            if let Some((ceiling, why)) = ceiling
                && end > ceiling
            {
                text = words.words(|| {
                    format!("the smaller of {text} and {}: {why}", plain(ceiling.into()))
                });
                end = ceiling;
            }
            (end, text)
        };
        let (middle, middle_text) = within(self.projected, shown(self.projected));
        let ends = middle.checked_sub(width).zip(middle.checked_add(width));
        let (low, high) = ends.ok_or_else(Reason::too_large)?;
        let uncut = (cut(low), cut(high));
        let (middle_shown, width) = (shown(middle), shown(width));
        let end = |sign: char| words.words(|| format!("{middle_shown} {sign} {width}"));
        let (low, low_text) = within(uncut.0, end('−'));
        let (mut high, mut high_text) = within(uncut.1, end('+'));
        if self.projector.method == Method::Share && self.value.decimal().is_zero() {
            // A percentage of nothing is nothing, and nothing so far does not prove that nothing will come.
            let one = self.projector.project(Decimal::ONE, years);
            high = one.ok_or_else(Reason::too_large)?;
            high_text = words.words(|| {
                format!(
                    "{}: nothing so far, so the range reaches to what a single one by now would come to",
                    self.projector.working(Decimal::ONE.into(), years)
                )
            });
        }
        if middle != self.projected {
            derivation
                .step(|| ("Projected outturn, as far as possible", self.text(middle), middle_text));
        }
        let is_rounded =
            |end: Decimal, uncut: Decimal| end == uncut && !self.adds_up(middle, end - middle);
        for (what, end, uncut, text) in [
            ("Lowest outturn", low, uncut.0, low_text),
            ("Highest outturn", high, uncut.1, high_text),
        ] {
            let rounded = if is_rounded(end, uncut) { ", before these were rounded" } else { "" };
            derivation.step(|| (what, self.text(end), text + rounded));
        }
        Ok(Range { projected: middle, low, high, from, is_cut: (low, high) != uncut })
    }

    fn text(&self, decimal: Decimal) -> String {
        self.subject.text(self.shown(decimal))
    }
}
