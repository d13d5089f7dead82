//! One of every kind of page, for what has to hold on all of them.

use std::fs;
use std::path::{Path, PathBuf};

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
const FINANCE: &[Kind] =
    &[("#/report", "financ"), ("#/finance", "£000"), ("#/finance/capital", "£000")];
const EVERY_WORD: &[Kind] = &[
    ("#/risks", "Risk"),
    ("#/issues", "Strategic"),
    ("#/targets", "Target"),
    ("#/narrative", "Narrative"),
    ("#/whole", "What the symbols mean"),
];
const PLAN: &[Kind] = &[("#/plan", "PED01"), ("#/risks", "Risk")];

pub(crate) const TWO_YEARS: &[&str] =
    &["assets/samples/2018-19-q4.json", "assets/samples/2019-20-q2.json"];
const FINANCE_FILE: &[&str] = &["assets/samples/2012-13-q2-finance.json"];
pub(crate) const EVERY_WORD_FILE: &[&str] = &["tests/fixtures/every-word.json"];
const PLAN_FILE: &[&str] = &["assets/samples/2021-22-plan.json"];
pub(crate) const BAD_FILE: &[&str] = &["tests/fixtures/many-problems.json"];

/// The reports beside the one that is open with another year's, and their kinds of pages.
pub(crate) const OTHERS: &[(&[&str], &[Kind])] =
    &[(FINANCE_FILE, FINANCE), (EVERY_WORD_FILE, EVERY_WORD), (PLAN_FILE, PLAN)];

const PICKER: &str = "input[type=file]:not([webkitdirectory])";

/// Opens files from the first page.
pub(crate) async fn open(page: &Page, files: &[&str]) -> Result<()> {
    page.open_app("").await?;
    give(page, files).await
}

/// Opens files on the page that is open.
pub(crate) async fn give(page: &Page, files: &[&str]) -> Result<()> {
    let paths: Vec<PathBuf> = files.iter().map(|path| in_workspace(path)).collect();
    upload(page, &paths).await
}

/// Opens a file from the first page, wherever it is.
pub(crate) async fn open_path(page: &Page, path: &Path) -> Result<()> {
    page.open_app("").await?;
    upload(page, &[path.to_owned()]).await
}

async fn upload(page: &Page, paths: &[PathBuf]) -> Result<()> {
    page.upload(PICKER, paths).await?;
    page.find("main.ql-report, .ql-findings").await.map(drop)
}

/// Goes to a page as a person does who edits the address.
pub(crate) async fn go(page: &Page, (ending, words): Kind) -> Result<()> {
    let script = "if (location.hash !== arguments[0]) location.hash = arguments[0];
        return new Promise((done) => setTimeout(done, 60));";
    page.script(script, vec![json!(ending)]).await?;
    page.see(words).await.with_context(|| format!("at {ending}"))
}

/// Goes to each page of a report that is open, and has it looked at.
pub(crate) async fn each(
    page: &Page,
    kinds: &[Kind],
    look_at: impl AsyncFn(&Page, &str, &mut Vec<String>) -> Result<()>,
    found: &mut Vec<String>,
) -> Result<()> {
    for kind in kinds {
        go(page, *kind).await?;
        look_at(page, kind.0, found).await?;
    }
    Ok(())
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
