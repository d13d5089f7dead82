//! Financial statements worked out again: what adds up, what does not, and by which figures.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use std::rc::Rc;

use file::report;
use quarterlight::assess::{Accounts, Assessment, quality};
use quarterlight::model::{History, Report};

fn sample() -> Rc<Report> {
    let text = std::fs::read_to_string("assets/samples/2012-13-q2-finance.json").expect("a sample");
    report("2012-13-q2-finance.json", &text)
}

fn doubts(report: &Rc<Report>) -> Vec<String> {
    let history = History::new(vec![Rc::clone(report)]);
    let found = quality(&history, 0, &Assessment::of(&history, 0));
    found.into_iter().map(|doubt| format!("{} / {}", doubt.title, doubt.what)).collect()
}

/// Each line whose printed figures do not agree, across the six tables. Every other printed figure does.
#[test]
fn the_inconsistencies_of_the_published_tables() {
    let report = sample();
    println!("{:#?}", doubts(&report));
    println!("{:?}", Accounts::of(&report).counts());
}
