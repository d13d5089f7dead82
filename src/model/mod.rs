//! What the file says → what it means.
//!
//! A [`Report`] cannot be invalid: a [`Value`] is a figure or the reason that there is none, a [`Target`] is
//! a number, words or a reason, and every row stands under a [`Group`]. [`History`] joins several reports.

mod history;
mod identity;
mod joined;
mod joining;
mod load;
mod measure;
mod report;
mod rule;
mod target;
mod value;

pub use history::{History, Join, Past, PastFigure};
pub use identity::JoinedBy;
pub use joined::Joined;
pub use joining::HistorySteps;
pub use load::{LoadStep, LoadSteps, Loaded, load};
pub use measure::Measure;
pub use report::{Group, Report};
pub use rule::{Rule, Tolerance};
pub use target::{Level, Origin, Target};
pub use value::{Content, Figure, Gap, Value};
