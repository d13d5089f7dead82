//! The rule by which a measure's status is found.

use super::Comparison;
use super::band::{Band, Condition, Tolerance};
use super::shipped::shipped;
use super::sound::doubts;
use super::value::inconsistent;
use crate::document::{self, Path, Problem, nearest};
use crate::terms::{Against, FloorTest, Keyword, Progress, Reported};

/// The rule by which a measure's status is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The id of the shipped rule that it is.
    pub id: Option<String>,
    /// What the organisation calls it.
    pub name: Option<String>,
    /// Whose rule it is.
    pub body: Option<String>,
    /// Where it is published.
    pub source: Option<String>,
    /// What a reader should know of it.
    pub note: Option<String>,
    /// Which answer is the measure's status.
    pub reports: Reported,
    /// What the figure is held against.
    pub against: Against,
    /// What its bands call the measure's own tolerance, where the measure's target has none.
    pub tolerance: Option<Tolerance>,
    /// Conditions in order: the first that holds gives the status.
    pub bands: Vec<Band>,
    /// What the figure is compared with for the direction of travel: one or more.
    pub directions: Vec<Comparison>,
    /// Statuses for measures that cannot be rated.
    pub unrated: Unrated,
    /// What the organisation calls the statuses.
    pub names: Vec<(Progress, String)>,
}

/// Statuses for measures that cannot be rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unrated {
    /// There is a figure, but no target or no better and worse.
    pub no_target: Progress,
    /// There is no figure.
    pub no_figure: Progress,
    /// The figure is published later in the year.
    pub not_due: Progress,
}

impl Default for Unrated {
    fn default() -> Self {
        let not_rated = Progress::NotRated;
        Self { no_target: not_rated, no_figure: not_rated, not_due: not_rated }
    }
}

impl Default for Rule {
    /// The house rule, where nobody chose another: the status is the year-end outlook, and beside it stands
    /// whether the target is met by now.
    fn default() -> Self {
        Self {
            id: None,
            name: None,
            body: None,
            source: None,
            note: None,
            reports: Reported::Outlook,
            against: Against::Profile,
            tolerance: None,
            bands: met_or_not(None),
            directions: vec![Comparison::default()],
            unrated: Unrated::default(),
            names: Vec::new(),
        }
    }
}

fn met_or_not(tolerance: Option<Tolerance>) -> Vec<Band> {
    use super::band::{Limit, Size};

    let within = tolerance.map(|tolerance| {
        let limit = Limit { size: Size::Given(tolerance), exclusive: false };
        Band::new(Progress::Uncertain, &[Condition::MissedBy(limit)])
    });
    let floor = Condition::Floor(FloorTest::ReachedIfAny);
    [
        Some(Band::new(Progress::OnCourse, &[Condition::Met])),
        Some(Band::new(Progress::Uncertain, &[floor])),
        within,
        Some(Band::new(Progress::OffCourse, &[])),
    ]
    .into_iter()
    .flatten()
    .collect()
}

impl Rule {
    /// What a file says, checked; with what is suspicious in it, which does not keep it from being applied.
    ///
    /// # Errors
    ///
    /// Says what contradicts what.
    pub fn from_document(rule: &document::Rule) -> Result<Self, Problem> {
        let base = rule.like.as_deref().map(like).transpose()?;
        let is_position = rule.tolerance.is_some() || !rule.bands.is_empty() || rule.name.is_some();
        let base = match base {
            Some(base) => base.clone(),
            None if is_position => Self { reports: Reported::Position, ..Self::default() },
            None => Self::default(),
        };
        let tolerance = match &rule.tolerance {
            Some(tolerance) => Some(Tolerance::from_document(tolerance)?),
            None => base.tolerance,
        };
        let bands = if !rule.bands.is_empty() {
            rule.bands.iter().map(Band::from_document).collect::<Result<_, _>>()?
        } else if rule.like.is_none() {
            met_or_not(tolerance)
        } else {
            base.bands
        };
        let directions = if rule.directions.is_empty() {
            base.directions
        } else {
            rule.directions.iter().map(Comparison::from_document).collect::<Result<_, _>>()?
        };
        let unrated = rule.unrated.as_ref().map(unrated).transpose()?.unwrap_or(base.unrated);
        let own = |own: &Option<String>, base: Option<String>| own.clone().or(base);
        let names: Vec<_> =
            rule.statuses.iter().map(|one| (one.status, one.name.clone())).collect();
        Ok(Self {
            id: own(&rule.id, base.id),
            name: own(&rule.name, base.name),
            body: own(&rule.body, base.body),
            source: own(&rule.source, base.source),
            note: own(&rule.note, base.note),
            reports: rule.reports.unwrap_or(base.reports),
            against: rule.against.unwrap_or(base.against),
            tolerance,
            bands,
            directions,
            unrated,
            names: if names.is_empty() { base.names } else { names },
        })
    }

    /// What is doubtful in it: bands that can never apply, and figures that no band takes.
    #[must_use]
    pub fn doubts(&self) -> Vec<Problem> {
        self.doubts_at(&Path::default()).into_iter().map(|(_, problem)| problem).collect()
    }

    /// The same, each with its place, where the rule stands at `place` in a file.
    #[must_use]
    pub fn doubts_at(&self, place: &Path) -> Vec<(Path, Problem)> {
        doubts(self, place)
    }

    /// What the organisation calls a status, where it has its own word.
    #[must_use]
    pub fn name_of(&self, status: Progress) -> Option<&str> {
        self.names.iter().find(|(named, _)| *named == status).map(|(_, name)| name.as_str())
    }

    /// How the year-end outlook is found, by whatever rule.
    pub const OUTLOOK_TEXT: &'static str = "On course when all of the range of outturns meets the year's target, off course when none of it does, uncertain when only a part of it does. A provisional outturn is uncertain.";

    /// What it is called: its own name, or what it comes to.
    #[must_use]
    pub fn title(&self) -> &str {
        match (&self.name, self.reports) {
            (Some(name), _) => name,
            (None, Reported::Outlook) => "Year-end outlook",
            (None, Reported::Judgement) => "Judged by an officer",
            (None, Reported::Position) if self.bands == met_or_not(None) => "Met or not met",
            (None, Reported::Position) => "Target with tolerance",
        }
    }

    /// Whether a better figure can only mean an equal or a better status: nothing in it asks for the distance
    /// on either side, or for more than the figure and its target.
    #[must_use]
    pub fn is_one_sided(&self) -> bool {
        self.bands
            .iter()
            .flat_map(|band| &band.conditions)
            .all(|one| matches!(one, Condition::Met | Condition::MissedBy(_) | Condition::Floor(_)))
    }

    /// Whether one of its bands asks for the same period last year.
    #[must_use]
    pub fn asks_for_last_year(&self) -> bool {
        let mut conditions = self.bands.iter().flat_map(|band| &band.conditions);
        conditions.any(|one| matches!(one, Condition::LastYear(_)))
    }

    /// What its way of finding the position is called.
    #[must_use]
    pub fn position_title(&self) -> &str {
        match self.reports {
            Reported::Outlook => "Met or not met by now",
            Reported::Position | Reported::Judgement => self.title(),
        }
    }

    /// How it finds the status that it reports, in words.
    #[must_use]
    pub fn text(&self) -> String {
        match self.reports {
            Reported::Outlook => Self::OUTLOOK_TEXT.to_owned(),
            Reported::Position | Reported::Judgement => self.position_text(),
        }
    }

    /// How it finds the position now, in words.
    #[must_use]
    pub fn position_text(&self) -> String {
        if let [only] = self.bands.as_slice()
            && only.conditions.is_empty()
        {
            return format!("Every measure is {}.", self.word(only.status));
        }
        let clauses: Vec<String> = self
            .bands
            .iter()
            .map(|band| format!("{} {}", self.word(band.status), band.text()))
            .collect();
        let mut text = clauses.join("; ");
        if let Some(first) = text.get(..1) {
            text = format!("{}{}", first.to_uppercase(), &text[1..]);
        }
        let against = match self.against {
            Against::Profile => "",
            Against::AnnualTarget => {
                " The figure is held against the target for the whole year in every quarter."
            }
            Against::Projection => " The projected outturn of the year is held against its target.",
        };
        format!("{text}.{against}")
    }

    fn word(&self, status: Progress) -> &str {
        self.name_of(status).unwrap_or_else(|| status.word())
    }
}

fn like(id: &str) -> Result<&'static Rule, Problem> {
    shipped().iter().find(|rule| rule.id.as_deref() == Some(id)).ok_or_else(|| {
        let ids = shipped().iter().filter_map(|rule| rule.id.as_deref());
        Problem::UnknownRule { found: id.to_owned(), meant: nearest(id, ids).map(str::to_owned) }
    })
}

fn unrated(unrated: &document::Unrated) -> Result<Unrated, Problem> {
    let default = Unrated::default();
    let status = |given: Option<Progress>, default| match given {
        Some(status) if status.is_rated() => Err(inconsistent(
            &format!("A measure that cannot be rated cannot be called “{}”.", status.word()),
            "Use \"data only\", \"no data\", \"not due\" or \"not rated\".",
        )),
        given => Ok(given.unwrap_or(default)),
    };
    Ok(Unrated {
        no_target: status(unrated.no_target, default.no_target)?,
        no_figure: status(unrated.no_figure, default.no_figure)?,
        not_due: status(unrated.not_due, default.not_due)?,
    })
}
