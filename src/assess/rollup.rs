//! Rows counted by status, and the status that they give their objective where the file asks for one.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Assessment;
use super::reported::{is_rated, measure_progress, milestone_progress};
use super::verdict::{Derivation, Reason, RuleText, Verdict};
use super::words::sentence;
use crate::model::{Group, Report};
use crate::terms::{Amount, Keyword, ObjectiveRule, Progress, in_sentence, rounded};

/// How many rows have each status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<Progress, usize>);

/// The measures and the milestones of an objective, or of a report, by status.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rollup {
    /// The measures.
    pub measures: Tally,
    /// The milestones.
    pub milestones: Tally,
}

impl Tally {
    fn of(statuses: impl Iterator<Item = Progress>) -> Self {
        let mut tally = Self::default();
        for status in statuses {
            *tally.0.entry(status).or_default() += 1;
        }
        tally
    }

    /// How many rows have a status.
    #[must_use]
    pub fn count(&self, progress: Progress) -> usize {
        self.0.get(&progress).copied().unwrap_or_default()
    }

    /// How many rows there are.
    #[must_use]
    pub fn all(&self) -> usize {
        self.0.values().sum()
    }

    /// How many rows have a status that says how they go.
    #[must_use]
    pub fn rated(&self) -> usize {
        self.0.iter().filter(|(progress, _)| is_rated(**progress)).map(|(_, count)| count).sum()
    }

    /// Each status that some row has, with how many, worst first and what is not rated last.
    pub fn each(&self) -> impl Iterator<Item = (Progress, usize)> {
        self.0.iter().map(|(progress, count)| (*progress, *count))
    }

    /// The share of a status among the rows that are rated, in whole percent; none for a status that says
    /// nothing of how a row goes, and where no row is rated.
    #[must_use]
    pub fn share_of_rated(&self, progress: Progress) -> Option<Amount> {
        if is_rated(progress) { share(self.count(progress), self.rated()) } else { None }
    }

    /// The share of a status among all rows, in whole percent.
    ///
    /// Each share is rounded for itself, halves away from zero: three shares of a third are 33% each, and are
    /// not made to add up to 100%.
    #[must_use]
    pub fn share_of_all(&self, progress: Progress) -> Option<Amount> {
        share(self.count(progress), self.all())
    }
}

fn share(count: usize, of: usize) -> Option<Amount> {
    let percent = Decimal::from(count).checked_mul(Decimal::ONE_HUNDRED)?;
    Some(rounded(percent.checked_div(Decimal::from(of))?, 0).into())
}

impl Rollup {
    /// The rows under an objective.
    #[must_use]
    pub fn of_group(group: &Group, assessment: &Assessment) -> Self {
        Self::of_rows(group.measures.iter().copied(), group.milestones.iter().copied(), assessment)
    }

    /// All rows of a report.
    #[must_use]
    pub fn of_report(report: &Report, assessment: &Assessment) -> Self {
        Self::of_rows(0..report.measures.len(), 0..report.milestones.len(), assessment)
    }

    fn of_rows(
        measures: impl Iterator<Item = usize>,
        milestones: impl Iterator<Item = usize>,
        assessment: &Assessment,
    ) -> Self {
        let measures = measures.filter_map(|row| measure_progress(assessment, row));
        let milestones = milestones.filter_map(|row| milestone_progress(assessment, row));
        Self {
            measures: Tally::of(measures.map(Verdict::status)),
            milestones: Tally::of(milestones.map(Verdict::status)),
        }
    }
}

/// The status that its rows give an objective, by the rule that the file chooses; none where it chooses none, and
/// for rows that stand under no objective.
///
/// Only rows that are rated count, measures and milestones alike; without any, the objective is not rated.
///
/// - *worst*: the worst status of any row.
/// - *majority*: the status that more than half of the rows have. Complete counts as on course, unless every row
///   is complete. Without such a status, as at three on course and three off course: uncertain.
/// - *weighted*: the same by the weights of the measures, of which each is 1 where the file gives none; a milestone
///   weighs 1.
///
/// It is said in `names`, as far as its rows have such for their statuses.
#[must_use]
pub fn objective_status(
    report: &Report,
    group: &Group,
    assessment: &Assessment,
    names: &[(Progress, String)],
) -> Option<Verdict<Progress>> {
    let rule = report.document.objective_status?;
    group.id.as_ref()?;
    let mut derivation = Derivation::default();
    let called = |status: Progress| {
        let name = names.iter().find(|(named, _)| *named == status);
        name.map_or_else(|| sentence(status.word()), |(_, name)| name.clone())
    };
    Some(match judge(rule, (report, group, assessment), &called, &mut derivation) {
        Ok((status, sentence)) => {
            derivation.sentence = sentence;
            derivation.rule = Some(rule_text(rule, &in_sentence(&called(Progress::Uncertain))));
            Verdict::new(status, derivation)
        }
        Err(reason) => {
            derivation.sentence = format!("Not rated: {}.", reason.clause);
            derivation.reason = Some(reason.short);
            Verdict::new(Progress::NotRated, derivation)
        }
    })
}

fn judge(
    rule: ObjectiveRule,
    (report, group, assessment): (&Report, &Group, &Assessment),
    called: &impl Fn(Progress) -> String,
    derivation: &mut Derivation,
) -> Result<(Progress, String), Reason> {
    let measures = group.measures.iter().filter_map(|row| {
        let weight = report.measures.get(*row)?.said.weight.map_or(Decimal::ONE, Amount::decimal);
        Some((measure_progress(assessment, *row)?.status(), weight))
    });
    let milestones = group
        .milestones
        .iter()
        .filter_map(|row| Some((milestone_progress(assessment, *row)?.status(), Decimal::ONE)));
    let rows: Vec<(Progress, Decimal)> = measures.chain(milestones).collect();
    let (rated, unrated): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(status, _)| is_rated(*status));
    let tally = Tally::of(rated.iter().map(|(status, _)| *status));
    for (status, count) in tally.each() {
        derivation.step(called(status), rows_text(count), "rows under the objective");
    }
    if !unrated.is_empty() {
        derivation.step("Not rated", rows_text(unrated.len()), "left out of the rule");
    }
    let Some(worst) = rated.iter().map(|(status, _)| *status).min() else {
        return Err(Reason::new("No row rated", "none of its rows is rated"));
    };
    let all = tally.all();
    if rule == ObjectiveRule::Worst {
        let count = tally.count(worst);
        let text = format!(
            "{}: the worst of {} rated, and the status of {count} of them.",
            called(worst),
            rows_text(all)
        );
        return Ok((worst, text));
    }
    let weigh =
        |weight: Decimal| if rule == ObjectiveRule::Weighted { weight } else { Decimal::ONE };
    let every_is_complete = tally.count(Progress::Complete) == all;
    let mut weights: BTreeMap<Progress, Decimal> = BTreeMap::new();
    let mut total = Decimal::ZERO;
    for (status, weight) in &rated {
        let status = match status {
            Progress::Complete if !every_is_complete => Progress::OnCourse,
            status => *status,
        };
        let entry = weights.entry(status).or_default();
        *entry = entry.checked_add(weigh(*weight)).ok_or_else(Reason::too_large)?;
        total = total.checked_add(weigh(*weight)).ok_or_else(Reason::too_large)?;
    }
    if total.is_zero() {
        return Err(Reason::new("No weight", "all of its rated rows have a weight of 0"));
    }
    if rule == ObjectiveRule::Weighted {
        let rated = |row: &usize| {
            let status = measure_progress(assessment, *row)?.status();
            is_rated(status).then_some((report.measures.get(*row)?, status))
        };
        for (measure, status) in group.measures.iter().filter_map(rated) {
            let weight = measure.said.weight.map(|one| one.decimal().normalize());
            if let Some(weight) = weight.filter(|weight| *weight != Decimal::ONE) {
                let what = format!("Weight of {}", measure.name());
                derivation.step(what, weight.to_string(), in_sentence(&called(status)));
            }
        }
        for (status, weight) in &weights {
            let what = format!("Weight that is {}", in_sentence(&called(*status)));
            derivation.step(
                what,
                weight.normalize().to_string(),
                format!("of {}", total.normalize()),
            );
        }
    }
    let more_than_half = weights
        .iter()
        .find(|(_, weight)| weight.checked_mul(Decimal::TWO).is_some_and(|twice| twice > total));
    let of = if rule == ObjectiveRule::Weighted {
        format!("a total weight of {} ({} rated)", total.normalize(), rows_text(all))
    } else {
        format!("{} rated", rows_text(all))
    };
    let Some((status, weight)) = more_than_half else {
        let status = Progress::Uncertain;
        return Ok((status, format!("{}: no status has more than half of {of}.", called(status))));
    };
    let weight = weight.normalize();
    let text = format!("{}: {weight} of {of}, which is more than half.", called(*status));
    Ok((*status, text))
}

fn rule_text(rule: ObjectiveRule, uncertain: &str) -> RuleText {
    let more_than_half = |of: &str, weighs: &str| {
        format!(
            "An objective has the status that more than half of {of}, complete counting as on course unless all are complete; without such a status it is {uncertain}.{weighs}"
        )
    };
    let (name, text) = match rule {
        ObjectiveRule::Worst => (
            "Worst of its rows",
            "An objective has the worst status of any of its rows that is rated.".to_owned(),
        ),
        ObjectiveRule::Majority => {
            ("Majority of its rows", more_than_half("its rated rows have", ""))
        }
        ObjectiveRule::Weighted => (
            "Weighted majority of its rows",
            more_than_half(
                "the weight of its rated rows has",
                " A measure weighs what the file says or 1, a milestone 1.",
            ),
        ),
    };
    RuleText { name: name.to_owned(), text }
}

fn rows_text(count: usize) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{count} rows") }
}
