//! When a figure stands: the day that is said in front of it, "At 30 September the figure is 8.5%", and "this quarter".

use super::case::Case;
use super::words::begins;
use crate::terms::{Basis, Date, Quarter, Span, month_name};

/// How the day on which a figure stands may be said in front; without "the end of" it is a day of the month.
const AS_AT: [&[&str]; 4] = [AT_THE_END, &["as", "at"], &["at"], &["on"]];
const AT_THE_END: &[&str] = &["at", "the", "end", "of"];

/// The day on which the current figure stands; none where it is a forecast, or one that comes later.
pub(super) fn as_at(case: &Case<'_>) -> Option<Date> {
    let is_of_then = matches!(
        case.measure.basis,
        None | Some(Basis::Snapshot | Basis::Rolling | Basis::Cumulative)
    );
    let covers = case.current().filter(|_| is_of_then)?.covers;
    covers.map(Span::last).or_else(|| Some(case.quarter()?.days()?.1))
}

/// How many words at the start of a sentence say no more than on which day it is so, where that is the one wanted.
pub(super) fn dated(said: &[String], end: Date) -> usize {
    let (month, year) = (month_name(end.month()).to_lowercase(), end.year().to_string());
    let word = |place: usize| said.get(place).map(String::as_str);
    let is_day = |place| {
        let day = word(place).map(|word| word.trim_end_matches(char::is_alphabetic));
        day == Some(end.day().to_string().as_str())
    };
    // The longest first, so that "at the end of" is not cut short.
    let Some(way) = AS_AT.iter().find(|way| begins(said, way)) else { return 0 };
    let is_month = *way == AT_THE_END;
    let place = way.len() + usize::from(!is_month);
    if !(is_month || is_day(way.len())) || word(place) != Some(month.as_str()) {
        return 0;
    }
    let has_year = word(place + 1) == Some(year.as_str());
    place + 1 + usize::from(has_year)
}

/// Whether the row's figure is the quarter's, or stands at its end.
pub(super) fn is_of_quarter(case: &Case<'_>) -> bool {
    let is_of_then = matches!(case.measure.basis, None | Some(Basis::Quarter | Basis::Snapshot));
    let covers = case.current().and_then(|number| number.covers);
    let days = case.quarter().and_then(Quarter::days);
    is_of_then
        && covers.is_none_or(|covers| {
            days.is_some_and(|(first, last)| covers.first() >= first && covers.last() == last)
        })
}
