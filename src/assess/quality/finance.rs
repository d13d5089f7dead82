//! A financial statement whose printed figures do not agree with those that they should come from.

use super::doubt::{Concern, DoubtKind};
use crate::assess::finance::{Accounts, disagreements};
use crate::model::{LinePlace, Report};

const REMEDY: &str = "Correct the figures, or say in a note on the line why they differ.";

/// Every way in which a line's figures do not agree, unless a note on the line explains it.
///
/// What is held against what, and how much rounding is allowed for, is said by [`Accounts`].
pub(super) fn statement(report: &Report, accounts: &Accounts, statement: usize) -> Vec<Concern> {
    let Some(lines) = report.finance.get(statement).map(|statement| &statement.lines) else {
        return Vec::new();
    };
    let places = lines.iter().enumerate().filter(|(_, line)| line.note.is_none());
    places
        .flat_map(|(at, line)| {
            let place = LinePlace { statement, line: at };
            let wrong = disagreements(report, accounts, place).into_iter();
            wrong.map(|sentence| format!("{}: {sentence}", line.title))
        })
        .map(|what| Concern::new(DoubtKind::DoesNotAddUp, what, REMEDY))
        .collect()
}
