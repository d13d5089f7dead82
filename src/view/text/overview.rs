//! The overview as plain text.

use std::fmt::{Result, Write as _};

use super::{with_reason, write_remarks};
use crate::assess::Progress;
use crate::view::{Changes, Exceptions, OverviewPage, Status};

pub(super) fn write(out: &mut String, page: &OverviewPage) -> Result {
    write!(out, "{}", page.headline.join("\n"))?;
    if let Some((text, place)) = &page.way {
        write!(out, " [{text} ({})]", place.address())?;
    }
    writeln!(out)?;
    for line in page.basis.iter().chain(&page.unread) {
        writeln!(out, "{line}")?;
    }
    if let Some(bars) = &page.bars {
        writeln!(out, "\n## {}\n{bars}", OverviewPage::OBJECTIVES)?;
    }
    for exceptions in &page.exceptions {
        write_exceptions(out, exceptions)?;
    }
    if !page.objectives.is_empty() {
        writeln!(out, "\n## {}", page.list_heading())?;
        for line in &page.objectives {
            writeln!(out, "{} {}\n  {}", line.reference, line.title, line.text)?;
            if let Some(directions) = &line.directions {
                writeln!(out, "  {directions}")?;
            }
        }
    }
    if let Some(changes) = &page.changes {
        write_changes(out, changes)?;
    }
    if page.missing.note.is_some() || !page.missing.rows.is_empty() {
        writeln!(out, "\n## {}", page.missing.heading)?;
        if let Some(note) = page.missing.note {
            writeln!(out, "{note}")?;
        }
        for row in &page.missing.rows {
            writeln!(out, "{} {}: {}", row.reference, row.title, row.reason)?;
        }
    }
    for note in &page.notes {
        writeln!(out, "Note: {note}")?;
    }
    for (initials, title) in &page.officers {
        writeln!(out, "{initials}: {title}")?;
    }
    Ok(())
}

fn write_exceptions(out: &mut String, exceptions: &Exceptions) -> Result {
    writeln!(out, "\n## {}", exceptions.heading)?;
    for row in &exceptions.rows {
        let status = with_reason(&row.status.word, row.status.reason);
        writeln!(out, "{} {} [{status}]\n  {}", row.reference, row.title, row.why)?;
        if let Some(owner) = &row.owner {
            writeln!(out, "  {owner}")?;
        }
        write_remarks(out, &row.commentary)?;
    }
    if let Some(more) = &exceptions.more {
        writeln!(out, "{more}")?;
    }
    Ok(())
}

fn write_changes(out: &mut String, changes: &Changes) -> Result {
    writeln!(out, "\n## {}", changes.heading)?;
    if let Some(note) = &changes.note {
        writeln!(out, "{note}")?;
    }
    for group in &changes.groups {
        writeln!(out, "{}", group.heading)?;
        for change in &group.changes {
            let word = |status: &Option<Status<Progress>>| {
                status.as_ref().map_or_else(|| "none".to_owned(), |status| status.word.clone())
            };
            let (before, now) = (word(&change.before), word(&change.now));
            writeln!(out, "  {} {}: {before} → {now}", change.reference, change.title)?;
        }
    }
    Ok(())
}
