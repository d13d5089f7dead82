//! From navigation to the first row on screen.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use browser_tests::files::{built_site, one_quarter};
use browser_tests::{Browser, Engine, Files, Page, Resource, Server, Setting, address};

use crate::PICKER;
use crate::plain::{page_that_fetches, page_with};
use crate::table::{best, median};

const MEASURES: usize = 60;
const REPETITIONS: usize = 9;
const FOLDER: &str = "/reports/";
const PLAIN_FOLDER: &str = "/plain/";
const WORKER: &str = include_str!("plain_worker.js");

/// Times a page from a disk, the site from its worker, and the first with the quick compiler alone.
pub(crate) async fn measure() -> Result<()> {
    let (_, report) = one_quarter(MEASURES);
    let files = Files::new()?;
    let ours = files.write("ours.html", saved(&files, &report).await?)?;
    let plain = files.write("plain.html", page_with(&report)?)?;
    let (ours, plain) = (address::of_file(&ours)?, address::of_file(&plain)?);
    let ours = format!("{ours}#/measures");
    println!("\nFrom navigation to the first of {MEASURES} rows on screen, {REPETITIONS} times");
    println!("{:<40}{:>24}{:>24}{:>8}", "", "Quarterlight", "JavaScript", "ratio");
    for (name, engine) in
        [("from a disk", Engine::Usual), ("from a disk, baseline compiler alone", Engine::Baseline)]
    {
        let page = Page::start(Browser::Chromium, Setting { engine, ..Setting::default() }).await?;
        compare(&page, name, [&ours, &plain]).await.context(name)?;
        page.close().await;
    }
    from_worker(report).await.context("from the worker")
}

/// The site with its worker, and the plain page with one of its own; the report comes from their server.
async fn from_worker(report: String) -> Result<()> {
    let mut resources = Resource::all_in(&built_site()?, FOLDER)?;
    resources.push(Resource::html(&format!("{PLAIN_FOLDER}index.html"), page_that_fetches()?));
    resources.push(Resource::of("text/javascript", &format!("{PLAIN_FOLDER}sw.js"), WORKER));
    for folder in [FOLDER, PLAIN_FOLDER] {
        let path = format!("{folder}quarter.json");
        resources.push(Resource::of("application/json", &path, report.clone()));
    }
    let server = Server::start(resources)?;
    let ours = server.address(&format!("{FOLDER}?src=quarter.json#/measures"));
    let plain = server.address(&format!("{PLAIN_FOLDER}index.html"));
    let page = Page::start(Browser::Chromium, Setting::default()).await?;
    // What is shown first is drawn once the worker serves the page.
    for address in [&ours, &plain, &ours] {
        page.open("about:blank").await?;
        page.open(address).await?;
        let kept = "return new Promise((done) => { const look = () => \
            navigator.serviceWorker.controller?.state === 'activated' ? done(true) : setTimeout(look, 20); look(); });";
        page.script(kept, Vec::new()).await.context("no worker takes the page over")?;
    }
    let drawn = "return new Promise((done) => { const look = async () => { \
        const names = (await caches.keys()).filter((name) => name.endsWith(' drawn')); \
        const cache = names.length > 0 && (await caches.open(names[0])); \
        cache && (await cache.keys()).length > 0 ? done(true) : setTimeout(look, 50); }; look(); });";
    page.script(drawn, Vec::new()).await.context("the site's page is not drawn")?;
    compare(&page, "from the site's worker", [&ours, &plain]).await?;
    page.close().await;
    Ok(())
}

/// Opens both in turn, and prints what that took, until the first row is there and until the page answers.
async fn compare(page: &Page, name: &str, addresses: [&str; 2]) -> Result<()> {
    page.run_early(include_str!("first_row.js")).await?;
    let mut times: [[Vec<f64>; 2]; 2] = Default::default();
    for _ in 0..REPETITIONS {
        for (address, times) in addresses.into_iter().zip(&mut times) {
            // From elsewhere: an address that differs after its `#` alone would not be opened again.
            page.open("about:blank").await?;
            page.open(address).await?;
            let noted = page.script(NOTED, Vec::new()).await?;
            let noted: [f64; 2] =
                serde_json::from_value(noted).with_context(|| format!("no row is on {address}"))?;
            times.iter_mut().zip(noted).for_each(|(times, noted)| times.push(noted));
        }
    }
    let [ours, plain] = &times;
    let told = |times| format!("{:.0} ms, best {:.0}", median(times), best(times));
    for (name, (ours, plain)) in
        [name, "  until it answers"].into_iter().zip(ours.iter().zip(plain))
    {
        let ratio = median(ours) / median(plain);
        println!("{name:<40}{:>24}{:>24}{ratio:>8.2}", told(ours), told(plain));
    }
    Ok(())
}

/// When the first row was on screen and when the page answered, in milliseconds since navigation.
const NOTED: &str = "return new Promise((done) => { const until = Date.now() + 25000; const look = () => { \
    const noted = ['shown', 'answers'].map((what) => performance.getEntriesByName(`bench: ${what}`)[0]?.startTime); \
    if (document.getElementById('rows')) noted[1] = noted[0]; \
    if (!noted.includes(undefined) || Date.now() > until) done(noted); else setTimeout(look, 20); }; look(); });";

/// A report as a reader saves it.
async fn saved(files: &Files, report: &str) -> Result<Vec<u8>> {
    let path: PathBuf = files.write("quarter.json", report)?;
    let page = Page::start(Browser::Chromium, Setting::default()).await?;
    page.open_app("").await?;
    page.upload(PICKER, &[path]).await?;
    page.see("Save report").await?;
    // Without the browser's own dialogue, which no driver can answer.
    page.script("delete window.showSaveFilePicker;", Vec::new()).await?;
    page.click("Save report").await?;
    page.see("has been handed to the browser").await?;
    let said = page.texts(".ql-live").await?.concat();
    let name = said.split_whitespace().find(|word| word.contains(".html")).context("no name")?;
    let saved = fs::read(page.downloaded(name).await?)?;
    page.close().await;
    Ok(saved)
}
