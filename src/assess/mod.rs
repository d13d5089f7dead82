//! What it means → verdicts, each with its derivation.
//!
//! A [`Verdict`] cannot be made without its [`Derivation`]: the inputs, the working, the rule and a sentence.

mod assessment;
mod compared;
mod course;
mod current;
mod direction;
mod milestone;
mod progress;
mod verdict;

pub use assessment::Assessment;
pub use direction::{Travelled, direction, directions};
pub use milestone::milestone_progress;
pub use progress::progress;
pub use verdict::{Derivation, Direction, Progress, RuleText, Step, Verdict};
