//! Financial statements.

use super::leaf::Text;
use super::record::record;
use super::{Commentary, Value};
use crate::terms::{Date, StatementKind, Unit};

record! {
    /// A financial statement: one table.
    Statement: "a financial statement" {
        /// What stays the same from file to file.
        "id" may id: Text,
        /// The title as printed.
        "title" need title: Text,
        /// Revenue or capital.
        "kind" may kind: StatementKind,
        /// The department it is for; left out, the whole directorate.
        "department" may department: Text,
        /// The unit of every figure.
        "unit" may unit: Unit,
        /// The day up to which it counts.
        "as_at" may as_at: Date,
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
        /// The title as printed.
        "title" need title: Text,
        /// What the line is: "line", "subtotal", "total" or "heading"; left out, a line.
        "role" may role: Text,
        /// The block it stands in: "expenditure", "income", a department.
        "group" may group: Text,
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
        /// A note on the line.
        "note" may note: Text,
    }
}
