//! Figures of a row, or of the same measure in two reports, that are in different units.

use super::super::words::sentence;
use super::case::{Case, Number};
use super::doubt::{Concern, DoubtKind};
use crate::terms::Unit;

/// A row whose figures have units of their own that differ, or whose unit was another in the latest earlier
/// report. A change of unit that the file explains as a change of definition is no doubt.
pub(super) fn changed(case: &Case<'_>) -> Vec<Concern> {
    within(case).or_else(|| between(case)).into_iter().collect()
}

fn within(case: &Case<'_>) -> Option<Concern> {
    let current = case.current().or_else(|| case.target()).or_else(|| case.last_year())?;
    let others: [Option<Number<'_>>; 4] = [
        case.target(),
        case.last_year(),
        case.same_period(),
        // Only the row's own: another file's unit is compared below.
        case.measure.previous_quarter.as_ref().and_then(|_| case.previous_quarter()),
    ];
    let other = others
        .into_iter()
        .flatten()
        .find(|other| current.unit.zip(other.unit).is_some_and(|(one, another)| one != another))?;
    let (one, another) = current.unit.zip(other.unit)?;
    let what = format!(
        "{} is in another unit ({one}: {}) than {} ({another}: {}).",
        sentence(&current.called),
        current.text(),
        other.called,
        other.text()
    );
    Some(Concern::new(
        DoubtKind::UnitChanged,
        what,
        "Give both in one unit; until then they are not compared.",
    ))
}

fn between(case: &Case<'_>) -> Option<Concern> {
    let now = case.measure.unit.as_ref()?;
    let mut earlier = case.joins.iter().filter(|join| join.by.is_certain()).filter_map(|join| {
        let other = case.history.reports().get(join.other_report)?;
        let then = other.measures.get(join.other_measure)?;
        (other.period < case.report.period).then_some((other, then))
    });
    // Joins are in the order of the reports, and these in the order of their periods.
    let (other, then) = earlier.next_back()?;
    let before: &Unit = then.unit.as_ref()?;
    let (definition, former) =
        (case.measure.said.definition.as_deref(), then.said.definition.as_deref());
    let is_explained = definition.is_some_and(|definition| {
        definition.change.is_some()
            && former.is_none_or(|former| former.version != definition.version)
    });
    if before == now || is_explained {
        return None;
    }
    let what = format!("The unit is {now}; in {} ({}) it was {before}.", other.file, other.period);
    Some(Concern::new(
        DoubtKind::UnitChanged,
        what,
        "Correct the unit, or give the definition a new version and say what changed.",
    ))
}
