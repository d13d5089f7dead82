//! How long the built file takes in a real browser.

use anyhow::Result;

use crate::command::{self, cargo};
use crate::dist;
use crate::setup;
use crate::workspace::Workspace;

/// Builds the file and times it in Chromium: all there is to time, or one of `start`, `answers` and a size of report.
pub(crate) fn bench(workspace: &Workspace, what: Option<&str>) -> Result<()> {
    setup::browsers(workspace)?;
    dist::dist(workspace)?;
    command::run(
        cargo()
            .current_dir(workspace.root())
            .args(["run", "--quiet", "--package", "browser-tests", "--bin", "bench", "--"])
            .args(what)
            .env("QUARTERLIGHT_HTML", workspace.html()),
    )
}
