//! Lines that should come to the same in several statements.

use super::check::{Check, CheckKind, plain};
use super::line_at;
use super::sum::inputs;
use crate::model::{Column, LinePlace, Statement};

/// The figures of a line against those that it is said to agree with.
pub(super) fn checks(statements: &[Statement], at: LinePlace) -> Vec<Check> {
    let Some(line) = line_at(statements, at).filter(|line| !line.agrees_with.is_empty()) else {
        return Vec::new();
    };
    let unit = statements[at.statement].unit.as_ref();
    let check = |column| {
        let printed = plain(line.given(column))?;
        let inputs = inputs(statements, column, &line.agrees_with);
        Check::of_sum(column, CheckKind::Agreement, printed, inputs, unit)
    };
    Column::ALL.into_iter().filter_map(check).collect()
}
