//! Tokens in words that stand for nothing: `{PED99 05 current}` where no row is PED99 05.

use super::doubt::{Concern, Doubt, DoubtKind, Subject};
use crate::assess::token::{Piece, Tokens};
use crate::document::{Commentary, all_objectives};
use crate::model::Report;

/// Words with what they belong to: what it is, its reference and its title.
struct Said<'r> {
    subject: Subject,
    reference: Option<&'r String>,
    title: &'r str,
    texts: Vec<&'r str>,
}

/// Every token of a report that stands for nothing, one after the other as its words stand in the file.
pub(super) fn astray(report: &Report, tokens: &Tokens<'_>) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for said in of_rows(report).chain(of_the_rest(report)) {
        for text in said.texts.iter().filter(|text| text.contains('{')) {
            let pieces = tokens.pieces(text).into_iter();
            doubts.extend(pieces.filter_map(|piece| match piece {
                Piece::Astray(astray) => Some(Doubt::new(
                    said.subject,
                    (said.reference, said.title),
                    Concern::new(
                        DoubtKind::TokenAstray,
                        astray.why.what(astray.written),
                        astray.why.remedy(),
                    ),
                )),
                Piece::Words(_) | Piece::Token(_) => None,
            }));
        }
    }
    doubts
}

fn texts<'r>(commentary: &'r [Commentary], more: &[&'r Option<String>]) -> Vec<&'r str> {
    let commentary = commentary.iter().map(|one| one.text.as_str());
    commentary.chain(more.iter().filter_map(|text| text.as_deref())).collect()
}

fn of_rows(report: &Report) -> impl Iterator<Item = Said<'_>> {
    let measures = report.measures.iter().enumerate().map(|(index, one)| Said {
        subject: Subject::Measure(index),
        reference: one.said.reference.as_ref(),
        title: &one.said.title,
        texts: texts(&one.said.commentary, &[&one.said.note]),
    });
    let milestones = report.milestones.iter().enumerate().map(|(index, (_, one))| Said {
        subject: Subject::Milestone(index),
        reference: one.reference.as_ref(),
        title: &one.title,
        texts: texts(&one.commentary, &[&one.note]),
    });
    measures.chain(milestones)
}

fn of_the_rest(report: &Report) -> impl Iterator<Item = Said<'_>> {
    let document = &report.document;
    let objectives = all_objectives(&document.objectives).into_iter().enumerate();
    let objectives = objectives.map(|(index, one)| Said {
        subject: Subject::Objective(index),
        reference: one.reference.as_ref(),
        title: &one.title,
        texts: texts(&one.commentary, &[]),
    });
    let sections = document.narrative.iter().enumerate().map(|(index, one)| Said {
        subject: Subject::Section(index),
        reference: one.reference.as_ref(),
        title: &one.title,
        texts: texts(&one.paragraphs, &[]),
    });
    let risks = document.risks.iter().enumerate().map(|(index, one)| Said {
        subject: Subject::Risk(index),
        reference: one.reference.as_ref(),
        title: &one.title,
        texts: texts(&one.commentary, &[&one.mitigation]),
    });
    let actions = document.equality_actions.iter().enumerate().map(|(index, one)| Said {
        subject: Subject::EqualityAction(index),
        reference: one.reference.as_ref(),
        title: &one.title,
        texts: texts(&one.commentary, &[]),
    });
    let issues = document.strategic_issues.iter().enumerate().map(|(index, one)| Said {
        subject: Subject::StrategicIssue(index),
        reference: one.reference.as_ref(),
        title: &one.title,
        texts: texts(
            &[],
            &[&one.baseline, &one.year_1, &one.year_3, &one.interventions, &one.note],
        )
        .into_iter()
        .chain(one.indicators.iter().map(String::as_str))
        .collect(),
    });
    let reviews = document.target_reviews.iter().enumerate().map(|(index, one)| Said {
        subject: Subject::TargetReview(index),
        reference: one.reference.as_ref(),
        title: &one.title,
        texts: texts(&[], &[&one.reason]),
    });
    objectives.chain(sections).chain(risks).chain(actions).chain(issues).chain(reviews)
}
