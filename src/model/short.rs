//! Figures and targets that a file gives in short: most of them.

use super::{Content, Figure, Gap, Level, Origin, Target, Value};
use crate::document::{self, Brief, Problem, Short};
use crate::terms::Unit;

impl Value {
    /// What a file says in short or as an object, checked.
    ///
    /// # Errors
    ///
    /// Says what contradicts what.
    pub(super) fn from_short(value: &Short<document::Value>) -> Result<Self, Problem> {
        match value {
            Short::Brief(Brief::Amount(amount)) => {
                Ok(Self::Figure(Figure::of(Content::Amount(*amount))))
            }
            Short::Brief(Brief::Absent(reason)) => Ok(Self::Absent(Gap::because(*reason))),
            Short::Full(value) => Self::from_document(value),
        }
    }
}

impl Target {
    /// What a file says in short or as an object, checked.
    ///
    /// # Errors
    ///
    /// Says what contradicts what.
    pub(super) fn from_short(
        target: &Short<document::Target>,
        unit: Option<&Unit>,
    ) -> Result<Self, Problem> {
        match target {
            Short::Brief(Brief::Amount(amount)) => {
                Ok(Self::Level(Box::new(Level::of(*amount, Origin::Given))))
            }
            Short::Brief(Brief::Absent(reason)) => Ok(Self::Absent(Gap::because(*reason))),
            Short::Full(target) => Self::from_document(target, unit),
        }
    }
}
