//! The words of the field as types, each with the text it is read from and printed as.

mod absence;
mod amount;
mod date;
mod due;
mod keyword;
mod period;
mod quarter;
mod shown;
mod span;
mod status;
mod turns;
mod unit;
mod word;

pub use absence::Absence;
pub use amount::{Amount, AmountError};
pub use date::{Date, DateError, month_name};
pub use due::Due;
pub use keyword::Keyword;
pub(crate) use keyword::keyword;
pub use period::Period;
pub use quarter::{FinancialYear, Quarter, QuarterNumber};
pub use shown::{
    as_printed, count_text, counted, figure_text, in_sentence, number_text, places_written,
    rounded, working_places,
};
pub use span::Span;
pub use status::{Direction, Progress};
pub(crate) use turns::{has_turns, turns};
pub use unit::Unit;
pub use word::{
    Against, Basis, Comment, ComparedWith, CumulativeBy, FloorTest, LineRole, Mark,
    MilestoneStatus, Nearness, ObjectiveRule, Polarity, Rating, ReportKind, Reported, Since,
    StatementKind, Travel, Year,
};
