//! Figures in words by their reference: `{PED02 05 current}` stands for the figure itself, so that words and figures
//! cannot disagree.

mod astray;

use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;

pub use astray::{Astray, AstrayWhy};

use super::quality::Subject;
use super::{Assessment, Direction, Judged, Progress, Verdict};
use crate::document::nearest;
use crate::model::{Gap, History, Measure, Past, Report, Target, Value, plain_reference};
use crate::terms::{Keyword, figure_text, keyword};

keyword! {
    /// What a token prints of its row.
    TokenField: "something to print of a row" {
        /// The figure of this quarter.
        Current = "current",
        /// The target of this year.
        Target = "target",
        /// The outturn of the year before.
        LastYear = "last year",
        /// The figure of the same quarter of last year.
        SamePeriodLastYear = "same period last year",
        /// The figure of the quarter before.
        PreviousQuarter = "previous quarter",
        /// Progress: the status that the rule reports.
        Progress = "progress",
        /// How the figure stands to the target now.
        Position = "position",
        /// Whether the year's target will be met.
        Outlook = "outlook",
        /// The direction of travel.
        Direction = "direction",
        /// The title.
        Title = "title",
        /// When a milestone is due.
        Due = "due",
    }
}

impl TokenField {
    /// Whether measures have it, and whether milestones have it.
    fn is_of(self, row: Subject) -> bool {
        match row {
            Subject::Milestone(_) => matches!(self, Self::Progress | Self::Title | Self::Due),
            _ => self != Self::Due,
        }
    }
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'t> {
    /// Words as they are written.
    Words(&'t str),
    /// A token with what it stands for.
    Token(Box<Token>),
    /// A token that stands for nothing.
    Astray(Box<Astray<'t>>),
}

/// A token with what it stands for.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// The measure or the milestone.
    pub row: Subject,
    /// What of it.
    pub field: TokenField,
    /// What that is.
    pub answer: Answer,
}

/// What a token stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A figure, a title or a date as it is printed.
    Printed(String),
    /// Why there is no figure.
    Absent(String),
    /// A progress.
    Progress(Verdict<Progress>),
    /// A direction of travel.
    Direction(Verdict<Direction>),
}

/// The longest that a token can be, in bytes: what is longer is words in braces.
const LONGEST: usize = 120;

/// For how many tokens that stand for nothing a likely reference is looked up: each time walks through all rows.
const LOOKED_UP: usize = 50;

/// The rows of a report by their references, to say what tokens in its words stand for.
#[derive(Debug)]
pub struct Tokens<'h> {
    history: &'h History,
    report: usize,
    assessment: &'h Assessment,
    rows: OnceCell<BTreeMap<String, Vec<Subject>>>,
    looked_up: Cell<usize>,
}

impl<'h> Tokens<'h> {
    /// The tokens of a report, with the statuses of this assessment.
    #[must_use]
    pub fn of(history: &'h History, report: usize, assessment: &'h Assessment) -> Self {
        Self { history, report, assessment, rows: OnceCell::new(), looked_up: Cell::new(0) }
    }

    /// The pieces of a text: words, and what the tokens between them stand for.
    ///
    /// A token is a reference, or an id, and a word for what of that row: `{PED02 05 current}`. Other words in braces
    /// are words.
    #[must_use]
    pub fn pieces<'t>(&self, text: &'t str) -> Vec<Piece<'t>> {
        let mut pieces = Vec::new();
        let (mut said, mut from) = (0, 0);
        while let Some(start) = text[from..].find('{').map(|at| from + at) {
            from = start + 1;
            let Some(end) = text[from..].find(['{', '}', '\n']).map(|at| from + at) else { break };
            if !text[end..].starts_with('}') || end - start > LONGEST {
                continue;
            }
            let Some(piece) = self.piece(&text[start..=end], &text[from..end]) else { continue };
            if said < start {
                pieces.push(Piece::Words(&text[said..start]));
            }
            pieces.push(piece);
            (said, from) = (end + 1, end + 1);
        }
        if said < text.len() {
            pieces.push(Piece::Words(&text[said..]));
        }
        pieces
    }

    fn this(&self) -> Option<&'h Report> {
        self.history.reports().get(self.report).map(std::rc::Rc::as_ref)
    }

    fn piece<'t>(&self, written: &'t str, inner: &str) -> Option<Piece<'t>> {
        let words: Vec<&str> = inner.split_whitespace().collect();
        let why = match self.token(&words)? {
            Ok(token) => return Some(Piece::Token(Box::new(token))),
            Err(why) => why,
        };
        Some(Piece::Astray(Box::new(Astray { written, why })))
    }

    fn token(&self, words: &[&str]) -> Option<Result<Token, AstrayWhy>> {
        let asked = (1..words.len())
            .find_map(|at| Some((at, TokenField::from_word(&words[at..].join(" "))?)));
        if let Some((at, field)) = asked {
            return self.asked(&words[..at].join(" "), field);
        }
        let known = (1..=words.len()).rev().find_map(|at| {
            let reference = words[..at].join(" ");
            (is_telling(&reference) && !self.rows_of(&reference).is_empty())
                .then_some((at, reference))
        });
        if let Some((at, reference)) = known {
            return Some(Err(no_field(reference, words[at..].join(" "))));
        }
        // A slip in both: only where both look like something that there is.
        let (last, before) = words.split_last()?;
        let reference = before.join(" ");
        near_field(last)?;
        let meant = is_telling(&reference).then(|| self.near(&reference)).flatten()?;
        Some(Err(AstrayWhy::NoRow { reference, meant: Some(meant) }))
    }

    fn asked(&self, reference: &str, field: TokenField) -> Option<Result<Token, AstrayWhy>> {
        let rows = self.rows_of(reference);
        let with_field: Vec<Subject> =
            rows.iter().copied().filter(|row| field.is_of(*row)).collect();
        let reference = reference.to_owned();
        Some(match (with_field.as_slice(), rows) {
            ([row], _) => Ok(Token { row: *row, field, answer: self.answer(*row, field)? }),
            ([], []) => {
                let meant = self.near(&reference);
                if meant.is_none() && !is_telling(&reference) {
                    return None;
                }
                Err(AstrayWhy::NoRow { reference, meant })
            }
            ([], _) => Err(no_field(reference, field.word().to_owned())),
            (several, _) => Err(AstrayWhy::Several { reference, rows: several.len() }),
        })
    }

    fn rows_of(&self, reference: &str) -> &[Subject] {
        let rows = self.rows.get_or_init(|| self.this().map(by_reference).unwrap_or_default());
        rows.get(&plain_reference(reference)).map_or(&[], Vec::as_slice)
    }

    fn near(&self, reference: &str) -> Option<String> {
        if self.looked_up.replace(self.looked_up.get() + 1) >= LOOKED_UP {
            return None;
        }
        let report = self.this()?;
        let measures = report.measures.iter();
        let measures =
            measures.filter_map(|one| one.said.reference.as_deref().or(one.said.id.as_deref()));
        let milestones = report.milestones.iter().map(|(_, one)| one);
        let milestones =
            milestones.filter_map(|one| one.reference.as_deref().or(one.id.as_deref()));
        nearest(reference, measures.chain(milestones)).map(str::to_owned)
    }

    fn answer(&self, row: Subject, field: TokenField) -> Option<Answer> {
        let report = self.this()?;
        match row {
            Subject::Measure(index) => self.of_measure(report, index, field),
            Subject::Milestone(index) => {
                let (_, milestone) = report.milestones.get(index)?;
                Some(match field {
                    TokenField::Title => Answer::Printed(milestone.title.clone()),
                    TokenField::Due => match &milestone.due {
                        Some(due) => Answer::Printed(due.to_string()),
                        None => Answer::Absent("No date given".to_owned()),
                    },
                    _ => Answer::Progress(self.assessment.milestones.get(index)?.clone()),
                })
            }
            _ => None,
        }
    }

    fn of_measure(&self, report: &Report, index: usize, field: TokenField) -> Option<Answer> {
        let measure = report.measures.get(index)?;
        let judged = self.assessment.measures.get(index);
        let progress =
            |of: fn(&Judged) -> &Verdict<Progress>| Some(Answer::Progress(of(judged?).clone()));
        Some(match field {
            TokenField::Current => of_value(measure, &measure.current),
            TokenField::Target => match &measure.target {
                Target::Absent(gap) => absent(gap),
                target => Answer::Printed(target.text(measure.unit.as_ref(), measure.places)),
            },
            TokenField::LastYear => match &measure.last_year {
                Value::Absent(gap) => match self.history.last_year(self.report, index) {
                    past @ Past::Known(_) => of_past(measure, past),
                    _ => absent(gap),
                },
                value @ Value::Figure(_) => of_value(measure, value),
            },
            TokenField::SamePeriodLastYear => {
                of_past(measure, self.history.same_period_last_year(self.report, index))
            }
            TokenField::PreviousQuarter => match &measure.previous_quarter {
                Some(value) => of_value(measure, value),
                None => of_value(measure, &Value::not_stated()),
            },
            TokenField::Progress => progress(Judged::progress)?,
            TokenField::Position => progress(|judged| &judged.position)?,
            TokenField::Outlook => progress(|judged| &judged.outlook.verdict)?,
            TokenField::Direction => Answer::Direction(judged?.direction().clone()),
            TokenField::Title => Answer::Printed(measure.said.title.clone()),
            TokenField::Due => return None,
        })
    }
}

/// A reference by which someone can only mean a row: with a letter and a digit.
fn is_telling(reference: &str) -> bool {
    reference.contains(char::is_alphabetic) && reference.contains(|c: char| c.is_ascii_digit())
}

fn near_field(found: &str) -> Option<&'static str> {
    nearest(found, TokenField::WORDS.iter().map(|(_, word, _)| *word))
}

fn no_field(reference: String, found: String) -> AstrayWhy {
    let meant = near_field(&found).filter(|meant| *meant != found);
    AstrayWhy::NoField { reference, found, meant }
}

fn by_reference(report: &Report) -> BTreeMap<String, Vec<Subject>> {
    let mut rows: BTreeMap<String, Vec<Subject>> = BTreeMap::new();
    let mut add = |name: &str, row: Subject| {
        let rows = rows.entry(plain_reference(name)).or_default();
        if !rows.contains(&row) {
            rows.push(row);
        }
    };
    for (index, measure) in report.measures.iter().enumerate() {
        let names = measure.said.reference.iter().chain(&measure.said.id).chain(&measure.said.also);
        names.for_each(|name| add(name, Subject::Measure(index)));
    }
    for (index, (_, milestone)) in report.milestones.iter().enumerate() {
        let names = milestone.reference.iter().chain(&milestone.id);
        names.for_each(|name| add(name, Subject::Milestone(index)));
    }
    rows
}

fn absent(gap: &Gap) -> Answer {
    Answer::Absent(gap.short_text())
}

fn of_value(measure: &Measure, value: &Value) -> Answer {
    match value {
        Value::Figure(figure) => {
            Answer::Printed(figure.text(measure.unit.as_ref(), measure.places))
        }
        Value::Absent(gap) => absent(gap),
    }
}

fn of_past(measure: &Measure, past: Past) -> Answer {
    match past {
        Past::Known(past) => {
            let unit = past.unit.as_ref().or(measure.unit.as_ref());
            Answer::Printed(figure_text(past.amount, unit, measure.places))
        }
        Past::Absent(gap) => absent(&gap),
        Past::Changed(_) => Answer::Absent("Defined otherwise then".to_owned()),
        Past::Disagreeing(_) => Answer::Absent("Files disagree".to_owned()),
        Past::Unknown => Answer::Absent("Not known".to_owned()),
    }
}
