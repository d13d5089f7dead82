//! A part of a report in a frame, and what the page around the frame is told of it.

use serde_json::{Value, json};

use super::counts::counts;
use super::frame::{Frame, frame};
use super::heading::heading;
use super::messages::{FindingView, Messages, messages};
use super::page::{ReportView, part_view};
use super::summary::headline;
use crate::app::{Allowed, Embed, Files, PROTOCOL, Part, Place, State};
use crate::assess::Rollup;
use crate::model::Report;
use crate::terms::Keyword;

/// A part of a report in a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedPage {
    /// The part; none before there is a report.
    pub report: Option<ReportView>,
    /// The heading while there is no report, and what is awaited.
    pub awaited: (&'static str, &'static str),
    /// That what is asked for is not there.
    pub note: Option<String>,
    /// Whether readers may open files here.
    pub offers_files: bool,
    /// Whether the button that prints does anything.
    pub offers_print: bool,
    /// What stands at the end: whose report it is, for when, which version of the data, and what shows it.
    pub footer: Vec<String>,
    /// The button that asks the page around the frame to open the whole report.
    pub whole: Option<&'static str>,
    /// Which page that is, as the frame's address has it.
    pub origin: Option<String>,
}

impl EmbedPage {
    pub(super) fn window_title(&self) -> String {
        let title = self.report.as_ref().map_or(self.awaited.0, |view| &view.frame.title);
        format!("{title} – Quarterlight")
    }
}

pub(super) fn embed_page(state: &State, embed: &Embed, report: Option<&Report>) -> EmbedPage {
    let version = report.map(heading);
    let version = version.map(|one| [one.organisation, one.directorate, one.period, one.version]);
    let offers_files = embed.files == Files::FromReaders;
    let awaited = if offers_files {
        "Open a quarter file here, or wait for the page around this panel to hand one over."
    } else {
        "The page around this panel hands over the report. If nothing appears, tell whoever looks after that page."
    };
    EmbedPage {
        report: report.map(|report| ReportView {
            frame: embed_frame(state, report, embed),
            part: part_view(state, report, &narrowed(state, embed)),
        }),
        awaited: ("Waiting for the report", awaited),
        note: report.and_then(|_| filtered(state, embed)),
        offers_files,
        offers_print: embed.allows(Allowed::Print),
        footer: version.into_iter().flatten().chain(["Quarterlight".to_owned()]).collect(),
        whole: embed.allows(Allowed::Whole).then_some("Open the whole report"),
        origin: embed.origin.clone(),
    }
}

/// Papers lead out of what the frame was asked for, and are of no use where nothing is printed.
fn embed_frame(state: &State, report: &Report, embed: &Embed) -> Frame {
    let mut frame = frame(state, report, &narrowed(state, embed));
    frame.prints.clear();
    frame
}

/// The part that is shown: the overview of one objective is its page.
fn narrowed(state: &State, embed: &Embed) -> Part {
    let is_there = state.keys.group_of(&embed.objective).is_some();
    match embed.part {
        Part::Overview if is_there => Part::Objective(embed.objective.clone()),
        ref part => part.clone(),
    }
}

/// What the panel leaves out, where that is not seen otherwise.
fn filtered(state: &State, embed: &Embed) -> Option<String> {
    if !embed.objective.is_empty() && state.keys.group_of(&embed.objective).is_none() {
        let all = "in this report: all are shown.";
        return Some(format!("There is no objective {} {all}", embed.objective));
    }
    if !state.filter.is_active() {
        return None;
    }
    let is_by_words = !state.filter.statuses.is_empty() || !state.filter.text.trim().is_empty();
    match narrowed(state, embed) {
        Part::Measures | Part::Measure(_) | Part::Milestone(_) => None,
        Part::Objective(_) if !is_by_words => None,
        Part::Milestones | Part::Exceptions => {
            Some("Only the rows that this panel asks for are shown.".to_owned())
        }
        _ => {
            Some("This part cannot be narrowed as this panel asks: all of it is shown.".to_owned())
        }
    }
}

/// Whoever reads an intranet page did not open a file: they hear only of what went wrong.
pub(super) fn embed_messages(messages: Messages) -> Messages {
    let is_wrong = messages.is_failure || messages.findings.iter().any(|one| one.is_error);
    if is_wrong {
        messages
    } else {
        Messages { progress: messages.progress, ..Messages::default() }
    }
}

/// What the page around a frame is told: messages as JSON, each sent when it is not what was sent before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Whose report is open, and how it stands.
    pub status: Option<String>,
    /// What is shown.
    pub shown: Option<String>,
    /// What was wrong with the files of the last import.
    pub error: Option<String>,
}

impl Told {
    /// That the page is there. It holds nothing of what is open, so anybody may hear it.
    #[must_use]
    pub fn ready() -> String {
        message("ready", json!({ "version": env!("CARGO_PKG_VERSION") }))
    }

    /// How high the page is, in CSS pixels.
    #[must_use]
    pub fn height(pixels: u32) -> String {
        message("height", json!({ "height": pixels }))
    }

    /// That a reader asks for the whole report.
    #[must_use]
    pub fn whole() -> String {
        message("whole", json!({}))
    }
}

fn message(kind: &str, mut said: Value) -> String {
    if let Value::Object(said) = &mut said {
        said.insert("quarterlight".to_owned(), PROTOCOL.into());
        said.insert("type".to_owned(), kind.into());
    }
    said.to_string()
}

/// What the page around the frame is told of a state: nothing where it may be a reader's own file, or one that the
/// page in the frame holds.
#[must_use]
pub fn told(state: &State) -> Told {
    match &state.place {
        Place::Embed(embed) if embed.files == Files::FromHost && !state.holds_own => Told {
            status: state.report().map(|report| status(state, report)),
            shown: state.report().map(|_| shown(embed)),
            error: error(&messages(state)),
        },
        _ => Told::default(),
    }
}

fn status(state: &State, report: &Report) -> String {
    let heading = heading(report);
    // Whatever part of it the panel shows.
    let rows = Rollup::of_report(report, &state.assessment);
    let counts = counts(Some((state, report)), &rows, &[]);
    let counts = counts.iter().map(|count| {
        let (measures, milestones) = (count.measures, count.milestones);
        json!({ "status": count.progress.word(), "word": count.word, "measures": measures, "milestones": milestones })
    });
    message(
        "status",
        json!({
            "organisation": heading.organisation,
            "directorate": heading.directorate,
            "period": heading.period,
            "data": heading.version,
            "headline": headline(state, report, &rows),
            "counts": counts.collect::<Vec<_>>(),
        }),
    )
}

/// The part without its options, which the page around the frame has given itself.
fn shown(embed: &Embed) -> String {
    let address = Place::Report(embed.part.clone()).address();
    message("shown", json!({ "place": address.trim_start_matches("#/") }))
}

fn error(messages: &Messages) -> Option<String> {
    let wrong: Vec<String> =
        messages.findings.iter().filter(|one| one.is_error).map(finding_text).collect();
    if wrong.is_empty() && !messages.is_failure {
        return None;
    }
    let text = messages.outcome.as_deref().unwrap_or_default();
    Some(message("error", json!({ "text": text, "findings": wrong })))
}

fn finding_text(finding: &FindingView) -> String {
    format!("{}: {}: {} {}", finding.severity, finding.place, finding.what, finding.mend)
}
