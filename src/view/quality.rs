//! What looks wrong in a report, for the officer who works through it.

use super::counted;
use super::listed::listed_part;
use crate::app::{InView, Listed, Part, Place, Row, State};
use crate::assess::{Doubt, DoubtKind, Subject};
use crate::terms::{Keyword, count_text};

/// What looks wrong in the figures and the words of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QualityView {
    /// "Data quality: 3 things to check"
    pub heading: String,
    /// What the list is, or that there is none.
    pub introduction: &'static str,
    /// What opens the list: "Show all 12"; nothing where the list is short enough to stand open.
    pub opened_by: Option<String>,
    /// Of a long report: whether the list was asked for. Until then it is not on the page.
    pub asked_for: Option<bool>,
    /// The doubts, one kind after the other.
    pub groups: Vec<DoubtGroup>,
}

/// The doubts of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubtGroup {
    /// The kind, with how many there are.
    pub heading: String,
    /// The doubts in the order of the report.
    pub doubts: Vec<DoubtView>,
}

/// Something that looks wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoubtView {
    /// The kind.
    pub kind: &'static str,
    /// The printed reference of what it is about.
    pub reference: String,
    /// The title of that.
    pub title: String,
    /// Where what it is about is shown; none where it stands beside that.
    pub place: Option<Place>,
    /// What was seen.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// More doubts than one takes in at a glance.
const LONG: usize = 8;

pub(super) fn quality_view(state: &State) -> QualityView {
    let count = state.doubts.len();
    let is_left_out = count > LONG && state.shows_part() && state.in_view != InView::Everything;
    let asked_for = is_left_out.then_some(state.all_doubts);
    let listed = if asked_for == Some(false) { &[] } else { DoubtKind::WORDS };
    let groups: Vec<DoubtGroup> = listed
        .iter()
        .filter_map(|(kind, _, _)| {
            let doubts: Vec<DoubtView> = state
                .doubts
                .iter()
                .filter(|doubt| doubt.kind == *kind)
                .map(|doubt| DoubtView {
                    place: part_of(state, doubt.subject).map(|part| state.place.with_part(part)),
                    ..doubt_view(doubt)
                })
                .collect();
            let heading = format!("{} ({})", kind_text(*kind), count_text(doubts.len()));
            (!doubts.is_empty()).then_some(DoubtGroup { heading, doubts })
        })
        .collect();
    QualityView {
        heading: match count {
            0 => "Data quality: nothing to check".to_owned(),
            count => format!("Data quality: {} to check", counted(count, "thing")),
        },
        introduction: if count == 0 {
            "No figure and no commentary looks wrong. That does not prove them right."
        } else {
            "These can be read, and may be right, but someone should look at them before the report goes out."
        },
        opened_by: (count > LONG).then(|| format!("Show all {}", count_text(count))),
        asked_for,
        groups,
    }
}

/// What looks wrong in a row, out of all doubts of the report, which are in its order.
pub(super) fn doubts_of(doubts: &[Doubt], row: Row) -> &[Doubt] {
    let subject = match row {
        Row::Measure(index) => Subject::Measure(index),
        Row::Milestone(index) => Subject::Milestone(index),
        Row::Line(place) => Subject::Statement(place.statement),
    };
    let start = doubts.partition_point(|doubt| doubt.subject < subject);
    let end = doubts.partition_point(|doubt| doubt.subject <= subject);
    doubts.get(start..end).unwrap_or_default()
}

pub(super) fn doubt_view(doubt: &Doubt) -> DoubtView {
    DoubtView {
        kind: kind_text(doubt.kind),
        reference: doubt.reference.clone().unwrap_or_default(),
        title: doubt.title.clone(),
        place: None,
        what: doubt.what(),
        remedy: doubt.remedy.to_string(),
    }
}

fn part_of(state: &State, subject: Subject) -> Option<Part> {
    Some(match subject {
        Subject::Measure(index) => Part::Measure(state.keys.measure(index).to_owned()),
        Subject::Milestone(index) => Part::Milestone(state.keys.milestone(index).to_owned()),
        Subject::Statement(index) => Part::Finance(Some(state.keys.statement(index).to_owned())),
        Subject::Risk(index) => listed_part(state, Listed::Risk, index),
        Subject::EqualityAction(index) => listed_part(state, Listed::EqualityAction, index),
        Subject::StrategicIssue(index) => listed_part(state, Listed::Issue, index),
        Subject::Section(index) => listed_part(state, Listed::Section, index),
        Subject::TargetReview(index) => listed_part(state, Listed::Review, index),
        Subject::Objective(_) => return None,
    })
}

fn kind_text(kind: DoubtKind) -> &'static str {
    match kind {
        DoubtKind::UnitSlip => "A slip of the decimal point or the unit",
        DoubtKind::UnitChanged => "Different units",
        DoubtKind::OverHundred => "Over 100%",
        DoubtKind::BelowZero => "Below 0%",
        DoubtKind::CumulativeFalls => "A cumulative figure that falls",
        DoubtKind::ZeroForMissing => "A 0 that may be a missing figure",
        DoubtKind::TargetZero => "A target of 0 without a reason",
        DoubtKind::DoesNotAddUp => "Figures that do not add up",
        DoubtKind::Repeated => "A figure that is repeated",
        DoubtKind::Overdue => "An overdue milestone that is not called so",
        DoubtKind::JudgedOtherwise => "A status that the figures do not give",
        DoubtKind::NoCommentary => "Off course without commentary",
        DoubtKind::OtherFigureQuoted => "A commentary that gives another figure",
        DoubtKind::TokenAstray => "A reference in braces that stands for nothing",
    }
}
