//! What an import came to, above the page.

use super::counted;
use super::library::notes;
use crate::app::{Followed, NewVersion, Place, Progressing, Saved, State};
use crate::document::{Finding, Severity};
use crate::terms::count_text;

/// What stands above the page: an import in hand, or what it came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages {
    /// An import in hand.
    pub progress: Option<Bar>,
    /// That the address asked for a page that there is not, and what is shown instead.
    pub astray: Option<&'static str>,
    /// What the last import came to, in a sentence or two.
    pub outcome: Option<String>,
    /// What came of saving, in a sentence or two.
    pub saved: Option<String>,
    /// How often that came of it, where it is not the first time: "(2 times)".
    pub times: Option<String>,
    /// Whether it went wrong altogether.
    pub is_failure: bool,
    /// Whether it is not known if what was asked for was done.
    pub is_uncertain: bool,
    /// Everything that was found, worst first within each file.
    pub findings: Vec<FindingView>,
    /// What went wrong with keeping reports on the device.
    pub notes: Vec<String>,
    /// That a new version is ready.
    pub new_version: Option<NewVersionView>,
}

/// That a new version is ready, and what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVersionView {
    /// What happens when the reader agrees.
    pub text: String,
    /// The button that agrees.
    pub agree: &'static str,
    /// The button that puts it off.
    pub put_off: &'static str,
}

/// How far an import has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// In words: "Reading q2.json: 3 of 12 MB".
    pub text: String,
    /// Percent.
    pub percent: u8,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingView {
    /// "Problem", "Look at" or "Note".
    pub severity: &'static str,
    /// Whether it is a problem.
    pub is_error: bool,
    /// The file, and where in it.
    pub place: String,
    /// What was found and what was expected.
    pub what: String,
    /// How to mend it.
    pub mend: String,
}

pub(super) fn messages(state: &State) -> Messages {
    Messages {
        progress: state.progressing.as_ref().map(bar),
        astray: (state.followed == Followed::Astray).then_some(if state.place == Place::Start {
            "There is no page at this address. This is the first page."
        } else {
            "There is no page at this address. This is the report's overview."
        }),
        outcome: state.outcome.as_ref().map(|outcome| outcome.text(&state.findings)),
        saved: state.saved.as_ref().map(saved),
        times: (state.repeated > 0).then(|| format!("({} times)", state.repeated + 1)),
        is_failure: matches!(state.saved, Some(Saved::Refused { .. }))
            || state.outcome.as_ref().is_some_and(|outcome| !outcome.refused.is_empty()),
        is_uncertain: matches!(state.saved, Some(Saved::Offered { in_frame: true, .. })),
        findings: state.findings.iter().map(finding_view).collect(),
        notes: notes(state),
        new_version: (state.new_version == NewVersion::Ready).then(|| new_version_view(state)),
    }
}

fn saved(saved: &Saved) -> String {
    match saved {
        Saved::Written(name) => format!("{name} was saved."),
        Saved::Offered { name, in_frame: false } => {
            format!(
                "{name} has been handed to the browser, which puts it where it puts what is downloaded."
            )
        }
        Saved::Offered { name, in_frame: true } => format!(
            "{name} has been handed to the browser. This page stands inside another one, which may not let it save anything: if no file arrives, open Quarterlight by itself and save there."
        ),
        Saved::Refused { name, reason } => format!(
            "{name} could not be saved: {reason}. Nothing that is open is lost. Try another place, or save each file under Data and files."
        ),
    }
}

fn new_version_view(state: &State) -> NewVersionView {
    let mut text =
        "A new version of Quarterlight is ready. Once you agree, this page is loaded again with it"
            .to_owned();
    if !state.files.is_empty() {
        text.push_str(", with the same files open");
    }
    text.push('.');
    if !state.supposed.is_empty() {
        text.push_str(" What you supposed of coming quarters is then gone.");
    }
    text.push_str(" Until then, this version goes on being used.");
    NewVersionView { text, agree: "Use the new version", put_off: "Not now" }
}

fn bar(progressing: &Progressing) -> Bar {
    let (text, done, total) = match progressing {
        Progressing::Fetching(address) => (format!("Fetching {address}"), 0, 1),
        Progressing::Reading { done, total, name } => {
            let (read, all) = (done / 1_000_000, total.div_ceil(1_000_000));
            (format!("Reading {name}: {read} of {all} MB"), *done, *total)
        }
        Progressing::Checking { name, rows, done, files } => {
            (format!("Checking {name}: {}", counted(*rows, "row")), *done as u64, *files as u64)
        }
        Progressing::Joining => ("Joining the files".to_owned(), 1, 1),
        Progressing::Judging { done, total } => {
            let (judged, all) = (count_text(*done), counted(*total, "measure"));
            (format!("Judging {judged} of {all}"), *done as u64, *total as u64)
        }
    };
    Bar { text, percent: u8::try_from(done * 100 / total.max(1)).unwrap_or(100) }
}

pub(super) fn finding_view(finding: &Finding) -> FindingView {
    let place = match &finding.place {
        Some(place) => format!("{}, {place}", finding.file),
        None => finding.file.clone(),
    };
    FindingView {
        severity: match finding.severity() {
            Severity::Error => "Problem",
            Severity::Warning => "Look at",
            Severity::Note => "Note",
        },
        is_error: finding.severity() == Severity::Error,
        place,
        what: finding.problem.what(),
        mend: finding.problem.mend(),
    }
}
