//! What is on screen.

use super::messages::{Messages, messages};
use super::report::{ReportPage, report_page};
use crate::app::State;

/// Everything on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The window's title.
    pub title: String,
    /// What stands above the content.
    pub messages: Messages,
    /// The content.
    pub content: Content,
}

/// The content of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing is open yet.
    Start,
    /// A report.
    Report(Box<ReportPage>),
}

/// The page for a state.
#[must_use]
pub fn page(state: &State) -> Page {
    let (title, content) = match state.report() {
        None => ("Quarterlight".to_owned(), Content::Start),
        Some(report) => (
            format!("{}, {} – Quarterlight", report.directorate, report.period),
            Content::Report(Box::new(report_page(state, report))),
        ),
    };
    Page { title, messages: messages(state), content }
}
