//! The page that holds a report: the program, the data, and the report as plain markup for where no program runs.

use std::fmt::Write as _;

use super::escape::{escaped, unescaped};

/// The page without its parts, as `cargo xtask dist` fills it too.
const TEMPLATE: &str = include_str!("../../index.html");

/// How a file begins that a page holds, up to its name.
const HELD: &str = "<script type=\"application/gzip\" class=\"held\" data-name=\"";

/// What marks the file whose report is shown.
const SHOWN: &str = " data-shown";

/// What the program consists of, as it stands in the page that runs it.
#[derive(Clone, Debug)]
pub struct Shell {
    /// The page's policy, which names script and styles by their hashes.
    pub policy: String,
    /// The styles.
    pub styles: String,
    /// The packed program.
    pub program: String,
    /// The script that unpacks and starts it.
    pub start: String,
}

/// A file as a saved page holds it.
#[derive(Clone, Debug)]
pub struct HeldFile {
    /// Its name.
    pub name: String,
    /// Its bytes, packed by gzip, in base64: nothing in it can be taken for markup, and out comes what went in.
    pub packed: String,
    /// Whether its report is the one that is shown.
    pub is_shown: bool,
}

/// What the page shows at one of its places until its program runs, which then shows the same.
#[derive(Clone, Debug)]
pub struct FirstView {
    /// The place's name: the styles show what has the name of the place that is asked for.
    pub name: &'static str,
    /// Everything on screen there.
    pub markup: String,
}

/// What a page is saved with.
#[derive(Clone, Debug)]
pub struct SavedPage {
    /// The window's title.
    pub title: String,
    /// What stands at the top of each sheet of paper: who the report is by and for when.
    pub running: String,
    /// What stands at its foot: the version of the data.
    pub version: String,
    /// What the page shows first.
    pub first: Vec<FirstView>,
    /// The report as plain markup.
    pub markup: String,
    /// The open files, in their order.
    pub files: Vec<HeldFile>,
}

/// The page that holds a report and the program. Saved again from itself, it is the same.
#[must_use]
pub fn saved_page(shell: &Shell, saved: &SavedPage) -> String {
    let mut page = String::with_capacity(shell.program.len() + saved.markup.len() + 200_000);
    let mut styles = Some(&shell.styles);
    for line in without_script_notice(TEMPLATE).lines() {
        // Writing to a text cannot fail.
        let _ = match line.trim() {
            line if line.starts_with("<link rel=\"stylesheet\"") => match styles.take() {
                Some(styles) => writeln!(page, "<style id=\"styles\">{styles}</style>"),
                None => Ok(()),
            },
            // The styles take it from there to paper; a style of its own would not be what the policy's hash allows.
            "<html lang=\"en-GB\">" => writeln!(
                page,
                "<html lang=\"en-GB\" data-running=\"{}\" data-fingerprint=\"{}\">",
                escaped(&saved.running),
                escaped(&saved.version),
            ),
            line if line.starts_with("<title>") => {
                writeln!(page, "<title>{}</title>", escaped(&saved.title))
            }
            "<!-- policy -->" => writeln!(page, "{}", policy_tag(&shell.policy)),
            "<!-- first -->" => write!(page, "{}", first_markup(&saved.first)),
            "<!-- program -->" => write_program(&mut page, shell, saved),
            "<!-- report -->" => writeln!(page, "<div id=\"report\">{}</div>", saved.markup),
            _ => writeln!(page, "{line}"),
        };
    }
    // A text can hold it and a page cannot: browsers put this in its place, or drop it. What is held is packed.
    page.replace('\0', "\u{fffd}")
}

/// The files that a saved page holds, in their order; none where it is no such page.
#[must_use]
pub fn held_in(page: &str) -> Vec<HeldFile> {
    let mut held = Vec::new();
    let mut rest = page;
    while let Some((name, after)) = rest.split_once(HELD).and_then(|(_, rest)| rest.split_once('"'))
    {
        let Some((end, after)) = after.split_once('>') else { break };
        let Some((packed, after)) = after.split_once("</script>") else { break };
        let is_shown = end == SHOWN;
        held.push(HeldFile { name: unescaped(name), packed: packed.to_owned(), is_shown });
        rest = after;
    }
    held
}

fn policy_tag(policy: &str) -> String {
    let policy = escaped(&alone_policy(policy));
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")
}

/// A policy as it is for a file that stands alone: where the program is served as a site, it may ask that for data.
fn alone_policy(policy: &str) -> String {
    let alone = policy.split(';').filter_map(|directive| {
        let directive = directive.trim();
        match directive.split_once(' ')?.0 {
            "connect-src" => Some("connect-src 'none'"),
            "img-src" => Some("img-src data: blob:"),
            "worker-src" | "manifest-src" => None,
            _ => Some(directive),
        }
    });
    alone.collect::<Vec<_>>().join("; ")
}

/// What a page shows until its program runs, as it stands in front of the words that it is being opened.
#[must_use]
pub fn first_markup(first: &[FirstView]) -> String {
    let view = |FirstView { name, markup }: &FirstView| {
        format!("<div class=\"ql-first ql-first--{name}\">{markup}</div>\n")
    };
    first.iter().map(view).collect()
}

/// The program stands behind the data, which it looks for at once, and before the report, which is long: it is
/// compiled while the browser reads on, and a page that lost its end on the way still has all that it runs on.
fn write_program(page: &mut String, shell: &Shell, saved: &SavedPage) -> std::fmt::Result {
    for file in &saved.files {
        let shown = if file.is_shown { SHOWN } else { "" };
        writeln!(page, "{HELD}{}\"{shown}>{}</script>", escaped(&file.name), file.packed)?;
    }
    writeln!(
        page,
        "<script type=\"application/octet-stream\" id=\"program\">{}</script>\n<script id=\"start\">{}</script>",
        shell.program, shell.start,
    )
}

/// A page that holds the report needs no scripts to be read.
fn without_script_notice(template: &str) -> String {
    let notice = template.split_once("<noscript>").and_then(|(before, rest)| {
        let (_, after) = rest.split_once("</noscript>\n")?;
        Some([before, after].concat())
    });
    notice.unwrap_or_else(|| template.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(title: &str, name: &str) -> String {
        let shell = Shell {
            policy: "default-src 'none'".to_owned(),
            styles: "a {}".to_owned(),
            program: "packed".to_owned(),
            start: "go()".to_owned(),
        };
        let file =
            HeldFile { name: name.to_owned(), packed: "SGVsZA==".to_owned(), is_shown: true };
        let markup = "<p>On course</p>".to_owned();
        let (title, running) = (title.to_owned(), "People \"Q2\"".to_owned());
        let version = "Data 3f2a 91c0".to_owned();
        let first = vec![FirstView { name: "overview", markup: "<p>Off course</p>".to_owned() }];
        saved_page(&shell, &SavedPage { title, running, version, first, markup, files: vec![file] })
    }

    #[test]
    fn no_page_holds_what_no_page_can() {
        assert!(page("Peo\0ple", "q2.json").contains("<title>Peo\u{fffd}ple</title>"));
    }

    #[test]
    fn every_part_has_its_place() {
        let page = page("People", "q2.json");
        for part in [
            "<html lang=\"en-GB\" data-running=\"People &quot;Q2&quot;\" data-fingerprint=\"Data 3f2a 91c0\">",
            "<title>People</title>",
            "content=\"default-src 'none'\">",
            "<style id=\"styles\">a {}</style>",
            "<div class=\"ql-first ql-first--overview\"><p>Off course</p></div>",
            "<div id=\"report\"><p>On course</p></div>",
            "<script type=\"application/gzip\" class=\"held\" data-name=\"q2.json\" data-shown>SGVsZA==</script>",
            "id=\"program\">packed</script>",
            "<script id=\"start\">go()</script>",
        ] {
            assert_eq!(page.matches(part).count(), 1, "{part}");
        }
        for left in ["<!--", "<noscript", "stylesheet\""] {
            assert!(!page.contains(left), "{left}");
        }
    }

    const HOSTILE: &str = "&amp;\"><script>b()</script>";

    #[test]
    fn a_name_is_only_text() {
        let page = page("</title><script>a()</script>", HOSTILE);
        assert!(!page.contains("<script>a") && !page.contains("<script>b"), "{page}");
    }

    #[test]
    fn what_a_page_holds_is_found_in_it() {
        let held = held_in(&page("People", HOSTILE));
        let [file] = held.as_slice() else { panic!("{held:?}") };
        assert_eq!(
            (file.name.as_str(), file.packed.as_str(), file.is_shown),
            (HOSTILE, "SGVsZA==", true)
        );
        assert!(held_in(TEMPLATE).is_empty());
        assert!(held_in(HELD).is_empty());
    }

    #[test]
    fn a_page_that_was_served_with_more_rights_is_saved_without_them() {
        let served = "default-src 'none'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'";
        let alone = "default-src 'none'; img-src data: blob:; connect-src 'none'";
        assert_eq!(alone_policy(served), alone);
        assert_eq!(alone_policy(alone), alone);
    }
}
