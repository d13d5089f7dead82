//! A page as plain text, for tests and for comparing reports: every word and figure, and nothing else.

mod calculator;
mod finance;
mod library;
mod overview;
mod pages;
mod parts;
mod way;

use std::fmt::Write as _;

use super::chart::SupposedChart;
use super::{
    Below, Columns, Content, Count, DataPage, EmbedPage, FindingView, Frame, GroupView, JoinsView,
    MeasureRow, MilestoneRow, Outcome, Page, PartView, PlainReport, QualityView, Remark,
    ReportPage, RollupView, Status, WhatIfView,
};
use crate::assess::Direction;

/// The page as plain text.
#[must_use]
pub fn page_text(page: &Page) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = write_page(&mut text, page);
    text
}

/// A report on one page as plain text.
#[must_use]
pub fn plain_text(page: &PlainReport) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = pages::write_plain(&mut text, page);
    text
}

fn write_page(out: &mut String, page: &Page) -> std::fmt::Result {
    writeln!(out, "{}", page.title)?;
    if let Some(astray) = page.messages.astray {
        writeln!(out, "{astray}")?;
    }
    if let Some(outcome) = &page.messages.outcome {
        writeln!(out, "{outcome}")?;
    }
    if let Some(saved) = &page.messages.saved {
        writeln!(out, "{saved}")?;
    }

    if let Some(new) = &page.messages.new_version {
        writeln!(out, "{} [{}] [{}]", new.text, new.agree, new.put_off)?;
    }
    write_findings(out, &page.messages.findings)?;
    for note in &page.messages.notes {
        writeln!(out, "{note}")?;
    }
    match &page.content {
        Content::Start => library::write(out, page.library.as_ref()),
        Content::NothingOpen => {
            if let Some(library) = &page.library {
                writeln!(out, "{}", library.nothing_open)?;
            }
            library::write(out, page.library.as_ref())
        }
        Content::Opening(text) => writeln!(out, "{text}"),
        Content::Report(report) => {
            write_frame(out, &report.frame)?;
            write_part(out, &report.part)
        }
        Content::Embed(page) => write_embed(out, page),
        Content::Meeting(page) => way::write_meeting(out, page),
        Content::Backtest(page) => calculator::write_backtest(out, page),
        Content::Guide(page) => way::write_guide(out, page),
        Content::Calculator(page) => calculator::write(out, page),
    }?;
    page.finder.as_ref().map_or(Ok(()), |finder| way::write_finder(out, finder))
}

fn write_findings(out: &mut String, findings: &[FindingView]) -> std::fmt::Result {
    findings.iter().try_for_each(|one| {
        writeln!(out, "{}: {}: {} {}", one.severity, one.place, one.what, one.mend)
    })
}

fn write_embed(out: &mut String, page: &EmbedPage) -> std::fmt::Result {
    match &page.report {
        Some(report) => {
            write_frame(out, &report.frame)?;
            if let Some(note) = &page.note {
                writeln!(out, "{note}")?;
            }
            write_part(out, &report.part)?;
        }
        None => writeln!(out, "# {}\n{}", page.awaited.0, page.awaited.1)?,
    }
    if let Some(button) = page.whole {
        writeln!(out, "[{button}]")?;
    }
    writeln!(out, "{}", page.footer.join(" · "))
}

fn write_part(out: &mut String, part: &PartView) -> std::fmt::Result {
    match part {
        PartView::Overview(page) => overview::write(out, page),
        PartView::Finance(page) => finance::write(out, page),
        PartView::Measures(page) => write_measures(out, page),
        PartView::Milestones(page) => parts::write_milestones(out, page),
        PartView::Risks(page) => parts::write_risks(out, page),
        PartView::Issues(page) => parts::write_issues(out, page),
        PartView::Narrative(page) => parts::write_narrative(out, page),
        PartView::Targets(page) => parts::write_targets(out, page),
        PartView::Measure(page) => pages::write_measure(out, page),
        PartView::Objective(page) => pages::write_objective(out, page),
        PartView::Plan(page) => pages::write_plan(out, page),
        PartView::Whole(page) => pages::write_whole(out, page),
        PartView::Exceptions(page) => pages::write_exceptions(out, page),
        PartView::Compare(page) => way::write_compare(out, page),
        PartView::Data(page) => write_data(out, page),
        PartView::NotThere(text) => writeln!(out, "{text}"),
    }
}

fn write_frame(out: &mut String, frame: &Frame) -> std::fmt::Result {
    let heading = &frame.heading;
    writeln!(out, "{} · {} · {}", heading.organisation, heading.directorate, heading.period)?;
    writeln!(out, "{} ({}), {}", heading.title, heading.file, heading.version)?;
    let trail: Vec<&str> = frame.trail.iter().map(|one| one.text.as_str()).collect();
    if !trail.is_empty() {
        writeln!(out, "{}", trail.join(" / "))?;
    }
    writeln!(out, "# {}", [frame.reference.as_str(), &frame.title].join(" ").trim())?;
    heading.under.iter().try_for_each(|under| writeln!(out, "{under}"))
}

fn write_measures(out: &mut String, page: &ReportPage) -> std::fmt::Result {
    writeln!(out, "{}", page.headline)?;
    if let Some(basis) = &page.progress_basis {
        writeln!(out, "{basis}")?;
    }
    if page.columns.are_judged {
        for Count { word, measures, milestones, .. } in &page.counts {
            writeln!(out, "{word}: {measures} measures, {milestones} milestones")?;
        }
    }
    write_rollup(out, page.rollup.as_ref())?;
    for line in page.unread.iter().chain(&page.shown) {
        writeln!(out, "{line}")?;
    }
    if let Some(reading) = page.under.as_ref().and_then(|under| under.reading.as_ref()) {
        writeln!(out, "\n## {}\n{}\n{}", super::Reading::HEADING, reading.headline, reading.rule)?;
        for change in &reading.changes {
            writeln!(
                out,
                "{} {}: {} → {}. {}",
                change.reference, change.title, change.own.word, change.other.word, change.why
            )?;
        }
    }
    for group in &page.groups {
        write_group(out, &page.columns, group)?;
    }
    Ok(())
}

fn write_group(out: &mut String, columns: &Columns, group: &GroupView) -> std::fmt::Result {
    writeln!(out, "\n## {} {}", group.reference, group.title)?;
    if let Some(status) = &group.status {
        writeln!(out, "Objective: {}", with_reason(&status.status.word, status.status.reason))?;
        writeln!(out, "  {}", status.derivation.to_string().replace('\n', "\n    "))?;
    }
    write_rollup(out, group.rollup.as_ref())?;
    for (what, fact) in &group.facts {
        writeln!(out, "{what}: {fact}")?;
    }
    write_remarks(out, &group.commentary)?;
    for row in &group.measures {
        write_measure(out, columns, row)?;
    }
    group.milestones.iter().try_for_each(|row| write_milestone(out, columns, row))
}

fn write_milestone(out: &mut String, columns: &Columns, row: &MilestoneRow) -> std::fmt::Result {
    writeln!(out, "\n{} {} (due {})", row.reference, row.title, row.due)?;
    if let Some(objective) = &row.objective {
        writeln!(out, "  {}", objective.text)?;
    }
    if columns.are_judged {
        let progress = with_reason(&row.progress.word, row.progress.reason);
        writeln!(out, "  Progress: {progress}")?;
    }
    write_below(out, &row.below)
}

fn write_rollup(out: &mut String, rollup: Option<&RollupView>) -> std::fmt::Result {
    let Some(rollup) = rollup else { return Ok(()) };
    for line in &rollup.lines {
        writeln!(out, "{line}")?;
    }
    rollup.note.map_or(Ok(()), |note| writeln!(out, "{note}"))
}

fn write_data(out: &mut String, page: &DataPage) -> std::fmt::Result {
    write_quality(out, &page.quality)?;
    for file in &page.files {
        writeln!(out, "{}: {}", file.file, file.text)?;
    }
    if !page.found.is_empty() {
        writeln!(out, "\n## {}", DataPage::FOUND)?;
    }
    write_findings(out, &page.found)?;
    match &page.joins {
        Some(joins) => write_joins(out, joins),
        None => Ok(()),
    }
}

fn write_quality(out: &mut String, quality: &QualityView) -> std::fmt::Result {
    writeln!(out, "\n## {}", quality.heading)?;
    writeln!(out, "{}", quality.introduction)?;
    for group in &quality.groups {
        writeln!(out, "\n{}", group.heading)?;
        for doubt in &group.doubts {
            writeln!(
                out,
                "- {} {}: {} {}",
                doubt.reference, doubt.title, doubt.what, doubt.remedy
            )?;
        }
    }
    Ok(())
}

fn write_measure(out: &mut String, columns: &Columns, row: &MeasureRow) -> std::fmt::Result {
    let unit = row.unit.as_ref().map(|unit| format!(" [{unit}]")).unwrap_or_default();
    writeln!(out, "\n{} {}{unit}", row.reference, row.title)?;
    write!(
        out,
        "  {}: {} | {}: {}",
        columns.last_year,
        row.last_year.text(),
        columns.target,
        row.target.text()
    )?;
    if columns.are_judged {
        writeln!(out, " | {}: {}", columns.current, row.current.text())?;
        if let (Some(heading), Some(line)) = (columns.lines, &row.line) {
            writeln!(out, "  {heading}: {}", line.words)?;
        }
        write!(out, "  Direction: {}", directions(&row.directions))?;
        write!(out, " | Progress: {}", with_reason(&row.progress.word, row.progress.reason))?;
        if let Some((label, status)) = &row.beside {
            write!(out, " | {label}: {}", status.word)?;
        }
        for published in row.published.iter().flatten() {
            write!(out, " | {published}")?;
        }
    }
    writeln!(out)?;
    write_below(out, &row.below)
}

fn write_joins(out: &mut String, joins: &JoinsView) -> std::fmt::Result {
    writeln!(out, "\n## How the files join")?;
    for summary in joins.summaries.iter().chain(&joins.disagreements) {
        writeln!(out, "{summary}")?;
    }
    for point in &joins.points {
        writeln!(out, "{} ~ {} ({}): {}", point.this, point.other, point.by, point.outcome)?;
    }
    Ok(())
}

/// "Better", or of several "Same period last year: Better, Previous quarter: Worse"
fn directions(directions: &[(Option<String>, Status<Direction>)]) -> String {
    let each = directions.iter().map(|(label, status)| {
        let word = with_reason(&status.word, status.reason);
        label.as_ref().map_or(word.clone(), |label| format!("{label}: {word}"))
    });
    each.collect::<Vec<_>>().join(", ")
}

fn with_reason(word: &str, reason: Option<&str>) -> String {
    match reason {
        Some(reason) => format!("{word} ({reason})"),
        None => word.to_owned(),
    }
}

fn write_remarks(out: &mut String, remarks: &[Remark]) -> std::fmt::Result {
    for remark in remarks {
        let label = remark.label.map(|label| format!("{label}: ")).unwrap_or_default();
        let by = remark.by.as_ref().map(|by| format!(" ({by})")).unwrap_or_default();
        let prose = remark.prose.to_string().replace('\n', "\n    ");
        writeln!(out, "  {label}{prose}{by}")?;
    }
    Ok(())
}

fn write_below(out: &mut String, below: &Below) -> std::fmt::Result {
    write_remarks(out, &below.commentary)?;
    if let Some(why) = &below.why {
        for (heading, derivation) in &why.derivations {
            writeln!(out, "  {heading}: {}", derivation.to_string().replace('\n', "\n    "))?;
        }
        if let Some(what_if) = &why.what_if {
            write_what_if(out, what_if)?;
        }
        for doubt in &why.doubts {
            writeln!(out, "  {}: {} {}", doubt.kind, doubt.what, doubt.remedy)?;
        }
        for (what, fact) in &why.facts {
            writeln!(out, "  {what}: {fact}")?;
        }
    }
    Ok(())
}

fn write_supposed_chart(out: &mut String, chart: &SupposedChart) -> std::fmt::Result {
    writeln!(out, "    {}", chart.name)?;
    for note in &chart.notes {
        writeln!(out, "    {note}")?;
    }
    writeln!(out, "    {}", SupposedChart::HOW)?;
    for handle in &chart.handles {
        let [least, _, most] = handle.range.values();
        writeln!(out, "    <{}: {}> from {least} to {most}", handle.label, handle.said)?;
    }
    Ok(())
}

fn write_what_if(out: &mut String, what_if: &WhatIfView) -> std::fmt::Result {
    let derivation = what_if.on_course.derivation.to_string().replace('\n', "\n    ");
    writeln!(out, "  {}: {derivation}", WhatIfView::NEEDED)?;
    for row in &what_if.on_course.quarters {
        write!(out, "    {}: {} | The same quarter before: ", row.quarter, row.needs)?;
        writeln!(out, "{} | Ever reached: {}", row.before, row.was_reached)?;
    }
    writeln!(out, "  {}", WhatIfView::HEADING)?;
    let supposition = match &what_if.supposition {
        Ok(supposition) => supposition,
        Err(reason) => return writeln!(out, "    {reason}"),
    };
    for one in &supposition.quarters {
        writeln!(out, "    {}: {} [{}]", one.label, one.text, one.hint)?;
        if let Some(error) = &one.error {
            writeln!(out, "      {error}")?;
        }
    }
    if let Some(chart) = &supposition.chart {
        write_supposed_chart(out, chart)?;
    }
    match &supposition.outcome {
        Outcome::Awaited(words) => writeln!(out, "    {words}"),
        Outcome::Withheld(words) => writeln!(out, "    {words}"),
        Outcome::Given { figure, answers } => {
            writeln!(out, "    {figure}")?;
            for (heading, status, sentence) in answers {
                let status = with_reason(&status.word, status.reason);
                writeln!(out, "    {heading}: {status}. {sentence}")?;
            }
            Ok(())
        }
    }
}
