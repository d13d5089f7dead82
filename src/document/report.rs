//! The file as a whole.

use std::rc::Rc;

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::leaf::Text;
use super::record::{Form, record};
use super::schema::Book;
use super::{
    EqualityAction, Measure, Milestone, Objective, Officer, Priority, Problem, Read, Reader,
    ReportOutlook, Risk, Rows, Rule, Section, Statement, StrategicIssue, TargetReview, Unknown,
    VarianceRule,
};
use crate::terms::{Date, ObjectiveRule, Period, ReportKind};

record! {
    /// A report: everything that one file holds.
    Report: "a report" {
        /// Where the format's schema is, for editors that check while one types.
        "$schema" may schema_address: Text,
        /// Says that this is a quarter file: "quarterlight".
        "format" need format: FormatName,
        /// The version of the format: 1.
        "version" need version: FormatVersion,
        /// The council.
        "organisation" need organisation: Text,
        /// The directorate.
        "directorate" need directorate: Text,
        /// The report's title.
        "title" part title: Text,
        /// What kind of report it is; left out, a quarterly one.
        "kind" may kind: ReportKind,
        /// The quarter, "2019/20 Q2", or the years of a plan.
        "period" need period: Period,
        /// When it was published.
        "published" part published: Date,
        /// What the report calls things, where its words differ.
        "labels" part labels: Labels,
        /// The rule for progress; left out, the status is the year-end outlook.
        "rule" may rule: Rule,
        /// How year-end outlooks are worked out; left out, with the ranges of the house.
        "outlook" may outlook: ReportOutlook,
        /// The rule by which rows give their objective a status of its own; left out, it has none.
        "objective_status" part objective_status: ObjectiveRule,
        /// The key to officers.
        "officers" rows officers: Officer,
        /// The council's priorities.
        "corporate_priorities" rows corporate_priorities: Priority,
        /// Objectives, priorities or themes in the order of the report.
        "objectives" rows objectives: Objective,
        /// Measures in the order of the report.
        "measures" rows measures: Rc<Measure>,
        /// Milestones in the order of the report.
        "milestones" rows milestones: Milestone,
        /// Narrative sections.
        "narrative" rows narrative: Section,
        /// Risks.
        "risks" rows risks: Risk,
        /// Equality actions.
        "equality_actions" rows equality_actions: EqualityAction,
        /// The rule by which lines of financial statements have a status; left out, they have none.
        "finance_rule" may finance_rule: VarianceRule,
        /// Financial statements.
        "finance" rows finance: Statement,
        /// The strategic issues table.
        "strategic_issues" rows strategic_issues: StrategicIssue,
        /// Targets under review.
        "target_reviews" rows target_reviews: TargetReview,
        /// Notes on the report as a whole, such as doubts and contradictions met in it.
        "notes" many notes: Text,
    }
}

impl Report {
    /// A report that holds nothing.
    #[must_use]
    pub fn empty(period: Period) -> Self {
        Self {
            schema_address: None,
            format: FormatName,
            version: FormatVersion,
            organisation: String::new(),
            directorate: String::new(),
            title: None,
            kind: None,
            period,
            published: None,
            labels: None,
            rule: None,
            outlook: None,
            objective_status: None,
            officers: Rows::default(),
            corporate_priorities: Rows::default(),
            objectives: Rows::default(),
            measures: Rows::default(),
            milestones: Rows::default(),
            narrative: Rows::default(),
            risks: Rows::default(),
            equality_actions: Rows::default(),
            finance_rule: None,
            finance: Rows::default(),
            strategic_issues: Rows::default(),
            target_reviews: Rows::default(),
            notes: Vec::new(),
            unknown: Unknown::default(),
        }
    }
}

record! {
    /// What a report calls things, where its words differ.
    #[derive(Default)]
    Labels: "labels" {
        /// In place of "Objective".
        "objective" may objective: Text,
        /// In place of "Measure".
        "measure" may measure: Text,
        /// In place of "Milestone".
        "milestone" may milestone: Text,
    }
}

/// The word "quarterlight".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatName;

impl FormatName {
    /// The word.
    pub const WORD: &'static str = "quarterlight";
}

impl Form for FormatName {
    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        let offset = reader.offset();
        if reader.text("the word \"quarterlight\"")? == Self::WORD {
            Ok(Self)
        } else {
            reader.refuse_read(offset, Problem::NotAReport)
        }
    }

    fn schema(_: &mut Book) -> Json {
        json!({ "const": Self::WORD })
    }
}

impl Serialize for FormatName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(Self::WORD)
    }
}

/// The version of the format: 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatVersion;

impl Form for FormatVersion {
    fn read(reader: &mut Reader<'_>) -> Read<Self> {
        let offset = reader.offset();
        let version = reader.amount()?.to_string();
        if version == super::VERSION.to_string() {
            Ok(Self)
        } else {
            reader.refuse_read(offset, Problem::Version(version))
        }
    }

    fn schema(_: &mut Book) -> Json {
        json!({ "const": super::VERSION })
    }
}

impl Serialize for FormatVersion {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(super::VERSION)
    }
}
