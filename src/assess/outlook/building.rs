//! Whether a percentage or a rate for the year so far builds up to the year's: the council tax collected does, the
//! share of reviews held in time does not. Its unit says neither, so what is known of the measure has to.

use rust_decimal::Decimal;

use super::project::profile;
use super::subject::{Method, Subject};
use super::years::{EarlierYear, comparable};
use crate::assess::course::months_elapsed;
use crate::terms::{Amount, Basis, FinancialYear, Quarter, QuarterNumber, Year};

/// What shows that figures build up, in words; none where nothing does, or where what is known is divided.
pub(super) fn shown_by(
    subject: &Subject<'_>,
    method: Method,
    years: &[EarlierYear],
) -> Option<&'static str> {
    if method != Method::Movement || subject.measure.basis != Some(Basis::Cumulative) {
        return None;
    }
    // The earlier in the year, the plainer it is: three quarters of a year's tax are nearly all of it.
    if let Some((now, end)) = profile(subject) {
        let words = "the target's own profile grows through the year";
        let (first, months) =
            first_of(|number| subject.level.profiled(number)).unwrap_or((now, subject.months()));
        return is_a_part(first, end, (months, 12)).then_some(words);
    }
    let known = subject.history.earlier_quarters(subject.row.0, subject.row.1);
    let figure = |quarter| known.get(&quarter).and_then(|past| comparable(subject, past));
    let first_in = |year: FinancialYear| {
        // The months of an academic year do not run through the quarters of a financial one.
        let number = |number| figure(Quarter { year, number }).map(|(amount, _)| amount);
        if subject.runs_to_august() { None } else { first_of(number) }
    };
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
