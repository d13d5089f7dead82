//! The case that a row makes.

use std::collections::BTreeMap;

use quarterlight::assess::Case;
use quarterlight::model::{Rule, Tolerance};
use quarterlight::terms::{
    Absence, Amount, Basis, Keyword, Mark, Polarity, QuarterNumber, Unit, Year,
};

/// A cell that is not empty.
fn cell<'c>(cells: &BTreeMap<&str, &'c str>, name: &str) -> Option<&'c str> {
    cells.get(name).copied().filter(|cell| !cell.is_empty())
}

pub(crate) fn case(cells: &BTreeMap<&str, &str>, rule: &Rule) -> Result<Case, String> {
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
