//! The year-end outlook: each basis and quarter, with its boundaries. Expected numbers were worked out by hand.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;
#[path = "outlook/reckon.rs"]
mod reckon;

use file::{Row, file, report};
use proptest::prelude::*;
use proptest::sample::select;
use quarterlight::assess::{Outlook, Progress, RangeFrom, outlook};
use quarterlight::model::History;
use quarterlight::terms::Keyword;
use rust_decimal::Decimal;
use test_case::test_case;

fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

/// A row with its id, so that files of several quarters are joined.
fn row(basis: &str, unit: &str, polarity: &str, figures: &str) -> Row {
    let row = Row::titled("A measure").word("id", "a").word("basis", basis);
    row.word("unit", unit).word("polarity", polarity).with("figures", format!("{{{figures}}}"))
}

/// The outlook of the one row of a file, after a look at what every verdict must have.
#[track_caller]
fn of_text(text: &str, near: Option<&str>) -> Outlook {
    let history = History::new(vec![report("now.json", text)]);
    checked(outlook(&history, 0, 0, near.map(number)))
}

#[track_caller]
fn checked(outlook: Outlook) -> Outlook {
    let derivation = outlook.verdict.derivation();
    assert!(derivation.sentence.ends_with('.'), "a sentence: {}", derivation.sentence);
    let is_rated = outlook.verdict.status() != Progress::NotRated;
    assert_eq!(is_rated, derivation.rule.is_some(), "a rule, if it was applied");
    assert_eq!(is_rated, derivation.reason.is_none(), "a reason, if it was not rated");
    if let Some(projection) = outlook.projection() {
        assert!(projection.low <= projection.projected && projection.projected <= projection.high);
    }
    reckon::check(derivation);
    outlook
}

#[track_caller]
fn of(period: &str, row: Row) -> Outlook {
    of_text(&file(period, "measures", &[row]), None)
}

/// "projected low high status"
fn brief(outlook: &Outlook) -> String {
    let status = outlook.verdict.status().word();
    match outlook.projection() {
        None => status.to_owned(),
        Some(p) => format!(
            "{} {} {} {status}",
            p.projected.decimal().normalize(),
            p.low.decimal().normalize(),
            p.high.decimal().normalize()
        ),
    }
}

#[track_caller]
fn check(period: &str, row: Row, expected: &str) {
    let outlook = of(period, row);
    assert_eq!(brief(&outlook), expected, "{}", outlook.verdict.derivation());
}

#[track_caller]
fn check_sentence(period: &str, row: Row, expected: &str) {
    assert_eq!(of(period, row).verdict.derivation().sentence, expected);
}

const Q1: &str = "2019/20 Q1";
const Q2: &str = "2019/20 Q2";
const Q3: &str = "2019/20 Q3";
const Q4: &str = "2019/20 Q4";

fn neet() -> Row {
    row(
        "snapshot",
        "%",
        "lower",
        r#""current": 6.3, "target": 4.4, "last_year": 4.8, "same_period_last_year": 6.8"#,
    )
    .with("seasonal", "true")
}

// 4.8 − 6.8 = −2; 6.3 − 2 = 4.3; 13% of 6.3 is 0.819, less than one point.
#[test]
fn young_people_not_in_education() {
    check(Q2, neet(), "4.3 3.3 5.3 uncertain");
    check_sentence(
        Q2,
        neet(),
        "Uncertain: 6.3% now; it fell by 2 points from here to the end of last year, and the same fall again gives 4.3% (default range 3.3% to 5.3%), against a target of at most 4.4%.",
    );
}

#[test]
fn a_derivation_says_every_input_and_each_step() {
    insta::assert_snapshot!(of(Q2, neet()).verdict.derivation());
}

// Without a word on seasons, a fifth of the fall: 6.3 − 0.4 = 5.9.
#[test]
fn a_movement_of_one_year_counts_for_a_fifth() {
    let row = row(
        "snapshot",
        "%",
        "lower",
        r#""current": 6.3, "target": 4.4, "last_year": 4.8, "same_period_last_year": 6.8"#,
    );
    check(Q2, row.clone(), "5.9 4.9 6.9 off course");
    check_sentence(
        Q2,
        row,
        "Off course: 6.3% now; it fell by 2 points from here to the end of last year, and a fifth of that fall gives 5.9% (default range 4.9% to 6.9%), against a target of at most 4.4%.",
    );
}

// Cumulative

fn count(current: &str, target: &str) -> Row {
    row("cumulative", "number", "higher", &format!(r#""current": {current}, "target": {target}"#))
}

// Q1: 25 × 4 = 100 ± 19; Q2: 50 × 2 = 100 ± 12; Q3: 75 × 4 ÷ 3 = 100 ± 7.
#[test_case(Q1, "25", "81", "100 81 119 on course"; "Q1, all of it meets the target exactly")]
#[test_case(Q1, "25", "81.01", "100 81 119 uncertain"; "Q1, just not all")]
#[test_case(Q1, "25", "119", "100 81 119 uncertain"; "Q1, the highest just meets it")]
#[test_case(Q1, "25", "119.01", "100 81 119 off course"; "Q1, none of it meets it")]
#[test_case(Q2, "50", "88", "100 88 112 on course"; "Q2, all")]
#[test_case(Q2, "50", "89", "100 88 112 uncertain"; "Q2, a part")]
#[test_case(Q2, "50", "113", "100 88 112 off course"; "Q2, none")]
#[test_case(Q3, "75", "93", "100 93 107 on course"; "Q3, all")]
#[test_case(Q3, "75", "94", "100 93 107 uncertain"; "Q3, a part")]
#[test_case(Q3, "75", "108", "100 93 107 off course"; "Q3, none")]
#[test_case(Q4, "100", "100", "100 100 100 on course"; "Q4, met")]
#[test_case(Q4, "99", "100", "99 99 99 off course"; "Q4, missed")]
fn a_count_without_earlier_years(period: &str, current: &str, target: &str, expected: &str) {
    check(period, count(current, target), expected);
}

#[test_case("lower", "112", false, "on course"; "lower, the highest exactly on it")]
#[test_case("lower", "111.99", false, "uncertain"; "lower, the highest just over it")]
#[test_case("lower", "88", false, "uncertain"; "lower, the lowest exactly on it")]
#[test_case("lower", "87.99", false, "off course"; "lower, the lowest just over it")]
#[test_case("lower", "112", true, "uncertain"; "lower, to be passed, the highest on it")]
#[test_case("lower", "112.01", true, "on course"; "lower, to be passed, the highest just under it")]
#[test_case("lower", "88", true, "off course"; "lower, to be passed, the lowest on it")]
#[test_case("higher", "88", true, "uncertain"; "higher, to be passed, the lowest on it")]
#[test_case("higher", "87.99", true, "on course"; "higher, to be passed, the lowest just over it")]
#[test_case("higher", "112", true, "off course"; "higher, to be passed, the highest on it")]
#[test_case("higher", "111.99", true, "uncertain"; "higher, to be passed, the highest just over it")]
fn both_ends_of_the_range(polarity: &str, target: &str, strict: bool, expected: &str) {
    let figures = format!(r#""current": 50, "target": {{"value": {target}, "strict": {strict}}}"#);
    let outlook = of(Q2, row("cumulative", "number", polarity, &figures));
    assert_eq!(outlook.verdict.status().word(), expected, "{}", outlook.verdict.derivation());
}

// The range is 88 to 112.
#[test_case("100", Some("12"), "on course"; "both ends just near enough")]
#[test_case("100", Some("11.99"), "uncertain"; "both ends just too far, on both sides")]
#[test_case("120", Some("8"), "uncertain"; "the highest just near enough")]
#[test_case("120", Some("7.99"), "off course"; "all too low")]
#[test_case("80", Some("7.99"), "off course"; "all too high")]
#[test_case("100", None, "not rated"; "no nearness")]
fn near_to_the_plan(target: &str, near: Option<&str>, expected: &str) {
    let figures = format!(r#""current": 50, "target": {target}"#);
    let row = row("cumulative", "number", "plan", &figures);
    let outlook = of_text(&file(Q2, "measures", &[row]), near);
    assert_eq!(outlook.verdict.status().word(), expected);
}

/// Earlier years as figures of the one file: (quarter's figure, outturn), latest first.
fn with_years(number: u8, current: &str, target: &str, years: &[(&str, &str)]) -> String {
    let mut earlier = Vec::new();
    for (ago, (then, outturn)) in (1..).zip(years) {
        let start = 2019 - ago;
        let year = format!("{start}/{:02}", (start + 1) % 100);
        earlier.push(format!(r#"{{"covers": "{year} Q{number}", "value": {then}}}"#));
        earlier.push(format!(r#"{{"covers": "{year}", "value": {outturn}}}"#));
    }
    format!(r#""current": {current}, "target": {target}, "earlier": [{}]"#, earlier.join(", "))
}

// Share of earlier years 0.4, of months 0.5. n = 1: (0.4 + 2 × 0.5) ÷ 3 = 1.4 ÷ 3, 49 × 3 ÷ 1.4 = 105;
// n = 2: (0.8 + 1) ÷ 4 = 0.45, 45 ÷ 0.45 = 100; n = 3: (1.2 + 1) ÷ 5 = 0.44, 44 ÷ 0.44 = 100, with its own
// errors: see below.
#[test_case("49", &[("40", "100")], "105 92.4 117.6 uncertain"; "one year")]
#[test_case("45", &[("40", "100"), ("80", "200")], "100 88 112 uncertain"; "two years")]
#[test_case("50", &[], "100 88 112 uncertain"; "none")]
#[test_case("50", &[("0", "100")], "150 132 168 on course"; "nothing by then is a share too")]
#[test_case("50", &[("40", "0")], "100 88 112 uncertain"; "of an outturn of nothing there is no share")]
fn a_count_with_earlier_years(current: &str, years: &[(&str, &str)], expected: &str) {
    let figures = with_years(2, current, "100", years);
    check(Q2, row("cumulative", "number", "higher", &figures), expected);
}

// 49 ÷ ((0.4 + 2 × 0.5) ÷ 3) = 105, whatever else is said of last year's Quarter 2.
#[test]
fn a_list_of_earlier_figures_goes_before_the_same_period_last_year() {
    let figures = with_years(2, "49", "100", &[("40", "100")]);
    let figures = format!("{figures}, \"same_period_last_year\": 10");
    check(Q2, row("cumulative", "number", "higher", &figures), "105 92.4 117.6 uncertain");
}

// Projected with only the years before them: 2016/17: 40 ÷ 0.5 = 80, error (100 − 80) ÷ 80 = 25%; 2017/18:
// 42 ÷ ((0.4 + 1) ÷ 3) = 90, error 10 ÷ 90 = 11.1%; 2018/19: 45 ÷ ((0.4 + 0.42 + 1) ÷ 4) = 98.9, error 1.1%.
// The largest of three: 25%. Share now (0.4 + 0.42 + 0.45 + 1) ÷ 5 = 0.454: 45.4 ÷ 0.454 = 100.
#[test]
fn three_earlier_years_give_a_range_of_ones_own() {
    let figures = with_years(2, "45.4", "75", &[("45", "100"), ("42", "100"), ("40", "100")]);
    let row = row("cumulative", "number", "higher", &figures);
    check(Q2, row.clone(), "100 75 125 on course");
    let outlook = of(Q2, row);
    let from = outlook.projection().map(|projection| projection.range_from);
    assert_eq!(from, Some(RangeFrom::OwnErrors { rank: 1, of: 3 }));
    insta::assert_snapshot!(outlook.verdict.derivation());
}

// Only the three latest years make the share: 0.5 each, so 50 gives 100, whatever the fourth was. Errors:
// 2015/16: 10 ÷ 0.5 = 20, error 400%, the largest of four.
#[test]
fn of_four_years_three_make_the_share_and_four_the_errors() {
    let years = [("50", "100"), ("50", "100"), ("50", "100"), ("10", "100")];
    let outlook = of(Q2, row("cumulative", "number", "higher", &with_years(2, "50", "50", &years)));
    let projection = outlook.projection().expect("a projection");
    assert_eq!(projection.range_from, RangeFrom::OwnErrors { rank: 1, of: 4 });
    // −300 to 500, but no less than 50 have been counted.
    assert_eq!(brief(&outlook), "100 50 500 on course");
}

// Nine errors of 1 to 9: 0.8 × 10 = 8, the eighth smallest, which is the second largest.
#[test]
fn of_nine_errors_the_eighth_smallest_is_the_range() {
    let outturns: Vec<String> = (1..=9).map(|error| (50 + error).to_string()).collect();
    let years: Vec<(&str, &str)> =
        outturns.iter().map(|outturn| ("50", outturn.as_str())).collect();
    let figures = with_years(2, "50", "50", &years);
    let outlook = of(Q2, row("forecast", "number", "higher", &figures));
    assert_eq!(brief(&outlook), "50 42 58 uncertain");
    let from = outlook.projection().map(|projection| projection.range_from);
    assert_eq!(from, Some(RangeFrom::OwnErrors { rank: 2, of: 9 }));
}

// 40 of 100 are expected by now: 40 ÷ 0.4 = 100, whatever the months say.
#[test_case(r#"{"value": 100, "profile": {"q2": 40}}"#, "40", "100 88 112 uncertain"; "against the year's target")]
#[test_case(r#"{"profile": {"q2": 40, "q4": 100}}"#, "40", "100 88 112 uncertain"; "against its own last quarter")]
#[test_case(r#"{"value": 100, "profile": {"q1": 40}}"#, "50", "100 88 112 uncertain"; "not given for this quarter")]
#[test_case(r#"{"value": 0, "profile": {"q2": 0}}"#, "50", "100 88 112 on course"; "no number is a share of 0")]
#[test_case(r#"{"value": 100, "profile": {"q2": 0}}"#, "40", "uncertain"; "nothing is expected yet")]
#[test_case(r#"{"value": 100, "profile": {"q2": 0}}"#, "100", "on course"; "nothing is expected yet, and all is there")]
fn a_profile_goes_before_the_months(target: &str, current: &str, expected: &str) {
    check(Q2, count(current, target), expected);
}

// Each year by its own profile: 50 ÷ (50 ÷ 200) = 200, ended at 220, error 10%; 40 gives 160 and 60 gives 240, which they
// came to. With 24 ÷ (24 ÷ 200) = 200 now: 180 to 220. By this year's profile 50 would have been 416.7.
#[test_case(true, "200 180 220 uncertain"; "their reports are loaded")]
#[test_case(false, "200 176 224 uncertain"; "their reports are not, so that their profiles are not known")]
fn a_past_year_is_projected_by_its_own_profile(is_loaded: bool, expected: &str) {
    let years = [("50", "220"), ("40", "160"), ("60", "240")];
    let target = |value, q2| format!(r#"{{"value": {value}, "profile": {{"q2": {q2}}}}}"#);
    let earlier = if is_loaded { &[][..] } else { &years };
    let now = with_years(2, "24", &target("200", "24"), earlier);
    let mut reports = vec![("2019/20 Q2".to_owned(), now)];
    for (start, (then, outturn)) in (2016..).zip(years.iter().rev()).filter(|_| is_loaded) {
        let target = target("200", "50");
        for (number, current) in [(2, then), (4, outturn)] {
            let figures = format!(r#""current": {current}, "target": {target}"#);
            reports.push((format!("{start}/{:02} Q{number}", (start + 1) % 100), figures));
        }
    }
    let of = |(period, figures): &(String, String)| {
        let row = row("cumulative", "number", "higher", figures);
        report(&format!("{}.json", period.replace('/', "-")), &file(period, "measures", &[row]))
    };
    let history = History::new(reports.iter().map(of).collect());
    let outlook = checked(outlook(&history, history.reports().len() - 1, 0, None));
    let derivation = outlook.verdict.derivation();
    assert_eq!(brief(&outlook), expected, "{derivation}");
    let told = "Projected for 2018/19: 200 (50 ÷ (50 ÷ 200): from the profile that the target had in that year)";
    assert_eq!(derivation.to_string().contains(told), is_loaded, "{derivation}");
}

#[test]
fn a_profile_that_expects_nothing_yet_is_explained() {
    check_sentence(
        Q1,
        row(
            "cumulative",
            "number",
            "lower",
            r#""current": 3, "target": {"value": 2, "profile": {"q1": 0}}"#,
        ),
        "Off course: 3 so far, where the target's profile expects nothing by the end of Quarter 1, which decides it already, against a target of at most 2.",
    );
}

// A count cannot fall: 90 of 100 are there, and 90 ÷ 0.75 = 120 ± 7% = 111.6 to 128.4. With its own profile
// 99 of 100 are usual by now: 90 ÷ 0.99 = 90.909090909091 ± 6.36…, but not under 90.
#[test]
fn a_count_does_not_fall_below_what_is_counted() {
    check(Q3, count("90", "100"), "120 111.6 128.4 on course");
    let row = count("90", r#"{"value": 100, "profile": {"q3": 99}}"#);
    check(Q3, row, "90.909090909091 90 97.272727272727 off course");
}

#[test_case("higher", "10", "0 0 2 off course"; "and many to come")]
#[test_case("higher", "2", "0 0 2 uncertain"; "and one more would be enough")]
#[test_case("lower", "2", "0 0 2 on course"; "and some allowed")]
#[test_case("lower", "0", "0 0 2 uncertain"; "and none allowed")]
fn nothing_so_far(polarity: &str, target: &str, expected: &str) {
    let figures = format!(r#""current": 0, "target": {target}"#);
    check(Q2, row("cumulative", "number", polarity, &figures), expected);
}

// −50 ÷ 0.5 = −100, ± 12% of 100.
#[test]
fn a_negative_sum() {
    let row = row("cumulative", "£", "lower", r#""current": -50, "target": -88"#);
    check(Q2, row, "-100 -112 -88 on course");
}

#[test]
fn a_cumulative_percentage_stays_where_it_is() {
    let row = row("cumulative", "%", "higher", r#""current": 50, "target": 80"#);
    check(Q2, row.clone(), "50 43.5 56.5 off course");
    check_sentence(
        Q2,
        row,
        "Off course: 50% now; nothing shows that it builds up over the year, and there is no earlier year with both this quarter's figure and its outturn to learn from, so 50% (default range 44% to 57%) is expected by March 2020, against a target of at least 80%.",
    );
}

// 84 does not reach 84.4, though the file prints no decimals.
#[test_case(Q2, "80", "84.4", "against a target of at least 84.4%."; "a level that is needed")]
#[test_case(Q4, "84.2", "84.4", "Off course: the year ended at 84%, against a target of at least 84.4%."; "an outturn that misses it")]
#[test_case(Q4, "83.6", "84", "Off course: the year ended at 83.6%, against a target of at least 84%."; "one that rounds to it")]
fn a_sentence_prints_as_many_places_as_it_takes(period: &str, now: &str, target: &str, end: &str) {
    let figures = format!(r#""current": {now}, "target": {target}"#);
    let outlook = of(period, row("snapshot", "%", "higher", &figures).with("decimals", "0"));
    let sentence = outlook.verdict.derivation().sentence.clone();
    assert!(sentence.ends_with(end), "{sentence}");
}

// "84% now, so 84.4% is expected" would print one number in two ways.
#[test_case("snapshot", "84.4", "On course: 84.4% now; there is no earlier year with both this quarter's figure and its outturn to learn from, so 84.4% (default range 82.4% to 86.4%) is expected by March 2020, against a target of at least 82%."; "where it stands")]
#[test_case("forecast", "84.4", "On course: 84.4% is forecast for March 2020, with a default range of 82.4% to 86.4%, against a target of at least 82%."; "as it is forecast")]
#[test_case("snapshot", "90", "On course: 90% now; there is no earlier year with both this quarter's figure and its outturn to learn from, so 90% (default range 89% to 91%) is expected by March 2020, against a target of at least 82%."; "with no more than it takes")]
fn one_number_is_printed_in_one_way(basis: &str, now: &str, expected: &str) {
    let figures = format!(r#""current": {now}, "target": 82"#);
    check_sentence(Q2, row(basis, "%", "higher", &figures).with("decimals", 0), expected);
}

// What is divided by the share as printed gives what is printed.
#[test_case(Q2, "55.1", "97", ("51.4", "96"), "Projected outturn: 107.658% (55.1 ÷ 51.1806%)"; "three places of an outturn")]
#[test_case(Q2, "50", "97", ("26", "52"), "Projected outturn: 100% (50 ÷ 50%)"; "no more than it takes")]
fn a_projection_comes_out(
    period: &str,
    now: &str,
    target: &str,
    (then, outturn): (&str, &str),
    expected: &str,
) {
    let figures = with_years(2, now, target, &[(then, outturn)]);
    let derivation = of(period, row("cumulative", "%", "higher", &figures)).verdict;
    let text = derivation.derivation().to_string();
    assert!(text.lines().any(|line| line == expected), "{text}");
}

// Council tax collected builds up, a share of reviews held in time does not: what is known of the measure decides.
#[test_case(Q1, "28.5", r#""target": 97"#, &[("28.4", "97.1"), ("28.2", "96.9")], "104.05"; "years that began as this one")]
#[test_case(Q2, "85", r#""target": 90"#, &[("86", "90")], "85.8"; "a year that stood near its outturn already")]
#[test_case(Q1, "28.5", r#""target": {"value": 97, "profile": {"q1": 28.5, "q2": 55, "q3": 82}}"#, &[], "97"; "a profile that builds up")]
#[test_case(Q1, "80", r#""target": {"value": 90, "profile": {"q1": 84, "q2": 86, "q3": 88}}"#, &[], "80"; "a profile that does not")]
#[test_case(Q3, "87.2", r#""target": {"value": 98.5, "profile": {"q1": 30, "q2": 58, "q3": 87}}"#, &[], "98.73"; "a profile that was low in Quarter 1")]
#[test_case(Q2, "50", r#""previous_quarter": 26, "target": 97"#, &[], "100"; "a quarter that brought as much as the one before")]
#[test_case(Q2, "50", r#""previous_quarter": 48, "target": 97"#, &[], "50"; "a quarter that brought little")]
fn a_percentage_builds_up_where_that_shows(
    period: &str,
    current: &str,
    others: &str,
    years: &[(&str, &str)],
    expected: &str,
) {
    let quarter = if period == Q1 { 1 } else { 2 };
    let figures = with_years(quarter, current, "97", years);
    let figures = figures.replace("\"target\": 97", others);
    let outlook = of(period, row("cumulative", "%", "higher", &figures));
    let projected = outlook.projected().map(|one| one.decimal().round_dp(2).normalize());
    assert_eq!(
        projected,
        Some(number(expected).min(Decimal::ONE_HUNDRED)),
        "{}",
        outlook.verdict.derivation()
    );
}

// Each year stood at 30, 58 and 87 of 98: what it had in Quarter 1 shows it best.
#[test]
fn years_that_began_low_build_up() {
    let year = |year: &str| {
        let quarters = [("Q1", "30"), ("Q2", "58"), ("Q3", "87")];
        let quarters = quarters
            .map(|(number, value)| format!(r#"{{"covers": "{year} {number}", "value": {value}}}"#));
        format!(r#"{}, {{"covers": "{year}", "value": 98}}"#, quarters.join(", "))
    };
    let earlier = [year("2018/19"), year("2017/18")].join(", ");
    let figures = format!(r#""current": 87, "target": 98, "earlier": [{earlier}]"#);
    let outlook = of(Q3, row("cumulative", "%", "higher", &figures));
    assert!(outlook.builds_up(), "{}", outlook.verdict.derivation());
}

// Under 100% may be 99.9%, of which a year can still make 100%.
#[test]
fn a_bound_at_the_end_of_what_can_be_does_not_decide() {
    let figures = r#""current": {"value": 100, "approximately": "under"}, "target": 100"#;
    let outlook = of(Q2, row("snapshot", "%", "higher", figures));
    assert_eq!(outlook.verdict.status(), Progress::NotRated);
}

#[test]
fn a_fraction_is_printed_as_its_percentage_is() {
    let figures = r#""current": {"numerator": 2, "denominator": 3}, "target": 75"#;
    let text = file(Q2, "measures", &[row("snapshot", "%", "higher", figures)]);
    let outlook = outlook(&History::new(vec![report("now.json", &text)]), 0, 0, None);
    assert_eq!(
        outlook.verdict.derivation().sentence,
        "Off course: 66.7% now; there is no earlier year with both this quarter's figure and its outturn to learn from, so 66.7% (default range 62.3% to 71.0%) is expected by March 2020, against a target of at least 75%."
    );
}

// Snapshots and the like

// 15%, 13% and 11% of 200; of percentages, of the smaller of the value and 100 minus it.
#[test_case("snapshot", Q1, "number", "200", "200 170 230"; "a count, Q1")]
#[test_case("snapshot", Q2, "number", "200", "200 174 226"; "a count, Q2")]
#[test_case("snapshot", Q3, "number", "200", "200 178 222"; "a count, Q3")]
#[test_case("rolling", Q2, "per 10,000", "200", "200 174 226"; "a rate, rolling")]
#[test_case("termly", Q2, "average caseload", "200", "200 174 226"; "an average, termly")]
#[test_case("arrears", Q2, "days", "200", "200 174 226"; "days, in arrears")]
#[test_case("quarter", Q2, "per 10,000", "200", "200 174 226"; "a rate for the quarter alone")]
#[test_case("snapshot", Q1, "%", "40", "40 34 46"; "a percentage under 50")]
#[test_case("snapshot", Q1, "%", "60", "60 54 66"; "a percentage over 50")]
#[test_case("snapshot", Q2, "%", "50", "50 43.5 56.5"; "a percentage of 50")]
#[test_case("snapshot", Q2, "%", "7.7", "7.7 6.699 8.701"; "just over one point")]
#[test_case("snapshot", Q2, "%", "7.6", "7.6 6.6 8.6"; "at least one point")]
#[test_case("snapshot", Q2, "%", "0.5", "0.5 0 1.5"; "no percentage is negative")]
#[test_case("snapshot", Q2, "%", "99.5", "99.5 98.5 100"; "and none is over 100")]
#[test_case("snapshot", Q2, "%", "100", "100 99 100"; "at 100")]
#[test_case("snapshot", Q2, "%", "120", "120 119 121"; "unless it is over 100 already")]
#[test_case("snapshot", Q2, "%", "-5", "-5 -6 -4"; "or negative")]
#[test_case("snapshot", Q2, "percentage points", "-10", "-10 -11.3 -8.7"; "a gap may be negative")]
#[test_case("snapshot", Q2, "number", "0", "0 0 0"; "none")]
#[test_case("forecast", Q2, "%", "60", "60 54.8 65.2"; "a forecast in percent")]
#[test_case("forecast", Q1, "£", "200", "200 162 238"; "a forecast of a sum, Q1")]
#[test_case("forecast", Q2, "per 10,000", "200", "200 174 226"; "a forecast of a rate, Q2")]
#[test_case("forecast", Q3, "average cases per worker", "20", "20 17.8 22.2"; "a forecast of an average, Q3")]
#[test_case("forecast", Q3, "number", "200", "200 186 214"; "a forecast of a count, Q3")]
#[test_case("forecast", Q4, "number", "200", "200 200 200"; "a forecast at the year's end")]
#[test_case("snapshot", Q4, "%", "40", "40 40 40"; "a position at the year's end")]
#[test_case("arrears", Q4, "days", "200", "200 200 200"; "in arrears at the year's end")]
fn ranges_by_default(basis: &str, period: &str, unit: &str, current: &str, expected: &str) {
    let figures = format!(r#""current": {current}, "target": 1000"#);
    check(period, row(basis, unit, "lower", &figures), &format!("{expected} on course"));
}

// It rose by 10 each year. n ÷ (n + 4) of 10: 2; 3.33…; 4.2857….
#[test_case(&[("60", "70")], false, "52 45.5 58.5"; "one year, a fifth")]
#[test_case(&[("60", "70"), ("50", "60")], false, "53.333333333333 46.833333333333 59.833333333333"; "two years, a third")]
#[test_case(&[("60", "70"), ("40", "60")], true, "65 58.5 71.5"; "seasonal, the mean of 10 and 20")]
fn a_percentage_with_earlier_years(years: &[(&str, &str)], seasonal: bool, expected: &str) {
    let figures = with_years(2, "50", "10", years);
    let row = row("snapshot", "%", "higher", &figures).with("seasonal", seasonal);
    check(Q2, row, &format!("{expected} on course"));
}

// 2016/17: 40 as projected, it ended at 50, error 10. 2017/18: 50 + 2 = 52, ended at 60, error 8. 2018/19:
// 60 + 20 ÷ 6 = 63.3…, ended at 70, error 6.7. Now 50 + 30 ÷ 7 = 54.2857…, ± 10.
#[test]
fn a_percentage_with_errors_of_its_own() {
    let figures = with_years(2, "50", "44.2", &[("60", "70"), ("50", "60"), ("40", "50")]);
    let row = row("snapshot", "%", "higher", &figures);
    check(Q2, row, "54.285714285714 44.285714285714 64.285714285714 on course");
}

// −30 each year: 20 − 30 would be less than nothing.
#[test]
fn a_movement_does_not_lead_to_less_than_nothing() {
    let figures = with_years(2, "20", "0", &[("50", "20"), ("50", "20")]);
    let row = row("snapshot", "number", "lower", &figures).with("seasonal", "true");
    check(Q2, row, "0 0 2.6 uncertain");
}

#[test_case("number"; "a number that is only a bound")]
#[test_case("%"; "a figure in another unit")]
fn years_that_cannot_be_compared_do_not_count(unit: &str) {
    let then = if unit == "%" {
        r#"{"value": 80, "unit": "number"}"#
    } else {
        r#"{"value": 80, "approximately": "over"}"#
    };
    let figures = with_years(2, "50", "44", &[(then, "90")]);
    let outlook = of(Q2, row("snapshot", unit, "higher", &figures));
    assert!(outlook.projection().expect("a projection").years.is_empty());
}

// The quarter alone

// 20 + 30 = 50 in half a year: 100 ± 12.
#[test_case(Q2, r#""current": 30, "previous_quarter": 20, "target": 88"#, "100 88 112 on course"; "added up")]
#[test_case(Q1, r#""current": 25, "target": 81"#, "100 81 119 on course"; "the first")]
#[test_case(Q2, r#""current": 30, "target": 88"#, "not rated"; "a quarter is missing")]
#[test_case(Q4, r#""current": 30, "previous_quarter": 20, "earlier": [{"covers": "2019/20 Q1", "value": 5}, {"covers": "2019/20 Q2", "value": 5}], "target": 60"#, "60 60 60 on course"; "the whole year")]
#[test_case(Q2, r#""current": 30, "previous_quarter": 10, "target": {"value": 100, "profile": {"q1": 10, "q2": 30, "q3": 30, "q4": 30}}"#, "100 88 112 uncertain"; "a profile whose quarters make the year")]
#[test_case(Q2, r#""current": 30, "previous_quarter": 20, "target": {"value": 100, "profile": {"q2": 40}}"#, "100 88 112 uncertain"; "a profile that does not")]
#[test_case(Q2, r#""current": 30, "previous_quarter": 20, "target": {"value": 100, "profile": {"q1": 15, "q2": 40, "q3": 70}}"#, "125 110 140 on course"; "running totals")]
#[test_case(Q2, r#""current": 30, "previous_quarter": 20, "target": {"profile": {"q1": 25, "q2": 25, "q3": 25, "q4": 25}}"#, "not rated"; "a year's target that may be a quarter's")]
fn the_quarter_alone(period: &str, figures: &str, expected: &str) {
    check(period, row("quarter", "number", "higher", figures), expected);
}

// 2018/19: 10 + 30 of 100 by now; (0.4 + 1) ÷ 3: 49 ÷ 0.4666… = 105.
#[test]
fn the_quarters_of_an_earlier_year_are_added_up() {
    let earlier: Vec<String> = [("1", 10), ("2", 30), ("3", 30), ("4", 30)]
        .iter()
        .map(|(q, value)| format!(r#"{{"covers": "2018/19 Q{q}", "value": {value}}}"#))
        .collect();
    let figures = format!(
        r#""current": 29, "previous_quarter": 20, "target": 100, "earlier": [{}]"#,
        earlier.join(", ")
    );
    check(Q2, row("quarter", "number", "higher", &figures), "105 92.4 117.6 uncertain");
}

// The academic year

// September: 1 of 12 months, first column; December: 4, first; March: 7, second; June: 10, third.
#[test_case(Q1, "100", "120 111.6 128.4 on course", "August 2019"; "ten months of the year before")]
#[test_case(Q2, "10", "120 97.2 142.8 on course", "August 2020"; "one month")]
#[test_case(Q3, "40", "120 97.2 142.8 on course", "August 2020"; "four months")]
#[test_case(Q4, "70", "120 105.6 134.4 on course", "August 2020"; "seven months, and not the outturn")]
fn an_academic_count(period: &str, current: &str, expected: &str, end: &str) {
    let row = row(
        "cumulative",
        "number of exclusions",
        "higher",
        &format!(r#""current": {current}, "target": 90"#),
    );
    let row = row.word("year", "academic");
    check(period, row.clone(), expected);
    let outlook = of(period, row);
    let sentence = &outlook.verdict.derivation().sentence;
    assert!(sentence.contains(&format!("by the end of the academic year in {end}")), "{sentence}");
}

// The school year's own order: 1 month of it by September, 4 by December, 7 by March, 10 by June.
#[test_case(Q3, "38", &[("2019/20 Q2", "9")], "100 78.34 100 on course"; "this school year shows it")]
#[test_case(Q3, "38", &[("2019/20 Q2", "30")], "38 32.3 43.7 off course"; "or shows that it does not")]
#[test_case(Q3, "38", &[("2019/20 Q1", "9")], "38 32.3 43.7 off course"; "June is of the year before")]
#[test_case(Q2, "8", &[("2018/19 Q2", "10"), ("2018/19 Q3", "40"), ("2018/19 Q4", "70"), ("2019/20 Q1", "97")], "96 77.76 100 on course"; "an earlier school year shows it")]
#[test_case(Q2, "8", &[("2018/19 Q4", "60"), ("2019/20 Q1", "61")], "8 6.8 9.2 off course"; "or that it does not")]
#[test_case(Q1, "80", &[("2018/19 Q2", "8")], "96 89.28 100 on course"; "in June of the year that began in September")]
fn an_academic_percentage_builds_up_where_that_shows(
    period: &str,
    current: &str,
    earlier: &[(&str, &str)],
    expected: &str,
) {
    let earlier = earlier
        .iter()
        .map(|(covers, value)| format!(r#"{{"covers": "{covers}", "value": {value}}}"#));
    let earlier = earlier.collect::<Vec<_>>().join(", ");
    let figures = format!(r#""current": {current}, "target": 75, "earlier": [{earlier}]"#);
    check(period, row("cumulative", "%", "higher", &figures).word("year", "academic"), expected);
}

// A profile of a school year begins in Quarter 2.
#[test]
fn an_academic_profile_is_in_the_school_years_order() {
    let figures = r#""current": 38, "target": {"value": 97, "profile": {"q1": 95, "q2": 8, "q3": 38, "q4": 70}}"#;
    let row = row("cumulative", "%", "higher", figures).word("year", "academic");
    check(Q3, row, "97 78.57 100 uncertain");
}

// In December of academic 2018/19 30 of 120 had come: (0.25 + 2 × 4 ÷ 12) ÷ 3 = 0.30555…; 33 ÷ that = 108.
#[test]
fn an_academic_outturn_that_the_file_gives_makes_an_earlier_year() {
    let earlier =
        r#"[{"covers": "2018/19 Q3", "value": 30}, {"covers": "2018/19 academic", "value": 120}]"#;
    let figures = format!(r#""current": 33, "target": 80, "earlier": {earlier}"#);
    let row = row("cumulative", "number", "higher", &figures).word("year", "academic");
    check(Q3, row, "108 87.48 128.52 on course");
}

#[test]
fn a_march_figure_is_no_academic_outturn() {
    let figures = with_years(3, "40", "90", &[("30", "60")]);
    let row = row("cumulative", "number", "higher", &figures).word("year", "academic");
    check(Q3, row, "120 97.2 142.8 on course");
}

// Known outturns

#[test_case("provisional", "uncertain")]
#[test_case("unvalidated", "uncertain")]
#[test_case("estimated", "uncertain")]
#[test_case("projected", "uncertain")]
#[test_case("revised", "on course")]
fn an_outturn_that_is_not_final(mark: &str, expected: &str) {
    let figures = format!(r#""current": {{"value": 85, "marks": "{mark}"}}, "target": 80"#);
    let outlook = of(Q4, row("snapshot", "%", "higher", &figures));
    assert_eq!(outlook.verdict.status().word(), expected);
}

#[test]
fn sentences_of_known_outturns() {
    let provisional = r#""current": {"value": 85, "marks": "provisional"}, "target": 80"#;
    check_sentence(
        Q4,
        row("snapshot", "%", "higher", provisional),
        "Uncertain: the year ended at 85% (provisional), which is not final yet, against a target of at least 80%.",
    );
    check_sentence(
        Q2,
        row("annual", "%", "higher", r#""current": 79, "target": 80"#),
        "Off course: the year's figure is 79%, against a target of at least 80%.",
    );
}

#[test_case(r#""current": 80, "target": 80"#, "80 80 80 on course"; "published")]
#[test_case(r#""current": {"absent": "not yet available", "expected": "in Q3"}, "target": 80"#, "not rated"; "not yet")]
#[test_case(r#""current": {"value": 80, "covers": "2018/19"}, "target": 80"#, "not rated"; "still last year's")]
#[test_case(r#""current": {"value": 80, "covers": "2018/19"}, "target": {"value": 80, "covers": "2018/19"}"#, "80 80 80 on course"; "and so is the target")]
#[test_case(r#""current": {"value": 80, "covers": "2018/19 academic"}, "target": 80"#, "80 80 80 on course"; "of the school year that ended in this year")]
#[test_case(r#""current": {"value": 80, "marks": "provisional"}, "target": 80"#, "80 80 80 uncertain"; "provisional")]
fn once_a_year(figures: &str, expected: &str) {
    check(Q2, row("annual", "%", "higher", figures), expected);
}

#[test_case("2019/20 Q1", "Not rated: it is published late, and the figure is for April to June 2019, not for 2019/20 or the end of it."; "a quarter at its start")]
#[test_case("2018/19", "Not rated: it is published late, and the figure is for 2018/19, not for 2019/20 or the end of it."; "the year before")]
#[test_case("2019/20 Q4", "Off course: the year's figure is 410 days (January to March 2020), against a target of at most 400 days."; "the year's end")]
#[test_case("2018/19 academic", "Off course: the year's figure is 410 days (academic year 2018/19), against a target of at most 400 days."; "a school year that ended in this year")]
fn published_late(covers: &str, expected: &str) {
    let figures = format!(r#""current": {{"value": 410, "covers": "{covers}"}}, "target": 400"#);
    check_sentence(Q4, row("arrears", "days", "lower", &figures), expected);
}

// Bounds

// 50 of a cumulative count in Q2: 88 to 112; more than 50 gives more.
#[test_case("higher", "over", "88", "on course"; "over, and higher is better")]
#[test_case("higher", "over", "88.1", "not rated"; "over, but perhaps not enough")]
#[test_case("lower", "over", "87.9", "off course"; "over, and lower is better")]
#[test_case("lower", "over", "88", "off course"; "over, and the lowest would just meet it")]
#[test_case("lower", "under", "112", "on course"; "under, and lower is better")]
#[test_case("higher", "almost", "112", "off course"; "almost, and the highest would just meet it")]
#[test_case("higher", "almost", "111.9", "not rated"; "almost, and perhaps enough")]
#[test_case("higher", "about", "10", "not rated"; "about")]
fn a_figure_that_is_only_a_bound(polarity: &str, nearness: &str, target: &str, expected: &str) {
    let figures =
        format!(r#""current": {{"value": 50, "approximately": "{nearness}"}}, "target": {target}"#);
    let outlook = of(Q2, row("cumulative", "number", polarity, &figures));
    assert_eq!(outlook.verdict.status().word(), expected);
}

// Ranges from the file

#[test_case("", r#"{"q2": 1}"#, "100 99 101", RangeFrom::Measure; "the measure's")]
#[test_case(r#"{"cumulative": {"q2": 5}}"#, "", "100 95 105", RangeFrom::Organisation; "the organisation's")]
#[test_case(r#"{"cumulative": {"q2": 5}}"#, r#"{"q2": 1}"#, "100 99 101", RangeFrom::Measure; "the measure's goes first")]
#[test_case(r#"{"cumulative": {"q2": 5}}"#, r#"{"q1": 1}"#, "100 95 105", RangeFrom::Organisation; "the measure's is for another quarter")]
#[test_case(r#"{"percentages": {"q2": 5}, "others": {"q2": 5}}"#, "", "100 88 112", RangeFrom::Default; "the organisation's is for others")]
#[test_case("", r#"{"q2": 0}"#, "100 100 100", RangeFrom::Measure; "none at all")]
fn ranges_that_a_file_gives(top: &str, own: &str, expected: &str, from: RangeFrom) {
    let mut row = count("50", "10");
    if !own.is_empty() {
        row = row.with("outlook", format!(r#"{{"range": {own}}}"#));
    }
    let mut text = file(Q2, "measures", &[row]);
    if !top.is_empty() {
        text = text.replacen('{', &format!(r#"{{"outlook": {{"range": {top}}}, "#), 1);
    }
    let outlook = of_text(&text, None);
    assert_eq!(brief(&outlook), format!("{expected} on course"));
    assert_eq!(outlook.projection().map(|projection| projection.range_from), Some(from));
}

#[test]
fn a_measures_range_goes_before_its_errors_and_these_before_the_organisations() {
    let figures = with_years(2, "50", "10", &[("50", "100"), ("50", "100"), ("50", "110")]);
    let own = row("cumulative", "number", "higher", &figures);
    let top = |row: Row| {
        let text = file(Q2, "measures", &[row]);
        text.replacen('{', r#"{"outlook": {"range": {"cumulative": {"q2": 5}}}, "#, 1)
    };
    let from = |row: Row| of_text(&top(row), None).projection().expect("a projection").range_from;
    assert_eq!(from(own.clone()), RangeFrom::OwnErrors { rank: 1, of: 3 });
    assert_eq!(from(own.with("outlook", r#"{"range": {"q2": 1}}"#)), RangeFrom::Measure);
}

#[test]
fn a_negative_range_is_a_problem() {
    let row = count("50", "10").with("outlook", r#"{"range": {"q2": -1}}"#);
    let loaded = quarterlight::model::load("a.json", file(Q2, "measures", &[row]).as_bytes());
    assert!(loaded.findings[0].to_string().contains("The range is negative."));
    let text = file(Q2, "measures", &[count("50", "10")]);
    let text = text.replacen('{', r#"{"outlook": {"range": {"cumulative": {"q2": -5}}}, "#, 1);
    let loaded = quarterlight::model::load("a.json", text.as_bytes());
    assert!(loaded.findings[0].to_string().contains("The range is negative."));
    let history = History::new(loaded.report.into_iter().collect());
    assert_eq!(outlook(&history, 0, 0, None).verdict.derivation().reason, Some("No range"));
}

// Not rated

#[test_case("2019/20", count("50", "100"), "A plan")]
#[test_case(Q2, count("\"not provided\"", "100"), "No current figure")]
#[test_case(Q2, count("50", "\"not set\""), "No target")]
#[test_case(Q2, count("50", r#"{"text": "Better"}"#), "Target in words")]
#[test_case(Q2, count("50", r#"{"parts": [{"label": "A", "value": 1}]}"#), "Target in parts")]
#[test_case(Q2, count(r#"{"parts": [{"label": "A", "value": 1}]}"#, "100"), "Not one number")]
#[test_case(Q2, count("50", r#"{"value": 100, "unit": "%"}"#), "Other unit")]
#[test_case(
    Q2,
    row("cumulative", "number", "none", r#""current": 50, "target": 100"#),
    "Monitored only"
)]
#[test_case(Q2, Row::titled("A").word("basis", "cumulative").word("unit", "%").with("figures", r#"{"current": 50, "target": 100}"#), "No polarity")]
#[test_case(Q2, Row::titled("A").word("basis", "cumulative").word("polarity", "lower").with("figures", r#"{"current": 50, "target": 100}"#), "No unit")]
#[test_case(Q2, Row::titled("A").word("basis", "quarter").word("polarity", "lower").with("figures", r#"{"current": 50, "target": 100}"#), "No unit"; "the quarter alone without a unit")]
#[test_case(Q2, Row::titled("A").word("unit", "number").word("polarity", "lower").with("figures", r#"{"current": 50, "target": 100}"#), "No basis")]
#[test_case(Q2, count(r#"{"value": 50, "covers": "2019-08"}"#, "100"), "Other period")]
#[test_case(Q2, row("quarter", "number", "lower", r#""current": 50, "target": 100"#).word("year", "academic"), "Quarters of another year")]
#[test_case(
    Q2,
    row("quarter", "number", "lower", r#""current": 50, "target": 100"#),
    "Quarters missing"
)]
#[test_case(Q2, count("79228162514264337593543950335", "1"), "Numbers too large")]
fn why_there_is_no_status(period: &str, row: Row, expected: &str) {
    let outlook = of(period, row);
    assert_eq!(outlook.verdict.derivation().reason, Some(expected));
    assert_eq!(outlook.projection(), None);
}

#[test]
fn a_percentage_without_a_basis_is_taken_as_it_stands() {
    let row = Row::titled("A").word("unit", "%").word("polarity", "higher");
    let row = row.with("figures", r#"{"current": 50, "target": 43.5}"#);
    check(Q2, row, "50 43.5 56.5 on course");
}

#[test]
fn a_row_that_is_not_there_has_no_status() {
    let history = History::new(Vec::new());
    assert_eq!(outlook(&history, 3, 7, None).verdict.status(), Progress::NotRated);
}

// What is printed

#[test_case("6", "5", "6", "5.2", "6.8"; "a place more where an end would seem to be on the target")]
#[test_case("60", "90", "60", "55", "65"; "as figure and target are written")]
#[test_case("60.0", "90", "60.0", "54.8", "65.2"; "with the places of the figure")]
#[test_case("60", "90.00", "60.00", "54.80", "65.20"; "with the places of the target")]
#[test_case("60.5", "90", "60.50", "52.64", "68.37"; "pence are two digits")]
fn as_many_places_as_it_takes(current: &str, target: &str, mid: &str, low: &str, high: &str) {
    let unit = match current {
        "6" => "days",
        "60.5" => "£",
        _ => "%",
    };
    let figures = format!(r#""current": {current}, "target": {target}"#);
    let outlook = of(Q2, row("snapshot", unit, "lower", &figures));
    let projection = outlook.projection().expect("one");
    let (sign, suffix) = match unit {
        "£" => ("£", ""),
        "%" => ("", "%"),
        _ => ("", " days"),
    };
    let texts = [projection.projected, projection.low, projection.high].map(|n| projection.text(n));
    let expected = [mid, low, high].map(|text| format!("{sign}{text}{suffix}"));
    // 6 is shown with the places of its range.
    let first = if current == "6" { format!("6.0{suffix}") } else { expected[0].clone() };
    assert_eq!(texts, [first, expected[1].clone(), expected[2].clone()]);
}

const NUMBERS: [&str; 14] = [
    "0",
    "1",
    "-1",
    "3",
    "7.5",
    "50",
    "99.9",
    "100",
    "101",
    "-40",
    "1234",
    "0.001",
    "79228162514264337593543950335",
    "0.0000000000000000000000000001",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(500) })]

    #[test]
    fn whatever_the_figures_it_is_explained(
        (basis, unit, polarity) in (
            select(&["snapshot", "cumulative", "quarter", "rolling", "forecast", "annual", "termly", "arrears"][..]),
            select(&["%", "number", "percentage points", "per 10,000", "£", "average caseload"][..]),
            select(&["higher", "lower", "plan"][..]),
        ),
        (quarter, year, seasonal) in (1..=4_u8, select(&["financial", "academic"][..]), any::<bool>()),
        (current, target) in (select(&NUMBERS[..]), select(&NUMBERS[..])),
        years in prop::collection::vec((select(&NUMBERS[..]), select(&NUMBERS[..])), 0..5),
    ) {
        let figures = with_years(quarter, current, target, &years);
        let row = row(basis, unit, polarity, &figures).word("year", year).with("seasonal", seasonal);
        let text = file(&format!("2019/20 Q{quarter}"), "measures", &[row]);
        let history = History::new(vec![report("now.json", &text)]);
        let outlook = outlook(&history, 0, 0, Some(Decimal::ONE));
        // Beyond 28 digits the working itself is rounded, and is then not reckoned again.
        let is_huge = [current, target].into_iter().chain(years.iter().flat_map(|(a, b)| [*a, *b])).any(|n| n.len() > 6);
        // And so it is where a projection is so small that the places which are kept of it say little.
        let is_absurd = years.iter().any(|(then, outturn)| {
            let outturn = number(outturn).abs();
            outturn.checked_mul(Decimal::from(1000)).is_some_and(|most| !most.is_zero() && number(then).abs() > most)
        });
        if is_huge || is_absurd { let _ = outlook.verdict.derivation().to_string(); } else { checked(outlook); }
    }
}
