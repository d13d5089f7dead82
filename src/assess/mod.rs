//! What it means → verdicts, each with its derivation.
//!
//! A [`Verdict`] cannot be made without its [`Derivation`]: the inputs, the working, the rule and a sentence.
//! [`quality`] lists what looks wrong in figures and words; a [`Rollup`] counts rows by status.

mod assessment;
mod compared;
mod course;
mod current;
mod direction;
mod milestone;
mod progress;
mod quality;
mod reported;
mod rollup;
mod verdict;
mod words;

pub use assessment::Assessment;
pub use direction::direction;
pub use milestone::milestone_progress;
pub use progress::progress;
pub use quality::{Doubt, DoubtKind, Subject, quality};
pub use rollup::{Rollup, Tally, objective_status};
pub use verdict::{Derivation, Direction, Progress, RuleText, Step, Verdict};
