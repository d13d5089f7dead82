//! What looks wrong in a report's figures and words: doubts, each with its place and what to do about it.
//!
//! A doubt is not an error. The file can be read and what it says is possible, but a performance officer
//! would ask. So a check says what it saw with the figures, and keeps quiet where chance or an explanation in
//! the row will do; each file here gives its bounds and why they are there.

mod astray;
mod case;
mod commented;
mod dated;
mod doubt;
mod falls;
mod finance;
mod judged;
mod level;
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

pub(super) use sums::slack;

use super::finance::Accounts;
use super::{Assessment, Tokens, reported};
use crate::document::all_objectives;
use crate::model::{History, Report};

/// Every check of a measure, in the order in which a row's doubts stand.
const OF_A_MEASURE: [fn(&Case<'_>) -> Vec<Concern>; 12] = [
    slip::slip,
    unit::changed,
    percent::over_hundred,
    percent::below_zero,
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
    let mut quality = Quality::default();
    while quality.step(history, report, assessment, usize::MAX) {}
    quality.doubts
}

/// What looks wrong in a report, as far as it has been looked through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// The doubts so far.
    pub doubts: Vec<Doubt>,
    /// How many measures have been looked at.
    measures: usize,
}

impl Quality {
    /// Looks at so many measures more, at most, and says whether there is more to do.
    pub fn step(
        &mut self,
        history: &History,
        report: usize,
        assessment: &Assessment,
        rows: usize,
    ) -> bool {
        let Some(this) = history.reports().get(report) else { return false };
        let this: &Report = this;
        let commented = commented_objectives(this);
        let is_commented = |objective: Option<&String>| {
            objective.is_some_and(|id| commented.contains(id.as_str()))
        };
        let start = self.measures;
        if start == this.measures.len() {
            self.look_at_the_rest(this, (history, report, assessment), is_commented);
            return false;
        }
        let end = start.saturating_add(rows).min(this.measures.len());
        for (index, measure) in this.measures.iter().enumerate().take(end).skip(start) {
            let case = Case {
                history,
                report: this,
                measure,
                joins: history.joins_of_measure(report, index),
                judged: assessment.measures.get(index),
                objective_is_commented: is_commented(measure.said.objective.as_ref()),
            };
            let concerns = OF_A_MEASURE.iter().flat_map(|check| check(&case));
            let named = (measure.said.reference.as_ref(), measure.said.title.as_str());
            self.doubts.extend(concerns.map(|one| Doubt::new(Subject::Measure(index), named, one)));
        }
        self.measures = end;
        true
    }

    fn look_at_the_rest(
        &mut self,
        this: &Report,
        (history, report, assessment): (&History, usize, &Assessment),
        is_commented: impl Fn(Option<&String>) -> bool,
    ) {
        for (index, (_, milestone)) in this.milestones.iter().enumerate() {
            let case = MilestoneCase {
                report: this,
                milestone,
                progress: reported::milestone_progress(assessment, index),
                objective_is_commented: is_commented(milestone.objective.as_ref()),
            };
            let concerns = OF_A_MILESTONE.iter().flat_map(|check| check(&case));
            let named = (milestone.reference.as_ref(), milestone.title.as_str());
            self.doubts
                .extend(concerns.map(|one| Doubt::new(Subject::Milestone(index), named, one)));
        }
        let accounts = Accounts::of(this);
        for (index, statement) in this.finance.iter().enumerate() {
            let concerns = finance::statement(this, &accounts, index).into_iter();
            let named = (None, statement.title.as_str());
            self.doubts
                .extend(concerns.map(|one| Doubt::new(Subject::Statement(index), named, one)));
        }
        self.doubts.extend(astray::astray(this, &Tokens::of(history, report, assessment)));
        // Stable, so that the doubts of a row keep their order.
        self.doubts.sort_by_key(|doubt| doubt.subject);
    }
}

fn commented_objectives(report: &Report) -> BTreeSet<&str> {
    all_objectives(&report.document.objectives)
        .into_iter()
        .filter(|objective| !objective.commentary.is_empty())
        .map(|objective| objective.id.as_str())
        .collect()
}
