//! The site: at home in any folder of a web server, and without it.

use std::fs;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use browser_tests::files::{built_site, in_workspace};
use browser_tests::{Browser, Journey, Page, Resource, Server, probes};
use serde_json::json;
use sha2::{Digest, Sha256};

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("site_opens_without_its_server", opens_without_its_server),
        Journey::new("site_waits_with_a_new_version", waits_with_a_new_version),
        // Firefox lets the worker wait on for longer than a journey does.
        Journey::new("site_keeps_its_version_when_it_is_closed", keeps_its_version)
            .only(&[Browser::Chromium, Browser::WebKit]),
        Journey::new("site_keeps_what_is_open", keeps_what_is_open),
        Journey::new("site_stays_whole_while_it_is_copied", stays_whole_while_it_is_copied),
        Journey::new("site_brings_what_its_address_names", brings_what_its_address_names),
        Journey::new("site_brings_nothing_into_a_frame", brings_nothing_into_a_frame),
        Journey::new("site_says_what_it_could_not_bring", says_what_it_could_not_bring),
        Journey::new("site_opens_a_copy_without_its_server", opens_a_copy_without_its_server),
        Journey::new("site_takes_what_is_shared", takes_what_is_shared),
        Journey::new("site_takes_what_it_is_launched_with", takes_what_it_is_launched_with),
        Journey::new("site_asks_no_other_server", asks_no_other_server),
        Journey::new("site_leaves_other_pages_alone", leaves_other_pages_alone),
        Journey::new("site_mends_what_is_damaged", mends_what_is_damaged),
        Journey::new("site_is_not_the_single_file", is_not_the_single_file),
    ]
}

/// A folder of a server that has other things as well.
const FOLDER: &str = "/intranet/reports/";
const BAR: &str = "A new version of Quarterlight is ready";
const REPORT: &str = "assets/samples/2019-20-q2.json";
const IN_REPORT: &str = "Halton Borough Council";

/// The built site with a report beside it.
fn site() -> Result<Vec<Resource>> {
    let mut resources = Resource::all_in(&built_site()?, FOLDER)?;
    let report = fs::read(in_workspace(REPORT))?;
    resources.push(Resource::of("application/json", &format!("{FOLDER}data/q2.json"), report));
    Ok(resources)
}

/// The site of a later version, whose page has something more in it.
fn later_site(at: &str, more: &str) -> Result<Vec<Resource>> {
    let mut resources = site()?;
    let page = format!("{FOLDER}index.html");
    let page = resources.iter().find(|one| one.path == page).context("no page")?;
    let old = page.body.clone();
    let new = String::from_utf8(old.clone())?.replacen(at, &format!("{at}{more}"), 1);
    let hash = |content: &[u8]| STANDARD.encode(Sha256::digest(content));
    let (from, to) = (hash(&old), hash(new.as_bytes()));
    for one in &mut resources {
        if one.body == old {
            one.body.clone_from(&new.clone().into_bytes());
        } else if one.path.ends_with("/sw.js") {
            let worker = String::from_utf8(one.body.clone())?;
            ensure!(worker.contains(&from), "the worker does not know the page");
            let worker = worker.replace(&from, &to);
            one.body = worker.replacen("VERSION = '", "VERSION = 'later", 1).into();
        }
    }
    Ok(resources)
}

fn second_version() -> Result<Vec<Resource>> {
    later_site("<html lang=\"en-GB\"", " data-version=\"2\"")
}

/// Opens the site and waits until it is kept on the device.
async fn open_kept(page: &Page, server: &Server, ending: &str) -> Result<()> {
    page.open(&server.address(&format!("{FOLDER}{ending}"))).await?;
    page.see("Quarterlight").await?;
    is_kept(page).await
}

pub(crate) async fn is_kept(page: &Page) -> Result<()> {
    let waits = "return new Promise((done) => {
        const look = () => navigator.serviceWorker.controller?.state === 'activated' ? done(true) : setTimeout(look, 20);
        look();
    });";
    page.script(waits, vec![]).await.context("the worker does not take the page over")?;
    Ok(())
}

/// Loads the page again as a person does: Firefox's driver goes past the worker when it does that.
async fn reload(page: &Page) -> Result<()> {
    let script = "document.documentElement.dataset.left = ''; setTimeout(() => location.reload());";
    page.script(script, vec![]).await?;
    page.find("html:not([data-left])").await.map(drop)
}

/// Comes back to the tab, as a person does who has looked at another, until a new version is told. A browser that is just
/// looking for one by itself does not look again.
async fn look_again(page: &Page) -> Result<()> {
    let script = "document.dispatchEvent(new Event('visibilitychange'));
        return new Promise((done) => setTimeout(done, 500));";
    for _ in 0..15 {
        page.script(script, vec![]).await?;
        if page.text().await?.contains(BAR) {
            return Ok(());
        }
    }
    page.see(BAR).await
}

async fn version(page: &Page) -> Result<String> {
    let version = page.script("return document.documentElement.dataset.version || '1';", vec![]);
    Ok(version.await?.as_str().unwrap_or_default().to_owned())
}

async fn caches(page: &Page) -> Result<Vec<String>> {
    let names = page.script("return caches.keys();", vec![]).await?;
    Ok(serde_json::from_value(names)?)
}

async fn opens_without_its_server(page: &Page) -> Result<()> {
    let server = Server::start(site()?)?;
    open_kept(page, &server, "").await?;
    let others: Vec<String> = server
        .requests()
        .into_iter()
        .filter(|request| !request.starts_with("GET /intranet/reports/") && request != "connection")
        .filter(|request| request != "GET /favicon.ico")
        .collect();
    ensure!(others.is_empty(), "the site asked for {others:?}");
    page.has_quiet_console().await?;
    server.stop();
    reload(page).await?;
    page.see("Nothing that you open leaves this device").await?;
    page.open(&server.address(&format!("{FOLDER}index.html?from=a-mail#example"))).await?;
    page.see(IN_REPORT).await?;
    page.click("Measures").await?;
    page.see("PED04 02").await?;
    reload(page).await?;
    page.see("PED04 02").await?;
    page.no_longer_see(BAR).await?;
    // That there is no newer version to be had may be said on the console.
    page.console_errors().await?;
    Ok(())
}

async fn waits_with_a_new_version(page: &Page) -> Result<()> {
    let server = Server::start(site()?)?;
    open_kept(page, &server, "?src=data/q2.json#/measures").await?;
    page.see("PED04 02").await?;
    let before = versions(page).await?;
    server.replace(second_version()?);
    look_again(page).await?;
    let status = page.texts("[role=status]").await?;
    ensure!(status.iter().any(|text| text.contains(BAR)), "{status:?}");
    page.click("Not now").await?;
    page.no_longer_see(BAR).await?;
    // Loading the page again is not agreeing.
    reload(page).await?;
    page.see(BAR).await?;
    ensure!(version(page).await? == "1", "the new version took over by itself");
    page.click("Use the new version").await?;
    page.find("html[data-version='2']").await?;
    page.see("PED04 02").await?;
    page.no_longer_see(BAR).await?;
    let address = page.client().current_url().await?;
    ensure!(address.as_str().ends_with("?src=data/q2.json#/measures"), "{address}");
    let after = caches(page).await?;
    let now = versions(page).await?;
    ensure!(now.len() == 1 && now != before, "{after:?}");
    ensure!(after.iter().any(|name| name.ends_with(" copies")), "what was kept is gone: {after:?}");
    server.stop();
    reload(page).await?;
    page.see("PED04 02").await?;
    ensure!(version(page).await? == "2", "the old version came back");
    page.console_errors().await?;
    Ok(())
}

/// The names of the versions that the device has.
async fn versions(page: &Page) -> Result<Vec<String>> {
    let names = caches(page).await?;
    Ok(names.into_iter().filter(|name| name.contains(" version ")).collect())
}

/// A browser starts the worker that waits once no page of the site is open. Nobody agreed to anything by that.
async fn keeps_its_version(page: &Page) -> Result<()> {
    let server = Server::start(site()?)?;
    open_kept(page, &server, "").await?;
    server.replace(second_version()?);
    look_again(page).await?;
    let waits =
        "return navigator.serviceWorker.getRegistration().then((one) => one.waiting !== null);";
    let mut is_waiting = true;
    for _ in 0..20 {
        page.open("about:blank").await?;
        page.open(&server.address(FOLDER)).await?;
        page.see("Quarterlight").await?;
        is_waiting = page.script(waits, vec![]).await? == json!(true);
        if !is_waiting {
            break;
        }
    }
    ensure!(!is_waiting, "the browser never starts the new worker");
    ensure!(version(page).await? == "1", "the new version took over by itself");
    page.see(BAR).await?;
    server.stop();
    reload(page).await?;
    page.see(BAR).await?;
    ensure!(version(page).await? == "1", "the new version took over without its server");
    ensure!(versions(page).await?.len() == 2, "{:?}", versions(page).await?);
    page.click("Use the new version").await?;
    page.find("html[data-version='2']").await?;
    page.no_longer_see(BAR).await?;
    ensure!(versions(page).await?.len() == 1, "{:?}", versions(page).await?);
    reload(page).await?;
    page.see("Open files").await?;
    ensure!(version(page).await? == "2", "the old version came back");
    page.console_errors().await?;
    Ok(())
}

async fn keeps_what_is_open(page: &Page) -> Result<()> {
    let server = Server::start(site()?)?;
    open_kept(page, &server, "").await?;
    page.upload("input[type=file]", &[in_workspace(REPORT)]).await?;
    page.see(IN_REPORT).await?;
    page.click("Measures").await?;
    server.replace(second_version()?);
    look_again(page).await?;
    page.see("with the same files open").await?;
    page.click("Use the new version").await?;
    page.find("html[data-version='2']").await?;
    page.see("PED04 02").await?;
    // They are handed over once.
    page.until_script(
        "return caches.keys().then(async (names) => {
           const handover = names.filter((name) => name.endsWith('handover'));
           const kept = await Promise.all(handover.map(async (name) => (await caches.open(name)).keys()));
           return kept.flat().length === 0;
         });",
    )
    .await?;
    // And the device has them all the same.
    reload(page).await?;
    page.see("PED04 02").await
}

async fn stays_whole_while_it_is_copied(page: &Page) -> Result<()> {
    let server = Server::start(site()?)?;
    open_kept(page, &server, "").await?;
    let (old, new) = (site()?, second_version()?);
    // The worker has arrived at the server, and the page has not.
    let copied = old
        .into_iter()
        .zip(new.clone())
        .map(|(old, new)| if new.path.ends_with("/sw.js") { new } else { old });
    server.replace(copied.collect());
    let update = "return navigator.serviceWorker.getRegistration().then(async (one) => {
        await one.update().catch(() => {});
        const worker = one.installing || one.waiting;
        if (!worker) return 'redundant';
        return new Promise((done) => {
            const look = () => ['installed', 'redundant'].includes(worker.state) ? done(worker.state) : setTimeout(look, 20);
            look();
        });
    });";
    let state = page.script(update, vec![]).await?;
    ensure!(state == json!("redundant"), "half a version was kept: {state}");
    page.no_longer_see(BAR).await?;
    page.console_errors().await?;
    server.replace(new);
    look_again(page).await?;
    page.console_errors().await?;
    Ok(())
}

async fn brings_what_its_address_names(page: &Page) -> Result<()> {
    let mut resources = site()?;
    let other = fs::read(in_workspace("assets/samples/2018-19-q4.json"))?;
    resources.push(Resource::of("text/plain", "/intranet/last%20year.json", other));
    let server = Server::start(resources)?;
    let ending = "?src=data/q2.json&src=../last%2520year.json";
    open_kept(page, &server, ending).await?;
    page.see("2 files were opened: last year.json, q2.json").await?;
    page.see(IN_REPORT).await?;
    let address = page.client().current_url().await?;
    ensure!(address.as_str().ends_with(&format!("{ending}#/report")), "{address}");
    let calculator = "#/calculator?target=84";
    page.open(&server.address(&format!("{FOLDER}?src=data/q2.json{calculator}"))).await?;
    page.see("q2.json was opened").await?;
    let address = page.client().current_url().await?;
    ensure!(address.as_str().ends_with(calculator), "{address}");
    page.has_quiet_console().await
}

async fn brings_nothing_into_a_frame(page: &Page) -> Result<()> {
    let server = Server::start(site()?)?;
    let framed = "?src=data/q2.json#embed/measures?readonly";
    open_kept(page, &server, framed).await?;
    let text = page.text().await?;
    ensure!(!text.contains("Fetching"), "{text}");
    let requests = server.requests();
    ensure!(
        !requests.iter().any(|one| format!("{one:?}").contains("reports/data/q2.json")),
        "{requests:?}"
    );
    // And an address that names nothing is none.
    page.open(&server.address(&format!("{FOLDER}?src=&src=%20"))).await?;
    page.see("Open files").await?;
    let text = page.text().await?;
    ensure!(!text.contains("could not be opened"), "{text}");
    page.has_quiet_console().await
}

async fn says_what_it_could_not_bring(page: &Page) -> Result<()> {
    let elsewhere = Server::start(vec![Resource::of("application/json", "/q2.json", "{}")])?;
    let mut resources = site()?;
    let at = |name: &str| format!("{FOLDER}{name}");
    resources.push(Resource::of("application/json", &at("broken.json"), "{ \"format\" 1"));
    resources.push(Resource::of("text/html", &at("signin"), "<!doctype html><p>Who are you?"));
    resources.push(Resource::sent_on(&at("away.json"), &elsewhere.address("/q2.json")));
    let hidden = Resource::of("text/plain", &at("hidden.json"), "");
    resources.push(Resource { status: "403 Forbidden", ..hidden });
    let server = Server::start(resources)?;
    let other = elsewhere.address("/q2.json");
    for (source, words) in [
        (
            "missing.json",
            "missing.json The web server has no file at this address (its answer is 404)",
        ),
        ("hidden.json", "hidden.json The web server does not let you read this file"),
        ("broken.json", "broken.json, line 1, column 12 This is not JSON"),
        ("signin", "signin The web server answers with a web page instead of the file"),
        (other.as_str(), "This address is not on the web server that the page comes from"),
        ("file:///etc/hosts", "This address is not on the web server that the page comes from"),
        ("away.json", "away.json The web server sends this address on to another server"),
    ] {
        page.open(&server.address(&at(&format!("?src={source}")))).await?;
        page.see(words).await.context(source.to_owned())?;
        page.see("could not be opened. 1 problem to mend.").await?;
        // Nothing is open, so that the first page stays.
        page.see("Open files").await?;
        // Browsers report such answers themselves.
        page.console_errors().await?;
    }
    ensure!(elsewhere.requests().is_empty(), "{:?}", elsewhere.requests());
    Ok(())
}

async fn opens_a_copy_without_its_server(page: &Page) -> Result<()> {
    let server = Server::start(site()?)?;
    open_kept(page, &server, "?src=data/q2.json").await?;
    page.see("q2.json was opened.").await?;
    server.stop();
    reload(page).await?;
    page.see("This is the copy that was kept on this device on").await?;
    page.see(IN_REPORT).await?;
    page.open(&server.address(&format!("{FOLDER}?src=data/other.json"))).await?;
    page.see("There was no answer from this address.").await?;
    page.console_errors().await?;
    Ok(())
}

async fn takes_what_is_shared(page: &Page) -> Result<()> {
    let server = Server::start(site()?)?;
    open_kept(page, &server, "").await?;
    let share = "const form = new FormData();
        form.append('files', new File([arguments[0]], 'a report, 50%.json', { type: 'application/json' }));
        return fetch('share', { method: 'POST', body: form }).then((answer) => answer.url);";
    let report = fs::read_to_string(in_workspace(REPORT))?;
    let led = page.script(share, vec![json!(report)]).await?;
    ensure!(led == json!(server.address(&format!("{FOLDER}index.html"))), "led to {led}");
    reload(page).await?;
    page.see("a report, 50%.json was opened").await?;
    page.see(IN_REPORT).await?;
    let sent = server.requests().into_iter().find(|request| request.starts_with("POST"));
    ensure!(sent.is_none(), "what was shared went to the server: {sent:?}");
    page.open(&server.address(FOLDER)).await?;
    page.see("Open files").await?;
    page.no_longer_see("was opened").await
}

/// No driver starts an installed application with a file, so the queue is one of the test's own.
async fn takes_what_it_is_launched_with(page: &Page) -> Result<()> {
    let queue = "<script>Object.defineProperty(window, 'launchQueue', { value: { setConsumer(take) { window.launch = take; } } });</script>";
    let server = Server::start(later_site("<head>", queue)?)?;
    open_kept(page, &server, "").await?;
    let launch = "const file = new File([arguments[0]], 'launched.json');
        launch({ files: [{ getFile: async () => file }] });
        launch({});";
    let report = fs::read_to_string(in_workspace(REPORT))?;
    page.script(launch, vec![json!(report)]).await?;
    page.see("launched.json was opened").await
}

async fn asks_no_other_server(page: &Page) -> Result<()> {
    let (server, other) = (Server::start(site()?)?, Server::start(vec![])?);
    open_kept(page, &server, "").await?;
    let tried = probes::attempt(page, &other).await?;
    let arrived = other.requests();
    ensure!(arrived.is_empty(), "{arrived:?} of {} attempts arrived", tried.len());
    // Not to its own server either is anything sent.
    let post = "return fetch('data/q2.json', { method: 'POST', body: 'x' }).then(() => 'sent', () => 'refused');";
    ensure!(page.script(post, vec![]).await? == json!("refused"), "the worker lets a POST out");
    page.console_errors().await?;
    Ok(())
}

/// A page that has nothing to do with the site but that it is in a folder of it.
async fn leaves_other_pages_alone(page: &Page) -> Result<()> {
    let other = Server::start(vec![Resource::of("text/plain", "/open.txt", "open")])?;
    let mut resources = site()?;
    let form =
        "<!doctype html><link rel=icon href=data:,><form method=post><button>Send</button></form>";
    resources.push(Resource::html(&format!("{FOLDER}others/page.html"), form));
    let server = Server::start(resources)?;
    open_kept(page, &server, "").await?;
    page.open(&server.address(&format!("{FOLDER}others/page.html"))).await?;
    is_kept(page).await?;
    let ask = "return (async (other) => {
        const asked = [fetch(other), fetch(other, { mode: 'no-cors' }), fetch('page.html', { method: 'POST' }), fetch('page.html')];
        return Promise.all(asked.map((one) => one.then((answer) => answer.type, () => 'refused')));
    })(arguments[0]);";
    let came = page.script(ask, vec![json!(other.address("/open.txt"))]).await?;
    ensure!(came == json!(["cors", "opaque", "basic", "basic"]), "{came}");
    page.click("Send").await?;
    let is_sent = || server.requests().iter().filter(|one| one.starts_with("POST")).count() == 2;
    for _ in 0..50 {
        if is_sent() {
            break;
        }
        // Not in the page, which is going.
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    ensure!(is_sent(), "the form is not sent: {:?}", server.requests());
    page.has_quiet_console().await
}

/// Something has changed the page that is kept, and taken another file away.
async fn mends_what_is_damaged(page: &Page) -> Result<()> {
    let server = Server::start(site()?)?;
    open_kept(page, &server, "").await?;
    let damage = "return (async () => {
        const [name] = (await caches.keys()).filter((name) => name.includes(' version '));
        const cache = await caches.open(name);
        const headers = { 'Content-Type': 'text/html' };
        await cache.put('index.html', new Response('<p>Damaged', { headers }));
        return cache.delete('quarterly-report.js');
    })();";
    ensure!(page.script(damage, vec![]).await? == json!(true), "there is nothing to damage");
    // A worker looks through all of it when something is missing, as it does when it starts.
    let asked = "return fetch('quarterly-report.js').then((answer) => answer.ok);";
    ensure!(page.script(asked, vec![]).await? == json!(true), "what is missing is not asked for");
    all_is_kept(page).await?;
    let clear = "return caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))));";
    page.script(clear, vec![]).await?;
    reload(page).await?;
    all_is_kept(page).await?;
    server.stop();
    reload(page).await?;
    page.see("Nothing that you open leaves this device").await?;
    page.console_errors().await.map(drop)
}

async fn all_is_kept(page: &Page) -> Result<()> {
    let whole = "return (async () => {
        const names = (await caches.keys()).filter((name) => name.includes(' version '));
        if (names.length !== 1) return false;
        const cache = await caches.open(names[0]);
        const page = await (await cache.match('index.html'))?.text();
        return page?.length > 100000 && await cache.match('quarterly-report.js') !== undefined;
    })();";
    for _ in 0..100 {
        if page.script(whole, vec![]).await? == json!(true) {
            return Ok(());
        }
        page.script("return new Promise((done) => setTimeout(done, 50));", vec![]).await?;
    }
    anyhow::bail!("the site is not kept whole again: {:?}", caches(page).await?)
}

async fn is_not_the_single_file(page: &Page) -> Result<()> {
    page.open_app("?src=q2.json").await?;
    page.see("only in Quarterlight's site on a web server").await?;
    page.has_quiet_console().await?;
    let single = fs::read(browser_tests::files::built()?)?;
    let server = Server::start(vec![Resource::html("/q.html", single)])?;
    page.open(&server.address("/q.html?src=q2.json")).await?;
    page.see("only in Quarterlight's site on a web server").await?;
    let workers = "return navigator.serviceWorker.getRegistrations().then((all) => all.length);";
    ensure!(page.script(workers, vec![]).await? == json!(0), "the single file has a worker");
    Ok(())
}
