//! Supposed figures for the remaining quarters, and what they have to bring.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use file::{Row, file, report};
use quarterlight::assess::{Assessment, Needed, needed, remaining, what_if};
use quarterlight::model::History;
use quarterlight::terms::{Amount, Keyword};
use test_case::test_case;

fn amounts(texts: &[&str]) -> Vec<Amount> {
    texts.iter().map(|text| text.parse().expect("a number")).collect()
}

/// A history of last year's four quarters and this year's second, of which the last is asked about.
fn history(
    basis: &str,
    unit: &str,
    polarity: &str,
    target: &str,
    now: &str,
    before: &[&str],
) -> (History, usize) {
    let row = |figures: String| {
        Row::titled("A measure")
            .word("id", "m")
            .word("basis", basis)
            .word("unit", unit)
            .word("polarity", polarity)
            .with("figures", figures)
    };
    let mut reports = Vec::new();
    for (index, figure) in before.iter().enumerate() {
        let period = format!("2018/19 Q{}", index + 1);
        let text = file(
            &period,
            "measures",
            &[row(format!(r#"{{"current": {figure}, "target": {target}}}"#))],
        );
        reports.push(report(&format!("then{index}.json"), &text));
    }
    let text = file(
        "2019/20 Q2",
        "measures",
        &[row(format!(r#"{{"current": {now}, "target": {target}}}"#))],
    );
    reports.push(report("now.json", &text));
    let last = reports.len() - 1;
    (History::new(reports), last)
}

#[track_caller]
fn supposed(given: &(History, usize), texts: &[&str]) -> String {
    let found = what_if(&given.0, given.1, 0, &amounts(texts), None).expect("it can be supposed");
    let found = found.expect("something was supposed");
    format!(
        "{} at {}: {}, {}, {}",
        found.figure,
        found.as_at,
        found.judged.position.status().word(),
        found.judged.outlook.verdict.status().word(),
        found.judged.direction().status().word()
    )
}

#[test]
fn what_each_quarter_adds_is_added_to_a_count_over_the_year() {
    let given = history("cumulative", "number", "lower", "100", "40", &["20", "45", "80", "110"]);
    assert_eq!(supposed(&given, &["20"]), "60 at 2019/20 Q3: on course, on course, better");
    assert_eq!(supposed(&given, &["20", "40"]), "100 at 2019/20 Q4: on course, on course, better");
    assert_eq!(
        supposed(&given, &["20", "41"]),
        "101 at 2019/20 Q4: off course, off course, better"
    );
}

#[test]
fn a_snapshot_is_supposed_as_it_will_stand() {
    let given = history("snapshot", "%", "higher", "80", "70", &["60", "65", "72", "75"]);
    assert_eq!(supposed(&given, &["78", "80"]), "80 at 2019/20 Q4: on course, on course, better");
    assert_eq!(
        supposed(&given, &["78", "79.9"]),
        "79.9 at 2019/20 Q4: off course, off course, better"
    );
}

#[test]
fn what_is_supposed_does_not_touch_what_was_reported() {
    let given = history("cumulative", "number", "lower", "100", "40", &["20", "45", "80", "110"]);
    let before = (given.0.clone(), Assessment::of(&given.0, given.1));
    let _ = supposed(&given, &["500"]);
    assert_eq!((given.0.clone(), Assessment::of(&given.0, given.1)), before);
}

#[test]
fn nothing_is_supposed_of_a_year_that_is_over_or_of_an_annual_figure() {
    let over = report("now.json", &file("2019/20 Q4", "measures", &[Row::titled("A measure")]));
    assert!(remaining(&over).is_empty());
    let given = history("annual", "%", "higher", "80", "70", &[]);
    let reason = what_if(&given.0, given.1, 0, &amounts(&["75"]), None).expect_err("annual");
    assert_eq!(reason, "it is published once a year, and has no quarters to suppose");
}

// What is needed

fn need(given: &(History, usize)) -> Needed {
    needed(&given.0, given.1, 0).expect("it can be said")
}

#[test_case("higher", "100", "40", "To meet the year's target, each of Quarter 3, Quarter 4 must bring at least 30. It has been so before."; "an equal part each")]
#[test_case("higher", "200", "40", "To meet the year's target, each of Quarter 3, Quarter 4 must bring at least 80. In none of the earlier quarters that are loaded was it so."; "more than ever")]
#[test_case("higher", "40", "40", "To be on course nothing more is needed: the year's target is already met."; "met already")]
#[test_case("lower", "100", "40", "To meet the year's target, each of Quarter 3, Quarter 4 must bring at most 30. It has been so before."; "at most")]
#[test_case("lower", "39", "40", "The year's target is already passed: what has been counted cannot be taken back."; "passed already")]
#[test_case("higher", "100.1", "40", "To meet the year's target, each of Quarter 3, Quarter 4 must bring at least 30.05. It has been so before."; "a part in decimals")]
fn a_count_over_the_year_needs(polarity: &str, target: &str, now: &str, expected: &str) {
    let given = history("cumulative", "number", polarity, target, now, &["20", "45", "80", "110"]);
    assert_eq!(need(&given).derivation.sentence, expected);
}

#[test]
fn beside_it_stands_what_the_same_quarter_brought_before() {
    let given = history("cumulative", "number", "higher", "100", "40", &["20", "45", "80", "110"]);
    let found = need(&given);
    let told: Vec<String> = found
        .quarters
        .iter()
        .map(|one| {
            format!(
                "{} {} {:?} {:?}",
                one.quarter,
                one.needs,
                one.before
                    .iter()
                    .map(|(name, amount)| format!("{name} {amount}"))
                    .collect::<Vec<_>>(),
                one.was_reached
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            r#"2019/20 Q3 30 ["2018/19 Q3 35"] Some(true)"#,
            r#"2019/20 Q4 30 ["2018/19 Q4 30"] Some(true)"#
        ]
    );
}

// 100 − 1 = 99 left for two quarters, but 100 ÷ 3 does not end: 33.4 each, never 33.3.
#[test]
fn a_part_that_does_not_end_is_cut_so_that_the_target_is_met() {
    let row = |polarity: &str| {
        Row::titled("A measure")
            .word("basis", "cumulative")
            .word("unit", "number")
            .word("polarity", polarity)
            .with("figures", r#"{"current": 0, "target": 100}"#)
    };
    let needs = |polarity: &str| {
        let text = file("2019/20 Q1", "measures", &[row(polarity)]);
        need(&(History::new(vec![report("now.json", &text)]), 0)).quarters[0].needs.to_string()
    };
    assert_eq!((needs("higher").as_str(), needs("lower").as_str()), ("33.4", "33.3"));
}

#[test]
fn of_other_measures_the_years_end_counts() {
    let given = history("snapshot", "%", "higher", "80", "70", &["60", "65", "72", "75"]);
    assert_eq!(
        need(&given).derivation.sentence,
        "To meet the year's target, the figure at the end of Quarter 4 must be at least 80%. In none of the earlier quarters that are loaded was it so."
    );
}

#[test_case("plan", "near to the plan is better, so there is no least or most"; "plan")]
#[test_case("none", "it is monitored only, and neither higher nor lower is better"; "monitored only")]
fn nothing_is_needed_of(polarity: &str, expected: &str) {
    let given = history("snapshot", "%", polarity, "80", "70", &[]);
    assert_eq!(needed(&given.0, given.1, 0).expect_err("no least or most"), expected);
}
