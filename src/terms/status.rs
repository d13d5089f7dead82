//! The statuses of progress and of direction.

use super::keyword::keyword;

keyword! {
    /// Progress: whether the target, or the milestone, is on course to be achieved.
    Progress: "a progress status" {
        /// Red: it will not be achieved unless something is done.
        OffCourse = "off course",
        /// Amber: uncertain, or too early to say.
        Uncertain = "uncertain",
        /// Blue: between a lower and a higher target.
        Acceptable = "acceptable",
        /// Green: on course to be achieved.
        OnCourse = "on course",
        /// Blue: achieved.
        Complete = "complete",
        /// Grey: no figure is due this quarter.
        NotDue = "not due",
        /// Grey: there is a figure and no target, on purpose.
        DataOnly = "data only",
        /// Grey: there is no figure.
        NoData = "no data",
        /// Grey: it cannot be said, and the derivation says why.
        NotRated = "not rated",
    }
}

impl Progress {
    /// All of them, worst first, and then those that say nothing of good or bad.
    pub const ALL: [Self; 9] = [
        Self::OffCourse,
        Self::Uncertain,
        Self::Acceptable,
        Self::OnCourse,
        Self::Complete,
        Self::NotDue,
        Self::DataOnly,
        Self::NoData,
        Self::NotRated,
    ];

    /// Whether it says how good or bad things are.
    #[must_use]
    pub fn is_rated(self) -> bool {
        self <= Self::Complete
    }

    /// Whether every rule may come to it, or only one that names it.
    #[must_use]
    pub fn is_usual(self) -> bool {
        !matches!(self, Self::Acceptable | Self::NotDue | Self::DataOnly | Self::NoData)
    }
}

keyword! {
    /// Direction of travel: how the figure stands to an earlier one.
    Direction: "a direction of travel" {
        /// Better than the earlier figure.
        Better = "better",
        /// The same.
        Same = "same",
        /// Worse.
        Worse = "worse",
        /// Higher, where neither way is better.
        Higher = "higher",
        /// Level, where neither way is better.
        Level = "level",
        /// Lower, where neither way is better.
        Lower = "lower",
        /// It cannot be compared, and the derivation says why.
        NotComparable = "not comparable",
    }
}
