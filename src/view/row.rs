//! The rows of the report's tables.

use super::Cell;
use super::chart::Sparkline;
use super::quality::{DoubtView, doubt_view};
use super::what_if::WhatIfView;
use crate::app::{Place, Row};
use crate::assess::{Derivation, Direction, Doubt, Judged, Progress, Verdict};
use crate::document::{Commentary, Milestone};
use crate::model::{Measure, Past, Report, Rule, Value};
use crate::terms::{Keyword, Reported};

/// A status with the word for it and, where there is none, the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status<S> {
    /// The status.
    pub status: S,
    /// The word: the organisation's own, where it has one.
    pub word: String,
    /// Why there is none, in a word or two.
    pub reason: Option<&'static str>,
}

/// A row of a table of measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRow {
    /// Which row it is.
    pub row: Row,
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// Its page.
    pub place: Place,
    /// What the row's buttons call it: its reference or, without one, its title.
    pub called: String,
    /// The unit of every figure of the row, where it is too long to stand in each cell.
    pub unit: Option<String>,
    /// Last year's actual.
    pub last_year: Cell,
    /// This year's target.
    pub target: Cell,
    /// The current value.
    pub current: Cell,
    /// Its last quarters, small; nothing in a plan.
    pub line: Option<Sparkline>,
    /// Direction of travel.
    pub direction: Status<Direction>,
    /// Progress: what the rule reports.
    pub progress: Status<Progress>,
    /// What the rule does not report, with its label: the position now beside the outlook, or the other way
    /// round; nothing where neither can be given.
    pub beside: Option<(&'static str, Status<Progress>)>,
    /// What stands under the row.
    pub below: Below,
}

/// A row of a table of milestones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MilestoneRow {
    /// Which row it is.
    pub row: Row,
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// What the row's buttons call it: its reference or, without one, its title.
    pub called: String,
    /// When it is due.
    pub due: String,
    /// Progress.
    pub progress: Status<Progress>,
    /// What stands under the row.
    pub below: Below,
}

/// What stands under a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Below {
    /// Commentary and notes.
    pub commentary: Vec<Remark>,
    /// Whether the commentary is long, so that only its start is shown at first.
    pub is_long: bool,
    /// Whether a long commentary is shown in full.
    pub in_full: bool,
    /// Whether there is anything to explain or to add.
    pub can_open: bool,
    /// How the statuses were reached, if that is open.
    pub why: Option<Why>,
}

/// A paragraph under a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// What it is: "Note", "Data"; nothing for plain commentary.
    pub label: Option<&'static str>,
    /// The words.
    pub text: String,
    /// Who signed it.
    pub by: Option<String>,
}

/// How the statuses of a row were reached, and what else is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Each verdict's derivation with its heading.
    pub derivations: Vec<(&'static str, Derivation)>,
    /// What the remaining quarters have to bring and, if they brought what is typed, what would come of it.
    pub what_if: Option<WhatIfView>,
    /// What looks wrong in the row.
    pub doubts: Vec<DoubtView>,
    /// What else is known: owner, source, basis, published status, related figures.
    pub facts: Vec<(String, String)>,
}

/// More characters than three lines of a table hold.
const LONG: usize = 320;

pub(super) fn measure_row(
    report: &Report,
    index: usize,
    joined_last_year: &Past,
    (judged, rule): (&Judged, Option<&Rule>),
    doubts: &[Doubt],
    place: Place,
    (open, in_full): (bool, bool),
) -> MeasureRow {
    let measure = &report.measures[index];
    let direction = judged.direction();
    let why = open.then(|| Why {
        derivations: unless_plan(report, derivations(judged)),
        what_if: None,
        doubts: doubts.iter().map(doubt_view).collect(),
        facts: measure_facts(report, measure),
    });
    MeasureRow {
        row: Row::Measure(index),
        reference: measure.reference.clone().unwrap_or_default(),
        title: measure.title.clone(),
        place,
        called: measure.reference.clone().unwrap_or_else(|| measure.title.clone()),
        unit: super::cell::row_unit(measure),
        last_year: Cell::of_last_year(measure, joined_last_year),
        target: Cell::of_target(measure),
        current: Cell::of_value(measure, &measure.current),
        line: None,
        direction: Status {
            status: direction.status(),
            word: super::direction_word(direction.status()).to_owned(),
            reason: direction.reason(),
        },
        progress: progress_status(rule, judged.progress()),
        beside: beside(judged),
        below: below(&measure.commentary, measure.note.as_deref(), (true, in_full), why),
    }
}

pub(super) fn milestone_row(
    report: &Report,
    index: usize,
    progress: &Verdict<Progress>,
    doubts: &[Doubt],
    (open, in_full): (bool, bool),
) -> MilestoneRow {
    let milestone = &report.milestones[index].1;
    let facts = milestone_facts(milestone);
    let can_open = report.period.quarter().is_some() || !facts.is_empty() || !doubts.is_empty();
    let why = (open && can_open).then(|| Why {
        derivations: unless_plan(report, vec![("Progress", progress.derivation().clone())]),
        what_if: None,
        doubts: doubts.iter().map(doubt_view).collect(),
        facts,
    });
    MilestoneRow {
        row: Row::Milestone(index),
        reference: milestone.reference.clone().unwrap_or_default(),
        title: milestone.title.clone(),
        called: milestone.reference.clone().unwrap_or_else(|| milestone.title.clone()),
        due: milestone.due.as_ref().map_or_else(|| "No date given".to_owned(), ToString::to_string),
        progress: progress_status(None, progress),
        below: below(&milestone.commentary, milestone.note.as_deref(), (can_open, in_full), why),
    }
}

/// The answer that is not the status: the organisation's names are for the one that is. Of one that cannot be given, the reason stands in its derivation.
fn beside(judged: &Judged) -> Option<(&'static str, Status<Progress>)> {
    let (label, verdict) = match judged.reports {
        Reported::Outlook => ("Position now", &judged.position),
        Reported::Position | Reported::Judgement => ("Year-end outlook", &judged.outlook.verdict),
    };
    // Where neither can be given, the reason is said once.
    let is_said = judged.progress().status().is_rated() || verdict.status().is_rated();
    is_said.then(|| (label, Status { reason: None, ..progress_status(None, verdict) }))
}

pub(super) fn derivations(judged: &Judged) -> Vec<(&'static str, Derivation)> {
    let mut all = Vec::new();
    let judgement = judged.judgement.as_ref();
    all.extend(judgement.map(|one| ("An officer's judgement", one.derivation().clone())));
    all.push(("Position now", judged.position.derivation().clone()));
    all.push(("Year-end outlook", judged.outlook.verdict.derivation().clone()));
    all.push(("Direction of travel", judged.direction().derivation().clone()));
    all.extend(
        judged
            .further
            .iter()
            .map(|further| ("Further direction", further.verdict.derivation().clone())),
    );
    all
}

/// A plan's rows are not judged, so there is nothing to derive.
fn unless_plan(
    report: &Report,
    derivations: Vec<(&'static str, Derivation)>,
) -> Vec<(&'static str, Derivation)> {
    if report.period.quarter().is_some() { derivations } else { Vec::new() }
}

/// One of the answers, whether or not it is the status. A rule's names are for the answer that it reports: an
/// outlook is not "below floor".
pub(super) fn answer_status(
    rule: Option<&Rule>,
    answer: Reported,
    verdict: &Verdict<Progress>,
) -> Status<Progress> {
    progress_status(rule.filter(|rule| rule.reports == answer), verdict)
}

pub(super) fn progress_status(
    rule: Option<&Rule>,
    verdict: &Verdict<Progress>,
) -> Status<Progress> {
    let word = rule.and_then(|rule| rule.name_of(verdict.status()));
    Status {
        status: verdict.status(),
        word: word.unwrap_or(super::progress_word(verdict.status())).to_owned(),
        reason: verdict.reason(),
    }
}

fn below(
    commentary: &[Commentary],
    note: Option<&str>,
    (can_open, in_full): (bool, bool),
    why: Option<Why>,
) -> Below {
    let mut remarks = remarks(commentary);
    remarks.extend(note.map(|note| Remark {
        label: Some("Note"),
        text: note.to_owned(),
        by: None,
    }));
    let length: usize = remarks.iter().map(|remark| remark.text.chars().count()).sum();
    Below { commentary: remarks, is_long: length > LONG, in_full, can_open, why }
}

pub(super) fn remarks(commentary: &[Commentary]) -> Vec<Remark> {
    let remark = |one: &Commentary| Remark {
        label: one.about.and_then(about_label),
        text: one.text.clone(),
        by: one.by.clone(),
    };
    commentary.iter().map(remark).collect()
}

fn about_label(about: crate::terms::Comment) -> Option<&'static str> {
    match about {
        crate::terms::Comment::General => None,
        crate::terms::Comment::Data => Some("Data"),
        crate::terms::Comment::Performance => Some("Performance"),
        crate::terms::Comment::Activity => Some("Activity"),
    }
}

fn fact(facts: &mut Vec<(String, String)>, what: &str, text: Option<String>) {
    facts.extend(text.map(|text| (what.to_owned(), text)));
}

fn measure_facts(report: &Report, measure: &Measure) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    fact(&mut facts, "Basis", measure.basis.map(|basis| basis_text(basis, measure.year)));
    fact(&mut facts, "Unit", measure.unit.as_ref().map(ToString::to_string));
    fact(&mut facts, "Responsible", measure.owner.clone());
    fact(&mut facts, "Source", measure.source.clone());
    let previous = measure.previous_quarter.as_deref();
    let shown = |value: &Value| value.text(measure.unit.as_ref(), measure.places);
    fact(&mut facts, "Previous quarter", previous.map(shown));
    for (span, value) in &measure.earlier {
        fact(&mut facts, &span.to_string(), Some(shown(value)));
    }
    if let Some(document) =
        report.document.measures.rows.iter().find(|(row, _)| *row == measure.row)
        && let Some(figures) = &document.1.figures
    {
        for year in &figures.targets {
            let target = crate::model::Target::from_document(&year.target, measure.unit.as_ref());
            let target = target.ok().map(|t| t.text(measure.unit.as_ref(), measure.places));
            fact(&mut facts, &format!("Target {}", year.year), target);
        }
        for related in &figures.related {
            let value = document_value(&related.value);
            fact(&mut facts, &related.label, value.map(|value| shown(&value)));
        }
        for benchmark in &figures.benchmarks {
            let value = benchmark.value.as_ref().and_then(document_value).map(|v| shown(&v));
            fact(&mut facts, &benchmark.with, value.or_else(|| benchmark.text.clone()));
        }
        for series in &figures.series {
            let points: Vec<String> = series
                .points
                .iter()
                .filter_map(|point| {
                    let value = document_value(&point.value)?;
                    Some(format!("{} {}", point.label, shown(&value)))
                })
                .collect();
            fact(&mut facts, &series.label, Some(points.join("; ")));
        }
    }
    published_facts(&mut facts, measure.published.as_deref());
    facts
}

fn document_value(value: &crate::document::Value) -> Option<Value> {
    Value::from_document(value).ok()
}

fn published_facts(
    facts: &mut Vec<(String, String)>,
    published: Option<&crate::document::Published>,
) {
    let Some(published) = published else { return };
    fact(facts, "Published progress", published.progress.map(|word| word.word().to_owned()));
    fact(facts, "Published direction", published.direction.map(|word| word.word().to_owned()));
    fact(facts, "As printed", published.words.clone());
    fact(facts, "Reason given", published.reason.clone());
    fact(facts, "Judged by", published.by.clone());
}

fn milestone_facts(milestone: &Milestone) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let owners = (!milestone.owner.is_empty()).then(|| milestone.owner.join("; "));
    fact(&mut facts, "Responsible", owners);
    fact(&mut facts, "Recurring", milestone.recurring.clone());
    published_facts(&mut facts, milestone.published.as_ref());
    facts
}

fn basis_text(basis: crate::terms::Basis, year: crate::terms::Year) -> String {
    use crate::terms::{Basis, Year};
    let of_year = match year {
        Year::Financial => "the financial year",
        Year::Academic => "the academic year",
    };
    match basis {
        Basis::Snapshot => "Position at the end of the quarter".to_owned(),
        Basis::Cumulative => format!("Cumulative over {of_year} to the end of the quarter"),
        Basis::Quarter => "The quarter alone".to_owned(),
        Basis::Rolling => "Rolling period".to_owned(),
        Basis::Forecast => format!("Forecast for the end of {of_year}"),
        Basis::Annual => format!("Published once a year, for {of_year}"),
        Basis::Termly => "Collected each term".to_owned(),
        Basis::Arrears => "Published in arrears".to_owned(),
    }
}
