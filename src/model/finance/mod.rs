//! Financial statements, checked: what each line is, and which lines a subtotal or a total is the sum of.

mod line;
mod parts;
mod references;
mod rule;
mod statement;

pub use line::{Column, LinePlace, StatementLine};
pub use rule::{Margin, VarianceRule};
pub use statement::Statement;
pub(super) use statement::{Checked, checked};
