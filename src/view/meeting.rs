//! A meeting: one measure or milestone after the other, in the order of the report.

use super::brief::owners;
use super::cell::Cell;
use super::heading::{Heading, heading_as_read};
use super::navigation::NavLink;
use super::prose::Words;
use super::report::measure_view;
use super::row::{Remark, Status, milestone_row};
use super::{Columns, heading::columns};
use crate::app::{Agenda, Item, KeyUse, Part, Place, State};
use crate::assess::{Direction, Progress};
use crate::model::{Group, Report};

/// One item of a meeting and the ways to the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingPage {
    /// Which report it is: "People, Quarter 2, July to September 2019 (2019/20)".
    pub report: String,
    /// Who and when, and which version of the data.
    pub heading: Heading,
    /// What can be gone through; nothing for a plan, which has no exceptions.
    pub choices: Vec<NavLink>,
    /// "3 of 14"
    pub position: String,
    /// What is said when another item is shown.
    pub announced: String,
    /// The item, or why there is none.
    pub item: Result<Box<MeetingItem>, &'static str>,
    /// The item before; none before the first.
    pub previous: Option<Place>,
    /// The item after; none after the last.
    pub next: Option<Place>,
    /// The page of the item in the report.
    pub leave: Place,
    /// Whether a key opens the finder.
    pub find_key: KeyUse,
}

/// An item of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingItem {
    /// "Measure of PED04 Improve outcomes"
    pub of: String,
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// The unit of every figure, where it is too long to stand beside each.
    pub unit: Option<String>,
    /// Its status; none in a plan.
    pub progress: Option<Status<Progress>>,
    /// The answer that is not the status.
    pub beside: Option<(&'static str, Status<Progress>)>,
    /// Its directions of travel, as in the tables; none for a milestone and in a plan.
    pub directions: Vec<(Option<String>, Status<Direction>)>,
    /// Each figure with what it is.
    pub figures: Vec<(String, Cell)>,
    /// When a milestone is due.
    pub due: Option<String>,
    /// Why it has its status, in a sentence or two.
    pub why: Option<String>,
    /// The title of the officer who answers for it.
    pub owner: Option<String>,
    /// What the officers say.
    pub commentary: Vec<Remark>,
}

pub(super) fn meeting_page(
    state: &State,
    report: &Report,
    (key, agenda): (Option<&str>, Agenda),
) -> MeetingPage {
    let is_judged = report.period.quarter().is_some();
    let agenda = if is_judged { agenda } else { Agenda::Everything };
    let asked = key.and_then(|key| state.keys.item_of(key));
    let all = in_order(report);
    let items: Vec<Item> = items(state, &all, agenda);
    let at = nearest(&all, &items, asked);
    let here = at.and_then(|at| items.get(at).copied());
    let to = |row: Option<Item>, agenda: Agenda| {
        let key = row.map(|row| state.keys.item(row).to_owned());
        state.place.with_part(Part::Meeting(key, agenda))
    };
    let step = |place: Option<usize>| {
        place.and_then(|place| items.get(place)).map(|row| to(Some(*row), agenda))
    };
    let item = here.map(|row| item(state, report, row)).ok_or(if is_judged {
        "Nothing is off course or uncertain."
    } else {
        "The report has neither measures nor milestones."
    });
    let position = match at {
        Some(at) => format!("{} of {}", at + 1, items.len()),
        None => "Nothing to go through".to_owned(),
    };
    let choice = |text: &str, one: Agenda| NavLink {
        text: text.to_owned(),
        place: to(here.or(asked), one),
        is_current: one == agenda,
    };
    let choices = [("Exceptions only", Agenda::Exceptions), ("Everything", Agenda::Everything)];
    let heading = heading_as_read(state, report);
    MeetingPage {
        report: format!("{}, {}", report.directorate, heading.period),
        heading,
        choices: if is_judged {
            choices.into_iter().map(|(text, one)| choice(text, one)).collect()
        } else {
            Vec::new()
        },
        announced: announced(&position, item.as_ref()),
        position,
        previous: step(at.and_then(|at| at.checked_sub(1))),
        next: step(at.map(|at| at + 1)),
        leave: state.place.with_part(match here {
            Some(Item::Measure(index)) => Part::Measure(state.keys.measure(index).to_owned()),
            Some(Item::Milestone(index)) => Part::Milestone(state.keys.milestone(index).to_owned()),
            None => Part::Overview,
        }),
        item: item.map(Box::new),
        find_key: state.find_key,
    }
}

impl MeetingPage {
    /// What tells its window from others.
    pub(super) fn window_title(&self) -> String {
        let item = self.item.as_ref().map(|item| match item.reference.as_str() {
            "" => item.title.clone(),
            reference => reference.to_owned(),
        });
        let item = item.map(|item| format!("{item}, ")).unwrap_or_default();
        format!("{item}{} – Meeting – {} – Quarterlight", self.position, self.report)
    }
}

/// Each objective's measures and then its milestones.
fn in_order(report: &Report) -> Vec<Item> {
    let rows = |group: &Group| {
        let measures = group.measures.iter().map(|index| Item::Measure(*index));
        measures
            .chain(group.milestones.iter().map(|index| Item::Milestone(*index)))
            .collect::<Vec<_>>()
    };
    report.groups.iter().flat_map(rows).collect()
}

fn items(state: &State, all: &[Item], agenda: Agenda) -> Vec<Item> {
    let is_exception = |row: &&Item| {
        let status = match row {
            Item::Measure(index) => state.assessment.measures[*index].progress().status(),
            Item::Milestone(index) => state.assessment.milestones[*index].status(),
        };
        matches!(status, Progress::OffCourse | Progress::Uncertain)
    };
    match agenda {
        Agenda::Everything => all.to_vec(),
        Agenda::Exceptions => all.iter().filter(is_exception).copied().collect(),
    }
}

/// The item that is asked for or, if the agenda leaves it out, the next one that it does not; the first where
/// nothing that there is is asked for.
fn nearest(all: &[Item], items: &[Item], asked: Option<Item>) -> Option<usize> {
    let last = items.len().checked_sub(1)?;
    let asked = asked.and_then(|asked| all.iter().position(|row| *row == asked));
    let Some(asked) = asked else { return Some(0) };
    let found = all[asked..].iter().find_map(|row| items.iter().position(|item| item == row));
    Some(found.unwrap_or(last))
}

fn announced(position: &str, item: Result<&MeetingItem, &&'static str>) -> String {
    match item {
        Err(note) => (*note).to_owned(),
        Ok(item) => {
            let status = item.progress.as_ref().map(|one| format!(" {}.", one.word));
            let name = format!("{} {}", item.reference, item.title);
            format!("{position}: {}.{}", name.trim(), status.unwrap_or_default())
        }
    }
}

fn item(state: &State, report: &Report, row: Item) -> MeetingItem {
    match row {
        Item::Measure(index) => measure_item(state, report, index),
        Item::Milestone(index) => milestone_item(state, report, index),
    }
}

fn measure_item(state: &State, report: &Report, index: usize) -> MeetingItem {
    let view = measure_view(state, (report, &Words::of(state, report)), index);
    let measure = &report.measures[index];
    let named = columns(report);
    let is_judged = named.are_judged;
    let why = state.assessment.measures[index].progress().derivation().sentence.clone();
    let of = of(report, &named.measure, |group| group.measures.contains(&index));
    let Columns { target, last_year, current, .. } = named;
    let mut figures = vec![(target, view.target), (last_year, view.last_year)];
    if is_judged {
        figures.insert(1, (current, view.current));
    }
    MeetingItem {
        of,
        reference: view.reference,
        title: view.title,
        unit: view.unit,
        progress: is_judged.then_some(view.progress),
        beside: view.beside.filter(|_| is_judged),
        directions: if is_judged { view.directions } else { Vec::new() },
        figures,
        due: None,
        why: is_judged.then_some(why),
        owner: measure.said.owner.clone(),
        commentary: view.below.commentary,
    }
}

fn milestone_item(state: &State, report: &Report, index: usize) -> MeetingItem {
    let verdict = &state.assessment.milestones[index];
    let words = Words::of(state, report);
    let view = milestone_row((report, &words), index, verdict, &[], (false, true));
    let named = columns(report);
    MeetingItem {
        of: of(report, &named.milestone, |group| group.milestones.contains(&index)),
        reference: view.reference,
        title: view.title,
        unit: None,
        progress: named.are_judged.then_some(view.progress),
        beside: None,
        directions: Vec::new(),
        figures: Vec::new(),
        due: Some(view.due),
        why: named.are_judged.then(|| verdict.derivation().sentence.clone()),
        owner: owners(&report.milestones[index].1),
        commentary: view.below.commentary,
    }
}

/// "Measure of PED04 Improve outcomes"
fn of(report: &Report, kind: &str, holds: impl Fn(&Group) -> bool) -> String {
    let group = report.groups.iter().find(|group| holds(group) && group.id.is_some());
    match group {
        Some(Group { reference: Some(reference), title, .. }) => {
            format!("{kind} of {reference} {title}")
        }
        Some(group) => format!("{kind} of {}", group.title),
        None => kind.to_owned(),
    }
}
