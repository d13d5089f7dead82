//! Reports stay on the device: after a reload, by choice, and not where they may not or cannot.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browser_tests::address::of_file;
use browser_tests::files::{built, in_workspace};
use browser_tests::{Browser, Files, Journey, Page, Resource, Server};
use fantoccini::key::Key;

const PICKER: &str = "input[type=file]:not([webkitdirectory])";
const ROWS: &str = ".ql-library .ql-register__row";
const KEEP: &str = "Keep opened reports on this device";
const Q2: &str = "2019-20-q2.json";
const Q4: &str = "2018-19-q4.json";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("library_goes_on_after_a_reload", goes_on_after_a_reload),
        // Only Chromium tells of what was moved.
        Journey::new("library_moves_nothing", moves_nothing).only(&[Browser::Chromium]),
        Journey::new("library_removes_one_and_all", removes_one_and_all),
        Journey::new("library_exports_all", exports_all),
        Journey::new("library_asks_on_a_disk", asks_on_a_disk),
        Journey::new("library_says_that_it_is_forbidden", says_that_it_is_forbidden),
        Journey::new("library_stays_out_of_other_sites", stays_out_of_other_sites),
        Journey::new("library_tells_one_name_apart", tells_one_name_apart),
        Journey::new("library_says_that_it_is_full", says_that_it_is_full),
        Journey::new("library_opens_nothing_damaged", opens_nothing_damaged),
        Journey::new("library_hears_of_other_tabs", hears_of_other_tabs),
    ]
}

fn samples() -> [PathBuf; 2] {
    [Q2, Q4].map(|name| in_workspace("assets/samples").join(name))
}

/// The built file on a server, with a script before everything else.
fn served(script: &str) -> Result<Server> {
    let built = fs::read_to_string(built()?)?;
    let page = built.replacen("<head>", &format!("<head><script>{script}</script>"), 1);
    Server::start(vec![Resource::html("/q.html", page)])
}

/// Opens both samples on a server's page and goes back to the first page, where they are listed.
async fn keep_two(page: &Page, server: &Server) -> Result<()> {
    page.open(&server.address("/q.html")).await?;
    page.see("Files that you open stay in this browser").await?;
    page.upload(PICKER, &samples()).await?;
    page.see("2 files were opened").await?;
    page.click("Quarterlight").await?;
    page.see("2 reports take 61 KB").await
}

async fn goes_on_after_a_reload(page: &Page) -> Result<()> {
    let server = served("")?;
    keep_two(page, &server).await?;
    page.click("Report").await?;
    page.click("Milestones").await?;
    page.see("PED01").await?;
    let before = page.texts("main").await?;
    page.reload().await?;
    page.see("PED01").await?;
    page.no_longer_see("Opening the report").await?;
    ensure!(page.texts("main").await? == before, "the page is another");
    ensure!(!page.text().await?.contains("opened"), "it tells what was opened before");
    page.open(&server.address("/q.html")).await?;
    page.click("Continue with People Directorate: Children and Young People, Quarter 2, July to September 2019 (2019/20)").await?;
    page.no_longer_see("Opening the report").await?;
    page.see("PED01").await?;
    ensure!(page.texts("main").await? == before, "one goes on elsewhere");
    Ok(())
}

/// What the device holds is known a moment after the page is there, and pushes nothing down then.
async fn moves_nothing(page: &Page) -> Result<()> {
    // Not sideways: the window's scroll bar may come with them.
    let watch = "window.moved = [];
        const fell = (one) => Math.abs(one.previousRect.y - one.currentRect.y) >= 1;
        new PerformanceObserver((list) => window.moved.push(...list.getEntries().flatMap((one) => one.sources.filter(fell))
          .map((one) => `${one.node?.className} from ${one.previousRect.y} to ${one.currentRect.y}`)))
          .observe({ type: 'layout-shift', buffered: true });";
    let server = served(watch)?;
    keep_two(page, &server).await?;
    page.open(&server.address("/q.html")).await?;
    page.see("2 reports take 61 KB").await?;
    page.see("Accessibility statement").await?;
    let script =
        "return new Promise((done) => setTimeout(() => done(window.moved.join(', ')), 300));";
    let moved = page.script(script, vec![]).await?;
    ensure!(moved.as_str() == Some(""), "what was there has moved: {moved}");
    Ok(())
}

async fn removes_one_and_all(page: &Page) -> Result<()> {
    let server = served("")?;
    keep_two(page, &server).await?;
    page.count(ROWS, 2).await?;
    page.open(&server.address("/q.html")).await?;
    page.click(&format!("Open {Q4}")).await?;
    page.see(&format!("{Q4} was opened")).await?;
    page.click("Quarterlight").await?;
    page.see("Open now").await?;
    page.click(&format!("Remove {Q4}")).await?;
    page.see(&format!("Remove {Q4} from this device?")).await?;
    is_focused(page, "Remove it").await?;
    page.click("Keep it").await?;
    is_focused(page, &format!("Remove {Q4}")).await?;
    page.press(Key::Enter).await?;
    is_focused(page, "Remove it").await?;
    page.press(Key::Enter).await?;
    page.see(&format!("{Q4} was removed from this device.")).await?;
    is_focused(page, &format!("Remove {Q2}")).await?;
    page.reload().await?;
    page.see("1 report takes 49 KB").await?;
    page.click("Remove all").await?;
    page.click("Remove them").await?;
    page.count(ROWS, 0).await?;
    is_focused(page, KEEP).await?;
    page.reload().await?;
    page.see("Files that you open stay in this browser").await?;
    page.count(ROWS, 0).await
}

async fn is_focused(page: &Page, name: &str) -> Result<()> {
    let mut focused = String::new();
    for _ in 0..50 {
        // The focus follows the page, which follows the click.
        focused = page.focused().await?;
        // WebKit leaves out the space before what is for screen readers.
        if focused.split_whitespace().eq(name.split_whitespace())
            || focused == name.replacen(' ', "", 1)
        {
            return Ok(());
        }
    }
    anyhow::bail!("“{focused}” has the focus and not “{name}”")
}

async fn exports_all(page: &Page) -> Result<()> {
    let server = served("")?;
    keep_two(page, &server).await?;
    page.click("Export all as one ZIP file").await?;
    page.see("look for quarterlight-reports.zip among its downloads").await?;
    let archive = fs::read(page.downloaded("quarterlight-reports.zip").await?)?;
    ensure!(archive.starts_with(b"PK"), "it is no archive");
    for sample in samples() {
        let bytes = fs::read(&sample)?;
        let is_there = archive.windows(bytes.len()).any(|part| part == bytes);
        ensure!(is_there, "{} is not in it byte for byte", sample.display());
    }
    Ok(())
}

async fn asks_on_a_disk(page: &Page) -> Result<()> {
    page.open_app("").await?;
    page.see("Nothing is kept unless you tick this").await?;
    page.upload(PICKER, &samples()).await?;
    page.see("2 files were opened").await?;
    page.reload().await?;
    page.see("No report is open").await?;
    page.count(ROWS, 0).await?;
    page.click(KEEP).await?;
    page.see("any other page opened from this device’s disk could read them").await?;
    page.upload(PICKER, &samples()).await?;
    page.see("2 files were opened").await?;
    page.click("Quarterlight").await?;
    page.see("2 reports take 61 KB").await?;
    page.click("Report").await?;
    page.see("Of 38 measures").await?;
    page.reload().await?;
    page.see("Of 38 measures").await?;
    page.click("Quarterlight").await?;
    page.click(KEEP).await?;
    page.see("Nothing more is kept from now on.").await?;
    page.click("Remove them").await?;
    page.see("2 reports were removed from this device.").await?;
    page.reload().await?;
    page.see("Nothing is kept unless you tick this").await?;
    page.count(ROWS, 0).await
}

async fn says_that_it_is_forbidden(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let address = of_file(&built()?)?;
    let host = format!(
        "<!doctype html><title>Frame</title><iframe sandbox=\"allow-scripts\" src=\"{address}\" width=\"900\" height=\"900\"></iframe>"
    );
    page.open_file(&files.write("frame.html", host)?).await?;
    page.client().clone().enter_frame(0).await?;
    page.see("Nothing can be kept on this device: the page is in a frame").await?;
    page.upload(PICKER, &samples()).await?;
    page.see("Of 38 measures").await?;
    page.client().clone().enter_parent_frame().await?;
    Ok(())
}

/// A page has the application in a frame, on a device that keeps reports: one of another origin, and one of the same.
async fn stays_out_of_other_sites(page: &Page) -> Result<()> {
    let frame = "<!doctype html><title>Frame</title><link rel=icon href=data:,>\
        <iframe src='PAGE' width=900 height=900></iframe>";
    let own = fs::read_to_string(built()?)?;
    let server = Server::start(vec![
        Resource::html("/q.html", own),
        Resource::html("/frame.html", frame.replace("PAGE", "/q.html")),
    ])?;
    let around = frame.replace("PAGE", &server.address("/q.html"));
    let other = Server::start(vec![Resource::html("/frame.html", around)])?;
    keep_two(page, &server).await?;
    page.open(&other.address("/frame.html")).await?;
    page.client().clone().enter_frame(0).await?;
    page.see("Nothing can be kept on this device: the page is in a frame of another site").await?;
    page.see("Open Quarterlight in a window of its own").await?;
    page.count(".ql-library button, .ql-library input", 0).await?;
    page.upload(PICKER, &samples()[..1]).await?;
    page.see("Of 38 measures").await?;
    page.client().clone().enter_parent_frame().await?;
    page.open(&server.address("/frame.html")).await?;
    page.client().clone().enter_frame(0).await?;
    page.see("2 reports take 61 KB").await?;
    page.client().clone().enter_parent_frame().await?;
    Ok(())
}

/// Two versions of a report are kept whose files have the same name.
async fn tells_one_name_apart(page: &Page) -> Result<()> {
    let (server, files) = (served("")?, Files::new()?);
    let sample = fs::read_to_string(&samples()[0])?;
    for (number, content) in [(1, sample.clone()), (2, format!("{sample}\n"))] {
        page.open(&server.address("/q.html")).await?;
        page.see("Files that you open stay in this browser").await?;
        page.upload(PICKER, &[files.write(&format!("{number}/{Q2}"), content)?]).await?;
        page.see("Of 38 measures").await?;
        page.click("Quarterlight").await?;
        page.count(ROWS, number).await?;
    }
    page.open(&server.address("/q.html")).await?;
    page.count(ROWS, 2).await?;
    let names = "return [...document.querySelectorAll('.ql-library .ql-register__row button[id]')].map((one) => one.textContent);";
    let names: Vec<String> = serde_json::from_value(page.script(names, vec![]).await?)?;
    let [first, second] = names.as_slice() else { anyhow::bail!("{names:?}") };
    ensure!(first != second && first.starts_with(&format!("Remove {Q2} (data ")), "{names:?}");
    page.click(second).await?;
    page.see(&format!("{second} from this device?")).await?;
    is_focused(page, "Remove it").await?;
    page.press(Key::Escape).await?;
    page.no_longer_see("from this device?").await?;
    is_focused(page, second).await
}

const FULL: &str = "IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); };";

async fn says_that_it_is_full(page: &Page) -> Result<()> {
    let server = served(FULL)?;
    page.open(&server.address("/q.html")).await?;
    page.see("Files that you open stay in this browser").await?;
    page.upload(PICKER, &samples()[..1]).await?;
    page.see(&format!("{Q2} is open, but could not be kept on this device: there is no room"))
        .await?;
    page.see("Of 38 measures").await?;
    page.click("Quarterlight").await?;
    page.count(ROWS, 0).await
}

const DAMAGE: &str = "return new Promise((resolve, reject) => {
  const opening = indexedDB.open('quarterlight');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const writing = opening.result.transaction('contents', 'readwrite');
    const store = writing.objectStore('contents');
    const asked = store.getAllKeys();
    asked.onsuccess = () => asked.result.forEach((key) => store.put('not what was opened', key));
    writing.oncomplete = () => { opening.result.close(); resolve(asked.result.length); };
  };
});";

async fn opens_nothing_damaged(page: &Page) -> Result<()> {
    let server = served("")?;
    keep_two(page, &server).await?;
    ensure!(page.script(DAMAGE, Vec::new()).await? == 2, "there is nothing to damage");
    page.click("Report").await?;
    page.see("Of 38 measures").await?;
    page.reload().await?;
    page.see(&format!("What is kept of {Q2} is damaged, so it was not opened")).await?;
    page.see("No report is open").await?;
    // Its own file mends it.
    page.upload(PICKER, &samples()[..1]).await?;
    page.see("Of 38 measures").await?;
    page.click("Quarterlight").await?;
    page.see("Open now").await?;
    page.open(&server.address("/q.html")).await?;
    page.click(&format!("Open {Q2}")).await?;
    page.see("Of 38 measures").await
}

async fn hears_of_other_tabs(page: &Page) -> Result<()> {
    let server = served("")?;
    keep_two(page, &server).await?;
    let client = page.client().clone();
    let first = client.window().await?;
    let second = client.new_window(true).await.context("no second tab")?.handle;
    client.switch_to_window(second).await?;
    page.open(&server.address("/q.html")).await?;
    page.click(&format!("Remove {Q2}")).await?;
    page.click("Remove it").await?;
    page.see("1 report takes 13 KB").await?;
    client.switch_to_window(first).await?;
    page.see("1 report takes 13 KB").await?;
    // What was removed there is not kept again because it is open here.
    page.count(ROWS, 1).await
}
