//! Whether a percentage or a rate for the year so far builds up to the year's: the council tax collected does, the
//! share of reviews held in time does not. Its unit says neither, so what is known of the measure has to.

use rust_decimal::Decimal;

use super::project::profile;
use super::subject::{Method, Subject};
use super::years::{EarlierYear, comparable};
use crate::model::Past;
use crate::terms::{Amount, Basis, QuarterNumber};

/// What shows that figures build up, in words; none where nothing does, or where what is known is divided.
pub(super) fn shown_by(
    subject: &Subject<'_>,
    method: Method,
    years: &[EarlierYear],
) -> Option<&'static str> {
    if method != Method::Movement || subject.measure.basis != Some(Basis::Cumulative) {
        return None;
    }
    let (months, year) = (subject.months(), 12);
    if let Some((now, end)) = profile(subject) {
        let words = "the target's own profile grows through the year";
        return is_a_part(now, end, (months, year)).then_some(words);
    }
    if !years.is_empty() {
        let is_part = |one: &EarlierYear| is_a_part(one.then, one.outturn, (months, year));
        let words = "in each earlier year the figure by now was nearer to the share of the months than to all of the outturn";
        return years.iter().all(is_part).then_some(words);
    }
    let before = QuarterNumber::ALL.into_iter().rev().find(|one| *one < subject.quarter.number)?;
    // The months of an academic year do not run through the quarters of a financial one.
    if subject.runs_to_august() {
        return None;
    }
    let known = subject.history.earlier_quarters(subject.row.0, subject.row.1);
    let then = known.get(&crate::terms::Quarter { number: before, ..subject.quarter });
    let (then, _) = comparable(subject, then.unwrap_or(&Past::Unknown))?;
    let words = "since the quarter before it grew more as the months did than it stayed";
    let passed = i64::from(before.number()) * 3;
    is_a_part(then, subject.value, (passed, months)).then_some(words)
}

/// Whether a figure is nearer to the part of another that fell to its months than to all of it.
fn is_a_part(figure: Amount, whole: Amount, (months, of): (i64, i64)) -> bool {
    let share = figure.decimal().checked_div(whole.decimal());
    let midway = Decimal::from(months + of).checked_div(Decimal::from(2 * of));
    share.zip(midway).is_some_and(|(share, midway)| {
        (share.is_zero() || share.is_sign_positive()) && share < midway
    })
}
