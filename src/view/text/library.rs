//! The reports that are kept on the device as plain text.

use std::fmt::{Result, Write as _};

use crate::view::{LibraryView, QuestionView, RowState};

pub(super) fn write(out: &mut String, view: Option<&LibraryView>) -> Result {
    let Some(view) = view else { return writeln!(out, "Nothing is open.") };
    writeln!(out, "\n## {}", view.heading)?;
    if let Some((text, besides)) = &view.last {
        writeln!(out, "[{text}]")?;
        if let Some(besides) = besides {
            writeln!(out, "{besides}")?;
        }
    }
    if let Some(keeping) = &view.keeping {
        writeln!(out, "[{}] {}", if keeping.is_on { "x" } else { " " }, keeping.label)?;
    }
    writeln!(out, "{}", view.explained)?;
    if let Some(text) = view.own_window {
        writeln!(out, "[{text}]")?;
    }
    write_question(out, view.question.as_ref())?;
    if !view.rows.is_empty() {
        writeln!(out, "{}\n{}", view.caption, view.columns.join(" | "))?;
    }
    for row in &view.rows {
        let doing = match row.state {
            RowState::Closed => "[Open] [Remove]".to_owned(),
            RowState::Open(words) | RowState::Damaged(words) => format!("{words} [Remove]"),
        };
        let title = [std::slice::from_ref(&row.title), &row.under].concat().join(" / ");
        writeln!(out, "{title} | {} | {} | {} | {doing}", row.size, row.opened, row.version)?;
        write_question(out, row.question.as_ref())?;
    }
    for line in view.total.iter().chain(&view.done) {
        writeln!(out, "{line}")?;
    }
    if let Some(all) = &view.all {
        let buttons = [all.open, all.export, Some(all.remove)];
        let buttons: Vec<String> =
            buttons.into_iter().flatten().map(|text| format!("[{text}]")).collect();
        writeln!(out, "{}", buttons.join(" "))?;
    }
    Ok(())
}

fn write_question(out: &mut String, question: Option<&QuestionView>) -> Result {
    let Some(QuestionView { text, yes, no, .. }) = question else { return Ok(()) };
    writeln!(out, "  {text} [{yes}] [{no}]")
}
