//! The earlier years of which both this quarter's figure and the outturn are known.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::verdict::{Draft, Reason};
use super::subject::Subject;
use crate::model::{Figure, Past};
use crate::terms::{Amount, Date, FinancialYear, Quarter, QuarterNumber, Span, Unit, number_text};

/// An earlier year of which both figures are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierYear {
    /// Its name: "2018/19", "the year before".
    pub name: String,
    /// How many years ago it was.
    pub ago: i16,
    /// The figure at this quarter.
    pub then: Amount,
    /// Where it came from.
    pub then_from: String,
    /// The outturn.
    pub outturn: Amount,
    /// Where it came from.
    pub outturn_from: String,
}

impl EarlierYear {
    /// From this quarter to the year's end.
    pub(super) fn movement(&self) -> Option<Decimal> {
        self.outturn.decimal().checked_sub(self.then.decimal())
    }

    /// The share of the outturn that was reached: none of nothing, nor where the year turned its sign.
    pub(super) fn share(&self) -> Option<Decimal> {
        let share = self.then.decimal().checked_div(self.outturn.decimal())?;
        (share.is_zero() || share.is_sign_positive()).then_some(share)
    }
}

/// A figure, and where it came from.
type Sourced = (Amount, String);

/// The figure for the year to date: where the quarters stand for themselves, their sum.
pub(super) fn to_date(subject: &Subject<'_>, derivation: &mut Draft) -> Result<Amount, Reason> {
    if !subject.is_sum_of_quarters() {
        return Ok(subject.value);
    }
    let known = subject.earlier_quarters();
    let mut sum = subject.value.decimal();
    let mut working = vec![subject.words(|| number_text(subject.value, None))];
    for number in QuarterNumber::ALL.into_iter().filter(|one| *one < subject.quarter.number).rev() {
        let quarter = Quarter { number, ..subject.quarter };
        let name = subject.report.quarter_name(quarter);
        let Some((amount, from)) = known.get(&quarter).and_then(|past| comparable(subject, past))
        else {
            return Err(Reason::new(
                "Quarters missing",
                format!(
                    "the figure is for the quarter alone, and that of {name} is not known, so that the year to date cannot be added up"
                ),
            ));
        };
        derivation.step(|| (name, subject.text(amount), from));
        working.insert(0, subject.words(|| number_text(amount, None)));
        sum = sum.checked_add(amount.decimal()).ok_or_else(Reason::too_large)?;
    }
    if working.len() > 1 {
        derivation.step(|| ("Year to date", subject.text(sum.into()), working.join(" + ")));
    }
    Ok(sum.into())
}

/// The earlier years that can be compared, latest first. What keeps a year out is noted.
pub(super) fn earlier_years(subject: &Subject<'_>, derivation: &mut Draft) -> Vec<EarlierYear> {
    let known = subject.earlier_quarters();
    let mut years: Vec<FinancialYear> = known.keys().map(|quarter| quarter.year).collect();
    years.retain(|year| *year < subject.quarter.year);
    years.dedup();
    years.reverse();
    let mut earlier = Vec::new();
    for year in years {
        let at = |number| known.get(&Quarter { year, number });
        let then = Quarter { year, ..subject.quarter };
        let name = || name(subject, then);
        if let Some(why) = QuarterNumber::ALL.into_iter().find_map(|number| kept_out(at(number)?)) {
            derivation.step(|| {
                (format!("{} is not used", name()), why, "figures that cannot be compared")
            });
            continue;
        }
        let (reached, outturn) = if subject.is_sum_of_quarters() {
            let upto = |last| sum(subject, known, Quarter { year, number: last });
            (upto(subject.quarter.number), upto(QuarterNumber::Four))
        } else if subject.runs_to_august() {
            let start = subject.own_year_start(then);
            (at(then.number).and_then(|past| comparable(subject, past)), academic(subject, start))
        } else {
            let figure = |number| at(number).and_then(|past| comparable(subject, past));
            (figure(then.number), figure(QuarterNumber::Four))
        };
        if let (Some((then, then_from)), Some((outturn, outturn_from))) = (reached, outturn) {
            let ago = subject.quarter.year.start() - year.start();
            let name = subject.words(name);
            earlier.push(EarlierYear { name, ago, then, then_from, outturn, outturn_from });
        }
    }
    earlier
}

fn name(subject: &Subject<'_>, then: Quarter) -> String {
    match FinancialYear::starting(subject.own_year_start(then)) {
        Some(year) if subject.runs_to_august() => format!("academic year {year}"),
        _ => subject.report.year_name(then.year),
    }
}

/// Why a figure that is there cannot be used.
fn kept_out(past: &Past) -> Option<String> {
    match past {
        Past::Changed(changes) => Some(changes.join("; ")),
        Past::Disagreeing(figures) => {
            Some(format!("files give {} different figures", figures.len()))
        }
        Past::Known(_) | Past::Absent(_) | Past::Unknown => None,
    }
}

/// A figure in the current figure's unit that is not only a bound.
pub(super) fn comparable(subject: &Subject<'_>, past: &Past) -> Option<Sourced> {
    let Past::Known(figure) = past else { return None };
    let is_alike = figure.nearness.is_none() && is_in_unit(subject, figure.unit.as_ref());
    is_alike.then(|| (figure.amount, subject.words(|| figure.origin())))
}

/// A number without a unit of its own is in the measure's, which need not be the current figure's.
fn is_in_unit(subject: &Subject<'_>, unit: Option<&Unit>) -> bool {
    let row = &subject.report.measures[subject.row.1];
    unit.or(row.unit.as_ref()) == subject.measure.unit.as_ref()
}

/// The sum of a year's quarters to this one.
fn sum(subject: &Subject<'_>, known: &BTreeMap<Quarter, Past>, last: Quarter) -> Option<Sourced> {
    let mut sum = Decimal::ZERO;
    let mut working = Vec::new();
    for number in QuarterNumber::ALL.into_iter().filter(|number| *number <= last.number) {
        let (amount, _) = comparable(subject, known.get(&Quarter { number, ..last })?)?;
        sum = sum.checked_add(amount.decimal())?;
        working.push(subject.words(|| number_text(amount, None)));
    }
    let from = subject.words(|| format!("{}: its quarters", working.join(" + ")));
    Some((sum.into(), from))
}

/// The outturn of the academic year that starts in this year, which is the figure of no quarter.
fn academic(subject: &Subject<'_>, start: i16) -> Option<Sourced> {
    let days = Date::new(start, 9, 1).ok().zip(Date::new(start + 1, 8, 31).ok())?;
    let is_for_it = |span: &Span| (span.first(), span.last()) == days;
    let row = &subject.report.measures[subject.row.1];
    let earlier = row.earlier.iter().find(|(span, _)| is_for_it(span));
    let earlier = earlier.and_then(|(_, value)| Some((value.figure()?, "earlier figures")));
    let last_year = row.last_year.figure().map(|figure| (figure, "last year's actual"));
    let last_year = last_year.filter(|(figure, _)| figure.covers.as_ref().is_some_and(is_for_it));
    let (figure, called): (&Figure, _) = earlier.or(last_year)?;
    let is_alike = figure.nearness.is_none() && is_in_unit(subject, figure.unit.as_ref());
    let from = subject.words(|| format!("{}, {called}", subject.report.file));
    is_alike.then(|| figure.amount().map(|amount| (amount, from))).flatten()
}
