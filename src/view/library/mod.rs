//! The reports that are kept on the device, and what went wrong with keeping them.

mod said;

use self::said::{closed, done};
use super::counted;
use super::heading::version_digits;
use crate::app::{Attention, Home, Kept, Key, Label, LastOpen, Opening, Question, Shelf, State};

use crate::terms::Date;

pub(super) use self::said::notes;

/// The reports that are kept on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryView {
    /// Its heading.
    pub heading: &'static str,
    /// Whether opened reports are kept; none where nothing can be.
    pub keeping: Option<KeepingView>,
    /// What there is to know about that.
    pub explained: String,
    /// What the link says to a window of its own, where that keeps what is not shown here.
    pub own_window: Option<&'static str>,
    /// Where one left off: what the button says, and what it opens besides.
    pub last: Option<(String, Option<String>)>,
    /// What the table is called.
    pub caption: String,
    /// Its column headings.
    pub columns: [&'static str; 5],
    /// The reports, the latest opened first.
    pub rows: Vec<KeptRow>,
    /// How much there is, and for how much there is room.
    pub total: Option<String>,
    /// What can be done with all of them.
    pub all: Option<AllView>,
    /// What the reader is asked about all of them.
    pub question: Option<QuestionView>,
    /// What was done, or is being done.
    pub done: Option<String>,
    /// What the keyboard's focus goes to.
    pub attention: Option<Attention>,
    /// Why no report is open.
    pub nothing_open: &'static str,
}

/// The box that decides whether opened reports are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepingView {
    /// What it says.
    pub label: &'static str,
    /// Whether it is ticked.
    pub is_on: bool,
}

/// A report that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRow {
    /// Its key.
    pub key: Key,
    /// Whose it is.
    pub title: String,
    /// For when it is, and the name of its file.
    pub under: Vec<String>,
    /// The name by which its buttons are told apart.
    pub name: String,
    /// "61 KB"
    pub size: String,
    /// "22 November 2026, 20:14"
    pub opened: String,
    /// "3f2a 91c0"
    pub version: String,
    /// What can be done with it.
    pub state: RowState,
    /// What the reader is asked about it.
    pub question: Option<QuestionView>,
}

/// What can be done with a report that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowState {
    /// It can be opened.
    Closed,
    /// It is open: the words for that.
    Open(&'static str),
    /// It cannot be opened: why.
    Damaged(&'static str),
}

/// What can be done with all reports that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AllView {
    /// Open them, where there are several.
    pub open: Option<&'static str>,
    /// Save them in one file.
    pub export: Option<&'static str>,
    /// Remove them.
    pub remove: &'static str,
}

/// What the reader is asked before anything is removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// The question.
    pub text: String,
    /// The answer that removes.
    pub yes: &'static str,
    /// The answer that does not.
    pub no: &'static str,
    /// What would be removed.
    pub keys: Vec<Key>,
}

/// The reports that are kept on the device; none where nobody has asked for them.
pub(super) fn library_view(state: &State) -> Option<LibraryView> {
    let library = &state.library;
    let (keeping, explained) = match &library.shelf {
        Shelf::Unasked | Shelf::Looking => return None,
        Shelf::Closed(refusal) => (None, closed(refusal)),
        Shelf::Ready => {
            let is_on = library.keeps();
            let label = "Keep opened reports on this device";
            (Some(KeepingView { label, is_on }), explained(is_on, library.home).to_owned())
        }
    };
    let kept = &library.kept;
    let is_closed = |key: &Key| !state.files.iter().any(|file| Key::of_open(file) == *key);
    let closed_ones = library.sound().iter().filter(|(key, _)| is_closed(key)).count();
    let all = (!kept.is_empty()).then_some(AllView {
        open: (closed_ones > 1).then_some("Open all"),
        export: (!library.sound().is_empty()).then_some("Export all as one ZIP file"),
        remove: "Remove all",
    });
    let last = library.last.as_ref().filter(|_| state.files.is_empty() && library.keeps());
    Some(LibraryView {
        heading: "Reports on this device",
        keeping,
        explained,
        own_window: (library.home == Home::Frame)
            .then_some("Open Quarterlight in a window of its own"),
        last: last.and_then(|last_open| continued(last_open, kept)),
        caption: "Reports kept on this device, the latest opened first".to_owned(),
        columns: ["Report", "Size", "Opened", "Data", "What to do"],
        rows: kept.iter().map(|kept| row(state, kept)).collect(),
        total: (!kept.is_empty()).then(|| total(state)),
        all,
        question: library.question.as_ref().and_then(|question| question_all(state, question)),
        done: doing(state).or_else(|| library.done.as_ref().map(done)),
        attention: library.attention.clone(),
        nothing_open: match (library.keeps(), kept.is_empty()) {
            (false, _) => FORGOTTEN,
            (true, true) => NOT_KEPT,
            (true, false) => NOT_OPEN,
        },
    })
}

/// Why no report is open where none is kept.
pub const FORGOTTEN: &str = "A file is forgotten when it is closed, or the page is loaded again. Open it again to see the report.";

const NOT_KEPT: &str = "No file is open in this tab, and none is kept on this device. Open the report’s files to see it.";

const NOT_OPEN: &str =
    "No file is open in this tab. Open one that is kept on this device, or another.";

fn explained(is_on: bool, home: Home) -> &'static str {
    match (is_on, home) {
        (true, Home::Server | Home::Frame) => {
            "Files that you open stay in this browser, so that they are there after a reload, a crash or without a network. They go nowhere else."
        }
        (true, Home::Disk) => {
            "Files that you open stay in this browser. In Chrome and Edge, any other page opened from this device’s disk could read them there."
        }
        (false, Home::Server | Home::Frame) => {
            "Nothing more is kept: when this page is closed or loaded again, its files have to be opened again."
        }
        (false, Home::Disk) => {
            "Nothing is kept unless you tick this. This page was opened from a disk, and in Chrome and Edge all such pages share one store: any other page opened from this device’s disk could read your figures there. Leave it unticked for drafts that others must not see."
        }
    }
}

/// What is said while reports are being read from the device and none is open yet.
pub(super) fn opening_text(state: &State) -> String {
    doing(state).unwrap_or_else(|| "Looking for the report on this device.".to_owned())
}

fn doing(state: &State) -> Option<String> {
    let files = state.library.opening.as_ref().map(Opening::files)?;
    Some(match files {
        [(_, name)] => format!("Opening {name} from this device."),
        files => format!("Opening {} from this device.", counted(files.len(), "file")),
    })
}

fn continued(last_open: &LastOpen, kept: &[Kept]) -> Option<(String, Option<String>)> {
    let shown = last_open.files.iter().find(|(_, name)| Some(name) == last_open.shown.as_ref());
    let (key, _) = shown.or(last_open.files.first())?;
    let label = kept.iter().find(|one| one.key == *key)?.label.as_ref()?;
    let others = last_open.files.len() - 1;
    let besides = (others > 0).then(|| {
        format!("With {} that {} open beside it.", counted(others, "other file"), was(others))
    });
    Some((format!("Continue with {}, {}", label.directorate, label.period), besides))
}

fn was(number: usize) -> &'static str {
    if number == 1 { "was" } else { "were" }
}

fn row(state: &State, kept: &Kept) -> KeptRow {
    let unread = Label::default();
    let label = kept.label.as_ref().unwrap_or(&unread);
    let organisations = state.library.kept.iter().filter_map(|one| one.label.as_ref());
    let several = organisations.into_iter().any(|one| one.organisation != label.organisation);
    let mut under = vec![label.period.clone(), label.name.clone()];
    if several {
        under.insert(0, label.organisation.clone());
    }
    under.retain(|line| !line.is_empty());
    let name = told_apart(state, kept);
    let is_open = state.files.iter().any(|file| Key::of_open(file) == kept.key);
    let is_asked = state.library.question == Some(Question::One(kept.key.clone()));
    KeptRow {
        key: kept.key.clone(),
        title: match kept.label {
            Some(_) => label.directorate.clone(),
            None => "A report that cannot be read".to_owned(),
        },
        under,
        name: name.clone(),
        size: kept.label.as_ref().map_or("Not known".to_owned(), |label| size_text(label.size)),
        opened: opened_text(&label.opened),
        version: kept.key.fingerprint().map_or("Not known".to_owned(), version_digits),
        state: match (kept.is_damaged, is_open) {
            (true, _) => {
                RowState::Damaged("Damaged: not what was opened. Open the file itself again.")
            }
            (false, true) => RowState::Open("Open now"),
            (false, false) => RowState::Closed,
        },
        question: is_asked.then(|| QuestionView {
            text: format!("Remove {name} from this device?"),
            yes: "Remove it",
            no: "Keep it",
            keys: vec![kept.key.clone()],
        }),
    }
}

/// A report's name; where another has the same, with the version of its data as it stands beside it.
fn told_apart(state: &State, kept: &Kept) -> String {
    let name_of = |kept: &Kept| {
        let label = kept.label.as_ref();
        named(label.map_or("", |label| &label.name)).to_owned()
    };
    let name = name_of(kept);
    let is_shared = state.library.kept.iter().filter(|one| name_of(one) == name).count() > 1;
    match kept.key.fingerprint().filter(|_| is_shared) {
        Some(fingerprint) => format!("{name} (data {})", version_digits(fingerprint)),
        None => name,
    }
}

fn named(name: &str) -> &str {
    if name.is_empty() { "the report that cannot be read" } else { name }
}

fn question_all(state: &State, question: &Question) -> Option<QuestionView> {
    let kept = &state.library.kept;
    let reports = match kept.len() {
        1 => "the report that is kept".to_owned(),
        number => format!("all {number} reports that are kept"),
    };
    let (text, yes, no) = match question {
        Question::One(_) => return None,
        Question::All => (format!("Remove {reports} on this device?"), "Remove them", "Keep them"),
        Question::Stopped => {
            let text = format!("Nothing more is kept from now on. Remove {reports} already?");
            (text, "Remove them", "Leave them")
        }
    };
    let keys: Vec<Key> = kept.iter().map(|kept| kept.key.clone()).collect();
    (!keys.is_empty()).then_some(QuestionView { text, yes, no, keys })
}

fn total(state: &State) -> String {
    let kept = taking(state.library.kept.len(), state.library.size());
    match state.library.room {
        Some(room) => format!("{kept}; there is room for about {} more.", size_text(room)),
        None => format!("{kept}."),
    }
}

fn taking(reports: usize, size: u64) -> String {
    let take = if reports == 1 { "takes" } else { "take" };
    format!("{} {take} {}", counted(reports, "report"), size_text(size))
}

/// "812 bytes", "61 KB", "13.2 MB"
fn size_text(bytes: u64) -> String {
    match bytes {
        1 => "1 byte".to_owned(),
        0..1_000 => format!("{bytes} bytes"),
        1_000..999_500 => format!("{} KB", (bytes + 500) / 1_000),
        999_500..99_950_000 => tenths(bytes.saturating_add(50_000) / 100_000, "MB"),
        99_950_000..999_500_000 => format!("{} MB", (bytes + 500_000) / 1_000_000),
        _ => tenths(bytes.saturating_add(50_000_000) / 100_000_000, "GB"),
    }
}

fn tenths(tenths: u64, unit: &str) -> String {
    match (tenths / 10, tenths % 10) {
        (whole, 0) => format!("{whole} {unit}"),
        (whole, _) if whole >= 100 => format!("{whole} {unit}"),
        (whole, tenth) => format!("{whole}.{tenth} {unit}"),
    }
}

fn opened_text(stored: &str) -> String {
    let (day, time) = stored.split_once('T').unwrap_or((stored, ""));
    match (day.parse::<Date>(), time.get(..5)) {
        (Ok(day), Some(time)) => format!("{day}, {time}"),
        (Ok(day), None) => day.to_string(),
        (Err(_), _) => "Not known".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::*;

    #[test_case(0, "0 bytes")]
    #[test_case(1, "1 byte")]
    #[test_case(999, "999 bytes")]
    #[test_case(1_000, "1 KB")]
    #[test_case(61_234, "61 KB")]
    #[test_case(999_499, "999 KB")]
    #[test_case(999_500, "1 MB"; "never 1000 KB")]
    #[test_case(13_249_999, "13.2 MB")]
    #[test_case(99_949_999, "99.9 MB")]
    #[test_case(99_950_000, "100 MB")]
    #[test_case(999_499_999, "999 MB")]
    #[test_case(999_500_000, "1 GB"; "never 1000 MB")]
    #[test_case(2_345_678_901, "2.3 GB")]
    #[test_case(345_600_000_000, "345 GB")]
    fn sizes(bytes: u64, expected: &str) {
        assert_eq!(size_text(bytes), expected);
    }

    #[test_case("2026-11-22T20:14:05", "22 November 2026, 20:14")]
    #[test_case("2026-11-22", "22 November 2026"; "without a time")]
    #[test_case("2026-02-30T20:14:05", "Not known"; "a day that there is not")]
    #[test_case("", "Not known"; "nothing")]
    fn times(stored: &str, expected: &str) {
        assert_eq!(opened_text(stored), expected);
    }
}
