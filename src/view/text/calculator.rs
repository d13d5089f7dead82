//! The calculator, and how past outlooks came true, as plain text.

use std::fmt::Write as _;

use super::with_reason;
use crate::view::{BacktestPage, CalculatorPage, Control, Part, Results, ScoreRow, Tag};

pub(super) fn write_backtest(out: &mut String, page: &BacktestPage) -> std::fmt::Result {
    writeln!(out, "{}", page.version)?;
    for line in page.headline.iter().chain(&page.needed) {
        writeln!(out, "{line}")?;
    }
    let Some(found) = &page.found else { return Ok(()) };
    writeln!(out, "{}\n\n## {}", found.basis, found.explained)?;
    for line in &found.explanations {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "\n## {}", found.by_quarter)?;
    for row in &found.quarters {
        write_score(out, &found.columns, row)?;
    }
    writeln!(out, "\n## {}", found.by_measure)?;
    for measure in &found.measures {
        write_score(out, &found.columns, &measure.score)?;
        for case in &measure.cases {
            let said = with_reason(&case.said.word, case.said.reason);
            let parts: Vec<String> = found
                .case_columns
                .iter()
                .zip([&case.quarter, &said].into_iter().chain(&case.cells))
                .map(|(column, cell)| format!("{column}: {cell}"))
                .collect();
            writeln!(out, "    {}", parts.join(" | "))?;
        }
    }
    Ok(())
}

fn write_score(out: &mut String, columns: &[&str], row: &ScoreRow) -> std::fmt::Result {
    writeln!(out, "{}", [row.reference.as_str(), &row.label].join(" ").trim())?;
    for (column, Part { count, share }) in columns.iter().skip(1).zip(&row.parts) {
        writeln!(out, "  {column}: {}", with_reason(count, share.as_deref()))?;
    }
    Ok(())
}

pub(super) fn write(out: &mut String, page: &CalculatorPage) -> std::fmt::Result {
    for section in &page.sections {
        writeln!(out, "\n## {}", section.title)?;
        for entry in &section.entries {
            let text = match &entry.control {
                Control::Text { text, .. } => text,
                Control::List { options, chosen, .. } => &options[*chosen],
                Control::Tick { is_on: true } => "yes",
                Control::Tick { is_on: false } => "no",
            };
            writeln!(out, "{}: {text}", entry.label)?;
            for line in entry.hint.iter().chain(&entry.error) {
                writeln!(out, "  {line}")?;
            }
        }
    }
    for year in &page.earlier {
        let texts: Vec<&str> = year.quarters.iter().map(|quarter| quarter.text.as_str()).collect();
        writeln!(out, "{}: {}", year.label, texts.join(" | "))?;
        for error in year.quarters.iter().filter_map(|quarter| quarter.error.as_ref()) {
            writeln!(out, "  {error}")?;
        }
    }
    let rule = &page.rule;
    writeln!(out, "\n## {}: {}", rule.title, rule.text)?;
    for line in &rule.remarks {
        writeln!(out, "{line}")?;
    }
    writeln!(out, "\n## {}, {}", page.called, page.quarter)?;
    match &page.results {
        Results::Awaited(words) => writeln!(out, "{words}"),
        Results::Withheld(words) => writeln!(out, "{words}"),
        Results::Given { tags, derivations } => {
            for (heading, tag) in tags {
                let (word, reason) = match tag {
                    Tag::Progress(status) => (&status.word, status.reason),
                    Tag::Direction(status) => (&status.word, status.reason),
                };
                writeln!(out, "{heading}: {}", with_reason(word, reason))?;
            }
            for (heading, derivation) in derivations {
                writeln!(out, "\n{heading}: {derivation}")?;
            }
            Ok(())
        }
    }
}
