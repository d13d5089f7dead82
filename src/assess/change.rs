//! What the figures of two reports say of how a measure changed between them.

use super::course::adds_up;
use super::outlook::builds_up;
use super::verdict::{Derivation, Reason, Verdict};
use super::words::points_text;
use crate::model::{Figure, History, Join, Measure, Value};
use crate::terms::{
    Amount, Basis, Direction, Polarity, Quarter, Span, Unit, Year, as_printed, figure_text,
};

/// How a measure of a report changed between that and another, whichever of them is later: the earlier figure
/// beside the later one.
///
/// It is judged only where both are one number of the same definition, in the same unit and for as long a time. A
/// figure for the year so far is better or worse only beside the same quarter of another year; beside another quarter
/// of the same year, it is only so much more or less.
#[must_use]
pub fn change(history: &History, report: usize, join: &Join) -> Verdict<Direction> {
    let side = |report: usize, row: usize| {
        let at = (report, row);
        let report = history.reports().get(report)?;
        Some(Side { at, quarter: report.period.quarter(), measure: report.measures.get(row)? })
    };
    let sides = side(report, join.measure).zip(side(join.other_report, join.other_measure));
    let judged = match sides {
        _ if !join.changes.is_empty() => {
            Err(Reason::new("Definition changed", join.changes.join("; ")))
        }
        Some((one, other)) if one.quarter <= other.quarter => between(history, &one, &other),
        Some((one, other)) => between(history, &other, &one),
        None => Err(Reason::new("Not there", "there is no such measure")),
    };
    match judged {
        Ok((status, sentence)) => {
            Verdict::new(status, Derivation { sentence, ..Derivation::default() })
        }
        Err(reason) => {
            let sentence = sentence_of(&reason.clause);
            let derivation =
                Derivation { sentence, reason: Some(reason.short), ..Derivation::default() };
            Verdict::new(Direction::NotComparable, derivation)
        }
    }
}

/// A measure in one of the two reports.
struct Side<'r> {
    /// The report and its row.
    at: (usize, usize),
    quarter: Option<Quarter>,
    measure: &'r Measure,
}

impl<'r> Side<'r> {
    /// Its figure, and the one number of that.
    fn number(&self) -> Result<(&'r Figure, Amount), Reason> {
        let called = self.quarter.map_or_else(|| "the plan".to_owned(), |one| one.to_string());
        let figure = match &self.measure.current {
            Value::Figure(figure) => figure,
            Value::Absent(gap) => {
                let clause = format!("there is no figure for {called}; {}", gap.clause());
                return Err(Reason::new("No figure", clause));
            }
        };
        if figure.nearness.is_some() {
            let clause = format!("the figure for {called} is only given approximately");
            return Err(Reason::new("Approximate figure", clause));
        }
        let none = || {
            let clause = format!("the figure for {called} is not one number");
            Reason::new("Not one number", clause)
        };
        figure.amount().map(|amount| (figure, amount)).ok_or_else(none)
    }

    fn unit(&self, figure: &'r Figure) -> Option<&'r Unit> {
        figure.unit.as_ref().or(self.measure.unit.as_ref())
    }
}

fn between(
    history: &History,
    then: &Side<'_>,
    now: &Side<'_>,
) -> Result<(Direction, String), Reason> {
    let (then_figure, then_amount) = then.number()?;
    let (now_figure, now_amount) = now.number()?;
    if let (Some(one), Some(other)) = (then.unit(then_figure), now.unit(now_figure))
        && one != other
    {
        let clause = format!("the earlier figure is in another unit ({one}) than the later one");
        return Err(Reason::new("Other unit", clause));
    }
    let so_far = are_so_far(then, now)?;
    covers_as_much(then_figure.covers.as_ref(), now_figure.covers.as_ref(), so_far)?;
    if !so_far {
        is_qualified_alike(then_figure, now_figure)?;
    }
    let measure = now.measure;
    let printed = as_printed(now_amount, measure.places);
    let moved = printed
        .checked_sub(as_printed(then_amount, measure.places))
        .ok_or_else(Reason::too_large)?;
    let unit = now.unit(now_figure).filter(|unit| !matches!(unit, Unit::Per(_)));
    let size = size_text(moved.abs().into(), unit, measure.places);
    if moved.is_zero() {
        let status = if measure.polarity.is_some_and(|one| one != Polarity::None) && !so_far {
            Direction::Same
        } else {
            Direction::Level
        };
        return Ok((status, "No change.".to_owned()));
    }
    let is_more = moved.is_sign_positive();
    if so_far {
        let way = if is_more { "more" } else { "less" };
        // Of a share of the year so far, such as the reviews held in time, more of the year need not be more.
        let counts_up =
            is_more && (adds_up(measure) == Some(true) || builds_up(history, now.at).is_some());
        let why = if counts_up {
            "the figure counts up through the year"
        } else {
            "both figures are for the year so far"
        };
        let sentence = format!("{size} {way}: {why}.");
        return Ok((if is_more { Direction::Higher } else { Direction::Lower }, sentence));
    }
    let way = if is_more { "higher" } else { "lower" };
    let status = match (measure.polarity, is_more) {
        (Some(Polarity::Higher), true) | (Some(Polarity::Lower), false) => Direction::Better,
        (Some(Polarity::Higher), false) | (Some(Polarity::Lower), true) => Direction::Worse,
        (_, true) => Direction::Higher,
        (_, false) => Direction::Lower,
    };
    let sentence = match measure.polarity {
        Some(Polarity::Higher | Polarity::Lower) => format!("{size} {way}."),
        Some(Polarity::None) => format!("By {size}."),
        Some(Polarity::Plan) => {
            format!("By {size}. Near to the plan is better, so neither way is good in itself.")
        }
        None => format!("By {size}. The file does not say which way is better."),
    };
    Ok((status, sentence))
}

/// Whether both figures are for the year so far, of one year: the later one's time holds the earlier one's.
fn are_so_far(then: &Side<'_>, now: &Side<'_>) -> Result<bool, Reason> {
    let (Some(before), Some(after)) = (then.quarter, now.quarter) else { return Ok(false) };
    let measure = now.measure;
    match measure.basis.or(then.measure.basis) {
        _ if before.number == after.number => Ok(false),
        Some(Basis::Cumulative) if measure.year == Year::Financial && before.year == after.year => {
            Ok(true)
        }
        Some(Basis::Cumulative) => Err(Reason::new(
            "Other part of the year",
            "the figure is for the year so far, and the two are of different parts of their years",
        )),
        None if measure.unit.as_ref().is_none_or(Unit::adds_up) => Err(Reason::new(
            "No basis",
            "the file does not say whether the figure is for the quarter, for the year so far or at its end",
        )),
        _ => Ok(false),
    }
}

/// Stops where both figures say what they cover, and it is not as long, or the very same time.
fn covers_as_much(then: Option<&Span>, now: Option<&Span>, so_far: bool) -> Result<(), Reason> {
    let (then, now) = match (then, now) {
        (Some(then), Some(now)) => (then, now),
        (None, None) => return Ok(()),
        (Some(own), None) | (None, Some(own)) => {
            let clause = if so_far {
                format!("one of the figures is for {own}, not for the year so far")
            } else {
                format!("one of the figures is for {own}, and no dates are given for the other")
            };
            return Err(Reason::new("Other period", clause));
        }
    };
    if (then.first(), then.last()) == (now.first(), now.last()) {
        return Err(Reason::new("Same period", format!("both figures are for {now}")));
    }
    let is_alike = if so_far { then.first() == now.first() } else { then.months() == now.months() };
    if is_alike {
        return Ok(());
    }
    let clause = format!("the earlier figure is for {then} and the later one for {now}");
    Err(Reason::new("Other period", clause))
}

/// Stops where the figures are printed with different words: "full year" is not "6 months".
fn is_qualified_alike(then: &Figure, now: &Figure) -> Result<(), Reason> {
    let (then, now) = (then.qualifier.as_deref(), now.qualifier.as_deref());
    if then.map(str::to_lowercase) == now.map(str::to_lowercase) {
        return Ok(());
    }
    let said = |one: Option<&str>| one.map_or("nothing".to_owned(), |words| format!("“{words}”"));
    let clause = format!(
        "beside the earlier figure stands {}, beside the later one {}",
        said(then),
        said(now)
    );
    Err(Reason::new("Other period", clause))
}

/// A clause as a sentence.
fn sentence_of(clause: &str) -> String {
    let mut letters = clause.chars();
    let first = letters.next().map(char::to_uppercase).into_iter().flatten();
    first.chain(letters).chain(['.']).collect()
}

/// Points between percentages, otherwise the measure's unit.
fn size_text(size: Amount, unit: Option<&Unit>, places: Option<u8>) -> String {
    match unit {
        Some(Unit::Percent) => points_text(size, places),
        unit => figure_text(size, unit, places),
    }
}
