//! Rates figures without a report file: `cargo run --release --example calculate -- --rule ID < cases.csv`.
//!
//! `ID` is a shipped rule (`--rules` lists them) or a file with a rule; without `--rule` the house rule applies,
//! whose status is the year-end outlook. The first row names the columns, in any order:
//!
//! - `name`
//! - `polarity`: `higher`, `lower`, `plan` or `none`
//! - `basis`: `snapshot`, `cumulative`, `rolling`, `annual` or `forecast`
//! - `quarter`: 1 to 4
//! - `target`: as printed beside the figure. A rule that judges the position holds the figure against it as it
//!   stands; the outlook takes it as the target for the year.
//! - `floor`: the last figure that is still acceptable; where lower is better, it is above the target
//! - `tolerance`: the measure's own, in percent of the target; or `2 points`, or `3 units`
//! - `actual`, `same_period_last_year`, `previous_quarter`
//! - `unit`, if there is such a column; otherwise `%` where a cell or the name says so, and a number elsewhere
//! - `year_basis`: `financial` or `academic`, if there is such a column
//! - `seasonal`: `yes` or `no`, if there is such a column
//! - `history`: earlier years' quarters, oldest first, `q1|q2|q3|q4;q1|…`, if there is such a column
//!
//! An empty cell is absent, and so is one that holds a reason such as `N/A` or `not provided`. A figure may be
//! followed by `[p]` for provisional or `[e]` for estimated. The same rows are written with `progress`,
//! `direction`, `direction_previous_quarter`, `why`, `outlook`, `projected`, `low` and `high` added. A cell that
//! cannot be read leaves its row not rated, with the reason in `why`; it is also said on standard error, and
//! the exit code is then 1.

mod case;
mod rule;
mod table;
mod verdicts;

use std::io::Read;
use std::process::ExitCode;

use case::case;
use quarterlight::model::Rule;
use rule::{list_rules, rule};
use table::Table;
use verdicts::{ADDED, verdicts};

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
    let mut all_read = table.doubts.is_empty();
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    out.write_record(table.headers.iter().chain(ADDED))?;
    for row in &table.rows {
        let added = if row.is_empty() {
            vec![String::new(); ADDED.len()]
        } else {
            match table.cells(row).and_then(|cells| case(&cells, rule)) {
                Ok(case) => verdicts(&case),
                Err(problem) => {
                    eprintln!("line {}: {problem}", row.line);
                    all_read = false;
                    let mut added = ["not rated", "not comparable", "not comparable"]
                        .map(str::to_owned)
                        .to_vec();
                    added.extend([format!("Not rated: {problem}."), "not rated".to_owned()]);
                    added.resize(ADDED.len(), String::new());
                    added
                }
            }
        };
        let mut cells: Vec<&str> = row.cells.iter().collect();
        cells.resize(table.headers.len(), "");
        out.write_record(cells.into_iter().chain(added.iter().map(String::as_str)))?;
    }
    out.flush()?;
    Ok(all_read)
}
