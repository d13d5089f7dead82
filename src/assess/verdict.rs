//! Verdicts and how they were reached.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;
use std::rc::Rc;

use super::question::{Asked, Question};

/// A status that cannot exist without its derivation.
///
/// The verdicts of a whole report keep what they were reached from, and write the derivation when it is asked for:
/// of a long report, a reader sees few.
#[derive(Clone)]
pub struct Verdict<S> {
    status: S,
    reason: Option<&'static str>,
    words: Words,
}

#[derive(Clone)]
enum Words {
    Written(Rc<Derivation>),
    OnDemand { question: Rc<Question>, asked: Asked, written: OnceCell<Rc<Derivation>> },
}

impl<S: Copy> Verdict<S> {
    pub(super) fn new(status: S, derivation: Derivation) -> Self {
        Self { status, reason: derivation.reason, words: Words::Written(Rc::new(derivation)) }
    }

    /// A verdict whose derivation is written when it is asked for. Asked the same, the same comes of it.
    pub(super) fn on_demand(
        (status, reason): (S, Option<&'static str>),
        question: &Rc<Question>,
        asked: Asked,
    ) -> Self {
        let (question, written) = (Rc::clone(question), OnceCell::new());
        Self { status, reason, words: Words::OnDemand { question, asked, written } }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> S {
        self.status
    }

    /// Where there is no status: why, in a word or two.
    #[must_use]
    pub fn reason(&self) -> Option<&'static str> {
        self.reason
    }

    /// How it was reached.
    #[must_use]
    pub fn derivation(&self) -> &Derivation {
        match &self.words {
            Words::Written(derivation) => derivation,
            Words::OnDemand { question, asked, written } => {
                written.get_or_init(|| question.derivation(*asked))
            }
        }
    }

    pub(super) fn into_derivation(self) -> Rc<Derivation> {
        match self.words {
            Words::Written(derivation) => derivation,
            Words::OnDemand { question, asked, .. } => question.derivation(asked),
        }
    }

    /// What it was reached from, where that is kept.
    pub(super) fn question(&self) -> Option<&Question> {
        match &self.words {
            Words::Written(_) => None,
            Words::OnDemand { question, .. } => Some(question),
        }
    }
}

impl<S: Copy + PartialEq> PartialEq for Verdict<S> {
    fn eq(&self, other: &Self) -> bool {
        self.status == other.status && self.derivation() == other.derivation()
    }
}

impl<S: Copy + Eq> Eq for Verdict<S> {}

impl<S: Copy + fmt::Debug> fmt::Debug for Verdict<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Verdict");
        shown.field("status", &self.status).field("derivation", self.derivation());
        shown.finish_non_exhaustive()
    }
}

/// How a verdict was reached, so that anyone can check it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Derivation {
    /// The whole of it in a sentence or two that a councillor understands.
    pub sentence: String,
    /// Where there is no status: why, in a word or two.
    pub reason: Option<&'static str>,
    /// What went in, and each step of the working.
    pub steps: Vec<Step>,
    /// The rule that was applied; none where no rule came to be applied.
    pub rule: Option<RuleText>,
}

/// Why there is no status: in a word or two for a table, and as a clause.
#[derive(Debug)]
pub(super) struct Reason {
    pub(super) short: &'static str,
    pub(super) clause: Cow<'static, str>,
}

impl Reason {
    pub(super) fn new(short: &'static str, clause: impl Into<Cow<'static, str>>) -> Self {
        Self { short, clause: clause.into() }
    }

    pub(super) fn too_large() -> Self {
        Self::new("Numbers too large", "the numbers are too large to work with")
    }
}

/// One input, or one step of the working.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is: "Current value".
    pub what: String,
    /// The number or the words.
    pub value: String,
    /// Where it came from, or how it was worked out.
    pub from: String,
}

/// A rule by name and in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleText {
    /// What the organisation calls it, or what it is called here.
    pub name: String,
    /// The rule.
    pub text: String,
}

impl Derivation {
    pub(super) fn step(
        &mut self,
        what: impl Into<String>,
        value: impl Into<String>,
        from: impl Into<String>,
    ) {
        self.steps.push(Step { what: what.into(), value: value.into(), from: from.into() });
    }
}

/// A derivation that is being written; or none, where only the status is asked for.
///
/// What it is given to write is not called then, and so can decide nothing.
#[derive(Debug)]
pub(super) struct Draft(Option<Derivation>);

impl Draft {
    /// To be written.
    pub(super) fn written() -> Self {
        Self(Some(Derivation::default()))
    }

    /// Not to be written: only the status is asked for.
    pub(super) fn unwritten() -> Self {
        Self(None)
    }

    pub(super) fn is_written(&self) -> bool {
        self.0.is_some()
    }

    /// One input, or one step of the working: what it is, its value and where it came from.
    pub(super) fn step<W: Into<String>, V: Into<String>, F: Into<String>>(
        &mut self,
        step: impl FnOnce() -> (W, V, F),
    ) {
        if let Some(derivation) = &mut self.0 {
            let (what, value, from) = step();
            derivation.step(what, value, from);
        }
    }

    pub(super) fn sentence(&mut self, sentence: impl FnOnce() -> String) {
        if let Some(derivation) = &mut self.0 {
            derivation.sentence = sentence();
        }
    }

    pub(super) fn rule(&mut self, rule: impl FnOnce() -> RuleText) {
        if let Some(derivation) = &mut self.0 {
            derivation.rule = Some(rule());
        }
    }

    /// A text for the derivation, which is blank where none is written.
    pub(super) fn text(&self, text: impl FnOnce() -> String) -> String {
        if self.is_written() { text() } else { String::new() }
    }

    /// What was written, with the reason why there is no status.
    pub(super) fn finish(self, reason: Option<&'static str>) -> Derivation {
        Derivation { reason, ..self.0.unwrap_or_default() }
    }
}

impl fmt::Display for Derivation {
    /// The whole derivation as plain text, a line each.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)?;
        for step in &self.steps {
            write!(f, "\n{}: {} ({})", step.what, step.value, step.from)?;
        }
        match &self.rule {
            Some(rule) => write!(f, "\nRule: {}. {}", rule.name, rule.text),
            None => Ok(()),
        }
    }
}
