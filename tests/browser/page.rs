//! A page in a browser, and what one can do with it.
//!
//! Everything here waits: for an element to be there, for words to appear, for a file to arrive. A journey
//! never sleeps.

mod act;
mod axe;
mod early;
mod emulate;
mod give;
mod look;
mod paper;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use fantoccini::{Client, Locator};
use serde_json::Value;

use crate::address;
use crate::browser::Browser;
use crate::catcher;
use crate::console::Console;
use crate::driver::Driver;
use crate::files;
use crate::setting::Setting;

pub use act::Pointer;
pub use emulate::Look;

/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_secs(10);

/// A window of a browser.
#[derive(Debug)]
pub struct Page {
    browser: Browser,
    client: Client,
    console: Console,
    driver: Driver,
}

impl Page {
    /// Starts a browser with an empty profile.
    ///
    /// # Errors
    ///
    /// It is missing or does not start.
    pub async fn start(browser: Browser, setting: Setting) -> Result<Self> {
        // A driver that is started on a busy machine at times takes a port and then no request. Nothing has been
        // tested by then, so a second one is started.
        let mut driver = Driver::start(browser, setting)?;
        let client = if let Ok(client) = driver.connect().await {
            client
        } else {
            driver = Driver::start(browser, setting)?;
            driver.connect().await?
        };
        Ok(Self { browser, client, console: Console::default(), driver })
    }

    /// Which browser this is, for the few things that differ.
    #[must_use]
    pub fn browser(&self) -> Browser {
        self.browser
    }

    /// The driver's client, for what no method here does.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Opens the built file from its place; `fragment` is empty or starts with `#`.
    ///
    /// # Errors
    ///
    /// It has not been built, or the browser refuses.
    pub async fn open_app(&self, fragment: &str) -> Result<()> {
        self.open_file_at(&files::built()?, fragment).await
    }

    /// Opens a file from its place.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn open_file(&self, path: &Path) -> Result<()> {
        self.open_file_at(path, "").await?;
        self.until_it_answers().await
    }

    /// Opens a file at a place in it, which is empty or starts with `#`, and does not wait until it answers.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn open_file_at(&self, path: &Path, fragment: &str) -> Result<()> {
        let address = self.address_of(path)?;
        self.open(&format!("{address}{fragment}")).await
    }

    /// Waits for a page's program: a saved page shows what it holds before that runs, and nothing of it answers.
    ///
    /// # Errors
    ///
    /// It does not run.
    pub async fn until_it_answers(&self) -> Result<()> {
        let still = Locator::Css(".ql-runs .ql-first");
        let missing = async || "the page shows what it holds, and never answers".to_owned();
        let look = async || Ok(self.client.find_all(still).await?.is_empty().then_some(()));
        self.until(missing, look).await
    }

    fn address_of(&self, path: &Path) -> Result<String> {
        match self.browser {
            Browser::Chromium | Browser::Firefox => address::of_file(path),
            Browser::WebKit => address::of_file(&catcher::copy(path, &self.driver.copies())?),
        }
    }

    /// Opens an address. One that differs only after its `#` from the page's is a page change within the
    /// application, as it is when a person edits the address.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.console.leave(self.browser, &self.client).await?;
        self.client.goto(address).await.with_context(|| format!("cannot open {address}"))
    }

    /// Loads the page again.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn reload(&self) -> Result<()> {
        self.console.leave(self.browser, &self.client).await?;
        self.client.refresh().await.context("cannot reload")?;
        self.until_it_answers().await
    }

    /// Runs a script in the page; `return` gives its value, and a promise is waited for.
    ///
    /// # Errors
    ///
    /// It throws.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.client.execute(script, arguments).await.with_context(|| {
            format!("a script failed: {}", script.trim().lines().last().unwrap_or_default())
        })
    }

    /// Takes the console's errors since the last time. A journey that ends with errors it has not taken
    /// fails, so one that expects some has to take and check them.
    ///
    /// # Errors
    ///
    /// The console cannot be read.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        self.console.take(self.browser, &self.client, &self.driver).await
    }

    /// Fails if the console has errors that were not taken.
    ///
    /// # Errors
    ///
    /// It has.
    pub async fn has_quiet_console(&self) -> Result<()> {
        let errors = self.console_errors().await?;
        ensure!(errors.is_empty(), "errors on the console:\n  {}", errors.join("\n  "));
        Ok(())
    }

    /// Leaves a picture, the source and the driver's log in a folder, under a name.
    ///
    /// # Errors
    ///
    /// They cannot be had or written.
    pub async fn record(&self, folder: &Path, name: &str) -> Result<()> {
        fs::create_dir_all(folder)?;
        // Each is worth having without the others: a page that cannot be pictured may still have a source.
        let log = fs::copy(self.driver.log(), folder.join(format!("{name}.log")));
        let source = match self.client.source().await {
            Ok(source) => {
                fs::write(folder.join(format!("{name}.html")), source).map_err(Into::into)
            }
            Err(error) => Err(anyhow::Error::from(error)),
        };
        let picture = self.screenshot(&folder.join(format!("{name}.png"))).await;
        log?;
        source?;
        picture
    }

    /// Closes the window. What remains of the browser ends with its driver.
    pub async fn close(self) {
        let _ = tokio::time::timeout(PATIENCE, self.client.clone().close()).await;
    }

    /// Asks again and again until the answer is there, and gives up in the words of `missing`.
    async fn until<T>(
        &self,
        missing: impl AsyncFn() -> String,
        answer: impl AsyncFn() -> Result<Option<T>>,
    ) -> Result<T> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let found = answer().await;
            match found {
                Ok(Some(found)) => return Ok(found),
                Ok(None) if Instant::now() > deadline => bail!("{}", missing().await),
                // A page that is being replaced while it is asked fails for a moment.
                Err(error) if Instant::now() > deadline => return Err(error),
                _ => tokio::time::sleep(Duration::from_millis(30)).await,
            }
        }
    }
}
