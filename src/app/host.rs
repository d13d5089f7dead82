//! What the page around a frame asks for, in messages.
//!
//! A message is read from its words, as JSON without the files, and from the files beside it. One that is malformed,
//! or of a kind or a version that is not known, is nothing: it has no effect and gets no answer, so that nothing can
//! be found out by asking.

use serde_json::{Map, Value};

use super::{Action, Embed, FileRead, Filter, Home, InView, Part, Place, State};
use crate::document::{MAX_BYTES, Problem};

/// The version of the messages.
pub const PROTOCOL: u64 = 1;

/// Something that the page around a frame asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Open these files.
    Load(Vec<FileRead>),
    /// Show a part, with these options and no others: the name of each in the address, and what it is.
    Show(Part, Vec<(String, String)>),
    /// Change these options.
    Change(Vec<(String, String)>),
}

/// The keys of a message that are read. What stands under others is not even looked at.
pub const KEYS: [&str; 9] =
    ["quarterlight", "type", "files", "name", "place", "theme", "status", "text", "objective"];

/// What may change while a frame is open.
const OPTIONS: [&str; 4] = ["theme", "status", "text", "objective"];

/// More words than any message has.
const LONGEST: usize = 20_000;

/// More files than belong together.
const MOST_FILES: usize = 40;

impl Request {
    /// What a message asks for, by its words and by what its files hold, in their order.
    #[must_use]
    pub fn of(words: &str, contents: Vec<Vec<u8>>) -> Option<Self> {
        if words.len() > LONGEST {
            return None;
        }
        let message: Value = serde_json::from_str(words).ok()?;
        let message = message.as_object()?;
        if message.get("quarterlight")?.as_u64()? != PROTOCOL {
            return None;
        }
        match message.get("type")?.as_str()? {
            "load" => Some(Self::Load(files(message.get("files")?.as_array()?, contents)?)),
            "show" => {
                let place = message.get("place")?.as_str()?;
                let (path, query) = place.split_once('?').unwrap_or((place, ""));
                let part = Part::of(path, "")?;
                let read = Embed::of("", query);
                Some(Self::Show(part, read.options()))
            }
            "options" => Some(Self::Change(options(message)?)),
            _ => None,
        }
    }
}

/// Every file has a name and something in it, or the message is none.
fn files(names: &[Value], contents: Vec<Vec<u8>>) -> Option<Vec<FileRead>> {
    if names.is_empty() || names.len() != contents.len() || names.len() > MOST_FILES {
        return None;
    }
    let read = |(file, bytes): (&Value, Vec<u8>)| {
        let name = file.as_object()?.get("name")?.as_str()?;
        let length = bytes.len() as u64;
        let bytes = if length > MAX_BYTES { Err(Problem::TooLarge(length)) } else { Ok(bytes) };
        Some(FileRead { name: file_name(name)?, bytes })
    };
    names.iter().zip(contents).map(read).collect()
}

/// A file's own name, whatever folders stand before it.
fn file_name(name: &str) -> Option<String> {
    let name = name.rsplit(['/', '\\']).next()?.trim();
    let is_sound = !name.is_empty() && !name.chars().any(char::is_control);
    is_sound.then(|| name.chars().take(100).collect())
}

/// Options that are not text make the whole message none.
fn options(message: &Map<String, Value>) -> Option<Vec<(String, String)>> {
    let said = OPTIONS.into_iter().filter_map(|key| Some((key, message.get(key)?)));
    said.map(|(key, value)| Some((key.to_owned(), value.as_str()?.to_owned()))).collect()
}

impl State {
    /// The state in which a page is opened at a place. Only so is a frame entered.
    #[must_use]
    pub fn at(place: Place) -> Self {
        let mut state = Self::default();
        match place {
            Place::Embed(_) => state.place = place,
            place => state.go(place),
        }
        state.filter_as_embedded();
        state
    }

    /// The same for a page that goes on: of a long report it shows the first rows only.
    #[must_use]
    pub fn beginning(place: Place) -> Self {
        Self { in_view: InView::beginning(), ..Self::at(place) }
    }

    /// Whether something may happen where one is.
    #[must_use]
    pub fn admits(&self, action: &Action) -> bool {
        match self.place.embed() {
            Some(embed) => embed.admits(action),
            None => match action {
                Action::Asked(_) => false,
                Action::Library(_) | Action::OpenedAgain { .. } => self.library.home != Home::Frame,
                _ => true,
            },
        }
    }

    /// Leaves out what the frame's address leaves out.
    pub(super) fn filter_as_embedded(&mut self) {
        if let Some(embed) = self.place.embed() {
            let (statuses, text) = (embed.statuses.clone(), embed.text.clone());
            self.filter = Filter { statuses, text, group: self.embedded_group() };
        }
    }

    /// The group that is shown alone, if the report has it.
    pub(super) fn embedded_group(&self) -> Option<usize> {
        self.keys.group_of(&self.place.embed()?.objective)
    }

    /// Does what the page around the frame asks for. Only a frame does.
    pub(super) fn asked(&mut self, request: Request) {
        let Place::Embed(here) = &self.place else { return };
        let mut embed = (**here).clone();
        let changes = match request {
            Request::Load(files) => return self.import(files),
            Request::Show(part, options) => {
                let theme = embed.theme;
                embed = Embed { theme, ..Embed::default() }.with_part(part);
                options
            }
            Request::Change(options) => options,
        };
        for (key, text) in &changes {
            embed.set(key, text);
        }
        self.go(Place::Embed(Box::new(embed)));
    }
}
