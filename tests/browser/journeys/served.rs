//! A page with a panel, and the site, served by the rules that the documentation has for servers.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::files::{built, built_site, in_workspace};
use browser_tests::rules::{RealServer, documented, of_iis};
use browser_tests::{Browser, Journey, Page, Resource, Server};
use serde_json::json;

use super::embed::{IN_ELEMENT, enter, leave, until};
use super::site::is_kept;

pub(crate) fn journeys() -> Vec<Journey> {
    // WebKitGTK's driver does not hold pages to the policies that servers send.
    let both = [Browser::Chromium, Browser::Firefox];
    vec![
        Journey::new("served_by_nginx", by_nginx).only(&both),
        Journey::new("served_by_apache", by_apache).only(&both),
        Journey::new("served_as_by_iis", as_by_iis).only(&both),
        Journey::new("served_with_the_hash_in_the_header", with_the_hash).only(&both),
        Journey::new("served_site_by_nginx", site_by_nginx).only(&both),
        Journey::new("served_site_by_apache", site_by_apache).only(&both),
        Journey::new("served_site_as_by_iis", site_as_by_iis).only(&both),
    ]
}

const EMBEDDING: &str = "embedding.md";
const HOSTING: &str = "hosting.md";
const APP: &str = "/quarterlight/quarterlight.html";
const PAGE: &str = "/performance/index.html";

const HTML: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>Performance</title>\
    <link rel=icon href=favicon.svg><link rel=stylesheet href=page.css><script src=page.js></script>\
    <script src=../quarterlight/quarterly-report.js></script><h1>Performance</h1>\
    <quarterly-report src=report.json view=measure/PED06-01><a href=whole.html>The report</a></quarterly-report>";

const SCRIPT: &str = "window.seen = { events: [], offences: [] };
    for (const name of ['status', 'error'])
      addEventListener('quarterly-report-' + name, (event) => seen.events.push({ name, ...event.detail }));
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.offences.push(event.effectiveDirective + ' ' + event.blockedURI));";

/// The whole site: each file by its path.
fn site() -> Result<Vec<(&'static str, Vec<u8>)>> {
    let app = built()?;
    Ok(vec![
        (APP, fs::read(&app)?),
        ("/quarterlight/quarterly-report.js", fs::read(app.with_file_name("quarterly-report.js"))?),
        (PAGE, HTML.into()),
        ("/performance/page.js", SCRIPT.into()),
        ("/performance/page.css", "h1 { color: rgb(1, 2, 3) }".into()),
        ("/performance/favicon.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>".into()),
        ("/performance/report.json", fs::read(in_workspace("assets/samples/2019-20-q2.json"))?),
    ])
}

async fn by_nginx(page: &Page) -> Result<()> {
    let server = RealServer::nginx(&documented(EMBEDDING, "nginx")?, &site()?)?;
    shows_its_report(page, &|path| server.address(path)).await
}

async fn by_apache(page: &Page) -> Result<()> {
    let server = RealServer::apache(&documented(EMBEDDING, "apache")?, &site()?)?;
    shows_its_report(page, &|path| server.address(path)).await
}

async fn as_by_iis(page: &Page) -> Result<()> {
    let sets = of_iis(&documented(EMBEDDING, "xml")?)?;
    let server = serve(|path| {
        let of = |place: &str| {
            path[1..]
                .strip_prefix(place)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        sets.iter()
            .filter(|(place, _)| of(place))
            .flat_map(|(_, headers)| headers.clone())
            .collect()
    })?;
    shows_its_report(page, &|path| server.address(path)).await
}

async fn with_the_hash(page: &Page) -> Result<()> {
    let own = fs::read_to_string(built()?.with_file_name("policy.txt"))?;
    let policy = format!("{}{}", own.trim(), documented(EMBEDDING, "policy")?.trim());
    ensure!(!policy.contains("unsafe-inline"), "{policy}");
    let server = serve(|path| {
        let name = "Content-Security-Policy".to_owned();
        if path == APP { vec![(name, policy.clone())] } else { Vec::new() }
    })?;
    shows_its_report(page, &|path| server.address(path)).await
}

fn serve(headers: impl Fn(&str) -> Vec<(String, String)>) -> Result<Server> {
    let resource = |(path, body): (&str, Vec<u8>)| {
        let kind = match path.rsplit('.').next() {
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript",
            Some("css") => "text/css",
            Some("svg") => "image/svg+xml",
            _ => "application/json",
        };
        let resource =
            Resource { path: path.to_owned(), headers: headers(path), body, status: "200 OK" };
        resource.header("Content-Type", kind)
    };
    Server::start(site()?.into_iter().map(resource).collect())
}

async fn shows_its_report(page: &Page, address: &dyn Fn(&str) -> String) -> Result<()> {
    page.open(&address(PAGE)).await?;
    until(page, "seen.events.find((event) => event.name === 'status')").await?;
    let script = "return (async () => (await fetch(arguments[0])).headers.get('content-security-policy'))();";
    let policy = page.script(script, vec![APP.into()]).await?;
    let policy = policy.as_str().context("the application has a policy")?;
    ensure!(policy.ends_with("frame-ancestors 'self'; sandbox allow-scripts"), "{policy}");
    let offences = page.script("return seen.offences;", vec![]).await?;
    ensure!(offences == json!([]), "the page offends its policy: {offences}");
    let colour =
        page.script("return getComputedStyle(document.querySelector('h1')).color;", vec![]).await?;
    ensure!(colour == "rgb(1, 2, 3)", "the page's own style is {colour}");
    enter(page, IN_ELEMENT).await?;
    page.see("6.3% in August 2019, above the target of 4.4%").await?;
    page.find("svg.ql-chart__picture").await?;
    leave(page).await?;
    page.has_quiet_console().await?;
    keeps_others_out(page, &address(APP)).await
}

/// A page of another origin does not get the panel.
async fn keeps_others_out(page: &Page, app: &str) -> Result<()> {
    let body = format!(
        "<!doctype html><title>Elsewhere</title><link rel=icon href=data:,><p>Ready</p><script>window.heard = [];\
         addEventListener('message', (event) => heard.push(event.data));</script>\
         <iframe src='{app}#embed/report?readonly' onload='window.loaded = true'></iframe>"
    );
    let other = Server::start(vec![Resource::html("/other.html", body)])?;
    page.open(&other.address("/other.html")).await?;
    page.see("Ready").await?;
    // Firefox puts a page of its own in the frame, for which it tells of no load.
    page.script("return new Promise((done) => setTimeout(done, 1500));", vec![]).await?;
    let heard = page.script("return heard;", vec![]).await?;
    ensure!(heard == json!([]), "the panel answers another site: {heard}");
    // The browsers say so on the console.
    page.console_errors().await.map(drop)
}

/// Where the rules have the site.
const SITE: &str = "/performance/";

/// The built site, each file by its path in its folder, with another page in a folder of that.
fn whole_site() -> Result<Vec<Resource>> {
    let mut files = Resource::all_in(&built_site()?, "/")?;
    files.retain(|file| file.path != "/");
    let around = "<!doctype html><link rel=icon href=data:,><iframe src='../index.html'></iframe>";
    files.push(Resource::html("/others/frame.html", around));
    Ok(files)
}

async fn site_by_nginx(page: &Page) -> Result<()> {
    let site = whole_site()?;
    let files: Vec<_> = site.iter().map(|one| (one.path.as_str(), one.body.clone())).collect();
    let server = RealServer::nginx(&documented(HOSTING, "nginx")?, &files)?;
    is_nobody_elses(page, &|path| server.address(path)).await
}

async fn site_by_apache(page: &Page) -> Result<()> {
    let site = whole_site()?;
    let files: Vec<_> = site.iter().map(|one| (one.path.as_str(), one.body.clone())).collect();
    let server = RealServer::apache(&documented(HOSTING, "apache")?, &files)?;
    is_nobody_elses(page, &|path| server.address(path)).await
}

async fn site_as_by_iis(page: &Page) -> Result<()> {
    let sets = of_iis(&documented(HOSTING, "xml")?)?;
    let headers = sets.get("").context("the rules are for the folder that they are in")?;
    let mut site = Resource::all_in(&built_site()?, SITE)?;
    site.extend(
        whole_site()?
            .into_iter()
            .filter(|one| one.path.starts_with("/others/"))
            .map(|one| Resource { path: format!("{SITE}{}", &one.path[1..]), ..one }),
    );
    for one in &mut site {
        one.headers.extend(headers.clone());
    }
    let server = Server::start(site)?;
    is_nobody_elses(page, &|path| server.address(path)).await
}

/// The site is kept and works, also in a frame of its own origin, and a page of another does not get it: neither from the
/// server nor from what is kept.
async fn is_nobody_elses(page: &Page, address: &dyn Fn(&str) -> String) -> Result<()> {
    let app = address(&format!("{SITE}index.html"));
    keeps_others_out(page, &app).await?;
    page.open(&address(SITE)).await?;
    page.see("Open files").await?;
    is_kept(page).await?;
    page.has_quiet_console().await?;
    keeps_others_out(page, &app).await?;
    page.open(&address(&format!("{SITE}others/frame.html"))).await?;
    enter(page, "document.querySelector('iframe')").await?;
    page.see("Open files").await?;
    leave(page).await?;
    page.has_quiet_console().await
}
