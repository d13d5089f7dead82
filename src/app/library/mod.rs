//! The library of reports on the device: what is kept there, whether anything is, and what came of it.
//!
//! Storing is an effect that the browser performs; what it comes to comes back as a [`LibraryAction`].

mod action;
mod archive;
mod deciding;
mod stored;

use super::Place;

pub use action::{Found, Gaps, LibraryAction};
pub use archive::archive;
pub use stored::{Kept, Key, Label, LastOpen};

/// The library of reports on the device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// How far it is known.
    pub shelf: Shelf,
    /// Where the page was opened from.
    pub home: Home,
    /// What the reader chose.
    pub choice: Option<Choice>,
    /// What is kept, the latest opened first.
    pub kept: Vec<Kept>,
    /// What was open before, if it can be opened again.
    pub last: Option<LastOpen>,
    /// What is being read from the device.
    pub opening: Option<Opening>,
    /// What the reader is asked before anything is removed.
    pub question: Option<Question>,
    /// What the keyboard's focus goes to after that.
    pub attention: Option<Attention>,
    /// What went wrong.
    pub notes: Vec<Note>,
    /// What was done, to be said beside the list.
    pub done: Option<Done>,
    /// How many bytes there is room for, if the browser says so.
    pub room: Option<u64>,
    /// Whether files come from elsewhere at the start, so that the last ones are not opened by themselves.
    pub leaves_last: bool,
    /// Open files that were dealt with: kept, tried, or removed again.
    settled: Vec<Key>,
    /// Those of them that could not be kept.
    failed: Vec<Key>,
    /// Open files that are the built-in example's, or the page's own, which are never kept.
    example: Vec<Key>,
    /// The page of a report that was read last.
    place: Option<Place>,
}

/// How far the library is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// Nobody has asked: there is no device, or not yet.
    #[default]
    Unasked,
    /// The device is being looked at.
    Looking,
    /// It is known what is there.
    Ready,
    /// Nothing can be kept here.
    Closed(Refusal),
}

/// Where the page was opened from, which decides who can read what it keeps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Home {
    /// A server, whose pages alone can read it.
    #[default]
    Server,
    /// A disk: in some browsers every page opened from a disk can.
    Disk,
    /// A server, but in a frame of a page from elsewhere, which could have a reader click on what is covered.
    Frame,
}

/// What the reader chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Keep what is opened.
    Keep,
    /// Keep nothing.
    DoNotKeep,
}

/// Reports that are being read from the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opening {
    /// Those that were open before, as they were.
    LastOpen(LastOpen),
    /// Those that the reader chose.
    Chosen(Vec<(Key, String)>),
}

/// What the reader is asked before anything is removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether to remove one.
    One(Key),
    /// Whether to remove all.
    All,
    /// Whether to remove all, now that nothing more is kept.
    Stopped,
}

/// What the keyboard's focus goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attention {
    /// The question.
    Question(Question),
    /// The button that removes a report.
    Row(Key),
    /// The button that removes all.
    All,
    /// The box for keeping.
    Keeping,
}

/// Why the device did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The page is not allowed to: a frame, a private window, a policy.
    Forbidden,
    /// There is no room left.
    Full,
    /// The page is in a frame of a page from elsewhere.
    Framed,
    /// Another tab has a newer or older version of the library open.
    Blocked,
    /// The browser does not answer.
    Silent,
    /// Something else, in the browser's words.
    Failed(String),
}

/// Something that went wrong, to be said on whatever page the reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A file could not be kept.
    NotKept {
        /// Its name.
        name: String,
        /// Why.
        refusal: Refusal,
    },
    /// What is kept of a file is not what was opened.
    Damaged(String),
    /// Files are not on the device any more.
    Missing(Vec<String>),
    /// Reports could not be read.
    NotRead(Refusal),
    /// Reports could not be removed.
    NotRemoved(Refusal),
    /// Reports could not be put into one file.
    NotExported(Refusal),
    /// Whether to keep could not be noted.
    NotNoted(Refusal),
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Reports were removed: their names.
    Removed(Vec<String>),
    /// The browser was given one file with so many reports.
    Exported(usize),
}

impl Library {
    /// The library of a device that is about to be looked at.
    #[must_use]
    pub fn looking(home: Home) -> Self {
        let shelf = match home {
            Home::Server | Home::Disk => Shelf::Looking,
            Home::Frame => Shelf::Closed(Refusal::Framed),
        };
        Self { shelf, home, ..Self::default() }
    }

    /// Whether what is opened is kept. A reader who has not chosen keeps on a server's page, and does not on one
    /// that was opened from a disk.
    #[must_use]
    pub fn keeps(&self) -> bool {
        let chosen = match (self.choice, self.home) {
            (Some(choice), _) => choice == Choice::Keep,
            (None, home) => home == Home::Server,
        };
        chosen && self.shelf == Shelf::Ready
    }

    /// How many bytes the reports have that are kept.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.kept.iter().filter_map(|kept| kept.label.as_ref()).map(|label| label.size).sum()
    }

    /// A report that is kept.
    #[must_use]
    pub fn get(&self, key: &Key) -> Option<&Kept> {
        self.kept.iter().find(|kept| kept.key == *key)
    }

    /// The reports that can be opened, each with its name.
    #[must_use]
    pub fn sound(&self) -> Vec<(Key, String)> {
        let sound = self.kept.iter().filter(|kept| !kept.is_damaged);
        sound
            .filter_map(|kept| Some((kept.key.clone(), kept.label.as_ref()?.name.clone())))
            .collect()
    }
}
