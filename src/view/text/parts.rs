//! Narrative, risks, strategic issues, targets under review and milestones as plain text.

use std::fmt::{Result, Write as _};

use super::{with_reason, write_milestone, write_remarks};
use crate::view::{
    ActionRow, FactColumns, FactRow, IssuesPage, ListedPlace, MilestonesPage, NarrativePage,
    ObjectiveLink, Prose, RiskRow, RisksPage, SectionView, TargetsPage,
};

pub(super) fn write_narrative(out: &mut String, page: &NarrativePage) -> Result {
    for SectionView { at, reference, title, paragraphs, facts, columns } in &page.sections {
        writeln!(out, "\n## {}", [reference.as_str(), title].join(" ").trim())?;
        write_mark(out, at)?;
        write_remarks(out, paragraphs)?;
        for fact in facts {
            write_fact(out, *columns, fact)?;
        }
    }
    for (initials, title) in &page.officers {
        writeln!(out, "{initials}: {title}")?;
    }
    Ok(())
}

fn write_fact(out: &mut String, columns: FactColumns, fact: &FactRow) -> Result {
    write!(out, "- {}: {}", fact.label, fact.figure.text())?;
    if columns.has_period {
        write!(out, " | {}: {}", FactColumns::PERIOD, fact.period)?;
    }
    if columns.has_comparison {
        write!(out, " | {}: {}", FactColumns::COMPARISON, fact.comparison)?;
    }
    write_objective(out, fact.objective.as_ref())?;
    writeln!(out)?;
    write_mark(out, &fact.at)
}

fn write_mark(out: &mut String, at: &ListedPlace) -> Result {
    at.mark.map_or(Ok(()), |mark| writeln!(out, "  {mark}"))
}

fn write_objective(out: &mut String, objective: Option<&ObjectiveLink>) -> Result {
    objective.map_or(Ok(()), |one| write!(out, " | Objective: {}", one.text))
}

fn lines(prose: &Prose) -> String {
    prose.to_string().replace('\n', "\n    ")
}

pub(super) fn write_risks(out: &mut String, page: &RisksPage) -> Result {
    for line in &page.headline {
        writeln!(out, "{line}")?;
    }
    if !page.risks.is_empty() {
        writeln!(out, "\n## {}", RisksPage::REGISTER)?;
    }
    for row in &page.risks {
        write_risk(out, row)?;
    }
    if !page.objectives.is_empty() {
        writeln!(out, "\n## {}", RisksPage::OBJECTIVES)?;
    }
    for one in &page.objectives {
        writeln!(
            out,
            "{}\n  {}: {} | {}: {} | {}: {}",
            one.objective.text,
            RisksPage::INITIAL,
            one.initial.word,
            RisksPage::RESIDUAL,
            one.residual.word,
            RisksPage::RESPONSIBLE,
            one.responsible
        )?;
    }
    if !page.actions.is_empty() {
        writeln!(out, "\n## {}", RisksPage::ACTIONS)?;
    }
    page.actions.iter().try_for_each(|row| write_action(out, row))
}

fn write_risk(out: &mut String, row: &RiskRow) -> Result {
    write!(out, "\n{}", [row.reference.as_str(), &row.title].join(" ").trim())?;
    if let Some(number) = &row.number {
        write!(out, " ({} {number})", RiskRow::NUMBER)?;
    }
    write_objective(out, row.objective.as_ref())?;
    writeln!(
        out,
        "\n  {}: {} | {}: {} | {}: {}",
        RisksPage::INITIAL,
        row.initial.word,
        RisksPage::RESIDUAL,
        row.residual.word,
        RisksPage::SCORE,
        row.score
    )?;
    writeln!(out, "  {}: {}", RisksPage::MITIGATION, lines(&row.mitigation))?;
    let progress = with_reason(&row.progress.word, row.progress.reason);
    writeln!(
        out,
        "  {}: {progress} | {}: {}",
        RisksPage::PROGRESS,
        RisksPage::RESPONSIBLE,
        row.owner
    )?;
    write_mark(out, &row.at)?;
    write_remarks(out, &row.commentary)
}

fn write_action(out: &mut String, row: &ActionRow) -> Result {
    let name = [row.reference.as_str(), &row.title].join(" ");
    write!(out, "\n{} (due {})", name.trim(), row.due)?;
    write_objective(out, row.objective.as_ref())?;
    let progress = with_reason(&row.progress.word, row.progress.reason);
    let why = row.why.as_ref().map(|why| format!(". {why}")).unwrap_or_default();
    writeln!(out, "\n  {}: {progress}{why}", RisksPage::PROGRESS)?;
    write_mark(out, &row.at)?;
    write_remarks(out, &row.commentary)
}

pub(super) fn write_issues(out: &mut String, page: &IssuesPage) -> Result {
    if let Some(empty) = &page.empty {
        writeln!(out, "{empty}")?;
    }
    for row in &page.rows {
        writeln!(out, "\n{}", [row.reference.as_str(), &row.title].join(" ").trim())?;
        for (column, cell) in page.columns.iter().zip(&row.cells) {
            let text = cell.as_ref().map_or_else(|| IssuesPage::NOT_STATED.to_owned(), lines);
            writeln!(out, "  {column}: {text}")?;
        }
        write_mark(out, &row.at)?;
        write_remarks(out, &row.note)?;
    }
    Ok(())
}

pub(super) fn write_targets(out: &mut String, page: &TargetsPage) -> Result {
    writeln!(out, "{}", page.headline)?;
    for review in &page.reviews {
        let unit = review.unit.as_ref().map(|unit| format!(" [{unit}]")).unwrap_or_default();
        let name = [review.reference.as_str(), &review.title].join(" ");
        writeln!(out, "\n## {}{unit}", name.trim())?;
        write_mark(out, &review.at)?;
        for row in &review.years {
            let (year, proposed) =
                (&row.year, row.proposed.as_deref().unwrap_or(TargetsPage::NOTHING));
            let [_, target, change_to, change] = TargetsPage::COLUMNS;
            writeln!(
                out,
                "{target} {year}: {} | {change_to} {year}: {proposed} | {change}: {}",
                row.old, row.change
            )?;
        }
        if let Some(reason) = &review.reason {
            writeln!(out, "  {}", lines(reason))?;
        }
    }
    Ok(())
}

pub(super) fn write_milestones(out: &mut String, page: &MilestonesPage) -> Result {
    for line in page.unread.iter().chain(&page.headline) {
        writeln!(out, "{line}")?;
    }
    for group in &page.groups {
        writeln!(out, "\n## {}", group.heading)?;
        for row in &group.rows {
            write_milestone(out, &page.columns, row)?;
            if page.marked == Some(row.row) {
                writeln!(out, "  {}", MilestonesPage::MARKED)?;
            }
        }
    }
    Ok(())
}
