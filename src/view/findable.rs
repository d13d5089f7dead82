//! What of a report can be found by its words.

use std::borrow::Cow;

use super::frame::parts_of;
use super::prose::Words;
use crate::app::{Item, Listed, Part, State};
use crate::document::{Commentary, all_objectives};
use crate::model::{Group, Report};

/// What makes a text more than its letters: see `prose`.
const MARKS: [char; 9] = ['{', '*', '_', '[', '`', '\\', '#', '<', '&'];

/// Something that can be found.
pub(super) struct Candidate<'r> {
    pub(super) what: What,
    pub(super) references: Vec<&'r str>,
    pub(super) title: &'r str,
    /// Other words of it, each with what they are.
    pub(super) others: Vec<(&'static str, Cow<'r, str>)>,
}

/// What can be found, by its place in the report or in the file.
#[derive(Clone, Copy)]
pub(super) enum What {
    Item(Item),
    Group(usize),
    Statement(usize),
    Listed(Listed, usize),
}

/// All that can be found in a report.
pub(super) fn candidates<'r>(state: &State, report: &'r Report) -> Vec<Candidate<'r>> {
    let words = &Words::of(state, report);
    let mut all = Vec::new();
    for (index, measure) in report.measures.iter().enumerate() {
        let mut others = said(words, &measure.said.commentary);
        others.extend(measure.said.note.as_deref().map(|note| ("Note", note.into())));
        others.extend(measure.said.owner.as_deref().map(|owner| ("Responsible", owner.into())));
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
        let mut others = said(words, &milestone.commentary);
        others.extend(milestone.note.as_deref().map(|note| ("Note", note.into())));
        others.extend(milestone.owner.iter().map(|owner| ("Responsible", owner.as_str().into())));
        all.push(Candidate {
            what: What::Item(Item::Milestone(index)),
            references: milestone.reference.as_deref().into_iter().collect(),
            title: &milestone.title,
            others,
        });
    }
    let groups = report.groups.iter().enumerate().filter(|(_, group)| group.id.is_some());
    all.extend(groups.map(|(index, group)| objective(words, report, index, group)));
    let has = parts_of(state, report);
    all.extend(pages(words, report).into_iter().filter(|one| has.contains(&page_of(one.what))));
    all
}

fn objective<'r>(
    words: &Words<'_>,
    report: &'r Report,
    index: usize,
    group: &'r Group,
) -> Candidate<'r> {
    let objectives = all_objectives(&report.document.objectives);
    let objective = objectives.into_iter().find(|one| group.id.as_ref() == Some(&one.id));
    let mut others = Vec::new();
    if let Some(objective) = objective {
        others = said(words, &objective.commentary);
        others.extend(objective.responsible.iter().map(|one| ("Responsible", one.as_str().into())));
        others
            .extend(objective.area_of_focus.as_deref().map(|area| ("Area of focus", area.into())));
    }
    Candidate {
        what: What::Group(index),
        references: group.reference.as_deref().into_iter().collect(),
        title: &group.title,
        others,
    }
}

/// What stands on the pages beside objectives, measures and milestones.
fn pages<'r>(words: &Words<'_>, report: &'r Report) -> Vec<Candidate<'r>> {
    let document = &report.document;
    let mut all = Vec::new();
    for (index, one) in document.finance.iter().enumerate() {
        let mut others = said(words, &one.commentary);
        others
            .extend(one.department.as_deref().map(|department| ("Department", department.into())));
        // Words of different lines are about different things.
        let lines = one.lines.iter().map(|line| {
            let title = [("Line", Cow::from(&line.title))].into_iter();
            title.chain(said(words, &line.commentary)).collect()
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
            one.mitigation.iter().map(|text| ("Mitigation", text.as_str().into())).collect();
        others.extend(said(words, &one.commentary));
        others.extend(one.owner.as_deref().map(|owner| ("Responsible", owner.into())));
        all.push(other((Listed::Risk, index), one.reference.as_ref(), &one.title, others));
    }
    for (index, one) in document.equality_actions.iter().enumerate() {
        all.push(other(
            (Listed::EqualityAction, index),
            one.reference.as_ref(),
            &one.title,
            said(words, &one.commentary),
        ));
    }
    for (index, one) in document.strategic_issues.iter().enumerate() {
        let texts = [
            ("Baseline", &one.baseline),
            ("Year 1", &one.year_1),
            ("Year 3", &one.year_3),
            ("Interventions", &one.interventions),
        ];
        let texts =
            texts.into_iter().filter_map(|(label, text)| Some((label, text.as_deref()?.into())));
        all.push(other(
            (Listed::Issue, index),
            one.reference.as_ref(),
            &one.title,
            texts.collect(),
        ));
    }
    for (index, one) in document.narrative.iter().enumerate() {
        let others =
            said(words, &one.paragraphs).into_iter().map(|(_, text)| ("Text", text)).collect();
        all.push(other((Listed::Section, index), one.reference.as_ref(), &one.title, others));
    }
    let facts = document.narrative.iter().flat_map(|section| &section.facts).enumerate();
    for (index, one) in facts {
        let others =
            one.comparison.iter().map(|text| ("Compared with", text.as_str().into())).collect();
        all.push(other((Listed::Fact, index), None, &one.label, others));
    }
    for (index, one) in document.target_reviews.iter().enumerate() {
        let others = one.reason.iter().map(|reason| ("Reason", reason.as_str().into())).collect();
        all.push(other((Listed::Review, index), one.reference.as_ref(), &one.title, others));
    }
    all
}

fn other<'r>(
    (listed, index): (Listed, usize),
    reference: Option<&'r String>,
    title: &'r str,
    others: Vec<(&'static str, Cow<'r, str>)>,
) -> Candidate<'r> {
    Candidate {
        what: What::Listed(listed, index),
        references: reference.map(String::as_str).into_iter().collect(),
        title,
        others,
    }
}

/// Commentary as it is read: without its marks, and with the figures that it quotes.
fn said<'r>(words: &Words<'_>, commentary: &'r [Commentary]) -> Vec<(&'static str, Cow<'r, str>)> {
    let read = |one: &'r Commentary| {
        if one.text.contains(MARKS) {
            Cow::from(words.prose(&one.text).to_string())
        } else {
            Cow::from(&one.text)
        }
    };
    commentary.iter().map(|one| ("Commentary", read(one))).collect()
}

fn page_of(what: What) -> Part {
    match what {
        What::Item(_) | What::Group(_) => Part::Measures,
        What::Statement(_) => Part::Finance(None),
        What::Listed(listed, _) => listed.part(),
    }
}
