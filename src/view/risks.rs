//! Risks with their ratings before and after mitigation, and equality actions.

use rust_decimal::prelude::ToPrimitive as _;

use super::ListedPlace;
use super::chart::{Chart, Matrix, MatrixPoint, matrix};
use super::heading::about;
use super::prose::{Prose, Words};
use super::row::{Remark, Status, progress_status};
use super::{ObjectiveLink, counted, progress_word};
use crate::app::{Listed, State};
use crate::assess::{Progress, action_progress};
use crate::document::{EqualityAction, Risk, all_objectives};
use crate::model::Report;
use crate::terms::{Amount, MilestoneStatus, Rating, number_text};

/// Risks and equality actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RisksPage {
    /// How many there are, and how they are rated, in words.
    pub headline: Vec<String>,
    /// The risk of each objective that has one.
    pub objectives: Vec<ObjectiveRisk>,
    /// The register.
    pub risks: Vec<RiskRow>,
    /// The scored risks by likelihood and impact; none where no risk is scored.
    pub matrix: Option<Chart>,
    /// Equality actions.
    pub actions: Vec<ActionRow>,
}

/// The risk of an objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectiveRisk {
    /// The objective.
    pub objective: ObjectiveLink,
    /// Before mitigation.
    pub initial: RatingView,
    /// After mitigation.
    pub residual: RatingView,
    /// Who answers for the objective.
    pub responsible: String,
}

/// A row of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskRow {
    /// Where it stands.
    pub at: ListedPlace,
    /// What it is called on the matrix: "1"; none where there is none.
    pub number: Option<String>,
    /// The printed reference.
    pub reference: String,
    /// The risk.
    pub title: String,
    /// The objective that it threatens.
    pub objective: Option<ObjectiveLink>,
    /// Before mitigation.
    pub initial: RatingView,
    /// After mitigation.
    pub residual: RatingView,
    /// The scores of its likelihood and its impact, where both are given.
    pub scores: Option<(Amount, Amount)>,
    /// The scores with their product: "4 × 3 = 12".
    pub score: String,
    /// What is done about it.
    pub mitigation: Prose,
    /// How that goes.
    pub progress: Status<Progress>,
    /// The title of the officer who answers for it.
    pub owner: String,
    /// Commentary.
    pub commentary: Vec<Remark>,
}

/// A rating with its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RatingView {
    /// The rating, if there is one.
    pub rating: Option<Rating>,
    /// The word: "High", "Not stated".
    pub word: &'static str,
}

/// An equality action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionRow {
    /// Where it stands.
    pub at: ListedPlace,
    /// The printed reference.
    pub reference: String,
    /// The action.
    pub title: String,
    /// The objective that it belongs to.
    pub objective: Option<ObjectiveLink>,
    /// When it is due.
    pub due: String,
    /// How it goes.
    pub progress: Status<Progress>,
    /// Why, in a sentence; nothing for a plan, whose rows are not judged.
    pub why: Option<String>,
    /// Commentary.
    pub commentary: Vec<Remark>,
}

impl RisksPage {
    /// The heading of the register.
    pub const REGISTER: &'static str = "Risk register";
    /// The heading of the objectives' risks.
    pub const OBJECTIVES: &'static str = "Risk by objective";
    /// The heading of the equality actions.
    pub const ACTIONS: &'static str = "Equality actions";
    /// Of the rating before mitigation.
    pub const INITIAL: &'static str = "Before mitigation";
    /// Of the rating after mitigation.
    pub const RESIDUAL: &'static str = "After mitigation";
    /// Of the scores.
    pub const SCORE: &'static str = "Likelihood × impact";
    /// Of what is done.
    pub const MITIGATION: &'static str = "Mitigation";
    /// Of how it goes.
    pub const PROGRESS: &'static str = "Progress";
    /// Of who answers for it.
    pub const RESPONSIBLE: &'static str = "Responsible";
}

impl RiskRow {
    /// Of its number on the matrix.
    pub const NUMBER: &'static str = "Number";
}

const NOT_STATED: &str = "Not stated";

/// Whether a report has risks or equality actions to show.
pub(super) fn has_risks(report: &Report) -> bool {
    let document = &report.document;
    document.risks.iter().next().is_some()
        || document.equality_actions.iter().next().is_some()
        || all_objectives(&document.objectives).into_iter().any(|one| one.risk.is_some())
}

pub(super) fn risks_page(state: &State, report: &Report) -> RisksPage {
    let words = Words::of(state, report);
    let document = &report.document;
    let all = document.risks.iter().enumerate();
    let mut risks: Vec<RiskRow> =
        all.map(|(index, one)| risk_row(state, (report, &words), (index, one))).collect();
    let matrix = risk_matrix(&risks);
    if matrix.is_some() {
        for (at, risk) in risks.iter_mut().enumerate() {
            risk.number = Some((at + 1).to_string());
        }
    }
    let objectives = objectives(state, report);
    let of_risks =
        ratings_text(|count| counted(count, "risk"), risks.iter().map(|one| one.residual.rating));
    let of_objectives = ratings_text(
        |count| format!("The risk of {}", counted(count, "objective")),
        objectives.iter().map(|one| one.residual.rating),
    );
    RisksPage {
        headline: of_risks.into_iter().chain(of_objectives).collect(),
        objectives,
        matrix: matrix.map(|chart| Chart { about: about(report, RisksPage::REGISTER), ..chart }),
        risks,
        actions: document
            .equality_actions
            .iter()
            .enumerate()
            .map(|(index, one)| action_row(state, (report, &words), (index, one)))
            .collect(),
    }
}

fn objectives(state: &State, report: &Report) -> Vec<ObjectiveRisk> {
    let all = all_objectives(&report.document.objectives).into_iter();
    all.filter_map(|one| {
        let risk = one.risk.as_ref()?;
        let responsible = one.responsible.join("; ");
        Some(ObjectiveRisk {
            objective: ObjectiveLink::of(state, report, Some(&one.id))?,
            initial: rating(risk.initial),
            residual: rating(risk.residual),
            responsible: if responsible.is_empty() { NOT_STATED.to_owned() } else { responsible },
        })
    })
    .collect()
}

/// "6 risks after mitigation: 1 high, 4 medium, 1 low."
fn ratings_text(
    name: impl Fn(usize) -> String,
    ratings: impl Iterator<Item = Option<Rating>>,
) -> Option<String> {
    let ratings: Vec<Option<Rating>> = ratings.collect();
    let each: Vec<String> = [Some(Rating::High), Some(Rating::Medium), Some(Rating::Low), None]
        .into_iter()
        .map(|wanted| (wanted, ratings.iter().filter(|rating| **rating == wanted).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(wanted, count)| match wanted {
            Some(_) => format!("{count} {}", rating(wanted).word.to_lowercase()),
            None => format!("{count} without a rating"),
        })
        .collect();
    (!each.is_empty())
        .then(|| format!("{} after mitigation: {}.", name(ratings.len()), each.join(", ")))
}

fn rating(rating: Option<Rating>) -> RatingView {
    let word = match rating {
        Some(Rating::Low) => "Low",
        Some(Rating::Medium) => "Medium",
        Some(Rating::High) => "High",
        None => NOT_STATED,
    };
    RatingView { rating, word }
}

/// The register's scores stand for the risk as it is now, with the mitigation that is in place.
fn risk_matrix(risks: &[RiskRow]) -> Option<Chart> {
    let whole = |amount: Amount| amount.decimal().to_u8().filter(|score| *score > 0);
    let points: Vec<MatrixPoint> = risks
        .iter()
        .map(|risk| MatrixPoint {
            reference: risk.reference.clone(),
            title: risk.title.clone(),
            initial: None,
            residual: risk.scores.and_then(|(l, i)| whole(l).zip(whole(i))),
        })
        .collect();
    let scored = points.iter().filter(|point| point.residual.is_some());
    let highest = scored.max_by_key(|point| {
        point.residual.map_or(0, |(likelihood, impact)| u16::from(likelihood) * u16::from(impact))
    })?;
    let headline = format!("The highest score is that of {} {}", highest.reference, highest.title);
    Some(matrix(&Matrix {
        headline,
        called: "risks".to_owned(),
        size: 5,
        points,
        notes: Vec::new(),
    }))
}

fn risk_row(
    state: &State,
    (report, words): (&Report, &Words<'_>),
    (index, risk): (usize, &Risk),
) -> RiskRow {
    RiskRow {
        at: ListedPlace::of(state, Listed::Risk, index),
        number: None,
        reference: risk.reference.clone().unwrap_or_default(),
        title: risk.title.clone(),
        objective: ObjectiveLink::of(state, report, risk.objective.as_deref()),
        initial: rating(risk.initial),
        residual: rating(risk.residual),
        scores: risk.likelihood.zip(risk.impact),
        score: score_text(risk.likelihood, risk.impact),
        mitigation: match &risk.mitigation {
            Some(text) => words.prose(text),
            None => Prose::plain(NOT_STATED),
        },
        progress: said(risk.progress),
        owner: risk.owner.clone().unwrap_or_else(|| NOT_STATED.to_owned()),
        commentary: words.remarks(&risk.commentary),
    }
}

fn score_text(likelihood: Option<Amount>, impact: Option<Amount>) -> String {
    let shown = |amount: Amount| number_text(amount, None);
    match (likelihood, impact) {
        (Some(likelihood), Some(impact)) => {
            let product = likelihood.decimal().checked_mul(impact.decimal());
            let product =
                product.map(|product| format!(" = {}", shown(Amount::from(product.normalize()))));
            format!("{} × {}{}", shown(likelihood), shown(impact), product.unwrap_or_default())
        }
        (Some(likelihood), None) => format!("Likelihood {}; impact not stated", shown(likelihood)),
        (None, Some(impact)) => format!("Impact {}; likelihood not stated", shown(impact)),
        (None, None) => "Not scored".to_owned(),
    }
}

/// What an officer says, of what is judged by nothing else.
fn said(status: Option<MilestoneStatus>) -> Status<Progress> {
    let (status, reason) = match status {
        Some(MilestoneStatus::OnCourse) => (Progress::OnCourse, None),
        Some(MilestoneStatus::Uncertain) => (Progress::Uncertain, None),
        Some(MilestoneStatus::OffCourse) => (Progress::OffCourse, None),
        Some(MilestoneStatus::Complete) => (Progress::Complete, None),
        Some(MilestoneStatus::NotStarted) => (Progress::NotRated, Some("Not started")),
        Some(MilestoneStatus::Withdrawn) => (Progress::NotRated, Some("No longer to be done")),
        None => (Progress::NotRated, Some(NOT_STATED)),
    };
    Status { status, word: progress_word(status).to_owned(), reason }
}

fn action_row(
    state: &State,
    (report, words): (&Report, &Words<'_>),
    (index, action): (usize, &EqualityAction),
) -> ActionRow {
    let verdict = action_progress(report, action);
    let is_judged = report.period.quarter().is_some();
    ActionRow {
        at: ListedPlace::of(state, Listed::EqualityAction, index),
        reference: action.reference.clone().unwrap_or_default(),
        title: action.title.clone(),
        objective: ObjectiveLink::of(state, report, action.objective.as_deref()),
        due: action.due.as_ref().map_or_else(|| "No date given".to_owned(), ToString::to_string),
        progress: progress_status(None, &verdict),
        why: is_judged.then(|| verdict.derivation().sentence.clone()),
        commentary: words.remarks(&action.commentary),
    }
}
