//! A long list of rows, read some at a time, so that whoever waits can be told how far it is.

use std::any::Any;
use std::rc::Rc;

use super::finding::Found;
use super::path::Step;
use super::{Measure, Path, Read, Reader, Rows, Stop};

/// The measures of a file, as far as they have been read.
#[derive(Debug)]
pub(super) struct Slices {
    start: usize,
    offset: usize,
    next: usize,
    rows: Rows<Rc<Measure>>,
    found: Vec<Found>,
    broken: bool,
}

/// A list of rows that has been read, or up to where its text is not JSON.
pub(super) struct Ready {
    /// The byte at which the list starts.
    pub(super) start: usize,
    end: Read<usize>,
    rows: Box<dyn Any>,
    found: Vec<Found>,
}

impl Slices {
    /// Before the first row; none where the file has no list of measures that can be found.
    pub(super) fn new(text: &str) -> Option<Self> {
        let start = Path::default().key("measures").offset_in(text)?;
        let (rows, found) = (Rows::default(), Vec::new());
        let slices = Self { start, offset: start, next: 0, rows, found, broken: false };
        text[start..].starts_with('[').then_some(slices)
    }

    /// How many rows have been passed.
    pub(super) fn passed(&self) -> usize {
        self.next
    }

    /// Reads at most so many rows and says whether there are more.
    pub(super) fn read(&mut self, text: &str, limit: usize) -> bool {
        let mut path = Path::default();
        path.push(Step::Key("measures".into()));
        let mut reader = Reader::at(text, self.offset, path);
        let form = <Rc<Measure> as super::Form>::read;
        let more = reader.some(&mut self.rows, &mut self.next, limit, form);
        self.offset = reader.here();
        self.found.append(&mut reader.into_found());
        self.broken = more.is_err();
        more.unwrap_or(false)
    }

    pub(super) fn ready(self) -> Ready {
        let Self { start, offset, rows, found, broken, .. } = self;
        let end = if broken { Err(Stop::Text) } else { Ok(offset) };
        Ready { start, end, rows: Box::new(rows), found }
    }
}

impl Ready {
    /// The rows and where they end. What was found in them joins what was found before.
    pub(super) fn take<T: 'static>(mut self, found: &mut Vec<Found>) -> (Rows<T>, Read<usize>) {
        found.append(&mut self.found);
        let rows = self.rows.downcast::<Rows<T>>().map(|rows| *rows).unwrap_or_default();
        (rows, self.end)
    }
}
