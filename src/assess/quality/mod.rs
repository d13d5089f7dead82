//! What looks wrong in a report's figures and words: doubts, each with its place and what to do about it.
//!
//! A doubt is not an error. The file can be read and what it says is possible, but a performance officer
//! would ask. So a check says what it saw with the figures, and keeps quiet where chance or an explanation in
//! the row will do; each file here gives its bounds and why they are there.

mod case;
mod commented;
mod doubt;
mod falls;
mod finance;
mod judged;
mod overdue;
mod percent;
mod quoted;
mod repeated;
mod slip;
mod sums;
mod unit;
mod words;
mod zero;

use std::collections::BTreeSet;

use case::{Case, MilestoneCase};
use doubt::Concern;
pub use doubt::{Doubt, DoubtKind, Subject};

use super::{Assessment, reported};
use crate::document::all_objectives;
use crate::model::{History, Join, Report};

/// Every check of a measure, in the order in which a row's doubts stand.
const OF_A_MEASURE: [fn(&Case<'_>) -> Vec<Concern>; 11] = [
    slip::slip,
    unit::changed,
    percent::over_hundred,
    falls::falls,
    zero::missing,
    zero::target,
    sums::sums,
    repeated::repeated,
    judged::measure,
    commented::measure,
    quoted::quoted,
];

/// Every check of a milestone.
const OF_A_MILESTONE: [fn(&MilestoneCase<'_>) -> Vec<Concern>; 3] =
    [overdue::overdue, judged::milestone, commented::milestone];

/// What looks wrong in a report, in the order of its measures, its milestones and its financial statements.
///
/// The other reports of the history say what a figure was; the assessment says what is off course.
#[must_use]
pub fn quality(history: &History, report: usize, assessment: &Assessment) -> Vec<Doubt> {
    let Some(this) = history.reports().get(report) else { return Vec::new() };
    let this: &Report = this;
    let all_joins = if history.reports().len() > 1 { history.joins(report) } else { Vec::new() };
    let commented = commented_objectives(this);
    let is_commented =
        |objective: Option<&String>| objective.is_some_and(|id| commented.contains(id.as_str()));
    let mut doubts = Vec::new();
    let mut joins = all_joins.as_slice();
    for (index, measure) in this.measures.iter().enumerate() {
        let case = Case {
            history,
            report: this,
            measure,
            joins: taken(&mut joins, index),
            progress: reported::measure_progress(assessment, index),
            direction: reported::measure_direction(assessment, index),
            objective_is_commented: is_commented(measure.objective.as_ref()),
        };
        let concerns = OF_A_MEASURE.iter().flat_map(|check| check(&case));
        doubts.extend(concerns.map(|concern| Doubt {
            subject: Subject::Measure(index),
            reference: measure.reference.clone(),
            title: measure.title.clone(),
            kind: concern.kind,
            what: concern.what,
            remedy: concern.remedy,
        }));
    }
    for (index, (_, milestone)) in this.milestones.iter().enumerate() {
        let case = MilestoneCase {
            report: this,
            milestone,
            progress: reported::milestone_progress(assessment, index),
            objective_is_commented: is_commented(milestone.objective.as_ref()),
        };
        let concerns = OF_A_MILESTONE.iter().flat_map(|check| check(&case));
        doubts.extend(concerns.map(|concern| Doubt {
            subject: Subject::Milestone(index),
            reference: milestone.reference.clone(),
            title: milestone.title.clone(),
            kind: concern.kind,
            what: concern.what,
            remedy: concern.remedy,
        }));
    }
    for (index, statement) in this.document.finance.iter().enumerate() {
        doubts.extend(finance::statement(statement).into_iter().map(|concern| Doubt {
            subject: Subject::Statement(index),
            reference: None,
            title: statement.title.clone(),
            kind: concern.kind,
            what: concern.what,
            remedy: concern.remedy,
        }));
    }
    doubts
}

/// The joins of one measure, off the front of all of them: they are in the order of the measures.
fn taken<'j>(joins: &mut &'j [Join], measure: usize) -> &'j [Join] {
    let end = joins.iter().take_while(|join| join.measure == measure).count();
    let (mine, rest) = joins.split_at(end);
    *joins = rest;
    mine
}

fn commented_objectives(report: &Report) -> BTreeSet<&str> {
    all_objectives(&report.document.objectives)
        .into_iter()
        .filter(|objective| !objective.commentary.is_empty())
        .map(|objective| objective.id.as_str())
        .collect()
}
