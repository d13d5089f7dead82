//! Rules written out in a file: their conditions, what is wrong with them, and which measures they are for.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use file::{Row, file, report};
use quarterlight::assess::Assessment;
use quarterlight::document::read_rule;
use quarterlight::model::{History, Report, Rule, load};
use quarterlight::terms::Keyword;
use std::rc::Rc;
use test_case::test_case;

fn rule(text: &str) -> Rule {
    let (rule, findings) = read_rule("rule.json", text);
    assert!(findings.is_empty(), "{findings:?}");
    Rule::from_document(&rule.expect("a rule")).expect("a sound rule")
}

fn doubts(text: &str) -> Vec<String> {
    rule(text)
        .doubts()
        .iter()
        .map(|problem| format!("{} {}", problem.what(), problem.mend()))
        .collect()
}

const GREEN: &str = r#"{"status": "on course", "met": true}"#;
const AMBER: &str = r#"{"status": "uncertain", "missed_by": {"percent_of_target": 10}}"#;
const FLOOR: &str = r#"{"status": "uncertain", "floor": "reached"}"#;
const BETTER: &str = r#"{"status": "on course", "last_year": "better"}"#;
const LEVEL: &str = r#"{"status": "uncertain", "last_year": "not worse"}"#;
const BY_YEAR_END: &str = r#"{"status": "on course", "outlook": "on course"}"#;
const NOT_BY_YEAR_END: &str = r#"{"status": "off course", "outlook": "off course"}"#;
const POINTS: &str = r#"{"status": "uncertain", "missed_by": {"points": 5}}"#;
const NEAR: &str = r#"{"status": "on course", "away_by": {"points": 5}}"#;
const BEATEN: &str = r#"{"status": "complete", "beaten_by": {"points": 5}}"#;
const MISSED: &str = r#"{"status": "off course", "met": false}"#;
const RED: &str = r#"{"status": "off course"}"#;

fn bands(bands: &[&str]) -> String {
    format!(r#"{{"bands": [{}]}}"#, bands.join(", "))
}

// Bands that can never apply, and figures that no band takes

#[test]
fn a_sound_rule_raises_no_doubt() {
    assert_eq!(doubts(&bands(&[GREEN, AMBER, RED])), [""; 0]);
}

#[test]
fn a_band_after_one_that_takes_everything_never_applies() {
    assert_eq!(
        doubts(&bands(&[GREEN, RED, AMBER])),
        [
            "Band 3 (“uncertain”) can never apply: the bands before it take every figure that it could. Change the order of the bands or their limits, or remove it."
        ]
    );
}

#[test]
fn a_narrower_limit_after_a_wider_one_never_applies() {
    let narrow = r#"{"status": "acceptable", "missed_by": {"percent_of_target": 5}}"#;
    let found = doubts(&bands(&[GREEN, AMBER, narrow, RED]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("Band 3 (“acceptable”) can never apply"), "{found:?}");
    assert_eq!(doubts(&bands(&[GREEN, narrow, AMBER, RED])), [""; 0]);
}

#[test]
fn limits_of_different_kinds_do_not_hide_each_other() {
    let points = r#"{"status": "acceptable", "missed_by": {"points": 2}}"#;
    assert_eq!(doubts(&bands(&[GREEN, AMBER, points, RED])), [""; 0]);
}

#[test_case(&[GREEN, AMBER], "a figure that misses its target by more than 10% of the target"; "beyond the last limit")]
#[test_case(&[AMBER], "a figure that misses its target by more than 10% of the target"; "only a limit")]
#[test_case(&[GREEN], "a figure that misses its target"; "only met")]
#[test_case(&[GREEN, FLOOR], "a figure that is not within the measure's floor or ceiling"; "below the floor")]
#[test_case(&[BETTER, LEVEL], "a figure that is worse than in the same period last year"; "worse than last year")]
#[test_case(&[GREEN, LEVEL], "a figure that misses its target and is worse than in the same period last year"; "missed and worse")]
#[test_case(&[BY_YEAR_END, NOT_BY_YEAR_END], "a figure that has the year-end outlook “uncertain”"; "an uncertain outlook")]
#[test_case(&[GREEN, r#"{"status": "off course", "polarity": "higher"}"#], "a figure that misses its target, where lower is better"; "one polarity")]
#[test_case(&[GREEN, POINTS], "a figure that misses its target by more than 5 percentage points"; "points")]
#[test_case(&[NEAR, BEATEN, MISSED], "a figure that is better than its target and is not a percentage"; "points alone")]
#[test_case(&[r#"{"status": "off course", "met": false}"#], "a figure that is better than its target"; "only missed")]
fn a_gap_is_named(given: &[&str], expected: &str) {
    let found = doubts(&bands(given));
    assert_eq!(
        found,
        [format!(
            "The bands leave a gap: none of them takes {expected}. Add a band for it; a last band without conditions takes everything that is left."
        )]
    );
}

#[test]
fn an_exclusive_limit_leaves_its_boundary_out() {
    let below = r#"{"status": "uncertain", "missed_by": {"points": 5, "exclusive": true}}"#;
    let found = doubts(&bands(&[GREEN, below]));
    assert!(
        found[0].contains("reaches a target") || found[0].contains("exactly 5 percentage points"),
        "{found:?}"
    );
}

#[test]
fn less_than_a_percentage_of_nothing_is_never_reached() {
    let less =
        r#"{"status": "on course", "away_by": {"percent_of_target": 10, "exclusive": true}}"#;
    let exactly = r#"{"status": "uncertain", "away_by": {"percent_of_target": 0}}"#;
    // 0 against a target of 0 is not less than 10% of it away.
    assert_eq!(doubts(&bands(&[less, exactly, RED])), [""; 0]);
}

#[test]
fn less_than_nothing_is_never_reached() {
    let less = r#"{"status": "on course", "away_by": {"amount": 0, "exclusive": true}}"#;
    let found = doubts(&bands(&[less, RED]));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("Band 1 (“on course”) can never apply"), "{found:?}");
    let better = r#"{"status": "complete", "beaten_by": {"amount": 0, "exclusive": true}}"#;
    let worse = r#"{"status": "off course", "met": false}"#;
    let found = doubts(&bands(&[better, less, worse]));
    assert!(found[1].contains("takes a figure that exactly meets its target."), "{found:?}");
}

#[test]
fn a_tolerance_of_its_own_may_be_nothing_or_none_for_its_unit() {
    let less = r#"{"status": "on course", "away_by": {"own": true, "exclusive": true}}"#;
    let up_to = r#"{"status": "uncertain", "away_by": {"own": true}}"#;
    let met = r#"{"status": "acceptable", "missed_by": {"amount": 0}}"#;
    assert_eq!(doubts(&bands(&[less, up_to, met, RED])), [""; 0]);
}

#[test]
fn a_rule_of_thousands_of_bands_is_not_looked_through_and_that_is_said() {
    let many: Vec<String> = (1..2_000)
        .map(|size| {
            format!(r#"{{"status": "uncertain", "missed_by": {{"percent_of_target": {size}}}}}"#)
        })
        .collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert_eq!(
        doubts(&bands(&many)),
        [
            "The bands have too many conditions to tell whether they leave a gap. Let the last band have no conditions: it takes everything that is left."
        ]
    );
    assert_eq!(doubts(&bands(&[&many[..], &[RED]].concat())), [""; 0]);
    assert!(doubts(&bands(&many[..50]))[0].starts_with("The bands leave a gap"));
}

#[test]
fn a_doubtful_rule_is_applied_and_the_doubt_has_its_place() {
    let row = Row::titled("A measure")
        .word("polarity", "higher")
        .word("unit", "%")
        .with("rule", bands(&[GREEN, RED, AMBER]))
        .with("figures", r#"{"current": 70, "target": 75}"#);
    let loaded = load("now.json", file("2019/20 Q2", "measures", &[row]).as_bytes());
    let found: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("measures[0].rule.bands[2]"), "{found:?}");
    let report = loaded.report.expect("a report");
    assert_eq!(statuses(report), ["off course"]);
}

const TOO_MANY_POINTS: &str = "The rule's limits are in percentage points, and the measure is not in percent: none of them applies.";
const UNUSED: &str = "None of the rule's bands asks for its tolerance: it changes nothing.";
const TWICE: &str = "The direction “Previous quarter” is given twice.";
const EMPTY: &str = "The list is empty, which is read as if it were not there.";

#[test_case("number", r#"{"tolerance": {"points": 5}}"#, "rule", TOO_MANY_POINTS; "points on a count")]
#[test_case("%", r#"{"tolerance": {"points": 5}}"#, "", ""; "points on a percentage")]
#[test_case("number", r#"{"tolerance": {"amount": 5}}"#, "", ""; "an amount on a count")]
#[test_case("number", r#"{"tolerance": {"points": 5}, "bands": [{"status": "on course", "met": true}, {"status": "off course"}]}"#, "rule.tolerance", UNUSED; "a tolerance that no band asks for")]
#[test_case("%", r#"{"like": "maidstone", "tolerance": {"points": 5}}"#, "rule.tolerance", UNUSED; "a tolerance beside a rule with numbers of its own")]
#[test_case("%", r#"{"like": "havering-2016", "tolerance": {"points": 5}}"#, "", ""; "a tolerance that bands ask for")]
#[test_case("%", r#"{"tolerance": {"percent_of_target": 0}}"#, "", ""; "a miss is a miss")]
#[test_case("%", r#"{"name": "N", "tolerance": {"points": 5}, "statuses": [{"status": "off course", "name": "Red"}, {"status": "off course", "name": "Bad"}]}"#, "rule.statuses[1]", "“off course” is named twice; its first name is used."; "two names for one status")]
#[test_case("%", r#"{"name": "N", "tolerance": {"points": 5}, "statuses": [{"status": "off course", "name": "Red"}, {"status": "uncertain", "name": "Red"}]}"#, "rule.statuses[1]", "Two statuses are called “Red”."; "one name for two statuses")]
#[test_case("%", r#"{"name": "N", "tolerance": {"points": 5}, "statuses": [{"status": "on course", "name": "Green"}, {"status": "uncertain", "name": "green"}]}"#, "rule.statuses[1]", "Two statuses are called “green”."; "the same but for its capital")]
#[test_case("%", r#"{"name": "N", "tolerance": {"points": 5}, "statuses": [{"status": "uncertain", "name": "On course"}]}"#, "rule.statuses[0]", "Two statuses are called “On course”."; "the name of another status")]
#[test_case("%", r#"{"name": "N", "tolerance": {"points": 5}, "statuses": [{"status": "uncertain", "name": "On course"}, {"status": "on course", "name": "Met"}]}"#, "rule.statuses[0]", "“uncertain” is called “On course”, which is another status of milestones and outlooks. Give it another name."; "the name of another that has one of its own")]
#[test_case("%", r#"{"name": "N", "tolerance": {"points": 5}, "statuses": [{"status": "off course", "name": "Red"}, {"status": "acceptable", "name": "Red"}]}"#, "rule.statuses[1]", "Two statuses are called “Red”. Give each a name of its own."; "the name of a status between")]
#[test_case("%", r#"{"name": "N", "tolerance": {"points": 5}, "statuses": [{"status": "uncertain", "name": "Acceptable"}]}"#, "", ""; "a plain word that the rule does not use")]
#[test_case("%", r#"{"name": "N", "tolerance": {"points": 5}, "statuses": [{"status": "uncertain", "name": "Uncertain"}]}"#, "", ""; "its own name")]
#[test_case("%", r#"{"name": "N", "tolerance": {"points": 5}, "statuses": [{"status": "on course", "name": "Green"}, {"status": "complete", "name": "Green"}]}"#, "", ""; "what is achieved was on course")]
#[test_case("%", r#"{"directions": [{"name": "Trend", "with": "previous quarter"}, {"name": "Trend", "with": "year before"}]}"#, "rule.directions[1]", "The direction “Trend” is given twice."; "two directions of one name")]
#[test_case("%", r#"{"directions": ["previous quarter", "previous quarter"]}"#, "rule.directions[1]", TWICE; "the same direction twice")]
#[test_case("%", r#"{"directions": ["previous quarter", "same period last year"]}"#, "", ""; "two directions")]
#[test_case("%", r#"{"name": "N", "bands": []}"#, "rule.bands", EMPTY; "no bands")]
#[test_case("%", r#"{"name": "N", "directions": []}"#, "rule.directions", EMPTY; "no directions")]
fn what_a_rule_does_not_do_is_said(unit: &str, rule: &str, place: &str, expected: &str) {
    let row = Row::titled("A measure")
        .word("polarity", "higher")
        .word("unit", unit)
        .with("rule", rule)
        .with("figures", r#"{"current": 97, "target": 100}"#);
    let loaded = load("now.json", file("2019/20 Q2", "measures", &[row]).as_bytes());
    let found: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
    assert!(loaded.report.is_some_and(|report| report.measures.len() == 1), "{found:?}");
    let is_said =
        |one: &String| one.contains(&format!("measures[0].{place}")) && one.contains(expected);
    assert_eq!(found.len(), usize::from(!expected.is_empty()), "{found:?}");
    assert!(found.iter().all(is_said), "{found:?}");
}

#[test_case("100.1", "on course"; "better by less")]
#[test_case("200", "on course"; "better by much")]
fn points_beyond_the_target_are_for_percentages(current: &str, expected: &str) {
    let beaten = r#"{"status": "complete", "beaten_by": {"points": 5}}"#;
    let percent = r#"{"status": "uncertain", "missed_by": {"percent_of_target": 5}}"#;
    let row = Row::titled("A measure")
        .word("polarity", "higher")
        .with("rule", bands(&[beaten, GREEN, percent, RED]))
        .with("figures", format!(r#"{{"current": {current}, "target": 100}}"#));
    assert_eq!(statuses(report("now.json", &file("2019/20 Q2", "measures", &[row]))), [expected]);
}

#[test_case("lower", "0", "0", "on course"; "10 percent of nothing")]
#[test_case("lower", "-1", "0", "complete"; "better than nothing")]
#[test_case("higher", "110", "100", "complete"; "10 percent better exactly")]
#[test_case("higher", "109", "100", "on course"; "less than 10 percent better")]
fn a_figure_that_equals_its_target_is_not_better(
    polarity: &str,
    current: &str,
    target: &str,
    expected: &str,
) {
    let beaten = r#"{"status": "complete", "beaten_by": {"percent_of_target": 10}}"#;
    let row = Row::titled("A measure")
        .word("polarity", polarity)
        .with("rule", bands(&[beaten, GREEN, RED]))
        .with("figures", format!(r#"{{"current": {current}, "target": {target}}}"#));
    assert_eq!(statuses(report("now.json", &file("2019/20 Q2", "measures", &[row]))), [expected]);
}

#[test_case(r#""rule": {"tolerance": {"points": 5}}"#, r#"{"id": "o", "title": "O"}"#, &["now.json, line 1, column 11, rule: The rule's limits are in percentage points, and none of them applies to “Calls” and 1 more, which are not in percent."]; "the report's")]
#[test_case(r#""rule": "maidstone""#, r#"{"id": "o", "title": "O", "rule": {"tolerance": {"points": 5}}}"#, &["objectives[0].rule (O): The rule's limits are in percentage points, and none of them applies to “Calls”, which is not in percent."]; "an objective's")]
#[test_case(r#""rule": {"tolerance": {"amount": 5}}"#, r#"{"id": "o", "title": "O"}"#, &[]; "an amount is for all of them")]
fn a_rule_of_many_says_whom_it_is_not_for(rule: &str, objective: &str, expected: &[&str]) {
    let plain = |title: &str, unit: &str, target: &str| {
        Row::titled(title)
            .word("unit", unit)
            .with("figures", format!(r#"{{"current": 97, "target": {target}}}"#))
    };
    let row = |title: &str, unit: &str, target: &str| {
        plain(title, unit, target).word("polarity", "lower")
    };
    let rows = [
        row("Share", "%", "100"),
        row("Share by its target", "number", r#"{"value": 100, "unit": "%"}"#),
        plain("Without better or worse", "number", "100"),
        plain("Neither is better", "number", "100").word("polarity", "none"),
        row("Calls", "number", "100").word("objective", "o"),
        row("Letters", "number", "100"),
        row("For information", "number", "\"not applicable\""),
        row("With its own", "number", "100").word("rule", "maidstone"),
    ];
    let text = file("2019/20 Q2", "measures", &rows);
    let text = text.replacen('{', &format!(r#"{{ {rule}, "objectives": [{objective}],"#), 1);
    let loaded = load("now.json", text.as_bytes());
    let found: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), expected.len(), "{found:?}");
    assert!(found.iter().zip(expected).all(|(one, expected)| one.contains(expected)), "{found:?}");
    assert_eq!(loaded.report.map(|report| report.measures.len()), Some(8));
}

// What contradicts itself

#[test_case(r#"{"bands": [{"status": "no data"}]}"#, "A band cannot give the status “no data”"; "a status of the unrated")]
#[test_case(r#"{"bands": [{"status": "uncertain", "missed_by": {}}]}"#, "The limit gives no number."; "no number")]
#[test_case(r#"{"bands": [{"status": "uncertain", "missed_by": {"points": 1, "own": true}}]}"#, "The limit gives a number and says that it is the measure's own."; "a number and own")]
#[test_case(r#"{"bands": [{"status": "uncertain", "away_by": {"points": -1}}]}"#, "The limit is negative."; "negative")]
#[test_case(r#"{"unrated": {"no_target": "on course"}}"#, "A measure that cannot be rated cannot be called “on course”."; "rated without a target")]
#[test_case(r#""maidston""#, "There is no shipped rule with the id “maidston”."; "an unknown id")]
fn is_refused(text: &str, expected: &str) {
    let (rule, _) = read_rule("rule.json", text);
    let problem = Rule::from_document(&rule.expect("a rule")).expect_err("a contradiction");
    assert!(problem.what().starts_with(expected), "{}", problem.what());
}

#[test]
fn the_nearest_id_is_proposed() {
    let (rule, _) = read_rule("rule.json", r#""maidston""#);
    let problem = Rule::from_document(&rule.expect("a rule")).expect_err("an unknown id");
    assert_eq!(problem.mend(), "Did you mean “maidstone”?");
}

#[test]
fn what_has_no_rule_says_why() {
    let row = Row::titled("A measure")
        .word("polarity", "higher")
        .with("figures", r#"{"current": 97, "target": 100}"#);
    let text = file("2019/20 Q2", "measures", &[row]);
    let text = text.replacen("\"measures\"", "\"rule\": \"maidston\", \"measures\"", 1);
    let report = load("now.json", text.as_bytes()).report.expect("a report");
    let assessment = Assessment::of(&History::new(vec![report]), 0);
    assert_eq!(
        assessment.measures[0].progress().derivation().sentence,
        "Not rated: its rule could not be read, so there is none to judge by."
    );
}

// Whose rule it is

fn statuses(report: Rc<Report>) -> Vec<&'static str> {
    let assessment = Assessment::of(&History::new(vec![report]), 0);
    assessment.measures.iter().map(|judged| judged.progress().status().word()).collect()
}

/// A measure 7% under its target.
fn seven_percent_off(title: &str) -> Row {
    Row::titled(title)
        .word("polarity", "higher")
        .word("unit", "%")
        .word("basis", "snapshot")
        .with("figures", r#"{"current": 93, "target": 100}"#)
}

fn with_objectives(report_rule: &str, objectives: &str, rows: &[Row]) -> Rc<Report> {
    let text = file("2019/20 Q2", "measures", rows).replacen(
        "\"measures\"",
        &format!(r#"{report_rule} "objectives": {objectives}, "measures""#),
        1,
    );
    report("now.json", &text)
}

#[test]
fn a_measures_rule_goes_before_its_objectives_and_that_before_the_reports() {
    let objectives = r#"[
        {"id": "a", "title": "A", "rule": "bracknell",
         "objectives": [{"id": "b", "title": "B"}, {"id": "c", "title": "C", "rule": "crawley"}]},
        {"id": "d", "title": "D"}
    ]"#;
    let under = |id: &str| seven_percent_off(id).word("objective", id);
    let own = under("a").with("rule", r#""chorley""#);
    let rows = [under("a"), under("b"), under("c"), under("d"), own, seven_percent_off("none")];
    let report = with_objectives(r#""rule": "kent","#, objectives, &rows);
    let rules: Vec<_> = report
        .measures
        .iter()
        .map(|measure| measure.rule.as_ref().and_then(|rule| rule.id.clone()).unwrap_or_default())
        .collect();
    assert_eq!(rules, ["bracknell", "bracknell", "crawley", "kent", "chorley", "kent"]);
    assert_eq!(
        statuses(report),
        ["uncertain", "uncertain", "off course", "not rated", "off course", "not rated"]
    );
}

#[test]
fn a_report_can_be_read_under_another_rule() {
    let report = with_objectives(r#""rule": "crawley","#, "[]", &[seven_percent_off("A measure")]);
    let history = History::new(vec![report]);
    let other = rule(r#""bracknell""#);
    let now = Assessment::of(&history, 0);
    let then = Assessment::under(&history, 0, &other);
    assert_eq!(now.measures[0].progress().status().word(), "off course");
    assert_eq!(then.measures[0].progress().status().word(), "uncertain");
}

// Judgements

#[test_case("Director of People"; "a title")]
#[test_case("The Director"; "a title with its article")]
#[test_case("Mrs Jones"; "a name")]
#[test_case("Our Head of Service"; "with another word in front")]
fn an_officers_judgement_stands_before_what_is_worked_out(by: &str) {
    let row = seven_percent_off("A measure").with("rule", r#""crawley""#).with(
        "judgement",
        format!(
            r#"{{"progress": "uncertain", "reason": "Two schools report late.", "by": "{by}", "date": "2019-10-20"}}"#
        ),
    );
    let report = report("now.json", &file("2019/20 Q2", "measures", &[row]));
    let assessment = Assessment::of(&History::new(vec![report]), 0);
    let judged = &assessment.measures[0];
    assert_eq!(judged.progress().status().word(), "uncertain");
    assert_eq!(judged.position.status().word(), "off course");
    assert_eq!(
        judged.progress().derivation().sentence,
        format!("Judged uncertain on 20 October 2019 ({by}): Two schools report late.")
    );
}

#[test]
fn an_organisations_own_name_stands_in_a_sentence_in_small_letters() {
    let row = seven_percent_off("A measure").with("rule", r#""medway-2009""#).with(
        "judgement",
        r#"{"progress": "on course", "reason": "A late return", "by": "Head", "date": "2019-10-20"}"#,
    );
    let report = report("now.json", &file("2019/20 Q2", "measures", &[row]));
    let assessment = Assessment::of(&History::new(vec![report]), 0);
    let judged = &assessment.measures[0];
    assert_eq!(
        judged.progress().derivation().sentence,
        "Judged on track on 20 October 2019 (Head): A late return."
    );
}

const GREEN_AND_RED: &str = r#""statuses": [{"status": "on course", "name": "Green"}, {"status": "off course", "name": "Red"}, {"status": "no data", "name": "Grey"}]"#;

#[test_case("outlook"; "the outlook")]
#[test_case("position"; "the position")]
fn a_sentence_begins_with_the_name_of_its_status(reports: &str) {
    let row = seven_percent_off("A measure");
    let row = row.with("rule", format!(r#"{{"reports": "{reports}", {GREEN_AND_RED}}}"#));
    let report = report("now.json", &file("2019/20 Q2", "measures", &[row]));
    let assessment = Assessment::of(&History::new(vec![report]), 0);
    let judged = &assessment.measures[0];
    let sentence = &judged.progress().derivation().sentence;
    assert!(sentence.starts_with("Red"), "{sentence}");
    let sentence = &judged.outlook.verdict.derivation().sentence;
    assert_eq!(sentence.starts_with("Red: "), reports == "outlook", "{sentence}");
}

#[test]
fn what_cannot_be_rated_has_its_name_too() {
    let row = Row::titled("A measure")
        .word("polarity", "higher")
        .with("figures", r#"{"target": 80, "current": "not provided"}"#);
    let rule =
        format!(r#"{{"name": "Ours", "unrated": {{"no_figure": "no data"}}, {GREEN_AND_RED}}}"#);
    let report = report("now.json", &file("2019/20 Q2", "measures", &[row.with("rule", rule)]));
    let assessment = Assessment::of(&History::new(vec![report]), 0);
    let sentence = &assessment.measures[0].progress().derivation().sentence;
    assert!(sentence.starts_with("Grey: there is no current figure"), "{sentence}");
}
