//! Puts the linked stylesheets into the page.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::workspace::Workspace;

const LINK: &str = "<link rel=\"stylesheet\" href=\"";

/// The stylesheets of a template, and the template without its links.
#[derive(Debug)]
pub(crate) struct Styles {
    /// All stylesheets in the order of their links.
    pub(crate) css: String,
    /// The template with one empty `<!-- styles -->` where the first link was.
    pub(crate) markup: String,
}

/// The place in the markup where the styles go.
pub(crate) const PLACE: &str = "<!-- styles -->";

/// Reads every stylesheet that the template links.
///
/// A stylesheet in `styles/` that no link names is an error: it would silently have no effect.
pub(crate) fn read(workspace: &Workspace, template: &str) -> Result<Styles> {
    let links = links(template)?;
    let known: BTreeSet<&str> = links.paths.iter().map(String::as_str).collect();
    for entry in fs::read_dir(workspace.file("styles")).context("cannot read styles/")? {
        let name = entry?.file_name();
        let stylesheet = Path::new(&name).extension() == Some(OsStr::new("css"));
        let path = format!("styles/{}", name.to_string_lossy());
        ensure!(
            !stylesheet || known.contains(path.as_str()),
            "{path} is not linked from index.html",
        );
    }
    let mut css = String::new();
    for path in &links.paths {
        let text = fs::read_to_string(workspace.file(path))
            .with_context(|| format!("cannot read {path}, which index.html links"))?
            .replace("\r\n", "\n");
        stands_alone(&text).with_context(|| format!("{path} cannot be inlined"))?;
        css.push_str(&text);
    }
    Ok(Styles { css, markup: links.markup })
}

#[derive(Debug)]
struct Links {
    paths: Vec<String>,
    markup: String,
}

fn links(template: &str) -> Result<Links> {
    let mut paths = Vec::new();
    let mut markup = String::new();
    for line in template.lines() {
        if let Some(rest) = line.trim().strip_prefix(LINK) {
            let Some(path) = rest.strip_suffix("\">") else {
                bail!("expected `{LINK}styles/….css\">` alone on its line, found `{line}`");
            };
            if paths.is_empty() {
                markup.push_str(PLACE);
                markup.push('\n');
            }
            paths.push(path.to_owned());
        } else {
            markup.push_str(line);
            markup.push('\n');
        }
    }
    ensure!(!paths.is_empty(), "index.html links no stylesheet");
    Ok(Links { paths, markup })
}

/// The page may fetch nothing, so a stylesheet may name nothing that is elsewhere.
fn stands_alone(css: &str) -> Result<()> {
    ensure!(!css.contains("@import"), "it has an `@import`: link that file from index.html");
    ensure!(!css.contains("</"), "it has `</`, which can end the style element early");
    for (at, _) in css.match_indices("url(") {
        let address = css[at + 4..].trim_start_matches(['"', '\'']);
        ensure!(
            address.starts_with("data:") || address.starts_with('#'),
            "it has a `url(…)` that is not `data:`, and the page may fetch nothing",
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{links, stands_alone};

    #[test]
    fn links_are_taken_in_their_order() -> anyhow::Result<()> {
        let found = links(
            "<head>\n<link rel=\"stylesheet\" href=\"b.css\">\n<link rel=\"stylesheet\" href=\"a.css\">\n</head>\n",
        )?;
        assert_eq!(found.paths, ["b.css", "a.css"]);
        assert_eq!(found.markup, "<head>\n<!-- styles -->\n</head>\n");
        Ok(())
    }

    #[test]
    fn a_stylesheet_that_would_fetch_is_refused() {
        assert!(stands_alone("a { color: red }").is_ok());
        assert!(stands_alone("a { background: url(\"data:,\") }").is_ok());
        assert!(stands_alone("a { background: url(/b.png) }").is_err());
        assert!(stands_alone("@import 'b.css';").is_err());
        assert!(stands_alone("a::after { content: '</style>' }").is_err());
    }
}
