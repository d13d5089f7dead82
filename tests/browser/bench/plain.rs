//! Pages of plain JavaScript, with the styles of the built file, so that their rows cost the same to lay out.

use anyhow::{Context, Result};
use browser_tests::files::built;

const PLAIN: &str = include_str!("plain.js");

/// A page that opens what is picked.
pub(crate) fn picked_page() -> Result<String> {
    page("<input type=\"file\" multiple>", "", &format!("{PLAIN}{}", include_str!("picked.js")))
}

/// A page that shows the report that it holds.
pub(crate) fn page_with(report: &str) -> Result<String> {
    let data = format!("<script type=\"application/json\" id=\"report\">{report}</script>");
    page("", &data, &format!("{PLAIN}{}", include_str!("held.js")))
}

/// A page that fetches a report from beside it.
pub(crate) fn page_that_fetches() -> Result<String> {
    page("", "", &format!("{PLAIN}{}", include_str!("fetched.js")))
}

fn page(picker: &str, data: &str, script: &str) -> Result<String> {
    let app = std::fs::read_to_string(built()?)?;
    let styles =
        app.split_once("<style id=\"styles\">").and_then(|(_, rest)| rest.split_once("</style>"));
    let (styles, _) = styles.context("the built file has no styles")?;
    Ok(format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Plain</title>\
         <style>{styles}</style>{picker}<main class=\"ql-report\" id=\"rows\"></main>\
         {data}<script>{script}</script></html>",
    ))
}
