//! The whole report, as it is made for paper.

use super::Count;
use super::counts::counts;
use super::frame::{parts_of, title};
use super::page::{PartView, part_view};
use crate::app::{Filter, InView, Order, Part, Place, State};
use crate::assess::Rollup;
use crate::model::Report;

/// The whole report, a part after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholePage {
    /// Each part.
    pub parts: Vec<WholePart>,
    /// What the symbols mean, for the end.
    pub counts: Vec<Count>,
}

/// A part of the whole report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WholePart {
    /// Where it stands by itself.
    pub place: Place,
    /// Its heading.
    pub heading: String,
    /// What it holds.
    pub part: PartView,
}

pub(super) fn whole_page(state: &State, report: &Report) -> WholePage {
    // The page of all statements holds each of them; the milestones stand under their objectives; another report is
    // compared on request.
    let left_out = |part: &Part| {
        matches!(part, Part::Compare(_) | Part::Milestones | Part::Data | Part::Finance(Some(_)))
    };
    whole_without(state, report, left_out)
}

pub(super) fn whole_without(
    state: &State,
    report: &Report,
    left_out: impl Fn(&Part) -> bool,
) -> WholePage {
    // Paper knows no filter, no order but the report's, and no rows out of view.
    let state = &State {
        filter: Filter::default(),
        order: Order::default(),
        in_view: InView::Everything,
        ..state.clone()
    };
    let statement = |place| Part::Finance(Some(state.keys.statement(place).to_owned()));
    let parts = parts_of(state, report).into_iter().flat_map(|part| {
        let statements = if part == Part::Finance(None) { report.finance.len() } else { 0 };
        [part].into_iter().chain((0..statements).map(statement))
    });
    WholePage {
        parts: parts
            .filter(|part| !left_out(part))
            .map(|part| whole_part(state, report, part))
            .collect(),
        counts: key(state, report),
    }
}

/// A part by itself, under its heading.
pub(super) fn whole_part(state: &State, report: &Report, part: Part) -> WholePart {
    let (reference, heading) = match part {
        Part::Overview => (String::new(), "Overview".to_owned()),
        ref part => title(state, report, part),
    };
    WholePart {
        heading: [reference.as_str(), &heading].join(" ").trim().to_owned(),
        part: part_view(state, report, &part),
        place: state.place.with_part(part),
    }
}

fn key(state: &State, report: &Report) -> Vec<Count> {
    let rows = Rollup::of_report(report, &state.assessment);
    counts(Some((state, report)), &rows, &[])
}
