//! Scripts that run before a page's own.

use anyhow::{Context, Result};
use serde_json::json;

use super::Page;

impl Page {
    /// Runs a script in every page that is opened from now on, before any of the page's own. Only Chromium's driver has a
    /// way to do that.
    ///
    /// # Errors
    ///
    /// The browser is another.
    pub async fn run_early(&self, script: &str) -> Result<()> {
        let command = "Page.addScriptToEvaluateOnNewDocument";
        let done = self.devtools(command, json!({ "source": script })).await;
        done.context("no script can run early here")
    }
}
