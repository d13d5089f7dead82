//! The command-line faces of the core, as scripts use them.

#![expect(clippy::unwrap_used, reason = "a test stops at what should not be")]

use std::io::Write;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// `cargo test` builds examples beside the tests.
fn example(name: &str, arguments: &[&str]) -> Output {
    fed(name, arguments, "")
}

/// An example with a text on its standard input.
fn fed(name: &str, arguments: &[&str], input: &str) -> Output {
    let tests = std::env::current_exe().unwrap();
    let built = tests.parent().unwrap().parent().unwrap().join("examples").join(name);
    let mut command = Command::new(&built);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = command.spawn().unwrap_or_else(|error| {
        panic!("{}: {error}. Run `cargo build --examples` first.", built.display())
    });
    running.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
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
        "Off course: 38% now; nothing shows that it builds up over the year, and no earlier years are loaded to learn from, so 38% (default range 32% to 44%) is expected by the end of the academic year in August 2020, against a target of at least 75%."
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
    assert!(String::from_utf8_lossy(&output.stdout).lines().count() > 3);
    assert!(example("check", &["assets/samples/2024-25-q1.json"]).status.success());
}

/// The rows that `calculate` writes, by the names of its columns.
fn calculated(rule: &[&str], cases: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let output = fed("calculate", rule, cases);
    let mut rows = csv::Reader::from_reader(output.stdout.as_slice());
    rows.deserialize().map(Result::unwrap).collect()
}

const HEAD: &str = "name,polarity,basis,quarter,target,floor,tolerance,actual,same_period_last_year,previous_quarter";

#[test]
fn calculate_rates_rows_by_a_published_rule() {
    let cases = format!(
        "{HEAD}\nA,higher,snapshot,2,75,,,67.5,60,66\nB,lower,cumulative,2,100,,,111,90,50\n\"C, with a comma\",higher,annual,2,75,,,,,\n"
    );
    let rows = calculated(&["--rule", "maidstone"], &cases);
    let told = |row: usize| {
        ["progress", "direction", "direction_previous_quarter"].map(|name| rows[row][name].as_str())
    };
    assert_eq!(told(0), ["uncertain", "better", "better"]);
    assert_eq!(told(1), ["off course", "worse", "not comparable"]);
    assert_eq!(told(2), ["not due", "not comparable", "not comparable"]);
    assert_eq!(rows[2]["name"], "C, with a comma");
    assert!(rows[0]["why"].starts_with("Uncertain: 67.5 against a target of 75"));
}

#[test]
fn calculate_looks_ahead_where_no_rule_is_named() {
    let cases = format!(
        "{HEAD},year_basis,seasonal,history\nNot in education (%),lower,snapshot,2,4.4,,,6.3,6.8,,financial,yes,|6.8||4.8\n"
    );
    let rows = calculated(&[], &cases);
    let told =
        ["progress", "outlook", "projected", "low", "high"].map(|name| rows[0][name].as_str());
    assert_eq!(told, ["uncertain", "uncertain", "4.3", "3.3", "5.3"]);
}

#[test]
fn calculate_says_which_cell_it_cannot_read_and_goes_on() {
    let cases = format!("{HEAD}\nA,higher,snapshot,2,75,,,many,,\nB,higher,snapshot,2,75,,,80,,\n");
    let output = fed("calculate", &["--rule", "crawley"], &cases);
    assert!(!output.status.success());
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "line 2: the actual “many” is not a number\n"
    );
    let rows = calculated(&["--rule", "crawley"], &cases);
    assert_eq!(rows[0]["progress"], "not rated");
    assert_eq!(rows[0]["why"], "Not rated: the actual “many” is not a number.");
    assert_eq!(rows[1]["progress"], "on course");
}

#[test]
fn calculate_lists_the_rules_and_refuses_one_that_is_not_there() {
    let listed = String::from_utf8(example("calculate", &["--rules"]).stdout).unwrap();
    assert!(
        listed.lines().count() >= 15 && listed.contains("maidstone: Maidstone Borough Council")
    );
    let output = example("calculate", &["--rule", "nowhere"]);
    assert!(!output.status.success());
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("“nowhere” is neither a shipped rule")
    );
}
