//! The ids of a file, of which each may stand there once.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasherDefault, Hasher};

use super::identity::{NOTHING, hash_on};
use crate::document::{Path, Problem};

/// The ids of a file, each kind on its own, with where they first stood.
#[derive(Debug, Default)]
pub(super) struct Ids(HashMap<(&'static str, String), First, BuildHasherDefault<Fnv>>);

/// The hash by which rows are found too: a long report has tens of thousands of ids.
#[derive(Debug)]
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(NOTHING)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash_on(self.0, bytes);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// Where an id first stood.
#[derive(Debug)]
pub(super) enum First {
    /// In a row of a list of the report.
    Row(&'static str, usize),
    /// Deeper down.
    Within(Path),
}

impl First {
    fn path(&self) -> Path {
        match self {
            Self::Row(list, row) => Path::default().key(list).index(*row),
            Self::Within(path) => path.clone(),
        }
    }
}

impl Ids {
    pub(super) fn check(
        &mut self,
        called: &'static str,
        id: Option<&str>,
        place: First,
    ) -> Result<(), (Path, Problem)> {
        let Some(id) = id else { return Ok(()) };
        match self.0.entry((called, id.to_owned())) {
            Entry::Vacant(entry) => {
                entry.insert(place);
                Ok(())
            }
            Entry::Occupied(first) => {
                let (id, first) = (id.to_owned(), first.get().path().to_string());
                Err((place.path().key("id"), Problem::RepeatedId { id, called, first }))
            }
        }
    }
}
