//! What a figure is compared with, to say which way a measure is going.

use super::Measure;
use super::value::inconsistent;
use crate::document::{self, Problem};
use crate::terms::{Amount, ComparedWith, CumulativeBy, Unit, figure_text};

/// A comparison that gives a direction of travel. By default, with the same period last year, where "the
/// same" is what is printed the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    name: Option<String>,
    against: ComparedTo,
    band: Option<Likeness>,
    constant_target: bool,
}

/// What the current figure is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ComparedTo {
    /// The same period of the year before.
    #[default]
    SamePeriodLastYear,
    /// The outturn of the year before.
    YearBefore,
    /// The quarter before.
    PreviousQuarter(CumulativeBy),
    /// The straight line through the last periods: quarters, or years where a figure is annual.
    LongTrend {
        /// How many, with the current one, 3 to 20.
        periods: u8,
        /// How cumulative figures are compared.
        cumulative: CumulativeBy,
    },
    /// The mean of the quarters before.
    MeanOfQuarters {
        /// How many, 2 to 20.
        quarters: u8,
        /// How cumulative figures are compared.
        cumulative: CumulativeBy,
    },
    /// The mean of the same period in the years before.
    MeanOfYears {
        /// How many, 2 to 20.
        years: u8,
    },
}

/// How far apart two figures may be and still be the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    size: LikenessSize,
    exclusive: bool,
}

/// The size of a band; never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LikenessSize {
    /// So many percent of the earlier figure's size.
    Percent(Amount),
    /// So many percentage points, for measures in percent; others are the same where they are printed so.
    Points(Amount),
    /// So much in the measure's own unit.
    Amount(Amount),
    /// The measure's own threshold.
    Own,
}

impl Comparison {
    /// The plain comparison with one other period or, of a mean or trend, with as many as are usual.
    #[must_use]
    pub fn with(with: ComparedWith) -> Self {
        Self::from_document(&with.into()).unwrap_or_default()
    }

    /// Whether it compares with this.
    #[must_use]
    pub fn is_with(&self, with: ComparedWith) -> bool {
        with == match self.against {
            ComparedTo::SamePeriodLastYear => ComparedWith::SamePeriodLastYear,
            ComparedTo::YearBefore => ComparedWith::YearBefore,
            ComparedTo::PreviousQuarter(_) => ComparedWith::PreviousQuarter,
            ComparedTo::LongTrend { .. } => ComparedWith::LongTrend,
            ComparedTo::MeanOfQuarters { .. } => ComparedWith::MeanOfEarlierQuarters,
            ComparedTo::MeanOfYears { .. } => ComparedWith::MeanOfEarlierYears,
        }
    }

    /// What the current figure is compared with.
    #[must_use]
    pub fn against(&self) -> ComparedTo {
        self.against
    }

    /// The band within which figures of this measure are the same, if the comparison has one for it.
    #[must_use]
    pub fn band(&self, measure: &Measure) -> Option<Likeness> {
        self.band
            .filter(|band| measure.is_percentage() || !matches!(band.size, LikenessSize::Points(_)))
    }

    /// Whether only measures are compared whose target stays the same through the year.
    #[must_use]
    pub fn needs_constant_target(&self) -> bool {
        self.constant_target
    }

    /// What the organisation calls it, or what it is called here: "Previous quarter".
    #[must_use]
    pub fn label(&self) -> String {
        if let Some(name) = &self.name {
            return name.clone();
        }
        match self.against {
            ComparedTo::SamePeriodLastYear => "Same period last year".to_owned(),
            ComparedTo::YearBefore => "Year before".to_owned(),
            ComparedTo::PreviousQuarter(_) => "Previous quarter".to_owned(),
            ComparedTo::LongTrend { periods, .. } => format!("Trend over {periods} periods"),
            ComparedTo::MeanOfQuarters { quarters, .. } => {
                format!("Mean of {quarters} earlier quarters")
            }
            ComparedTo::MeanOfYears { years } => format!("Mean of {years} earlier years"),
        }
    }

    /// What a file says, checked.
    ///
    /// # Errors
    ///
    /// Says what contradicts what.
    pub fn from_document(comparison: &document::Comparison) -> Result<Self, Problem> {
        let band = comparison.same_within.as_ref().map(Likeness::from_document).transpose()?;
        Ok(Self {
            name: comparison.name.clone(),
            against: against(comparison)?,
            band,
            constant_target: comparison.constant_target.unwrap_or(false),
        })
    }
}

fn against(comparison: &document::Comparison) -> Result<ComparedTo, Problem> {
    let with = comparison.with.unwrap_or(ComparedWith::SamePeriodLastYear);
    let by_quarters = matches!(
        with,
        ComparedWith::PreviousQuarter
            | ComparedWith::LongTrend
            | ComparedWith::MeanOfEarlierQuarters
    );
    if comparison.cumulative.is_some() && !by_quarters {
        return Err(inconsistent(
            "The comparison is not made quarter by quarter, so cumulative figures need no other way.",
            "Remove \"cumulative\".",
        ));
    }
    let takes_periods = matches!(
        with,
        ComparedWith::LongTrend
            | ComparedWith::MeanOfEarlierQuarters
            | ComparedWith::MeanOfEarlierYears
    );
    if comparison.periods.is_some() && !takes_periods {
        return Err(inconsistent(
            "The comparison is with one period, but gives a number of periods.",
            "Remove \"periods\", or compare with a long trend or a mean.",
        ));
    }
    let cumulative = comparison.cumulative.unwrap_or(CumulativeBy::Increments);
    let periods = |usual| comparison.periods.map_or(usual, |periods| periods.0);
    Ok(match with {
        ComparedWith::SamePeriodLastYear => ComparedTo::SamePeriodLastYear,
        ComparedWith::YearBefore => ComparedTo::YearBefore,
        ComparedWith::PreviousQuarter => ComparedTo::PreviousQuarter(cumulative),
        ComparedWith::LongTrend => {
            let periods = periods(4);
            if periods < 3 {
                return Err(inconsistent(
                    "The long trend is of fewer than 3 periods.",
                    "Give 3 periods or more, or compare with the previous quarter.",
                ));
            }
            ComparedTo::LongTrend { periods, cumulative }
        }
        ComparedWith::MeanOfEarlierQuarters => {
            ComparedTo::MeanOfQuarters { quarters: periods(4), cumulative }
        }
        ComparedWith::MeanOfEarlierYears => ComparedTo::MeanOfYears { years: periods(3) },
    })
}

impl Likeness {
    /// Its size.
    #[must_use]
    pub fn size(self) -> LikenessSize {
        self.size
    }

    /// Whether a change exactly as large as the band is a change.
    #[must_use]
    pub fn is_exclusive(self) -> bool {
        self.exclusive
    }

    /// "5% of the earlier figure"
    #[must_use]
    pub fn text(self, unit: Option<&Unit>) -> String {
        match self.size {
            LikenessSize::Percent(percent) => format!("{percent}% of the earlier figure"),
            LikenessSize::Points(points) => format!("{points} percentage points"),
            LikenessSize::Amount(amount) => match unit {
                Some(Unit::Percent) => format!("{amount} percentage points"),
                unit => figure_text(amount, unit, None),
            },
            LikenessSize::Own => "the measure's own threshold".to_owned(),
        }
    }

    fn from_document(band: &document::Likeness) -> Result<Self, Problem> {
        let given = [
            band.percent.map(LikenessSize::Percent),
            band.points.map(LikenessSize::Points),
            band.amount.map(LikenessSize::Amount),
            band.own.filter(|own| *own).map(|_| LikenessSize::Own),
        ];
        let mut given = given.into_iter().flatten();
        let one_of_four = "Give one of \"percent\", \"points\", \"amount\" and \"own\": true.";
        let Some(size) = given.next() else {
            return Err(inconsistent("The likeness gives no size.", one_of_four));
        };
        if given.next().is_some() {
            return Err(inconsistent("The likeness gives more than one size.", one_of_four));
        }
        if let LikenessSize::Percent(size) | LikenessSize::Points(size) | LikenessSize::Amount(size) =
            size
            && size.decimal().is_sign_negative()
        {
            return Err(inconsistent(
                "The likeness is negative.",
                "Give the size of the change that is still the same, such as 5.",
            ));
        }
        Ok(Self { size, exclusive: band.exclusive.unwrap_or(false) })
    }
}
