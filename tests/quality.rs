//! Every check of the data's quality: at, just inside and just outside each of its bounds, and what it must keep
//! quiet about.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use file::{Row, file, report};
use quarterlight::assess::{Assessment, Doubt, DoubtKind, Subject, quality};
use quarterlight::model::History;
use quarterlight::terms::Keyword;
use test_case::test_case;

const HALF_YEAR: &str = "2019/20 Q2";

/// The doubts of the last of some files, which are named by their periods.
#[track_caller]
fn doubts_with(files: &[(&str, &str)]) -> Vec<Doubt> {
    let reports = files.iter().map(|(name, text)| report(name, text)).collect();
    let history = History::new(reports);
    let last = history.reports().len() - 1;
    quality(&history, last, &Assessment::of(&history, last))
}

#[track_caller]
fn doubts(period: &str, list: &str, row: Row) -> Vec<Doubt> {
    doubts_with(&[("now.json", &file(period, list, &[row]))])
}

fn kinds(doubts: &[Doubt]) -> Vec<&'static str> {
    doubts.iter().map(|doubt| doubt.kind.word()).collect()
}

/// Whether a check reports a row. Other checks may have their own doubts about it.
#[track_caller]
fn check(kind: DoubtKind, period: &str, row: Row, expected: bool) {
    let found = doubts(period, "measures", row);
    let is_found = found.iter().any(|doubt| doubt.kind == kind);
    assert_eq!(is_found, expected, "{}: {found:#?}", kind.word());
}

/// A row with figures as JSON, in a unit.
fn row(unit: &str, figures: &str) -> Row {
    Row::titled("A measure").word("unit", unit).with("figures", format!("{{{figures}}}"))
}

fn based(basis: &str, row: Row) -> Row {
    row.word("basis", basis)
}

// A slip of the decimal point or the unit

#[test_case("7.5", "75", true; "a tenth, with a decimal")]
#[test_case("750", "75", true; "ten times")]
#[test_case("0.75", "75", true; "a hundredth: a fraction in place of a percentage")]
#[test_case("0.075", "75", true; "a thousandth")]
#[test_case("10.1", "75.75", true; "7.5 times apart is near")]
#[test_case("10.1", "75.74", false; "just under 7.5 times is not")]
#[test_case("5.1", "63.75", true; "12.5 times apart is near")]
#[test_case("5.1", "63.76", false; "just over 12.5 times is not")]
#[test_case("0.9", "9.1", false; "one figure only")]
#[test_case("1.0", "10.1", false; "one figure and a nought")]
#[test_case("1.1", "11.1", true; "two figures")]
#[test_case("0.9", "90", true; "one figure is enough for a hundredth")]
#[test_case("19", "190", false; "a whole number under 20")]
#[test_case("20", "200", true; "a whole number of 20")]
#[test_case("9", "900", false; "a whole number under 10 a hundred times")]
#[test_case("10", "1000", true; "a whole number of 10 a hundred times")]
#[test_case("10", "100", false; "the start of a way to 100%")]
#[test_case("0", "75", false; "nothing is no share of anything")]
#[test_case("-7.5", "75", false; "of another sign")]
#[test_case("75", "75", false; "the same")]
fn a_slip(current: &str, target: &str, expected: bool) {
    let figures = format!("\"current\": {current}, \"target\": {target}");
    check(DoubtKind::UnitSlip, HALF_YEAR, based("snapshot", row("number", &figures)), expected);
    let figures = format!("\"current\": {current}, \"last_year\": {target}");
    check(DoubtKind::UnitSlip, HALF_YEAR, based("snapshot", row("number", &figures)), expected);
}

#[test_case("7.5", "75", "70", true; "the third is with the larger")]
#[test_case("7.5", "75", "8", true; "the third is with the smaller")]
#[test_case("7.5", "75", "37.5", true; "the third is half of the larger")]
#[test_case("7.5", "75", "37.4", false; "the third is in between")]
#[test_case("0.75", "75", "7.4", true; "in between does not matter for a hundredth")]
fn a_slip_beside_a_third_figure(current: &str, target: &str, last_year: &str, expected: bool) {
    let figures =
        format!("\"current\": {current}, \"target\": {target}, \"last_year\": {last_year}");
    check(DoubtKind::UnitSlip, HALF_YEAR, based("snapshot", row("%", &figures)), expected);
}

#[test]
fn a_part_of_a_year_is_held_against_as_large_a_part() {
    let cumulative = |figures| based("cumulative", row("£", figures));
    let far = "\"current\": 50, \"target\": 100000";
    check(DoubtKind::UnitSlip, HALF_YEAR, cumulative(far), true);
    let tenth = "\"current\": 50.5, \"target\": 1000";
    check(DoubtKind::UnitSlip, HALF_YEAR, cumulative(tenth), false);
    check(
        DoubtKind::UnitSlip,
        "2019/20 Q4",
        cumulative("\"current\": 100.5, \"target\": 1000"),
        true,
    );
}

#[test]
fn figures_in_other_units_or_of_other_times_are_no_slip() {
    let units = r#""current": {"value": 25, "unit": "£000"}, "target": 25000"#;
    check(DoubtKind::UnitSlip, HALF_YEAR, row("£", units), false);
    let covers = r#""current": {"value": 25, "covers": "2019-09"}, "last_year": 250"#;
    check(DoubtKind::UnitSlip, HALF_YEAR, row("number of children", covers), false);
}

#[test]
fn a_slip_says_both_figures() {
    let found = doubts(HALF_YEAR, "measures", row("%", "\"current\": 0.91, \"target\": 92"));
    assert_eq!(
        found[0].what(),
        "The current figure, 0.91%, is about a hundredth of the target, 92%."
    );
    assert_eq!(found[0].subject, Subject::Measure(0));
    assert_eq!(found[0].title, "A measure");
}

// Different units

#[test_case(r#""current": {"value": 25, "unit": "£000"}, "target": 25000"#, true; "current and target")]
#[test_case(r#""current": {"value": 25, "unit": "£000"}, "last_year": {"value": 25, "unit": "£000"}"#, false; "both alike")]
#[test_case(r#""current": {"value": 25, "unit": "£"}, "target": 25"#, false; "the measure's own, said again")]
#[test_case(r#""current": 25, "last_year": {"change": 3, "unit": "%"}"#, false; "a change is no level")]
fn units_of_a_row(figures: &str, expected: bool) {
    check(DoubtKind::UnitChanged, HALF_YEAR, row("£", figures), expected);
}

#[test_case("2018/19 Q4", "number", "", true; "changed without a word")]
#[test_case("2018/19 Q4", "%", "", false; "the same")]
#[test_case("2019/20 Q3", "number", "", false; "a later report is for its own list")]
#[test_case("2018/19 Q4", "number", r#"{"version": "2", "change": "A share now."}"#, false; "explained")]
#[test_case("2018/19 Q4", "number", r#"{"version": "2"}"#, true; "a version without a word")]
fn units_between_years(then: &str, unit: &str, definition: &str, expected: bool) {
    let named = |unit: &str| row(unit, "\"current\": 40").word("id", "a");
    let now = named("%");
    let now = if definition.is_empty() { now } else { now.with("definition", definition) };
    let before = file(then, "measures", &[named(unit).word("definition", "1")]);
    let history = History::new(vec![
        report("then.json", &before),
        report("now.json", &file(HALF_YEAR, "measures", &[now])),
    ]);
    let index = usize::from(then < HALF_YEAR);
    let found = quality(&history, index, &Assessment::of(&history, index));
    assert_eq!(kinds(&found).contains(&"unit changed"), expected, "{found:#?}");
}

// Over 100%

#[test_case("Attendance", "100", false; "all of it")]
#[test_case("Attendance", "100.1", true; "more than all of it")]
#[test_case("Increase the percentage of visits in time", "104", true; "the verb is not a change")]
#[test_case("Increase in the percentage of visits in time", "104", true; "nor is this")]
#[test_case("Percentage increase in applications", "104", false; "a change")]
#[test_case("Percentage change in applications", "140", false; "called a change")]
#[test_case("Percentage of the budget spent", "104", false; "of a budget")]
#[test_case("Homes completed against plan, percentage of target", "120", false; "of a target")]
#[test_case("Budgeting advice given in time", "104", true; "a word that only begins alike")]
fn over_hundred(title: &str, current: &str, expected: bool) {
    let row =
        Row::titled(title).word("unit", "%").with("figures", format!("{{\"current\": {current}}}"));
    check(DoubtKind::OverHundred, HALF_YEAR, row, expected);
}

#[test_case("%", r#""target": 120"#, true; "a target")]
#[test_case("%", r#""last_year": 120"#, true; "last year")]
#[test_case("%", r#""current": {"parts": [{"label": "Primary", "value": 101}]}"#, true; "a part")]
#[test_case("%", r#""current": {"change": 140}"#, false; "a change")]
#[test_case("%", r#""current": {"value": 140, "unit": "number"}"#, false; "in another unit")]
#[test_case("number", r#""current": 140"#, false; "a count")]
#[test_case("percentage points", r#""current": 140"#, false; "points")]
fn over_hundred_elsewhere(unit: &str, figures: &str, expected: bool) {
    check(DoubtKind::OverHundred, HALF_YEAR, row(unit, figures), expected);
}

// Below 0%

const VISITS: &str = "Percentage of visits in time";

#[test_case(VISITS, "\"current\": 0", false; "none of it")]
#[test_case(VISITS, "\"current\": -0.1", true; "less than none of it")]
#[test_case(VISITS, "\"target\": -5", true; "a target")]
#[test_case(VISITS, "\"current\": {\"parts\": [{\"label\": \"Primary\", \"value\": -1}]}", true; "a part")]
#[test_case(VISITS, "\"current\": -5, \"last_year\": -3", false; "it was so before")]
#[test_case("% of staff in performance reviews", "\"current\": -5", true; "by its sign")]
#[test_case("The proportion of children under 5 who are registered", "\"current\": -5", true; "in other words")]
#[test_case("Percentage of net growth", "\"current\": -5", false; "a share of a change")]
#[test_case("Underspend as a percentage of the grant", "\"current\": -5", false; "a difference beside a whole")]
#[test_case("Slippage on the capital programme", "\"current\": -5", false; "not called a share")]
#[test_case("Footfall (% on last year)", "\"current\": -5", false; "nor with a sign")]
#[test_case("Change in the percentage of visits", "\"current\": -5", false; "a change of a share")]
#[test_case("Increase the percentage of visits in time", "\"current\": -5", true; "the verb is not a change")]
#[test_case("Increase in turnover (%)", "\"current\": -5", false; "a change")]
#[test_case("Gap between boys and girls (%)", "\"current\": -5", false; "a difference")]
#[test_case("Variance on the budget (%)", "\"current\": -5", false; "of a budget")]
fn below_zero(title: &str, figures: &str, expected: bool) {
    let row = Row::titled(title).word("unit", "%").with("figures", format!("{{{figures}}}"));
    check(DoubtKind::BelowZero, HALF_YEAR, row, expected);
}

// A cumulative figure that falls

#[test_case("2019/20 Q2", "financial", 30, 31, true; "lower than the quarter before")]
#[test_case("2019/20 Q2", "financial", 31, 31, false; "the same")]
#[test_case("2019/20 Q2", "financial", 32, 31, false; "higher")]
#[test_case("2019/20 Q1", "financial", 30, 31, false; "a new financial year")]
#[test_case("2019/20 Q4", "financial", 30, 31, true; "at the year's end")]
#[test_case("2019/20 Q1", "academic", 30, 31, true; "the academic year goes on in April")]
#[test_case("2019/20 Q2", "academic", 30, 31, false; "the academic year starts in September")]
#[test_case("2019/20 Q3", "academic", 30, 31, true; "and goes on in October")]
fn falls(period: &str, year: &str, now: u32, before: u32, expected: bool) {
    let row = row("number", &format!("\"current\": {now}, \"previous_quarter\": {before}"));
    check(
        DoubtKind::CumulativeFalls,
        period,
        based("cumulative", row).word("year", year),
        expected,
    );
}

#[test_case("number", "snapshot", "30", "31", false; "a snapshot")]
#[test_case("number", "quarter", "30", "31", false; "the quarter alone")]
#[test_case("%", "cumulative", "30", "31", false; "a share can fall")]
#[test_case("£", "cumulative", "30", "31", true; "money")]
#[test_case("£000", "cumulative", "-60", "-20", false; "a net sum")]
#[test_case("number", "cumulative", r#"{"value": 30, "marks": "revised"}"#, "31", false; "revised")]
#[test_case("number", "cumulative", r#"{"value": 30, "approximately": "about"}"#, "31", false; "approximate")]
#[test_case("number", "cumulative", r#"{"value": 30, "covers": "2019-07 to 2019-09"}"#, "31", false; "of the quarter")]
#[test_case("number", "cumulative", r#"{"value": 30, "covers": "2019-04 to 2019-09"}"#, "31", true; "of the year to date")]
fn falls_only_where_it_cannot(unit: &str, basis: &str, now: &str, before: &str, expected: bool) {
    let row = row(unit, &format!("\"current\": {now}, \"previous_quarter\": {before}"));
    check(DoubtKind::CumulativeFalls, HALF_YEAR, based(basis, row), expected);
}

// What grows through the year by its target's profile does not fall; another share can.
#[test_case("2019/20 Q2", r#"{"value": 97, "profile": {"q1": 28, "q2": 55, "q3": 82}}"#, "27", "28", true; "the quarter alone")]
#[test_case("2019/20 Q4", r#"{"value": 97, "profile": {"q1": 28, "q2": 55, "q3": 82}}"#, "81", "82", true; "at the year's end")]
#[test_case("2019/20 Q2", r#"{"value": 97, "profile": {"q1": 28, "q2": 55, "q3": 82}}"#, "55", "28", false; "it grew")]
#[test_case("2019/20 Q1", r#"{"value": 97, "profile": {"q1": 28, "q2": 55, "q3": 82}}"#, "28", "97", false; "a new year")]
#[test_case("2019/20 Q2", r#"{"value": 90, "profile": {"q1": 84, "q2": 86, "q3": 88}}"#, "81", "82", false; "a share that does not build up")]
fn a_share_that_builds_up_falls(
    period: &str,
    target: &str,
    now: &str,
    before: &str,
    expected: bool,
) {
    let figures = format!(r#""current": {now}, "previous_quarter": {before}, "target": {target}"#);
    let row = based("cumulative", row("%", &figures)).word("polarity", "higher");
    check(DoubtKind::CumulativeFalls, period, row, expected);
}

#[test]
fn the_quarter_before_can_come_from_its_own_file() {
    let named = |current: u32| {
        based("cumulative", row("number", &format!("\"current\": {current}"))).word("id", "a")
    };
    let before = file("2019/20 Q1", "measures", &[named(31)]);
    let now = file(HALF_YEAR, "measures", &[named(30)]);
    let found = doubts_with(&[("q1.json", &before), ("q2.json", &now)]);
    assert_eq!(
        found[0].what(),
        "The current figure, 30, is lower than the figure for the quarter before (2019/20 Q1), 31, though it counts from the start of the same financial year."
    );
    let two_before = file("2018/19 Q4", "measures", &[named(31)]);
    assert!(doubts_with(&[("q4.json", &two_before), ("q2.json", &now)]).is_empty());
}

// A 0 that may be a missing figure

#[test_case("0", "10", "10", "higher", true; "both far from 0")]
#[test_case("0", "9.9", "10", "higher", false; "last year near 0")]
#[test_case("0", "10", "9.9", "higher", false; "the target near 0")]
#[test_case("0.1", "50", "50", "higher", false; "not 0")]
#[test_case("0", "50", "50", "lower", true; "also where lower is better")]
#[test_case("0", "0", "0", "higher", true; "nothing but zeros")]
#[test_case("0", "0", "0", "lower", false; "nothing but zeros, and that is the aim")]
fn zero(current: &str, last_year: &str, target: &str, polarity: &str, expected: bool) {
    let figures =
        format!("\"current\": {current}, \"last_year\": {last_year}, \"target\": {target}");
    let row = row("%", &figures).word("polarity", polarity);
    check(DoubtKind::ZeroForMissing, HALF_YEAR, row, expected);
}

#[test_case("No child waited.", false; "none is meant")]
#[test_case("The result is 0%.", false; "0 is meant")]
#[test_case("No data was received.", true; "no figure is meant")]
#[test_case("The team is at full strength.", true; "nothing is said of it")]
fn zero_with_commentary(text: &str, expected: bool) {
    let row =
        row("%", "\"current\": 0, \"last_year\": 50, \"target\": 60").word("commentary", text);
    check(DoubtKind::ZeroForMissing, HALF_YEAR, row, expected);
}

#[test_case("No inspections were held.", false; "none is meant")]
#[test_case("No data was received.", true; "no figure is meant")]
fn zero_with_a_note_on_the_figure(note: &str, expected: bool) {
    let figures =
        format!(r#""current": {{"value": 0, "note": {note:?}}}, "last_year": 50, "target": 60"#);
    check(DoubtKind::ZeroForMissing, HALF_YEAR, row("%", &figures), expected);
}

#[test_case(r#""current": 0, "last_year": 50"#; "without a target")]
#[test_case(r#""current": 0"#; "alone")]
#[test_case(r#""current": "not provided", "last_year": 50, "target": 60"#; "absent for a reason")]
fn zero_is_not_doubted(figures: &str) {
    check(DoubtKind::ZeroForMissing, HALF_YEAR, row("%", figures), false);
}

#[test_case("cumulative", 19, false; "under 10 in half a year")]
#[test_case("cumulative", 20, true; "10 in half a year")]
#[test_case("snapshot", 19, true; "a snapshot is not cut")]
fn zero_in_a_part_of_a_year(basis: &str, year: u32, expected: bool) {
    let figures = format!("\"current\": 0, \"last_year\": {year}, \"target\": {year}");
    check(DoubtKind::ZeroForMissing, HALF_YEAR, based(basis, row("number", &figures)), expected);
}

// A target of 0

#[test_case("higher", "0", r#""last_year": 1"#, true; "last year is not 0")]
#[test_case("higher", "0", r#""last_year": 0"#, false; "last year is 0")]
#[test_case("higher", "0", r#""current": 1"#, true; "without last year, the current figure")]
#[test_case("higher", "0.1", r#""last_year": 1"#, false; "not 0")]
#[test_case("lower", "0", r#""last_year": 9.9"#, false; "an aim that one can have")]
#[test_case("lower", "0", r#""last_year": 10"#, true; "a long way for an aim")]
#[test_case("none", "0", r#""last_year": 1"#, true; "monitored only")]
#[test_case("higher", r#"{"value": 0, "note": "None is planned."}"#, r#""last_year": 1"#, false; "a note on the target")]
#[test_case("higher", r#"{"change": -40, "baseline": 40}"#, r#""last_year": 40"#, false; "worked out")]
fn target_of_zero(polarity: &str, target: &str, beside: &str, expected: bool) {
    let row = row("%", &format!("\"target\": {target}, {beside}")).word("polarity", polarity);
    check(DoubtKind::TargetZero, HALF_YEAR, row, expected);
}

#[test]
fn a_target_of_zero_that_someone_explains() {
    let zero = || row("%", "\"target\": 0, \"last_year\": 40");
    check(DoubtKind::TargetZero, HALF_YEAR, zero().word("note", "The service ends."), false);
    check(DoubtKind::TargetZero, HALF_YEAR, zero().word("commentary", "The target is nil."), false);
    check(DoubtKind::TargetZero, HALF_YEAR, zero().word("commentary", "All is well."), true);
}

// Figures that do not add up

const NO_TOTAL: &str = r#"{"parts": [{"label": "A", "value": 3}, {"label": "B", "value": 4}]}"#;

fn parts(a: &str, b: &str, total: &str) -> String {
    format!(
        r#"{{"value": {total}, "parts": [{{"label": "A", "value": {a}}}, {{"label": "B", "value": {b}}}]}}"#
    )
}

#[test_case("number", parts("3", "4", "7"), false; "counts add up")]
#[test_case("number", parts("3", "4", "8"), true; "counts do not")]
#[test_case("number", parts("3", "4", "6"), true; "nor this way")]
#[test_case("number", parts("3", "\"not provided\"", "8"), false; "a part is missing")]
#[test_case("number", parts("9", "\"not provided\"", "8"), true; "a part alone is too much")]
#[test_case("£", parts("3.4", "4.4", "7.9"), false; "within rounding")]
#[test_case("£", parts("3.4", "4.4", "8.0"), true; "beyond rounding")]
#[test_case("number", NO_TOTAL, false; "no total")]
#[test_case("%", parts("60", "80", "70"), false; "a rate between its parts")]
#[test_case("%", parts("60", "80", "80"), false; "a rate at the edge")]
#[test_case("%", parts("60", "80", "81"), true; "a rate beyond its parts")]
#[test_case("%", parts("45", "55", "100"), false; "shares of a whole")]
fn sums_of_parts(unit: &str, current: impl std::fmt::Display, expected: bool) {
    check(
        DoubtKind::DoesNotAddUp,
        HALF_YEAR,
        row(unit, &format!("\"current\": {current}")),
        expected,
    );
}

#[test_case("93", "410", "439", "", false; "rounded")]
#[test_case("93.3", "410", "439", "", false; "cut off")]
#[test_case("93.4", "410", "439", "", false; "rounded up")]
#[test_case("93.5", "410", "439", "", true; "neither")]
#[test_case("94", "410", "439", "", true; "rounded the wrong way")]
#[test_case("99.6", "2", "516", "late", false; "what is left")]
#[test_case("99.9", "2", "516", "late", true; "not what is left")]
#[test_case("99.6", "2", "516", "", true; "what is left is only meant of something else")]
fn rates_of_fractions(rate: &str, top: &str, bottom: &str, of: &str, expected: bool) {
    let of = if of.is_empty() { String::new() } else { format!(", \"of\": \"{of}\"") };
    let figures = format!(
        r#""current": {{"value": {rate}, "numerator": {top}, "denominator": {bottom}{of}}}"#
    );
    check(DoubtKind::DoesNotAddUp, HALF_YEAR, row("%", &figures), expected);
}

fn statement(unit: &str, lines: &str) -> Vec<Doubt> {
    let text = file(
        HALF_YEAR,
        "finance",
        &[Row::titled("Revenue").word("unit", unit).with("lines", format!("[{lines}]"))],
    );
    doubts_with(&[("now.json", &text)])
}

#[test_case("£000", 20, 12, 8, false; "as it should be")]
#[test_case("£000", 20, 12, 9, false; "within the rounding of three figures")]
#[test_case("£000", 20, 12, 10, true; "beyond it")]
#[test_case("£", 20, 12, 9, true; "pounds are not rounded")]
fn variances(unit: &str, budget: i32, actual: i32, variance: i32, expected: bool) {
    let line = format!(
        r#"{{"title": "Staff", "budget_to_date": {budget}, "actual_to_date": {actual}, "variance": {variance}}}"#
    );
    let found = statement(unit, &line);
    assert_eq!(kinds(&found) == ["does not add up"], expected, "{found:#?}");
    assert_eq!(found.first().map(|doubt| doubt.subject), expected.then_some(Subject::Statement(0)));
}

#[test_case("100}", "-40}", "60", false; "income is negative")]
#[test_case("100}", "-40}", "61", true; "not the sum")]
#[test_case("100}", "\"not provided\"}", "61", false; "a line is missing")]
#[test_case(r#"100, "role": "subtotal"}"#, "60}", "60", false; "a subtotal is not a line")]
#[test_case(r#"100, "role": "total"}"#, "60}", "160", false; "more than one total")]
fn totals(first: &str, second: &str, total: &str, expected: bool) {
    let lines = format!(
        r#"{{"title": "A", "annual_budget": {first}, {{"title": "B", "annual_budget": {second},
           {{"title": "Net", "role": "total", "annual_budget": {total}}}"#
    );
    assert_eq!(kinds(&statement("£", &lines)) == ["does not add up"], expected);
}

// A figure that is repeated

#[test_case("12.4", "12.4", "12.4", true; "three quarters")]
#[test_case("12.4", "12.4", "12.3", false; "two quarters")]
#[test_case("12.4", "12.3", "12.4", false; "not the one before")]
#[test_case("10", "10", "10", true; "two digits")]
#[test_case("9", "9", "9", false; "one digit")]
#[test_case("0", "0", "0", false; "zeros")]
#[test_case("100", "100", "100", false; "all of it")]
#[test_case("84.0", "84", "84.0", false; "not to the last digit")]
fn repeated(now: &str, before: &str, year_ago: &str, expected: bool) {
    let figures = format!(
        "\"current\": {now}, \"previous_quarter\": {before}, \"same_period_last_year\": {year_ago}"
    );
    check(DoubtKind::Repeated, HALF_YEAR, based("snapshot", row("%", &figures)), expected);
}

#[test_case("2345", "2345", "2019/20 Q2", true; "four digits")]
#[test_case("94.31", "94.31", "2019/20 Q2", true; "four digits with decimals")]
#[test_case("94.3", "94.3", "2019/20 Q2", false; "three digits")]
#[test_case("2345", "2346", "2019/20 Q2", false; "not the last digit")]
#[test_case("2345", "2345", "2019/20 Q1", true; "last year's end is the quarter before")]
fn repeated_from_last_year(now: &str, then: &str, period: &str, expected: bool) {
    let figures = format!("\"current\": {now}, \"last_year\": {then}");
    check(DoubtKind::Repeated, period, based("snapshot", row("number", &figures)), expected);
}

#[test_case("12345", "12345", "12000", true; "a count")]
#[test_case("84.37", "84.37", "80", true; "with decimals")]
#[test_case("84.3", "84.3", "80", false; "three digits")]
#[test_case("84.30", "84.30", "80", false; "three digits that tell")]
#[test_case("12000", "12000", "11000", false; "a round number")]
#[test_case("12345", "12345", "12345", false; "the target")]
#[test_case("12345", "12346", "12000", false; "not the last digit")]
fn repeated_from_the_quarter_before(now: &str, before: &str, target: &str, expected: bool) {
    let figures =
        format!("\"current\": {now}, \"previous_quarter\": {before}, \"target\": {target}");
    check(DoubtKind::Repeated, HALF_YEAR, based("snapshot", row("number", &figures)), expected);
}

#[test]
fn a_repeated_figure_that_is_meant() {
    let same =
        || row("%", "\"current\": 52, \"previous_quarter\": 52, \"same_period_last_year\": 52");
    check(DoubtKind::Repeated, HALF_YEAR, same(), true);
    check(DoubtKind::Repeated, HALF_YEAR, based("annual", same()), false);
    check(DoubtKind::Repeated, HALF_YEAR, based("termly", same()), false);
    check(DoubtKind::Repeated, HALF_YEAR, same().word("commentary", "It is unchanged."), false);
    check(DoubtKind::Repeated, HALF_YEAR, same().word("commentary", "It is good."), true);
}

#[test]
fn earlier_quarters_can_come_from_their_own_files() {
    let text = |period| {
        file(
            period,
            "measures",
            &[based("snapshot", row("number", "\"current\": 374")).word("id", "a")],
        )
    };
    let (one, two, three) = (text("2019/20 Q1"), text("2019/20 Q2"), text("2019/20 Q3"));
    let found = doubts_with(&[("q1.json", &one), ("q2.json", &two), ("q3.json", &three)]);
    assert_eq!(
        found[0].what(),
        "The current figure, 374, is also the figure for 2019/20 Q1 and the figure for the quarter before (2019/20 Q2)."
    );
    assert!(doubts_with(&[("q2.json", &two), ("q3.json", &three)]).is_empty());
}

// An overdue milestone

#[test_case("2019-09-29", "on course", "", true; "the day before the quarter's end")]
#[test_case("2019-09-30", "on course", "", false; "due on the last day")]
#[test_case("2019-09", "on course", "", false; "due in its last month")]
#[test_case("2019-08", "uncertain", "", true; "uncertain and overdue")]
#[test_case("2019-08", "not started", "", true; "not started and overdue")]
#[test_case("2019-08", "off course", "", false; "off course is what it should be called")]
#[test_case("2019-08", "complete", "", false; "complete")]
#[test_case("2019-08", "withdrawn", "", false; "withdrawn")]
#[test_case("2019-08", "on course", r#""completed": "2019-07-30""#, false; "completed after all")]
#[test_case("2019-08", "on course", r#""recurring": "termly""#, false; "it comes back")]
#[test_case("to be advised", "on course", "", false; "no date")]
fn overdue(due: &str, status: &str, more: &str, expected: bool) {
    let Row(mut keys) = Row::titled("Plan agreed").word("due", due).word("status", status);
    keys.extend((!more.is_empty()).then(|| more.to_owned()));
    let found = doubts(HALF_YEAR, "milestones", Row(keys));
    assert_eq!(kinds(&found).contains(&"overdue"), expected, "{found:#?}");
}

// Either way to mend it must do so.
#[test_case("", "and give the date by which it is now expected."; "no date given")]
#[test_case("2019-12-31", "if the later date was agreed, give that as the due date."; "a date given")]
fn an_overdue_milestone_can_be_mended(forecast: &str, remedy: &str) {
    let overdue = |due: &str, status: &str| {
        let row = Row::titled("Plan agreed").word("due", due).word("status", status);
        let row = row.word("commentary", "Late.");
        if forecast.is_empty() { row } else { row.word("forecast", forecast) }
    };
    let found = doubts(HALF_YEAR, "milestones", overdue("2019-08", "on course"));
    assert!(found[0].remedy.ends_with(remedy), "{}", found[0].remedy);
    assert!(doubts(HALF_YEAR, "milestones", overdue("2019-08", "off course")).is_empty());
    assert!(doubts(HALF_YEAR, "milestones", overdue("2019-12-31", "on course")).is_empty());
}

#[test]
fn nothing_is_overdue_in_a_plan() {
    let row = Row::titled("Plan agreed").word("due", "2018-01").word("status", "on course");
    assert!(doubts("2019/20", "milestones", row).is_empty());
}

// A published status that the figures do not give

fn judged(published: &str) -> Row {
    row("%", "\"current\": 60, \"target\": 75, \"same_period_last_year\": 50")
        .word("polarity", "higher")
        .word("commentary", "Staff were ill.")
        .with("published", format!("{{{published}}}"))
}

#[test_case(r#""progress": "on course""#, true; "progress differs")]
#[test_case(r#""progress": "off course""#, false; "progress agrees")]
#[test_case(r#""progress": "not started""#, false; "says nothing of progress")]
#[test_case(r#""direction": "worse""#, true; "direction differs")]
#[test_case(r#""direction": "better""#, false; "direction agrees")]
#[test_case(r#""direction": "not comparable""#, false; "not compared")]
#[test_case(r#""words": "Arrow down""#, false; "words alone")]
#[test_case(r#""progress": "on course", "reason": "A late return.""#, true; "with a reason")]
fn judged_otherwise(published: &str, expected: bool) {
    check(DoubtKind::JudgedOtherwise, HALF_YEAR, judged(published), expected);
}

#[test]
fn an_officer_s_reason_is_given_with_the_doubt() {
    for reason in ["A late return.", "A late return"] {
        let row = judged(&format!(r#""progress": "on course", "reason": {reason:?}"#));
        let found = doubts(HALF_YEAR, "measures", row);
        let what = found[0].what();
        assert!(what.ends_with("The reason given: A late return."), "{what}");
    }
}

/// A row that an officer judges, with commentary.
fn by_officer(progress: &str, current: &str) -> Row {
    let figures = format!("\"current\": {current}, \"target\": 90");
    let row = row("number", &figures).word("polarity", "higher").word("commentary", "All said.");
    based("snapshot", row).with(
        "judgement",
        format!(
            r#"{{"progress": "{progress}", "reason": "A clinic opens", "by": "the Head", "date": "2019-10-20"}}"#
        ),
    )
}

#[test_case("on course", "40", true; "on course against all figures")]
#[test_case("complete", "40", true; "complete against all figures")]
#[test_case("off course", "140", true; "off course against all figures")]
#[test_case("uncertain", "40", false; "uncertain is no contradiction")]
#[test_case("uncertain", "140", false; "nor is it of good figures")]
#[test_case("on course", "89", false; "missed now, but it may still be met")]
#[test_case("off course", "91", false; "met now, but it may still be missed")]
#[test_case("on course", "140", false; "as the figures say")]
#[test_case("off course", "40", false; "as the figures say, off course")]
#[test_case("on course", "\"not provided\"", false; "no figures")]
fn an_officer_against_the_figures(progress: &str, current: &str, expected: bool) {
    let found = doubts(HALF_YEAR, "measures", by_officer(progress, current));
    assert_eq!(kinds(&found).contains(&"judged otherwise"), expected, "{found:#?}");
}

#[test_case(r#""medway-2009""#, "on track"; "in the rule's own words")]
#[test_case(r#"{"like": "maidstone", "reports": "judgement"}"#, "on course"; "in plain ones")]
fn an_officer_s_judgement_is_doubted_mildly(rule: &str, called: &str) {
    let found = doubts(HALF_YEAR, "measures", by_officer("on course", "40").with("rule", rule));
    let what = found[0].what();
    let expected = format!(
        "The officer's judgement (the Head) is “{called}”, and the figures give “off course”, now and for the year's end. The reason given: A clinic opens. Off course: 40 now;"
    );
    assert!(what.starts_with(&expected), "{what}");
    assert_eq!(
        found[0].remedy,
        "If the reason does not explain the difference, agree with the officer which of the two is to stand."
    );
}

#[test]
fn what_cannot_be_rated_contradicts_nothing() {
    let row = row("%", "\"current\": 60").with("published", r#"{"progress": "on course"}"#);
    check(DoubtKind::JudgedOtherwise, HALF_YEAR, row, false);
}

#[test]
fn a_milestone_that_is_published_otherwise() {
    let row = Row::titled("Plan agreed")
        .word("status", "uncertain")
        .with("published", r#"{"progress": "on course"}"#);
    assert_eq!(kinds(&doubts(HALF_YEAR, "milestones", row)), ["judged otherwise"]);
}

// Off course without commentary

#[test]
fn a_red_without_a_word() {
    let red = || row("%", "\"current\": 60, \"target\": 75").word("polarity", "higher");
    let green = row("%", "\"current\": 75, \"target\": 75").word("polarity", "higher");
    check(DoubtKind::NoCommentary, HALF_YEAR, red(), true);
    check(DoubtKind::NoCommentary, HALF_YEAR, green, false);
    check(DoubtKind::NoCommentary, HALF_YEAR, red().word("commentary", "Staff were ill."), false);
    check(DoubtKind::NoCommentary, HALF_YEAR, red().word("note", "Provisional."), true);
}

#[test]
fn commentary_on_the_objective_is_enough() {
    let red = row("%", "\"current\": 60, \"target\": 75").word("polarity", "higher");
    let text = file(HALF_YEAR, "measures", &[red.word("objective", "a")]);
    let with = |objective: &str| {
        let text =
            text.replace("\"measures\"", &format!("\"objectives\": [{objective}], \"measures\""));
        kinds(&doubts_with(&[("now.json", &text)]))
    };
    assert_eq!(with(r#"{"id": "a", "title": "A"}"#), ["off course without commentary"]);
    assert!(with(r#"{"id": "a", "title": "A", "commentary": "Staff were ill."}"#).is_empty());
}

#[test_case(Row::titled("Plan").word("status", "off course"), true; "without a word")]
#[test_case(Row::titled("Plan").word("status", "off course").word("reason", "Two posts are vacant."), false; "with a reason")]
#[test_case(Row::titled("Plan").word("status", "off course").word("commentary", "Late."), false; "with commentary")]
#[test_case(Row::titled("Plan").word("status", "uncertain"), false; "not off course")]
fn a_red_milestone(row: Row, expected: bool) {
    assert_eq!(!doubts(HALF_YEAR, "milestones", row).is_empty(), expected);
}

// A commentary that gives another figure

fn quoting(unit: &str, text: &str) -> Row {
    Row::titled("Percentage of visits made in time to care leavers")
        .word("unit", unit)
        .with("figures", r#"{"current": 75.4, "target": 84, "last_year": 70, "related": [{"label": "Late", "value": 12}]}"#)
        .word("commentary", text)
}

#[test_case("The figure is now 57%.", true; "another figure")]
#[test_case("Performance is now 57 per cent, which is good.", true; "in words")]
#[test_case("Visits made in time are now 57%.", true; "the measure by its title")]
#[test_case("It currently stands at 57%.", true; "another way to say it")]
#[test_case("The current figure is 57%.", true; "and another")]
#[test_case("The figure is now 75.4%.", false; "the figure")]
#[test_case("The figure is now 75%.", false; "the figure, rounded")]
#[test_case("The figure is now 76%.", true; "the figure, rounded the wrong way")]
#[test_case("The figure is now 70%.", false; "last year's: a figure of the row")]
#[test_case("The figure is now 12%.", false; "a related figure")]
#[test_case("The figure is now about 57%.", false; "roughly")]
#[test_case("The figure is now 57% higher.", false; "a change")]
#[test_case("The figure is now 5 points higher.", false; "points")]
#[test_case("The figure is now 57.", false; "without the unit")]
#[test_case("Visits to young mothers are now 57%.", false; "a group that the title does not name")]
#[test_case("Visits in the PRU are now 57%.", false; "a group by its initials")]
#[test_case("Of 63 visits it is now 57%.", false; "numbers before it")]
#[test_case("It rose to 57% in May.", false; "another time")]
#[test_case("The plan of 2019/20 is now in its second year.", false; "a year")]
#[test_case("It missed a target of 90%.", true; "another target")]
#[test_case("It missed the target of 84%.", false; "the target")]
#[test_case("The target of 90% will apply from April 2020.", false; "a target to come")]
#[test_case("The target of 90% is proposed for 2020/21.", false; "a target that is proposed")]
#[test_case("From April 2020 the target is 90%.", false; "a target from a later time")]
#[test_case("It is up from 60%, against a target of 90%, and will rise.", true; "a target of now")]
#[test_case("The percentage has fallen to 57%.", true; "what it has come to")]
#[test_case("The percentage has fallen to 57% in the North West.", false; "somewhere else has come to it")]
#[test_case("England does well. The rate has fallen to 57%.", false; "anyone's rate has come to it")]
#[test_case("It missed the national target of 90%.", false; "somebody else's target")]
#[test_case("Our target is 90% by March.", true; "the target in other words")]
#[test_case("A target of 3 visits a week was agreed.", false; "a target for something else")]
#[test_case("Performance is 57% against a target of 84%.", true; "it begins with performance")]
#[test_case("Performance was 57%.", true; "in the past tense")]
#[test_case("Performance of 57 per cent against our target of 84 per cent.", true; "without a verb")]
#[test_case("The current performance is 57%.", true; "current performance")]
#[test_case("The rate stands at 57%, which is below the target of 84%.", true; "the rate stands at")]
#[test_case("The percentage was 57% this quarter.", true; "this quarter")]
#[test_case("All is well. Performance is 57%.", true; "behind another sentence, in the present")]
#[test_case("Last May was bad. Performance was 57%.", false; "behind another sentence, in the past")]
#[test_case("England does well. The rate is 57%.", false; "behind another sentence, anyone's rate")]
#[test_case("Performance was 75%.", false; "the figure, cut off")]
#[test_case("Performance was 57% in Quarter 1.", false; "another quarter")]
#[test_case("Performance was 57% in 2018.", false; "another year")]
#[test_case("Performance was 57% last year.", false; "last year")]
#[test_case("Performance was 57% in August, against a target of 84%.", false; "a month")]
#[test_case("Performance is 57% for boys.", false; "a group")]
#[test_case("Performance is 57% of the target.", false; "a share of the target")]
#[test_case("Performance is 57% compared with 50%.", false; "a comparison")]
#[test_case("The rate of 57% in the North West is the target.", false; "somewhere else")]
#[test_case("The figure of 57% was revised.", false; "something happened to it")]
#[test_case("Performance is 57% better.", false; "a change in percent")]
#[test_case("It stands at 57%.", true; "it begins with it")]
#[test_case("All is well. It stands at 57%.", false; "it may be something else")]
#[test_case("It stands at 57% in the North West.", false; "it stands somewhere else")]
#[test_case("It is 57% of the plan.", false; "it is something else")]
#[test_case("At 30 September the figure is 57%.", true; "the day of the quarter's end")]
#[test_case("As at 30th September 2019, performance was 57% against a target of 84%.", true; "in full")]
#[test_case("At the end of September it stands at 57%.", true; "the month of the quarter's end")]
#[test_case("At 30 September the figure is 75.4%.", false; "the figure of that day")]
#[test_case("At 30 June the figure was 57%.", false; "another day")]
#[test_case("At 30 September 2018 the figure was 57%.", false; "the day a year before")]
#[test_case("The September figure is now 57%.", false; "the month alone")]
#[test_case("All is well. At 30 September the rate was 57%.", false; "behind another sentence, anyone's at that day")]
fn quoted(text: &str, expected: bool) {
    check(DoubtKind::OtherFigureQuoted, HALF_YEAR, quoting("%", text), expected);
}

#[test_case("62", "Performance is 61.6%.", false; "which rounds to it")]
#[test_case("62", "Performance is 62.4%.", false; "which is cut off to it")]
#[test_case("62", "Performance is 61.4%.", true; "which does not")]
#[test_case("62.0", "Performance is 61.6%.", true; "with as many places")]
fn a_quote_with_more_places(current: &str, text: &str, expected: bool) {
    let row = row("%", &format!("\"current\": {current}, \"target\": 80"));
    check(DoubtKind::OtherFigureQuoted, HALF_YEAR, row.word("commentary", text), expected);
}

#[test_case("This is up from 71% last year.", HALF_YEAR, Some("70"), true; "up from")]
#[test_case("Last year it was 71%.", HALF_YEAR, Some("70"), true; "it was")]
#[test_case("Last year it was 71% in maths.", HALF_YEAR, Some("70"), false; "in a subject")]
#[test_case("Attendance at clubs is up from 71% last year.", HALF_YEAR, Some("70"), false; "something else")]
#[test_case("This is up from 71%.", HALF_YEAR, Some("70"), false; "no year")]
#[test_case("This is up from 71% the year before last.", HALF_YEAR, Some("70"), false; "another year")]
#[test_case("This is up from 70% last year.", HALF_YEAR, Some("70"), false; "the same period")]
#[test_case("This is up from 78% last year.", HALF_YEAR, Some("70"), false; "the outturn")]
#[test_case("This is up from 71% last year.", HALF_YEAR, None, false; "the same period is not known")]
#[test_case("This is up from 71% last year.", "2019/20 Q4", None, true; "it is the outturn")]
fn last_year_quoted(text: &str, period: &str, same_period: Option<&str>, expected: bool) {
    let then =
        same_period.map_or_else(String::new, |then| format!(", \"same_period_last_year\": {then}"));
    let row = row("%", &format!("\"current\": 62, \"target\": 80, \"last_year\": 78{then}"));
    check(DoubtKind::OtherFigureQuoted, period, row.word("commentary", text), expected);
}

#[test_case("The figure is now 61% in maths and 80% overall.", false; "in a subject")]
#[test_case("The figure is now 57% in this quarter.", true; "in this quarter")]
#[test_case("The target is 90% for the first term.", false; "a target for a part")]
fn quoted_of_a_part(text: &str, expected: bool) {
    check(DoubtKind::OtherFigureQuoted, HALF_YEAR, quoting("%", text), expected);
}

#[test_case("number", "The rate is 57 this quarter.", false; "a rate is no count")]
#[test_case("number", "The percentage was 57 in this quarter.", false; "a percentage is no count")]
#[test_case("number", "The number of visits is now 57.", true; "a count is")]
#[test_case("days", "The number of visits made is now 57.", false; "a count is no time")]
#[test_case("per 10,000", "The number of visits made is now 253.", false; "a count is no rate")]
#[test_case("per 10,000", "At 30 September 2019 the number is currently 253.", false; "a count at the quarter's end")]
#[test_case("per 10,000", "The number of care leavers is now 31, against 28 a year ago.", false; "a count beside another")]
#[test_case("per 10,000", "It stands at 253.", false; "a bare number")]
#[test_case("per 10,000", "The target is 240.", false; "a bare target")]
#[test_case("per 10,000", "It stands at 88.2 per 10,000.", true; "a rate by its base")]
#[test_case("per 10,000", "The figure is now 8.8 per 1,000.", false; "on another base")]
#[test_case("per 10,000", "The rate is 8.8 per 1,000.", false; "a rate on another base")]
#[test_case("per 10,000", "The rate of visits is now 88.2.", true; "a rate by its name")]
fn quoted_rates_and_counts(unit: &str, text: &str, expected: bool) {
    check(DoubtKind::OtherFigureQuoted, HALF_YEAR, quoting(unit, text), expected);
}

#[test_case("quarter", true)]
#[test_case("snapshot", true)]
#[test_case("cumulative", false)]
#[test_case("rolling", false)]
#[test_case("arrears", false)]
#[test_case("annual", false)]
#[test_case("forecast", false)]
fn this_quarter_is_only_that_of_a_quarter_s_figure(basis: &str, expected: bool) {
    for text in ["Performance was 57% this quarter.", "Performance is now 57% this quarter."] {
        check(DoubtKind::OtherFigureQuoted, HALF_YEAR, based(basis, quoting("%", text)), expected);
    }
}

#[test]
fn this_quarter_is_not_that_of_a_month_within_it() {
    let of_august = row("%", r#""current": {"value": 75.4, "covers": "2019-08"}"#);
    let of_august = of_august.word("commentary", "Performance was 57% this quarter.");
    check(DoubtKind::OtherFigureQuoted, HALF_YEAR, based("snapshot", of_august), false);
}

#[test_case("forecast", false)]
#[test_case("snapshot", true)]
fn what_stands_now_is_no_forecast(basis: &str, expected: bool) {
    for text in ["It stands at 57%.", "The figure is now 57%."] {
        check(DoubtKind::OtherFigureQuoted, HALF_YEAR, based(basis, quoting("%", text)), expected);
    }
}

// A figure that is forecast, or for another month, is not that of the quarter's end.
#[test]
fn a_day_is_only_that_of_a_figure_that_stands_then() {
    let said = || quoting("%", "At 30 September the figure is 57%.");
    check(DoubtKind::OtherFigureQuoted, HALF_YEAR, based("forecast", said()), false);
    let of_august = row("%", r#""current": {"value": 75.4, "covers": "2019-08"}"#);
    let of_august = of_august.word("commentary", "At 30 September the figure is 57%.");
    check(DoubtKind::OtherFigureQuoted, HALF_YEAR, of_august, false);
}

#[test]
fn it_is_only_sure_in_the_first_commentary() {
    let both = r#"[{"text": "England does well."}, {"text": "It stands at 57%."}]"#;
    let row = row("%", "\"current\": 75.4").with("commentary", both);
    check(DoubtKind::OtherFigureQuoted, HALF_YEAR, row, false);
}

#[test_case("The figure is now 57.", true; "alone")]
#[test_case("The figure is now 57 visits.", true; "with what is counted")]
#[test_case("The figure is now 57 against 75.", true; "against another")]
#[test_case("Performance was 57 against a target of 84.", true; "a plain statement")]
#[test_case("There were 57 visits.", false; "it is not said what they count")]
#[test_case("The figure is now 57 more.", false; "a change")]
#[test_case("The figure is now 57 of 63.", false; "a fraction")]
#[test_case("The figure is now 57 schools.", false; "of something else")]
#[test_case("The figure is now 57%.", false; "a percentage")]
#[test_case("The figure is now 2019.", false; "a year")]
fn quoted_counts(text: &str, expected: bool) {
    check(DoubtKind::OtherFigureQuoted, HALF_YEAR, quoting("number of visits", text), expected);
}

// A quarter's own count may be meant where the figure builds up.
#[test]
fn a_plain_statement_of_a_figure_that_builds_up_is_left_alone() {
    let said = |basis: &str| based(basis, quoting("number of visits", "Performance was 57."));
    check(DoubtKind::OtherFigureQuoted, HALF_YEAR, said("cumulative"), false);
    check(DoubtKind::OtherFigureQuoted, HALF_YEAR, said("snapshot"), true);
}

#[test_case("−2.5", None; "a minus sign")]
#[test_case("-2.5", None; "a hyphen")]
#[test_case("–2.5", None; "a dash")]
#[test_case("2.5", Some("2.5%"); "without one")]
#[test_case("−3.5", Some("-3.5%"); "another figure")]
fn a_negative_figure_that_is_quoted(text: &str, expected: Option<&str>) {
    let row = row("%", "\"current\": -2.5, \"last_year\": -1");
    let row = row.word("commentary", &format!("The figure is now {text}%."));
    let found = doubts(HALF_YEAR, "measures", row);
    let given = expected.map(|text| {
        format!("The commentary gives the current figure as {text}, and the row gives -2.5%")
    });
    match given {
        Some(given) => assert!(found[0].what().starts_with(&given), "{}", found[0].what()),
        None => assert!(found.is_empty(), "{found:#?}"),
    }
}

#[test]
fn a_quote_says_both_figures_and_the_words() {
    let found =
        doubts(HALF_YEAR, "measures", quoting("%", "All well. The figure is now 57%. Good."));
    assert_eq!(
        found[0].what(),
        "The commentary gives the current figure as 57%, and the row gives 75.4%: “The figure is now 57%”."
    );
}

// All of them

#[test]
fn doubts_stand_in_the_order_of_the_report() {
    let rows = [
        row("%", "\"current\": 101, \"last_year\": 9.9"),
        row("%", "\"current\": 50"),
        row("%", "\"current\": 102"),
    ];
    let found = doubts_with(&[("now.json", &file(HALF_YEAR, "measures", &rows))]);
    let subjects: Vec<Subject> = found.iter().map(|doubt| doubt.subject).collect();
    assert_eq!(subjects, [Subject::Measure(0), Subject::Measure(0), Subject::Measure(2)]);
    assert_eq!(kinds(&found), ["unit slip", "over 100%", "over 100%"]);
}

#[test]
fn numbers_too_large_to_work_with_are_no_trouble() {
    let large = "79228162514264337593543950335";
    for basis in ["cumulative", "quarter", "snapshot"] {
        let figures = format!(
            r#""current": {{"value": {large}, "parts": [{{"label": "A", "value": {large}}}, {{"label": "B", "value": {large}}}]}},
               "target": -{large}, "last_year": {large}, "previous_quarter": 0.0000000000000000000000000001"#
        );
        doubts(HALF_YEAR, "measures", based(basis, row("number", &figures)));
    }
}

/// What the samples are doubted for, each looked at by eye: a new line here is a new alarm.
#[test]
fn the_samples_raise_few_alarms() {
    let doubted = |name: &str| {
        let bytes = std::fs::read(format!("assets/samples/{name}.json")).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let found = doubts_with(&[(name, &text)]);
        let name = |doubt: &Doubt| {
            format!("{}: {}", doubt.reference.as_deref().unwrap_or(&doubt.title), doubt.kind.word())
        };
        found.iter().map(name).collect::<Vec<String>>()
    };
    assert!(doubted("2018-19-q4").is_empty());
    assert_eq!(
        doubted("2019-20-q2"),
        ["PED03 01: off course without commentary", "PED05 01: does not add up",]
    );
    for plain in ["2013-16-plan", "2018-19-progress", "2021-22-plan"] {
        assert!(doubted(plain).is_empty(), "{plain}");
    }
    assert_eq!(doubted("2012-13-mid-year"), ["CYP 07: unit changed"]);
    let finance = doubted("2012-13-q2-finance");
    assert!(finance.iter().all(|one| one.ends_with(": does not add up")), "{finance:#?}");
    assert_eq!(doubted("2024-25-q1"), ["P3.2: judged otherwise"]);
}
