//! The finder: what the report holds of what is looked for, and the ways there.

use std::collections::BTreeSet;

use super::frame::parts_of;
use super::heading::columns;
use super::listed::{listed_name, listed_part};
use super::rollup::objective_status;
use super::row::{Status, progress_status};
use super::under::rule_of;
use crate::app::{
    Agenda, Finder, Item, KeyUse, Listed, Part, Place, State, Wanted, reference_rank,
};
use crate::assess::Progress;
use crate::document::{Commentary, all_objectives};
use crate::model::{Group, Report};

/// What is looked for, and what the report holds of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinderView {
    /// What is typed.
    pub text: String,
    /// How much was found, or what can be looked for.
    pub summary: String,
    /// The best results, the best first.
    pub results: Vec<FoundRow>,
    /// Which result is chosen; none where there is none.
    pub chosen: Option<usize>,
    /// The result before that.
    pub before: usize,
    /// The result after it.
    pub after: usize,
    /// Whether a key opens the finder.
    pub key: KeyUse,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundRow {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// What it is: "Measure".
    pub kind: String,
    /// Its status, where it has one.
    pub status: Option<Status<Progress>>,
    /// Where else than in the reference and the title the words stand.
    pub said: Option<Snippet>,
    /// The way there.
    pub place: Place,
}

/// A few words around what was looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// Whose words they are: "Commentary".
    pub label: &'static str,
    /// The words in order.
    pub pieces: Vec<Piece>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether they were looked for.
    pub is_found: bool,
}

/// More results than somebody reads.
const MOST: usize = 30;

const HINT: &str =
    "Type a reference, words of a title or of the commentary, or an officer's title.";

/// Something that can be found.
struct Candidate<'r> {
    what: What,
    references: Vec<&'r str>,
    title: &'r str,
    /// Other words of it, each with what they are.
    others: Vec<(&'static str, &'r str)>,
}

/// What can be found, by its place in the report or in the file.
#[derive(Clone, Copy)]
enum What {
    Item(Item),
    Group(usize),
    Statement(usize),
    Listed(Listed, usize),
}

pub(super) fn finder_view(state: &State, report: &Report, finder: &Finder) -> FinderView {
    let wanted = Wanted::of(&finder.text);
    let mut found: Vec<(u8, Candidate<'_>)> = candidates(state, report)
        .into_iter()
        .filter_map(|one| Some((rank(&finder.text, &wanted, &one)?, one)))
        .collect();
    // Those that are alike keep the order of the report.
    found.sort_by_key(|(rank, _)| *rank);
    // A statement is found by the best of its lines.
    let mut statements = BTreeSet::new();
    found.retain(|(_, one)| match one.what {
        What::Statement(index) => statements.insert(index),
        _ => true,
    });
    let all = found.len();
    found.truncate(MOST);
    let results: Vec<FoundRow> =
        found.iter().map(|(_, one)| found_row(state, report, &wanted, one)).collect();
    let chosen = results.len().checked_sub(1).map(|last| finder.chosen.min(last));
    let last = results.len().saturating_sub(1);
    FinderView {
        text: finder.text.clone(),
        summary: match all {
            _ if wanted.is_empty() => HINT.to_owned(),
            0 => {
                "Nothing in this report has these words. Try fewer, or another spelling.".to_owned()
            }
            all if all > MOST => format!(
                "{all} found. The best {MOST} are shown; {} more have these words too.",
                all - MOST
            ),
            all => format!("{all} found"),
        },
        before: chosen.map_or(0, |chosen| chosen.checked_sub(1).unwrap_or(last)),
        after: chosen.map_or(0, |chosen| if chosen == last { 0 } else { chosen + 1 }),
        chosen,
        results,
        key: state.find_key,
    }
}

/// The better, the lower: the reference, then the title, then another text of it, then several together.
fn rank(typed: &str, wanted: &Wanted, one: &Candidate<'_>) -> Option<u8> {
    if wanted.is_empty() {
        return None;
    }
    let by_reference = one.references.iter().filter_map(|own| reference_rank(typed, own)).min();
    if by_reference.is_some() {
        return by_reference;
    }
    if wanted.are_in(&[one.title]) {
        return Some(3);
    }
    if one.others.iter().any(|(_, text)| wanted.are_in(&[text])) {
        return Some(4);
    }
    let texts = one.references.iter().copied().chain([one.title]);
    let texts: Vec<&str> = texts.chain(one.others.iter().map(|(_, text)| *text)).collect();
    wanted.are_in(&texts).then_some(5)
}

fn candidates<'r>(state: &State, report: &'r Report) -> Vec<Candidate<'r>> {
    let mut all = Vec::new();
    for (index, measure) in report.measures.iter().enumerate() {
        let mut others = said(&measure.said.commentary);
        others.extend(measure.said.note.as_deref().map(|note| ("Note", note)));
        others.extend(measure.said.owner.as_deref().map(|owner| ("Responsible", owner)));
        all.push(Candidate {
            what: What::Item(Item::Measure(index)),
            references: measure
                .said
                .reference
                .iter()
                .chain(&measure.said.also)
                .map(String::as_str)
                .collect(),
            title: &measure.said.title,
            others,
        });
    }
    for (index, (_, milestone)) in report.milestones.iter().enumerate() {
        let mut others = said(&milestone.commentary);
        others.extend(milestone.note.as_deref().map(|note| ("Note", note)));
        others.extend(milestone.owner.iter().map(|owner| ("Responsible", owner.as_str())));
        all.push(Candidate {
            what: What::Item(Item::Milestone(index)),
            references: milestone.reference.as_deref().into_iter().collect(),
            title: &milestone.title,
            others,
        });
    }
    let groups = report.groups.iter().enumerate().filter(|(_, group)| group.id.is_some());
    all.extend(groups.map(|(index, group)| objective(report, index, group)));
    let has = parts_of(state, report);
    all.extend(pages(report).into_iter().filter(|one| has.contains(&page_of(one.what))));
    all
}

fn objective<'r>(report: &'r Report, index: usize, group: &'r Group) -> Candidate<'r> {
    let objectives = all_objectives(&report.document.objectives);
    let objective = objectives.into_iter().find(|one| group.id.as_ref() == Some(&one.id));
    let mut others = Vec::new();
    if let Some(objective) = objective {
        others = said(&objective.commentary);
        others.extend(objective.responsible.iter().map(|one| ("Responsible", one.as_str())));
        others.extend(objective.area_of_focus.as_deref().map(|area| ("Area of focus", area)));
    }
    Candidate {
        what: What::Group(index),
        references: group.reference.as_deref().into_iter().collect(),
        title: &group.title,
        others,
    }
}

/// What stands on the pages beside objectives, measures and milestones.
fn pages(report: &Report) -> Vec<Candidate<'_>> {
    let document = &report.document;
    let mut all = Vec::new();
    for (index, one) in document.finance.iter().enumerate() {
        let mut others = said(&one.commentary);
        others.extend(one.department.as_deref().map(|department| ("Department", department)));
        // Words of different lines are about different things.
        let lines = one.lines.iter().map(|line| {
            let title = [("Line", line.title.as_str())].into_iter();
            title.chain(said(&line.commentary)).collect()
        });
        let texts = [others].into_iter().chain(lines);
        all.extend(texts.map(|others| Candidate {
            what: What::Statement(index),
            references: Vec::new(),
            title: &one.title,
            others,
        }));
    }
    for (index, one) in document.risks.iter().enumerate() {
        let mut others: Vec<_> =
            one.mitigation.iter().map(|text| ("Mitigation", text.as_str())).collect();
        others.extend(said(&one.commentary));
        others.extend(one.owner.as_deref().map(|owner| ("Responsible", owner)));
        all.push(other((Listed::Risk, index), one.reference.as_ref(), &one.title, others));
    }
    for (index, one) in document.equality_actions.iter().enumerate() {
        all.push(other(
            (Listed::EqualityAction, index),
            one.reference.as_ref(),
            &one.title,
            said(&one.commentary),
        ));
    }
    for (index, one) in document.strategic_issues.iter().enumerate() {
        let texts = [
            ("Baseline", &one.baseline),
            ("Year 1", &one.year_1),
            ("Year 3", &one.year_3),
            ("Interventions", &one.interventions),
        ];
        let texts = texts.into_iter().filter_map(|(label, text)| Some((label, text.as_deref()?)));
        all.push(other(
            (Listed::Issue, index),
            one.reference.as_ref(),
            &one.title,
            texts.collect(),
        ));
    }
    for (index, one) in document.narrative.iter().enumerate() {
        let others = said(&one.paragraphs).into_iter().map(|(_, text)| ("Text", text)).collect();
        all.push(other((Listed::Section, index), one.reference.as_ref(), &one.title, others));
    }
    let facts = document.narrative.iter().flat_map(|section| &section.facts).enumerate();
    for (index, one) in facts {
        let others = one.comparison.iter().map(|text| ("Compared with", text.as_str())).collect();
        all.push(other((Listed::Fact, index), None, &one.label, others));
    }
    for (index, one) in document.target_reviews.iter().enumerate() {
        let others = one.reason.iter().map(|reason| ("Reason", reason.as_str())).collect();
        all.push(other((Listed::Review, index), one.reference.as_ref(), &one.title, others));
    }
    all
}

fn other<'r>(
    (listed, index): (Listed, usize),
    reference: Option<&'r String>,
    title: &'r str,
    others: Vec<(&'static str, &'r str)>,
) -> Candidate<'r> {
    Candidate {
        what: What::Listed(listed, index),
        references: reference.map(String::as_str).into_iter().collect(),
        title,
        others,
    }
}

fn said(commentary: &[Commentary]) -> Vec<(&'static str, &str)> {
    commentary.iter().map(|one| ("Commentary", one.text.as_str())).collect()
}

fn page_of(what: What) -> Part {
    match what {
        What::Item(_) | What::Group(_) => Part::Measures,
        What::Statement(_) => Part::Finance(None),
        What::Listed(listed, _) => listed.part(),
    }
}

fn found_row(state: &State, report: &Report, wanted: &Wanted, one: &Candidate<'_>) -> FoundRow {
    let named = columns(report);
    let (kind, status) = match one.what {
        What::Item(Item::Measure(index)) => {
            let verdict = state.assessment.measures[index].progress();
            let rule = rule_of(state, &report.measures[index]);
            (named.measure, Some(progress_status(rule, verdict)))
        }
        What::Item(Item::Milestone(index)) => {
            (named.milestone, Some(progress_status(None, &state.assessment.milestones[index])))
        }
        What::Group(index) => {
            let status = objective_status(state, report, &report.groups[index]);
            ("Objective".to_owned(), status.map(|one| one.status))
        }
        What::Statement(_) => ("Finance".to_owned(), None),
        What::Listed(listed, _) => (listed_name(listed).to_owned(), None),
    };
    FoundRow {
        reference: one.references.first().map(|own| (*own).to_owned()).unwrap_or_default(),
        title: one.title.to_owned(),
        kind,
        status: status.filter(|_| report.period.quarter().is_some()),
        said: snippet(wanted, one),
        place: place(state, one.what),
    }
}

/// In a meeting, a row is found in the meeting: that is where people ask for it by its reference.
fn place(state: &State, what: What) -> Place {
    let keys = &state.keys;
    let part = match (what, state.place.part()) {
        (What::Item(row), Some(Part::Meeting(..))) => {
            Part::Meeting(Some(keys.item(row).to_owned()), Agenda::Everything)
        }
        (What::Item(Item::Measure(index)), _) => Part::Measure(keys.measure(index).to_owned()),
        (What::Item(Item::Milestone(index)), _) => {
            Part::Milestone(keys.milestone(index).to_owned())
        }
        (What::Group(index), _) => Part::Objective(keys.group(index).to_owned()),
        (What::Statement(index), _) => Part::Finance(Some(keys.statement(index).to_owned())),
        (What::Listed(listed, index), _) => listed_part(state, listed, index),
    };
    state.place.with_part(part)
}

/// How many letters stand around what was looked for.
const AROUND: usize = 60;

/// The first words beyond reference and title in which all of the words stand, or one of them; none where the title
/// says it.
fn snippet(wanted: &Wanted, one: &Candidate<'_>) -> Option<Snippet> {
    if wanted.are_in(&[one.title]) {
        return None;
    }
    let best = one.others.iter().find(|(_, text)| wanted.are_in(&[text]));
    let (label, text, places) = best.into_iter().chain(&one.others).find_map(|(label, text)| {
        let places = wanted.places_in(text);
        (!places.is_empty()).then_some((*label, *text, places))
    })?;
    let first = places.first()?;
    let start = text[..first.start].char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let end = text[first.end..].char_indices().nth(2 * AROUND);
    let end = end.map_or(text.len(), |(at, _)| first.end + at);
    let mut pieces = Vec::new();
    let mut piece = |text: &str, is_found: bool| {
        if !text.is_empty() {
            pieces.push(Piece { text: text.to_owned(), is_found });
        }
    };
    if start > 0 {
        piece("…", false);
    }
    let mut at = start;
    for place in places.iter().take_while(|place| place.end <= end) {
        piece(&text[at..place.start], false);
        piece(&text[place.clone()], true);
        at = place.end;
    }
    piece(&text[at..end], false);
    if end < text.len() {
        piece("…", false);
    }
    Some(Snippet { label, pieces })
}
