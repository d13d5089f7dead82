//! Tries to send something out of a page, in every way there is.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::page::Page;
use crate::server::Server;

const PROBES: &str = include_str!("probes.js");

/// Tries every way to reach a server from the page that is open, and gives their names.
///
/// # Errors
///
/// The attempts cannot be made.
pub async fn attempt(page: &Page, server: &Server) -> Result<Vec<String>> {
    let script = format!("{PROBES}\nreturn attempt(arguments[0]);");
    let names = page.script(&script, vec![json!(server.authority())]).await?;
    let Value::Array(names) = names else {
        anyhow::bail!("expected the names of attempts, found {names}");
    };
    ensure!(!names.is_empty(), "nothing was attempted");
    // Requests are made behind the page's back, some of them late.
    tokio::time::sleep(Duration::from_millis(1500)).await;
    names.iter().map(|name| name.as_str().map(str::to_owned).context("a name is text")).collect()
}
