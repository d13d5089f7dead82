//! The current figure beside one of the year before.

use std::borrow::Cow;

use super::subject::Subject;
use super::weighed::{Aim, Standing, Weighed};
use crate::assess::NO_YEAR_AGO;
use crate::assess::course::months_elapsed;
use crate::assess::verdict::{Draft, Reason};
use crate::terms::{Basis, Keyword, QuarterNumber, Unit};

/// The same period of the year before.
pub(super) fn same_period(
    subject: &Subject<'_>,
    derivation: &mut Draft,
) -> Result<Weighed, Reason> {
    let past = subject.same_period_last_year();
    let then = subject.usable(past, "the same period last year", "a year before", NO_YEAR_AGO)?;
    subject.covers_as_much(then.covers.as_ref())?;
    let then = Standing::past(subject, &then);
    derivation.step(|| {
        let called = format!("Same period last year ({})", then.period);
        (called, then.text.clone(), then.origin.clone())
    });
    let now = Standing::current(subject);
    let called = ("now", "in the same period last year");
    let weighed = Weighed::figures(subject, &now, called, &then)?;
    let method = Cow::Borrowed("The current figure is compared with the same period last year");
    Ok(Weighed { method, ..weighed })
}

/// The outturn of the year before, where the current figure is not for a part of a year.
pub(super) fn year_before(
    subject: &Subject<'_>,
    derivation: &mut Draft,
) -> Result<Weighed, Reason> {
    is_of_a_year(subject)?;
    let then = subject.usable(
        subject.last_year(),
        "the year before's outturn",
        "the year before",
        NO_YEAR_AGO,
    )?;
    subject.covers_as_much(then.covers.as_ref())?;
    if let (Some(Basis::Arrears), Some(covers), None) =
        (subject.row.basis, &subject.figure.covers, &then.covers)
        && covers.months() < 12
    {
        let clause = format!("the figure is for {covers}, and the outturn is for a year");
        return Err(Reason::new("Part of a year", clause));
    }
    let then = Standing::past(subject, &then);
    derivation.step(|| {
        (format!("Year before ({})", then.period), then.text.clone(), then.origin.clone())
    });
    let called = ("now", "as the outturn of the year before");
    let now = Standing::current(subject);
    let weighed = Weighed::figures(subject, &now, called, &then)?;
    let method =
        Cow::Borrowed("The current figure is compared with the outturn of the year before");
    Ok(Weighed { method, aim: Aim::Year, ..weighed })
}

fn is_of_a_year(subject: &Subject<'_>) -> Result<(), Reason> {
    let quarter = subject.quarter.number;
    match subject.row.basis {
        Some(Basis::Quarter) => Err(Reason::new(
            "Quarter against year",
            "the figure is for the quarter alone, and the outturn is for the year",
        )),
        Some(Basis::Cumulative) => match months_elapsed(subject.row.year, quarter) {
            12 => Ok(()),
            months => Err(Reason::new(
                "Part of a year",
                format!(
                    "the figure is for {months} of the {} year's 12 months, and the outturn is for all of them",
                    subject.row.year.word()
                ),
            )),
        },
        None if quarter != QuarterNumber::Four && subject.unit().is_none_or(Unit::adds_up) => {
            Err(no_basis())
        }
        _ => Ok(()),
    }
}

/// What may be a total of the year so far is not held against other times of the year.
pub(super) fn no_basis() -> Reason {
    Reason::new(
        "No basis",
        "it is not said whether the figure is for the quarter, for the year so far or at its end",
    )
}
