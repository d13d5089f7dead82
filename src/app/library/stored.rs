//! What is stored beside the bytes of a report, and what was last open, as text.
//!
//! A text is a list of `name=value` with `&` between them, as in an address, and begins with `version=1`. What a
//! later version adds is passed over, so that each reads what the others wrote.

use std::fmt;

use super::super::address::{decoded, encoded};
use crate::app::{OpenFile, Part, Place};
use crate::model::{Report, fingerprint};

/// The version of the format that is written.
const VERSION: &str = "1";

/// What tells the data of one file from all others: its fingerprint and its size.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key(String);

impl Key {
    /// The key of some bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(format!("{:016x}-{}", fingerprint(bytes), bytes.len()))
    }

    /// The key of a file that is open, whose fingerprint is known.
    #[must_use]
    pub fn of_open(file: &OpenFile) -> Self {
        Self(format!("{:016x}-{}", file.report.fingerprint, file.bytes.len()))
    }

    /// A key as it is stored.
    #[must_use]
    pub fn stored(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The fingerprint; none where it is not that of any data.
    #[must_use]
    pub fn fingerprint(&self) -> Option<u64> {
        u64::from_str_radix(self.0.split('-').next()?, 16).ok()
    }
}

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A report that is kept on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its key.
    pub key: Key,
    /// What is known of it; none where that cannot be read.
    pub label: Option<Label>,
    /// Whether what is kept is not what was opened.
    pub is_damaged: bool,
}

/// What is known of a report that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The name of its file.
    pub name: String,
    /// The council.
    pub organisation: String,
    /// The directorate.
    pub directorate: String,
    /// The period with its months.
    pub period: String,
    /// How many bytes the file has.
    pub size: u64,
    /// When it was last opened, by the device's clock: `2026-11-22T20:14:05`.
    pub opened: String,
}

impl Kept {
    /// A file that is open, as it is kept.
    #[must_use]
    pub fn of(file: &OpenFile, opened: &str) -> Self {
        let report: &Report = &file.report;
        let label = Label {
            name: file.name.clone(),
            organisation: report.organisation.clone(),
            directorate: report.directorate.clone(),
            period: report.period.long_text(),
            size: file.bytes.len() as u64,
            opened: opened.to_owned(),
        };
        Self { key: Key::of_open(file), label: Some(label), is_damaged: false }
    }

    /// What is stored under a key.
    #[must_use]
    pub fn read(key: &str, text: &str) -> Self {
        let label = Label::read(text);
        Self { key: Key::stored(key), is_damaged: label.is_none(), label }
    }

    /// When it was last opened; nothing where that cannot be read.
    pub(super) fn opened(&self) -> &str {
        self.label.as_ref().map_or("", |label| &label.opened)
    }
}

impl Label {
    /// As it is stored.
    #[must_use]
    pub fn text(&self) -> String {
        written(&[
            ("name", &self.name),
            ("organisation", &self.organisation),
            ("directorate", &self.directorate),
            ("period", &self.period),
            ("size", &self.size.to_string()),
            ("opened", &self.opened),
        ])
    }

    fn read(text: &str) -> Option<Self> {
        let fields = fields(text)?;
        let field = |name: &str| value(&fields, name).map(str::to_owned);
        Some(Self {
            name: field("name")?,
            organisation: field("organisation")?,
            directorate: field("directorate")?,
            period: field("period")?,
            size: field("size")?.parse().ok()?,
            opened: field("opened")?,
        })
    }
}

/// What was open in a tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastOpen {
    /// The files, in the order in which they were opened, each with the name under which it was open.
    pub files: Vec<(Key, String)>,
    /// The file whose report was shown.
    pub shown: Option<String>,
    /// The page of it that was read last.
    pub place: Place,
}

impl LastOpen {
    /// As it is stored, with the time.
    #[must_use]
    pub fn text(&self, at: &str) -> String {
        let place = self.place.address();
        let mut pairs = vec![("at", at), ("place", &place)];
        pairs.extend(self.shown.as_ref().map(|shown| ("shown", shown.as_str())));
        let files: Vec<String> =
            self.files.iter().map(|(key, name)| format!("{key} {name}")).collect();
        pairs.extend(files.iter().map(|file| ("file", file.as_str())));
        written(&pairs)
    }

    /// What is stored, and when that was; none where it cannot be read.
    #[must_use]
    pub fn read(text: &str) -> Option<(String, Self)> {
        let fields = fields(text)?;
        let place = value(&fields, "place").map(Place::of).filter(|place| place.part().is_some());
        let files = fields.iter().filter(|(name, _)| name == "file");
        let files: Vec<(Key, String)> = files
            .filter_map(|(_, file)| file.split_once(' '))
            .map(|(key, name)| (Key::stored(key), name.to_owned()))
            .collect();
        let last_open = Self {
            shown: value(&fields, "shown").map(str::to_owned),
            place: place.unwrap_or(Place::Report(Part::Overview)),
            files,
        };
        let at = value(&fields, "at")?.to_owned();
        (!last_open.files.is_empty()).then_some((at, last_open))
    }
}

fn written(pairs: &[(&str, &str)]) -> String {
    let pairs = [("version", VERSION)].iter().chain(pairs);
    let texts: Vec<String> =
        pairs.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    texts.join("&")
}

fn fields(text: &str) -> Option<Vec<(String, String)>> {
    let pair = |pair: &str| {
        let (name, value) = pair.split_once('=')?;
        Some((name.to_owned(), decoded(value)?))
    };
    text.split('&').map(pair).collect()
}

fn value<'a>(fields: &'a [(String, String)], name: &str) -> Option<&'a str> {
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As version 1 wrote it. It is never to be changed: what is on a reader's device is not either.
    const ENTRY: &str = "version=1&name=2019-20%20q2.json&organisation=Halton%20Borough%20Council&directorate=People%20%26%20Economy&period=Quarter%202%2c%20July%20to%20September%202019&size=61234&opened=2026-11-22T20%3a14%3a05";

    const STORED: &str = "version=1&at=2026-11-22T20%3a14%3a05&place=%23%2fmeasure%2fPED04-02&shown=q2.json&file=00000000000000ff-12%20q1.json&file=3f2a91c000000000-61234%20q2.json";

    fn label() -> Label {
        Label {
            name: "2019-20 q2.json".to_owned(),
            organisation: "Halton Borough Council".to_owned(),
            directorate: "People & Economy".to_owned(),
            period: "Quarter 2, July to September 2019".to_owned(),
            size: 61_234,
            opened: "2026-11-22T20:14:05".to_owned(),
        }
    }

    fn last_open() -> LastOpen {
        let file = |key: &str, name: &str| (Key::stored(key), name.to_owned());
        LastOpen {
            files: vec![
                file("00000000000000ff-12", "q1.json"),
                file("3f2a91c000000000-61234", "q2.json"),
            ],
            shown: Some("q2.json".to_owned()),
            place: Place::of("#/measure/PED04-02"),
        }
    }

    #[test]
    fn what_version_1_wrote_is_read() {
        assert_eq!(Kept::read("3f2a91c000000000-61234", ENTRY).label, Some(label()));
        assert_eq!(LastOpen::read(STORED), Some(("2026-11-22T20:14:05".to_owned(), last_open())));
    }

    #[test]
    fn version_1_is_what_is_written() {
        assert_eq!(label().text(), ENTRY);
        assert_eq!(last_open().text("2026-11-22T20:14:05"), STORED);
    }

    #[test]
    fn what_a_later_version_adds_is_passed_over() {
        let later = ENTRY.replace("version=1", "version=2&colour=green");
        assert_eq!(Kept::read("3f2a91c000000000-61234", &later).label, Some(label()));
    }

    #[test]
    fn what_cannot_be_read_is_damaged() {
        for text in ["", "version=1", "name", &ENTRY.replace("61234", "many"), "name=%zz"] {
            let kept = Kept::read("3f2a91c000000000-61234", text);
            assert!(kept.is_damaged && kept.label.is_none(), "{text}");
        }
    }

    #[test]
    fn what_was_open_nowhere_leads_to_the_overview() {
        let text = STORED.replace("%23%2fmeasure%2fPED04-02", "");
        let place = LastOpen::read(&text).map(|(_, last_open)| last_open.place);
        assert_eq!(place, Some(Place::Report(Part::Overview)));
        assert_eq!(LastOpen::read("version=1&at=2026"), None);
        assert_eq!(LastOpen::read("%"), None);
    }

    #[test]
    fn a_key_is_of_the_data_alone() {
        assert_eq!(Key::of(b"{}"), Key::of(b"{}"));
        assert_ne!(Key::of(b"{}"), Key::of(b"{ }"));
        assert_eq!(Key::of(b"{}").fingerprint(), Some(fingerprint(b"{}")));
        assert_eq!(Key::stored("nonsense").fingerprint(), None);
    }
}
