//! Where in a file something stands.

use std::borrow::Cow;
use std::fmt;

use jiter::{Jiter, Peek};

use super::problem::brief;

/// The way from the top of a file to a value: `measures[3].figures.target`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<Step>);

/// One step of a [`Path`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Into an object, by key.
    Key(Cow<'static, str>),
    /// Into a list, counted from 0.
    Index(usize),
}

impl Path {
    /// The path with one more key.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        let mut path = self.clone();
        path.push(Step::Key(key.to_owned().into()));
        path
    }

    /// The path with one more index.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        let mut path = self.clone();
        path.push(Step::Index(index));
        path
    }

    pub(super) fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    pub(super) fn pop(&mut self) {
        self.0.pop();
    }

    pub(super) fn depth(&self) -> usize {
        self.0.len()
    }

    /// The path of the row that this is in: up to the last index of the outermost list.
    pub(super) fn row(&self) -> Option<Self> {
        let length = self.0.iter().position(|step| matches!(step, Step::Index(_)))?;
        Some(Self(self.0[..=length].to_vec()))
    }

    /// The byte at which the value at this path starts, or the nearest value around it that exists.
    pub(super) fn locate(&self, text: &str) -> usize {
        let mut jiter = walker(text);
        let mut found = 0;
        for step in &self.0 {
            match enter(&mut jiter, step) {
                Some(offset) => found = offset,
                None => break,
            }
        }
        found
    }

    /// The text at this path, if a text stands there.
    pub(super) fn text_at(&self, text: &str) -> Option<String> {
        let mut jiter = self.walk(text)?;
        match jiter.peek().ok()? {
            Peek::String => jiter.known_str().ok().map(str::to_owned),
            _ => None,
        }
    }

    /// The value at this path as it is written.
    pub(super) fn raw_at<'t>(&self, text: &'t str) -> Option<&'t str> {
        let mut jiter = self.walk(text)?;
        let start = jiter.current_index();
        jiter.next_skip().ok()?;
        text.get(start..jiter.current_index())
    }

    /// The byte at which the value at this path starts, if there is one.
    pub(super) fn offset_in(&self, text: &str) -> Option<usize> {
        self.walk(text).map(|jiter| jiter.current_index())
    }

    fn walk<'t>(&self, text: &'t str) -> Option<Jiter<'t>> {
        let mut jiter = walker(text);
        for step in &self.0 {
            enter(&mut jiter, step)?;
        }
        Some(jiter)
    }
}

/// NaN is let through, so that it can be reported in its place and what follows still be read.
pub(super) fn walker(text: &str) -> Jiter<'_> {
    Jiter::new(text.as_bytes()).with_allow_inf_nan()
}

fn enter(jiter: &mut Jiter<'_>, step: &Step) -> Option<usize> {
    match step {
        Step::Key(wanted) => {
            let mut found = jiter.next_object().ok()?? == wanted;
            while !found {
                jiter.next_skip().ok()?;
                found = jiter.next_key().ok()?? == wanted;
            }
        }
        Step::Index(wanted) => {
            jiter.next_array().ok()??;
            for _ in 0..*wanted {
                jiter.next_skip().ok()?;
                jiter.array_step().ok()??;
            }
        }
    }
    jiter.peek().ok()?;
    Some(jiter.current_index())
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if index == 0 => f.write_str(&brief(key))?,
                Step::Key(key) => write!(f, ".{}", brief(key))?,
                Step::Index(number) => write!(f, "[{number}]")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_its_value_in_the_text() {
        let text = r#"{"a": [1, {"b": "x", "c": "here"}], "d": 2}"#;
        let path = Path::default().key("a").index(1).key("c");
        assert_eq!(path.to_string(), "a[1].c");
        assert_eq!(&text[path.locate(text)..][..6], "\"here\"");
        assert_eq!(path.text_at(text).as_deref(), Some("here"));
        assert_eq!(path.text_at(&text.replace('1', "NaN")).as_deref(), Some("here"));
        assert_eq!(Path::default().key("d").text_at(text), None);
    }

    #[test]
    fn stops_at_the_nearest_that_exists() {
        let text = r#"{"a": [1]}"#;
        assert_eq!(Path::default().key("a").index(7).locate(text), 6);
    }
}
