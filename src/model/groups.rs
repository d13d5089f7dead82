//! Objectives, and the rows that stand under each.

use std::collections::BTreeMap;

use super::Measure;
use super::ids::{First, Ids};
use super::report::Group;
use crate::document::{Milestone, Objective, Path, Problem, Rows, nearest};

/// Every objective with an id of its own, depth first, in the order of the file.
pub(super) fn objectives<'d>(
    top: &'d Rows<Objective>,
    ids: &mut Ids,
    found: &mut Vec<(Path, Problem)>,
) -> Vec<&'d Objective> {
    let within = |rows: &'d Rows<Objective>, place: &Path| -> Vec<(Path, &'d Objective)> {
        let list = place.key("objectives");
        rows.rows.iter().rev().map(|(row, objective)| (list.index(*row), objective)).collect()
    };
    let mut kept = Vec::new();
    let mut waiting = within(top, &Path::default());
    while let Some((place, objective)) = waiting.pop() {
        match ids.check("objective", Some(&objective.id), First::Within(place.clone())) {
            Ok(()) => kept.push(objective),
            Err(problem) => found.push(problem),
        }
        waiting.append(&mut within(&objective.objectives, &place));
    }
    kept
}

pub(super) fn groups(
    objectives: &[&Objective],
    measures: &[Measure],
    milestones: &[(usize, Milestone)],
    found: &mut Vec<(Path, Problem)>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = objectives
        .iter()
        .map(|objective| Group {
            id: Some(objective.id.clone()),
            reference: objective.reference.clone(),
            title: objective.title.clone(),
            measures: Vec::new(),
            milestones: Vec::new(),
        })
        .collect();
    let mut place_of = BTreeMap::new();
    for (index, objective) in objectives.iter().enumerate() {
        place_of.insert(objective.id.as_str(), index);
    }
    let rest = groups.len();
    groups.push(Group {
        id: None,
        reference: None,
        title: "Under no objective".to_owned(),
        measures: Vec::new(),
        milestones: Vec::new(),
    });
    let mut group_of = |objective: Option<&str>, list: &str, row: usize| {
        let Some(id) = objective else { return rest };
        place_of.get(id).copied().unwrap_or_else(|| {
            let meant = nearest(id, place_of.keys().copied()).map(str::to_owned);
            let place = Path::default().key(list).index(row).key("objective");
            found
                .push((place, Problem::Dangling { id: id.to_owned(), called: "objective", meant }));
            rest
        })
    };
    for (index, measure) in measures.iter().enumerate() {
        let group = group_of(measure.said.objective.as_deref(), "measures", measure.row);
        groups[group].measures.push(index);
    }
    for (index, (row, milestone)) in milestones.iter().enumerate() {
        let group = group_of(milestone.objective.as_deref(), "milestones", *row);
        groups[group].milestones.push(index);
    }
    if groups[rest].measures.is_empty() && groups[rest].milestones.is_empty() {
        groups.pop();
    }
    groups
}
