//! Each sample's page as plain text: what a person reads, word for word.

#![expect(clippy::unwrap_used, reason = "a test stops at what should not be")]

use quarterlight::app::{Action, FileRead, Part, Place, State};
use quarterlight::document::read;
use quarterlight::view::{Content, PartView, fact_comparison, page, page_text, places};
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

#[test_case("2012-13-mid-year")]
#[test_case("2012-13-q2-finance")]
#[test_case("2013-16-plan")]
#[test_case("2018-19-progress")]
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

/// What no sample holds as a whole: signed and quoted words, scored risks, equality actions, reviews of targets.
#[test]
fn every_part_that_is_words() {
    let bytes = Ok(std::fs::read("tests/fixtures/every-word.json").unwrap());
    let state = State::default()
        .after(Action::Opened(vec![FileRead { name: "every-word.json".to_owned(), bytes }]));
    assert!(state.findings.is_empty(), "{:#?}", state.findings);
    let parts = [
        Part::Measures,
        Part::Milestones,
        Part::Risks,
        Part::Issues,
        Part::Narrative,
        Part::Targets,
    ];
    let texts = parts.map(|part| page_text(&page(&state.after(Action::Go(Place::Report(part))))));
    insta::assert_snapshot!("page-every-word", texts.join("\n========\n"));
}

#[test_case("#/measure/PED02-05", "PED02 05 – "; "a measure")]
#[test_case("#/milestone/PED02b", "PED02b – Milestones – "; "a milestone")]
#[test_case("#/section/2", "2 – Narrative – "; "a section")]
#[test_case("#/milestone/gone", "There is no such milestone in this report – "; "a milestone that is not there")]
#[test_case("#/milestones", "Milestones – "; "all of them")]
fn the_window_is_called_after_what_is_gone_to(address: &str, expected: &str) {
    let bytes = Ok(std::fs::read("tests/fixtures/every-word.json").unwrap());
    let file = FileRead { name: "every-word.json".to_owned(), bytes };
    let state = State::default().after(Action::Opened(vec![file]));
    let title = page(&state.after(Action::Go(Place::of(address)))).title;
    let report = "People Directorate: Children and Young People, 2019/20 Q2 – Quarterlight";
    assert_eq!(title, format!("{expected}{report}"));
}

#[test]
fn the_example_with_every_status_explained() {
    let state = State::default().after(Action::OpenExample).after(Action::ToggleAllWhy);
    let state = state.after(Action::Go(Place::Example(Part::Measures)));
    insta::assert_snapshot!("page-example-explained", page_text(&page(&state)));
}

#[test_case("2012-13-mid-year")]
#[test_case("2013-16-plan")]
fn a_sample_explained(name: &str) {
    let state = opened(&[&format!("{name}.json")]).after(Action::ToggleAllWhy);
    let state = state.after(Action::Go(Place::Report(Part::Measures)));
    insta::assert_snapshot!(format!("page-{name}-explained"), page_text(&page(&state)));
}

/// What a page says of a file with rows in one list, everything open.
fn explained(list: &str, row: &str) -> String {
    at(Part::Measures, list, row)
}

fn at(part: Part, list: &str, row: &str) -> String {
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "Halton Borough Council",
            "directorate": "People", "period": "2019/20 Q2", "{list}": [{row}]}}"#
    );
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(text.into_bytes()) };
    let state = State::default().after(Action::Opened(vec![file])).after(Action::ToggleAllWhy);
    page_text(&page(&state.after(Action::Go(Place::Report(part)))))
}

const LONG_AND_SHORT: &str = r#"{"tolerance": {"amount": 1}, "directions": [{"name": "Long trend", "with": "same period last year"}, "previous quarter"]}"#;

#[test_case("\"maidstone\"", "Direction: Same period last year: Better, Previous quarter: Worse |"; "both by what they are")]
#[test_case(LONG_AND_SHORT, "Direction: Long trend: Better, Previous quarter: Worse |"; "one by its name")]
#[test_case("\"lincoln\"", "Direction: Better |"; "one alone")]
fn each_direction_of_the_rule_is_shown(rule: &str, expected: &str) {
    let row = format!(
        r#"{{"title": "A", "unit": "number", "polarity": "higher", "basis": "snapshot", "rule": {rule},
            "figures": {{"target": {{"value": 100, "floor": 40}}, "current": 45, "previous_quarter": 50,
            "same_period_last_year": 40}}}}"#
    );
    let text = explained("measures", &row);
    assert!(text.contains(expected), "{text}");
    let heading =
        "\n  Direction of travel: Previous quarter: Worse: 45 now, 50 in the quarter before";
    assert_eq!(text.contains(heading), expected.contains("Previous"), "{text}");
}

#[test_case("\"maidstone\"", ["Same period last year: better. Previous quarter: worse.", "Direction of travel of the measures (same period last year): 1 better."]; "both by what they are")]
#[test_case(LONG_AND_SHORT, ["Long trend: better. Previous quarter: worse.", "Direction of travel of the measures (long trend): 1 better."]; "one by its name")]
#[test_case("\"lincoln\"", ["| Better | Off course", "Direction of travel of the measures: 1 better."]; "one alone")]
fn lists_say_each_direction_or_which_it_is(rule: &str, [said, counted]: [&str; 2]) {
    let row = format!(
        r#"{{"title": "A", "unit": "number", "polarity": "higher", "basis": "snapshot", "rule": {rule},
            "figures": {{"target": {{"value": 100, "floor": 60}}, "current": 45, "previous_quarter": 50, "same_period_last_year": 40}}}}"#
    );
    let sheet = at(Part::Exceptions, "measures", &row);
    assert!(sheet.contains(said), "{sheet}");
    assert_eq!(sheet.contains("Previous quarter"), said.contains("Previous"), "{sheet}");
    let overview = at(Part::Overview, "measures", &row);
    assert!(overview.contains(counted), "{overview}");
}

#[test_case("under", "100", "under 100 at the end of September 2019, below the target of 100."; "under the target")]
#[test_case("over", "100", "over 100 at the end of September 2019, above the target of 100."; "over the target")]
#[test_case("over", "95", "over 95 at the end of September 2019; the target is 100."; "over less")]
#[test_case("about", "100", "about 100 at the end of September 2019; the target is 100."; "about the target")]
fn a_bound_is_never_exactly_the_target(nearness: &str, value: &str, expected: &str) {
    let row = format!(
        r#"{{"id": "a", "title": "A", "unit": "number", "polarity": "higher", "basis": "snapshot",
            "figures": {{"target": 100, "current": {{"value": {value}, "approximately": "{nearness}"}},
            "previous_quarter": 90}}}}"#
    );
    let text = at(Part::Measure("a".to_owned()), "measures", &row);
    assert!(text.contains(expected), "{text}");
}

// Without decimals 84.2 is 84, which is seen to be below 84.4, and 83.6 is not to be taken for 84.
#[test_case("84.2", "84.4", "84% at the end of September 2019, below the target of 84.4%."; "a target between")]
#[test_case("83.6", "84", "83.6% at the end of September 2019, below the target of 84%."; "a figure that rounds to it")]
#[test_case("84.44", "84.4", "84.44% at the end of September 2019, above the target of 84.4%."; "a figure just above")]
#[test_case("80", "84", "80% at the end of September 2019, below the target of 84%."; "none is needed")]
fn a_headline_prints_as_many_places_as_it_takes(now: &str, target: &str, expected: &str) {
    let row = format!(
        r#"{{"id": "a", "title": "A", "unit": "%", "decimals": 0, "polarity": "higher", "basis": "snapshot",
            "figures": {{"target": {target}, "current": {now}, "previous_quarter": 70}}}}"#
    );
    let text = at(Part::Measure("a".to_owned()), "measures", &row);
    assert!(text.contains(expected), "{text}");
    assert!(text.contains(&format!("must be at least {target}%.")), "{text}");
}

// "84% for 2019/20, below the target of 84%." would say nothing.
#[test_case("83.6", "84.4", "84% for 2019/20, below the target of 84.4%."; "a target between")]
#[test_case("83.6", "84", "83.6% for 2019/20, below the target of 84%."; "a figure that rounds to it")]
#[test_case("84.4", "84.4", "84.4% for 2019/20, exactly the target of 84.4%."; "the target itself")]
#[test_case(r#"{"value": 83.6, "marks": ["provisional"]}"#, "84", "83.6% (provisional) for 2019/20, below the target of 84%."; "with its remark")]
fn so_does_the_headline_of_an_annual_figure(now: &str, target: &str, expected: &str) {
    let row = format!(
        r#"{{"id": "a", "title": "A", "unit": "%", "decimals": 0, "polarity": "higher", "basis": "annual",
            "figures": {{"target": {target}, "current": {now}, "last_year": 70}}}}"#
    );
    let text = at(Part::Measure("a".to_owned()), "measures", &row);
    assert!(text.contains(expected), "{text}");
}

#[test_case("%", "Quarter 2: 15% to 17%"; "in percent")]
#[test_case("£", "Quarter 2: £15 to £17"; "money")]
#[test_case("days", "Quarter 2: 15 to 17 days"; "with a unit behind it")]
#[test_case("number of children", "Quarter 2: 15 to 17"; "a count")]
fn a_range_is_shown_and_not_rated(unit: &str, expected: &str) {
    let row = format!(
        r#"{{"title": "A", "unit": "{unit}", "polarity": "lower", "basis": "snapshot",
            "figures": {{"target": 10, "current": {{"from": 15, "to": 17}}}}}}"#
    );
    let text = explained("measures", &row);
    assert!(text.contains(&format!("{expected}\n")), "{text}");
    assert!(text.contains("Progress: Not rated (Not one number)"), "{text}");
}

#[test]
fn what_stands_beside_a_milestone_and_in_its_columns_is_shown() {
    let text = explained(
        "milestones",
        r#"{"title": "A", "related": [{"label": "Staff trained", "value": {"value": 380, "approximately": "over"}}],
            "published": {"progress_words": "N/A", "direction_words": "Refer comment"}}"#,
    );
    for line in [
        "Staff trained: over 380",
        "Progress as printed: N/A",
        "Direction as printed: Refer comment",
    ] {
        assert!(text.contains(&format!("  {line}\n")), "{text}");
    }
}

#[test]
fn what_stands_beside_a_measure_is_shown() {
    let text = explained(
        "measures",
        r#"{"title": "A", "unit": "%", "index": {"page": "9", "title": "The A"}, "also": "CS / A",
            "definition": {"version": "2019", "text": "All of them."},
            "figures": {"current": {"value": 3, "note": "From a letter."},
                "benchmarks": [{"with": "England", "value": 58, "text": "anecdotal", "covers": "2012"}],
                "series": [{"label": "Gap", "points": [{"label": "2011", "value": 4}], "note": "From a chart."}]}}"#,
    );
    for line in [
        "Also known as: CS / A",
        "In the report's index: page 9, “The A”",
        "Definition: All of them (version 2019)",
        "England: 58%, anecdotal (2012)",
        "Gap: 2011 4%. From a chart.",
        "On the current figure: From a letter.",
    ] {
        assert!(text.contains(&format!("  {line}\n")), "{text}");
    }
}

#[test]
fn a_fact_of_the_narrative_is_compared_with_figures_and_words() {
    let text = r#"{"format": "quarterlight", "version": 1, "organisation": "A", "directorate": "B", "period": "2019/20 Q2",
        "narrative": [{"title": "C", "facts": [{"label": "D", "value": {"value": 3.5, "unit": "%"},
            "benchmarks": [{"with": "England", "value": 3.3}, {"with": "Region", "value": {"from": 3, "to": 4}}],
            "comparison": "down", "covers": "2020-01"}]}]}"#;
    let report = read("a.json", text.as_bytes()).report.unwrap();
    let fact = report.narrative.iter().flat_map(|section| &section.facts).next().unwrap();
    assert_eq!(fact_comparison(fact).unwrap(), "England 3.3%; Region 3% to 4%; down");
}

#[test]
fn a_plan_beside_a_quarter_shows_what_cannot_be_compared() {
    let state = opened(&["2021-22-plan.json", "2019-20-q2.json"]);
    let state = state.after(Action::Go(Place::Report(Part::Data)));
    let text = page_text(&page(&state));
    let joins = &text[text.find("## How the files join").unwrap()..];
    insta::assert_snapshot!("joins-2019-20-with-plan", joins);
}

/// One measure and one objective stand for the others.
fn is_whole(place: &Place) -> bool {
    !matches!(place.part(), Some(Part::Measure(_) | Part::Objective(_) | Part::Finance(Some(_))))
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

/// What the bars of an overview say of these objectives and measures: each row its objective and its figure, of which
/// 50 is the target.
fn bars_headline(objectives: &[&str], rows: &[(&str, &str)]) -> Option<String> {
    let objectives: Vec<String> = objectives
        .iter()
        .map(|id| format!(r#"{{"id": "{id}", "title": "Objective {id}"}}"#))
        .collect();
    let rows: Vec<String> = rows
        .iter()
        .map(|(objective, current)| {
            let under = if objective.is_empty() {
                String::new()
            } else {
                format!(r#""objective": "{objective}", "#)
            };
            format!(
                r#"{{"title": "M", {under}"unit": "%", "polarity": "higher", "basis": "snapshot",
                    "figures": {{"current": {current}, "target": 50}}}}"#
            )
        })
        .collect();
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "Halton Borough Council",
            "directorate": "People", "period": "2019/20 Q4", "objectives": [{}], "measures": [{}]}}"#,
        objectives.join(", "),
        rows.join(", ")
    );
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(text.into_bytes()) };
    let state = State::default().after(Action::Opened(vec![file]));
    assert!(state.findings.is_empty(), "{:#?}", state.findings);
    match page(&state).content {
        Content::Report(view) => match view.part {
            PartView::Overview(page) => page.bars.map(|bars| bars.headline),
            part => panic!("{part:?}"),
        },
        content => panic!("{content:?}"),
    }
}

#[test_case(&["a", "b"], &[("a", "60"), ("b", "60")], "Nothing is off course under any objective"; "none")]
#[test_case(&["a", "b"], &[("a", "30"), ("b", "60")], "1 of 2 objectives has something off course"; "one")]
#[test_case(&["a", "b"], &[("a", "30"), ("b", "30")], "2 of 2 objectives have something off course"; "all")]
#[test_case(&["a", "b"], &[("a", "30"), ("", "30")], "1 of 2 objectives has something off course"; "an empty one counts, and what is under none does not")]
#[test_case(&["a"], &[("a", "60"), ("", "30")], "Nothing is off course under any objective, but something under none is"; "only under none")]
#[test_case(&["a", "b"], &[("a", "\"not provided\""), ("b", "\"not provided\"")], "Nothing can be rated under any objective"; "no figures")]
#[test_case(&["a", "b"], &[("a", "\"not provided\""), ("b", "60")], "Nothing is off course under any objective, as far as it can be rated"; "not all figures")]
fn the_bars_say_how_many_objectives_have_something_off_course(
    objectives: &[&str],
    rows: &[(&str, &str)],
    expected: &str,
) {
    assert_eq!(bars_headline(objectives, rows).as_deref(), Some(expected));
}

#[test_case(1, "1 row of a.json could not be read and stands in no table and no count."; "one")]
#[test_case(2, "2 rows of a.json could not be read and stand in no table and no count."; "two")]
fn rows_that_could_not_be_read_are_said(count: usize, expected: &str) {
    let rows = vec![r#"{"title": 5}"#; count].join(", ");
    let text = explained("measures", &format!(r#"{{"title": "A"}}, {rows}"#));
    assert!(text.contains(expected), "{text}");
}

#[test]
fn every_page_that_counts_rows_says_that_some_could_not_be_read() {
    let said = r#"{"format": "quarterlight", "version": 1, "organisation": "Halton Borough Council",
        "directorate": "People", "period": "2019/20 Q2", "measures": [{"title": 5}],
        "milestones": [{"title": "A", "progress": "off course"}]}"#;
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(said.as_bytes().to_vec()) };
    let state = State::default().after(Action::Opened(vec![file]));
    for place in ["#/report", "#/measures", "#/milestones", "#/exceptions"] {
        let text = page_text(&page(&state.after(Action::Go(Place::of(place)))));
        let told = "1 row of a.json could not be read and stands in no table and no count. “Data and files” says where it is.";
        assert!(text.contains(told), "{place}: {text}");
    }
}

/// Last year's summer results stand once, under the year that they are for, and a year before this summer's.
#[test]
fn an_annual_figure_stands_under_its_year() {
    let state = opened(&["2012-13-mid-year.json"]);
    let state = state.after(Action::Go(Place::of("#/measure/CYP-1")));
    let text = page_text(&page(&state));
    let (_, history) = text.split_once("## Year by year\n").unwrap();
    let rows: Vec<&str> = history.lines().take(2).collect();
    assert!(rows[0].starts_with("academic year 2011/12: 54.1%"), "{history}");
    assert!(rows[1].starts_with("academic year 2010/11: 48.3%"), "{history}");
    assert_eq!(history.matches(": 48.3% |").count(), 1, "{history}");
    assert!(text.contains("academic year 2010/11 | 48.3%"), "the chart too: {text}");
}

/// Both the report of last year and this one's own column give the figure for 2017/18.
#[test]
fn a_year_that_two_files_give_alike_stands_once() {
    let state = opened(&["2019-20-q2.json", "2018-19-q4.json"]);
    let state = state.after(Action::Go(Place::of("#/measure/PED01-02")));
    let text = page_text(&page(&state));
    let (_, history) = text.split_once("## Year by year\n").unwrap();
    assert_eq!(history.matches("academic year 2017/18: ").count(), 1, "{history}");
}

#[test]
fn a_report_of_statements_says_how_they_stand_and_leads_there() {
    let text = page_text(&page(&opened(&["2012-13-q2-finance.json"])));
    for line in [
        "Children & Enterprise Directorate – summary financial position: £552,000 under budget to date.",
        "do not. [Finance (#/finance)]",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn a_report_in_words_leads_to_them() {
    let text = page_text(&page(&opened(&["2018-19-progress.json"])));
    assert!(
        text.contains("it says in words how things stand. [Narrative (#/narrative)]"),
        "{text}"
    );
}

#[test]
fn an_objective_of_words_alone_leads_to_its_narrative() {
    let state = opened(&["2018-19-progress.json"]);
    let Content::Report(view) = page(&state).content else { panic!("a report") };
    let parts: Vec<&str> = view.frame.parts.iter().map(|part| part.text.as_str()).collect();
    assert_eq!(parts, ["Overview", "Narrative", "Data and files"]);
    let key = state.keys.group(0).to_owned();
    let state = state.after(Action::Go(Place::Report(Part::Objective(key))));
    let Content::Report(view) = page(&state).content else { panic!("a report") };
    let PartView::Objective(objective) = view.part else { panic!("an objective") };
    assert!(!objective.narrative.is_empty());
    assert_eq!(view.frame.trail[0].text, "Overview");
}

/// A unit in words stands in no column of the exceptions sheet, so it has to be said beside the title.
#[test_case(r#""target": 12, "current": 13.5"#; "in both columns")]
#[test_case(r#""target": "to be confirmed", "current": 13.5"#; "in one column alone")]
fn a_unit_in_words_is_never_lost(figures: &str) {
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "A", "directorate": "B",
            "period": "2019/20 Q4", "rule": "chorley", "measures": [{{"title": "The gap",
            "unit": "percentage points", "polarity": "lower", "basis": "snapshot",
            "judgement": {{"progress": "off course", "reason": "It grows", "by": "Divisional Manager", "date": "2020-04-01"}},
            "figures": {{{figures}}}}}]}}"#
    );
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(text.into_bytes()) };
    let state = State::default().after(Action::Opened(vec![file]));
    let state = state.after(Action::Go(Place::Report(Part::Exceptions)));
    let text = page_text(&page(&state));
    assert!(text.contains("percentage points"), "{text}");
}

/// A report of three rated measures and one that cannot be, by a rule; `own` is more of the first one's row.
fn three_by_a_rule(part: Part, rule: &str, own: &str) -> String {
    let row = |current: &str, more: &str| {
        format!(
            r#"{{"title": "A measure", "polarity": "higher", "basis": "snapshot"{more},
                "figures": {{"target": {{"value": 100, "floor": 80}}, "current": {current}}}}}"#
        )
    };
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "A", "directorate": "B",
            "period": "2019/20 Q2", "rule": {rule}, "measures": [{}, {}, {}, {}]}}"#,
        row("101", own),
        row("85", ""),
        row("70", ""),
        row("\"not provided\"", "")
    );
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(text.into_bytes()) };
    let state = State::default().after(Action::Opened(vec![file]));
    assert!(state.findings.is_empty(), "{:#?}", state.findings);
    page_text(&page(&state.after(Action::Go(Place::Report(part)))))
}

const COLOURS: &str = r#"{"name": "Colours", "bands": [
    {"status": "complete", "beaten_by": {"percent_of_target": 1}}, {"status": "on course", "met": true},
    {"status": "acceptable", "floor": "reached"}, {"status": "off course"}],
    "statuses": [{"status": "on course", "name": "Green"}, {"status": "acceptable", "name": "Blue"},
        {"status": "off course", "name": "Red"}, {"status": "complete", "name": "Star"}]}"#;

#[test_case(COLOURS, "", "0 green, 1 blue, 1 red and 1 star", "1 blue"; "an organisation's own colours, in its order")]
#[test_case("\"kent\"", "", "1 target met, 1 floor met and 1 floor not met", "1 target met"; "a published rule")]
#[test_case("\"kent\"", ", \"rule\": \"epping-forest\"", "1 on course, 1 uncertain and 1 off course", "1 off course"; "one row by a rule with other names")]
#[test_case("\"maidstone\"", "", "1 on course and 2 off course", "2 off course"; "no names")]
fn the_headline_uses_the_organisations_names(rule: &str, own: &str, expected: &str, first: &str) {
    let text = three_by_a_rule(Part::Overview, rule, own);
    let measures = three_by_a_rule(Part::Measures, rule, own);
    let line = format!("4 measures, 3 rated: {first} (");
    assert_eq!(measures.matches(&line).count(), 2, "the report and its objective: {measures}");
    assert!(text.contains(&format!("Of 4 measures, 3 can be rated: {expected}.")), "{text}");
    assert!(text.contains(&format!("4 measures: {first}, ")), "the list says the same: {text}");
}

/// A rule's names are for measures, and a milestone of the same status has its plain word.
#[test]
fn milestones_beside_measures_with_names_of_their_own() {
    let milestone = |status: &str| {
        format!(r#"{{"title": "M", "objective": "o", "status": "{status}", "due": "2020"}}"#)
    };
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "A", "directorate": "B",
            "period": "2019/20 Q2", "objective_status": "worst",
            "objectives": [{{"id": "o", "title": "O"}}, {{"id": "p", "title": "P"}}],
            "rule": {{"name": "Ours", "tolerance": {{"percent_of_target": 10}}, "statuses": [
                {{"status": "on course", "name": "Achieved"}}, {{"status": "uncertain", "name": "Close"}},
                {{"status": "complete", "name": "Exceeded"}}, {{"status": "off course", "name": "Red"}}]}},
            "measures": [{{"title": "A measure", "polarity": "higher", "objective": "o",
                "figures": {{"target": 100, "current": 95}}}}],
            "milestones": [{}, {}, {}]}}"#,
        milestone("complete"),
        milestone("uncertain"),
        milestone("off course").replace("\"o\"", "\"p\""),
    );
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(text.into_bytes()) };
    let state = State::default().after(Action::Opened(vec![file]));
    assert!(state.findings.is_empty(), "{:#?}", state.findings);
    let at = |part: Part| page(&state.after(Action::Go(Place::Report(part))));

    let overview = page_text(&at(Part::Overview));
    assert!(overview.contains("Close or uncertain (2)"), "{overview}");
    assert!(overview.contains("Off course (1)"), "{overview}");
    assert!(
        overview.contains("1 measure: 1 close; 2 milestones: 1 uncertain, 1 complete"),
        "{overview}"
    );
    assert!(
        overview.contains("Objective | Close or uncertain | Complete | Off course | All"),
        "{overview}"
    );

    let Content::Report(view) = at(Part::Measures).content else { panic!("a report") };
    let PartView::Measures(measures) = view.part else { panic!("measures") };
    let words: Vec<&str> = measures.counts.iter().map(|one| one.word.as_str()).collect();
    assert_eq!(words, ["Achieved", "Close or uncertain", "Complete", "Off course", "Not rated"]);
    let status = measures.groups[0].status.as_ref().unwrap();
    assert_eq!(status.status.word, "Close or uncertain");
    let meanings = measures.counts.iter().flat_map(|one| &one.meanings);
    let key: Vec<(&str, bool, bool)> = meanings
        .map(|one| {
            let is_used = |meaning: &str| !meaning.starts_with("Not used");
            (one.word.as_str(), is_used(one.milestone), is_used(&one.measure))
        })
        .collect();
    let expected = [
        ("Achieved", false, true),
        ("On course", true, true),
        ("Close", false, true),
        ("Uncertain", true, true),
        ("Exceeded", false, true),
        ("Complete", true, false),
        ("Red", false, true),
        ("Off course", true, true),
        ("Not rated", true, true),
    ];
    assert_eq!(key, expected, "each word on the page, for whom it stands there");

    let Content::Report(view) = at(Part::Exceptions).content else { panic!("a report") };
    let PartView::Exceptions(sheet) = view.part else { panic!("exceptions") };
    let key: Vec<(&str, bool)> = sheet
        .key
        .iter()
        .map(|(one, meaning)| (one.word.as_str(), meaning.contains("the year's target")))
        .collect();
    assert_eq!(key, [("Off course", false), ("Close", true), ("Uncertain", false)]);
}

#[test_case(r#""measures": [{"title": ""}], "milestones": [{"title": "A"}]"#, "None of the report's measures could be read."; "none that could be read")]
#[test_case(r#""measures": [{"title": ""}]"#, "None of the report's measures could be read."; "and nothing beside")]
#[test_case(r#""milestones": [{"title": "A"}]"#, "There are no measures to rate."; "milestones alone")]
#[test_case(r#""measures": [{"title": "A"}]"#, "Of 1 measure, none can be rated; the reason stands beside each."; "none that can be rated")]
fn a_headline_without_a_rated_measure(rows: &str, expected: &str) {
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "A", "directorate": "B",
            "period": "2019/20 Q1", {rows}}}"#
    );
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(text.into_bytes()) };
    let text = page_text(&page(&State::default().after(Action::Opened(vec![file]))));
    assert!(text.contains(expected), "{text}");
}

#[test]
fn one_measure_that_joins_is_one() {
    let file = |period: &str| {
        let text = format!(
            r#"{{"format": "quarterlight", "version": 1, "organisation": "A", "directorate": "B",
                "period": "{period}", "measures": [{{"id": "a", "title": "A"}}]}}"#
        );
        FileRead { name: format!("{}.json", &period[8..]), bytes: Ok(text.into_bytes()) }
    };
    let state =
        State::default().after(Action::Opened(vec![file("2019/20 Q1"), file("2019/20 Q2")]));
    let text = page_text(&page(&state.after(Action::Go(Place::Report(Part::Data)))));
    assert!(text.contains("1 of 1 measure is also in Q1.json, 2019/20 Q1."), "{text}");
}
