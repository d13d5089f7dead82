//! The case that a row makes.

use std::collections::BTreeMap;

use quarterlight::assess::Case;
use quarterlight::document::nearest;
use quarterlight::model::Rule;
use quarterlight::terms::{Absence, Amount, Basis, Keyword, Polarity, QuarterNumber, Unit, Year};

use crate::figure::{Cell, Figure, figure, other_unit};
use crate::target::{Size, bounded, tolerance};
use crate::unit::is_percentage;

/// What a row says, which may be all but the quarter.
#[derive(Debug)]
pub(crate) struct Entered {
    /// The quarter.
    pub(crate) quarter: Option<QuarterNumber>,
    case: Case,
    is_empty: bool,
}

impl Entered {
    /// What a row says.
    ///
    /// # Errors
    ///
    /// Says of each cell that cannot be read what could be written.
    pub(crate) fn read(cells: &BTreeMap<&str, &str>, rule: &Rule) -> Result<Self, Vec<String>> {
        let mut row = Row { cells, problems: Vec::new() };
        let entered = row.entered(rule);
        if row.problems.is_empty() { Ok(entered) } else { Err(row.problems) }
    }

    /// The case, if it is of a quarter: a figure that is published once a year is awaited until the last.
    pub(crate) fn in_quarter(&self, quarter: QuarterNumber) -> Case {
        let mut case = Case { quarter, ..self.case.clone() };
        if self.is_empty && case.basis == Some(Basis::Annual) && quarter != QuarterNumber::Four {
            case.actual = Err(Absence::NotYetAvailable);
        }
        case
    }
}

/// A row that is read, and what is wrong with its cells.
struct Row<'c> {
    cells: &'c BTreeMap<&'c str, &'c str>,
    problems: Vec<String>,
}

/// More of a cell than this is not quoted.
const LONGEST_QUOTED: usize = 60;

impl Row<'_> {
    fn entered(&mut self, rule: &Rule) -> Entered {
        let polarity: Option<Polarity> = self.word("polarity");
        let (target, strict) = self.target(polarity);
        let tolerance = self.tolerance();
        let [actual, floor, last_year, previous_quarter] =
            ["actual", "floor", "same_period_last_year", "previous_quarter"]
                .map(|name| self.figure(name));
        let figures = [
            ("target", &target),
            ("actual", &actual),
            ("floor", &floor),
            ("same_period_last_year", &last_year),
            ("previous_quarter", &previous_quarter),
        ];
        let sign = tolerance.as_ref().and_then(|size| size.sign.clone());
        let unit = self.unit(&figures, sign.as_ref());
        for (name, cell) in figures {
            if let Cell::Figure(Figure { sign: Some(sign), .. }) = cell {
                self.check_sign(name, sign, unit.as_ref());
            }
        }
        if let Some(sign) = &sign {
            self.check_sign("tolerance", sign, unit.as_ref());
        }
        let case = Case {
            name: self.text("name").unwrap_or("this row").to_owned(),
            polarity,
            basis: self.word("basis"),
            year: self.word("year_basis").unwrap_or(Year::Financial),
            seasonal: self.flag("seasonal"),
            quarter: QuarterNumber::One,
            target: amount(&target),
            year_target: None,
            strict,
            floor: amount(&floor),
            tolerance: tolerance.as_ref().map(|size| size.tolerance),
            threshold: tolerance.as_ref().map(|size| size.amount),
            actual: match &actual {
                Cell::Empty => Err(Absence::NotStated),
                Cell::Absent(reason) => Err(*reason),
                Cell::Figure(figure) => Ok(figure.amount),
            },
            marks: match &actual {
                Cell::Figure(figure) => figure.marks.clone(),
                _ => Vec::new(),
            },
            same_period_last_year: amount(&last_year),
            previous_quarter: amount(&previous_quarter),
            history: self.history(unit.as_ref()),
            unit,
            rule: rule.clone(),
        };
        let quarter = self.quarter();
        Entered { quarter, case, is_empty: matches!(actual, Cell::Empty) }
    }

    /// A cell that is not empty.
    fn text(&self, name: &str) -> Option<&str> {
        self.cells.get(name).copied().filter(|cell| !cell.is_empty())
    }

    /// Notes what is wrong with a cell.
    fn refuse(&mut self, name: &str, why: &str) {
        let quoted = quoted(self.text(name).unwrap_or_default());
        self.problems.push(format!("the {} “{quoted}” {why}", name.replace('_', " ")));
    }

    fn word<K: Keyword>(&mut self, name: &str) -> Option<K> {
        let text = self.text(name)?;
        let found = K::from_word(text);
        if found.is_none() {
            let words: Vec<&str> = K::WORDS.iter().map(|(_, word, _)| *word).collect();
            let meant = nearest(text, words.iter().copied());
            let meant =
                meant.map_or_else(String::new, |meant| format!(": did you mean “{meant}”?"));
            self.refuse(name, &format!("is not one of {}{meant}", one_of(&words)));
        }
        found
    }

    fn flag(&mut self, name: &str) -> bool {
        match self.text(name).map(str::to_lowercase).as_deref() {
            None | Some("no" | "false" | "0" | "n") => false,
            Some("yes" | "true" | "1" | "y" | "seasonal") => true,
            Some(_) => {
                self.refuse(name, "is neither yes nor no");
                false
            }
        }
    }

    fn quarter(&mut self) -> Option<QuarterNumber> {
        let text = self.text("quarter")?.to_lowercase();
        let number = ["quarter", "qtr", "q"].iter().find_map(|word| text.strip_prefix(word));
        let number = number.unwrap_or(&text).trim();
        let found =
            QuarterNumber::ALL.into_iter().find(|quarter| quarter.number().to_string() == number);
        if found.is_none() {
            let says_year = number.bytes().filter(u8::is_ascii_digit).count() >= 4;
            let alone = if says_year { ": write it alone, without the year" } else { "" };
            self.refuse("quarter", &format!("is not one of 1, 2, 3 or 4{alone}"));
        }
        found
    }

    fn figure(&mut self, name: &str) -> Cell {
        let read = figure(self.text(name).unwrap_or_default());
        self.read_or_empty(name, read)
    }

    fn read_or_empty(&mut self, name: &str, read: Result<Cell, String>) -> Cell {
        read.unwrap_or_else(|why| {
            self.refuse(name, &why);
            Cell::Empty
        })
    }

    /// The target, and whether it has to be passed.
    fn target(&mut self, polarity: Option<Polarity>) -> (Cell, bool) {
        let (text, bound) = bounded(self.text("target").unwrap_or_default());
        let cell = self.read_or_empty("target", figure(&text));
        let Some(bound) = bound else { return (cell, false) };
        if let Some(why) = bound.contradicts(polarity) {
            self.refuse("target", &why);
        }
        (cell, bound.strict)
    }

    fn tolerance(&mut self) -> Option<Size> {
        let text = self.text("tolerance")?;
        if let Ok(Cell::Empty | Cell::Absent(_)) = figure(text) {
            return None;
        }
        let read = tolerance(text);
        if let Err(why) = &read {
            self.refuse("tolerance", why);
        }
        read.ok()
    }

    /// The unit of the column; without one, that of the first sign; without one, what the name says.
    fn unit(&mut self, figures: &[(&str, &Cell)], tolerance: Option<&Unit>) -> Option<Unit> {
        if let Some(text) = self.text("unit") {
            let unit = text.parse().ok();
            if unit.is_none() {
                let why = format!(
                    "is not one of {}: for a count, write what is counted, such as “number of children”",
                    one_of(&Unit::FORMS)
                );
                self.refuse("unit", &why);
            }
            return unit;
        }
        let sign = figures.iter().find_map(|(_, cell)| match cell {
            Cell::Figure(figure) => figure.sign.as_ref(),
            _ => None,
        });
        let is_percentage = is_percentage(self.text("name").unwrap_or_default());
        let named = if is_percentage { Unit::Percent } else { Unit::Number };
        Some(sign.or(tolerance).cloned().unwrap_or(named))
    }

    /// A sign has to be that of the unit.
    fn check_sign(&mut self, name: &str, sign: &Unit, unit: Option<&Unit>) {
        if let Some(unit) = unit.filter(|unit| is_other(sign, unit)) {
            self.refuse(name, &other_unit(sign, unit));
        }
    }

    fn history(&mut self, unit: Option<&Unit>) -> Vec<[Option<Amount>; 4]> {
        let text = self.text("history").unwrap_or_default().to_owned();
        let mut years = Vec::new();
        for year in text.split(';').filter(|one| !one.trim().is_empty()) {
            let quarters: Vec<&str> = year.split('|').collect();
            let Ok(quarters) = <[&str; 4]>::try_from(quarters) else {
                let quoted = quoted(year);
                self.problems.push(format!(
                    "“{quoted}” in the history is not a year of four quarters: write q1|q2|q3|q4, with ; between years"
                ));
                continue;
            };
            years.push(quarters.map(|text| {
                let read = figure(text).and_then(|cell| match (&cell, unit) {
                    (Cell::Figure(Figure { sign: Some(sign), .. }), Some(unit))
                        if is_other(sign, unit) =>
                    {
                        Err(other_unit(sign, unit))
                    }
                    _ => Ok(cell),
                });
                let cell = read.unwrap_or_else(|why| {
                    self.problems.push(format!("“{}” in the history {why}", quoted(text)));
                    Cell::Empty
                });
                amount(&cell)
            }));
        }
        years
    }
}

fn is_other(sign: &Unit, unit: &Unit) -> bool {
    let is_share = |unit: &Unit| matches!(unit, Unit::Percent | Unit::Points);
    sign != unit && !(sign.is_money() && unit.is_money()) && !(is_share(sign) && is_share(unit))
}

fn amount(cell: &Cell) -> Option<Amount> {
    match cell {
        Cell::Figure(figure) => Some(figure.amount),
        Cell::Empty | Cell::Absent(_) => None,
    }
}

/// A cell, or its start, on one line.
fn quoted(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(LONGEST_QUOTED) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// "higher, lower, plan or none"
fn one_of(words: &[&str]) -> String {
    match words {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        words => words.concat(),
    }
}
