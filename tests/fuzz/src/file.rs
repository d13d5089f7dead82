//! A file, or several that are opened together: read, joined, judged and shown.

use std::rc::Rc;

use quarterlight::app::{Action, FileRead, Row, SortKey, State};
use quarterlight::document;
use quarterlight::model::{Report, shipped};
use quarterlight::view::{page, page_text, places};

use super::parts;

/// More files in one input only make it slower.
const MAX_FILES: usize = 3;

/// Opens the files of an input and looks at everything that they come to.
pub fn file(input: &[u8]) {
    let files: Vec<FileRead> = parts(input)
        .take(MAX_FILES)
        .enumerate()
        .map(|(index, bytes)| FileRead { name: format!("{index}.json"), bytes: Ok(bytes.to_vec()) })
        .collect();
    let state = State::default().after(Action::Opened(files));
    look(&state);
    for place in places(&state) {
        look(&state.after(Action::Go(place)));
    }
    for index in 0..state.history.reports().len() {
        let mut state = state.after(Action::Show(index)).after(Action::ToggleAllWhy);
        let measures = state.report().map_or(0, |report| report.measures.len());
        for row in 0..measures {
            state = state.after(Action::ToggleCommentary(Row::Measure(row)));
        }
        look(&state);
        let rule = input.len() % shipped().len();
        let sorted = state.after(Action::Sort(SortKey::Progress));
        look(&sorted.after(Action::ReadUnder(Some(rule))));
    }
    for report in state.history.reports() {
        write_and_read(report);
    }
    if let Some(first) = state.files.first() {
        look(&state.after(Action::Close(first.name.clone())));
    }
}

fn look(state: &State) {
    let _ = page_text(&page(state));
}

/// What was read can be written, and what was written reads as it was.
fn write_and_read(report: &Rc<Report>) {
    let written = serde_json::to_vec(&*report.document);
    let Ok(written) = written else { panic!("a report cannot be written") };
    let again = document::read("again.json", &written).report;
    assert!(again.is_some(), "what was written cannot be read");
    if report.unread == 0 {
        assert_eq!(again.as_ref(), Some(&*report.document), "what was written reads otherwise");
    }
}
