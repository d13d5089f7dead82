//! Reports being joined into a history.

use std::rc::Rc;

use super::History;
use super::history::{Row, order};
use super::identity::{hash, reference_hash, title_hash};
use super::{Measure, Report};

/// Which rows may be the same as one, found by what they are recognised by.
///
/// It holds hashes: that two rows really agree is asked of the rows.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// For each bucket of hashes, the entry that was put in last; a power of two of them.
    last: Vec<Option<usize>>,
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    key: u64,
    row: Row,
    /// The entry before it in its bucket.
    before: Option<usize>,
}

impl Index {
    /// An index for so many rows.
    fn of(rows: usize) -> Self {
        let last = vec![None; (rows * 4).next_power_of_two()];
        Self { last, entries: Vec::with_capacity(rows * 3) }
    }

    fn put(&mut self, row: Row, measure: &Measure) {
        for key in keys(measure) {
            let bucket = self.bucket(key);
            let before = self.last[bucket].replace(self.entries.len());
            self.entries.push(Entry { key, row, before });
        }
    }

    /// Rows that have the id, the reference or the title of this one, itself among them.
    pub(super) fn candidates(&self, measure: &Measure) -> impl Iterator<Item = Row> {
        keys(measure).flat_map(|key| {
            let entry = |at: Option<usize>| at.and_then(|at| self.entries.get(at));
            let last = self.last.get(self.bucket(key)).copied().flatten();
            let chain = std::iter::successors(entry(last), move |one| entry(one.before));
            chain.filter(move |one| one.key == key).map(|one| one.row)
        })
    }

    fn bucket(&self, key: u64) -> usize {
        // Truncated on purpose: any of its bits will do.
        #[expect(clippy::cast_possible_truncation, reason = "any bits of a hash will do")]
        let key = (key ^ key >> 32) as usize;
        key & self.last.len().saturating_sub(1)
    }
}

fn keys(measure: &Measure) -> impl Iterator<Item = u64> {
    let id = measure.said.id.as_deref().map(hash);
    let reference = measure.said.reference.as_deref().map(reference_hash);
    [id, reference, Some(title_hash(&measure.said.title))].into_iter().flatten()
}

/// Reports that are being joined, some measures at a time. It comes to the same as [`History::new`].
#[derive(Debug)]
pub struct HistorySteps {
    reports: Vec<Rc<Report>>,
    /// The report and the measure that come next.
    next: Row,
    index: Index,
}

impl HistorySteps {
    /// Before the first step.
    #[must_use]
    pub fn new(mut reports: Vec<Rc<Report>>) -> Self {
        // Files of one name and period, from two folders, are told apart by what they say.
        let text = |report: &Report| serde_json::to_string(&*report.document).unwrap_or_default();
        reports.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| text(a).cmp(&text(b))));
        // A report on its own joins nothing, so nothing is looked up.
        let (index, first) = match reports.as_slice() {
            [] | [_] => (Index::default(), reports.len()),
            several => (Index::of(several.iter().map(|one| one.measures.len()).sum()), 0),
        };
        Self { reports, next: (first, 0), index }
    }

    /// Takes in at most so many measures, of one report, and says whether there are more.
    pub fn step(&mut self, rows: usize) -> bool {
        let (report, start) = self.next;
        let Some(this) = self.reports.get(report) else { return false };
        let end = start.saturating_add(rows).min(this.measures.len());
        for (offset, measure) in this.measures[start..end].iter().enumerate() {
            self.index.put((report, start + offset), measure);
        }
        self.next = if end < this.measures.len() { (report, end) } else { (report + 1, 0) };
        true
    }

    /// The history.
    #[must_use]
    pub fn finish(mut self) -> History {
        while self.step(usize::MAX) {}
        History::of_parts(self.reports, self.index)
    }
}
