//! Giving files and text to the page.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::Page;

const GIVE: &str = include_str!("give.js");

impl Page {
    /// Chooses files in the file input a CSS selector finds, as the browser's own dialogue does.
    ///
    /// # Errors
    ///
    /// There is none, or the browser refuses.
    pub async fn upload(&self, selector: &str, paths: &[PathBuf]) -> Result<()> {
        let input = self.find(selector).await?;
        let mut lines = Vec::new();
        for path in paths {
            let path =
                path.canonicalize().with_context(|| format!("{} is not there", path.display()))?;
            lines.push(path.to_string_lossy().into_owned());
        }
        input
            .send_keys(&lines.join("\n"))
            .await
            .with_context(|| format!("cannot choose files in `{selector}`"))
    }

    /// Drops files from outside on the first element a CSS selector finds.
    ///
    /// # Errors
    ///
    /// There is none, or it does not accept what is dropped, which a page does by cancelling `dragover`.
    pub async fn drop_files(&self, selector: &str, paths: &[PathBuf]) -> Result<()> {
        let target = self.find(selector).await?;
        let files = paths.iter().map(|path| packed(path)).collect::<Result<Vec<_>>>()?;
        let script = format!("{GIVE}\nreturn drop(arguments[0], arguments[1]);");
        let accepted =
            self.script(&script, vec![serde_json::to_value(target)?, Value::Array(files)]).await?;
        ensure!(accepted == json!(true), "`{selector}` does not accept dropped files");
        Ok(())
    }

    /// Pastes text wherever the focus is.
    ///
    /// # Errors
    ///
    /// The browser refuses.
    pub async fn paste(&self, text: &str) -> Result<()> {
        let script = format!("{GIVE}\npaste(arguments[0]);");
        self.script(&script, vec![json!(text)]).await.map(drop)
    }
}

fn packed(path: &Path) -> Result<Value> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    let name = path.file_name().context("a file has a name")?.to_string_lossy();
    Ok(json!({ "name": name, "base64": STANDARD.encode(bytes) }))
}
