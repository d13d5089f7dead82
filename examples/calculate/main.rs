//! Rates figures without a report file: `cargo run --release --example calculate -- --rule ID < cases.csv`.
//!
//! `ID` is a shipped rule (`--rules` lists them) or a file with a rule; without `--rule` the house rule applies,
//! whose status is the year-end outlook. The first row names the columns, in any order:
//!
//! - `name`
//! - `polarity`: `higher`, `lower`, `plan` or `none`
//! - `basis`: `snapshot`, `cumulative`, `quarter`, `rolling`, `forecast`, `annual`, `termly` or `arrears`
//! - `quarter`: 1 to 4, also as `Q3` or `Quarter 3`; without it, a row is rated as far as that comes to the same in every
//!   quarter
//! - `target`: as printed beside the figure; `<85` or `more than 90` has to be passed. A rule that judges the
//!   position holds the figure against it as it stands; the outlook takes it as the target for the year.
//! - `floor`: the last figure that is still acceptable; where lower is better, it is above the target
//! - `tolerance`: the measure's own, in percent of the target (`5` or `5%`), in percentage points (`5 points` or
//!   `5pp`), or in the measure's unit (`£5` or `5 units`)
//! - `actual`, `same_period_last_year`, `previous_quarter`
//! - `unit`, if there is such a column; otherwise by the `%` or `£` of a figure or the kind of the tolerance;
//!   otherwise percent, if the name says that a percentage is measured: first (“Increase the percentage of …”), in
//!   brackets or last. “Number of” before it, or a number, makes it a count (“missing more than 10% of sessions”).
//! - `year_basis`: `financial` or `academic`, if there is such a column
//! - `seasonal`: `yes` or `no`, if there is such a column
//! - `history`: earlier years' quarters, oldest first, `q1|q2|q3|q4;q1|…`, if there is such a column
//!
//! Only `target` and `actual` have to be there; other columns are passed through. An empty cell is absent, and so
//! is one that holds a reason such as `N/A` or `not provided`. A number has a point before its decimals, and commas
//! or spaces only between thousands; it may be followed by `[p]` for provisional, `[e]` estimated, `[r]` revised or
//! `[f]` projected.
//!
//! The same rows are written with `progress`, `direction`, `direction_previous_quarter`, `why`, `outlook`,
//! `projected`, `low` and `high` added; nothing is added to an empty row. A row with a cell that cannot be read is
//! not rated, with all that is wrong with it in `why` and on standard error; cells beyond the last column are quoted
//! there. A column whose name is nearly a known one is named too. The exit code is then 1. It is also 1, and nothing
//! is written, if the rule or the table as a whole cannot be read; what is only doubtful in a rule file is said.

mod case;
mod figure;
mod rule;
mod table;
mod target;
mod unit;
mod verdicts;

use std::io::Read;
use std::process::ExitCode;

use case::Entered;
use quarterlight::model::Rule;
use rule::{list_rules, rule};
use table::{Row, Table};
use verdicts::{ADDED, Added, not_rated, verdicts};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let rule = match words.as_slice() {
        [] => Ok(Rule::default()),
        ["--rules"] => {
            list_rules();
            return ExitCode::SUCCESS;
        }
        ["--rule", id] => rule(id),
        _ => Err("Usage: calculate [--rule ID | --rules] < cases.csv".to_owned()),
    };
    let rated = rule.and_then(|rule| rate(&rule).map_err(|error| error.to_string()));
    match rated {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Rates every row; whether everything could be read.
fn rate(rule: &Rule) -> Result<bool, Box<dyn std::error::Error>> {
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes)?;
    let table = Table::read(&bytes)?;
    for doubt in &table.doubts {
        eprintln!("{doubt}");
    }
    for name in table.headers.iter().filter(|name| ADDED.contains(name)) {
        eprintln!("the column “{name}” is there already: the one that is added stands behind it");
    }
    let mut all_read = table.doubts.is_empty();
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    out.write_record(table.headers.iter().chain(ADDED))?;
    for row in &table.rows {
        let added = added(&table, row, rule).unwrap_or_else(|problems| {
            for problem in &problems {
                eprintln!("line {}: {problem}", row.line);
            }
            all_read = false;
            not_rated(&problems)
        });
        let mut cells: Vec<&str> = row.cells.iter().collect();
        cells.resize(table.headers.len(), "");
        out.write_record(cells.into_iter().chain(added.iter().map(String::as_str)))?;
    }
    out.flush()?;
    Ok(all_read)
}

/// What is added to a row, or everything that is wrong with it.
fn added(table: &Table, row: &Row, rule: &Rule) -> Result<Added, Vec<String>> {
    if row.is_empty() {
        return Ok(Added::default());
    }
    let cells = table.cells(row).map_err(|problem| vec![problem])?;
    verdicts(&Entered::read(&cells, rule)?).map_err(|problem| vec![problem])
}
