//! Financial statements as plain text.

use std::fmt::{Result, Write as _};

use super::with_reason;
use crate::view::{Departments, FinanceCell, FinancePage, LineRow, StatementView};

pub(super) fn write(out: &mut String, page: &FinancePage) -> Result {
    for line in &page.headline {
        writeln!(out, "{line}")?;
    }
    if !page.wrong.is_empty() {
        writeln!(out, "\n## Lines to check")?;
    }
    for wrong in &page.wrong {
        let statement = wrong.statement.as_ref().map(|one| format!("{one}: ")).unwrap_or_default();
        writeln!(out, "{statement}{}: {}", wrong.title, wrong.what.join(" "))?;
        if let Some(note) = &wrong.note {
            writeln!(out, "  Note: {note}")?;
        }
    }
    if let Some(overview) = &page.overview {
        writeln!(out, "\n## Statements\n{}", overview.columns.join(" | "))?;
        for row in &overview.rows {
            writeln!(
                out,
                "{} ({}): {} | {}",
                row.title,
                row.remark,
                cells(&row.cells),
                row.checked
            )?;
        }
    }
    page.statements.iter().try_for_each(|statement| write_statement(out, statement))?;
    super::pages::write_symbols(out, &page.symbols)
}

fn write_statement(out: &mut String, statement: &StatementView) -> Result {
    writeln!(out, "\n## {}\n{}", statement.title, statement.facts)?;
    for (what, ways) in &statement.ways {
        let ways: Vec<String> =
            ways.iter().map(|(text, place)| format!("{text} ({})", place.address())).collect();
        writeln!(out, "{what}: {}", ways.join("; "))?;
    }
    for remark in &statement.commentary {
        writeln!(out, "  {}", remark.prose)?;
    }
    let columns: Vec<&str> = statement.columns.iter().map(|column| column.text.as_str()).collect();
    writeln!(out, "{}", columns.join(" | "))?;
    for block in &statement.blocks {
        if let Some(title) = &block.title {
            let place = block.place.as_ref().map(|place| format!(" ({})", place.address()));
            writeln!(out, "\n{title}{}", place.unwrap_or_default())?;
        }
        block.rows.iter().try_for_each(|row| write_row(out, row))?;
    }
    writeln!(out, "{}", statement.legend())?;
    for (number, note) in &statement.notes {
        writeln!(out, "Note {number}: {note}")?;
    }
    Ok(())
}

fn write_row(out: &mut String, row: &LineRow) -> Result {
    write!(out, "{}: {}", row.title, cells(&row.cells))?;
    if let Some(status) = &row.status {
        write!(out, " | Status: {}", with_reason(&status.word, status.reason))?;
    }
    for note in &row.notes {
        write!(out, " [note {note}]")?;
    }
    if let Some(flag) = &row.flag {
        write!(out, " ▲ {flag}")?;
    }
    writeln!(out)?;
    for remark in &row.remarks {
        let label = remark.label.map(|label| format!("{label}: ")).unwrap_or_default();
        writeln!(out, "  {label}{}", remark.prose)?;
    }
    let Some(why) = &row.why else { return Ok(()) };
    for (heading, derivation) in &why.derivations {
        writeln!(out, "  {heading}: {}", derivation.to_string().replace('\n', "\n    "))?;
    }
    why.departments.as_ref().map_or(Ok(()), |table| write_departments(out, table))
}

fn write_departments(out: &mut String, table: &Departments) -> Result {
    writeln!(out, "  {}: {}", table.caption, table.columns.join(" | "))?;
    for row in &table.rows {
        let place = row.place.as_ref().map(|place| format!(" ({})", place.address()));
        writeln!(out, "    {}{}: {}", row.title, place.unwrap_or_default(), row.cells.join(" | "))?;
    }
    Ok(())
}

fn cells(cells: &[FinanceCell]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| {
            let flag = cell.flag.as_ref().map(|flag| format!(" ▲ {flag}")).unwrap_or_default();
            format!("{}{flag}", with_reason(&cell.text, cell.remark.as_deref()))
        })
        .collect();
    cells.join(" | ")
}
