//! Figures that stand beside a row's own: benchmarks, series, related figures, facts of the narrative. One that
//! contradicts itself is shown nowhere, so it is listed; its row stays.

use super::{Target, Value};
use crate::document::{self, Benchmark, Figures, Path, Problem, Related, Rows, Section};

type Found = Vec<(Path, Problem)>;

fn check(value: &document::Value, place: impl FnOnce() -> Path, found: &mut Found) {
    found.extend(Value::from_document(value).err().map(|problem| (place(), problem)));
}

fn related(related: &[Related], place: impl Fn() -> Path, found: &mut Found) {
    for (index, one) in related.iter().enumerate() {
        check(&one.value, || place().key("related").index(index).key("value"), found);
    }
}

fn benchmarks(benchmarks: &[Benchmark], place: impl Fn() -> Path, found: &mut Found) {
    for (index, one) in benchmarks.iter().enumerate() {
        let Some(value) = &one.value else { continue };
        check(value, || place().key("benchmarks").index(index).key("value"), found);
    }
}

/// Those of a measure.
pub(super) fn of_figures(figures: &Figures, place: impl Fn() -> Path, found: &mut Found) {
    for (index, year) in figures.targets.iter().enumerate() {
        let problem = Target::from_document(&year.target, None).err();
        let place = || place().key("targets").index(index).key("target");
        found.extend(problem.map(|problem| (place(), problem)));
    }
    benchmarks(&figures.benchmarks, &place, found);
    for (index, series) in figures.series.iter().enumerate() {
        for (point, one) in series.points.iter().enumerate() {
            let place = || place().key("series").index(index).key("points").index(point);
            check(&one.value, || place().key("value"), found);
        }
    }
    related(&figures.related, &place, found);
}

/// Those of a milestone.
pub(super) fn of_milestone(milestone: &document::Milestone, row: usize, found: &mut Found) {
    related(&milestone.related, || Path::default().key("milestones").index(row), found);
}

/// Those of the narrative.
pub(super) fn of_narrative(narrative: &Rows<Section>, found: &mut Found) {
    for (row, section) in &narrative.rows {
        for (index, fact) in section.facts.iter().enumerate() {
            let place = || Path::default().key("narrative").index(*row).key("facts").index(index);
            if let Some(value) = &fact.value {
                check(value, || place().key("value"), found);
            }
            benchmarks(&fact.benchmarks, place, found);
        }
    }
}
