//! Every rule by which a measure or a milestone is judged, with its boundaries.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use file::{Row, file, report};
use quarterlight::assess::{Assessment, Evidence, direction, milestone_progress, position};
use quarterlight::model::{History, load};
use quarterlight::terms::Keyword;
use test_case::test_case;

const HALF_YEAR: &str = "2019/20 Q2";

/// The status of the first measure of a file, after a look at what every verdict must have.
#[track_caller]
fn progress_of(text: &str) -> (&'static str, String) {
    let report = report("now.json", text);
    let verdict = position(&report, &report.measures[0], &Evidence::default());
    let derivation = verdict.derivation();
    let status = verdict.status().word();
    assert!(derivation.sentence.ends_with('.'), "a sentence: {}", derivation.sentence);
    assert_eq!(status == "not rated", derivation.rule.is_none(), "a rule, if it was applied");
    assert_eq!(status == "not rated", derivation.reason.is_some(), "a reason, if it was not rated");
    (status, derivation.sentence.clone())
}

#[track_caller]
fn check(period: &str, row: Row, expected: &str) {
    let (status, sentence) = progress_of(&file(period, "measures", &[row]));
    assert_eq!(status, expected, "{sentence}");
}

#[track_caller]
fn check_sentence(period: &str, row: Row, expected: &str) {
    let (_, sentence) = progress_of(&file(period, "measures", &[row]));
    assert_eq!(sentence, expected);
}

/// A snapshot in percent; `rule` is a tolerance, or empty.
fn row(polarity: &str, current: &str, target: &str, tolerance: &str) -> Row {
    let row = Row::titled("A measure")
        .word("polarity", polarity)
        .with("figures", format!(r#"{{"current": {current}, "target": {target}}}"#));
    if tolerance.is_empty() {
        row
    } else {
        row.with("rule", format!(r#"{{"tolerance": {{{tolerance}}}}}"#))
    }
}

const TEN_PERCENT: &str = r#""percent_of_target": 10"#;
const ONE_POINT: &str = r#""points": 1"#;
const FIVE: &str = r#""amount": 5"#;

#[test_case("75", "5 short, more than 0% of the target."; "no tolerance at all")]
#[test_case("0", "70 short, where a percentage of 0 leaves no room."; "a target of nothing")]
fn a_percentage_of_nothing_is_not_nothing_in_percent(target: &str, expected: &str) {
    let current = if target == "0" { "-70" } else { "70" };
    let row = row("higher", current, target, r#""percent_of_target": 0"#);
    let (status, sentence) = progress_of(&file(HALF_YEAR, "measures", &[row]));
    assert!(status == "off course" && sentence.ends_with(expected), "{sentence}");
}

#[test_case("higher", "84", "on course"; "higher, met exactly")]
#[test_case("higher", "84.01", "on course"; "higher, just over")]
#[test_case("higher", "83.99", "off course"; "higher, just under")]
#[test_case("lower", "84", "on course"; "lower, met exactly")]
#[test_case("lower", "83.99", "on course"; "lower, just under")]
#[test_case("lower", "84.01", "off course"; "lower, just over")]
#[test_case("plan", "84", "on course"; "plan, met exactly")]
#[test_case("plan", "83.99", "off course"; "plan, just under")]
#[test_case("plan", "84.01", "off course"; "plan, just over")]
#[test_case("none", "84", "not rated"; "monitored only")]
fn without_a_tolerance_a_target_is_met_or_not(polarity: &str, current: &str, expected: &str) {
    check(HALF_YEAR, row(polarity, current, "84", "").word("unit", "%"), expected);
}

// What is printed comes to what is printed: more places than the file asks for where it would not.
#[test_case("84.14", "90.05", 1, "Off course at the end of Quarter 2: 84.14% against a target of 90.05% (higher is better): 5.91 points short."; "a difference of rounded numbers")]
#[test_case("84.1", "90.1", 1, "Off course at the end of Quarter 2: 84.1% against a target of 90.1% (higher is better): 6.0 points short."; "no more than it takes")]
#[test_case("89.96", "90", 1, "Off course at the end of Quarter 2: 89.96% against a target of 90% (higher is better): 0.04 points short."; "a small difference")]
#[test_case("89.6", "90", 0, "Off course at the end of Quarter 2: 89.6% against a target of 90% (higher is better): 0.4 points short."; "one that rounds to nothing")]
fn what_is_printed_adds_up(current: &str, target: &str, places: u8, expected: &str) {
    let row = row("higher", current, target, "").word("unit", "%").with("decimals", places);
    check_sentence(HALF_YEAR, row, expected);
}

#[test]
fn what_is_over_a_limit_is_printed_so() {
    let row = row("higher", "75.59", "84", TEN_PERCENT).word("unit", "%").with("decimals", 1);
    let expected = "Off course at the end of Quarter 2: 75.59% against a target of 84% (higher is better): 8.41 points short, more than 10% of the target.";
    check_sentence(HALF_YEAR, row, expected);
}

#[test]
fn without_a_polarity_there_is_no_status() {
    let row = Row::titled("A measure").with("figures", r#"{"current": 84, "target": 80}"#);
    check_sentence(HALF_YEAR, row, "Not rated: it is not said which way is better.");
}

#[test_case("higher", "67.51", "uncertain"; "higher, just inside")]
#[test_case("higher", "67.5", "uncertain"; "higher, 10 percent off exactly")]
#[test_case("higher", "67.49", "off course"; "higher, just outside")]
#[test_case("lower", "82.49", "uncertain"; "lower, just inside")]
#[test_case("lower", "82.5", "uncertain"; "lower, 10 percent off exactly")]
#[test_case("lower", "82.51", "off course"; "lower, just outside")]
#[test_case("plan", "67.5", "uncertain"; "plan, 10 percent under exactly")]
#[test_case("plan", "82.5", "uncertain"; "plan, 10 percent over exactly")]
#[test_case("plan", "67.49", "off course"; "plan, too low")]
#[test_case("plan", "82.51", "off course"; "plan, too high")]
fn ten_percent_of_the_target(polarity: &str, current: &str, expected: &str) {
    check(HALF_YEAR, row(polarity, current, "75", TEN_PERCENT), expected);
}

// 54 against 60 is 10.0% off; 53 against 59 is 10.17% off, which prints as 10%.
#[test_case("54", "60", "uncertain"; "10 percent off")]
#[test_case("53", "59", "off course"; "10 point 17 percent off")]
fn a_percentage_is_not_rounded_before_it_is_judged(current: &str, target: &str, expected: &str) {
    check(HALF_YEAR, row("higher", current, target, TEN_PERCENT), expected);
}

#[test_case("higher", "74", "uncertain"; "higher, one point off exactly")]
#[test_case("higher", "74.1", "uncertain"; "higher, just inside")]
#[test_case("higher", "73.9", "off course"; "higher, just outside")]
#[test_case("lower", "76", "uncertain"; "lower, one point off exactly")]
#[test_case("lower", "75.9", "uncertain"; "lower, just inside")]
#[test_case("lower", "76.1", "off course"; "lower, just outside")]
fn a_point(polarity: &str, current: &str, expected: &str) {
    check(HALF_YEAR, row(polarity, current, "75", ONE_POINT).word("unit", "%"), expected);
}

#[test]
fn points_are_for_percentages_and_leave_counts_met_or_not() {
    let row = row("lower", "77", "75", "").word("unit", "days");
    let rule = r#""rule": {"tolerance": {"points": 1}}, "period""#;
    let text = file(HALF_YEAR, "measures", &[row]).replacen("\"period\"", rule, 1);
    let expected = "Off course at the end of Quarter 2: 77 days against a target of 75 days (lower is better): 2 days too many, and a tolerance in points is for percentages.";
    // That the rule is not for it is said too.
    let report = load("now.json", text.as_bytes()).report.expect("a report");
    let verdict = position(&report, &report.measures[0], &Evidence::default());
    assert_eq!(
        (verdict.status().word(), verdict.derivation().sentence.as_str()),
        ("off course", expected)
    );
}

#[test_case("higher", "70", "uncertain"; "higher, exactly")]
#[test_case("higher", "70.001", "uncertain"; "higher, just inside")]
#[test_case("higher", "69.999", "off course"; "higher, just outside")]
#[test_case("lower", "80", "uncertain"; "lower, exactly")]
#[test_case("lower", "80.001", "off course"; "lower, just outside")]
#[test_case("plan", "70", "uncertain"; "plan, exactly under")]
#[test_case("plan", "80.001", "off course"; "plan, just outside over")]
fn an_amount(polarity: &str, current: &str, expected: &str) {
    check(HALF_YEAR, row(polarity, current, "75", FIVE).word("unit", "score"), expected);
}

#[test]
fn a_tolerance_of_nothing_is_met_or_not() {
    check(HALF_YEAR, row("higher", "75", "75", r#""amount": 0"#), "on course");
    check(HALF_YEAR, row("higher", "74.9", "75", r#""amount": 0"#), "off course");
}

#[test_case("higher", "85", "", "off course"; "reached but not passed")]
#[test_case("higher", "85", TEN_PERCENT, "uncertain"; "reached but not passed, within the tolerance")]
#[test_case("higher", "85.1", "", "on course"; "passed")]
#[test_case("lower", "85", "", "off course"; "lower, reached but not passed")]
#[test_case("lower", "84.9", "", "on course"; "lower, passed")]
fn a_strict_target(polarity: &str, current: &str, tolerance: &str, expected: &str) {
    let row = row(polarity, current, r#"{"value": 85, "strict": true}"#, tolerance);
    check(HALF_YEAR, row, expected);
}

#[test_case(r#""floor": 80"#, "uncertain"; "a floor under it")]
#[test_case(r#""ceiling": 90"#, "uncertain"; "a ceiling over it")]
#[test_case(r#""floor": 80, "ceiling": 90"#, "uncertain"; "both")]
#[test_case(r#""former": 80"#, "off course"; "neither")]
fn a_strict_plan_that_is_reached_is_within_its_bounds(bounds: &str, expected: &str) {
    let target = format!(r#"{{"value": 85, "strict": true, {bounds}}}"#);
    check(HALF_YEAR, row("plan", "85", &target, ""), expected);
}

#[test_case("days", "1 day too many"; "a day")]
#[test_case("tonnes CO2e", "1 tonne CO2e too much"; "a tonne")]
#[test_case("percentage points", "1 percentage point too high"; "a percentage point")]
#[test_case("number of children", "1 too many"; "a count says no word")]
fn one_of_a_unit_is_singular(unit: &str, expected: &str) {
    let row = row("lower", "11", "10", "").word("unit", unit).word("basis", "snapshot");
    let (_, sentence) = progress_of(&file(HALF_YEAR, "measures", &[row]));
    assert!(sentence.ends_with(&format!(": {expected}.")), "{sentence}");
}

#[test_case("", "0.03 short"; "as written")]
#[test_case("0", "0.03 short"; "without decimals")]
#[test_case("2", "0.03 short"; "to two places")]
#[test_case("3", "0.033 short"; "to three places")]
fn a_miss_is_never_printed_as_nothing(places: &str, expected: &str) {
    let row = row("higher", "13.3", "16", "")
        .word("unit", "number")
        .word("basis", "cumulative")
        .word("year", "academic");
    let row = if places.is_empty() { row } else { row.with("decimals", places) };
    let (status, sentence) = progress_of(&file("2019/20 Q1", "measures", &[row]));
    assert_eq!(status, "off course");
    assert!(sentence.ends_with(&format!(": {expected}.")), "{sentence}");
}

#[test_case("lower", "0", "on course"; "nothing against nothing")]
#[test_case("lower", "1", "off course"; "a percentage of nothing is nothing")]
#[test_case("higher", "0", "on course"; "higher, nothing against nothing")]
#[test_case("higher", "-1", "off course"; "higher, less than nothing")]
fn a_target_of_zero_is_met_or_not(polarity: &str, current: &str, expected: &str) {
    check(HALF_YEAR, row(polarity, current, "0", TEN_PERCENT), expected);
}

#[test_case("higher", "-0.4", "-0.5", "on course"; "higher, over a negative target")]
#[test_case("higher", "-0.55", "-0.5", "uncertain"; "higher, 10 percent under a negative target")]
#[test_case("higher", "-0.551", "-0.5", "off course"; "higher, more than that under it")]
#[test_case("lower", "-0.6", "-0.5", "on course"; "lower, under a negative target")]
#[test_case("lower", "-0.45", "-0.5", "uncertain"; "lower, 10 percent over it")]
#[test_case("lower", "-0.449", "-0.5", "off course"; "lower, more than that over it")]
fn negative_figures(polarity: &str, current: &str, target: &str, expected: &str) {
    check(HALF_YEAR, row(polarity, current, target, TEN_PERCENT), expected);
}

#[test]
fn a_percentage_of_a_negative_target_is_of_its_size() {
    let row = row("higher", "-540", "-500", TEN_PERCENT).word("unit", "£");
    let report = report("now.json", &file(HALF_YEAR, "measures", &[row]));
    let assessment = Assessment::of(&History::new(vec![report]), 0);
    let text = assessment.measures[0].progress().derivation().to_string();
    let limit =
        "Limit for uncertain: missed by up to £50 (10% of £500, the target without its sign)";
    assert!(text.contains(limit), "{text}");
}

#[test_case("higher", r#""floor": 90"#, Some("The floor of 90 is above the target of 80."); "a floor over it")]
#[test_case("lower", r#""ceiling": 70.5"#, Some("The ceiling of 70.5 is below the target of 80."); "a ceiling under it")]
#[test_case("lower", r#""floor": 90"#, Some("The floor of 90 is above the target of 80."); "a ceiling that is called a floor")]
#[test_case("plan", r#""floor": 70, "ceiling": 75"#, Some("The ceiling of 75 is below the target of 80."); "one of both")]
#[test_case("higher", r#""floor": 80"#, None; "a floor at the target")]
#[test_case("plan", r#""floor": 70, "ceiling": 90"#, None; "both as they should be")]
fn a_floor_on_the_wrong_side(polarity: &str, limits: &str, expected: Option<&str>) {
    let row = row(polarity, "85", &format!(r#"{{"value": 80, {limits}}}"#), "");
    let loaded = load("now.json", file(HALF_YEAR, "measures", &[row]).as_bytes());
    let found: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
    assert_eq!(loaded.report.map(|report| report.measures.len()), Some(1), "it is read");
    let Some(expected) = expected else { return assert_eq!(found, [""; 0]) };
    assert!(found.len() == 1 && found[0].contains(expected), "{found:?}");
    assert!(found[0].contains("measures[0].figures.target."), "{found:?}");
}

#[test_case("higher", "60", r#""floor": 60"#, "uncertain"; "on the floor")]
#[test_case("higher", "59.9", r#""floor": 60"#, "off course"; "under the floor")]
#[test_case("higher", "79.9", r#""floor": 60"#, "uncertain"; "just under the target")]
#[test_case("higher", "80", r#""floor": 60"#, "on course"; "at the target")]
#[test_case("lower", "90", r#""ceiling": 90"#, "uncertain"; "on the ceiling")]
#[test_case("lower", "90.1", r#""ceiling": 90"#, "off course"; "over the ceiling")]
#[test_case("plan", "70", r#""floor": 70, "ceiling": 90"#, "uncertain"; "plan, on the floor")]
#[test_case("plan", "90", r#""floor": 70, "ceiling": 90"#, "uncertain"; "plan, on the ceiling")]
#[test_case("plan", "69.9", r#""floor": 70, "ceiling": 90"#, "off course"; "plan, under the floor")]
#[test_case("plan", "90.1", r#""floor": 70, "ceiling": 90"#, "off course"; "plan, over the ceiling")]
#[test_case("plan", "90", r#""ceiling": 90"#, "uncertain"; "plan, a ceiling alone bounds what is over")]
#[test_case("plan", "79", r#""ceiling": 90"#, "off course"; "plan, a ceiling alone says nothing of what is under")]
#[test_case("plan", "70", r#""floor": 70"#, "uncertain"; "plan, a floor alone bounds what is under")]
#[test_case("plan", "81", r#""floor": 70"#, "off course"; "plan, a floor alone says nothing of what is over")]
fn floors_and_ceilings(polarity: &str, current: &str, limits: &str, expected: &str) {
    let row = row(polarity, current, &format!(r#"{{"value": 80, {limits}}}"#), "");
    check(HALF_YEAR, row, expected);
}

#[test]
fn amber_is_explained_by_what_made_it_amber() {
    let target = r#"{"value": 80, "floor": 60}"#;
    let sentence = |current, margin| {
        check_sentence(
            HALF_YEAR,
            row("higher", current, target, TEN_PERCENT).word("unit", "%"),
            &format!("{margin}."),
        );
    };
    sentence(
        "65",
        "Uncertain at the end of Quarter 2: 65% against a target of 80% (higher is better): 15 points short, within the floor of 60%",
    );
    sentence(
        "59",
        "Off course at the end of Quarter 2: 59% against a target of 80% (higher is better): 21 points short, beyond the floor of 60% and more than 10% of the target",
    );
    check_sentence(
        HALF_YEAR,
        row("higher", "73", r#"{"value": 80, "floor": 75}"#, TEN_PERCENT).word("unit", "%"),
        "Uncertain at the end of Quarter 2: 73% against a target of 80% (higher is better): 7 points short, within 10% of the target.",
    );
}

const PROFILE: &str = r#"{"value": 500, "profile": {"q1": 50, "q2": 100, "q3": 400}}"#;

#[test_case("2019/20 Q1", "50", "on course"; "first quarter, met")]
#[test_case("2019/20 Q1", "49", "off course"; "first quarter, missed")]
#[test_case("2019/20 Q2", "100", "on course"; "second quarter, met")]
#[test_case("2019/20 Q2", "89", "off course"; "second quarter, missed by more than a tenth of 100")]
#[test_case("2019/20 Q2", "90", "uncertain"; "second quarter, missed by a tenth of 100")]
#[test_case("2019/20 Q3", "399", "uncertain"; "third quarter, missed")]
#[test_case("2019/20 Q4", "500", "on course"; "the year's target stands in for the fourth")]
#[test_case("2019/20 Q4", "449", "off course"; "fourth quarter, missed")]
fn a_profile_says_what_should_be_reached_by_now(period: &str, current: &str, expected: &str) {
    let tolerance = if current == "49" { "" } else { TEN_PERCENT };
    let row = row("higher", current, PROFILE, tolerance)
        .word("unit", "number of children")
        .word("basis", "cumulative");
    check(period, row, expected);
}

#[test]
fn what_a_profile_expects_is_said_once() {
    let row = row("higher", "82", r#"{"value": 85, "profile": {"q1": 75, "q2": 80}}"#, "");
    check_sentence(
        HALF_YEAR,
        row.word("unit", "%"),
        "On course at the end of Quarter 2: 82% against a profiled target of 80% (higher is better): met with 2 points to spare.",
    );
}

/// Whether it is met or missed, a reader sees where the number comes from that the figure is held against.
#[test_case("82"; "met")]
#[test_case("72"; "missed")]
fn what_a_profile_expects_is_among_what_the_status_was_reached_from(current: &str) {
    let row = row("higher", current, r#"{"value": 90, "profile": {"q2": 80}}"#, "");
    let report = report("now.json", &file(HALF_YEAR, "measures", &[row.word("unit", "%")]));
    let verdict = position(&report, &report.measures[0], &Evidence::default());
    let steps = &verdict.derivation().steps;
    let expected = steps.iter().find(|step| step.what == "Expected by now").expect("a step");
    assert_eq!(
        (expected.value.as_str(), expected.from.as_str()),
        ("80%", "the target that is given for the end of Quarter 2"),
    );
}

#[test]
fn the_fourth_quarter_of_a_profile_is_the_years_target() {
    let row = row("higher", "40", r#"{"profile": {"q2": 40, "q4": 80}}"#, "");
    check("2019/20 Q2", row.clone(), "on course");
    check("2019/20 Q4", row, "off course");
}

// Target 120, so 10 a month: the figure that is exactly an even share, and one less.
#[test_case("financial", "2019/20 Q1", 30; "financial, three months")]
#[test_case("financial", "2019/20 Q2", 60; "financial, six months")]
#[test_case("financial", "2019/20 Q3", 90; "financial, nine months")]
#[test_case("financial", "2019/20 Q4", 120; "financial, the whole year")]
#[test_case("academic", "2019/20 Q1", 100; "academic, ten months of the year before")]
#[test_case("academic", "2019/20 Q2", 10; "academic, one month")]
#[test_case("academic", "2019/20 Q3", 40; "academic, four months")]
#[test_case("academic", "2019/20 Q4", 70; "academic, seven months")]
fn a_cumulative_count_is_held_against_an_even_share(year: &str, period: &str, share: i32) {
    let row = |polarity, current: i32| {
        row(polarity, &current.to_string(), "120", "")
            .word("unit", "number of children")
            .word("basis", "cumulative")
            .word("year", year)
    };
    check(period, row("higher", share), "on course");
    check(period, row("higher", share - 1), "off course");
    check(period, row("lower", share), "on course");
    check(period, row("lower", share + 1), "off course");
}

#[test_case("%"; "a percentage")]
#[test_case("per 10,000"; "a rate")]
#[test_case("average caseload"; "an average")]
#[test_case("score"; "a score")]
fn a_cumulative_rate_is_not_shared_out(unit: &str) {
    let row =
        |current| row("higher", current, "80", "").word("unit", unit).word("basis", "cumulative");
    check(HALF_YEAR, row("80"), "on course");
    check(HALF_YEAR, row("79"), "off course");
}

#[test_case(r#""unit": "%""#, "on course"; "a rate in a measure of counts is not shared out either")]
fn the_figures_own_unit_says_whether_it_adds_up(unit: &str, expected: &str) {
    let row = |current: &str| {
        Row::titled("A measure")
            .word("polarity", "higher")
            .word("unit", "number")
            .word("basis", "cumulative")
            .with(
                "figures",
                format!(
                    r#"{{"current": {{"value": {current}, {unit}}}, "target": {{"value": 80, {unit}}}}}"#
                ),
            )
    };
    check(HALF_YEAR, row("80"), expected);
    check(HALF_YEAR, row("79"), "off course");
}

#[test]
fn a_cumulative_figure_without_a_unit_is_not_rated() {
    check(HALF_YEAR, row("higher", "80", "80", "").word("basis", "cumulative"), "not rated");
}

// A floor of 96 is 48 by the half-year, as a target of 120 is 60.
#[test_case("higher", "48", r#""floor": 96"#, "uncertain"; "on the floor's share")]
#[test_case("higher", "47", r#""floor": 96"#, "off course"; "under the floor's share")]
#[test_case("lower", "72", r#""ceiling": 144"#, "uncertain"; "on the ceiling's share")]
#[test_case("lower", "73", r#""ceiling": 144"#, "off course"; "over the ceiling's share")]
fn floors_and_ceilings_are_shared_out_with_the_target(
    polarity: &str,
    current: &str,
    limit: &str,
    expected: &str,
) {
    let row = row(polarity, current, &format!(r#"{{"value": 120, {limit}}}"#), "")
        .word("unit", "number of children")
        .word("basis", "cumulative");
    check(HALF_YEAR, row, expected);
}

#[test]
fn a_quarters_count_is_not_held_against_the_years_target_unless_the_rule_says_so() {
    let row =
        |unit, target| row("higher", "30", target, "").word("unit", unit).word("basis", "quarter");
    check(HALF_YEAR, row("number of children", "120"), "not rated");
    check(HALF_YEAR, row("%", "30"), "on course");
    // A rule may say that the number beside it is what it is held against: many print a quarter's target there.
    let as_it_stands = r#"{"against": "annual target"}"#;
    check(HALF_YEAR, row("number of children", "30").with("rule", as_it_stands), "on course");
    check(HALF_YEAR, row("%", "30").with("rule", as_it_stands), "on course");
}

// Four numbers that make the year, or that do not rise, are each quarter's own; running totals are held against by what
// they grow in the quarter, the last of them to the year's target.
#[test_case("2019/20 Q2", r#"{"value": 120, "profile": {"q1": 20, "q2": 30, "q3": 34, "q4": 36}}"#, "30, on course"; "four that make the year")]
#[test_case("2019/20 Q2", r#"{"value": 120, "profile": {"q1": 30, "q2": 30, "q3": 20}}"#, "30, on course"; "numbers that do not rise")]
#[test_case("2019/20 Q2", r#"{"value": 120, "profile": {"q1": 20, "q2": 50, "q3": 90}}"#, "30, on course"; "running totals")]
#[test_case("2019/20 Q2", r#"{"value": 120, "profile": {"q1": 20, "q2": 51, "q3": 90, "q4": 120}}"#, "31, off course"; "with the year's target as the last")]
#[test_case("2019/20 Q2", r#"{"profile": {"q1": 20, "q2": 50, "q3": 90, "q4": 120}}"#, "30, on course"; "which makes the year's target")]
#[test_case("2019/20 Q4", r#"{"value": 120, "profile": {"q1": 20, "q2": 50, "q3": 89}}"#, "31, off course"; "what is left of the year's target")]
#[test_case("2019/20 Q1", r#"{"value": 120, "profile": {"q1": 30, "q2": 50}}"#, "30, on course"; "the first is both")]
#[test_case("2019/20 Q2", r#"{"value": 120, "profile": {"q2": 30}}"#, "not rated"; "a total after an unknown one")]
fn a_profile_of_the_quarters_alone(period: &str, target: &str, expected: &str) {
    let row = row("higher", "30", target, "").word("unit", "number of children");
    let text = file(period, "measures", &[row.word("basis", "quarter")]);
    let report = report("now.json", &text);
    let verdict = position(&report, &report.measures[0], &Evidence::default());
    let by_now = verdict.derivation().steps.iter().find(|step| step.what == "Expected by now");
    let by_now = by_now.map_or_else(String::new, |step| format!("{}, ", step.value));
    assert_eq!(by_now + verdict.status().word(), expected, "{}", verdict.derivation());
}

#[test_case("84.4", "84.4% against a target of 84.4% (higher is better): exactly met."; "in full")]
#[test_case("84", "84% against a target of 84% (higher is better): exactly met."; "with no more than it takes")]
fn what_is_exactly_met_is_shown_in_full(both: &str, expected: &str) {
    let row = row("higher", both, both, "").word("unit", "%").with("decimals", 0);
    check_sentence(HALF_YEAR, row, &format!("On course at the end of Quarter 2: {expected}"));
}

// The projection is printed as its outlook prints it, or with as many places as show on which side of a limit it lies.
#[test_case("cumulative", "number", "2019/20 Q3", "40", "100", "Off course at the end of Quarter 3: a projected 53 against a target of 100 (higher is better): 47 short, more than 10% of the target."; "a count")]
#[test_case("cumulative", "£", "2019/20 Q3", "40000", "100000", "Off course at the end of Quarter 3: a projected £53,333 against a target of £100,000 (higher is better): £46,667 short, more than 10% of the target."; "a sum")]
#[test_case("cumulative", "number", "2019/20 Q3", "75", "100.1", "Uncertain at the end of Quarter 3: a projected 100.0 against a target of 100.1 (higher is better): 0.1 short, within 10% of the target."; "as the target is written")]
#[test_case("cumulative", "number", "2019/20 Q3", "74.8", "99.7", "On course at the end of Quarter 3: a projected 99.73 against a target of 99.70 (higher is better): met with 0.03 to spare."; "just met")]
#[test_case("cumulative", "number", "2019/20 Q3", "67", "99.3", "Off course at the end of Quarter 3: a projected 89.3 against a target of 99.3 (higher is better): 10.0 short, more than 10% of the target."; "just beyond a limit")]
fn a_projection_is_held_against_the_target(
    basis: &str,
    unit: &str,
    period: &str,
    current: &str,
    target: &str,
    expected: &str,
) {
    let row = row("higher", current, target, "").word("basis", basis).word("unit", unit).with(
        "rule",
        r#"{"against": "projection", "reports": "position", "tolerance": {"percent_of_target": 10}}"#,
    );
    let now = report("now.json", &file(period, "measures", &[row]));
    let assessment = Assessment::of(&History::new(vec![now]), 0);
    let derivation = assessment.measures[0].position.derivation();
    assert_eq!(derivation.sentence, expected);
    assert!(!derivation.to_string().contains("33333"), "{derivation}");
}

#[test_case("financial", "2019-04 to 2019-09", "on course"; "the year to date")]
#[test_case("financial", "2019-08", "not rated"; "a month of it")]
#[test_case("financial", "2018/19", "not rated"; "the year before")]
#[test_case("academic", "2019-09", "on course"; "the academic year to date")]
#[test_case("academic", "2018/19 academic", "not rated"; "the academic year before")]
fn a_cumulative_figure_must_cover_the_year_to_date(year: &str, covers: &str, expected: &str) {
    let current = format!(r#"{{"value": 60, "covers": "{covers}"}}"#);
    let shared = |target| {
        row("higher", &current, target, "")
            .word("unit", "number of children")
            .word("basis", "cumulative")
            .word("year", year)
    };
    check(HALF_YEAR, shared("120"), expected);
    check(HALF_YEAR, shared(r#"{"value": 120, "profile": {"q2": 60}}"#), expected);
}

#[test]
fn a_figure_in_another_unit_than_its_target_is_not_rated() {
    let row = row("higher", r#"{"value": 80, "unit": "number"}"#, "75", "").word("unit", "%");
    check_sentence(
        HALF_YEAR,
        row,
        "Not rated: the figure is in another unit (number) than the target (%).",
    );
}

#[test_case(r#"{"numerator": 410, "denominator": 439}"#, "on course"; "a fraction of 93 percent")]
#[test_case(r#"{"numerator": 9, "denominator": 10}"#, "on course"; "a fraction on the target")]
#[test_case(r#"{"numerator": 8, "denominator": 10}"#, "off course"; "a fraction under the target")]
#[test_case(r#"{"value": 91, "numerator": 8, "denominator": 10}"#, "on course"; "the rate that is given goes before the fraction")]
#[test_case(r#"{"numerator": 2, "denominator": 516, "of": "children in a poor setting"}"#, "not rated"; "a fraction of something else")]
#[test_case(r#"{"value": 99.9, "numerator": 2, "denominator": 516, "of": "children in a poor setting"}"#, "on course"; "a rate beside a fraction of something else")]
#[test_case(r#"{"parts": [{"label": "Primary", "value": 95}, {"label": "Secondary", "value": 80}]}"#, "not rated"; "parts without a total")]
#[test_case(r#"{"value": 90, "parts": [{"label": "Primary", "value": 95}, {"label": "Secondary", "value": 80}]}"#, "on course"; "parts with a total")]
#[test_case(r#"{"change": 4.4}"#, "not rated"; "a change is not a level")]
#[test_case(r#"{"text": "All schools engaged"}"#, "not rated"; "words")]
#[test_case(r#"{"value": 90, "marks": "provisional"}"#, "on course"; "a provisional figure is rated, and printed as provisional")]
fn kinds_of_figure(current: &str, expected: &str) {
    check(HALF_YEAR, row("higher", current, "90", "").word("unit", "%"), expected);
}

#[test]
fn a_provisional_figure_says_so_in_its_sentence() {
    let row = row("higher", r#"{"value": 90, "marks": "provisional"}"#, "90", "").word("unit", "%");
    check_sentence(
        HALF_YEAR,
        row,
        "On course at the end of Quarter 2: 90% (provisional) against a target of 90% (higher is better): exactly met.",
    );
}

#[test]
fn zero_is_a_figure_and_a_blank_is_not() {
    check(HALF_YEAR, row("lower", "0", "5", ""), "on course");
    check(
        HALF_YEAR,
        Row::titled("A measure").word("polarity", "lower").with("figures", r#"{"target": 5}"#),
        "not rated",
    );
}

#[test]
fn every_absence_leaves_a_measure_not_rated_and_says_why() {
    use quarterlight::model::Gap;
    use quarterlight::terms::Absence;

    for (absence, word, _) in Absence::WORDS {
        let word = format!("\"{word}\"");
        let clause = Gap::because(*absence).clause();
        check_sentence(
            HALF_YEAR,
            row("higher", &word, "90", ""),
            &format!("Not rated: there is no current figure; {clause}."),
        );
        check_sentence(
            HALF_YEAR,
            row("higher", "90", &word, ""),
            &format!("Not rated: there is no target; {clause}."),
        );
    }
}

#[test_case("[x]", "not yet available"; "not available")]
#[test_case("[z]", "not applicable"; "not applicable")]
#[test_case("[c]", "withheld"; "confidential")]
#[test_case("[low]", "rounds to zero"; "low")]
#[test_case("N/A", "not applicable"; "slash")]
#[test_case("TBC", "to be confirmed"; "to be confirmed")]
#[test_case("New indicator", "new measure"; "new")]
#[test_case("No target", "not set"; "no target")]
#[test_case("Refer to comment", "see commentary"; "refer to comment")]
#[test_case("NOT-YET_AVAILABLE", "not yet available"; "any case, hyphens and underscores")]
fn short_forms_of_absence(short: &str, word: &str) {
    let current = |text: &str| {
        let row = row("higher", &format!("\"{text}\""), "90", "");
        report("now.json", &file(HALF_YEAR, "measures", &[row])).measures[0].current.clone()
    };
    assert_eq!(current(short), current(word));
}

#[test_case(r#"{"text": "To close the gap"}"#; "words")]
#[test_case(r#"{"against": "North West average"}"#; "others")]
#[test_case(r#"{"change": -250000}"#; "a change without a baseline")]
#[test_case(r#"{"parts": [{"label": "A", "value": 1}, {"label": "B", "value": 2}]}"#; "parts")]
fn a_target_that_is_no_number_leaves_a_measure_not_rated(target: &str) {
    check(HALF_YEAR, row("lower", "90", target, "").word("unit", "£"), "not rated");
}

#[test_case(r#"{"change": -3, "change_unit": "%", "baseline": 140}"#, "135.8"; "3 percent fewer than 140")]
#[test_case(r#"{"change": -3, "baseline": 140}"#, "137"; "3 fewer than 140")]
fn a_change_from_a_baseline_is_worked_out(target: &str, last_met: &str) {
    check(HALF_YEAR, row("lower", last_met, target, ""), "on course");
    check(HALF_YEAR, row("lower", &format!("{last_met}1"), target, ""), "off course");
}

#[test_case("over", "higher", "90", "on course"; "over the target")]
#[test_case("over", "higher", "89", "not rated"; "over something less")]
#[test_case("over", "lower", "80", "not rated"; "over, and lower is better")]
#[test_case("under", "lower", "90", "on course"; "under the target")]
#[test_case("under", "lower", "91", "not rated"; "under something more")]
#[test_case("under", "higher", "95", "not rated"; "under, and higher is better")]
#[test_case("almost", "lower", "90", "on course"; "almost the most allowed")]
#[test_case("almost", "higher", "95", "not rated"; "almost, and higher is better")]
#[test_case("under", "higher", "90", "off course"; "under what must be reached")]
#[test_case("almost", "higher", "90", "off course"; "almost what must be reached")]
#[test_case("over", "lower", "90", "off course"; "over the most allowed")]
#[test_case("about", "higher", "95", "not rated"; "about decides nothing")]
#[test_case("about", "plan", "90", "not rated"; "about the plan")]
fn a_bound_is_rated_only_where_it_decides(
    nearness: &str,
    polarity: &str,
    current: &str,
    expected: &str,
) {
    let current = format!(r#"{{"value": {current}, "approximately": "{nearness}"}}"#);
    check(HALF_YEAR, row(polarity, &current, "90", ""), expected);
}

#[test_case("under", "89.99", "not rated"; "under, within the tolerance")]
#[test_case("under", "81", "off course"; "under the last figure within it")]
#[test_case("over", "81", "not rated"; "over the last figure within it")]
fn a_bound_on_the_limit_lies_beyond_it(nearness: &str, current: &str, expected: &str) {
    let current = format!(r#"{{"value": {current}, "approximately": "{nearness}"}}"#);
    check(HALF_YEAR, row("higher", &current, "90", TEN_PERCENT), expected);
}

#[test_case("under", "higher", "100", "100", "Off course at the end of Quarter 2: under 100 against a target of 100 (higher is better): missed."; "just under")]
#[test_case("over", "lower", "103", "100", "Off course at the end of Quarter 2: over 103 against a target of 100 (lower is better): more than 3 too many."; "well over")]
#[test_case("over", "higher", "11000", "10000", "On course at the end of Quarter 2: over 11,000 against a target of 10,000 (higher is better): met with more than 1,000 to spare."; "to spare")]
fn a_bound_is_never_exact(
    nearness: &str,
    polarity: &str,
    current: &str,
    target: &str,
    expected: &str,
) {
    let current = format!(r#"{{"value": {current}, "approximately": "{nearness}"}}"#);
    let row = row(polarity, &current, target, "").word("unit", "number");
    check_sentence(HALF_YEAR, row, expected);
}

#[test]
fn more_than_the_figure_that_must_be_passed_passes_it() {
    let current = r#"{"value": 85, "approximately": "over"}"#;
    let row = row("higher", current, r#"{"value": 85, "strict": true}"#, "").word("unit", "%");
    check_sentence(
        HALF_YEAR,
        row,
        "On course at the end of Quarter 2: over 85% against a target of 85% (higher is better): met.",
    );
}

#[test]
fn a_plan_is_not_judged() {
    check("2019/20", row("higher", "90", "90", ""), "not rated");
}

#[test]
fn a_measures_own_rule_goes_before_the_reports() {
    let rule = r#""rule": {"name": "Corporate rule", "tolerance": {"percent_of_target": 10}}, "#;
    let with_rule = |row: Row| {
        file(HALF_YEAR, "measures", &[row]).replacen(
            "\"measures\"",
            &format!("{rule}\"measures\""),
            1,
        )
    };
    assert_eq!(progress_of(&with_rule(row("higher", "68", "75", ""))).0, "uncertain");
    assert_eq!(progress_of(&with_rule(row("higher", "68", "75", FIVE))).0, "off course");
}

// Direction of travel

/// The direction of the last measure of the last report.
#[track_caller]
fn direction_of(texts: &[(&str, String)]) -> (&'static str, String) {
    let reports = texts.iter().map(|(name, text)| report(name, text)).collect();
    let history = History::new(reports);
    let verdict = direction(&history, texts.len() - 1, 0);
    let status = verdict.status().word();
    let derivation = verdict.derivation();
    assert_eq!(status == "not comparable", derivation.rule.is_none());
    assert_eq!(status == "not comparable", derivation.reason.is_some());
    (status, derivation.sentence.clone())
}

#[track_caller]
fn check_direction(period: &str, row: Row, expected: &str) {
    let (status, sentence) = direction_of(&[("now.json", file(period, "measures", &[row]))]);
    assert_eq!(status, expected, "{sentence}");
}

fn moved(polarity: &str, now: &str, then: &str) -> Row {
    Row::titled("A measure").word("polarity", polarity).with(
        "figures",
        format!(r#"{{"current": {now}, "same_period_last_year": {then}, "target": 50}}"#),
    )
}

#[test_case("higher", "71", "70", "better"; "higher, up")]
#[test_case("higher", "69", "70", "worse"; "higher, down")]
#[test_case("higher", "70.0", "70", "same"; "higher, level")]
#[test_case("lower", "71", "70", "worse"; "lower, up")]
#[test_case("lower", "69", "70", "better"; "lower, down")]
#[test_case("lower", "70", "70", "same"; "lower, level")]
#[test_case("plan", "60", "70", "better"; "plan, nearer")]
#[test_case("plan", "40", "55", "worse"; "plan, further on the other side")]
#[test_case("plan", "40", "60", "same"; "plan, as far on the other side")]
#[test_case("none", "71", "70", "higher"; "monitored only, up")]
#[test_case("none", "69", "70", "lower"; "monitored only, down")]
#[test_case("none", "70", "70", "level"; "monitored only, level")]
#[test_case("higher", "-0.4", "-0.5", "better"; "negative figures")]
#[test_case("higher", "1", "0", "better"; "from nothing")]
fn which_way_a_measure_went(polarity: &str, now: &str, then: &str, expected: &str) {
    check_direction(HALF_YEAR, moved(polarity, now, then), expected);
}

#[test]
fn without_a_polarity_there_is_no_direction() {
    let row =
        Row::titled("A measure").with("figures", r#"{"current": 71, "same_period_last_year": 70}"#);
    check_direction(HALF_YEAR, row, "not comparable");
}

#[test_case("84.14", "84.06", Some(1), "same"; "the same as printed")]
#[test_case("84.15", "84.14", Some(1), "better"; "other as printed")]
#[test_case("84.14", "84.06", None, "better"; "as written, where no decimal places are given")]
#[test_case("84.10", "84.1", None, "same"; "a zero behind changes nothing")]
#[test_case("{\"numerator\": 2, \"denominator\": 3}", "66.7", None, "same"; "a rate that was worked out is compared as printed")]
fn the_same_is_the_same_as_printed(now: &str, then: &str, places: Option<u8>, expected: &str) {
    let row = moved("higher", now, then).word("unit", "%");
    let row = match places {
        Some(places) => row.with("decimals", places),
        None => row,
    };
    check_direction(HALF_YEAR, row, expected);
}

#[test]
fn one_point_is_a_point() {
    let (_, sentence) = direction_of(&[(
        "now.json",
        file(HALF_YEAR, "measures", &[moved("higher", "71", "70").word("unit", "%")]),
    )]);
    assert_eq!(
        sentence,
        "Better: 71% now, 70% in the same period last year (2018/19 Q2): 1 point more."
    );
}

#[test_case("71", r#"{"value": 70, "unit": "number"}"#; "the figure then in another unit")]
#[test_case(r#"{"value": 71, "unit": "number"}"#, "70"; "the figure now in another unit")]
fn figures_in_other_units_are_not_compared(now: &str, then: &str) {
    check_direction(HALF_YEAR, moved("higher", now, then).word("unit", "%"), "not comparable");
}

#[test]
fn a_change_to_a_bound_is_a_bound() {
    let now = r#"{"value": 11000, "approximately": "over"}"#;
    let row = moved("higher", now, "10500").word("unit", "number");
    let (_, sentence) = direction_of(&[("now.json", file(HALF_YEAR, "measures", &[row]))]);
    let expected = "Better: over 11,000 now, 10,500 in the same period last year (2018/19 Q2): more than 500 more.";
    assert_eq!(sentence, expected);
}

#[test_case("over", "71", "higher", "better"; "over more than then")]
#[test_case("over", "70", "higher", "better"; "over what it was then")]
#[test_case("over", "69", "higher", "not comparable"; "over less than then")]
#[test_case("almost", "70", "lower", "better"; "almost what it was then")]
#[test_case("under", "69", "lower", "better"; "under less than then")]
#[test_case("under", "71", "lower", "not comparable"; "under more than then")]
#[test_case("about", "71", "higher", "not comparable"; "about")]
fn a_bound_has_a_direction_only_where_it_decides(
    nearness: &str,
    now: &str,
    polarity: &str,
    expected: &str,
) {
    let now = format!(r#"{{"value": {now}, "approximately": "{nearness}"}}"#);
    check_direction(HALF_YEAR, moved(polarity, &now, "70"), expected);
}

#[test_case("2019/20 Q4", "snapshot", "financial", "better"; "the year's end is the outturn's own time")]
#[test_case("2019/20 Q4", "cumulative", "financial", "better"; "a whole year beside a whole year")]
#[test_case("2019/20 Q4", "cumulative", "academic", "not comparable"; "seven months beside a whole academic year")]
#[test_case("2019/20 Q4", "quarter", "financial", "not comparable"; "a quarter beside a whole year")]
#[test_case("2019/20 Q2", "snapshot", "financial", "not comparable"; "not in other quarters")]
#[test_case("2019/20 Q2", "annual", "financial", "better"; "annual figures in any quarter")]
#[test_case("2019/20 Q2", "forecast", "financial", "not comparable"; "a forecast beside an outturn")]
fn last_years_outturn_stands_in_where_it_covers_the_same(
    period: &str,
    basis: &str,
    year: &str,
    expected: &str,
) {
    let row = Row::titled("A measure")
        .word("polarity", "higher")
        .word("unit", "number")
        .word("basis", basis)
        .word("year", year)
        .with("figures", r#"{"current": 71, "last_year": 70}"#);
    check_direction(period, row, expected);
}

#[test_case("5", "better"; "more than a year before")]
#[test_case("-5", "worse"; "less than a year before")]
#[test_case("0", "same"; "as a year before")]
fn a_change_on_last_year_is_enough(change: &str, expected: &str) {
    let row = Row::titled("A measure")
        .word("polarity", "higher")
        .with("figures", format!(r#"{{"current": 71, "change_on_last_year": {change}}}"#));
    check_direction(HALF_YEAR, row, expected);
}

fn with_current(current: &str) -> Row {
    Row::titled("A measure")
        .word("id", "a-measure")
        .word("polarity", "higher")
        .with("figures", format!(r#"{{"current": {current}}}"#))
}

fn quarter(period: &str, row: Row) -> String {
    file(period, "measures", &[row])
}

#[test_case("70", "2018/19 Q2", "better"; "from last year's file")]
#[test_case("70", "2019/20 Q1", "not comparable"; "not from the quarter before")]
#[test_case("70", "2017/18 Q2", "not comparable"; "not from two years before")]
#[test_case("\"not provided\"", "2018/19 Q2", "not comparable"; "not from a figure that was not there")]
fn the_same_quarter_of_last_year_may_be_another_file(then: &str, period: &str, expected: &str) {
    let (status, sentence) = direction_of(&[
        ("then.json", quarter(period, with_current(then))),
        ("now.json", quarter(HALF_YEAR, with_current("71"))),
    ]);
    assert_eq!(status, expected, "{sentence}");
}

#[test]
fn in_the_fourth_quarter_the_years_outturn_may_be_last_years_fourth_quarter() {
    let (status, _) = direction_of(&[
        ("then.json", quarter("2018/19 Q4", with_current("70"))),
        ("now.json", quarter("2019/20 Q4", with_current("71"))),
    ]);
    assert_eq!(status, "better");
}

#[test]
fn a_changed_definition_is_not_compared() {
    let definition = r#"{"version": "2019", "change": "Counts reviews too."}"#;
    let (status, sentence) = direction_of(&[
        ("then.json", quarter("2018/19 Q2", with_current("70").word("definition", "2014"))),
        ("now.json", quarter(HALF_YEAR, with_current("71").with("definition", definition))),
    ]);
    assert_eq!(status, "not comparable");
    assert_eq!(sentence, "Not comparable: the definition changed: Counts reviews too.");
}

#[test]
fn files_that_disagree_on_last_year_are_not_compared() {
    let (status, sentence) = direction_of(&[
        ("a.json", quarter("2018/19 Q2", with_current("70"))),
        ("b.json", quarter("2018/19 Q2", with_current("72"))),
        ("now.json", quarter(HALF_YEAR, with_current("71"))),
    ]);
    assert_eq!(status, "not comparable");
    assert!(sentence.contains("70 in a.json") && sentence.contains("72 in b.json"), "{sentence}");
}

#[test]
fn the_largest_figures_are_compared_or_said_to_be_too_large() {
    let most = "79228162514264337593543950335";
    let row = Row::titled("A measure").word("polarity", "plan").with(
        "figures",
        format!(r#"{{"current": {most}, "same_period_last_year": 1, "target": -{most}}}"#),
    );
    check_direction(HALF_YEAR, row.clone(), "not comparable");
    check(HALF_YEAR, row, "not rated");
}

// Milestones

#[track_caller]
fn check_milestone(period: &str, row: Row, expected: &str) {
    let report = report("now.json", &file(period, "milestones", &[row]));
    let verdict = milestone_progress(&report, &report.milestones[0].1);
    assert_eq!(verdict.status().word(), expected, "{}", verdict.derivation().sentence);
    assert!(verdict.derivation().sentence.ends_with('.'));
}

// The quarter ends on 30 September 2019.
#[test_case("on course", "2020-03-31", "on course"; "on course")]
#[test_case("uncertain", "2020-03-31", "uncertain"; "uncertain")]
#[test_case("off course", "2020-03-31", "off course"; "off course")]
#[test_case("complete", "2020-03-31", "complete"; "complete")]
#[test_case("not started", "2020-03-31", "not rated"; "not started")]
#[test_case("withdrawn", "2020-03-31", "not rated"; "withdrawn")]
#[test_case("on course", "2019-09-30", "on course"; "due on the quarter's last day")]
#[test_case("on course", "2019-09-29", "off course"; "due the day before it")]
#[test_case("on course", "2019-09", "on course"; "due in the quarter's last month")]
#[test_case("on course", "2019-08", "off course"; "due in the month before")]
#[test_case("on course", "2019", "on course"; "due in the year")]
#[test_case("on course", "2018", "off course"; "due in the year before")]
#[test_case("uncertain", "2019-06-30", "off course"; "overdue, uncertain")]
#[test_case("not started", "2019-06-30", "off course"; "overdue, not started")]
#[test_case("complete", "2019-06-30", "complete"; "overdue but complete")]
#[test_case("withdrawn", "2019-06-30", "not rated"; "overdue but withdrawn")]
#[test_case("on course", "to be advised", "on course"; "due in words")]
fn what_the_officer_says_and_what_the_dates_prove(status: &str, due: &str, expected: &str) {
    check_milestone(HALF_YEAR, Row::titled("M").word("status", status).word("due", due), expected);
}

#[test_case("on course", "not reported achieved by 30 September 2019, though it is called on course."; "called on course")]
#[test_case("off course", "not reported achieved by 30 September 2019."; "nothing against it")]
#[test_case("not started", "not started by 30 September 2019."; "not even started")]
fn what_is_overdue_is_said_once(status: &str, expected: &str) {
    let row = Row::titled("M").word("status", status).word("due", "2019-06-30");
    let report = report("now.json", &file(HALF_YEAR, "milestones", &[row]));
    let verdict = milestone_progress(&report, &report.milestones[0].1);
    let expected = format!("Off course: due 30 June 2019, and {expected}");
    assert_eq!(verdict.derivation().sentence, expected);
}

#[test_case(Some("on course"), "2020-03-31", "on course"; "expected when due")]
#[test_case(Some("on course"), "2020-04-01", "off course"; "expected a day late")]
#[test_case(Some("uncertain"), "2020-03", "uncertain"; "expected in the month when due")]
#[test_case(Some("complete"), "2020-06-30", "complete"; "complete whatever was expected")]
#[test_case(None, "2020-03-31", "on course"; "no status, expected when due")]
#[test_case(None, "2020-04-01", "off course"; "no status, expected late")]
#[test_case(None, "when funds allow", "not rated"; "no status, expected in words")]
fn when_it_is_expected(status: Option<&str>, forecast: &str, expected: &str) {
    let row = Row::titled("M").word("due", "2020-03-31").word("forecast", forecast);
    let row = match status {
        Some(status) => row.word("status", status),
        None => row,
    };
    check_milestone(HALF_YEAR, row, expected);
}

#[test]
fn a_milestone_with_a_date_of_completion_is_complete() {
    let row = Row::titled("M").word("due", "2019-06-30").word("completed", "2019-09-01");
    check_milestone(HALF_YEAR, row, "complete");
}

#[test]
fn a_milestone_of_which_nothing_is_said_is_not_rated() {
    check_milestone(HALF_YEAR, Row::titled("M"), "not rated");
    check_milestone(HALF_YEAR, Row::titled("M").word("due", "2020-03-31"), "not rated");
    check_milestone(HALF_YEAR, Row::titled("M").word("due", "2019-06-30"), "off course");
}

#[test]
fn a_plans_milestones_are_not_overdue() {
    let row = Row::titled("M").word("status", "on course").word("due", "2019-06-30");
    check_milestone("2019/20", row, "on course");
}
