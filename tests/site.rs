//! The application in its site: files that come with the address, and a new version that waits.

use quarterlight::app::{Action, FileRead, NewVersion, Place, Progressing, State};
use quarterlight::document::{Fetched, Finding, Problem};
use quarterlight::terms::Date;
use quarterlight::view::{page, page_text};
use test_case::test_case;

const REPORT: &str = r#"{ "format": "quarterlight", "version": 1, "organisation": "Halton",
    "directorate": "People", "period": "2019/20 Q2" }"#;

fn report() -> FileRead {
    FileRead { name: "q2.json".to_owned(), bytes: Ok(REPORT.into()) }
}

fn at(address: &str) -> State {
    State::default().after(Action::Go(Place::of(address)))
}

fn text(state: &State) -> String {
    page_text(&page(state))
}

// Files that the address names

#[test_case("", "#/report"; "the first page leads to the overview")]
#[test_case("#/measures", "#/measures"; "a part of the report stays")]
#[test_case("#/calculator?target=84", "#/calculator?target=84"; "the calculator stays")]
#[test_case("#/backtest", "#/backtest"; "past outlooks stay")]
#[test_case("#/measure/NOT-THERE", "#/report"; "a measure that is not in the report leads to the overview")]
fn a_file_that_comes_with_the_page_leads_where_its_address_does(address: &str, expected: &str) {
    let state = at(address).after(Action::Brought(vec![report()], Vec::new()));
    assert_eq!(state.place.address(), expected);
    assert_eq!(state.files.len(), 1);
}

#[test]
fn an_address_that_brings_nothing_stays_and_says_why() {
    let address = "https://elsewhere.example/q2.json".to_owned();
    let bytes = Err(Fetched::Elsewhere.into());
    let fetching = at("").after(Action::Importing(Progressing::Fetching(address.clone())));
    assert_eq!(
        page(&fetching).messages.progress.map(|bar| bar.text),
        Some("Fetching https://elsewhere.example/q2.json".to_owned())
    );
    let state = fetching.after(Action::Brought(vec![FileRead { name: address, bytes }], vec![]));
    assert_eq!(state.place, Place::Start);
    let text = text(&state);
    for words in [
        "https://elsewhere.example/q2.json could not be opened. 1 problem to mend.",
        "Problem: https://elsewhere.example/q2.json: This address is not on the web server that the page comes from",
        "such as “?src=reports/q2.json”",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
}

#[test]
fn a_copy_says_of_which_day_it_is() -> Result<(), Box<dyn std::error::Error>> {
    let date: Date = "2026-03-05".parse().map_err(|_| "a date")?;
    let note = Finding::whole("q2.json", Problem::Fetched(Fetched::Copy(date)));
    let state = at("").after(Action::Brought(vec![report()], vec![note]));
    let text = text(&state);
    for words in [
        "q2.json was opened. 1 point to look at.",
        "Look at: q2.json: There was no answer from the web server. This is the copy that was kept on this device on 5 March 2026.",
    ] {
        assert!(text.contains(words), "{words} is not in {text}");
    }
    Ok(())
}

#[test_case(Fetched::NotInSite, "as a single file", "“Open files”")]
#[test_case(Fetched::SentElsewhere, "sends this address on", "sign in")]
#[test_case(Fetched::NoAnswer, "no answer", "connected")]
#[test_case(Fetched::Status(403), "does not let you read this file (its answer is 403)", "sign in")]
#[test_case(Fetched::Status(404), "has no file at this address (its answer is 404)", "“?src=”")]
#[test_case(Fetched::Page, "answers with a web page instead of the file", "sign in")]
#[test_case(Fetched::Status(500), "did not give the file (its answer is 500)", "later")]
fn what_came_instead_of_a_file_is_said(fetched: Fetched, what: &str, mend: &str) {
    let problem = Problem::from(fetched);
    assert!(problem.what().contains(what), "{}", problem.what());
    assert!(problem.mend().contains(mend), "{}", problem.mend());
}

#[test_case(b"<!doctype html><p>Who are you?"; "html")]
#[test_case(b"\xEF\xBB\xBF\n  <html>"; "html behind a byte order mark and white space")]
fn a_page_to_sign_in_on_is_no_file_that_somebody_chose(answer: &[u8]) {
    assert_eq!(Fetched::checked(answer.to_vec()), Err(Problem::Fetched(Fetched::Page)));
    let file = b" { \"format\": 1 }".to_vec();
    assert_eq!(Fetched::checked(file.clone()), Ok(file));
}

#[test]
fn what_a_frame_may_not_have_saved_does_not_look_like_success() {
    for in_frame in [false, true] {
        let saved = quarterlight::app::Saved::Offered { name: "q2.html".to_owned(), in_frame };
        let messages = page(&at("#example").after(Action::Saved(saved))).messages;
        assert_eq!((messages.is_uncertain, messages.is_failure), (in_frame, false));
    }
}

// A new version

const READY: Action = Action::NewVersion(NewVersion::Ready);

#[test]
fn a_new_version_is_told_until_the_reader_decides() {
    assert!(page(&at("")).messages.new_version.is_none());
    let ready = at("").after(READY);
    let bar = "A new version of Quarterlight is ready. Once you agree, this page is loaded again with it. Until then, this version goes on being used. [Use the new version] [Not now]";
    assert!(text(&ready).contains(bar), "{}", text(&ready));
    for decision in [NewVersion::PutOff, NewVersion::Agreed] {
        let state = ready.after(Action::NewVersion(decision));
        assert!(page(&state).messages.new_version.is_none());
        // A newer one still is told again.
        assert!(page(&state.after(READY)).messages.new_version.is_some());
    }
}

#[test]
fn a_new_version_says_what_becomes_of_what_is_open() {
    let open = at("").after(Action::Opened(vec![report()])).after(READY);
    assert!(
        text(&open).contains("loaded again with it, with the same files open. "),
        "{}",
        text(&open)
    );
    let suppose = Action::Suppose {
        measure: 0,
        quarter: quarterlight::terms::QuarterNumber::Three,
        text: "5".to_owned(),
    };
    let supposed = open.after(suppose);
    assert!(text(&supposed).contains("What you supposed of coming quarters is then gone."));
}

#[test]
fn nothing_is_told_in_a_meeting() {
    let meeting = at("#example/meeting").after(READY);
    assert!(page(&meeting).messages.new_version.is_none());
    let after = meeting.after(Action::Go(Place::of("#example")));
    assert!(page(&after).messages.new_version.is_some());
}

#[test]
fn what_is_open_is_handed_on_but_for_what_comes_with_the_address() {
    let names = |state: &State| -> Vec<String> {
        state.handed_on().into_iter().map(|file| file.name).collect()
    };
    let example = at("#example");
    assert!(names(&example).is_empty() && !example.files.is_empty());
    let opened = example.after(Action::Opened(vec![report()]));
    assert_eq!(names(&opened).len(), opened.files.len());
    assert!(names(&opened).contains(&"q2.json".to_owned()));
}
