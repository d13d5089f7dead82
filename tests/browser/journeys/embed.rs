//! An intranet page shows a part of a report.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::files::{built, in_workspace};
use browser_tests::{Journey, Page, Resource, Server};
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("embed_element_shows_a_report", element_shows_a_report),
        Journey::new("embed_element_falls_back", element_falls_back),
        Journey::new("embed_element_follows_nothing_elsewhere", element_follows_nothing_elsewhere),
        Journey::new("embed_element_takes_what_addresses_say", element_takes_what_addresses_say),
        Journey::new("embed_element_changes_what_it_allows", element_changes_what_it_allows),
        Journey::new("embed_leaves_the_host_in_peace", leaves_the_host_in_peace),
        Journey::new("embed_by_hand", by_hand),
        Journey::new("embed_hears_nobody_else", hears_nobody_else),
        Journey::new("embed_read_only", read_only),
        Journey::new("embed_keeps_what_readers_open", keeps_what_readers_open),
        Journey::new("embed_says_what_a_sandbox_bars", says_what_a_sandbox_bars),
        Journey::new("embed_fits_every_width", fits_every_width),
    ]
}

/// What the pages of these journeys note of messages and events.
const HOST: &str = r"
window.seen = { messages: [], events: [] };
addEventListener('message', ({ source, origin, data }) => {
  const frames = [...document.querySelectorAll('iframe')];
  seen.messages.push({ ...data, from: frames.findIndex((frame) => frame.contentWindow === source), origin });
});
for (const name of ['status', 'error', 'shown', 'whole']) {
  addEventListener('quarterly-report-' + name, (event) => {
    seen.events.push({ name, ...event.detail });
    if (name === 'whole') event.preventDefault();
  });
}
";

const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";

const REPORT: &str = "assets/samples/2019-20-q2.json";

/// A site with the application, the element, a report and a page with this in it.
fn resources(body: &str) -> Result<Vec<Resource>> {
    let app = built()?;
    let host = format!(
        "<!doctype html><html lang=en><title>Intranet</title><link rel=icon href=data:,><script>{HOST}</script>\
         <script src=app/quarterly-report.js></script><h1>Intranet</h1>{body}"
    );
    let element = fs::read(app.with_file_name("quarterly-report.js"))?;
    Ok(vec![
        Resource::html("/host.html", host),
        Resource::html("/app/quarterlight.html", fs::read(&app)?),
        Resource {
            path: "/app/quarterly-report.js".to_owned(),
            headers: vec![("Content-Type".to_owned(), "text/javascript".to_owned())],
            body: element,
            status: "200 OK",
        },
        json_file("/report.json", fs::read(in_workspace(REPORT))?),
        json_file("/broken.json", b"{".to_vec()),
        json_file("/50%.json", fs::read(in_workspace(REPORT))?),
    ])
}

fn json_file(path: &str, body: Vec<u8>) -> Resource {
    let headers = vec![("Content-Type".to_owned(), "application/json".to_owned())];
    Resource { path: path.to_owned(), headers, body, status: "200 OK" }
}

async fn open(page: &Page, body: &str) -> Result<Server> {
    let server = Server::start(resources(body)?)?;
    page.open(&server.address("/host.html")).await?;
    Ok(server)
}

/// Waits until a script of the page gives something that is true.
pub(crate) async fn until(page: &Page, what: &str) -> Result<Value> {
    for _ in 0..200 {
        let found = page.script(&format!("return {what};"), vec![]).await?;
        if !found.is_null() && found != json!(false) && found != json!(0) {
            return Ok(found);
        }
        page.script("return new Promise((done) => setTimeout(done, 50));", vec![]).await?;
    }
    let seen = page.script("return JSON.stringify(seen).slice(0, 2000);", vec![]).await?;
    anyhow::bail!("`{what}` is not there; seen: {seen}")
}

/// Time in which a message would have come and had its effect.
async fn pause(page: &Page) -> Result<()> {
    page.script("return new Promise((done) => setTimeout(done, 500));", vec![]).await.map(drop)
}

pub(crate) async fn enter(page: &Page, frame: &str) -> Result<()> {
    let found = page.script(&format!("return {frame};"), vec![]).await?;
    let reference = found[ELEMENT_KEY].as_str().context("there is a frame")?.to_owned();
    let element = Element::from_element_id(page.client().clone(), ElementRef::from(reference));
    element.enter_frame().await.context("cannot enter the frame")
}

pub(crate) async fn leave(page: &Page) -> Result<()> {
    page.client().enter_parent_frame().await.context("cannot leave the frame")
}

pub(crate) const IN_ELEMENT: &str =
    "document.querySelector('quarterly-report').shadowRoot.querySelector('iframe')";
const FRAME: &str = "document.querySelector('iframe')";

const ELEMENT: &str = "<quarterly-report src=report.json view=measures objective=PED04 theme=dark label='Measures of PED04'>\
    <a href=whole.html>The report</a></quarterly-report><p>After it</p>";

async fn element_shows_a_report(page: &Page) -> Result<()> {
    let server = open(page, ELEMENT).await?;
    let status = until(page, "seen.events.find((event) => event.name === 'status')").await?;
    ensure!(
        status["headline"]
            == "Of 38 measures, 16 can be rated: 2 on course, 7 uncertain and 7 off course.",
        "{status}"
    );
    ensure!(status["data"].as_str().is_some_and(|text| text.starts_with("Data ")), "{status}");
    ensure!(status["counts"][0]["word"] == "Off course", "{status}");
    let sandbox =
        page.script(&format!("return {IN_ELEMENT}.getAttribute('sandbox');"), vec![]).await?;
    ensure!(sandbox == "allow-scripts", "the sandbox is {sandbox}");
    let visible =
        page.script("return document.querySelector('a').getClientRects().length;", vec![]).await?;
    ensure!(visible == 0, "the link for want of the report is still shown");
    enter(page, IN_ELEMENT).await?;
    page.see("PED04 02").await?;
    let text = page.text().await?;
    let groups = page.texts(".ql-group__ref").await?;
    ensure!(groups == ["PED04"], "other objectives are shown: {groups:?}");
    ensure!(
        text.contains("Data ") && text.ends_with("Quarterlight Open the whole report"),
        "the footer: {text}"
    );
    page.count("input[type=file]", 0).await?;
    page.count(".ql-navigation, .ql-parts, .ql-header", 0).await?;
    page.count("h1", 1).await?;
    let ground = page.script("return [self.origin, document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor];", vec![]).await?;
    ensure!(ground == json!(["null", "dark", "rgb(22, 25, 27)"]), "{ground}");
    leave(page).await?;
    let higher = fitting(page).await?;
    // Another part is another height, and the page follows.
    page.script(
        "document.querySelector('quarterly-report').setAttribute('view', 'measure/PED04-02');",
        vec![],
    )
    .await?;
    until(
        page,
        "seen.events.some((event) => event.name === 'shown' && event.place === 'measure/PED04-02')",
    )
    .await?;
    until(page, &format!("{IN_ELEMENT}.clientHeight !== {higher}")).await?;
    enter(page, IN_ELEMENT).await?;
    page.see("Position now").await?;
    leave(page).await?;
    fitting(page).await?;
    // Drivers scroll what is in a frame, and not the page around it.
    page.script("scrollTo(0, document.body.scrollHeight);", vec![]).await?;
    enter(page, IN_ELEMENT).await?;
    page.click("Open the whole report").await?;
    leave(page).await?;
    until(page, "seen.events.some((event) => event.name === 'whole')").await?;
    page.script(
        "document.querySelector('quarterly-report').setAttribute('theme', 'light');",
        vec![],
    )
    .await?;
    page.script("scrollTo(0, 0);", vec![]).await?;
    enter(page, IN_ELEMENT).await?;
    page.find("[data-theme=light]").await?;
    // A link leads on within the frame, with what was fixed.
    page.click("Measures").await?;
    page.until_script(
        "return location.hash.startsWith('#embed/measures?') && location.hash.endsWith('&readonly');",
    )
    .await?;
    page.see("PED04 02").await?;
    leave(page).await?;
    let asked: Vec<String> =
        server.requests().into_iter().filter(|one| one != "connection").collect();
    ensure!(
        asked.len() == 4,
        "more was asked for than a page, a script, a frame and a file: {asked:?}"
    );
    Ok(())
}

/// Waits until the element's frame is as high as what is in it, and gives that height. A frame that is still too low has a
/// scroll bar, beside which lines are shorter and more: the height asked for changes once more when it goes.
async fn fitting(page: &Page) -> Result<i64> {
    for _ in 0..200 {
        enter(page, IN_ELEMENT).await?;
        let inside = "return Math.ceil(document.documentElement.getBoundingClientRect().height);";
        let inside = page.script(inside, vec![]).await?;
        leave(page).await?;
        let outside = page.script(&format!("return {IN_ELEMENT}.clientHeight;"), vec![]).await?;
        if let Some(height) = outside.as_i64().filter(|height| *height > 0 && outside == inside) {
            return Ok(height);
        }
        page.script("return new Promise((done) => setTimeout(done, 50));", vec![]).await?;
    }
    anyhow::bail!("the frame does not come to be as high as what is in it")
}

async fn element_falls_back(page: &Page) -> Result<()> {
    for (src, words) in [
        ("missing.json", "the server answers 404"),
        ("https://elsewhere.example/report.json", "is on another site"),
        ("broken.json", "broken.json could not be opened"),
        ("", "There is no src"),
    ] {
        let body = format!(
            "<quarterly-report src='{src}'><a href=whole.html>The report</a></quarterly-report>"
        );
        open(page, &body).await?;
        let error = until(page, "seen.events.find((event) => event.name === 'error')").await?;
        ensure!(error["text"].as_str().is_some_and(|text| text.contains(words)), "{src}: {error}");
        page.see("The report").await?;
        let height = page.script(&format!("return {IN_ELEMENT}.clientHeight;"), vec![]).await?;
        ensure!(height == 0, "{src}: the frame is {height} high");
    }
    // What a server does not have is an error on Chromium's console too.
    page.console_errors().await?;
    Ok(())
}

/// Another site that lets everybody read its report, to which this one's server sends on.
async fn element_follows_nothing_elsewhere(page: &Page) -> Result<()> {
    let report = json_file("/report.json", fs::read(in_workspace(REPORT))?);
    let elsewhere = Server::start(vec![report])?;
    let server = open(page, "<p>Nothing yet</p>").await?;
    let mut resources = resources("<p>Nothing yet</p>")?;
    resources.push(Resource::sent_on("/away.json", &elsewhere.address("/report.json")));
    server.replace(resources);
    let add = "document.body.insertAdjacentHTML('beforeend', '<quarterly-report src=away.json></quarterly-report>');";
    page.script(add, vec![]).await?;
    let error = until(page, "seen.events.find((event) => event.name === 'error')").await?;
    let text = error["text"].as_str().unwrap_or_default();
    ensure!(text.contains("is sent on to another site"), "{error}");
    ensure!(elsewhere.requests().is_empty(), "{:?}", elsewhere.requests());
    // Where there is no answer, that is said in the element's words and not in the browser's.
    let again =
        "seen.events = []; window.fetch = async () => { throw new TypeError('Failed to fetch'); };
         document.querySelector('quarterly-report').setAttribute('src', 'report.json');";
    page.script(again, vec![]).await?;
    let error = until(page, "seen.events.find((event) => event.name === 'error')").await?;
    let text = error["text"].as_str().unwrap_or_default();
    ensure!(text.ends_with("/report.json cannot be read: there was no answer."), "{error}");
    page.console_errors().await.map(drop)
}

async fn element_takes_what_addresses_say(page: &Page) -> Result<()> {
    let shows = |view: &str| {
        format!(
            "<quarterly-report src='50%.json' view='{view}'><a href=whole.html>The report</a></quarterly-report>"
        )
    };
    for view in ["measure/PED04%2002", "measure/PED04 02", "measure/PED04-02"] {
        open(page, &shows(view)).await?;
        until(page, "seen.events.some((event) => event.name === 'status')").await?;
        enter(page, IN_ELEMENT).await?;
        page.see("Position now").await.context(view.to_owned())?;
        leave(page).await?;
    }
    open(page, &shows("measures?objective=PED04&readonly=no&origin=null")).await?;
    until(page, "seen.events.some((event) => event.name === 'status')").await?;
    enter(page, IN_ELEMENT).await?;
    page.see("PED04 02").await?;
    let groups = page.texts(".ql-group__ref").await?;
    ensure!(groups == ["PED04"], "other objectives are shown: {groups:?}");
    leave(page).await?;
    page.has_quiet_console().await
}

async fn element_changes_what_it_allows(page: &Page) -> Result<()> {
    open(page, ELEMENT).await?;
    until(page, "seen.events.some((event) => event.name === 'status')").await?;
    let change = "seen.events = []; document.querySelector('quarterly-report').setAttribute('allow', 'print');";
    page.script(change, vec![]).await?;
    until(page, "seen.events.some((event) => event.name === 'status')").await?;
    let sandbox =
        page.script(&format!("return {IN_ELEMENT}.getAttribute('sandbox');"), vec![]).await?;
    ensure!(sandbox == "allow-scripts allow-modals", "the sandbox is {sandbox}");
    enter(page, IN_ELEMENT).await?;
    page.see("Print this page").await?;
    leave(page).await
}

async fn leaves_the_host_in_peace(page: &Page) -> Result<()> {
    open(page, &format!("<input id=field>{ELEMENT}")).await?;
    page.script("document.querySelector('#field').focus();", vec![]).await?;
    until(page, "seen.events.some((event) => event.name === 'status')").await?;
    let length = page.script("return history.length;", vec![]).await?;
    page.script("document.querySelector('quarterly-report').setAttribute('view', 'plan');", vec![])
        .await?;
    page.script(
        "document.querySelector('quarterly-report').setAttribute('view', 'finance');",
        vec![],
    )
    .await?;
    until(page, "seen.events.some((event) => event.name === 'shown' && event.place === 'finance')")
        .await?;
    pause(page).await?;
    let now = page
        .script("return [document.activeElement.id, history.length, Math.round(scrollY)];", vec![])
        .await?;
    ensure!(
        now == json!(["field", length, 0]),
        "the focus, the history and the place of the page: {now}"
    );
    let title = page.script(&format!("return {IN_ELEMENT}.title;"), vec![]).await?;
    ensure!(title == "Measures of PED04", "the frame is called {title}");
    Ok(())
}

/// A frame as somebody writes it without the element.
fn frame(rest: &str) -> String {
    format!(
        "<iframe title=Report sandbox=allow-scripts width=700 height=600 src='app/quarterlight.html#embed/{rest}'></iframe>"
    )
}

async fn send(page: &Page, message: Value) -> Result<()> {
    let script = "document.querySelector('iframe').contentWindow.postMessage(arguments[0], '*');";
    page.script(script, vec![message]).await.map(drop)
}

async fn load(page: &Page, how: &str) -> Result<()> {
    let script = format!(
        "return (async () => {{ const answer = await fetch('report.json');
          const report = {how};
          document.querySelector('iframe').contentWindow.postMessage(
            {{ quarterlight: 1, type: 'load', files: [{{ name: 'report.json', report }}] }}, '*'); }})();"
    );
    page.script(&script, vec![]).await.map(drop)
}

async fn is_ready(page: &Page, frame: usize) -> Result<()> {
    until(
        page,
        &format!("seen.messages.some((one) => one.type === 'ready' && one.from === {frame})"),
    )
    .await
    .map(drop)
}

async fn by_hand(page: &Page) -> Result<()> {
    for how in ["await answer.text()", "await answer.json()", "await answer.arrayBuffer()"] {
        // The page that this one is of is heard without being named.
        open(page, &frame("measures?status=uncertain&readonly")).await?;
        is_ready(page, 0).await?;
        load(page, how).await?;
        let status = until(page, "seen.messages.find((one) => one.type === 'status')").await?;
        ensure!(
            status["period"] == "Quarter 2, July to September 2019 (2019/20)",
            "{how}: {status}"
        );
    }
    enter(page, FRAME).await?;
    page.see("PED02 06").await?;
    leave(page).await?;
    let hostile = [
        json!(null),
        json!("load"),
        json!(7),
        json!([]),
        json!({}),
        json!([1, { "quarterlight": 1 }]),
        json!({ "quarterlight": 1 }),
        json!({ "quarterlight": 1, "type": "constructor" }),
        json!({ "quarterlight": 2, "type": "show", "place": "plan" }),
        json!({ "quarterlight": 1, "type": "show", "place": "javascript:alert(1)" }),
        json!({ "quarterlight": 1, "type": "load", "files": [{ "name": "a.json", "report": 7 }] }),
        json!({ "quarterlight": 1, "type": "load", "files": { "length": 1 } }),
        json!({ "quarterlight": 1, "type": "options", "theme": ["dark"] }),
    ];
    let count = page.script("return seen.messages.length;", vec![]).await?;
    for message in hostile {
        send(page, message).await?;
    }
    // What no JSON can say.
    page.script(
        "const frame = document.querySelector('iframe').contentWindow; const round = { quarterlight: 1, type: 'load', files: [] };
         round.files.push({ name: 'a.json', report: round });
         for (const one of [round, 1n, new Map([['quarterlight', 1]]), { quarterlight: 1n }, new Date(NaN)]) frame.postMessage(one, '*');",
        vec![],
    )
    .await?;
    pause(page).await?;
    let now = page.script("return seen.messages.length;", vec![]).await?;
    ensure!(count == now, "what means nothing was answered: {now} messages after {count}");
    send(page, json!({ "quarterlight": 1, "type": "show", "place": "finance" })).await?;
    until(page, "seen.messages.some((one) => one.type === 'shown' && one.place === 'finance')")
        .await?;
    enter(page, FRAME).await?;
    page.see("Finance").await?;
    leave(page).await
}

async fn hears_nobody_else(page: &Page) -> Result<()> {
    // The first frame hears another site alone; the second is open to this one; the third only wants to disturb.
    let body = format!(
        "{}{}<iframe src='about:blank'></iframe>",
        frame("report?readonly&origin=https://elsewhere.example"),
        frame("report?readonly"),
    );
    open(page, &body).await?;
    is_ready(page, 0).await?;
    is_ready(page, 1).await?;
    load(page, "await answer.text()").await?;
    // The same message from a window that is not the parent, though of the same site.
    let script = "return (async () => {
        const report = await (await fetch('report.json')).text();
        const other = frames[2].document.createElement('script');
        other.textContent = 'parent.frames[1].postMessage(' + JSON.stringify(
          { quarterlight: 1, type: 'load', files: [{ name: 'report.json', report }] }) + ', \"*\");';
        frames[2].document.body.append(other); })();";
    page.script(script, vec![]).await?;
    pause(page).await?;
    for frame in 0..2 {
        enter(page, &format!("document.querySelectorAll('iframe')[{frame}]")).await?;
        page.see("Waiting for the report").await?;
        leave(page).await?;
    }
    page.until_script("return seen.messages.some((one) => one.type === 'height');").await?;
    let told = page.script("return seen.messages.filter((one) => one.type !== 'ready').map((one) => [one.from, one.type]);", vec![]).await?;
    ensure!(told == json!([[1, "height"]]), "what was told: {told}");
    Ok(())
}

async fn read_only(page: &Page) -> Result<()> {
    open(page, &frame("report?readonly")).await?;
    is_ready(page, 0).await?;
    enter(page, FRAME).await?;
    page.see("Waiting for the report").await?;
    page.drop_files("main", &[in_workspace(REPORT)]).await?;
    page.paste(&fs::read_to_string(in_workspace(REPORT))?).await?;
    pause(page).await?;
    page.see("Waiting for the report").await?;
    page.count("input, progress", 0).await?;
    leave(page).await
}

/// Whoever has the page in a frame changes the frame's address once a reader has opened something there.
async fn keeps_what_readers_open(page: &Page) -> Result<()> {
    for start in ["#embed/report", "#/report"] {
        let body = frame("").replace("#embed/", start);
        open(page, &body).await?;
        enter(page, FRAME).await?;
        page.upload("input[type=file]:not([webkitdirectory])", &[in_workspace(REPORT)]).await?;
        page.see("Of 38 measures").await?;
        leave(page).await?;
        page.script(
            "document.querySelector('iframe').src = 'app/quarterlight.html#embed/measures?readonly&origin=' + encodeURIComponent(location.origin);",
            vec![],
        )
        .await?;
        enter(page, FRAME).await?;
        page.see("PED02 06").await?;
        leave(page).await?;
        send(page, json!({ "quarterlight": 1, "type": "show", "place": "plan" })).await?;
        pause(page).await?;
        let told = page
            .script("return [...new Set(seen.messages.map((one) => one.type))].sort();", vec![])
            .await?;
        let expected = if start == "#/report" { json!([]) } else { json!(["height", "ready"]) };
        ensure!(told == expected, "{start}: {told}");
    }
    Ok(())
}

async fn says_what_a_sandbox_bars(page: &Page) -> Result<()> {
    open(page, &frame("measure/PED06-01?readonly")).await?;
    is_ready(page, 0).await?;
    load(page, "await answer.text()").await?;
    enter(page, FRAME).await?;
    page.see("Figures of this chart").await?;
    page.script("document.querySelector('.ql-chart details').open = true;", vec![]).await?;
    page.see("The page around this does not let it save pictures.").await?;
    let text = page.text().await?;
    for words in ["Save as", "Print this", "Copy as"] {
        ensure!(!text.contains(words), "“{words}” does nothing here");
    }
    leave(page).await?;
    // The whole application in a frame that was not meant for it.
    open(page, &frame("").replace("#embed/", "#example")).await?;
    enter(page, FRAME).await?;
    page.see("The page around this may not let it print or save.").await?;
    leave(page).await
}

async fn fits_every_width(page: &Page) -> Result<()> {
    open(page, &frame("measures?readonly")).await?;
    is_ready(page, 0).await?;
    load(page, "await answer.text()").await?;
    until(page, "seen.messages.some((one) => one.type === 'status')").await?;
    for width in [320, 600, 1000] {
        page.script("document.querySelector('iframe').width = arguments[0];", vec![width.into()])
            .await?;
        for place in ["report", "measures", "measure/PED06-01", "finance", "plan"] {
            send(page, json!({ "quarterlight": 1, "type": "show", "place": place })).await?;
            until(
                page,
                &format!(
                    "seen.messages.findLast((one) => one.type === 'shown').place === '{place}'"
                ),
            )
            .await?;
            enter(page, FRAME).await?;
            let wide = page
                .script("return [document.documentElement.scrollWidth, innerWidth];", vec![])
                .await?;
            ensure!(wide[0].as_u64() <= wide[1].as_u64(), "{place} in {width} pixels: {wide}");
            leave(page).await?;
        }
    }
    Ok(())
}
