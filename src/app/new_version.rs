//! A newer version of the application than the one that runs, where a site keeps it up to date.

use super::{OpenFile, Place, State, example_files};

/// What is known of a newer version.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NewVersion {
    /// There is none.
    #[default]
    None,
    /// It is on the device, and waits for the reader to agree.
    Ready,
    /// The reader does not want to be asked about it now.
    PutOff,
    /// The reader has agreed, and it is about to be used.
    Agreed,
}

impl State {
    /// The open files that a page which takes the place of this one has to be given: the example comes with its
    /// address.
    #[must_use]
    pub fn handed_on(&self) -> Vec<OpenFile> {
        let example = match self.place {
            Place::Example(_) => example_files(),
            _ => Vec::new(),
        };
        let comes_anyway = |file: &&OpenFile| !example.iter().any(|one| one.name == file.name);
        self.files.iter().filter(comes_anyway).cloned().collect()
    }
}
