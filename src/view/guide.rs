//! Pages that are about the program and not about a report: help, and how accessible it is.

use super::counts::{Count, counts};
use super::prose::{Prose, plain_prose};
use crate::app::example_files;
use crate::assess::Rollup;

const HELP: &str = include_str!("../../assets/pages/help.md");
const ACCESSIBILITY: &str = include_str!("../../assets/pages/accessibility.md");

/// A page about the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuidePage {
    /// Its heading.
    pub title: String,
    /// What comes before the first section.
    pub lead: Prose,
    /// Its sections.
    pub sections: Vec<(String, Prose)>,
    /// What the symbols mean; none where they are not the subject.
    pub key: Vec<Count>,
    /// Files to try it with, by name; none where that is not the subject.
    pub samples: Vec<String>,
}

impl GuidePage {
    /// The heading above the files.
    pub const SAMPLES: &str = "Files to try it with";

    /// What they are.
    pub const ABOUT_SAMPLES: &str = "A real report, and what is known of the year before it. Save them, open them, change them.";
}

/// How to use the program.
pub(super) fn help_page() -> GuidePage {
    let key = counts(None, &Rollup::default(), &[]);
    let samples = example_files().into_iter().map(|file| file.name).collect();
    GuidePage { key, samples, ..guide(HELP) }
}

/// How accessible it is.
pub(super) fn accessibility_page() -> GuidePage {
    guide(ACCESSIBILITY)
}

fn guide(text: &str) -> GuidePage {
    let mut parts = text.split("\n## ");
    let parted = |part: &str| {
        let (heading, words) = part.split_once('\n').unwrap_or((part, ""));
        (heading.trim_start_matches("# ").to_owned(), plain_prose(words.trim()))
    };
    let (title, lead) = parts.next().map(parted).unwrap_or_default();
    let sections = parts.map(parted).collect();
    GuidePage { title, lead, sections, key: Vec::new(), samples: Vec::new() }
}
