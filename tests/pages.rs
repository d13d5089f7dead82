//! Each sample's page as plain text: what a person reads, word for word.

#![expect(clippy::unwrap_used, reason = "a test stops at what should not be")]

use quarterlight::app::{Action, FileRead, Part, Place, State};
use quarterlight::view::{page, page_text, places};
use test_case::test_case;

fn opened(names: &[&str]) -> State {
    let files = names
        .iter()
        .map(|name| FileRead {
            name: (*name).to_owned(),
            bytes: Ok(std::fs::read(format!("assets/samples/{name}")).unwrap()),
        })
        .collect();
    State::default().after(Action::Opened(files))
}

#[test_case("2018-19-q4")]
#[test_case("2019-20-q2")]
#[test_case("2021-22-plan")]
#[test_case("2024-25-q1")]
fn a_sample(name: &str) {
    let state = opened(&[&format!("{name}.json")]);
    for place in places(&state).into_iter().filter(is_whole) {
        let state = state.after(Action::Go(place));
        let part = state.place.address().replace("#/", "").replace('/', "-");
        insta::assert_snapshot!(format!("page-{name}-{part}"), page_text(&page(&state)));
    }
}

#[test]
fn the_example_with_every_status_explained() {
    let state = State::default().after(Action::OpenExample).after(Action::ToggleAllWhy);
    let state = state.after(Action::Go(Place::Example(Part::Measures)));
    insta::assert_snapshot!("page-example-explained", page_text(&page(&state)));
}

#[test]
fn a_plan_beside_a_quarter_shows_what_cannot_be_compared() {
    let state = opened(&["2021-22-plan.json", "2019-20-q2.json"]);
    let state = state.after(Action::Go(Place::Report(Part::Measures)));
    let text = page_text(&page(&state));
    let joins = &text[text.find("## How the files join").unwrap()..];
    insta::assert_snapshot!("joins-2019-20-with-plan", joins);
}

/// One measure and one objective stand for the others.
fn is_whole(place: &Place) -> bool {
    !matches!(place.part(), Some(Part::Measure(_) | Part::Objective(_)))
}

#[test_case("measure/PED06-01")]
#[test_case("measure/PED02-05")]
#[test_case("objective/PED02")]
fn a_page_of_the_example(path: &str) {
    let state = State::default().after(Action::OpenExample);
    let state = state.after(Action::Go(Place::of(&format!("#example/{path}"))));
    let name = format!("page-example-{}", path.replace('/', "-"));
    insta::assert_snapshot!(name, page_text(&page(&state)));
}
