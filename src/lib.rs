//! Quarterlight reads a council's quarter data and shows what it means.
//!
//! Data flows one way, and a module names only those before it:
//!
//! 1. [`terms`]: the words of the field as types (period, unit, amount, polarity, absence …)
//! 2. [`document`]: JSON text → what the file says, with the place of everything wrong in it
//! 3. [`model`]: → what it means: one report, or several joined into a history
//! 4. [`assess`]: → verdicts, each with its derivation
//! 5. [`app`]: the state of the screen and how actions change it
//! 6. [`view`]: → pages on which every word, number and order is decided
//! 7. [`publish`]: → files: a page that holds the report and the program, a piece of one without scripts
//! 8. [`ui`]: pages → Yew components; `ui::browser` alone speaks to the browser
//!
//! Everything before `ui` is functions of values: no clock, no storage, no browser.
//! `docs/architecture.md` gives the invariants.

pub mod app;
pub mod assess;
pub mod document;
pub mod model;
pub mod publish;
pub mod terms;
#[cfg(feature = "web")]
pub mod ui;
pub mod view;
