//! An outlook in a sentence.

use rust_decimal::Decimal;

use super::goal::Goal;
use super::printed::{moved_text, percent};
use super::project::{How, NO_YEARS, ShareFrom};
use super::subject::Subject;
use super::{Projection, RangeFrom, is_firm};
use crate::terms::{Amount, Basis, Progress, Unit, figure_text};

/// What is told.
pub(super) struct Told<'t> {
    pub(super) subject: &'t Subject<'t>,
    pub(super) goal: Goal,
    pub(super) projection: &'t Projection,
    pub(super) status: Progress,
}

impl Told<'_> {
    pub(super) fn sentence(&self, how: &How) -> String {
        let (subject, projection) = (self.subject, self.projection);
        let places = match how {
            // Of a year that is over it is seen on which side of the target it ended.
            How::Outturn => subject.measure.places.map(|_| projection.places),
            // One number is printed in one way.
            _ if projection.to_date == projection.projected => Some(projection.places),
            _ => subject.measure.places,
        };
        let now = now(subject, projection.to_date, places);
        let range = format!(
            "{} ({} {} to {})",
            projection.text(projection.projected),
            range_word(projection.range_from),
            projection.text(projection.low),
            projection.text(projection.high)
        );
        let end = &projection.year_end;
        let told = match how {
            How::Outturn => self.outturn(&now),
            How::Forecast => format!(
                "{now} is forecast for {end}, with a {} of {} to {}",
                range_word(projection.range_from),
                projection.text(projection.low),
                projection.text(projection.high)
            ),
            How::Still => {
                let why = if self.stays() {
                    "nothing shows that it builds up over the year, and "
                } else {
                    ""
                };
                format!("{now} now; {why}{NO_YEARS}, so {range} is expected by {end}")
            }
            How::Moved { mean, is_whole } => self.moved(&now, *mean, *is_whole, &range),
            How::Share { share, from } => {
                let share = percent(share.decimal());
                let usual = match (from, projection.years.len()) {
                    (ShareFrom::Profile, _) => {
                        format!("the target's profile has {share} of the year by now")
                    }
                    (ShareFrom::Years { .. }, 0) => {
                        format!("{share} of the {} year has passed", subject.year_word())
                    }
                    (ShareFrom::Years { own, months }, years) => {
                        let (own, months) = (percent(own.decimal()), percent(months.decimal()));
                        let had = match years {
                            1 => format!("an earlier year had {own} of its outturn by now"),
                            _ => format!("earlier years had {own} of their outturn by now"),
                        };
                        format!(
                            "{had} and {months} of this {} year has passed, together taken as {share}",
                            subject.year_word()
                        )
                    }
                };
                format!("{now} so far; {usual}, which gives {range} by {end}")
            }
        };
        format!("{}: {told}, against {}.", word(self.status), goal_text(subject, self.goal))
    }

    /// A percentage or a rate that is cumulative.
    fn stays(&self) -> bool {
        matches!(self.subject.measure.basis, Some(Basis::Cumulative | Basis::Quarter))
    }

    fn outturn(&self, now: &str) -> String {
        let told = match self.subject.measure.basis {
            Some(Basis::Annual | Basis::Arrears) => format!("the year's figure is {now}"),
            _ => format!("the year ended at {now}"),
        };
        if is_firm(self.subject) { told } else { format!("{told}, which is not final yet") }
    }

    fn moved(&self, now: &str, mean: Amount, is_whole: bool, range: &str) -> String {
        let years = &self.projection.years;
        let decimal = mean.decimal();
        let (verb, again) = match (decimal.is_zero(), decimal.is_sign_negative()) {
            (true, _) => ("did not move", "movement"),
            (false, true) => ("fell", "fall"),
            (false, false) => ("rose", "rise"),
        };
        let by = if decimal.is_zero() {
            String::new()
        } else {
            format!(" by {}", moved_text(self.subject, decimal.abs().into()))
        };
        let when = match years.as_slice() {
            [year] if year.ago == 1 => "to the end of last year".to_owned(),
            [year] => format!("to the end of {}", year.name),
            years => format!("to the year's end, on average of {} earlier years", years.len()),
        };
        let part = match (decimal.is_zero(), is_whole, years.len()) {
            (true, ..) => "the same again".to_owned(),
            (false, true, _) => format!("the same {again} again"),
            (false, false, 1) => format!("a fifth of that {again}"),
            (false, false, 2) => format!("a third of that {again}"),
            (false, false, _) => format!("three sevenths of that {again}"),
        };
        let limit = at_the_end(self.projection, decimal)
            .map_or_else(String::new, |limit| format!(", {limit}"));
        format!("{now} now; it {verb}{by} from here {when}, and {part} gives {range}{limit}")
    }
}

/// A movement that leads to the end of what a figure can be may have been cut there.
fn at_the_end(projection: &Projection, movement: Decimal) -> Option<&'static str> {
    let projected = projection.projected.decimal();
    let most = (projection.unit == Some(Unit::Percent)).then_some(Decimal::ONE_HUNDRED);
    if movement.is_sign_negative() && projected.is_zero() {
        Some("0 being the least that there can be")
    } else if !movement.is_sign_negative() && Some(projected) == most {
        Some("100% being the most that there can be")
    } else {
        None
    }
}

/// What nobody chose for this measure or organisation is called so.
fn range_word(from: RangeFrom) -> &'static str {
    match from {
        RangeFrom::Default => "default range",
        _ => "range",
    }
}

fn word(status: Progress) -> &'static str {
    match status {
        Progress::OnCourse => "On course",
        Progress::Uncertain => "Uncertain",
        _ => "Off course",
    }
}

fn now(subject: &Subject<'_>, to_date: Amount, places: Option<u8>) -> String {
    let unit = subject.measure.unit.as_ref();
    if subject.is_sum_of_quarters() {
        return figure_text(to_date, unit, places);
    }
    subject.figure.text_of(to_date, unit, places)
}

fn goal_text(subject: &Subject<'_>, goal: Goal) -> String {
    goal.text(|amount| subject.measure.full_text(amount.into()))
}

/// Where the profile expects nothing by now.
pub(super) fn too_early(
    subject: &Subject<'_>,
    goal: Goal,
    value: Amount,
    status: Progress,
) -> String {
    let now = now(subject, value, subject.measure.places);
    let told = match status {
        Progress::Uncertain => "which says nothing of the year yet",
        _ => "which decides it already",
    };
    format!(
        "{}: {now} so far, where the target's profile expects nothing by the end of {}, {told}, against {}.",
        word(status),
        subject.quarter_text(),
        goal_text(subject, goal)
    )
}
