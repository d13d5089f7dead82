//! Puts the parts together into one page.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::policy::policy;
use crate::sevens;
use crate::squeeze;
use crate::styles;
use crate::wasm::Program;
use crate::workspace::Workspace;

const START: &str = include_str!("start.js");
const POLICY_PLACE: &str = "<!-- policy -->";
const PROGRAM_PLACE: &str = "<!-- program -->";

/// The parts of the page, and the page.
#[derive(Debug)]
pub(crate) struct Page {
    /// The WebAssembly module.
    pub(crate) module: Vec<u8>,
    /// The inline script: glue and start-up.
    pub(crate) script: String,
    /// The inline styles.
    pub(crate) styles: String,
    /// The template without its stylesheet links.
    pub(crate) markup: String,
    /// The policy that the page has in it.
    pub(crate) policy: String,
    /// All of it, as it is opened.
    pub(crate) html: String,
}

/// Makes the page from `index.html`, the stylesheets it links, and the program.
pub(crate) fn assemble(workspace: &Workspace, program: Program) -> Result<Page> {
    let template = fs::read_to_string(workspace.file("index.html"))
        .context("cannot read index.html")?
        .replace("\r\n", "\n");
    obeys_policy(&template)?;
    let styles = styles::read(workspace, &template)?;
    let css = squeeze::styles(&styles.css)?;
    let script = script(&program.glue)?;
    let payload = sevens::encode(&packed(&program.module)?);

    let policy = policy(&script, &css);
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let style = format!("<style>{css}</style>");
    // The payload comes first: the script looks for it as soon as it is read.
    let program_markup = format!(
        "<script type=\"application/octet-stream\" id=\"program\">{payload}</script>\n<script>{script}</script>",
    );
    let html = fill(&styles.markup, POLICY_PLACE, &meta)?;
    let html = fill(&html, styles::PLACE, &style)?;
    let html = fill(&html, PROGRAM_PLACE, &program_markup)?;
    Ok(Page { module: program.module, script, styles: css, markup: styles.markup, policy, html })
}

/// gzip, as tight as it can be: the same bytes for the same input, whenever and wherever it is done.
fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
}

fn script(glue: &str) -> Result<String> {
    // One function around both keeps the glue's names out of the page's global scope.
    let script = format!("(() => {{\n'use strict';\n{glue}\n{START}}})();\n");
    let script = squeeze::script(&script)?;
    for mark in ["</script", "<script", "<!--"] {
        ensure!(
            !script.contains(mark),
            "the script has `{mark}` in it, which means something to the page around it",
        );
    }
    Ok(script)
}

fn fill(markup: &str, place: &str, with: &str) -> Result<String> {
    let (before, after) =
        markup.split_once(place).with_context(|| format!("index.html has no `{place}`"))?;
    ensure!(!after.contains(place), "index.html has `{place}` more than once");
    Ok([before, with, after].concat())
}

/// The policy blocks inline styles and handlers without a word on the page, so they must not be there.
fn obeys_policy(template: &str) -> Result<()> {
    for tag in template.split('<').filter_map(|rest| rest.split('>').next()) {
        // In the template no attribute value holds ` on…=` or ` style=` outside quoted addresses.
        for attribute in tag.split_whitespace().skip(1) {
            let name = attribute.split('=').next().unwrap_or_default();
            let handler = name.starts_with("on") && attribute.contains("=\"");
            ensure!(
                name != "style" && !handler,
                "index.html has `{attribute}`, which its own policy blocks",
            );
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{fill, obeys_policy, packed, script};

    #[test]
    fn a_place_is_filled_once_and_word_for_word() {
        assert_eq!(fill("a<!-- b -->c", "<!-- b -->", "$1").ok().as_deref(), Some("a$1c"));
        assert!(fill("ac", "<!-- b -->", "d").is_err());
        assert!(fill("<!-- b --><!-- b -->", "<!-- b -->", "d").is_err());
    }

    #[test]
    fn a_script_cannot_end_its_element() {
        assert!(script("let a = 1;").is_ok());
        assert!(script("let a = '</script>';").is_err());
    }

    #[test]
    fn a_template_that_its_policy_would_break_is_refused() {
        assert!(obeys_policy("<p class=\"a\">one style=\"x\"</p>").is_ok());
        assert!(obeys_policy("<p style=\"x\">").is_err());
        assert!(obeys_policy("<body onload=\"x()\">").is_err());
    }

    #[test]
    fn packing_is_repeatable() -> anyhow::Result<()> {
        assert_eq!(packed(b"quarter")?, packed(b"quarter")?);
        // Bytes 4 to 7 are the time: there is none.
        assert_eq!(packed(b"quarter")?[4..8], [0; 4]);
        Ok(())
    }
}
