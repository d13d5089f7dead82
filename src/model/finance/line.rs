//! A line of a financial statement.

use crate::document::{self, Commentary, Path, Problem};
use crate::model::Value;
use crate::model::value::inconsistent;
use crate::terms::LineRole;

/// A figure of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The budget for the year, or the capital allocation.
    AnnualBudget,
    /// The budget, or the allocation, to date.
    BudgetToDate,
    /// What was spent or received to date.
    ActualToDate,
    /// Budget to date less actual to date: negative where more is spent, or less received, than budgeted.
    Variance,
    /// The outturn that is expected.
    Forecast,
}

impl Column {
    /// All of them, in the order in which a statement prints them.
    pub const ALL: [Self; 5] = [
        Self::AnnualBudget,
        Self::BudgetToDate,
        Self::ActualToDate,
        Self::Variance,
        Self::Forecast,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::AnnualBudget => "annual_budget",
            Self::BudgetToDate => "budget_to_date",
            Self::ActualToDate => "actual_to_date",
            Self::Variance => "variance",
            Self::Forecast => "forecast",
        }
    }

    fn of(self, line: &document::Line) -> Option<&document::Value> {
        match self {
            Self::AnnualBudget => line.annual_budget.as_ref(),
            Self::BudgetToDate => line.budget_to_date.as_ref(),
            Self::ActualToDate => line.actual_to_date.as_ref(),
            Self::Variance => line.variance.as_ref(),
            Self::Forecast => line.forecast.as_ref(),
        }
    }
}

/// Where a line stands: its statement's and its own place in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinePlace {
    /// The place of its statement among the report's.
    pub statement: usize,
    /// Its place among the lines of that.
    pub line: usize,
}

/// A line of a financial statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementLine {
    /// What other lines refer to it by.
    pub id: Option<String>,
    /// The title as printed.
    pub title: String,
    /// What it is called in the statements that this one sums up.
    pub also: Vec<String>,
    /// What it is.
    pub role: LineRole,
    /// The block it stands in.
    pub group: Option<String>,
    /// The lines that it is the sum of; none for a plain line.
    pub of: Vec<LinePlace>,
    /// The lines elsewhere that together come to the same.
    pub agrees_with: Vec<LinePlace>,
    /// Commentary.
    pub commentary: Vec<Commentary>,
    /// A note on it.
    pub note: Option<String>,
    /// The numbers of the statement's notes that are about it.
    pub see: Vec<usize>,
    figures: [Option<Value>; 5],
}

impl StatementLine {
    /// A figure, or the reason that there is none.
    #[must_use]
    pub fn value(&self, column: Column) -> Value {
        self.given(column).cloned().unwrap_or_else(Value::not_stated)
    }

    /// What the file gives for a figure, if anything.
    #[must_use]
    pub fn given(&self, column: Column) -> Option<&Value> {
        self.figures[column as usize].as_ref()
    }

    /// What the file says, before references to other lines are followed.
    pub(super) fn from_document(
        line: &document::Line,
        notes: usize,
        place: &Path,
    ) -> Result<Self, (Path, Problem)> {
        let mut figures = [const { None }; 5];
        for (figure, column) in figures.iter_mut().zip(Column::ALL) {
            let value = column.of(line).map(Value::from_document).transpose();
            *figure = value.map_err(|problem| (place.key(column.key()), problem))?;
        }
        let number = |see: &crate::terms::Amount| {
            let number = see.to_string().parse().ok().filter(|number| (1..=notes).contains(number));
            number.ok_or_else(|| {
                let what = format!("The line refers to note {see}, and the statement has {notes}.");
                let mend = "Count the statement's notes from 1.";
                (place.key("see"), inconsistent(&what, mend))
            })
        };
        Ok(Self {
            id: line.id.clone(),
            title: line.title.clone(),
            also: line.also.clone(),
            role: line.role.unwrap_or(LineRole::Line),
            group: line.group.clone(),
            of: Vec::new(),
            agrees_with: Vec::new(),
            commentary: line.commentary.clone(),
            note: line.note.clone(),
            see: line.see.iter().map(number).collect::<Result<_, _>>()?,
            figures,
        })
    }
}
