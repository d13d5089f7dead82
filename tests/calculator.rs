//! The calculator: what is typed, what it means, and the address that holds it.
#![expect(clippy::unwrap_used, reason = "a test stops at what should not be")]

use proptest::prelude::*;
use quarterlight::app::{Action, Edit, Field, Fields, FileRead, Input, Part, Place, Slip, State};
use quarterlight::assess::Case;
use quarterlight::model::{Tolerance, shipped};
use quarterlight::terms::{Absence, Basis, ComparedWith, Mark, Polarity, QuarterNumber, Unit};
use quarterlight::view::{Content, Results, page, page_text};
use test_case::test_case;

fn enter(fields: Fields, field: Field, text: &str) -> Fields {
    fields.after(Edit::Enter(Input::Field(field), text.to_owned()))
}

fn typed(texts: &[(Field, &str)]) -> Fields {
    texts.iter().fold(Fields::default(), |fields, (field, text)| enter(fields, *field, text))
}

fn shown(fields: Fields) -> String {
    let place = Place::Calculator(Box::new(fields));
    page_text(&page(&State::default().after(Action::Go(place))))
}

// What is typed and what it means

#[test]
fn a_case_is_what_was_typed() {
    let fields = typed(&[
        (Field::Name, "  Council tax collected "),
        (Field::Quarter, "3"),
        (Field::Actual, "84.10%"),
        (Field::Firmness, "provisional"),
        (Field::Target, "96"),
        (Field::Floor, "95.5"),
        (Field::Polarity, "higher"),
        (Field::Unit, "%"),
        (Field::Tolerance, "1.5"),
        (Field::ToleranceKind, "points"),
        (Field::Seasonal, "yes"),
    ])
    .after(Edit::AddYear)
    .after(Edit::AddYear)
    .after(Edit::Enter(Input::Earlier(0, 3), "95".to_owned()))
    .after(Edit::Enter(Input::Earlier(1, 0), "28".to_owned()));
    let case = fields.case().unwrap();
    assert_eq!(case.name, "Council tax collected");
    assert_eq!(case.quarter, QuarterNumber::Three);
    assert_eq!(case.actual.unwrap().to_string(), "84.10");
    assert_eq!(case.marks, [Mark::Provisional]);
    assert_eq!(case.target.unwrap().to_string(), "96");
    assert_eq!(case.floor.unwrap().to_string(), "95.5");
    assert_eq!(case.polarity, Some(Polarity::Higher));
    assert_eq!(case.unit, Some(Unit::Percent));
    assert_eq!(case.tolerance, Some(Tolerance::Points("1.5".parse().unwrap())));
    assert!(case.seasonal);
    let texts: Vec<Vec<String>> = case
        .history
        .iter()
        .map(|year| year.iter().map(|one| one.map_or(String::new(), |a| a.to_string())).collect())
        .collect();
    assert_eq!(texts, [["28", "", "", ""], ["", "", "", "95"]], "the oldest year is first");
}

#[test]
fn an_empty_field_is_absent_and_not_zero() {
    let case = Fields::default().case().unwrap();
    assert_eq!(case.actual, Err(Absence::NotStated));
    assert_eq!((case.target, case.same_period_last_year, case.polarity), (None, None, None));
}

#[test_case("tbc", Absence::ToBeConfirmed)]
#[test_case("N/A", Absence::NotApplicable)]
#[test_case("[x]", Absence::NotYetAvailable)]
fn an_actual_can_be_the_reason_that_there_is_none(text: &str, absence: Absence) {
    assert_eq!(typed(&[(Field::Actual, text)]).case().unwrap().actual, Err(absence));
}

#[test]
fn the_sign_that_is_typed_gives_the_unit_unless_one_is_chosen() {
    let fields = typed(&[(Field::Actual, "£1,234"), (Field::Target, "1,200")]);
    assert_eq!(fields.unit(), Some(Unit::Pounds));
    let fields = enter(fields, Field::Unit, "days");
    assert_eq!(
        fields.case().unwrap_err(),
        [(
            Input::Field(Field::Actual),
            Slip::OtherUnit { typed: Unit::Pounds, unit: Unit::Time("days") }
        )]
    );
    let fields = typed(&[(Field::Actual, "£5"), (Field::Unit, "£000")]);
    assert!(fields.case().is_ok(), "thousands of pounds are pounds");
}

#[test]
fn every_slip_is_told_at_its_place() {
    let fields =
        typed(&[(Field::Actual, "many"), (Field::Target, "6,3"), (Field::Tolerance, "-1")])
            .after(Edit::AddYear)
            .after(Edit::Enter(Input::Earlier(0, 1), "x".to_owned()));
    assert_eq!(
        fields.case().unwrap_err(),
        [
            (Input::Field(Field::Actual), Slip::NotANumber),
            (Input::Field(Field::Target), Slip::Grouping),
            (Input::Earlier(0, 1), Slip::NotANumber),
            (Input::Field(Field::Tolerance), Slip::Negative),
        ]
    );
}

#[test]
fn no_more_than_five_earlier_years_are_asked_for() {
    let fields = (0..9).fold(Fields::default(), |fields, _| fields.after(Edit::AddYear));
    assert_eq!(fields.earlier().len(), Fields::MAX_YEARS);
    assert_eq!(fields.after(Edit::RemoveYear).earlier().len(), 4);
    let many = format!("#/calculator?{}", "earlier=1;2;3;4;5&".repeat(9));
    let Place::Calculator(fields) = Place::of(&many) else { panic!("{many}") };
    assert_eq!(fields.earlier(), vec![["1", "2", "3", "4"]; 5]);
}

// The page

#[test]
fn the_worked_case() {
    insta::assert_snapshot!("calculator-worked-case", shown(Fields::example()));
}

#[test]
fn an_erroneous_field_is_told_and_no_status_is_shown() {
    let text = shown(enter(Fields::example(), Field::Actual, "6,3"));
    assert!(!text.contains("Off course\n"), "{text}");
    insta::assert_snapshot!("calculator-erroneous-field", text);
}

#[test]
fn nothing_typed_says_what_is_needed() {
    let text = shown(Fields::default());
    assert!(
        text.contains("Enter an actual and a target, and choose which way is better."),
        "{text}"
    );
}

#[test_case(&[(Field::Actual, "5")], "Position now: Not rated (No target)", "Not rated: no target is entered."; "no target")]
#[test_case(&[(Field::Target, "5")], "Position now: Not rated (No current figure)", "Not rated: no actual is entered."; "no actual")]
#[test_case(&[(Field::Actual, "5"), (Field::Target, "5")], "Position now: Not rated (No polarity)", "Not rated: it is not chosen which way is better."; "no polarity")]
#[test_case(&[(Field::Actual, "5"), (Field::Target, "5"), (Field::Polarity, "higher")], "Position now: On course", "Not comparable: no figure for the same period last year is entered."; "no earlier figure")]
#[test_case(&[(Field::Actual, "tbc"), (Field::Target, "5")], "Position now: Not rated (No current figure)", "to be confirmed"; "a reason")]
fn what_is_missing_is_said_where_it_is_missed(texts: &[(Field, &str)], status: &str, why: &str) {
    let text = shown(typed(texts));
    assert!(text.contains(status), "{text}");
    assert!(text.contains(why), "{text}");
}

#[test]
fn every_rule_that_is_offered_can_judge_the_worked_case() {
    for rule in shipped() {
        let id = rule.id.as_deref().unwrap();
        let fields = enter(Fields::example(), Field::Rule, id);
        assert_eq!(fields.case().unwrap().rule.id.as_deref(), Some(id));
        let text = shown(fields);
        assert!(text.contains("Position now: "), "{id}: {text}");
    }
}

#[test]
fn a_tolerance_that_the_rule_does_not_use_is_said_to_be_unused() {
    let fields = enter(Fields::example(), Field::Tolerance, "5");
    let unused = "The chosen rule does not use the measure's own tolerance.";
    assert!(shown(fields.clone()).contains(unused));
    assert!(!shown(enter(fields, Field::Rule, "havering-2016")).contains(unused));
}

#[test]
fn no_text_on_the_page_is_this_year_s_stand_in() {
    let text = shown(Fields::example());
    assert!(!text.contains("2099") && !text.contains("2100"), "{text}");
}

// From page to page

#[test]
fn what_is_typed_waits_while_one_reads_the_report() {
    let state = State::default().after(Action::Calculate(Edit::Example)).after(Action::OpenExample);
    assert!(matches!(page(&state).content, Content::Report(_)));
    let link = page(&state).navigation.into_iter().find(|link| link.text == "Calculator").unwrap();
    assert_eq!(link.place, Place::Calculator(Box::new(Fields::example())));
    let state = state.after(Action::Go(link.place));
    assert!(matches!(page(&state).content, Content::Calculator(_)));
    assert!(state.report().is_some(), "the report stays open");
}

#[test]
fn a_report_that_is_not_open_is_said_not_to_be() {
    let state = State::default().after(Action::Go(Place::Report(Part::Overview)));
    assert_eq!(page(&state).content, Content::NothingOpen);
    let state = state.after(Action::Go(Place::Example(Part::Overview)));
    assert!(matches!(page(&state).content, Content::Report(_)));
    let opened = state.files.len();
    let again =
        state.after(Action::Go(Place::Start)).after(Action::Go(Place::Example(Part::Overview)));
    assert_eq!(again.files.len(), opened, "the example is not opened twice");
}

#[test]
fn a_file_that_cannot_be_opened_leaves_the_calculator_as_it_is() {
    let bad = FileRead { name: "notes.json".to_owned(), bytes: Ok(b"notes".to_vec()) };
    let state =
        State::default().after(Action::Calculate(Edit::Example)).after(Action::Opened(vec![bad]));
    assert_eq!(state.place, Place::Calculator(Box::new(Fields::example())));
}

// The address

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

prop_compose! {
    fn any_fields()(
        texts in proptest::collection::vec((0..Field::ALL.len(), "\\PC*|.*|higher|academic|yes|kent|[0-9]"), 0..12),
        years in proptest::collection::vec([".*", ".*", ".*", ".*"], 0..4),
    ) -> Fields {
        let fields = texts.iter().fold(Fields::default(), |fields, (field, text)| {
            enter(fields, Field::ALL[*field], text)
        });
        years.into_iter().enumerate().fold(fields, |fields, (year, quarters)| {
            quarters.into_iter().enumerate().fold(fields.after(Edit::AddYear), |fields, (quarter, text)| {
                fields.after(Edit::Enter(Input::Earlier(year, quarter), text))
            })
        })
    }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn an_address_gives_back_what_it_was_made_from(fields in any_fields()) {
        let place = Place::Calculator(Box::new(fields));
        let address = place.address();
        prop_assert!(address.is_ascii() && !address.contains([' ', '"', '<', '>', '`']), "{address}");
        prop_assert_eq!(Place::of(&address), place);
    }

    #[test]
    fn any_address_leads_somewhere_that_can_be_shown(ending in "#?(/calculator\\?)?.*|#/calculator\\?((actual|target|tolerance|earlier|unit|rule|quarter|polarity)=[0-9;.,%a-f-]{0,40}&){0,8}") {
        let place = Place::of(&ending);
        prop_assert_eq!(Place::of(&place.address()), place.clone());
        if !matches!(place, Place::Example(_)) {
            let _ = page_text(&page(&State::default().after(Action::Go(place))));
        }
    }

    #[test]
    fn any_numbers_can_be_judged(texts in proptest::collection::vec("-?[0-9]{0,28}(\\.[0-9]{0,20})?%?", 6), polarity in 0..5usize, rule in 0..30usize) {
        let mut fields = typed(&[
            (Field::Actual, &texts[0]),
            (Field::Target, &texts[1]),
            (Field::LastYear, &texts[2]),
            (Field::Floor, &texts[3]),
            (Field::Tolerance, &texts[4]),
            (Field::PreviousQuarter, &texts[5]),
            (Field::Polarity, ["", "higher", "lower", "plan", "none"][polarity]),
        ]);
        if let Some(rule) = shipped().get(rule) {
            fields = enter(fields, Field::Rule, rule.id.as_deref().unwrap_or_default());
        }
        let state = State::default().after(Action::Go(Place::Calculator(Box::new(fields))));
        let Content::Calculator(page) = page(&state).content else { panic!("no calculator") };
        prop_assert_eq!(page.announcement.is_empty(), matches!(page.results, Results::Awaited(_)));
    }
}

/// The lines of a page that begin with a word, after what stands before it.
fn lines_after<'t>(text: &'t str, heading: &str) -> Vec<&'t str> {
    text.lines().filter_map(|line| line.trim().strip_prefix(heading)).collect()
}

// What officers judge by it is in the same words, so the position must be.
#[test_case("95", "On track"; "met")]
#[test_case("40", "Off target"; "missed")]
fn a_tag_and_its_sentence_use_one_name(actual: &str, name: &str) {
    let address = format!(
        "#/calculator?target=80&actual={actual}&polarity=higher&basis=snapshot&quarter=2&rule=medway-2009"
    );
    let state = State::default().after(Action::Go(Place::of(&address)));
    let text = page_text(&page(&state));
    let said = lines_after(&text, "Position now: ");
    assert!(said.len() == 2 && said.iter().all(|one| one.starts_with(name)), "{text}");
}

// 76 is above the floor of 70: “Floor not met” would be said of an outlook that knows no floor.
#[test]
fn a_rules_names_are_for_the_answer_that_it_reports() {
    let address = "#/calculator?target=80&actual=76&floor=70&polarity=higher&unit=%25&basis=snapshot&quarter=2&rule=kent";
    let state = State::default().after(Action::Go(Place::of(address)));
    let text = page_text(&page(&state));
    assert!(text.contains("Position now, the status by this rule: Floor met"), "{text}");
    assert!(text.contains("Year-end outlook: Off course"), "{text}");
    assert!(!text.contains("Year-end outlook: Floor not met"), "{text}");
}

#[test_case("", "Year-end outlook"; "the house rule")]
#[test_case("halton", "Year-end outlook"; "a published outlook")]
#[test_case("lincoln", "when the target is met"; "a position")]
fn the_rule_is_the_one_that_judges(rule: &str, expected: &str) {
    let Content::Calculator(shown) = page(
        &State::default()
            .after(Action::Go(Place::Calculator(Box::new(typed(&[(Field::Rule, rule)]))))),
    )
    .content
    else {
        panic!("no calculator");
    };
    let rule = shown.rule;
    let is_outlook = rule.text.starts_with("On course when all of the range of outturns");
    assert_eq!(is_outlook, expected == "Year-end outlook", "{}", rule.text);
    assert!(format!("{}: {}", rule.title, rule.text).contains(expected), "{rule:?}");
}

#[test]
fn an_earlier_year_is_called_one() {
    let fields = typed(&[
        (Field::Actual, "45"),
        (Field::Target, "100"),
        (Field::Polarity, "higher"),
        (Field::Unit, "number"),
        (Field::Basis, "snapshot"),
        (Field::Quarter, "2"),
        (Field::Seasonal, "yes"),
    ])
    .after(Edit::AddYear)
    .after(Edit::AddYear)
    .after(Edit::Enter(Input::Earlier(1, 1), "40".to_owned()))
    .after(Edit::Enter(Input::Earlier(1, 3), "90".to_owned()));
    let text = shown(fields);
    assert!(text.contains("Quarter 2 in the year 2 years before: 40"), "{text}");
    assert!(text.contains("it is called seasonal") && !text.contains("the file"), "{text}");
}

#[test]
fn each_direction_of_a_rule_is_shown() {
    let fields = typed(&[
        (Field::Rule, "kent"),
        (Field::Actual, "80"),
        (Field::Target, "75"),
        (Field::Polarity, "higher"),
        (Field::Basis, "snapshot"),
        (Field::PreviousQuarter, "70"),
    ]);
    let text = shown(fields);
    let tags: Vec<&str> = text.lines().filter(|line| line.starts_with("Direction of")).collect();
    let expected = [
        "Direction of travel: Trend: Not comparable (Too few figures)",
        "Direction of travel: Previous quarter: Better",
    ];
    assert_eq!(tags[..2], expected);
}

/// The text of the page that an address leads to.
fn at(query: &str) -> String {
    page_text(&page(
        &State::default().after(Action::Go(Place::of(&format!("#/calculator?{query}")))),
    ))
}

const NINE: &str = "actual=9&target=12&polarity=higher&quarter=2&unit=number&basis=quarter";

#[test]
fn a_rule_says_what_the_figure_is_held_against() {
    let text = at(&format!("{NINE}&rule=maidstone"));
    assert!(text.contains("held against the target that is entered beside it."), "{text}");
    assert!(!text.contains("for the whole year in every quarter"), "{text}");
    assert!(text.contains("Target: 12 (as entered)"), "{text}");
    assert!(text.contains("Target for the year: 12 (as entered)"), "the outlook's: {text}");
}

#[test_case("", "Off course at the end of Quarter 2: 9 against a target of 12 (higher is better): 3 short."; "the house rule")]
#[test_case("rule=kent&floor=9", "9 against a target of 12 (higher is better): 3 short, within the floor of 9."; "a floor is the entered target's")]
#[test_case("floor=9", "9 against a target of 12 (higher is better): 3 short, within the floor of 9."; "a floor by the house rule")]
#[test_case("basis=cumulative&floor=9", "3 short, within the floor of 9."; "a total")]
#[test_case("rule=havering-2016&tolerance=25", "3 short, within 25% of the target."; "a tolerance is of the entered target")]
#[test_case("basis=snapshot", "9 against a target of 12 (higher is better): 3 short."; "a position at the end of the quarter")]
fn a_quarters_own_target_is_held_against_and_the_years_is_looked_out_for(
    more: &str,
    expected: &str,
) {
    let text = at(&format!("{NINE}&year-target=45&previous-quarter=10&{more}"));
    assert!(text.contains(expected), "{text}");
    assert!(text.contains("against a target of at least 45."), "{text}");
}

#[test]
fn a_years_target_alone_is_looked_out_for() {
    let text = at("actual=9&year-target=45&polarity=higher&quarter=2&unit=number&basis=snapshot");
    assert!(text.contains("Not rated: no target is entered."), "{text}");
    assert!(text.contains("Target for the year: 45 (as entered)"), "{text}");
}

const CRAWLEY: &str = "actual=7&target=8&polarity=lower&quarter=2&unit=number&basis=snapshot&rule=crawley&earlier=8;9;9;8";

#[test_case("", "Better: 7 now, 8 as the outturn of the year before: 1 less."; "the last quarter is the outturn")]
#[test_case("&quarter=1&basis=quarter", "the figure is for the quarter alone, and the outturn is for the year"; "but not where it stands alone")]
fn a_rule_finds_the_year_before_among_earlier_years(more: &str, expected: &str) {
    let text = at(&format!("{CRAWLEY}{more}"));
    assert!(text.contains(expected), "{text}");
}

#[test_case("rule=crawley&basis=snapshot", "no figure for the year before's outturn is entered."; "the year before")]
#[test_case("rule=kent&basis=snapshot", "no figure for Quarter 4 of the year before is entered."; "the quarter before")]
#[test_case("", "no figure for the same period last year is entered."; "the same period")]
#[test_case("basis=snapshot", "there is no earlier year with both this quarter's figure and its outturn to learn from"; "a movement")]
fn what_is_not_there_was_not_entered(more: &str, expected: &str) {
    let text = at(&format!("actual=7&target=8&polarity=lower&quarter=1&unit=number&{more}"));
    assert!(text.contains(expected) && !text.contains("loaded"), "{text}");
}

#[test_case("2", "last-year=7&earlier=;6.8", &["Same period last year", "Last year, Quarter 2"]; "last year")]
#[test_case("1", "previous-quarter=7&earlier=;;;6.8", &["Previous quarter", "Last year, Quarter 4"]; "the quarter before")]
#[test_case("2", "last-year=7&earlier=;7.0", &[]; "the same number")]
#[test_case("2", "previous-quarter=7&last-year=5&earlier=6.8;;7;6.8", &[]; "other quarters")]
fn two_figures_for_one_quarter_are_not_both_used(quarter: &str, more: &str, said: &[&str]) {
    let text = at(&format!("actual=7&target=8&polarity=lower&quarter={quarter}&{more}"));
    for label in said {
        assert!(text.contains(&format!("{label} and “")), "{text}");
        assert!(text.contains(&format!("and “{label}” are for the same quarter")), "{text}");
    }
    assert_eq!(text.contains("Nothing is judged until"), !said.is_empty(), "{text}");
}

#[test]
fn a_measure_without_a_name_leaves_no_comma() {
    let text = at(
        "actual=80&previous-quarter=30&target=100&polarity=higher&quarter=2&unit=number&basis=cumulative&rule=kent",
    );
    assert!(text.contains("80 (as entered) − 30 (as entered, previous quarter)"), "{text}");
}

#[test]
fn an_address_that_was_encoded_on_its_way_is_understood() {
    let of = |query: &str| Place::of(&format!("#/calculator?{query}"));
    assert_eq!(of("earlier=8%3B9%3b%3B7.5"), of("earlier=8;9;;7.5"));
    assert_ne!(of("earlier=8%3B9;;;"), of("earlier=8;9;;"), "a semicolon that is typed");
}

#[test_case("polarity=higher&floor=85", "The floor of 85 is above the target of 80. Give a floor"; "a floor above")]
#[test_case("polarity=lower&floor=75", "The ceiling of 75 is below the target of 80. Give a floor"; "a ceiling below")]
#[test_case("polarity=higher&floor=80", "The last figure that is still acceptable"; "on the target")]
#[test_case("floor=85", "The last figure that is still acceptable"; "it is not said which of the two it is")]
#[test_case("polarity=higher&rule=havering-2016&tolerance=5&tolerance-in=points&unit=number", "Percentage points are for a measure in %."; "points of a number")]
#[test_case("polarity=higher&rule=havering-2016&tolerance=5&tolerance-in=points&unit=%25", "By how much the target may be missed"; "points of a percentage")]
#[test_case("polarity=higher&rule=medway-2009", "This rule leaves the status to an officer."; "an officer")]
fn what_does_not_fit_is_said_beside_it(more: &str, expected: &str) {
    let text = at(&format!("actual=76&target=80&quarter=2&{more}"));
    assert!(text.contains(expected), "{text}");
    assert!(text.contains("Position now"), "nothing is withheld: {text}");
}

#[test]
fn points_of_a_number_are_not_called_the_rules() {
    let text = at(
        "actual=76&target=80&polarity=higher&rule=havering-2016&tolerance=5&tolerance-in=points&unit=number",
    );
    assert!(text.contains("4 short, and a tolerance in points is for percentages."), "{text}");
}

#[test]
fn earlier_years_without_their_outturn_are_not_said_to_be_missing() {
    let text = at(
        "actual=30&target=120&polarity=higher&quarter=3&unit=number&basis=cumulative&year=academic&earlier=5;1;28;60",
    );
    let expected =
        "as there is no earlier year with both this quarter's figure and its outturn to learn from";
    assert!(text.contains(expected), "{text}");
}

// A row of figures can give both, and its own quarter before is the surer one.
#[test]
fn the_quarter_before_goes_before_an_earlier_years_last() {
    let amounts = |texts: [&str; 4]| texts.map(|text| Some(text.parse().unwrap()));
    let case = Case {
        name: "A measure".to_owned(),
        polarity: Some(Polarity::Lower),
        basis: Some(Basis::Snapshot),
        actual: Ok("47".parse().unwrap()),
        previous_quarter: Some("7.8".parse().unwrap()),
        history: vec![amounts(["9", "8", "7", "6"])],
        ..Case::default()
    };
    let direction = case.direction(ComparedWith::PreviousQuarter).unwrap();
    let said = &direction.derivation().sentence;
    assert!(said.starts_with("Worse: 47 now, 7.8 in the quarter before"), "{said}");
}
