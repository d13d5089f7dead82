//! Progress of a measure: its figure against its target, within a tolerance.

use super::compared::Compared;
use super::course::course;
use super::current::{current, level, one_number, polarity, quarter, same_unit};
use super::verdict::{Derivation, Progress, Reason, RuleText, Verdict};
use crate::model::{Measure, Report, Rule};

/// Judges a measure's progress. Without a target, a value and a polarity there is no status.
#[must_use]
pub fn progress(report: &Report, measure: &Measure) -> Verdict<Progress> {
    let mut derivation = Derivation::default();
    match judge(report, measure, &mut derivation) {
        Ok((status, sentence)) => {
            derivation.sentence = sentence;
            Verdict::new(status, derivation)
        }
        Err(reason) => {
            derivation.sentence = format!("Not rated: {}.", reason.clause);
            derivation.reason = Some(reason.short);
            Verdict::new(Progress::NotRated, derivation)
        }
    }
}

fn judge(
    report: &Report,
    measure: &Measure,
    derivation: &mut Derivation,
) -> Result<(Progress, String), Reason> {
    let quarter = quarter(report)?;
    let figure = current(measure)?;
    let shown = figure.text(measure.unit.as_ref(), measure.places);
    derivation.step("Current value", shown, format!("{}, {}", report.file, measure.name()));
    let level = level(measure)?;
    let target = level.text(measure.unit.as_ref(), measure.places);
    derivation.step("Target for the year", target, format!("{}, {}", report.file, measure.name()));
    let polarity = polarity(measure)?;
    let value = one_number(figure)?;
    same_unit(measure, figure, level.unit.as_ref(), "the target")?;
    // Figure and target are in one unit, which need not be the measure's own.
    let in_unit = figure.unit.clone().map(|unit| Measure { unit: Some(unit), ..measure.clone() });
    let measure = in_unit.as_ref().unwrap_or(measure);
    let course = course(measure, level, figure, quarter, derivation)?;
    let rule = measure.rule.as_ref().or(report.rule.as_ref()).ok_or_else(|| {
        Reason::new("No rule", "the report's rule contradicts itself, so there is none to judge by")
    })?;
    let compared = Compared { measure, level, polarity, value, course: &course };
    let status = match figure.nearness {
        None => compared.status(rule, derivation)?,
        Some(nearness) => compared.status_of_bound(nearness, rule, derivation)?,
    };
    derivation.rule = Some(rule_text(rule));
    Ok((status, compared.sentence(status, rule, figure, quarter)))
}

fn rule_text(rule: &Rule) -> RuleText {
    let name = match (&rule.name, rule.tolerance) {
        (Some(name), _) => name.clone(),
        (None, None) => "Met or not met".to_owned(),
        (None, Some(_)) => "Target with tolerance".to_owned(),
    };
    RuleText { name, text: rule.text() }
}
