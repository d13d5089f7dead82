//! Which rows are shown, and in which order.

use std::cmp::Ordering;

use super::Wanted;
use crate::assess::{Direction, Progress};

/// Which rows are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only these; none for all.
    pub statuses: Vec<Progress>,
    /// Only rows with all these words, or with this reference or figure.
    pub text: String,
    /// Only this group; none for all.
    pub group: Option<usize>,
}

impl Filter {
    /// Whether it leaves anything out.
    #[must_use]
    pub fn is_active(&self) -> bool {
        !self.statuses.is_empty() || !self.text.trim().is_empty() || self.group.is_some()
    }

    /// Whether a row with this status and these texts is shown.
    #[must_use]
    pub fn shows(&self, status: Progress, texts: &[&str]) -> bool {
        if !self.statuses.is_empty() && !self.statuses.contains(&status) {
            return false;
        }
        Wanted::of(&self.text).are_in(texts)
    }
}

/// The column by which tables are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortKey {
    /// As in the report.
    Reference,
    /// By title.
    Title,
    /// By direction of travel, worst first.
    Direction,
    /// By progress, worst first.
    Progress,
    /// By when it is due, where milestones stand among themselves; elsewhere as in the report.
    Due,
}

/// The order of a table's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub key: SortKey,
    /// Whether the other way round.
    pub reversed: bool,
}

impl Default for Order {
    /// As in the report.
    fn default() -> Self {
        Self { key: SortKey::Reference, reversed: false }
    }
}

impl Order {
    /// The order after a click on a column.
    #[must_use]
    pub fn clicked(self, key: SortKey) -> Self {
        Self { key, reversed: self.key == key && !self.reversed }
    }

    /// How two rows stand to each other. Rows that are alike keep the order of the report.
    #[must_use]
    pub fn compare(self, a: &SortedBy<'_>, b: &SortedBy<'_>) -> Ordering {
        let order = match self.key {
            SortKey::Reference | SortKey::Due => a.row.cmp(&b.row),
            SortKey::Title => a.title.to_lowercase().cmp(&b.title.to_lowercase()),
            SortKey::Progress => a.progress.cmp(&b.progress),
            SortKey::Direction => rank(a.direction).cmp(&rank(b.direction)),
        };
        if self.reversed { order.reverse() } else { order }
    }
}

/// What a row is sorted by.
#[derive(Clone, Copy, Debug)]
pub struct SortedBy<'r> {
    /// Its place in the report.
    pub row: usize,
    /// Its title.
    pub title: &'r str,
    /// Its progress.
    pub progress: Progress,
    /// Its direction, if it has one.
    pub direction: Option<Direction>,
}

/// Worst first; what says nothing of better or worse comes last.
fn rank(direction: Option<Direction>) -> u8 {
    match direction {
        Some(Direction::Worse) => 0,
        Some(Direction::Same) => 1,
        Some(Direction::Better) => 2,
        Some(Direction::Higher) => 3,
        Some(Direction::Level) => 4,
        Some(Direction::Lower) => 5,
        Some(Direction::NotComparable) | None => 6,
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("PED04 02", true; "a reference")]
    #[test_case("ped0402", true; "a reference without its space")]
    #[test_case("PED04 01", false; "another reference, whatever its parts")]
    #[test_case("exclusion incidents", true; "words in any order")]
    #[test_case("exclusion absence", false; "a word that is not there")]
    #[test_case("exclusion 02", true; "a word and a number")]
    #[test_case("exclusion 03", false; "a word and a number that is not there")]
    #[test_case("  ", true; "nothing")]
    fn finds(text: &str, expected: bool) {
        let filter = Filter { text: text.to_owned(), ..Filter::default() };
        let texts = ["PED04 02", "Reduce the number of incidents of fixed term exclusion", "01"];
        assert_eq!(filter.shows(Progress::NotRated, &texts), expected);
    }

    #[test]
    fn a_second_click_sorts_the_other_way_round() {
        let order = Order::default().clicked(SortKey::Progress);
        assert_eq!(order, Order { key: SortKey::Progress, reversed: false });
        assert!(order.clicked(SortKey::Progress).reversed);
        assert!(!order.clicked(SortKey::Progress).clicked(SortKey::Title).reversed);
    }
}
