//! Rules that UK public bodies publish.

use std::sync::OnceLock;

use super::Rule;
use crate::document;

/// What `assets/rules.json` says; each rule has its source in it.
const RULES: &str = include_str!("../../assets/rules.json");

/// The rules that come with Quarterlight, in the order of their file.
///
/// A file uses one by its id: `"rule": "maidstone"`.
#[must_use]
pub fn shipped() -> &'static [Rule] {
    static SHIPPED: OnceLock<Vec<Rule>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        // None of them is like another, so that reading one does not wait for the others.
        document::read_rules(RULES)
            .iter()
            .filter_map(|rule| Rule::from_document(rule).ok())
            .collect()
    })
}

/// The shipped rule with an id.
#[must_use]
pub fn shipped_rule(id: &str) -> Option<&'static Rule> {
    shipped().iter().find(|rule| rule.id.as_deref() == Some(id))
}
