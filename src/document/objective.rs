//! Objectives, priorities, themes and what else a report groups its rows by.

use super::leaf::Text;
use super::record::record;
use super::{Commentary, Published, Rows, Rule};
use crate::terms::Rating;

record! {
    /// A service objective, a local priority, a theme or a department.
    Objective: "an objective" {
        /// What rows refer to it by.
        "id" need id: Text,
        /// The printed reference.
        "ref" may reference: Text,
        /// The title as printed.
        "title" need title: Text,
        /// The department it belongs to.
        "department" may department: Text,
        /// The ids of the corporate priorities that it serves.
        "corporate_priorities" many corporate_priorities: Text,
        /// The corporate area of focus that it serves.
        "area_of_focus" may area_of_focus: Text,
        /// The titles of the officers who answer for it.
        "responsible" many responsible: Text,
        /// Its risk before and after mitigation.
        "risk" may risk: RiskRating,
        /// The references of measures linked to it.
        "linked_measures" many linked_measures: Text,
        /// Why no measure is linked, or what the link says beside references.
        "linked_note" may linked_note: Text,
        /// The rule for the measures that stand under it, where it is not the report's.
        "rule" may rule: Rule,
        /// Objectives within it.
        "objectives" rows objectives: Objective,
        /// What the source printed of its status as a whole.
        "published" may published: Published,
        /// Commentary; a text on its own will do.
        "commentary" many commentary: Commentary,
        /// A note on the objective.
        "note" may note: Text,
    }
}

record! {
    /// A risk before and after mitigation.
    RiskRating: "a pair of risk ratings" {
        /// Before mitigation.
        "initial" may initial: Rating,
        /// After mitigation.
        "residual" may residual: Rating,
    }
}

record! {
    /// A corporate priority.
    Priority: "a corporate priority" {
        /// What objectives refer to it by.
        "id" need id: Text,
        /// The printed number or reference.
        "ref" may reference: Text,
        /// The title.
        "title" need title: Text,
    }
}

/// Every objective with those within it, depth first, in the order of the file.
#[must_use]
pub fn all_objectives(objectives: &Rows<Objective>) -> Vec<&Objective> {
    let mut all = Vec::new();
    let mut waiting: Vec<&Objective> = objectives.iter().collect();
    waiting.reverse();
    while let Some(objective) = waiting.pop() {
        all.push(objective);
        let mut within: Vec<&Objective> = objective.objectives.iter().collect();
        within.reverse();
        waiting.append(&mut within);
    }
    all
}
