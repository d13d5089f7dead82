//! A report, checked.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::beside;
use super::finance::{Checked, checked};
use super::groups::{groups, objectives};
use super::ids::{First, Ids};
use super::sound::{doubts, unfit, unfit_for_some};
use super::{Measure, Ranges, Rule, Statement};
use crate::document::{self, Milestone, Objective, Path, Problem, Rows, all_objectives};
use crate::terms::{FinancialYear, Period, Quarter, ReportKind};

/// A report whose rows are known to make sense.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The name of the file that it came from.
    pub file: String,
    /// Differs between files that say different things; 0 where there is no file.
    pub fingerprint: u64,
    /// The council.
    pub organisation: String,
    /// The directorate.
    pub directorate: String,
    /// What it is for.
    pub period: Period,
    /// Whether its years are those of the calendar.
    pub years: Years,
    /// What kind of report it is.
    pub kind: ReportKind,
    /// The rule for progress; none where the file's could not be read, and then nothing is judged by it.
    pub rule: Option<Rc<Rule>>,
    /// The organisation's ranges for year-end outlooks; none where one of them makes no sense, and then no
    /// outlook is judged by them.
    pub ranges: Option<Ranges>,
    /// Objectives, priorities or themes with the rows that stand under them.
    pub groups: Vec<Group>,
    /// The measures, in the order of the file.
    pub measures: Vec<Measure>,
    /// The milestones, in the order of the file, each with its place in the file's list.
    pub milestones: Vec<(usize, Milestone)>,
    /// The financial statements, in the order of the file.
    pub finance: Vec<Statement>,
    /// How many rows could not be read.
    pub unread: usize,
    /// Everything that the file says.
    pub document: Rc<document::Report>,
}

/// What the years of a report's periods are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Years {
    /// Years of the calendar: 2019/20.
    Named,
    /// This year and those before it, as in a calculation that is made without a date.
    Relative,
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
    /// What a quarter is called in a sentence: "2018/19 Q2", or "Quarter 2 of the year before".
    #[must_use]
    pub fn quarter_name(&self, quarter: Quarter) -> String {
        match self.years {
            Years::Named => quarter.to_string(),
            Years::Relative => {
                format!("Quarter {} of {}", quarter.number.number(), self.year_name(quarter.year))
            }
        }
    }

    /// What a year is called in a sentence: "2018/19", or "the year before".
    #[must_use]
    pub fn year_name(&self, year: FinancialYear) -> String {
        match (self.years, self.period.year().start() - year.start()) {
            (Years::Named, _) => year.to_string(),
            (Years::Relative, 0) => "this year".to_owned(),
            (Years::Relative, 1) => "the year before".to_owned(),
            (Years::Relative, years) => format!("the year {years} years before"),
        }
    }

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
    rule: Option<Rc<Rule>>,
    ranges: Option<Ranges>,
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
        let top = Path::default();
        let rule = match &document.rule {
            None => Some(Rc::new(Rule::default())),
            Some(rule) => checked_rule(rule, &top.key("rule"), &mut found),
        };
        let ranges = document.outlook.as_ref().and_then(|outlook| outlook.range.as_ref());
        let ranges = match ranges.map(Ranges::from_document) {
            None => Some(Ranges::default()),
            Some(Ok(ranges)) => Some(ranges),
            Some(Err(problem)) => {
                found.push((top.key("outlook").key("range"), problem));
                None
            }
        };
        let unread = unread_rows(&document);
        let measures = Vec::with_capacity(document.measures.rows.len());
        Self { document, rule, ranges, next: 0, measures, unread, ids: Ids::default(), found }
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
            let first = First::Row("measures", *row);
            let id = self.ids.check("measure", measure.id.as_deref(), first);
            let figures = measure.figures.as_ref();
            match Measure::from_document(*row, measure) {
                Ok(mut measure) if id.is_ok() => {
                    if let Some(rule) = &measure.rule {
                        let place = place().key("rule");
                        self.found.extend(doubts(rule, &place));
                        self.found.extend(unfit(rule, &measure, &place));
                    }
                    self.found.extend(measure.target.doubt().map(|(key, problem)| {
                        (place().key("figures").key("target").key(key), problem)
                    }));
                    measure.take_last_year(year);
                    self.measures.push(measure);
                    if let Some(figures) = figures {
                        beside::of_figures(figures, || place().key("figures"), &mut self.found);
                    }
                }
                checked => {
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
        let Self { document, rule, ranges, mut measures, mut unread, mut ids, mut found, .. } =
            self;
        let mut milestones = Vec::new();
        for (row, milestone) in &document.milestones.rows {
            let first = First::Row("milestones", *row);
            match ids.check("milestone", milestone.id.as_deref(), first) {
                Ok(()) => {
                    beside::of_milestone(milestone, *row, &mut found);
                    milestones.push((*row, milestone.clone()));
                }
                Err(problem) => {
                    found.push(problem);
                    unread += 1;
                }
            }
        }
        beside::of_narrative(&document.narrative, &mut found);
        let objectives = objectives(&document.objectives, &mut ids, &mut found);
        unread += all_objectives(&document.objectives).len() - objectives.len();
        let groups = groups(&objectives, &measures, &milestones, &mut found);
        let Checked { statements: finance, unread: contradictory, found: problems } =
            checked(&document);
        unread += contradictory;
        found.extend(problems);
        let (rules, mut written) = objective_rules(&document.objectives, rule.as_ref(), &mut found);
        written.extend(rule.iter().map(|rule| (Path::default().key("rule"), Rc::clone(rule))));
        for measure in measures.iter_mut().filter(|measure| measure.rule.is_none()) {
            let objective = measure.said.objective.as_deref().and_then(|id| rules.get(id));
            measure.rule = objective.unwrap_or(&rule).clone();
        }
        found.extend(written.iter().filter_map(|(at, rule)| unfit_for_some(rule, &measures, at)));
        let report = Report {
            file: file.to_owned(),
            fingerprint: 0,
            organisation: document.organisation.clone(),
            directorate: document.directorate.clone(),
            period: document.period,
            years: Years::Named,
            kind: document.kind.unwrap_or(ReportKind::Quarterly),
            rule,
            ranges,
            groups,
            measures,
            milestones,
            finance,
            unread,
            document,
        };
        (report, found)
    }
}

fn checked_rule(
    rule: &document::Rule,
    place: &Path,
    found: &mut Vec<(Path, Problem)>,
) -> Option<Rc<Rule>> {
    match Rule::from_document(rule) {
        Ok(rule) => {
            found.extend(doubts(&rule, place));
            Some(Rc::new(rule))
        }
        Err(problem) => {
            found.push((place.clone(), problem));
            None
        }
    }
}

/// Rules that stand in the file, each with its place.
type Written = Vec<(Path, Rc<Rule>)>;

/// The rule for the measures under each objective: its own, or that of what it stands under; and those that stand in the
/// file.
fn objective_rules<'d>(
    top: &'d Rows<Objective>,
    report: Option<&Rc<Rule>>,
    found: &mut Vec<(Path, Problem)>,
) -> (BTreeMap<&'d str, Option<Rc<Rule>>>, Written) {
    let (mut rules, mut written) = (BTreeMap::new(), Vec::new());
    let mut waiting = vec![(top, Path::default().key("objectives"), report.cloned())];
    while let Some((rows, list, above)) = waiting.pop() {
        for (row, objective) in &rows.rows {
            let place = list.index(*row);
            let rule = match &objective.rule {
                None => above.clone(),
                Some(rule) => {
                    let place = place.key("rule");
                    let rule = checked_rule(rule, &place, found);
                    written.extend(rule.clone().map(|rule| (place, rule)));
                    rule
                }
            };
            waiting.push((&objective.objectives, place.key("objectives"), rule.clone()));
            rules.entry(objective.id.as_str()).or_insert(rule);
        }
    }
    (rules, written)
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
