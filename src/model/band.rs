//! The conditions of a rule.

use super::value::inconsistent;
use crate::document::{self, Problem};
use crate::terms::{Amount, FloorTest, Polarity, Progress, Since, Unit, figure_text};

/// A status and when it applies: when every condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The status.
    pub status: Progress,
    /// The conditions, cheapest and most often decided first.
    pub conditions: Vec<Condition>,
}

/// A condition on a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It has this polarity.
    Polarity(Polarity),
    /// Its target is met.
    Met,
    /// Its target is missed.
    Missed,
    /// Its target is met, or missed by at most this much.
    MissedBy(Limit),
    /// The figure is at most this far from the target, on either side.
    AwayBy(Limit),
    /// The figure is better than the target by at least this much.
    BeatenBy(Limit),
    /// The figure is within the measure's own floor or ceiling.
    Floor(FloorTest),
    /// How the figure stands to the same period last year.
    LastYear(Since),
    /// The year-end outlook is this.
    Outlook(Progress),
}

/// A distance from a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// How far.
    pub size: Size,
    /// Whether exactly this far is already too far.
    pub exclusive: bool,
}

/// How far a limit goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// A distance that the rule gives.
    Given(Tolerance),
    /// The measure's own tolerance.
    Own,
}

/// By how much a figure may miss its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tolerance {
    /// So many percent of the target.
    PercentOfTarget(Amount),
    /// So many percentage points.
    Points(Amount),
    /// So much in the measure's own unit.
    Amount(Amount),
}

impl Tolerance {
    /// "10% of the target"
    #[must_use]
    pub fn text(self, unit: Option<&Unit>) -> String {
        match self {
            Self::PercentOfTarget(percent) => format!("{percent}% of the target"),
            Self::Points(points) => {
                let one = points.to_string() == "1";
                format!("{points} percentage {}", if one { "point" } else { "points" })
            }
            Self::Amount(amount) => figure_text(amount, unit, None),
        }
    }

    pub(super) fn from_document(tolerance: &document::Tolerance) -> Result<Self, Problem> {
        let given = [
            tolerance.percent_of_target.map(Self::PercentOfTarget),
            tolerance.points.map(Self::Points),
            tolerance.amount.map(Self::Amount),
        ];
        only(given, "tolerance", "Give one of \"percent_of_target\", \"points\" and \"amount\".")
    }

    fn size(self) -> Amount {
        let (Self::PercentOfTarget(size) | Self::Points(size) | Self::Amount(size)) = self;
        size
    }
}

impl Limit {
    fn from_document(limit: &document::Limit) -> Result<Self, Problem> {
        let given = [
            limit.percent_of_target.map(Tolerance::PercentOfTarget),
            limit.points.map(Tolerance::Points),
            limit.amount.map(Tolerance::Amount),
        ];
        let exclusive = limit.exclusive.unwrap_or(false);
        if limit.own == Some(true) {
            if given.iter().any(Option::is_some) {
                return Err(inconsistent(
                    "The limit gives a number and says that it is the measure's own.",
                    "Keep the number or \"own\", not both.",
                ));
            }
            return Ok(Self { size: Size::Own, exclusive });
        }
        let mend = "Give one of \"percent_of_target\", \"points\", \"amount\" and \"own\".";
        Ok(Self { size: Size::Given(only(given, "limit", mend)?), exclusive })
    }

    /// "at most 10% of the target", "less than the measure's own tolerance"
    #[must_use]
    pub fn text(self) -> String {
        let size = match self.size {
            Size::Given(tolerance) => tolerance.text(None),
            Size::Own => "the measure's own tolerance".to_owned(),
        };
        format!("{} {size}", if self.exclusive { "less than" } else { "at most" })
    }
}

/// The one of several ways to give a distance.
fn only(given: [Option<Tolerance>; 3], called: &str, mend: &str) -> Result<Tolerance, Problem> {
    let mut given = given.into_iter().flatten();
    let Some(one) = given.next() else {
        return Err(inconsistent(&format!("The {called} gives no number."), mend));
    };
    if given.next().is_some() {
        return Err(inconsistent(&format!("The {called} gives more than one number."), mend));
    }
    if one.size().decimal().is_sign_negative() {
        return Err(inconsistent(
            &format!("The {called} is negative."),
            "Give the size of the miss that is still amber, such as 10.",
        ));
    }
    Ok(one)
}

impl Band {
    /// A status under conditions.
    #[must_use]
    pub fn new(status: Progress, conditions: &[Condition]) -> Self {
        Self { status, conditions: conditions.to_vec() }
    }

    pub(super) fn from_document(band: &document::Band) -> Result<Self, Problem> {
        if matches!(band.status, Progress::NotRated | Progress::NoData | Progress::NotDue) {
            return Err(inconsistent(
                &format!(
                    "A band cannot give the status “{}”: a measure that reaches the bands has a figure and a target.",
                    crate::terms::Keyword::word(band.status)
                ),
                "Use a status that says how the figure stands, and \"unrated\" for the others.",
            ));
        }
        let limit =
            |limit: &Option<document::Limit>| limit.as_ref().map(Limit::from_document).transpose();
        let met = band.met.map(|met| if met { Condition::Met } else { Condition::Missed });
        let conditions = [
            band.polarity.map(Condition::Polarity),
            met,
            limit(&band.missed_by)?.map(Condition::MissedBy),
            limit(&band.away_by)?.map(Condition::AwayBy),
            limit(&band.beaten_by)?.map(Condition::BeatenBy),
            band.floor.map(Condition::Floor),
            band.last_year.map(Condition::LastYear),
            band.outlook.map(Condition::Outlook),
        ];
        Ok(Self { status: band.status, conditions: conditions.into_iter().flatten().collect() })
    }

    /// When it applies, as a clause: "the target is missed by at most 10% of the target".
    #[must_use]
    pub fn text(&self) -> String {
        if self.conditions.is_empty() {
            return "otherwise".to_owned();
        }
        let clauses: Vec<String> = self.conditions.iter().map(|one| one.text()).collect();
        format!("when {}", clauses.join(" and "))
    }
}

impl Condition {
    fn text(self) -> String {
        match self {
            Self::Polarity(Polarity::Higher) => "higher is better".to_owned(),
            Self::Polarity(Polarity::Lower) => "lower is better".to_owned(),
            Self::Polarity(Polarity::Plan) => "near to the plan is better".to_owned(),
            Self::Polarity(Polarity::None) => "neither higher nor lower is better".to_owned(),
            Self::Met => "the target is met".to_owned(),
            Self::Missed => "the target is missed".to_owned(),
            Self::MissedBy(limit) => format!("it is met or missed by {}", limit.text()),
            Self::AwayBy(limit) => format!("it is {} away from the target", limit.text()),
            Self::BeatenBy(limit) => {
                let how = if limit.exclusive { "more than" } else { "at least" };
                let size = match limit.size {
                    Size::Given(tolerance) => tolerance.text(None),
                    Size::Own => "the measure's own tolerance".to_owned(),
                };
                format!("it is better than the target by {how} {size}")
            }
            Self::Floor(FloorTest::Reached) => {
                "it is within the measure's floor or ceiling".to_owned()
            }
            Self::Floor(FloorTest::ReachedIfAny) => {
                "it is within the measure's floor or ceiling, if it has one".to_owned()
            }
            Self::LastYear(Since::Better) => {
                "it is better than in the same period last year".to_owned()
            }
            Self::LastYear(Since::NotWorse) => {
                "it is better than, or level with, the same period last year".to_owned()
            }
            Self::Outlook(status) => {
                format!("the year-end outlook is {}", crate::terms::Keyword::word(status))
            }
        }
    }
}
