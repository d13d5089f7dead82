//! Counts by status.

use super::summary::{in_order, names, names_of_rows, word_of};
use super::under::rule_of;
use super::{progress_meaning, progress_word};
use crate::app::State;
use crate::assess::{Progress, Rollup};
use crate::model::{Report, Rule};
use crate::terms::{Reported, in_sentence};

/// How many measures and milestones have a status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The status.
    pub progress: Progress,
    /// Its word: the organisation's own, where it has one; of both kinds of rows, where they bear different ones.
    pub word: String,
    /// How many measures.
    pub measures: usize,
    /// How many milestones.
    pub milestones: usize,
    /// Whether the report is filtered by it.
    pub is_chosen: bool,
    /// Each word that stands on rows for it.
    pub meanings: Vec<Meant>,
}

/// A word for a status, with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant {
    /// The word.
    pub word: String,
    /// What it means on a milestone.
    pub milestone: &'static str,
    /// What it means on a measure.
    pub measure: String,
}

/// The statuses that every report may have, and those others that this one has.
pub(super) fn counts(
    of: Option<(&State, &Report)>,
    rows: &Rollup,
    chosen: &[Progress],
) -> Vec<Count> {
    let names = of.map(|(state, report)| names(state, report)).unwrap_or_default();
    let names = names_of_rows(names, rows);
    let mut rules: Vec<Option<&Rule>> = match of {
        Some((state, report)) => report.measures.iter().map(|one| rule_of(state, one)).collect(),
        None => Vec::new(),
    };
    rules.dedup_by_key(|rule| rule.map(std::ptr::from_ref));
    in_order(&names, &Progress::ALL)
        .into_iter()
        .map(|progress| Count {
            progress,
            word: word_of(&names, progress).to_owned(),
            measures: rows.measures.count(progress),
            milestones: rows.milestones.count(progress),
            is_chosen: chosen.contains(&progress),
            meanings: meanings(progress, &rules, rows),
        })
        .filter(|count| {
            count.progress.is_usual() || count.measures + count.milestones > 0 || count.is_chosen
        })
        .collect()
}

/// The names that rules give a status are for measures; milestones have its plain word, and so have outlooks where
/// the rule reports something else.
fn meanings(progress: Progress, rules: &[Option<&Rule>], rows: &Rollup) -> Vec<Meant> {
    let plain = progress_word(progress);
    let (milestone, measure) = progress_meaning(progress);
    let mut words: Vec<&str> = Vec::new();
    for rule in rules {
        let word = rule.and_then(|rule| rule.name_of(progress)).unwrap_or(plain);
        if !words.contains(&word) {
            words.push(word);
        }
    }
    let is_plain = words.is_empty() || words.contains(&plain);
    let is_own = rules.iter().flatten().any(|rule| rule.reports != Reported::Outlook);
    let outlook = measure.split_once("; or").filter(|_| is_own);
    let plain_measure = match outlook {
        _ if is_plain => Some(measure.to_owned()),
        Some((outlook, _)) => Some(format!("Year-end outlook: {}.", in_sentence(outlook))),
        None if rows.milestones.count(progress) > 0 => Some("Not used for measures.".to_owned()),
        None => None,
    };
    let meant =
        |word: &str, milestone, measure| Meant { word: word.to_owned(), milestone, measure };
    let named = words.into_iter().filter(|word| *word != plain);
    named
        .map(|word| meant(word, "Not used for milestones.", measure.to_owned()))
        .chain(plain_measure.map(|measure| meant(plain, milestone, measure)))
        .collect()
}
