//! Everything that can happen.

use super::{
    Edit, FileRead, Finding, Imported, InView, LibraryAction, NewVersion, Place, Progressing,
    Request, Row, Saved, SortKey, ToSave,
};
use crate::assess::Progress;
use crate::document;
use crate::terms::QuarterNumber;

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Files are being read: bytes so far, bytes in all, and the file in hand.
    Reading {
        /// Bytes read.
        done: u64,
        /// Bytes in all.
        total: u64,
        /// The name of the file in hand.
        name: String,
    },
    /// Files have been read, or could not be: they are opened at once.
    Opened(Vec<FileRead>),
    /// Files came with the page's address: they are opened, and what is known of them is said.
    Brought(Vec<FileRead>, Vec<document::Finding>),
    /// Files that were open before have been read again: they are opened as they were.
    OpenedAgain {
        /// The files, in the order in which they were opened.
        files: Vec<FileRead>,
        /// The file whose report was shown.
        shown: Option<String>,
    },
    /// Files are being opened in steps.
    Importing(Progressing),
    /// Files have been opened in steps.
    Imported(Box<Imported>),
    /// The page itself held files, which have been opened as they were.
    Held(Box<Imported>),
    /// Text was pasted.
    Pasted(String),
    /// The page around the frame asks for something.
    Asked(Request),
    /// Go to a page.
    Go(Place),
    /// The address asked for a page that there is not.
    Astray,
    /// Do something with the finder.
    Find(Finding),
    /// Show of a comparison only what changed, or all again.
    ToggleOnlyChanged,
    /// Do something to the calculator.
    Calculate(Edit),
    /// Open the built-in example.
    OpenExample,
    /// Show another of the loaded reports, by its place in the history.
    Show(usize),
    /// Close a file, by name.
    Close(String),
    /// Open or close the derivation of a row.
    ToggleWhy(Row),
    /// Open or close the derivations of all rows.
    ToggleAllWhy,
    /// Show the whole of a long commentary, or its start only.
    ToggleCommentary(Row),
    /// List all doubts of a long report, or none.
    ToggleDoubts,
    /// Show only this status, or all again.
    FilterStatus(Progress),
    /// Show only rows with these words.
    FilterText(String),
    /// Show only this group, by its place in the report; none for all.
    FilterGroup(Option<usize>),
    /// Show everything.
    ClearFilter,
    /// Read the report under a shipped rule, by its place in the library; none for its own.
    ReadUnder(Option<usize>),
    /// Other rows have come into view.
    Look(InView),
    /// Suppose what a remaining quarter of a measure will bring, as it is typed.
    Suppose {
        /// The measure, by its place in the report.
        measure: usize,
        /// The quarter.
        quarter: QuarterNumber,
        /// What is typed.
        text: String,
    },
    /// Suppose nothing of a measure any more, by its place in the report.
    ClearSupposed(usize),
    /// Sort tables by a column; again, the other way round.
    Sort(SortKey),
    /// Save something: the browser's work, which comes back as `Saved`.
    Save(ToSave),
    /// A file was saved, or could not be.
    Saved(Saved),
    /// Something about the reports that are kept on the device.
    Library(LibraryAction),
    /// Put the messages of the last import away.
    DismissFindings,
    /// Something has become known of a newer version, or was decided about it.
    NewVersion(NewVersion),
}
