//! Every shipped rule at, just inside and just outside each of its boundaries, both ways round.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use quarterlight::assess::{Case, Judged};
use quarterlight::document::read_rule;
use quarterlight::model::{Rule, Tolerance, shipped, shipped_rule};
use quarterlight::terms::{
    Absence, Amount, Basis, Keyword, Polarity, QuarterNumber, Reported, Unit,
};
use test_case::test_case;

fn amount(text: &str) -> Amount {
    text.parse().expect("a number")
}

/// A case from words such as "higher 75 67.5 floor=70 own=10 last=60": polarity, target, actual and the rest.
fn case(rule: &str, words: &str) -> Case {
    let mut words = words.split_whitespace();
    let polarity = Polarity::from_word(words.next().expect("a polarity")).expect("a polarity");
    let target = words.next().filter(|word| *word != "-").map(amount);
    let actual = words.next().filter(|word| *word != "-").map(amount);
    let mut case = Case {
        name: "A measure".to_owned(),
        unit: Some(Unit::Percent),
        polarity: Some(polarity),
        basis: Some(Basis::Snapshot),
        quarter: QuarterNumber::Two,
        target,
        actual: actual.ok_or(Absence::NotProvided),
        rule: shipped_rule(rule).expect("a shipped rule").clone(),
        ..Case::default()
    };
    for word in words {
        match word.split_once('=').expect("a name and a value") {
            ("floor", text) => case.floor = Some(amount(text)),
            ("own", text) => case.tolerance = Some(Tolerance::PercentOfTarget(amount(text))),
            ("points", text) => case.tolerance = Some(Tolerance::Points(amount(text))),
            ("units", text) => case.tolerance = Some(Tolerance::Amount(amount(text))),
            ("last", text) => case.same_period_last_year = Some(amount(text)),
            ("basis", text) => case.basis = Basis::from_word(text),
            ("quarter", "4") => case.quarter = QuarterNumber::Four,
            other => panic!("{other:?}"),
        }
    }
    case
}

#[track_caller]
fn judged(case: &Case) -> Judged {
    let judged = case.judged().expect("a verdict");
    let derivation = judged.progress().derivation();
    assert!(derivation.sentence.ends_with('.'), "{}", derivation.sentence);
    judged
}

#[track_caller]
fn check(rule: &str, words: &str, expected: &str) {
    let judged = judged(&case(rule, words));
    let progress = judged.progress();
    assert_eq!(progress.status().word(), expected, "{}", progress.derivation());
}

#[test_case("higher 75 75", "on course"; "met exactly")]
#[test_case("higher 75 74.99 floor=70", "uncertain"; "just under")]
#[test_case("higher 75 70 floor=70", "uncertain"; "on the floor")]
#[test_case("higher 75 69.99 floor=70", "off course"; "under the floor")]
#[test_case("lower 75 75.01 floor=80", "uncertain"; "lower, just over")]
#[test_case("lower 75 80 floor=80", "uncertain"; "lower, on the floor")]
#[test_case("lower 75 80.01 floor=80", "off course"; "lower, beyond it")]
#[test_case("higher 75 70", "not rated"; "missed without a floor")]
#[test_case("higher 75 76", "on course"; "met without a floor")]
#[test_case("higher - 76", "data only"; "no target")]
fn kent(words: &str, expected: &str) {
    check("kent", words, expected);
}

#[test_case("higher 75 75", "on course"; "met exactly")]
#[test_case("higher 75 67.5", "uncertain"; "10 percent off exactly")]
#[test_case("higher 75 67.49", "off course"; "just outside")]
#[test_case("higher 59 53", "off course"; "10 point 17 percent off")]
#[test_case("lower 75 82.5", "uncertain"; "lower, 10 percent off exactly")]
#[test_case("lower 75 82.51", "off course"; "lower, just outside")]
#[test_case("plan 75 67.5", "uncertain"; "plan, 10 percent under")]
#[test_case("plan 75 82.51", "off course"; "plan, too high")]
#[test_case("lower 0 0", "on course"; "a target of 0, met")]
#[test_case("lower 0 0.01", "off course"; "a target of 0 has no amber")]
#[test_case("higher -10 -11", "uncertain"; "negative, 10 percent off exactly")]
#[test_case("higher -10 -11.01", "off course"; "negative, just outside")]
#[test_case("none 75 60", "data only"; "monitored only")]
#[test_case("higher - 60", "data only"; "no target")]
#[test_case("higher 75 -", "no data"; "no figure")]
fn maidstone(words: &str, expected: &str) {
    check("maidstone", words, expected);
}

#[test]
fn an_annual_figure_that_is_awaited_is_not_due() {
    let case = Case {
        basis: Some(Basis::Annual),
        actual: Err(Absence::NotYetAvailable),
        ..case("maidstone", "higher 75 -")
    };
    assert_eq!(judged(&case).progress().status().word(), "not due");
}

#[test_case("higher 100 90", "on course"; "10 percent off exactly")]
#[test_case("higher 100 89.9 last=89.8", "uncertain"; "further off, and improved")]
#[test_case("higher 100 89.9 last=89.9", "uncertain"; "further off, and held")]
#[test_case("higher 100 89.9 last=90", "off course"; "further off, and worse")]
#[test_case("higher 100 89.9", "not rated"; "further off, and nothing to compare with")]
#[test_case("lower 100 110", "on course"; "lower, 10 percent off exactly")]
#[test_case("lower 100 110.1 last=110.1", "uncertain"; "lower, held")]
#[test_case("lower 100 110.1 last=110", "off course"; "lower, worse")]
fn havering_2013(words: &str, expected: &str) {
    check("havering-2013", words, expected);
}

#[test_case("havering-2016"; "havering 2016")]
#[test_case("havering-2024"; "havering 2024")]
#[test_case("epping-forest"; "epping forest")]
#[test_case("reigate-banstead"; "reigate and banstead")]
#[test_case("pentana"; "pentana")]
#[test_case("camms"; "camms")]
fn the_measures_own_tolerance(rule: &str) {
    check(rule, "higher 80 80 own=5", "on course");
    check(rule, "higher 80 76 own=5", "uncertain");
    check(rule, "higher 80 75.99 own=5", "off course");
    check(rule, "higher 80 78 points=2", "uncertain");
    check(rule, "higher 80 77.9 points=2", "off course");
    check(rule, "lower 80 84 own=5", "uncertain");
    check(rule, "lower 80 84.01 own=5", "off course");
    check(rule, "higher 80 79", "not rated");
    check(rule, "higher 80 81", "on course");
}

#[test_case("plan 80 84 own=5", "on course"; "within the posts")]
#[test_case("plan 80 76 own=5", "on course"; "on the other post")]
#[test_case("plan 80 84.01 own=5", "off course"; "outside")]
#[test_case("plan 80 75.99 own=5", "off course"; "outside on the other side")]
#[test_case("lower 0 0 own=5", "on course"; "a target of 0, met")]
#[test_case("lower 0 1 own=5", "off course"; "a target of 0 has no amber")]
fn camms_goal_posts(words: &str, expected: &str) {
    check("camms", words, expected);
}

#[test_case("havering-2017"; "havering")]
#[test_case("crawley"; "crawley")]
#[test_case("mid-east-antrim"; "mid and east antrim")]
fn there_is_no_amber(rule: &str) {
    check(rule, "higher 80 80", "on course");
    check(rule, "higher 80 79.99", "off course");
    check(rule, "lower 80 80", "on course");
    check(rule, "lower 80 80.01", "off course");
}

#[test_case("higher 200 190", "on course"; "5 percent off exactly")]
#[test_case("higher 200 189.99", "uncertain"; "just outside 5 percent")]
#[test_case("higher 200 180", "uncertain"; "10 percent off exactly")]
#[test_case("higher 200 179.99", "off course"; "just outside 10 percent")]
#[test_case("lower 200 210", "on course"; "lower, 5 percent off exactly")]
#[test_case("lower 200 220", "uncertain"; "lower, 10 percent off exactly")]
#[test_case("lower 200 220.01", "off course"; "lower, just outside")]
fn bracknell(words: &str, expected: &str) {
    check("bracknell", words, expected);
}

#[test_case("higher 100 100", "on course"; "met")]
#[test_case("higher 100 97 own=3", "on course"; "within the tolerance that was filled in")]
#[test_case("higher 100 96.9 own=3", "uncertain"; "beyond it")]
#[test_case("higher 100 99 own=0", "uncertain"; "every miss is amber")]
#[test_case("higher 100 90 own=3", "uncertain"; "10 percent off exactly")]
#[test_case("higher 100 89.9 own=3", "off course"; "more than 10 percent off")]
#[test_case("higher 100 95", "not rated"; "nothing was filled in")]
fn cambridgeshire(words: &str, expected: &str) {
    check("cambridgeshire", words, expected);
}

#[test_case("belfast-2023", "higher 200 198", "on course"; "1 percent off exactly")]
#[test_case("belfast-2023", "higher 200 197.9", "uncertain"; "just outside 1 percent")]
#[test_case("belfast-2023", "higher 200 190.1", "uncertain"; "just inside 5 percent")]
#[test_case("belfast-2023", "higher 200 190", "off course"; "5 percent off exactly")]
#[test_case("belfast-2023", "lower 200 210", "off course"; "lower, 5 percent off exactly")]
#[test_case("belfast-2024", "higher 200 190", "uncertain"; "a year later, 5 percent off exactly")]
#[test_case("belfast-2024", "higher 200 189.9", "off course"; "a year later, just outside")]
#[test_case("belfast-2023", "higher 200 -", "no data"; "grey")]
fn belfast(rule: &str, words: &str, expected: &str) {
    check(rule, words, expected);
}

#[test_case("chorley", "higher 80 76", "uncertain"; "5 percent off exactly")]
#[test_case("chorley", "higher 80 75.99", "off course"; "just outside")]
#[test_case("chorley", "lower 80 84", "uncertain"; "lower, 5 percent off exactly")]
#[test_case("mid-devon", "higher 80 72", "uncertain"; "10 percent off exactly")]
#[test_case("mid-devon", "lower 80 88.01", "off course"; "lower, more than 10 percent adverse")]
fn one_tolerance(rule: &str, words: &str, expected: &str) {
    check(rule, words, expected);
}

#[test_case("higher 80 84.01 own=5", "on course"; "better by more than the tolerance")]
#[test_case("higher 80 84 own=5", "acceptable"; "better by the tolerance")]
#[test_case("higher 80 80 own=5", "acceptable"; "on target")]
#[test_case("higher 80 76 own=5", "acceptable"; "worse by the tolerance")]
#[test_case("higher 80 75.99 own=5", "off course"; "worse by more")]
#[test_case("lower 80 75.99 own=5", "on course"; "lower, better by more")]
#[test_case("lower 80 84.01 own=5", "off course"; "lower, worse by more")]
fn east_riding(words: &str, expected: &str) {
    check("east-riding", words, expected);
}

#[test_case("higher 80 80 floor=70", "on course"; "the higher target")]
#[test_case("higher 80 79.9 floor=70", "acceptable"; "between the two")]
#[test_case("higher 80 70 floor=70", "acceptable"; "the lower target")]
#[test_case("higher 80 69.9 floor=70", "off course"; "under the lower target")]
#[test_case("lower 80 90 floor=90", "acceptable"; "lower is better, the lower target")]
#[test_case("lower 80 90.1 floor=90", "off course"; "lower is better, beyond it")]
fn lincoln(words: &str, expected: &str) {
    check("lincoln", words, expected);
}

#[test_case("higher 80 80 last=90", "on course"; "met")]
#[test_case("higher 80 79 last=78.9", "uncertain"; "missed and better")]
#[test_case("higher 80 79 last=79", "off course"; "missed and level")]
#[test_case("higher 80 79 last=79.1", "off course"; "missed and worse")]
#[test_case("lower 80 81 last=81.1", "uncertain"; "lower, missed and better")]
#[test_case("higher 80 79", "not rated"; "missed, and nothing to compare with")]
fn thurrock(words: &str, expected: &str) {
    check("thurrock-2014", words, expected);
}

#[test]
fn an_officer_judges_in_medway() {
    let judged = judged(&case("medway-2009", "higher 80 90"));
    assert_eq!(judged.progress().status().word(), "not rated");
    assert_eq!(judged.position.status().word(), "on course", "what is worked out stays beside it");
}

#[test]
fn a_rule_without_statuses_leaves_data() {
    check("highland", "higher 80 90", "data only");
    check("scottish-npf", "lower 80 90", "data only");
}

// A published rule's target is the one printed beside the figure, whatever the basis.
#[test]
fn a_cumulative_figure_is_held_against_the_target_as_printed() {
    check("maidstone", "higher 100 90 basis=cumulative", "uncertain");
    check("maidstone", "higher 100 89 basis=cumulative", "off course");
}

#[test]
fn the_organisations_own_words_are_used() {
    let sentence =
        |rule, words| judged(&case(rule, words)).progress().derivation().sentence.clone();
    assert_eq!(
        sentence("kent", "higher 75 72 floor=70"),
        "Floor met at the end of Quarter 2: 72% against a target of 75% (higher is better): 3 points short, within the floor of 70%."
    );
    assert_eq!(
        sentence("bracknell", "higher 200 185"),
        "Uncertain at the end of Quarter 2: 185% against a target of 200% (higher is better): 15 points short, within 10% of the target."
    );
    assert_eq!(
        sentence("bracknell", "higher 200 150"),
        "Off course at the end of Quarter 2: 150% against a target of 200% (higher is better): 50 points short, more than 10% of the target."
    );
    assert_eq!(
        sentence("thurrock-2014", "higher 80 79 last=79"),
        "Off course at the end of Quarter 2: 79% against a target of 80% (higher is better): 1 point short, level with the same period last year."
    );
    assert_eq!(
        sentence("rotherham", "higher 95 55"),
        "Off course at the end of Quarter 2: 55% against a target of 95% (higher is better): 40 points short, with the year-end outlook off course."
    );
}

// The library

#[test]
fn every_shipped_rule_is_whole() {
    assert!(shipped().len() >= 15, "{}", shipped().len());
    let text = include_str!("../assets/rules.json");
    let listed = text.matches("\"id\":").count();
    assert_eq!(shipped().len(), listed, "every rule of the file can be read");
    for rule in shipped() {
        let id = rule.id.as_deref().expect("an id");
        assert!(rule.name.is_some() && rule.body.is_some() && rule.source.is_some(), "{id}");
        assert!(rule.note.is_some(), "{id}");
        assert!(rule.doubts().is_empty(), "{id}: {:?}", rule.doubts());
        assert!(rule.reports != Reported::Position || !rule.bands.is_empty(), "{id}");
    }
}

#[test]
fn a_rule_can_be_like_a_shipped_one() {
    let (rule, findings) = read_rule(
        "rule.json",
        r#"{"like": "havering-2016", "tolerance": {"percent_of_target": 2}}"#,
    );
    assert!(findings.is_empty(), "{findings:?}");
    let rule = Rule::from_document(&rule.expect("a rule")).expect("a sound rule");
    let case = |actual| Case { rule: rule.clone(), ..case("kent", actual) };
    assert_eq!(judged(&case("higher 100 98")).progress().status().word(), "uncertain");
    assert_eq!(judged(&case("higher 100 97.9")).progress().status().word(), "off course");
}
