//! Verdicts and how they were reached.

use std::fmt;

/// A status that cannot exist without its derivation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<S> {
    status: S,
    derivation: Derivation,
}

impl<S: Copy> Verdict<S> {
    pub(super) fn new(status: S, derivation: Derivation) -> Self {
        Self { status, derivation }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> S {
        self.status
    }

    /// How it was reached.
    #[must_use]
    pub fn derivation(&self) -> &Derivation {
        &self.derivation
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
    pub(super) clause: String,
}

impl Reason {
    pub(super) fn new(short: &'static str, clause: impl Into<String>) -> Self {
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
