//! Words with a simple layout: paragraphs, lists, emphasis, links, and figures by their reference.

mod markdown;

use std::fmt;

use super::row::{answer_status, progress_status};
use super::under::rule_of;
use super::{Remark, Status, direction_word};
use crate::app::{Part, Place, State};
use crate::assess::{Answer, Direction, Piece, Progress, Subject, Token, TokenField, Tokens};
use crate::document::Commentary;
use crate::model::Report;
use crate::terms::{Keyword, Reported};

/// Words with a simple layout.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// What stands one below the other.
    pub blocks: Vec<Block>,
}

/// A part of prose that starts on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A list with dots.
    Bullets(Vec<Vec<Block>>),
    /// A list with numbers, each as it was written.
    Numbered(Vec<(String, Vec<Block>)>),
}

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words.
    Text(String),
    /// The end of a line.
    Break,
    /// Words to stress.
    Emphasis(Vec<Inline>),
    /// Words to stress more.
    Strong(Vec<Inline>),
    /// Something to type or to read letter by letter.
    Code(String),
    /// Words that lead elsewhere.
    Link {
        /// The address, which begins with `https:`, `http:` or `mailto:`.
        to: String,
        /// The words.
        words: Vec<Inline>,
        /// Whether the words are the address.
        is_bare: bool,
    },
    /// A figure or a status of a row, by its reference.
    Quoted(Box<Quoted>),
    /// A token that stands for nothing, as it is written, with the reason.
    Astray(String, &'static str),
}

/// Where a link leads, for whoever sees other words: the server of its address, or the mailbox.
#[must_use]
pub fn leads_to(address: &str) -> &str {
    let Some((_, rest)) = address.split_once("://") else {
        let (_, mailbox) = address.split_once(':').unwrap_or(("", address));
        return mailbox.split('?').next().unwrap_or(mailbox);
    };
    let server = rest.split(['/', '\\', '?', '#']).next().unwrap_or(rest);
    // What stands before an @ is a name to sign in with, whatever it looks like.
    server.rsplit('@').next().unwrap_or(server)
}

/// A figure or a status of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// Where it is explained.
    pub place: Place,
    /// Where it comes from: "PED02 05 Percentage of …, current".
    pub from: String,
    /// What it is.
    pub what: QuotedAs,
}

/// What is printed for a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuotedAs {
    /// A figure, or words.
    Figure(String),
    /// Why there is no figure.
    Absence(String),
    /// A progress.
    Progress(Status<Progress>),
    /// A direction of travel.
    Direction(Status<Direction>),
}

/// Words of the program's own.
pub(super) fn plain_prose(text: &str) -> Prose {
    markdown::prose(text, &|text, out| out.push(Inline::Text(text.to_owned())))
}

/// What makes prose of the words of a report.
pub(super) struct Words<'s> {
    state: &'s State,
    report: &'s Report,
    tokens: Tokens<'s>,
}

impl<'s> Words<'s> {
    pub(super) fn of(state: &'s State, report: &'s Report) -> Self {
        let tokens = Tokens::of(&state.history, state.showing, &state.assessment);
        Self { state, report, tokens }
    }

    /// What stands in a file as text.
    pub(super) fn prose(&self, text: &str) -> Prose {
        markdown::prose(text, &|text, out| self.push(text, out))
    }

    /// Paragraphs of commentary.
    pub(super) fn remarks(&self, commentary: &[Commentary]) -> Vec<Remark> {
        let remark = |one: &Commentary| Remark {
            label: one.about.and_then(super::row::about_label),
            prose: self.prose(&one.text),
            by: one.by.clone(),
        };
        commentary.iter().map(remark).collect()
    }

    fn push(&self, text: &str, out: &mut Vec<Inline>) {
        if !text.contains('{') {
            out.push(Inline::Text(text.to_owned()));
            return;
        }
        out.extend(self.tokens.pieces(text).into_iter().map(|piece| match piece {
            Piece::Words(words) => Inline::Text(words.to_owned()),
            Piece::Astray(astray) => {
                Inline::Astray(astray.written.to_owned(), astray.why.short_text())
            }
            Piece::Token(token) => {
                self.quoted(*token).map_or_else(
                    || Inline::Text(text.to_owned()),
                    |one| Inline::Quoted(Box::new(one)),
                )
            }
        }));
    }

    fn quoted(&self, token: Token) -> Option<Quoted> {
        let (part, reference, title) = match token.row {
            Subject::Measure(index) => {
                let measure = self.report.measures.get(index)?;
                let key = self.state.keys.measure(index).to_owned();
                (Part::Measure(key), &measure.said.reference, &measure.said.title)
            }
            Subject::Milestone(index) => {
                let (_, milestone) = self.report.milestones.get(index)?;
                let key = self.state.keys.milestone(index).to_owned();
                (Part::Milestone(key), &milestone.reference, &milestone.title)
            }
            _ => return None,
        };
        let what = match token.answer {
            Answer::Printed(text) => QuotedAs::Figure(text),
            Answer::Absent(reason) => QuotedAs::Absence(reason),
            Answer::Direction(verdict) => QuotedAs::Direction(Status {
                status: verdict.status(),
                word: direction_word(verdict.status()).to_owned(),
                reason: verdict.derivation().reason,
            }),
            Answer::Progress(verdict) => {
                let rule = match token.row {
                    Subject::Measure(index) => rule_of(self.state, &self.report.measures[index]),
                    _ => None,
                };
                QuotedAs::Progress(match token.field {
                    TokenField::Position => answer_status(rule, Reported::Position, &verdict),
                    TokenField::Outlook => answer_status(rule, Reported::Outlook, &verdict),
                    _ => progress_status(rule, &verdict),
                })
            }
        };
        let name =
            reference.iter().chain([title]).map(String::as_str).collect::<Vec<_>>().join(" ");
        let place = self.state.place.with_part(part);
        Some(Quoted { place, from: format!("{name}: {}", token.field.word()), what })
    }
}

impl Prose {
    /// Words in which nothing stands for anything else.
    #[must_use]
    pub fn plain(text: &str) -> Self {
        Self { blocks: vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])] }
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

impl fmt::Display for Prose {
    /// The words as plain text: a line for each paragraph, items behind their mark, addresses in brackets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = Vec::new();
        for block in &self.blocks {
            write_block(block, &mut lines);
        }
        f.write_str(&lines.join("\n"))
    }
}

fn write_block(block: &Block, lines: &mut Vec<String>) {
    match block {
        Block::Paragraph(words) => {
            let mut text = String::new();
            write_inlines(words, &mut text);
            lines.extend(text.split('\n').map(str::to_owned));
        }
        Block::Bullets(items) => {
            for item in items {
                write_item("-", item, lines);
            }
        }
        Block::Numbered(items) => {
            for (number, item) in items {
                write_item(number, item, lines);
            }
        }
    }
}

fn write_item(mark: &str, item: &[Block], lines: &mut Vec<String>) {
    let mut own = Vec::new();
    for block in item {
        write_block(block, &mut own);
    }
    for (index, line) in own.into_iter().enumerate() {
        lines.push(if index == 0 { format!("{mark} {line}") } else { format!("  {line}") });
    }
}

fn write_inlines(words: &[Inline], text: &mut String) {
    for one in words {
        match one {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Break => text.push('\n'),
            Inline::Emphasis(words) | Inline::Strong(words) => write_inlines(words, text),
            Inline::Link { to, words, is_bare } => {
                write_inlines(words, text);
                if !is_bare {
                    text.extend([" (", to, ")"]);
                }
            }
            Inline::Quoted(quoted) => text.push_str(&quoted.what.to_string()),
            Inline::Astray(written, why) => text.extend([written, " (", why, ")"]),
        }
    }
}

impl fmt::Display for QuotedAs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (word, reason) = match self {
            Self::Figure(text) | Self::Absence(text) => (text, None),
            Self::Progress(status) => (&status.word, status.reason),
            Self::Direction(status) => (&status.word, status.reason),
        };
        f.write_str(word)?;
        reason.map_or(Ok(()), |reason| write!(f, " ({reason})"))
    }
}
