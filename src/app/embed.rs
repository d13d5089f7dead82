//! A part of a report that a page of an intranet shows in a frame, and what that page may have of it.
//!
//! Whoever writes the frame's address chooses what it shows. That can be anybody, so the address may ask for nothing
//! that harms whoever reads: what is fixed when the frame is opened stays as it is, and nothing of what a reader opens
//! is told to the page around it. `docs/embedding.md` says how to use it, `docs/security.md` what was thought of.

use super::address::{decoded, encoded};
use super::{Action, Part};
use crate::assess::Progress;
use crate::terms::Keyword;

/// A part of a report in a frame, as the frame's address asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// What is shown.
    pub part: Part,
    /// Only the rows of this objective, by its key; all of them where it is empty.
    pub objective: String,
    /// Only rows with these statuses; none for all.
    pub statuses: Vec<Progress>,
    /// Only rows with these words.
    pub text: String,
    /// Light, dark, or as the reader's device has it.
    pub theme: Theme,
    /// Whether readers may open files of their own. Fixed when the frame is opened.
    pub files: Files,
    /// What the frame lets the page do beyond showing. Fixed when the frame is opened.
    pub allowed: Vec<Allowed>,
    /// Which page may give files and be told of them; none for those of the site that this page is from. Fixed when
    /// the frame is opened.
    pub origin: Option<String>,
}

/// The colours of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's device has it.
    #[default]
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Who gives files to a frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Files {
    /// The reader as well as the page around it. Such a frame tells that page nothing of what is open.
    #[default]
    FromReaders,
    /// Only the page around it: `readonly`.
    FromHost,
}

/// What a frame may let a page do. It cannot be found out, so the address has to say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Open the print dialogue: the frame has `allow-modals`, or no sandbox.
    Print,
    /// Save files: the frame has `allow-downloads`, or no sandbox.
    Save,
    /// Ask the page around it to open the whole report.
    Whole,
}

const THEMES: [(&str, Theme); 3] =
    [("auto", Theme::Auto), ("light", Theme::Light), ("dark", Theme::Dark)];

const ALLOWED: [(&str, Allowed); 3] =
    [("print", Allowed::Print), ("save", Allowed::Save), ("whole", Allowed::Whole)];

const READ_ONLY: &str = "readonly";

/// What an address may take for a filter: nobody types more.
const LONGEST: usize = 200;

fn named<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, one)| *one)
}

impl Embed {
    /// What an address asks for by its path and by what stands behind that after a `?`. What means nothing is
    /// ignored, and a part that there is not is the overview.
    pub(super) fn of(path: &str, query: &str) -> Self {
        let part = Part::of(path.trim_start_matches('/'), "").unwrap_or_default();
        let mut embed = Self::default().with_part(part);
        for (key, text) in pairs(query) {
            match key {
                READ_ONLY => embed.files = Files::FromHost,
                "allow" => {
                    let words: Vec<&str> = text.split(',').collect();
                    let asked = ALLOWED.iter().filter(|(word, _)| words.contains(word));
                    embed.allowed = asked.map(|(_, one)| *one).collect();
                }
                "origin" => embed.origin = origin_of(&text),
                key => embed.set(key, &text),
            }
        }
        embed
    }

    /// Sets what may change while a frame is open, by its name in the address.
    pub(super) fn set(&mut self, key: &str, text: &str) {
        let short = || text.chars().take(LONGEST).collect::<String>();
        match key {
            "objective" => self.objective = short(),
            "text" => self.text = short(),
            "status" => {
                self.statuses.clear();
                for status in text.split(',').filter_map(Progress::from_word) {
                    if !self.statuses.contains(&status) {
                        self.statuses.push(status);
                    }
                }
            }
            "theme" => self.theme = named(&THEMES, text).unwrap_or(self.theme),
            _ => {}
        }
    }

    /// What may change and is not as usual: the name of each in the address, and what it is.
    pub(super) fn options(&self) -> Vec<(String, String)> {
        let statuses = self.statuses.iter().map(|status| status.word().replace(' ', "-"));
        let theme = THEMES.iter().find(|(_, theme)| *theme == self.theme && *theme != Theme::Auto);
        [
            ("objective", self.objective.clone()),
            ("status", statuses.collect::<Vec<_>>().join(",")),
            ("text", self.text.clone()),
            ("theme", theme.map_or("", |(word, _)| word).to_owned()),
        ]
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(key, text)| (key.to_owned(), text))
        .collect()
    }

    /// What stands behind `#embed` in the address.
    pub(super) fn address(&self) -> String {
        let mut said = self.options();
        let allowed = ALLOWED.iter().filter(|(_, one)| self.allowed.contains(one));
        let allowed: Vec<&str> = allowed.map(|(word, _)| *word).collect();
        said.extend((!allowed.is_empty()).then(|| ("allow".to_owned(), allowed.join(","))));
        said.extend(self.origin.clone().map(|origin| ("origin".to_owned(), origin)));
        let said = said.iter().map(|(key, text)| {
            // A comma is plain in an address, and reads better so.
            format!("{key}={}", encoded(text).replace("%2c", ","))
        });
        let read_only = (self.files == Files::FromHost).then(|| READ_ONLY.to_owned());
        let options: Vec<String> = said.chain(read_only).collect();
        let mark = if options.is_empty() { "" } else { "?" };
        format!("/{}{mark}{}", self.part.path(), options.join("&"))
    }

    /// The same with another part. A meeting, and the list of files, are no parts of an intranet page.
    #[must_use]
    pub fn with_part(&self, part: Part) -> Self {
        let part = match part {
            Part::Meeting(..) | Part::Data => Part::Overview,
            part => part,
        };
        Self { part, ..self.clone() }
    }

    /// What another address asks for while this frame is open: what was fixed stays, whoever changes the address.
    pub(super) fn led_to(&self, to: &Self) -> Self {
        let (files, allowed, origin) = (self.files, self.allowed.clone(), self.origin.clone());
        Self { files, allowed, origin, ..to.clone() }
    }

    /// Whether it leaves out the same rows.
    pub(super) fn filters_as(&self, other: &Self) -> bool {
        self.objective == other.objective
            && self.statuses == other.statuses
            && self.text == other.text
    }

    /// Whether the frame lets the page do something.
    #[must_use]
    pub fn allows(&self, what: Allowed) -> bool {
        self.allowed.contains(&what)
    }

    /// Whether something may happen in the frame.
    pub(super) fn admits(&self, action: &Action) -> bool {
        match action {
            Action::Reading { .. } | Action::Opened(_) | Action::Pasted(_) => {
                self.files == Files::FromReaders
            }
            // What an address, another program or the device brings would be told to the page around the frame.
            Action::Brought(..)
            | Action::Library(_)
            | Action::OpenedAgain { .. }
            | Action::OpenExample
            | Action::Close(_)
            | Action::Calculate(_)
            | Action::Find(_) => false,
            _ => true,
        }
    }

    /// The one origin whose page is heard and told, given that of the site that this page is from: none where neither
    /// is one, as on a shared drive.
    #[must_use]
    pub fn host(&self, own: &str) -> Option<String> {
        self.origin.clone().or_else(|| origin_of(own))
    }
}

fn pairs(query: &str) -> impl Iterator<Item = (&str, String)> {
    query.split('&').filter_map(|pair| {
        let (key, text) = pair.split_once('=').unwrap_or((pair, ""));
        Some((key, decoded(text)?))
    })
}

/// An origin as browsers write it, such as `https://intranet.example:8443`; none where the text is none.
fn origin_of(text: &str) -> Option<String> {
    let text = text.strip_suffix('/').unwrap_or(text).to_ascii_lowercase();
    let (scheme, rest) = text.split_once("://")?;
    let usual = match scheme {
        "https" => "443",
        "http" => "80",
        _ => return None,
    };
    let is_port = |text: &str| {
        (1..=5).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    let (host, port) = match rest.rsplit_once(':') {
        Some((host, port)) if is_port(port) => (host, Some(port)),
        _ => (rest, None),
    };
    let is_name = |host: &str| {
        host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
    };
    let is_address = |host: &str| {
        let inner = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        let is_digit = |byte: u8| byte.is_ascii_hexdigit() || b":.".contains(&byte);
        inner.is_some_and(|inner| !inner.is_empty() && inner.bytes().all(is_digit))
    };
    if host.is_empty() || host.len() > 255 || !(is_name(host) || is_address(host)) {
        return None;
    }
    Some(match port.filter(|port| *port != usual) {
        Some(port) => format!("{scheme}://{host}:{port}"),
        None => format!("{scheme}://{host}"),
    })
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::origin_of;

    #[test_case("https://intranet.example", Some("https://intranet.example"); "as browsers write it")]
    #[test_case("HTTPS://Intranet.Example/", Some("https://intranet.example"); "as people write it")]
    #[test_case("https://intranet.example:443", Some("https://intranet.example"); "with the usual port")]
    #[test_case("http://intranet:8080", Some("http://intranet:8080"); "with another port")]
    #[test_case("http://[::1]:8080", Some("http://[::1]:8080"); "an address of version six")]
    #[test_case("http://127.0.0.1", Some("http://127.0.0.1"); "an address of version four")]
    #[test_case("null", None; "that of a sandbox")]
    #[test_case("*", None; "every origin")]
    #[test_case("https://*.example", None; "many origins")]
    #[test_case("https://a.example/page", None; "with a path")]
    #[test_case("https://a.example?b", None; "with a query")]
    #[test_case("https://a@b.example", None; "with a name of somebody")]
    #[test_case("https://a.example https://b.example", None; "two of them")]
    #[test_case("https://a.example:99999999", None; "a port that is none")]
    #[test_case("https://:443", None; "no host")]
    #[test_case("file://", None; "a file")]
    #[test_case("javascript://a", None; "another scheme")]
    #[test_case("https://", None; "nothing")]
    #[test_case("", None; "nothing at all")]
    fn origins(text: &str, expected: Option<&str>) {
        assert_eq!(origin_of(text).as_deref(), expected);
    }
}
