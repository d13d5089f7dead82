//! An officer takes a chart into another document.

use std::fs;

use anyhow::{Result, ensure};
use browser_tests::{Journey, Page};

pub(crate) fn journeys() -> Vec<Journey> {
    vec![Journey::new("pictures_are_saved", are_saved)]
}

async fn are_saved(page: &Page) -> Result<()> {
    page.open_app("#example/measure/PED06-01").await?;
    page.see("6.3% in August 2019, above the target of 4.4%").await?;
    page.script("document.querySelector('.ql-chart details').open = true;", vec![]).await?;
    page.see("Save as SVG").await?;
    page.click("Save as SVG").await?;
    let drawing = fs::read_to_string(page.downloaded("ped06-01-trend.svg").await?)?;
    ensure!(
        drawing.starts_with("<svg") && drawing.contains("above the target of 4.4%"),
        "{drawing}"
    );
    page.see("The picture has been handed to the browser").await?;
    page.click("Save as PNG").await?;
    let picture = fs::read(page.downloaded("ped06-01-trend.png").await?)?;
    ensure!(picture.starts_with(b"\x89PNG") && picture.len() > 5_000, "{} bytes", picture.len());
    Ok(())
}
