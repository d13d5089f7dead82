//! A councillor finds a measure, a meeting goes through the exceptions, and an officer sets two quarters side by
//! side.

use anyhow::{Context, Result, ensure};
use browser_tests::files::in_workspace;
use browser_tests::{Browser, Journey, Page};
use fantoccini::Locator;
use fantoccini::key::Key;

const FIND: &str = "Find in this report";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("way_finds_by_the_keyboard_alone", finds_by_the_keyboard_alone),
        Journey::new("way_finds_by_clicking", finds_by_clicking),
        Journey::new("way_finds_the_row_of_a_milestone", finds_the_row_of_a_milestone),
        Journey::new("way_finds_what_a_part_lists", finds_what_a_part_lists),
        Journey::new("way_leaves_a_menu_by_escape", leaves_a_menu_by_escape),
        Journey::new("way_goes_through_a_meeting", goes_through_a_meeting),
        // WebKit goes back past a page that came without a click of the reader's own.
        Journey::new("way_keeps_the_place_of_a_meeting", keeps_the_place_of_a_meeting)
            .only(&[Browser::Chromium, Browser::Firefox]),
        Journey::new("way_sets_two_quarters_side_by_side", sets_two_quarters_side_by_side),
        // WebKitGTK's driver has no command to print.
        Journey::new("way_keeps_the_finder_off_paper", keeps_the_finder_off_paper)
            .only(&[Browser::Chromium, Browser::Firefox]),
    ]
}

async fn ending(page: &Page) -> Result<String> {
    let ending = page.script("return location.hash;", vec![]).await?;
    Ok(ending.as_str().context("an address has an ending")?.to_owned())
}

async fn is_at(page: &Page, expected: &str) -> Result<()> {
    // The address follows what is shown.
    let is_there = format!("return location.hash === {};", serde_json::json!(expected));
    let arrived = page.until_script(&is_there).await;
    let ending = ending(page).await?;
    arrived.with_context(|| format!("the address ends in {ending}, not {expected}"))
}

async fn has_focus(page: &Page, expected: &str) -> Result<()> {
    let focused = page.focused().await?;
    ensure!(focused.contains(expected), "the focus is on “{focused}”, not “{expected}”");
    Ok(())
}

async fn leaves_a_menu_by_escape(page: &Page) -> Result<()> {
    page.resize(600, 700).await?;
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    for (button, open) in
        [(".ql-parts__menu", ".ql-parts--open"), (".ql-fold", ".ql-fold__what--open")]
    {
        page.find(button).await?.click().await?;
        page.count(open, 1).await?;
        page.press(Key::Tab).await?;
        page.press(Key::Escape).await?;
        page.count(open, 0).await?;
        let is_back = format!("return document.activeElement.matches('{button}');");
        ensure!(page.script(&is_back, vec![]).await? == true, "the focus is not on {button}");
    }
    Ok(())
}

async fn finds_by_the_keyboard_alone(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    page.keys(&['/']).await?;
    page.see("Type a reference").await?;
    has_focus(page, "Find").await?;
    for key in "zz".chars() {
        page.keys(&[key]).await?;
    }
    page.see("Nothing in this report has these words").await?;
    page.press(Key::Escape).await?;
    page.count("dialog", 0).await?;
    page.keys(&['/']).await?;
    for key in "ped0402".chars() {
        page.keys(&[key]).await?;
    }
    page.count("[aria-selected=true]", 1).await?;
    let first = page.texts("[aria-selected=true]").await?;
    ensure!(first.iter().all(|text| text.starts_with("PED04 02 ")), "{first:?}");
    page.press(Key::Enter).await?;
    page.count("dialog", 0).await?;
    page.see("Year-end outlook").await?;
    is_at(page, "#example/measure/PED04-02").await?;
    has_focus(page, "PED04 02").await?;
    // What is typed into a field stays in it.
    page.click("Measures").await?;
    page.type_into("Find", "a/b").await?;
    page.count("dialog", 0).await?;
    // The arrows choose, and the field keeps the focus.
    page.click(FIND).await?;
    for key in "exclusion".chars() {
        page.keys(&[key]).await?;
    }
    page.press(Key::Down).await?;
    page.count("#finder-result-1[aria-selected=true]", 1).await?;
    page.press(Key::Up).await?;
    page.count("#finder-result-0[aria-selected=true]", 1).await?;
    has_focus(page, "Find").await
}

async fn finds_by_clicking(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    page.click(FIND).await?;
    page.press(Key::Escape).await?;
    page.count("dialog", 0).await?;
    has_focus(page, FIND).await?;
    page.click(FIND).await?;
    page.click("Close").await?;
    page.count("dialog", 0).await?;
    has_focus(page, FIND).await?;
    page.click(FIND).await?;
    page.type_into("Find", "PED04 02").await?;
    page.count("#finder-result-0", 1).await?;
    page.client().find(Locator::Css("#finder-result-0")).await?.click().await?;
    page.count("dialog", 0).await?;
    page.see("Year-end outlook").await?;
    is_at(page, "#example/measure/PED04-02").await?;
    page.client().back().await?;
    page.see("Of 38 measures").await?;
    // Whoever speaks to the computer can turn the key off.
    page.click(FIND).await?;
    page.click("The / key opens this").await?;
    page.press(Key::Escape).await?;
    page.count("dialog", 0).await?;
    page.keys(&['/']).await?;
    page.count("dialog", 0).await
}

async fn finds_the_row_of_a_milestone(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    for reference in ["PED06c", "PED01a"] {
        page.keys(&['/']).await?;
        page.see("Type a reference").await?;
        for key in reference.to_lowercase().chars() {
            page.keys(&[key]).await?;
        }
        page.count("[aria-selected=true]", 1).await?;
        page.see(&format!("{reference} ")).await?;
        page.press(Key::Enter).await?;
        page.count("dialog", 0).await?;
        is_at(page, &format!("#example/milestone/{reference}")).await?;
        is_marked(page, reference).await?;
        has_focus(page, "This is the milestone you asked for.").await?;
    }
    page.reload().await?;
    page.see("This is the milestone you asked for.").await?;
    is_marked(page, "PED01a").await?;
    page.open_app("#example/milestone/nowhere").await?;
    page.see("There is no such milestone in this report").await
}

async fn finds_what_a_part_lists(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    let budget = "Part-of-the-service-that-the-core-budget-can-pay-for";
    for (words, address, mark) in [
        ("careers hub", "#example/section/2.5", "This is the section you asked for."),
        ("core budget can", &format!("#example/fact/{budget}"), "This is the fact you asked for."),
    ] {
        page.keys(&['/']).await?;
        page.see("Type a reference").await?;
        page.type_into("Find", words).await?;
        page.count("#finder-result-0", 1).await?;
        page.press(Key::Enter).await?;
        page.count("dialog", 0).await?;
        is_at(page, address).await?;
        has_focus(page, mark).await?;
        marked_name_is_in_view(page).await?;
    }
    page.reload().await?;
    page.see("This is the fact you asked for.").await?;
    has_focus(page, "This is the fact you asked for.").await?;
    marked_name_is_in_view(page).await?;
    page.open_app("#example/section/99").await?;
    page.see("This report has nothing under “Narrative 99”").await
}

async fn marked_name_is_in_view(page: &Page) -> Result<()> {
    page.count("[data-marked]", 1).await?;
    let script = "const at = document.querySelector('[data-marked]').getBoundingClientRect();
        return at.top >= 0 && at.bottom <= innerHeight;";
    page.until_script(script).await
}

/// One row is, and it is in view.
async fn is_marked(page: &Page, reference: &str) -> Result<()> {
    page.count("[data-marked]", 1).await?;
    let script = format!(
        "const row = document.querySelector('[data-marked]').closest('tr');
        const at = row.getBoundingClientRect();
        return row.innerText.includes({}) && at.top >= 0 && at.bottom <= innerHeight;",
        serde_json::json!(reference)
    );
    page.until_script(&script).await
}

async fn goes_through_a_meeting(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    page.click("Meeting").await?;
    page.see("1 of ").await?;
    let first = page.focused().await?;
    page.press(Key::Right).await?;
    page.see("2 of ").await?;
    let second = ending(page).await?;
    ensure!(second.starts_with("#example/meeting/"), "the address ends in {second}");
    page.press(Key::Left).await?;
    page.see("1 of ").await?;
    has_focus(page, &first).await?;
    page.click("Everything").await?;
    // PED02 05 is the first exception.
    page.see("10 of 66").await?;
    page.click("Next").await?;
    page.see("11 of 66").await?;
    has_focus(page, "Next").await?;
    // A short item is turned by Space and Page Down at once, a long one once its end is in view.
    for (key, position) in [(Key::PageDown, "12 of 66"), (Key::PageUp, "11 of 66")] {
        for _ in 0..8 {
            if page.texts(".ql-meeting__position").await? == [position] {
                break;
            }
            page.press(key).await?;
            page.script("return new Promise((done) => setTimeout(done, 400));", vec![]).await?;
        }
        page.see(position).await?;
    }
    swipe(page, -200).await?;
    page.see("12 of 66").await?;
    swipe(page, 200).await?;
    page.see("11 of 66").await?;
    page.press(Key::Escape).await?;
    page.count("main.ql-report", 1).await?;
    page.see("Year-end outlook").await?;
    is_at(page, "#example/measure/PED02-06").await?;
    has_focus(page, "PED02 06").await
}

/// What the browser tells of a finger. Drivers differ in whether they can move one.
async fn swipe(page: &Page, across: i32) -> Result<()> {
    let script = "const at = document.querySelector('main');
        const tell = (kind, x) => at.dispatchEvent(new PointerEvent(kind, {
          bubbles: true, pointerType: 'touch', isPrimary: true, clientX: x, clientY: 300 }));
        tell('pointerdown', 300); tell('pointerup', 300 + arguments[0]);";
    page.script(script, vec![across.into()]).await.map(drop)
}

async fn keeps_the_place_of_a_meeting(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    page.script("window.scrollTo(0, 500);", vec![]).await?;
    let where_one_was = page.script("return Math.round(scrollY);", vec![]).await?;
    let open =
        "[...document.querySelectorAll('a')].find((a) => a.textContent === 'Meeting').click();";
    page.script(open, vec![]).await?;
    page.see("Exceptions only").await?;
    page.click("Everything").await?;
    for position in ["11 of 66", "12 of 66"] {
        page.press(Key::Right).await?;
        page.see(position).await?;
    }
    let place = ending(page).await?;
    ensure!(place.ends_with("?all"), "the address ends in {place}");
    page.client().back().await?;
    page.see("Of 38 measures").await?;
    let now = page.script("return Math.round(scrollY);", vec![]).await?;
    ensure!(now == where_one_was, "the page stands at {now}, not at {where_one_was}");
    page.reload().await?;
    page.until_script(&format!("return Math.round(scrollY) === {where_one_was};")).await?;
    page.client().forward().await?;
    page.see("12 of 66").await?;
    is_at(page, &place).await?;
    page.reload().await?;
    page.see("12 of 66").await?;
    is_at(page, &place).await
}

async fn sets_two_quarters_side_by_side(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    page.click("Compare").await?;
    page.see("January to March 2019").await?;
    has_focus(page, "Compare").await?;
    page.see("66 rows in all.").await?;
    page.click("Only what changed").await?;
    page.see("of 66 rows changed.").await?;
    has_focus(page, "Only what changed").await?;
    page.upload(
        "input[type=file]:not([webkitdirectory])",
        &[in_workspace("assets/samples/2021-22-plan.json")],
    )
    .await?;
    page.see("was opened").await?;
    let reports = page.texts(".ql-header__tools option").await?;
    let quarter =
        reports.iter().find(|text| text.contains("2019-20-q2") || text.contains("Quarter 2"));
    page.choose("Report", quarter.context("the quarter is open")?).await?;
    page.click("Compare").await?;
    page.see("Compare with").await?;
    let choices = page.texts(".ql-compare__tools option").await?;
    let plan = choices.iter().find(|text| text.contains("plan")).context("the plan is open")?;
    page.choose("Compare with", plan).await?;
    page.see("Only in").await?;
    is_at(page, "#/compare/2021-22-plan.json").await?;
    let focused = page.focused().await?;
    ensure!(!focused.is_empty(), "the list keeps the focus");
    Ok(())
}

async fn keeps_the_finder_off_paper(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    page.keys(&['/']).await?;
    page.see("Type a reference").await?;
    let text = page.printed_text().await?;
    ensure!(text.contains("Of 38 measures"), "the report is on paper");
    for words in ["Type a reference", FIND, "Meeting"] {
        ensure!(!text.contains(words), "“{words}” is on paper");
    }
    Ok(())
}
