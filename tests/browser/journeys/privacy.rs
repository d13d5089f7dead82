//! Nothing that is opened leaves the device.

use anyhow::{Result, ensure};
use browser_tests::{Files, Journey, Page, Server, probes};

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("privacy_server_counts_requests", server_counts_requests),
        Journey::new("privacy_no_request_leaves", no_request_leaves),
    ]
}

/// The control: from a page without a policy the same attempts arrive, so their silence means something.
async fn server_counts_requests(page: &Page) -> Result<()> {
    let server = Server::start(vec![])?;
    let files = Files::new()?;
    page.open_file(
        &files.write("open.html", "<!doctype html><title>Open</title><body><p>Ready</p>")?,
    )
    .await?;
    let tried = probes::attempt(page, &server).await?;
    let arrived = server.requests();
    let missing: Vec<&String> = tried
        .iter()
        .filter(|name| !arrived.iter().any(|request| request.ends_with(&format!("/{name}"))))
        .collect();
    // Each engine lacks some of them; most have to arrive for the control to be worth its name.
    ensure!(missing.len() * 3 < tried.len(), "only {arrived:?} arrived, {missing:?} did not");
    page.console_errors().await?;
    Ok(())
}

async fn no_request_leaves(page: &Page) -> Result<()> {
    let server = Server::start(vec![])?;
    page.open_app("").await?;
    page.see("Quarterlight").await?;
    page.has_quiet_console().await?;
    let tried = probes::attempt(page, &server).await?;
    let arrived = server.requests();
    ensure!(arrived.is_empty(), "{arrived:?} of {} attempts arrived", tried.len());
    // Each attempt that was blocked says so on the console.
    page.console_errors().await?;
    Ok(())
}
