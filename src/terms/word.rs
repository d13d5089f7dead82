//! The closed sets of words that a file uses.

use super::keyword::keyword;

keyword! {
    /// Which way a measure is meant to go. The verb in its title only hints at it.
    Polarity: "a polarity" {
        /// A higher value is better.
        Higher = "higher",
        /// A lower value is better.
        Lower = "lower",
        /// Near to the plan is better; too high and too low are both bad.
        Plan = "plan",
        /// Monitored only: the value can go up or down, but not be better or worse.
        None = "none",
    }
}

keyword! {
    /// What a quarter's figure covers.
    Basis: "a basis" {
        /// The position at the end of the quarter.
        Snapshot = "snapshot",
        /// The total, or the rate, from the start of the year to the end of the quarter.
        Cumulative = "cumulative",
        /// The quarter alone.
        Quarter = "quarter",
        /// A rolling period, such as the last twelve months.
        Rolling = "rolling",
        /// A forecast of the whole year's outturn.
        Forecast = "forecast",
        /// Published once a year.
        Annual = "annual",
        /// Collected each school term.
        Termly = "termly",
        /// Published late, for an earlier period than the quarter.
        Arrears = "arrears",
    }
}

keyword! {
    /// Which year a cumulative or annual figure belongs to.
    Year: "a year" {
        /// April to March.
        Financial = "financial",
        /// September to August.
        Academic = "academic",
    }
}

keyword! {
    /// How firm a figure is.
    Mark: "a mark" {
        /// To be replaced by a final figure.
        Provisional = "provisional",
        /// Not yet checked by the body that publishes it.
        Unvalidated = "unvalidated",
        /// Worked out from something else, because a count was not possible.
        Estimated = "estimated",
        /// Replaces a figure printed before.
        Revised = "revised",
        /// A projection, not something counted.
        Projected = "projected",
    }
}

keyword! {
    /// How a rounded or bounded figure stands to the true one.
    Nearness: "a word for an approximate figure" {
        /// A little less than the figure.
        Almost = "almost",
        /// More than the figure.
        Over = "over",
        /// Near the figure.
        About = "about",
        /// Less than the figure.
        Under = "under",
    }
}

keyword! {
    /// What kind of report the file holds.
    ReportKind: "a kind of report" {
        /// Progress against the plan at the end of a quarter.
        Quarterly = "quarterly",
        /// The annual business plan.
        Plan = "plan",
        /// A mid-year update, a page for each measure.
        MidYear = "mid-year",
        /// A narrative progress paper.
        Progress = "progress",
    }
}

keyword! {
    /// What an officer says of a milestone.
    MilestoneStatus: "a milestone status" {
        /// On course to be achieved in time.
        OnCourse = "on course",
        /// Uncertain, or too early to say, whether it will be achieved in time.
        Uncertain = "uncertain",
        /// Unlikely, or certain not, to be achieved in time.
        OffCourse = "off course",
        /// Achieved.
        Complete = "complete",
        /// Not started, and not due to start yet.
        NotStarted = "not started",
        /// No longer to be done.
        Withdrawn = "withdrawn",
    }
}

keyword! {
    /// A risk rating.
    Rating: "a risk rating" {
        /// Low.
        Low = "low",
        /// Medium.
        Medium = "medium",
        /// High.
        High = "high",
    }
}

keyword! {
    /// What a commentary is about.
    Comment: "a kind of commentary" {
        /// Anything.
        General = "general",
        /// How the figure was made and what it can bear.
        Data = "data",
        /// What the figure says of performance.
        Performance = "performance",
        /// What has been done and will be done.
        Activity = "activity",
    }
}

keyword! {
    /// How the rows under an objective give it a status of its own.
    ObjectiveRule: "a rule for objectives" {
        /// The worst status of any row that is rated.
        Worst = "worst",
        /// The status that more than half of the rated rows have.
        Majority = "majority",
        /// The status that more than half of the weight of the rated rows has.
        Weighted = "weighted",
    }
}

keyword! {
    /// What a financial statement accounts for.
    StatementKind: "a kind of statement" {
        /// Day-to-day spending and income.
        Revenue = "revenue",
        /// Spending on assets.
        Capital = "capital",
    }
}

keyword! {
    /// A direction of travel as a report prints it.
    Travel: "a direction of travel" {
        /// Better than the figure it is compared with.
        Better = "better",
        /// The same.
        Same = "same",
        /// Worse.
        Worse = "worse",
        /// It cannot be compared.
        NotComparable = "not comparable",
    }
}
