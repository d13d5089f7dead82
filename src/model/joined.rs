//! How a report joins the others: what is told of it without looking at each measure again.

use super::{History, Join};

/// How a report joins the others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Joined {
    /// For each report, how many measures surely join it, and how many of those cannot be compared.
    pub certain: Vec<(usize, usize)>,
    /// Joins that someone should look at: proposed ones, and those whose definition changed.
    pub points: Vec<Join>,
    /// Where a measure's own figures for last year differ from what last year's files say.
    pub disagreements: Vec<(usize, String)>,
    rows: usize,
}

impl Joined {
    /// How a report joins the others.
    #[must_use]
    pub fn of(history: &History, report: usize) -> Self {
        let mut joined = Self::default();
        while joined.step(history, report, usize::MAX) {}
        joined
    }

    /// Looks at so many measures more, of the same report as before, and says whether there are more.
    pub fn step(&mut self, history: &History, report: usize, rows: usize) -> bool {
        let Some(this) = history.reports().get(report) else { return false };
        self.certain.resize(history.reports().len(), (0, 0));
        let end = self.rows.saturating_add(rows).min(this.measures.len());
        for measure in self.rows..end {
            for join in history.joins_of_measure(report, measure) {
                let is_certain = join.by.is_certain();
                let (certain, changed) = &mut self.certain[join.other_report];
                *certain += usize::from(is_certain);
                *changed += usize::from(is_certain && !join.changes.is_empty());
                if !is_certain || !join.changes.is_empty() {
                    self.points.push(join.clone());
                }
            }
            self.disagreements.extend(history.disagreements_of(report, measure));
        }
        self.rows = end;
        end < this.measures.len()
    }
}
