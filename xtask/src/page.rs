//! Puts the parts together into one page.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::policy::{Standing, policy};
use crate::sevens;
use crate::squeeze;
use crate::styles;
use crate::wasm::Program;
use crate::workspace::Workspace;

const START: &str = include_str!("start.js");
const POLICY_PLACE: &str = "<!-- policy -->";
const FIRST_PLACE: &str = "<!-- first -->\n";
const REPORT_PLACE: &str = "<!-- report -->\n";
const PROGRAM_PLACE: &str = "<!-- program -->";

/// What the page of the site names of the files beside it. Where a manifest is linked, the program knows that it
/// is in the site.
const SITE_LINKS: &str = "<link rel=\"manifest\" href=\"manifest.json\">
<link rel=\"apple-touch-icon\" href=\"icons/icon-192.png\">";

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
    /// The same page for the site.
    pub(crate) in_site: String,
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

    // What is named here is what a report is saved with: see src/publish/page.rs.
    let style = format!("<style id=\"styles\">{css}</style>");
    // The payload comes first: the script looks for it as soon as it is read.
    let program_markup = format!(
        "<script type=\"application/octet-stream\" id=\"program\">{payload}</script>\n<script id=\"start\">{script}</script>",
    );
    let page = fill(&styles.markup, styles::PLACE, &style)?;
    let page = fill(&page, FIRST_PLACE, "")?;
    let page = fill(&page, REPORT_PLACE, "")?;
    let page = fill(&page, PROGRAM_PLACE, &program_markup)?;
    let scripts = [first_script(&template)?, &script];
    let policy_in_site = policy(Standing::InSite, scripts, &css);
    let policy = policy(Standing::Alone, scripts, &css);
    let html = standing_at(&page, Standing::Alone, &policy)?;
    let in_site = standing_at(&page, Standing::InSite, &policy_in_site)?;
    let markup = styles.markup;
    Ok(Page { module: program.module, script, styles: css, markup, policy, html, in_site })
}

/// The page for a place: with its policy there, and what it names of the files beside it.
fn standing_at(page: &str, standing: Standing, policy: &str) -> Result<String> {
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let head = match standing {
        Standing::Alone => meta,
        Standing::InSite => format!("{meta}\n{SITE_LINKS}"),
    };
    fill(page, POLICY_PLACE, &head)
}

/// gzip, as tight as it can be: the same bytes for the same input, whenever and wherever it is done.
fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, bytes, &mut packed)?;
    Ok(packed)
}

/// The script of the template, which runs before anything is shown.
fn first_script(template: &str) -> Result<&str> {
    let script = template.split_once("<script>").and_then(|(_, rest)| rest.split_once("</script>"));
    Ok(script.context("index.html has no script of its own")?.0)
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
    use super::{Standing, fill, obeys_policy, packed, script, standing_at};

    #[test]
    fn the_page_of_the_site_is_the_one_file_with_links_to_what_is_beside_it() -> anyhow::Result<()>
    {
        let page = "<head>\n<!-- policy -->\n</head>";
        let alone = standing_at(page, Standing::Alone, "a")?;
        assert!(!alone.contains("<link"), "{alone}");
        let site = standing_at(page, Standing::InSite, "a")?;
        let links: Vec<&str> = site.lines().filter(|line| line.starts_with("<link")).collect();
        assert_eq!(links.len(), 2);
        for link in links {
            assert!(!link.contains("href=\"/") && !link.contains(':'), "{link}");
        }
        let without: Vec<&str> = site.lines().filter(|line| !line.starts_with("<link")).collect();
        assert_eq!(without.join("\n"), alone);
        Ok(())
    }

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
