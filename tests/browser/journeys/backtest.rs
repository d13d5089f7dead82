//! A director asks how far the outlook can be trusted.

use anyhow::{Result, ensure};
use browser_tests::{Journey, Page};

pub(crate) fn journeys() -> Vec<Journey> {
    vec![Journey::new("backtest_says_what_to_open", says_what_to_open)]
}

/// The example closes one year and holds no quarter before it.
async fn says_what_to_open(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    page.click("Past outlooks").await?;
    page.see("open the Quarter 4 file of an earlier year").await?;
    let focused = page.focused().await?;
    ensure!(focused == "How far to trust the outlook", "the focus is on “{focused}”");
    let ending = page.script("return location.hash;", vec![]).await?;
    ensure!(ending.as_str() == Some("#/backtest"), "the address ends in {ending}");
    page.client().back().await?;
    page.see("Of 38 measures").await
}
