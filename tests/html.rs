//! The components as a browser gets them: tables, statuses and fields that can be read without seeing them,
//! nothing that the page's policy forbids, and text that stays text.
#![cfg(feature = "web")]
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use quarterlight::app::{
    Action, Edit, Field, FileRead, Finding, Input, Part, Place, Request, Row, SortKey, State,
};
use quarterlight::assess::Progress;
use quarterlight::terms::QuarterNumber;
use quarterlight::ui::{
    BacktestView, CalculatorView, EmbedView, FinderDialog, GuideView, MeetingView, NavigationView,
    NothingOpenView, OpeningView, ReportView, StartView,
};
use quarterlight::view::{Content, page, places};
use scraper::{ElementRef, Html, Selector};
use serde_json::{Value, json};
use test_case::test_case;
use yew::{BaseComponent, Callback, LocalServerRenderer};

type ReportProps = <ReportView as BaseComponent>::Properties;
type BacktestProps = <BacktestView as BaseComponent>::Properties;
type EmbedProps = <EmbedView as BaseComponent>::Properties;
type CalculatorProps = <CalculatorView as BaseComponent>::Properties;
type GuideProps = <GuideView as BaseComponent>::Properties;
type MeetingProps = <MeetingView as BaseComponent>::Properties;
type FinderProps = <FinderDialog as BaseComponent>::Properties;
type NavigationProps = <NavigationView as BaseComponent>::Properties;
type OpeningProps = <OpeningView as BaseComponent>::Properties;
type StartProps = <StartView as BaseComponent>::Properties;

/// What a browser makes of the page of a state.
async fn rendered(state: &State) -> Html {
    let dispatch = Callback::noop();
    let page = page(state);
    let links = NavigationProps { links: page.navigation, dispatch: dispatch.clone() };
    let navigation = LocalServerRenderer::<NavigationView>::with_props(links).render().await;
    let finder = match page.finder {
        Some(view) => {
            let props = FinderProps { view: Rc::new(view), dispatch: dispatch.clone() };
            LocalServerRenderer::<FinderDialog>::with_props(props).render().await
        }
        None => String::new(),
    };
    let (library, awaits_library) = (page.library.map(Rc::new), page.awaits_library);
    let text = match page.content {
        Content::Start => {
            let props = StartProps { dispatch, library, awaits_library };
            LocalServerRenderer::<StartView>::with_props(props).render().await
        }
        Content::NothingOpen => {
            let props = StartProps { dispatch, library, awaits_library };
            LocalServerRenderer::<NothingOpenView>::with_props(props).render().await
        }
        Content::Opening(text) => {
            LocalServerRenderer::<OpeningView>::with_props(OpeningProps { text }).render().await
        }
        Content::Backtest(page) => {
            let props = BacktestProps { page: Rc::new(*page), dispatch };
            LocalServerRenderer::<BacktestView>::with_props(props).render().await
        }
        Content::Guide(page) => {
            let props = GuideProps { page: Rc::new(*page), dispatch };
            LocalServerRenderer::<GuideView>::with_props(props).render().await
        }
        Content::Calculator(page) => {
            let props = CalculatorProps { page: Rc::new(*page), dispatch };
            LocalServerRenderer::<CalculatorView>::with_props(props).render().await
        }
        Content::Embed(page) => {
            let props = EmbedProps { page: Rc::new(*page), dispatch };
            LocalServerRenderer::<EmbedView>::with_props(props).render().await
        }
        Content::Meeting(page) => {
            let props = MeetingProps { page: Rc::new(*page), dispatch };
            LocalServerRenderer::<MeetingView>::with_props(props).render().await
        }
        Content::Report(report) => {
            let props = ReportProps { page: Rc::new(*report), dispatch };
            LocalServerRenderer::<ReportView>::with_props(props).render().await
        }
    };
    parsed(&(navigation + &text + &finder))
}

fn parsed(text: &str) -> Html {
    Html::parse_document(&format!("<!doctype html><body>{text}</body>"))
}

fn after(state: State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state, |state, action| state.after(action))
}

fn start() -> State {
    State::default()
}

fn overview() -> State {
    State::default().after(Action::OpenExample)
}

fn example() -> State {
    overview().after(Action::Go(Place::Example(Part::Measures)))
}

fn at(address: &str) -> State {
    overview().after(Action::Go(Place::of(address)))
}

/// The finder with results of every kind.
fn finding() -> State {
    let open = overview().after(Action::Find(Finding::Open));
    open.after(Action::Find(Finding::Look("care".to_owned())))
}

/// Two quarters side by side, with rows that only one of them has.
fn compared() -> State {
    let now = include_bytes!("../assets/samples/2019-20-q2.json");
    let then = include_bytes!("../assets/samples/2018-19-q4.json");
    let state = opened(&[("q2.json", now), ("q4.json", then)]);
    state.after(Action::Go(Place::Report(Part::Compare(None))))
}

fn explained() -> State {
    example().after(Action::ToggleAllWhy)
}

/// A measure of which a quarter is supposed, and another in which a slip is typed.
fn supposed() -> State {
    let suppose =
        |measure, quarter, text: &str| Action::Suppose { measure, quarter, text: text.to_owned() };
    let actions = [
        suppose(6, QuarterNumber::Three, "9"),
        suppose(7, QuarterNumber::Three, "six"),
        suppose(0, QuarterNumber::Four, "30"),
    ];
    after(explained(), actions)
}

/// Everything a reader can do to a page at once.
fn worked_on() -> State {
    let rows = example().assessment.measures.len();
    let actions = [
        Action::ToggleWhy(Row::Measure(2)),
        Action::ToggleWhy(Row::Milestone(1)),
        Action::FilterStatus(Progress::NotRated),
        Action::Sort(SortKey::Title),
        Action::Sort(SortKey::Title),
    ];
    after(
        example(),
        (0..rows).map(|row| Action::ToggleCommentary(Row::Measure(row))).chain(actions),
    )
}

fn without_rows() -> State {
    example().after(Action::FilterText("no such words".to_owned()))
}

fn opened(files: &[(&str, &[u8])]) -> State {
    let read = |(name, bytes): &(&str, &[u8])| FileRead {
        name: (*name).to_owned(),
        bytes: Ok(bytes.to_vec()),
    };
    let opened = State::default().after(Action::Opened(files.iter().map(read).collect()));
    opened.after(Action::Go(Place::Report(Part::Measures)))
}

fn plan() -> State {
    let plan = include_bytes!("../assets/samples/2021-22-plan.json");
    let quarter = include_bytes!("../assets/samples/2019-20-q2.json");
    let state = opened(&[("plan.json", plan), ("q2.json", quarter)]);
    after(state, [Action::Show(1), Action::ToggleAllWhy])
}

fn services() -> State {
    let quarter = include_bytes!("../assets/samples/2024-25-q1.json");
    opened(&[("q1.json", quarter)]).after(Action::ToggleAllWhy)
}

fn hostile() -> State {
    wording(HOSTILE)
}

/// A report whose words use all that words can.
fn every_word(address: &str) -> State {
    let file = include_bytes!("fixtures/every-word.json");
    opened(&[("every-word.json", file)]).after(Action::Go(Place::of(address)))
}

fn nothing_open() -> State {
    start().after(Action::Go(Place::Report(Part::Measures)))
}

fn calculator() -> State {
    start().after(Action::Calculate(Edit::Example))
}

/// The worked case with slips in a field and in an earlier year.
fn mistyped() -> State {
    let slip = |input| Action::Calculate(Edit::Enter(input, "6,3".to_owned()));
    let inputs = [Input::Field(Field::Tolerance), Input::Earlier(0, 2)];
    after(calculator(), inputs.map(slip))
}

fn empty_calculator() -> State {
    start().after(Action::Go(Place::Calculator(Box::default())))
}

/// A year of one measure, and the page of what its outlooks came to.
fn past_outlooks() -> State {
    let quarter = |number: usize, current: u8| -> (String, Vec<u8>) {
        let report = json!({
            "format": "quarterlight", "version": 1, "organisation": "Council", "directorate": "People",
            "period": format!("2018/19 Q{number}"),
            "measures": [{
                "id": "a", "ref": "A1", "title": "A measure", "polarity": "higher", "basis": "cumulative",
                "unit": "number", "figures": { "current": current, "target": 100 }
            }]
        });
        (format!("q{number}.json"), report.to_string().into_bytes())
    };
    let files: Vec<(String, Vec<u8>)> =
        (1..).zip([25, 60, 60, 100]).map(|(number, current)| quarter(number, current)).collect();
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    opened(&files).after(Action::Go(Place::Backtest))
}

fn no_past_outlooks() -> State {
    example().after(Action::Go(Place::Backtest))
}

/// A line may end between a minus and its "£", unless they stand in an element that forbids it.
#[tokio::test]
async fn no_sum_is_torn_from_its_sign() {
    let file = include_bytes!("fixtures/negative-sums.json");
    let state = opened(&[("q2.json", file)]).after(Action::ToggleAllWhy);
    let (mut sums, mut torn) = (0, Vec::new());
    for place in places(&state) {
        let html = rendered(&state.after(Action::Go(place.clone()))).await;
        for node in select(&html, "main").flat_map(|main| main.descendants()) {
            let Some(text) = node.value().as_text().filter(|text| text.contains("-£")) else {
                continue;
            };
            let parents: Vec<ElementRef<'_>> =
                node.ancestors().filter_map(ElementRef::wrap).collect();
            if parents.iter().any(|one| one.value().name() == "svg") {
                continue;
            }
            let class = parents.first().and_then(|one| one.attr("class"));
            let holds =
                class == Some("ql-unbroken") && text.starts_with("-£") && !text.contains(' ');
            if !holds {
                torn.push(format!("{} {:?}: “{}”", place.address(), class, &**text));
            }
            sums += 1;
        }
    }
    assert!(torn.is_empty(), "{}", torn.join("\n"));
    assert!(sums > 20, "{sums}");
}

#[tokio::test]
async fn each_past_outlook_can_be_opened() {
    let html = rendered(&past_outlooks()).await;
    assert_eq!(select(&html, "details summary").map(text).collect::<Vec<_>>(), ["3 cases of A1"]);
    assert_eq!(select(&html, "details tbody tr .ql-tag").count(), 3);
    let html = rendered(&no_past_outlooks()).await;
    assert_eq!(select(&html, "table").count(), 0);
    assert_eq!(select(&html, "input[type=file]").count(), 2, "what is missing can be opened here");
}

#[test_case(start; "the start")]
#[test_case(nothing_open; "no report")]
#[test_case(calculator; "the calculator")]
#[test_case(past_outlooks; "past outlooks")]
#[test_case(no_past_outlooks; "no past outlooks")]
#[test_case(mistyped; "the calculator with slips")]
#[test_case(empty_calculator; "the calculator with nothing in it")]
#[test_case(overview; "the overview")]
#[test_case(|| at("#example/measure/PED06-01"); "a measure")]
#[test_case(|| at("#example/measure/nowhere"); "a measure that there is not")]
#[test_case(|| at("#example/objective/PED02"); "an objective")]
#[test_case(|| plan().after(Action::Go(Place::of("#/plan"))); "the plan")]
#[test_case(finding; "the finder")]
#[test_case(|| overview().after(Action::Find(Finding::Open)); "the finder before anything is typed")]
#[test_case(|| at("#example/meeting/PED04-02?all"); "a measure in a meeting")]
#[test_case(|| at("#example/meeting"); "the first item of a meeting")]
#[test_case(|| hostile().after(Action::Go(Place::of("#/meeting?all"))); "a hostile meeting")]
#[test_case(|| hostile().after(Action::Go(Place::of("#/compare"))); "a hostile comparison")]
#[test_case(compared; "a comparison")]
#[test_case(|| compared().after(Action::Go(Place::of("#/compare/gone"))); "a comparison with what is not open")]
#[test_case(|| at("#example/whole"); "the whole report")]
#[test_case(|| at("#/help"); "help")]
#[test_case(|| at("#/accessibility"); "the accessibility statement")]
#[test_case(|| at("#example/exceptions"); "the exceptions")]
#[test_case(example; "the example")]
#[test_case(explained; "the example explained")]
#[test_case(supposed; "the example with supposed figures")]
#[test_case(worked_on; "the example worked on")]
#[test_case(without_rows; "a filter that leaves nothing")]
#[test_case(plan; "a plan")]
#[test_case(services; "a report with facts and benchmarks")]
#[test_case(|| every_word("#/measures"); "words with links and figures")]
#[test_case(|| every_word("#/milestones"); "milestones")]
#[test_case(|| every_word("#/milestones").after(Action::Sort(SortKey::Progress)); "milestones by status")]
#[test_case(|| every_word("#/risks"); "risks")]
#[test_case(|| every_word("#/issues"); "strategic issues")]
#[test_case(|| every_word("#/narrative"); "narrative")]
#[test_case(|| every_word("#/targets"); "targets under review")]
#[test_case(|| framed("#embed/report?readonly"); "a frame")]
#[test_case(|| framed("#embed/measure/PED06-01?allow=print,save,whole"); "a frame with every button")]
#[test_case(|| State::at(Place::of("#embed")); "a frame that waits")]
#[test_case(hostile; "a hostile report")]
#[tokio::test]
async fn a_page_has_no_faults(state: fn() -> State) {
    let html = rendered(&state()).await;
    let faults = faults(&html);
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A check that finds nothing to look at proves nothing.
#[tokio::test]
async fn the_example_explained_has_one_of_everything_that_is_checked() {
    let html = rendered(&explained()).await;
    for wanted in [
        "table caption",
        "table table",
        "th[scope=row]",
        "td[colspan]",
        ".ql-tag svg",
        ".ql-direction svg",
        "[aria-controls]",
        "[aria-labelledby]",
        "label input",
        "label select",
        "button",
        "h3",
        "dl",
    ] {
        assert!(select(&html, wanted).next().is_some(), "{wanted}");
    }
    let report = explained();
    let rows = report.assessment.measures.len() + report.assessment.milestones.len();
    assert_eq!(select(&html, "[aria-controls]").count(), rows);
    let html = rendered(&example()).await;
    assert_eq!(select(&html, ".ql-why-button[aria-expanded=false]").count(), rows);
}

#[tokio::test]
async fn a_link_in_commentary_is_one_only_where_it_leads_to_a_page_or_a_mailbox() {
    let html = rendered(&every_word("#/measures")).await;
    let links: Vec<_> = select(&html, ".ql-prose__link").map(|one| one.attr("href")).collect();
    assert_eq!(links, [Some("https://www.example.org/review")]);
    let quoted: Vec<_> = select(&html, ".ql-quoted").map(|one| one.attr("href")).collect();
    assert_eq!(quoted, [Some("#/measure/PED02-05"), Some("#/measure/PED02-05")]);
}

#[tokio::test]
async fn a_slip_is_linked_to_its_field() {
    let html = rendered(&mistyped()).await;
    let wrong: Vec<ElementRef> = select(&html, "input[aria-invalid=true]").collect();
    assert_eq!(wrong.len(), 2);
    for field in wrong {
        let described = field.attr("aria-describedby").expect("it says where the error is");
        let words: String = described
            .split(' ')
            .flat_map(|id| select(&html, &format!("[id='{id}']")))
            .map(text)
            .collect();
        assert!(words.contains("Error: "), "{described}: {words}");
        assert!(words.contains("can be read in two ways"), "{words}");
    }
    let hinted = select(&html, "#calculator-tolerance").next().expect("a tolerance");
    assert_eq!(
        hinted.attr("aria-describedby"),
        Some("calculator-tolerance-hint calculator-tolerance-error")
    );
    assert_eq!(
        select(&html, ".ql-tag, .ql-direction").count(),
        0,
        "no status is shown as if it were current"
    );
}

#[tokio::test]
async fn what_is_supposed_is_told_apart_from_what_is_reported() {
    let html = rendered(&supposed()).await;
    assert_eq!(select(&html, ".ql-what-if--typed").count(), 3);
    let block = select(&html, "#row-measure-6 .ql-what-if--typed").next().expect("a block");
    assert!(text(block).contains("What if? Figures that nobody reported"));
    assert_eq!(within(block, "input").len(), 2);
    assert_eq!(within(block, "[role=status]").len(), 1);
    for (field, words) in [("what-if-7-3", "must be a number"), ("what-if-0-4", "Give Quarter 3")] {
        let input = select(&html, &format!("[id='{field}'][aria-invalid=true]")).next();
        let described = input.and_then(|input| input.attr("aria-describedby"));
        assert_eq!(described, Some(format!("{field}-hint {field}-error").as_str()));
        let error = select(&html, &format!("[id='{field}-error']")).next().expect("an error");
        assert!(text(error).contains(words), "{}", text(error));
    }
}

#[tokio::test]
async fn the_page_that_one_is_on_is_told_apart() {
    for (state, current) in [
        (start(), &["Quarterlight"][..]),
        (overview(), &["Report", "Overview"][..]),
        (example(), &["Report", "Measures"][..]),
        (past_outlooks(), &["Past outlooks"][..]),
        (calculator(), &["Calculator"][..]),
    ] {
        let html = rendered(&state).await;
        let marked: Vec<String> = select(&html, "nav a[aria-current=page]").map(text).collect();
        assert_eq!(marked, current);
    }
}

#[tokio::test]
async fn the_result_that_is_chosen_is_the_field_s_own() {
    let html = rendered(&finding().after(Action::Find(Finding::Choose(2)))).await;
    let field = select(&html, "dialog [role=combobox]").next().expect("a field");
    assert_eq!(field.attr("aria-activedescendant"), Some("finder-result-2"));
    assert_eq!(field.attr("aria-expanded"), Some("true"));
    let chosen: Vec<&str> = select(&html, "[role=option][aria-selected=true]")
        .filter_map(|option| option.attr("id"))
        .collect();
    assert_eq!(chosen, ["finder-result-2"]);
    assert!(select(&html, "dialog [role=listbox] > [role=option] .ql-tag").count() > 3);
    assert!(select(&html, "dialog mark").all(|mark| text(mark).to_lowercase() == "care"));
}

#[tokio::test]
async fn a_meeting_has_its_item_its_place_and_nothing_that_leads_away_by_mistake() {
    let html = rendered(&at("#example/meeting/PED04-02?all")).await;
    assert_eq!(select(&html, ".ql-navigation a, .ql-parts a").count(), 0);
    assert_eq!(select(&html, "h1").count(), 1);
    assert_eq!(select(&html, "main .ql-tag").count(), 1);
    assert_eq!(select(&html, "main .ql-direction").count(), 1);
    let version = select(&html, "main .ql-meeting__version").next().map(text);
    assert_eq!(version.as_deref(), Some("Data 2143 3de4"));
    let said = select(&html, "[role=status]").next().map(text).unwrap_or_default();
    assert!(said.contains(" of 66: PED04 02 "), "{said}");
    let html = rendered(&at("#example/meeting?all")).await;
    let disabled: Vec<String> = select(&html, "button[aria-disabled=true]").map(text).collect();
    assert_eq!(disabled, ["Previous"], "what leads nowhere stays, so that the focus does");
}

// Text that stays text

/// Ends a script, an attribute and a comment; turns writing round; and is not to be trimmed or unescaped.
/// Signs that turn the direction of what follows are left out when a file is read: see `bad_input.rs`.
const HOSTILE: &str =
    "</script></style>--><img src=x onerror=alert(1)>\"'`{{ &lt;b&amp;txet\u{200F}";

/// A report of which every text holds `text`.
fn wording(text: &str) -> State {
    let commentary = json!({ "text": text, "by": text, "about": "data" });
    let objective = json!({
        "id": text, "ref": text, "title": text, "department": text, "area_of_focus": text,
        "corporate_priorities": [text], "responsible": [text], "commentary": commentary, "note": text
    });
    let measure = json!({
        "id": text, "ref": text, "also": text, "title": text, "objective": text, "polarity": "higher",
        "unit": format!("number of {text}"), "owner": text, "source": text, "note": text,
        "commentary": commentary,
        "figures": {
            "target": 80,
            "current": { "value": 84, "note": text },
            "last_year": { "absent": "withheld", "note": text },
            "related": [{ "label": text, "value": 3 }],
            "benchmarks": [{ "with": text, "text": text }]
        },
        "published": { "words": text, "reason": text, "by": text }
    });
    let milestone = |what: &str| {
        json!({
            "title": format!("{what} {text}"), "objective": text, "due": "2019-12-31", "status": "on course",
            "reason": text, "owner": text, "recurring": text, "commentary": commentary, "note": text
        })
    };
    let report = |period: &str| -> Vec<u8> {
        let mut measure = measure.clone();
        measure["definition"] = json!({ "version": period, "change": text });
        let report: Value = json!({
            "format": "quarterlight", "version": 1, "organisation": text, "directorate": text,
            "title": text, "period": period, "labels": { "measure": text, "milestone": text },
            "officers": [{ "title": text, "initials": text }],
            "corporate_priorities": [{ "id": text, "title": text }],
            "objectives": [objective.clone()], "measures": [measure],
            "milestones": [milestone("Begin"), milestone("End"), { "title": text, "due": "2019-09-31" }],
            "notes": [text]
        });
        report.to_string().into_bytes()
    };
    let (one, other) = (format!("{text} 1"), format!("{text} 2"));
    let files: [(&str, &[u8]); 3] = [
        (&one, &report("2018/19 Q2")),
        (&other, &report("2019/20 Q2")),
        (text, &report("2019/20 Q2")),
    ];
    after(opened(&files), [Action::FilterText(text.to_owned()), Action::ToggleAllWhy])
}

/// How many there are of each element.
fn elements(html: &Html) -> BTreeMap<String, usize> {
    let mut elements = BTreeMap::new();
    for element in select(html, "*") {
        *elements.entry(element.value().name().to_owned()).or_default() += 1;
    }
    elements
}

#[tokio::test]
async fn hostile_text_makes_the_same_page_as_plain_text() {
    let plain: String = HOSTILE.chars().map(|_| 'x').collect();
    let (hostile, plain) = (parts(&hostile()), parts(&wording(&plain)));
    assert_eq!(hostile.len(), plain.len());
    let mut tables = 0;
    for (hostile, plain) in hostile.iter().zip(&plain) {
        let (hostile, plain) = (rendered(hostile).await, rendered(plain).await);
        assert_eq!(elements(&hostile), elements(&plain));
        tables += elements(&plain).get("table").copied().unwrap_or_default();
    }
    assert!(tables > 8, "the pages have their tables");
}

#[test_case("h1"; "the title of the report")]
#[test_case(".ql-group__ref"; "the reference of an objective")]
#[test_case(".ql-table__row .ql-table__ref"; "the reference of a row")]
#[test_case(".ql-table__row th"; "the title of a row")]
#[test_case(".ql-table__row + .ql-table__below p"; "commentary")]
#[test_case(".ql-prose__by"; "who signed it")]
#[test_case(".ql-facts dt"; "what a fact is")]
#[test_case(".ql-facts dd"; "a fact")]
#[test_case(".ql-figure__remark"; "a remark on a figure")]
#[test_case(".ql-notes li"; "a note")]
#[test_case(".ql-files li"; "an open file")]
#[test_case(".ql-files td"; "a join")]
#[test_case("select option"; "a choice")]
#[test_case(".ql-warning"; "a warning with a file's name")]
#[tokio::test]
async fn hostile_text_is_on_the_page_as_it_was_written(place: &str) {
    let mut texts: Vec<String> = Vec::new();
    for part in parts(&hostile()) {
        let html = rendered(&part).await;
        texts.extend(select(&html, place).map(text));
    }
    assert!(texts.iter().any(|text| text.contains(HOSTILE)), "{texts:#?}");
}

/// Each part of a report that is no row's own.
fn parts(state: &State) -> Vec<State> {
    let is_whole = |place: &Place| {
        !matches!(
            place.part(),
            Some(Part::Measure(_) | Part::Objective(_) | Part::Finance(Some(_)) | Part::Whole)
        )
    };
    let places = places(state).into_iter().filter(is_whole);
    places.map(|place| state.after(Action::Go(place))).collect()
}

#[tokio::test]
async fn hostile_text_stays_within_its_attribute() {
    let html = rendered(&hostile()).await;
    for (place, attribute) in
        [("input[type=search]", "value"), ("th[data-heading]", "data-heading")]
    {
        let values: Vec<&str> =
            select(&html, place).filter_map(|element| element.attr(attribute)).collect();
        assert!(values.contains(&HOSTILE), "{place}: {values:?}");
    }
}

// The checks

fn select<'h>(html: &'h Html, selector: &str) -> impl Iterator<Item = ElementRef<'h>> + use<'h> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).collect::<Vec<_>>().into_iter()
}

fn within<'h>(element: ElementRef<'h>, selector: &str) -> Vec<ElementRef<'h>> {
    let selector = Selector::parse(selector).expect("a selector");
    element.select(&selector).collect()
}

fn children<'h>(element: ElementRef<'h>, name: &str) -> Vec<ElementRef<'h>> {
    element.child_elements().filter(|child| child.value().name() == name).collect()
}

fn text(element: ElementRef) -> String {
    element.text().collect()
}

fn has_text(element: ElementRef) -> bool {
    !text(element).trim().is_empty()
}

/// The start of an element's tag and its first words, to find it by.
fn named(element: ElementRef) -> String {
    let words: String = text(element).trim().chars().take(40).collect();
    let class = element.attr("class").unwrap_or_default();
    format!("<{} class={class:?}> {words}", element.value().name())
}

/// Everything that is wrong with a page.
fn faults(html: &Html) -> Vec<String> {
    let checks = [tables, statuses, ids, headings, forbidden, fields];
    checks.into_iter().flat_map(|check| check(html)).collect()
}

fn tables(html: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    for table in select(html, "table") {
        let first = table.child_elements().next();
        if !first.is_some_and(|first| first.value().name() == "caption" && has_text(first)) {
            faults.push(format!("no caption: {}", named(table)));
        }
        let rows: Vec<ElementRef> =
            table.child_elements().flat_map(|part| children(part, "tr")).collect();
        let widths: Vec<usize> = rows.iter().map(|row| width(*row)).collect();
        if widths.is_empty() || widths.iter().any(|width| *width != widths[0]) {
            faults.push(format!("rows of {widths:?} cells: {}", named(table)));
        }
    }
    for heading in select(html, "th") {
        if !matches!(heading.attr("scope"), Some("col" | "row")) {
            faults.push(format!("no scope: {}", named(heading)));
        }
        if !has_text(heading) {
            faults.push(format!("a heading without words: {}", named(heading)));
        }
    }
    faults
}

/// How many columns the cells of a row stand in.
fn width(row: ElementRef) -> usize {
    let columns =
        |cell: ElementRef| cell.attr("colspan").map_or(1, |span| span.parse().unwrap_or_default());
    row.child_elements().map(columns).sum()
}

/// A status is a word and a shape; its colour is the style sheet's.
fn statuses(html: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    for tag in select(html, ".ql-tag, .ql-direction") {
        if within(tag, "svg").len() != 1 {
            faults.push(format!("no shape: {}", named(tag)));
        }
        if !has_text(tag) {
            faults.push(format!("no word: {}", named(tag)));
        }
    }
    for shape in select(html, "svg") {
        let is_named = |role: &str, element: &ElementRef<'_>| {
            element.attr("role") == Some(role)
                && element.attr("aria-label").is_some_and(|name| !name.trim().is_empty())
        };
        // One with handles is a group, in which nothing but a picture and handles is read out.
        let parts = within(shape, "path, rect, text, circle");
        let is_in_part = |part: &ElementRef<'_>| {
            let mut around = part.ancestors().filter_map(ElementRef::wrap);
            around.any(|one| is_named("img", &one) || is_named("slider", &one))
        };
        let is_group = is_named("group", &shape) && parts.iter().all(is_in_part);
        let is_picture = is_named("img", &shape) || is_group;
        if shape.attr("aria-hidden") != Some("true") && !is_picture {
            faults.push("a shape that is read out".to_owned());
        }
    }
    faults
}

fn ids(html: &Html) -> Vec<String> {
    let mut seen = BTreeMap::new();
    for id in select(html, "[id]").filter_map(|element| element.attr("id")) {
        *seen.entry(id).or_insert(0) += 1;
    }
    let repeated = seen.iter().filter(|(_, count)| **count > 1);
    let mut faults: Vec<String> = repeated.map(|(id, _)| format!("an id twice: {id}")).collect();
    for attribute in ["aria-controls", "aria-labelledby", "aria-describedby", "for"] {
        for element in select(html, &format!("[{attribute}]")) {
            let ids = element.attr(attribute).unwrap_or_default();
            if ids.is_empty() || ids.split_whitespace().any(|id| !seen.contains_key(id)) {
                faults.push(format!("{attribute} leads nowhere: {ids:?}"));
            }
        }
    }
    faults
}

fn headings(html: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    let mut above = 0;
    for heading in select(html, "h1, h2, h3, h4, h5, h6") {
        let level = heading.value().name()[1..].parse().unwrap_or(0);
        if level > above + 1 || (level == 1 && above > 0) {
            faults.push(format!("level {level} below level {above}: {}", named(heading)));
        }
        if !has_text(heading) {
            faults.push(format!("a heading without words: {}", named(heading)));
        }
        above = level;
    }
    if above == 0 {
        faults.push("no heading".to_owned());
    }
    faults
}

/// Whether it is a link in commentary that takes nothing of the page with it.
fn leads_safely_away(element: ElementRef) -> bool {
    let has = |name: &str, wanted: &str| element.attr(name) == Some(wanted);
    let address = element.attr("href").unwrap_or_default();
    let is_known = ["https:", "http:", "mailto:"].iter().any(|one| address.starts_with(one));
    let is_prose = element.value().classes().any(|class| class == "ql-prose__link");
    is_prose && is_known && has("rel", "noopener noreferrer") && has("target", "_blank")
}

/// What the page's policy forbids, or what could lead off the page.
fn forbidden(html: &Html) -> Vec<String> {
    const ELEMENTS: &str = "script, style, link, meta, base, img, iframe, object, embed, video, audio, form, a:not([href]), template";
    const ATTRIBUTES: [&str; 11] = [
        "style",
        "href",
        "src",
        "srcset",
        "srcdoc",
        "data",
        "poster",
        "action",
        "formaction",
        "background",
        "ping",
    ];
    let mut faults: Vec<String> =
        select(html, ELEMENTS).map(|element| format!("forbidden: {}", named(element))).collect();
    for element in select(html, "*") {
        for (name, value) in element.value().attrs() {
            // A link leads from page to page within the application, or to a row that is there.
            let is_within = element.value().name() == "a"
                && name == "href"
                && value.strip_prefix('#').is_some_and(|id| {
                    id.is_empty()
                        || id.starts_with('/')
                        || id == "example"
                        || id.starts_with("example/")
                        || id.starts_with("embed/")
                        || select(html, "[id]").any(|other| other.attr("id") == Some(id))
                });
            if is_within || leads_safely_away(element) && name == "href" {
                continue;
            }
            if ATTRIBUTES.contains(&name) || name.starts_with("on") {
                faults.push(format!("the attribute {name}: {}", named(element)));
            }
        }
    }
    faults
}

fn fields(html: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    let labels = Selector::parse("label").expect("a selector");
    for field in select(html, "input, select, textarea") {
        let around = field.ancestors().filter_map(ElementRef::wrap).find(|one| labels.matches(one));
        // The choices of a list are not what it is called.
        let of = field.attr("id").map(|id| format!("label[for='{id}']"));
        let label = around.or_else(|| select(html, &of?).next());
        let words = label.map(|label| text(label).replace(&text(field), ""));
        if words.is_none_or(|words| words.trim().is_empty()) {
            faults.push(format!("no label: {}", named(field)));
        }
    }
    let mut explained = BTreeSet::new();
    for button in select(html, ".ql-why-button") {
        if !explained.insert(text(button)) {
            faults.push(format!("another button says the same: {}", named(button)));
        }
    }
    for button in select(html, "button") {
        if !has_text(button) {
            faults.push(format!("no words: {}", named(button)));
        }
        if button.attr("type") != Some("button") {
            faults.push(format!("a button that submits: {}", named(button)));
        }
    }
    faults
}

// The checks themselves

#[test_case("<table><tr><td>1</table>", "no caption: <table class=\"\"> 1"; "a table without a caption")]
#[test_case("<table><caption> </caption><tr><td>1</table>", "no caption: <table class=\"\"> 1"; "a blank caption")]
#[test_case("<table><caption>A</caption><tr><td><td><tr><td colspan=3></table>", "rows of [2, 3] cells: <table class=\"\"> A"; "a row that is too wide")]
#[test_case("<table><caption>A</caption><tr><th>B</table>", "no scope: <th class=\"\"> B"; "a heading without a scope")]
#[test_case("<table><caption>A</caption><tr><th scope=col></table>", "a heading without words: <th class=\"\"> "; "a column without words")]
#[test_case("<span class=ql-tag>Off course</span>", "no shape: <span class=\"ql-tag\"> Off course"; "a status without a shape")]
#[test_case("<span class=ql-tag><svg aria-hidden=true></svg></span>", "no word: <span class=\"ql-tag\"> "; "a status without a word")]
#[test_case("<svg></svg>", "a shape that is read out"; "a shape that is read out")]
#[test_case("<svg role=img aria-label=' '></svg>", "a shape that is read out"; "a picture without a name")]
#[test_case("<svg role=group aria-label=A><g role=slider><circle/></g></svg>", "a shape that is read out"; "a handle without a name")]
#[test_case("<p id=a><p id=a>", "an id twice: a"; "an id twice")]
#[test_case("<button type=button aria-controls=a>Why?</button>", "aria-controls leads nowhere: \"a\""; "a control of nothing")]
#[test_case("<h3>A</h3>", "level 3 below level 1: <h3 class=\"\"> A"; "a level that is skipped")]
#[test_case("<h1>A</h1>", "level 1 below level 1: <h1 class=\"\"> A"; "two titles")]
#[test_case("<h2> </h2>", "a heading without words: <h2 class=\"\"> "; "a blank heading")]
#[test_case("<p style='color: red'>A", "the attribute style: <p class=\"\"> A"; "a style")]
#[test_case("<p onclick='a()'>A", "the attribute onclick: <p class=\"\"> A"; "a handler")]
#[test_case("<svg aria-hidden=true><use xlink:href=a /></svg>", "the attribute href: <use class=\"\"> "; "an address in a shape")]
#[test_case("<a>A</a>", "forbidden: <a class=\"\"> A"; "a link that is not to a row")]
#[test_case("<a href='#b'>A</a>", "the attribute href: <a class=\"\"> A"; "a link to nothing")]
#[test_case("<a href='https://example.org/'>A</a>", "the attribute href: <a class=\"\"> A"; "a link that leads away")]
#[test_case("<img>", "forbidden: <img class=\"\"> "; "a picture")]
#[test_case("<input>", "no label: <input class=\"\"> "; "a field without a label")]
#[test_case("<label><select><option>A</select></label>", "no label: <select class=\"\"> A"; "a list with nothing but choices")]
#[test_case("<button type=button><svg aria-hidden=true></svg></button>", "no words: <button class=\"\"> "; "a button without words")]
#[test_case("<button type=button class=ql-why-button>Why?</button><button type=button class=ql-why-button>Why?</button>", "another button says the same: <button class=\"ql-why-button\"> Why?"; "buttons that cannot be told apart")]
#[test_case("<button>A</button>", "a button that submits: <button class=\"\"> A"; "a button that submits")]
fn a_fault_is_seen(body: &str, expected: &str) {
    assert_eq!(faults(&parsed(&format!("<h1>Title</h1>{body}"))), [expected]);
}

#[test]
fn a_page_without_a_heading_is_seen() {
    assert_eq!(faults(&parsed("<p>A</p>")), ["no heading"]);
}

/// A frame to which the page around it has given a report.
fn framed(address: &str) -> State {
    let bytes = std::fs::read("assets/samples/2019-20-q2.json").expect("a sample");
    let file = FileRead { name: "q2.json".to_owned(), bytes: Ok(bytes) };
    State::at(Place::of(address)).after(Action::Asked(Request::Load(vec![file])))
}

/// A frame of another page: one heading of its own, and nothing of the application around it.
#[tokio::test]
async fn a_frame_that_is_read_only_has_no_way_in_and_none_out() {
    let address = "#embed/measures?readonly";
    for state in [State::at(Place::of(address)), framed(address)] {
        let html = rendered(&state).await;
        let found = |css: &str| html.select(&Selector::parse(css).expect("a selector")).count();
        assert_eq!(found("h1"), 1);
        assert_eq!(found("main"), 1);
        assert_eq!(found("footer"), 1);
        assert_eq!(found("header, .ql-parts, .ql-navigation__link, input[type=file]"), 0);
        let links = Selector::parse("a").expect("a selector");
        for link in html.select(&links) {
            let leads = link.value().attr("href").expect("a link leads somewhere");
            assert!(leads.starts_with("#embed/"), "{leads}");
        }
    }
}
