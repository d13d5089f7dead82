//! A councillor works out one measure, without a file, and sends it on.

use anyhow::{Result, ensure};
use browser_tests::address::of_file;
use browser_tests::files::built;
use browser_tests::{Browser, Files, Journey, Page};
use fantoccini::key::Key;

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("calculator_judges_as_one_types", judges_as_one_types),
        Journey::new("calculator_is_in_the_address", is_in_the_address),
        Journey::new("calculator_goes_back_and_forward", goes_back_and_forward),
        Journey::new("calculator_is_worked_by_keyboard", is_worked_by_keyboard),
        Journey::new("calculator_tells_what_is_no_number", tells_what_is_no_number),
        Journey::new("calculator_copies_its_address", copies_its_address),
        Journey::new("calculator_works_in_a_closed_frame", works_in_a_closed_frame),
        Journey::new("calculator_fits_every_width", fits_every_width),
        // WebKitGTK's driver has no command to print.
        Journey::new("calculator_prints", prints).only(&[Browser::Chromium, Browser::Firefox]),
    ]
}

const WORKED: &str = "#/calculator?name=NEET&quarter=2&actual=6.3&target=4.4&polarity=lower&last-year=6.8&unit=%25&seasonal=yes&earlier=;6.8;;4.8";

async fn judges_as_one_types(page: &Page) -> Result<()> {
    page.open_app("").await?;
    page.click("Start the calculator").await?;
    page.see("Enter an actual and a target").await?;
    page.type_into("Name of the measure", "Children in care").await?;
    page.type_into("Actual", "6.3%").await?;
    page.type_into("Target", "4.4").await?;
    page.see("it is not chosen which way is better").await?;
    page.choose("Which way is better", "Lower is better").await?;
    page.see("Position now Off course").await?;
    page.see("Not comparable").await?;
    page.type_into("Same period last year", "6.8").await?;
    page.see("Direction of travel Better").await?;
    page.choose("Judge by", "Crawley Borough Council: Met or not met").await?;
    page.see("There is no amber.").await?;
    page.click("Clear").await?;
    page.see("Enter an actual and a target").await?;
    page.click("Start with an example").await?;
    page.see("16 and 17 year olds not in education").await?;
    page.see("Position now Off course").await?;
    page.client().back().await?;
    page.see("Enter an actual and a target").await?;
    page.client().back().await?;
    page.see("There is no amber.").await
}

async fn ending(page: &Page) -> Result<String> {
    let ending = page.script("return location.hash;", vec![]).await?;
    Ok(ending.as_str().unwrap_or_default().to_owned())
}

async fn is_in_the_address(page: &Page) -> Result<()> {
    page.open_app("#/calculator").await?;
    page.type_into("Actual", "£1,234").await?;
    page.type_into("Target", "1,200").await?;
    page.choose("Which way is better", "Higher is better").await?;
    page.see("Position now On course").await?;
    let typed = ending(page).await?;
    ensure!(
        typed == "#/calculator?actual=%c2%a31%2c234&target=1%2c200&polarity=higher",
        "the address ends in {typed}"
    );
    page.open("about:blank").await?;
    page.open_app(&typed).await?;
    page.see("Position now On course").await?;
    let held = page.named("Actual").await?.prop("value").await?;
    ensure!(held.as_deref() == Some("£1,234"), "the field holds {held:?}");
    page.reload().await?;
    page.see("Position now On course").await?;
    page.open_app("#/report").await?;
    page.see("No report is open").await?;
    page.open_app("#/calculator?actual=%zz&polarity=sideways&rule=%ff").await?;
    page.see("Enter an actual and a target").await
}

async fn goes_back_and_forward(page: &Page) -> Result<()> {
    page.open_app("#example").await?;
    page.see("Of 38 measures").await?;
    page.click("Calculator").await?;
    page.see("Enter an actual and a target").await?;
    let focused = page.focused().await?;
    ensure!(focused == "Calculator", "the focus is on “{focused}”");
    page.type_into("Actual", "12").await?;
    page.see("no target is entered").await?;
    page.client().back().await?;
    page.see("Of 38 measures").await?;
    ensure!(ending(page).await? == "#example", "back is one step, whatever was typed");
    let heading = page.focused().await?;
    ensure!(heading.contains("Directorate Performance"), "the focus is on “{heading}”");
    page.client().forward().await?;
    page.see("no target is entered").await?;
    let title = page.client().title().await?;
    ensure!(title == "Calculator – Quarterlight", "the window is called {title}");
    page.click("Report").await?;
    page.see("Of 38 measures").await?;
    page.click("Quarterlight").await?;
    page.see("Open a folder").await?;
    page.click("Calculator").await?;
    page.see("no target is entered").await
}

async fn is_worked_by_keyboard(page: &Page) -> Result<()> {
    page.open_app("").await?;
    page.see("Start the calculator").await?;
    go_to(page, "Start the calculator").await?;
    page.press(Key::Enter).await?;
    page.see("Enter an actual and a target").await?;
    for (field, keys) in [("Actual", "84"), ("Target", "80")] {
        go_to(page, field).await?;
        for key in keys.chars() {
            page.keys(&[key]).await?;
            let focused = page.focused().await?;
            ensure!(focused == field, "after “{key}” the focus is on “{focused}”");
        }
    }
    // The list is next, and the first letter of a choice chooses it.
    page.press(Key::Tab).await?;
    page.keys(&['h']).await?;
    page.see("Position now On course").await
}

async fn go_to(page: &Page, name: &str) -> Result<()> {
    for _ in 0..30 {
        page.press(Key::Tab).await?;
        if page.focused().await? == name {
            return Ok(());
        }
    }
    anyhow::bail!("“{name}” cannot be reached by the keyboard")
}

async fn tells_what_is_no_number(page: &Page) -> Result<()> {
    page.open_app(WORKED).await?;
    page.see("Position now Off course").await?;
    page.click("Actual").await?;
    page.press(Key::End).await?;
    page.keys(&['x']).await?;
    page.see("Actual must be a number, such as 84 or 84.5.").await?;
    page.see("Nothing is judged until “Actual” is corrected.").await?;
    page.no_longer_see("Off course").await?;
    let focused = page.focused().await?;
    ensure!(focused == "Actual", "the focus is on “{focused}”");
    page.press(Key::Backspace).await?;
    page.see("Position now Off course").await?;
    page.no_longer_see("must be a number").await
}

async fn copies_its_address(page: &Page) -> Result<()> {
    page.open_app(WORKED).await?;
    page.see("Position now Off course").await?;
    // As in a frame that may not write to the clipboard.
    let forbid =
        "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });";
    page.script(forbid, vec![]).await?;
    page.click("Copy the address").await?;
    page.see("Copy the address from the field below.").await?;
    let address = page.named("Address of this case").await?.prop("value").await?;
    ensure!(address.is_some_and(|address| address.ends_with(WORKED)), "another address");
    let selected = page.script("const at = document.activeElement; return at.readOnly && at.selectionEnd - at.selectionStart === at.value.length;", vec![]);
    ensure!(selected.await? == true, "the address is not selected");
    Ok(())
}

/// A frame of an intranet page may neither change its address nor write to the clipboard.
async fn works_in_a_closed_frame(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let address = of_file(&built()?)?;
    let frame = format!(
        "<!doctype html><title>Frame</title><iframe sandbox=\"allow-scripts\" src=\"{address}{WORKED}\" width=\"900\" height=\"900\"></iframe>"
    );
    page.open_file(&files.write("frame.html", frame)?).await?;
    page.client().enter_frame(0).await?;
    page.see("Position now Off course").await?;
    for name in ["Report", "Calculator"] {
        let click = format!(
            "[...document.querySelectorAll('nav a')].find((a) => a.textContent === '{name}').click();"
        );
        page.script(&click, vec![]).await?;
        page.see(if name == "Report" { "No report is open" } else { "Position now Off course" })
            .await?;
    }
    page.client().clone().enter_parent_frame().await?;
    Ok(())
}

/// In a frame, because no browser's window can be as narrow as a phone.
async fn fits_every_width(page: &Page) -> Result<()> {
    let address = of_file(&built()?)?;
    for width in [360, 820, 1440] {
        let files = Files::new()?;
        let frame = format!(
            "<!doctype html><title>Frame</title><iframe src=\"{address}{WORKED}\" width=\"{width}\" height=\"900\"></iframe>"
        );
        page.open_file(&files.write("frame.html", frame)?).await?;
        page.client().enter_frame(0).await?;
        page.see("Position now Off course").await?;
        let measure = "const wide = [...document.body.querySelectorAll('*')]\
              .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)\
              .map((one) => one.tagName + ' ' + one.className + ' ' + one.id);\
            return [innerWidth, document.documentElement.scrollWidth, wide];";
        let measured = page.script(measure, vec![]).await?;
        let (inner, content, wide): (i64, i64, Vec<String>) = serde_json::from_value(measured)?;
        ensure!(content <= inner, "the page is {content} pixels wide in {inner}: {wide:?}");
        page.client().clone().enter_parent_frame().await?;
    }
    Ok(())
}

async fn prints(page: &Page) -> Result<()> {
    page.open_app(WORKED).await?;
    page.see("Position now Off course").await?;
    let text = page.printed_text().await?;
    for words in ["NEET", "Off course", "Better", "Met or not met by now"] {
        ensure!(text.contains(words), "“{words}” is not on paper");
    }
    for words in ["Copy the address", "How firm the actual is"] {
        ensure!(!text.contains(words), "“{words}” is on paper");
    }
    Ok(())
}
