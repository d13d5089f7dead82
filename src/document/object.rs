//! An object that is being read.

use super::{Read, Stop};

/// An object that is being read.
pub(crate) struct Object {
    pub(super) called: &'static str,
    pub(super) keys: &'static [&'static str],
    pub(super) seen: u64,
    pub(super) next: usize,
    pub(super) started: bool,
    pub(super) whole: bool,
    pub(super) offset: usize,
}

impl Object {
    /// Keeps a field that was read; a field that was not makes the object incomplete.
    pub(crate) fn keep<T>(&mut self, field: Read<T>) -> Read<Option<T>> {
        match field {
            Ok(value) => Ok(Some(value)),
            Err(Stop::Value) => {
                self.whole = false;
                Ok(None)
            }
            Err(Stop::Text) => Err(Stop::Text),
        }
    }

    /// Files keep their keys in the same order row after row, so the search starts behind the last one.
    pub(super) fn find(&mut self, key: &str) -> Option<usize> {
        let is_it = |index: &usize| self.keys[*index] == key;
        let index = (self.next..self.keys.len()).chain(0..self.next).find(is_it)?;
        self.next = index + 1;
        Some(index)
    }
}
