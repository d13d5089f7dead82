//! The library of reports on the device: what is kept and what is not, what is gone on with, and every sentence.

#![expect(clippy::unwrap_used, reason = "a test stops at what should not be")]

use quarterlight::app::{
    Action, FileRead, Found, Gaps, Home, Kept, Key, LastOpen, Library, LibraryAction, Opening,
    Part, Place, Question, Refusal, Shelf, State,
};
use quarterlight::view::{Content, page, page_text};
use test_case::test_case;

const Q2: &str = "2019-20-q2.json";
const Q4: &str = "2018-19-q4.json";
const PLAN: &str = "2021-22-plan.json";

fn file(name: &str) -> FileRead {
    let bytes = std::fs::read(format!("assets/samples/{name}")).unwrap();
    FileRead { name: name.to_owned(), bytes: Ok(bytes) }
}

fn files(names: &[&str]) -> Vec<FileRead> {
    names.iter().map(|name| file(name)).collect()
}

fn key(name: &str) -> Key {
    Key::of(&file(name).bytes.unwrap())
}

fn looking(home: Home, place: &str) -> State {
    let state = State { library: Library::looking(home), ..State::default() };
    state.after(Action::Go(Place::of(place)))
}

fn ready(home: Home) -> State {
    tended(&looking(home, ""), LibraryAction::Found(Box::default()))
}

fn tended(state: &State, action: LibraryAction) -> State {
    state.after(Action::Library(action))
}

/// What the browser does for a reader who keeps: everything that is to be kept is.
fn kept(state: &State, day: &str) -> State {
    let keys = state.to_keep();
    let state = tended(state, LibraryAction::Keeping(keys.clone()));
    let open = state.files.iter().filter(|file| keys.contains(&Key::of_open(file)));
    open.map(|file| Kept::of(file, &format!("{day}T20:14:05")))
        .fold(state.clone(), |state, kept| tended(&state, LibraryAction::Kept(Box::new(kept))))
}

/// What a tab finds that is opened after another has kept.
fn stored(state: &State, last_open: Option<&LastOpen>) -> Found {
    let text = |kept: &Kept| (kept.key.to_string(), kept.label.as_ref().unwrap().text());
    Found {
        reports: state.library.kept.iter().map(text).collect(),
        own: last_open.map(|last_open| last_open.text("2026-11-22T20:15:00")),
        ..Found::default()
    }
}

fn found(state: &State, found: Found) -> State {
    tended(state, LibraryAction::Found(Box::new(found)))
}

fn text(state: &State) -> String {
    page_text(&page(state))
}

fn names(state: &State) -> Vec<&str> {
    state.files.iter().map(|file| file.name.as_str()).collect()
}

/// Two files that were opened one after the other, the first shown, a measure of it read.
fn read_before() -> State {
    let state = ready(Home::Server).after(Action::Opened(files(&[Q4])));
    let state = state.after(Action::Opened(files(&[PLAN])));
    let state = state.after(Action::Opened(files(&[Q2]))).after(Action::Show(0));
    let state = state.after(Action::DismissFindings);
    kept(&state.after(Action::Go(Place::Report(Part::Milestones))), "2026-11-22")
}

#[test_case("https:", None, true; "from a server")]
#[test_case("http:", None, true; "from a server of an intranet")]
#[test_case("file:", None, false; "from a disk, where other pages can read it")]
#[test_case("file:", Some("keep"), true; "from a disk by choice")]
#[test_case("https:", Some("do not keep"), false; "not from a server by choice")]
#[test_case("https:", Some("what is not known"), false; "not by a choice that cannot be read")]
fn keeps_by_where_it_comes_from_and_by_choice(scheme: &str, chosen: Option<&str>, keeps: bool) {
    let device = Found { keeping: chosen.map(str::to_owned), ..Found::default() };
    let state = found(&looking(Home::of(scheme), ""), device);
    assert_eq!(state.library.keeps(), keeps);
    let state = state.after(Action::Opened(files(&[Q2])));
    assert_eq!(state.to_keep().is_empty(), !keeps);
}

#[test]
fn nothing_is_kept_before_the_device_is_known_or_where_it_refuses() {
    for shelf in [Shelf::Unasked, Shelf::Looking, Shelf::Closed(Refusal::Forbidden)] {
        let mut state = State::default();
        state.library.shelf = shelf;
        let state = state.after(Action::Opened(files(&[Q2])));
        assert!(state.to_keep().is_empty());
        assert_eq!(state.to_remember(), None);
    }
}

#[test]
fn the_same_data_is_kept_once_and_the_example_never() {
    let state = ready(Home::Server).after(Action::Opened(files(&[Q2, Q4])));
    assert_eq!(state.to_keep(), [key(Q4), key(Q2)]);
    let state = kept(&state, "2026-11-22");
    assert!(state.to_keep().is_empty());
    let copy = FileRead { name: "a copy.json".to_owned(), ..file(Q2) };
    let again = kept(&state.after(Action::Opened(vec![copy])), "2026-11-23");
    assert_eq!(again.library.kept.len(), 2);

    let example = ready(Home::Server).after(Action::OpenExample);
    assert!(example.to_keep().is_empty());
    assert_eq!(example.to_remember(), None);
    let linked = found(&looking(Home::Server, "#example"), Found::default());
    assert!(!linked.files.is_empty() && linked.to_keep().is_empty());
}

#[test]
fn what_is_removed_while_it_is_open_stays_removed_until_it_is_opened_again() {
    let state = kept(&ready(Home::Server).after(Action::Opened(files(&[Q2]))), "2026-11-22");
    let state = tended(&state, LibraryAction::Remove(vec![key(Q2)]));
    let state = tended(&state, LibraryAction::Removed(vec![key(Q2)]));
    assert!(state.library.kept.is_empty() && state.to_keep().is_empty());
    let state = found(&state, Found::default());
    assert!(state.to_keep().is_empty(), "another tab's change brings nothing back");
    let state = state.after(Action::Close(Q2.to_owned())).after(Action::Opened(files(&[Q2])));
    assert_eq!(state.to_keep(), [key(Q2)]);
}

#[test]
fn a_choice_holds_for_what_is_open() {
    let state = ready(Home::Disk).after(Action::Opened(files(&[Q2])));
    assert!(state.to_keep().is_empty());
    let state = tended(&state, LibraryAction::Keep);
    assert_eq!(state.to_keep(), [key(Q2)]);
    let state = kept(&state, "2026-11-22");
    assert!(state.to_remember().is_some());
    let state = tended(&state, LibraryAction::StopKeeping);
    assert_eq!(state.to_remember(), None);
    assert_eq!(state.library.question, Some(Question::Stopped), "what is kept may be removed");
    assert_eq!(tended(&state, LibraryAction::Keep).library.question, None);
}

#[test]
fn a_reload_goes_on_at_the_same_page_of_the_same_report() {
    let before = read_before();
    let last_open = before.to_remember().unwrap();
    assert_eq!(last_open.shown.as_deref(), Some(Q4));
    let loaded = looking(Home::Server, "#/milestones");
    assert!(matches!(page(&loaded).content, Content::Opening(_)), "it is being looked for");
    let loaded = found(&loaded, stored(&before, Some(&last_open)));
    assert_eq!(loaded.library.opening, Some(Opening::LastOpen(last_open)));
    assert!(text(&loaded).contains("Opening 3 files from this device."), "{}", text(&loaded));
    let again = tended(&loaded, LibraryAction::Read(Gaps::default()));
    let again = again
        .after(Action::OpenedAgain { files: files(&[Q4, PLAN, Q2]), shown: Some(Q4.to_owned()) });
    assert_eq!(names(&again), [Q4, PLAN, Q2], "in their order");
    assert_eq!(text(&again), text(&before), "nothing is said of what was there before");
    assert_eq!(again.library.opening, None);
}

#[test]
fn the_first_page_offers_to_go_on() {
    let before = read_before();
    let last_open = before.to_remember().unwrap();
    let start = found(&looking(Home::Server, ""), stored(&before, Some(&last_open)));
    assert_eq!(start.library.opening, None, "nothing is opened that nobody asked for");
    let state = tended(&start, LibraryAction::Continue);
    assert_eq!(state.place, Place::Report(Part::Milestones));
    assert!(matches!(page(&state).content, Content::Opening(_)));
    let twice = tended(&state, LibraryAction::Continue);
    assert_eq!(twice, state, "a second click does nothing");
}

#[test_case("#/calculator"; "the calculator")]
#[test_case("#example"; "the example")]
#[test_case(""; "the first page")]
fn a_page_that_needs_no_report_opens_none(place: &str) {
    let before = read_before();
    let device = stored(&before, before.to_remember().as_ref());
    assert_eq!(found(&looking(Home::Server, place), device).library.opening, None);
}

#[test]
fn what_comes_from_elsewhere_comes_first() {
    let before = read_before();
    let device = stored(&before, before.to_remember().as_ref());
    let mut state = looking(Home::Server, "#/report");
    state.library.leaves_last = true;
    assert_eq!(page(&state).content, Content::NothingOpen);
    assert_eq!(found(&state, device.clone()).library.opening, None);
    let state = looking(Home::Server, "#/report").after(Action::Opened(files(&[Q2])));
    assert_eq!(found(&state, device).library.opening, None, "a file was quicker");
}

#[test]
fn a_tab_goes_on_with_what_it_had_open_or_else_with_the_latest() {
    let before = read_before();
    let one = |name: &str| LastOpen {
        files: vec![(key(name), name.to_owned())],
        shown: Some(name.to_owned()),
        place: Place::Report(Part::Overview),
    };
    let others = vec![one(Q2).text("2026-11-22T09:00:00"), one(PLAN).text("2026-11-21T09:00:00")];
    let device = Found { others, ..stored(&before, None) };
    let latest = found(&looking(Home::Server, ""), device.clone());
    assert_eq!(latest.library.last, Some(one(Q2)));
    let device = Found { own: Some(one(PLAN).text("2026-11-20T09:00:00")), ..device };
    assert_eq!(found(&looking(Home::Server, ""), device).library.last, Some(one(PLAN)));
}

#[test]
fn nothing_is_gone_on_with_whose_files_are_gone() {
    let last_open = read_before().to_remember().unwrap();
    let device = Found { own: Some(last_open.text("2026-11-22T20:15:00")), ..Found::default() };
    let state = found(&looking(Home::Server, "#/report"), device);
    assert_eq!(state.library.last, None);
    assert_eq!(page(&state).content, Content::NothingOpen);
}

#[test]
fn what_did_not_fit_is_tried_again_when_something_is_removed() {
    let state = kept(&ready(Home::Server).after(Action::Opened(files(&[PLAN]))), "2026-11-21");
    let state = state.after(Action::Opened(files(&[Q2])));
    let state = tended(&state, LibraryAction::Keeping(state.to_keep()));
    let refused =
        LibraryAction::NotKept { name: Q2.to_owned(), key: key(Q2), refusal: Refusal::Full };
    let state = tended(&state, refused);
    assert!(state.to_keep().is_empty(), "it is not tried for ever");
    assert_eq!(names(&state), [PLAN, Q2], "it stays open");
    insta::assert_snapshot!("library-full", page(&state).messages.notes.join("\n"));
    let state = tended(&state, LibraryAction::Removed(vec![key(PLAN)]));
    assert_eq!(state.to_keep(), [key(Q2)]);
    assert!(page(&state).messages.notes.is_empty());
}

#[test]
fn what_is_damaged_is_not_opened_and_can_be_removed_or_mended() {
    let before = read_before();
    let device = stored(&before, before.to_remember().as_ref());
    let state = found(&looking(Home::Server, "#/milestones"), device);
    let gaps = Gaps { missing: vec![PLAN.to_owned()], damaged: vec![key(Q4), key(Q2)] };
    let state = tended(&state, LibraryAction::Read(gaps));
    insta::assert_snapshot!("library-damaged", text(&state));
    assert!(!state.library.sound().iter().any(|(one, _)| *one == key(Q4)));
    let mended = kept(&state.after(Action::Opened(files(&[Q4]))), "2026-11-23");
    assert!(mended.library.sound().iter().any(|(one, _)| *one == key(Q4)));
}

#[test_case(&Refusal::Forbidden, "forbidden")]
#[test_case(&Refusal::Blocked, "blocked")]
#[test_case(&Refusal::Silent, "silent")]
#[test_case(&Refusal::Failed("Internal error.".to_owned()), "failed")]
fn a_device_that_keeps_nothing(refusal: &Refusal, name: &str) {
    let state = looking(Home::Server, "");
    let state = tended(&state, LibraryAction::Refused(refusal.clone()));
    insta::assert_snapshot!(format!("library-{name}"), text(&state));
    let opened = state.after(Action::Opened(files(&[Q2])));
    assert!(opened.report().is_some() && page(&opened).messages.notes.is_empty());
}

/// A page from elsewhere could cover the frame, and have a reader click on what removes reports.
#[test]
fn in_a_frame_of_another_site_nothing_is_shown_kept_or_removed() {
    let state = State::beginning(Place::of("#/milestones")).with_library(Home::Frame, false);
    let before = read_before();
    let device = stored(&before, before.to_remember().as_ref());
    for action in [
        LibraryAction::Found(Box::new(device)),
        LibraryAction::Keep,
        LibraryAction::Ask(Question::All),
        LibraryAction::Remove(vec![key(Q2)]),
        LibraryAction::Refused(Refusal::Silent),
    ] {
        let action = Action::Library(action);
        assert!(!state.admits(&action), "{action:?}");
        assert_eq!(state.after(action), state);
    }
    insta::assert_snapshot!("library-framed", text(&state));
    let opened = state.after(Action::Opened(files(&[Q2])));
    assert!(opened.report().is_some() && opened.to_keep().is_empty());
    assert_eq!(opened.to_remember(), None);
}

#[test]
fn files_of_one_name_are_told_apart() {
    let state = kept(&ready(Home::Server).after(Action::Opened(files(&[Q4]))), "2026-11-21");
    let state = kept(&state.after(Action::Opened(files(&[Q2]))), "2026-11-22");
    let state = state.after(Action::Close(Q2.to_owned()));
    let other = FileRead { name: Q2.to_owned(), ..file(PLAN) };
    let state = kept(&state.after(Action::Opened(vec![other])), "2026-11-23");
    let state = state.after(Action::Go(Place::Start));
    let rows = page(&state).library.unwrap().rows;
    let rows: Vec<_> = rows.iter().map(|row| (row.name.as_str(), row.version.as_str())).collect();
    for (name, version) in &rows {
        match *name {
            Q4 => {}
            name => assert_eq!(name, format!("{Q2} (data {version})")),
        }
    }
    assert_eq!(rows.iter().filter(|(name, _)| name.starts_with(Q2)).count(), 2);
    let asked = tended(&state, LibraryAction::Ask(Question::One(key(Q2))));
    let question = format!("Remove {Q2} (data {}) from this device?", rows[1].1);
    assert!(text(&asked).contains(&question), "{}", text(&asked));
}

#[test]
fn a_look_that_fails_later_forgets_nothing() {
    let state = kept(&ready(Home::Server).after(Action::Opened(files(&[Q2]))), "2026-11-22");
    let later = tended(&state, LibraryAction::Refused(Refusal::Silent));
    assert_eq!(later, state);
}

#[test]
fn the_first_page() {
    let of_disk = ready(Home::Disk);
    let kept_there = tended(&of_disk, LibraryAction::Keep);
    let empty = ready(Home::Server);
    let before = read_before();
    let device =
        Found { room: Some(2_345_678_901), ..stored(&before, before.to_remember().as_ref()) };
    let some = found(&looking(Home::Server, ""), device);
    let asked = tended(&some, LibraryAction::Ask(Question::One(key(Q2))));
    let removed = tended(&asked, LibraryAction::Remove(vec![key(Q2)]));
    let removed = tended(&removed, LibraryAction::Removed(vec![key(Q2)]));
    let all = tended(&removed, LibraryAction::Ask(Question::All));
    let stopped = tended(&removed, LibraryAction::StopKeeping);
    let exported = tended(&removed, LibraryAction::Exported(Gaps::default()));
    let open = before.after(Action::Go(Place::Start));
    let pages = [of_disk, kept_there, empty, some, asked, removed, all, stopped, exported, open];
    let texts: Vec<String> = pages.iter().map(text).collect();
    insta::assert_snapshot!("library-first-page", texts.join("\n========\n"));
}

#[test]
fn what_else_can_go_wrong() {
    let state = ready(Home::Server);
    let failed = || Refusal::Failed("Internal error.".to_owned());
    let gaps = Gaps { missing: vec![Q2.to_owned()], damaged: Vec::new() };
    let not_kept = LibraryAction::NotKept { name: Q4.to_owned(), key: key(Q4), refusal: failed() };
    let actions = [
        LibraryAction::NotRead(failed()),
        LibraryAction::NotRemoved(Refusal::Blocked),
        LibraryAction::NotExported(failed()),
        LibraryAction::NotNoted(Refusal::Forbidden),
        LibraryAction::Read(gaps),
        not_kept,
        LibraryAction::NotKept { name: Q2.to_owned(), key: key(Q2), refusal: Refusal::Full },
    ];
    let state = actions.into_iter().fold(state, |state, action| tended(&state, action));
    insta::assert_snapshot!("library-notes", page(&state).messages.notes.join("\n"));
    assert!(page(&tended(&state, LibraryAction::Dismiss)).messages.notes.is_empty());
}

#[test]
fn an_entry_that_cannot_be_read_can_be_removed() {
    let device =
        Found { reports: vec![("what".to_owned(), "version=1".to_owned())], ..Found::default() };
    let state = found(&looking(Home::Server, ""), device);
    insta::assert_snapshot!("library-unreadable", text(&state));
    let state = tended(&state, LibraryAction::Removed(vec![Key::stored("what")]));
    assert!(state.library.kept.is_empty());
}

/// Nothing below the reports on the device is shown before them, to be pushed down.
#[test]
fn what_stands_below_the_library_comes_with_it() {
    let waiting = page(&looking(Home::Server, ""));
    assert!(waiting.awaits_library && waiting.library.is_none() && waiting.footer.is_empty());
    for state in [
        ready(Home::Server),
        tended(&looking(Home::Server, ""), LibraryAction::Refused(Refusal::Silent)),
        State::default(),
    ] {
        let page = page(&state);
        assert!(!page.awaits_library && !page.footer.is_empty());
    }
    let elsewhere = page(&looking(Home::Server, "#/help"));
    assert!(!elsewhere.awaits_library && !elsewhere.footer.is_empty());
}
