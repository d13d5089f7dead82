//! Quarter files made of a few fields, read through the public door.

use std::fmt::Display;
use std::rc::Rc;

use quarterlight::model::{Report, load};

/// A row of a file: its keys with their values as JSON text, so that a figure stands as it was typed.
#[derive(Clone, Debug)]
pub(crate) struct Row(pub(crate) Vec<String>);

impl Row {
    pub(crate) fn titled(title: &str) -> Self {
        Self(Vec::new()).word("title", title)
    }

    /// Adds a key with a value in JSON.
    pub(crate) fn with(mut self, key: &str, json: impl Display) -> Self {
        self.0.push(format!("\"{key}\": {json}"));
        self
    }

    /// Adds a key with a text.
    pub(crate) fn word(self, key: &str, text: &str) -> Self {
        self.with(key, format!("{text:?}"))
    }

    fn text(&self) -> String {
        format!("{{{}}}", self.0.join(", "))
    }
}

/// The text of a file with rows in `list`, which is `measures` or `milestones`.
pub(crate) fn file(period: &str, list: &str, rows: &[Row]) -> String {
    let rows: Vec<String> = rows.iter().map(Row::text).collect();
    format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "Halton Borough Council",
            "directorate": "People", "period": "{period}", "{list}": [{}]}}"#,
        rows.join(",\n")
    )
}

/// The report in a text with which nothing is wrong.
#[track_caller]
pub(crate) fn report(name: &str, text: &str) -> Rc<Report> {
    let loaded = load(name, text.as_bytes());
    let found: Vec<String> = loaded.findings.iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{text}\n{found:#?}");
    loaded.report.expect("a file without findings has a report")
}
