//! The page of past outlooks, counted by hand.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use file::{Row, file, report};
use quarterlight::app::{Action, FileRead, Place, State};
use quarterlight::view::{BacktestPage, Content, page, page_text};
use test_case::test_case;

/// The figures of four quarters; an empty one is not in the file.
type Year = [&'static str; 4];

fn row(id: &str, title: &str, polarity: &str, current: &str, target: &str) -> Row {
    Row::titled(title)
        .word("id", id)
        .word("ref", &id.to_uppercase())
        .word("basis", "cumulative")
        .word("unit", "number")
        .word("polarity", polarity)
        .with("figures", format!(r#"{{"current": {current}, "target": {target}}}"#))
}

/// A measure: its id, title, polarity, target and years from 2016/17.
type Series = (&'static str, &'static str, &'static str, &'static str, &'static [Year]);

fn past_outlooks(series: &[Series]) -> State {
    let mut files = Vec::new();
    let years = series.iter().map(|one| one.4.len()).max().unwrap_or_default();
    for year in 0..years {
        for number in 0..4 {
            let rows: Vec<Row> = series
                .iter()
                .filter_map(|(id, title, polarity, target, years)| {
                    let current = years.get(year)?[number];
                    (!current.is_empty()).then(|| row(id, title, polarity, current, target))
                })
                .collect();
            if rows.is_empty() {
                continue;
            }
            let period = format!("{}/{} Q{}", 2016 + year, 17 + year, number + 1);
            let name = format!("{}.json", period.replace('/', "-"));
            let text = file(&period, "measures", &rows);
            assert_eq!(report(&name, &text).measures.len(), rows.len());
            files.push(FileRead { name, bytes: Ok(text.into_bytes()) });
        }
    }
    State::default().after(Action::Opened(files)).after(Action::Go(Place::Backtest))
}

fn shown(series: &[Series]) -> BacktestPage {
    match page(&past_outlooks(series)).content {
        Content::Backtest(page) => *page,
        other => panic!("{other:?}"),
    }
}

const EVEN: Year = ["25", "50", "75", "100"];

#[test]
fn the_version_is_of_all_open_files_in_any_order() {
    let series = [("a", "Homes built", "higher", "85", &[EVEN; 3][..])];
    let state = past_outlooks(&series);
    let version = |state: &State| match page(state).content {
        Content::Backtest(page) => page.version,
        other => panic!("{other:?}"),
    };
    let all = version(&state);
    assert!(all.starts_with("Data of 12 files "), "{all}");
    let file = state.files[0].clone();
    let again = FileRead { name: file.name.clone(), bytes: Ok(file.bytes.to_vec()) };
    let fewer = state.after(Action::Close(file.name));
    assert_ne!(version(&fewer), all);
    assert_eq!(
        version(&fewer.after(Action::Opened(vec![again])).after(Action::Go(Place::Backtest))),
        all
    );
}

// Three years of quarters that are all alike, so that earlier years change no projection: 100 in June ± 19%, in
// September ± 12%, in December ± 7%, and always 100 at the end. Against 85: uncertain (81 to 119), on course
// twice, each year, and met: 6 of 6 came true. At most 85: uncertain, off course twice, and missed: 6 of 6.
// The third is not counted before the last quarter of each year: 3 years of 3 cases that are not rated.
#[test]
fn three_years_of_three_measures() {
    const MISSING: &str = "\"not provided\"";
    let state = past_outlooks(&[
        ("a", "Homes built", "higher", "85", &[EVEN; 3]),
        ("b", "Complaints", "lower", "85", &[EVEN; 3]),
        ("c", "Inspections", "higher", "85", &[[MISSING, MISSING, MISSING, "100"]; 3]),
    ]);
    insta::assert_snapshot!("past-outlooks", page_text(&page(&state)));
}

// 60 of 100 in September: 105.6 to 134.4, on course; in December 60: 74.4 to 85.6, off course; it ends at 100 and
// is met. On the day: 60 of 50 met, right; 60 of 75 missed, wrong.
#[test]
fn a_year_in_sentences() {
    let page = shown(&[("a", "Homes built", "higher", "100", &[["25", "60", "60", "100"]])]);
    assert_eq!(
        page.headline,
        [
            "Of 2 outlooks that said on course or off course, 1 came true; the range held 1 of 3 outturns.",
            "Comparing the figure with the target on the day would have been right once of the 2."
        ]
    );
    let found = page.found.expect("there are cases");
    let counts: Vec<&str> =
        found.quarters[0].parts.iter().map(|part| part.count.as_str()).collect();
    assert_eq!(counts, ["1 of 2", "1 of 3", "0 of 3", "1 of 3", "1 against 1, of 2"]);
    let shares: Vec<&str> =
        found.quarters[0].parts.iter().filter_map(|part| part.share.as_deref()).collect();
    assert_eq!(shares, ["50%", "33%", "0%", "33%", "50% against 50%: no difference"]);
    assert_eq!(found.quarters[1].parts[0].count, "None rated");
}

#[test]
fn an_outlook_that_says_nothing_is_not_said_to_be_wrong() {
    let page =
        shown(&[("a", "Homes built", "higher", "100", &[["\"not provided\"", "", "", "9"]])]);
    assert_eq!(
        page.headline,
        ["The one outlook said neither on course nor off course; no outlook gave a range."]
    );
}

#[test_case(&[["25", "50", "75", ""]]; "a year that is not closed")]
#[test_case(&[["", "", "", "100"]]; "a year without its quarters")]
fn too_little_says_what_to_open(years: &'static [Year]) {
    let page = shown(&[("a", "Homes built", "higher", "100", years)]);
    assert_eq!(page.found, None);
    assert_eq!(page.headline.len(), 1);
    let needed = page.needed.expect("it says what to open");
    assert!(needed.contains("Quarter 4 file of an earlier year"), "{needed}");
}

#[test]
fn the_way_there_is_shown_once_a_report_is_open() {
    let links = |state: &State| -> Vec<String> {
        page(state).navigation.into_iter().map(|link| link.text).collect()
    };
    assert_eq!(links(&State::default()), ["Quarterlight", "Report", "Calculator"]);
    let open = State::default().after(Action::OpenExample);
    assert_eq!(links(&open), ["Quarterlight", "Report", "Past outlooks", "Calculator"]);
    let closed = State::default().after(Action::Go(Place::Backtest));
    assert_eq!(page(&closed).content, Content::NothingOpen);
}

#[test]
fn files_that_are_opened_there_are_counted_there() {
    let state = past_outlooks(&[("a", "Homes built", "higher", "85", &[["", "50", "", ""]])]);
    let text = file("2016/17 Q4", "measures", &[row("a", "Homes built", "higher", "100", "85")]);
    let closing = FileRead { name: "closing.json".to_owned(), bytes: Ok(text.into_bytes()) };
    let Content::Backtest(page) = page(&state.after(Action::Opened(vec![closing]))).content else {
        panic!("another page")
    };
    assert_eq!(page.found.map(|found| found.measures.len()), Some(1));
}
