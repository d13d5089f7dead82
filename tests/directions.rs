//! Direction of travel by each comparison that bodies publish, at its boundaries and in its traps.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use std::rc::Rc;

use file::{Row, file, report};
use quarterlight::assess::{self, Travelled};
use quarterlight::document::{self, Likeness, Periods};
use quarterlight::model::{Comparison, History, Report, load};
use quarterlight::terms::{Amount, ComparedWith, CumulativeBy, Keyword};
use test_case::test_case;

const HALF_YEAR: &str = "2019/20 Q2";

fn with(word: &str) -> document::Comparison {
    ComparedWith::from_word(word).expect("a comparison").into()
}

fn over(word: &str, periods: u8) -> document::Comparison {
    document::Comparison { periods: Some(Periods(periods)), ..with(word) }
}

fn amount(text: &str) -> Amount {
    text.parse().expect("a number")
}

fn percent(size: &str) -> Likeness {
    Likeness { percent: Some(amount(size)), ..Likeness::default() }
}

fn exclusive(band: Likeness) -> Likeness {
    Likeness { exclusive: Some(true), ..band }
}

fn within(comparison: document::Comparison, band: Likeness) -> document::Comparison {
    document::Comparison { same_within: Some(band), ..comparison }
}

/// The direction of the first measure of the last report, after a look at what every verdict must have.
#[track_caller]
fn travelled(reports: Vec<Rc<Report>>, comparison: &document::Comparison) -> Travelled {
    let comparison = Comparison::from_document(comparison).expect("a sound comparison");
    let history = History::new(reports);
    let last = history.reports().len() - 1;
    let mut all = vec![assess::travelled(&history, last, 0, &comparison)];
    let one = all.pop().expect("one direction for one comparison");
    for verdict in [&one.verdict].into_iter().chain(one.parts.iter().map(|(_, part)| part)) {
        let derivation = verdict.derivation();
        let is_comparable = verdict.status().word() != "not comparable";
        assert!(derivation.sentence.ends_with('.'), "{}", derivation.sentence);
        assert_eq!(is_comparable, derivation.reason.is_none(), "{derivation}");
        assert!(!is_comparable || derivation.rule.is_some(), "{derivation}");
        assert!(!is_comparable || derivation.steps.len() > 1, "{derivation}");
        let is_full = |step: &quarterlight::assess::Step| !step.from.is_empty();
        assert!(derivation.steps.iter().all(is_full), "{derivation}");
    }
    one
}

#[track_caller]
fn check(row: Row, comparison: &document::Comparison, expected: &str) {
    check_at(HALF_YEAR, row, comparison, expected);
}

#[track_caller]
fn check_at(period: &str, row: Row, comparison: &document::Comparison, expected: &str) {
    let report = report("now.json", &file(period, "measures", &[row]));
    let verdict = travelled(vec![report], comparison).verdict;
    assert_eq!(verdict.status().word(), expected, "{}", verdict.derivation());
}

#[track_caller]
fn sentence(period: &str, row: Row, comparison: &document::Comparison) -> String {
    let report = report("now.json", &file(period, "measures", &[row]));
    travelled(vec![report], comparison).verdict.derivation().sentence.clone()
}

/// A measure in percent at quarter end.
fn snapshot(polarity: &str, figures: &str) -> Row {
    Row::titled("A measure")
        .word("ref", "P1")
        .word("polarity", polarity)
        .word("unit", "%")
        .word("basis", "snapshot")
        .with("figures", format!("{{{figures}}}"))
}

/// A number for the year so far.
fn total(polarity: &str, figures: &str) -> Row {
    Row::titled("A measure")
        .word("ref", "P1")
        .word("polarity", polarity)
        .word("unit", "number")
        .word("basis", "cumulative")
        .with("figures", format!("{{{figures}}}"))
}

/// A share for the year so far, of which more is better.
fn share_so_far(figures: &str) -> Row {
    Row::titled("A measure")
        .word("ref", "P1")
        .word("polarity", "higher")
        .word("unit", "%")
        .word("basis", "cumulative")
        .with("figures", format!("{{{figures}}}"))
}

/// A figure now, and others of earlier periods.
fn line(now: &str, earlier: &[(&str, &str)]) -> String {
    let earlier: Vec<String> = earlier
        .iter()
        .map(|(covers, value)| format!(r#"{{"covers": "{covers}", "value": {value}}}"#))
        .collect();
    format!(r#""current": {now}, "target": 50, "earlier": [{}]"#, earlier.join(", "))
}

// The same, and bands

// 5% of 70 is 3.5.
#[test_case("higher", "73.4", false, "same"; "just inside")]
#[test_case("higher", "73.5", false, "same"; "on the boundary")]
#[test_case("higher", "73.6", false, "better"; "just outside")]
#[test_case("higher", "66.5", false, "same"; "on the lower boundary")]
#[test_case("higher", "66.4", false, "worse"; "just under it")]
#[test_case("higher", "73.4", true, "same"; "exclusive, just inside")]
#[test_case("higher", "73.5", true, "better"; "exclusive, 5% or more is a change")]
#[test_case("higher", "66.5", true, "worse"; "exclusive, on the lower boundary")]
#[test_case("lower", "73.5", false, "same"; "lower, on the boundary")]
#[test_case("lower", "73.6", false, "worse"; "lower, just outside")]
#[test_case("lower", "66.5", true, "better"; "lower, exclusive, on the boundary")]
#[test_case("none", "73.5", false, "level"; "monitored only, on the boundary")]
#[test_case("none", "73.6", false, "higher"; "monitored only, just outside")]
#[test_case("none", "66.5", true, "lower"; "monitored only, exclusive")]
// The target is 50: 70 is 20 away, and 66.5 is 3.5 nearer.
#[test_case("plan", "66.5", false, "same"; "plan, on the boundary")]
#[test_case("plan", "66.4", false, "better"; "plan, just outside")]
#[test_case("plan", "33.5", false, "same"; "plan, on the other side of the target")]
#[test_case("plan", "73.6", false, "worse"; "plan, further")]
#[test_case("plan", "66.5", true, "better"; "plan, exclusive")]
fn a_band_in_percent(polarity: &str, now: &str, is_exclusive: bool, expected: &str) {
    let figures = format!(r#""current": {now}, "same_period_last_year": 70, "target": 50"#);
    let band = if is_exclusive { exclusive(percent("5")) } else { percent("5") };
    let comparison = within(document::Comparison::default(), band);
    check(snapshot(polarity, &figures), &comparison, expected);
}

#[test_case("70.2", "%", "same"; "points, on the boundary")]
#[test_case("70.3", "%", "better"; "points, just outside")]
#[test_case("70.1", "number", "better"; "points are for percentages")]
fn a_band_in_points(now: &str, unit: &str, expected: &str) {
    let points = Likeness { points: Some(amount("0.2")), ..Likeness::default() };
    let row = Row::titled("A")
        .word("polarity", "higher")
        .word("unit", unit)
        .with("figures", format!(r#"{{"current": {now}, "same_period_last_year": 70}}"#));
    check(row, &within(document::Comparison::default(), points), expected);
}

#[test_case("70.1", Some("0.1"), "same"; "on the measure's own threshold")]
#[test_case("70.11", Some("0.1"), "better"; "beyond it")]
#[test_case("70.1", None, "not comparable"; "no threshold")]
fn a_band_of_the_measures_own(now: &str, threshold: Option<&str>, expected: &str) {
    let own = Likeness { own: Some(true), ..Likeness::default() };
    let row = snapshot("higher", &format!(r#""current": {now}, "same_period_last_year": 70"#));
    let row = match threshold {
        Some(threshold) => row.with("threshold", threshold),
        None => row,
    };
    check(row, &within(document::Comparison::default(), own), expected);
}

#[test_case("0", "0", "same"; "nothing then and now")]
#[test_case("0.1", "0", "better"; "a percentage of 0 means nothing")]
#[test_case("-0.1", "0", "worse"; "down from 0")]
#[test_case("0", "0.1", "worse"; "0 on purpose is a figure")]
#[test_case("-66.5", "-70", "same"; "a percentage of the size of a negative figure")]
#[test_case("-66.4", "-70", "better"; "beyond it")]
#[test_case("-73.6", "-70", "worse"; "beyond it downwards")]
fn zero_and_negative_baselines(now: &str, then: &str, expected: &str) {
    let figures = format!(r#""current": {now}, "same_period_last_year": {then}"#);
    let comparison = within(document::Comparison::default(), percent("5"));
    check(snapshot("higher", &figures), &comparison, expected);
    let comparison = within(document::Comparison::default(), exclusive(percent("5.1")));
    check(snapshot("higher", &figures), &comparison, expected);
}

// 5% of 70, "over" 73.5 is more than that.
#[test_case("over", "73.5", "better"; "over the boundary")]
#[test_case("over", "73.4", "not comparable"; "it may be within or beyond")]
#[test_case("under", "66.5", "worse"; "under the lower boundary")]
#[test_case("under", "70", "not comparable"; "under what it was")]
#[test_case("about", "90", "not comparable"; "about")]
fn a_bound_and_a_band(nearness: &str, now: &str, expected: &str) {
    let figures = format!(
        r#""current": {{"value": {now}, "approximately": "{nearness}"}}, "same_period_last_year": 70"#
    );
    let comparison = within(document::Comparison::default(), percent("5"));
    check(snapshot("higher", &figures), &comparison, expected);
}

#[test_case("84.14", "84.06", 1, "same"; "printed alike")]
#[test_case("84.15", "84.14", 1, "better"; "printed otherwise")]
fn the_same_is_what_is_printed_the_same(now: &str, then: &str, places: u8, expected: &str) {
    let figures = format!(r#""current": {now}, "previous_quarter": {then}"#);
    let row = snapshot("higher", &figures).with("decimals", places);
    check(row, &with("previous quarter"), expected);
}

#[test_case(None, "exactly as both are written."; "any change counts")]
#[test_case(Some(percent("5")), "both as they are written. A change of up to 5% of the earlier figure counts as the same."; "a small change does not")]
#[test_case(Some(exclusive(percent("5"))), "both as they are written. Only a change of at least 5% of the earlier figure counts."; "one as large as the band does")]
fn the_rule_says_what_counts_as_the_same(band: Option<Likeness>, expected: &str) {
    let row = snapshot("higher", r#""current": 71, "same_period_last_year": 70"#);
    let comparison = document::Comparison { same_within: band, ..document::Comparison::default() };
    let travelled =
        travelled(vec![report("now.json", &file(HALF_YEAR, "measures", &[row]))], &comparison);
    let rule = travelled.verdict.derivation().rule.clone().expect("a rule");
    assert_eq!(
        rule.text,
        format!("The current figure is compared with the same period last year, {expected}")
    );
}

#[test]
fn the_sentence_says_what_the_band_did() {
    let figures = |now| format!(r#""current": {now}, "same_period_last_year": 70, "target": 50"#);
    let said = |polarity, now, band| {
        let comparison = within(document::Comparison::default(), band);
        sentence(HALF_YEAR, snapshot(polarity, &figures(now)), &comparison)
    };
    assert_eq!(
        said("higher", "73.5", percent("5")),
        "The same: 73.5% now, 70% in the same period last year (2018/19 Q2): 3.5 points more, within the 3.5 points (5%) that count as the same."
    );
    assert_eq!(
        said("higher", "73.5", exclusive(percent("5"))),
        "Better: 73.5% now, 70% in the same period last year (2018/19 Q2): 3.5 points more, at least the 3.5 points (5%) that count as a change."
    );
    assert_eq!(
        said("plan", "60", percent("5")),
        "Better: 60% now, 70% in the same period last year (2018/19 Q2): 10 points less, nearer to the target of 50%, more than the 3.5 points (5%) that count as the same."
    );
    let row = snapshot("higher", r#""current": 1, "same_period_last_year": 0"#);
    assert_eq!(
        sentence(HALF_YEAR, row, &within(document::Comparison::default(), percent("5"))),
        "Better: 1% now, 0% in the same period last year (2018/19 Q2): 1 point more, which counts, as 5% of 0 is nothing."
    );
    let row = snapshot("higher", r#""current": 84.14, "previous_quarter": 84.06"#);
    assert_eq!(
        sentence(HALF_YEAR, row.with("decimals", 1), &with("previous quarter")),
        "The same: 84.1% now, 84.1% in the quarter before (2019/20 Q1): no change as printed."
    );
}

#[test]
fn provisional_figures_are_compared_and_said_to_be_provisional() {
    let figures = r#""current": {"value": 71, "marks": ["provisional"]}, "previous_quarter": {"value": 70, "marks": ["estimated"]}"#;
    assert_eq!(
        sentence(HALF_YEAR, snapshot("higher", figures), &with("previous quarter")),
        "Better: 71% (provisional) now, 70% (estimated) in the quarter before (2019/20 Q1): 1 point more."
    );
    let figures = r#""current": {"value": 50, "marks": ["provisional"]}, "previous_quarter": 20"#;
    assert_eq!(
        sentence(HALF_YEAR, total("higher", figures), &with("previous quarter")),
        "Better: 30 (provisional) in this quarter alone, 20 in the quarter before alone (2019/20 Q1): 10 more."
    );
}

#[test]
fn provisional_figures_among_several_are_said() {
    let provisional = r#"{"value": 70, "marks": ["provisional"]}"#;
    let figures = line("72", &[("2017/18 Q2", provisional), ("2018/19 Q2", "71")]);
    assert_eq!(
        sentence(HALF_YEAR, snapshot("higher", &figures), &with("mean of earlier years")),
        "Better: 72% now, a mean of 70.5% over 2 earlier years (2017/18 Q2 to 2018/19 Q2, some provisional): 1.5 points more."
    );
    let row = trend("higher", ["70", provisional, "71", "72"]);
    assert_eq!(
        sentence(HALF_YEAR, row.with("decimals", 1), &with("long trend")),
        "Better: the straight line through 4 quarters (2018/19 Q3 to 2019/20 Q2, some provisional) goes from 69.7% to 71.8%: 2.1 points more."
    );
}

// Near to the plan

// Last year's quarter stood at 60. By the year's target of 100 a figure of 40 is further away, by the
// quarter's target of 42 it is nearer.
#[test_case("same period last year", r#", "profile": {"q2": 42}"#, "better"; "like quarters, by the profile")]
#[test_case("same period last year", "", "worse"; "without a profile, by the year")]
fn the_plan_for_the_quarter(word: &str, profile: &str, expected: &str) {
    let figures = format!(
        r#""current": 40, "same_period_last_year": 60, "target": {{"value": 100{profile}}}"#
    );
    check(total("plan", &figures), &with(word), expected);
}

#[test_case(r#""current": 60, "same_period_last_year": 70"#, "not comparable"; "no target")]
#[test_case(r#""current": {"value": 60, "approximately": "over"}, "same_period_last_year": 70, "target": 50"#, "not comparable"; "a bound says nothing of a distance")]
#[test_case(r#""current": 60, "same_period_last_year": 70, "target": {"value": 50, "unit": "number"}"#, "not comparable"; "a target in another unit")]
fn nearness_needs_a_plan(figures: &str, expected: &str) {
    check(snapshot("plan", figures), &document::Comparison::default(), expected);
}

// The previous quarter

#[test_case("higher", "71", "70", "better")]
#[test_case("higher", "70.0", "70", "same"; "level")]
#[test_case("lower", "71", "70", "worse")]
#[test_case("plan", "60", "70", "better"; "nearer to 50")]
#[test_case("plan", "40", "60", "same"; "as far on the other side")]
#[test_case("none", "71", "70", "higher")]
fn the_quarter_before(polarity: &str, now: &str, then: &str, expected: &str) {
    let figures = format!(r#""current": {now}, "previous_quarter": {then}, "target": 50"#);
    check(snapshot(polarity, &figures), &with("previous quarter"), expected);
}

#[test_case("snapshot", "better")]
#[test_case("quarter", "better")]
#[test_case("rolling", "better")]
#[test_case("forecast", "better")]
#[test_case("arrears", "better")]
#[test_case("annual", "not comparable")]
#[test_case("termly", "not comparable")]
#[test_case("cumulative", "not comparable"; "a rate for the year so far")]
fn what_has_a_figure_for_each_quarter(basis: &str, expected: &str) {
    let row = Row::titled("A")
        .word("polarity", "higher")
        .word("unit", "%")
        .word("basis", basis)
        .with("figures", r#"{"current": 71, "previous_quarter": 70}"#);
    check(row, &with("previous quarter"), expected);
}

#[test_case(Some("%"), "better"; "a rate")]
#[test_case(Some("number"), "not comparable"; "a count may be for the year so far")]
#[test_case(None, "not comparable"; "no unit")]
fn without_a_basis(unit: Option<&str>, expected: &str) {
    let row = Row::titled("A")
        .word("polarity", "higher")
        .with("figures", r#"{"current": 71, "previous_quarter": 70}"#);
    let row = match unit {
        Some(unit) => row.word("unit", unit),
        None => row,
    };
    check(row, &with("previous quarter"), expected);
}

#[test]
fn the_quarter_before_the_first_is_last_years_fourth() {
    let quarter = |name: &str, period: &str, current: &str| {
        let row = snapshot("higher", &format!(r#""current": {current}"#));
        report(name, &file(period, "measures", &[row]))
    };
    let reports =
        vec![quarter("q1.json", "2019/20 Q1", "71"), quarter("q4.json", "2018/19 Q4", "70")];
    let verdict = travelled(reports, &with("previous quarter")).verdict;
    assert_eq!(
        verdict.derivation().sentence,
        "Better: 71% now, 70% in the quarter before (2018/19 Q4): 1 point more."
    );
}

// By the end of June 20, of September 45: 25 in the second quarter.
#[test_case("2019/20 Q2", "45", &[("2019/20 Q1", "20")], "better"; "25 after 20")]
#[test_case("2019/20 Q2", "40", &[("2019/20 Q1", "20")], "same"; "20 after 20")]
#[test_case("2019/20 Q2", "39", &[("2019/20 Q1", "20")], "worse"; "19 after 20, though the total grew")]
#[test_case("2019/20 Q3", "65", &[("2019/20 Q1", "20"), ("2019/20 Q2", "45")], "worse"; "20 after 25")]
#[test_case("2019/20 Q3", "65", &[("2019/20 Q2", "45")], "not comparable"; "the quarter before's own is not known")]
#[test_case("2019/20 Q1", "20", &[("2018/19 Q4", "100"), ("2018/19 Q3", "81")], "better"; "20 after 19 in the year before")]
#[test_case("2019/20 Q1", "20", &[("2018/19 Q4", "100"), ("2018/19 Q3", "80")], "same"; "20 after 20 in the year before")]
#[test_case("2019/20 Q1", "20", &[("2018/19 Q4", "100"), ("2018/19 Q3", "79")], "worse"; "20 after 21 in the year before")]
#[test_case("2019/20 Q1", "20", &[("2018/19", "100"), ("2018/19 Q3", "81")], "better"; "the year's outturn is its fourth quarter")]
#[test_case("2019/20 Q1", "20", &[("2018/19 Q4", "100")], "not comparable"; "the year before's third is not known")]
#[test_case("2019/20 Q2", "-5", &[("2019/20 Q1", "-10")], "better"; "5 after -10")]
fn cumulative_figures_by_increments(
    period: &str,
    now: &str,
    earlier: &[(&str, &str)],
    expected: &str,
) {
    check_at(period, total("higher", &line(now, earlier)), &with("previous quarter"), expected);
}

// The academic year starts in September.
#[test_case("2019/20 Q2", "not comparable"; "one month")]
#[test_case("2019/20 Q3", "not comparable"; "three months after one")]
#[test_case("2019/20 Q4", "better"; "30 after 20")]
#[test_case("2020/21 Q1", "worse"; "ten after 30, April to June after January to March")]
fn increments_of_an_academic_year(period: &str, expected: &str) {
    let all =
        [("2019/20 Q1", "5"), ("2019/20 Q2", "10"), ("2019/20 Q3", "30"), ("2019/20 Q4", "60")];
    let now = match period {
        "2019/20 Q2" => "10",
        "2019/20 Q3" => "30",
        "2019/20 Q4" => "60",
        _ => "70",
    };
    let earlier: Vec<(&str, &str)> =
        all.into_iter().filter(|(quarter, _)| *quarter < period).collect();
    let row = total("higher", &line(now, &earlier)).word("year", "academic");
    check_at(period, row, &with("previous quarter"), expected);
}

#[test]
fn what_was_added_is_worked_out_in_sight() {
    let figures = line("45", &[("2019/20 Q1", "20")]);
    let now = report("now.json", &file(HALF_YEAR, "measures", &[total("lower", &figures)]));
    let verdict = travelled(vec![now], &with("previous quarter")).verdict;
    assert_eq!(
        verdict.derivation().to_string(),
        "Worse: 25 in this quarter alone, 20 in the quarter before alone (2019/20 Q1): 5 more.\n\
         Current value: 45 (now.json, P1)\n\
         This quarter alone: 25 (45 (now.json, P1) − 20 (now.json, earlier figures))\n\
         Quarter before alone (2019/20 Q1): 20 (now.json, earlier figures: the year's first quarter)\n\
         Rule: Previous quarter. What this quarter added to the year's figure is compared with what the quarter before added, exactly as both are written."
    );
}

// Council tax collected: 28% by June, 55% by September.
#[test_case("2019/20 Q2", "55", &[("2019/20 Q1", "28")], "worse"; "27 after 28, though the share grew")]
#[test_case("2019/20 Q2", "57", &[("2019/20 Q1", "28")], "better"; "29 after 28")]
#[test_case("2019/20 Q4", "97", &[("2019/20 Q3", "82"), ("2019/20 Q2", "55")], "worse"; "15 after 27 at the year's end")]
#[test_case("2019/20 Q1", "28", &[("2018/19 Q4", "97"), ("2018/19 Q3", "82")], "better"; "28 after 15 in the year before")]
fn a_share_that_builds_up_by_increments(
    period: &str,
    now: &str,
    earlier: &[(&str, &str)],
    expected: &str,
) {
    let profile = r#"{"value": 97, "profile": {"q1": 28, "q2": 55, "q3": 82}}"#;
    let figures = line(now, earlier).replace("\"target\": 50", &format!("\"target\": {profile}"));
    let row = share_so_far(&figures);
    check_at(period, row, &with("previous quarter"), expected);
}

#[test]
fn what_was_added_to_a_share_is_worked_out_in_sight() {
    let figures = line("50", &[("2019/20 Q1", "26")]);
    let row = share_so_far(&figures);
    let now = report("now.json", &file(HALF_YEAR, "measures", &[row]));
    let verdict = travelled(vec![now], &with("previous quarter")).verdict;
    assert_eq!(
        verdict.derivation().to_string(),
        "Worse: 24% in this quarter alone, 26% in the quarter before alone (2019/20 Q1): 2 points less.\n\
         Current value: 50% (now.json, P1)\n\
         Over the year: it builds up (since its first figure this year it grew more as the months did than it stayed)\n\
         This quarter alone: 24% (50% (now.json, P1) − 26% (now.json, earlier figures))\n\
         Quarter before alone (2019/20 Q1): 26% (now.json, earlier figures: the year's first quarter)\n\
         Rule: Previous quarter. What this quarter added to the year's figure is compared with what the quarter before added, exactly as both are written."
    );
}

#[test_case("number", CumulativeBy::Never, "not comparable"; "never by the rule")]
#[test_case("per 10,000 children", CumulativeBy::Increments, "not comparable"; "a rate per head")]
#[test_case("number", CumulativeBy::Increments, "better"; "by increments")]
fn cumulative_figures_by_rule(unit: &str, by: CumulativeBy, expected: &str) {
    let row = Row::titled("A")
        .word("polarity", "higher")
        .word("basis", "cumulative")
        .word("unit", unit)
        .with("figures", r#"{"current": 45, "previous_quarter": 20}"#);
    let comparison = document::Comparison { cumulative: Some(by), ..with("previous quarter") };
    check(row, &comparison, expected);
}

#[test]
fn there_is_no_plan_for_what_a_quarter_adds() {
    let row = total("plan", r#""current": 45, "previous_quarter": 20, "target": 50"#);
    check(row, &with("previous quarter"), "not comparable");
}

#[test_case(r#"{"value": 50}"#, "better"; "one target all year")]
#[test_case(r#"{"value": 50, "profile": {"q1": 50, "q4": 50.0}}"#, "better"; "the same in each quarter")]
#[test_case(r#"{"value": 50, "profile": {"q1": 40, "q4": 50}}"#, "not comparable"; "another in each quarter")]
#[test_case("\"not set\"", "not comparable"; "none")]
fn only_with_a_constant_target(target: &str, expected: &str) {
    let figures = format!(r#""current": 71, "previous_quarter": 70, "target": {target}"#);
    let comparison =
        document::Comparison { constant_target: Some(true), ..with("previous quarter") };
    check(snapshot("higher", &figures), &comparison, expected);
}

#[test]
fn the_target_of_a_total_is_not_constant() {
    let row = total("higher", r#""current": 45, "previous_quarter": 20, "target": 50"#);
    let comparison =
        document::Comparison { constant_target: Some(true), ..with("previous quarter") };
    check(row, &comparison, "not comparable");
}

// What figures cover

#[test_case("2019-08", "2018-08", "same period last year", "better"; "a month beside a month")]
#[test_case("2019/20 Q2", "2018-07 to 2018-09", "same period last year", "better"; "a quarter beside its months")]
#[test_case("2019-08", "2018/19", "same period last year", "not comparable"; "a month beside a year")]
#[test_case("2019-08", "2018-07 to 2018-08", "same period last year", "not comparable"; "a month beside two")]
#[test_case("2018/19", "2018/19", "same period last year", "not comparable"; "the same figure twice")]
#[test_case("2019-08", "2018/19", "long trend", "not comparable"; "too few of a length")]
fn figures_for_times_of_other_lengths(now: &str, then: &str, word: &str, expected: &str) {
    let figure = |value, covers| format!(r#"{{"value": {value}, "covers": "{covers}"}}"#);
    let figures = format!(
        r#""current": {}, "same_period_last_year": {}, "previous_quarter": {}"#,
        figure(71, now),
        figure(70, then),
        figure(70, then)
    );
    check(snapshot("higher", &figures), &with(word), expected);
}

#[test]
fn a_figure_for_another_time_says_so() {
    let figures = r#""current": {"value": 71, "covers": "2019-08"}, "same_period_last_year": 70"#;
    assert_eq!(
        sentence(HALF_YEAR, snapshot("higher", figures), &document::Comparison::default()),
        "Better: 71% (August 2019) now, 70% in the same period last year (2018/19 Q2): 1 point more."
    );
    let figures = r#""current": {"value": 71, "covers": "2019-08"}, "same_period_last_year": {"value": 70, "covers": "2018/19"}"#;
    assert_eq!(
        sentence(HALF_YEAR, snapshot("higher", figures), &document::Comparison::default()),
        "Not comparable: the figure now is for August 2019 (1 month) and the earlier one for 2018/19 (12 months)."
    );
}

#[test_case("2019-04 to 2019-09", "better"; "the year to date")]
#[test_case("2019/20 Q2", "not comparable"; "the quarter alone")]
#[test_case("2019/20", "not comparable"; "the whole year")]
fn increments_are_of_the_year_to_date(covers: &str, expected: &str) {
    let figures =
        format!(r#""current": {{"value": 45, "covers": "{covers}"}}, "previous_quarter": 20"#);
    check(total("higher", &figures), &with("previous quarter"), expected);
}

// The year before

#[test_case("2019/20 Q2", "snapshot", "%", "financial", "better"; "a position beside the year's end")]
#[test_case("2019/20 Q2", "forecast", "number", "financial", "better"; "a forecast of the year beside a year")]
#[test_case("2019/20 Q2", "annual", "number", "financial", "better"; "a year beside a year")]
#[test_case("2019/20 Q4", "cumulative", "number", "financial", "better"; "a whole year")]
#[test_case("2019/20 Q3", "cumulative", "number", "financial", "not comparable"; "nine months of one")]
#[test_case("2019/20 Q4", "cumulative", "number", "academic", "not comparable"; "seven months of an academic year")]
#[test_case("2019/20 Q4", "quarter", "number", "financial", "not comparable"; "a quarter")]
fn the_year_before(period: &str, basis: &str, unit: &str, year: &str, expected: &str) {
    let row = Row::titled("A")
        .word("polarity", "higher")
        .word("unit", unit)
        .word("basis", basis)
        .word("year", year)
        .with("figures", r#"{"current": 71, "last_year": 70}"#);
    check_at(period, row, &with("year before"), expected);
}

// Last year's actual is of the year before, unless the file says otherwise.
#[test_case("2019/20 Q1", "70", "same period last year", "not comparable"; "a quarter beside a year")]
#[test_case("2019/20 Q1", "70", "year before", "not comparable"; "a quarter beside the year before")]
#[test_case("2018/19", "70", "same period last year", "not comparable"; "the same year twice")]
#[test_case("2019/20", "70", "same period last year", "better"; "the report's own year")]
#[test_case("2018/19 academic", "70", "same period last year", "better"; "a school year")]
#[test_case("2019/20 Q1", r#"{"value": 70, "covers": "2018/19 Q1"}"#, "same period last year", "better"; "a quarter beside a quarter")]
#[test_case("2019/20 Q1", r#"{"value": 70, "covers": "2018/19 Q1"}"#, "year before", "better"; "a quarter beside the quarter of the year before")]
fn published_late(covers: &str, then: &str, word: &str, expected: &str) {
    let figures =
        format!(r#"{{"current": {{"value": 71, "covers": "{covers}"}}, "last_year": {then}}}"#);
    let row =
        Row::titled("A").word("polarity", "higher").word("unit", "%").word("basis", "arrears");
    check_at("2019/20 Q4", row.with("figures", figures), &with(word), expected);
}

#[test]
fn the_year_before_is_named() {
    let row = snapshot("higher", r#""current": 71, "last_year": 70"#);
    assert_eq!(
        sentence(HALF_YEAR, row, &with("year before")),
        "Better: 71% now, 70% as the outturn of the year before (2018/19): 1 point more."
    );
}

// Means

// 24.125 and 2.875 would both be rounded up, and not make 27.
#[test_case("27.0", &["24.1", "24.1", "24.1", "24.2"], "27.0% now, a mean of 24.125% over 4 earlier years (2015/16 Q2 to 2018/19 Q2): 2.875 points more."; "half-way")]
#[test_case("27", &["24", "24", "25"], "27% now, a mean of 24.3% over 3 earlier years (2016/17 Q2 to 2018/19 Q2): 2.7 points more."; "without an end")]
#[test_case("27", &["24", "25"], "27% now, a mean of 24.5% over 2 earlier years (2017/18 Q2 to 2018/19 Q2): 2.5 points more."; "in full")]
fn a_difference_from_a_mean_comes_out(now: &str, earlier: &[&str], expected: &str) {
    let years = (0..earlier.len()).map(|at| 2019 - earlier.len() + at);
    let earlier = years.zip(earlier).map(|(year, value)| {
        format!(r#"{{"covers": "{year}/{} Q2", "value": {value}}}"#, year + 1 - 2000)
    });
    let earlier = earlier.collect::<Vec<_>>().join(", ");
    let figures = format!(r#""current": {now}, "earlier": [{earlier}]"#);
    assert_eq!(
        sentence(HALF_YEAR, snapshot("higher", &figures), &over("mean of earlier years", 5)),
        format!("Better: {expected}")
    );
}

// The mean of 70, 71 and 72 is 71.
#[test_case("higher", "71", "same"; "the mean")]
#[test_case("higher", "71.1", "better"; "just over it")]
#[test_case("higher", "70.9", "worse"; "just under it")]
#[test_case("lower", "70.9", "better"; "lower is better")]
#[test_case("none", "71.1", "higher"; "monitored only")]
#[test_case("plan", "70.9", "better"; "nearer to 50")]
#[test_case("plan", "29", "same"; "as far from 50 on the other side")]
fn the_mean_of_the_same_quarter_in_three_years(polarity: &str, now: &str, expected: &str) {
    let figures = line(now, &[("2016/17 Q2", "70"), ("2017/18 Q2", "71"), ("2018/19 Q2", "72")]);
    check(snapshot(polarity, &figures), &with("mean of earlier years"), expected);
}

// The mean of 70 and 71 and 71 is 70 and two thirds.
#[test_case("70.66", None, "worse"; "under a mean that does not end")]
#[test_case("70.67", None, "better"; "over it")]
#[test_case("70.7", Some(1), "same"; "as printed")]
#[test_case("70.6", Some(1), "worse"; "otherwise as printed")]
fn a_mean_that_does_not_end(now: &str, places: Option<u8>, expected: &str) {
    let figures = line(now, &[("2016/17 Q2", "70"), ("2017/18 Q2", "71"), ("2018/19 Q2", "71")]);
    let row = snapshot("higher", &figures);
    let row = match places {
        Some(places) => row.with("decimals", places),
        None => row,
    };
    check(row, &with("mean of earlier years"), expected);
}

// 10% of a mean of 70 and two thirds is 7.06 and two thirds: met exactly by no figure, and by none rounded.
#[test_case("77.73", "same"; "just inside a third")]
#[test_case("77.74", "better"; "just outside")]
fn a_band_about_a_mean(now: &str, expected: &str) {
    let figures = line(now, &[("2016/17 Q2", "70"), ("2017/18 Q2", "71"), ("2018/19 Q2", "71")]);
    let comparison = within(with("mean of earlier years"), percent("10"));
    check(snapshot("higher", &figures), &comparison, expected);
}

#[test_case(&[("2018/19 Q2", "70"), ("2016/17 Q2", "71")], "better"; "two of three will do")]
#[test_case(&[("2018/19 Q2", "70")], "not comparable"; "one is no mean")]
#[test_case(&[("2018/19 Q2", "70"), ("2015/16 Q2", "71")], "not comparable"; "beyond three years")]
#[test_case(&[("2018/19 Q2", "70"), ("2017/18 Q2", r#"{"value": 71, "approximately": "over"}"#)], "not comparable"; "a bound is left out")]
#[test_case(&[("2018/19 Q2", "70"), ("2017/18 Q2", r#"{"value": 71, "unit": "number"}"#)], "not comparable"; "another unit is left out")]
fn years_that_are_missing(earlier: &[(&str, &str)], expected: &str) {
    check(snapshot("higher", &line("72", earlier)), &with("mean of earlier years"), expected);
}

#[test]
fn a_mean_says_what_it_is_of() {
    let figures = line("72", &[("2016/17 Q2", "70"), ("2018/19 Q2", "71")]);
    assert_eq!(
        sentence(HALF_YEAR, snapshot("higher", &figures), &with("mean of earlier years")),
        "Better: 72% now, a mean of 70.5% over 2 earlier years (2016/17 Q2 to 2018/19 Q2, without 2017/18 Q2): 1.5 points more."
    );
}

#[test_case("lower", "17", "better"; "under the mean of 10, 20 and 24")]
#[test_case("lower", "18", "same"; "on it")]
#[test_case("higher", "17", "worse"; "higher is better")]
fn the_mean_of_earlier_increments(polarity: &str, own: &str, expected: &str) {
    // By quarter: 10 (Q1), 20, 24, and now Q4's own; the year so far 54.
    let now = (54 + own.parse::<i32>().expect("a number")).to_string();
    let figures = line(&now, &[("2019/20 Q1", "10"), ("2019/20 Q2", "30"), ("2019/20 Q3", "54")]);
    check_at(
        "2019/20 Q4",
        total(polarity, &figures),
        &over("mean of earlier quarters", 3),
        expected,
    );
}

#[test]
fn annual_figures_have_a_mean_of_years() {
    let row =
        Row::titled("A").word("polarity", "higher").word("unit", "%").word("basis", "annual").with(
            "figures",
            format!(
                "{{{}, \"last_year\": 70}}",
                line("71", &[("2017/18", "70"), ("2016/17", "69")])
            ),
        );
    check(row.clone(), &with("mean of earlier years"), "better");
    check(row.clone(), &with("long trend"), "better");
    check(row, &with("mean of earlier quarters"), "not comparable");
}

// Trends

const THREE: [&str; 3] = ["2018/19 Q3", "2018/19 Q4", "2019/20 Q1"];

fn trend(polarity: &str, values: [&str; 4]) -> Row {
    let earlier: Vec<(&str, &str)> = THREE.into_iter().zip(values).collect();
    snapshot(polarity, &line(values[3], &earlier))
}

// Of y0 to y3 the slope is (−3 y0 − y1 + y2 + 3 y3) ÷ 10.
#[test_case("higher", ["70", "71", "72", "73"], "better"; "rising")]
#[test_case("higher", ["73", "72", "71", "70"], "worse"; "falling")]
#[test_case("lower", ["70", "71", "72", "73"], "worse"; "rising, lower is better")]
#[test_case("none", ["70", "71", "72", "73"], "higher"; "rising, monitored only")]
#[test_case("higher", ["70", "70", "70", "70"], "same"; "level")]
#[test_case("higher", ["70", "71", "71", "70"], "same"; "up and down again")]
#[test_case("higher", ["70", "80", "71", "73"], "same"; "the slope is 0 though the last is higher")]
#[test_case("higher", ["70", "80", "71", "73.1"], "better"; "the slope is just over 0")]
#[test_case("higher", ["70", "80", "71", "72.9"], "worse"; "the slope is just under 0")]
#[test_case("plan", ["60", "58", "56", "54"], "better"; "towards 50")]
#[test_case("plan", ["44", "48", "52", "56"], "same"; "through 50 to the other side")]
#[test_case("plan", ["-3", "-1", "1", "3"], "better"; "negative figures, towards 50")]
fn a_trend_over_four_quarters(polarity: &str, values: [&str; 4], expected: &str) {
    check(trend(polarity, values), &with("long trend"), expected);
}

// From 60 to 63 is 5% of 60.
#[test_case(["60", "61", "62", "63"], false, "same"; "on the boundary")]
#[test_case(["60", "61", "62", "63"], true, "better"; "on the boundary, exclusive")]
#[test_case(["60", "61.1", "62.2", "63.3"], false, "better"; "outside")]
#[test_case(["60", "60.9", "61.8", "62.7"], true, "same"; "inside, exclusive")]
#[test_case(["63.3", "62.2", "61.1", "60"], false, "worse"; "down by more than 5%")]
fn a_band_about_a_trend(values: [&str; 4], is_exclusive: bool, expected: &str) {
    let band = if is_exclusive { exclusive(percent("5")) } else { percent("5") };
    check(trend("higher", values), &within(with("long trend"), band), expected);
}

#[test]
fn a_boundary_that_only_fractions_meet_is_met() {
    // The line through 3, 3 and 4 rises by 1.
    let figures = line("4", &[("2018/19 Q4", "3"), ("2019/20 Q1", "3")]);
    let points = |size| {
        let band = Likeness { amount: Some(amount(size)), ..Likeness::default() };
        within(over("long trend", 3), band)
    };
    check(snapshot("higher", &figures), &points("1"), "same");
    check(snapshot("higher", &figures), &points("0.99"), "better");
    // The line through 3, 4.5 and 4 starts at 10 ÷ 3 and rises by 1, which is exactly 30% of that.
    let figures = line("4", &[("2018/19 Q4", "3"), ("2019/20 Q1", "4.5")]);
    check(snapshot("higher", &figures), &within(over("long trend", 3), percent("30")), "same");
    check(snapshot("higher", &figures), &within(over("long trend", 3), percent("29.9")), "better");
    let limit = within(over("long trend", 3), exclusive(percent("30")));
    check(snapshot("higher", &figures), &limit, "better");
}

#[test_case(&[("2018/19 Q3", "70"), ("2019/20 Q1", "71")], "better"; "one is missing between")]
#[test_case(&[("2018/19 Q4", "70"), ("2019/20 Q1", "71")], "better"; "one is missing before")]
#[test_case(&[("2019/20 Q1", "71")], "not comparable"; "two points are no trend")]
#[test_case(&[("2018/19 Q2", "70"), ("2019/20 Q1", "71")], "not comparable"; "further back than four")]
fn quarters_that_are_missing(earlier: &[(&str, &str)], expected: &str) {
    check(snapshot("higher", &line("72", earlier)), &with("long trend"), expected);
}

#[test]
fn a_missing_quarter_keeps_its_place() {
    // At 0, 2 and 3: the slope of 70, 70 and 73 is (3 × 359 − 5 × 213) ÷ (3 × 13 − 25) = 12 ÷ 14.
    let figures = line("73", &[("2018/19 Q3", "70"), ("2019/20 Q1", "70")]);
    let row = snapshot("higher", &figures).with("decimals", 2);
    assert_eq!(
        sentence(HALF_YEAR, row, &with("long trend")),
        "Better: the straight line through 3 quarters (2018/19 Q3 to 2019/20 Q2, without 2018/19 Q4) goes from 69.57% to 72.14%: 2.57 points more."
    );
}

#[test]
fn a_trend_that_is_not_one_says_so() {
    assert_eq!(
        sentence(HALF_YEAR, trend("higher", ["70", "80", "71", "73"]), &with("long trend")),
        "The same: no clear trend: the straight line through 4 quarters (2018/19 Q3 to 2019/20 Q2) goes from 73.5% to 73.5%: no change."
    );
}

#[test]
fn a_change_too_small_to_print_is_no_trend() {
    let row = trend("higher", ["10", "10", "11", "10"]);
    check(row.clone(), &with("long trend"), "better");
    check(row.with("decimals", 0), &with("long trend"), "same");
}

#[test]
fn a_trend_of_increments() {
    // 10, 20, 30 and 40 in the quarters: a total of 100.
    let figures = line("100", &[("2019/20 Q1", "10"), ("2019/20 Q2", "30"), ("2019/20 Q3", "60")]);
    check_at("2019/20 Q4", total("higher", &figures), &with("long trend"), "better");
    // 40, 30, 20 and 10: the total grows all the same.
    let figures = line("100", &[("2019/20 Q1", "40"), ("2019/20 Q2", "70"), ("2019/20 Q3", "90")]);
    check_at("2019/20 Q4", total("higher", &figures), &with("long trend"), "worse");
}

#[test]
fn the_largest_figures_are_said_to_be_too_large() {
    const MOST: &str = "79228162514264337593543950335";
    let values = [MOST, "-79228162514264337593543950335", "0", MOST];
    check(trend("higher", values), &with("long trend"), "not comparable");
    let figures = line(MOST, &[("2017/18 Q2", MOST), ("2018/19 Q2", MOST)]);
    check(snapshot("higher", &figures), &with("mean of earlier years"), "not comparable");
}

// Parts

fn in_parts(parts: &[(&str, &str)], total: Option<&str>) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|(label, value)| format!(r#"{{"label": "{label}", "value": {value}}}"#))
        .collect();
    let total = total.map(|total| format!(r#""value": {total}, "#)).unwrap_or_default();
    format!(r#"{{{total}"parts": [{}]}}"#, parts.join(", "))
}

fn parts_row(now: &str, then: &str) -> Row {
    let figures =
        format!(r#""current": {now}, "same_period_last_year": {then}, "previous_quarter": {then}"#);
    snapshot("higher", &figures)
}

#[test_case(["71", "81"], ["70", "80"], "better"; "both better")]
#[test_case(["71", "80"], ["70", "80"], "better"; "one better, one the same")]
#[test_case(["70", "80"], ["70", "80"], "same"; "both the same")]
#[test_case(["69", "80"], ["70", "80"], "worse"; "one worse, one the same")]
#[test_case(["79", "79"], ["70", "80"], "not comparable"; "they differ, whatever the mean did")]
#[test_case(["71", "81"], ["70", "\"withheld\""], "not comparable"; "one cannot be compared")]
#[test_case(["\"withheld\"", "81"], ["70", "80"], "not comparable"; "one has no figure now")]
fn parts_without_a_total(now: [&str; 2], then: [&str; 2], expected: &str) {
    let parts =
        |values: [&str; 2]| in_parts(&[("Primary", values[0]), ("Special", values[1])], None);
    let row = parts_row(&parts(now), &parts(then));
    check(row.clone(), &document::Comparison::default(), expected);
    check(row, &with("previous quarter"), expected);
}

#[test_case(Some("75"), Some("76"), "worse"; "both totals: the total's")]
#[test_case(Some("75"), None, "better"; "no total then: the parts'")]
#[test_case(None, Some("76"), "better"; "no total now: the parts'")]
fn parts_with_a_total(now: Option<&str>, then: Option<&str>, expected: &str) {
    let row = parts_row(
        &in_parts(&[("Primary", "71"), ("Special", "81")], now),
        &in_parts(&[("special ", "80"), ("PRIMARY", "70")], then),
    );
    check(row, &document::Comparison::default(), expected);
}

#[test]
fn a_total_decides_and_its_parts_are_listed() {
    let row = parts_row(
        &in_parts(&[("Primary", "71"), ("Special", "79")], Some("76")),
        &in_parts(&[("Primary", "70"), ("Special", "80")], Some("75")),
    );
    let now = report("now.json", &file(HALF_YEAR, "measures", &[row]));
    let verdict = travelled(vec![now], &document::Comparison::default()).verdict;
    let derivation = verdict.derivation();
    assert_eq!(verdict.status().word(), "better", "{derivation}");
    let steps: Vec<(&str, &str)> =
        derivation.steps.iter().map(|step| (step.what.as_str(), step.value.as_str())).collect();
    assert!(steps.ends_with(&[("Primary", "Better"), ("Special", "Worse")]), "{derivation}");
    assert!(derivation.rule.as_ref().is_some_and(|rule| rule.text.contains("The total decides")));
}

#[test]
fn each_part_has_its_own_direction() {
    let row = parts_row(
        &in_parts(&[("Primary", "71"), ("Special", "79"), ("Nursery", "5")], None),
        &in_parts(&[("Primary", "70"), ("Special", "80")], None),
    );
    let now = report("now.json", &file(HALF_YEAR, "measures", &[row]));
    let one = travelled(vec![now], &document::Comparison::default());
    let parts: Vec<(&str, &str)> =
        one.parts.iter().map(|(label, part)| (label.as_str(), part.status().word())).collect();
    assert_eq!(parts, [("Primary", "better"), ("Special", "worse"), ("Nursery", "not comparable")]);
    let derivation = one.verdict.derivation();
    assert_eq!(derivation.reason, Some("Parts not comparable"));
    assert_eq!(
        derivation.sentence,
        "Not comparable: not every part can be compared: Primary better, Special worse, Nursery not comparable."
    );
}

#[test]
fn parts_that_differ_say_so() {
    let row = parts_row(
        &in_parts(&[("Primary", "71"), ("Special", "79")], None),
        &in_parts(&[("Primary", "70"), ("Special", "80")], None),
    );
    let now = report("now.json", &file(HALF_YEAR, "measures", &[row]));
    let verdict = travelled(vec![now], &document::Comparison::default()).verdict;
    let derivation = verdict.derivation();
    assert_eq!(derivation.reason, Some("Parts differ"));
    assert_eq!(
        derivation.sentence,
        "Not comparable: the parts differ: Primary better, Special worse."
    );
    assert!(derivation.rule.as_ref().is_some_and(|rule| rule.text.contains("all parts agree")));
}

#[test]
fn parts_of_parts_go_by_both_names() {
    let nested = |value| {
        in_parts(&[("Boys", &in_parts(&[("Primary", value)], None)), ("Girls", value)], None)
    };
    let now = file(HALF_YEAR, "measures", &[parts_row(&nested("71"), &nested("70"))]);
    let one = travelled(vec![report("now.json", &now)], &document::Comparison::default());
    let labels: Vec<&str> = one.parts.iter().map(|(label, _)| label.as_str()).collect();
    assert_eq!(labels, ["Boys, Primary", "Girls"]);
    assert_eq!(one.verdict.status().word(), "better");
}

#[test]
fn parts_of_one_name_are_not_told_apart() {
    let alike = in_parts(&[("Primary", "71"), ("Primary", "81")], None);
    check(parts_row(&alike, &alike), &document::Comparison::default(), "not comparable");
}

#[test]
fn parts_are_found_in_other_files() {
    let quarter = |name: &str, period: &str, value: &str| {
        let parts = in_parts(&[("Primary", value), ("Special", value)], None);
        let row = snapshot("higher", &format!(r#""current": {parts}"#));
        report(name, &file(period, "measures", &[row]))
    };
    let reports: Vec<Rc<Report>> = [("2018/19 Q4", "70"), ("2019/20 Q1", "71"), (HALF_YEAR, "72")]
        .map(|(period, value)| quarter(&format!("{value}.json"), period, value))
        .to_vec();
    for word in ["previous quarter", "long trend"] {
        let verdict = travelled(reports.clone(), &with(word)).verdict;
        assert_eq!(verdict.status().word(), "better", "{}", verdict.derivation());
    }
}

// Several comparisons, and what contradicts itself

#[test]
fn comparisons_stand_side_by_side() {
    let row =
        snapshot("higher", r#""current": 71, "previous_quarter": 72, "same_period_last_year": 70"#);
    let now = report("now.json", &file(HALF_YEAR, "measures", &[row]));
    let short =
        document::Comparison { name: Some("Short trend".to_owned()), ..with("previous quarter") };
    let comparisons = [short, document::Comparison::default()]
        .map(|comparison| Comparison::from_document(&comparison).expect("a sound comparison"));
    let history = History::new(vec![now]);
    let all: Vec<_> =
        comparisons.iter().map(|one| assess::travelled(&history, 0, 0, one)).collect();
    let said: Vec<(&str, &str)> =
        all.iter().map(|one| (one.label.as_str(), one.verdict.status().word())).collect();
    assert_eq!(said, [("Short trend", "worse"), ("Same period last year", "better")]);
}

#[test]
fn a_plan_has_no_direction() {
    let row = snapshot("higher", r#""current": 71, "previous_quarter": 72"#);
    check_at("2019/20", row, &with("previous quarter"), "not comparable");
}

#[test_case(&over("previous quarter", 4); "periods of one quarter")]
#[test_case(&over("long trend", 2); "a trend of two")]
#[test_case(&document::Comparison { cumulative: Some(CumulativeBy::Never), ..document::Comparison::default() }; "cumulative in like periods")]
#[test_case(&within(with("previous quarter"), Likeness::default()); "a band without a size")]
#[test_case(&within(with("previous quarter"), percent("-5")); "a negative band")]
#[test_case(&within(with("previous quarter"), Likeness { points: Some(amount("1")), ..percent("5") }); "two sizes")]
#[test_case(&within(with("previous quarter"), Likeness { own: Some(false), ..Likeness::default() }); "own, but not")]
fn what_contradicts_itself_is_refused(comparison: &document::Comparison) {
    let problem = Comparison::from_document(comparison).expect_err("it contradicts itself");
    assert!(problem.what().ends_with('.') && problem.mend().ends_with('.'));
}

#[test]
fn the_default_is_the_same_period_last_year() {
    let default = Comparison::from_document(&document::Comparison::default());
    assert_eq!(default, Ok(Comparison::default()));
}

#[test]
fn a_negative_threshold_is_refused() {
    let row = snapshot("higher", r#""current": 71"#).with("threshold", "-0.1");
    let loaded = load("now.json", file(HALF_YEAR, "measures", &[row]).as_bytes());
    let said: Vec<String> = loaded.findings.iter().map(|finding| finding.problem.what()).collect();
    assert_eq!(said, ["The threshold is negative."]);
}
