//! What it means → verdicts, each with its derivation.
//!
//! A [`Verdict`] cannot be made without its [`Derivation`]: the inputs, the working, the rule and a sentence.
//! [`quality`] lists what looks wrong in figures and words; a [`Rollup`] counts rows by status.

mod assessment;
mod backtest;
mod case;
mod change;
mod course;
mod current;
mod direction;
mod finance;
mod judgement;
mod milestone;
mod outlook;
mod position;
mod quality;
mod question;
mod reported;
mod rollup;
mod token;
mod verdict;
mod what_if;
mod words;

pub use crate::terms::{Direction, Progress};
pub use assessment::{Assessment, Judged};
pub use backtest::{Backtest, MeasureBacktest, PastCase, Score, backtest};
pub use case::Case;
pub use change::change;
pub use direction::{Travelled, direction, travelled};
pub use finance::{
    Accounts, Check, CheckKind, CheckedLine, Input, Outcome, column_name, disagreements, explain,
    kind_heading, money,
};
pub use milestone::{action_progress, milestone_progress};
pub use outlook::{EarlierYear, Method, Outlook, Projection, RangeFrom, outlook};
pub use position::{Evidence, near, position, position_by};
pub use quality::{Doubt, DoubtKind, Quality, Subject, quality};
pub use rollup::{Rollup, Tally, objective_status};
pub use token::{Answer, Astray, AstrayWhy, Piece, Token, TokenField, Tokens};
pub use verdict::{Derivation, RuleText, Step, Verdict};
pub use what_if::{
    Needed, NeededQuarter, WhatIf, is_added_up, makes_up_the_year, needed, remaining,
    same_quarters, stands_on, what_if,
};
pub use words::NO_YEAR_AGO;
