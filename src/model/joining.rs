//! Reports being joined into a history.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;

use super::History;
use super::Report;
use super::history::{Row, order};
use super::identity::Identity;

/// Which rows may be the same as one, found by what they are recognised by.
///
/// It is a sorted list of hashes: that two rows really agree is asked of their identities.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Index(Vec<(u64, Row)>);

impl Index {
    /// Rows that have the id, the reference or the title of this one, itself among them.
    pub(super) fn candidates(&self, identity: &Identity) -> impl Iterator<Item = Row> {
        let found = keys(identity).map(|key| {
            let start = self.0.partition_point(|(other, _)| *other < key);
            self.0[start..].iter().take_while(move |(other, _)| *other == key)
        });
        found.flatten().map(|(_, row)| *row)
    }
}

fn keys(identity: &Identity) -> impl Iterator<Item = u64> {
    let texts = [identity.id.as_ref(), identity.reference.as_ref(), Some(&identity.title)];
    texts.into_iter().enumerate().filter_map(|(kind, text)| text.map(|text| hash(kind, text)))
}

fn hash(kind: usize, text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    (kind, text).hash(&mut hasher);
    hasher.finish()
}

/// Reports that are being joined, some measures at a time. It comes to the same as [`History::new`].
#[derive(Debug)]
pub struct HistorySteps {
    reports: Vec<Rc<Report>>,
    identities: Vec<Vec<Identity>>,
    index: Index,
}

impl HistorySteps {
    /// Before the first step.
    #[must_use]
    pub fn new(mut reports: Vec<Rc<Report>>) -> Self {
        // Files of one name and period, from two folders, are told apart by what they say.
        let text = |report: &Report| serde_json::to_string(&*report.document).unwrap_or_default();
        reports.sort_by(|a, b| order(a).cmp(&order(b)).then_with(|| text(a).cmp(&text(b))));
        Self { reports, identities: Vec::new(), index: Index::default() }
    }

    /// Takes in at most so many measures, of one report, and says whether there are more.
    pub fn step(&mut self, rows: usize) -> bool {
        let done = self.identities.last().map_or(0, Vec::len);
        let last = self.identities.len().checked_sub(1);
        let (report, start) = match last {
            Some(last) if done < self.reports[last].measures.len() => (last, done),
            _ if self.identities.len() == self.reports.len() => return false,
            _ => {
                self.identities.push(Vec::new());
                (self.identities.len() - 1, 0)
            }
        };
        let measures = &self.reports[report].measures;
        let end = start.saturating_add(rows).min(measures.len());
        for (offset, measure) in measures[start..end].iter().enumerate() {
            let identity = Identity::of(measure);
            let row = (report, start + offset);
            self.index.0.extend(keys(&identity).map(|key| (key, row)));
            self.identities[report].push(identity);
        }
        true
    }

    /// The history.
    #[must_use]
    pub fn finish(mut self) -> History {
        while self.step(usize::MAX) {}
        self.index.0.sort_unstable();
        History::of_parts(self.reports, self.identities, self.index)
    }
}
