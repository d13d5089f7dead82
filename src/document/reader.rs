//! Reads JSON one value at a time and notes everything wrong on the way.

use std::borrow::Cow;

use jiter::{Jiter, JiterError, JiterErrorType, Peek};

use super::blank::{begins_blank, left_out};
use super::finding::Found;
use super::kind::Kind;
use super::nearest;
use super::object::Object;
use super::path::{Step, walker};
use super::problem::brief;
use super::quoted::quoted;
use super::record::{Form, Rows};
use super::slices::Ready;
use super::syntax::{expected, syntax};
use super::{Path, Problem};
use crate::terms::Amount;

/// Why a value was not read. The reason itself has been noted by then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// The value is of no use; reading goes on behind it.
    Value,
    /// The text is not JSON from here on; nothing more can be read.
    Text,
}

/// A value, or why there is none.
pub(crate) type Read<T> = Result<T, Stop>;

/// A key of an object.
pub(crate) enum Key {
    /// The key at this place in the list of known keys.
    Known(usize),
    /// A key that the format does not have, with its value as written.
    Unknown(String, String),
}

/// Deeper than any report nests, and shallow enough for any browser's stack.
const MAX_DEPTH: usize = 48;

/// Reads a text value by value.
pub(crate) struct Reader<'t> {
    jiter: Jiter<'t>,
    /// The byte at which `jiter` was started.
    base: usize,
    text: &'t str,
    path: Path,
    found: Vec<Found>,
    /// A list of rows that was read before, slice by slice.
    ready: Option<Ready>,
}

impl<'t> Reader<'t> {
    /// A reader at the start of `text`.
    #[must_use]
    pub(crate) fn new(text: &'t str) -> Self {
        Self::at(text, 0, Path::default())
    }

    /// A reader within `text`, at the value or behind the row that ends at a byte.
    pub(super) fn at(text: &'t str, base: usize, path: Path) -> Self {
        let (jiter, found) = (walker(&text[base..]), Vec::new());
        Self { jiter, base, text, path, found, ready: None }
    }

    /// The same with a list of rows that need not be read again.
    pub(super) fn with_ready(self, ready: Option<Ready>) -> Self {
        Self { ready, ..self }
    }

    /// What was found wrong.
    pub(super) fn into_found(self) -> Vec<Found> {
        self.found
    }

    /// Checks that nothing but white space is left.
    pub(super) fn finish(&mut self) -> Read<()> {
        self.jiter.finish().map_err(|error| self.broken(&error))
    }

    /// Notes a problem at the current place.
    pub(crate) fn note(&mut self, problem: Problem) {
        // A value's place is where it starts, not the white space before it.
        let _ = self.jiter.peek();
        let offset = self.here();
        self.note_at(offset, problem);
    }

    pub(super) fn note_at(&mut self, offset: usize, problem: Problem) {
        self.found.push(Found { offset, path: self.path.clone(), problem });
    }

    fn broken(&mut self, error: &JiterError) -> Stop {
        let offset = (self.base + error.index).min(self.text.len());
        let problem = match &error.error_type {
            JiterErrorType::JsonError(kind) => syntax(kind, self.text, offset),
            JiterErrorType::WrongType { .. } => expected("a value", self.text, offset),
        };
        let is_said = |found: &Found| found.problem == Problem::TooDeep;
        if problem == Problem::TooDeep && self.found.last().is_some_and(is_said) {
            return Stop::Text;
        }
        self.note_at(offset, problem);
        Stop::Text
    }

    /// Notes a problem with the value here and goes on behind it.
    pub(crate) fn refuse<T>(&mut self, problem: Problem) -> Read<T> {
        self.note(problem);
        self.skip()?;
        Err(Stop::Value)
    }

    /// Notes what makes the whole text useless, unless it is not even JSON.
    pub(super) fn refuse_whole<T>(&mut self, path: &Path, problem: Problem) -> Read<T> {
        self.skip()?;
        self.finish()?;
        self.found.push(Found { offset: path.locate(self.text), path: path.clone(), problem });
        Err(Stop::Value)
    }

    /// Notes a problem with a value that has just been read, and that started at `offset`.
    pub(crate) fn refuse_read<T>(&mut self, offset: usize, problem: Problem) -> Read<T> {
        self.note_at(offset, problem);
        Err(Stop::Value)
    }

    /// The byte at which the next value starts.
    pub(crate) fn offset(&mut self) -> usize {
        let _ = self.jiter.peek();
        self.here()
    }

    /// The byte up to which the text has been read.
    pub(super) fn here(&self) -> usize {
        self.base + self.jiter.current_index()
    }

    /// What the next value is.
    ///
    /// # Errors
    ///
    /// If there is no JSON value here.
    pub(crate) fn kind(&mut self) -> Read<Kind> {
        match self.jiter.peek() {
            Ok(Peek::Null) => Ok(Kind::Null),
            Ok(Peek::True | Peek::False) => Ok(Kind::Flag),
            Ok(Peek::String) => Ok(Kind::Text),
            Ok(Peek::Array) => Ok(Kind::List),
            Ok(Peek::Object) => Ok(Kind::Object),
            Ok(Peek::NaN | Peek::Infinity) => Ok(Kind::NotFinite),
            Ok(peek) if peek.is_num() => Ok(Kind::Number),
            Ok(_) => {
                let offset = self.here();
                self.note_at(offset, expected("a value", self.text, offset));
                Err(Stop::Text)
            }
            Err(error) => Err(self.broken(&error)),
        }
    }

    /// Passes over the next value.
    fn skip(&mut self) -> Read<()> {
        self.jiter.next_skip().map_err(|error| self.broken(&error))
    }

    /// Notes that the value here is of the wrong kind and goes on behind it.
    pub(crate) fn wrong_kind<T>(&mut self, expected: &'static str) -> Read<T> {
        self.no_object(expected, &[])
    }

    /// The same where an object with these keys belongs.
    fn no_object<T>(&mut self, expected: &'static str, keys: &'static [&'static str]) -> Read<T> {
        let problem = match self.kind()? {
            Kind::Null => Problem::Blank(expected),
            Kind::NotFinite => Problem::NotFinite(self.not_finite().to_owned()),
            kind => Problem::WrongType { expected, found: kind.called(), keys },
        };
        self.refuse(problem)
    }

    fn not_finite(&mut self) -> &'static str {
        let offset = self.offset();
        if self.text[offset..].starts_with('N') { "NaN" } else { "Infinity" }
    }

    /// `true` or `false`.
    pub(crate) fn flag(&mut self) -> Read<bool> {
        match self.kind()? {
            Kind::Flag => self.jiter.next_bool().map_err(|error| self.broken(&error)),
            _ => self.wrong_kind("true or false"),
        }
    }

    /// A text that is not blank.
    pub(crate) fn text(&mut self, expected: &'static str) -> Read<String> {
        self.meaning(expected, |text| Ok(text.to_owned()))
    }

    /// A text that is not blank and that means something; otherwise what it means is wrong with it.
    pub(crate) fn meaning<T>(
        &mut self,
        expected: &'static str,
        meaning: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Read<T> {
        let kind = self.kind()?;
        let offset = self.here();
        let meant = match kind {
            Kind::Null | Kind::NotFinite => return self.wrong_kind(expected),
            Kind::Text => match self.jiter.known_str() {
                Ok(text) if !text.chars().all(char::is_whitespace) => meaning(text),
                Ok(_) => Err(Problem::Blank(expected)),
                Err(error) => return Err(self.broken(&error)),
            },
            // Whoever writes 5 where a word belongs wants to know the words.
            kind => {
                self.skip()?;
                let written = brief(&self.text[offset..self.here()]);
                let written: Vec<&str> = written.split_whitespace().collect();
                let wrong = Problem::WrongType { expected, found: kind.called(), keys: &[] };
                meaning(&written.join(" ")).and(Err(wrong))
            }
        };
        meant.or_else(|problem| self.refuse_read(offset, problem))
    }

    /// Passes a blank text with a doubt, and says whether there was one.
    pub(crate) fn passes_blank(&mut self) -> Read<bool> {
        if self.kind()? != Kind::Text || !begins_blank(&self.text[self.here()..]) {
            return Ok(false);
        }
        self.note(left_out());
        self.skip().map(|()| true)
    }

    /// A number, exactly as written.
    pub(crate) fn amount(&mut self) -> Read<Amount> {
        match self.kind()? {
            Kind::Number => {}
            Kind::Text => {
                let offset = self.offset();
                let text = self.text("a number")?;
                return self.refuse_read(offset, quoted(text));
            }
            _ => return self.wrong_kind("a number"),
        }
        let offset = self.here();
        let written = match self.jiter.next_number_bytes() {
            Ok(bytes) => String::from_utf8_lossy(bytes),
            Err(error) => return Err(self.broken(&error)),
        };
        let problem = match written.parse() {
            Ok(amount) => return Ok(amount),
            Err(_) if written.contains("Inf") || written.contains("NaN") => {
                Problem::NotFinite(written.into_owned())
            }
            Err(error) => Problem::Number(written.into_owned(), error),
        };
        self.refuse_read(offset, problem)
    }

    /// Starts an object; its keys are then read with [`Reader::key`] to the end.
    pub(crate) fn object(
        &mut self,
        called: &'static str,
        keys: &'static [&'static str],
    ) -> Read<Object> {
        if self.kind()? != Kind::Object {
            return self.no_object(called, keys);
        }
        if self.path.depth() > MAX_DEPTH {
            return self.refuse(Problem::TooDeep);
        }
        let offset = self.offset();
        Ok(Object { called, keys, seen: 0, next: 0, started: false, whole: true, offset })
    }

    /// The next key, whose value must be read before the key after it.
    pub(crate) fn key(&mut self, object: &mut Object) -> Read<Option<Key>> {
        if object.started {
            self.path.pop();
        }
        let key = if object.started { self.jiter.next_key() } else { self.jiter.next_object() };
        object.started = true;
        let key: Cow<'static, str> = match key {
            Ok(Some(key)) => match object.find(key) {
                Some(index) => Cow::Borrowed(object.keys[index]),
                None => Cow::Owned(key.to_owned()),
            },
            Ok(None) => return Ok(None),
            Err(error) => return Err(self.broken(&error)),
        };
        self.path.push(Step::Key(key.clone()));
        let Cow::Borrowed(_) = key else { return self.unknown(object, key.into_owned()).map(Some) };
        let index = object.next - 1;
        if object.seen & (1 << index) != 0 {
            self.note(Problem::RepeatedKey(key.into_owned()));
            object.whole = false;
        }
        object.seen |= 1 << index;
        Ok(Some(Key::Known(index)))
    }

    fn unknown(&mut self, object: &Object, key: String) -> Read<Key> {
        let meant = nearest(&key, object.keys.iter().copied());
        self.note(Problem::UnknownKey { key: key.clone(), called: object.called, meant });
        let start = self.offset();
        self.skip()?;
        let value = self.text[start..self.here()].trim();
        // NaN cannot be written back as JSON, and is kept as a text.
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(value).is_ok();
        let value =
            if is_json { value.to_owned() } else { serde_json::Value::from(value).to_string() };
        Ok(Key::Unknown(key, value))
    }

    /// Stops unless every field was read and every needed key is there. Notes which are missing, and that one
    /// that is blank cannot be left out.
    pub(crate) fn whole(&mut self, object: &Object, needed: &[Option<&'static str>]) -> Read<()> {
        let mut whole = object.whole;
        for (index, key) in needed.iter().enumerate() {
            let Some(key) = *key else { continue };
            if object.seen & (1 << index) == 0 {
                self.note_at(object.offset, Problem::Missing { key, called: object.called });
                whole = false;
            } else if !object.whole {
                let path = self.path.key(key);
                let within = self.found.iter_mut().rev();
                for found in within.take_while(|found| found.offset >= object.offset) {
                    if let Problem::Blank(expected) = found.problem
                        && found.path == path
                    {
                        found.problem = Problem::BlankNeeded(expected);
                    }
                }
            }
        }
        if whole { Ok(()) } else { Err(Stop::Value) }
    }

    /// Every item of a list with its index; items that are of no use are left out and counted.
    pub(crate) fn list<T>(
        &mut self,
        expected: &'static str,
        item: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<Rows<T>> {
        if self.kind()? != Kind::List {
            return self.wrong_kind(expected);
        }
        let mut rows = Rows::default();
        self.some(&mut rows, &mut 0, usize::MAX, item)?;
        Ok(rows)
    }

    /// The same, unless the list is ready.
    pub(crate) fn rows<T: Form + 'static>(&mut self) -> Read<Rows<T>> {
        let offset = self.offset();
        let Some(ready) = self.ready.take_if(|ready| ready.start == offset) else {
            return self.list("a list", T::read);
        };
        let (rows, end) = ready.take::<T>(&mut self.found);
        self.base = end?;
        self.jiter = walker(&self.text[self.base..]);
        Ok(rows)
    }

    /// At most so many items of a list, from the one whose number is `next`; says whether there are more.
    pub(super) fn some<T>(
        &mut self,
        rows: &mut Rows<T>,
        next: &mut usize,
        limit: usize,
        mut item: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<bool> {
        let mut more = true;
        if *next == 0 {
            more = self.jiter.next_array().map_err(|error| self.broken(&error))?.is_some();
        }
        let end = next.saturating_add(limit);
        while more && *next < end {
            self.path.push(Step::Index(*next));
            match item(self) {
                Ok(value) => rows.rows.push((*next, value)),
                Err(Stop::Value) => rows.unread += 1,
                Err(Stop::Text) => return Err(Stop::Text),
            }
            self.path.pop();
            *next += 1;
            more = self.jiter.array_step().map_err(|error| self.broken(&error))?.is_some();
        }
        Ok(more)
    }
}
