//! What a status is asked of: quarter, current figure, target and polarity, or why one of them is missing.

use super::verdict::Reason;
use crate::model::{Figure, Gap, Level, Measure, Report, Target, Value};
use crate::terms::{Amount, Polarity, Quarter, Unit};

/// The report's quarter, unless it is a plan.
pub(super) fn quarter(report: &Report) -> Result<Quarter, Reason> {
    report.period.quarter().ok_or_else(|| {
        Reason::new("A plan", "this is a plan, and progress is judged in the quarters")
    })
}

/// The current figure, or why there is none.
pub(super) fn current(measure: &Measure) -> Result<&Figure, Reason> {
    match &measure.current {
        Value::Figure(figure) => Ok(figure),
        Value::Absent(gap) => Err(no_figure(gap)),
    }
}

/// There is no current figure, and why.
pub(super) fn no_figure(gap: &Gap) -> Reason {
    Reason::new("No current figure", format!("there is no current figure; {}", gap.clause()))
}

/// Stops unless the current figure is in the unit of another number, which is called "the target" or "a year
/// before". A number without a unit of its own is in the measure's.
pub(super) fn same_unit(
    measure: &Measure,
    figure: &Figure,
    other: Option<&Unit>,
    called: &str,
) -> Result<(), Reason> {
    let actual = figure.unit.as_ref().or(measure.unit.as_ref());
    let other = other.or(measure.unit.as_ref());
    match (actual, other) {
        (Some(actual), Some(other)) if actual != other => Err(Reason::new(
            "Other unit",
            format!("the figure is in another unit ({actual}) than {called} ({other})"),
        )),
        _ => Ok(()),
    }
}

/// The one number that stands for the current figure.
pub(super) fn one_number(figure: &Figure) -> Result<Amount, Reason> {
    figure.amount().ok_or_else(|| {
        Reason::new(
            "Not one number",
            "the current value is not one number that could be held against the target",
        )
    })
}

/// Which way is better, or near to what.
pub(super) fn polarity(measure: &Measure) -> Result<Polarity, Reason> {
    match measure.polarity {
        Some(Polarity::None) => Err(Reason::new(
            "Monitored only",
            "it is monitored only, and neither higher nor lower is better",
        )),
        Some(polarity) => Ok(polarity),
        None => Err(Reason::new("No polarity", "it is not said which way is better")),
    }
}

/// The number to reach, or why there is none.
pub(super) fn level(measure: &Measure) -> Result<&Level, Reason> {
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
