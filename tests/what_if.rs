//! Supposed figures for the remaining quarters, and what they have to bring.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use file::{Row, file, report};
use quarterlight::assess::{Assessment, Needed, needed, remaining, what_if};
use quarterlight::model::History;
use quarterlight::terms::{Amount, Keyword, QuarterNumber};
use test_case::test_case;

/// From Quarter 3 on; a quarter of which nothing is supposed is blank.
fn amounts(texts: &[&str]) -> Vec<(QuarterNumber, Amount)> {
    let quarters = [QuarterNumber::Three, QuarterNumber::Four].into_iter().zip(texts);
    let given = quarters.filter(|(_, text)| !text.is_empty());
    given.map(|(quarter, text)| (quarter, text.parse().expect("a number"))).collect()
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
    assert_eq!(supposed(&given, &["", "80"]), "80 at 2019/20 Q4: on course, on course, better");
}

#[test]
fn a_count_stands_on_the_quarters_before() {
    let given = history("cumulative", "number", "lower", "100", "40", &[]);
    assert_eq!(what_if(&given.0, given.1, 0, &amounts(&["", "9"]), None), Ok(None));
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

#[test_case("higher", "100", "40", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at least 30. It was so in an earlier Quarter 3 and an earlier Quarter 4."; "an equal part each")]
#[test_case("higher", "200", "40", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at least 80. It was so in no earlier Quarter 3 or Quarter 4 that is known."; "more than ever")]
#[test_case("higher", "104", "40", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at least 32. It was so in an earlier Quarter 3. It was so in no earlier Quarter 4 that is known."; "one of them as much")]
#[test_case("lower", "92", "40", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at most 26. It was so in no earlier Quarter 3 or Quarter 4 that is known."; "as little in other quarters alone")]
#[test_case("higher", "40", "40", "To be on course nothing more is needed: the year's target is already met."; "met already")]
#[test_case("higher", r#"{"value": 40, "strict": true}"#, "40", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring more than 0. It was so in an earlier Quarter 3 and an earlier Quarter 4."; "reached and to be passed")]
#[test_case("higher", r#"{"value": 40, "strict": true}"#, "41", "To be on course nothing more is needed: the year's target is already met."; "passed as it is to be")]
#[test_case("higher", r#"{"value": 100, "strict": true}"#, "40", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring more than 30. It was so in an earlier Quarter 3. It was so in no earlier Quarter 4 that is known."; "strictly more than 30 that were brought")]
#[test_case("lower", "100", "40", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at most 30. It was so in an earlier Quarter 4. It was so in no earlier Quarter 3 that is known."; "at most")]
#[test_case("lower", "40", "40", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at most 0. It was so in no earlier Quarter 3 or Quarter 4 that is known."; "no more at all")]
#[test_case("lower", "39", "40", "The year's target can no longer be met: what has been counted cannot be taken back."; "passed already")]
#[test_case("lower", r#"{"value": 40, "strict": true}"#, "40", "The year's target can no longer be met: what has been counted cannot be taken back."; "reached and not to be")]
#[test_case("lower", "-100", "-30", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at most -35. It was so in no earlier Quarter 3 or Quarter 4 that is known."; "a saving still to come")]
#[test_case("lower", "-20", "-30", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at most 5. It was so in no earlier Quarter 3 or Quarter 4 that is known."; "a saving that can be lost")]
#[test_case("higher", "100.1", "40", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at least 30.05. It was so in an earlier Quarter 3. It was so in no earlier Quarter 4 that is known."; "a part in decimals")]
#[test_case("higher", r#"{"value": 500, "profile": {"q2": 100, "q3": 400}}"#, "90", "To meet the target at the end of each quarter, Quarter 3 must bring at least 310 and Quarter 4 at least 100. It was so in no earlier Quarter 3 or Quarter 4 that is known."; "as the profile has it")]
#[test_case("higher", r#"{"value": 500, "profile": {"q2": 100, "q3": 400}}"#, "440", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at least 30. It was so in an earlier Quarter 3 and an earlier Quarter 4."; "past the profile")]
#[test_case("higher", r#"{"value": 500, "profile": {"q2": 100}}"#, "440", "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at least 30. It was so in an earlier Quarter 3 and an earlier Quarter 4."; "a profile without the next quarter")]
fn a_count_over_the_year_needs(polarity: &str, target: &str, now: &str, expected: &str) {
    let given = history("cumulative", "number", polarity, target, now, &["20", "45", "80", "110"]);
    assert_eq!(need(&given).derivation.sentence, expected);
}

// The same is said in the working, of which each number can be worked out again.
#[test_case("lower", "-100", "-30", ["Left to the target: -70 (-100 − (-30))", "For each quarter: -35 (-70 ÷ 2)"]; "below zero")]
#[test_case("higher", "100", "40.111", ["Left to the target: 59.889 (100 − 40.111)", "For each quarter: 29.945 (59.889 ÷ 2, rounded up so that it suffices)"]; "rounded")]
#[test_case("higher", r#"{"value": 500, "profile": {"q3": 400}}"#, "90", ["For Quarter 3: 310 (400 − 90, up to the file's target for its end)", "For Quarter 4: 100 (500 − 400)"]; "as the profile has it")]
fn what_is_needed_is_worked_out(polarity: &str, target: &str, now: &str, expected: [&str; 2]) {
    let given = history("cumulative", "number", polarity, target, now, &[]);
    let text = need(&given).derivation.to_string();
    assert_eq!(text.lines().skip(3).collect::<Vec<_>>(), expected);
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

// 100 ÷ 3 does not end: 33.4 each, never 33.3. What the file prints without decimals is not needed with them.
#[test_case("higher", "100", None, "34 (100 ÷ 3, rounded up so that it suffices)")]
#[test_case("lower", "100", None, "33 (100 ÷ 3, rounded down so that it suffices)")]
#[test_case("lower", "-100", None, "-34 (-100 ÷ 3, rounded down so that it suffices)")]
#[test_case("lower", "58.5", Some("0"), "19 (58.5 ÷ 3, rounded down so that it suffices)")]
#[test_case("higher", "0.01", None, "0.01 (0.01 ÷ 3, rounded up so that it suffices)")]
#[test_case("higher", "60", Some("1"), "20.0 (60.0 ÷ 3)")]
fn a_part_that_does_not_end_is_cut_so_that_the_target_is_met(
    polarity: &str,
    target: &str,
    places: Option<&str>,
    expected: &str,
) {
    let row = Row::titled("A measure")
        .word("basis", "cumulative")
        .word("unit", "number")
        .word("polarity", polarity)
        .with("figures", format!(r#"{{"current": 0, "target": {target}}}"#));
    let row = places.into_iter().fold(row, |row, places| row.with("decimals", places));
    let text = file("2019/20 Q1", "measures", &[row]);
    let found = need(&(History::new(vec![report("now.json", &text)]), 0));
    let said = found.derivation.to_string();
    assert_eq!(said.lines().last(), Some(format!("For each quarter: {expected}").as_str()));
}

// Quarter 1 brought 30 and Quarter 2 35; the year before 20, 25, 35 and 30.
fn quarters_alone(unit: &str, target: &str, decimals: Option<&str>) -> (History, usize) {
    let row = |current: &str| {
        let row = Row::titled("A measure")
            .word("id", "m")
            .word("basis", "quarter")
            .word("unit", unit)
            .word("polarity", "higher")
            .with("figures", format!(r#"{{"current": {current}, "target": {target}}}"#));
        decimals.into_iter().fold(row, |row, places| row.with("decimals", places))
    };
    let years = [("2018/19", &["20", "25", "35", "30"][..]), ("2019/20", &["30", "35"])];
    let reports = years.into_iter().flat_map(|(year, figures)| {
        figures.iter().enumerate().map(move |(at, figure)| (format!("{year} Q{}", at + 1), *figure))
    });
    let reports = reports.map(|(period, figure)| {
        report(&format!("{period}.json"), &file(&period, "measures", &[row(figure)]))
    });
    (History::new(reports.collect()), 5)
}

#[test_case("120", None, "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at least 28. It was so in an earlier Quarter 3 and an earlier Quarter 4."; "an equal part each")]
#[test_case("120", Some("0"), "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at least 28. It was so in an earlier Quarter 3 and an earlier Quarter 4."; "printed without decimals")]
#[test_case("130", None, "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at least 33. It was so in an earlier Quarter 3. It was so in no earlier Quarter 4 that is known."; "one of them as much")]
#[test_case(r#"{"value": 120, "profile": {"q1": 20, "q2": 40, "q3": 20, "q4": 40}}"#, None, "To meet the year's target, each of Quarter 3 and Quarter 4 must bring at least 28. It was so in an earlier Quarter 3 and an earlier Quarter 4."; "a profile of the quarters alone")]
#[test_case("65", None, "To be on course nothing more is needed: the year's target is already met."; "met already")]
fn a_count_of_the_quarter_alone_needs(target: &str, decimals: Option<&str>, expected: &str) {
    let given = quarters_alone("number", target, decimals);
    assert_eq!(need(&given).derivation.sentence, expected);
}

#[test]
fn counts_of_the_quarter_alone_make_up_the_year() {
    let given = quarters_alone("number", "120", Some("0"));
    let text = need(&given).derivation.to_string();
    assert_eq!(
        text.lines().skip(1).collect::<Vec<_>>(),
        [
            "Current value: 35 (2019/20 Q2.json, A measure)",
            "Target for the year: 120 (2019/20 Q2.json, A measure)",
            "2019/20 Q1: 30 (2019/20 Q1.json, A measure)",
            "Year to date: 65 (30 + 35)",
            "Left to the target: 55 (120 − 65)",
            "For each quarter: 28 (55 ÷ 2, rounded up so that it suffices)",
        ]
    );
    assert_eq!(supposed(&given, &["28"]), "93 at 2019/20 Q3: not rated, uncertain, worse");
    assert_eq!(supposed(&given, &["28", "28"]), "121 at 2019/20 Q4: not rated, on course, worse");
    assert_eq!(supposed(&given, &["28", "26"]), "119 at 2019/20 Q4: not rated, off course, worse");
    let rate = quarters_alone("%", "80", None);
    assert_eq!(supposed(&rate, &["", "81"]), "81 at 2019/20 Q4: on course, on course, better");
}

#[test]
fn a_sum_of_quarters_is_not_supposed_where_one_is_missing() {
    let given = history("quarter", "number", "higher", "120", "35", &[]);
    let reason = "the figure is for the quarter alone, and that of 2019/20 Q1 is not known, so that the year to date cannot be added up";
    assert_eq!(needed(&given.0, given.1, 0).expect_err("Quarter 1 is missing"), reason);
    assert_eq!(
        what_if(&given.0, given.1, 0, &amounts(&["28"]), None).expect_err("the same"),
        reason
    );
}

#[test_case("cumulative", "number"; "a count")]
#[test_case("cumulative", "%"; "a share of the year so far")]
#[test_case("forecast", "%"; "a forecast")]
fn what_is_due_in_august_is_not_needed_in_march(basis: &str, unit: &str) {
    let row = Row::titled("A measure")
        .word("basis", basis)
        .word("unit", unit)
        .word("polarity", "higher")
        .word("year", "academic")
        .with("figures", r#"{"current": 40, "target": 75}"#);
    let now = report("now.json", &file("2019/20 Q2", "measures", &[row]));
    let reason = needed(&History::new(vec![now]), 0, 0).expect_err("August is not in the year");
    assert_eq!(reason, "its year runs to August, past the last quarter of this report's year");
}

#[test]
fn of_other_measures_the_years_end_counts() {
    let given = history("snapshot", "%", "higher", "80", "70", &["60", "65", "72", "75"]);
    assert_eq!(
        need(&given).derivation.sentence,
        "To meet the year's target, the figure at the end of Quarter 4 must be at least 80%. It was so in no earlier Quarter 4 that is known."
    );
}

// Council tax collected: what the profile has by the end of each quarter, and the year's target.
#[test_case(r#""q1": 28, "q2": 55, "q3": 82"#, "54", "To meet the target at the end of each quarter, the figure must be at least 82% at the end of Quarter 3 and at least 97% at the end of Quarter 4. It was so in an earlier Quarter 3. It was so in no earlier Quarter 4 that is known.", Some("For Quarter 3: 82% (the file's target for its end)"); "as the profile has it")]
#[test_case(r#""q1": 84, "q2": 90, "q3": 95"#, "90", "To meet the target at the end of each quarter, the figure must be at least 95% at the end of Quarter 3 and at least 97% at the end of Quarter 4. It was so in no earlier Quarter 3 or Quarter 4 that is known.", Some("For Quarter 3: 95% (the file's target for its end)"); "a share that does not build up")]
fn a_share_with_a_profile_needs(profile: &str, now: &str, expected: &str, step: Option<&str>) {
    let target = format!(r#"{{"value": 97, "profile": {{{profile}}}}}"#);
    let given = history("cumulative", "%", "higher", &target, now, &["28", "55", "82", "96"]);
    let derivation = need(&given).derivation;
    assert_eq!(derivation.sentence, expected);
    assert_eq!(derivation.to_string().lines().nth(3), step);
}

#[test]
fn a_rule_that_goes_by_the_years_target_needs_it_at_the_end_alone() {
    let target = r#"{"value": 97, "profile": {"q1": 28, "q2": 55, "q3": 82}}"#;
    let row = Row::titled("A measure")
        .word("basis", "cumulative")
        .word("unit", "%")
        .word("polarity", "higher")
        .with("rule", r#"{"against": "annual target"}"#)
        .with("figures", format!(r#"{{"current": 54, "target": {target}}}"#));
    let text = file("2019/20 Q2", "measures", &[row]);
    let found = need(&(History::new(vec![report("now.json", &text)]), 0));
    assert_eq!(found.quarters.len(), 1, "{}", found.derivation);
}

// 84 does not reach 84.4, though the file prints no decimals.
#[test_case("higher", "84.4", "at least 84.4%")]
#[test_case("lower", "84.6", "at most 84.6%")]
#[test_case("higher", "84", "at least 84%")]
fn what_is_needed_suffices_as_it_is_printed(polarity: &str, target: &str, expected: &str) {
    let row = Row::titled("A measure")
        .word("basis", "snapshot")
        .word("unit", "%")
        .word("polarity", polarity)
        .with("decimals", "0")
        .with("figures", format!(r#"{{"current": 50, "target": {target}}}"#));
    let text = file("2019/20 Q1", "measures", &[row]);
    let found = need(&(History::new(vec![report("now.json", &text)]), 0));
    let sentence = found.derivation.sentence;
    assert!(sentence.contains(&format!("must be {expected}.")), "{sentence}");
}

#[test_case("plan", "near to the plan is better, so there is no least or most"; "plan")]
#[test_case("none", "it is monitored only, and neither higher nor lower is better"; "monitored only")]
fn nothing_is_needed_of(polarity: &str, expected: &str) {
    let given = history("snapshot", "%", polarity, "80", "70", &[]);
    assert_eq!(needed(&given.0, given.1, 0).expect_err("no least or most"), expected);
}
