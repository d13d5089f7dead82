//! Every figure of each sample report stands on some page, beside the reference and the title that it belongs to.
//!
//! `tests/facts/` holds what the published reports print, row by row. A fact is what must stand there: `48.3%`, `3|three`
//! where either will do, or `Target 2013/14: 85%` where it must follow those words in the same cell or line.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::collections::BTreeMap;

use quarterlight::app::{Action, FileRead, State};
use quarterlight::view::{page, page_text, places};
use serde::Deserialize;
use test_case::test_case;

/// What no page shows yet: the sample, the section of its facts, and the page that it waits for.
const WAITING: [(&str, &str, &str); 0] = [];

/// The facts of a report: sections of rows.
#[derive(Deserialize)]
struct Facts {
    sample: String,
    #[serde(flatten)]
    sections: BTreeMap<String, Vec<Row>>,
}

/// A row of a report and what it prints.
#[derive(Deserialize)]
struct Row {
    #[serde(rename = "ref")]
    reference: Option<String>,
    title: String,
    #[serde(default)]
    facts: Vec<String>,
}

fn facts(name: &str) -> Facts {
    let text = std::fs::read_to_string(format!("tests/facts/{name}.json"));
    serde_json::from_str(&text.expect("the facts are there")).expect("they are facts")
}

/// Every page of a sample as plain text, with everything that can be opened open.
fn pages(sample: &str) -> Vec<String> {
    let bytes = std::fs::read(format!("assets/samples/{sample}")).expect("the sample is there");
    let file = FileRead { name: sample.to_owned(), bytes: Ok(bytes) };
    let state = State::default().after(Action::Opened(vec![file])).after(Action::ToggleAllWhy);
    let pages =
        places(&state).into_iter().map(|place| page_text(&page(&state.after(Action::Go(place)))));
    pages.collect()
}

/// Numbers are written with commas in one place and without in another.
fn plain(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let is_digit = |index: Option<usize>| {
        index.and_then(|index| characters.get(index)).is_some_and(char::is_ascii_digit)
    };
    let is_comma_of_number = |index: usize| {
        characters[index] == ',' && is_digit(index.checked_sub(1)) && is_digit(Some(index + 1))
    };
    (0..characters.len())
        .filter(|index| !is_comma_of_number(*index))
        .map(|i| characters[i])
        .collect()
}

/// Where a text stands as a whole: 12 does not stand in 112, 12.5 or 3.12.
fn stands_at(text: &str, wanted: &str) -> Vec<usize> {
    let is_number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let starts = is_number(wanted.chars().next());
    let ends = is_number(wanted.chars().next_back());
    text.match_indices(wanted)
        .map(|(start, _)| start)
        .filter(|start| {
            let mut before = text[..*start].chars().rev();
            let mut after = text[*start + wanted.len()..].chars();
            let (one_before, two_before) = (before.next(), before.next());
            let (one_after, two_after) = (after.next(), after.next());
            let is_tail =
                is_number(one_before) || (one_before == Some('.') && is_number(two_before));
            let is_head = is_number(one_after) || (one_after == Some('.') && is_number(two_after));
            !(starts && is_tail || ends && is_head)
        })
        .collect()
}

/// How often a fact stands in a text.
fn count(text: &str, fact: &str) -> usize {
    let (label, figure) = match fact.split_once(": ") {
        Some((label, figure)) => (Some(label), figure),
        None => (None, fact),
    };
    let found = |text: &str| figure.split('|').map(|one| stands_at(text, one).len()).sum::<usize>();
    match label {
        None => found(text),
        Some(label) => {
            let cells = text.lines().flat_map(|line| line.split(" | "));
            cells.filter_map(|cell| cell.split_once(label)).map(|(_, rest)| found(rest)).sum()
        }
    }
}

/// How the parts of a page that are about a row are found.
#[derive(Clone, Copy)]
enum About {
    /// A line that has both its reference and its title, with what is indented under it; of a heading, up to the next
    /// empty line.
    Block,
    /// The section under a heading that has both.
    Section,
    /// The block, or the whole page of which it is the heading.
    Page,
}

impl About {
    fn of(section: &str) -> Self {
        match section {
            "narrative" => Self::Section,
            "measures" => Self::Page,
            _ => Self::Block,
        }
    }

    fn parts(self, text: &str, row: &Row) -> Vec<String> {
        let is_about = |line: &str| {
            line.contains(&row.title)
                && row.reference.as_ref().is_none_or(|reference| line.contains(reference.as_str()))
        };
        let is_page = text.lines().any(|line| line.starts_with("# ") && is_about(line));
        match self {
            Self::Section => {
                let sections = text.split("\n## ").skip(1);
                let sections = sections.filter(|one| one.lines().next().is_some_and(is_about));
                sections.map(str::to_owned).collect()
            }
            Self::Page if is_page => vec![text.to_owned()],
            Self::Block | Self::Page => {
                let lines: Vec<&str> = text.lines().collect();
                let starts = (0..lines.len()).filter(|start| is_about(lines[*start]));
                starts.map(|start| block(&lines[start..])).collect()
            }
        }
    }
}

fn block(lines: &[&str]) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let Some((first, rest)) = lines.split_first() else { return String::new() };
    let under = rest.iter().take_while(|line| {
        !line.is_empty() && (first.starts_with('#') || indent(line) > indent(first))
    });
    std::iter::once(first).chain(under).copied().collect::<Vec<&str>>().join("\n")
}

/// What of a row stands on no page.
fn missing(pages: &[String], row: &Row, part: About) -> Vec<String> {
    let called = [row.reference.as_deref().unwrap_or_default(), &row.title].join(" ");
    let title = plain(&row.title);
    let row = Row { title, reference: row.reference.clone(), facts: row.facts.clone() };
    let texts: Vec<String> = pages.iter().flat_map(|page| part.parts(page, &row)).collect();
    if texts.is_empty() {
        return vec![format!("{called}: neither reference nor title")];
    }
    let mut wanted: BTreeMap<&str, usize> = BTreeMap::new();
    for fact in &row.facts {
        *wanted.entry(fact).or_default() += 1;
    }
    wanted
        .into_iter()
        .filter(|(fact, times)| texts.iter().map(|text| count(text, fact)).sum::<usize>() < *times)
        .map(|(fact, _)| format!("{called}: {fact}"))
        .collect()
}

#[test_case("2012-13-mid-year")]
#[test_case("2013-16-plan")]
#[test_case("2018-19-progress")]
#[test_case("2019-20-q2")]
#[test_case("2021-22-plan")]
#[test_case("2024-25-q1")]
fn every_fact_is_on_a_page(name: &str) {
    let facts = facts(name);
    let pages: Vec<String> = pages(&facts.sample).iter().map(|page| plain(page)).collect();
    let mut found = Vec::new();
    for (section, rows) in &facts.sections {
        let part = About::of(section);
        let missing: Vec<String> = rows.iter().flat_map(|row| missing(&pages, row, part)).collect();
        match WAITING.iter().find(|(sample, waiting, _)| (*sample, *waiting) == (name, section)) {
            None => found.extend(missing.into_iter().map(|what| format!("{section}: {what}"))),
            Some((_, _, page)) => {
                assert!(!missing.is_empty(), "{section} no longer waits for the page of {page}");
            }
        }
    }
    assert!(found.is_empty(), "{name} shows nowhere: {found:#?}");
}

// The search itself

#[test_case("12%", "12%", 1)]
#[test_case("112%", "12%", 0; "the tail of a number")]
#[test_case("12.5", "12", 0; "the head of a number")]
#[test_case("0.12", "12", 0; "behind a point")]
#[test_case("It was 12.", "12", 1; "at the end of a sentence")]
#[test_case("12% then 12%", "12%", 2; "twice")]
#[test_case("three of them", "3|three", 1; "in words")]
#[test_case("Target 2013/14: 85% | Quarter 2: 80%", "2013/14: 85%", 1; "in its cell")]
#[test_case("Target 2013/14: 85% | Quarter 2: 80%", "2013/14: 80%", 0; "in the next cell")]
fn a_fact_is_counted(text: &str, fact: &str, expected: usize) {
    assert_eq!(count(text, fact), expected);
}

#[test]
fn a_figure_is_looked_for_beside_its_row_only() {
    let page = "Title\n\nA 1 First\n  12%\nA 2 Second\n  13%\n".to_owned();
    let row = |reference: &str, title: &str, fact: &str| Row {
        reference: Some(reference.to_owned()),
        title: title.to_owned(),
        facts: vec![fact.to_owned()],
    };
    let pages = [page];
    assert!(missing(&pages, &row("A 1", "First", "12%"), About::Block).is_empty());
    assert_eq!(missing(&pages, &row("A 2", "Second", "12%"), About::Block), ["A 2 Second: 12%"]);
    assert_eq!(missing(&pages, &row("A 2", "First", "12%"), About::Block).len(), 1);
    let whole = ["Window\n# A 1 First\n\n12%\n".to_owned()];
    assert!(missing(&whole, &row("A 1", "First", "12%"), About::Page).is_empty());
    assert_eq!(missing(&whole, &row("A 1", "First", "12%"), About::Block), ["A 1 First: 12%"]);
    let section = ["Title\n\n## 3 Money\nIt fell.\n\n12%\n\n## 4 People\n13%\n".to_owned()];
    assert!(missing(&section, &row("3", "Money", "12%"), About::Section).is_empty());
    assert_eq!(missing(&section, &row("3", "Money", "13%"), About::Section), ["3 Money: 13%"]);
}
