//! The review of targets: what each was, what is proposed, and the difference.

use super::ListedPlace;
use super::heading::columns;
use super::prose::{Prose, Words};
use crate::app::{Listed, Part, Place, State};
use crate::document::{TargetReview, YearTarget};
use crate::model::{Measure, Report, Target, plain_reference};
use crate::terms::{Amount, Polarity, Unit, figure_text, number_text};

/// The review of targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetsPage {
    /// How many targets are to change, in words.
    pub headline: String,
    /// The measures in the order of the review.
    pub reviews: Vec<ReviewView>,
}

/// The targets of a measure under review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewView {
    /// Where it stands.
    pub at: ListedPlace,
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// The measure's page, where the report holds the measure.
    pub place: Option<Place>,
    /// What the figures count, where that is not said in each of them.
    pub unit: Option<String>,
    /// The targets, year by year.
    pub years: Vec<ReviewYear>,
    /// Why they are to change.
    pub reason: Option<Prose>,
}

/// The target of a year under review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewYear {
    /// The year.
    pub year: String,
    /// The target as it was.
    pub old: String,
    /// What is proposed; none where nothing is.
    pub proposed: Option<String>,
    /// What that changes, in words.
    pub change: String,
}

impl TargetsPage {
    /// The columns of each table.
    pub const COLUMNS: [&'static str; 4] = ["Year", "Target", "Proposed", "Change"];
    /// What stands for a proposal where there is none.
    pub const NOTHING: &'static str = "As it is";
}

pub(super) fn targets_page(state: &State, report: &Report) -> TargetsPage {
    let words = Words::of(state, report);
    let reviews: Vec<ReviewView> = report
        .document
        .target_reviews
        .iter()
        .enumerate()
        .map(|(index, one)| review(state, (report, &words), (index, one)))
        .collect();
    let years = reviews.iter().flat_map(|one| &one.years);
    let changed = years.clone().filter(|year| year.proposed.is_some()).count();
    TargetsPage {
        headline: format!(
            "{} of {} under review are to change, over {}.",
            changed,
            super::counted(years.count(), "yearly target"),
            super::counted(reviews.len(), &columns(report).measure.to_lowercase()),
        ),
        reviews,
    }
}

fn review(
    state: &State,
    (report, words): (&Report, &Words<'_>),
    (place, review): (usize, &TargetReview),
) -> ReviewView {
    let index = measure_of(report, review);
    let measure = index.and_then(|index| report.measures.get(index));
    let unit = review.unit.as_ref().or_else(|| measure.and_then(|one| one.unit.as_ref()));
    let polarity = measure.and_then(|one| one.polarity);
    ReviewView {
        at: ListedPlace::of(state, Listed::Review, place),
        reference: review.reference.clone().unwrap_or_default(),
        title: review.title.clone(),
        place: index.map(|index| {
            state.place.with_part(Part::Measure(state.keys.measure(index).to_owned()))
        }),
        unit: unit.filter(|unit| unit.suffix().is_empty() && !unit.is_money()).map(Unit::to_string),
        years: review.targets.iter().map(|one| review_year(one, unit, polarity)).collect(),
        reason: review.reason.as_ref().map(|text| words.prose(text)),
    }
}

/// The one measure with the reference and, of several, with the title.
fn measure_of(report: &Report, review: &TargetReview) -> Option<usize> {
    let wanted = plain_reference(review.reference.as_deref()?);
    let is_meant = |measure: &Measure| {
        let names = measure.said.reference.iter().chain(&measure.said.also);
        names.map(|name| plain_reference(name)).any(|name| name == wanted)
    };
    let all: Vec<usize> =
        (0..report.measures.len()).filter(|index| is_meant(&report.measures[*index])).collect();
    match all.as_slice() {
        [only] => Some(*only),
        several => {
            several.iter().copied().find(|one| report.measures[*one].said.title == review.title)
        }
    }
}

fn review_year(year: &YearTarget, unit: Option<&Unit>, polarity: Option<Polarity>) -> ReviewYear {
    let target = Target::from_document(&year.target, unit);
    let level = target.as_ref().ok().and_then(Target::level).map(|level| level.amount);
    // The number that it was has a column of its own.
    let proposed = match (&target, level) {
        (_, Some(amount)) => figure_text(amount, year.target.unit.as_ref().or(unit), None),
        (Ok(target), None) => target.text(unit, None),
        (Err(problem), None) => problem.what(),
    };
    let Some(former) = year.target.former else {
        let change = "No change".to_owned();
        return ReviewYear { year: year.year.to_string(), old: proposed, proposed: None, change };
    };
    let change = match level {
        Some(level) => change_text(former, level, unit, polarity),
        None => "The proposal is no number yet".to_owned(),
    };
    let old = figure_text(former, unit, None);
    ReviewYear { year: year.year.to_string(), old, proposed: Some(proposed), change }
}

fn change_text(
    former: Amount,
    proposed: Amount,
    unit: Option<&Unit>,
    polarity: Option<Polarity>,
) -> String {
    let Some(change) = proposed.decimal().checked_sub(former.decimal()) else {
        return "Too large to work out".to_owned();
    };
    if change.is_zero() {
        return "No change".to_owned();
    }
    let size = Amount::from(change.abs().normalize());
    let size = match unit {
        Some(Unit::Percent) => {
            let number = number_text(size, None);
            let points = if number == "1" { "point" } else { "points" };
            format!("{number} {points}")
        }
        unit => figure_text(size, unit, None),
    };
    let is_higher = change.is_sign_positive();
    let way = if is_higher { "higher" } else { "lower" };
    match (polarity, is_higher) {
        (Some(Polarity::Higher), true) | (Some(Polarity::Lower), false) => {
            format!("{size} {way}: harder to meet")
        }
        (Some(Polarity::Higher), false) | (Some(Polarity::Lower), true) => {
            format!("{size} {way}: easier to meet")
        }
        _ => format!("{size} {way}"),
    }
}
