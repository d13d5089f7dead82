//! An officer asks what would come of the quarters that are still to come, by the keyboard alone.

use anyhow::{Result, bail, ensure};
use browser_tests::{Journey, Page};
use fantoccini::key::Key;

pub(crate) fn journeys() -> Vec<Journey> {
    vec![Journey::new("what_if_is_answered_as_one_types", is_answered_as_one_types)]
}

async fn is_answered_as_one_types(page: &Page) -> Result<()> {
    page.open_app("#example/measures").await?;
    page.see("Of 38 measures").await?;
    page.type_into("Find", "PED02 05").await?;
    page.see("1 of 66 rows shown").await?;
    go_to(page, "Why? PED02 05").await?;
    page.press(Key::Enter).await?;
    page.see("To be on course").await?;
    page.see("What if? Figures that nobody reported").await?;
    for (field, keys) in [("Quarter 3 would add", "10"), ("Quarter 4 would add", "12")] {
        go_to(page, field).await?;
        for key in keys.chars() {
            page.keys(&[key]).await?;
            let focused = page.focused().await?;
            ensure!(focused == field, "after “{key}” the focus is on “{focused}”");
        }
    }
    page.see("49 so far, if Quarter 3 added 10 and Quarter 4 added 12, would be 71 at the end of Quarter 4.")
        .await?;
    page.see("Year-end outlook").await?;
    page.keys(&['x']).await?;
    page.see("Quarter 4 must be a number").await?;
    go_to(page, "Clear what is supposed of PED02 05").await?;
    page.press(Key::Enter).await?;
    page.see("Type a figure to see where it would lead.").await?;
    page.see("1 of 66 rows shown").await
}

async fn go_to(page: &Page, name: &str) -> Result<()> {
    for _ in 0..40 {
        page.press(Key::Tab).await?;
        // What only a screen reader says may stand on a line of its own.
        let focused = page.focused().await?;
        if focused.split_whitespace().eq(name.split_whitespace()) {
            return Ok(());
        }
    }
    bail!("“{name}” cannot be reached by the keyboard")
}
