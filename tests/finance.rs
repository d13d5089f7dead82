//! Financial statements worked out again: what adds up, what does not, and by which figures.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use quarterlight::app::{Action, FileRead, Part, Place, Row, State};
use quarterlight::assess::{Accounts, Assessment, CheckKind, Outcome, explain, quality};
use quarterlight::model::{Column, History, LinePlace, Report, load};
use quarterlight::terms::{Keyword, Progress};
use quarterlight::view::{finance_page, page, page_text};
use test_case::test_case;

const SAMPLE: &str = "2012-13-q2-finance.json";

/// The report of a file that holds these statements, and what else stands beside them.
#[track_caller]
fn report(statements: &str, beside: &str) -> Rc<Report> {
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "A council", "directorate": "People",
            "period": "2019/20 Q2", "finance": [{statements}]{beside}}}"#
    );
    let loaded = load("a.json", text.as_bytes());
    let found: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{found:#?}");
    loaded.report.expect("a file without findings has a report")
}

/// A statement in pounds, which are exact, with these lines.
fn statement(id: &str, more: &str, lines: &[&str]) -> String {
    format!(
        r#"{{"id": "{id}", "title": "Of {id}", "unit": "£"{more}, "lines": [{}]}}"#,
        lines.join(", ")
    )
}

/// A line with an annual budget.
fn line(title: &str, budget: i64, more: &str) -> String {
    format!(r#"{{"title": "{title}", "annual_budget": {budget}{more}}}"#)
}

/// What came of the check of the annual budget of a line of the first statement, and the difference.
#[track_caller]
fn outcome(report: &Report, kind: CheckKind, line: usize) -> (Outcome, String) {
    let accounts = Accounts::of(report);
    let line = accounts.line(LinePlace { statement: 0, line }).expect("the line is there");
    let mut checks = line.checks.iter();
    let check = checks.find(|one| one.kind == kind && one.column == Column::AnnualBudget);
    let check = check.expect("the figure is held against others");
    (check.outcome, check.difference.to_string())
}

fn differs(by: &str) -> (Outcome, String) {
    (Outcome::Differs, by.to_owned())
}

fn agrees() -> (Outcome, String) {
    (Outcome::Agrees, "0".to_owned())
}

fn doubts(report: &Rc<Report>) -> Vec<String> {
    let history = History::new(vec![Rc::clone(report)]);
    let found = quality(&history, 0, &Assessment::of(&history, 0));
    found.into_iter().map(|doubt| doubt.what()).collect()
}

fn sample() -> State {
    let bytes = std::fs::read(format!("assets/samples/{SAMPLE}")).expect("a sample");
    let file = FileRead { name: SAMPLE.to_owned(), bytes: Ok(bytes) };
    State::default().after(Action::Opened(vec![file]))
}

fn finance_text(state: &State, key: Option<&str>) -> String {
    let place = Place::Report(Part::Finance(key.map(str::to_owned)));
    page_text(&page(&state.after(Action::Go(place))))
}

/// Each figure that does not agree in the six published tables, with what is printed less what it should be. Within
/// each table every variance, subtotal and total adds up; what is wrong is wrong between tables.
#[test]
fn the_inconsistencies_of_the_published_tables() {
    let state = sample();
    let report = state.report().expect("a report");
    let accounts = Accounts::of(report);
    let mut found = Vec::new();
    for (place, lines) in accounts.statements.iter().enumerate() {
        let statement = &report.finance[place];
        let key = statement.id.as_deref().unwrap_or_default();
        for (line, checked) in lines.iter().enumerate() {
            let title = &statement.lines[line].title;
            for check in checked.checks.iter().filter(|check| check.is_wrong()) {
                let (column, by) = (check.column, check.difference);
                found.push(format!("{key}: {title}: {column:?} by {by}"));
            }
            if !checked.not_in.is_empty() {
                found.push(format!("{key}: {title}: not in the summary"));
            }
        }
    }
    assert_eq!(
        found,
        [
            "directorate: Out of Borough Adoption: AnnualBudget by 334",
            "directorate: Out of Borough Adoption: BudgetToDate by 165",
            "directorate: Out of Borough Adoption: ActualToDate by 108",
            "directorate: Out of Borough Adoption: Variance by 57",
            "directorate: Out of Borough Fostering: AnnualBudget by -334",
            "directorate: Out of Borough Fostering: BudgetToDate by -165",
            "directorate: Out of Borough Fostering: ActualToDate by -108",
            "directorate: Out of Borough Fostering: Variance by -57",
            "divisions: Inter Auth. Charges: BudgetToDate by 109",
            "divisions: Inter Auth. Charges: ActualToDate by 109",
            "divisions: Schools Transport: BudgetToDate by -6",
            "divisions: Schools Transport: ActualToDate by -6",
            "organisation-and-provision: Nursery Education Payments: not in the summary",
        ]
    );
    assert_eq!(accounts.counts(&[0, 1, 2, 3, 4, 5]), (373, 12));
    assert_eq!(doubts(report).len(), 5);
}

/// A thousand either way is rounding: the divisions print 913 for the 912 of the department.
#[test]
fn what_rounding_explains_is_said_and_not_doubted() {
    let state = sample();
    let report = state.report().expect("a report");
    let accounts = Accounts::of(report);
    let rounded = accounts.statements.iter().flatten().flat_map(|line| &line.checks);
    let rounded: Vec<String> = rounded
        .filter(|check| check.outcome == Outcome::Rounded)
        .map(|check| format!("{} for {}", check.printed, check.worked_out))
        .collect();
    assert_eq!(rounded, ["913 for 912"]);
}

/// Every figure of the transcribed tables is on the page, in its line and in the order of its columns. The page prints
/// every variance below 0 in brackets; the tables print some with a minus sign.
/// A line of the facts as the page prints it: a variance over budget in brackets.
fn line_of(fact: &str) -> Option<String> {
    let cells: Vec<&str> = fact.split('|').map(str::trim).collect();
    let [title, figures @ .., variance] = cells.as_slice() else { return None };
    let variance = match variance.strip_prefix('-') {
        Some(size) => format!("({size})"),
        None => (*variance).to_owned(),
    };
    let shown = |figure: &&str| if figure.is_empty() { "Not stated" } else { figure }.to_owned();
    let figures: Vec<String> = figures.iter().map(shown).chain([variance]).collect();
    Some(format!("{title}: {}", figures.join(" | ")))
}

#[test]
fn every_transcribed_figure_is_on_the_page() {
    let text = finance_text(&sample(), None);
    let mut lines = text.lines();
    let mut count = 0;
    for fact in include_str!("facts/2012-13-q2-finance.txt").lines().skip(1) {
        let expected = match fact.strip_prefix("## ") {
            Some(title) => format!("## {title}"),
            None => match line_of(fact) {
                Some(line) => {
                    count += 1;
                    line
                }
                None => continue,
            },
        };
        assert!(lines.any(|line| as_printed(line) == expected), "{expected}\n{text}");
    }
    assert_eq!(count, 197);
}

/// A line without what is flagged in it, and without the numbers of its notes.
fn as_printed(line: &str) -> String {
    let line = line.split(" [note ").next().unwrap_or_default();
    let cells = line.split(" | ").map(|cell| cell.split(" ▲ ").next().unwrap_or_default());
    cells.collect::<Vec<&str>>().join(" | ")
}

#[test]
fn a_statement_without_a_total_has_a_cell_in_every_column() {
    let statements = [
        statement("a", "", &[&line("Pay", 10, ""), &line("All", 10, r#", "role": "total""#)]),
        statement("b", "", &[&line("Works", 5, "")]),
    ];
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "A council", "directorate": "People",
            "period": "2019/20 Q2", "finance": [{}]}}"#,
        statements.join(", ")
    );
    let files = vec![FileRead { name: "a.json".to_owned(), bytes: Ok(text.into_bytes()) }];
    let state = State::default().after(Action::Opened(files));
    let report = state.report().expect("a report");
    let overview = finance_page(&state, report, None).overview.expect("it is the page of all");
    let counts: Vec<usize> = overview.rows.iter().map(|row| row.cells.len()).collect();
    assert_eq!(counts, [overview.columns.len() - 2; 2]);
    assert!(overview.rows[1].cells.iter().all(|cell| cell.text == "No total line"));
}

#[test_case(None, "all")]
#[test_case(Some("directorate"), "directorate")]
#[test_case(Some("nowhere"), "nowhere")]
fn pages(key: Option<&str>, name: &str) {
    let mut state = sample();
    for line in [0, 15, 30, 52] {
        state = state.after(Action::ToggleWhy(Row::Line(LinePlace { statement: 0, line })));
    }
    insta::assert_snapshot!(format!("finance-{name}"), finance_text(&state, key));
}

// Sums

#[test_case(30, &agrees(); "as it should be")]
#[test_case(31, &differs("1"); "more than its lines")]
#[test_case(29, &differs("-1"); "less than its lines")]
fn a_subtotal_is_of_the_lines_of_its_group_above_it(budget: i64, expected: &(Outcome, String)) {
    let lines = [
        line("A", 10, r#", "group": "spending""#),
        line("B", 5, r#", "group": "income""#),
        line("C", 20, r#", "group": "spending""#),
        line("Sum", budget, r#", "role": "subtotal", "group": "spending""#),
        line("D", 40, r#", "group": "spending""#),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let report = report(&statement("a", "", &lines), "");
    assert_eq!(outcome(&report, CheckKind::Sum, 3), *expected);
}

#[test]
fn a_second_subtotal_starts_below_the_first_and_a_total_takes_all() {
    let lines = [
        line("A", 10, ""),
        line("Sum", 10, r#", "role": "subtotal""#),
        line("B", 20, ""),
        line("Sum", 20, r#", "role": "subtotal""#),
        line("C", 3, ""),
        line("Net", 33, r#", "role": "total""#),
        line("D", 4, ""),
        line("All", 37, r#", "role": "total""#),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let report = report(&statement("a", "", &lines), "");
    for sum in [1, 3, 5, 7] {
        assert_eq!(outcome(&report, CheckKind::Sum, sum), agrees(), "line {sum}");
    }
    let of: Vec<usize> = report.finance[0].lines[7].of.iter().map(|place| place.line).collect();
    assert_eq!(of, [5, 6]);
}

/// One misprint is flagged once: the total agrees with the lines, if not with the subtotal.
#[test]
fn a_total_over_a_wrong_subtotal_is_right_by_its_lines() {
    let lines = [
        line("A", 10, ""),
        line("Sum", 11, r#", "role": "subtotal""#),
        line("Net", 10, r#", "role": "total""#),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let report = report(&statement("a", "", &lines), "");
    assert_eq!(outcome(&report, CheckKind::Sum, 1), differs("1"));
    assert_eq!(outcome(&report, CheckKind::Sum, 2), agrees());
    assert_eq!(
        doubts(&report),
        ["Sum: The sum of A. Annual budget is printed as £11, and they come to £10: £1 more."]
    );
}

#[test]
fn a_sum_can_be_of_listed_lines_and_of_lines_elsewhere() {
    let lines = [
        line("A", 10, r#", "id": "a""#),
        line("B", 20, ""),
        line("Sum", 15, r#", "role": "subtotal", "of": ["a", "other/c"]"#),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let other = statement("other", "", &[&line("C", 5, r#", "id": "c""#)]);
    let report = report(&format!("{}, {other}", statement("a", "", &lines)), "");
    assert_eq!(outcome(&report, CheckKind::Sum, 2), agrees());
}

#[test]
fn sums_that_are_of_each_other_come_to_an_end() {
    let lines = [
        line("A", 10, r#", "id": "a", "role": "subtotal", "of": "b""#),
        line("B", 20, r#", "id": "b", "role": "subtotal", "of": "a""#),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let report = report(&statement("a", "", &lines), "");
    assert_eq!(outcome(&report, CheckKind::Sum, 0), differs("-10"));
}

#[test]
fn a_note_explains_a_difference_which_stays_flagged() {
    let lines =
        [line("A", 10, ""), line("Sum", 12, r#", "role": "total", "note": "With a late grant.""#)];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let report = report(&statement("a", "", &lines), "");
    assert_eq!(outcome(&report, CheckKind::Sum, 1), differs("2"));
    assert_eq!(doubts(&report), [""; 0]);
}

// Summaries

#[test_case("", 30, &agrees(); "both departments")]
#[test_case("", 31, &differs("1"); "more than both")]
#[test_case(r#", "rest": "others""#, 31, &(Outcome::Leaves, "1".to_owned()); "the rest is for others")]
#[test_case(r#", "rest": "others""#, 29, &differs("-1"); "and cannot be less than nothing")]
fn a_summary_is_of_its_departments(rest: &str, budget: i64, expected: &(Outcome, String)) {
    let summary = line("Grants & fees", budget, r#", "also": "Other grants""#);
    let more = format!(r#", "sums_up": ["b", "c"]{rest}"#);
    let statements = [
        statement("a", &more, &[&summary]),
        statement("b", "", &[&line("GRANTS - fees", 10, "")]),
        statement("c", "", &[&line("Other grants", 20, "")]),
    ];
    let report = report(&statements.join(", "), "");
    assert_eq!(outcome(&report, CheckKind::Departments, 0), *expected);
}

#[test]
fn two_lines_can_stand_the_other_way_round() {
    let lines = |one, other| [line("One", one, ""), line("Other", other, "")];
    let (here, there) = (lines(10, 20), lines(20, 10));
    let statements = [
        statement("a", r#", "sums_up": "b", "rest": "others""#, &[&here[0], &here[1]]),
        statement("b", "", &[&there[0], &there[1]]),
    ];
    let report = report(&statements.join(", "), "");
    let other = LinePlace { statement: 0, line: 1 };
    let expected = (Outcome::Swapped(other), "-10".to_owned());
    assert_eq!(outcome(&report, CheckKind::Departments, 0), expected);
}

#[test]
fn a_line_that_the_summary_does_not_have_is_named() {
    let statements = [
        statement("a", r#", "sums_up": "b""#, &[&line("One", 10, "")]),
        statement("b", "", &[&line("One", 10, ""), &line("Other", 5, ""), &line("None", 0, "")]),
    ];
    let found = doubts(&report(&statements.join(", "), ""));
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("Other: “Of a” has no line of this title"), "{found:?}");
}

// Statuses

#[test_case("", 90, "on course"; "under budget")]
#[test_case("", 100, "on course"; "on budget")]
#[test_case("", 101, "off course"; "over budget")]
#[test_case(r#""uncertain_within": {"percent_of_budget": 2}"#, 102, "uncertain"; "exactly 2% over")]
#[test_case(r#""uncertain_within": {"percent_of_budget": 2}"#, 103, "off course"; "more than 2% over")]
#[test_case(r#""uncertain_within": {"amount": 5}"#, 105, "uncertain"; "exactly 5 over")]
#[test_case(r#""uncertain_within": {"amount": 5}"#, 106, "off course"; "more than 5 over")]
#[test_case(r#""on_course_within": {"amount": 1}"#, 101, "on course"; "within what is on course")]
#[test_case(r#""either_way": true, "on_course_within": {"amount": 1}"#, 90, "off course"; "far under where that counts")]
fn statuses(rule: &str, actual: i64, expected: &str) {
    let line = format!(r#"{{"title": "A", "budget_to_date": 100, "actual_to_date": {actual}}}"#);
    let beside = format!(r#", "finance_rule": {{{rule}}}"#);
    let report = report(&statement("a", "", &[&line]), &beside);
    let accounts = Accounts::of(&report);
    let line = accounts.line(LinePlace { statement: 0, line: 0 }).expect("the line is there");
    let status = line.status.as_ref().map(|verdict| verdict.status().word());
    assert_eq!(status, Some(expected));
}

#[test]
fn a_share_of_no_budget_and_a_missing_figure_give_no_status() {
    let beside = r#", "finance_rule": {"uncertain_within": {"percent_of_budget": 2}}"#;
    let lines = [
        r#"{"title": "A", "variance": -3}"#,
        r#"{"title": "B", "budget_to_date": 3, "actual_to_date": "not provided"}"#,
    ];
    let report = report(&statement("a", "", &lines), beside);
    let accounts = Accounts::of(&report);
    for line in &accounts.statements[0] {
        let status = line.status.as_ref().map(quarterlight::assess::Verdict::status);
        assert_eq!(status, Some(Progress::NotRated));
    }
}

#[test]
fn without_a_rule_there_is_no_status_and_that_is_said() {
    assert!(
        finance_text(&sample(), None)
            .contains("Lines have no status, because the file states no rule")
    );
}

// What contradicts itself

#[test_case(r#""sums_up": "nothing", "lines": []"#, "There is no financial statement with the id “nothing”"; "a statement that there is not")]
#[test_case(r#""sums_up": "a", "lines": []"#, "the sum of itself"; "a statement of itself")]
#[test_case(r#""lines": [{"title": "A", "role": "total", "of": "b"}]"#, "There is no line of a statement with the id “b”"; "a line that there is not")]
#[test_case(r#""lines": [{"id": "a", "title": "A", "agrees_with": "a"}]"#, "agree with itself"; "a line with itself")]
#[test_case(r#""lines": [{"title": "A", "see": 1}]"#, "note 1, and the statement has 0"; "a note that there is not")]
#[test_case(r#""lines": [{"id": "a", "title": "A"}, {"id": "a", "title": "B"}]"#, "used twice: first at finance[0].lines[0]"; "an id twice")]
#[test_case(r#""lines": [], "rule": {"uncertain_within": {}}"#, "The margin gives no number"; "a margin of nothing")]
#[test_case(r#""lines": [], "rule": {"on_course_within": {"amount": 5}, "uncertain_within": {"amount": 5}}"#, "no line can be uncertain"; "margins that leave nothing between them")]
fn what_contradicts_itself_is_said(rest: &str, expected: &str) {
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "A council", "directorate": "People",
            "period": "2019/20 Q2", "finance": [{{"id": "a", "title": "A", {rest}}}]}}"#
    );
    let found = load("a.json", text.as_bytes()).findings;
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert!(found.len() == 1 && found[0].contains(expected), "{found:#?}");
}

// Explanations

#[test]
fn every_explanation_says_its_arithmetic() {
    let state = sample();
    let report = state.report().expect("a report");
    let accounts = Accounts::of(report);
    for (statement, lines) in accounts.statements.iter().enumerate() {
        for (line, checked) in lines.iter().enumerate() {
            let place = LinePlace { statement, line };
            let explained = explain(report, &accounts, place);
            let steps: usize = explained.iter().map(|(_, one)| one.steps.len()).sum();
            assert_eq!(steps, checked.checks.len(), "{place:?}");
            for (_, one) in explained {
                assert!(one.sentence.ends_with('.'), "{}", one.sentence);
            }
        }
    }
}

// On paper, and as a picture

#[test]
fn the_whole_report_prints_each_statement_once() {
    let state = sample();
    let titles: Vec<String> =
        state.report().expect("a report").finance.iter().map(|one| one.title.clone()).collect();
    let text = page_text(&page(&state.after(Action::Go(Place::Report(Part::Whole)))));
    for title in titles {
        let heading = format!("## {title}");
        assert_eq!(text.lines().filter(|line| *line == heading).count(), 1, "{title}");
    }
}

/// The headline of the variances of two lines: what is spent or received more than budgeted.
#[test_case(&[(100, 20), (200, -5)], "A is furthest over its budget to date: (20)"; "spending")]
#[test_case(&[(-100, 20), (200, -5)], "A is furthest short of its budgeted income to date: (20)"; "income")]
#[test_case(&[(-100, -20), (200, -5)], "No line is over its budget or short of its income to date"; "neither")]
#[test_case(&[(100, -20), (200, -5)], "No line is over its budget to date"; "only spending")]
fn income_that_falls_short_is_not_over_budget(lines: &[(i64, i64)], expected: &str) {
    let line = |(title, (budget, over)): (&str, &(i64, i64))| {
        let figures =
            format!(r#", "budget_to_date": {budget}, "actual_to_date": {}"#, budget + over);
        line(title, *budget, &figures)
    };
    let lines: Vec<String> = ["A", "B"].into_iter().zip(lines).map(line).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "A", "directorate": "B",
            "period": "2019/20 Q2", "finance": [{}]}}"#,
        statement("s", "", &lines)
    );
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(text.into_bytes()) };
    let state = State::default().after(Action::Opened(vec![file]));
    assert!(state.findings.is_empty(), "{:#?}", state.findings);
    let page = finance_page(&state, state.report().expect("a report"), None);
    let chart = page.statements[0].chart.as_ref().expect("two variances");
    assert_eq!(chart.headline, expected);
}

/// On paper nothing opens: a column that holds only the ways to explanations would be empty.
#[test_case("", 10, true; "no rule and no flag")]
#[test_case(r#", "rule": {"name": "Ours"}"#, 10, false; "statuses")]
#[test_case("", 11, true; "a figure that does not agree has its flag in its own cell")]
fn a_last_column_without_words_is_told(rule: &str, total: i64, is_bare: bool) {
    let lines = [line("A", 10, ""), line("All", total, r#", "role": "total""#)];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let text = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "A", "directorate": "B",
            "period": "2019/20 Q2", "finance": [{}]}}"#,
        statement("s", rule, &lines)
    );
    let file = FileRead { name: "a.json".to_owned(), bytes: Ok(text.into_bytes()) };
    let state = State::default().after(Action::Opened(vec![file]));
    assert!(state.findings.is_empty(), "{:#?}", state.findings);
    let page = finance_page(&state, state.report().expect("a report"), None);
    let statement = &page.statements[0];
    assert_eq!(statement.is_bare, is_bare);
    assert_eq!(statement.legend().contains("triangle"), total != 10, "{}", statement.legend());
}

#[test_case(30, 0; "a total that adds up")]
#[test_case(31, 1; "a total that does not")]
fn a_forecast_outturn_has_a_column_that_is_added_up_too(total: i64, wrong: usize) {
    let more = |forecast: i64, role: &str| format!(r#", "forecast": {forecast}{role}"#);
    let lines = [
        line("A", 10, &more(12, "")),
        line("B", 15, &more(18, "")),
        line("All", 25, &more(total, r#", "role": "total""#)),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let report = report(&statement("s", "", &lines), "");
    assert_eq!(doubts(&report).len(), wrong, "{:?}", doubts(&report));
    let state = State { history: History::new(vec![report]).into(), ..State::default() };
    let page = finance_page(&state, state.report().expect("a report"), None);
    let statement = &page.statements[0];
    let heading = &statement.columns.last().expect("a column").text;
    assert_eq!(heading, "Forecast outturn");
    let cells = statement.blocks.iter().flat_map(|block| &block.rows).map(|row| &row.cells);
    let printed: Vec<&str> =
        cells.map(|cells| cells.last().expect("a cell").text.as_str()).collect();
    assert_eq!(printed, ["12", "18", total.to_string().as_str()]);
}
