//! Progress of a measure: its figure against its target, within a tolerance.

use super::compared::Compared;
use super::course::course;
use super::current::{current, same_unit};
use super::verdict::{Derivation, Progress, Reason, RuleText, Verdict};
use crate::model::{Level, Measure, Report, Rule, Target};
use crate::terms::Polarity;

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
    let Some(quarter) = report.period.quarter() else {
        return Err(Reason::new(
            "A plan",
            "this is a plan, and progress is judged in the quarters",
        ));
    };
    let figure = current(measure)?;
    let shown = figure.text(measure.unit.as_ref(), measure.places);
    derivation.step("Current value", shown, format!("{}, {}", report.file, measure.name()));
    let level = level(measure)?;
    let target = level.text(measure.unit.as_ref(), measure.places);
    derivation.step("Target for the year", target, format!("{}, {}", report.file, measure.name()));
    let polarity = match measure.polarity {
        Some(Polarity::None) => {
            return Err(Reason::new(
                "Monitored only",
                "it is monitored only, and neither higher nor lower is better",
            ));
        }
        Some(polarity) => polarity,
        None => {
            return Err(Reason::new("No polarity", "the file does not say which way is better"));
        }
    };
    let Some(value) = figure.amount() else {
        return Err(Reason::new(
            "Not one number",
            "the current value is not one number that could be held against the target",
        ));
    };
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

fn level(measure: &Measure) -> Result<&Level, Reason> {
    match &measure.target {
        Target::Level(level) => Ok(level),
        Target::Absent(gap) => {
            Err(Reason::new("No target", format!("there is no target; {}", gap.clause())))
        }
        Target::Words(words) => Err(Reason::new(
            "Target in words",
            format!("the target is “{words}”, which gives no number to hold the figure against"),
        )),
        Target::Parts(_) => Err(Reason::new(
            "Target in parts",
            "the target is given in parts, and there is no rule for rating the measure as a whole",
        )),
    }
}

fn rule_text(rule: &Rule) -> RuleText {
    let name = match (&rule.name, rule.tolerance) {
        (Some(name), _) => name.clone(),
        (None, None) => "Met or not met".to_owned(),
        (None, Some(_)) => "Target with tolerance".to_owned(),
    };
    RuleText { name, text: rule.text() }
}
