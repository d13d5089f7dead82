//! A report, checked.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::{Measure, Rule};
use crate::document::{self, Milestone, Objective, Path, Problem, Rows, all_objectives, nearest};
use crate::terms::{Period, ReportKind};

/// A report whose rows are known to make sense.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The name of the file that it came from.
    pub file: String,
    /// The council.
    pub organisation: String,
    /// The directorate.
    pub directorate: String,
    /// What it is for.
    pub period: Period,
    /// What kind of report it is.
    pub kind: ReportKind,
    /// The rule for progress; none where the file's contradicts itself, and then nothing is judged by it.
    pub rule: Option<Rule>,
    /// Objectives, priorities or themes with the rows that stand under them.
    pub groups: Vec<Group>,
    /// The measures, in the order of the file.
    pub measures: Vec<Measure>,
    /// The milestones, in the order of the file, each with its place in the file's list.
    pub milestones: Vec<(usize, Milestone)>,
    /// How many rows could not be read.
    pub unread: usize,
    /// Everything that the file says.
    pub document: Rc<document::Report>,
}

/// An objective, priority or theme, and the rows that stand under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its id; none for the rows that stand under nothing.
    pub id: Option<String>,
    /// The printed reference.
    pub reference: Option<String>,
    /// The title.
    pub title: String,
    /// Indexes into the report's measures.
    pub measures: Vec<usize>,
    /// Indexes into the report's milestones.
    pub milestones: Vec<usize>,
}

impl Report {
    /// Checks what a file says. Rows that contradict themselves are left out, counted and listed.
    #[must_use]
    pub fn from_document(
        file: &str,
        document: Rc<document::Report>,
    ) -> (Self, Vec<(Path, Problem)>) {
        let mut checking = Checking::new(document);
        checking.step(usize::MAX);
        checking.finish(file)
    }
}

/// A report whose rows are being checked.
#[derive(Debug)]
pub(super) struct Checking {
    document: Rc<document::Report>,
    rule: Option<Rule>,
    next: usize,
    measures: Vec<Measure>,
    unread: usize,
    ids: Ids,
    found: Vec<(Path, Problem)>,
}

impl Checking {
    /// Before the first row.
    pub(super) fn new(document: Rc<document::Report>) -> Self {
        let mut found = Vec::new();
        let rule = match document.rule.as_ref().map(Rule::from_document) {
            None => Some(Rule::MET_OR_NOT),
            Some(Ok(rule)) => Some(rule),
            Some(Err(problem)) => {
                found.push((Path::default().key("rule"), problem));
                None
            }
        };
        let unread = unread_rows(&document);
        let measures = Vec::with_capacity(document.measures.rows.len());
        Self { document, rule, next: 0, measures, unread, ids: Ids::default(), found }
    }

    /// How many measures have been checked.
    pub(super) fn rows(&self) -> usize {
        self.next
    }

    /// Checks at most so many measures and says whether there are more.
    pub(super) fn step(&mut self, rows: usize) -> bool {
        let all = &self.document.measures.rows;
        let end = self.next.saturating_add(rows).min(all.len());
        let year = self.document.period.year().previous();
        for (row, measure) in &all[self.next..end] {
            let place = || Path::default().key("measures").index(*row);
            let id = self.ids.check("measure", measure.id.as_deref(), place);
            match (Measure::from_document(*row, measure), id) {
                (Ok(measure), Ok(())) => self.measures.push(measure.with_last_year(year)),
                (checked, id) => {
                    self.found.extend(id.err());
                    self.found.extend(checked.err().into_iter().flatten());
                    self.unread += 1;
                }
            }
        }
        self.next = end;
        end < all.len()
    }

    /// Checks what is left beside the measures.
    pub(super) fn finish(self, file: &str) -> (Report, Vec<(Path, Problem)>) {
        let Self { document, rule, measures, mut unread, mut ids, mut found, .. } = self;
        let mut milestones = Vec::new();
        for (row, milestone) in &document.milestones.rows {
            let place = || Path::default().key("milestones").index(*row);
            match ids.check("milestone", milestone.id.as_deref(), place) {
                Ok(()) => milestones.push((*row, milestone.clone())),
                Err(problem) => {
                    found.push(problem);
                    unread += 1;
                }
            }
        }
        let objectives = objectives(&document.objectives, &mut ids, &mut found);
        unread += all_objectives(&document.objectives).len() - objectives.len();
        let groups = groups(&objectives, &measures, &milestones, &mut found);
        let report = Report {
            file: file.to_owned(),
            organisation: document.organisation.clone(),
            directorate: document.directorate.clone(),
            period: document.period,
            kind: document.kind.unwrap_or(ReportKind::Quarterly),
            rule,
            groups,
            measures,
            milestones,
            unread,
            document,
        };
        (report, found)
    }
}

fn unread_rows(document: &document::Report) -> usize {
    let within: usize =
        all_objectives(&document.objectives).iter().map(|o| o.objectives.unread).sum();
    document.measures.unread
        + document.milestones.unread
        + document.objectives.unread
        + within
        + document.officers.unread
        + document.corporate_priorities.unread
        + document.narrative.unread
        + document.risks.unread
        + document.equality_actions.unread
        + document.finance.unread
        + document.strategic_issues.unread
        + document.target_reviews.unread
}

/// The ids of a file, each kind on its own, with where they first stood.
#[derive(Debug, Default)]
struct Ids(HashMap<(&'static str, String), Path>);

impl Ids {
    fn check(
        &mut self,
        called: &'static str,
        id: Option<&str>,
        place: impl FnOnce() -> Path,
    ) -> Result<(), (Path, Problem)> {
        let Some(id) = id else { return Ok(()) };
        match self.0.entry((called, id.to_owned())) {
            Entry::Vacant(entry) => {
                entry.insert(place());
                Ok(())
            }
            Entry::Occupied(first) => {
                let (id, first) = (id.to_owned(), first.get().to_string());
                Err((place().key("id"), Problem::RepeatedId { id, called, first }))
            }
        }
    }
}

/// Every objective with an id of its own, depth first, in the order of the file.
fn objectives<'d>(
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
        match ids.check("objective", Some(&objective.id), || place.clone()) {
            Ok(()) => kept.push(objective),
            Err(problem) => found.push(problem),
        }
        waiting.append(&mut within(&objective.objectives, &place));
    }
    kept
}

fn groups(
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
        let group = group_of(measure.objective.as_deref(), "measures", measure.row);
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
