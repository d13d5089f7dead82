//! A range from a measure's own past errors.

use rust_decimal::Decimal;

use super::super::verdict::{Draft, Reason};
use super::printed::{
    FRACTION, in_full, long_enough, moved_text, percent_in_full, plain, worked_out,
};
use super::project::year_steps;
use super::range::{RangeFrom, Ranging};
use super::subject::Method;
use super::years::EarlierYear;
use crate::terms::Amount;

/// So many past errors make a range of one's own.
const FEWEST_ERRORS: usize = 3;

impl Ranging<'_> {
    /// The range that would have held four in five of the outturns, had each year been projected with only
    /// the years before it, or with the profile that its own report gave. With m errors that is the k-th smallest,
    /// k = 0.8 × (m + 1) rounded up, or the largest where there are not as many.
    pub(super) fn own_errors(
        &self,
        years: &[EarlierYear],
        derivation: &mut Draft,
    ) -> Result<Option<(Decimal, RangeFrom)>, Reason> {
        let mut errors = Vec::new();
        for (index, year) in years.iter().enumerate() {
            let before = years.get(index + 1..).unwrap_or_default();
            let Some(projector) = self.projector.then(year) else { continue };
            let Some(projected) = projector.project(year.then.decimal(), before) else { continue };
            if let Some(error) = self.error(year.outturn.decimal(), projected) {
                errors.push((year, (projector, before), projected, error));
            }
        }
        let of = errors.len();
        if of < FEWEST_ERRORS {
            return Ok(None);
        }
        let mut sizes: Vec<Decimal> = errors.iter().map(|(_, _, _, error)| error.abs()).collect();
        sizes.sort_unstable();
        let place = (8 * (of + 1)).div_ceil(10).min(of);
        let size = sizes[place - 1];
        let whole = self.projected.abs();
        let width = if self.is_relative() { size.checked_mul(whole) } else { Some(size) };
        let width = width.ok_or_else(Reason::too_large)?;
        // The error that becomes the range has as many places as the range takes to come to what is printed.
        let printed = |error: Decimal| {
            let reckon = |error: Decimal| error.abs().checked_mul(whole);
            match (self.is_relative(), error.abs() == size) {
                (true, true) => long_enough(error, FRACTION, (width, self.places), &reckon),
                (true, false) => worked_out(error, FRACTION),
                (false, _) => self.shown(error),
            }
        };
        let counted = self.projector.counted(years);
        for (year, (projector, before), projected, error) in &errors {
            if !counted.contains(year) {
                year_steps(self.subject, year, derivation);
            }
            let then = || self.projected_then(year, *projected, printed(*error));
            derivation.step(|| {
                let working = projector.working(year.then, before);
                let words = format!("{working}: {}", projector.learned_from(before));
                (format!("Projected for {}", year.name), self.subject.text(then()), words)
            });
            derivation.step(|| {
                let (outturn, then) = (plain(year.outturn), in_full(then()));
                let from = if self.is_relative() {
                    format!("({outturn} − {then}) ÷ {then}")
                } else {
                    format!("{outturn} − {then}")
                };
                (format!("Error in {}", year.name), self.error_text(printed(*error)), from)
            });
        }
        let rank = of - place + 1;
        let which = || format!("the {} of its {of} past errors", ordinal(rank));
        let from = RangeFrom::OwnErrors { rank, of };
        derivation.step(|| ("Range either way", self.error_text(printed(size)), which()));
        if self.is_relative() {
            derivation.step(|| {
                let size = printed(size);
                let whole = self.whole_text(whole, width, size.decimal());
                let from = format!("{} × {whole}", percent_in_full(size));
                ("Range either way in figures", self.subject.text(self.shown(width)), from)
            });
        }
        Ok(Some((width, from)))
    }

    /// What an earlier year was projected to come to, with as many places as its error takes to come to what is printed.
    fn projected_then(&self, year: &EarlierYear, projected: Decimal, printed: Amount) -> Amount {
        let least = if self.is_relative() { FRACTION } else { self.places };
        let places = printed.places().max(least);
        let reckon = |then| self.error(year.outturn.decimal(), then);
        long_enough(projected, self.places, (printed.decimal(), places), &reckon)
    }

    /// An error: of what adds up a percentage of the projection, otherwise a movement.
    fn error_text(&self, error: Amount) -> String {
        if self.is_relative() { percent_in_full(error) } else { moved_text(self.subject, error) }
    }

    fn is_relative(&self) -> bool {
        self.projector.method == Method::Share
    }

    fn error(&self, outturn: Decimal, projected: Decimal) -> Option<Decimal> {
        let error = outturn.checked_sub(projected)?;
        if self.is_relative() { error.checked_div(projected) } else { Some(error) }
    }
}

/// "largest", "second largest"
fn ordinal(rank: usize) -> String {
    match rank {
        1 => "largest".to_owned(),
        2 => "second largest".to_owned(),
        3 => "third largest".to_owned(),
        _ => format!("{rank}th largest"),
    }
}
