//! A summary against the statements that it sums up, line by line.

use rust_decimal::Decimal;

use super::check::{Check, CheckKind, Outcome, plain, rounding};
use super::line_at;
use super::sum::inputs;
use crate::model::{Column, LinePlace, Statement, StatementLine};
use crate::terms::{Amount, LineRole};

/// The figures of a summary's line against the sums of the departments' lines of that title.
///
/// Where the departments' statements are not all there, the difference is what the others must have. It is only wrong
/// where it would have the other sign than what it is taken from, which spending on one line, or income, cannot have;
/// or where the figures of two lines stand the other way round in the statement that both come from.
pub(super) fn checks(statements: &[Statement], at: LinePlace) -> Vec<Check> {
    let Some(line) = line_at(statements, at) else { return Vec::new() };
    let matched = alike(statements, at);
    if matched.is_empty() {
        return Vec::new();
    }
    let statement = &statements[at.statement];
    let check = |column| {
        let printed = plain(line.given(column))?;
        let inputs = inputs(statements, column, &matched);
        Check::of_sum(column, CheckKind::Departments, printed, inputs, statement.unit.as_ref())
    };
    let mut checks: Vec<Check> = Column::ALL.into_iter().filter_map(check).collect();
    let other = other_way_round(statements, at);
    for check in &mut checks {
        if check.difference.decimal().is_zero() {
            continue;
        }
        if let Some(other) = other {
            check.outcome = Outcome::Swapped(other);
        } else if statement.rest.is_some() {
            let is_plain = line.role == LineRole::Line && check.column != Column::Variance;
            let is_wrong = is_plain && takes_too_much(check, statement);
            check.outcome = if is_wrong { Outcome::Differs } else { Outcome::Leaves };
        }
    }
    checks
}

/// Whether the departments come to more than the whole.
fn takes_too_much(check: &Check, statement: &Statement) -> bool {
    let (sum, left) = (check.worked_out.decimal(), check.difference.decimal());
    let amounts = check.inputs.iter().filter_map(|input| input.amount).chain([check.printed]);
    !sum.is_zero()
        && sum.is_sign_negative() != left.is_sign_negative()
        && left.abs() > rounding(amounts, statement.unit.as_ref())
}

/// The lines of the statements summed up that have the title of a summary's line.
pub(super) fn alike(statements: &[Statement], at: LinePlace) -> Vec<LinePlace> {
    let Some(line) = line_at(statements, at).filter(|line| line.role != LineRole::Heading) else {
        return Vec::new();
    };
    let places = statements[at.statement].sums_up.iter().filter_map(|place| {
        let lines = &statements.get(*place)?.lines;
        Some(lines.iter().enumerate().map(move |(line, other)| (*place, line, other)))
    });
    places
        .flatten()
        .filter(|(_, _, other)| are_alike(line, other))
        .map(|(statement, line, _)| LinePlace { statement, line })
        .collect()
}

fn are_alike(summary: &StatementLine, own: &StatementLine) -> bool {
    let plain = |role| role == LineRole::Line;
    own.role != LineRole::Heading
        && plain(summary.role) == plain(own.role)
        && std::iter::once(&summary.title)
            .chain(&summary.also)
            .any(|title| letters(title) == letters(&own.title))
}

/// A title without what printers change: "Government Grant - Income" is "Government Grant Income".
fn letters(title: &str) -> String {
    title.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Another line of the summary with which this one's figures are exchanged: each has, in the one statement that both
/// come from, what the other has here.
fn other_way_round(statements: &[Statement], at: LinePlace) -> Option<LinePlace> {
    let only = |at| match alike(statements, at).as_slice() {
        [only] => Some(*only),
        _ => None,
    };
    let own = only(at)?;
    let here = figures(statements, at)?;
    let there = figures(statements, own)?;
    if here == there {
        return None;
    }
    let lines = 0..statements[at.statement].lines.len();
    lines.map(|line| LinePlace { statement: at.statement, line }).find(|other| {
        *other != at
            && figures(statements, *other).as_ref() == Some(&there)
            && only(*other).is_some_and(|twin| {
                twin.statement == own.statement && figures(statements, twin).as_ref() == Some(&here)
            })
    })
}

/// Every figure of a line; none where there is none, or all are 0.
fn figures(statements: &[Statement], at: LinePlace) -> Option<[Option<Amount>; 5]> {
    let line = line_at(statements, at)?;
    let figures = Column::ALL.map(|column| plain(line.given(column)));
    figures.iter().flatten().any(|one| one.decimal() != Decimal::ZERO).then_some(figures)
}

/// The plain lines, with a figure other than 0, of the statements that a summary sums up for which it has none.
pub(super) fn left_out(statements: &[Statement], summary: usize) -> Vec<(LinePlace, usize)> {
    let Some(own) = statements.get(summary) else { return Vec::new() };
    let mut left_out = Vec::new();
    for place in &own.sums_up {
        for line in 0..statements.get(*place).map_or(0, |statement| statement.lines.len()) {
            let at = LinePlace { statement: *place, line };
            let is_named = line_at(statements, at)
                .is_none_or(|line| own.lines.iter().any(|one| are_alike(one, line)));
            let is_plain = line_at(statements, at).is_some_and(|line| line.role == LineRole::Line);
            if is_plain && !is_named && figures(statements, at).is_some() {
                left_out.push((at, summary));
            }
        }
    }
    left_out
}
