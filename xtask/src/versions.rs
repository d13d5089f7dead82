//! The program and the tool that writes its JavaScript glue must come from one release.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::workspace::Workspace;

const LIBRARY: &str = "wasm-bindgen";
const TOOL: &str = "wasm-bindgen-cli-support";

/// Fails, saying how to mend it, unless `Cargo.lock` has both at one version.
///
/// Their binary interface changes between releases without notice, and the errors that follow from a
/// mismatch never mention it.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let lock =
        fs::read_to_string(workspace.file("Cargo.lock")).context("cannot read Cargo.lock")?;
    let (library, tool) = (locked(&lock, LIBRARY), locked(&lock, TOOL));
    ensure!(
        library == tool && library.len() == 1,
        "{LIBRARY} ({}) and {TOOL} ({}) differ: name one version of both, in Cargo.toml and in xtask/Cargo.toml",
        spoken(&library),
        spoken(&tool),
    );
    Ok(())
}

fn locked<'a>(lock: &'a str, package: &str) -> Vec<&'a str> {
    let name = format!("name = \"{package}\"");
    lock.split("[[package]]")
        .filter(|entry| entry.lines().any(|line| line == name))
        .filter_map(|entry| entry.lines().find_map(|line| line.strip_prefix("version = ")))
        .map(|version| version.trim_matches('"'))
        .collect()
}

fn spoken(versions: &[&str]) -> String {
    match versions {
        [] => "not in Cargo.lock".to_owned(),
        versions => versions.join(" and "),
    }
}

#[cfg(test)]
mod tests {
    use super::locked;

    #[test]
    fn a_longer_name_is_another_package() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"2.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n";
        assert_eq!(locked(lock, "a"), ["1.0.0"]);
        assert_eq!(locked(lock, "a-b"), ["2.0.0"]);
        assert!(locked(lock, "b").is_empty());
    }
}
