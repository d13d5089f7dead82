//! A part of a report in a frame: what its address asks for, what the page around it may ask, and what that is told.
#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

use proptest::prelude::*;
use quarterlight::app::{
    Action, Allowed, Embed, FileRead, Files, ImportStep, ImportSteps, LibraryAction, Part, Place,
    Request, State, Theme,
};
use quarterlight::view::{Content, EmbedPage, Told, page, page_text, told};
use serde_json::{Value, json};
use test_case::test_case;

fn sample(name: &str) -> Vec<u8> {
    std::fs::read(format!("assets/samples/{name}.json")).expect("a sample")
}

fn frame(address: &str) -> State {
    State::at(Place::of(address))
}

fn load(state: &State, files: &[(&str, Vec<u8>)]) -> State {
    let names: Vec<Value> = files.iter().map(|(name, _)| json!({ "name": name })).collect();
    let words = json!({ "quarterlight": 1, "type": "load", "files": names }).to_string();
    let contents = files.iter().map(|(_, bytes)| bytes.clone()).collect();
    state.after(Action::Asked(Request::of(&words, contents).expect("it is a message")))
}

fn loaded(address: &str) -> State {
    load(&frame(address), &[("2019-20-q2.json", sample("2019-20-q2"))])
}

fn ask(state: &State, message: &Value) -> State {
    let request = Request::of(&message.to_string(), Vec::new()).expect("it is a message");
    state.after(Action::Asked(request))
}

fn shown(state: &State) -> EmbedPage {
    match page(state).content {
        Content::Embed(page) => *page,
        other => panic!("not a frame: {other:?}"),
    }
}

#[track_caller]
fn embed(address: &str) -> Embed {
    Place::of(address).embed().cloned().expect("it is a frame")
}

// Addresses

#[test_case("#embed", "#embed/report"; "nothing more")]
#[test_case("#embed/", "#embed/report"; "a stroke")]
#[test_case("#embed?readonly", "#embed/report?readonly"; "options alone")]
#[test_case("#embed/measure/PED04-02", "#embed/measure/PED04-02"; "a measure")]
#[test_case("#embed/measures?status=Off%20course,off-course,sideways&objective=PED04", "#embed/measures?objective=PED04&status=off-course"; "statuses in any spelling, each once")]
#[test_case("#embed/measures?theme=dark&readonly&text=exclusion", "#embed/measures?text=exclusion&theme=dark&readonly"; "in another order")]
#[test_case("#embed/measures?theme=pink&readonly=no&size=9&=&%zz=1&text=%zz", "#embed/measures?readonly"; "what means nothing")]
#[test_case("#embed/nowhere", "#embed/report"; "a part that there is not")]
#[test_case("#embed/meeting/PED04-02", "#embed/report"; "a meeting")]
#[test_case("#embed/data", "#embed/report"; "the list of files")]
#[test_case("#embed/report?allow=save,print,camera", "#embed/report?allow=print,save"; "what the frame allows")]
#[test_case("#embed/report?origin=https://intranet.example/", "#embed/report?origin=https%3a%2f%2fintranet.example"; "an origin")]
#[test_case("#embed/report?origin=*", "#embed/report"; "every origin is none")]
fn an_address_is_understood(given: &str, meant: &str) {
    let place = Place::of(given);
    assert_eq!(place.address(), meant);
    assert_eq!(Place::of(meant), place);
}

proptest! {
    #[test]
    fn any_address_leads_somewhere_and_back(ending in "#embed[/?a-z0-9&=,%.:-]{0,60}|#embed.{0,80}") {
        let place = Place::of(&ending);
        prop_assert_eq!(Place::of(&place.address()), place);
    }

    #[test]
    fn any_words_in_an_address_are_kept(text in ".{0,80}", objective in ".{0,40}") {
        let bytes = |text: &str| {
            let each: Vec<String> = text.bytes().map(|byte| format!("%{byte:02x}")).collect();
            each.concat()
        };
        let words = format!("#embed/measures?text={}&objective={}", bytes(&text), bytes(&objective).to_uppercase());
        let read = embed(&words);
        prop_assert_eq!((&read.text, &read.objective), (&text, &objective));
        prop_assert_eq!(embed(&Place::Embed(Box::new(read.clone())).address()), read);
    }
}

// What is fixed when a frame is opened

const FIXED: &str = "#embed/report?origin=https%3a%2f%2fintranet.example&allow=save&readonly";

#[test_case("#/report", "/report"; "the application")]
#[test_case("", "/report"; "the first page")]
#[test_case("#example/measures", "/measures"; "the example")]
#[test_case("#/calculator?target=8", "/report"; "the calculator")]
#[test_case("#/backtest", "/report"; "past outlooks")]
#[test_case("#/meeting", "/report"; "a meeting")]
#[test_case("#embed/measures", "/measures"; "a frame that fixes less")]
#[test_case("#embed/measures?origin=https://evil.example&allow=print,whole", "/measures"; "a frame that fixes something else")]
fn what_is_fixed_stays(to: &str, part: &str) {
    let state = frame(FIXED).after(Action::Go(Place::of(to)));
    let rest = "?allow=save&origin=https%3a%2f%2fintranet.example&readonly";
    assert_eq!(state.place.address(), format!("#embed{part}{rest}"));
    assert!(state.files.is_empty(), "nothing is opened on the way");
}

#[test]
fn a_page_that_was_opened_whole_never_becomes_a_frame() {
    let state = State::at(Place::of("#example")).after(Action::Go(Place::of(FIXED)));
    assert_eq!(state.place, Place::Report(Part::Overview));
    assert_eq!(told(&state), Told::default());
}

#[test]
fn in_a_frame_that_is_read_only_nothing_is_opened_by_readers() {
    let state = frame("#embed?readonly");
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(sample("2019-20-q2")) };
    let text = String::from_utf8(sample("2019-20-q2")).expect("it is text");
    for action in [
        Action::Opened(vec![file]),
        Action::Pasted(text),
        Action::OpenExample,
        Action::Reading { done: 1, total: 2, name: "a.json".to_owned() },
    ] {
        assert!(!state.admits(&action));
        assert_eq!(state.after(action), state);
    }
    assert!(!shown(&state).offers_files);
    assert!(shown(&frame("#embed")).offers_files);
}

/// Somebody who has the page in a frame could let a reader open a file there and then ask for a summary of it.
#[test]
fn nothing_is_told_of_what_a_reader_opened() {
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(sample("2019-20-q2")) };
    for (opened, then) in [
        (
            "#embed?origin=https://evil.example",
            "#embed/measures?readonly&origin=https://evil.example",
        ),
        ("#/report", "#embed/measures?readonly&origin=https://evil.example"),
    ] {
        let state = State::at(Place::of(opened)).after(Action::Opened(vec![file.clone()]));
        assert!(state.report().is_some(), "the reader's file is open");
        assert_eq!(told(&state), Told::default());
        let state = state.after(Action::Go(Place::of(then)));
        assert_eq!(told(&state), Told::default());
        let state =
            ask(&state, &json!({ "quarterlight": 1, "type": "show", "place": "plan?readonly" }));
        assert_eq!(told(&state), Told::default());
    }
}

/// A saved report lies on a server, and somebody who may not read it has it in a frame.
#[test]
fn nothing_is_told_of_what_the_page_itself_holds() {
    let state = frame("#embed/measures?readonly&origin=https://evil.example");
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(sample("2019-20-q2")) };
    let ImportStep::Done(imported) = all_of(ImportSteps::again(&state, vec![file], None)) else {
        panic!("all steps were taken")
    };
    let state = state.after(Action::Held(imported));
    assert!(state.report().is_some(), "it is shown");
    assert_eq!(told(&state), Told::default());
    for action in [
        Action::Brought(Vec::new(), Vec::new()),
        Action::OpenedAgain { files: Vec::new(), shown: None },
        Action::Library(LibraryAction::Keep),
    ] {
        assert!(!state.admits(&action), "neither an address nor the device brings anything");
    }
}

fn all_of(mut steps: ImportSteps) -> ImportStep {
    loop {
        match steps.step(usize::MAX) {
            ImportStep::More(more) => steps = *more,
            done @ ImportStep::Done(_) => return done,
        }
    }
}

// What the page around the frame asks for

#[test]
fn a_file_is_loaded_and_shown() {
    let state = loaded("#embed/measure/PED04-02?readonly&theme=dark");
    assert_eq!(state.findings, Vec::new());
    assert_eq!(state.place.address(), "#embed/measure/PED04-02?theme=dark&readonly");
    insta::assert_snapshot!("embed-measure", page_text(&page(&state)));
}

#[test]
fn a_frame_says_that_it_waits() {
    let text =
        ["#embed?readonly", "#embed?allow=whole"].map(|address| page_text(&page(&frame(address))));
    insta::assert_snapshot!("embed-waiting", text.join("\n========\n"));
}

#[test]
fn every_link_in_a_frame_stays_in_it() {
    let state = loaded("#embed/report?readonly&theme=light");
    let page = page(&state);
    assert!(page.navigation.is_empty());
    let view = shown(&state).report.expect("the report is open");
    assert!(view.frame.prints.is_empty());
    let all = format!("{view:?}");
    assert!(all.contains("Embed("), "there are links at all");
    for other in ["Report(Overview", "Report(Measure", "Report(Objective", "Calculator("] {
        assert!(!all.contains(&format!("place: {other}")), "{other}");
    }
}

#[test]
fn a_filter_in_the_address_leaves_rows_out() {
    let rows = |state: &State| {
        let text = page_text(&page(state));
        let lines =
            text.lines().filter(|line| line.starts_with("PED") || line.starts_with("## PED"));
        lines.map(|line| line.chars().take(10).collect::<String>()).collect::<Vec<_>>()
    };
    let all = rows(&loaded("#embed/measures?readonly"));
    let one = rows(&loaded("#embed/measures?objective=ped04&readonly"));
    assert!(one.len() < all.len() && one.iter().all(|row| row.contains("PED04")), "{one:?}");
    let off = loaded("#embed/measures?status=off-course&text=exclusion&readonly");
    let (off, both) = (
        rows(&off),
        rows(&ask(&off, &json!({ "quarterlight": 1, "type": "options", "text": "" }))),
    );
    assert!(
        !both.is_empty() && off.len() < both.len() && both.len() < all.len(),
        "{off:?} {both:?}"
    );
}

/// What is said above the rows is said of them; what the page around the panel is told is of the whole report.
#[test]
fn a_panel_of_one_objective_counts_that_alone() {
    let state = loaded("#embed/measures?objective=PED04&readonly");
    let text = page_text(&page(&state));
    assert!(text.contains("Of 8 measures"), "{text}");
    assert!(!text.contains("Of 38 measures"), "{text}");
    let status = told(&state).status.expect("a status");
    assert!(status.contains("Of 38 measures"), "{status}");
    assert!(page_text(&page(&loaded("#embed/measures?readonly"))).contains("Of 38 measures"));
}

#[test]
fn an_objective_that_is_not_there_is_said() {
    let page = shown(&loaded("#embed/measures?objective=XYZ&readonly"));
    let note = page.note.expect("it is not there");
    assert_eq!(note, "There is no objective XYZ in this report: all are shown.");
}

#[test_case("exceptions?objective=PED04", &["PED04"]; "exceptions of an objective")]
#[test_case("milestones?objective=PED04", &["PED04"]; "milestones of an objective")]
#[test_case("milestones?status=not-rated", &["PED04b", "PED04d"]; "milestones with a status")]
#[test_case("report?objective=PED04", &["PED04"]; "the report of an objective")]
fn what_a_panel_leaves_out_is_left_out_of_every_list(place: &str, kept: &[&str]) {
    let text = page_text(&page(&loaded(&format!("#embed/{place}&readonly"))));
    let rows = text.lines().filter(|line| line.starts_with("PED"));
    let other = rows.filter(|line| !kept.iter().any(|one| line.starts_with(one)));
    assert_eq!(other.collect::<Vec<_>>(), [""; 0], "{text}");
    assert!(kept.iter().all(|one| text.contains(one)), "{text}");
}

#[test]
fn a_part_that_cannot_be_narrowed_says_so() {
    let note = |place: &str| shown(&loaded(&format!("#embed/{place}&readonly"))).note;
    let all = "This part cannot be narrowed as this panel asks: all of it is shown.";
    assert_eq!(note("risks?objective=PED04").as_deref(), Some(all));
    assert_eq!(note("report?text=school").as_deref(), Some(all));
    assert_eq!(note("report?objective=PED04"), None);
    assert_eq!(note("measures?text=school"), None);
}

#[test]
fn a_measure_that_is_not_there_is_said_and_not_replaced() {
    let text = page_text(&page(&loaded("#embed/measure/XYZ?readonly")));
    assert!(text.contains("There is no such measure in this report"), "{text}");
    assert!(!text.contains("choose that above"), "{text}");
}

#[test]
fn a_place_is_shown_with_its_own_options_only() {
    let state = loaded("#embed/measures?objective=PED04&theme=dark&readonly");
    let state = ask(
        &state,
        &json!({ "quarterlight": 1, "type": "show", "place": "measures?status=uncertain&origin=https://evil.example&allow=whole" }),
    );
    assert_eq!(state.place.address(), "#embed/measures?status=uncertain&theme=dark&readonly");
    let state = ask(
        &state,
        &json!({ "quarterlight": 1, "type": "options", "theme": "light", "objective": "PED02" }),
    );
    assert_eq!(
        state.place.address(),
        "#embed/measures?objective=PED02&status=uncertain&theme=light&readonly"
    );
    assert_eq!(state.filter.group, state.keys.group_of("PED02"));
}

#[test]
fn what_a_reader_filters_stays_while_the_address_does() {
    let state = loaded("#embed/measures?readonly").after(Action::FilterText("care".to_owned()));
    let state = state.after(Action::Go(state.place.with_part(Part::Overview)));
    assert_eq!(state.filter.text, "care");
}

#[test]
fn outside_a_frame_nobody_asks() {
    let state = State::at(Place::of("#example"));
    let words = json!({ "quarterlight": 1, "type": "load", "files": [{ "name": "a.json" }] });
    let request = Request::of(&words.to_string(), vec![sample("2019-20-q2")]);
    assert!(!state.admits(&Action::Asked(Request::Change(Vec::new()))));
    assert_eq!(state.after(Action::Asked(request.expect("it is a message"))), state);
}

// Messages

#[test_case(&json!(null); "nothing")]
#[test_case(&json!("load"); "a word")]
#[test_case(&json!([]); "a list")]
#[test_case(&json!({}); "an empty object")]
#[test_case(&json!({"type": "show", "place": "plan"}); "no version")]
#[test_case(&json!({"quarterlight": 2, "type": "show", "place": "plan"}); "another version")]
#[test_case(&json!({"quarterlight": "1", "type": "show", "place": "plan"}); "a version that is text")]
#[test_case(&json!({"quarterlight": true, "type": "show", "place": "plan"}); "a version that is true")]
#[test_case(&json!({"quarterlight": 1, "place": "plan"}); "no type")]
#[test_case(&json!({"quarterlight": 1, "type": "save"}); "an unknown type")]
#[test_case(&json!({"quarterlight": 1, "type": "toString"}); "a name that objects have")]
#[test_case(&json!({"quarterlight": 1, "type": ["show"], "place": "plan"}); "a type that is a list")]
#[test_case(&json!({"quarterlight": 1, "type": "show"}); "no place")]
#[test_case(&json!({"quarterlight": 1, "type": "show", "place": 7}); "a place that is a number")]
#[test_case(&json!({"quarterlight": 1, "type": "show", "place": "javascript:alert(1)"}); "a place that is none")]
#[test_case(&json!({"quarterlight": 1, "type": "show", "place": "//evil.example"}); "a place elsewhere")]
#[test_case(&json!({"quarterlight": 1, "type": "options", "theme": {"dark": 1}}); "an option that is no text")]
#[test_case(&json!({"quarterlight": 1, "type": "load"}); "no files")]
#[test_case(&json!({"quarterlight": 1, "type": "load", "files": []}); "an empty list of files")]
#[test_case(&json!({"quarterlight": 1, "type": "load", "files": "a.json"}); "files that are text")]
#[test_case(&json!({"quarterlight": 1, "type": "load", "files": [{"name": "a.json"}, {"name": "b.json"}]}); "more names than files")]
#[test_case(&json!({"quarterlight": 1, "type": "load", "files": [{}]}); "a file without a name")]
#[test_case(&json!({"quarterlight": 1, "type": "load", "files": [{"name": "a\nb"}]}); "a name with a line break")]
#[test_case(&json!({"quarterlight": 1, "type": "load", "files": [{"name": "folder/"}]}); "a name that is a folder")]
fn a_message_that_is_none(message: &Value) {
    assert_eq!(Request::of(&message.to_string(), vec![b"{}".to_vec()]), None);
}

#[test_case("../../etc/a.json", "a.json"; "folders before it")]
#[test_case("C:\\reports\\a.json", "a.json"; "folders of Windows")]
#[test_case(" a b.json ", "a b.json"; "spaces around it")]
fn a_file_has_its_own_name_only(given: &str, expected: &str) {
    let words = json!({ "quarterlight": 1, "type": "load", "files": [{ "name": given }] });
    let request = Request::of(&words.to_string(), vec![Vec::new()]);
    let file = FileRead { name: expected.to_owned(), bytes: Ok(Vec::new()) };
    assert_eq!(request, Some(Request::Load(vec![file])));
}

#[test]
fn more_words_than_any_message_has_are_not_read() {
    let long = "x".repeat(30_000);
    let words = json!({ "quarterlight": 1, "type": "show", "place": "plan", "text": long });
    assert_eq!(Request::of(&words.to_string(), Vec::new()), None);
    let files: Vec<Value> = (0..41).map(|_| json!({ "name": "a.json" })).collect();
    let words = json!({ "quarterlight": 1, "type": "load", "files": files });
    assert_eq!(Request::of(&words.to_string(), vec![Vec::new(); 41]), None);
}

fn any_json() -> impl Strategy<Value = Value> {
    let word = prop_oneof![
        Just("quarterlight".to_owned()),
        Just("type".to_owned()),
        Just("load".to_owned()),
        Just("show".to_owned()),
        Just("options".to_owned()),
        Just("files".to_owned()),
        Just("name".to_owned()),
        Just("place".to_owned()),
        Just("theme".to_owned()),
        Just("measures?status=off-course".to_owned()),
        Just("__proto__".to_owned()),
        ".{0,12}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (0..3_i64).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(word.clone(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_words_stop_the_page(words in ".{0,200}", bytes in prop::collection::vec(any::<u8>(), 0..40)) {
        let _ = Request::of(&words, vec![bytes]);
    }

    /// Whatever arrives, a frame stays one, and what was fixed stays so.
    #[test]
    fn no_message_changes_what_is_fixed(mut message in any_json(), kind in 0..4_usize) {
        if let Value::Object(message) = &mut message {
            message.insert("quarterlight".to_owned(), json!(1));
            if let Some(kind) = ["load", "show", "options"].get(kind) {
                message.insert("type".to_owned(), json!(kind));
            }
        }
        if let Some(request) = Request::of(&message.to_string(), vec![b"{\"a\": 1}".to_vec()]) {
            let state = frame(FIXED).after(Action::Asked(request));
            let now = state.place.embed().expect("it is still a frame");
            prop_assert_eq!(now.files, Files::FromHost);
            prop_assert_eq!(&now.allowed, &vec![Allowed::Save]);
            prop_assert_eq!(now.origin.as_deref(), Some("https://intranet.example"));
        }
    }
}

// What the page around the frame is told

fn said(message: Option<String>) -> Value {
    serde_json::from_str(&message.expect("it is said")).expect("it is JSON")
}

#[test]
fn the_status_is_told_in_words() {
    let told = told(&loaded("#embed/measures?readonly"));
    insta::assert_snapshot!(
        "embed-status",
        serde_json::to_string_pretty(&said(told.status)).expect("it is JSON")
    );
    assert_eq!(
        said(told.shown),
        json!({ "quarterlight": 1, "type": "shown", "place": "measures" })
    );
    assert_eq!(told.error, None);
}

#[test]
fn what_is_wrong_with_a_file_is_told() {
    let state = load(&frame("#embed?readonly"), &[("a.json", b"{".to_vec())]);
    let told = told(&state);
    assert_eq!(told.status, None);
    let error = said(told.error);
    assert_eq!(error["text"], "a.json could not be opened. 1 problem to mend.");
    assert!(
        error["findings"][0].as_str().is_some_and(|text| text.starts_with("Problem: a.json")),
        "{error}"
    );
    assert!(page_text(&page(&state)).contains("a.json could not be opened"));
}

#[test]
fn readers_are_not_told_that_a_file_was_opened() {
    assert_eq!(page(&loaded("#embed?readonly")).messages, quarterlight::view::Messages::default());
}

#[test]
fn that_the_page_is_there_holds_nothing_of_what_is_open() {
    let ready = said(Some(Told::ready()));
    assert_eq!(
        ready,
        json!({ "quarterlight": 1, "type": "ready", "version": env!("CARGO_PKG_VERSION") })
    );
}

#[test_case("#embed?origin=https://intranet.example", "https://app.example", Some("https://intranet.example"); "the one that is named")]
#[test_case("#embed", "https://app.example", Some("https://app.example"); "the site's own")]
#[test_case("#embed", "null", None; "none on a shared drive")]
#[test_case("#embed", "file://", None; "none on a shared drive either")]
#[test_case("#embed?origin=null", "file://", None; "a sandbox is no origin")]
fn one_origin_is_heard(address: &str, own: &str, expected: Option<&str>) {
    assert_eq!(embed(address).host(own).as_deref(), expected);
}

#[test]
fn a_theme_is_one_of_three() {
    let themes =
        ["#embed", "#embed?theme=light", "#embed?theme=dark"].map(|address| embed(address).theme);
    assert_eq!(themes, [Theme::Auto, Theme::Light, Theme::Dark]);
}
