//! What stands around every part of a report: who it is by and for when, the ways to its parts, and where one is.

use super::heading::{Choice, Heading, columns, heading, heading_as_read, periods};
use super::listed::listed_name;
use super::navigation::NavLink;
use super::risks::has_risks;
use crate::app::{Agenda, KeyUse, Part, Place, State};
use crate::model::Report;

/// What stands around a part of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Who and when.
    pub heading: Heading,
    /// The heading of the part.
    pub title: String,
    /// The printed reference that stands before it, where the part is about one thing.
    pub reference: String,
    /// The way to go through the report in a meeting, where it has rows.
    pub meeting: Option<Place>,
    /// Whether a key opens the finder.
    pub find_key: KeyUse,
    /// The loaded reports to choose from.
    pub periods: Vec<Choice>,
    /// The ways to the parts.
    pub parts: Vec<NavLink>,
    /// The way here from the parts, where one is deeper than those.
    pub trail: Vec<NavLink>,
    /// What else can be printed: what the link says, and where it leads.
    pub prints: Vec<(&'static str, Place)>,
    /// What the button says that prints what is shown.
    pub print: &'static str,
    /// The neighbours of what is shown, in the order of the report: what each is called, and the way there.
    pub neighbours: Vec<Neighbour>,
}

impl Neighbour {
    /// What comes before.
    pub const PREVIOUS: &str = "Previous";
    /// What comes after.
    pub const NEXT: &str = "Next";
}

impl Frame {
    /// What stands beside the buttons where nobody can say whether they do anything.
    pub const BOXED: &str = "The page around this may not let it print or save. If nothing happens, open the report in a window of its own.";
}

impl Frame {
    /// The way to what comes after what is shown, or before it.
    #[must_use]
    pub fn turned(&self, which: &str) -> Option<&Place> {
        self.neighbours.iter().find(|one| one.which == which).map(|one| &one.place)
    }
}

/// What comes before or after what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    /// "Previous" or "Next".
    pub which: &'static str,
    /// What it is.
    pub text: String,
    /// Where it is.
    pub place: Place,
}

pub(super) fn frame(state: &State, report: &Report, part: &Part) -> Frame {
    let (reference, title) = title(state, report, part);
    let trail = match part {
        Part::Measure(key) => measure_trail(state, report, key),
        Part::Objective(_) => {
            let above = if has_rows(report) { Part::Measures } else { Part::Overview };
            vec![way(state, part_name(report, &above), above, part)]
        }
        Part::Finance(Some(_)) => {
            vec![way(state, "Finance".to_owned(), Part::Finance(None), part)]
        }
        _ => Vec::new(),
    };
    Frame {
        heading: heading_as_read(state, report),
        title,
        reference,
        meeting: meeting(state, report, part),
        find_key: state.find_key,
        periods: periods(state),
        parts: parts(state, report, part),
        trail,
        prints: prints(state, report, part),
        print: match part {
            Part::Whole => "Print the whole report",
            Part::Exceptions => "Print the exceptions",
            Part::Measure(_) => "Print this measure",
            Part::Finance(_) => "Print finance",
            _ => "Print this page",
        },
        neighbours: neighbours(state, report, part),
    }
}

/// From a measure's page, a meeting begins with that measure.
fn meeting(state: &State, report: &Report, part: &Part) -> Option<Place> {
    let key = match part {
        Part::Measure(key) => Some(key.clone()),
        _ => None,
    };
    has_rows(report).then(|| state.place.with_part(Part::Meeting(key, Agenda::Exceptions)))
}

/// Papers that are made of the report, other than what is shown.
fn prints(state: &State, report: &Report, part: &Part) -> Vec<(&'static str, Place)> {
    let is_judged = report.period.quarter().is_some();
    [
        (true, "Whole report", Part::Whole),
        (is_judged && has_rows(report), "Exceptions sheet", Part::Exceptions),
    ]
    .into_iter()
    .filter(|(has, _, paper)| *has && paper != part)
    .map(|(_, text, paper)| (text, state.place.with_part(paper)))
    .collect()
}

/// What a part is called: the reference, where there is one, and the title.
pub(super) fn title(state: &State, report: &Report, part: &Part) -> (String, String) {
    let of = |text: &str| (String::new(), text.to_owned());
    match part {
        // Whoever holds the paper has to see which report it is.
        Part::Overview | Part::Whole => of(&heading(report).title),
        Part::Measure(key) => match state.keys.measure_of(key) {
            Some(place) => {
                let measure = &report.measures[place];
                (measure.said.reference.clone().unwrap_or_default(), measure.said.title.clone())
            }
            None => of("There is no such measure in this report"),
        },
        Part::Objective(key) => match state.keys.group_of(key) {
            Some(place) => {
                let group = &report.groups[place];
                (group.reference.clone().unwrap_or_default(), group.title.clone())
            }
            None => of("There is no such objective in this report"),
        },
        Part::Milestone(key) if state.keys.milestone_of(key).is_none() => {
            of("There is no such milestone in this report")
        }
        Part::Finance(Some(key)) => match state.keys.statement_of(key) {
            Some(place) => (String::new(), report.finance[place].title.clone()),
            None => of("There is no such statement in this report"),
        },
        Part::Listed(listed, key)
            if has_part(state, report, part) && state.keys.listed_of(*listed, key).is_none() =>
        {
            of(&format!("This report has nothing under “{} {key}”", listed_name(*listed)))
        }
        part if has_part(state, report, part) => of(&part_name(report, part)),
        part => of(&format!("This report has nothing under “{}”", part_name(report, part))),
    }
}

/// What a part is called in the navigation.
pub(super) fn part_name(report: &Report, part: &Part) -> String {
    let plural = |word: String| format!("{word}s");
    match part {
        Part::Overview => "Overview".to_owned(),
        Part::Measures | Part::Measure(_) => plural(columns(report).measure),
        Part::Objective(_) => "Objectives".to_owned(),
        Part::Milestones | Part::Milestone(_) => plural(columns(report).milestone),
        Part::Finance(_) => "Finance".to_owned(),
        Part::Risks => "Risks".to_owned(),
        Part::Issues => "Strategic issues".to_owned(),
        Part::Narrative => "Narrative".to_owned(),
        Part::Targets => "Review of targets".to_owned(),
        Part::Listed(listed, _) => part_name(report, &listed.part()),
        Part::Plan => "Plan".to_owned(),
        Part::Compare(_) => "Compare".to_owned(),
        Part::Meeting(..) => "Meeting".to_owned(),
        Part::Data => "Data and files".to_owned(),
        Part::Whole => "Whole report".to_owned(),
        Part::Exceptions => "Not on course".to_owned(),
    }
}

/// Whether there is anything that has a status.
fn has_rows(report: &Report) -> bool {
    !report.measures.is_empty() || !report.milestones.is_empty()
}

/// The parts that the report has, in the order of its pages.
pub(super) fn parts_of(state: &State, report: &Report) -> Vec<Part> {
    let document = &report.document;
    let is_plan = report.period.quarter().is_none();
    [
        (true, Part::Overview),
        (is_plan && has_rows(report), Part::Plan),
        (has_rows(report), Part::Measures),
        (!report.milestones.is_empty(), Part::Milestones),
        (!report.finance.is_empty(), Part::Finance(None)),
        (has_risks(report), Part::Risks),
        (document.strategic_issues.iter().next().is_some(), Part::Issues),
        (document.narrative.iter().next().is_some(), Part::Narrative),
        (document.target_reviews.iter().next().is_some(), Part::Targets),
        (state.history.reports().len() > 1, Part::Compare(None)),
        (true, Part::Data),
    ]
    .into_iter()
    .filter_map(|(has, part)| has.then_some(part))
    .collect()
}

/// Whether a report has anything to show under a part. Which row or statement is meant is another question, and
/// measures, comparison and papers say themselves what is missing.
pub(super) fn has_part(state: &State, report: &Report, part: &Part) -> bool {
    if let Part::Listed(listed, _) = part {
        return has_part(state, report, &listed.part());
    }
    !matches!(
        part,
        Part::Plan
            | Part::Milestones
            | Part::Finance(None)
            | Part::Risks
            | Part::Issues
            | Part::Narrative
            | Part::Targets
    ) || parts_of(state, report).contains(part)
}

fn parts(state: &State, report: &Report, current: &Part) -> Vec<NavLink> {
    let parts = parts_of(state, report).into_iter();
    parts.map(|part| way(state, part_name(report, &part), part, current)).collect()
}

/// A part and those that are reached through it stand for one entry of the navigation.
fn is_within(part: &Part, entry: &Part) -> bool {
    match part {
        Part::Measure(_) | Part::Objective(_) => *entry == Part::Measures,
        Part::Milestone(_) => *entry == Part::Milestones,
        Part::Listed(listed, _) => *entry == listed.part(),
        Part::Finance(_) => *entry == Part::Finance(None),
        Part::Compare(_) => *entry == Part::Compare(None),
        part => part == entry,
    }
}

fn way(state: &State, text: String, part: Part, current: &Part) -> NavLink {
    NavLink { text, is_current: is_within(current, &part), place: state.place.with_part(part) }
}

fn measure_trail(state: &State, report: &Report, key: &str) -> Vec<NavLink> {
    let mut trail =
        vec![way(state, part_name(report, &Part::Measures), Part::Measures, &Part::Overview)];
    let group = state.keys.measure_of(key).and_then(|measure| {
        report.groups.iter().position(|group| group.measures.contains(&measure))
    });
    trail.extend(group.filter(|group| report.groups[*group].id.is_some()).map(|group| {
        let one = &report.groups[group];
        let text = one.reference.clone().unwrap_or_else(|| one.title.clone());
        way(state, text, Part::Objective(state.keys.group(group).to_owned()), &Part::Overview)
    }));
    trail
}

fn neighbours(state: &State, report: &Report, part: &Part) -> Vec<Neighbour> {
    let around = |order: &[usize], here: Option<usize>| {
        let at = here.and_then(|here| order.iter().position(|one| *one == here));
        let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| order.get(at).copied());
        let after = at.and_then(|at| order.get(at + 1).copied());
        [(Neighbour::PREVIOUS, before), (Neighbour::NEXT, after)]
    };
    match part {
        Part::Measure(key) => {
            let order: Vec<usize> =
                report.groups.iter().flat_map(|group| group.measures.iter().copied()).collect();
            let near = around(&order, state.keys.measure_of(key)).into_iter();
            near.filter_map(|(which, place)| {
                let place = place?;
                let part = Part::Measure(state.keys.measure(place).to_owned());
                let text = report.measures[place].name().to_owned();
                Some(Neighbour { which, text, place: state.place.with_part(part) })
            })
            .collect()
        }
        Part::Objective(key) => {
            let order: Vec<usize> = (0..report.groups.len()).collect();
            let near = around(&order, state.keys.group_of(key)).into_iter();
            near.filter_map(|(which, place)| {
                let place = place?;
                let part = Part::Objective(state.keys.group(place).to_owned());
                let group = &report.groups[place];
                let text = group.reference.clone().unwrap_or_else(|| group.title.clone());
                Some(Neighbour { which, text, place: state.place.with_part(part) })
            })
            .collect()
        }
        Part::Finance(Some(key)) => {
            let order: Vec<usize> = (0..report.finance.len()).collect();
            let near = around(&order, state.keys.statement_of(key)).into_iter();
            near.filter_map(|(which, place)| {
                let place = place?;
                let part = Part::Finance(Some(state.keys.statement(place).to_owned()));
                let text = report.finance[place].title.clone();
                Some(Neighbour { which, text, place: state.place.with_part(part) })
            })
            .collect()
        }
        _ => Vec::new(),
    }
}
