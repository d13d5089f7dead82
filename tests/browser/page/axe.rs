//! axe-core, which finds what can be found of barriers without a person.

use std::fs;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::Page;
use crate::files::tools;

/// Level AA of the guidelines, version 2.2, and what axe-core calls good practice.
const RULES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const RUN: &str = "
return axe.run({ runOnly: arguments[0], resultTypes: ['violations'], preload: false }).then(({ violations, passes }) => ({
  passed: passes.length,
  found: violations.flatMap(({ id, nodes }) => nodes.slice(0, 5).map((node) =>
    `${id} at ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')} ${node.html.slice(0, 160)}`)),
}));";

impl Page {
    /// What axe-core finds on the page as it stands: a rule, a place and what is wrong there for each.
    ///
    /// # Errors
    ///
    /// It is not installed, cannot run here, or has looked at nothing.
    pub async fn barriers(&self) -> Result<Vec<String>> {
        if self.script("return Boolean(window.axe);", vec![]).await? != json!(true) {
            let path = tools().join("axe/node_modules/axe-core/axe.min.js");
            let source = fs::read_to_string(&path).with_context(|| {
                format!("{} is missing: `cargo xtask test` installs it", path.display())
            })?;
            self.script(&source, vec![]).await?;
        }
        let came = self.script(RUN, vec![json!(RULES)]).await?;
        ensure!(came["passed"].as_u64() > Some(0), "axe-core has looked at nothing: {came}");
        serde_json::from_value(came["found"].clone()).context("expected what was found")
    }
}
