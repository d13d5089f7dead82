//! A printed figure held against those that it should come from.

use rust_decimal::Decimal;

use crate::model::{Column, Content, LinePlace, Value};
use crate::terms::{Amount, Unit};

/// A printed figure held against those that it should come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// Which figure of the line it is.
    pub column: Column,
    /// How it should come about.
    pub kind: CheckKind,
    /// The figure as printed.
    pub printed: Amount,
    /// The figures that it should come from.
    pub inputs: Vec<Input>,
    /// What those come to.
    pub worked_out: Amount,
    /// The printed figure less what they come to.
    pub difference: Amount,
    /// What came of it.
    pub outcome: Outcome,
}

/// How a figure should come about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckKind {
    /// Budget to date less actual to date.
    Variance,
    /// The sum of lines.
    Sum,
    /// The sum of the lines of that title in the statements that this one sums up.
    Departments,
    /// The same as lines elsewhere.
    Agreement,
}

/// A figure that another should come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The line that it stands in.
    pub line: LinePlace,
    /// Which figure of that it is.
    pub column: Column,
    /// The figure; none where there is none.
    pub amount: Option<Amount>,
}

/// What came of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It agrees, exactly.
    Agrees,
    /// It agrees but for the rounding of the figures.
    Rounded,
    /// It does not agree.
    Differs,
    /// It does not agree, and the figures of another line would: they stand the other way round.
    Swapped(LinePlace),
    /// The difference is for what no statement is given.
    Leaves,
    /// A figure is missing, so it cannot be said.
    Unknown,
}

impl Check {
    /// Whether the printed figure does not agree.
    #[must_use]
    pub fn is_wrong(&self) -> bool {
        matches!(self.outcome, Outcome::Differs | Outcome::Swapped(_))
    }

    /// Whether it says anything of right and wrong.
    #[must_use]
    pub fn is_conclusive(&self) -> bool {
        !matches!(self.outcome, Outcome::Leaves | Outcome::Unknown)
    }

    /// A printed figure against a sum; nothing where the numbers are too large to work with.
    ///
    /// Where an input has no figure, only an exact agreement of the others says anything.
    pub(super) fn of_sum(
        column: Column,
        kind: CheckKind,
        printed: Amount,
        inputs: Vec<Input>,
        unit: Option<&Unit>,
    ) -> Option<Self> {
        let given = inputs.iter().filter_map(|input| input.amount);
        let sum =
            given.clone().try_fold(Decimal::ZERO, |sum, one| sum.checked_add(one.decimal()))?;
        let difference = printed.decimal().checked_sub(sum)?;
        let is_missing = inputs.iter().any(|input| input.amount.is_none());
        let outcome = if inputs.iter().all(|input| input.amount.is_none()) {
            Outcome::Unknown
        } else if difference.is_zero() {
            Outcome::Agrees
        } else if is_missing {
            Outcome::Unknown
        } else if difference.abs() <= rounding(given.chain([printed]), unit) {
            Outcome::Rounded
        } else {
            Outcome::Differs
        };
        let (worked_out, difference) = (sum.into(), difference.into());
        Some(Self { column, kind, printed, inputs, worked_out, difference, outcome })
    }
}

/// A number with nothing that says that it is another kind of figure.
pub(super) fn plain(value: Option<&Value>) -> Option<Amount> {
    let figure = value?.figure()?;
    match figure.content {
        Content::Amount(amount) if figure.unit.is_none() && figure.nearness.is_none() => {
            Some(amount)
        }
        _ => None,
    }
}

/// What rounding can come to: half of the last place for each figure. Whole thousands are rounded; whole pounds are
/// taken to be exact.
pub(super) fn rounding(
    amounts: impl Iterator<Item = Amount> + Clone,
    unit: Option<&Unit>,
) -> Decimal {
    let of_decimals = crate::assess::quality::slack(amounts.clone());
    if unit != Some(&Unit::ThousandPounds) || !of_decimals.is_zero() {
        return of_decimals;
    }
    let count = i64::try_from(amounts.count()).unwrap_or(i64::MAX);
    Decimal::from(count).checked_div(Decimal::TWO).unwrap_or_default()
}
