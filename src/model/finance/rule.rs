//! The rule by which a line of a statement has a status.

use crate::document::{self, Problem};
use crate::model::value::inconsistent;
use crate::terms::{Amount, Keyword, Progress, Unit, figure_text};

/// How lines are judged: by how far they are over budget. Exactly at a boundary is within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VarianceRule {
    /// What the organisation calls it.
    pub name: Option<String>,
    /// How far over budget is still on course; none is not at all.
    pub on_course_within: Option<Margin>,
    /// How far over budget is uncertain; beyond it, or without it, is off course.
    pub uncertain_within: Option<Margin>,
    /// Whether being under budget by as much counts the same.
    pub either_way: bool,
    /// What the organisation calls the statuses.
    pub names: Vec<(Progress, String)>,
    /// What a reader should know of it.
    pub note: Option<String>,
}

/// How far a line may be over budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Margin {
    /// So many percent of the budget to date.
    PercentOfBudget(Amount),
    /// So much in the statement's unit.
    Amount(Amount),
}

impl VarianceRule {
    /// What a file says, checked.
    ///
    /// # Errors
    ///
    /// Says what contradicts what.
    pub fn from_document(rule: &document::VarianceRule) -> Result<Self, Problem> {
        let margin = |margin: &Option<document::Margin>| {
            margin.as_ref().map(Margin::from_document).transpose()
        };
        let (on_course_within, uncertain_within) =
            (margin(&rule.on_course_within)?, margin(&rule.uncertain_within)?);
        let narrower = match (on_course_within, uncertain_within) {
            (Some(Margin::Amount(near)), Some(Margin::Amount(far)))
            | (Some(Margin::PercentOfBudget(near)), Some(Margin::PercentOfBudget(far))) => {
                far <= near
            }
            _ => false,
        };
        if narrower {
            return Err(inconsistent(
                "What is uncertain ends before what is on course does, so no line can be uncertain.",
                "Give \"uncertain_within\" the wider margin, or leave it out.",
            ));
        }
        Ok(Self {
            name: rule.name.clone(),
            on_course_within,
            uncertain_within,
            either_way: rule.either_way.unwrap_or(false),
            names: rule.statuses.iter().map(|one| (one.status, one.name.clone())).collect(),
            note: rule.note.clone(),
        })
    }

    /// What the organisation calls a status, where it has its own word.
    #[must_use]
    pub fn name_of(&self, status: Progress) -> Option<&str> {
        self.names.iter().find(|(named, _)| *named == status).map(|(_, name)| name.as_str())
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &str {
        self.name.as_deref().unwrap_or("Over or under budget")
    }

    /// The rule in words: "On course at or under budget; uncertain at most 2% of the budget to date over it; otherwise
    /// off course."
    #[must_use]
    pub fn text(&self, unit: Option<&Unit>) -> String {
        let off = if self.either_way { "away from budget" } else { "over budget" };
        let word = |status| self.name_of(status).unwrap_or_else(|| Keyword::word(status));
        let good = match self.on_course_within {
            Some(margin) => format!("at most {} {off}", margin.text(unit)),
            None if self.either_way => "exactly on budget".to_owned(),
            None => "at or under budget".to_owned(),
        };
        let uncertain = self.uncertain_within.map_or(String::new(), |margin| {
            format!("; {} at most {} {off}", word(Progress::Uncertain), margin.text(unit))
        });
        let text = format!(
            "{} {good}{uncertain}; otherwise {}. Income that falls short of its budget counts as over budget.",
            word(Progress::OnCourse),
            word(Progress::OffCourse),
        );
        let mut letters = text.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }
}

impl Margin {
    fn from_document(margin: &document::Margin) -> Result<Self, Problem> {
        let mend = "Give one of \"percent_of_budget\" and \"amount\", such as 2.";
        let (margin, size) = match (margin.percent_of_budget, margin.amount) {
            (Some(percent), None) => (Self::PercentOfBudget(percent), percent),
            (None, Some(amount)) => (Self::Amount(amount), amount),
            (None, None) => return Err(inconsistent("The margin gives no number.", mend)),
            (Some(_), Some(_)) => {
                return Err(inconsistent("The margin gives more than one number.", mend));
            }
        };
        if size.decimal().is_sign_negative() && !size.decimal().is_zero() {
            return Err(inconsistent("The margin is negative.", mend));
        }
        Ok(margin)
    }

    /// "2% of the budget to date", "£50k"
    #[must_use]
    pub fn text(self, unit: Option<&Unit>) -> String {
        match self {
            Self::PercentOfBudget(percent) => format!("{percent}% of the budget to date"),
            Self::Amount(amount) => figure_text(amount, unit, None),
        }
    }
}
