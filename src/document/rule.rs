//! Rules for progress: how a body says whether a measure is on course.

use super::Comparison;
use super::leaf::Text;
use super::record::record;
use crate::terms::{Against, Amount, FloorTest, Polarity, Progress, Reported, Since};

record! {
    /// How measures are judged. The id of a shipped rule on its own will do: `"maidstone"`.
    #[derive(Default)]
    Rule: "a rule" or Text {
        /// The id by which a shipped rule is known.
        "id" may id: Text,
        /// The id of the shipped rule that it is like; what is written here goes before it.
        "like" may like: Text,
        /// What the organisation calls it.
        "name" may name: Text,
        /// Whose rule it is.
        "body" may body: Text,
        /// Where it is published.
        "source" may source: Text,
        /// What a reader should know of it.
        "note" may note: Text,
        /// Which answer is the measure's status; left out, the position if the rule says how to judge it,
        /// otherwise the year-end outlook.
        "reports" may reports: Reported,
        /// What the figure is held against; left out, what should be reached by now.
        "against" may against: Against,
        /// By how much a figure may miss its target: amber, where there are no bands, and otherwise what they
        /// call the measure's own, where the measure's target has none.
        "tolerance" may tolerance: Tolerance,
        /// Conditions in order: the first that holds gives the status.
        "bands" some bands: Band,
        /// What the figure is compared with for the direction of travel; the first is the measure's. Left out,
        /// the same period last year.
        "directions" some directions: Comparison,
        /// Statuses for measures that cannot be rated; left out, not rated.
        "unrated" may unrated: Unrated,
        /// What the organisation calls the statuses.
        "statuses" many statuses: StatusName,
    }
}

record! {
    /// A status and when it applies: when all that is said here holds. With nothing said, always.
    Band: "a band" {
        /// The status.
        "status" need status: Progress,
        /// Only for measures of this polarity.
        "polarity" may polarity: Polarity,
        /// The target is met (true), or missed (false).
        "met" may met: bool,
        /// The target is met, or missed by at most this much.
        "missed_by" may missed_by: Limit,
        /// The figure is at most this far from the target, on either side.
        "away_by" may away_by: Limit,
        /// The figure is better than the target by at least this much.
        "beaten_by" may beaten_by: Limit,
        /// The figure is within the measure's own floor, or its ceiling where lower is better.
        "floor" may floor: FloorTest,
        /// How the figure stands to the same period last year.
        "last_year" may last_year: Since,
        /// The year-end outlook is this.
        "outlook" may outlook: Progress,
    }
}

record! {
    /// A distance from the target: in one of four ways.
    Limit: "a limit" {
        /// In percent of the target.
        "percent_of_target" may percent_of_target: Amount,
        /// In percentage points, for measures in percent.
        "points" may points: Amount,
        /// In the measure's own unit.
        "amount" may amount: Amount,
        /// The measure's own tolerance, given with its target or with the rule.
        "own" may own: bool,
        /// Whether exactly this much is already too much.
        "exclusive" may exclusive: bool,
    }
}

record! {
    /// By how much a figure may miss its target and still be amber. The boundary belongs to amber.
    Tolerance: "a tolerance" {
        /// In percent of the target: 10 means that 67.5 against 75 is still amber.
        "percent_of_target" may percent_of_target: Amount,
        /// In percentage points, for measures in percent.
        "points" may points: Amount,
        /// In the measure's own unit.
        "amount" may amount: Amount,
    }
}

record! {
    /// Statuses for measures that cannot be rated.
    #[derive(Default)]
    Unrated: "statuses of the unrated" {
        /// There is a figure, but no target or no better and worse: "data only".
        "no_target" may no_target: Progress,
        /// There is no figure: "no data".
        "no_figure" may no_figure: Progress,
        /// The figure is published later in the year: "not due".
        "not_due" may not_due: Progress,
    }
}

record! {
    /// What an organisation calls a status.
    StatusName: "a status's name" {
        /// The status.
        "status" need status: Progress,
        /// The organisation's word for it.
        "name" need name: Text,
    }
}

impl From<Text> for Rule {
    fn from(like: Text) -> Self {
        Self { like: Some(like), ..Self::default() }
    }
}
