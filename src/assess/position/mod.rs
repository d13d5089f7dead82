//! The position now: a measure's figure against what it should be, by the conditions of a rule.

mod bands;
mod compared;
mod sentence;

use std::rc::Rc;

use rust_decimal::Decimal;

use bands::{apply, apply_to_bound, beyond};
use compared::Compared;

use super::Outlook;
use super::course::{annual_course, course};
use super::current::{current, level, one_number, polarity, quarter, same_unit};
use super::question::{Asked, Question};
use super::verdict::{Draft, Reason, RuleText, Verdict};
use super::words::called;
use crate::assess::NO_YEAR_AGO;
use crate::model::{Condition, Measure, Report, Rule, Size, Years};
use crate::terms::{Absence, Against, Amount, Direction, Progress, Quarter, places_written};

/// What a rule may ask about a measure beside its figure and its target.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence<'e> {
    /// Its direction of travel since the same period last year.
    pub last_year: Option<&'e Verdict<Direction>>,
    /// Its year-end outlook.
    pub outlook: Option<&'e Verdict<Progress>>,
    /// The projected outturn on which the outlook rests.
    pub projected: Option<Amount>,
    /// Whether it is a percentage or a rate that is seen to build up over the year.
    pub builds_up: bool,
}

impl<'e> Evidence<'e> {
    /// What the direction since the same period last year and the outlook say.
    #[must_use]
    pub fn of(last_year: Option<&'e Verdict<Direction>>, outlook: &'e Outlook) -> Self {
        let (projected, builds_up) = (outlook.projected(), outlook.builds_up());
        Self { last_year, outlook: Some(&outlook.verdict), projected, builds_up }
    }

    fn last_year(&self) -> Result<Direction, Reason> {
        let known = self.last_year.map(Verdict::status).filter(|status| {
            matches!(status, Direction::Better | Direction::Same | Direction::Worse)
        });
        known.ok_or_else(|| {
            Reason::new(
                NO_YEAR_AGO,
                "the target is missed, and the rule needs the same period last year, with which it cannot be compared",
            )
        })
    }

    fn outlook(&self) -> Result<Progress, Reason> {
        let known = self.outlook.map(Verdict::status).filter(|status| status.is_rated());
        known.ok_or_else(|| {
            Reason::new(
                "No outlook",
                "the target is missed, and the rule needs the year-end outlook, which there is not",
            )
        })
    }
}

/// Judges how a measure stands now by its rule. Without a target, a value and a polarity there is no status.
#[must_use]
pub fn position(report: &Report, measure: &Measure, evidence: &Evidence<'_>) -> Verdict<Progress> {
    position_by(report, measure, measure.rule.as_deref(), evidence)
}

/// Judges how a measure stands now by a rule that need not be its own.
#[must_use]
pub fn position_by(
    report: &Report,
    measure: &Measure,
    rule: Option<&Rule>,
    evidence: &Evidence<'_>,
) -> Verdict<Progress> {
    let mut derivation = Draft::written();
    let (status, reason) = decide(report, measure, rule, evidence, &mut derivation);
    Verdict::new(status, derivation.finish(reason))
}

/// The same for a whole report, by its own rule, with the derivation written when it is asked for.
pub(super) fn position_on_demand(
    question: &Rc<Question>,
    evidence: &Evidence<'_>,
) -> Verdict<Progress> {
    let (report, measure, rule) = (question.report(), question.measure(), question.rule.as_deref());
    let found = decide(report, measure, rule, evidence, &mut Draft::unwritten());
    Verdict::on_demand(found, question, Asked::Position)
}

/// The status or, where there is none, also why.
fn decide(
    report: &Report,
    measure: &Measure,
    rule: Option<&Rule>,
    evidence: &Evidence<'_>,
    derivation: &mut Draft,
) -> (Progress, Option<&'static str>) {
    match judge(report, measure, rule, evidence, derivation) {
        Ok(status) => (status, None),
        Err(reason) => {
            let status = unrated(report, measure, rule, &reason);
            derivation.sentence(|| format!("{}: {}.", called(rule, status), reason.clause));
            (status, Some(reason.short))
        }
    }
}

fn judge(
    report: &Report,
    measure: &Measure,
    rule: Option<&Rule>,
    evidence: &Evidence<'_>,
    derivation: &mut Draft,
) -> Result<Progress, Reason> {
    let quarter = quarter(report)?;
    let figure = current(measure)?;
    let unit = measure.unit.as_ref();
    let from = || format!("{}, {}", report.file, measure.name());
    // As they are written: what is worked out from them can then be followed to the last digit.
    derivation.step(|| ("Current value", figure.text(unit, None), from()));
    let level = level(measure)?;
    // What is entered without a report may be a target for the quarter, and a rule says that it is held against it.
    let is_as_entered = report.years == Years::Relative
        && rule.is_some_and(|rule| rule.against == Against::AnnualTarget);
    let called = if is_as_entered { "Target" } else { "Target for the year" };
    derivation.step(|| (called, level.text(unit, None), from()));
    let polarity = polarity(measure)?;
    let value = one_number(figure)?;
    same_unit(measure, figure, level.unit.as_ref(), "the target")?;
    let rule = rule.ok_or_else(|| {
        Reason::new("No rule", "its rule could not be read, so there is none to judge by")
    })?;
    // Figure and target are in one unit, which need not be the measure's own.
    let in_unit = figure.unit.clone().map(|unit| Measure { unit: Some(unit), ..measure.clone() });
    let measure = in_unit.as_ref().unwrap_or(measure);
    let written = places_written(value).max(places_written(level.amount));
    let (value, course) = match rule.against {
        Against::Profile => {
            let now = (quarter, evidence.builds_up);
            (value, course(measure, level, figure, now, derivation)?)
        }
        Against::AnnualTarget => (value, annual_course(level)),
        Against::Projection => {
            (projected(measure, evidence, quarter, derivation)?, annual_course(level))
        }
    };
    let beyond = figure.nearness.and_then(|nearness| beyond(nearness, polarity));
    let places = match rule.against {
        // A projection has as many as what it was worked out from, as in its outlook.
        Against::Projection => measure.places.or(u8::try_from(written).ok()),
        Against::Profile | Against::AnnualTarget => measure.places,
    };
    let compared =
        Compared { measure, level, polarity, value, course: &course, rule, places, beyond };
    let applied = match figure.nearness {
        None => apply(&compared, evidence, derivation)?,
        Some(nearness) => apply_to_bound(nearness, &compared, evidence, derivation)?,
    };
    derivation.rule(|| {
        let text = if is_as_entered {
            let bands = Rule { against: Against::Profile, ..rule.clone() };
            let bands = bands.position_text();
            format!("{bands} The figure is held against the target that is entered beside it.")
        } else {
            rule.position_text()
        };
        RuleText { name: rule.position_title().to_owned(), text }
    });
    derivation.sentence(|| {
        let shown = match rule.against {
            Against::Projection => format!("a projected {}", compared.shown(value)),
            Against::Profile | Against::AnnualTarget => figure.text(unit, compared.places()),
        };
        sentence::sentence(&compared, &applied, &shown, quarter)
    });
    Ok(applied.status)
}

/// How far from its target still meets it, where near to the plan is better: what the rule's first limit on
/// either side says, or else the measure's own tolerance.
#[must_use]
pub fn near(measure: &Measure, rule: Option<&Rule>) -> Option<Decimal> {
    let (level, rule) = (measure.target.level()?, rule?);
    let limit = rule.bands.iter().flat_map(|band| &band.conditions).find_map(|one| match one {
        Condition::AwayBy(limit) => Some(*limit),
        _ => None,
    });
    let own = level.tolerance.or(rule.tolerance);
    let tolerance = match limit.map(|limit| limit.size) {
        Some(Size::Given(tolerance)) => Some(tolerance),
        Some(Size::Own) | None => own,
    };
    let course = annual_course(level);
    let (value, polarity) = (level.amount, measure.polarity?);
    let (places, beyond) = (measure.places, None);
    let compared =
        Compared { measure, level, polarity, value, course: &course, rule, places, beyond };
    compared.size(tolerance?).ok()
}

fn projected(
    measure: &Measure,
    evidence: &Evidence<'_>,
    quarter: Quarter,
    derivation: &mut Draft,
) -> Result<Amount, Reason> {
    let projected = evidence.projected.ok_or_else(|| {
        Reason::new(
            "No projection",
            "the rule holds the projected outturn against the target, and there is no projection",
        )
    })?;
    derivation.step(|| {
        let from =
            format!("the year-end outlook at the end of Quarter {}", quarter.number.number());
        ("Projected outturn", measure.working_text(projected), from)
    });
    Ok(projected)
}

/// What the rule calls a measure that it cannot rate.
fn unrated(report: &Report, measure: &Measure, rule: Option<&Rule>, reason: &Reason) -> Progress {
    let (Some(rule), Some(_)) = (rule, report.period.quarter()) else { return Progress::NotRated };
    if let crate::model::Value::Absent(gap) = &measure.current {
        let is_awaited = gap.reason == Absence::NotYetAvailable;
        return if is_awaited { rule.unrated.not_due } else { rule.unrated.no_figure };
    }
    match reason.short {
        "No target" | "Monitored only" => rule.unrated.no_target,
        _ => Progress::NotRated,
    }
}
