//! The verdicts of a whole report, whose words are written when they are asked for, are those that are written at once.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::rc::Rc;

use quarterlight::app::{Action, FileRead, InView, Part, Place, State};
use quarterlight::assess::{
    Assessment, Evidence, Judged, direction, near, outlook, position_by, travelled,
};
use quarterlight::model::{History, Rule, load, shipped};
use quarterlight::view::{Content, PartView, page};

#[path = "../benches/core/quarters.rs"]
mod quarters;

/// The samples, and eight quarters that bring every kind of measure with earlier years.
fn history() -> History {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples");
    let samples = std::fs::read_dir(folder).expect("the samples are there").map(|entry| {
        let path = entry.expect("an entry can be read").path();
        let bytes = std::fs::read(&path).expect("a sample can be read");
        (path.display().to_string(), bytes)
    });
    let made = quarters::eight_quarters(60).into_iter();
    let made = made.map(|(name, text)| (name, text.into_bytes()));
    History::new(
        samples.chain(made).filter_map(|(name, bytes)| load(&name, &bytes).report).collect(),
    )
}

fn agrees(history: &History, report: usize, measure: usize, rule: Option<&Rule>, judged: &Judged) {
    let this = &history.reports()[report];
    let row = &this.measures[measure];
    let name = format!("{}, {}", this.file, row.name());
    let told = outlook(history, report, measure, near(row, rule));
    assert_eq!(judged.outlook.verdict.reason(), told.verdict.reason(), "{name}");
    assert_eq!(judged.outlook.projected(), told.projected(), "{name}");
    assert_eq!(judged.outlook, told, "{name}");
    let asks = rule.is_some_and(Rule::asks_for_last_year);
    let last_year = asks.then(|| direction(history, report, measure));
    let evidence = Evidence::of(last_year.as_ref(), &told);
    let position = position_by(this, row, rule, &evidence);
    assert_eq!(judged.position.reason(), position.reason(), "{name}");
    assert_eq!(judged.position, position, "{name}");
    let comparisons = rule.map(|rule| rule.directions.clone()).unwrap_or_default();
    let travels = std::iter::once(&judged.travel).chain(&judged.further);
    for (travel, comparison) in travels.zip(&comparisons) {
        let told = travelled(history, report, measure, comparison);
        assert_eq!(travel.verdict.reason(), told.verdict.reason(), "{name}");
        assert_eq!(*travel, told, "{name}");
    }
}

#[test]
fn by_the_rows_own_rules() {
    let history = history();
    for (report, this) in history.reports().iter().enumerate() {
        let assessment = Assessment::of(&history, report);
        for (measure, judged) in assessment.measures.iter().enumerate() {
            let rule = this.measures[measure].rule.as_deref();
            agrees(&history, report, measure, rule, judged);
        }
    }
}

#[test]
fn by_every_rule_of_the_library() {
    let history = history();
    let last = history.reports().len() - 1;
    for rule in shipped() {
        let assessment = Assessment::under(&history, last, rule);
        for (measure, judged) in assessment.measures.iter().enumerate() {
            agrees(&history, last, measure, Some(rule), judged);
        }
    }
}

/// The doubts of a long report are not on the page before they are asked for, unless all of it is.
#[test]
fn doubts_of_a_long_report() {
    let read = |(name, text): (String, String)| FileRead { name, bytes: Ok(text.into_bytes()) };
    let files = vec![read(quarters::one_quarter(300))];
    let whole = State::default().after(Action::Opened(files));
    let listed = |state: &State| {
        let state = state.after(Action::Go(Place::Report(Part::Data)));
        let Content::Report(view) = page(&state).content else { return 0 };
        let PartView::Data(report) = view.part else { return 0 };
        report.quality.groups.iter().map(|group| group.doubts.len()).sum::<usize>()
    };
    let all = Rc::clone(&whole.doubts).len();
    assert!(all > 8);
    assert_eq!(listed(&whole), all);
    let part = whole.after(Action::Look(InView::beginning()));
    assert_eq!(listed(&part), 0);
    let asked = part.after(Action::ToggleDoubts);
    assert_eq!(listed(&asked), all);
    assert_eq!(listed(&asked.after(Action::ToggleDoubts)), 0);
}
