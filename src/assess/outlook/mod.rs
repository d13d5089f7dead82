//! The year-end outlook: will the year's target be met?
//!
//! The outturn is projected from what is known by the end of the quarter, with a range that held the outturn
//! of four in five measures when the method was tried. Where all of the range meets the target the measure is
//! on course, where none of it does off course, and otherwise uncertain. History is trusted only as far as it
//! has shown itself: the more earlier years are loaded, the more they weigh.

mod building;
mod errors;
mod goal;
mod past;
mod printed;
mod project;
mod range;
mod subject;
mod words;
mod years;

use std::cell::OnceCell;
use std::rc::Rc;

use rust_decimal::Decimal;

pub use range::RangeFrom;
pub use subject::Method;
pub use years::EarlierYear;

pub(super) use building::builds_up;
pub(super) use goal::Goal;
pub(super) use past::{goal, is_met_now, outturn, so_far};

use self::printed::worked_out;
use self::project::{Explained, Projector};
use self::range::{Range, Ranging};
use self::subject::Subject;
use self::words::Told;
use self::years::{earlier_years, to_date};
use super::current::polarity;
use super::question::{Asked, Question};
use super::verdict::{Draft, Reason, RuleText, Verdict};
use crate::model::{History, Rule};
use crate::terms::{
    Amount, Keyword, Mark, Nearness, Progress, Unit, figure_text, places_written, rounded,
};

/// Whether the year's target will be met, and what the year will come to.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The status with its derivation.
    pub verdict: Verdict<Progress>,
    /// The projected outturn.
    projected: Option<Amount>,
    /// Whether it is a percentage or a rate that is seen to build up over the year.
    builds_up: bool,
    /// All that is projected: like the derivation, it is worked out when it is asked for.
    projection: OnceCell<Option<Rc<Projection>>>,
}

impl Outlook {
    /// What the year will come to; none where that cannot be said.
    #[must_use]
    pub fn projection(&self) -> Option<&Projection> {
        let whole =
            || self.verdict.question().and_then(|one| one.outlook().projection.into_inner()?);
        self.projection.get_or_init(whole).as_deref()
    }

    /// The projected outturn, or the outturn itself; none where that cannot be said.
    #[must_use]
    pub fn projected(&self) -> Option<Amount> {
        self.projected
    }

    /// Whether it is a percentage or a rate that is seen to build up over the year.
    #[must_use]
    pub fn builds_up(&self) -> bool {
        self.builds_up
    }
}

impl PartialEq for Outlook {
    fn eq(&self, other: &Self) -> bool {
        self.verdict == other.verdict && self.projection() == other.projection()
    }
}

impl Eq for Outlook {}

/// What the year will come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projection {
    /// How it was projected.
    pub method: Method,
    /// The figure so far; for quarters that stand for themselves, their sum.
    pub to_date: Amount,
    /// The projected outturn, or the outturn itself.
    pub projected: Amount,
    /// The lowest outturn that is expected.
    pub low: Amount,
    /// The highest outturn that is expected.
    pub high: Amount,
    /// Where the range comes from.
    pub range_from: RangeFrom,
    /// The share of the year's total that is usually reached by now, as a fraction of 1; only for
    /// [`Method::Share`].
    pub share: Option<Amount>,
    /// The earlier years that it was worked out from, latest first.
    pub years: Vec<EarlierYear>,
    /// The last month of the measure's own year: "March 2020".
    pub year_end: String,
    /// What the figures count.
    pub unit: Option<Unit>,
    /// How many decimal places to print, so that each end is seen to lie on its side of the target.
    pub places: u8,
}

impl Projection {
    /// One of its figures as it is printed.
    #[must_use]
    pub fn text(&self, amount: Amount) -> String {
        figure_text(amount, self.unit.as_ref(), Some(self.places))
    }
}

/// What the year will come to for a measure of a report, and whether that meets the target.
///
/// Only figures of the report's own quarter and of earlier ones are used. `near` says how far from the target
/// still meets it, in the measure's unit, where near to the plan is better; without it such a measure is not
/// rated.
#[must_use]
pub fn outlook(history: &History, report: usize, measure: usize, near: Option<Decimal>) -> Outlook {
    let mut derivation = Draft::written();
    let found = decide(history, (report, measure), near, &mut derivation);
    let projection = found.projection.map(Rc::new).into();
    let verdict = Verdict::new(found.status, derivation.finish(found.reason));
    Outlook { verdict, projected: found.projected, builds_up: found.builds_up, projection }
}

/// The same for a whole report: all but the status and the projected outturn is worked out when it is asked for.
pub(super) fn outlook_on_demand(question: &Rc<Question>) -> Outlook {
    let (history, row) = (&question.history, (question.report, question.measure));
    let found = decide(history, row, question.near(), &mut Draft::unwritten());
    let verdict = Verdict::on_demand((found.status, found.reason), question, Asked::Outlook);
    let Found { projected, builds_up, .. } = found;
    Outlook { verdict, projected, builds_up, projection: OnceCell::new() }
}

/// What judging comes to.
struct Found {
    status: Progress,
    /// Why there is no status.
    reason: Option<&'static str>,
    projected: Option<Amount>,
    builds_up: bool,
    /// Only where a derivation is written.
    projection: Option<Projection>,
}

impl Found {
    fn of(status: Progress) -> Self {
        Self { status, reason: None, projected: None, builds_up: false, projection: None }
    }
}

fn decide(
    history: &History,
    row: (usize, usize),
    near: Option<Decimal>,
    derivation: &mut Draft,
) -> Found {
    match judge(history, row, near, derivation) {
        Ok(found) => {
            derivation.rule(|| RuleText {
                name: "Year-end outlook".to_owned(),
                text: Rule::OUTLOOK_TEXT.to_owned(),
            });
            found
        }
        Err(reason) => {
            derivation.sentence(|| format!("Not rated: {}.", reason.clause));
            Found { reason: Some(reason.short), ..Found::of(Progress::NotRated) }
        }
    }
}

fn judge(
    history: &History,
    row: (usize, usize),
    near: Option<Decimal>,
    derivation: &mut Draft,
) -> Result<Found, Reason> {
    let subject = Subject::new(history, row, derivation)?;
    let polarity = polarity(&subject.measure)?;
    let goal = Goal::new(subject.level, polarity, near)?;
    let method = subject.method()?;
    let value = to_date(&subject, derivation)?;
    let years = match method {
        Method::Outturn => Vec::new(),
        _ => earlier_years(&subject, derivation),
    };
    let building = building::shown_by(&subject);
    let builds_up = building.is_some();
    let method = match building {
        Some(words) if method == Method::Movement => {
            derivation.step(|| ("Over the year", "it builds up", words));
            Method::Share
        }
        _ => method,
    };
    let projector = Projector::new(&subject, method);
    if projector.is_too_early() {
        let found = too_early(&subject, goal, value, derivation)?;
        return Ok(Found { builds_up, ..found });
    }
    let projected = projector.project(value.decimal(), &years).ok_or_else(Reason::too_large)?;
    let places = projector.places(value);
    let mut ranging =
        Ranging { subject: &subject, projector: &projector, value, projected, places };
    if derivation.is_written() && method != Method::Outturn {
        ranging.places = ranging.places_that_add_up(&years)?;
    }
    let places = ranging.places;
    let explained = projector.explained(value, &years, (projected, places), derivation)?;
    let Explained { how, working } = &explained;
    let range = if method == Method::Outturn {
        Range::known(projected)
    } else {
        derivation.step(|| {
            let shown = subject.text(worked_out(projected, places));
            ("Projected outturn", shown, working.as_str())
        });
        ranging.range(&years, derivation)?
    };
    let status = status(&subject, goal, &range)?;
    let projected = Some(range.projected.into());
    if !derivation.is_written() {
        return Ok(Found { projected, builds_up, ..Found::of(status) });
    }
    let projection = Projection {
        method,
        to_date: value,
        projected: range.projected.into(),
        low: range.low.into(),
        high: range.high.into(),
        range_from: range.from,
        share: match how {
            project::How::Share { share, .. } => Some(*share),
            _ => None,
        },
        years: projector.counted(&years).into_iter().cloned().collect(),
        year_end: subject.year_end(),
        unit: subject.measure.unit.clone(),
        places: places_of(&subject, goal, &range, value),
    };
    let told = Told { subject: &subject, goal, projection: &projection, status };
    derivation.sentence(|| told.sentence(how));
    Ok(Found { projected, builds_up, projection: Some(projection), ..Found::of(status) })
}

fn status(subject: &Subject<'_>, goal: Goal, range: &Range) -> Result<Progress, Reason> {
    if range.from == RangeFrom::Known && !is_firm(subject) {
        return Ok(Progress::Uncertain);
    }
    let Some(nearness) = subject.figure.nearness else {
        return Ok(goal.status(range.low, range.high));
    };
    goal.status_of_bound(nearness, (range.low, range.high), range.is_cut)
        .ok_or_else(|| approximate(subject, nearness))
}

fn approximate(subject: &Subject<'_>, nearness: Nearness) -> Reason {
    let clause = format!(
        "the figure is given as “{} {}”, which does not decide it",
        nearness.word(),
        subject.measure.figure_text(subject.value)
    );
    Reason::new("Approximate figure", clause)
}

/// Whether a figure is final: one that was revised is, one that is provisional is not.
fn is_firm(subject: &Subject<'_>) -> bool {
    subject.figure.marks.iter().all(|mark| *mark == Mark::Revised)
}

/// Where the profile expects nothing by now, the year is open unless what has built up decides it already.
fn too_early(
    subject: &Subject<'_>,
    goal: Goal,
    value: Amount,
    derivation: &mut Draft,
) -> Result<Found, Reason> {
    let shown = subject.level.profiled(subject.quarter.number).unwrap_or(Decimal::ZERO.into());
    derivation.step(|| ("Profile for now", subject.text(shown), "the target's own profile"));
    if let Some(nearness) = subject.figure.nearness {
        return Err(approximate(subject, nearness));
    }
    let reached = value.decimal();
    let builds_up = !reached.is_sign_negative() || reached.is_zero();
    let status = match goal.status(reached, Decimal::MAX) {
        status if builds_up => status,
        _ => Progress::Uncertain,
    };
    derivation.sentence(|| words::too_early(subject, goal, value, status));
    Ok(Found::of(status))
}

/// At first as many as the measure is printed with, or as figure and target are written with; then as many
/// more as it takes to show on which side of the target each number lies, and that the ends of a range are two.
fn places_of(subject: &Subject<'_>, goal: Goal, range: &Range, value: Amount) -> u8 {
    const MOST: u8 = 12;

    let written = places_written(value).max(places_written(subject.level.amount));
    let written = u8::try_from(written).unwrap_or(MOST).min(MOST);
    let least = subject.measure.places.unwrap_or(written);
    let shows_sides = |places: &u8| {
        let is_one = range.low == range.high;
        let shows_ends = is_one || rounded(range.low, *places) != rounded(range.high, *places);
        shows_ends
            && [range.projected, range.low, range.high].into_iter().all(|number| {
                let shown = rounded(number, *places);
                goal.edges().into_iter().all(|edge| shown.cmp(&edge) == number.cmp(&edge))
            })
    };
    // Pence are two digits.
    let is_pence = |places: &u8| *places != 1 || subject.measure.unit != Some(Unit::Pounds);
    (least..=MOST).filter(is_pence).find(shows_sides).unwrap_or(least)
}
