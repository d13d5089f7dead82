//! The pages of a measure, an objective and the plan as plain text.

use std::fmt::{Result, Write as _};

use super::{directions, with_reason, write_group};
use crate::view::{
    Columns, ExceptionsPage, Heading, MeasurePage, ObjectivePage, PlainReport, PlanPage,
    QuarterRow, Stands, Symbols, WholePage, WholePart,
};

pub(super) fn write_measure(out: &mut String, page: &MeasurePage) -> Result {
    for (label, cell) in &page.figures {
        writeln!(out, "{label}: {}", cell.text())?;
    }
    if let Some(unit) = &page.row.unit {
        writeln!(out, "{unit}")?;
    }
    if page.is_judged {
        let progress = with_reason(&page.row.progress.word, page.row.progress.reason);
        let direction = directions(&page.row.directions);
        writeln!(out, "Progress: {progress}\nDirection of travel: {direction}")?;
    }
    for answer in &page.answers {
        let status = with_reason(&answer.status.word, answer.status.reason);
        writeln!(out, "\n{}: {status}\n  {}", answer.label, answer.sentence)?;
        if let Some(role) = answer.role {
            writeln!(out, "  {role}")?;
        }
    }
    for chart in &page.charts {
        writeln!(out, "\n{chart}")?;
    }
    if let Some(history) = &page.history {
        writeln!(out, "\n## {}", history.heading)?;
        for row in &history.rows {
            let target = row.target.as_deref().unwrap_or(QuarterRow::NO_REPORT);
            let progress = row.progress.as_ref().map_or(QuarterRow::NO_REPORT, |one| &one.word);
            writeln!(
                out,
                "{}: {} | target {target} | {progress} | {}",
                row.quarter, row.actual, row.origin
            )?;
        }
    }
    for (label, target) in &page.targets {
        writeln!(out, "{label}: {target}")?;
    }
    super::write_below(out, &page.row.below)?;
    write_symbols(out, &page.symbols)
}

/// What stands at the end on paper.
pub(super) fn write_symbols(out: &mut String, symbols: &Symbols) -> Result {
    let Symbols { progress, directions, figures } = symbols;
    progress.iter().try_for_each(|(one, meaning)| writeln!(out, "{}: {meaning}", one.word))?;
    directions.iter().try_for_each(|(one, meaning)| writeln!(out, "{}: {meaning}", one.word))?;
    figures.iter().try_for_each(|meaning| writeln!(out, "{meaning}"))
}

pub(super) fn write_objective(out: &mut String, page: &ObjectivePage) -> Result {
    write_group(out, &page.columns, &page.group)?;
    if !page.narrative.is_empty() {
        writeln!(out, "\n## In the narrative")?;
        for (text, _) in &page.narrative {
            writeln!(out, "- {text}")?;
        }
    }
    if !page.linked.is_empty() {
        writeln!(out, "\n## Measures linked to it in the plan")?;
        for (text, _) in &page.linked {
            writeln!(out, "{text}")?;
        }
    }
    for risk in &page.risks {
        writeln!(out, "Risk: {risk}")?;
    }
    Ok(())
}

pub(super) fn write_plan(out: &mut String, page: &PlanPage) -> Result {
    writeln!(out, "{}", page.headline)?;
    for objective in &page.objectives {
        writeln!(out, "\n## {} {}", objective.reference, objective.title)?;
        for (what, fact) in &objective.facts {
            writeln!(out, "{what}: {fact}")?;
        }
        for year in &objective.years {
            writeln!(out, "Milestones {}", year.year)?;
            for (reference, title, due) in &year.milestones {
                writeln!(out, "  {}: {due}", [reference.as_str(), title].join(" ").trim())?;
            }
        }
        for measure in &objective.measures {
            writeln!(out, "{} {}", measure.reference, measure.title)?;
            let cells: Vec<String> = objective
                .columns
                .iter()
                .zip(&measure.cells)
                .map(|(column, cell)| format!("{column}: {cell}"))
                .collect();
            writeln!(out, "  {}", cells.join(" | "))?;
        }
    }
    Ok(())
}

pub(super) fn write_whole(out: &mut String, page: &WholePage) -> Result {
    page.parts.iter().try_for_each(|one| write_whole_part(out, one))
}

fn write_whole_part(out: &mut String, one: &WholePart) -> Result {
    writeln!(out, "\n# {}", one.heading)?;
    super::write_part(out, &one.part)
}

pub(super) fn write_plain(out: &mut String, page: &PlainReport) -> Result {
    let Heading { organisation, directorate, period, title, version, .. } = &page.heading;
    writeln!(out, "{organisation} · {directorate} · {period}\n{title}, {version}")?;
    for note in &page.notes {
        writeln!(out, "{note}")?;
    }
    page.parts.iter().try_for_each(|one| write_whole_part(out, one))?;
    if !page.measures.is_empty() {
        writeln!(out, "\n# {}", PlainReport::MEASURES)?;
    }
    page.measures.iter().try_for_each(|one| write_whole_part(out, one))
}

pub(super) fn write_exceptions(out: &mut String, page: &ExceptionsPage) -> Result {
    writeln!(out, "{}", page.headline)?;
    if let Some(unread) = &page.unread {
        writeln!(out, "{unread}")?;
    }
    if let Some(note) = page.note {
        writeln!(out, "{note}")?;
    }
    let Columns { measure, target, current, .. } = &page.columns;
    let expected = ExceptionsPage::EXPECTED;
    writeln!(
        out,
        "{measure} | {target} | {current} | {expected} | Direction of travel | Progress"
    )?;
    for row in &page.rows {
        writeln!(
            out,
            "{}",
            [&[format!("{} {}", row.reference, row.title)], &row.remarks[..]].concat().join(" · ")
        )?;
        let progress = with_reason(&row.progress.word, row.progress.reason);
        match &row.stands {
            Stands::Figures { target, current, expected, direction, line: _ } => {
                let direction = &direction.word;
                writeln!(out, "  {target} | {current} | {expected} | {direction} | {progress}")?;
            }
            Stands::Why(why) => writeln!(out, "  {why} | {progress}")?,
        }
    }
    page.key.iter().try_for_each(|(one, meaning)| writeln!(out, "{}: {meaning}", one.word))?;
    page.directions.iter().try_for_each(|(one, meaning)| writeln!(out, "{}: {meaning}", one.word))
}
