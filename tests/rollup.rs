//! Rows counted by status, the shares, and every rule for the status of an objective with its boundaries.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use quarterlight::assess::{Assessment, Progress, Rollup, Tally, objective_status};
use quarterlight::model::{History, Report, load};
use quarterlight::terms::{Amount, Keyword};
use test_case::test_case;

/// The report in a text with which nothing is wrong.
#[track_caller]
fn report(text: &str) -> Rc<Report> {
    let loaded = load("now.json", text.as_bytes());
    assert!(loaded.findings.is_empty(), "{:#?}", loaded.findings);
    loaded.report.expect("a file without findings has a report")
}

/// A report with one objective. Each letter is a measure under it: r off course, a uncertain, g on course, n not
/// rated; each capital a milestone: R, A, G, N, and C complete. A digit behind a measure is its weight.
fn text(rule: &str, rows: &str) -> String {
    let mut measures = Vec::new();
    let mut milestones = Vec::new();
    for (index, letter) in rows.char_indices() {
        let weight = rows[index + 1..].chars().next().filter(char::is_ascii_digit);
        let weight = weight.map(|weight| format!(r#", "weight": {weight}"#)).unwrap_or_default();
        let mut measure = |current: &str| {
            measures.push(format!(
                r#"{{"title": "M", "objective": "a", "unit": "%", "polarity": "higher"{weight},
                    "figures": {{"current": {current}, "target": {{"value": 50, "floor": 40}}}}}}"#
            ));
        };
        let mut milestone = |status: &str| {
            milestones.push(format!(r#"{{"title": "S", "objective": "a", "status": "{status}"}}"#));
        };
        match letter {
            'r' => measure("30"),
            'a' => measure("45"),
            'g' => measure("60"),
            'n' => measure("\"not provided\""),
            'R' => milestone("off course"),
            'A' => milestone("uncertain"),
            'G' => milestone("on course"),
            'N' => milestone("not started"),
            'C' => milestone("complete"),
            _ => {}
        }
    }
    let rule =
        if rule.is_empty() { String::new() } else { format!(r#""objective_status": "{rule}","#) };
    format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "A", "directorate": "B",
            "period": "2019/20 Q2", {rule} "objectives": [{{"id": "a", "title": "An objective"}}],
            "measures": [{}], "milestones": [{}]}}"#,
        measures.join(", "),
        milestones.join(", ")
    )
}

fn judged(rule: &str, rows: &str) -> (Rc<Report>, Assessment) {
    let report = report(&text(rule, rows));
    let assessment = Assessment::of(&History::new(vec![report.clone()]), 0);
    (report, assessment)
}

fn rollup(rows: &str) -> Rollup {
    let (report, assessment) = judged("", rows);
    let whole = Rollup::of_report(&report, &assessment);
    assert_eq!(whole, Rollup::of_group(&report.groups[0], &assessment), "there is one objective");
    whole
}

fn percent(share: Option<Amount>) -> Option<String> {
    share.map(|share| share.to_string())
}

#[test]
fn measures_and_milestones_are_counted_apart() {
    let rollup = rollup("rgnnGGC");
    let counts = |tally: &Tally| tally.each().map(|(p, n)| (p.word(), n)).collect::<Vec<_>>();
    assert_eq!(counts(&rollup.measures), [("off course", 1), ("on course", 1), ("not rated", 2)]);
    assert_eq!(counts(&rollup.milestones), [("on course", 2), ("complete", 1)]);
    assert_eq!((rollup.measures.rated(), rollup.measures.all()), (2, 4));
    assert_eq!((rollup.milestones.rated(), rollup.milestones.all()), (3, 3));
}

#[test]
fn a_share_is_of_those_rated_or_of_all() {
    let measures = rollup("rgnn").measures;
    assert_eq!(percent(measures.share_of_rated(Progress::OffCourse)).as_deref(), Some("50"));
    assert_eq!(percent(measures.share_of_all(Progress::OffCourse)).as_deref(), Some("25"));
    assert_eq!(percent(measures.share_of_rated(Progress::NotRated)), None, "it is not one of them");
    assert_eq!(percent(measures.share_of_all(Progress::NotRated)).as_deref(), Some("50"));
    assert_eq!(percent(measures.share_of_all(Progress::Uncertain)).as_deref(), Some("0"));
}

#[test]
fn shares_are_rounded_for_themselves() {
    let thirds = rollup("rag").measures;
    for progress in [Progress::OffCourse, Progress::Uncertain, Progress::OnCourse] {
        assert_eq!(percent(thirds.share_of_all(progress)).as_deref(), Some("33"), "99 in all");
    }
    let halves = rollup("rggggggg").measures;
    assert_eq!(percent(halves.share_of_all(Progress::OffCourse)).as_deref(), Some("13"), "12.5");
    assert_eq!(percent(halves.share_of_all(Progress::OnCourse)).as_deref(), Some("88"), "87.5");
}

#[test]
fn without_rows_there_is_no_share() {
    let rollup = rollup("n");
    assert_eq!(rollup.measures.share_of_rated(Progress::OffCourse), None);
    assert_eq!(rollup.milestones.share_of_all(Progress::OffCourse), None);
}

#[track_caller]
fn check(rule: &str, rows: &str, expected: &str) {
    let (report, assessment) = judged(rule, rows);
    let verdict = objective_status(&report, &report.groups[0], &assessment, &[]);
    let verdict = verdict.expect("a rule is chosen");
    let derivation = verdict.derivation();
    assert_eq!(verdict.status().word(), expected, "{derivation}");
    assert_eq!(verdict.status() == Progress::NotRated, derivation.rule.is_none(), "{derivation}");
    assert_eq!(verdict.status() == Progress::NotRated, derivation.reason.is_some(), "{derivation}");
}

#[test_case("gggr", "off course"; "one red among many")]
#[test_case("ggga", "uncertain"; "one amber")]
#[test_case("ggG", "on course")]
#[test_case("gC", "on course"; "on course is not yet complete")]
#[test_case("CC", "complete")]
#[test_case("gnN", "on course"; "what is not rated does not count")]
#[test_case("gR", "off course"; "a milestone counts like a measure")]
#[test_case("nN", "not rated")]
#[test_case("", "not rated"; "nothing under it")]
fn worst(rows: &str, expected: &str) {
    check("worst", rows, expected);
}

#[test_case("gggrr", "on course"; "three of five")]
#[test_case("ggrr", "uncertain"; "half is not more than half")]
#[test_case("gggrra", "uncertain"; "half of six")]
#[test_case("rrrgg", "off course")]
#[test_case("gra", "uncertain"; "one each")]
#[test_case("gCCrr", "on course"; "complete counts as on course")]
#[test_case("CC", "complete"; "all complete")]
#[test_case("CCnN", "complete"; "all that are rated are complete")]
#[test_case("CCr", "on course"; "not all are complete")]
#[test_case("gnnnn", "on course"; "what is not rated does not count")]
#[test_case("n", "not rated")]
#[test_case("g5rr", "off course"; "weights mean nothing here")]
fn majority(rows: &str, expected: &str) {
    check("majority", rows, expected);
}

#[test_case("g3rr", "on course"; "three against two")]
#[test_case("g2rr", "uncertain"; "two against two")]
#[test_case("grr", "off course"; "without weights each is one")]
#[test_case("g2RR", "uncertain"; "a milestone weighs one")]
#[test_case("g1r0r0", "on course"; "a weight of nothing")]
#[test_case("g0", "not rated"; "nothing but weights of nothing")]
#[test_case("g1n9", "on course"; "the weight of what is not rated")]
fn weighted(rows: &str, expected: &str) {
    check("weighted", rows, expected);
}

#[test_case("a2r", "Uncertain: 2 of a total weight of 3 (2 rows rated), which is more than half."; "more than half")]
#[test_case("g2rr", "Uncertain: no status has more than half of a total weight of 4 (3 rows rated)."; "half")]
fn a_weighted_derivation_says_the_weights(rows: &str, expected: &str) {
    let (report, assessment) = judged("weighted", rows);
    let verdict = objective_status(&report, &report.groups[0], &assessment, &[]);
    assert_eq!(verdict.expect("a rule is chosen").derivation().sentence, expected);
}

#[test]
fn a_weighted_derivation_says_which_rows_weigh_more_or_less_than_1() {
    let (report, assessment) = judged("weighted", "g2r1r0n5G");
    let verdict = objective_status(&report, &report.groups[0], &assessment, &[]);
    let text = verdict.expect("a rule is chosen").derivation().to_string();
    let weights: Vec<&str> = text.lines().filter(|line| line.starts_with("Weight ")).collect();
    let expected = [
        "Weight of M: 2 (on course)",
        "Weight of M: 0 (off course)",
        "Weight that is off course: 1 (of 4)",
        "Weight that is on course: 3 (of 4)",
    ];
    assert_eq!(weights, expected);
}

#[test]
fn a_derivation_says_the_rule_and_the_counts() {
    let (report, assessment) = judged("majority", "gggrnC");
    let verdict = objective_status(&report, &report.groups[0], &assessment, &[]);
    let text = verdict.expect("a rule is chosen").derivation().to_string();
    assert_eq!(
        text,
        "On course: 4 of 5 rows rated, which is more than half.\n\
         Off course: 1 row (rows under the objective)\n\
         On course: 3 rows (rows under the objective)\n\
         Complete: 1 row (rows under the objective)\n\
         Not rated: 1 row (left out of the rule)\n\
         Rule: Majority of its rows. An objective has the status that more than half of its rated rows have, complete counting as on course unless all are complete; without such a status it is uncertain."
    );
}

#[test]
fn it_is_said_in_the_names_of_its_rows() {
    let (report, assessment) = judged("majority", "ga");
    let names = [(Progress::Uncertain, "Amber".to_owned())];
    let verdict = objective_status(&report, &report.groups[0], &assessment, &names);
    assert_eq!(
        verdict.expect("a rule is chosen").derivation().to_string(),
        "Amber: no status has more than half of 2 rows rated.\n\
         Amber: 1 row (rows under the objective)\n\
         On course: 1 row (rows under the objective)\n\
         Rule: Majority of its rows. An objective has the status that more than half of its rated rows have, complete counting as on course unless all are complete; without such a status it is amber."
    );
}

#[test]
fn without_a_rule_an_objective_has_no_status() {
    let (report, assessment) = judged("", "gr");
    assert_eq!(objective_status(&report, &report.groups[0], &assessment, &[]), None);
}

#[test]
fn rows_under_no_objective_have_none_either() {
    let text = text("worst", "gr").replace("\"objective\": \"a\", ", "");
    let report = report(&text);
    let assessment = Assessment::of(&History::new(vec![report.clone()]), 0);
    let rest = report.groups.last().expect("they stand somewhere");
    assert_eq!(rest.measures.len(), 2);
    assert_eq!(objective_status(&report, rest, &assessment, &[]), None);
}

#[test]
fn weights_too_large_to_add_are_no_trouble() {
    let weight = "79228162514264337593543950335";
    let text = text("weighted", "g1g1").replace("\"weight\": 1", &format!("\"weight\": {weight}"));
    let report = report(&text);
    let assessment = Assessment::of(&History::new(vec![report.clone()]), 0);
    let verdict = objective_status(&report, &report.groups[0], &assessment, &[]);
    assert_eq!(verdict.expect("a rule is chosen").status(), Progress::NotRated);
}

#[test]
fn a_negative_weight_is_a_problem_of_its_row() {
    let text = text("weighted", "g1r1").replacen("\"weight\": 1", "\"weight\": -1", 1);
    let loaded = load("now.json", text.as_bytes());
    let found: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("weight"), "{found:?}");
    assert_eq!(loaded.report.map(|report| report.measures.len()), Some(1));
}

#[test]
fn a_misspelt_rule_does_not_cost_the_report() {
    let loaded = load("now.json", text("worse", "gr").as_bytes());
    assert_eq!(loaded.findings.len(), 1);
    assert!(loaded.report.is_some_and(|report| report.document.objective_status.is_none()));
}
