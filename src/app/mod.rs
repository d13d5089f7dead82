//! The state of the screen, and how actions change it. Still without a browser: reading files is an effect
//! that the browser performs and whose results come back as actions.

mod action;
mod example;
mod filter;
mod import;
mod importing;
mod in_view;
mod state;

pub use action::Action;
pub use example::{EXAMPLE, example_files};
pub use filter::{Filter, Order, SortKey, SortedBy};
pub use import::{FileRead, Outcome};
pub use importing::{ImportStep, ImportSteps, Imported};
pub use in_view::InView;
pub use state::{OpenFile, Progressing, Row, State};
