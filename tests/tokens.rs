//! What stands in braces among the words is the figure of the row itself.
#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

use std::rc::Rc;

use quarterlight::app::{Action, FileRead, Part, Place, State};
use quarterlight::assess::{Assessment, DoubtKind, Subject, Tokens, quality};
use quarterlight::model::{History, Report, load};
use quarterlight::view::{page, page_text};
use test_case::test_case;

const ROWS: &str = r#"
    "objectives": [{"id": "care", "title": "Care", "commentary": "SAID"}],
    "measures": [
      {"id": "entered", "ref": "PED02 05", "also": "NI 066", "title": "Children entering care", "objective": "care",
       "unit": "number of children", "polarity": "lower", "basis": "snapshot",
       "figures": {"last_year": {"value": 1140, "marks": "provisional"}, "target": {"value": 68, "under_review": true},
         "current": 49, "same_period_last_year": 52}},
      {"ref": "PED02 06", "title": "Placements", "unit": "%", "decimals": 1,
       "figures": {"current": {"absent": "not yet available", "expected": "Q3"}, "target": 84}},
      {"ref": "PED03", "title": "First of two"},
      {"ref": "PED03", "title": "Second of two", "id": "second", "figures": {"current": 7}}
    ],
    "milestones": [
      {"ref": "M 1", "title": "Plan agreed", "due": "2020-03-31", "status": "on course"},
      {"ref": "M 2", "title": "Review held", "due": "to be advised", "status": "uncertain"}
    ]"#;

#[track_caller]
fn report(text: &str) -> Rc<Report> {
    let loaded = load("file.json", text.as_bytes());
    assert!(loaded.findings.is_empty(), "{:#?}", loaded.findings);
    loaded.report.expect("a file without findings has a report")
}

fn text(said: &str) -> String {
    format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "Test Council", "directorate": "People",
            "period": "2019/20 Q2", {}}}"#,
        ROWS.replace("SAID", &said.replace('\\', "\\\\").replace('"', "\\\""))
    )
}

/// The words of the objective on the page.
#[track_caller]
fn printed(said: &str) -> String {
    let bytes = Ok(text(said).into_bytes());
    let state = State::default()
        .after(Action::Opened(vec![FileRead { name: "file.json".to_owned(), bytes }]))
        .after(Action::Go(Place::Report(Part::Measures)));
    assert!(state.findings.is_empty(), "{:#?}", state.findings);
    let page = page_text(&page(&state));
    let (_, group) = page.split_once("\n##  Care\n").expect("the objective has its heading");
    let (words, _) = group.split_once("\nPED02 05 ").expect("its first row follows");
    let line = words.lines().find_map(|line| line.strip_prefix("  "));
    line.expect("the commentary stands under the heading").to_owned()
}

#[test_case("{PED02 05 current}", "49"; "a figure")]
#[test_case("{ped2-5 Current}", "49"; "a reference in other letters")]
#[test_case("{NI66 current}", "49"; "another reference that the row goes by")]
#[test_case("{entered current}", "49"; "an id")]
#[test_case("{ PED02  05   current }", "49"; "with spaces")]
#[test_case("{PED02 05 target}", "68 (under review)"; "a target, with what is known of it")]
#[test_case("{PED02 05 last year}", "1,140 (provisional)"; "last year, with how firm it is")]
#[test_case("{PED02 05 last-year}", "1,140 (provisional)"; "a hyphen for the space")]
#[test_case("{PED02 05 same period last year}", "52"; "the longest word that fits")]
#[test_case("{PED02 05 previous quarter}", "Not stated"; "a figure that the file does not give")]
#[test_case("{PED02 06 current}", "Available Q3"; "an absence says its reason")]
#[test_case("{PED02 06 target}", "84.0%"; "with the places and the unit of the row")]
#[test_case("{PED02 05 direction}", "Better"; "a direction")]
#[test_case("{PED02 05 position}", "On course"; "the position")]
#[test_case("{PED02 06 direction}", "Not comparable (No current figure)"; "a direction that there is not")]
#[test_case("{PED02 05 title}", "Children entering care"; "a title")]
#[test_case("{M1 progress}", "On course"; "a milestone")]
#[test_case("{M 1 due}", "31 March 2020"; "a date")]
#[test_case("{second current}", "7"; "one of two rows with a reference")]
#[test_case("Now {PED02 05 current}; then {PED02 05 same period last year}.", "Now 49; then 52."; "among words")]
#[test_case("**{PED02 05 current}** children", "49 children"; "in strong words")]
#[test_case("({PED02 05 current})[x]", "(49)[x]"; "beside brackets")]
fn a_token_prints(said: &str, expected: &str) {
    assert_eq!(printed(said), expected);
}

#[test_case("{sic}")]
#[test_case("{}")]
#[test_case("{ }")]
#[test_case("{current}"; "a word alone")]
#[test_case("{see the target}"; "words that end like a token")]
#[test_case("{1}"; "a number")]
#[test_case("{PED02 05 current"; "an open brace")]
#[test_case("PED02 05 current}"; "a closing brace")]
#[test_case("{{{"; "braces alone")]
fn other_words_in_braces_stay_as_they_are(said: &str) {
    assert_eq!(printed(said), said);
    assert!(doubts(said).is_empty());
}

#[test]
fn code_is_how_one_writes_of_tokens() {
    assert_eq!(printed("Write `{PED02 05 current}`."), "Write {PED02 05 current}.");
}

fn doubts(said: &str) -> Vec<(Subject, String, String)> {
    let report = report(&text(said));
    let history = History::new(vec![Rc::clone(&report)]);
    let assessment = Assessment::of(&history, 0);
    let doubts = quality(&history, 0, &assessment).into_iter();
    let doubts = doubts.filter(|doubt| doubt.kind == DoubtKind::TokenAstray);
    doubts.map(|doubt| (doubt.subject, doubt.what(), doubt.remedy.clone().into_owned())).collect()
}

#[test_case("{PED02 07 current}", "no row has this reference", "no row of this report has the reference PED02 07", "PED02 0"; "a reference that there is not")]
#[test_case("{XYZ 99 target}", "no row has this reference", "has the reference XYZ 99", "as it is printed"; "a reference like no other")]
#[test_case("{PED02 05 curent}", "the row has no such entry", "PED02 05 has no “curent”", "“current”"; "a slip in the word")]
#[test_case("{PED02 05 wishes}", "the row has no such entry", "PED02 05 has no “wishes”", "one of: current, target"; "a word that there is not")]
#[test_case("{PED02 05}", "the row has no such entry", "does not say what of PED02 05", "one of: current, target"; "no word")]
#[test_case("{M 1 target}", "the row has no such entry", "M 1 has no “target”", "one of: "; "a milestone has no target")]
#[test_case("{PED03 current}", "several rows have this reference", "2 rows of this report have the reference PED03", "id of the row"; "two rows with a reference")]
#[test_case("{PED02 07 curent}", "no row has this reference", "has the reference PED02 07", "PED02 0"; "slips in both")]
fn what_stands_for_nothing_is_shown_as_written_and_doubted(
    said: &str,
    beside: &str,
    what: &str,
    remedy: &str,
) {
    assert_eq!(printed(said), format!("{said} ({beside})"));
    let found = doubts(said);
    let [(subject, found_what, found_remedy)] = found.as_slice() else { panic!("{found:#?}") };
    assert_eq!(*subject, Subject::Objective(0));
    assert!(found_what.contains(what), "{found_what}");
    assert!(found_remedy.contains(remedy), "{found_remedy}");
}

#[test]
fn every_text_is_looked_through() {
    let quoted = r#""narrative": [{"title": "N", "paragraphs": "{PED9 1 current}"}],
        "risks": [{"title": "R", "mitigation": "{PED9 2 current}"}],
        "equality_actions": [{"title": "E", "commentary": "{PED9 3 current}"}],
        "strategic_issues": [{"title": "S", "indicators": ["{PED9 4 current}"], "year_1": "{PED9 5 target}"}],
        "target_reviews": [{"title": "T", "reason": "{PED9 6 current}"}],
        "measures": [{"title": "M", "commentary": "{PED9 7 current}"}],
        "milestones": [{"title": "M", "note": "{PED9 8 current}"}]"#;
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "Test Council", "directorate": "People",
            "period": "2019/20 Q2", {quoted}}}"#
    );
    let history = History::new(vec![report(&text)]);
    let doubts = quality(&history, 0, &Assessment::of(&history, 0));
    let doubts = doubts.iter().filter(|doubt| doubt.kind == DoubtKind::TokenAstray);
    let subjects: Vec<Subject> = doubts.map(|doubt| doubt.subject).collect();
    assert_eq!(
        subjects,
        [
            Subject::Measure(0),
            Subject::Milestone(0),
            Subject::Section(0),
            Subject::Risk(0),
            Subject::EqualityAction(0),
            Subject::StrategicIssue(0),
            Subject::StrategicIssue(0),
            Subject::TargetReview(0),
        ]
    );
}

#[test]
fn braces_without_end_are_read_through_once() {
    let history = History::new(vec![report(&text("-"))]);
    let assessment = Assessment::of(&history, 0);
    let tokens = Tokens::of(&history, 0, &assessment);
    for said in
        ["{".repeat(100_000), "{PED02 05 current".repeat(20_000), "{a 1 target} ".repeat(20_000)]
    {
        assert!(!tokens.pieces(&said).is_empty());
    }
}
