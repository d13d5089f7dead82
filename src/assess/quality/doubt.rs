//! A doubt: what, where, and what to do about it.

use std::borrow::Cow;

use crate::assess::{Progress, Verdict};
use crate::terms::keyword;

/// Something that looks wrong in a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What it is about.
    pub subject: Subject,
    /// The printed reference of that.
    pub reference: Option<String>,
    /// The title of that.
    pub title: String,
    /// What kind of doubt it is.
    pub kind: DoubtKind,
    what: Cow<'static, str>,
    /// The verdict whose sentence says the rest.
    verdict: Option<Verdict<Progress>>,
    /// What to do about it.
    pub remedy: Cow<'static, str>,
}

impl Doubt {
    pub(super) fn new(
        subject: Subject,
        (reference, title): (Option<&String>, &str),
        concern: Concern,
    ) -> Self {
        let Concern { kind, what, verdict, remedy } = concern;
        let (reference, title) = (reference.cloned(), title.to_owned());
        Self { subject, reference, title, kind, what, verdict, remedy }
    }

    /// What was seen, with the figures, in a sentence or two.
    #[must_use]
    pub fn what(&self) -> String {
        match &self.verdict {
            Some(verdict) => format!("{} {}", self.what, verdict.derivation().sentence),
            None => self.what.to_string(),
        }
    }
}

/// What a doubt is about, by its place in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A measure.
    Measure(usize),
    /// A milestone.
    Milestone(usize),
    /// A financial statement.
    Statement(usize),
    /// An objective, by its place among all of them.
    Objective(usize),
    /// A section of the narrative.
    Section(usize),
    /// A risk.
    Risk(usize),
    /// An equality action.
    EqualityAction(usize),
    /// A row of the strategic issues table.
    StrategicIssue(usize),
    /// A review of targets.
    TargetReview(usize),
}

keyword! {
    /// The kinds of doubt.
    DoubtKind: "a kind of doubt" {
        /// Two figures of a row are 10, 100 or 1,000 times apart.
        UnitSlip = "unit slip",
        /// Figures of a row, or of two years, are in different units.
        UnitChanged = "unit changed",
        /// A share of a whole is over 100%.
        OverHundred = "over 100%",
        /// A share of a whole is below 0%.
        BelowZero = "below 0%",
        /// A cumulative figure is lower than earlier in its year.
        CumulativeFalls = "cumulative figure falls",
        /// A 0 stands where a figure seems to be missing.
        ZeroForMissing = "zero for missing",
        /// The target is 0 and nothing says why.
        TargetZero = "target of 0",
        /// Parts, fractions or totals do not agree.
        DoesNotAddUp = "does not add up",
        /// One figure is given for several periods.
        Repeated = "repeated figure",
        /// A milestone is overdue and not called so.
        Overdue = "overdue",
        /// A status, published or judged by an officer, is not the one that is worked out.
        JudgedOtherwise = "judged otherwise",
        /// Something is off course and nobody says why.
        NoCommentary = "off course without commentary",
        /// The commentary gives a figure that the row does not.
        OtherFigureQuoted = "another figure quoted",
        /// A reference in braces stands for nothing.
        TokenAstray = "nothing in braces",
    }
}

/// What a check found, before it has its place.
#[derive(Debug)]
pub(super) struct Concern {
    pub(super) kind: DoubtKind,
    what: Cow<'static, str>,
    verdict: Option<Verdict<Progress>>,
    remedy: Cow<'static, str>,
}

impl Concern {
    pub(super) fn new(
        kind: DoubtKind,
        what: impl Into<Cow<'static, str>>,
        remedy: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { kind, what: what.into(), verdict: None, remedy: remedy.into() }
    }

    /// The same with the sentence of a verdict behind what was seen.
    pub(super) fn with(self, verdict: &Verdict<Progress>) -> Self {
        Self { verdict: Some(verdict.clone()), ..self }
    }
}
