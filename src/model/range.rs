//! How far an outturn may lie from what is projected, where the file says.

use super::value::inconsistent;
use crate::document::{self, Problem};
use crate::terms::Amount;

/// A range either way in percent, for a year of which under 6, 6 to 8, and 9 months or more have passed:
/// for a financial year, at the end of Quarters 1, 2 and 3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Range(pub [Option<Amount>; 3]);

/// An organisation's range for each kind of measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ranges {
    /// For what adds up over the year: in percent of the projected outturn.
    pub cumulative: Range,
    /// For percentages: in percent of the smaller of the value and 100 minus it.
    pub percentages: Range,
    /// For all others: in percent of the value.
    pub others: Range,
}

impl Range {
    pub(super) fn from_document(range: &document::Range) -> Result<Self, Problem> {
        let sizes = [range.q1, range.q2, range.q3];
        let is_negative =
            |size: &Amount| size.decimal().is_sign_negative() && !size.decimal().is_zero();
        if sizes.iter().flatten().any(is_negative) {
            return Err(inconsistent(
                "The range is negative.",
                "Give how far an outturn may lie from its projection either way, in percent, such as 12.",
            ));
        }
        Ok(Self(sizes))
    }
}

impl Ranges {
    pub(super) fn from_document(ranges: &document::Ranges) -> Result<Self, Problem> {
        let range = |range: &Option<document::Range>| {
            range.as_ref().map_or_else(|| Ok(Range::default()), Range::from_document)
        };
        Ok(Self {
            cumulative: range(&ranges.cumulative)?,
            percentages: range(&ranges.percentages)?,
            others: range(&ranges.others)?,
        })
    }
}
