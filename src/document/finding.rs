//! What is wrong with a file, and where.

use std::fmt;

use super::problem::brief;
use super::{Path, Problem, Severity};

/// One thing that is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The file's name.
    pub file: String,
    /// Where in it, if it is about a place.
    pub place: Option<Place>,
    /// What is wrong.
    pub problem: Problem,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// The way to the value: `measures[3].figures.target`. Empty at the top, or where the JSON is broken.
    pub path: String,
    /// The reference or title of the row that it is in.
    pub row: Option<String>,
}

impl Finding {
    /// A finding about the file as a whole.
    #[must_use]
    pub fn whole(file: &str, problem: Problem) -> Self {
        Self { file: file.to_owned(), place: None, problem }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.problem.severity()
    }
}

impl fmt::Display for Finding {
    /// The whole message on one line, as a list on a screen or in a terminal shows it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(place) = &self.place {
            write!(f, ", {place}")?;
        }
        write!(f, ": {} {}", self.problem.what(), self.problem.mend())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)?;
        if !self.path.is_empty() {
            write!(f, ", {}", self.path)?;
        }
        match &self.row {
            Some(row) => write!(f, " ({row})"),
            None => Ok(()),
        }
    }
}

/// A finding before its place has been worked out in lines and columns.
#[derive(Debug)]
pub(super) struct Found {
    pub offset: usize,
    pub path: Path,
    pub problem: Problem,
}

/// How many findings of one file are given a row's name: looking one up walks the text.
const NAMED: usize = 200;

pub(super) fn place_all(file: &str, text: &str, mut found: Vec<Found>) -> Vec<Finding> {
    found.sort_by_key(|found| found.offset);
    let (mut line, mut line_start, mut seen) = (1, 0, 0);
    found
        .into_iter()
        .enumerate()
        .map(|(number, Found { offset, path, problem })| {
            for (index, byte) in text.as_bytes()[seen..offset].iter().enumerate() {
                if *byte == b'\n' {
                    line += 1;
                    line_start = seen + index + 1;
                }
            }
            seen = offset;
            let column = text.get(line_start..offset).map_or(0, |part| part.chars().count()) + 1;
            let row = if number < NAMED { row_name(&path, text) } else { None };
            let place = Place { line, column, path: path.to_string(), row };
            Finding { file: file.to_owned(), place: Some(place), problem }
        })
        .collect()
}

fn row_name(path: &Path, text: &str) -> Option<String> {
    let row = path.row()?;
    ["ref", "title", "id"]
        .into_iter()
        .find_map(|key| row.key(key).text_at(text))
        .map(|name| brief(&name).into_owned())
}
