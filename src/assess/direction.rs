//! Direction of travel: the current figure beside the same period last year.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::current::{current, same_unit};
use super::verdict::{Derivation, Reason, RuleText, Verdict};
use super::words::points_text;
use crate::model::{Figure, History, Measure, Past, PastFigure, Report};
use crate::terms::{Amount, Direction, Nearness, Polarity, Unit, as_printed};

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
    let figure = current(row)?;
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
        then.text(row),
        then.origin.clone(),
    );
    same_unit(row, figure, then.unit.as_ref(), "a year before")?;
    let moved = movement(row, now, then.amount)?;
    let way = way(figure, &then, moved)?;
    let status = status(row, now, then.amount, way)?;
    Ok((status, sentence(row, &shown, &then, moved, way, status)))
}

/// Now less then, at the precision that is printed.
fn movement(row: &Measure, now: Amount, then: Amount) -> Result<Decimal, Reason> {
    let (now, then) = (as_printed(now, row.places), as_printed(then, row.places));
    now.checked_sub(then).ok_or_else(Reason::too_large)
}

/// Whether the figure went up or down. One that is only a bound did so where every number that it can stand
/// for did.
fn way(figure: &Figure, then: &PastFigure, moved: Decimal) -> Result<Ordering, Reason> {
    let seen = moved.cmp(&Decimal::ZERO);
    let may_be_more = matches!(figure.nearness, Some(Nearness::Over | Nearness::About))
        || matches!(then.nearness, Some(Nearness::Under | Nearness::Almost | Nearness::About));
    let may_be_less =
        matches!(figure.nearness, Some(Nearness::Under | Nearness::Almost | Nearness::About))
            || matches!(then.nearness, Some(Nearness::Over | Nearness::About));
    match (may_be_more, may_be_less) {
        (false, false) => Ok(seen),
        (true, false) if seen != Ordering::Less => Ok(Ordering::Greater),
        (false, true) if seen != Ordering::Greater => Ok(Ordering::Less),
        _ => Err(Reason::new(
            "Approximate figure",
            "a figure is only given approximately, which does not decide it",
        )),
    }
}

fn status(row: &Measure, now: Amount, then: Amount, way: Ordering) -> Result<Direction, Reason> {
    use Ordering::{Equal, Greater, Less};

    match (row.polarity, way) {
        (None, _) => Err(Reason::new("No polarity", "the file does not say which way is better")),
        (Some(Polarity::None), Less) => Ok(Direction::Lower),
        (Some(Polarity::None), Equal) => Ok(Direction::Level),
        (Some(Polarity::None), Greater) => Ok(Direction::Higher),
        (Some(_), Equal) => Ok(Direction::Same),
        (Some(Polarity::Higher), Greater) | (Some(Polarity::Lower), Less) => Ok(Direction::Better),
        (Some(Polarity::Higher), Less) | (Some(Polarity::Lower), Greater) => Ok(Direction::Worse),
        (Some(Polarity::Plan), _) => {
            let target = row.target.level().ok_or_else(|| {
                Reason::new("No target", "near to the plan is better, and there is no target")
            })?;
            let distance = |amount: Amount| {
                let difference = amount.decimal().checked_sub(target.amount.decimal());
                difference.map(|difference| difference.abs()).ok_or_else(Reason::too_large)
            };
            Ok(match distance(now)?.cmp(&distance(then)?) {
                Less => Direction::Better,
                Equal => Direction::Same,
                Greater => Direction::Worse,
            })
        }
    }
}

fn sentence(
    row: &Measure,
    now: &str,
    then: &PastFigure,
    moved: Decimal,
    way: Ordering,
    status: Direction,
) -> String {
    let before = then.text(row);
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
        Some(Unit::Percent) => points_text(size, row.places),
        _ => row.figure_text(size),
    };
    let movement = match (way, moved.is_zero()) {
        (Ordering::Equal, _) => "no change".to_owned(),
        (Ordering::Greater, true) => "more".to_owned(),
        (Ordering::Less, true) => "less".to_owned(),
        (Ordering::Greater, false) => format!("{size} more"),
        (Ordering::Less, false) => format!("{size} less"),
    };
    format!(
        "{word}: {now} now, {before} in the same period last year ({}): {movement}.",
        then.period
    )
}

fn disagreement(row: &Measure, figures: &[PastFigure]) -> String {
    let each: Vec<String> =
        figures.iter().map(|figure| format!("{} in {}", figure.text(row), figure.origin)).collect();
    format!("files give different figures for the same period last year: {}", each.join(", "))
}
