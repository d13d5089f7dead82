//! What changed since the report before.

use super::row::{Status, progress_status};
use super::under::rule_of;
use crate::app::{Before, Part, Place, State};
use crate::assess::Progress;
use crate::document::Milestone;
use crate::model::Report;

/// What changed since the report before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// "What changed since Quarter 1, April to June 2019 (2019/20)"
    pub heading: String,
    /// That nothing did, or that there is nothing to compare with and how to mend it.
    pub note: Option<String>,
    /// The changes of one kind after the other, the worst first.
    pub groups: Vec<ChangeGroup>,
}

/// Changes of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeGroup {
    /// "Newly off course (2)"
    pub heading: String,
    /// The changes in the order of the report.
    pub changes: Vec<StatusChange>,
}

/// A row whose status is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusChange {
    /// The printed reference.
    pub reference: String,
    /// The title.
    pub title: String,
    /// Where the row is explained.
    pub place: Place,
    /// The status before; none for a row that is new.
    pub before: Option<Status<Progress>>,
    /// The status now; none for a row that is gone.
    pub now: Option<Status<Progress>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    NewlyOff,
    FirstOff,
    Recovered,
    Other,
    New,
    Gone,
}

const KINDS: [(Kind, &str); 6] = [
    (Kind::NewlyOff, "Newly off course"),
    (Kind::FirstOff, "Newly rated: off course"),
    (Kind::Recovered, "Recovered"),
    (Kind::Other, "Changed otherwise"),
    (Kind::New, "Not in the report before"),
    (Kind::Gone, "No longer in the report"),
];

impl Kind {
    fn of(before: Option<Progress>, now: Option<Progress>) -> Option<Self> {
        let (before, now) = match (before, now) {
            (Some(before), Some(now)) => (before, now),
            (None, Some(_)) => return Some(Self::New),
            (Some(_), None) => return Some(Self::Gone),
            (None, None) => return None,
        };
        let is_good = |status| matches!(status, Progress::OnCourse | Progress::Complete);
        match (before, now) {
            (before, now) if before == now => None,
            (before, Progress::OffCourse) => {
                Some(if before.is_rated() { Self::NewlyOff } else { Self::FirstOff })
            }
            (Progress::OffCourse | Progress::Uncertain, now) if is_good(now) => {
                Some(Self::Recovered)
            }
            _ => Some(Self::Other),
        }
    }
}

pub(super) fn changes(state: &State, report: &Report) -> Option<Changes> {
    report.period.quarter()?;
    let Some(before) = state.before() else {
        return Some(Changes {
            heading: "What changed since the quarter before".to_owned(),
            note: Some(
                "No report of an earlier quarter is open. Open one, and what changed since then stands here."
                    .to_owned(),
            ),
            groups: Vec::new(),
        });
    };
    let earlier = state.history.reports().get(before.report)?;
    let mut all = measure_changes(state, report, earlier, before);
    all.extend(milestone_changes(state, report, earlier, before));
    let groups: Vec<ChangeGroup> = KINDS
        .iter()
        .filter_map(|(kind, text)| {
            let changes: Vec<StatusChange> =
                all.iter().filter(|(one, _)| one == kind).map(|(_, one)| one.clone()).collect();
            let heading = format!("{text} ({})", changes.len());
            (!changes.is_empty()).then_some(ChangeGroup { heading, changes })
        })
        .collect();
    let note = groups.is_empty().then(|| "No status changed.".to_owned());
    let heading = format!("What changed since {}", earlier.period.long_text());
    Some(Changes { heading, note, groups })
}

type Found = Vec<(Kind, StatusChange)>;

fn measure_changes(state: &State, report: &Report, earlier: &Report, before: &Before) -> Found {
    let mut found = Vec::new();
    let mut known = vec![false; earlier.measures.len()];
    for (index, measure) in report.measures.iter().enumerate() {
        let joins = state.history.joins_of_measure(state.showing, index);
        let joined = joins
            .iter()
            .find(|join| join.other_report == before.report && join.by.is_certain())
            .map(|join| join.other_measure);
        let verdict = state.assessment.measures[index].progress();
        let then = joined.map(|joined| {
            if let Some(known) = known.get_mut(joined) {
                *known = true;
            }
            let rule = rule_of(state, &earlier.measures[joined]);
            progress_status(rule, before.assessment.measures[joined].progress())
        });
        let now = progress_status(rule_of(state, measure), verdict);
        if let Some(kind) = Kind::of(then.as_ref().map(|then| then.status), Some(now.status)) {
            let part = Part::Measure(state.keys.measure(index).to_owned());
            let change = StatusChange {
                reference: measure.said.reference.clone().unwrap_or_default(),
                title: measure.said.title.clone(),
                place: state.place.with_part(part),
                before: then,
                now: Some(now),
            };
            found.push((kind, change));
        }
    }
    for (index, measure) in earlier.measures.iter().enumerate().filter(|(index, _)| !known[*index])
    {
        let verdict = before.assessment.measures[index].progress();
        let change = StatusChange {
            reference: measure.said.reference.clone().unwrap_or_default(),
            title: measure.said.title.clone(),
            place: state.place.with_part(Part::Measures),
            before: Some(progress_status(rule_of(state, measure), verdict)),
            now: None,
        };
        found.push((Kind::Gone, change));
    }
    found
}

/// Milestones have no history of figures; one of the same id, or of the same reference and title, is the same.
pub(super) fn is_same_milestone(one: &Milestone, other: &Milestone) -> bool {
    match (&one.id, &other.id) {
        (Some(one), Some(other)) => one == other,
        _ => one.reference == other.reference && one.title == other.title,
    }
}

fn milestone_changes(state: &State, report: &Report, earlier: &Report, before: &Before) -> Found {
    if earlier.milestones.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (index, (_, milestone)) in report.milestones.iter().enumerate() {
        let then =
            earlier.milestones.iter().position(|(_, other)| is_same_milestone(milestone, other));
        let then = then.map(|then| progress_status(None, &before.assessment.milestones[then]));
        let now = progress_status(None, &state.assessment.milestones[index]);
        if let Some(kind) = Kind::of(then.as_ref().map(|then| then.status), Some(now.status)) {
            let change = StatusChange {
                reference: milestone.reference.clone().unwrap_or_default(),
                title: milestone.title.clone(),
                place: state
                    .place
                    .with_part(Part::Milestone(state.keys.milestone(index).to_owned())),
                before: then,
                now: Some(now),
            };
            found.push((kind, change));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;
    use Progress::{Complete, NotRated, OffCourse, OnCourse, Uncertain};

    #[test_case(Some(OnCourse), Some(OffCourse), Some(Kind::NewlyOff); "fell")]
    #[test_case(Some(Uncertain), Some(OffCourse), Some(Kind::NewlyOff); "fell from uncertain")]
    #[test_case(Some(NotRated), Some(OffCourse), Some(Kind::FirstOff); "first judged, and off course")]
    #[test_case(Some(OffCourse), Some(OnCourse), Some(Kind::Recovered); "recovered")]
    #[test_case(Some(Uncertain), Some(Complete), Some(Kind::Recovered); "achieved")]
    #[test_case(Some(OffCourse), Some(Uncertain), Some(Kind::Other); "better, but not well")]
    #[test_case(Some(OnCourse), Some(Uncertain), Some(Kind::Other); "worse, but not off course")]
    #[test_case(Some(OffCourse), Some(NotRated), Some(Kind::Other); "no longer judged is no recovery")]
    #[test_case(Some(OffCourse), Some(OffCourse), None; "as it was")]
    #[test_case(None, Some(OnCourse), Some(Kind::New); "new")]
    #[test_case(Some(OnCourse), None, Some(Kind::Gone); "gone")]
    fn a_change_is(before: Option<Progress>, now: Option<Progress>, expected: Option<Kind>) {
        assert_eq!(Kind::of(before, now), expected);
    }
}
