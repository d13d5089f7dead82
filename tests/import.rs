//! Files come in and go: what is open, what is shown and what is said of it.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use file::{Row, file, report};
use quarterlight::app::{Action, FileRead, Outcome, Saved, SortKey, State, example_files};
use quarterlight::app::{Part, Place as To, Row as Place};
use quarterlight::assess::Progress;
use quarterlight::document::{Finding, Problem};
use quarterlight::view::{Content, PartView, ReportPage, page, page_text};
use test_case::test_case;

/// A file with one measure of a target of 80, and its current figure.
fn text(period: &str, current: &str) -> String {
    let figures = format!(r#"{{"target": 80, "current": {current}}}"#);
    let row = Row::titled("Care leavers in work").word("ref", "P1").word("polarity", "higher");
    file(period, "measures", &[row.with("figures", figures).word("rule", "chorley")])
}

fn given(name: &str, text: &str) -> FileRead {
    FileRead { name: name.to_owned(), bytes: Ok(text.as_bytes().to_vec()) }
}

fn quarter(name: &str, period: &str) -> FileRead {
    given(name, &text(period, "84"))
}

fn bad(name: &str) -> FileRead {
    given(name, "Minutes of the meeting")
}

fn refused(name: &str, problem: Problem) -> FileRead {
    FileRead { name: name.to_owned(), bytes: Err(problem) }
}

/// The state after files were opened, all at once, in an application in which nothing was open.
fn opened(files: &[FileRead]) -> State {
    State::default().after(Action::Opened(files.to_vec()))
}

/// The state after several actions.
fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| state.after(action))
}

/// The file of the report that is shown.
#[track_caller]
fn shown(state: &State) -> &str {
    &state.report().expect("a report is shown").file
}

/// The files that are open, in the order in which they were opened.
fn open(state: &State) -> Vec<&str> {
    state.files.iter().map(|file| file.name.as_str()).collect()
}

/// What is said of the last import.
fn said(state: &State) -> String {
    page(state).messages.outcome.unwrap_or_default()
}

/// Everything that was found, each as its file and what it is.
fn found(state: &State) -> Vec<String> {
    let findings = state.findings.iter();
    findings.map(|finding| format!("{}: {}", finding.file, finding.problem.what())).collect()
}

#[track_caller]
fn shown_page(state: &State) -> ReportPage {
    let Content::Report(view) = page(&state.after(Action::Go(To::Report(Part::Measures)))).content
    else {
        panic!("no report is on screen")
    };
    let PartView::Measures(page) = view.part else { panic!("another part") };
    *page
}

/// The references of the measures that are on screen, in their order.
fn references(state: &State) -> Vec<String> {
    let groups = shown_page(state).groups.into_iter();
    groups.flat_map(|group| group.measures).map(|row| row.reference).collect()
}

fn example() -> State {
    State::default().after(Action::OpenExample)
}

/// A reader in the middle of something: a row explained, a commentary in full, a filter and an order.
fn busy() -> State {
    let actions = [
        Action::ToggleWhy(Place::Measure(3)),
        Action::ToggleWhy(Place::Milestone(0)),
        Action::ToggleCommentary(Place::Measure(3)),
        Action::FilterGroup(Some(1)),
        Action::FilterStatus(Progress::NotRated),
        Action::FilterText("children".to_owned()),
        Action::Sort(SortKey::Title),
        Action::DismissFindings,
    ];
    after(&example(), actions)
}

/// Checks that nothing but messages came of an import.
#[track_caller]
fn check_untouched(before: &State, state: &State) {
    let rows = |state: &State| (state.why.clone(), state.in_full.clone());
    assert_eq!((open(state), shown(state)), (open(before), shown(before)));
    assert_eq!(rows(state), rows(before));
    assert_eq!((&state.filter, state.order), (&before.filter, before.order));
    // Opening leads to the report, wherever one was.
    let after = State { place: before.place.clone(), ..state.after(Action::DismissFindings) };
    assert!(after == *before, "something else changed");
}

// What cannot be read

#[test_case(bad("notes.json"), "notes.json: This is not JSON: expected a value here."; "not a quarter file")]
#[test_case(given("empty.json", ""), "empty.json: The file is empty."; "empty")]
#[test_case(refused("gone.json", Problem::Unreadable("it was moved".to_owned())), "gone.json: The browser could not read it: it was moved."; "unreadable")]
#[test_case(refused("huge.json", Problem::TooLarge(200_000_000)), "huge.json: The file is 200 MB. A quarter file is rarely over 1 MB, and nothing over 100 MB is read."; "too large")]
fn a_bad_file_leaves_what_was_open_and_shown_untouched(file: FileRead, what: &str) {
    let before = busy();
    let name = file.name.clone();
    let state = before.after(Action::Opened(vec![file]));
    assert_eq!(found(&state), [what]);
    assert_eq!(said(&state), format!("{name} could not be opened. 1 problem to mend."));
    check_untouched(&before, &state);
}

#[test]
fn what_is_done_again_is_said_again() {
    let open = |state: &State, name| state.after(Action::Opened(vec![quarter(name, "2019/20 Q2")]));
    let times = |state: &State| page(state).messages.times;
    let first = open(&State::default(), "q2.json");
    let known = open(&first, "q2.json");
    let again = open(&known, "q2.json");
    assert_eq!([times(&first), times(&known)], [None, None]);
    assert_eq!((said(&again), times(&again)), (said(&known), Some("(2 times)".to_owned())));
    let save = |state: &State| state.after(Action::Saved(Saved::Written("a.html".to_owned())));
    let saved = save(&again);
    assert_eq!(times(&saved), None);
    assert_eq!(times(&save(&save(&saved))).as_deref(), Some("(3 times)"));
    assert_eq!(times(&save(&saved.after(Action::DismissFindings))), None);
}

#[test]
fn a_copy_under_another_name_is_no_other_report() {
    let (text, other) = (text("2019/20 Q2", "84"), text("2019/20 Q2", "85"));
    let state = opened(&[given("q2.json", &text)]);
    let state = state.after(Action::Opened(vec![given("copy of q2.json", &text)]));
    assert_eq!(said(&state), "copy of q2.json is open already.");
    assert_eq!((state.files.len(), state.findings.len()), (1, 0));
    // Two of one import are no more than one either.
    let state = opened(&[given("a.json", &text), given("b.json", &text)]);
    assert_eq!(said(&state), "a.json was opened. b.json is open already.");
    // What had other content under this name gives way to the copy.
    let both = opened(&[given("q2.json", &text), quarter("b.json", "2019/20 Q1")]);
    let replaced = both.after(Action::Opened(vec![given("b.json", &text)]));
    assert_eq!(
        said(&replaced),
        "b.json was opened again with its new content. 1 point to look at."
    );
    // One with another figure is another report.
    let state = state.after(Action::Opened(vec![given("c.json", &other)]));
    assert_eq!(state.files.len(), 2);
    assert!(matches!(state.findings[0].problem, Problem::Conflict { .. }));
}

#[test]
fn a_bad_file_that_has_the_name_of_an_open_one_does_not_replace_it() {
    let before = opened(&[quarter("q2.json", "2019/20 Q2")]);
    let state = before.after(Action::Opened(vec![bad("q2.json")]));
    assert_eq!((&state.files, &state.history), (&before.files, &before.history));
    assert_eq!(said(&state), "q2.json could not be opened. 1 problem to mend.");
}

#[test]
fn bad_files_are_listed_and_the_good_ones_among_them_opened() {
    let state = opened(&[bad("a.json"), quarter("q2.json", "2019/20 Q2"), bad("z.json")]);
    assert_eq!((open(&state), shown(&state)), (vec!["q2.json"], "q2.json"));
    let files: Vec<&str> = state.findings.iter().map(|finding| finding.file.as_str()).collect();
    assert_eq!(files, ["a.json", "z.json"]);
}

#[test]
fn a_bad_file_alone_leaves_the_start() {
    let state = opened(&[bad("a.json")]);
    assert!(state.report().is_none());
    assert_eq!(page(&state).content, Content::Start);
    assert_eq!(state.findings.len(), 1);
}

#[test]
fn messages_are_those_of_the_last_import() {
    let first = opened(&[bad("a.json")]);
    let second = first.after(Action::Opened(vec![quarter("q2.json", "2019/20 Q2")]));
    assert_eq!(
        (second.findings.as_slice(), said(&second).as_str()),
        (&[][..], "q2.json was opened.")
    );
}

#[test]
fn an_import_in_hand_is_shown_until_it_has_come_to_something() {
    let reading =
        Action::Reading { done: 3_000_000, total: 12_000_000, name: "q2.json".to_owned() };
    let state = State::default().after(reading);
    let bar = page(&state).messages.progress.expect("a bar");
    assert_eq!((bar.text.as_str(), bar.percent), ("Reading q2.json: 3 of 12 MB", 25));
    let problem = Problem::Unreadable("it was moved".to_owned());
    let state = state.after(Action::Opened(vec![refused("q2.json", problem)]));
    assert_eq!(page(&state).messages.progress, None);
}

// Several files

#[test]
fn files_in_any_order_come_to_the_same_and_show_the_newest_quarter() {
    let files = [
        quarter("a.json", "2019/20 Q2"),
        quarter("b.json", "2018/19 Q4"),
        quarter("c.json", "2019/20 Q1"),
    ];
    let expected = opened(&files);
    assert_eq!(shown(&expected), "a.json");
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let at_once = opened(&order.map(|index| files[index].clone()));
        assert_eq!(at_once.history, expected.history, "{order:?} at once");
        assert_eq!(shown(&at_once), "a.json", "{order:?} at once");
        let one_by_one = order.map(|index| Action::Opened(vec![files[index].clone()]));
        let one_by_one = after(&State::default(), one_by_one);
        assert_eq!(one_by_one.history, expected.history, "{order:?} one by one");
    }
}

#[test]
fn files_of_one_name_from_two_folders_are_both_opened() {
    let files = [quarter("q2.json", "2018/19 Q2"), quarter("q2.json", "2019/20 Q2")];
    let state = opened(&files);
    assert_eq!(open(&state), ["q2.json", "q2.json (2)"]);
    assert_eq!(state.report().map(|report| report.period.to_string()), Some("2019/20 Q2".into()));
    let periods = |state: &State| -> Vec<String> {
        state.history.reports().iter().map(|report| report.period.to_string()).collect()
    };
    assert_eq!(periods(&state), ["2018/19 Q2", "2019/20 Q2"]);
    let [a, b] = files.clone();
    assert_eq!(opened(&[b, a]).history, state.history);
    let again = state.after(Action::Opened(files.to_vec()));
    assert_eq!((&again.files, again.findings.len()), (&state.files, 0));
}

#[test]
fn a_file_chosen_twice_at_once_is_opened_once() {
    let state = opened(&[quarter("q2.json", "2019/20 Q2"), quarter("q2.json", "2019/20 Q2")]);
    assert_eq!(open(&state), ["q2.json"]);
    assert!(state.findings.is_empty(), "{:?}", state.findings);
}

#[test_case(&["2019/20 Q2", "2021/22"]; "the plan of a later year")]
#[test_case(&["2019/20", "2019/20 Q2"]; "the plan of the same year")]
fn a_plan_opened_beside_a_quarter_does_not_take_its_place(periods: &[&str]) {
    let named = |period: &&str| quarter(&format!("{}.json", period.replace('/', "-")), period);
    let files: Vec<FileRead> = periods.iter().map(named).collect();
    assert_eq!(shown(&opened(&files)), "2019-20 Q2.json");
}

#[test]
fn a_report_opened_later_is_what_it_was_opened_for() {
    let first = opened(&[quarter("q2.json", "2019/20 Q2")]);
    for period in ["2018/19 Q4", "2021/22"] {
        assert_eq!(shown(&first.after(Action::Opened(vec![quarter("b.json", period)]))), "b.json");
    }
}

// The same file again

#[test]
fn the_same_name_with_the_same_bytes_is_open_already() {
    let before = busy();
    let state = before.after(Action::Opened(vec![example_files().swap_remove(0)]));
    assert_eq!(said(&state), "2018-19-q4.json is open already.");
    check_untouched(&before, &state);
    let state = before.after(Action::OpenExample);
    assert_eq!(said(&state), "2 files are open already: 2018-19-q4.json, 2019-20-q2.json.");
}

#[test]
fn the_same_name_with_new_bytes_replaces() {
    let files = [quarter("q1.json", "2019/20 Q1"), quarter("q2.json", "2019/20 Q2")];
    let newer = text("2019/20 Q1", "85");
    let state = opened(&files).after(Action::Opened(vec![given("q1.json", &newer)]));
    assert_eq!(open(&state), ["q1.json", "q2.json"], "in its place");
    assert_eq!(state.files[0].report, report("q1.json", &newer));
    assert_eq!(*state.files[0].bytes, newer.into_bytes());
    assert_eq!(shown(&state), "q1.json");
    assert_eq!(said(&state), "q1.json was opened again with its new content.");
}

#[test]
fn a_replaced_report_is_judged_anew_and_its_rows_are_closed() {
    let missed = Action::Opened(vec![given("q2.json", &text("2019/20 Q2", "12"))]);
    let before = opened(&[quarter("q2.json", "2019/20 Q2")]);
    let before = before.after(Action::ToggleWhy(Place::Measure(0)));
    let state = before.after(missed);
    let status = |state: &State| state.assessment.measures[0].progress().status();
    assert_eq!((status(&before), status(&state)), (Progress::OnCourse, Progress::OffCourse));
    assert!(state.why.is_empty());
}

// Two reports for one period

#[test]
fn two_reports_for_one_period_and_directorate_are_noted() {
    let a = quarter("a.json", "2019/20 Q2");
    let b = given("b.json", &text("2019/20 Q2", "70"));
    let state = opened(&[b, a]);
    assert_eq!(
        found(&state),
        [
            "b.json: a.json and b.json are both the report of People for 2019/20 Q2. Both are open, and figures on which they differ are not compared."
        ]
    );
    assert_eq!(said(&state), "2 files were opened: a.json, b.json. 1 point to look at.");
    assert_eq!(state.history.reports().len(), 2);
}

#[test_case("\u{feff}", "\n"; "with a byte order mark")]
#[test_case("", "\r\n"; "with other line ends")]
fn a_copy_is_no_conflict(mark: &str, line_end: &str) {
    let a = text("2019/20 Q2", "84") + "\n";
    let b = format!("{mark}{}", a.replace('\n', line_end));
    assert_ne!(a, b);
    let state = opened(&[given("a.json", &a), given("b.json", &b)]);
    assert_eq!((open(&state), state.findings.len()), (vec!["a.json"], 0));
    assert_eq!(said(&state), "a.json was opened. b.json is open already.");
}

#[test_case(("\"People\"", "\"Place\""); "of another directorate")]
#[test_case(("Halton Borough Council", "Trafford Council"); "of another council")]
#[test_case(("2019/20 Q2", "2019/20 Q3"); "of another quarter")]
fn other_reports_are_no_conflict((from, to): (&str, &str)) {
    let a = text("2019/20 Q2", "84");
    let b = a.replace(from, to);
    assert_ne!(a, b);
    assert_eq!(found(&opened(&[given("a.json", &a), given("b.json", &b)])), [""; 0]);
}

#[test]
fn a_conflict_is_noted_with_the_files_that_make_it_and_not_again() {
    let b = given("b.json", &text("2019/20 Q2", "70"));
    let state = opened(&[quarter("a.json", "2019/20 Q2"), b.clone()]);
    assert_eq!(state.findings.len(), 1);
    let state = state.after(Action::Opened(vec![quarter("c.json", "2019/20 Q3")]));
    assert_eq!(found(&state), [""; 0]);
    let state = state.after(Action::Close("b.json".to_owned())).after(Action::Opened(vec![b]));
    assert_eq!(state.findings.len(), 1, "whichever of the two is new");
}

#[test]
fn a_conflict_is_over_when_either_file_is_closed() {
    for name in ["a.json", "b.json"] {
        let b = given("b.json", &text("2019/20 Q2", "70"));
        let state = opened(&[quarter("a.json", "2019/20 Q2"), b, bad("c.json")]);
        assert_eq!(state.findings.len(), 2);
        let files: Vec<String> =
            state.after(Action::Close(name.to_owned())).findings.into_iter().map(file_of).collect();
        assert_eq!(files, ["c.json"], "after closing {name}");
    }
}

fn file_of(finding: Finding) -> String {
    finding.file
}

// Pasted text

#[test]
fn pasted_texts_are_numbered() {
    let pasted = |period: &str| Action::Pasted(text(period, "84"));
    let state = after(&State::default(), [pasted("2019/20 Q1"), pasted("2019/20 Q2")]);
    assert_eq!(open(&state), ["Pasted text 1", "Pasted text 2"]);
    assert_eq!(said(&state), "Pasted text 2 was opened.");
    let state = after(&state, [Action::Close("Pasted text 1".to_owned()), pasted("2019/20 Q3")]);
    assert_eq!(open(&state), ["Pasted text 2", "Pasted text 1"], "a free number is used again");
}

#[test]
fn pasted_text_that_is_no_report_takes_no_number() {
    let bad = Action::Pasted("Ref,Measure\n1,2".to_owned());
    let state = after(&State::default(), [bad.clone()]);
    assert_eq!(said(&state), "Pasted text 1 could not be opened. 1 problem to mend.");
    let state = after(&state, [Action::Pasted(text("2019/20 Q2", "84")), bad]);
    assert_eq!(open(&state), ["Pasted text 1"]);
    assert_eq!(said(&state), "Pasted text 2 could not be opened. 1 problem to mend.");
}

#[test]
fn text_that_is_open_already_is_not_opened_again() {
    let pasted = Action::Pasted(text("2019/20 Q2", "84"));
    let state = after(&State::default(), [pasted.clone(), pasted.clone()]);
    assert_eq!((open(&state), state.findings.len()), (vec!["Pasted text 1"], 0));
    assert_eq!(said(&state), "Pasted text 1 is open already.");
    let state = opened(&[quarter("q2.json", "2019/20 Q2")]).after(pasted);
    assert_eq!(
        (open(&state), said(&state).as_str()),
        (vec!["q2.json"], "q2.json is open already.")
    );
}

// Closing

#[test]
fn closing_another_file_leaves_the_reader_where_they_were() {
    let before = busy();
    assert_eq!(shown(&before), "2019-20-q2.json");
    let state = before.after(Action::Close("2018-19-q4.json".to_owned()));
    assert_eq!((open(&state), shown(&state)), (vec!["2019-20-q2.json"], "2019-20-q2.json"));
    assert_eq!((&state.why, &state.in_full), (&before.why, &before.in_full));
    assert_eq!(state.filter, before.filter);
}

#[test]
fn closing_the_file_that_is_shown_shows_the_newest_quarter_that_is_left() {
    let state = opened(&[
        quarter("q1.json", "2019/20 Q1"),
        quarter("q2.json", "2019/20 Q2"),
        quarter("q3.json", "2019/20 Q3"),
        quarter("plan.json", "2021/22"),
    ]);
    assert_eq!(shown(&state), "q3.json");
    let state = state.after(Action::ToggleAllWhy).after(Action::Close("q3.json".to_owned()));
    assert_eq!(shown(&state), "q2.json");
    assert!(state.why.is_empty(), "rows of the report that is gone");
    let state = after(&state, ["q1.json", "q2.json"].map(|name| Action::Close(name.to_owned())));
    assert_eq!(shown(&state), "plan.json");
    let state = state.after(Action::Close("plan.json".to_owned()));
    assert_eq!(page(&state).content, Content::NothingOpen);
}

#[test]
fn a_figure_of_a_closed_file_is_no_longer_compared_with() {
    let then = given("then.json", &text("2018/19 Q2", "70"));
    let state = opened(&[then, quarter("now.json", "2019/20 Q2")]);
    let direction = |state: &State| state.assessment.measures[0].direction().status();
    let closed = state.after(Action::Close("then.json".to_owned()));
    assert_ne!(direction(&state), direction(&closed));
    assert_eq!(direction(&closed), direction(&opened(&[quarter("now.json", "2019/20 Q2")])));
}

#[test]
fn what_was_found_in_a_file_goes_with_it() {
    let misspelt = text("2019/20 Q1", "84").replace("\"measures\"", "\"perod\": 1, \"measures\"");
    let state = opened(&[given("q1.json", &misspelt), bad("a.json")]);
    assert_eq!(state.findings.len(), 2);
    let state = state.after(Action::Close("q1.json".to_owned()));
    assert_eq!(found(&state), ["a.json: This is not JSON: expected a value here."]);
}

#[test]
fn messages_about_the_files_that_are_left_can_still_be_put_away() {
    let files = [bad("a.json"), quarter("q1.json", "2019/20 Q1"), quarter("q2.json", "2019/20 Q2")];
    let state = opened(&files).after(Action::Close("q1.json".to_owned()));
    assert_eq!(state.findings.len(), 1);
    assert_eq!(said(&state), "q2.json was opened. a.json could not be opened. 1 problem to mend.");
    let state = opened(&files[1..2]).after(Action::Close("q1.json".to_owned()));
    assert_eq!(state.outcome, None, "there is nothing left to say");
}

// What is said

fn names(count: usize) -> Vec<String> {
    ["a.json", "b.json", "c.json"].iter().take(count).map(ToString::to_string).collect()
}

#[test_case(1, "a.json was opened. a.json was opened again with its new content. a.json is open already. a.json could not be opened."; "one of each")]
#[test_case(2, "2 files were opened: a.json, b.json. 2 files were opened again with their new content: a.json, b.json. 2 files are open already: a.json, b.json. 2 files could not be opened: a.json, b.json."; "several of each")]
#[test_case(0, ""; "nothing")]
fn an_outcome_in_sentences(count: usize, expected: &str) {
    let outcome = Outcome {
        opened: names(count),
        replaced: names(count),
        unchanged: names(count),
        refused: names(count),
    };
    assert_eq!(outcome.text(&[]), expected);
}

#[test_case(0, 0, ""; "nothing found")]
#[test_case(1, 0, "1 problem to mend."; "a problem")]
#[test_case(2, 0, "2 problems to mend."; "problems")]
#[test_case(1500, 1000, "1,500 problems to mend and 1,000 points to look at."; "over 999")]
#[test_case(0, 1, "1 point to look at."; "a point")]
#[test_case(0, 2, "2 points to look at."; "points")]
#[test_case(1, 1, "1 problem to mend and 1 point to look at."; "one of each")]
#[test_case(2, 3, "2 problems to mend and 3 points to look at."; "several of each")]
fn findings_are_counted(errors: usize, warnings: usize, expected: &str) {
    let conflict = Problem::Conflict { what: "They differ.".to_owned() };
    let mut findings = vec![Finding::whole("a.json", Problem::Empty); errors];
    findings.extend(vec![Finding::whole("a.json", conflict); warnings]);
    // A note asks for nothing, so it is not counted.
    findings.push(Finding::whole("a.json", Problem::ByteOrderMark));
    assert_eq!(Outcome::default().text(&findings), expected);
}

// The rows on screen

#[test]
fn statuses_are_chosen_together_and_one_by_one_taken_back() {
    let only = |state: &State, wanted: &[Progress]| {
        let page = shown_page(state);
        let mut rows = page.groups.iter().flat_map(|group| {
            let milestones = group.milestones.iter().map(|row| row.progress.status);
            group.measures.iter().map(|row| row.progress.status).chain(milestones)
        });
        rows.all(|status| wanted.contains(&status))
    };
    let amber = example().after(Action::FilterStatus(Progress::Uncertain));
    assert_eq!(shown_page(&amber).shown.as_deref(), Some("13 of 66 rows shown"));
    assert!(only(&amber, &[Progress::Uncertain]));
    let both = amber.after(Action::FilterStatus(Progress::OffCourse));
    assert!(only(&both, &[Progress::Uncertain, Progress::OffCourse]));
    assert!(!only(&both, &[Progress::Uncertain]));
    let red = both.after(Action::FilterStatus(Progress::Uncertain));
    assert!(only(&red, &[Progress::OffCourse]));
    assert_eq!(red.after(Action::FilterStatus(Progress::OffCourse)), example());
}

#[test]
fn filters_narrow_one_another_and_are_cleared_together() {
    let text = Action::FilterText("budget".to_owned());
    let found = example().after(text);
    assert_eq!(references(&found), ["PED03 08", "PED04 06"]);
    let narrowed = found.after(Action::FilterGroup(Some(3)));
    assert_eq!(references(&narrowed), ["PED04 06"]);
    assert_eq!(shown_page(&narrowed).groups.len(), 1);
    assert_eq!(narrowed.after(Action::ClearFilter), example());
    let nothing = narrowed.after(Action::FilterText("no such words".to_owned()));
    assert!(shown_page(&nothing).groups.is_empty());
    assert_eq!(shown_page(&nothing).shown.as_deref(), Some("0 of 66 rows shown"));
    assert_eq!(shown_page(&nothing).counts.len(), shown_page(&example()).counts.len());
}

#[test]
fn counts_and_headline_are_of_the_whole_report_whatever_is_shown() {
    let (all, some) = (shown_page(&example()), shown_page(&busy()));
    let numbers = |page: &ReportPage| -> Vec<(usize, usize)> {
        page.counts.iter().map(|count| (count.measures, count.milestones)).collect()
    };
    assert_eq!((numbers(&some), &some.headline), (numbers(&all), &all.headline));
    let chosen: Vec<&str> = some
        .counts
        .iter()
        .filter(|count| count.is_chosen)
        .map(|count| count.word.as_str())
        .collect();
    assert_eq!(chosen, ["Not rated"]);
}

#[test]
fn sorting_by_title_and_back_again() {
    let report = example().after(Action::FilterGroup(Some(1)));
    let as_printed = references(&report);
    let sorted = report.after(Action::Sort(SortKey::Title));
    let titles: Vec<String> =
        shown_page(&sorted).groups[0].measures.iter().map(|row| row.title.to_lowercase()).collect();
    assert!(titles.is_sorted(), "{titles:#?}");
    assert_ne!(references(&sorted), as_printed);
    let mut reversed = references(&sorted.after(Action::Sort(SortKey::Title)));
    reversed.reverse();
    assert_eq!(reversed, references(&sorted));
    assert_eq!(references(&sorted.after(Action::Sort(SortKey::Reference))), as_printed);
}

#[test]
fn sorting_by_progress_puts_the_worst_first_and_rows_alike_in_their_order() {
    let state = example().after(Action::Sort(SortKey::Progress));
    let mut statuses = 0;
    for group in shown_page(&state).groups {
        let keys: Vec<(Progress, Place)> =
            group.measures.iter().map(|row| (row.progress.status, row.row)).collect();
        assert!(keys.is_sorted(), "{}: {keys:?}", group.title);
        statuses += keys.iter().filter(|(status, _)| *status == Progress::OffCourse).count();
    }
    assert!(statuses > 0, "the example has bad news to put first");
}

#[test]
fn sorting_and_filtering_leave_an_explained_row_explained() {
    let place = Place::Measure(3);
    let state = example().after(Action::ToggleWhy(place));
    let actions = [
        Action::Sort(SortKey::Title),
        Action::Sort(SortKey::Title),
        Action::FilterText("care".to_owned()),
    ];
    let state = after(&state, actions);
    let groups = shown_page(&state).groups.into_iter();
    let explained: Vec<Place> = groups
        .flat_map(|group| group.measures)
        .filter(|row| row.below.why.is_some())
        .map(|row| row.row)
        .collect();
    assert_eq!(explained, [place]);
    assert!(state.after(Action::ToggleWhy(place)).why.is_empty());
}

#[test]
fn all_rows_are_explained_at_once_and_closed_at_once() {
    let explained = |state: &State| -> usize {
        let groups = shown_page(state).groups.into_iter();
        let rows = groups.flat_map(|group| {
            let milestones = group.milestones.into_iter().map(|row| row.below);
            group.measures.into_iter().map(|row| row.below).chain(milestones)
        });
        rows.filter(|below| below.why.is_some()).count()
    };
    let one = example().after(Action::ToggleWhy(Place::Milestone(0)));
    assert_eq!(explained(&one), 1);
    let all = one.after(Action::ToggleAllWhy);
    assert_eq!(explained(&all), 66, "some open is not all open");
    assert_eq!(explained(&all.after(Action::ToggleAllWhy)), 0);
    assert_eq!(State::default().after(Action::ToggleAllWhy), State::default());
}

#[test]
fn another_report_starts_with_its_rows_closed() {
    let before = busy();
    let state = before.after(Action::Show(0));
    assert_eq!(shown(&state), "2018-19-q4.json");
    assert!(state.why.is_empty() && state.in_full.is_empty());
    assert_eq!(state.filter.group, None, "a group is known by its place in a report");
    assert_eq!((&state.filter.text, state.order), (&before.filter.text, before.order));
    assert_eq!(shown(&state.after(Action::Show(99))), "2019-20-q2.json", "there is no such place");
}

/// The message is about the last import, and goes; what was found belongs to the file.
#[test]
fn what_was_found_in_a_file_is_known_while_it_is_open() {
    let doubtful = text("2019/20 Q2", "84").replace("chorley", "chorly");
    let state = opened(&[given("q2.json", &doubtful), quarter("q1.json", "2019/20 Q1")]);
    let state = after(&state, [Action::DismissFindings, Action::Go(To::Report(Part::Data))]);
    let is_said = |state: &State| page_text(&page(state)).contains("Did you mean “chorley”?");
    assert!(is_said(&state), "{}", page_text(&page(&state)));
    assert!(!is_said(&state.after(Action::Close("q2.json".to_owned()))));
}

// The example

#[test]
fn the_example_opens_with_nothing_found() {
    let state = example();
    assert_eq!(found(&state), [""; 0]);
    assert_eq!(said(&state), "2 files were opened: 2018-19-q4.json, 2019-20-q2.json.");
    assert_eq!(shown(&state), "2019-20-q2.json");
    assert_eq!(state.assessment.measures.len() + state.assessment.milestones.len(), 66);
}
