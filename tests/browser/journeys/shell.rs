//! Opening the file: from anywhere, and with words where it cannot run.

use std::fs;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Files, Journey, Page, Resource, Server, files};

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("shell_opens_from_any_folder", opens_from_any_folder),
        Journey::new("shell_opens_over_http", opens_over_http),
        // WebKitGTK's driver works by scripts of its own.
        Journey::new("shell_says_scripts_are_off", says_scripts_are_off)
            .only(&[Browser::Chromium, Browser::Firefox])
            .without_scripts(),
        Journey::new("shell_says_webassembly_is_forbidden", says_webassembly_is_forbidden),
        // WebKit takes the page's own word for WebAssembly over the server's: there it simply runs.
        Journey::new("shell_says_a_server_forbids_it", says_a_server_forbids_it)
            .only(&[Browser::Chromium, Browser::Firefox]),
        Journey::new("shell_says_the_copy_is_damaged", says_the_copy_is_damaged),
        Journey::new("shell_says_it_could_not_start", says_it_could_not_start),
        Journey::new("shell_says_it_has_stopped", says_it_has_stopped),
    ]
}

const OPENING: &str = "Opening Quarterlight";

async fn opens_from_any_folder(page: &Page) -> Result<()> {
    let folder = Files::new()?;
    let built = fs::read(files::built()?)?;
    for name in ["a space", "no 7 #1", "Übersicht é 季度", "50% off?"] {
        let path = folder.write(&format!("{name}/quarterlight.html"), &built)?;
        page.open_file(&path).await.context(name)?;
        page.no_longer_see(OPENING).await.context(name)?;
        page.see("Quarterlight").await.context(name)?;
        page.has_quiet_console().await.context(name)?;
    }
    Ok(())
}

async fn opens_over_http(page: &Page) -> Result<()> {
    let server = Server::start(vec![Resource::html("/q.html", fs::read(files::built()?)?)])?;
    page.open(&server.address("/q.html")).await?;
    page.no_longer_see(OPENING).await?;
    page.see("Quarterlight").await?;
    let requests = server.requests();
    let others: Vec<&String> = requests
        .iter()
        .filter(|request| *request != "GET /q.html" && *request != "connection")
        .collect();
    ensure!(others.is_empty(), "the page asked for more than itself: {others:?}");
    Ok(())
}

async fn says_scripts_are_off(page: &Page) -> Result<()> {
    page.open_app("").await?;
    let text = page.printed_text().await?;
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    ensure!(text.contains("scripts, and they are turned off"), "the page says “{text}”");
    ensure!(text.contains("Edge, Chrome, Firefox or Safari"), "the page says “{text}”");
    ensure!(!text.contains(OPENING), "the page says “{text}”");
    Ok(())
}

async fn says_webassembly_is_forbidden(page: &Page) -> Result<()> {
    let folder = Files::new()?;
    let strict = fs::read_to_string(files::built()?)?.replacen(" 'wasm-unsafe-eval'", "", 1);
    page.open_file(&folder.write("quarterlight.html", strict)?).await?;
    page.see("Quarterlight is not allowed to run here").await?;
    page.console_errors().await?;
    Ok(())
}

async fn says_a_server_forbids_it(page: &Page) -> Result<()> {
    let built = fs::read(files::built()?)?;
    // A site that allows inline scripts and nothing else.
    let resource = Resource::html("/q.html", built)
        .header("Content-Security-Policy", "script-src 'unsafe-inline'; style-src 'unsafe-inline'");
    let server = Server::start(vec![resource])?;
    page.open(&server.address("/q.html")).await?;
    page.see("Quarterlight is not allowed to run here").await?;
    page.see("Save the file to your computer and open it from there").await?;
    let errors = page.console_errors().await?;
    ensure!(!errors.is_empty(), "the console says nothing about it");
    Ok(())
}

async fn says_the_copy_is_damaged(page: &Page) -> Result<()> {
    open_with_payload(page, |payload| payload.chars().take(payload.len() / 2).collect()).await?;
    page.see("This copy of Quarterlight is damaged").await?;
    page.see("Get a fresh copy").await?;
    page.console_errors().await?;
    Ok(())
}

/// gzip of the smallest module, as `xtask/src/sevens.rs` writes it: it compiles, and there is no program in it.
const EMPTY_MODULE: &str =
    "\u{f}ba\u{100}\u{100}\u{100}\u{140}6\u{220}YN2Y\u{c}\u{6}\u{100}\u{1}N\u{19}Rc@@\u{100}\u{80}";

async fn says_it_could_not_start(page: &Page) -> Result<()> {
    open_with_payload(page, |_| EMPTY_MODULE.to_owned()).await?;
    page.see("Quarterlight could not start").await?;
    page.see("For whoever helps you").await?;
    page.console_errors().await?;
    Ok(())
}

async fn says_it_has_stopped(page: &Page) -> Result<()> {
    page.open_app("").await?;
    page.no_longer_see(OPENING).await?;
    // An error of another kind, such as an extension's, is not the program's end.
    page.script("console.error(arguments[0]);", vec!["not ours".into()]).await?;
    ensure!(!page.text().await?.contains("has stopped"), "the page gives up too early");
    // What the program's panic hook does before the program ends.
    let panic = "panicked at src/a.rs:1:2:\nnot a quarter\n\nStack:\n\nError\n    at f";
    page.script("console.error(arguments[0]);", vec![panic.into()]).await?;
    page.see("Quarterlight has stopped").await?;
    page.see("Reload the page to start again").await?;
    page.see("src/a.rs:1:2: not a quarter").await?;
    page.console_errors().await?;
    Ok(())
}

/// Opens the built file with another program in it. The policy does not cover the program, which is not a
/// script, so the shell still runs and meets what it is given.
async fn open_with_payload(page: &Page, change: impl Fn(&str) -> String) -> Result<()> {
    let built = fs::read_to_string(files::built()?)?;
    let start = "id=\"program\">";
    let (before, rest) = built.split_once(start).context("the file holds no program")?;
    let (payload, after) = rest.split_once("</script>").context("the program has no end")?;
    let folder = Files::new()?;
    let path = folder.write(
        "quarterlight.html",
        [before, start, &change(payload), "</script>", after].concat(),
    )?;
    page.open_file(&path).await
}
