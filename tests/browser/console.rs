//! Collects what pages report as errors.
//!
//! No standard command reads the console, so each browser has its own way. Chromium's driver keeps a log.
//! Firefox prints the console into the log of its driver; a mark sent after it proves each time that the
//! way is open and that everything before has arrived. Pages in `WebKit` have a [`crate::catcher`].

use std::cell::{Cell, RefCell};
use std::fs;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::Client;
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::driver::Driver;

/// The console of one browser.
#[derive(Debug, Default)]
pub struct Console {
    kept: RefCell<Vec<String>>,
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
            Browser::Firefox => self.of_firefox(client, driver).await,
            Browser::WebKit => self.of_webkit(client).await,
        }
    }

    /// Saves what would be lost when `WebKit` leaves a page.
    ///
    /// # Errors
    ///
    /// The page cannot be asked.
    pub async fn leave(&self, browser: Browser, client: &Client) -> Result<()> {
        if browser == Browser::WebKit {
            let errors = caught(client).await?.unwrap_or_default();
            self.kept.borrow_mut().extend(errors);
        }
        Ok(())
    }

    async fn of_webkit(&self, client: &Client) -> Result<Vec<String>> {
        let mut errors = self.kept.take();
        match caught(client).await? {
            Some(caught) => errors.extend(caught),
            // A page that a server sends is what it is: only files are copied.
            None => ensure!(
                client.current_url().await?.scheme() != "file",
                "a file without the catcher is open: open it with `open_file`",
            ),
        }
        Ok(errors)
    }

    async fn of_firefox(&self, client: &Client, driver: &Driver) -> Result<Vec<String>> {
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
                return Ok(errors_of_firefox(before));
            }
            if Instant::now() > deadline {
                bail!("the console does not reach the driver's log");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// An error may go on over several lines. Firefox prints errors of its own parts as well: those name a
/// source that no page has.
fn errors_of_firefox(log: &str) -> Vec<String> {
    let begins = |line: &str| {
        line.starts_with("console.") || line.starts_with("JavaScript ") || line.contains('\t')
    };
    let mut entries: Vec<String> = Vec::new();
    for line in log.lines() {
        match entries.last_mut() {
            Some(entry) if !begins(line) => {
                entry.push('\n');
                entry.push_str(line);
            }
            _ => entries.push(line.to_owned()),
        }
    }
    let own = ["resource://", "chrome://", "moz-extension://"];
    entries.retain(|entry| {
        (entry.starts_with("console.error:") || entry.starts_with("JavaScript error:"))
            && !own.iter().any(|source| entry.contains(source))
    });
    entries
}

/// What the catcher of the open page holds, if it has one.
async fn caught(client: &Client) -> Result<Option<Vec<String>>> {
    let errors = client
        .execute("return window.takeErrors ? takeErrors() : null;", Vec::new())
        .await
        .context("cannot ask the page for its errors")?;
    serde_json::from_value(errors).context("expected a list of errors")
}

async fn of_chromium(client: &Client) -> Result<Vec<String>> {
    let entries = client.issue_cmd(BrowserLog).await.context("cannot read the console")?;
    let Value::Array(entries) = entries else {
        bail!("expected a list of console entries, found {entries}");
    };
    Ok(entries
        .iter()
        .filter(|entry| entry["level"] == "SEVERE")
        .map(|entry| entry["message"].as_str().unwrap_or("an error without words").to_owned())
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
        (http::Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::errors_of_firefox;

    #[test]
    fn errors_of_pages_are_told_from_those_of_firefox() {
        let log = "console.log: \"console.error: no\"\n\
                   console.error: RSLoader: \n  Stack:\n    f@resource://nimbus/a.mjs:1:2\n\
                   JavaScript error: resource://gre/a.mjs, line 1: no\n\
                   console.error: \"one\"\n\
                   JavaScript error: file:///a.html, line 1: Error: two\n";
        let expected =
            ["console.error: \"one\"", "JavaScript error: file:///a.html, line 1: Error: two"];
        assert_eq!(errors_of_firefox(log), expected);
    }
}
