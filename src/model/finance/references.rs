//! What one line says of others, followed.

use std::collections::BTreeMap;

use super::{LinePlace, Statement};
use crate::document::{self, Path, Problem, nearest};
use crate::model::value::inconsistent;

/// Every statement and line that can be referred to.
pub(super) struct Names<'d> {
    statements: BTreeMap<&'d str, usize>,
    lines: BTreeMap<(usize, &'d str), usize>,
}

impl<'d> Names<'d> {
    pub(super) fn of(statements: &'d [Statement]) -> Self {
        let mut names = Self { statements: BTreeMap::new(), lines: BTreeMap::new() };
        for (place, statement) in statements.iter().enumerate() {
            names.statements.extend(statement.id.as_deref().map(|id| (id, place)));
            for (line, id) in statement.lines.iter().enumerate() {
                names.lines.extend(id.id.as_deref().map(|id| ((place, id), line)));
            }
        }
        names
    }

    /// The statements that these are the ids of.
    pub(super) fn statements(
        &self,
        own: usize,
        ids: &[String],
        place: &Path,
        found: &mut Vec<(Path, Problem)>,
    ) -> Vec<usize> {
        let known = |id: &String| match self.statements.get(id.as_str()).copied() {
            Some(statement) if statement != own => Some(statement),
            Some(_) => {
                found.push((place.clone(), of_itself("statement")));
                None
            }
            None => {
                let meant = nearest(id, self.statements.keys().copied()).map(str::to_owned);
                let called = "financial statement";
                found.push((place.clone(), Problem::Dangling { id: id.clone(), called, meant }));
                None
            }
        };
        ids.iter().filter_map(known).collect()
    }

    /// The lines that these are the ids of.
    pub(super) fn lines(
        &self,
        own: LinePlace,
        ids: &[String],
        place: &Path,
        found: &mut Vec<(Path, Problem)>,
    ) -> Vec<LinePlace> {
        let known = |id: &String| match self.line(own.statement, id) {
            Some(line) if line != own => Some(line),
            Some(_) => {
                found.push((place.clone(), of_itself("line")));
                None
            }
            None => {
                let near = self.lines.keys().filter(|(statement, _)| *statement == own.statement);
                let meant = nearest(id, near.map(|(_, id)| *id)).map(str::to_owned);
                let called = "line of a statement";
                found.push((place.clone(), Problem::Dangling { id: id.clone(), called, meant }));
                None
            }
        };
        ids.iter().filter_map(known).collect()
    }

    fn line(&self, own: usize, id: &str) -> Option<LinePlace> {
        let (statement, id) = match id.split_once('/') {
            Some((statement, id)) => (self.statements.get(statement).copied()?, id),
            None => (own, id),
        };
        self.lines.get(&(statement, id)).map(|line| LinePlace { statement, line: *line })
    }
}

fn of_itself(called: &str) -> Problem {
    let what = format!("The {called} is said to be the sum of itself, or to agree with itself.");
    inconsistent(&what, "Leave its own id out.")
}

/// The place of a line's key in its file.
pub(super) fn key_of(statement: usize, line: usize, key: &str) -> Path {
    super::statement::place_of(statement).key("lines").index(line).key(key)
}

/// What the file says of a line.
pub(super) fn said(
    document: &document::Report,
    row: usize,
    line: usize,
) -> Option<&document::Line> {
    let (_, statement) = document.finance.rows.iter().find(|(place, _)| *place == row)?;
    statement.lines.get(line)
}
