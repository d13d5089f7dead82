//! A financial statement, checked.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::rc::Rc;

use super::parts::parts;
use super::references::{Names, key_of, said};
use super::{Column, LinePlace, StatementLine, VarianceRule};
use crate::document::{self, Commentary, Path, Problem};
use crate::terms::{Date, LineRole, StatementKind, Unit};

/// A financial statement: one table whose lines are known to be sums of one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Its place in the file's list.
    pub row: usize,
    /// What stays the same from file to file.
    pub id: Option<String>,
    /// The title as printed.
    pub title: String,
    /// Revenue or capital.
    pub kind: StatementKind,
    /// The department it is for; none for the whole directorate.
    pub department: Option<String>,
    /// The unit of every figure.
    pub unit: Option<Unit>,
    /// The day up to which it counts.
    pub as_at: Option<Date>,
    /// The places of the statements whose lines add up to its own.
    pub sums_up: Vec<usize>,
    /// What of it none of those is for.
    pub rest: Option<String>,
    /// The rule by which its lines have a status; none where nobody stated one, or one that contradicts itself.
    pub rule: Option<Rc<VarianceRule>>,
    /// Its lines.
    pub lines: Vec<StatementLine>,
    /// Commentary.
    pub commentary: Vec<Commentary>,
    /// Numbered notes.
    pub notes: Vec<String>,
}

impl Statement {
    /// Whether any line gives a figure, or the reason that there is none, in a column.
    #[must_use]
    pub fn has(&self, column: Column) -> bool {
        self.lines.iter().any(|line| line.given(column).is_some())
    }
}

/// The statements of a file that make sense, how many do not, and what was found.
#[derive(Debug, Default)]
pub(in crate::model) struct Checked {
    pub(in crate::model) statements: Vec<Statement>,
    pub(in crate::model) unread: usize,
    pub(in crate::model) found: Vec<(Path, Problem)>,
}

pub(super) fn place_of(row: usize) -> Path {
    Path::default().key("finance").index(row)
}

/// Checks the statements of a file. One that contradicts itself is left out and counted.
pub(in crate::model) fn checked(document: &document::Report) -> Checked {
    let mut checked = Checked::default();
    let found = &mut checked.found;
    let rule = document.finance_rule.as_ref();
    let rule =
        rule.and_then(|rule| checked_rule(rule, &Path::default().key("finance_rule"), found));
    let mut ids = BTreeMap::new();
    for (row, statement) in &document.finance.rows {
        match of_document(*row, statement, &mut ids) {
            Ok(mut one) => {
                one.rule = match &statement.rule {
                    Some(own) => checked_rule(own, &place_of(*row).key("rule"), found),
                    None => rule.clone(),
                };
                checked.statements.push(one);
            }
            Err(problem) => {
                found.push(problem);
                checked.unread += 1;
            }
        }
    }
    link(document, &mut checked);
    checked
}

fn checked_rule(
    rule: &document::VarianceRule,
    place: &Path,
    found: &mut Vec<(Path, Problem)>,
) -> Option<Rc<VarianceRule>> {
    match VarianceRule::from_document(rule) {
        Ok(rule) => Some(Rc::new(rule)),
        Err(problem) => {
            found.push((place.clone(), problem));
            None
        }
    }
}

fn of_document<'d>(
    row: usize,
    statement: &'d document::Statement,
    ids: &mut BTreeMap<&'d str, Path>,
) -> Result<Statement, (Path, Problem)> {
    let place = place_of(row);
    own_id(statement.id.as_deref(), "financial statement", ids, &place)?;
    let mut line_ids = BTreeMap::new();
    let mut lines = Vec::with_capacity(statement.lines.len());
    for (at, line) in statement.lines.iter().enumerate() {
        let place = place.key("lines").index(at);
        own_id(line.id.as_deref(), "line of a statement", &mut line_ids, &place)?;
        lines.push(StatementLine::from_document(line, statement.notes.len(), &place)?);
    }
    Ok(Statement {
        row,
        id: statement.id.clone(),
        title: statement.title.clone(),
        kind: statement.kind.unwrap_or(StatementKind::Revenue),
        department: statement.department.clone(),
        unit: statement.unit.clone(),
        as_at: statement.as_at,
        sums_up: Vec::new(),
        rest: statement.rest.clone(),
        rule: None,
        lines,
        commentary: statement.commentary.clone(),
        notes: statement.notes.clone(),
    })
}

fn own_id<'d>(
    id: Option<&'d str>,
    called: &'static str,
    ids: &mut BTreeMap<&'d str, Path>,
    place: &Path,
) -> Result<(), (Path, Problem)> {
    let Some(id) = id else { return Ok(()) };
    match ids.entry(id) {
        Entry::Vacant(entry) => {
            entry.insert(place.clone());
            Ok(())
        }
        Entry::Occupied(first) => {
            let (id, first) = (id.to_owned(), first.get().to_string());
            Err((place.key("id"), Problem::RepeatedId { id, called, first }))
        }
    }
}

/// Follows what statements and lines say of one another.
fn link(document: &document::Report, checked: &mut Checked) {
    let mut followed = Vec::new();
    let names = Names::of(&checked.statements);
    for (place, statement) in checked.statements.iter().enumerate() {
        let found = &mut checked.found;
        let own = document.finance.rows.iter().find(|(row, _)| *row == statement.row);
        let sums_up = own.map(|(_, own)| own.sums_up.as_slice()).unwrap_or_default();
        let key = place_of(statement.row).key("sums_up");
        let sums_up = names.statements(place, sums_up, &key, found);
        let mut lines: Vec<(Vec<LinePlace>, Vec<LinePlace>)> = Vec::new();
        for at in 0..statement.lines.len() {
            let said = said(document, statement.row, at);
            let own = LinePlace { statement: place, line: at };
            let mut follow =
                |key, ids: &[String]| names.lines(own, ids, &key_of(statement.row, at, key), found);
            let of = said.map(|line| line.of.as_slice()).unwrap_or_default();
            let of = if of.is_empty() {
                let known = |at: usize| own_lines(place, &lines[at].0);
                let parts = parts(&statement.lines, at, known).into_iter();
                parts.map(|line| LinePlace { statement: place, line }).collect()
            } else {
                follow("of", of)
            };
            let agrees = said.map(|line| line.agrees_with.as_slice()).unwrap_or_default();
            lines.push((of, follow("agrees_with", agrees)));
        }
        followed.push((sums_up, lines));
    }
    for (statement, (sums_up, lines)) in checked.statements.iter_mut().zip(followed) {
        statement.sums_up = sums_up;
        for (line, (of, agrees_with)) in statement.lines.iter_mut().zip(lines) {
            if matches!(line.role, LineRole::Subtotal | LineRole::Total) {
                line.of = of;
            }
            line.agrees_with = agrees_with;
        }
    }
}

fn own_lines(statement: usize, of: &[LinePlace]) -> Vec<usize> {
    of.iter().filter(|place| place.statement == statement).map(|place| place.line).collect()
}
