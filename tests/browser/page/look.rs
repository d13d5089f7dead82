//! Reading what is on the page.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::json;

use super::Page;

/// Scripts say `innerText`, which is what is visible; white space is one space, as a reader sees it.
const TEXT: &str =
    "return (document.body ? document.body.innerText : '').replace(/\\s+/g, ' ').trim();";

impl Page {
    /// Everything visible, with single spaces.
    ///
    /// # Errors
    ///
    /// The page cannot be read.
    pub async fn text(&self) -> Result<String> {
        let text = self.script(TEXT, Vec::new()).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until words are visible.
    ///
    /// # Errors
    ///
    /// They do not appear in time; the error has what is visible instead.
    pub async fn see(&self, words: &str) -> Result<()> {
        self.until(
            async || format!("expected to see “{words}”, found “{}”", self.beginning().await),
            async || Ok(self.text().await?.contains(words).then_some(())),
        )
        .await
    }

    /// Waits until words are no longer visible.
    ///
    /// # Errors
    ///
    /// They stay.
    pub async fn no_longer_see(&self, words: &str) -> Result<()> {
        self.until(
            async || format!("expected “{words}” to go, found “{}”", self.beginning().await),
            async || Ok((!self.text().await?.contains(words)).then_some(())),
        )
        .await
    }

    /// Waits until a script returns `true`.
    ///
    /// # Errors
    ///
    /// It does not in time, or throws.
    pub async fn until_script(&self, script: &str) -> Result<()> {
        self.until(
            async || format!("`{script}` does not become true"),
            async || Ok((self.script(script, Vec::new()).await? == json!(true)).then_some(())),
        )
        .await
    }

    /// The visible text of every element a CSS selector finds, now.
    ///
    /// # Errors
    ///
    /// The selector is not one.
    pub async fn texts(&self, selector: &str) -> Result<Vec<String>> {
        let script = "return Array.from(document.querySelectorAll(arguments[0]), \
                      (element) => element.innerText.replace(/\\s+/g, ' ').trim());";
        let texts = self.script(script, vec![json!(selector)]).await?;
        serde_json::from_value(texts).context("expected a list of texts")
    }

    /// Waits until a CSS selector finds exactly this many elements.
    ///
    /// # Errors
    ///
    /// It does not; the error has how many it finds.
    pub async fn count(&self, selector: &str, number: usize) -> Result<()> {
        let found = async || Ok(self.texts(selector).await?.len());
        self.until(
            async || {
                let found: Result<usize> = found().await;
                format!("expected {number} of `{selector}`, found {}", found.unwrap_or_default())
            },
            async || Ok((found().await? == number).then_some(())),
        )
        .await
    }

    /// Waits until a download is complete and gives its place; the folder is this browser's own.
    ///
    /// # Errors
    ///
    /// It does not arrive in time.
    pub async fn downloaded(&self, name: &str) -> Result<PathBuf> {
        /// How often a file must be found as long as it was, a thirtieth of a second apart.
        const LOOKS: u32 = 10;
        let path = self.driver.downloads().join(name);
        let seen = Cell::new((0, 0));
        self.until(
            async || {
                let found = fs::read_dir(self.driver.downloads()).into_iter().flatten();
                let names: Vec<_> = found.flatten().map(|entry| entry.file_name()).collect();
                format!("expected {name} among the downloads, found {names:?}")
            },
            async || {
                // Firefox reserves the name with an empty file while it writes another, and WebKit's grows under it.
                let length = fs::metadata(&path).map_or(0, |file| file.len());
                let (before, looks) = seen.get();
                let looks = if length > 0 && length == before { looks + 1 } else { 0 };
                seen.set((length, looks));
                Ok((looks >= LOOKS).then(|| path.clone()))
            },
        )
        .await
    }

    async fn beginning(&self) -> String {
        match self.text().await {
            Ok(text) if text.chars().count() > 600 => {
                text.chars().take(600).chain(" …".chars()).collect()
            }
            Ok(text) => text,
            Err(error) => format!("a page that cannot be read: {error:#}"),
        }
    }
}
