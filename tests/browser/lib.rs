//! Journeys through the built file in real browsers.
//!
//! A journey is an async function of a [`Page`]; a [`Journey`] names it and says in which browsers it runs;
//! [`run`] runs them all. The journeys themselves are in `journeys/`.
//!
//! ```no_run
//! use browser_tests::{Journey, Page, run};
//!
//! async fn asks_why(page: &Page) -> anyhow::Result<()> {
//!     page.open_app("#example").await?;
//!     page.click("Why?").await?;
//!     page.see("at most 68").await
//! }
//!
//! fn main() -> std::process::ExitCode {
//!     run(vec![Journey::new("asks_why", asks_why)])
//! }
//! ```
//!
//! Invariants: every journey has a browser of its own with a fresh profile; an error on the console fails a
//! journey unless it takes it with [`Page::console_errors`]; a browser that is missing is a failure.

pub mod address;
pub mod browser;
pub mod catcher;
pub mod console;
pub mod driver;
pub mod files;
pub mod journey;
pub mod page;
pub mod probes;
pub mod process;
#[path = "../../benches/core/quarters.rs"]
mod quarters;
pub mod rules;
pub mod server;
pub mod setting;

pub use browser::Browser;
pub use files::Files;
pub use journey::{Journey, run};
pub use page::{Look, Page, Pointer};
pub use server::{Resource, Server};
pub use setting::{Engine, Scripts, Setting};
