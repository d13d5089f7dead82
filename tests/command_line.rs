//! The command-line faces of the core, as scripts use them.

#![expect(clippy::unwrap_used, reason = "a test stops at what should not be")]

#[path = "command_line/calculate.rs"]
mod calculate;

use std::io::Write;
use std::process::{Command, Output, Stdio};

use quarterlight::model::load;
use serde_json::Value;

/// `cargo test` builds examples beside the tests.
fn example(name: &str, arguments: &[&str]) -> Output {
    fed(name, arguments, b"")
}

/// An example with bytes on its standard input.
fn fed(name: &str, arguments: &[&str], input: &[u8]) -> Output {
    let tests = std::env::current_exe().unwrap();
    let built = tests.parent().unwrap().parent().unwrap().join("examples").join(name);
    let mut command = Command::new(&built);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap_or_else(|error| {
        panic!("{}: {error}. Run `cargo build --examples` first.", built.display())
    });
    // One that stops before it reads closes the pipe.
    let _ = running.stdin.take().unwrap().write_all(input);
    running.wait_with_output().unwrap()
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn assess_prints_an_object_for_each_row_with_keys_that_stay() {
    let output = example("assess", &["assets/samples/2019-20-q2.json"]);
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    let rows = lines(&output);
    assert_eq!(rows.iter().filter(|row| row["kind"] == "measure").count(), 38);
    assert_eq!(rows.iter().filter(|row| row["kind"] == "milestone").count(), 28);
    for row in &rows {
        let keys: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
        let expected = [
            "derivation",
            "direction",
            "file",
            "kind",
            "outlook",
            "period",
            "position",
            "progress",
            "reasons",
            "ref",
            "title",
        ];
        assert_eq!(keys, expected);
    }
    let row = rows.iter().find(|row| row["ref"] == "PED04 01").unwrap();
    assert_eq!(row["period"], "2019/20 Q2");
    assert_eq!(row["progress"], "off course");
    assert_eq!(row["direction"], "not comparable");
    assert_eq!(
        row["reasons"][0],
        "Off course: 38% now; nothing shows that it builds up over the year, and there is no earlier year with both this quarter's figure and its outturn to learn from, so 38% (default range 32% to 44%) is expected by the end of the academic year in August 2020, against a target of at least 75%."
    );
    assert_eq!((&row["position"], &row["outlook"]), (&row["progress"], &row["progress"]));
    let steps = row["derivation"]["position"]["steps"].as_array().unwrap();
    assert_eq!(steps[2]["what"], "Missed by");
    assert_eq!(steps[2]["value"], "37 points");
    assert_eq!(steps[2]["from"], "75% − 38%");
}

#[test]
fn assess_joins_the_files_it_is_given() {
    let files = ["assets/samples/2019-20-q2.json", "assets/samples/2018-19-q4.json"];
    let rows = lines(&example("assess", &files));
    let periods: Vec<&Value> = rows.iter().map(|row| &row["period"]).collect();
    assert_eq!(periods.first().unwrap().as_str(), Some("2018/19 Q4"), "earliest first");
    assert_eq!(periods.last().unwrap().as_str(), Some("2019/20 Q2"));
}

#[test]
fn a_file_that_cannot_be_read_is_said_and_fails_the_command() {
    let output = example("assess", &["assets/samples/2019-20-q2.json", "Cargo.toml"]);
    assert!(!output.status.success());
    assert_eq!(lines(&output).len(), 66, "the good file is still assessed");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("Cargo.toml, line 1, column 2"), "{said}");
}

#[test]
fn check_lists_what_is_wrong_and_fails() {
    let output = example("check", &["tests/fixtures/many-problems.json"]);
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let name = "tests/fixtures/many-problems.json";
    for finding in load(name, &std::fs::read(name).unwrap()).findings {
        assert!(said.contains(&finding.to_string()), "{finding} is left out: {said}");
    }
    assert!(example("check", &["assets/samples/2024-25-q1.json"]).status.success());
}
