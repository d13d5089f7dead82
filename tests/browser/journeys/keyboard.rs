//! All of it with a keyboard alone: the focus is seen wherever it is, and is never lost.

use anyhow::{Context, Result, bail, ensure};
use browser_tests::{Browser, Journey, Page};
use fantoccini::key::Key;
use serde_json::json;

use super::pages;

pub(crate) fn journeys() -> Vec<Journey> {
    // MiniBrowser's Tab skips links, as Safari's does until a reader sets it otherwise.
    let both = [Browser::Chromium, Browser::Firefox];
    vec![
        Journey::new("keyboard_from_the_first_page_to_a_measure", to_a_measure).only(&both),
        Journey::new("keyboard_keeps_the_focus", keeps_the_focus).only(&both),
        Journey::new("keyboard_goes_through_every_control", through_every_control).only(&both),
        Journey::new("announces_what_changes", announces_what_changes),
    ]
}

/// What has the focus, and whether one sees that it has.
const FOCUS: &str = "
const at = document.activeElement;
if (!at || at === document.body || at === document.documentElement) return ['', 'lost', ''];
const seen = (one) => { const style = getComputedStyle(one); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== 'none'; };
const box = at.getBoundingClientRect();
const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
const heading = at.matches('[tabindex=\"-1\"]');
const state = heading ? 'heading' : !inside ? 'out of sight' : seen(at) || at.matches('.ql-file') && seen(at.parentElement) ? 'seen' : 'not seen';
const name = at.getAttribute('aria-label') || at.labels?.[0]?.innerText || at.innerText || at.tagName;
return [name.replace(/\\s+/g, ' ').trim(), state, at.tagName];";

async fn focus(page: &Page) -> Result<(String, String, String)> {
    let came = page.script(FOCUS, vec![]).await?;
    serde_json::from_value(came).context("expected a name and how it is seen")
}

/// Presses Tab until what has the focus is called so; fails where the focus cannot be seen on the way.
async fn tab_to(page: &Page, name: &str) -> Result<()> {
    let mut met = Vec::new();
    for _ in 0..80 {
        page.press(Key::Tab).await?;
        let (at, state, _) = focus(page).await?;
        // After the last control, the focus leaves for the browser's own.
        ensure!(state == "seen" || state == "lost", "“{at}” has the focus, and it is {state}");
        if at == name {
            return Ok(());
        }
        met.push(at);
    }
    bail!("Tab does not lead to “{name}” but to {met:?}")
}

/// Waits until the focus is on what is called so.
async fn has_focus(page: &Page, name: &str) -> Result<()> {
    for _ in 0..40 {
        if focus(page).await?.0.contains(name) {
            return Ok(());
        }
        page.script("return new Promise((done) => setTimeout(done, 50));", vec![]).await?;
    }
    bail!("the focus is on {:?}, not on “{name}”", focus(page).await?)
}

async fn to_a_measure(page: &Page) -> Result<()> {
    page.open_app("").await?;
    // What is said while it opens names it too.
    page.find(".ql-navigation a").await?;
    tab_to(page, "Open the example").await?;
    page.press(Key::Enter).await?;
    page.see("Of 38 measures").await?;
    has_focus(page, "Overview").await?;
    // Back, past what is in the heading, to the ways to the parts.
    page.script(
        "document.querySelector('.ql-navigation a').focus({ focusVisible: true });",
        vec![],
    )
    .await?;
    tab_to(page, "Measures").await?;
    page.press(Key::Enter).await?;
    has_focus(page, "Measures").await?;
    tab_to(page, "Progress").await?;
    page.press(Key::Enter).await?;
    page.find("[aria-sort=ascending]").await?;
    has_focus(page, "Progress").await?;
    page.press(Key::Enter).await?;
    page.find("[aria-sort=descending]").await?;
    page.script("document.querySelector('.ql-table__row button').focus();", vec![]).await?;
    page.press(Key::Enter).await?;
    page.find("[aria-expanded=true]").await?;
    page.press(Key::Enter).await?;
    finds(page).await
}

async fn finds(page: &Page) -> Result<()> {
    let (before, ..) = focus(page).await?;
    page.keys(&['/']).await?;
    page.see("Type a reference").await?;
    page.press(Key::Escape).await?;
    page.count("dialog", 0).await?;
    has_focus(page, &before).await?;
    page.keys(&['/']).await?;
    page.see("Type a reference").await?;
    for key in "exclusion".chars() {
        page.keys(&[key]).await?;
    }
    page.press(Key::Down).await?;
    page.find("#finder-result-1[aria-selected=true]").await?;
    page.press(Key::Enter).await?;
    page.count("dialog", 0).await?;
    ensure!(focus(page).await?.1 == "heading", "the focus is on {:?}", focus(page).await?);
    // The browser's own keys for it do not reach a browser without a window.
    page.client().back().await?;
    page.see("What the symbols mean").await?;
    has_focus(page, "Measures").await
}

/// What goes away when it is used leaves the focus near where it was.
async fn keeps_the_focus(page: &Page) -> Result<()> {
    page.open_app("#/help").await?;
    // It comes behind the page itself, and must not come behind the first Tab.
    has_focus(page, "Help").await?;
    tab_to(page, "Accessibility statement").await?;
    page.press(Key::Enter).await?;
    page.see("Compliance status").await?;
    has_focus(page, "Accessibility statement").await?;
    ensure!(focus(page).await?.1 == "heading", "the focus stays on what was followed");
    pages::open(page, pages::TWO_YEARS).await?;
    for (ending, name) in [("#/measures", "Close this message"), ("#/measures", "Show all")] {
        pages::go(page, (ending, "What the symbols mean")).await?;
        if name == "Show all" {
            page.type_into("Find", "PED04").await?;
        }
        let element = page.named(name).await?;
        page.script("arguments[0].focus();", vec![json!(element)]).await?;
        page.press(Key::Enter).await?;
        page.no_longer_see(name).await?;
        let (at, state, _) = focus(page).await?;
        ensure!(state != "lost", "“{name}” is gone, and the focus with it: “{at}”");
    }
    Ok(())
}

/// Every stop of Tab on a page is seen, once, and the last one leads out again.
async fn through_every_control(page: &Page) -> Result<()> {
    for ending in ["", "#example", "#example/measure/PED04-02", "#/calculator"] {
        page.open("about:blank").await?;
        page.open_app(ending).await?;
        page.find(".ql-navigation a").await?;
        page.script("document.querySelector('h1').focus();", vec![]).await?;
        let mut stops = 0;
        loop {
            page.press(Key::Tab).await?;
            let (at, state, kind) = focus(page).await?;
            if state == "lost" || (stops > 5 && at == "Quarterlight") {
                break;
            }
            ensure!(
                state == "seen",
                "at {ending}, “{at}” ({kind}) has the focus, and it is {state}"
            );
            stops += 1;
            ensure!(stops < 200, "at {ending}, Tab never leaves the page");
        }
        ensure!(stops > 5, "at {ending}, Tab stops {stops} times");
    }
    Ok(())
}

/// Words that a screen reader is told of: a `status` that is there before them.
async fn announces_what_changes(page: &Page) -> Result<()> {
    let said = "return [...document.querySelectorAll('[role=status]')].filter((one) => one.checkVisibility ? one.checkVisibility() : true).map((one) => one.textContent).join(' | ');";
    let has = async |words: &str| -> Result<()> {
        for _ in 0..60 {
            if page.script(said, vec![]).await?.as_str().is_some_and(|said| said.contains(words)) {
                return Ok(());
            }
            page.script("return new Promise((done) => setTimeout(done, 50));", vec![]).await?;
        }
        bail!("“{words}” is not announced, but {}", page.script(said, vec![]).await?)
    };
    pages::open(page, pages::TWO_YEARS).await?;
    has("2 files were opened").await?;
    pages::go(page, ("#/measures", "What the symbols mean")).await?;
    // It is met before there are words in it.
    let waits = "const one = document.querySelector('.ql-filters__shown'); return one.textContent === '' && getComputedStyle(one).display !== 'none';";
    ensure!(page.script(waits, vec![]).await? == json!(true), "the count of rows is hidden");
    page.type_into("Find", "PED04").await?;
    has(" of ").await?;
    pages::go(page, ("#/measure/PED02-05", "Year-end outlook")).await?;
    let field = page.find(".ql-what-if input").await?;
    field.send_keys("50").await?;
    has(", if so: ").await
}
