//! The finder: what the report holds of what is looked for, and the ways there.

use std::collections::BTreeSet;

use super::findable::{Candidate, What, candidates};
use super::heading::columns;
use super::listed::{listed_name, listed_part};
use super::rollup::objective_status;
use super::row::{Status, progress_status};
use super::under::rule_of;
use crate::app::{Agenda, Finder, Item, KeyUse, Part, Place, State, Wanted, reference_rank};
use crate::assess::Progress;
use crate::model::Report;

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
    let texts: Vec<&str> = texts.chain(one.others.iter().map(|(_, text)| text.as_ref())).collect();
    wanted.are_in(&texts).then_some(5)
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
        (!places.is_empty()).then_some((*label, text.as_ref(), places))
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
