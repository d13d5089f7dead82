//! Scripts that run before a page's own.

use anyhow::{Context, Result};
use fantoccini::wd::WebDriverCompatibleCommand;
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
        let command = EarlyScript(script.to_owned());
        self.client().issue_cmd(command).await.context("no script can run early here")?;
        Ok(())
    }
}

/// A command of Chromium's developer tools.
#[derive(Debug)]
struct EarlyScript(String);

impl WebDriverCompatibleCommand for EarlyScript {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        let command = json!({
            "cmd": "Page.addScriptToEvaluateOnNewDocument",
            "params": { "source": self.0 },
        });
        (http::Method::POST, Some(command.to_string()))
    }
}
