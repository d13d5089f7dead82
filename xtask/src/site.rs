//! Puts together the folder for web servers: the page, and beside it what `assets/site/` holds.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use sha2::{Digest, Sha256};

use crate::policy::integrity;
use crate::workspace::Workspace;

const SOURCES: &str = "assets/site";
const PAGE: &str = "index.html";
const WORKER: &str = "sw.js";

/// How many bytes of a hash tell one version from another.
const TELLING: usize = 8;

/// The files of the site.
#[derive(Debug)]
pub(crate) struct Site {
    files: Vec<File>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct File {
    /// Where it is in the folder, with `/` between names.
    path: String,
    content: Vec<u8>,
}

impl Site {
    /// Makes the site of its page and of what stands beside it. The worker learns of every other file.
    pub(crate) fn read(workspace: &Workspace, page: &str) -> Result<Self> {
        let mut files = Vec::new();
        collect(&workspace.file(SOURCES), "", &mut files)
            .with_context(|| format!("cannot read {SOURCES}/"))?;
        let at = files.iter().position(|file| file.path == WORKER);
        let worker = files.remove(at.with_context(|| format!("{SOURCES}/ has no {WORKER}"))?);
        files.push(File { path: PAGE.to_owned(), content: page.into() });
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let content = worker_of(&files, &String::from_utf8(worker.content)?)?.into();
        files.push(File { path: worker.path, content });
        Ok(Self { files })
    }

    /// Writes the files into a folder, in place of what was there.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder)
                .with_context(|| format!("cannot empty {}", folder.display()))?;
        }
        for file in &self.files {
            let path = folder.join(&file.path);
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(&path, &file.content)
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(())
    }

    /// What all files weigh.
    pub(crate) fn bytes(&self) -> usize {
        self.files.iter().map(|file| file.content.len()).sum()
    }
}

fn collect(folder: &Path, within: &str, files: &mut Vec<File>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().context("a file of the site has a name that is no text")?;
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{within}{name}/"), files)?;
        } else {
            files.push(File { path: format!("{within}{name}"), content: fs::read(entry.path())? });
        }
    }
    Ok(())
}

/// The worker with the list of the files that it keeps, each with its hash, and a version made from all of it:
/// a browser takes a worker for a new one when a byte of it differs.
fn worker_of(files: &[File], source: &str) -> Result<String> {
    for name in ["VERSION", "FILES"] {
        ensure!(source.contains(name), "{SOURCES}/{WORKER} does not use {name}");
    }
    let list: Vec<[String; 2]> =
        files.iter().map(|file| [file.path.clone(), integrity(&file.content)]).collect();
    let list = serde_json::to_string_pretty(&list)?;
    let hash = Sha256::digest(format!("{list}{source}"));
    let mut version = String::new();
    for byte in hash.iter().take(TELLING) {
        write!(version, "{byte:02x}")?;
    }
    Ok(format!("const VERSION = '{version}';\nconst FILES = {list};\n{source}"))
}

#[cfg(test)]
mod tests {
    use anyhow::{Context, Result};
    use serde_json::Value;

    use super::{File, Site, worker_of};
    use crate::workspace::Workspace;

    fn made_of(page: &str) -> Result<Site> {
        Site::read(&Workspace::find()?, page)
    }

    fn text<'s>(site: &'s Site, path: &str) -> Result<&'s str> {
        let file = site.files.iter().find(|file| file.path == path);
        Ok(std::str::from_utf8(&file.with_context(|| format!("no {path}"))?.content)?)
    }

    fn version(worker: &str) -> Option<&str> {
        worker.strip_prefix("const VERSION = '")?.split('\'').next()
    }

    #[test]
    fn the_worker_keeps_every_other_file() -> Result<()> {
        let site = made_of("<p>")?;
        let (_, list) = text(&site, "sw.js")?.split_once("const FILES = ").context("no list")?;
        let (list, _) = list.split_once(";\n").context("no end of the list")?;
        let list: Vec<[String; 2]> = serde_json::from_str(list)?;
        let listed: Vec<&str> = list.iter().map(|[path, _]| path.as_str()).collect();
        let others: Vec<&str> = site
            .files
            .iter()
            .map(|file| file.path.as_str())
            .filter(|path| *path != "sw.js")
            .collect();
        assert_eq!(listed, others);
        assert!(listed.contains(&"index.html") && listed.contains(&"icons/icon-192.png"));
        assert!(list.iter().all(|[_, hash]| hash.starts_with("sha256-")));
        Ok(())
    }

    #[test]
    fn the_same_content_is_the_same_version_and_a_byte_more_is_another() -> Result<()> {
        let (one, same, other) = (made_of("<p>")?, made_of("<p>")?, made_of("<p> ")?);
        assert_eq!(one.files, same.files);
        let (one, other) = (text(&one, "sw.js")?, text(&other, "sw.js")?);
        assert_ne!(version(one), version(other));
        assert_eq!(version(one).map(str::len), Some(16));
        Ok(())
    }

    #[test]
    fn a_new_worker_or_a_file_moved_is_another_version_too() -> Result<()> {
        let file = |path: &str| [File { path: path.to_owned(), content: vec![1] }];
        let first = worker_of(&file("a"), "VERSION, FILES")?;
        assert_ne!(version(&first), version(&worker_of(&file("a"), "VERSION, FILES;")?));
        assert_ne!(version(&first), version(&worker_of(&file("b"), "VERSION, FILES")?));
        assert!(worker_of(&file("a"), "FILES").is_err());
        Ok(())
    }

    /// Every address that a manifest names.
    fn addresses<'m>(value: &'m Value, found: &mut Vec<&'m str>) {
        const NAMED: [&str; 4] = ["src", "start_url", "scope", "action"];
        match value {
            Value::Object(object) => {
                for (key, value) in object {
                    found.extend(value.as_str().filter(|_| NAMED.contains(&key.as_str())));
                    addresses(value, found);
                }
            }
            Value::Array(list) => list.iter().for_each(|value| addresses(value, found)),
            _ => {}
        }
    }

    #[test]
    fn the_manifest_is_at_home_in_any_folder() -> Result<()> {
        let site = made_of("<p>")?;
        let manifest: Value = serde_json::from_str(text(&site, "manifest.json")?)?;
        let mut found = Vec::new();
        addresses(&manifest, &mut found);
        assert_eq!(found.len(), 9, "{found:?}");
        for address in found {
            assert!(!address.starts_with('/') && !address.contains(':'), "{address}");
        }
        // An id is taken from the server's root, so that two copies on one server would be one application.
        assert!(manifest.get("id").is_none());
        Ok(())
    }

    #[test]
    fn every_icon_is_there_and_as_large_as_the_manifest_says() -> Result<()> {
        let site = made_of("<p>")?;
        let manifest: Value = serde_json::from_str(text(&site, "manifest.json")?)?;
        let icons = manifest["icons"].as_array().context("no icons")?;
        for purpose in [None, Some("maskable")] {
            for size in [192_u32, 512] {
                let sizes = format!("{size}x{size}");
                let icon = icons
                    .iter()
                    .find(|icon| icon["sizes"] == sizes && icon["purpose"].as_str() == purpose)
                    .with_context(|| format!("no icon of {sizes} for {purpose:?}"))?;
                let path = icon["src"].as_str().unwrap_or_default();
                let file = site.files.iter().find(|file| file.path == path).context("no file")?;
                // A PNG gives its width and height in bytes 16 to 23.
                let bytes = size.to_be_bytes();
                assert_eq!(file.content.get(16..24), Some([bytes, bytes].concat().as_slice()));
            }
        }
        Ok(())
    }
}
