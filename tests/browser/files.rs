//! The built file, and files made for one journey.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::quarters;

/// The file under test: `QUARTERLIGHT_HTML`, or `dist/quarterlight.html`.
///
/// # Errors
///
/// It has not been built.
pub fn built() -> Result<PathBuf> {
    let path = env::var_os("QUARTERLIGHT_HTML")
        .map_or_else(|| in_workspace("dist/quarterlight.html"), PathBuf::from);
    path.canonicalize()
        .with_context(|| format!("{} is not there: `cargo xtask dist` builds it", path.display()))
}

/// The folder for web servers, which is built beside the file under test.
///
/// # Errors
///
/// It has not been built.
pub fn built_site() -> Result<PathBuf> {
    let path = built()?.with_file_name("site");
    path.canonicalize()
        .with_context(|| format!("{} is not there: `cargo xtask dist` builds it", path.display()))
}

/// The folder of what the build tool installs for these tests alone; it names the folder of the programs in it.
#[must_use]
pub fn tools() -> PathBuf {
    env::var_os("QUARTERLIGHT_TOOLS")
        .map_or_else(|| in_workspace("target/tools"), |programs| Path::new(&programs).join(".."))
}

/// A path from the top of the workspace, such as a fixture's.
#[must_use]
pub fn in_workspace(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// Eight quarters of a report with so many measures, always the same: names and texts, the last quarter last.
#[must_use]
pub fn eight_quarters(measures: usize) -> Vec<(String, String)> {
    quarters::eight_quarters(measures)
}

/// So many, as a page writes it.
#[must_use]
pub fn with_comma(count: usize) -> String {
    match (count / 1000, count % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands},{rest:03}"),
    }
}

/// The last of those quarters alone.
#[must_use]
pub fn one_quarter(measures: usize) -> (String, String) {
    quarters::one_quarter(measures)
}

/// A folder of a journey's own; dropping it removes it.
#[derive(Debug)]
pub struct Files {
    folder: TempDir,
}

impl Files {
    /// An empty folder.
    ///
    /// # Errors
    ///
    /// There is no place for it.
    pub fn new() -> Result<Self> {
        let folder = tempfile::tempdir().context("cannot make a folder")?;
        Ok(Self { folder })
    }

    /// Writes a file; folders in its name are made.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> Result<PathBuf> {
        let path = self.folder.path().join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }
}
