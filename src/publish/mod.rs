//! Pages → files: a report that opens anywhere with the program in it, and a piece of one for somebody else's page.
//!
//! Everything here is text to text. What the program itself consists of and how a page looks once it is drawn, only
//! the browser knows; it hands both over.

mod escape;
mod fragment;
mod name;
mod page;
mod styles;

pub use fragment::fragment;
pub use name::{file_stem, slug};
pub use page::{FirstView, HeldFile, SavedPage, Shell, first_markup, held_in, saved_page};
