//! What a row of a report or an objective is called in an address.

use std::collections::{BTreeMap, HashMap};

use super::listed::Listed;
use crate::model::{Measure, Report};

/// A measure or a milestone, by its place in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A measure.
    Measure(usize),
    /// A milestone.
    Milestone(usize),
}

/// The keys of a report's rows: each row has one of its own, made of its reference or, without one, its title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    measures: Names,
    groups: Names,
    statements: Names,
    /// Each other than any measure's.
    milestones: Names,
    listed: BTreeMap<Listed, Names>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Names {
    keys: Vec<String>,
    places: HashMap<String, usize>,
}

impl Names {
    fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        Self::beside(&Self::default(), texts)
    }

    /// Each differs from those of others too, and is counted after them.
    fn beside<'t>(others: &Self, texts: impl Iterator<Item = &'t str>) -> Self {
        let mut names = Self::default();
        for (at, text) in texts.enumerate() {
            let place = others.keys.len() + at;
            let plain = key_text(text);
            let mut key = plain.clone();
            let mut small = key.to_lowercase();
            let mut copy = 1;
            while key.is_empty()
                || names.places.contains_key(&small)
                || others.places.contains_key(&small)
            {
                // Rows of one name are told apart by their number; one without letters has only that.
                copy += 1;
                let number = if copy == 2 { place + 1 } else { place + copy };
                key =
                    if plain.is_empty() { number.to_string() } else { format!("{plain}.{number}") };
                small = key.to_lowercase();
            }
            names.places.insert(small, at);
            names.keys.push(key);
        }
        names
    }

    fn key(&self, place: usize) -> &str {
        self.keys.get(place).map_or("", String::as_str)
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.places.get(&key_text(key).to_lowercase()).copied()
    }
}

impl Keys {
    /// The keys of a report's rows.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let groups = report.groups.iter();
        let statements = report.finance.iter();
        let milestones = report.milestones.iter().map(|(_, one)| one);
        let measures = Names::of(report.measures.iter().map(Measure::name));
        Self {
            groups: Names::of(
                groups.map(|group| group.reference.as_deref().unwrap_or(&group.title)),
            ),
            statements: Names::of(
                statements.map(|one| one.id.as_deref().unwrap_or(one.title.as_str())),
            ),
            milestones: Names::beside(
                &measures,
                milestones.map(|one| one.reference.as_deref().unwrap_or(one.title.as_str())),
            ),
            listed: Listed::all()
                .map(|listed| (listed, Names::of(listed.names(report).into_iter())))
                .collect(),
            measures,
        }
    }

    /// The key of a measure, by its place in the report.
    #[must_use]
    pub fn measure(&self, place: usize) -> &str {
        self.measures.key(place)
    }

    /// The place of the measure with a key, in capitals or not, with spaces or hyphens.
    #[must_use]
    pub fn measure_of(&self, key: &str) -> Option<usize> {
        self.measures.place(key)
    }

    /// The key of a row among all measures and milestones. A measure's is the same as among measures alone.
    #[must_use]
    pub fn item(&self, row: Item) -> &str {
        match row {
            Item::Measure(place) => self.measures.key(place),
            Item::Milestone(place) => self.milestones.key(place),
        }
    }

    /// The row with a key among all measures and milestones.
    #[must_use]
    pub fn item_of(&self, key: &str) -> Option<Item> {
        let measure = self.measures.place(key).map(Item::Measure);
        measure.or_else(|| self.milestones.place(key).map(Item::Milestone))
    }

    /// The key of a milestone, by its place in the report.
    #[must_use]
    pub fn milestone(&self, place: usize) -> &str {
        self.milestones.key(place)
    }

    /// The place of the milestone with a key.
    #[must_use]
    pub fn milestone_of(&self, key: &str) -> Option<usize> {
        self.milestones.place(key)
    }

    /// The key of an objective, by the place of its group in the report.
    #[must_use]
    pub fn group(&self, place: usize) -> &str {
        self.groups.key(place)
    }

    /// The place of the group of the objective with a key.
    #[must_use]
    pub fn group_of(&self, key: &str) -> Option<usize> {
        self.groups.place(key)
    }

    /// The key of a financial statement, by its place in the report.
    #[must_use]
    pub fn statement(&self, place: usize) -> &str {
        self.statements.key(place)
    }

    /// The place in the report of the financial statement with a key.
    #[must_use]
    pub fn statement_of(&self, key: &str) -> Option<usize> {
        self.statements.place(key)
    }

    /// The key of something that a part lists, by its place among all of its kind.
    #[must_use]
    pub fn listed(&self, listed: Listed, place: usize) -> &str {
        self.listed.get(&listed).map_or("", |names| names.key(place))
    }

    /// The place among all of its kind of what a part lists with a key.
    #[must_use]
    pub fn listed_of(&self, listed: Listed, key: &str) -> Option<usize> {
        self.listed.get(&listed)?.place(key)
    }
}

/// Letters, digits and points, with one hyphen for whatever else stands between them: "PED04 02" is "PED04-02".
fn key_text(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_alphanumeric() || c == '.' {
            key.push(c);
        } else if !key.is_empty() && !key.ends_with('-') {
            key.push('-');
        }
    }
    let end = key.trim_end_matches('-').len();
    key.truncate(end);
    key
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case("PED04 02", "PED04-02"; "a reference")]
    #[test_case("NI185 /NI194", "NI185-NI194"; "a reference with signs")]
    #[test_case(" (1.2) ", "1.2"; "signs at the ends")]
    #[test_case("§", ""; "signs alone")]
    fn keys(text: &str, expected: &str) {
        assert_eq!(key_text(text), expected);
    }

    #[test]
    fn each_row_has_a_key_of_its_own() {
        let names = Names::of(["A 1", "a-1", "A 1", "", "–", "A-1.2"].into_iter());
        for (place, key) in names.keys.iter().enumerate() {
            assert_eq!(names.place(key), Some(place), "{:?}", names.keys);
        }
        assert_eq!(names.place("a 1"), Some(0));
        assert_eq!(names.place("b"), None);
    }

    #[test]
    fn names_beside_others_are_counted_after_them() {
        let others = Names::of(["A 1", "B"].into_iter());
        let names = Names::beside(&others, ["C", "a 1", ""].into_iter());
        assert_eq!(names.keys, ["C", "a-1.4", "5"]);
        assert_eq!(names.place("A-1"), None);
        assert_eq!(names.place("A 1.4"), Some(1));
    }
}
