//! One of every kind of page, for what has to hold on all of them.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browser_tests::files::{built, in_workspace};
use browser_tests::{Page, Resource, Server};
use serde_json::json;

/// A page by the ending of its address, and words by which one knows that it is there.
pub(crate) type Kind = (&'static str, &'static str);

/// Without a report.
pub(crate) const WITHOUT: &[Kind] = &[
    ("#/help", "Help"),
    ("#/accessibility", "Telling us about a problem"),
    (
        "#/calculator?name=NEET&quarter=2&actual=6.3&target=4.4&polarity=lower&last-year=6.8&unit=%25&seasonal=yes&earlier=;6.8;;4.8",
        "Position now Off course",
    ),
    ("#/calculator?actual=six", "must be a number"),
    ("#/report", "No report is open"),
];

/// Of a report that is open beside another year's.
pub(crate) const REPORT: &[Kind] = &[
    ("#/report", "Of 38 measures"),
    ("#/measures", "What the symbols mean"),
    ("#/measure/PED04-02", "Year-end outlook"),
    ("#/objective/PED02", "PED02 01"),
    ("#/milestones", "PED01"),
    ("#/narrative", "Narrative"),
    ("#/compare", "Compare with"),
    ("#/meeting", "1 of "),
    ("#/exceptions", "Off course"),
    ("#/data", "Data and files"),
    ("#/backtest", "outlook"),
    ("", "Quarterlight"),
];

/// Of others.
pub(crate) const FINANCE: &[Kind] =
    &[("#/report", "financ"), ("#/finance", "£000"), ("#/finance/capital", "£000")];
pub(crate) const EVERY_WORD: &[Kind] = &[
    ("#/risks", "Risk"),
    ("#/issues", "Strategic"),
    ("#/targets", "Target"),
    ("#/narrative", "Narrative"),
    ("#/whole", "What the symbols mean"),
];
pub(crate) const PLAN: &[Kind] = &[("#/plan", "PED01"), ("#/risks", "Risk")];

pub(crate) const TWO_YEARS: &[&str] =
    &["assets/samples/2018-19-q4.json", "assets/samples/2019-20-q2.json"];
pub(crate) const FINANCE_FILE: &[&str] = &["assets/samples/2012-13-q2-finance.json"];
pub(crate) const EVERY_WORD_FILE: &[&str] = &["tests/fixtures/every-word.json"];
pub(crate) const PLAN_FILE: &[&str] = &["assets/samples/2021-22-plan.json"];
pub(crate) const BAD_FILE: &[&str] = &["tests/fixtures/many-problems.json"];

const PICKER: &str = "input[type=file]:not([webkitdirectory])";

/// Opens files from the first page.
pub(crate) async fn open(page: &Page, files: &[&str]) -> Result<()> {
    page.open_app("").await?;
    give(page, files).await
}

/// Opens files on the page that is open.
pub(crate) async fn give(page: &Page, files: &[&str]) -> Result<()> {
    let paths: Vec<PathBuf> = files.iter().map(|path| in_workspace(path)).collect();
    page.upload(PICKER, &paths).await?;
    page.find("main.ql-report, .ql-findings").await.map(drop)
}

/// Goes to a page as a person does who edits the address.
pub(crate) async fn go(page: &Page, (ending, words): Kind) -> Result<()> {
    let script = "if (location.hash !== arguments[0]) location.hash = arguments[0];
        return new Promise((done) => setTimeout(done, 60));";
    page.script(script, vec![json!(ending)]).await?;
    page.see(words).await.with_context(|| format!("at {ending}"))
}

/// The built file on a server of its own, where reports are kept on the device.
pub(crate) fn server() -> Result<Server> {
    Server::start(vec![Resource::html("/q.html", fs::read(built()?)?)])
}

/// Fails with all that was found on a page, if anything was.
pub(crate) fn none(what: &str, found: &[String]) -> Result<()> {
    ensure!(found.is_empty(), "{what}:\n  {}", found.join("\n  "));
    Ok(())
}
