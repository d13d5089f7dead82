//! Sizes, pictures and print.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, anyhow, ensure};
use fantoccini::wd::{PrintConfiguration, PrintMargins, PrintSize};
use serde_json::json;
use tempfile::NamedTempFile;

use super::Page;

/// A4 in centimetres.
const A4: (f64, f64) = (21.0, 29.7);

impl Page {
    /// Makes the page itself this many CSS pixels wide and high, whatever the window adds around it.
    ///
    /// # Errors
    ///
    /// The browser cannot be that size; every one has a least width, often about 500.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let script = "return [outerWidth - innerWidth, outerHeight - innerHeight];";
        self.client.set_window_size(width, height).await?;
        let frame: (i64, i64) = serde_json::from_value(self.script(script, Vec::new()).await?)?;
        let outer = |size: u32, frame: i64| u32::try_from(i64::from(size) + frame.max(0));
        self.client
            .set_window_size(outer(width, frame.0)?, outer(height, frame.1)?)
            .await?;
        self.until(
            async || format!("the page cannot be made {width} by {height}"),
            async || {
                let size = self
                    .script("return [innerWidth, innerHeight];", Vec::new())
                    .await?;
                Ok((size == json!([width, height])).then_some(()))
            },
        )
        .await
    }

    /// Writes a picture of what is in the window as PNG.
    ///
    /// # Errors
    ///
    /// It cannot be taken or written.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        let picture = self
            .client
            .screenshot()
            .await
            .context("cannot take a picture")?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, picture).with_context(|| format!("cannot write {}", path.display()))
    }

    /// Prints the page on A4 with the margins its own print styles set, as PDF. `WebKit`'s driver cannot.
    ///
    /// # Errors
    ///
    /// The browser cannot print.
    pub async fn pdf(&self) -> Result<Vec<u8>> {
        let paper = PrintConfiguration::builder()
            .size(PrintSize {
                width: A4.0,
                height: A4.1,
            })
            .margins(PrintMargins {
                top: 1.0,
                bottom: 1.0,
                left: 1.0,
                right: 1.0,
            })
            .build()
            .map_err(|error| anyhow!("cannot print on A4: {error:?}"))?;
        self.client.print(paper).await.context("cannot print")
    }

    /// The words of the printed page, laid out as they are on paper.
    ///
    /// # Errors
    ///
    /// The browser cannot print, or `pdftotext` is missing.
    pub async fn printed_text(&self) -> Result<String> {
        let file = NamedTempFile::with_suffix(".pdf")?;
        fs::write(file.path(), self.pdf().await?)?;
        let output = Command::new("pdftotext")
            .args(["-layout", "-enc", "UTF-8"])
            .arg(file.path())
            .arg("-")
            .output()
            .context("cannot start pdftotext: `cargo xtask test` installs it")?;
        ensure!(
            output.status.success(),
            "pdftotext cannot read the printed page"
        );
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}
