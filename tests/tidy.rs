//! What a compiler does not check: that a stage names only those before it, and that files stay small.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use std::fs;
use std::path::{Path, PathBuf};

/// The stages in the order in which text becomes pages. One that does not exist yet is not looked for.
const STAGES: [&str; 8] = ["terms", "document", "model", "assess", "app", "view", "publish", "ui"];

/// What only `ui::browser` may name.
const BROWSER: [&str; 4] = ["web_sys", "gloo", "js_sys", "wasm_bindgen"];

const MAX_LINES: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under a folder of the project, by its path from the project's root.
fn files(folder: &str) -> Vec<(String, String)> {
    let mut waiting: Vec<PathBuf> = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder can be listed");
            waiting.extend(entries.map(|entry| entry.expect("an entry can be read").path()));
        } else if let Ok(text) = fs::read_to_string(&path) {
            let name = path.strip_prefix(root()).expect("it is under the root");
            files.push((name.to_string_lossy().replace('\\', "/"), text));
        }
    }
    files.sort();
    files
}

/// The lines that a compiler sees, with their numbers: comments say what they like.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().filter_map(|(index, line)| {
        let line = line.split_once("//").map_or(line, |(code, _)| code);
        (!line.trim().is_empty()).then_some((index + 1, line))
    })
}

/// Whether a line names something, as a whole word.
fn names(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = line[start + word.len()..].chars().next();
        !before.is_some_and(is_part) && !after.is_some_and(is_part)
    })
}

/// What `use crate::{terms::Amount, view}` names one by one, over as many lines as it takes, with the line on
/// which each list starts.
fn heads_of_lists(text: &str) -> Vec<(usize, String)> {
    let mut heads = Vec::new();
    let mut open: Option<(usize, i32, String)> = None;
    for (number, line) in code(text) {
        let rest = match &open {
            Some(_) => line,
            None => match line.split_once("crate::{") {
                Some((_, rest)) => {
                    open = Some((number, 1, String::new()));
                    rest
                }
                None => continue,
            },
        };
        for c in rest.chars() {
            let Some((start, depth, head)) = &mut open else { break };
            match c {
                '{' => *depth += 1,
                '}' => *depth -= 1,
                _ if *depth == 1 && c != ',' => head.push(c),
                _ => {}
            }
            if (c == ',' && *depth == 1) || *depth == 0 {
                let name = head.split("::").next().unwrap_or_default().trim().to_owned();
                heads.push((*start, name));
                head.clear();
            }
            if *depth == 0 {
                open = None;
            }
        }
    }
    heads
}

/// Each problem of one source file, as "line: what".
fn untidy(name: &str, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let stage = name.strip_prefix("src/").and_then(|rest| rest.split(['/', '.']).next());
    let rank = STAGES.iter().position(|known| Some(*known) == stage);
    let is_main = name == "src/main.rs";
    for (number, line) in code(text) {
        if let Some(rank) = rank {
            for later in &STAGES[rank + 1..] {
                let paths = ["crate", "quarterlight", "super::super", "super"];
                if paths.iter().any(|from| names(line, &format!("{from}::{later}"))) {
                    found.push(format!("{number}: {} names {later}, a later stage", STAGES[rank]));
                }
            }
        }
        for word in BROWSER.into_iter().filter(|word| names(line, word)) {
            if !is_main && !name.starts_with("src/ui/browser") {
                found.push(format!("{number}: names {word} outside src/ui/browser"));
            }
        }
        if names(line, "yew") && !is_main && stage != Some("ui") {
            found.push(format!("{number}: names yew outside src/ui"));
        }
        // A content security policy without 'unsafe-inline' ignores such an attribute.
        if stage == Some("ui") && (names(line, "style=") || line.contains("style={")) {
            found.push(format!("{number}: a style attribute"));
        }
    }
    for (number, head) in heads_of_lists(text) {
        let later = rank.and_then(|rank| STAGES[rank + 1..].iter().find(|later| **later == head));
        if let Some((rank, later)) = rank.zip(later) {
            found.push(format!("{number}: {} names {later}, a later stage", STAGES[rank]));
        }
    }
    let lines = text.lines().count();
    if lines > MAX_LINES {
        found.push(format!("{lines}: more than {MAX_LINES} lines"));
    }
    found
}

#[test]
fn sources_are_tidy() {
    let files = files("src");
    assert!(files.iter().any(|(name, _)| name == "src/lib.rs"), "the sources are where they were");
    let found: Vec<String> = files
        .iter()
        .filter(|(name, _)| Path::new(name).extension().is_some_and(|kind| kind == "rs"))
        .flat_map(|(name, text)| {
            untidy(name, text).into_iter().map(move |what| format!("{name}:{what}"))
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_folder_of_the_sources_is_a_stage() {
    for (name, _) in files("src") {
        let mut parts = name.split('/').skip(1);
        if let (Some(folder), Some(_)) = (parts.next(), parts.next()) {
            assert!(
                STAGES.contains(&folder),
                "{name}: {folder} has no place in the order of stages"
            );
        }
    }
}

#[test]
fn nothing_is_left_to_do_in_the_tree() {
    let marker = ["TO", "DO"].concat();
    let folders = ["src", "tests", "xtask", "docs", "examples", "styles"];
    let mut files: Vec<(String, String)> =
        folders.into_iter().filter(|folder| root().join(folder).exists()).flat_map(files).collect();
    for name in ["README.md", "Cargo.toml", "index.html"] {
        files.extend(fs::read_to_string(root().join(name)).map(|text| (name.to_owned(), text)));
    }
    let left: Vec<&String> =
        files.iter().filter(|(_, text)| names(text, &marker)).map(|(name, _)| name).collect();
    assert!(left.is_empty(), "{left:?}");
}

/// The version that a lock file gives a package.
fn locked<'t>(lock: &'t str, package: &str) -> Option<&'t str> {
    let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    rest.split_once('"').map(|(version, _)| version)
}

/// The version that a manifest pins a dependency to: `name = "=1.2.3"` or `name = { version = "=1.2.3"`.
fn pinned<'t>(manifest: &'t str, package: &str) -> Option<&'t str> {
    let line = manifest.lines().find(|line| {
        line.strip_prefix(package).is_some_and(|rest| rest.trim_start().starts_with('='))
    })?;
    let (_, rest) = line.split_once("\"=")?;
    rest.split_once('"').map(|(version, _)| version)
}

#[test]
fn the_glue_is_made_by_the_version_that_the_code_is_built_with() {
    let read = |name: &str| fs::read_to_string(root().join(name)).expect("it is there");
    let lock = read("Cargo.lock");
    let locked = locked(&lock, "wasm-bindgen").expect("wasm-bindgen is in the lock file");
    let manifest = read("xtask/Cargo.toml");
    if manifest.contains("wasm-bindgen-cli-support") {
        assert_eq!(pinned(&manifest, "wasm-bindgen-cli-support"), Some(locked));
    }
    assert_eq!(pinned(&read("Cargo.toml"), "wasm-bindgen"), Some(locked));
}

// The checks themselves

#[test]
fn a_later_stage_is_seen_however_it_is_named() {
    for line in [
        "use crate::view::Page;",
        "use super::super::view::Page;",
        "use crate::{terms, view};",
        "use crate::{terms::Amount, view::{Page, Row}};",
        "use crate::{\n    terms::{Amount, Unit},\n    view::Page,\n};",
        "    let page = crate::view::page();",
    ] {
        assert_eq!(untidy("src/model/report.rs", line), ["1: model names view, a later stage"]);
    }
    assert_eq!(
        untidy("src/terms.rs", "use crate::document;"),
        ["1: terms names document, a later stage"]
    );
}

#[test]
fn an_earlier_stage_a_comment_and_a_longer_word_are_not_seen() {
    for line in [
        "use crate::terms::Amount;",
        "//! [`crate::view`] comes later",
        "let review = crate::viewed();",
        "use crate::{terms, document};",
        "use crate::{terms::{view, Amount}, document};",
    ] {
        assert!(untidy("src/model/report.rs", line).is_empty(), "{line}");
    }
}

#[test]
fn the_browser_is_seen_outside_its_folder() {
    let line = "use web_sys::window;";
    assert_eq!(untidy("src/ui/table.rs", line), ["1: names web_sys outside src/ui/browser"]);
    assert!(untidy("src/ui/browser/mod.rs", line).is_empty());
    assert!(untidy("src/main.rs", line).is_empty());
    assert_eq!(untidy("src/view/page.rs", "yew::html! {}"), ["1: names yew outside src/ui"]);
    assert!(untidy("src/ui/page.rs", "yew::html! {}").is_empty());
}

#[test]
fn a_style_attribute_is_seen() {
    let line = r#"html! { <td style="color: red"></td> }"#;
    assert_eq!(untidy("src/ui/cell.rs", line), ["1: a style attribute"]);
    assert_eq!(
        untidy("src/ui/cell.rs", "html! { <td style={colour}></td> }"),
        ["1: a style attribute"]
    );
    assert!(untidy("src/ui/cell.rs", "let style = Style::Plain;").is_empty());
}

#[test]
fn a_long_file_is_seen() {
    let line = "fn f() {}\n";
    assert!(untidy("src/terms/a.rs", &line.repeat(MAX_LINES)).is_empty());
    assert_eq!(untidy("src/terms/a.rs", &line.repeat(MAX_LINES + 1)), ["401: more than 400 lines"]);
}

#[test]
fn versions_are_read_from_lock_and_manifest() {
    let lock = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
    assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.130"));
    assert_eq!(pinned("a-b = \"=1.2.3\"\n", "a-b"), Some("1.2.3"));
    assert_eq!(pinned("a-b = { version = \"=1.2.3\", optional = true }\n", "a-b"), Some("1.2.3"));
    assert_eq!(pinned("a-b = \"1.2\"\n", "a-b"), None);
    assert_eq!(pinned("a-b-c = \"=1.2.3\"\n", "a-b"), None);
}
