//! Every kind of page at the width of a small phone, which is also what 400% leaves of a wide screen; with more room
//! between lines and letters; under a finger; and without motion.

use std::fs;

use anyhow::{Context, Result};
use browser_tests::{Browser, Files, Journey, Page, files};
use serde_json::{Value, json};

use super::pages;

pub(crate) fn journeys() -> Vec<Journey> {
    // The others' windows have a least width, and only Chromium can pretend to be a phone.
    let chromium = [Browser::Chromium];
    vec![
        Journey::new("reflow_without_a_report", without_a_report).only(&chromium),
        Journey::new("reflow_of_reports", of_reports).only(&chromium),
        Journey::new("reflow_of_words_without_an_end", of_long_words).only(&chromium),
        Journey::new("reflow_on_a_tablet_held_upright", on_a_tablet).only(&chromium),
        Journey::new("reflow_moves_nothing", moves_nothing).only(&chromium),
    ]
}

/// What is wider than the window, or scrolls by itself and cannot be reached by the keyboard.
const SIDEWAYS: &str = "
const wide = document.documentElement.scrollWidth > innerWidth;
const name = (one) => one.tagName.toLowerCase() + '.' + one.className + ' ' + one.textContent.trim().slice(0, 40);
const scrolls = (one) => /auto|scroll/.test(getComputedStyle(one).overflowX);
const all = [...document.body.querySelectorAll('*')];
const out = wide ? all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1
  && !one.matches('.ql-hidden') && !one.closest('svg') && ![...one.children].some((child) => child.getBoundingClientRect().right > innerWidth + 1)) : [];
const stuck = all.filter((one) => scrolls(one) && one.scrollWidth > one.clientWidth + 1
  && !one.matches('input, select, textarea, [tabindex][aria-label], [tabindex][aria-labelledby]'));
return (wide && out.length === 0 ? ['something'] : out.slice(0, 4).map((one) => 'too wide: ' + name(one)))
  .concat(stuck.map((one) => 'no keyboard reaches: ' + name(one)));";

/// The same, and words that do not fit where they are, once there is as much room around letters as readers may ask for.
const SPACED: &str = "
const sideways = () => { SIDEWAYS };
const sheet = new CSSStyleSheet();
sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }');
document.adoptedStyleSheets = [sheet];
const cut = [...document.body.querySelectorAll('*')].filter((one) => {
  const style = getComputedStyle(one);
  return /hidden|clip/.test(style.overflowX + style.overflowY) && one.innerText?.trim() && style.clipPath === 'none'
    && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1) && !one.closest('svg, select')
    // A button beside it shows the rest.
    && !one.matches('.ql-commentary--clamped');
});
const wide = sideways().map((one) => 'spaced: ' + one);
document.adoptedStyleSheets = [];
return cut.map((one) => 'cut off: ' + one.className + ' ' + one.innerText.slice(0, 40)).concat(wide);";

/// Numbers that go on in another line than where they begin: a sign, brackets and a currency stay with their digits.
const TORN: &str = r"
const torn = [];
const walk = document.createTreeWalker(document.querySelector('main') || document.body, NodeFilter.SHOW_TEXT);
const lines = (node, at, length) => {
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + length);
  return new Set([...range.getClientRects()].filter((box) => box.width > 0.5).map((box) => Math.round(box.top))).size;
};
for (let node; (node = walk.nextNode());) {
  if (node.parentElement.closest('svg')) continue;
  for (const found of node.data.matchAll(/[(-]*£?\d[\d,.]*[%km]?\)?/g)) {
    if (lines(node, found.index, found[0].length) > 1) torn.push(`torn: ${found[0]} in ${node.data.slice(0, 60)}`);
  }
}
return torn.slice(0, 8);";

/// Words whose letters stand on two lines, and rows without their line over time.
const TORN_WORDS: &str = r"
const torn = [];
const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
for (let node; (node = walk.nextNode());) {
  for (const found of node.data.matchAll(/[\p{L}\p{N}]{4,}/gu)) {
    const range = document.createRange();
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0.5).map((box) => Math.round(box.top)));
    if (lines.size > 1) torn.push(`torn: ${found[0]} in ${node.data.slice(0, 60)}`);
  }
}
const lines = [...document.querySelectorAll('td.ql-table__line')].filter((cell) => !cell.checkVisibility({ visibilityProperty: true }));
return torn.slice(0, 8).concat(lines.map((cell) => 'no line: ' + cell.parentElement.innerText.slice(0, 30)).slice(0, 4));";

/// Controls that are smaller than a fingertip. A link in a sentence is as high as its line, as the guidelines allow.
const SMALL: &str = "
const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0
  // Headings that only a screen reader meets on a phone.
  && getComputedStyle(one.closest('thead') || one).clipPath === 'none';
const inText = (one) => one.matches('a, button.ql-link') && getComputedStyle(one).display === 'inline';
const target = (one) => (one.matches('input[type=checkbox], input[type=radio], .ql-file') && one.closest('label')) || one;
return [...document.querySelectorAll('button, select, input, textarea, summary, a[href]')]
  .filter((one) => shown(one) && !inText(one)).map(target)
  .filter((one) => { const box = one.getBoundingClientRect(); const least = one.matches('a') && !one.matches('.ql-button') ? 24 : 44;
    return box.height < least - 0.5 || box.width < Math.min(least, 24) - 0.5; })
  .map((one) => { const box = one.getBoundingClientRect(); return `${Math.round(box.width)} by ${Math.round(box.height)}: ${one.tagName} ${one.className} ${one.innerText.slice(0, 30)}`; })
  .filter((one, at, all) => all.indexOf(one) === at).slice(0, 8);";

/// What would move although a reader asked that nothing does.
const MOVES: &str = "
return document.getAnimations().map((one) => one.animationName || one.transitionProperty)
  .concat([...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).scrollBehavior === 'smooth').map((one) => one.tagName))
  .concat([...document.querySelectorAll('*')].filter((one) => /[1-9]/.test(getComputedStyle(one).transitionDuration)).map((one) => one.className));";

async fn ask(page: &Page, script: &str, what: &str, found: &mut Vec<String>) -> Result<()> {
    let came: Value = page.script(script, vec![]).await.with_context(|| what.to_owned())?;
    let came: Vec<String> = serde_json::from_value(came)?;
    found.extend(came.into_iter().map(|one| format!("{what}: {one}")));
    Ok(())
}

async fn look_at(page: &Page, what: &str, found: &mut Vec<String>) -> Result<()> {
    let spaced = SPACED.replace("SIDEWAYS", SIDEWAYS);
    for script in [SIDEWAYS, &spaced, SMALL] {
        ask(page, script, what, found).await?;
    }
    Ok(())
}

async fn as_a_phone(page: &Page) -> Result<()> {
    page.emulate_size(320, 640).await?;
    page.emulate_touch().await
}

const NEGATIVE_SUMS: &[&str] = &["tests/fixtures/negative-sums.json"];
const OF_SUMS: &[pages::Kind] = &[
    ("#/report", "Net position"),
    ("#/measure/A-01", "Year-end outlook"),
    ("#/narrative", "Net balance"),
    ("#/exceptions", "Net position"),
    ("#/meeting", "1 of "),
];

const WHERE: &str = "at 320 pixels";

async fn without_a_report(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    as_a_phone(page).await?;
    page.open_app("").await?;
    look_at(page, "the first page", &mut found).await?;
    pages::each(page, pages::WITHOUT, look_at, &mut found).await?;
    pages::open(page, pages::BAD_FILE).await?;
    look_at(page, "messages about a file", &mut found).await?;
    // That the page is judged as under a finger.
    let coarse = page
        .script("return matchMedia('(pointer: coarse)').matches && innerWidth === 320;", vec![])
        .await?;
    anyhow::ensure!(coarse == json!(true), "it is no phone");
    pages::none(WHERE, &found)
}

async fn of_reports(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    as_a_phone(page).await?;
    let reports = [(pages::TWO_YEARS, pages::REPORT)];
    for (files, kinds) in reports.iter().chain(pages::OTHERS) {
        pages::open(page, files).await?;
        pages::each(page, kinds, look_at, &mut found).await?;
    }
    pages::open(page, NEGATIVE_SUMS).await?;
    for width in [320, 360] {
        page.emulate_size(width, 640).await?;
        for kind in OF_SUMS {
            pages::go(page, *kind).await?;
            ask(page, TORN, kind.0, &mut found).await?;
        }
        pages::each(page, OF_SUMS, look_at, &mut found).await?;
    }
    as_a_phone(page).await?;
    page.open_app("#example/measures").await?;
    page.click("Explain all").await?;
    page.see("at most").await?;
    look_at(page, "measures, explained", &mut found).await?;
    page.keys(&['/']).await?;
    page.see("Type a reference").await?;
    look_at(page, "the finder", &mut found).await?;
    pages::none(WHERE, &found)
}

/// A web address, as it stands in titles of council reports.
const LONG: &str =
    "https://www.halton.gov.uk/Pages/councildemocracy/pdfs/business_plan_2019_2020_annex_B.pdf";

fn lengthened(value: &mut Value) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(lengthened),
        Value::Object(all) => {
            for (key, value) in all {
                let is_free =
                    ["title", "organisation", "directorate", "commentary", "text", "owner"];
                match value {
                    Value::String(text) if is_free.contains(&key.as_str()) => {
                        text.push(' ');
                        text.push_str(LONG);
                    }
                    value => lengthened(value),
                }
            }
        }
        _ => {}
    }
}

async fn of_long_words(page: &Page) -> Result<()> {
    let text = fs::read_to_string(files::in_workspace("assets/samples/2019-20-q2.json"))?;
    let mut report: Value = serde_json::from_str(&text)?;
    lengthened(&mut report);
    let folder = Files::new()?;
    let path = folder.write("long.json", report.to_string())?;
    page.open_app("").await?;
    page.upload("input[type=file]", &[path]).await?;
    page.see("annex_B.pdf").await?;
    let mut found = Vec::new();
    for part in [
        "report",
        "measures",
        "measure/PED01-01",
        "milestones",
        "exceptions",
        "meeting",
        "objective/PED01",
        "data",
        "narrative",
    ] {
        page.script("location.hash = arguments[0];", vec![json!(format!("#/{part}"))]).await?;
        for width in [320, 360, 820, 1440] {
            page.emulate_size(width, 900).await?;
            page.see("People Directorate").await?;
            ask(page, SIDEWAYS, &format!("{part} at {width}"), &mut found).await?;
        }
    }
    pages::none(WHERE, &found)
}

/// The tables of figures are widest for their place there.
async fn on_a_tablet(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    let plan: (&[&str], &[pages::Kind]) =
        (&["assets/samples/2013-16-plan.json"], &[("#/plan", "DIS LI01")]);
    let quarters: (&[&str], &[pages::Kind]) = (
        pages::TWO_YEARS,
        &[("#/measures", "What the symbols mean"), ("#/exceptions", "Off course")],
    );
    for (files, kinds) in [plan, quarters] {
        pages::open(page, files).await?;
        for kind in kinds {
            pages::go(page, *kind).await?;
            for width in [740, 768, 820, 960, 1024] {
                page.emulate_size(width, 1100).await?;
                let what = format!("{} at {width}", kind.0);
                for script in [SIDEWAYS, TORN_WORDS] {
                    ask(page, script, &what, &mut found).await?;
                }
            }
        }
    }
    pages::none("on a tablet", &found)
}

async fn moves_nothing(page: &Page) -> Result<()> {
    let mut found = Vec::new();
    page.emulate_media(&[("prefers-reduced-motion", "reduce")]).await?;
    pages::open(page, pages::TWO_YEARS).await?;
    for kind in pages::REPORT {
        pages::go(page, *kind).await?;
        ask(page, MOVES, kind.0, &mut found).await?;
    }
    pages::none("something moves", &found)
}
