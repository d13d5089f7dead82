//! From the bytes of eight quarters to the first rows on screen.

use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browser_tests::files::{eight_quarters, one_quarter};
use browser_tests::{Browser, Files, Page, Setting};
use quarterlight::app::{Action, FileRead, State};
use quarterlight::view::{direction_word, progress_word};
use serde::Deserialize;
use serde_json::json;

use crate::PICKER;
use crate::plain::picked_page;
use crate::table::{Run, print};

/// How many measures there are.
pub(crate) const SIZES: [usize; 4] = [60, 1_000, 10_000, 100_000];

/// The size that is one quarter alone: eight of them are more than a browser's page can hold.
const LARGEST: usize = 100_000;

/// What a page noted of one opening; times are in milliseconds.
#[derive(Debug, Deserialize)]
pub(crate) struct Noted {
    pub(crate) read: f64,
    pub(crate) assess: f64,
    pub(crate) painted: f64,
    pub(crate) longest: f64,
    rows: Vec<String>,
    statuses: Option<Vec<(String, String)>>,
}

/// Opens a report of this size several times, here and in plain JavaScript.
pub(crate) async fn measure(size: usize) -> Result<()> {
    let texts = if size == LARGEST { vec![one_quarter(size)] } else { eight_quarters(size) };
    let bytes = texts.iter().map(|(_, text)| text.len()).sum();
    let files = Files::new()?;
    let mut paths = Vec::new();
    for (name, text) in &texts {
        paths.push(files.write(name, text)?);
    }
    let expected = statuses(texts);
    let plain = files.write("plain.html", picked_page()?)?;
    let mut run = Run::new(size, bytes);
    let page = Page::start(Browser::Chromium, Setting::default()).await?;
    let repetitions = if size < 10_000 { 9 } else { 5 };
    for _ in 0..repetitions {
        page.open_app("#/measures").await?;
        page.see("Open files").await?;
        let ours = open(&page, &paths).await?;
        page.open_file(&plain).await?;
        page.script("location.hash = arguments[0];", vec![json!(ours.rows.len())]).await?;
        let theirs = open(&page, &paths).await?;
        agree(&ours, &theirs, &expected)?;
        run.add(&ours, &theirs);
    }
    print(&run);
    page.close().await;
    Ok(())
}

async fn open(page: &Page, paths: &[PathBuf]) -> Result<Noted> {
    page.script(include_str!("watch.js"), Vec::new()).await?;
    page.upload(PICKER, paths).await?;
    let noted = page.script(include_str!("result.js"), Vec::new()).await?;
    serde_json::from_value(noted).context("the page noted something else")
}

/// What the core says of each measure of the report that is shown.
fn statuses(texts: Vec<(String, String)>) -> Vec<(String, String)> {
    let read = |(name, text): (String, String)| FileRead { name, bytes: Ok(text.into_bytes()) };
    let state = State::default().after(Action::Opened(texts.into_iter().map(read).collect()));
    let words = state.assessment.measures.iter().map(|judged| {
        let (progress, direction) = (&judged.position, judged.direction());
        let (progress, direction) = (progress.status(), direction.status());
        (progress_word(progress).to_owned(), direction_word(direction).to_owned())
    });
    words.collect()
}

fn agree(ours: &Noted, theirs: &Noted, expected: &[(String, String)]) -> Result<()> {
    ensure!(theirs.statuses.as_deref() == Some(expected), "the statuses differ: {}", {
        let theirs = theirs.statuses.iter().flatten();
        let differing = theirs.zip(expected).enumerate().find(|(_, (a, b))| a != b);
        format!("{differing:?}")
    });
    let differing = ours.rows.iter().zip(&theirs.rows).find(|(ours, theirs)| ours != theirs);
    ensure!(
        ours.rows.len() == theirs.rows.len() && differing.is_none(),
        "the rows differ: {differing:?}"
    );
    Ok(())
}
