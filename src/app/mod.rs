//! The state of the screen, and how actions change it. Still without a browser: reading files is an effect
//! that the browser performs and whose results come back as actions.

mod action;
mod address;
mod before;
mod calculator;
mod embed;
mod example;
mod filter;
mod finder;
mod host;
mod import;
mod importing;
mod in_view;
mod keys;
mod library;
mod listed;
mod new_version;
mod part;
mod saved;
mod state;
mod supposed;
mod typed;
mod wanted;

pub use action::Action;
pub use address::{Followed, Place, Step};
pub use before::Before;
pub use calculator::{Edit, Field, Fields, Input};
pub use embed::{Allowed, Embed, Files, Theme};
pub use example::example_files;
pub use filter::{Filter, Order, SortKey, SortedBy};
pub use finder::{Finder, Finding, KeyUse};
pub use host::{KEYS, PROTOCOL, Request};
pub use import::{FileRead, Outcome};
pub use importing::{ImportStep, ImportSteps, Imported};
pub use in_view::InView;
pub use keys::{Item, Keys};
pub use library::{
    Attention, Choice, Done, Found, Gaps, Home, Kept, Key, Label, LastOpen, Library, LibraryAction,
    Note, Opening, Question, Refusal, Shelf, archive,
};
pub use listed::Listed;
pub use new_version::NewVersion;
pub use part::{Agenda, Part};
pub use saved::{Saved, ToSave};
pub use state::{OpenFile, Progressing, Row, State};
pub use supposed::{NotSupposed, supposed, supposed_amount};
pub use typed::{Slip, Typed, number};
pub use wanted::{Wanted, reference_rank};
