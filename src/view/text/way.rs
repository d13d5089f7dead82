//! The finder, a meeting and a comparison as plain text.

use std::fmt::{Result, Write as _};

use super::{directions, with_reason, write_remarks};
use crate::view::{
    ComparePage, ComparedMeasure, ComparedMilestone, Comparison, FinderView, GuidePage,
    MeetingItem, MeetingPage,
};

pub(super) fn write_finder(out: &mut String, finder: &FinderView) -> Result {
    writeln!(out, "\n## Find: {}\n{}", finder.text, finder.summary)?;
    for (at, row) in finder.results.iter().enumerate() {
        let mark = if finder.chosen == Some(at) { ">" } else { "-" };
        let name = format!("{} {}", row.reference, row.title);
        write!(out, "{mark} {} ({})", name.trim(), row.kind)?;
        if let Some(status) = &row.status {
            write!(out, " [{}]", with_reason(&status.word, status.reason))?;
        }
        writeln!(out, " {}", row.place.address())?;
        if let Some(said) = &row.said {
            let pieces = said.pieces.iter().map(|piece| {
                if piece.is_found { format!("[{}]", piece.text) } else { piece.text.clone() }
            });
            writeln!(out, "    {}: {}", said.label, pieces.collect::<String>())?;
        }
    }
    Ok(())
}

pub(super) fn write_meeting(out: &mut String, page: &MeetingPage) -> Result {
    writeln!(out, "{} · {}", page.report, page.heading.version)?;
    for choice in &page.choices {
        let mark = if choice.is_current { "(x)" } else { "( )" };
        writeln!(out, "{mark} {}", choice.text)?;
    }
    writeln!(out, "{}", page.position)?;
    match &page.item {
        Ok(item) => write_item(out, item)?,
        Err(note) => writeln!(out, "{note}")?,
    }
    let ways = [("Previous", &page.previous), ("Next", &page.next)];
    for (which, place) in ways.into_iter().filter_map(|(which, to)| Some((which, to.as_ref()?))) {
        writeln!(out, "{which}: {}", place.address())?;
    }
    writeln!(out, "Leave: {}", page.leave.address())
}

fn write_item(out: &mut String, item: &MeetingItem) -> Result {
    writeln!(out, "{}\n# {}", item.of, [item.reference.as_str(), &item.title].join(" ").trim())?;
    if let Some(unit) = &item.unit {
        writeln!(out, "{unit}")?;
    }
    if let Some(status) = &item.progress {
        writeln!(out, "Progress: {}", with_reason(&status.word, status.reason))?;
    }
    if let Some((label, status)) = &item.beside {
        writeln!(out, "{label}: {}", status.word)?;
    }
    if !item.directions.is_empty() {
        writeln!(out, "Direction: {}", directions(&item.directions))?;
    }
    for (label, cell) in &item.figures {
        writeln!(out, "{label}: {}", cell.text())?;
    }
    for (label, text) in [("Due", &item.due), ("Why", &item.why), ("Responsible", &item.owner)] {
        if let Some(text) = text {
            writeln!(out, "{label}: {text}")?;
        }
    }
    write_remarks(out, &item.commentary)
}

pub(super) fn write_compare(out: &mut String, page: &ComparePage) -> Result {
    for (at, (choice, _)) in page.choices.iter().enumerate() {
        let mark = if page.chosen == at { "(x)" } else { "( )" };
        writeln!(out, "{mark} {choice}")?;
    }
    writeln!(out, "{}", page.headline)?;
    let Some(found) = &page.found else { return Ok(()) };
    writeln!(out, "{}", found.shown)?;
    for group in &found.groups {
        writeln!(out, "\n## {}", [group.reference.as_str(), &group.title].join(" ").trim())?;
        for row in &group.measures {
            write_measure(out, found, row)?;
        }
        for row in &group.milestones {
            write_milestone(out, found, row)?;
        }
    }
    Ok(())
}

fn write_measure(out: &mut String, found: &Comparison, row: &ComparedMeasure) -> Result {
    let unit = row.unit.as_ref().map(|unit| format!(" [{unit}]")).unwrap_or_default();
    writeln!(out, "\n{}{unit}", [row.reference.as_str(), &row.title].join(" ").trim())?;
    for (at, (period, side)) in found.periods.iter().zip(&row.sides).enumerate() {
        let Some(side) = side else {
            writeln!(out, "  {}", found.not_there[at])?;
            continue;
        };
        write!(out, "  {period}: target {} | actual {}", side.target.text(), side.actual.text())?;
        if let Some(progress) = &side.progress {
            write!(out, " | {}", with_reason(&progress.word, progress.reason))?;
        }
        if !side.directions.is_empty() {
            write!(out, " | {}", directions(&side.directions))?;
        }
        writeln!(out)?;
    }
    match &row.change {
        Some(change) => writeln!(out, "  {}: {}", change.word, row.sentence),
        None => writeln!(out, "  {}", row.sentence),
    }
}

fn write_milestone(out: &mut String, found: &Comparison, row: &ComparedMilestone) -> Result {
    writeln!(out, "\n{}", [row.reference.as_str(), &row.title].join(" ").trim())?;
    for (at, (period, side)) in found.periods.iter().zip(&row.sides).enumerate() {
        match side {
            None => writeln!(out, "  {}", found.not_there[at])?,
            Some((due, None)) => writeln!(out, "  {period}: due {due}")?,
            Some((due, Some(status))) => {
                let status = with_reason(&status.word, status.reason);
                writeln!(out, "  {period}: due {due} | {status}")?;
            }
        }
    }
    writeln!(out, "  {}", row.change)
}

pub(super) fn write_guide(out: &mut String, page: &GuidePage) -> Result {
    writeln!(out, "# {}\n{}", page.title, page.lead)?;
    for (heading, words) in &page.sections {
        writeln!(out, "\n## {heading}\n{words}")?;
    }
    if !page.samples.is_empty() {
        writeln!(out, "\n## {}\n{}", GuidePage::SAMPLES, GuidePage::ABOUT_SAMPLES)?;
    }
    for name in &page.samples {
        writeln!(out, "- {name}")?;
    }
    Ok(())
}
