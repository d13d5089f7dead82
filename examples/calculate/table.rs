//! Rows and columns: bytes → rows by the names of their columns, each with its line.

use std::collections::BTreeMap;

use csv::StringRecord;
use quarterlight::document::nearest;

/// The columns that are read.
const KNOWN: [&str; 14] = [
    "name",
    "polarity",
    "basis",
    "quarter",
    "target",
    "floor",
    "tolerance",
    "actual",
    "same_period_last_year",
    "previous_quarter",
    "unit",
    "year_basis",
    "seasonal",
    "history",
];

/// The columns without which no row can be rated.
const NEEDED: [&str; 2] = ["target", "actual"];

/// What to do with a text that is not in UTF-8.
const SAVE_AS: &str = "save it as “CSV UTF-8 (comma delimited)”; nothing was rated";

/// A table whose columns are known.
#[derive(Debug)]
pub(crate) struct Table {
    /// The first row, as it is written.
    pub(crate) headers: StringRecord,
    /// The other rows.
    pub(crate) rows: Vec<Row>,
    /// What is doubtful in the names of the columns.
    pub(crate) doubts: Vec<String>,
    names: Vec<String>,
}

/// A row.
#[derive(Debug)]
pub(crate) struct Row {
    /// The line on which it starts, as a text editor counts.
    pub(crate) line: usize,
    /// Its cells, as they are written.
    pub(crate) cells: StringRecord,
}

impl Table {
    /// Reads all of it, so that nothing is written of a table that cannot be read.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the table as a whole, and how to mend it.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, String> {
        let text = text(bytes)?;
        if let Some(line) = unclosed_quote(text) {
            return Err(format!(
                "line {line}: the quotation mark that opens a cell here is not closed where the cell ends, so that it takes in the rows below: close it, or write it twice (\"\") inside a quoted cell"
            ));
        }
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let headers = reader.headers().map_err(|error| error.to_string())?.clone();
        let names: Vec<String> = headers.iter().map(plain).collect();
        let doubts = columns(&names, text)?;
        let (mut rows, mut line, mut seen) = (Vec::new(), 1, 0);
        for cells in reader.into_records() {
            let cells = cells.map_err(|error| error.to_string())?;
            let before =
                cells.position().map_or(seen, |at| usize::try_from(at.byte()).unwrap_or(seen));
            // The reader is at the end of the line before, or of the blank lines before.
            let start = text.len() - text[before..].trim_start_matches(['\r', '\n']).len();
            line += line_ends(&text[seen..start]);
            seen = start;
            rows.push(Row { line, cells });
        }
        Ok(Self { headers, rows, doubts, names })
    }

    /// The cells of a row by the names of their columns.
    ///
    /// # Errors
    ///
    /// There are more cells than columns: which cell belongs where cannot be told.
    pub(crate) fn cells<'t>(&'t self, row: &'t Row) -> Result<BTreeMap<&'t str, &'t str>, String> {
        let surplus: Vec<&str> = row.cells.iter().skip(self.names.len()).collect();
        if surplus.iter().any(|cell| !cell.trim().is_empty()) {
            return Err(format!(
                "the row has {} cells and the first row {}, “{}” being left over: a text or number with a comma in it needs quotation marks (\"1,000\")",
                row.cells.len(),
                self.names.len(),
                surplus.join(",")
            ));
        }
        Ok(self.names.iter().map(String::as_str).zip(row.cells.iter().map(str::trim)).collect())
    }
}

impl Row {
    /// Whether there is nothing in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The name of a column, with spaces, hyphens and underscores alike.
fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace([' ', '-', '\u{a0}'], "_")
}

fn text(bytes: &[u8]) -> Result<&str, String> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(format!("this is a spreadsheet's own file, not a CSV: {SAVE_AS}"));
    }
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) || bytes.contains(&0) {
        return Err(format!("the text is in UTF-16, not in UTF-8: {SAVE_AS}"));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let good = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        format!(
            "line {}: the text is not in UTF-8 but probably in an older Windows encoding, as a plain “CSV” is: {SAVE_AS}",
            line_ends(&good) + 1
        )
    })?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(
            "standard input is empty: feed it a CSV whose first row names the columns".to_owned()
        );
    }
    Ok(text)
}

/// How often a line ends: with LF, CR LF or CR.
fn line_ends(text: &str) -> usize {
    let lone = |(at, _): &(usize, &str)| !text[at + 1..].starts_with('\n');
    text.matches('\n').count() + text.match_indices('\r').filter(lone).count()
}

/// The line on which a quoted cell starts that goes on over the end of its line and does not end at a comma.
fn unclosed_quote(text: &str) -> Option<usize> {
    enum At {
        Start,
        Bare,
        Quoted,
        Quote,
    }
    let (mut at, mut opened, mut seen) = (At::Start, 0, 0);
    let line_at = |place: usize| line_ends(&text[..place]) + 1;
    for (place, c) in text.char_indices() {
        at = match (at, c) {
            (At::Quoted, '"') => At::Quote,
            (At::Quoted, _) | (At::Quote, '"') => At::Quoted,
            (_, ',' | '\n' | '\r') => At::Start,
            (At::Start, '"') => {
                opened = place;
                At::Quoted
            }
            (At::Quote, _) if text[opened..place].contains(['\n', '\r']) => {
                return Some(line_at(opened));
            }
            _ => At::Bare,
        };
        seen = place;
    }
    (matches!(at, At::Quoted) && seen > 0).then(|| line_at(opened))
}

/// What is doubtful in the names of the columns; a name that nothing resembles may be a note.
fn columns(names: &[String], text: &str) -> Result<Vec<String>, String> {
    let is_there = |name: &str| names.iter().any(|one| one == name);
    if let Some(separator) = other_separator(names, text) {
        return Err(format!(
            "the columns are separated by {separator}: save the file as “CSV UTF-8 (comma delimited)”, with commas between the cells"
        ));
    }
    if !KNOWN.into_iter().any(is_there) {
        return Err(format!(
            "the first row names none of the columns that are read ({}): put a row with their names first",
            KNOWN.join(", ")
        ));
    }
    let twice = KNOWN.into_iter().find(|name| names.iter().filter(|one| one == name).count() > 1);
    if let Some(name) = twice {
        return Err(format!("there are two columns “{name}”: take one out, or rename it"));
    }
    let (doubts, meant): (Vec<String>, Vec<&str>) =
        names.iter().filter_map(|name| misspelt(name, names)).unzip();
    let missing: Vec<String> = NEEDED
        .into_iter()
        .filter(|name| !is_there(name))
        .map(|name| {
            let mend = if meant.contains(&name) { "" } else { ": add it to the first row" };
            format!("there is no column “{name}”{mend}")
        })
        .collect();
    if missing.is_empty() { Ok(doubts) } else { Err([missing, doubts].concat().join("; ")) }
}

fn other_separator(names: &[String], text: &str) -> Option<&'static str> {
    let known = |name: &str| KNOWN.contains(&name);
    let by_comma = names.iter().filter(|name| known(name)).count();
    let first = text.trim_start().lines().next().unwrap_or_default();
    let found = [(';', "semicolons"), ('\t', "tabs"), ('|', "upright lines")]
        .into_iter()
        .map(|(sign, called)| {
            let names = first.split(sign).map(|name| plain(name.trim_matches('"')));
            (names.filter(|name| known(name)).count(), called)
        })
        .max_by_key(|(count, _)| *count)?;
    (found.0 > by_comma && found.0 > 1).then_some(found.1)
}

/// Words that make a name with a known one in it another column's: `target_date`, `last_year's_target`.
const OF_ANOTHER: [&str; 3] = ["date", "last", "previous"];

/// What is said of a name that is nearly a known one which is not there, and that one. A known name with another word
/// beside it is a column of its own, unless no row can be rated without the known one.
fn misspelt(name: &str, names: &[String]) -> Option<(String, &'static str)> {
    let is_longer = |known: &str| {
        name.starts_with(&format!("{known}_")) || name.ends_with(&format!("_{known}"))
    };
    let is_other = |known: &str| is_longer(known) || known.starts_with(&format!("{name}_"));
    if KNOWN.contains(&name) {
        return None;
    }
    let missing = || KNOWN.into_iter().filter(|known| !names.iter().any(|one| one == known));
    // “Actual value” is the actual, “Last year” the end of a known name.
    let core = ["_value", "_figure"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
    let core = if core == "qtr" { "quarter" } else { core };
    let ends_so = |known: &str| core.contains('_') && known.ends_with(&format!("_{core}"));
    let is_needed = |known: &str| {
        NEEDED.contains(&known)
            && is_longer(known)
            && !name.split('_').any(|word| OF_ANOTHER.contains(&word))
    };
    let meant = missing()
        .find(|known| *known == core || ends_so(known) || is_needed(known))
        .or_else(|| nearest(name, missing().filter(|known| !is_other(known))))?;
    Some((format!("the column “{name}” is not read: did you mean “{meant}”?"), meant))
}
