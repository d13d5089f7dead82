//! What it means → verdicts, each with its derivation.
//!
//! A [`Verdict`] cannot be made without its [`Derivation`]: the inputs, the working, the rule and a sentence.

mod assessment;
mod backtest;
mod compared;
mod course;
mod current;
mod direction;
mod milestone;
mod outlook;
mod progress;
mod verdict;

pub use assessment::Assessment;
pub use backtest::{Backtest, Case, MeasureBacktest, Score, backtest};
pub use direction::direction;
pub use milestone::milestone_progress;
pub use outlook::{EarlierYear, Method, Outlook, Projection, RangeFrom, outlook};
pub use progress::progress;
pub use verdict::{Derivation, Direction, Progress, RuleText, Step, Verdict};
