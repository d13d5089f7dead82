//! What is on screen.

use super::backtest::{BacktestPage, backtest_page};
use super::calculator::{CalculatorPage, calculator_page};
use super::finance::{FinancePage, finance_page};
use super::frame::{Frame, frame, parts_of};
use super::messages::{Messages, messages};
use super::navigation::{NavLink, navigation};
use super::overview::{OverviewPage, overview_page};
use super::report::{ReportPage, report_page};
use crate::app::{Part, Place, State};
use crate::model::Report;

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
    /// A part of a report.
    Report(Box<ReportView>),
    /// How past outlooks came true.
    Backtest(Box<BacktestPage>),
    /// The calculator.
    Calculator(Box<CalculatorPage>),
}

/// A part of a report with what stands around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// What stands around every part.
    pub frame: Frame,
    /// The part.
    pub part: PartView,
}

/// A part of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartView {
    /// What matters first.
    Overview(Box<OverviewPage>),
    /// Every measure and milestone under its objective.
    Measures(Box<ReportPage>),
    /// Financial statements, or one of them.
    Finance(Box<FinancePage>),
}

/// Every page of the report that is shown, in the order in which one would read them.
#[must_use]
pub fn places(state: &State) -> Vec<Place> {
    let Some(report) = state.report() else { return Vec::new() };
    let parts = parts_of(state, report).into_iter();
    parts.map(|part| state.place.with_part(part)).collect()
}

fn part_view(state: &State, report: &Report, part: &Part) -> PartView {
    match part {
        Part::Overview => PartView::Overview(Box::new(overview_page(state, report))),
        Part::Finance(key) => {
            PartView::Finance(Box::new(finance_page(state, report, key.as_deref())))
        }
        _ => PartView::Measures(Box::new(report_page(state, report))),
    }
}

/// The page for a state.
#[must_use]
pub fn page(state: &State) -> Page {
    let (title, content) = match (&state.place, state.report()) {
        (Place::Start, _) => ("Quarterlight".to_owned(), Content::Start),
        (Place::Report(_) | Place::Example(_) | Place::Backtest, None) => {
            ("No report is open – Quarterlight".to_owned(), Content::NothingOpen)
        }
        (Place::Report(part) | Place::Example(part), Some(report)) => {
            let frame = frame(state, report, part);
            let title = window_title(&frame, report, part);
            let part = part_view(state, report, part);
            (title, Content::Report(Box::new(ReportView { frame, part })))
        }
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

/// What is open comes first: that is all that is seen of it among many tabs.
fn window_title(frame: &Frame, report: &Report, part: &Part) -> String {
    let report = format!("{}, {} – Quarterlight", report.directorate, report.period);
    match (part, frame.reference.as_str()) {
        (Part::Overview, _) => report,
        (_, "") => format!("{} – {report}", frame.title),
        (_, reference) => format!("{reference} – {report}"),
    }
}
