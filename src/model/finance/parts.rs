//! Which lines a subtotal or a total is the sum of, where the file does not list them.

use std::collections::BTreeSet;

use super::StatementLine;
use crate::terms::LineRole;

/// The places of the lines that the line at a place is the sum of.
///
/// - A subtotal is of the plain lines of its group above it, down from the last subtotal of that group; without a
///   group, of those down from the last line that is not plain.
/// - A total is of all that stands above it: of an earlier total with everything below that, of subtotals, and of
///   the plain lines that no subtotal is of.
///
/// `of` gives the lines of the subtotals above, which are known before it.
pub(super) fn parts(
    lines: &[StatementLine],
    at: usize,
    of: impl Fn(usize) -> Vec<usize>,
) -> Vec<usize> {
    let Some((line, above)) = lines.get(at).zip(lines.get(..at)) else { return Vec::new() };
    let mut parts = match line.role {
        LineRole::Line | LineRole::Heading => Vec::new(),
        LineRole::Subtotal => of_a_subtotal(line.group.as_deref(), above),
        LineRole::Total => of_a_total(above, of),
    };
    parts.reverse();
    parts
}

fn of_a_subtotal(group: Option<&str>, above: &[StatementLine]) -> Vec<usize> {
    let ends = |line: &StatementLine| match group {
        Some(_) => line.role == LineRole::Subtotal && line.group.as_deref() == group,
        None => line.role != LineRole::Line,
    };
    let upwards = above.iter().enumerate().rev().take_while(|(_, line)| !ends(line));
    upwards
        .filter(|(_, line)| line.role == LineRole::Line)
        .filter(|(_, line)| group.is_none() || line.group.as_deref() == group)
        .map(|(at, _)| at)
        .collect()
}

fn of_a_total(above: &[StatementLine], of: impl Fn(usize) -> Vec<usize>) -> Vec<usize> {
    let mut parts = Vec::new();
    let mut covered = BTreeSet::new();
    for (at, line) in above.iter().enumerate().rev() {
        if matches!(line.role, LineRole::Subtotal | LineRole::Total) {
            covered.extend(of(at));
        }
        if line.role != LineRole::Heading && !covered.contains(&at) {
            parts.push(at);
            if line.role == LineRole::Total {
                break;
            }
        }
    }
    parts
}
