//! A report so long that only a part of it is on the page.

use anyhow::{Result, ensure};
use browser_tests::files::{one_quarter, with_comma};
use browser_tests::{Browser, Files, Journey, Page};
use fantoccini::key::Key;
use serde_json::Value;

const PICKER: &str = "input[type=file]:not([webkitdirectory])";
const MEASURES: usize = 1_000;

/// As many as are on paper within the ten seconds for which Chromium's driver waits, on a slow machine too.
const PRINTED: usize = 300;

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("large_report_is_scrolled_and_filtered", is_scrolled_and_filtered),
        Journey::new("large_report_is_worked_by_keyboard", is_worked_by_keyboard),
        // WebKitGTK's driver has no command to print.
        Journey::new("large_report_is_printed_whole", is_printed_whole)
            .only(&[Browser::Chromium, Browser::Firefox]),
        Journey::new("large_report_opens_beside_an_open_one", opens_beside_an_open_one),
    ]
}

async fn open(page: &Page) -> Result<()> {
    open_of(page, MEASURES).await
}

async fn open_of(page: &Page, measures: usize) -> Result<()> {
    let files = Files::new()?;
    let (name, text) = one_quarter(measures);
    page.upload(PICKER, &[files.write(&name, text)?]).await?;
    let counted = with_comma(measures);
    page.see(&format!("Of {counted} measures")).await
}

/// The numbers of the rows that are on the page.
async fn rows(page: &Page) -> Result<Vec<usize>> {
    let script = "return Array.from(document.querySelectorAll('tbody.ql-table__group[data-at]'), (row) => Number(row.dataset.at));";
    Ok(serde_json::from_value(page.script(script, Vec::new()).await?)?)
}

/// The reference of the row in the middle of the window or, where a heading is, the next below it.
async fn in_the_middle(page: &Page) -> Result<String> {
    let script = "return new Promise((done) => {\
        const ask = () => {\
          let found;\
          for (let y = innerHeight / 2; y < innerHeight && !found; y += 40) {\
            const at = document.elementFromPoint(innerWidth / 2, y)?.closest('.ql-table__group');\
            found = at?.querySelector('.ql-table__ref')?.innerText.trim();\
          }\
          if (found) done(found); else setTimeout(ask, 20);\
        };\
        requestAnimationFrame(() => requestAnimationFrame(ask));\
      });";
    let found = page.script(script, Vec::new()).await?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

async fn is_scrolled_and_filtered(page: &Page) -> Result<()> {
    page.open_app("#/measures").await?;
    page.see("Open files").await?;
    open(page).await?;
    page.see("PED00 00000").await?;
    ensure!(rows(page).await?.len() < 200, "a thousand rows are on the page");
    let whole = page.script("return document.documentElement.scrollHeight;", Vec::new()).await?;
    ensure!(whole.as_u64() > Some(30_000), "the page is {whole} pixels high");
    let counted = page
        .script(
            "return Array.from(document.querySelectorAll('.ql-table'), (table) => [Number(table.getAttribute('aria-rowcount')), table.querySelectorAll('.ql-table__row').length]);",
            Vec::new(),
        )
        .await?;
    let counted: Vec<(usize, usize)> = serde_json::from_value(counted)?;
    ensure!(counted.len() == 20 && counted.iter().all(|(all, here)| all > here), "{counted:?}");
    page.script("scrollTo(0, document.documentElement.scrollHeight / 2);", Vec::new()).await?;
    let middle = in_the_middle(page).await?;
    ensure!(
        middle.as_str() > "PED05" && middle.as_str() < "PED15",
        "half-way down stands {middle}"
    );
    ensure!(rows(page).await?.len() < 200, "rows that are out of view stay on the page");
    page.type_into("Find", "area 777").await?;
    page.see("1 of 1,000 rows shown").await?;
    page.see("PED15 00777").await?;
    page.type_into("Find", "reviewed in time").await?;
    page.see("250 of 1,000 rows shown").await?;
    page.script("scrollTo(0, 0);", Vec::new()).await?;
    page.see("PED00 00004").await?;
    page.click("Why? PED00 00004").await?;
    page.see("Where it comes from").await
}

/// The focus moves on to rows that were not on the page when it started.
async fn is_worked_by_keyboard(page: &Page) -> Result<()> {
    page.open_app("#/measures").await?;
    page.see("Open files").await?;
    open(page).await?;
    page.script("document.querySelector('.ql-why-button').focus();", Vec::new()).await?;
    let at_first = rows(page).await?.into_iter().max().unwrap_or_default();
    let wanted = format!("{:05}", at_first + 20);
    let mut passed = Vec::new();
    // A row has a link and a button.
    while passed.len() < 2 * (at_first + 60)
        && !passed.iter().any(|name: &String| name.contains(&wanted))
    {
        page.press(Key::Tab).await?;
        passed.push(page.focused().await?);
    }
    ensure!(passed.last().is_some_and(|name| name.contains(&wanted)), "no {wanted} in {passed:?}");
    page.press(Key::Enter).await?;
    page.see("Where it comes from").await?;
    // A row that has the focus stays, however far one scrolls.
    page.script("scrollTo(0, document.documentElement.scrollHeight);", Vec::new()).await?;
    in_the_last_rows(page).await?;
    let focused = page.focused().await?;
    ensure!(focused.contains(&wanted), "after scrolling the focus is on “{focused}”");
    page.press(Key::Enter).await?;
    page.no_longer_see("Where it comes from").await
}

async fn in_the_last_rows(page: &Page) -> Result<()> {
    page.find(&format!("tbody.ql-table__group[data-at=\"{}\"]", MEASURES - 1)).await.map(drop)
}

async fn is_printed_whole(page: &Page) -> Result<()> {
    page.open_app("#/measures").await?;
    page.see("Open files").await?;
    open_of(page, PRINTED).await?;
    let text = page.printed_text().await?;
    let missing: Vec<usize> =
        (0..PRINTED).filter(|row| !text.contains(&format!("{row:05}"))).collect();
    ensure!(missing.is_empty(), "{} rows are not on paper: {missing:?}", missing.len());
    page.script("scrollTo(0, 10);", Vec::new()).await?;
    let few = "return new Promise((done) => { const ask = () => { const rows = document.querySelectorAll('.ql-table__row').length; if (rows < 200) done(rows); else setTimeout(ask, 50); }; ask(); });";
    let rows: Value = page.script(few, Vec::new()).await?;
    ensure!(rows.as_u64() > Some(0), "no row is left after printing");
    Ok(())
}

/// What is open can be worked with while the next file is read, and says how far that is.
async fn opens_beside_an_open_one(page: &Page) -> Result<()> {
    page.open_app("#example/measures").await?;
    page.see("Of 38 measures").await?;
    let note = "window.noted = [];\
        new MutationObserver(() => {\
          const text = document.querySelector('.ql-progress__text')?.textContent;\
          if (text && document.querySelector('h1')) noted.push(text);\
        }).observe(document.body, { childList: true, subtree: true, characterData: true });";
    page.script(note, Vec::new()).await?;
    let files = Files::new()?;
    let (name, text) = one_quarter(8_000);
    page.upload(PICKER, &[files.write(&name, text)?]).await?;
    page.type_into("Find", "PED04 01").await?;
    page.see("Of 8,000 measures").await?;
    let noted: Vec<String> = serde_json::from_value(page.script("return noted;", vec![]).await?)?;
    let told = noted.iter().any(|text| text.starts_with("Checking 2019-20-q3.json: "));
    ensure!(told, "nothing was said of the rows: {noted:?}");
    Ok(())
}
