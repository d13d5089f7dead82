//! The rows of the report's tables.

use std::borrow::Cow;

use super::chart::Sparkline;
use super::facts::{measure_facts, milestone_facts};
use super::prose::{Prose, Words};
use super::quality::{DoubtView, doubt_view};
use super::what_if::WhatIfView;
use super::{Cell, ObjectiveLink};
use crate::app::{Place, Row};
use crate::assess::{Derivation, Direction, Doubt, Judged, Progress, Verdict};
use crate::document::Commentary;
use crate::model::{Measure, Past, Report, Rule};
use crate::terms::{Keyword, Reported, Travel};

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
    /// Directions of travel: one or, where the rule asks for several, each with what it is called.
    pub directions: Vec<(Option<String>, Status<Direction>)>,
    /// Progress: what the rule reports.
    pub progress: Status<Progress>,
    /// What the rule does not report, with its label: the position now beside the outlook, or the other way
    /// round; nothing where neither can be given.
    pub beside: Option<(&'static str, Status<Progress>)>,
    /// The direction and the progress that the report itself printed, where none is worked out here: "Published:
    /// better".
    pub published: [Option<String>; 2],
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
    /// The objective that it stands under, where the table is not that objective's own.
    pub objective: Option<ObjectiveLink>,
    /// Where it is gone to, in the table of all milestones.
    pub place: Option<Place>,
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
    pub prose: Prose,
    /// Who signed it.
    pub by: Option<String>,
}

/// How the statuses of a row were reached, and what else is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// Each verdict's derivation with its heading.
    pub derivations: Vec<Headed>,
    /// What the remaining quarters have to bring and, if they brought what is typed, what would come of it.
    pub what_if: Option<WhatIfView>,
    /// What looks wrong in the row.
    pub doubts: Vec<DoubtView>,
    /// What else is known: owner, source, basis, published status, related figures.
    pub facts: Vec<(String, String)>,
}

/// A derivation under its heading.
pub type Headed = (Cow<'static, str>, Derivation);

/// More characters than three lines of a table hold.
const LONG: usize = 320;

pub(super) fn measure_row(
    (report, words): (&Report, &Words<'_>),
    index: usize,
    joined_last_year: &Past,
    (judged, rule): (&Judged, Option<&Rule>),
    doubts: &[Doubt],
    place: Place,
    (open, in_full): (bool, bool),
) -> MeasureRow {
    let measure = &report.measures[index];
    let why = open.then(|| Why {
        derivations: unless_plan(report, derivations(judged)),
        what_if: None,
        doubts: doubts.iter().map(doubt_view).collect(),
        facts: measure_facts(measure),
    });
    MeasureRow {
        row: Row::Measure(index),
        reference: measure.said.reference.clone().unwrap_or_default(),
        title: measure.said.title.clone(),
        place,
        called: measure.said.reference.clone().unwrap_or_else(|| measure.said.title.clone()),
        unit: super::cell::row_unit(measure),
        last_year: Cell::of_last_year(measure, joined_last_year),
        target: Cell::of_target(measure),
        current: Cell::of_value(measure, &measure.current),
        line: None,
        directions: directions(judged),
        progress: progress_status(rule, judged.progress()),
        beside: beside(judged, rule),
        published: published(measure, judged),
        below: below(
            words,
            (&measure.said.commentary, measure.said.note.as_deref()),
            (true, in_full),
            why,
        ),
    }
}

pub(super) fn milestone_row(
    (report, words): (&Report, &Words<'_>),
    index: usize,
    progress: &Verdict<Progress>,
    doubts: &[Doubt],
    (open, in_full): (bool, bool),
) -> MilestoneRow {
    let milestone = &report.milestones[index].1;
    let facts = milestone_facts(milestone);
    let can_open = report.period.quarter().is_some() || !facts.is_empty() || !doubts.is_empty();
    let why = (open && can_open).then(|| Why {
        derivations: unless_plan(report, vec![("Progress".into(), progress.derivation().clone())]),
        what_if: None,
        doubts: doubts.iter().map(doubt_view).collect(),
        facts,
    });
    MilestoneRow {
        row: Row::Milestone(index),
        reference: milestone.reference.clone().unwrap_or_default(),
        title: milestone.title.clone(),
        called: milestone.reference.clone().unwrap_or_else(|| milestone.title.clone()),
        objective: None,
        place: None,
        due: milestone.due.as_ref().map_or_else(|| "No date given".to_owned(), ToString::to_string),
        progress: progress_status(None, progress),
        below: below(
            words,
            (&milestone.commentary, milestone.note.as_deref()),
            (can_open, in_full),
            why,
        ),
    }
}

/// Each of the rule's directions; one on its own needs no name.
pub(super) fn travels(
    judged: &Judged,
) -> impl Iterator<Item = (Option<&str>, &Verdict<Direction>)> {
    let is_one = judged.further.is_empty();
    let all = std::iter::once(&judged.travel).chain(&judged.further);
    all.map(move |one| ((!is_one).then_some(one.label.as_str()), &one.verdict))
}

/// The same as they are shown.
pub(super) fn directions(judged: &Judged) -> Vec<(Option<String>, Status<Direction>)> {
    let shown =
        |(label, verdict): (Option<&str>, _)| (label.map(str::to_owned), direction_status(verdict));
    travels(judged).map(shown).collect()
}

/// What was published is no verdict, but nobody should have to look for it where there is no other.
fn published(measure: &Measure, judged: &Judged) -> [Option<String>; 2] {
    let said = measure.said.published.as_ref();
    let word = |word: &str| format!("Published: {word}");
    let direction = said.and_then(|said| said.direction).filter(|said| {
        judged.direction().status() == Direction::NotComparable && *said != Travel::NotComparable
    });
    let progress = said.and_then(|said| said.progress);
    let progress = progress.filter(|_| !judged.progress().status().is_rated());
    [direction.map(|one| word(one.word())), progress.map(|one| word(one.word()))]
}

/// The answer that is not the status. Of one that cannot be given, the reason stands in its derivation.
fn beside(judged: &Judged, rule: Option<&Rule>) -> Option<(&'static str, Status<Progress>)> {
    let (label, answer, verdict) = match judged.reports {
        Reported::Outlook => ("Position now", Reported::Position, &judged.position),
        Reported::Position | Reported::Judgement => {
            ("Year-end outlook", Reported::Outlook, &judged.outlook.verdict)
        }
    };
    // Where neither can be given, the reason is said once.
    let is_said = judged.progress().status().is_rated() || verdict.status().is_rated();
    is_said.then(|| (label, Status { reason: None, ..answer_status(rule, answer, verdict) }))
}

pub(super) fn derivations(judged: &Judged) -> Vec<Headed> {
    let mut all = Vec::new();
    let judgement = judged.judgement.as_ref();
    all.extend(judgement.map(|one| ("An officer's judgement".into(), one.derivation().clone())));
    all.push(("Position now".into(), judged.position.derivation().clone()));
    all.push(("Year-end outlook".into(), judged.outlook.verdict.derivation().clone()));
    let travels = travels(judged);
    all.extend(travels.map(|(label, one)| (direction_heading(label), one.derivation().clone())));
    all
}

pub(super) fn direction_heading(label: Option<&str>) -> Cow<'static, str> {
    label.map_or("Direction of travel".into(), |label| {
        format!("Direction of travel: {label}").into()
    })
}

/// A plan's rows are not judged, so there is nothing to derive.
fn unless_plan(report: &Report, derivations: Vec<Headed>) -> Vec<Headed> {
    if report.period.quarter().is_some() { derivations } else { Vec::new() }
}

/// One of the answers, whether or not it is the status. A rule's names are for the position, as its bands are, and for
/// what else it reports: an outlook is not "floor not met".
pub(super) fn answer_status(
    rule: Option<&Rule>,
    answer: Reported,
    verdict: &Verdict<Progress>,
) -> Status<Progress> {
    let is_named = |rule: &&Rule| answer != Reported::Outlook || rule.reports == answer;
    progress_status(rule.filter(is_named), verdict)
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

pub(super) fn direction_status(verdict: &Verdict<Direction>) -> Status<Direction> {
    Status {
        status: verdict.status(),
        word: super::direction_word(verdict.status()).to_owned(),
        reason: verdict.reason(),
    }
}

fn below(
    words: &Words<'_>,
    (commentary, note): (&[Commentary], Option<&str>),
    (can_open, in_full): (bool, bool),
    why: Option<Why>,
) -> Below {
    let texts = commentary.iter().map(|one| one.text.as_str()).chain(note);
    let length: usize = texts.map(|text| text.chars().count()).sum();
    let mut remarks = words.remarks(commentary);
    remarks.extend(note.map(|note| Remark {
        label: Some("Note"),
        prose: words.prose(note),
        by: None,
    }));
    Below { commentary: remarks, is_long: length > LONG, in_full, can_open, why }
}

pub(super) fn about_label(about: crate::terms::Comment) -> Option<&'static str> {
    match about {
        crate::terms::Comment::General => None,
        crate::terms::Comment::Data => Some("Data"),
        crate::terms::Comment::Performance => Some("Performance"),
        crate::terms::Comment::Activity => Some("Activity"),
    }
}
