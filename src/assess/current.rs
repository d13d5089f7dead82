//! The current figure, and whether another can be held against it.

use super::verdict::Reason;
use crate::model::{Figure, Measure, Value};
use crate::terms::Unit;

/// The current figure, or why there is none.
pub(super) fn current(measure: &Measure) -> Result<&Figure, Reason> {
    match &measure.current {
        Value::Figure(figure) => Ok(figure),
        Value::Absent(gap) => {
            let clause = format!("there is no current figure; {}", gap.clause());
            Err(Reason::new("No current figure", clause))
        }
    }
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
