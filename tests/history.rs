//! Which rows of different files are the same measure, and what is known of last year's figures.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use std::rc::Rc;

use file::{Row, file, report};
use quarterlight::model::{History, JoinedBy, Past, Report};
use test_case::test_case;

fn row(title: &str, reference: &str, id: &str) -> Row {
    let mut row = Row::titled(title).word("polarity", "higher");
    if !reference.is_empty() {
        row = row.word("ref", reference);
    }
    if !id.is_empty() {
        row = row.word("id", id);
    }
    row
}

fn with_current(row: Row, current: &str) -> Row {
    row.with("figures", format!(r#"{{"current": {current}}}"#))
}

fn quarter(name: &str, period: &str, rows: &[Row]) -> Rc<Report> {
    report(name, &file(period, "measures", rows))
}

/// Last year's row and this year's, joined.
fn years(then: Row, now: Row) -> History {
    let then = quarter("then.json", "2018/19 Q2", &[with_current(then, "70")]);
    let now = quarter("now.json", "2019/20 Q2", &[with_current(now, "71")]);
    History::new(vec![now, then])
}

const NOW: usize = 1;

/// Checks on what strength two rows are joined, from either side, and that figures follow it.
#[track_caller]
fn check(then: Row, now: Row, expected: Option<JoinedBy>) {
    let history = years(then, now);
    let by = |report: usize| history.joins(report).first().map(|join| join.by);
    assert_eq!((by(0), by(NOW)), (expected, expected));
    let is_known = matches!(history.same_period_last_year(NOW, 0), Past::Known(_));
    assert_eq!(is_known, expected.is_some_and(JoinedBy::is_certain), "figures are compared");
}

#[test_case(("A", "P1", "a"), ("B", "P2", "a"), Some(JoinedBy::Id); "one id, whatever is printed")]
#[test_case(("A", "P1", "a"), ("A", "P1", "b"), None; "other ids, whatever is printed")]
#[test_case(("A", "P1", ""), ("A", "P1", ""), Some(JoinedBy::ReferenceAndTitle); "no ids, one reference and title")]
#[test_case(("A", "P1", "a"), ("A", "P1", ""), Some(JoinedBy::ReferenceAndTitle); "one id, one reference and title")]
#[test_case(("A", "P1", ""), ("A", "P2", ""), Some(JoinedBy::TitleOnly); "the title alone")]
#[test_case(("A", "", ""), ("A", "", ""), Some(JoinedBy::TitleOnly); "the title alone, without references")]
#[test_case(("A", "P1", ""), ("B", "P1", ""), Some(JoinedBy::ReferenceOnly); "the reference alone")]
#[test_case(("A", "P1", "a"), ("B", "P1", ""), Some(JoinedBy::ReferenceOnly); "the reference alone, with an id on one side")]
#[test_case(("A", "", ""), ("B", "", ""), None; "nothing alike")]
#[test_case(("Progress of children in care", "PED03 03", ""), ("Care leavers in accommodation", "PED03 03", ""), Some(JoinedBy::ReferenceOnly); "PED03 03 is another measure from year to year")]
#[test_case(("Progress of children in care", "PED03 03", "children-in-care"), ("Care leavers in accommodation", "PED03 03", "care-leavers"), None; "PED03 03 told apart by ids")]
fn when_rows_are_the_same_measure(
    then: (&str, &str, &str),
    now: (&str, &str, &str),
    expected: Option<JoinedBy>,
) {
    check(row(then.0, then.1, then.2), row(now.0, now.1, now.2), expected);
}

#[test_case("NI 058", "NI058"; "a space")]
#[test_case("NI 58", "NI 058"; "a leading zero")]
#[test_case("CYP P07", "cyp p7"; "case")]
#[test_case("SCS / CYP 15", "SCS CYP15"; "a slash")]
#[test_case("PED02-05", "PED02 05"; "a hyphen")]
fn references_that_are_spelt_differently_are_one(then: &str, now: &str) {
    check(row("A", then, ""), row("A", now, ""), Some(JoinedBy::ReferenceAndTitle));
}

#[test_case("P1.1", "P11"; "a point between digits")]
#[test_case("PED03 03", "PED03 30"; "a zero behind")]
#[test_case("LI 1a", "LI 1b"; "a letter")]
fn references_that_differ_are_two(then: &str, now: &str) {
    check(row("A", then, ""), row("A", now, ""), Some(JoinedBy::TitleOnly));
}

#[test]
fn a_proposal_does_not_say_that_there_are_references_where_there_are_none() {
    assert_eq!(JoinedBy::TitleOnly.text(), "same title, but not the same reference");
}

#[test_case(Row::titled("A").word("ref", "P1").word("unit", "number"), Row::titled("A").word("ref", "P1").word("unit", "%"), "the unit was number and is now %"; "the unit")]
#[test_case(Row::titled("A").word("ref", "P1").word("basis", "snapshot"), Row::titled("A").word("ref", "P1").word("basis", "cumulative"), "what a quarter's figure covers changed"; "the basis")]
#[test_case(Row::titled("A").word("ref", "P1").word("polarity", "higher"), Row::titled("A").word("ref", "P1").word("polarity", "lower"), "which way is better changed"; "the polarity")]
#[test_case(Row::titled("A").word("ref", "P1"), Row::titled("A").word("ref", "P1").word("year", "academic"), "the year it belongs to changed"; "the year")]
#[test_case(Row::titled("A").word("ref", "P1").word("definition", "2018"), Row::titled("A").word("ref", "P1").with("definition", r#"{"version": "2019", "change": "Includes reviews."}"#), "the definition changed: Includes reviews"; "the definition")]
fn a_change_is_noticed_and_keeps_figures_apart(then: Row, now: Row, expected: &str) {
    let history = years(then, now);
    let joins = history.joins(NOW);
    assert_eq!(joins[0].changes, [expected]);
    assert_eq!(history.joins(0)[0].changes, [expected], "told in the order of time");
    assert_eq!(history.same_period_last_year(NOW, 0), Past::Changed(vec![expected.to_owned()]));
}

#[test]
fn a_definition_is_not_called_changed_where_one_file_gives_none() {
    let history = years(row("A", "P1", ""), row("A", "P1", "").word("definition", "2019"));
    assert!(history.joins(NOW)[0].changes.is_empty());
}

#[test]
fn other_councils_are_never_joined() {
    let then = file("2018/19 Q2", "measures", &[row("A", "P1", "a")])
        .replace("Halton Borough Council", "Trafford Council");
    let now = quarter("now.json", "2019/20 Q2", &[row("A", "P1", "a")]);
    let history = History::new(vec![report("then.json", &then), now]);
    assert!(history.joins(NOW).is_empty());
}

#[test]
fn reports_are_in_order_of_time() {
    let periods = ["2019/20 Q2", "2019/20", "2018/19 Q4", "2019/20 Q1"];
    let reports = periods.map(|period| quarter("a.json", period, &[]));
    let history = History::new(reports.to_vec());
    let in_order: Vec<String> =
        history.reports().iter().map(|report| report.period.to_string()).collect();
    assert_eq!(in_order, ["2018/19 Q4", "2019/20", "2019/20 Q1", "2019/20 Q2"]);
}

#[test]
fn files_of_one_name_and_quarter_are_in_one_order_however_they_are_loaded() {
    let a = quarter("q2.json", "2018/19 Q2", &[with_current(row("A", "P1", "a"), "70")]);
    let b = quarter("q2.json", "2018/19 Q2", &[with_current(row("A", "P1", "a"), "72")]);
    let one_way = History::new(vec![Rc::clone(&a), Rc::clone(&b)]);
    assert_eq!(one_way, History::new(vec![b, a]));
}

/// What is known of last year's outturn and of the same quarter, in words.
fn known(past: Past) -> String {
    match past {
        Past::Known(figure) => format!("{} from {}", figure.amount, figure.origin()),
        Past::Absent(gap) => gap.clause(),
        Past::Changed(changes) => changes.join(", "),
        Past::Disagreeing(figures) => format!("{} figures", figures.len()),
        Past::Unknown => "unknown".to_owned(),
    }
}

#[test_case(r#"{"current": 71, "same_period_last_year": 68, "change_on_last_year": 5}"#, "68 from now.json, same period last year"; "the file's own figure first")]
#[test_case(r#"{"current": 71, "change_on_last_year": 5}"#, "66 from worked out: now.json says that 71 is 5 more than a year before"; "then the difference")]
#[test_case(r#"{"current": 71, "earlier": {"covers": "2018/19 Q2", "value": 67}}"#, "70 from then.json, P1"; "then last year's file")]
#[test_case(r#"{"current": 71, "last_year": 60}"#, "70 from then.json, P1"; "an outturn does not stand in for a quarter")]
fn last_years_figure_comes_from_the_nearest_source(figures: &str, expected: &str) {
    let then = quarter("then.json", "2018/19 Q2", &[with_current(row("A", "P1", "a"), "70")]);
    let now = quarter("now.json", "2019/20 Q2", &[row("A", "P1", "a").with("figures", figures)]);
    let history = History::new(vec![then, now]);
    assert_eq!(known(history.same_period_last_year(NOW, 0)), expected);
}

#[test_case(r#"{"current": 71, "earlier": {"covers": "2018/19 Q2", "value": 67}}"#, "67 from now.json, earlier figures"; "an earlier figure")]
#[test_case(r#"{"current": 71, "earlier": {"covers": "2018-07 to 2018-09", "value": 67}}"#, "67 from now.json, earlier figures"; "an earlier figure by its months")]
#[test_case(r#"{"current": 71, "earlier": {"covers": "2018/19", "value": 67}}"#, "unknown"; "a year is not a quarter")]
#[test_case(r#"{"current": 71, "same_period_last_year": "new measure"}"#, "the measure is new"; "a reason that there is none")]
#[test_case(r#"{"current": 71}"#, "unknown"; "nothing")]
fn without_last_years_file(figures: &str, expected: &str) {
    let now = quarter("now.json", "2019/20 Q2", &[row("A", "P1", "a").with("figures", figures)]);
    assert_eq!(known(History::new(vec![now]).same_period_last_year(0, 0)), expected);
}

#[test]
fn last_years_outturn_comes_from_the_file_or_from_its_fourth_quarter() {
    let fourth = quarter("q4.json", "2018/19 Q4", &[with_current(row("A", "P1", "a"), "75")]);
    let own = r#"{"current": 71, "last_year": 74}"#;
    let now = |figures: &str| {
        quarter("now.json", "2019/20 Q2", &[row("A", "P1", "a").with("figures", figures)])
    };
    let outturn = |figures: &str| {
        known(History::new(vec![now(figures), Rc::clone(&fourth)]).last_year(NOW, 0))
    };
    assert_eq!(outturn(own), "74 from now.json, last year's actual");
    assert_eq!(outturn(r#"{"current": 71}"#), "75 from q4.json, P1");
    assert_eq!(known(History::new(vec![now(r#"{"current": 71}"#)]).last_year(0, 0)), "unknown");
}

// Beside a year's target, 11 of a quarter or what came by March would pass for the year's actual.
#[test_case("snapshot", "financial", "11 from then.json, P1"; "at the year's end")]
#[test_case("cumulative", "financial", "11 from then.json, P1"; "over the year")]
#[test_case("quarter", "financial", "unknown"; "of the quarter alone")]
#[test_case("cumulative", "academic", "unknown"; "seven months of an academic year")]
fn what_stands_in_march_is_the_years(basis: &str, year: &str, expected: &str) {
    let row = |current: &str| {
        let row = Row::titled("A").word("ref", "P1").word("basis", basis).word("year", year);
        with_current(row, current)
    };
    let then = quarter("then.json", "2018/19 Q4", &[row("11")]);
    let now = quarter("now.json", "2019/20 Q2", &[row("12")]);
    assert_eq!(known(History::new(vec![then, now]).last_year(NOW, 0)), expected);
}
