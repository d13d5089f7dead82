//! Figures that nobody reported, as they are typed: what comes of them, and that nothing else does.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use quarterlight::app::{Action, FileRead, Part, Place, Row, State};
use quarterlight::terms::QuarterNumber;
use quarterlight::view::chart::{Handle, Nudge};
use quarterlight::view::{
    Content, Outcome, PartView, ReportPage, Supposition, WhatIfView, page, page_text,
};
use rust_decimal::Decimal;
use test_case::test_case;

/// PED02 05: children who enter care, 49 by the end of Quarter 2 against 68 for the year.
const CARE: usize = 6;

fn explained() -> State {
    State::default().after(Action::OpenExample).after(Action::ToggleWhy(Row::Measure(CARE)))
}

fn typed(state: &State, quarter: QuarterNumber, text: &str) -> State {
    state.after(Action::Suppose { measure: CARE, quarter, text: text.to_owned() })
}

fn both(third: &str, fourth: &str) -> State {
    typed(&typed(&explained(), QuarterNumber::Three, third), QuarterNumber::Four, fourth)
}

#[track_caller]
fn measures(state: &State) -> ReportPage {
    let state = state.after(Action::Go(Place::Report(Part::Measures)));
    let Content::Report(view) = page(&state).content else { panic!("no report") };
    let PartView::Measures(page) = view.part else { panic!("another part") };
    *page
}

fn block(state: &State, measure: usize) -> Option<WhatIfView> {
    let page = measures(state);
    let mut rows = page.groups.into_iter().flat_map(|group| group.measures);
    rows.find(|row| row.row == Row::Measure(measure))?.below.why?.what_if
}

#[track_caller]
fn supposition(state: &State) -> Supposition {
    block(state, CARE).expect("a block").supposition.expect("it can be supposed")
}

#[track_caller]
fn withheld(state: &State) -> String {
    match supposition(state).outcome {
        Outcome::Withheld(words) => words,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_block_in_words() {
    let text = page_text(&page(&both("9", "8").after(Action::Go(Place::Report(Part::Measures)))));
    let start = text.find("  To be on course").expect("what is needed");
    let end = text[start..].find("  Basis: ").expect("the facts come after") + start;
    insta::assert_snapshot!("what-if-ped02-05", &text[start..end]);
}

#[test_case("nine", "", "Quarter 3 must be a number, such as 84 or 84.5. Leave it empty if there is none.", "Nothing is worked out until Quarter 3 can be read as a number."; "no number")]
#[test_case("9", "6,3", "Quarter 4 can be read in two ways. Write a point before decimals (6.3), and commas only between thousands (1,234).", "Nothing is worked out until Quarter 4 can be read as a number."; "a comma for a point")]
#[test_case("9%", "", "Quarter 3 is written in %, and the unit is number of children. Correct one of them.", "Nothing is worked out until Quarter 3 can be read as a number."; "another unit")]
#[test_case("", "8", "Give Quarter 3 first.", "Nothing is worked out until Quarter 3 is given."; "out of order")]
fn what_is_wrong_stands_by_its_field(third: &str, fourth: &str, by_field: &str, below: &str) {
    let state = both(third, fourth);
    let errors: Vec<String> =
        supposition(&state).quarters.into_iter().filter_map(|one| one.error).collect();
    assert_eq!(errors, [by_field]);
    assert_eq!(withheld(&state), below);
}

/// A percentage as it stands at the end of a quarter.
fn share(target: &str, quarter: QuarterNumber, text: &str) -> Supposition {
    let said = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "Halton Borough Council",
            "directorate": "People", "period": "2019/20 Q2", "measures": [{{"title": "Reviews in time",
            "basis": "snapshot", "unit": "%", "polarity": "higher",
            "figures": {{"current": 70, "target": {target}}}}}]}}"#
    );
    let file = FileRead { name: "now.json".to_owned(), bytes: Ok(said.into_bytes()) };
    let state = State::default().after(Action::Opened(vec![file])).after(Action::ToggleAllWhy);
    let state = state.after(Action::Suppose { measure: 0, quarter, text: text.to_owned() });
    block(&state, 0).expect("a block").supposition.expect("it can be supposed")
}

#[test]
fn what_does_not_stand_on_the_quarter_before_needs_none() {
    let found = share("80", QuarterNumber::Four, "85");
    let Outcome::Given { figure, .. } = found.outcome else { panic!("no outcome") };
    assert_eq!(
        figure,
        "If Quarter 4 stood at 85%, the figure would be 85% at the end of Quarter 4."
    );
    assert!(found.chart.expect("a chart").name.contains("Supposed: Q4 85%."));
}

#[test_case("4.61", "If Quarter 4 stood at 4.61%, the figure would be 4.61% at the end of Quarter 4.", "4.61% against a target of 4.4%"; "finer than it is printed")]
#[test_case("4.5", "If Quarter 4 stood at 4.5%, the figure would be 4.5% at the end of Quarter 4.", "4.5% against a target of 4.4%"; "as it is printed")]
#[test_case("5", "If Quarter 4 stood at 5.0%, the figure would be 5.0% at the end of Quarter 4.", "5.0% against a target of 4.4%"; "coarser")]
fn what_is_supposed_is_told_in_full(text: &str, expected: &str, position: &str) {
    let said = r#"{"format": "quarterlight", "version": 1, "organisation": "Halton Borough Council",
        "directorate": "People", "period": "2019/20 Q2", "measures": [{"title": "Not in education",
        "basis": "snapshot", "unit": "%", "polarity": "lower", "decimals": 1,
        "figures": {"current": 6.3, "target": 4.4}}]}"#;
    let file = FileRead { name: "now.json".to_owned(), bytes: Ok(said.as_bytes().to_vec()) };
    let state = State::default().after(Action::Opened(vec![file])).after(Action::ToggleAllWhy);
    let quarter = QuarterNumber::Four;
    let state = state.after(Action::Suppose { measure: 0, quarter, text: text.to_owned() });
    let found = block(&state, 0).expect("a block").supposition.expect("it can be supposed");
    assert_eq!(found.quarters[1].hint, "In %. The same quarter of earlier years is not loaded.");
    let Outcome::Given { figure, answers } = found.outcome else { panic!("no outcome") };
    assert_eq!(figure, expected);
    assert!(answers[0].2.contains(position), "{answers:?}");
}

#[test]
fn what_a_quarter_brings_is_added_to_those_before() {
    let said = r#"{"format": "quarterlight", "version": 1, "organisation": "Halton Borough Council",
        "directorate": "People", "period": "2019/20 Q3", "measures": [{"title": "Volunteers",
        "basis": "quarter", "unit": "number of volunteers", "polarity": "higher", "figures": {
        "earlier": [{"covers": "2019/20 Q1", "value": 30}, {"covers": "2019/20 Q2", "value": 35}],
        "current": 28, "target": 120}}]}"#;
    let file = FileRead { name: "now.json".to_owned(), bytes: Ok(said.as_bytes().to_vec()) };
    let state = State::default().after(Action::Opened(vec![file])).after(Action::ToggleAllWhy);
    let quarter = QuarterNumber::Four;
    let state = state.after(Action::Suppose { measure: 0, quarter, text: "28".to_owned() });
    let found = block(&state, 0).expect("a block").supposition.expect("it can be supposed");
    assert_eq!(found.quarters[0].label, "Quarter 4 would bring");
    let Outcome::Given { figure, .. } = found.outcome else { panic!("no outcome") };
    assert_eq!(figure, "93 so far, if Quarter 4 brought 28, would be 121 at the end of Quarter 4.");
    // On the chart each quarter stands for itself.
    let name = found.chart.expect("a chart").name;
    assert!(name.contains("Reported: Q1 30, Q2 35, Q3 28. Supposed: Q4 28."), "{name}");
}

#[test_case("80", "120", true; "more than all")]
#[test_case("80", "-1", true; "less than nothing")]
#[test_case("80", "100", false; "all")]
#[test_case("110", "120", false; "where the target is more than all")]
fn a_percentage_beyond_all_or_nothing_is_doubted(target: &str, text: &str, expected: bool) {
    let found = share(target, QuarterNumber::Three, text);
    let doubt = "Is it meant to be outside 0% to 100%?";
    assert_eq!(found.quarters[0].hint.contains(doubt), expected);
    assert!(matches!(found.outcome, Outcome::Given { .. }), "it is not forbidden");
}

#[test]
fn one_quarter_is_enough() {
    let state = typed(&explained(), QuarterNumber::Three, " 9 ");
    let Outcome::Given { figure, .. } = supposition(&state).outcome else { panic!("no outcome") };
    assert_eq!(figure, "49 so far, if Quarter 3 added 9, would be 58 at the end of Quarter 3.");
}

#[test]
fn the_announcement_changes_only_with_the_statuses() {
    let said = |fourth| supposition(&both("9", fourth)).announcement;
    assert_eq!(said("8"), said("9"));
    assert_ne!(said("8"), said("80"));
}

#[test]
fn nothing_else_changes() {
    let before = explained();
    let after = both("500", "x");
    let without = |state: &State| State { supposed: before.supposed.clone(), ..state.clone() };
    assert!(without(&after) == before, "figures, counts, filter and bytes are as they were");
    let plain = |state: &State| {
        let mut page = measures(state);
        let rows = page.groups.iter_mut().flat_map(|group| &mut group.measures);
        for why in rows.filter_map(|row| row.below.why.as_mut()) {
            why.what_if = None;
        }
        page
    };
    assert_eq!(plain(&after), plain(&before));
}

#[test]
fn it_is_cleared() {
    let before = explained();
    assert!(both("9", "8").after(Action::ClearSupposed(CARE)) == before, "by the button");
    let emptied = typed(&typed(&both("9", "8"), QuarterNumber::Three, ""), QuarterNumber::Four, "");
    assert!(emptied == before, "by emptying the fields");
    assert!(both("9", "8").after(Action::Show(0)).supposed.is_empty(), "by another report");
}

#[test_case(9; "no target")]
#[test_case(15; "no current figure")]
fn it_is_absent(measure: usize) {
    let state = State::default().after(Action::OpenExample).after(Action::ToggleAllWhy);
    assert_eq!(block(&state, measure), None);
}

#[test_case("2018-19-q4.json"; "at the end of the year")]
#[test_case("2021-22-plan.json"; "for a plan")]
fn it_is_absent_from_all_rows(name: &str) {
    let bytes = Ok(std::fs::read(format!("assets/samples/{name}")).expect("a sample"));
    let file = FileRead { name: name.to_owned(), bytes };
    let state = State::default().after(Action::Opened(vec![file])).after(Action::ToggleAllWhy);
    let rows = state.report().expect("a report").measures.len();
    assert!((0..rows).all(|measure| block(&state, measure).is_none()));
}

#[test]
fn where_nothing_can_be_said_the_reason_is() {
    let state = State::default().after(Action::OpenExample).after(Action::ToggleAllWhy);
    let monitored = block(&state, 3).expect("a block");
    assert_eq!(
        monitored.on_course.derivation.sentence,
        "What is needed cannot be said: it is monitored only, and neither higher nor lower is better."
    );
    assert_eq!(
        block(&state, 36).expect("a block").supposition.expect_err("annual"),
        "Nothing can be supposed: it is published once a year, and has no quarters to suppose."
    );
}

// On the chart

#[track_caller]
fn handles(state: &State) -> Vec<Handle> {
    supposition(state).chart.expect("a chart").handles
}

#[test]
fn dragging_types_the_same_into_the_field() {
    let before = explained();
    let handle = &handles(&before)[0];
    // The scale from 0 to 100 is 1,900 tenths high.
    let text = handle.range.dragged(-190).expect("another figure");
    assert_eq!(text, "10");
    assert!(typed(&before, handle.quarter, &text) == typed(&before, QuarterNumber::Three, "10"));
    let after = typed(&before, handle.quarter, &text);
    assert_eq!(handles(&after)[0].said, "10, so 59 at the end of Quarter 3");
    assert_eq!(handles(&after)[0].at.y, handle.at.y - 190);
}

#[test_case("", "8"; "without the quarter before")]
#[test_case("x", "8"; "after what cannot be read")]
#[test_case("9", "x"; "before what cannot be read")]
#[test_case("", "12000000"; "beyond all that is drawn")]
fn a_chart_shows_nothing_as_supposed_of_which_nothing_is_worked_out(third: &str, fourth: &str) {
    let state = both(third, fourth);
    assert!(withheld(&state).starts_with("Nothing is worked out until Quarter "));
    let chart = supposition(&state).chart.expect("a chart");
    assert!(chart.name.contains("Supposed: nothing."), "{}", chart.name);
    for handle in chart.handles {
        assert!(!handle.is_supposed && !handle.said.contains("so "), "{handle:?}");
        assert!((0..=chart.picture.height).contains(&handle.at.y), "{handle:?}");
    }
}

#[test]
fn later_quarters_stand_on_a_handle_and_stay_on_the_picture() {
    let state = both("9", "8");
    let most = handles(&state)[0].range.nudged(Nudge::Most).expect("there is room");
    let after = typed(&state, QuarterNumber::Three, &most);
    assert_eq!(most, "43");
    assert_eq!(handles(&after)[1].said, "8, so 100 at the end of Quarter 4");
    assert_eq!(handles(&after)[0].range.nudged(Nudge::Up), None);
}

#[test]
fn what_is_added_up_is_not_dragged_below_nothing() {
    assert_eq!(handles(&both("9", ""))[0].range.nudged(Nudge::Least).as_deref(), Some("0"));
    let below = &handles(&both("-5", ""))[0];
    assert_eq!(below.range.nudged(Nudge::Down).as_deref(), Some("-6"), "unless that was typed");
}

#[test]
fn whatever_is_typed_a_handle_stands_on_the_picture_and_says_what_it_is() {
    let open = State::default().after(Action::OpenExample).after(Action::ToggleAllWhy);
    let rows = open.report().expect("a report").measures.len();
    let mut charts = 0;
    for measure in 0..rows {
        for text in ["", "9", "-3.5", "12000000", "0.05", "100", "nine", MOST] {
            let action =
                Action::Suppose { measure, quarter: QuarterNumber::Three, text: text.to_owned() };
            let Some(Ok(shown)) = block(&open.after(action), measure).map(|one| one.supposition)
            else {
                continue;
            };
            let Some(chart) = shown.chart else {
                assert_eq!(text, MOST, "only the largest figures have no picture");
                continue;
            };
            charts += 1;
            assert_eq!(chart.handles.len(), 2);
            for handle in &chart.handles {
                let (x, y) = (handle.at.x, handle.at.y);
                assert!((0..=chart.picture.width).contains(&x), "{handle:?}");
                assert!((0..=chart.picture.height).contains(&y), "{handle:?}");
                let values = handle.range.values();
                let [least, now, most] =
                    values.map(|value| value.parse::<Decimal>().expect("a number"));
                assert!(least <= now && now <= most, "{handle:?}");
                assert!(!handle.said.is_empty());
            }
            let is_supposed = !matches!(text, "" | "nine");
            assert_eq!(chart.handles[0].is_supposed, is_supposed, "{text} of {measure}");
        }
    }
    assert!(charts > 50, "{charts}");
}

const MOST: &str = "79228162514264337593543950335";
