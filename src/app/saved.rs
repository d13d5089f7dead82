//! Saving: what is wanted, and what came of it.

/// What came of saving a file. Only what was seen to be written is said to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It was written where the reader chose.
    Written(String),
    /// The browser has been asked to save it. Whether it does, it tells nobody.
    Offered {
        /// Its name.
        name: String,
        /// Whether the page stands in a frame, which may not be allowed to save anything.
        in_frame: bool,
    },
    /// It could not be saved.
    Refused {
        /// Its name.
        name: String,
        /// The browser's reason.
        reason: String,
    },
}

/// What the reader wants to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToSave {
    /// The report, with all open files and the program, as one page.
    Report,
    /// What is shown, as a piece for somebody else's page.
    Part,
    /// The schema of the format.
    Schema,
    /// A file of the built-in example, by its name.
    Sample(String),
    /// An open file as it was opened, by its name.
    File(String),
}
