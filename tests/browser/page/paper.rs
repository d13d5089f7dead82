//! Sizes, pictures and print.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail, ensure};
use fantoccini::wd::{PrintConfiguration, PrintMargins, PrintSize};
use tempfile::NamedTempFile;

use super::Page;

/// How long a window takes to have its new size.
const SETTLING: Duration = Duration::from_millis(50);

/// A4 in centimetres.
const A4: (f64, f64) = (21.0, 29.7);

impl Page {
    /// Makes the page itself this many CSS pixels wide and high, whatever the window adds around it.
    ///
    /// # Errors
    ///
    /// The browser cannot be that size; every one has a least width, often about 500.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        // How much a window adds is known only once it has a size, and some change size late.
        let (mut outer_width, mut outer_height) = (i64::from(width), i64::from(height));
        for _ in 0..20 {
            let (outer_w, outer_h) = (u32::try_from(outer_width)?, u32::try_from(outer_height)?);
            self.client.set_window_size(outer_w, outer_h).await?;
            tokio::time::sleep(SETTLING).await;
            let size = self.script("return [innerWidth, innerHeight];", Vec::new()).await?;
            let (inner_width, inner_height): (i64, i64) = serde_json::from_value(size)?;
            let lacking = (i64::from(width) - inner_width, i64::from(height) - inner_height);
            if lacking == (0, 0) {
                return Ok(());
            }
            outer_width += lacking.0;
            outer_height += lacking.1;
        }
        bail!("the page cannot be made {width} by {height}")
    }

    /// Writes a picture of what is in the window as PNG.
    ///
    /// # Errors
    ///
    /// It cannot be taken or written.
    pub async fn screenshot(&self, path: &Path) -> Result<()> {
        let picture = self.client.screenshot().await.context("cannot take a picture")?;
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
            .size(PrintSize { width: A4.0, height: A4.1 })
            .margins(PrintMargins { top: 1.0, bottom: 1.0, left: 1.0, right: 1.0 })
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
        ensure!(output.status.success(), "pdftotext cannot read the printed page");
        Ok(without_ligatures(&String::from_utf8_lossy(&output.stdout)))
    }
}

/// Firefox prints “fi” as one letter, which is the same to a reader and not to a search.
fn without_ligatures(text: &str) -> String {
    [("ﬀ", "ff"), ("ﬁ", "fi"), ("ﬂ", "fl"), ("ﬃ", "ffi"), ("ﬄ", "ffl")]
        .into_iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}
