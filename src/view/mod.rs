//! Verdicts and state → pages on which every word, number and order is decided.
//!
//! A component only places what it finds here, so screen, print, saved file and test all say the same.

mod cell;
mod counts;
mod heading;
mod joins;
mod messages;
mod page;
mod places;
mod report;
mod row;
mod summary;
mod text;
mod words;

pub use cell::{Cell, Line};
pub use counts::Count;
pub use heading::{Choice, Columns, Heading};
pub use joins::{JoinPoint, JoinsView};
pub use messages::{Bar, FindingView, Messages};
pub use page::{Content, Page, page};
pub use places::{Place, Places};
pub use report::{GroupView, ReportPage};
pub use row::{Below, MeasureRow, MilestoneRow, Remark, Status, Why};
pub use text::page_text;
pub use words::{counted, direction_meaning, direction_word, progress_meaning, progress_word};
