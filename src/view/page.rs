//! What is on screen.

use std::rc::Rc;

use super::backtest::{BacktestPage, backtest_page};
use super::calculator::{CalculatorPage, calculator_page};
use super::compare::{ComparePage, compare_page};
use super::data_page::{DataPage, data_page};
use super::embed::{EmbedPage, embed_messages, embed_page};
use super::finance::{FinancePage, finance_page};
use super::finder::{FinderView, finder_view};
use super::frame::{Frame, frame, has_part, parts_of};
use super::guide::{GuidePage, accessibility_page, help_page};
use super::issues::{IssuesPage, issues_page};
use super::library::{LibraryView, library_view, opening_text};
use super::measure_page::{MeasurePage, measure_page};
use super::meeting::{MeetingPage, meeting_page};
use super::messages::{Messages, messages};
use super::milestones::{MilestonesPage, milestones_page};
use super::narrative::{NarrativePage, narrative_page};
use super::navigation::{NavLink, footer, navigation};
use super::objective_page::{ObjectivePage, objective_page};
use super::overview::{OverviewPage, overview_page};
use super::paper::{WholePage, whole_page};
use super::plan_page::{PlanPage, plan_page};
use super::report::{ReportPage, report_page};
use super::risks::{RisksPage, risks_page};
use super::sheet::{ExceptionsPage, exceptions_page};
use super::targets::{TargetsPage, targets_page};
use crate::app::{Part, Place, Shelf, State};
use crate::model::Report;

/// Everything on screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The window's title.
    pub title: String,
    /// The ways to the other pages; none in a meeting, where nothing leads away by mistake, and none in a frame.
    pub navigation: Vec<NavLink>,
    /// The ways to the pages about the program, at the foot of each other page.
    pub footer: Vec<NavLink>,
    /// What stands above the content.
    pub messages: Messages,
    /// The content.
    pub content: Content,
    /// What is looked for, while that is open.
    pub finder: Option<FinderView>,
    /// The reports that are kept on the device, where one may want to open one.
    pub library: Option<LibraryView>,
    /// Whether the device is still being looked at for them. What stands below comes with them, so that nothing is
    /// pushed down.
    pub awaits_library: bool,
}

/// The content of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The first page.
    Start,
    /// A report is asked for, and none is open: the page was loaded again, or the last file was closed.
    NothingOpen,
    /// A report is asked for, and is being read from the device: what is said meanwhile.
    Opening(String),
    /// A part of a report.
    Report(Box<ReportView>),
    /// A part of a report in a frame.
    Embed(Box<EmbedPage>),
    /// One item of a report after the other.
    Meeting(Box<MeetingPage>),
    /// How past outlooks came true.
    Backtest(Box<BacktestPage>),
    /// A page about the program.
    Guide(Box<GuidePage>),
    /// The calculator.
    Calculator(Box<CalculatorPage>),
}

impl Content {
    /// What stands at the top and at the foot of each sheet of paper: whose the data is, and which version of it.
    #[must_use]
    pub fn paper(&self) -> (&str, &str) {
        let report = match self {
            Self::Report(view) => Some(&**view),
            Self::Embed(page) => page.report.as_ref(),
            Self::Meeting(page) => return (&page.heading.running, &page.heading.version),
            Self::Backtest(page) => return (page.title, &page.version),
            _ => None,
        };
        report.map_or(("", ""), |view| (&view.frame.heading.running, &view.frame.heading.version))
    }
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
    /// All milestones.
    Milestones(Box<MilestonesPage>),
    /// Risks and equality actions.
    Risks(Box<RisksPage>),
    /// Strategic issues.
    Issues(Box<IssuesPage>),
    /// Narrative.
    Narrative(Box<NarrativePage>),
    /// The review of targets.
    Targets(Box<TargetsPage>),
    /// Financial statements, or one of them.
    Finance(Box<FinancePage>),
    /// One measure.
    Measure(Box<MeasurePage>),
    /// One objective.
    Objective(Box<ObjectivePage>),
    /// The annual plan.
    Plan(Box<PlanPage>),
    /// This report beside another.
    Compare(Box<ComparePage>),
    /// The whole report.
    Whole(Box<WholePage>),
    /// What is not on course, on a page.
    Exceptions(Box<ExceptionsPage>),
    /// What looks wrong, and the files.
    Data(Box<DataPage>),
    /// What the address asks for is not in this report: what can be done instead.
    NotThere(&'static str),
}

/// Every page of the report that is shown, in the order in which one would read them.
#[must_use]
pub fn places(state: &State) -> Vec<Place> {
    let Some(report) = state.report() else { return Vec::new() };
    let mut parts = parts_of(state, report);
    if report.period.quarter().is_some() {
        parts.push(Part::Exceptions);
    }
    let statements = 0..report.finance.len();
    parts.extend(statements.map(|one| Part::Finance(Some(state.keys.statement(one).to_owned()))));
    for (index, group) in report.groups.iter().enumerate() {
        parts.push(Part::Objective(state.keys.group(index).to_owned()));
        let measures = group.measures.iter();
        parts.extend(measures.map(|one| Part::Measure(state.keys.measure(*one).to_owned())));
    }
    parts.into_iter().map(|part| state.place.with_part(part)).collect()
}

/// Whoever follows an address into another quarter's report should know that it is another's.
const NOT_THERE: &str = "It may stand in another report: choose that above if it is open, or look for it among the measures.";

/// What is said instead of a part that the report does not have.
const NOT_IN_IT: &str =
    "Another report may have it: choose that above if it is open, or open its file.";

/// In a frame there is nothing to choose.
const NOT_THERE_IN_FRAME: &str = "Whoever looks after the page around this can set what is shown.";

pub(super) fn part_view(state: &State, report: &Report, part: &Part) -> PartView {
    let in_frame = state.place.embed().map(|_| NOT_THERE_IN_FRAME);
    if !has_part(state, report, part) {
        return PartView::NotThere(in_frame.unwrap_or(NOT_IN_IT));
    }
    let not_there = in_frame.unwrap_or(NOT_THERE);
    match part {
        Part::Overview => PartView::Overview(Box::new(overview_page(state, report))),
        Part::Milestones => PartView::Milestones(Box::new(milestones_page(state, report, None))),
        Part::Milestone(key) => match state.keys.milestone_of(key) {
            Some(index) => {
                PartView::Milestones(Box::new(milestones_page(state, report, Some(index))))
            }
            None => PartView::NotThere(not_there),
        },
        Part::Listed(listed, key) => match state.keys.listed_of(*listed, key) {
            Some(_) => part_view(state, report, &listed.part()),
            None => PartView::NotThere(in_frame.unwrap_or(NOT_IN_IT)),
        },
        Part::Risks => PartView::Risks(Box::new(risks_page(state, report))),
        Part::Issues => PartView::Issues(Box::new(issues_page(state, report))),
        Part::Narrative => PartView::Narrative(Box::new(narrative_page(state, report))),
        Part::Targets => PartView::Targets(Box::new(targets_page(state, report))),
        Part::Finance(Some(key)) if state.keys.statement_of(key).is_none() => {
            PartView::NotThere(not_there)
        }
        Part::Finance(key) => {
            PartView::Finance(Box::new(finance_page(state, report, key.as_deref())))
        }
        Part::Measure(key) => match state.keys.measure_of(key) {
            Some(index) => PartView::Measure(Box::new(measure_page(state, report, index))),
            None => PartView::NotThere(not_there),
        },
        Part::Objective(key) => match state.keys.group_of(key) {
            Some(index) => PartView::Objective(Box::new(objective_page(state, report, index))),
            None => PartView::NotThere(not_there),
        },
        Part::Plan => PartView::Plan(Box::new(plan_page(state, report))),
        Part::Compare(file) => {
            PartView::Compare(Box::new(compare_page(state, report, file.as_deref())))
        }
        Part::Whole => PartView::Whole(Box::new(whole_page(state, report))),
        Part::Exceptions => PartView::Exceptions(Box::new(exceptions_page(state, report))),
        Part::Data => PartView::Data(Box::new(data_page(state))),
        _ => PartView::Measures(Box::new(report_page(state, report))),
    }
}

/// The page for a state.
#[must_use]
pub fn page(state: &State) -> Page {
    let (title, content) = match (&state.place, state.report()) {
        (Place::Start, _) => ("Quarterlight".to_owned(), Content::Start),
        (Place::Report(_) | Place::Example(_) | Place::Backtest, None)
            if state.awaits_library() =>
        {
            ("Opening the report – Quarterlight".to_owned(), Content::Opening(opening_text(state)))
        }
        (Place::Report(_) | Place::Example(_) | Place::Backtest, None) => {
            ("No report is open – Quarterlight".to_owned(), Content::NothingOpen)
        }
        (
            Place::Report(Part::Meeting(key, agenda)) | Place::Example(Part::Meeting(key, agenda)),
            Some(report),
        ) => {
            let page = meeting_page(state, report, (key.as_deref(), *agenda));
            (page.window_title(), Content::Meeting(Box::new(page)))
        }
        (Place::Embed(embed), report) => {
            let page = embed_page(state, embed, report.map(Rc::as_ref));
            (page.window_title(), Content::Embed(Box::new(page)))
        }
        (Place::Report(part) | Place::Example(part), Some(report)) => {
            let frame = frame(state, report, part);
            let title = window_title(state, &frame, report, part);
            let part = part_view(state, report, part);
            (title, Content::Report(Box::new(ReportView { frame, part })))
        }
        (Place::Backtest, Some(_)) => {
            let page = backtest_page(&state.history);
            (format!("{} – Quarterlight", page.title), Content::Backtest(Box::new(page)))
        }
        (Place::Help, _) => guide(help_page()),
        (Place::Accessibility, _) => guide(accessibility_page()),
        (Place::Calculator(fields), _) => {
            let page = calculator_page(fields);
            (page.window_title(), Content::Calculator(Box::new(page)))
        }
    };
    let has_library = matches!(content, Content::Start | Content::NothingOpen);
    let awaits_library = has_library && state.library.shelf == Shelf::Looking;
    let is_alone = matches!(content, Content::Meeting(_) | Content::Embed(_));
    let messages = match content {
        Content::Meeting(_) => Messages::default(),
        Content::Embed(_) => embed_messages(messages(state)),
        _ => messages(state),
    };
    let finder = state.finder.as_ref().zip(state.report());
    Page {
        title,
        footer: if is_alone || awaits_library { Vec::new() } else { footer(state) },
        navigation: if is_alone { Vec::new() } else { navigation(state) },
        messages,
        content,
        finder: finder.map(|(finder, report)| finder_view(state, report, finder)),
        awaits_library,
        library: has_library.then(|| library_view(state)).flatten(),
    }
}

fn guide(page: GuidePage) -> (String, Content) {
    (format!("{} – Quarterlight", page.title), Content::Guide(Box::new(page)))
}

/// What is open comes first: that is all that is seen of it among many tabs.
fn window_title(state: &State, frame: &Frame, shown: &Report, part: &Part) -> String {
    let report = format!("{}, {} – Quarterlight", shown.directorate, shown.period);
    if let Some(name) = marked(state, shown, part) {
        return format!("{name} – {} – {report}", frame.title);
    }
    match (part, frame.reference.as_str()) {
        (Part::Overview, _) => report,
        (_, "") => format!("{} – {report}", frame.title),
        (_, reference) => format!("{reference} – {report}"),
    }
}

/// What a part is gone to for: its reference or, without one, its title.
fn marked<'r>(state: &State, report: &'r Report, part: &Part) -> Option<&'r str> {
    match part {
        Part::Milestone(key) => {
            let (_, one) = report.milestones.get(state.keys.milestone_of(key)?)?;
            Some(one.reference.as_ref().unwrap_or(&one.title))
        }
        Part::Listed(listed, key) => {
            listed.names(report).get(state.keys.listed_of(*listed, key)?).copied()
        }
        _ => None,
    }
}
