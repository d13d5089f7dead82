//! Lets `WebKit` tell about errors.
//!
//! `WebKit` writes no console for a window that is driven: such a window is private, and private windows
//! leave no trace. So its pages are opened as copies that begin with a script that keeps the errors. The
//! script comes before the page's own policy, which therefore does not apply to it and stays as it is.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

const CATCHER: &str = include_str!("catcher.js");

/// Writes a copy of a page with the catcher into a folder and gives its place, which ends in the same two
/// names: those of the page and of its folder.
///
/// # Errors
///
/// The page cannot be read or the copy written.
pub fn copy(page: &Path, into: &Path) -> Result<PathBuf> {
    let text =
        fs::read_to_string(page).with_context(|| format!("cannot read {}", page.display()))?;
    let folder = page.parent().and_then(Path::file_name).unwrap_or_default();
    let path = into.join(folder).join(page.file_name().unwrap_or_default());
    fs::create_dir_all(into.join(folder))?;
    fs::write(&path, with_catcher(&text))?;
    Ok(path)
}

fn with_catcher(page: &str) -> String {
    let script = format!("<script>{CATCHER}</script>");
    for place in ["<head>", "<!doctype html>"] {
        if let Some((before, after)) = page.split_once(place) {
            return [before, place, &script, after].concat();
        }
    }
    script + page
}

#[cfg(test)]
mod tests {
    use super::with_catcher;

    #[test]
    fn the_catcher_comes_before_anything_that_can_fail() {
        let page = with_catcher("<!doctype html><html><head><meta></head>");
        assert!(page.starts_with("<!doctype html><html><head><script>"));
        assert!(page.ends_with("</script><meta></head>"));
        assert!(with_catcher("<!doctype html><p>").starts_with("<!doctype html><script>"));
    }
}
