//! Writes the one file, and the site.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::page::{self, Page};
use crate::site::Site;
use crate::size::{BUDGET, grouped};
use crate::wasm;
use crate::workspace::Workspace;

/// The element by which other pages show a report.
const ELEMENT: &str = "assets/site/quarterly-report.js";

/// Builds `dist/quarterlight.html` and `dist/site/`; a file over the budget is written, so that it can be looked into, and
/// then refused.
pub(crate) fn dist(workspace: &Workspace) -> Result<Page> {
    let page = build(workspace)?;
    let bytes = page.html.len();
    println!("{}: {} bytes of {}", workspace.html().display(), grouped(bytes), grouped(BUDGET));
    let site = Site::read(workspace, &page.in_site)?;
    site.write(&workspace.site())?;
    println!("{}: {} bytes", workspace.site().display(), grouped(site.bytes()));
    ensure!(
        bytes <= BUDGET,
        "quarterlight.html is {} bytes over its budget: `cargo xtask size` shows where they are",
        grouped(bytes - BUDGET),
    );
    Ok(page)
}

/// Builds and writes the file whatever it weighs, with the element that shows it in other pages and the policy that
/// it has in it.
pub(crate) fn build(workspace: &Workspace) -> Result<Page> {
    let page = page::assemble(workspace, wasm::build(workspace)?)?;
    fs::create_dir_all(workspace.dist()).context("cannot make dist/")?;
    fs::write(workspace.html(), &page.html)
        .with_context(|| format!("cannot write {}", workspace.html().display()))?;
    // What others need who show it in their pages: see docs/embedding.md.
    fs::copy(workspace.file(ELEMENT), workspace.dist().join("quarterly-report.js"))
        .with_context(|| format!("cannot copy {ELEMENT}"))?;
    fs::write(workspace.dist().join("policy.txt"), format!("{}\n", page.policy))
        .context("cannot write dist/policy.txt")?;
    Ok(page)
}
