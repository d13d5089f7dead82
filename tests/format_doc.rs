//! The examples of docs/format.md are read, and its tables hold every word that a file may use.
#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod file;

use file::{Row, file, report};
use quarterlight::assess::TokenField;
use quarterlight::model::{Value, load};
use quarterlight::terms::{
    Absence, Basis, Comment, Keyword, LineRole, Mark, MilestoneStatus, Nearness, ObjectiveRule,
    Polarity, Span, Unit,
};

const PAGE: &str = include_str!("../docs/format.md");

/// An example: the line on which it starts, what stands behind the fence, and its text.
struct Example<'p> {
    line: usize,
    marked: &'p str,
    text: String,
}

fn examples(page: &str) -> Vec<Example<'_>> {
    let mut examples: Vec<Example<'_>> = Vec::new();
    let mut open = false;
    for (index, line) in page.lines().enumerate() {
        if let Some(marked) = line.strip_prefix("```") {
            open = !open;
            if open {
                examples.push(Example { line: index + 1, marked, text: String::new() });
            }
        } else if open && let Some(example) = examples.last_mut() {
            example.text += line;
            example.text += "\n";
        }
    }
    examples
}

/// The whole file that an example stands for: a piece is put where its mark says.
fn whole(example: &Example<'_>) -> String {
    const PERIOD: &str = "2019/20 Q2";

    let text = example.text.trim();
    let measure = |row: Row| file(PERIOD, "measures", &[row]);
    match example.marked {
        "json" => text.to_owned(),
        "json fragment figures" => {
            measure(Row::titled("An example").with("figures", format!("{{{text}}}")))
        }
        "json fragment measure" => {
            let Row(mut keys) = Row::titled("An example");
            keys.push(text.to_owned());
            measure(Row(keys))
        }
        "json fragment report" => {
            let start = file(PERIOD, "measures", &[]);
            let start = start.strip_suffix('}').expect("a file ends with a brace");
            format!("{start}, {text}}}")
        }
        other => panic!("line {}: the test does not know what “{other}” is", example.line),
    }
}

#[test]
fn every_example_is_read_without_a_finding() {
    let examples = examples(PAGE);
    assert!(examples.len() > 20, "the examples are found");
    for example in examples {
        let name = format!("docs/format.md, example on line {}", example.line);
        report(&name, &whole(&example));
    }
}

#[test]
#[should_panic(expected = "polarty")]
fn a_wrong_example_is_seen() {
    let page = "```json fragment measure\n\"polarty\": \"higher\"\n```\n";
    report("a.json", &whole(&examples(page)[0]));
}

#[track_caller]
fn says_every_word<K: Keyword>() {
    for (_, word, _) in K::WORDS {
        assert!(PAGE.contains(&format!("`{word}`")), "{} is left out: {word}", K::CALLED);
    }
}

#[test]
fn every_word_is_on_the_page() {
    says_every_word::<Absence>();
    says_every_word::<Basis>();
    says_every_word::<Comment>();
    says_every_word::<TokenField>();
    says_every_word::<Mark>();
    says_every_word::<MilestoneStatus>();
    says_every_word::<Nearness>();
    says_every_word::<ObjectiveRule>();
    says_every_word::<LineRole>();
    says_every_word::<Polarity>();
}

/// The rows of the table whose first heading is this, cell by cell.
fn table(heading: &str) -> Vec<Vec<&'static str>> {
    let start = format!("| {heading} |");
    let lines = PAGE.lines().skip_while(|line| !line.starts_with(&start)).skip(2);
    let rows = lines.take_while(|line| line.starts_with('|'));
    let rows: Vec<Vec<&str>> = rows.map(|row| row.split('|').map(str::trim).collect()).collect();
    assert!(!rows.is_empty(), "a table with the heading {heading}");
    rows
}

/// What stands between backticks.
fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[test]
fn the_units_of_the_table_are_read_and_no_form_is_left_out() {
    let forms: Vec<&str> = table("`unit`").iter().map(|row| quoted(row[1])[0]).collect();
    for form in &forms {
        assert!(form.parse::<Unit>().is_ok(), "{form}");
    }
    for form in Unit::FORMS {
        let start = form.trim_end_matches(['…', ' ']);
        assert!(forms.iter().any(|known| known.starts_with(start)), "{form} is left out");
    }
}

#[test]
fn the_spans_of_the_table_are_read() {
    for row in table("`covers`") {
        let span = quoted(row[1])[0];
        assert!(span.parse::<Span>().is_ok(), "{span}");
    }
}

#[test]
fn the_short_forms_of_the_table_stand_for_their_reasons() {
    let current = |word: &str| {
        let row = Row::titled("A").with("figures", format!("{{\"current\": \"{word}\"}}"));
        report("a.json", &file("2019/20 Q2", "measures", &[row])).measures[0].current.clone()
    };
    for row in table("Reason") {
        let reason = current(quoted(row[1])[0]);
        assert!(matches!(reason, Value::Absent(_)));
        for short in quoted(row[3]) {
            assert_eq!(current(short), reason, "{short}");
        }
    }
}

#[test]
fn the_message_on_the_page_is_one_that_is_said() {
    let lines = PAGE.lines().filter_map(|line| line.strip_prefix("> "));
    let message = lines.collect::<Vec<&str>>().join(" ");
    let said = load("q2.json", include_bytes!("fixtures/many-problems.json")).findings;
    assert!(said.iter().any(|finding| finding.to_string() == message), "{message}");
}
