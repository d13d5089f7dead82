//! What meets a target, and the status of a range of outturns.

use rust_decimal::Decimal;

use super::super::verdict::Reason;
use crate::model::Level;
use crate::terms::{Nearness, Polarity, Progress};

/// The outturns that meet a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::assess) struct Goal {
    target: Decimal,
    side: Side,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
    /// So far away from it, either way, at most.
    Within(Decimal),
}

impl Goal {
    /// The goal of a target. Near to the plan needs a nearness: how far away still meets it.
    pub(super) fn new(
        level: &Level,
        polarity: Polarity,
        near: Option<Decimal>,
    ) -> Result<Self, Reason> {
        let side = match (polarity, level.strict) {
            (Polarity::Higher, false) => Side::AtLeast,
            (Polarity::Higher, true) => Side::MoreThan,
            (Polarity::Lower, false) => Side::AtMost,
            (Polarity::Lower, true) => Side::LessThan,
            (Polarity::Plan | Polarity::None, _) => {
                let near = near.filter(|near| near.is_zero() || near.is_sign_positive());
                Side::Within(near.ok_or_else(|| {
                    Reason::new(
                        "No nearness",
                        "near to the plan is better, and no rule says how near is near enough",
                    )
                })?)
            }
        };
        Ok(Self { target: level.amount.decimal(), side })
    }

    /// The same goal for another number, such as what a target comes to by now.
    pub(in crate::assess) fn at(self, target: Decimal) -> Self {
        Self { target, ..self }
    }

    pub(in crate::assess) fn is_met_by(&self, amount: Decimal) -> bool {
        match self.side {
            Side::AtLeast => amount >= self.target,
            Side::MoreThan => amount > self.target,
            Side::AtMost => amount <= self.target,
            Side::LessThan => amount < self.target,
            Side::Within(near) => {
                amount.checked_sub(self.target).is_some_and(|off| off.abs() <= near)
            }
        }
    }

    /// The status of a range: on course where all of it meets the target, off course where none of it does.
    pub(super) fn status(&self, low: Decimal, high: Decimal) -> Progress {
        match (self.is_met_by(low), self.is_met_by(high)) {
            (true, true) => Progress::OnCourse,
            // Two ends that are both too far from the plan may lie on both sides of it.
            (false, false) if !(low <= self.target && self.target <= high) => Progress::OffCourse,
            (false, false) if !matches!(self.side, Side::Within(_)) => Progress::OffCourse,
            _ => Progress::Uncertain,
        }
    }

    /// The status of a range that follows from a figure which is only a bound: one that every number which
    /// it can stand for has. What follows from a bound lies beyond it, unless it `is_cut` at what is possible.
    pub(super) fn status_of_bound(
        &self,
        nearness: Nearness,
        (low, high): (Decimal, Decimal),
        is_cut: bool,
    ) -> Option<Progress> {
        let is_more = match nearness {
            Nearness::Over => true,
            Nearness::Under | Nearness::Almost => false,
            Nearness::About => return None,
        };
        let is_higher_better = match self.side {
            Side::AtLeast | Side::MoreThan => true,
            Side::AtMost | Side::LessThan => false,
            Side::Within(_) => return None,
        };
        // Beyond the bound, a target that must be passed is passed, and one that is just reached is missed.
        let (side, decided) = match (is_more == is_higher_better, is_higher_better) {
            (true, true) => (Side::AtLeast, Progress::OnCourse),
            (true, false) => (Side::AtMost, Progress::OnCourse),
            (false, true) => (Side::MoreThan, Progress::OffCourse),
            (false, false) => (Side::LessThan, Progress::OffCourse),
        };
        let side = if is_cut { self.side } else { side };
        let status = Self { side, ..*self }.status(low, high);
        (status == decided).then_some(decided)
    }

    /// Where an outturn starts or ceases to meet the target.
    pub(super) fn edges(&self) -> [Decimal; 2] {
        match self.side {
            Side::Within(near) => {
                let edge = |edge: Option<Decimal>| edge.unwrap_or(self.target);
                [edge(self.target.checked_sub(near)), edge(self.target.checked_add(near))]
            }
            _ => [self.target; 2],
        }
    }

    /// "a target of at most 4.4%"
    pub(super) fn text(&self, shown: impl Fn(Decimal) -> String) -> String {
        let target = shown(self.target);
        match self.side {
            Side::AtLeast => format!("a target of at least {target}"),
            Side::MoreThan => format!("a target of more than {target}"),
            Side::AtMost => format!("a target of at most {target}"),
            Side::LessThan => format!("a target of less than {target}"),
            Side::Within(near) => {
                format!("a target of {target}, give or take {}", shown(near))
            }
        }
    }
}
