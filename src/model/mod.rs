//! What the file says → what it means.
//!
//! A [`Report`] cannot be invalid: a [`Value`] is a figure or the reason that there is none, a [`Target`] is
//! a number, words or a reason, and every row stands under a [`Group`]. [`History`] joins several reports.

mod band;
mod beside;
mod comparison;
mod finance;
mod gap;
mod groups;
mod history;
mod identity;
mod ids;
mod joined;
mod joining;
mod load;
mod measure;
mod past;
mod quarters;
mod range;
mod report;
mod rule;
mod shipped;
mod short;
mod sound;
mod target;
mod value;

pub use band::{Band, Condition, Limit, Size, Tolerance};
pub use comparison::{ComparedTo, Comparison, Likeness, LikenessSize};
pub use finance::{Column, LinePlace, Margin, Statement, StatementLine, VarianceRule};
pub use gap::Gap;
pub use history::{History, Join};
pub use identity::{JoinedBy, plain_reference};
pub use joined::Joined;
pub use joining::HistorySteps;
pub use load::{LoadStep, LoadSteps, Loaded, fingerprint, load};
pub use measure::Measure;
pub use past::{Past, PastFigure};
pub use range::{Range, Ranges};
pub use report::{Group, Report, Years};
pub use rule::{Rule, Unrated};
pub use shipped::{shipped, shipped_rule};
pub use target::{Level, Origin, Target};
pub use value::{Content, Figure, Value};
