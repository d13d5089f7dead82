//! Direction of travel: the current figure beside the same period last year.

use rust_decimal::Decimal;

use super::verdict::{Derivation, Direction, Reason, RuleText, Verdict};
use crate::model::{History, Measure, Past, PastFigure, Report, Value};
use crate::terms::{Amount, Polarity, Unit, number_text, rounded};

/// Judges a measure's direction of travel against the same period last year.
///
/// "The same" is equality at the decimal places that the measure is printed with, or exact equality where
/// the file does not say how many.
#[must_use]
pub fn direction(history: &History, report: usize, measure: usize) -> Verdict<Direction> {
    let this = &history.reports()[report];
    let row = &this.measures[measure];
    let mut derivation = Derivation::default();
    match judge(history, (report, measure), this, row, &mut derivation) {
        Ok((status, sentence)) => {
            derivation.sentence = sentence;
            derivation.rule = Some(RuleText {
                name: "Same period last year".to_owned(),
                text: match row.places {
                    Some(_) => "The current figure is compared with the same period last year, both at the decimal places printed.",
                    None => "The current figure is compared with the same period last year, exactly as both are written.",
                }
                .to_owned(),
            });
            Verdict::new(status, derivation)
        }
        Err(reason) => {
            derivation.sentence = format!("Not comparable: {}.", reason.clause);
            derivation.reason = Some(reason.short);
            Verdict::new(Direction::NotComparable, derivation)
        }
    }
}

fn judge(
    history: &History,
    (report, measure): (usize, usize),
    this: &Report,
    row: &Measure,
    derivation: &mut Derivation,
) -> Result<(Direction, String), Reason> {
    if this.period.quarter().is_none() {
        return Err(Reason::new(
            "A plan",
            "this is a plan, and direction is judged in the quarters",
        ));
    }
    let figure = match &row.current {
        Value::Figure(figure) => figure,
        Value::Absent(gap) => {
            let clause = format!("there is no current figure; {}", gap.clause());
            return Err(Reason::new("No current figure", clause));
        }
    };
    let Some(now) = figure.amount() else {
        return Err(Reason::new("Not one number", "the current value is not one number"));
    };
    let shown = figure.text_of(now, row.unit.as_ref(), row.places);
    derivation.step("Current value", shown.clone(), format!("{}, {}", this.file, row.name()));
    let then = match history.same_period_last_year(report, measure) {
        Past::Known(then) => then,
        Past::Absent(gap) => {
            let clause =
                format!("there is no figure for the same period last year; {}", gap.clause());
            return Err(Reason::new("No earlier figure", clause));
        }
        Past::Changed(changes) => {
            return Err(Reason::new("Definition changed", changes.join("; ")));
        }
        Past::Disagreeing(figures) => {
            return Err(Reason::new("Files disagree", disagreement(row, &figures)));
        }
        Past::Unknown => {
            return Err(Reason::new(
                "No earlier figure",
                "no figure for the same period last year is loaded",
            ));
        }
    };
    derivation.step(
        format!("Same period last year ({})", then.period),
        row.figure_text(then.amount),
        then.origin.clone(),
    );
    let moved = movement(row, now, then.amount)?;
    let status = status(row, now, then.amount, moved)?;
    Ok((status, sentence(row, &shown, &then, moved, status)))
}

/// Now less then, at the precision that is printed.
fn movement(row: &Measure, now: Amount, then: Amount) -> Result<Decimal, Reason> {
    let (now, then) = match row.places {
        Some(places) => (rounded(now.decimal(), places), rounded(then.decimal(), places)),
        None => (now.decimal(), then.decimal()),
    };
    now.checked_sub(then).ok_or_else(Reason::too_large)
}

fn status(row: &Measure, now: Amount, then: Amount, moved: Decimal) -> Result<Direction, Reason> {
    let up = moved.is_sign_positive();
    let level = moved.is_zero();
    match row.polarity {
        None => Err(Reason::new("No polarity", "the file does not say which way is better")),
        Some(Polarity::None) if level => Ok(Direction::Level),
        Some(Polarity::None) => Ok(if up { Direction::Higher } else { Direction::Lower }),
        Some(_) if level => Ok(Direction::Same),
        Some(Polarity::Higher) => Ok(if up { Direction::Better } else { Direction::Worse }),
        Some(Polarity::Lower) => Ok(if up { Direction::Worse } else { Direction::Better }),
        Some(Polarity::Plan) => {
            let target = row.target.level().ok_or_else(|| {
                Reason::new("No target", "near to the plan is better, and there is no target")
            })?;
            let distance = |amount: Amount| (amount.decimal() - target.amount.decimal()).abs();
            Ok(match distance(now).cmp(&distance(then)) {
                std::cmp::Ordering::Less => Direction::Better,
                std::cmp::Ordering::Equal => Direction::Same,
                std::cmp::Ordering::Greater => Direction::Worse,
            })
        }
    }
}

fn sentence(
    row: &Measure,
    now: &str,
    then: &PastFigure,
    moved: Decimal,
    status: Direction,
) -> String {
    let before = row.figure_text(then.amount);
    let word = match status {
        Direction::Better => "Better",
        Direction::Same => "The same",
        Direction::Worse => "Worse",
        Direction::Higher => "Higher",
        Direction::Level => "Level",
        Direction::Lower => "Lower",
        Direction::NotComparable => "Not comparable",
    };
    let size = Amount::from(moved.abs());
    let size = match row.unit {
        Some(Unit::Percent) => format!("{} points", number_text(size, row.places)),
        _ => row.figure_text(size),
    };
    let movement = if moved.is_zero() {
        "no change".to_owned()
    } else if moved.is_sign_positive() {
        format!("{size} more")
    } else {
        format!("{size} less")
    };
    format!(
        "{word}: {now} now, {before} in the same period last year ({}): {movement}.",
        then.period
    )
}

fn disagreement(row: &Measure, figures: &[PastFigure]) -> String {
    let each: Vec<String> = figures
        .iter()
        .map(|figure| format!("{} in {}", row.figure_text(figure.amount), figure.origin))
        .collect();
    format!("files give different figures for the same period last year: {}", each.join(", "))
}
