//! The arithmetic of a projection, with its working in words.

use rust_decimal::Decimal;

use super::super::verdict::{Draft, Reason};
use super::printed::{
    FRACTION, cut, long_enough, moved_text, percent, percent_in_full, plain, worked_out,
};
use super::subject::{Method, Subject};
use super::years::EarlierYear;
use crate::model::Level;
use crate::terms::{Amount, places_written};

/// At most so many earlier years are looked at for the share or the movement, the latest.
const MOST_YEARS: usize = 3;

/// Why a year is projected without those before it.
pub(super) const NO_YEARS: &str =
    "there is no earlier year with both this quarter's figure and its outturn to learn from";

/// How a figure becomes a projection.
pub(super) struct Projector<'s> {
    pub(super) method: Method,
    months: i64,
    seasonal: bool,
    /// The profile at this quarter and at the year's end.
    pub(super) profile: Option<(Amount, Amount)>,
    subject: &'s Subject<'s>,
}

impl<'s> Projector<'s> {
    pub(super) fn new(subject: &'s Subject<'s>, method: Method) -> Self {
        let profile = (method == Method::Share).then(|| profile(subject, subject.level)).flatten();
        let seasonal = subject.measure.seasonal;
        Self { method, months: subject.months(), seasonal, profile, subject }
    }

    /// How an earlier year was projected in this quarter of its own: by the profile that its own report gave. None
    /// where that report is not loaded and this year has a profile, as it is not known what that year's was.
    pub(super) fn then(&self, year: &EarlierYear) -> Option<Self> {
        let loaded = self.subject.level_then(year.ago);
        if self.profile.is_some() && loaded.is_none() {
            return None;
        }
        let own = loaded.filter(|_| self.method == Method::Share);
        let profile = own.and_then(|level| profile(self.subject, level));
        let then = Self { profile, ..*self };
        (!then.is_too_early()).then_some(then)
    }

    /// What a projection of an earlier year learned from, in words.
    pub(super) fn learned_from(&self, before: &[EarlierYear]) -> &'static str {
        match self.method {
            _ if self.profile.is_some() => "from the profile that the target had in that year",
            Method::Forecast => "a forecast is its own projection",
            _ if self.counted(before).is_empty() => "with no years before it to learn from",
            _ => "from the years before it",
        }
    }

    /// The years that count for the share or the movement, of some that are latest first.
    pub(super) fn counted<'y>(&self, years: &'y [EarlierYear]) -> Vec<&'y EarlierYear> {
        let counts = |year: &&EarlierYear| match self.method {
            Method::Share => self.profile.is_none() && year.share().is_some(),
            Method::Movement => year.movement().is_some(),
            Method::Forecast | Method::Outturn => false,
        };
        years.iter().filter(counts).take(MOST_YEARS).collect()
    }

    /// The share of the year that is usually reached by now, as a fraction that is not divided yet.
    fn share(&self, counted: &[&EarlierYear]) -> Option<(Decimal, Decimal)> {
        if let Some((now, end)) = self.profile {
            return Some((now.decimal(), end.decimal()));
        }
        let years = i64::try_from(counted.len()).ok()?;
        let mut shares = Decimal::ZERO;
        for year in counted {
            shares = shares.checked_add(year.share()?)?;
        }
        // n ÷ (n + 2) × shares ÷ n + 2 ÷ (n + 2) × months ÷ 12, with the divisions put off.
        let top = shares.checked_mul(Decimal::from(6))?.checked_add(Decimal::from(self.months))?;
        Some((top, Decimal::from(6 * (years + 2))))
    }

    fn movement(&self, counted: &[&EarlierYear]) -> Option<Decimal> {
        let years = i64::try_from(counted.len()).ok().filter(|years| *years > 0);
        let Some(years) = years else { return Some(Decimal::ZERO) };
        let mut moved = Decimal::ZERO;
        for year in counted {
            moved = moved.checked_add(year.movement()?)?;
        }
        let parts = if self.seasonal { years } else { years + 4 };
        moved.checked_div(Decimal::from(parts))
    }

    /// Whether the profile expects nothing by now, so that a figure is no share of anything.
    pub(super) fn is_too_early(&self) -> bool {
        self.profile.is_some_and(|(now, end)| {
            now.decimal().is_zero()
                || now.decimal().is_sign_negative() != end.decimal().is_sign_negative()
        })
    }

    /// The outturn that a figure leads to, in the light of the years before it, latest first.
    pub(super) fn project(&self, value: Decimal, before: &[EarlierYear]) -> Option<Decimal> {
        let counted = self.counted(before);
        match self.method {
            Method::Share => {
                let (top, bottom) = self.share(&counted)?;
                value.checked_mul(bottom)?.checked_div(top).map(cut)
            }
            Method::Movement => value.checked_add(self.movement(&counted)?).map(cut),
            Method::Forecast | Method::Outturn => Some(value),
        }
    }

    /// The same in figures, from nothing but figures that are given.
    pub(super) fn working(&self, value: Amount, before: &[EarlierYear]) -> String {
        let counted = self.counted(before);
        let value = plain(value);
        match self.method {
            Method::Share => format!("{value} ÷ ({})", self.share_working(&counted)),
            Method::Movement if counted.is_empty() => value,
            Method::Movement => {
                let moved: Vec<String> = counted
                    .iter()
                    .map(|year| format!("{} − {}", plain(year.outturn), plain(year.then)))
                    .collect();
                let weight = self.weight_working(counted.len());
                format!("{value} + ({weight}) × ({}) ÷ {}", moved.join(" + "), moved.len())
            }
            Method::Forecast | Method::Outturn => value,
        }
    }

    fn share_working(&self, counted: &[&EarlierYear]) -> String {
        if let Some((now, end)) = self.profile {
            return format!("{} ÷ {}", plain(now), plain(end));
        }
        let months = format!("{} ÷ 12", self.months);
        let n = counted.len();
        if n == 0 {
            return months;
        }
        let shares: Vec<String> = counted
            .iter()
            .map(|year| format!("{} ÷ {}", plain(year.then), plain(year.outturn)))
            .collect();
        let of = n + 2;
        format!("({n} ÷ {of}) × ({}) ÷ {n} + (2 ÷ {of}) × {months}", shares.join(" + "))
    }

    fn weight_working(&self, n: usize) -> String {
        if self.seasonal { "1 ÷ 1".to_owned() } else { format!("{n} ÷ {}", n + 4) }
    }

    /// How this year is projected, and the steps that lead to the projection, which is printed to so many places.
    pub(super) fn explained(
        &self,
        value: Amount,
        years: &[EarlierYear],
        (projected, places): (Decimal, u32),
        derivation: &mut Draft,
    ) -> Result<Explained, Reason> {
        let counted = self.counted(years);
        for year in &counted {
            year_steps(self.subject, year, derivation);
        }
        let (how, working) = match self.method {
            Method::Share => {
                let (top, bottom) = self.share(&counted).ok_or_else(Reason::too_large)?;
                let share = top.checked_div(bottom).ok_or_else(Reason::too_large)?;
                let with = |share| value.decimal().checked_div(share);
                let shown = || long_enough(share, FRACTION, (projected, places), &with);
                let text = derivation.text(|| percent_in_full(shown()));
                let from = self.share_steps(&counted, &text, derivation)?;
                let working = || format!("{} ÷ {text}", plain(value));
                (How::Share { share: share.into(), from }, derivation.text(working))
            }
            Method::Movement => self.movement_steps(value, &counted, derivation)?,
            Method::Forecast => {
                let working = || format!("{}: a forecast is its own projection", plain(value));
                (How::Forecast, derivation.text(working))
            }
            Method::Outturn => (How::Outturn, derivation.text(|| plain(value))),
        };
        Ok(Explained { how, working })
    }

    /// How many places are printed of what is worked out from a figure.
    pub(super) fn places(&self, value: Amount) -> u32 {
        places_written(value).max(places_written(self.subject.level.amount)) + 2
    }

    fn share_steps(
        &self,
        counted: &[&EarlierYear],
        share: &str,
        derivation: &mut Draft,
    ) -> Result<ShareFrom, Reason> {
        let working = || self.share_working(counted);
        let mut own_shares = Decimal::ZERO;
        if self.profile.is_some() {
            derivation.step(|| {
                let from = format!("{}: the target's own profile", working());
                ("Share reached by now", share, from)
            });
            return Ok(ShareFrom::Profile);
        }
        for year in counted {
            let own = year.share().ok_or_else(Reason::too_large)?;
            own_shares = own_shares.checked_add(own).ok_or_else(Reason::too_large)?;
            derivation.step(|| {
                let working = format!("{} ÷ {}", plain(year.then), plain(year.outturn));
                (format!("Share reached in {}", year.name), percent(own), working)
            });
        }
        derivation.step(|| {
            let of = format!(
                "of the {} year's 12, passed by the end of {}",
                self.subject.year_word(),
                self.subject.quarter_text()
            );
            ("Months", self.months.to_string(), of)
        });
        derivation.step(|| {
            let words = match counted.len() {
                0 => format!("an even share for each month, as {NO_YEARS}"),
                n => format!(
                    "{n} of {} parts for its own earlier years and 2 for an even share for each month",
                    n + 2
                ),
            };
            ("Share reached by now", share, format!("{}: {words}", working()))
        });
        let own = own_shares.checked_div(Decimal::from(counted.len())).unwrap_or(own_shares).into();
        let months = Decimal::from(self.months).checked_div(Decimal::from(12)).unwrap_or_default();
        Ok(ShareFrom::Years { own, months: months.into() })
    }

    fn movement_steps(
        &self,
        value: Amount,
        counted: &[&EarlierYear],
        derivation: &mut Draft,
    ) -> Result<(How, String), Reason> {
        let too_large = Reason::too_large;
        let n = counted.len();
        let mut sum = Decimal::ZERO;
        let mut terms = Vec::new();
        for year in counted {
            let moved = year.movement().ok_or_else(too_large)?;
            sum = sum.checked_add(moved).ok_or_else(too_large)?;
            terms.push(moved);
            derivation.step(|| {
                let from = format!("{} − {}", plain(year.outturn), plain(year.then));
                let moved = moved_text(self.subject, moved.normalize().into());
                (format!("Movement in {}", year.name), moved, from)
            });
        }
        if n == 0 {
            let working = || format!("{}: {NO_YEARS}", plain(value));
            return Ok((How::Still, derivation.text(working)));
        }
        let mean = sum.checked_div(Decimal::from(n as u64)).ok_or_else(too_large)?;
        let shown = worked_out(mean, value.places().max(self.level_places()) + 2);
        let of_terms = || {
            let terms: Vec<String> =
                terms.iter().map(|moved| plain(moved.normalize().into())).collect();
            format!("({}) ÷ {n}", terms.join(" + "))
        };
        if n > 1 {
            derivation.step(|| ("Mean movement", moved_text(self.subject, shown), of_terms()));
        }
        let (weight, words) = if self.seasonal {
            (Decimal::ONE, "it is called seasonal, so all of the movement is expected again")
        } else {
            let (top, bottom) = (Decimal::from(n as u64), Decimal::from(n as u64 + 4));
            (
                top.checked_div(bottom).ok_or_else(too_large)?,
                "history is trusted only as far as it has shown itself",
            )
        };
        derivation.step(|| {
            let from = format!("{}: {words}", self.weight_working(n));
            ("Weight of the movement", percent(weight), from)
        });
        // What does not end stands as it was worked out, so that the sum comes to what is printed.
        let working = || {
            let is_short = worked_out(weight, FRACTION).decimal() == weight.normalize();
            let weight =
                if is_short { percent(weight) } else { format!("({})", self.weight_working(n)) };
            let mean = if shown.decimal() == mean.normalize() { plain(shown) } else { of_terms() };
            format!("{} + {weight} × {mean}", plain(value))
        };
        Ok((How::Moved { mean: shown, is_whole: self.seasonal }, derivation.text(working)))
    }

    fn level_places(&self) -> u32 {
        self.subject.level.amount.places()
    }
}

/// What a sentence says of a projection.
pub(super) struct Explained {
    pub(super) how: How,
    /// Its last step in figures.
    pub(super) working: String,
}

/// What a sentence says of how a projection was made.
pub(super) enum How {
    Share {
        share: Amount,
        from: ShareFrom,
    },
    /// Without earlier years a figure stays where it is.
    Still,
    Moved {
        mean: Amount,
        is_whole: bool,
    },
    Forecast,
    Outturn,
}

/// Where the share of the year comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ShareFrom {
    Profile,
    /// The measure's own, and how much of its year has passed: fractions of 1.
    Years {
        /// On average of the earlier years that count; 0 without any.
        own: Amount,
        months: Amount,
    },
}

/// The two figures of an earlier year.
pub(super) fn year_steps(subject: &Subject<'_>, year: &EarlierYear, derivation: &mut Draft) {
    derivation.step(|| {
        let by_now = format!("{} in {}", subject.quarter_text(), year.name);
        (by_now, subject.text(year.then), year.then_from.clone())
    });
    derivation.step(|| {
        let outturn = format!("Outturn of {}", year.name);
        (outturn, subject.text(year.outturn), year.outturn_from.clone())
    });
}

/// A target's profile at this quarter and at the year's end. Of quarters that stand for themselves, the profile is
/// used where its four parts make the year's target: otherwise it cannot be said what they are.
fn profile(subject: &Subject<'_>, level: &Level) -> Option<(Amount, Amount)> {
    let now = usize::from(subject.quarter.number.number());
    if subject.is_sum_of_quarters() {
        let mut sums = Vec::new();
        let mut sum = Decimal::ZERO;
        for part in level.profile {
            sum = sum.checked_add(part?.decimal())?;
            sums.push(Amount::from(sum));
        }
        let is_year = level.is_sum_of_quarters() && !sum.is_zero();
        return is_year.then(|| (sums[now - 1], level.amount));
    }
    // In March an academic year is not at its end.
    let end = level.profile[3].filter(|_| !subject.runs_to_august()).unwrap_or(level.amount);
    let now = level.profiled(subject.quarter.number)?;
    // No number is a share of 0.
    (!end.decimal().is_zero()).then_some((now, end))
}
