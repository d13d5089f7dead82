//! Whether a percentage or a rate for the year so far builds up to the year's: the council tax collected does, the
//! share of reviews held in time does not. Its unit says neither, so what is known of the measure has to.

use rust_decimal::Decimal;

use super::super::course::{adds_up, months_elapsed};
use super::super::verdict::Draft;
use super::subject::Subject;
use super::years::{EarlierYear, comparable, earlier_years};
use crate::model::History;
use crate::terms::{Amount, Basis, FinancialYear, Quarter, QuarterNumber, Year};

/// What shows that the figures of a row build up, in words; none where nothing does, or where what is known is divided.
pub(in crate::assess) fn builds_up(history: &History, row: (usize, usize)) -> Option<&'static str> {
    shown_by(&Subject::new(history, row, &mut Draft::unwritten()).ok()?)
}

/// The same of a measure that an outlook is for.
pub(super) fn shown_by(subject: &Subject<'_>) -> Option<&'static str> {
    let is_rate = adds_up(&subject.measure) == Some(false);
    if !is_rate || subject.measure.basis != Some(Basis::Cumulative) {
        return None;
    }
    // The earlier in the year, the plainer it is: three quarters of a year's tax are nearly all of it.
    let level = subject.level;
    if let Some((first, months)) = first_of(|number| level.profiled(number)) {
        let words = "the target's own profile grows through the year";
        let end = level.profiled(QuarterNumber::Four).filter(|_| !subject.runs_to_august());
        let end = end.unwrap_or(level.amount);
        return is_a_part(first, end, (months, 12)).then_some(words);
    }
    let known = subject.earlier_quarters();
    let figure = |quarter| known.get(&quarter).and_then(|past| comparable(subject, past));
    let first_in = |year: FinancialYear| {
        // The months of an academic year do not run through the quarters of a financial one.
        let number = |number| figure(Quarter { year, number }).map(|(amount, _)| amount);
        if subject.runs_to_august() { None } else { first_of(number) }
    };
    let years = earlier_years(subject, &mut Draft::unwritten());
    if !years.is_empty() {
        let is_part = |one: &EarlierYear| {
            let year = FinancialYear::starting(subject.quarter.year.start() - one.ago);
            let first = year.and_then(first_in).unwrap_or((one.then, subject.months()));
            is_a_part(first.0, one.outturn, (first.1, 12))
        };
        let words = "in each earlier year its first figure was nearer to the share of the months than to all of the outturn";
        return years.iter().all(is_part).then_some(words);
    }
    let (first, months) = first_in(subject.quarter.year)?;
    let words = "since its first figure this year it grew more as the months did than it stayed";
    let is_before = months < subject.months();
    (is_before && is_a_part(first, subject.value, (months, subject.months()))).then_some(words)
}

/// The first figure of a year that is known before its end, and how many months had passed.
fn first_of(figure: impl Fn(QuarterNumber) -> Option<Amount>) -> Option<(Amount, i64)> {
    let mut numbers = QuarterNumber::ALL.into_iter().filter(|one| *one != QuarterNumber::Four);
    numbers.find_map(|number| Some((figure(number)?, months_elapsed(Year::Financial, number))))
}

/// Whether a figure is nearer to the part of another that fell to its months than to all of it.
fn is_a_part(figure: Amount, whole: Amount, (months, of): (i64, i64)) -> bool {
    let share = figure.decimal().checked_div(whole.decimal());
    let midway = Decimal::from(months + of).checked_div(Decimal::from(2 * of));
    share.zip(midway).is_some_and(|(share, midway)| {
        (share.is_zero() || share.is_sign_positive()) && share < midway
    })
}
