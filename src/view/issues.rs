//! The table of strategic issues.

use super::ListedPlace;
use super::prose::{Block, Prose, Words};
use super::row::Remark;
use crate::app::{Listed, State};
use crate::document::StrategicIssue;
use crate::model::Report;

/// The table of strategic issues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssuesPage {
    /// The columns behind the issue that some row fills.
    pub columns: Vec<&'static str>,
    /// The issues in the order of the report.
    pub rows: Vec<IssueRow>,
    /// Which columns no row fills, in a sentence.
    pub empty: Option<String>,
}

/// A strategic issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueRow {
    /// Where it stands.
    pub at: ListedPlace,
    /// Its letter or reference.
    pub reference: String,
    /// The issue.
    pub title: String,
    /// What stands in each column; none where the file says nothing.
    pub cells: Vec<Option<Prose>>,
    /// A note on the row.
    pub note: Vec<Remark>,
}

impl IssuesPage {
    /// What a cell says where the file says nothing.
    pub const NOT_STATED: &'static str = "Not stated";
}

const COLUMNS: [&str; 5] = [
    "Baseline position",
    "Outcomes at the end of year 1",
    "Outcomes at the end of year 3",
    "Interventions",
    "Key performance indicators",
];

pub(super) fn issues_page(state: &State, report: &Report) -> IssuesPage {
    let words = Words::of(state, report);
    let all = report.document.strategic_issues.iter().enumerate();
    let mut rows: Vec<IssueRow> = all
        .map(|(index, one)| issue_row(ListedPlace::of(state, Listed::Issue, index), &words, one))
        .collect();
    let is_filled: Vec<bool> = (0..COLUMNS.len())
        .map(|column| rows.iter().any(|row| row.cells.get(column).is_some_and(Option::is_some)))
        .collect();
    let columns = |filled: bool| -> Vec<&'static str> {
        let columns = COLUMNS.into_iter().zip(&is_filled);
        columns.filter(|(_, is)| **is == filled).map(|(column, _)| column).collect()
    };
    for row in &mut rows {
        let mut filled = is_filled.iter();
        row.cells.retain(|_| filled.next().is_some_and(|is| *is));
    }
    IssuesPage { rows, empty: empty_text(&columns(false)), columns: columns(true) }
}

fn empty_text(columns: &[&str]) -> Option<String> {
    let lower: Vec<String> = columns.iter().map(|column| column.to_lowercase()).collect();
    let joined = match lower.as_slice() {
        [] => return None,
        [only] => only.clone(),
        [rest @ .., last] => format!("{} or {last}", rest.join(", ")),
    };
    Some(format!("The report gives no {joined} for any issue."))
}

fn issue_row(at: ListedPlace, words: &Words<'_>, issue: &StrategicIssue) -> IssueRow {
    let prose = |text: &Option<String>| text.as_ref().map(|text| words.prose(text));
    let indicators = match issue.indicators.as_slice() {
        [] => None,
        [only] => Some(words.prose(only)),
        several => {
            let items = several.iter().map(|one| words.prose(one).blocks).collect();
            Some(Prose { blocks: vec![Block::Bullets(items)] })
        }
    };
    IssueRow {
        at,
        reference: issue.reference.clone().unwrap_or_default(),
        title: issue.title.clone(),
        cells: vec![
            prose(&issue.baseline),
            prose(&issue.year_1),
            prose(&issue.year_3),
            prose(&issue.interventions),
            indicators,
        ],
        note: prose(&issue.note)
            .map(|prose| Remark { label: Some("Note"), prose, by: None })
            .into_iter()
            .collect(),
    }
}
