//! Narrative, risks, equality actions, strategic issues and target reviews.

use super::leaf::Text;
use super::record::record;
use super::{Benchmark, Commentary, Value, YearTarget};
use crate::terms::{Amount, Due, MilestoneStatus, Rating, Span, Unit};

record! {
    /// A section of narrative: introduction, key developments, emerging issues.
    Section: "a section" {
        /// What links refer to it by.
        "id" may id: Text,
        /// The heading.
        "title" need title: Text,
        /// The printed number: "3.4".
        "ref" may reference: Text,
        /// Its paragraphs; a text on its own will do.
        "paragraphs" many paragraphs: Commentary,
        /// Facts with figures that it rests on.
        "facts" many facts: Fact,
    }
}

record! {
    /// A fact with a figure.
    Fact: "a fact" {
        /// What it is.
        "label" need label: Text,
        /// The figure.
        "value" may value: Value,
        /// Figures of others to compare it with: England, the region.
        "benchmarks" many benchmarks: Benchmark,
        /// What it is compared with, in words.
        "comparison" may comparison: Text,
        /// The id of the objective that it belongs to.
        "objective" may objective: Text,
        /// The time that it covers.
        "covers" may covers: Span,
    }
}

record! {
    /// An officer in the key to initials.
    Officer: "an officer" {
        /// The job title.
        "title" need title: Text,
        /// The initials that sign commentary.
        "initials" may initials: Text,
    }
}

record! {
    /// A risk and its mitigation.
    Risk: "a risk" {
        /// What stays the same from file to file.
        "id" may id: Text,
        /// The printed reference.
        "ref" may reference: Text,
        /// The risk.
        "title" need title: Text,
        /// The id of the objective that it threatens.
        "objective" may objective: Text,
        /// The rating before mitigation.
        "initial" may initial: Rating,
        /// The rating after mitigation.
        "residual" may residual: Rating,
        /// The score of its likelihood now, with the mitigation that is in place.
        "likelihood" may likelihood: Amount,
        /// The score of its impact now, with the mitigation that is in place.
        "impact" may impact: Amount,
        /// What is done about it.
        "mitigation" may mitigation: Text,
        /// How the mitigation goes.
        "progress" may progress: MilestoneStatus,
        /// The title of the officer who answers for it.
        "owner" may owner: Text,
        /// Commentary; a text on its own will do.
        "commentary" many commentary: Commentary,
    }
}

record! {
    /// An action for equality.
    EqualityAction: "an equality action" {
        /// What stays the same from file to file.
        "id" may id: Text,
        /// The printed reference.
        "ref" may reference: Text,
        /// The action.
        "title" need title: Text,
        /// The id of the objective that it belongs to.
        "objective" may objective: Text,
        /// When it is due.
        "due" may due: Due,
        /// How it goes.
        "status" may status: MilestoneStatus,
        /// Commentary; a text on its own will do.
        "commentary" many commentary: Commentary,
    }
}

record! {
    /// A row of the strategic issues table.
    StrategicIssue: "a strategic issue" {
        /// Its letter or reference.
        "ref" may reference: Text,
        /// The issue.
        "title" need title: Text,
        /// The position it starts from.
        "baseline" may baseline: Text,
        /// The outcome at the end of year 1.
        "year_1" may year_1: Text,
        /// The outcome at the end of year 3.
        "year_3" may year_3: Text,
        /// What is done.
        "interventions" may interventions: Text,
        /// The key performance indicators.
        "indicators" many indicators: Text,
        /// A note on the row.
        "note" may note: Text,
    }
}

record! {
    /// A measure's targets under review. Each year's former target stands in "former".
    TargetReview: "a review of targets" {
        /// The printed reference of the measure.
        "ref" may reference: Text,
        /// The title of the measure.
        "title" need title: Text,
        /// The unit.
        "unit" may unit: Unit,
        /// The targets, year by year.
        "targets" many targets: YearTarget,
        /// Why they are to change.
        "reason" may reason: Text,
    }
}
