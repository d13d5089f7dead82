//! What the site's page showed of files that its address names: there at once the next time, as long as it is true.

use std::fs;

use anyhow::{Result, ensure};
use browser_tests::files::{built_site, in_workspace};
use browser_tests::{Browser, Journey, Page, Resource, Server};
use serde_json::json;

use crate::site::is_kept;

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("drawn_site_shows_at_once_what_it_showed", shows_at_once),
        Journey::new("drawn_site_leaves_other_places_alone", leaves_other_places_alone),
        // The others' drivers run no script before the page's own.
        Journey::new("drawn_site_never_says_that_it_opens", never_says_that_it_opens)
            .only(&[Browser::Chromium]),
        Journey::new("drawn_site_shows_nothing_that_was_replaced", shows_nothing_replaced),
        Journey::new("drawn_site_waits_for_no_slow_server", waits_for_no_slow_server),
        Journey::new("drawn_site_forgets_what_is_removed", forgets_what_is_removed),
        Journey::new("drawn_site_keeps_nothing_against_the_readers_will", keeps_nothing),
    ]
}

const FOLDER: &str = "/intranet/reports/";
const NAMED: &str = "?src=data/q2.json";

const BEFORE: &str = "359";
const AFTER: &str = "361.25";

/// The built site with a report beside it that has this figure.
fn site(current: &str) -> Result<Vec<Resource>> {
    let mut resources = Resource::all_in(&built_site()?, FOLDER)?;
    let report = fs::read_to_string(in_workspace("assets/samples/2019-20-q2.json"))?;
    let changed = report.replacen("\"current\": 359", &format!("\"current\": {current}"), 1);
    ensure!(current == BEFORE || changed != report, "there is no such figure to change");
    resources.push(Resource::of("application/json", &format!("{FOLDER}data/q2.json"), changed));
    Ok(resources)
}

fn address(server: &Server, ending: &str) -> String {
    server.address(&format!("{FOLDER}{NAMED}{ending}"))
}

/// From elsewhere: an address that differs after its `#` alone would not be opened again.
async fn open(page: &Page, server: &Server, ending: &str) -> Result<()> {
    page.open("about:blank").await?;
    page.open(&address(server, ending)).await?;
    page.see("q2.json was opened").await
}

/// Opens the report twice: the first time there is no worker yet.
async fn open_until_drawn(page: &Page, server: &Server) -> Result<()> {
    open(page, server, "#/measures").await?;
    is_kept(page).await?;
    open(page, server, "#/measures").await?;
    until_kept(page, " drawn", 1).await
}

/// Waits until a cache holds so many things.
async fn until_kept(page: &Page, name: &str, number: usize) -> Result<()> {
    let script = "const [name, number] = arguments; return new Promise((done) => {
        const until = Date.now() + 15000;
        const look = async () => {
            const names = (await caches.keys()).filter((one) => one.endsWith(name));
            const kept = names.length > 0 ? (await (await caches.open(names[0])).keys()).length : 0;
            kept === number || Date.now() > until ? done(kept === number) : setTimeout(look, 50);
        };
        look();
    });";
    let is_kept = page.script(script, vec![json!(name), json!(number)]).await?;
    ensure!(is_kept == json!(true), "{name} does not hold {number}");
    Ok(())
}

/// What the worker gives as the page, and shows at a place before the program runs: all but the rows, and those.
async fn first(page: &Page, name: &str) -> Result<Option<(String, Vec<String>)>> {
    let script = "return fetch(location.href.split('#')[0]).then((answer) => answer.text()).then((text) => {
        const parsed = new DOMParser().parseFromString(text, 'text/html');
        const view = parsed.querySelector(arguments[0]);
        if (!view) return null;
        const rows = Array.from(view.querySelectorAll('.ql-table__row'), (row) => row.textContent);
        view.querySelectorAll('.ql-table > tbody').forEach((one) => one.remove());
        view.querySelectorAll('[aria-rowcount]').forEach((one) => one.removeAttribute('aria-rowcount'));
        return [view.textContent, rows];
    });";
    let selector = json!(format!(".ql-first--{name}"));
    Ok(serde_json::from_value(page.script(script, vec![selector]).await?)?)
}

/// The same of the page as the program shows it.
async fn then(page: &Page) -> Result<(String, Vec<String>)> {
    let script = "const copy = document.getElementById('app').cloneNode(true);
        const rows = Array.from(copy.querySelectorAll('.ql-table__row'), (row) => row.textContent);
        copy.querySelectorAll('.ql-table > tbody').forEach((one) => one.remove());
        return [copy.textContent, rows];";
    Ok(serde_json::from_value(page.script(script, vec![]).await?)?)
}

async fn shows_at_once(page: &Page) -> Result<()> {
    let server = Server::start(site(BEFORE)?)?;
    open_until_drawn(page, &server).await?;
    for (ending, name) in [("#/measures", "measures"), ("#/report", "overview"), ("", "overview")] {
        open(page, &server, ending).await?;
        page.until_it_answers().await?;
        let then = then(page).await?;
        let Some(first) = first(page, name).await? else {
            anyhow::bail!("{ending}: nothing is first")
        };
        let is_beginning = then.1.starts_with(&first.1) && first.1.len() == then.1.len().min(12);
        ensure!(first.0 == then.0 && is_beginning, "{ending}: first {first:?}, then {then:?}");
        let address = page.client().current_url().await?;
        let ending = if ending.is_empty() { "#/report" } else { ending };
        ensure!(address.as_str().ends_with(ending), "{ending}: it is at {address}");
    }
    // A page that was drawn by another version might look otherwise.
    let by_another = "return (async () => {
        const [name] = (await caches.keys()).filter((one) => one.endsWith(' drawn'));
        const cache = await caches.open(name);
        const [request] = await cache.keys();
        const drawn = await cache.match(request);
        const headers = new Headers(drawn.headers);
        headers.set('drawn-by', 'another');
        await cache.put(request, new Response(await drawn.text(), { headers }));
    })();";
    page.script(by_another, vec![]).await?;
    ensure!(first(page, "measures").await?.is_none(), "another version's is shown");
    page.has_quiet_console().await
}

/// Where nothing that was drawn is to be seen, the program waits for no server.
async fn leaves_other_places_alone(page: &Page) -> Result<()> {
    let server = Server::start(site(BEFORE)?)?;
    open_until_drawn(page, &server).await?;
    open(page, &server, "#/calculator?target=84").await?;
    page.see("judged as you type").await?;
    open(page, &server, "#/nonsense").await?;
    page.see("There is no page at this address. This is the report's overview.").await?;
    page.has_quiet_console().await
}

async fn never_says_that_it_opens(page: &Page) -> Result<()> {
    let server = Server::start(site(BEFORE)?)?;
    open_until_drawn(page, &server).await?;
    let watch = "window.seen = []; const look = () => {
        const shown = document.getElementById('app')?.innerText.replace(/\\s+/g, ' ').trim();
        if (shown && shown !== window.seen.at(-1)) window.seen.push(shown);
        requestAnimationFrame(look);
    }; look();";
    page.run_early(watch).await?;
    for ending in ["#/measures", ""] {
        open(page, &server, ending).await?;
        page.until_it_answers().await?;
        let seen: Vec<String> =
            serde_json::from_value(page.script("return window.seen;", vec![]).await?)?;
        ensure!(!seen.is_empty(), "nothing was seen");
        let other = seen.iter().find(|seen| !seen.contains("q2.json was opened"));
        ensure!(other.is_none(), "{ending}: meanwhile it was {other:?}");
    }
    Ok(())
}

async fn shows_nothing_replaced(page: &Page) -> Result<()> {
    let server = Server::start(site(BEFORE)?)?;
    open_until_drawn(page, &server).await?;
    ensure!(first(page, "measures").await?.is_some(), "nothing is first");
    server.replace(site(AFTER)?);
    ensure!(first(page, "measures").await?.is_none(), "what was replaced is shown");
    open(page, &server, "#/measures").await?;
    page.see(AFTER).await?;
    server.stop();
    ensure!(first(page, "measures").await?.is_none(), "nobody knows whether it was replaced");
    page.open("about:blank").await?;
    page.open(&address(&server, "#/measures")).await?;
    page.see("This is the copy that was kept on this device on").await?;
    page.see(AFTER).await?;
    page.console_errors().await.map(drop)
}

async fn waits_for_no_slow_server(page: &Page) -> Result<()> {
    let server = Server::start(site(BEFORE)?)?;
    open_until_drawn(page, &server).await?;
    server.slow_down(1_500);
    ensure!(first(page, "measures").await?.is_none(), "a server was waited for that is slow");
    open(page, &server, "#/measures").await?;
    page.see(BEFORE).await?;
    page.has_quiet_console().await
}

async fn forgets_what_is_removed(page: &Page) -> Result<()> {
    let server = Server::start(site(BEFORE)?)?;
    open_until_drawn(page, &server).await?;
    until_kept(page, " copies", 1).await?;
    page.click("Quarterlight").await?;
    page.see("1 report takes").await?;
    page.click("Remove all").await?;
    page.click("Remove them").await?;
    until_kept(page, " drawn", 0).await?;
    until_kept(page, " copies", 0).await
}

async fn keeps_nothing(page: &Page) -> Result<()> {
    let server = Server::start(site(BEFORE)?)?;
    page.open(&server.address(FOLDER)).await?;
    is_kept(page).await?;
    page.click("Keep opened reports on this device").await?;
    page.see("Nothing more is kept").await?;
    open(page, &server, "").await?;
    page.script("return new Promise((done) => setTimeout(done, 4000));", vec![]).await?;
    until_kept(page, " drawn", 0).await?;
    until_kept(page, " copies", 0).await
}
