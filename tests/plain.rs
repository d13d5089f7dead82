//! The report on one page, as it is saved for where no program runs: it leaves nothing out.
#![expect(clippy::unwrap_used, reason = "a test stops at what should not be")]

use std::collections::HashSet;

use quarterlight::app::{Action, FileRead, Part, Place, Row, State};
use quarterlight::publish::file_stem;
use quarterlight::view::{page, page_text, places, plain_part, plain_report, plain_text};
use test_case::test_case;

fn opened(name: &str) -> State {
    let bytes = Ok(std::fs::read(format!("assets/samples/{name}.json")).unwrap());
    State::default().after(Action::Opened(vec![FileRead { name: format!("{name}.json"), bytes }]))
}

#[test_case("2012-13-mid-year", "children-and-young-people-2012-13-q2")]
#[test_case("2012-13-q2-finance", "children-enterprise-directorate-2012-13-q2")]
#[test_case("2013-16-plan", "children-and-enterprise-directorate-2013-14-to-2015-16")]
#[test_case("2018-19-progress", "people-directorate-children-and-young-people-2018-19-q2")]
#[test_case("2018-19-q4", "people-directorate-children-and-young-people-2018-19-q4")]
#[test_case("2019-20-q2", "people-directorate-children-and-young-people-2019-20-q2")]
#[test_case("2021-22-plan", "people-directorate-children-and-young-people-2021-22")]
#[test_case("2024-25-q1", "children-s-services-2024-25-q1")]
fn every_line_of_every_page_is_in_it(name: &str, stem: &str) {
    let state = opened(name);
    assert_eq!(file_stem(state.report().unwrap()), stem);
    let plain = plain_text(&plain_report(&state).unwrap());
    let plain: HashSet<&str> = plain.lines().collect();
    // An objective's page gathers what stands under it among the measures, and paper what stands everywhere.
    let is_own = |place: &Place| {
        !matches!(
            place.part(),
            None | Some(Part::Objective(_) | Part::Exceptions | Part::Whole | Part::Compare(_))
        )
    };
    for place in places(&state).into_iter().filter(is_own) {
        let address = place.address();
        let text = page_text(&page(&state.after(Action::Go(place))));
        // Up to its heading it is what stands around every page.
        let (_, text) = text.split_once("\n# ").unwrap();
        for line in text.lines().skip(1) {
            assert!(plain.contains(line), "{address}: “{line}” is left out");
        }
    }
}

#[test]
fn it_is_read_by_its_own_rules_whatever_is_supposed_or_filtered() {
    let state = opened("2019-20-q2");
    let measure = Place::Report(Part::Measure("PED06-01".to_owned()));
    let other = [
        Action::Go(measure),
        Action::ReadUnder(Some(3)),
        Action::FilterText("attendance".to_owned()),
        Action::ToggleWhy(Row::Measure(2)),
    ]
    .into_iter()
    .fold(state.clone(), |state, action| state.after(action));
    assert_eq!(plain_report(&state), plain_report(&other));
}

#[test]
fn what_is_read_under_another_rule_says_so_wherever_it_goes() {
    let state = opened("2019-20-q2").after(Action::ReadUnder(Some(1)));
    let under = "Read under another rule: Kent County Council: Target and floor";
    for place in places(&state) {
        let address = place.address();
        let shown = page(&state.after(Action::Go(place.clone())));
        let meeting = matches!(place.part(), Some(Part::Meeting(..)));
        if place.part().is_some() {
            assert!(meeting || page_text(&shown).contains(under), "{address}");
            assert!(shown.content.paper().0.ends_with(under), "{address}: on paper");
        }
    }
    let part = plain_part(&state.after(Action::Go(Place::Report(Part::Overview)))).unwrap();
    assert!(part.line.contains(under), "{}", part.line);
}

/// What changed is what the figures did, not what the rule does.
#[test]
fn earlier_quarters_are_read_under_the_same_rule() {
    let files = ["2018-19-q4", "2019-20-q2"].map(|name| {
        let bytes = Ok(std::fs::read(format!("assets/samples/{name}.json")).unwrap());
        FileRead { name: format!("{name}.json"), bytes }
    });
    let own = State::default().after(Action::Opened(files.to_vec()));
    let own = own.after(Action::Show(1 - own.showing));
    let under = own.after(Action::ReadUnder(Some(1)));
    let other = own.history.reports().iter().position(|one| one.file.starts_with("2019")).unwrap();
    let rules = |state: &State| {
        let judged = &state.judged(other).unwrap().measures;
        judged.iter().map(|one| one.position.derivation().rule.clone()).collect::<Vec<_>>()
    };
    assert_ne!(rules(&own), rules(&under));
    assert_eq!(rules(&own), rules(&under.after(Action::ReadUnder(None))));
}

#[test_case(Part::Measure("PED06-01".to_owned()), "PED06-01"; "a measure, whose title is a sentence or two")]
#[test_case(Part::Objective("PED04".to_owned()), "PED04")]
#[test_case(Part::Measures, "Measures")]
fn a_part_is_named_after_its_reference(part: Part, expected: &str) {
    let state = opened("2019-20-q2").after(Action::Go(Place::Report(part)));
    assert_eq!(plain_part(&state).unwrap().named, expected);
}

#[test]
fn a_part_is_as_it_is_shown() {
    let state = opened("2019-20-q2").after(Action::Go(Place::Report(Part::Measures)));
    let all = plain_part(&state).unwrap();
    let few = plain_part(&state.after(Action::FilterText("absence".to_owned()))).unwrap();
    assert_ne!(all, few);
    assert!(all.line.contains("Data "), "{}", all.line);
    assert_eq!(plain_part(&State::default()), None);
}
