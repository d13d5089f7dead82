//! What a file says of the year-end outlook.

use super::record::record;
use crate::terms::Amount;

record! {
    /// How the year-end outlook of a measure is worked out, where the file says.
    MeasureOutlook: "a measure's outlook" {
        /// How far its outturn may lie from what is projected, in place of the organisation's range, the default and the measure's own past errors.
        "range" may range: Range,
    }
}

record! {
    /// How year-end outlooks are worked out, where the organisation has its own ranges.
    ReportOutlook: "an outlook" {
        /// How far outturns may lie from what is projected, in place of the defaults.
        "range" may range: Ranges,
    }
}

record! {
    /// A range for each kind of measure.
    Ranges: "ranges" {
        /// For counts and sums that add up over the year, and for their forecasts: in percent of the projected outturn.
        "cumulative" may cumulative: Range,
        /// For percentages: in percent of the smaller of the value and 100 minus it, but at least one point.
        "percentages" may percentages: Range,
        /// For all others, such as a count on a day, an average or a rate per head: in percent of the value.
        "others" may others: Range,
    }
}

record! {
    /// How far an outturn may lie from what is projected, either way, in percent.
    Range: "a range" {
        /// At the end of June, or with less than 6 months of an academic year gone.
        "q1" may q1: Amount,
        /// At the end of September, or with 6 to 8 months of an academic year gone.
        "q2" may q2: Amount,
        /// At the end of December, or with 9 months of an academic year gone, or more.
        "q3" may q3: Amount,
    }
}
