//! Tokens that stand for nothing, and the words for it.

use super::TokenField;
use crate::terms::Keyword;

/// A token that stands for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Astray<'t> {
    /// As it is written, with its braces.
    pub written: &'t str,
    /// Why it stands for nothing.
    pub why: AstrayWhy,
}

/// Why a token stands for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AstrayWhy {
    /// No row has the reference.
    NoRow {
        /// The reference.
        reference: String,
        /// The one that it looks like.
        meant: Option<String>,
    },
    /// Several rows have the reference.
    Several {
        /// The reference.
        reference: String,
        /// How many rows.
        rows: usize,
    },
    /// What it asks for is nothing that rows have, or nothing that this row has.
    NoField {
        /// The reference.
        reference: String,
        /// What it asks for; empty where it asks for nothing.
        found: String,
        /// The word that it looks like.
        meant: Option<&'static str>,
    },
}

impl AstrayWhy {
    /// In a few words, to stand beside it.
    #[must_use]
    pub fn short_text(&self) -> &'static str {
        match self {
            Self::NoRow { .. } => "no row has this reference",
            Self::Several { .. } => "several rows have this reference",
            Self::NoField { .. } => "the row has no such entry",
        }
    }

    /// What is wrong, as a sentence.
    #[must_use]
    pub fn what(&self, written: &str) -> String {
        let shown = format!("“{written}” is shown as it is written");
        match self {
            Self::NoRow { reference, .. } => {
                format!("{shown}: no row of this report has the reference {reference}.")
            }
            Self::Several { reference, rows } => {
                format!("{shown}: {rows} rows of this report have the reference {reference}.")
            }
            Self::NoField { reference, found, .. } if found.is_empty() => {
                format!("{shown}: it does not say what of {reference} is meant.")
            }
            Self::NoField { reference, found, .. } => {
                format!("{shown}: {reference} has no “{found}”.")
            }
        }
    }

    /// What to do about it, as a sentence.
    #[must_use]
    pub fn remedy(&self) -> String {
        match self {
            Self::NoRow { meant: Some(meant), .. } => {
                format!("If {meant} is meant, write that; otherwise correct the reference.")
            }
            Self::NoRow { .. } => {
                "Write the reference as it is printed, or the row's id.".to_owned()
            }
            Self::Several { .. } => "Write the id of the row that is meant.".to_owned(),
            Self::NoField { meant: Some(meant), .. } => {
                format!("If “{meant}” is meant, write that.")
            }
            Self::NoField { .. } => format!("Behind the reference write one of: {}.", fields()),
        }
    }
}

fn fields() -> String {
    let words: Vec<&str> = TokenField::WORDS.iter().map(|(_, word, _)| *word).collect();
    words.join(", ")
}
