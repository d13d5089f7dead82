//! Collects what pages report as errors.
//!
//! No standard command reads the console, so each browser has its own way: Chromium's driver keeps a log;
//! Firefox and `WebKit` print the console, and the log of their driver catches it. A mark sent through the
//! console proves each time that the way is open and that everything before it has arrived.

use std::cell::Cell;
use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::driver::Driver;

/// The console of one browser.
#[derive(Debug, Default)]
pub struct Console {
    read: Cell<usize>,
    marks: Cell<u32>,
}

impl Console {
    /// The errors since the last time they were taken: logged, thrown, rejected, or blocked by a policy.
    ///
    /// # Errors
    ///
    /// The console cannot be read.
    pub async fn take(
        &self,
        browser: Browser,
        client: &Client,
        driver: &Driver,
    ) -> Result<Vec<String>> {
        match browser {
            Browser::Chromium => of_chromium(client).await,
            Browser::Firefox => self.of_log(client, driver, is_error_of_firefox).await,
            Browser::WebKit => self.of_log(client, driver, is_error_of_webkit).await,
        }
    }

    async fn of_log(
        &self,
        client: &Client,
        driver: &Driver,
        is_error: fn(&str) -> bool,
    ) -> Result<Vec<String>> {
        self.marks.set(self.marks.get() + 1);
        let mark = format!("console mark {} ends here", self.marks.get());
        client
            .execute("console.log(arguments[0])", vec![json!(mark)])
            .await
            .context("cannot write to the console")?;
        let deadline = Instant::now() + Duration::from_secs(10);
        loop {
            let bytes = fs::read(driver.log()).context("cannot read the driver's log")?;
            let text = String::from_utf8_lossy(bytes.get(self.read.get()..).unwrap_or_default())
                .into_owned();
            if let Some((before, _)) = text.split_once(&mark) {
                self.read.set(bytes.len());
                return Ok(before
                    .lines()
                    .filter(|line| is_error(line))
                    .map(str::to_owned)
                    .collect());
            }
            if Instant::now() > deadline {
                bail!("the console does not reach the driver's log");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// Firefox prints errors of its own parts as well: those name their source.
fn is_error_of_firefox(line: &str) -> bool {
    let own = ["resource://", "chrome://", "moz-extension://"];
    line.starts_with("console.error:")
        || line.starts_with("Content-Security-Policy:")
        || line
            .strip_prefix("JavaScript error: ")
            .is_some_and(|rest| !own.iter().any(|source| rest.starts_with(source)))
}

fn is_error_of_webkit(line: &str) -> bool {
    line.split_once("CONSOLE ")
        .is_some_and(|(_, message)| message.split(' ').take(3).any(|word| word == "ERROR"))
}

async fn of_chromium(client: &Client) -> Result<Vec<String>> {
    let entries = client
        .issue_cmd(BrowserLog)
        .await
        .context("cannot read the console")?;
    let Value::Array(entries) = entries else {
        bail!("expected a list of console entries, found {entries}");
    };
    Ok(entries
        .iter()
        .filter(|entry| entry["level"] == "SEVERE")
        .map(|entry| {
            entry["message"]
                .as_str()
                .unwrap_or("an error without words")
                .to_owned()
        })
        .collect())
}

/// Chromium's own command for the browser's log.
#[derive(Debug)]
struct BrowserLog;

impl WebDriverCompatibleCommand for BrowserLog {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (
            http::Method::POST,
            Some(json!({ "type": "browser" }).to_string()),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{is_error_of_firefox, is_error_of_webkit};

    #[test]
    fn errors_are_told_from_the_rest() {
        assert!(is_error_of_firefox("console.error: \"no\""));
        assert!(is_error_of_firefox(
            "JavaScript error: file:///a.html, line 1: Error: no"
        ));
        assert!(!is_error_of_firefox(
            "JavaScript error: resource://gre/a.mjs, line 1: no"
        ));
        assert!(!is_error_of_firefox("console.log: \"console.error: no\""));

        assert!(is_error_of_webkit("file:///a.html:1:2: CONSOLE ERROR no"));
        assert!(is_error_of_webkit("CONSOLE JS ERROR Error: no"));
        assert!(is_error_of_webkit("CONSOLE SECURITY ERROR no"));
        assert!(!is_error_of_webkit("file:///a.html:1:2: CONSOLE LOG no"));
    }
}
