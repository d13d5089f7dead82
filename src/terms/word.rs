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
    /// What a line of a financial statement is.
    LineRole: "what a line is" {
        /// Something that is spent or received.
        Line = "line",
        /// The sum of the lines of a block.
        Subtotal = "subtotal",
        /// The sum of everything above it.
        Total = "total",
        /// Words alone, above the lines that they are about.
        Heading = "heading",
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

keyword! {
    /// Which of its answers a rule calls the measure's status.
    Reported: "a status to report" {
        /// How the figure stands to its target today.
        Position = "position",
        /// Whether the target will be met at the year's end.
        Outlook = "outlook",
        /// What an officer judges.
        Judgement = "judgement",
    }
}

keyword! {
    /// What a rule holds a figure against, or holds against the target.
    Against: "something to hold the figure against" {
        /// The figure against what should be reached by now: the profile or, of a count over the year without
        /// one, an even share of the target.
        Profile = "profile",
        /// The figure against the target for the whole year, in every quarter.
        AnnualTarget = "annual target",
        /// The projected outturn of the year against the target for the year.
        Projection = "projection",
    }
}

keyword! {
    /// How a figure stands to the same period last year, as a condition.
    Since: "a condition on last year" {
        /// It is better.
        Better = "better",
        /// It is better or the same.
        NotWorse = "not worse",
    }
}

keyword! {
    /// How a figure stands to the measure's own floor or ceiling, as a condition.
    FloorTest: "a condition on the floor" {
        /// It is within it; without a floor or ceiling the rule cannot be applied to a missed target.
        Reached = "reached",
        /// It is within it, where the measure has one.
        ReachedIfAny = "reached if any",
    }
}

keyword! {
    /// What the current figure is compared with to say which way a measure is going.
    ComparedWith: "something to compare with" {
        /// The same period of the year before.
        SamePeriodLastYear = "same period last year",
        /// The quarter before.
        PreviousQuarter = "previous quarter",
        /// The outturn of the year before.
        YearBefore = "year before",
        /// The straight line through the last periods, the current one among them.
        LongTrend = "long trend",
        /// The mean of the quarters before.
        MeanOfEarlierQuarters = "mean of earlier quarters",
        /// The mean of the same period in the years before.
        MeanOfEarlierYears = "mean of earlier years",
    }
}

keyword! {
    /// How the total of the year so far is compared quarter by quarter: it grows whatever happens.
    CumulativeBy: "a way to compare cumulative figures" {
        /// By what each quarter added to it.
        Increments = "increments",
        /// Not at all.
        Never = "never",
    }
}
