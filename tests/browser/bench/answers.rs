//! How soon a long report answers: a letter typed into the filter, and twenty windows of scrolling.

use anyhow::{Context, Result};
use browser_tests::files::{one_quarter, with_comma};
use browser_tests::{Browser, Files, Page, Setting};
use serde::Deserialize;

use crate::PICKER;
use crate::table::{best, longest, median};

const SIZES: [usize; 2] = [1_000, 10_000];

/// What a page noted, in milliseconds.
#[derive(Debug, Deserialize)]
struct Noted {
    /// Of each letter: its own work, and until what it left was painted.
    letters: Vec<(f64, f64)>,
    /// Between the frames of the scrolling.
    frames: Vec<f64>,
}

/// Times both sizes.
pub(crate) async fn measure() -> Result<()> {
    for size in SIZES {
        let files = Files::new()?;
        let (name, text) = one_quarter(size);
        let page = Page::start(Browser::Chromium, Setting::default()).await?;
        page.open_app("#/measures").await?;
        page.see("Open files").await?;
        page.upload(PICKER, &[files.write(&name, text)?]).await?;
        page.see(&format!("Of {} measures", with_comma(size))).await?;
        let noted = page.script(include_str!("answers.js"), Vec::new()).await?;
        let noted: Noted =
            serde_json::from_value(noted).context("the page noted something else")?;
        page.close().await;
        let (work, painted): (Vec<f64>, Vec<f64>) = noted.letters.into_iter().unzip();
        println!("\n{size} measures, one quarter");
        for (name, times) in [
            ("letter typed → page changed", &work),
            ("letter typed → painted", &painted),
            ("frame while scrolling 20 windows", &noted.frames),
        ] {
            let (middle, best, longest) = (median(times), best(times), longest(times));
            println!("{name:<34}{middle:>7.0} ms, best {best:.0}, longest {longest:.0}");
        }
    }
    Ok(())
}
