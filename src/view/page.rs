//! What is on screen.

use super::backtest::{BacktestPage, backtest_page};
use super::calculator::{CalculatorPage, calculator_page};
use super::messages::{Messages, messages};
use super::navigation::{NavLink, navigation};
use super::report::{ReportPage, report_page};
use crate::app::{Place, State};

/// Everything on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The window's title.
    pub title: String,
    /// The ways to the other pages.
    pub navigation: Vec<NavLink>,
    /// What stands above the content.
    pub messages: Messages,
    /// The content.
    pub content: Content,
}

/// The content of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The first page.
    Start,
    /// A report is asked for, and none is open: the page was loaded again, or the last file was closed.
    NothingOpen,
    /// A report.
    Report(Box<ReportPage>),
    /// How past outlooks came true.
    Backtest(Box<BacktestPage>),
    /// The calculator.
    Calculator(Box<CalculatorPage>),
}

/// The page for a state.
#[must_use]
pub fn page(state: &State) -> Page {
    let (title, content) = match (&state.place, state.report()) {
        (Place::Start, _) => ("Quarterlight".to_owned(), Content::Start),
        (Place::Report | Place::Example | Place::Backtest, None) => {
            ("No report is open – Quarterlight".to_owned(), Content::NothingOpen)
        }
        (Place::Report | Place::Example, Some(report)) => (
            format!("{}, {} – Quarterlight", report.directorate, report.period),
            Content::Report(Box::new(report_page(state, report))),
        ),
        (Place::Backtest, Some(_)) => {
            let page = backtest_page(&state.history);
            (format!("{} – Quarterlight", page.title), Content::Backtest(Box::new(page)))
        }
        (Place::Calculator(fields), _) => {
            let page = calculator_page(fields);
            (page.window_title(), Content::Calculator(Box::new(page)))
        }
    };
    Page { title, navigation: navigation(state), messages: messages(state), content }
}
