//! What can happen to the library.

use super::stored::{Kept, Key};
use super::{Opening, Question, Refusal};

/// Something that happened to the library, or that is to be done with it.
#[derive(Clone, Debug, PartialEq)]
pub enum LibraryAction {
    /// The device was looked at, at the start or because another tab changed something.
    Found(Box<Found>),
    /// Nothing can be kept here.
    Refused(Refusal),
    /// Keep what is opened.
    Keep,
    /// Keep nothing more.
    StopKeeping,
    /// Whether to keep could not be noted.
    NotNoted(Refusal),
    /// These files are being kept.
    Keeping(Vec<Key>),
    /// A file is kept.
    Kept(Box<Kept>),
    /// A file could not be kept.
    NotKept {
        /// Its name.
        name: String,
        /// Its key.
        key: Key,
        /// Why.
        refusal: Refusal,
    },
    /// Go on where one left off.
    Continue,
    /// Open some of the reports.
    Open(Vec<Key>),
    /// What was to be opened has been read from the device and is opened now: what is left of it.
    Read(Gaps),
    /// What was to be opened cannot be read.
    NotRead(Refusal),
    /// Ask before something is removed.
    Ask(Question),
    /// Leave what was asked about.
    Leave,
    /// Remove some of the reports from the device.
    Remove(Vec<Key>),
    /// They are removed.
    Removed(Vec<Key>),
    /// They could not be removed.
    NotRemoved(Refusal),
    /// Offer all reports as one file to save.
    Export,
    /// The browser was given the file.
    Exported(Gaps),
    /// The file could not be made.
    NotExported(Refusal),
    /// Put away what was said.
    Dismiss,
}

/// What is on the device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Each report that is kept: its key and what is stored of it.
    pub reports: Vec<(String, String)>,
    /// Whether the reader chose to keep what is opened, as it is stored.
    pub keeping: Option<String>,
    /// What this tab had open, as it is stored.
    pub own: Option<String>,
    /// Those of others.
    pub others: Vec<String>,
    /// How many bytes there is room for, if the browser says so.
    pub room: Option<u64>,
}

/// What was not there when reports were read from the device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Files that are not on the device any more, by name.
    pub missing: Vec<String>,
    /// Files whose bytes are not those that were opened.
    pub damaged: Vec<Key>,
}

impl Opening {
    /// What is to be read, in its order, each with the name under which it is opened.
    #[must_use]
    pub fn files(&self) -> &[(Key, String)] {
        match self {
            Self::LastOpen(last_open) => &last_open.files,
            Self::Chosen(files) => files,
        }
    }
}
