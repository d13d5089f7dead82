//! What went wrong with keeping reports, and what was done, in sentences.

use super::{named, size_text, taking};
use crate::app::{Done, Label, Note, Refusal, State};
use crate::view::counted;

pub(super) fn closed(refusal: &Refusal) -> String {
    let why = match refusal {
        Refusal::Forbidden => {
            "the page is in a frame, in a private window or under a policy that forbids it"
                .to_owned()
        }
        Refusal::Framed => {
            "the page is in a frame of another site, which could have you click on what you do not see. Reports that are kept are listed in a window of its own"
                .to_owned()
        }
        other => because(other),
    };
    format!(
        "Nothing can be kept on this device: {why}. What you open stays open until the page is closed or loaded again."
    )
}

fn because(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Forbidden | Refusal::Framed => "this browser does not allow it here".to_owned(),
        Refusal::Full => "there is no room left in this browser’s storage".to_owned(),
        Refusal::Blocked => {
            "another tab has another version of Quarterlight open; close it and load this page again"
                .to_owned()
        }
        Refusal::Silent => "the browser’s storage does not answer".to_owned(),
        Refusal::Failed(reason) if reason.is_empty() => {
            "the browser does not say why".to_owned()
        }
        Refusal::Failed(reason) => {
            format!("the browser says “{}”", reason.trim_end_matches('.'))
        }
    }
}

/// What went wrong, for the messages above every page.
pub(in crate::view) fn notes(state: &State) -> Vec<String> {
    state.library.notes.iter().map(|note| note_text(state, note)).collect()
}

fn note_text(state: &State, note: &Note) -> String {
    match note {
        Note::NotKept { name, refusal } => {
            let open = format!("{name} is open, but could not be kept on this device");
            format!("{open}: {}. {}", because(refusal), make_room(state, refusal))
        }
        Note::Damaged(name) => format!(
            "What is kept of {} is damaged, so it was not opened: it is not what was opened before. Open the file itself again, or remove it under “Reports on this device” on the first page.",
            named(name)
        ),
        Note::Missing(names) => match names.as_slice() {
            [name] => format!("{name} is not kept on this device any more. Open the file again."),
            names => format!(
                "{} files are not kept on this device any more: {}. Open them again.",
                names.len(),
                names.join(", ")
            ),
        },
        Note::NotRead(refusal) => format!(
            "The reports on this device could not be read: {}. Open the files again.",
            because(refusal)
        ),
        Note::NotRemoved(refusal) => {
            format!("Nothing was removed from this device: {}.", because(refusal))
        }
        Note::NotExported(refusal) => {
            format!("The reports could not be put into one file: {}.", because(refusal))
        }
        Note::NotNoted(refusal) => {
            format!(
                "Your choice holds until this page is closed, but could not be noted: {}.",
                because(refusal)
            )
        }
    }
}

fn make_room(state: &State, refusal: &Refusal) -> String {
    if *refusal != Refusal::Full {
        return "It stays open until this page is closed.".to_owned();
    }
    let kept = &state.library.kept;
    let labels = kept.iter().filter_map(|kept| kept.label.as_ref());
    match labels.max_by_key(|label| label.size) {
        None => "No report is kept that could be removed: make room on the device.".to_owned(),
        Some(Label { name, size, .. }) => format!(
            "{} here, the largest {name} with {}: remove what you no longer need under “Reports on this device” on the first page, and it is tried again.",
            taking(kept.len(), state.library.size()),
            size_text(*size)
        ),
    }
}

pub(super) fn done(done: &Done) -> String {
    match done {
        Done::Removed(names) => match names.as_slice() {
            [name] => format!("{} was removed from this device.", named(name)),
            names => format!("{} were removed from this device.", counted(names.len(), "report")),
        },
        // A frame without the right to download refuses in silence.
        Done::Exported(number) => format!(
            "The browser was given one file with {}: look for quarterlight-reports.zip among its downloads.",
            counted(*number, "report")
        ),
    }
}
