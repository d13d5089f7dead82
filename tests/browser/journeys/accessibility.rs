//! axe-core finds nothing on any kind of page, in any colours.

use std::fs;

use anyhow::{Context, Result};
use browser_tests::files::{built, in_workspace};
use browser_tests::{Browser, Files, Journey, Look, Page, Resource, Server};

use super::pages::{self, Kind};

pub(crate) fn journeys() -> Vec<Journey> {
    // The other drivers cannot pretend another look; their engines are asked on fewer pages below.
    let chromium = [Browser::Chromium];
    vec![
        Journey::new("accessibility_without_a_report", without_a_report).only(&chromium),
        Journey::new("accessibility_of_a_report_1", of_a_report_1).only(&chromium),
        Journey::new("accessibility_of_a_report_2", of_a_report_2).only(&chromium),
        Journey::new("accessibility_of_a_report_3", of_a_report_3).only(&chromium),
        Journey::new("accessibility_of_other_reports", of_other_reports).only(&chromium),
        Journey::new("accessibility_of_what_opens", of_what_opens).only(&chromium),
        Journey::new("accessibility_of_the_finder", of_the_finder).only(&chromium),
        Journey::new("accessibility_of_kept_reports", of_kept_reports).only(&chromium),
        Journey::new("accessibility_in_a_frame", in_a_frame).only(&chromium),
        Journey::new("accessibility_of_a_saved_report", of_a_saved_report).only(&chromium),
        Journey::new("accessibility_in_other_engines", in_other_engines)
            .only(&[Browser::Firefox, Browser::WebKit]),
    ]
}

/// What axe-core finds on the page as it stands, in every look that the browser can pretend.
async fn look_at(page: &Page, name: &str, found: &mut Vec<String>) -> Result<()> {
    let looks = match page.browser() {
        Browser::Chromium => &Look::ALL[..],
        Browser::Firefox | Browser::WebKit => &[Look::Light],
    };
    look_at_as(page, name, looks, found).await
}

async fn look_at_as(
    page: &Page,
    name: &str,
    looks: &[Look],
    found: &mut Vec<String>,
) -> Result<()> {
    for look in looks {
        if page.browser() == Browser::Chromium {
            page.emulate_look(*look).await?;
        }
        let barriers = page.barriers().await.with_context(|| format!("at {name}, {look:?}"))?;
        found.extend(barriers.into_iter().map(|barrier| format!("{name}, {look:?}: {barrier}")));
    }
    Ok(())
}

const AXE_FINDS: &str = "axe-core finds";

async fn without_a_report(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    page.open_app("").await?;
    look_at(page, "the first page", &mut found).await?;
    pages::each(page, pages::WITHOUT, look_at, &mut found).await?;
    pages::none(AXE_FINDS, &found)
}

/// One of three parts of its pages: all of them take longer than a journey may.
async fn of_a_report(page: &Page, part: usize) -> Result<()> {
    let mut found = Vec::new();
    pages::open(page, pages::TWO_YEARS).await?;
    let pages = pages::REPORT.chunks(pages::REPORT.len().div_ceil(3)).nth(part);
    pages::each(page, pages.context("there are three parts")?, look_at, &mut found).await?;
    pages::none(AXE_FINDS, &found)
}

async fn of_a_report_1(page: &Page) -> Result<()> {
    of_a_report(page, 0).await
}

async fn of_a_report_2(page: &Page) -> Result<()> {
    of_a_report(page, 1).await
}

async fn of_a_report_3(page: &Page) -> Result<()> {
    of_a_report(page, 2).await
}

async fn of_other_reports(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    for (files, kinds) in pages::OTHERS {
        pages::open(page, files).await?;
        pages::each(page, kinds, look_at, &mut found).await?;
    }
    pages::none(AXE_FINDS, &found)
}

async fn of_what_opens(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    pages::open(page, pages::BAD_FILE).await?;
    look_at(page, "messages about a file", &mut found).await?;
    page.open_app("#example/measures").await?;
    page.click("Explain all").await?;
    page.see("at most").await?;
    look_at(page, "measures, explained", &mut found).await?;
    pages::none(AXE_FINDS, &found)
}

async fn of_the_finder(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    page.open_app("#example/measure/PED06-01").await?;
    page.see("Position now").await?;
    page.keys(&['/']).await?;
    page.see("Type a reference").await?;
    look_at(page, "the finder", &mut found).await?;
    for key in "exclusion".chars() {
        page.keys(&[key]).await?;
    }
    page.find("#finder-result-1").await?;
    look_at(page, "the finder with results", &mut found).await?;
    pages::none(AXE_FINDS, &found)
}

async fn of_kept_reports(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    let server = pages::server()?;
    page.open(&server.address("/q.html")).await?;
    page.see("Files that you open stay in this browser").await?;
    pages::give(page, pages::TWO_YEARS).await?;
    page.click("Quarterlight").await?;
    page.see("2 reports take").await?;
    look_at(page, "kept reports", &mut found).await?;
    page.click("Remove 2019-20-q2.json").await?;
    page.see("from this device?").await?;
    look_at(page, "a question before removing", &mut found).await?;
    pages::none(AXE_FINDS, &found)
}

async fn in_a_frame(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    let app = built()?;
    let around = "<!doctype html><html lang=en><title>Intranet</title><link rel=icon href=data:,>\
        <script src=app/quarterly-report.js></script><main><h1>Intranet</h1>\
        <quarterly-report src=report.json view=measures label='Measures'></quarterly-report></main>";
    let typed = |path: &str, kind: &str, body: Vec<u8>| Resource {
        path: path.to_owned(),
        headers: vec![("Content-Type".to_owned(), kind.to_owned())],
        body,
        status: "200 OK",
    };
    let element = fs::read(app.with_file_name("quarterly-report.js"))?;
    let report = fs::read(in_workspace("assets/samples/2019-20-q2.json"))?;
    let server = Server::start(vec![
        Resource::html("/host.html", around),
        Resource::html("/app/quarterlight.html", fs::read(&app)?),
        typed("/app/quarterly-report.js", "text/javascript", element),
        typed("/report.json", "application/json", report),
    ])?;
    page.open(&server.address("/host.html")).await?;
    page.until_script("return Boolean(document.querySelector('quarterly-report')?.shadowRoot?.querySelector('iframe'));").await?;
    look_at(page, "a page around a frame", &mut found).await?;
    super::embed::enter(page, super::embed::IN_ELEMENT).await?;
    page.see("PED06 01").await?;
    // Chromium pretends forced colours in the page alone, not in a frame of another origin.
    look_at_as(page, "measures in a frame", &[Look::Light, Look::Dark], &mut found).await?;
    super::embed::leave(page).await?;
    pages::none(AXE_FINDS, &found)
}

async fn of_a_saved_report(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    pages::open(page, pages::EVERY_WORD_FILE).await?;
    page.script("delete window.showSaveFilePicker;", vec![]).await?;
    page.click("Save report").await?;
    page.see("has been handed to the browser").await?;
    let name = "people-directorate-children-and-young-people-2019-20-q2.html";
    let saved = fs::read_to_string(page.downloaded(name).await?)?;
    // As it stands where no script runs: axe-core is one, so the page is made one that has none of its own.
    let plain = saved.replacen("document.documentElement.className = 'ql-runs';", "", 1).replacen(
        "id=\"start\"",
        "type=\"text/plain\" id=\"start\"",
        1,
    );
    let folder = Files::new()?;
    page.open_file(&folder.write("plain.html", plain)?).await?;
    page.see("What the symbols mean").await?;
    page.console_errors().await?;
    look_at(page, "a saved report without scripts", &mut found).await?;
    pages::none(AXE_FINDS, &found)
}

async fn in_other_engines(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    pages::open(page, pages::TWO_YEARS).await?;
    let some = [0, 2, 6, 9, 11].map(|at| pages::REPORT.get(at).copied());
    let some: Vec<Kind> = some.into_iter().flatten().collect();
    pages::each(page, &some, look_at, &mut found).await?;
    page.open_app("#/calculator").await?;
    look_at(page, "the calculator", &mut found).await?;
    pages::none(AXE_FINDS, &found)
}
