//! Finding one's way: what the finder finds, what a meeting goes through, and two reports side by side.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

#[expect(dead_code, reason = "here files are opened, not read by themselves")]
mod file;

use file::{Row as Line, file};
use quarterlight::app::{Action, FileRead, Finding, ImportStep, ImportSteps, Part, Place, State};
use quarterlight::terms::Direction;
use quarterlight::view::{
    ComparePage, ComparedMeasure, Content, FinderView, MeetingPage, PartView, Status, page,
    page_text,
};
use test_case::test_case;

fn opened(files: &[(&str, &str)]) -> State {
    let read = |(name, text): &(&str, &str)| FileRead {
        name: (*name).to_owned(),
        bytes: Ok(text.as_bytes().to_vec()),
    };
    State::default().after(Action::Opened(files.iter().map(read).collect()))
}

fn sample(name: &str) -> String {
    std::fs::read_to_string(format!("assets/samples/{name}.json")).expect("a sample")
}

fn at(state: &State, address: &str) -> State {
    state.after(Action::Go(Place::of(address)))
}

fn example(address: &str) -> State {
    at(&State::default().after(Action::OpenExample), address)
}

// The finder

fn looked_for(state: &State, text: &str) -> FinderView {
    let open = state.after(Action::Find(Finding::Open));
    let state = open.after(Action::Find(Finding::Look(text.to_owned())));
    page(&state).finder.expect("the finder is open")
}

#[test_case("PED0402", "#example/measure/PED04-02"; "a reference without its space")]
#[test_case("ped04 02", "#example/measure/PED04-02"; "in small letters")]
#[test_case("PED04-02", "#example/measure/PED04-02"; "as in an address")]
#[test_case("PED04", "#example/objective/PED04"; "an objective before its measures")]
#[test_case("exclusion reduce fixed", "#example/measure/PED04-02"; "words in any order")]
fn finds_first(text: &str, address: &str) {
    let found = looked_for(&example("#example"), text);
    let first = found.results.first().expect("something is found");
    assert_eq!(first.place.address(), address, "{:?}", first.title);
    assert_eq!(found.chosen, Some(0));
}

#[test_case("tenure", "Risk", "#/risk/Staff-leave"; "a risk")]
#[test_case("translate", "Equality action", "#/equality-action/Translate-leaflets"; "an equality action")]
#[test_case("sufficiency", "Strategic issue", "#/issue/Homes"; "a strategic issue by its baseline")]
#[test_case("relocation", "Narrative", "#/section/Developments"; "narrative")]
#[test_case("demography", "Review of targets", "#/review/A-measure"; "a review of targets")]
#[test_case("handover", "Milestone", "#/milestone/Open-the-centre"; "a milestone by its officer")]
#[test_case("fostered", "Fact", "#/fact/Children-fostered"; "a fact")]
fn finds_every_part(text: &str, kind: &str, address: &str) {
    let found = looked_for(&opened(&[("whole.json", WHOLE)]), text);
    let found: Vec<(&str, String)> =
        found.results.iter().map(|row| (row.kind.as_str(), row.place.address())).collect();
    assert_eq!(found, [(kind, address.to_owned())]);
}

/// A whole report with one of each thing that can be found.
const WHOLE: &str = r#"{"format": "quarterlight", "version": 1, "organisation": "Council", "directorate": "People",
        "period": "2019/20 Q2",
        "risks": [{ "title": "Staff leave", "mitigation": "Longer tenure" }],
        "equality_actions": [{ "title": "Translate leaflets" }],
        "strategic_issues": [{ "title": "Homes", "baseline": "Sufficiency is low" }],
        "narrative": [{ "title": "Developments", "paragraphs": ["The relocation is done."],
            "facts": [{ "label": "Children fostered", "value": 12 }] }],
        "target_reviews": [{ "title": "A measure", "reason": "Demography" }],
        "milestones": [{ "title": "Open the centre", "owner": "Head of Handover" }]}"#;

/// Where the finder leads, one thing is marked, and it is the one that was found.
#[test_case("#/risk/Staff-leave", "Staff leave"; "a risk")]
#[test_case("#/equality-action/translate%20leaflets", "Translate leaflets"; "an equality action as somebody types it")]
#[test_case("#/issue/Homes", "Homes"; "a strategic issue")]
#[test_case("#/section/Developments", "Developments"; "a section")]
#[test_case("#/fact/Children-fostered", "Children fostered"; "a fact")]
#[test_case("#/review/A-measure", "A measure"; "a review of targets")]
#[test_case("#/milestone/Open-the-centre", "Open the centre"; "a milestone")]
fn an_address_of_one_thing_marks_it(address: &str, title: &str) {
    let text = page_text(&page(&at(&opened(&[("whole.json", WHOLE)]), address)));
    let (before, after) = text.split_once(" you asked for.").expect("a mark");
    assert!(!after.contains("you asked for."), "{text}");
    let named = before.lines().rev().take(5).any(|line| line.contains(title));
    assert!(named, "{text}");
}

#[test]
fn of_things_that_are_called_alike_each_has_an_address() {
    let risks = r#"{"format": "quarterlight", "version": 1, "organisation": "Council", "directorate": "People",
        "period": "2019/20 Q2", "risks": [{ "ref": "1", "title": "One" }, { "ref": "1", "title": "Two" }]}"#;
    let state = opened(&[("risks.json", risks)]);
    let found = looked_for(&state, "two").results.remove(0).place;
    assert_eq!(found.address(), "#/risk/1.2");
    let text = page_text(&page(&state.after(Action::Go(found))));
    let (before, _) = text.split_once("This is the risk you asked for.").expect("a mark");
    assert!(before.contains("1 Two"), "{text}");
}

#[test_case("#/risk/nowhere", "This report has nothing under “Risk nowhere”"; "a risk that is not in the register")]
#[test_case("#/fact/nowhere", "This report has nothing under “Fact nowhere”"; "a fact")]
#[test_case("#/review/1", "This report has nothing under “Review of targets 1”"; "a review")]
fn what_is_not_in_a_part_is_said(address: &str, said: &str) {
    let text = page_text(&page(&at(&opened(&[("whole.json", WHOLE)]), address)));
    assert!(text.contains(said) && text.contains("Another report may have it"), "{text}");
    assert!(!text.contains("you asked for."), "{text}");
}

#[test]
fn what_is_found_in_commentary_is_shown_with_what_stands_around_it() {
    let measure = Line::titled("A title").word("ref", "A 01").with(
        "commentary",
        r#"["Numbers rose because Tenancy support ended early in the summer."]"#,
    );
    let titled = Line::titled("Tenancy of rooms").word("ref", "A 02");
    let signed = Line::titled("Another").word("ref", "A 03").word("owner", "Head of Tenancy");
    let text = file("2019/20 Q2", "measures", &[measure, titled, signed]);
    let state = opened(&[("q2.json", &text)]);
    let found = looked_for(&state, "tenancy");
    let references: Vec<&str> = found.results.iter().map(|row| row.reference.as_str()).collect();
    assert_eq!(references, ["A 02", "A 01", "A 03"], "titles come before the rest");
    assert_eq!(found.results[0].said, None, "the title says it");
    let said = found.results[1].said.as_ref().expect("the commentary says it");
    let pieces: Vec<(&str, bool)> =
        said.pieces.iter().map(|piece| (piece.text.as_str(), piece.is_found)).collect();
    assert_eq!(
        pieces,
        [
            ("Numbers rose because ", false),
            ("Tenancy", true),
            (" support ended early in the summer.", false)
        ]
    );
    let owner = found.results[2].said.as_ref().map(|said| said.label);
    assert_eq!(owner, Some("Responsible"));
}

/// What is found is what is read: the figure and not the token that stands for it, the word and not its marks.
#[test_case("82%", "Inspectors saw ", "82%", ", more than before."; "a figure that the text quotes")]
#[test_case("staff", "Agency ", "staff", " left."; "a word with marks around it")]
fn commentary_is_found_as_it_is_read(text: &str, before: &str, found: &str, after: &str) {
    let measure = Line::titled("A title")
        .word("ref", "A 01")
        .word("unit", "%")
        .with("figures", r#"{"current": 82}"#)
        .with(
            "commentary",
            r#"["Inspectors saw {A 01 current}, more than before.", "Agency **staff** left."]"#,
        );
    let state = opened(&[("q2.json", &file("2019/20 Q2", "measures", &[measure]))]);
    let view = looked_for(&state, text);
    let said = view.results[0].said.as_ref().expect("the commentary says it");
    let pieces: Vec<(&str, bool)> =
        said.pieces.iter().map(|piece| (piece.text.as_str(), piece.is_found)).collect();
    assert_eq!(pieces, [(before, false), (found, true), (after, false)]);
}

/// Words of different lines are no line: a department without school transport does not have it.
#[test]
fn the_line_of_a_statement_is_found_by_itself() {
    let text = r#"{"format": "quarterlight", "version": 1, "organisation": "Council", "directorate": "People",
        "period": "2019/20 Q2", "finance": [
            { "id": "a", "title": "Places", "kind": "revenue", "lines": [
                { "title": "Transport", "annual_budget": 1 }, { "title": "Schools", "annual_budget": 1 }] },
            { "id": "b", "title": "Provision", "kind": "revenue", "lines": [
                { "title": "Transport", "annual_budget": 1 }, { "title": "Schools Transport", "annual_budget": 1,
                  "commentary": ["More pupils ride the minibus."] }] }] }"#;
    let state = opened(&[("a.json", text)]);
    let found = |text: &str| -> Vec<(String, String)> {
        let rows = looked_for(&state, text).results.into_iter();
        let said = |row: &quarterlight::view::FoundRow| {
            let pieces = row.said.iter().flat_map(|said| &said.pieces);
            pieces.map(|piece| piece.text.as_str()).collect::<String>()
        };
        rows.map(|row| (row.place.address(), said(&row))).collect()
    };
    let one = |place: &str, said: &str| (place.to_owned(), said.to_owned());
    assert_eq!(found("schools transport"), [one("#/finance/b", "Schools Transport")]);
    assert_eq!(found("minibus"), [one("#/finance/b", "More pupils ride the minibus.")]);
    assert_eq!(
        found("transport"),
        [one("#/finance/a", "Transport"), one("#/finance/b", "Transport")],
        "a statement is found once"
    );
}

#[test]
fn at_most_thirty_are_shown_and_the_rest_is_counted() {
    let rows: Vec<Line> =
        (1..=47).map(|number| Line::titled("Alike").word("ref", &format!("A {number}"))).collect();
    let text = file("2019/20 Q2", "measures", &rows);
    let found = looked_for(&opened(&[("q2.json", &text)]), "alike");
    assert_eq!(found.results.len(), 30);
    assert_eq!(found.summary, "47 found. The best 30 are shown; 17 more have these words too.");
    let found = looked_for(&opened(&[("q2.json", &text)]), "A 4");
    assert_eq!(found.results[0].reference, "A 4", "that one before those that begin so");
}

#[test_case("", 0; "nothing typed")]
#[test_case("zzz", 0; "words that are not there")]
#[test_case("-", 2; "a sign is a word of a title")]
fn finds_no_more_than_there_is(text: &str, count: usize) {
    let rows = ["One - two", "Three", "- four"].map(Line::titled);
    let state = opened(&[("q2.json", &file("2019/20 Q2", "measures", &rows))]);
    assert_eq!(looked_for(&state, text).results.len(), count);
}

#[test]
fn the_arrows_go_round_and_a_new_word_begins_anew() {
    let rows = ["A one", "A two", "A three"].map(Line::titled);
    let state = opened(&[("q2.json", &file("2019/20 Q2", "measures", &rows))]);
    let look = |text: &str| Action::Find(Finding::Look(text.to_owned()));
    let state = state.after(Action::Find(Finding::Open)).after(look("a"));
    let view = page(&state).finder.expect("open");
    assert_eq!((view.chosen, view.before, view.after), (Some(0), 2, 1));
    let state = state.after(Action::Find(Finding::Choose(2)));
    let view = page(&state).finder.expect("open");
    assert_eq!((view.chosen, view.before, view.after), (Some(2), 1, 0));
    let view = page(&state.after(look("a t"))).finder.expect("open");
    assert_eq!(view.chosen, Some(0));
}

#[test]
fn the_finder_is_there_in_a_report_and_goes_with_it() {
    let open = Action::Find(Finding::Open);
    assert_eq!(State::default().after(open.clone()).finder, None, "there is no report");
    let state = example("#example").after(open.clone());
    assert!(state.finder.is_some());
    assert_eq!(at(&state, "#example/measure/PED04-02").finder, None, "one went there");
    assert_eq!(at(&state, "#/backtest").after(open).finder, None, "that is no report's page");
    assert_eq!(state.after(Action::Find(Finding::Close)).finder, None);
}

#[test]
fn in_a_meeting_a_row_is_found_in_the_meeting() {
    let found = looked_for(&example("#example/meeting"), "PED0402");
    assert_eq!(found.results[0].place.address(), "#example/meeting/PED04-02?all");
}

#[test]
fn what_the_finder_says() {
    let open = example("#example").after(Action::Find(Finding::Open));
    let state = open.after(Action::Find(Finding::Look("exclusion".to_owned())));
    let text = page_text(&page(&state));
    insta::assert_snapshot!(
        "finder-exclusion",
        &text[text.find("## Find").expect("it is there")..]
    );
}

// A meeting

fn meeting(state: &State) -> MeetingPage {
    let Content::Meeting(page) = page(state).content else { panic!("no meeting") };
    *page
}

/// The key of each item, from the first on.
fn gone_through(state: &State) -> Vec<String> {
    let mut state = state.clone();
    let mut seen = Vec::new();
    loop {
        let page = meeting(&state);
        let item = page.item.expect("an item");
        assert_eq!(page.position.split(' ').next(), Some((seen.len() + 1).to_string().as_str()));
        seen.push(format!("{} {}", item.reference, item.title));
        match page.next {
            Some(next) => state = state.after(Action::Go(next)),
            None => return seen,
        }
    }
}

#[test]
fn everything_is_gone_through_once_in_the_order_of_the_report() {
    let state = example("#example/meeting?all");
    let report = state.report().expect("the example");
    let mut expected = Vec::new();
    for group in &report.groups {
        for measure in group.measures.iter().map(|index| &report.measures[*index]) {
            expected.push(format!(
                "{} {}",
                measure.said.reference.as_deref().unwrap_or_default(),
                measure.said.title
            ));
        }
        for (_, one) in group.milestones.iter().map(|index| &report.milestones[*index]) {
            expected.push(format!(
                "{} {}",
                one.reference.as_deref().unwrap_or_default(),
                one.title
            ));
        }
    }
    assert_eq!(gone_through(&state), expected);
    assert_eq!(expected.len(), 66);
}

#[test]
fn exceptions_are_what_is_off_course_or_uncertain() {
    let state = example("#example/meeting");
    let seen = gone_through(&state);
    let Content::Report(report) = page(&example("#example")).content else { panic!() };
    let PartView::Overview(overview) = report.part else { panic!() };
    let mut expected: Vec<String> = overview
        .exceptions
        .iter()
        .flat_map(|one| &one.rows)
        .map(|row| format!("{} {}", row.reference, row.title))
        .collect();
    let mut sorted = seen.clone();
    sorted.sort();
    expected.sort();
    assert_eq!(sorted, expected);
    assert!(seen.len() > 3 && seen.len() < 66);
}

#[test]
fn the_key_of_the_exceptions_has_the_names_that_its_rows_bear() {
    let amber = |title: &str| {
        let figures = r#"{ "current": 74, "target": 75 }"#;
        Line::titled(title).word("polarity", "higher").word("unit", "%").with("figures", figures)
    };
    let named = |name: &str| {
        format!(
            r#""rule": {{ "name": "{name}", "tolerance": {{ "points": 5 }}, "statuses": [{{ "status": "uncertain", "name": "{name}" }}] }}"#
        )
    };
    let text = file("2019/20 Q2", "measures", &[amber("A").word("objective", "o"), amber("B")]);
    let objective = format!(r#"{{ "id": "o", "title": "O", {} }}"#, named("Within tolerance"));
    let rest = format!(r#"{{ {}, "objectives": [{objective}],"#, named("Amber"));
    let words = |text: &str| {
        let state = at(&opened(&[("now.json", text)]), "#/exceptions");
        let Content::Report(report) = page(&state).content else { panic!("no report") };
        let PartView::Exceptions(sheet) = report.part else { panic!("another part") };
        sheet.key.into_iter().map(|(status, _)| status.word).collect::<Vec<_>>()
    };
    assert_eq!(words(&text.replacen('{', &rest, 1)), ["Within tolerance", "Amber"]);
    let one = text.replace("\"title\": \"B\"", "\"title\": \"B\", \"objective\": \"o\"");
    assert_eq!(words(&one.replacen('{', &rest, 1)), ["Within tolerance"]);
}

#[test_case("#example/meeting", "1 of "; "the first")]
#[test_case("#example/meeting/nowhere?all", "1 of 66"; "an item that there is not")]
#[test_case("#example/meeting/ped04-02?all", "35 of 66"; "as an address has it")]
fn the_address_holds_the_place(address: &str, position: &str) {
    let page = meeting(&example(address));
    assert!(page.position.starts_with(position), "{}", page.position);
}

#[test]
fn an_item_that_the_agenda_leaves_out_leads_to_the_next_that_it_does_not() {
    let everything = example("#example/meeting?all");
    let last = gone_through(&everything).len();
    let mut state = everything;
    let mut positions = Vec::new();
    for _ in 0..last {
        let page = meeting(&state);
        let exceptions = page.choices[0].place.clone();
        assert_eq!(page.choices[0].text, "Exceptions only");
        let there = meeting(&state.after(Action::Go(exceptions)));
        let place = there.position.split(' ').next().and_then(|one| one.parse::<usize>().ok());
        positions.push(place.expect("a number"));
        if let Some(next) = page.next {
            state = state.after(Action::Go(next));
        }
    }
    assert!(positions.is_sorted(), "{positions:?}");
    let exceptions = gone_through(&example("#example/meeting")).len();
    assert_eq!((positions.first(), positions.last()), (Some(&1), Some(&exceptions)));
}

#[test]
fn a_meeting_is_left_to_the_page_of_the_item() {
    let page = meeting(&example("#example/meeting/PED04-02?all"));
    assert_eq!(page.leave.address(), "#example/measure/PED04-02");
    assert_eq!(
        page.previous.map(|one| one.address()).as_deref(),
        Some("#example/meeting/PED04-01?all")
    );
}

#[test]
fn where_nothing_is_wrong_there_is_everything_to_go_through() {
    let row =
        Line::titled("Good").word("polarity", "higher").word("unit", "%").word("basis", "snapshot");
    let row = row.with("figures", r#"{ "target": 50, "current": 90 }"#);
    let text = file("2019/20 Q4", "measures", &[row]);
    let state = at(&opened(&[("q4.json", &text)]), "#/meeting");
    let page = meeting(&state);
    assert_eq!(page.item.err(), Some("Nothing is off course or uncertain."));
    assert_eq!((page.previous, page.next), (None, None));
    let all = meeting(&state.after(Action::Go(page.choices[1].place.clone())));
    assert_eq!(all.position, "1 of 1");
}

#[test]
fn rows_that_share_a_reference_have_addresses_of_their_own() {
    let rows = [Line::titled("One"), Line::titled("Two"), Line::titled("Three")];
    let rows = rows.map(|row| row.word("ref", "A 01"));
    let state = opened(&[("q2.json", &file("2019/20 Q2", "milestones", &rows))]);
    let state = at(&state, "#/meeting?all");
    assert_eq!(gone_through(&state), ["A 01 One", "A 01 Two", "A 01 Three"]);
}

#[test_case("#example/meeting/PED04-02?all", "a-measure")]
#[test_case("#example/meeting?all", "the-first")]
fn what_a_meeting_shows(address: &str, name: &str) {
    insta::assert_snapshot!(format!("meeting-{name}"), page_text(&page(&example(address))));
}

#[test]
fn a_plan_is_gone_through_without_statuses() {
    let state = at(&opened(&[("plan.json", &sample("2021-22-plan"))]), "#/meeting");
    insta::assert_snapshot!("meeting-plan", page_text(&page(&state)));
}

// An address that leads nowhere

const FIRST_PAGE: &str = "There is no page at this address. This is the first page.";
const OVERVIEW: &str = "There is no page at this address. This is the report's overview.";

/// What is said of an address that was followed to where one is.
fn said_of_address(state: &State) -> Option<&'static str> {
    page(state).messages.astray
}

#[test]
fn an_address_that_leads_nowhere_is_said_to_until_one_goes_on() {
    let astray = at(&State::default(), "#/nonsense").after(Action::Astray);
    assert_eq!(said_of_address(&astray), Some(FIRST_PAGE));
    assert!(page_text(&page(&astray)).contains(FIRST_PAGE));
    // The address is mended, of which the browser tells once more.
    assert_eq!(said_of_address(&at(&astray, "")), Some(FIRST_PAGE));
    for action in [
        Action::Go(Place::Help),
        Action::OpenExample,
        Action::Opened(vec![FileRead {
            name: "a.json".to_owned(),
            bytes: Ok(sample("2019-20-q2").into_bytes()),
        }]),
        Action::DismissFindings,
    ] {
        assert_eq!(said_of_address(&astray.after(action)), None);
    }
}

#[test]
fn a_saved_page_shows_its_report_whatever_the_address() {
    let astray = State::at(Place::of("#/nonsense")).after(Action::Astray);
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(sample("2019-20-q2").into_bytes()) };
    let mut step = ImportSteps::again(&astray, vec![file], None).step(usize::MAX);
    let imported = loop {
        match step {
            ImportStep::More(more) => step = more.step(usize::MAX),
            ImportStep::Done(imported) => break imported,
        }
    };
    let state = astray.after(Action::Held(imported));
    assert_eq!(
        (state.place.address().as_str(), said_of_address(&state)),
        ("#/report", Some(OVERVIEW))
    );
    assert_eq!(said_of_address(&at(&state, "#/measures")), None);
}

// Two reports side by side

fn comparison(state: &State) -> ComparePage {
    let Content::Report(view) = page(state).content else { panic!("no report") };
    let PartView::Compare(page) = view.part else { panic!("another part") };
    *page
}

fn rows(state: &State) -> Vec<ComparedMeasure> {
    let found = comparison(state).found.expect("something to compare");
    found.groups.into_iter().flat_map(|group| group.measures).collect()
}

fn word_of(row: &ComparedMeasure) -> &str {
    row.change.as_ref().map_or("", |change| &change.word)
}

/// A measure at two times, with the later report shown.
fn beside(then: (&str, &str), now: (&str, &str), more: &str) -> State {
    let text = |(period, figure): (&str, &str)| {
        let row = Line::titled("A measure").word("ref", "A 01").word("id", "a");
        let row = row.with("figures", format!(r#"{{ "current": {figure}, "target": 90 }}"#));
        let mut text = file(period, "measures", &[row]);
        // What is said of the measure stands beside its title.
        text = text.replace(r#""title": "A measure""#, &format!(r#""title": "A measure"{more}"#));
        text
    };
    let state = opened(&[("then.json", &text(then)), ("now.json", &text(now))]);
    at(&state, "#/compare")
}

const RATE: &str = r#", "unit": "%", "polarity": "higher", "basis": "snapshot""#;
const FEWER: &str = r#", "unit": "number", "polarity": "lower", "basis": "snapshot""#;
const ADDED: &str = r#", "unit": "number", "polarity": "lower", "basis": "cumulative""#;
const SHARE: &str = r#", "unit": "%", "polarity": "higher", "basis": "cumulative""#;
const SCHOOL: &str =
    r#", "unit": "number", "polarity": "lower", "basis": "cumulative", "year": "academic""#;
const WATCHED: &str = r#", "unit": "number", "polarity": "none", "basis": "snapshot""#;
const UNKNOWN: &str = r#", "unit": "number", "polarity": "lower""#;

#[test_case(("2019/20 Q1", "80"), ("2019/20 Q2", "82.5"), RATE, "Better", "2.5 points higher."; "better")]
#[test_case(("2019/20 Q1", "82"), ("2019/20 Q2", "81"), RATE, "Worse", "1 point lower."; "worse")]
#[test_case(("2019/20 Q1", "82"), ("2019/20 Q2", "82.0"), RATE, "Same", "No change."; "the same")]
#[test_case(("2019/20 Q1", "12"), ("2019/20 Q2", "9"), FEWER, "Better", "3 lower."; "fewer is better")]
#[test_case(("2019/20 Q1", "12"), ("2019/20 Q2", "15"), WATCHED, "Higher", "By 3."; "neither is better")]
#[test_case(("2019/20 Q1", "20"), ("2019/20 Q2", "49"), ADDED, "Higher", "29 more: the figure counts up through the year."; "what counts up is not worse for that")]
#[test_case(("2019/20 Q1", "20"), ("2019/20 Q2", "18"), ADDED, "Lower", "2 less: both figures are for the year so far."; "what counts up and fell")]
#[test_case(("2019/20 Q1", "93"), ("2019/20 Q2", "90.5"), SHARE, "Lower", "2.5 points less: both figures are for the year so far."; "a share does not count up")]
#[test_case(("2019/20 Q1", "90.5"), ("2019/20 Q2", "93"), SHARE, "Higher", "2.5 points more: both figures are for the year so far."; "even where it rose")]
#[test_case(("2019/20 Q1", "20"), ("2019/20 Q2", "49"), SHARE, "Higher", "29 points more: the figure counts up through the year."; "but for one that is seen to")]
#[test_case(("2018/19 Q2", "40"), ("2019/20 Q2", "49"), ADDED, "Worse", "9 higher."; "the same quarter of another year")]
#[test_case(("2018/19 Q4", "80"), ("2019/20 Q2", "49"), ADDED, "Not comparable", "The figure is for the year so far, and the two are of different parts of their years."; "other parts of other years")]
#[test_case(("2019/20 Q1", "80"), ("2019/20 Q2", "4"), SCHOOL, "Not comparable", "The figure is for the year so far, and the two are of different parts of their years."; "the school year starts between")]
#[test_case(("2019/20 Q1", "80"), ("2019/20 Q2", "4"), UNKNOWN, "Not comparable", "The file does not say whether the figure is for the quarter, for the year so far or at its end."; "who knows what it counts")]
#[test_case(("2019/20 Q1", r#"{ "absent": "not provided" }"#), ("2019/20 Q2", "4"), FEWER, "Not comparable", "There is no figure for 2019/20 Q1; it was asked for and not provided."; "no figure then")]
#[test_case(("2019/20 Q1", "4"), ("2019/20 Q2", r#"{ "text": "rising" }"#), FEWER, "Not comparable", "The figure for 2019/20 Q2 is not one number."; "words")]
#[test_case(("2019/20 Q1", r#"{ "value": 114 }"#), ("2019/20 Q2", r#"{ "value": 19, "covers": "2019/20 Q2" }"#), FEWER, "Not comparable", "One of the figures is for July to September 2019, and no dates are given for the other."; "one says what it covers")]
#[test_case(("2019/20 Q1", r#"{ "value": 524, "qualifier": "full year" }"#), ("2019/20 Q2", r#"{ "value": 259, "qualifier": "6 months" }"#), FEWER, "Not comparable", "Beside the earlier figure stands “full year”, beside the later one “6 months”."; "other words beside the figures")]
fn changes(then: (&str, &str), now: (&str, &str), more: &str, word: &str, sentence: &str) {
    let state = beside(then, now, more);
    let rows = rows(&state);
    let [row] = rows.as_slice() else { panic!("{rows:#?}") };
    assert_eq!((word_of(row), row.sentence.as_str()), (word, sentence));
    // The same, whichever of the two is shown.
    let turned = at(&state.after(Action::Show(0)), "#/compare");
    let found = comparison(&turned).found.expect("the later one");
    let row = &found.groups[0].measures[0];
    assert_eq!((word_of(row), row.sentence.as_str()), (word, sentence));
}

#[test]
fn each_direction_of_a_rule_stands_on_both_sides() {
    let more = [FEWER, r#", "rule": "maidstone""#].concat();
    let rows = rows(&beside(("2019/20 Q1", "12"), ("2019/20 Q2", "9"), &more));
    let words = rows[0].sides.each_ref().map(|side| {
        let told = |(label, one): &(Option<String>, Status<Direction>)| {
            format!("{}: {}", label.as_deref().unwrap_or_default(), one.word)
        };
        side.as_ref().map(|side| side.directions.iter().map(told).collect::<Vec<_>>().join(", "))
    });
    let year = "Same period last year: Not comparable, Previous quarter:";
    let expected = ["Not comparable", "Better"].map(|word| Some(format!("{year} {word}")));
    assert_eq!(words, expected);
}

#[test]
fn a_changed_definition_is_not_compared_and_says_why() {
    let text = |period: &str, unit: &str| {
        let row = Line::titled("A measure").word("id", "a").word("unit", unit);
        let row = row.word("polarity", "lower").word("basis", "snapshot");
        file(period, "measures", &[row.with("figures", r#"{ "current": 4 }"#)])
    };
    let files = [("q1.json", text("2019/20 Q1", "number")), ("q2.json", text("2019/20 Q2", "%"))];
    let files: Vec<(&str, &str)> =
        files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    let rows = rows(&at(&opened(&files), "#/compare"));
    assert_eq!(word_of(&rows[0]), "Not comparable");
    assert!(rows[0].sentence.contains("The unit was"), "{}", rows[0].sentence);
}

#[test]
fn a_row_of_one_report_only_is_said_to_be() {
    let row =
        |title: &str| Line::titled(title).word("id", title).with("figures", r#"{ "current": 4 }"#);
    let one = file("2019/20 Q1", "measures", &[row("Old"), row("Kept")]);
    let other = file("2019/20 Q2", "measures", &[row("Kept"), row("New")]);
    let state = at(&opened(&[("q1.json", &one), ("q2.json", &other)]), "#/compare");
    let said: Vec<(String, String, [bool; 2])> = rows(&state)
        .into_iter()
        .map(|row| (row.title, row.sentence, row.sides.map(|side| side.is_some())))
        .filter(|(title, ..)| title != "Kept")
        .collect();
    let expected = [
        ("New".to_owned(), "Only in 2019/20 Q2.".to_owned(), [false, true]),
        ("Old".to_owned(), "Only in 2019/20 Q1.".to_owned(), [true, false]),
    ];
    assert_eq!(said, expected);
    let changed = rows(&state.after(Action::ToggleOnlyChanged));
    let titles: Vec<&str> = changed.iter().map(|row| row.title.as_str()).collect();
    assert_eq!(titles, ["New", "Old"]);
}

#[test]
fn the_other_report_is_the_one_before_unless_another_is_chosen() {
    let names = ["2018/19 Q4", "2019/20 Q1", "2019/20 Q2"];
    let row = Line::titled("A measure").with("figures", r#"{ "current": 4 }"#);
    let texts = names
        .map(|name| (name.replace('/', "-"), file(name, "measures", std::slice::from_ref(&row))));
    let files: Vec<(&str, &str)> =
        texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let state = opened(&files);
    let periods = |address: &str| {
        comparison(&at(&state, address)).found.map(|found| found.periods.join(" and "))
    };
    assert_eq!(periods("#/compare").as_deref(), Some("2019/20 Q1 and 2019/20 Q2"));
    assert_eq!(periods("#/compare/2018-19%20Q4").as_deref(), Some("2018/19 Q4 and 2019/20 Q2"));
    assert_eq!(periods("#/compare/gone.json"), None);
    let page = comparison(&at(&state, "#/compare/gone.json"));
    assert_eq!(page.choices[page.chosen].0, "Choose a report");
    assert!(page.headline.starts_with("gone.json is not open"), "{}", page.headline);
}

#[test]
fn alone_there_is_nothing_to_compare() {
    let row = Line::titled("A measure").with("figures", r#"{ "current": 4 }"#);
    let state = opened(&[("q1.json", &file("2019/20 Q1", "measures", &[row]))]);
    let page = comparison(&at(&state, "#/compare"));
    assert_eq!((page.found, page.choices.len()), (None, 0));
    assert!(page.headline.starts_with("Only this report is open."));
}

#[test_case("page-compare", |state| state)]
#[test_case("page-compare-only-changed", |state: State| state.after(Action::ToggleOnlyChanged))]
fn two_samples_side_by_side(name: &str, then: fn(State) -> State) {
    let state = opened(&[("q4.json", &sample("2018-19-q4")), ("q2.json", &sample("2019-20-q2"))]);
    let state = state.after(Action::Go(Place::Report(Part::Compare(None))));
    let text = page_text(&page(&then(state)));
    insta::assert_snapshot!(name, &text[text.find("# Compare").expect("its heading")..]);
}

#[test]
fn help_says_what_the_symbols_mean_and_where_it_is_found() {
    let start = page(&State::default());
    let ways: Vec<&str> = start.footer.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(ways, ["Help", "Accessibility statement"]);
    let texts = start.footer.into_iter().map(|one| {
        let page = page(&State::default().after(Action::Go(one.place)));
        if let Content::Guide(page) = &page.content {
            assert_eq!(page.key.is_empty(), page.samples.is_empty());
        }
        page_text(&page)
    });
    insta::assert_snapshot!("page-guides", texts.collect::<Vec<_>>().join("\n========\n"));
}

// What is not there

#[test_case("risks", "Risks")]
#[test_case("risk/3.1", "Risks"; "a risk of a report without any")]
#[test_case("issues", "Strategic issues")]
#[test_case("finance", "Finance")]
#[test_case("targets", "Review of targets"; "a review of targets")]
#[test_case("plan", "Plan")]
fn a_part_that_a_report_does_not_have_is_said(address: &str, part: &str) {
    let text = page_text(&page(&example(&format!("#example/{address}"))));
    assert!(text.contains(&format!("This report has nothing under “{part}”")), "{text}");
    assert!(text.contains("Another report may have it"), "{text}");
}
