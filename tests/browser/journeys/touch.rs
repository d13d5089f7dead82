//! A tablet in the hand: figures are dragged, measures are turned, the tablet too, and it stays awake in a meeting.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Journey, Page, Pointer};
use fantoccini::key::Key;
use serde_json::{Value, json};

pub(crate) fn journeys() -> Vec<Journey> {
    let chromium = &[Browser::Chromium];
    vec![
        Journey::new("touch_moves_a_handle_by_keys", moves_a_handle_by_keys),
        Journey::new("touch_drags_a_handle_by_mouse", drags_a_handle_by_mouse),
        Journey::new("touch_drags_a_handle_by_finger", drags_a_handle_by_finger).only(chromium),
        Journey::new("touch_turns_measures_by_swiping", turns_measures_by_swiping).only(chromium),
        Journey::new("touch_keeps_a_meeting_awake", keeps_a_meeting_awake).only(chromium),
        Journey::new("touch_sleeps_where_it_must", sleeps_where_it_must).only(chromium),
        Journey::new("touch_turned_tablet_keeps_its_place", turned_keeps_its_place).only(chromium),
        Journey::new("touch_keyboard_leaves_the_field_in_view", leaves_the_field_in_view)
            .only(chromium),
    ]
}

const HANDLE: &str = "[role=slider]";

const THIRD: &str = "return document.querySelector('.ql-what-if input').value;";

async fn open_what_if(page: &Page) -> Result<()> {
    page.open_app("#example/measure/PED02-05").await?;
    page.until_script("return document.querySelectorAll('[role=slider]').length === 2;").await?;
    let centre = "document.querySelector('[role=slider]').scrollIntoView({ block: 'center' });";
    page.script(centre, vec![]).await.map(drop)
}

/// How many pixels a hundred children are high: the scale goes from 0 to 100 over 190 of its 340 units.
async fn height_of_hundred(page: &Page) -> Result<f64> {
    let script = "const svg = document.querySelector('.ql-supposed__picture');
        return 190 * svg.getBoundingClientRect().width / 340;";
    page.script(script, vec![]).await?.as_f64().context("a height")
}

async fn supposes(page: &Page, expected: &str) -> Result<()> {
    let is_so = format!("{} === {};", THIRD.trim_end_matches(';'), json!(expected));
    let arrived = page.until_script(&is_so).await;
    let now = page.script(THIRD, vec![]).await?;
    arrived.with_context(|| format!("the field holds {now}, not {expected}"))
}

async fn moves_a_handle_by_keys(page: &Page) -> Result<()> {
    open_what_if(page).await?;
    page.script("document.querySelector('[role=slider]').focus();", vec![]).await?;
    let focused = page.focused().await?;
    ensure!(focused == "Quarter 3 would add, on the chart", "the focus is on “{focused}”");
    for (key, expected) in [
        (Key::Up, "1"),
        (Key::PageUp, "11"),
        (Key::Down, "10"),
        (Key::End, "51"),
        (Key::Up, "51"),
        (Key::Home, "0"),
        (Key::PageUp, "10"),
    ] {
        page.press(key).await?;
        supposes(page, expected).await?;
    }
    page.see("49 so far, if Quarter 3 added 10, would be 59 at the end of Quarter 3.").await?;
    let said = page.script(
        "const at = document.activeElement;
        return ['now', 'min', 'max', 'text'].map((one) => at.getAttribute(`aria-value${one}`)).join('|');",
        vec![],
    );
    let said = said.await?;
    ensure!(said == "10|0|51|10, so 59 at the end of Quarter 3", "the handle says {said}");
    // What is typed moves the handle.
    page.type_into("Quarter 3 would add", "20").await?;
    page.until_script(
        "return document.querySelector('[role=slider]').getAttribute('aria-valuenow') === '20';",
    )
    .await
}

async fn drags_a_handle_by_mouse(page: &Page) -> Result<()> {
    open_what_if(page).await?;
    let hundred = height_of_hundred(page).await?;
    let at = page.middle(&format!("{HANDLE} .ql-handle__grip")).await?;
    // Taken at its edge: it follows the pointer, and does not jump to it.
    page.drag(Pointer::Mouse, (at.0 + 8.0, at.1 + 8.0), (60.0, -0.2 * hundred)).await?;
    supposes(page, "20").await?;
    let before = page.texts(".ql-measure__figures").await?;
    let at = page.middle(&format!("{HANDLE} .ql-handle__grip")).await?;
    page.drag(Pointer::Mouse, at, (0.0, 0.1 * hundred)).await?;
    supposes(page, "10").await?;
    let after = page.texts(".ql-measure__figures").await?;
    ensure!(before == after, "what is reported stays: {before:?} {after:?}");
    // A pointer that was lifted drags nothing any more.
    page.drag(Pointer::Mouse, (at.0, at.1 - 100.0), (20.0, -50.0)).await?;
    supposes(page, "10").await
}

async fn phone(page: &Page, width: u32, height: u32) -> Result<()> {
    page.emulate_phone(width, height).await?;
    page.emulate_touch().await
}

async fn drags_a_handle_by_finger(page: &Page) -> Result<()> {
    phone(page, 390, 800).await?;
    open_what_if(page).await?;
    let hundred = height_of_hundred(page).await?;
    let scrolled = page.script("return scrollY;", vec![]).await?;
    let reach = page.script(
        "const at = document.querySelector('.ql-handle__reach').getBoundingClientRect();
        return Math.min(at.width, at.height);",
        vec![],
    );
    let reach = reach.await?.as_f64().context("a width")?;
    ensure!(reach >= 44.0, "a handle is taken within {reach} pixels");
    let at = page.middle(&format!("{HANDLE} .ql-handle__grip")).await?;
    page.drag(Pointer::Finger, at, (-100.0, -0.2 * hundred)).await?;
    // A finger moves by whole pixels.
    page.until_script(
        "return ['19', '20', '21'].includes(document.querySelector('.ql-what-if input').value);",
    )
    .await?;
    let now = page.script("return scrollY;", vec![]).await?;
    ensure!(now == scrolled, "the page was scrolled from {scrolled} to {now}");
    is_at(page, "#example/measure/PED02-05").await
}

async fn is_at(page: &Page, expected: &str) -> Result<()> {
    page.until_script(&format!("return location.hash === {};", json!(expected))).await
}

/// Where there is neither a field nor a table.
async fn clear_place(page: &Page) -> Result<(f64, f64)> {
    let script = "document.querySelector('.ql-measure__top').scrollIntoView({ block: 'center' });";
    page.script(script, vec![]).await?;
    Ok((200.0, page.middle(".ql-measure__top").await?.1.round()))
}

async fn turns_measures_by_swiping(page: &Page) -> Result<()> {
    phone(page, 390, 800).await?;
    page.open_app("#example/measure/PED02-05").await?;
    page.see("Year-end outlook").await?;
    let middle = clear_place(page).await?;
    page.drag(Pointer::Finger, middle, (-150.0, 5.0)).await?;
    is_at(page, "#example/measure/PED02-06").await?;
    page.until_script("return scrollY === 0;").await?;
    let focused = page.focused().await?;
    ensure!(focused.contains("PED02 06"), "the focus is on “{focused}”");
    let middle = clear_place(page).await?;
    page.drag(Pointer::Finger, middle, (150.0, 5.0)).await?;
    is_at(page, "#example/measure/PED02-05").await?;
    // A finger that scrolls, one that comes from the edge, and one in a field turn nothing.
    page.drag(Pointer::Finger, middle, (30.0, -300.0)).await?;
    page.until_script("return scrollY > 100;").await?;
    page.drag(Pointer::Finger, (8.0, 400.0), (250.0, 0.0)).await?;
    page.script(
        "document.querySelector('.ql-what-if input').scrollIntoView({ block: 'center' });",
        vec![],
    )
    .await?;
    let field = page.middle(".ql-what-if input").await?;
    page.drag(Pointer::Finger, field, (-150.0, 0.0)).await?;
    // Nor does one that scrolls a table that is wider than the page.
    let wide = "const wide = document.createElement('div');
        wide.id = 'wide';
        wide.style.overflowX = 'auto'; wide.innerHTML = '<p>wide</p>';
        wide.firstChild.style.width = '2000px'; wide.firstChild.style.height = '120px';
        document.querySelector('main').prepend(wide); window.scrollTo(0, 0);";
    page.script(wide, vec![]).await?;
    let wide = page.middle("#wide").await?;
    page.drag(Pointer::Finger, wide, (-150.0, 0.0)).await?;
    page.until_script("return document.getElementById('wide').scrollLeft > 50;").await?;
    is_at(page, "#example/measure/PED02-05").await
}

const CATCH: &str = "window.asked = [];
    const shown = (state) => Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    window.turnTo = (state) => { shown(state); document.dispatchEvent(new Event('visibilitychange')); };
    Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request: async (what) => {
      const number = window.asked.push(`asked for ${what}`);
      return { release: async () => { window.asked.push(`released ${number}`); } }; } } });";

async fn asked(page: &Page, expected: &[&str]) -> Result<()> {
    let is_so =
        format!("return JSON.stringify(window.asked) === {};", json!(json!(expected).to_string()));
    let arrived = page.until_script(&is_so).await;
    let asked: Value = page.script("return window.asked;", vec![]).await?;
    arrived.with_context(|| format!("{asked}, not {expected:?}"))
}

async fn keeps_a_meeting_awake(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    page.script(CATCH, vec![]).await?;
    page.click("Meeting").await?;
    asked(page, &["asked for screen"]).await?;
    page.press(Key::Right).await?;
    page.see("2 of ").await?;
    page.script("window.turnTo('hidden');", vec![]).await?;
    asked(page, &["asked for screen"]).await?;
    page.script("window.turnTo('visible');", vec![]).await?;
    asked(page, &["asked for screen", "asked for screen", "released 1"]).await?;
    page.press(Key::Escape).await?;
    page.count("main.ql-report", 1).await?;
    let all = ["asked for screen", "asked for screen", "released 1", "released 2"];
    asked(page, &all).await?;
    page.script("window.turnTo('visible');", vec![]).await?;
    asked(page, &all).await
}

/// Refused, gone or never there: a meeting goes on, and nothing is on the console.
async fn sleeps_where_it_must(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    let lacks = [
        "{ request: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }",
        "{ request: () => { throw new Error('no'); } }",
        "undefined",
    ];
    for lock in lacks {
        let script = format!(
            "Object.defineProperty(navigator, 'wakeLock', {{ configurable: true, value: {lock} }});"
        );
        page.script(&script, vec![]).await?;
        page.click("Meeting").await?;
        page.see("Exceptions only").await?;
        page.press(Key::Right).await?;
        page.see(" of 20").await?;
        page.press(Key::Escape).await?;
        page.count("main.ql-report", 1).await?;
    }
    Ok(())
}

/// What stands a quarter down the window: a row of a table, a heading, or a paragraph.
const FIRST: &str = "const all = [...document.querySelectorAll('main tr, main p, main h2, main dd, main figcaption')];
    const y = innerHeight / 4;
    const away = (one) => { const at = one.getBoundingClientRect();
      return at.height > 0 && at.width > 0 ? Math.max(at.top - y, y - at.bottom, 0) : Infinity; };
    const first = all.reduce((best, one) => away(one) < away(best) ? one : best);
    first.dataset.first = 'yes'; return first.innerText;";

const STILL: &str = "const at = document.querySelector('[data-first]').getBoundingClientRect();
    return at.top > -at.height && at.top < innerHeight;";

async fn turned_keeps_its_place(page: &Page) -> Result<()> {
    for place in ["#example/measures", "#example/measure/PED02-05"] {
        phone(page, 390, 800).await?;
        page.open_app(place).await?;
        page.count("main.ql-report", 1).await?;
        page.see("PED02 05").await?;
        for part in [0.3, 0.7] {
            let scroll = "window.scrollTo(0, document.documentElement.scrollHeight * arguments[0]);
                return new Promise((done) => setTimeout(done, 300));";
            page.script(scroll, vec![json!(part)]).await?;
            page.script(
                "document.querySelector('[data-first]')?.removeAttribute('data-first');",
                vec![],
            )
            .await?;
            page.script(FIRST, vec![]).await?;
            for (width, height) in [(800, 390), (390, 800), (600, 800)] {
                phone(page, width, height).await?;
                page.script("return new Promise((done) => setTimeout(done, 300));", vec![]).await?;
                page.until_script(STILL).await.with_context(|| {
                    format!("{place} at {part} loses its place at {width} by {height}")
                })?;
            }
            phone(page, 390, 800).await?;
        }
    }
    Ok(())
}

async fn leaves_the_field_in_view(page: &Page) -> Result<()> {
    phone(page, 390, 800).await?;
    page.open_app("#/calculator").await?;
    page.see("Calculator").await?;
    let fields = "return document.querySelectorAll('main input').length;";
    let fields = page.script(fields, vec![]).await?.as_u64().context("a number")?;
    ensure!(fields > 3, "{fields} fields");
    for field in 0..fields {
        phone(page, 390, 800).await?;
        page.script(
            "document.querySelectorAll('main input')[arguments[0]].focus();",
            vec![json!(field)],
        )
        .await?;
        phone(page, 390, 300).await?;
        let is_in_view = "const at = document.activeElement.getBoundingClientRect();
            const over = document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2);
            return at.top >= 0 && at.bottom <= innerHeight
              && (over === document.activeElement || document.activeElement.contains(over) || !!over?.closest('label'));";
        page.until_script(is_in_view).await.with_context(|| format!("field {field} is covered"))?;
    }
    Ok(())
}
