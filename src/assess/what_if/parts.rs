//! What is missing of a year's target, shared out among the quarters that are left.

use rust_decimal::{Decimal, RoundingStrategy};

use super::super::verdict::{Derivation, Reason};
use super::is_added_up;
use crate::model::{Level, Measure};
use crate::terms::{Amount, Polarity, Quarter, QuarterNumber, Unit};

/// What is missing of the target of what is added up over the year.
pub(super) struct Missing<'r> {
    pub(super) row: &'r Measure,
    pub(super) polarity: Polarity,
    pub(super) figure: Amount,
    pub(super) level: &'r Level,
    /// Whether a quarter can take back what was counted.
    pub(super) may_fall: bool,
}

/// What takes a quarter to the target for its end.
struct Stretch {
    quarter: Quarter,
    start: Decimal,
    end: Decimal,
}

impl Missing<'_> {
    /// What each quarter has to bring: what takes it to the target that the file gives for its end or, where it gives
    /// none, an equal part.
    pub(super) fn parts(
        &self,
        left: &[Quarter],
        derivation: &mut Derivation,
    ) -> Result<Vec<(Quarter, Decimal)>, Reason> {
        match self.profiled(left) {
            Some(stretches) => {
                let parts = stretches.iter().map(|one| self.profiled_part(one, derivation));
                parts.collect()
            }
            None => self.equal_parts(left, derivation),
        }
    }

    /// None where the file gives no target for the end of one of the quarters, or gives one for the quarter alone, and where
    /// a quarter would have to take back what was counted.
    fn profiled(&self, left: &[Quarter]) -> Option<Vec<Stretch>> {
        if left.len() == 1 || !is_added_up(self.row) {
            return None;
        }
        let mut start = self.figure.decimal();
        let stretch = |quarter: &Quarter| {
            let fourth = is_fourth(*quarter).then_some(self.level.amount);
            let end = fourth.or_else(|| self.level.profiled(quarter.number))?;
            let stretch = Stretch { quarter: *quarter, start, end: end.decimal() };
            start = stretch.end;
            (self.may_fall || stretch.end >= stretch.start).then_some(stretch)
        };
        left.iter().map(stretch).collect()
    }

    fn profiled_part(
        &self,
        stretch: &Stretch,
        derivation: &mut Derivation,
    ) -> Result<(Quarter, Decimal), Reason> {
        let Stretch { quarter, start, end } = *stretch;
        let exact = end.checked_sub(start).ok_or_else(Reason::too_large)?;
        let of = if is_fourth(quarter) { "" } else { ", up to the file's target for its end" };
        let (part, note) = self.safe(exact, exact);
        derivation.step(
            format!("For {}", called(quarter)),
            exact_text(self.row, part),
            format!("{}{of}{note}", self.difference(end, start)),
        );
        Ok((quarter, part))
    }

    fn equal_parts(
        &self,
        left: &[Quarter],
        derivation: &mut Derivation,
    ) -> Result<Vec<(Quarter, Decimal)>, Reason> {
        let (figure, target) = (self.figure.decimal(), self.level.amount.decimal());
        let open = target.checked_sub(figure).ok_or_else(Reason::too_large)?;
        let each = open.checked_div(left.len().into()).ok_or_else(Reason::too_large)?;
        let (each, note) = self.safe(each, open);
        let shown = exact_text(self.row, open);
        derivation.step("Left to the target", &shown, self.difference(target, figure));
        derivation.step(
            "For each quarter",
            exact_text(self.row, each),
            format!("{shown} ÷ {}{note}", left.len()),
        );
        Ok(left.iter().map(|quarter| (*quarter, each)).collect())
    }

    /// What does not end where figures are printed is cut there, up or down so that the target is met, and a note says
    /// so. Where the file gives no places, it is cut at those of the `whole`, at most six: there are no half
    /// children. Of what is not a whole count there is at least one, and what ends at two stays.
    fn safe(&self, exact: Decimal, whole: Decimal) -> (Decimal, &'static str) {
        let whole = whole.normalize().scale().min(6);
        let is_counted = matches!(self.row.unit, Some(Unit::Number | Unit::Count(_)));
        let (places, enough) = match self.row.places {
            Some(places) => (places.into(), places.into()),
            None if is_counted && whole == 0 => (0, 0),
            None => (whole.max(1), whole.max(2)),
        };
        if exact.normalize().scale() <= enough {
            return (exact, "");
        }
        let (towards, note) = match self.polarity {
            Polarity::Lower => {
                (RoundingStrategy::ToNegativeInfinity, ", rounded down so that it suffices")
            }
            _ => (RoundingStrategy::ToPositiveInfinity, ", rounded up so that it suffices"),
        };
        (exact.round_dp_with_strategy(places, towards), note)
    }

    /// "100 − 40", "-£100k − (-£30k)"
    fn difference(&self, whole: Decimal, part: Decimal) -> String {
        let texts = [whole, part].map(|amount| exact_text(self.row, amount));
        let part = if part < Decimal::ZERO { format!("({})", texts[1]) } else { texts[1].clone() };
        format!("{} − {part}", texts[0])
    }
}

/// As figures are printed, but with every place that a number has: others are worked out from it.
pub(super) fn exact_text(row: &Measure, amount: Decimal) -> String {
    row.full_text(amount.normalize().into())
}

pub(super) fn is_fourth(quarter: Quarter) -> bool {
    quarter.number == QuarterNumber::Four
}

pub(super) fn called(quarter: Quarter) -> String {
    format!("Quarter {}", quarter.number.number())
}
