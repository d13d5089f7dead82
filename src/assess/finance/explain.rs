//! How each figure of a line was worked out again, so that anyone can check it.

use super::check::{Check, CheckKind, Input, Outcome, plain};
use super::words::{column_name, money};
use super::{Accounts, line_at};
use crate::assess::verdict::Derivation;
use crate::assess::words::list;
use crate::model::{Column, LinePlace, Report, Statement, StatementLine};
use crate::terms::{Amount, number_text};

const KINDS: [CheckKind; 4] =
    [CheckKind::Variance, CheckKind::Sum, CheckKind::Departments, CheckKind::Agreement];

/// Each way in which a line was worked out again, with its heading: its variance, its sum, its departments, what it
/// should agree with, and its status.
#[must_use]
pub fn explain(
    report: &Report,
    accounts: &Accounts,
    place: LinePlace,
) -> Vec<(&'static str, Derivation)> {
    let Some((line, checked)) = line_at(&report.finance, place).zip(accounts.line(place)) else {
        return Vec::new();
    };
    let case = Explained { all: &report.finance, place, line };
    let status = checked.status.as_ref().map(|status| ("Status", status.derivation().clone()));
    let mut all: Vec<_> = status.into_iter().collect();
    all.extend(case.missing_variance(checked.variance).map(|one| ("Variance", one)));
    for kind in KINDS {
        let checks: Vec<&Check> = checked.checks.iter().filter(|one| one.kind == kind).collect();
        if !checks.is_empty() {
            all.push((kind_heading(kind), case.derivation(kind, &checks)));
        }
    }
    all.extend(checked.not_in.iter().map(|summary| ("Summary", case.left_out(*summary))));
    all.extend(checked.against.iter().map(|other| ("Elsewhere in the file", case.other(*other))));
    all
}

/// What stands above the explanation of a kind of check.
#[must_use]
pub fn kind_heading(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::Variance => "Variance",
        CheckKind::Sum => "Sum",
        CheckKind::Departments => "Departments",
        CheckKind::Agreement => "Elsewhere in the file",
    }
}

/// A sentence for each way in which a line's figures do not agree.
#[must_use]
pub fn disagreements(report: &Report, accounts: &Accounts, place: LinePlace) -> Vec<String> {
    let Some((line, checked)) = line_at(&report.finance, place).zip(accounts.line(place)) else {
        return Vec::new();
    };
    let case = Explained { all: &report.finance, place, line };
    let mut sentences = Vec::new();
    for kind in KINDS {
        let checks: Vec<&Check> = checked.checks.iter().filter(|one| one.kind == kind).collect();
        if checks.iter().any(|check| check.is_wrong()) {
            sentences.push(case.derivation(kind, &checks).sentence);
        }
    }
    sentences.extend(checked.not_in.iter().map(|summary| case.left_out(*summary).sentence));
    sentences
}

/// A line that is being explained.
struct Explained<'r> {
    all: &'r [Statement],
    place: LinePlace,
    line: &'r StatementLine,
}

impl Explained<'_> {
    fn statement(&self) -> &Statement {
        &self.all[self.place.statement]
    }

    fn money(&self, amount: Amount) -> String {
        money(amount, self.statement().unit.as_ref())
    }

    fn name(&self, column: Column) -> &'static str {
        column_name(column, self.statement().kind)
    }

    fn missing_variance(&self, variance: Option<Amount>) -> Option<Derivation> {
        let is_printed = plain(self.line.given(Column::Variance)).is_some();
        let variance = variance.filter(|_| !is_printed)?;
        let sentence = format!(
            "No variance is printed. {} less {} is {}.",
            capital(self.name(Column::BudgetToDate)),
            self.name(Column::ActualToDate),
            self.money(variance)
        );
        Some(Derivation { sentence, ..Derivation::default() })
    }

    fn derivation(&self, kind: CheckKind, checks: &[&Check]) -> Derivation {
        let mut derivation = Derivation::default();
        let wrong: Vec<&&Check> = checks.iter().filter(|check| check.is_wrong()).collect();
        let should = self.should(kind, checks);
        derivation.sentence =
            if let Some(Outcome::Swapped(other)) = wrong.first().map(|one| one.outcome) {
                self.exchanged(other, wrong[0])
            } else if wrong.is_empty() {
                format!("{should}{}", self.agreeing(kind, checks))
            } else {
                let each: Vec<String> = wrong.iter().map(|check| self.differing(check)).collect();
                format!("{should}. {}.", capital(&each.join("; ")))
            };
        for check in checks {
            derivation.step(
                capital(self.name(check.column)),
                self.money(check.printed),
                format!("{}: {}", self.arithmetic(check), self.outcome(check)),
            );
        }
        derivation
    }

    /// What a figure should be: "The sum of the 30 lines from Employees to Transport".
    fn should(&self, kind: CheckKind, checks: &[&Check]) -> String {
        let lines: Vec<&Input> =
            checks.first().map_or(Vec::new(), |one| one.inputs.iter().collect());
        match kind {
            CheckKind::Variance => format!(
                "{} is {} less {}",
                capital(self.name(Column::Variance)),
                self.name(Column::BudgetToDate),
                self.name(Column::ActualToDate)
            ),
            CheckKind::Sum => format!("The sum of {}", self.titles(&lines)),
            CheckKind::Departments => {
                let mut names = self.statements(&lines);
                names.extend(self.statement().rest.clone());
                format!("The sum of {}", list(&names))
            }
            CheckKind::Agreement => format!("Should agree with {}", self.elsewhere(&lines)),
        }
    }

    fn agreeing(&self, kind: CheckKind, checks: &[&Check]) -> String {
        let any = |outcome| checks.iter().any(|check| check.outcome == outcome);
        if let (CheckKind::Departments, Some(rest), true) =
            (kind, &self.statement().rest, any(Outcome::Leaves))
        {
            return format!(
                ". What they leave is for {rest}, of which the file holds no statement."
            );
        }
        if any(Outcome::Unknown) {
            return ", which cannot be checked in full: a figure is missing.".to_owned();
        }
        if any(Outcome::Rounded) {
            return ", and that is what is printed but for rounding.".to_owned();
        }
        ", and that is what is printed.".to_owned()
    }

    fn exchanged(&self, other: LinePlace, check: &Check) -> String {
        let other = line_at(self.all, other).map_or("", |line| line.title.as_str());
        let lines: Vec<&Input> = check.inputs.iter().collect();
        format!(
            "This line and {other} stand the other way round in {}: what is printed here for one is printed there for the other. One of the two statements is wrong.",
            list(&self.statements(&lines))
        )
    }

    /// "annual budget is printed as £50k, and they come to £45k: £5k more"
    fn differing(&self, check: &Check) -> String {
        let is = match check.kind {
            CheckKind::Variance => "that is",
            CheckKind::Sum | CheckKind::Departments => "they come to",
            CheckKind::Agreement => "there it is",
        };
        format!(
            "{} is printed as {}, and {is} {}: {}",
            self.name(check.column),
            self.money(check.printed),
            self.money(check.worked_out),
            self.distance(check)
        )
    }

    fn distance(&self, check: &Check) -> String {
        let difference = check.difference.decimal();
        let word = if difference.is_sign_negative() { "less" } else { "more" };
        format!("{} {word}", self.money(difference.abs().into()))
    }

    fn outcome(&self, check: &Check) -> String {
        match check.outcome {
            Outcome::Agrees => "as printed".to_owned(),
            Outcome::Rounded => {
                format!("printed {}, as rounding can make it", self.distance(check))
            }
            Outcome::Differs => format!("printed {}", self.distance(check)),
            Outcome::Swapped(other) => {
                let other = line_at(self.all, other).map_or("", |line| line.title.as_str());
                format!("printed as {other}")
            }
            Outcome::Leaves => match &self.statement().rest {
                Some(rest) => format!("leaves {} for {rest}", self.money(check.difference)),
                None => format!("leaves {}", self.money(check.difference)),
            },
            Outcome::Unknown => "a figure is missing".to_owned(),
        }
    }

    /// "Total Expenditure 48,911 + Total Income -28,647 = 20,264"; without titles where there are many.
    fn arithmetic(&self, check: &Check) -> String {
        const FEW: usize = 4;
        let is_variance = check.kind == CheckKind::Variance;
        let inputs: Vec<String> = check
            .inputs
            .iter()
            .map(|input| {
                let amount =
                    input.amount.map_or("no figure".to_owned(), |one| number_text(one, None));
                if is_variance || check.inputs.len() > FEW {
                    amount
                } else if check.kind == CheckKind::Departments {
                    format!("{} {amount}", self.whose(input))
                } else {
                    format!("{} {amount}", self.title(input))
                }
            })
            .collect();
        let worked_out = number_text(check.worked_out, None);
        if let (true, [budget, actual]) = (is_variance, inputs.as_slice()) {
            let actual =
                if actual.starts_with('-') { format!("({actual})") } else { actual.clone() };
            return format!("{budget} − {actual} = {worked_out}");
        }
        format!("{} = {worked_out}", inputs.join(" + ").replace(" + -", " − "))
    }

    fn title(&self, input: &Input) -> &str {
        line_at(self.all, input.line).map_or("", |line| line.title.as_str())
    }

    /// The department of an input's statement, or the statement's title.
    fn whose(&self, input: &Input) -> &str {
        let statement = self.all.get(input.line.statement);
        statement.map_or("", |one| one.department.as_deref().unwrap_or(&one.title))
    }

    fn titles(&self, inputs: &[&Input]) -> String {
        match inputs {
            [first, .., last] if inputs.len() > 3 => format!(
                "the {} lines from {} to {}",
                inputs.len(),
                self.title(first),
                self.title(last)
            ),
            _ => list(&inputs.iter().map(|input| self.title(input).to_owned()).collect::<Vec<_>>()),
        }
    }

    fn statements(&self, inputs: &[&Input]) -> Vec<String> {
        let mut names: Vec<String> =
            inputs.iter().map(|input| self.whose(input).to_owned()).collect();
        names.dedup();
        names
    }

    /// "Net Expenditure of Children & Families Department"
    fn elsewhere(&self, inputs: &[&Input]) -> String {
        let names: Vec<String> = inputs
            .iter()
            .map(|input| format!("{} in “{}”", self.title(input), self.title_of_statement(input)))
            .collect();
        list(&names)
    }

    fn title_of_statement(&self, input: &Input) -> &str {
        self.all.get(input.line.statement).map_or("", |one| one.title.as_str())
    }

    fn other(&self, other: LinePlace) -> Derivation {
        let title = self.all.get(other.statement).map_or("", |one| one.title.as_str());
        let line = line_at(self.all, other).map_or("", |line| line.title.as_str());
        let sentence = format!("{line} in “{title}” does not agree with this line, and says how.");
        Derivation { sentence, ..Derivation::default() }
    }

    fn left_out(&self, summary: usize) -> Derivation {
        let title = self.all.get(summary).map_or("", |one| one.title.as_str());
        let sentence = format!(
            "“{title}” has no line of this title, so these figures must be within another line there, and cannot be followed."
        );
        Derivation { sentence, ..Derivation::default() }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
