//! Financial statements.

use super::leaf::Text;
use super::record::record;
use super::{Commentary, StatusName, Value};
use crate::terms::{Amount, Date, LineRole, StatementKind, Unit};

record! {
    /// A financial statement: one table.
    Statement: "a financial statement" {
        /// What stays the same from file to file.
        "id" may id: Text,
        /// The title as printed.
        "title" need title: Text,
        /// Revenue or capital; left out, revenue.
        "kind" may kind: StatementKind,
        /// The department it is for; left out, the whole directorate.
        "department" may department: Text,
        /// The unit of every figure.
        "unit" may unit: Unit,
        /// The day up to which it counts.
        "as_at" may as_at: Date,
        /// The ids of the statements that it sums up: each of its lines is the sum of their lines of that title.
        "sums_up" many sums_up: Text,
        /// What of it none of those statements is for, such as a department that has none of its own.
        "rest" may rest: Text,
        /// The rule by which its lines have a status; left out, the report's.
        "rule" may rule: VarianceRule,
        /// Its lines in order, with subtotals and totals.
        "lines" many lines: Line,
        /// Commentary; a text on its own will do.
        "commentary" many commentary: Commentary,
        /// Numbered notes and doubts.
        "notes" many notes: Text,
    }
}

record! {
    /// A line of a financial statement. Income is negative; a variance is budget to date less actual to date.
    Line: "a line of a statement" {
        /// What other lines refer to it by; it holds no "/".
        "id" may id: Text,
        /// The title as printed.
        "title" need title: Text,
        /// What it is called in the statements that this one sums up, where they call it otherwise.
        "also" many also: Text,
        /// What the line is: "line", "subtotal", "total" or "heading"; left out, a line.
        "role" may role: LineRole,
        /// The block it stands in: "expenditure", "income", a department.
        "group" may group: Text,
        /// The ids of the lines that a subtotal or total is the sum of, with "statement/" in front for those of
        /// another statement. Left out, a subtotal is of the lines of its group above it, and a total of all above it.
        "of" many of: Text,
        /// The ids of the lines elsewhere that come to the same, together where they are several.
        "agrees_with" many agrees_with: Text,
        /// The budget for the year, or the capital allocation.
        "annual_budget" may annual_budget: Value,
        /// The budget, or the allocation, to date.
        "budget_to_date" may budget_to_date: Value,
        /// What was spent or received to date.
        "actual_to_date" may actual_to_date: Value,
        /// The variance as printed.
        "variance" may variance: Value,
        /// The outturn that is expected.
        "forecast" may forecast: Value,
        /// Commentary; a text on its own will do.
        "commentary" many commentary: Commentary,
        /// A note on the line: says why its figures do not add up, where they do not.
        "note" may note: Text,
        /// The numbers of the statement's notes that are about it.
        "see" many see: Amount,
    }
}

record! {
    /// How the lines of statements are judged: by how much they are over budget. Exactly at a boundary is within it.
    #[derive(Default)]
    VarianceRule: "a rule for variances" {
        /// What the organisation calls it.
        "name" may name: Text,
        /// How far over budget is still on course; left out, not at all.
        "on_course_within" may on_course_within: Margin,
        /// How far over budget is uncertain, and beyond it off course; left out, none is uncertain.
        "uncertain_within" may uncertain_within: Margin,
        /// Whether being under budget by as much counts the same.
        "either_way" may either_way: bool,
        /// What the organisation calls the statuses.
        "statuses" many statuses: StatusName,
        /// What a reader should know of it.
        "note" may note: Text,
    }
}

record! {
    /// How far a line may be over budget, in one of two ways.
    Margin: "a margin" {
        /// In percent of the budget to date.
        "percent_of_budget" may percent_of_budget: Amount,
        /// In the statement's unit.
        "amount" may amount: Amount,
    }
}
