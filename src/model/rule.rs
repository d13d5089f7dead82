//! The rule by which a figure is judged against its target.

use super::value::inconsistent;
use crate::document::{self, Problem};
use crate::terms::{Amount, Unit, figure_text};

/// The rule by which a figure is judged against its target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What the organisation calls it.
    pub name: Option<String>,
    /// By how much a figure may miss and still be amber.
    pub tolerance: Option<Tolerance>,
}

/// By how much a figure may miss its target and still be amber. The boundary belongs to amber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// So many percent of the target.
    PercentOfTarget(Amount),
    /// So many percentage points.
    Points(Amount),
    /// So much in the measure's own unit.
    Amount(Amount),
}

impl Rule {
    /// Met or not met: what applies where nobody chose a tolerance.
    pub const MET_OR_NOT: Self = Self { name: None, tolerance: None };

    pub(super) fn from_document(rule: &document::Rule) -> Result<Self, Problem> {
        let tolerance = match &rule.tolerance {
            Some(tolerance) => Some(tolerance_of(tolerance)?),
            None => None,
        };
        Ok(Self { name: rule.name.clone(), tolerance })
    }

    /// The rule in words.
    #[must_use]
    pub fn text(&self) -> String {
        match self.tolerance {
            None => "On course when the target is met, off course when it is missed.".to_owned(),
            Some(tolerance) => format!(
                "On course when the target is met, uncertain when it is missed by at most {}, off course when it is missed by more.",
                tolerance.text(None)
            ),
        }
    }
}

impl Tolerance {
    /// "10% of the target"
    #[must_use]
    pub fn text(self, unit: Option<&Unit>) -> String {
        match self {
            Self::PercentOfTarget(percent) => format!("{percent}% of the target"),
            Self::Points(points) => format!("{points} percentage points"),
            Self::Amount(amount) => figure_text(amount, unit, None),
        }
    }
}

fn tolerance_of(tolerance: &document::Tolerance) -> Result<Tolerance, Problem> {
    let given = [
        tolerance.percent_of_target.map(Tolerance::PercentOfTarget),
        tolerance.points.map(Tolerance::Points),
        tolerance.amount.map(Tolerance::Amount),
    ];
    let mut given = given.into_iter().flatten();
    let one_of_three = "Give one of \"percent_of_target\", \"points\" and \"amount\".";
    let Some(one) = given.next() else {
        return Err(inconsistent("The tolerance gives no number.", one_of_three));
    };
    if given.next().is_some() {
        return Err(inconsistent("The tolerance gives more than one number.", one_of_three));
    }
    let (Tolerance::PercentOfTarget(size) | Tolerance::Points(size) | Tolerance::Amount(size)) =
        one;
    if size.decimal().is_sign_negative() {
        return Err(inconsistent(
            "The tolerance is negative.",
            "Give the size of the miss that is still amber, such as 10.",
        ));
    }
    Ok(one)
}
