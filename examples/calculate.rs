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

use std::collections::BTreeMap;
use std::process::ExitCode;

use quarterlight::assess::{Case, Projection, Verdict};
use quarterlight::document::read_rule;
use quarterlight::model::{Rule, Tolerance, shipped, shipped_rule};
use quarterlight::terms::{
    Absence, Amount, Basis, ComparedWith, Direction, Keyword, Mark, Polarity, QuarterNumber, Unit,
    Year, rounded,
};

const ADDED: [&str; 8] = [
    "progress",
    "direction",
    "direction_previous_quarter",
    "why",
    "outlook",
    "projected",
    "low",
    "high",
];

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

fn list_rules() {
    for rule in shipped() {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        println!("{}: {}, {}. {}", text(&rule.id), text(&rule.body), rule.title(), rule.text());
    }
}

fn rule(id: &str) -> Result<Rule, String> {
    if let Some(rule) = shipped_rule(id) {
        return Ok(rule.clone());
    }
    let text = std::fs::read_to_string(id).map_err(|error| {
        let ids: Vec<&str> = shipped().iter().filter_map(|rule| rule.id.as_deref()).collect();
        format!(
            "“{id}” is neither a shipped rule ({}) nor a file with one: {error}",
            ids.join(", ")
        )
    })?;
    let (rule, findings) = read_rule(id, &text);
    let found: Vec<String> = findings.iter().map(ToString::to_string).collect();
    let rule = rule.ok_or_else(|| found.join("\n"))?;
    Rule::from_document(&rule)
        .map_err(|problem| format!("{id}: {} {}", problem.what(), problem.mend()))
}

/// A projection is written with so many decimal places at most.
const MOST_PLACES: u8 = 4;

/// Rates every row; whether every cell could be read.
fn rate(rule: &Rule) -> Result<bool, Box<dyn std::error::Error>> {
    let mut rows = csv::ReaderBuilder::new().flexible(true).from_reader(std::io::stdin());
    let headers = rows.headers()?.clone();
    let names: Vec<String> = headers
        .iter()
        .map(|name| name.trim().trim_start_matches('\u{feff}').to_lowercase())
        .collect();
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    out.write_record(headers.iter().chain(ADDED))?;
    let mut all_read = true;
    for row in rows.records() {
        let row = row?;
        let line = row.position().map_or(0, csv::Position::line);
        let cells: BTreeMap<&str, &str> =
            names.iter().map(String::as_str).zip(row.iter().map(str::trim)).collect();
        let added = match case(&cells, rule) {
            Ok(case) => verdicts(&case),
            Err(problem) => {
                eprintln!("line {line}: {problem}");
                all_read = false;
                let mut added =
                    ["not rated", "not comparable", "not comparable"].map(str::to_owned).to_vec();
                added.extend([format!("Not rated: {problem}."), "not rated".to_owned()]);
                added.resize(ADDED.len(), String::new());
                added
            }
        };
        let mut cells: Vec<&str> = row.iter().collect();
        cells.resize(headers.len(), "");
        out.write_record(cells.into_iter().map(str::to_owned).chain(added))?;
    }
    out.flush()?;
    Ok(all_read)
}

/// A cell that is not empty.
fn cell<'c>(cells: &BTreeMap<&str, &'c str>, name: &str) -> Option<&'c str> {
    cells.get(name).copied().filter(|cell| !cell.is_empty())
}

fn case(cells: &BTreeMap<&str, &str>, rule: &Rule) -> Result<Case, String> {
    let number = |name: &str| figure(cells, name).map(|figure| figure.and_then(Result::ok));
    let basis: Option<Basis> = word(cells, "basis")?;
    let quarter = match cell(cells, "quarter") {
        Some(text) => QuarterNumber::ALL
            .into_iter()
            .find(|quarter| quarter.number().to_string() == text.trim_start_matches(['Q', 'q']))
            .ok_or_else(|| format!("the quarter “{text}” is not 1, 2, 3 or 4"))?,
        None => return Err("the quarter is missing".to_owned()),
    };
    let is_awaited = basis == Some(Basis::Annual) && quarter != QuarterNumber::Four;
    let missing = if is_awaited { Absence::NotYetAvailable } else { Absence::NotStated };
    Ok(Case {
        name: cell(cells, "name").unwrap_or("this row").to_owned(),
        unit: Some(unit(cells)?),
        polarity: word::<Polarity>(cells, "polarity")?,
        basis,
        year: word::<Year>(cells, "year_basis")?.unwrap_or(Year::Financial),
        seasonal: flag(cells, "seasonal")?,
        quarter,
        target: number("target")?,
        floor: number("floor")?,
        tolerance: tolerance(cells)?,
        threshold: cell(cells, "tolerance")
            .and_then(|text| amount(text.trim_end_matches(char::is_alphabetic))),
        actual: figure(cells, "actual")?.unwrap_or(Err(missing)),
        marks: marks(cells),
        same_period_last_year: number("same_period_last_year")?,
        previous_quarter: number("previous_quarter")?,
        history: history(cells)?,
        rule: rule.clone(),
    })
}

fn word<K: Keyword>(cells: &BTreeMap<&str, &str>, name: &str) -> Result<Option<K>, String> {
    let Some(text) = cell(cells, name) else { return Ok(None) };
    K::from_word(text).map(Some).ok_or_else(|| format!("the {name} “{text}” is not {}", K::CALLED))
}

fn flag(cells: &BTreeMap<&str, &str>, name: &str) -> Result<bool, String> {
    match cell(cells, name).map(str::to_lowercase).as_deref() {
        None | Some("no" | "false" | "0" | "n") => Ok(false),
        Some("yes" | "true" | "1" | "y" | "seasonal") => Ok(true),
        Some(text) => Err(format!("{name} “{text}” is neither yes nor no")),
    }
}

/// The figure of a cell, or the reason that it gives for there being none.
fn figure(
    cells: &BTreeMap<&str, &str>,
    name: &str,
) -> Result<Option<Result<Amount, Absence>>, String> {
    let Some(text) = cell(cells, name) else { return Ok(None) };
    if let Some(reason) = Absence::from_word(text).or_else(|| Absence::from_short_form(text)) {
        return Ok(Some(Err(reason)));
    }
    match amount(text) {
        Some(amount) => Ok(Some(Ok(amount))),
        None => Err(format!("the {} “{text}” is not a number", name.replace('_', " "))),
    }
}

/// A number as people type it: with commas, a pound sign, a percent sign or a mark behind.
fn amount(text: &str) -> Option<Amount> {
    let text = text.split_once('[').map_or(text, |(number, _)| number);
    let bare: String = text.chars().filter(|c| !matches!(c, ',' | '£' | '%' | ' ')).collect();
    bare.parse().ok()
}

fn marks(cells: &BTreeMap<&str, &str>) -> Vec<Mark> {
    let text = cell(cells, "actual").unwrap_or_default();
    [("[p]", Mark::Provisional), ("[e]", Mark::Estimated), ("[r]", Mark::Revised)]
        .into_iter()
        .filter(|(sign, _)| text.contains(sign))
        .map(|(_, mark)| mark)
        .collect()
}

fn unit(cells: &BTreeMap<&str, &str>) -> Result<Unit, String> {
    if let Some(text) = cell(cells, "unit") {
        return text.parse().map_err(|()| format!("“{text}” is not a unit"));
    }
    let is_percent = ["target", "actual"]
        .iter()
        .any(|name| cell(cells, name).is_some_and(|text| text.contains('%')));
    let name = cell(cells, "name").unwrap_or_default().to_lowercase();
    let is_named = name.contains('%') || name.contains("percent") || name.contains("per cent");
    Ok(if is_percent || is_named { Unit::Percent } else { Unit::Number })
}

fn tolerance(cells: &BTreeMap<&str, &str>) -> Result<Option<Tolerance>, String> {
    let Some(text) = cell(cells, "tolerance") else { return Ok(None) };
    let lower = text.to_lowercase();
    let behind = |ends: [&str; 2]| ends.into_iter().find_map(|end| lower.strip_suffix(end));
    let given = if let Some(number) = behind(["points", "point"]) {
        amount(number).map(|size| (size, Tolerance::Points(size)))
    } else if let Some(number) = behind(["units", "unit"]) {
        amount(number).map(|size| (size, Tolerance::Amount(size)))
    } else {
        amount(&lower).map(|size| (size, Tolerance::PercentOfTarget(size)))
    };
    match given {
        Some((size, tolerance)) if !size.decimal().is_sign_negative() => Ok(Some(tolerance)),
        _ => Err(format!("the tolerance “{text}” is not a number that is 0 or more")),
    }
}

fn history(cells: &BTreeMap<&str, &str>) -> Result<Vec<[Option<Amount>; 4]>, String> {
    let Some(text) = cell(cells, "history") else { return Ok(Vec::new()) };
    let year = |year: &str| {
        let quarters: Vec<&str> = year.split('|').map(str::trim).collect();
        let [one, two, three, four] = quarters.as_slice() else {
            return Err(format!("the history “{year}” does not have four quarters"));
        };
        let quarter = |text: &str| match text {
            "" => Ok(None),
            text if Absence::from_short_form(text).is_some() => Ok(None),
            text => amount(text)
                .map(Some)
                .ok_or_else(|| format!("“{text}” in the history is not a number")),
        };
        Ok([quarter(one)?, quarter(two)?, quarter(three)?, quarter(four)?])
    };
    text.split(';').filter(|one| !one.trim().is_empty()).map(year).collect()
}

fn verdicts(case: &Case) -> Vec<String> {
    let Some(judged) = case.judged() else { return vec![String::new(); ADDED.len()] };
    let progress = judged.progress();
    let direction = case.direction(ComparedWith::SamePeriodLastYear);
    let previous = case.direction(ComparedWith::PreviousQuarter);
    let mut why = vec![progress.derivation().sentence.as_str()];
    let compared = [&direction, &previous].into_iter().flatten();
    why.extend(compared.map(|verdict| verdict.derivation().sentence.as_str()));
    let way = |verdict: &Option<Verdict<Direction>>| {
        verdict.as_ref().map_or("not comparable", |verdict| verdict.status().word()).to_owned()
    };
    let projected = |part: fn(&Projection) -> Amount| {
        let projection = judged.outlook.projection();
        projection.map_or_else(String::new, |projection| {
            rounded(part(projection).decimal(), MOST_PLACES).normalize().to_string()
        })
    };
    vec![
        progress.status().word().to_owned(),
        way(&direction),
        way(&previous),
        why.join(" "),
        judged.outlook.verdict.status().word().to_owned(),
        projected(|projection| projection.projected),
        projected(|projection| projection.low),
        projected(|projection| projection.high),
    ]
}
