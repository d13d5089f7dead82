//! How far outlooks came true, counted by hand.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use std::rc::Rc;

use file::{Row, file, report};
use quarterlight::assess::{Backtest, Progress, Score, backtest};
use quarterlight::model::{History, Report};
use test_case::test_case;

fn row(basis: &str, unit: &str, polarity: &str, current: &str, target: &str) -> Row {
    Row::titled("A measure")
        .word("id", "a")
        .word("basis", basis)
        .word("unit", unit)
        .word("polarity", polarity)
        .with("figures", format!(r#"{{"current": {current}, "target": {target}}}"#))
}

fn quarter(period: &str, row: Row) -> Rc<Report> {
    report(&format!("{}.json", period.replace('/', "-")), &file(period, "measures", &[row]))
}

/// A year of a cumulative count that should be high.
fn year(start: i16, currents: [&str; 4], target: &str) -> Vec<Rc<Report>> {
    (1..)
        .zip(currents)
        .filter(|(_, current)| !current.is_empty())
        .map(|(number, current)| {
            let period = format!("{start}/{:02} Q{number}", (start + 1) % 100);
            quarter(&period, row("cumulative", "number", "higher", current, target))
        })
        .collect()
}

fn of(reports: Vec<Rc<Report>>) -> Backtest {
    backtest(&History::new(reports), |_, _| None)
}

// Target 100, outturn 100: met. Q1: 25 × 4 = 100, 81 to 119, uncertain, held; the day's course is 25: met, right.
// Q2: 60 × 2 = 120, 105.6 to 134.4, on course, came true, not held; course 50: met, right. Q3: 60 × 4 ÷ 3 = 80,
// 74.4 to 85.6, off course, did not come true, not held; course 75: missed, wrong.
#[test]
fn a_year_is_counted() {
    let result = of(year(2018, ["25", "60", "60", "100"], "100"));
    let uncertain = Score {
        cases: 1,
        uncertain: 1,
        ranges: 1,
        held: 1,
        compared: 1,
        compared_right: 1,
        ..Score::default()
    };
    let on_course = Score {
        cases: 1,
        rated: 1,
        came_true: 1,
        ranges: 1,
        compared: 1,
        compared_right: 1,
        both: 1,
        both_came_true: 1,
        both_compared_right: 1,
        ..Score::default()
    };
    let off_course =
        Score { cases: 1, rated: 1, ranges: 1, compared: 1, both: 1, ..Score::default() };
    assert_eq!(result.quarters, [uncertain, on_course, off_course]);
    let all = Score {
        cases: 3,
        rated: 2,
        came_true: 1,
        uncertain: 1,
        not_rated: 0,
        ranges: 3,
        held: 1,
        compared: 3,
        compared_right: 2,
        both: 2,
        both_came_true: 1,
        both_compared_right: 1,
    };
    assert_eq!(result.overall, all);
    assert_eq!(result.measures.len(), 1);
    let measure = &result.measures[0];
    assert_eq!((measure.overall, measure.quarters), (all, result.quarters));
    assert_eq!((measure.report, measure.measure), (3, 0), "the report that closes the year");
    let said: Vec<Progress> = measure.cases.iter().map(|case| case.said).collect();
    assert_eq!(said, [Progress::Uncertain, Progress::OnCourse, Progress::OffCourse]);
}

// An end of the range is within it: 50 × 2 = 100 ± 12.
#[test_case("88", 1; "on the lowest")]
#[test_case("87.9", 0; "just under it")]
#[test_case("112", 1; "on the highest")]
#[test_case("112.1", 0; "just over it")]
fn the_ends_belong_to_the_range(outturn: &str, held: usize) {
    let result = of(year(2018, ["", "50", "", outturn], "90"));
    assert_eq!((result.overall.ranges, result.overall.held), (1, held));
}

// 2017/18 reached 40 of 100 by September. In September 2018 that year is known: (0.4 + 1) ÷ 3, 49 gives 105,
// 92.4 to 117.6. Later years are not: with 2019/20, when 10 of 100 had come by then, it would be otherwise.
#[test]
fn only_what_was_known_then_is_used() {
    let mut reports = year(2017, ["", "40", "", "100"], "90");
    reports.extend(year(2018, ["", "49", "", "92.4"], "92.4"));
    let then = of(reports.clone());
    reports.extend(year(2019, ["", "10", "", "100"], "90"));
    let now = of(reports);
    assert_eq!(then.measures[0].cases[1], now.measures[0].cases[1]);
    let case = &now.measures[0].cases[1];
    assert_eq!((case.said, case.range_held), (Progress::OnCourse, Some(true)));
    assert_eq!(now.overall.cases, 3);
    assert_eq!(now.measures.len(), 1, "one measure over three years");
}

#[test]
fn the_target_is_that_of_the_year() {
    let mut reports = year(2017, ["", "50", "", "100"], "88");
    reports.extend(year(2018, ["", "50", "", "100"], "113"));
    let result = of(reports);
    let met: Vec<bool> = result.measures[0].cases.iter().map(|case| case.is_met).collect();
    assert_eq!(met, [true, false]);
    let said: Vec<Progress> = result.measures[0].cases.iter().map(|case| case.said).collect();
    assert_eq!(said, [Progress::OnCourse, Progress::OffCourse]);
    assert_eq!(result.overall.came_true, 2);
}

#[test_case(["25", "50", "75", ""], "100"; "no Quarter 4")]
#[test_case(["", "", "", "100"], "100"; "nothing but Quarter 4")]
#[test_case(["25", "50", "75", "\"not provided\""], "100"; "no outturn")]
#[test_case(["25", "50", "75", r#"{"value": 100, "approximately": "over"}"#], "100"; "an outturn that is only a bound")]
#[test_case(["25", "50", "75", r#"{"value": 100, "marks": "projected"}"#], "100"; "an outturn that was not counted")]
#[test_case(["25", "50", "75", "100"], "\"not set\""; "no target")]
fn years_that_say_nothing(currents: [&str; 4], target: &str) {
    assert_eq!(of(year(2018, currents, target)), Backtest::default());
}

#[test]
fn a_provisional_outturn_counts() {
    let outturn = r#"{"value": 100, "marks": "provisional"}"#;
    assert_eq!(of(year(2018, ["", "50", "", outturn], "88")).overall.came_true, 1);
}

#[test]
fn a_quarter_without_a_figure_is_not_rated() {
    let score = of(year(2018, ["", "\"not provided\"", "", "100"], "88")).overall;
    assert_eq!(score, Score { cases: 1, not_rated: 1, ..Score::default() });
}

#[test]
fn a_measure_that_is_published_once_a_year_is_not_projected() {
    let at = |period, current| quarter(period, row("annual", "%", "higher", current, "80"));
    assert_eq!(of(vec![at("2018/19 Q3", "85"), at("2018/19 Q4", "85")]), Backtest::default());
}

#[test]
fn an_academic_year_is_not_over_in_march() {
    let at = |period, current| {
        let row = row("cumulative", "number", "higher", current, "80").word("year", "academic");
        quarter(period, row)
    };
    assert_eq!(of(vec![at("2018/19 Q3", "40"), at("2018/19 Q4", "70")]), Backtest::default());
}

// 10 + 20 + 30 + 40 = 100; in June 10 × 4 = 40, 32.4 to 47.6; by September 30 × 2 = 60, 52.8 to 67.2; by
// December 60 × 4 ÷ 3 = 80, 74.4 to 85.6: on course for at most 90, and wrong each time. The quarter alone cannot be compared with the year's target.
#[test]
fn quarters_that_stand_for_themselves_are_added_up() {
    let reports = (1..).zip(["10", "20", "30", "40"]).map(|(number, current)| {
        let period = format!("2018/19 Q{number}");
        quarter(&period, row("quarter", "number", "lower", current, "90"))
    });
    let result = of(reports.collect());
    assert_eq!(result.measures[0].cases[0].outturn, "100".parse().expect("a number"));
    assert_eq!((result.overall.rated, result.overall.came_true), (3, 0));
    assert_eq!((result.overall.ranges, result.overall.held, result.overall.compared), (3, 0, 0));
}

#[test]
fn a_quarter_in_two_files_counts_once_and_two_outturns_count_for_nothing() {
    let mut reports = year(2018, ["", "50", "", "100"], "88");
    reports.push(report(
        "again.json",
        &file("2018/19 Q2", "measures", &[row("cumulative", "number", "higher", "50", "88")]),
    ));
    assert_eq!(of(reports.clone()).overall.cases, 1);
    reports.push(report(
        "again.json",
        &file("2018/19 Q4", "measures", &[row("cumulative", "number", "higher", "99", "88")]),
    ));
    assert_eq!(of(reports), Backtest::default());
}

#[test]
fn a_changed_definition_gives_no_case() {
    let then = row("snapshot", "%", "higher", "80", "80").word("definition", "2017");
    let now = row("snapshot", "%", "higher", "80", "80").word("definition", "2018");
    let reports = vec![quarter("2018/19 Q3", then), quarter("2018/19 Q4", now)];
    assert_eq!(of(reports), Backtest::default());
}

#[test]
fn near_to_the_plan_needs_a_nearness() {
    let reports = || {
        let at = |period, current| quarter(period, row("snapshot", "%", "plan", current, "50"));
        vec![at("2018/19 Q3", "50"), at("2018/19 Q4", "52")]
    };
    assert_eq!(of(reports()), Backtest::default());
    // 50 ± 11% of 50 is 44.5 to 55.5.
    let near = Some("5.5".parse().expect("a number"));
    let score = backtest(&History::new(reports()), |_, _| near).overall;
    assert_eq!((score.rated, score.came_true, score.compared_right), (1, 1, 1));
}
