//! A performance officer opens a quarter, reads it and asks why.

use std::fs::File;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browser_tests::address::of_file;
use browser_tests::files::{built, in_workspace};
use browser_tests::{Browser, Files, Journey, Page};
use fantoccini::key::Key;

const PICKER: &str = "input[type=file]:not([webkitdirectory])";

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("opens_the_example", opens_the_example),
        Journey::new("opens_two_files_and_asks_why", opens_two_files_and_asks_why),
        Journey::new("opens_what_is_dropped_and_pasted", opens_what_is_dropped_and_pasted),
        Journey::new("refuses_bad_files_and_keeps_the_rest", refuses_bad_files),
        Journey::new("shows_good_rows_of_a_bad_file", shows_good_rows),
        Journey::new("tells_how_far_a_large_file_is", tells_how_far),
        Journey::new("filters_and_sorts", filters_and_sorts),
        Journey::new("is_worked_by_keyboard", is_worked_by_keyboard),
        Journey::new("keeps_the_focus", keeps_the_focus),
        Journey::new("fits_every_width", fits_every_width),
        Journey::new("saves_the_schema", saves_the_schema),
        // WebKitGTK's driver has no command to print.
        Journey::new("prints_the_report", prints_the_report)
            .only(&[Browser::Chromium, Browser::Firefox]),
    ]
}

fn sample(name: &str) -> PathBuf {
    in_workspace("assets/samples").join(name)
}

async fn opens_the_example(page: &Page) -> Result<()> {
    page.open_app("").await?;
    page.see("Nothing that you open leaves this device").await?;
    page.click("Open the example").await?;
    page.see("Quarter 2, July to September 2019 (2019/20)").await?;
    page.see("Of 38 measures").await?;
    page.see("Uncertain (13)").await?;
    page.click("Measures").await?;
    page.count("section.ql-group", 6).await
}

async fn opens_two_files_and_asks_why(page: &Page) -> Result<()> {
    page.open_app("").await?;
    page.see("Open files").await?;
    page.upload(PICKER, &[sample("2019-20-q2.json"), sample("2018-19-q4.json")]).await?;
    page.see("2 files were opened").await?;
    page.see("Quarter 2, July to September 2019 (2019/20)").await?;
    page.click("Measures").await?;
    page.type_into("Find", "PED04 01").await?;
    page.see("1 of 66 rows shown").await?;
    page.click("Why? PED04 01").await?;
    page.see("38% against a target of 75%").await?;
    page.see("37 points short").await?;
    page.see("No figure a year ago").await?;
    page.choose("Report", "Quarter 4, January to March 2019 (2018/19)").await?;
    page.click("Overview").await?;
    page.see("Outturns for 2018/19").await
}

async fn opens_what_is_dropped_and_pasted(page: &Page) -> Result<()> {
    page.open_app("").await?;
    page.see("Open files").await?;
    page.drop_files("body", &[sample("2024-25-q1.json")]).await?;
    page.see("Quarter 1, April to June 2024 (2024/25)").await?;
    page.paste(&std::fs::read_to_string(sample("2021-22-plan.json"))?).await?;
    page.see("Pasted text 1 was opened.").await?;
    page.paste("Ref,Measure\n1,2").await?;
    page.see("Pasted text 2 could not be opened.").await?;
    page.see("This is a table, such as a spreadsheet saves (CSV), not a JSON quarter file.").await
}

async fn refuses_bad_files(page: &Page) -> Result<()> {
    let files = Files::new()?;
    page.open_app("#example/measures").await?;
    page.see("Of 38 measures").await?;
    let huge = files.write("huge.json", "")?;
    File::options().write(true).open(&huge)?.set_len(200_000_000)?;
    let bad = [
        files.write("notes.json", "Minutes of the meeting")?,
        files.write(
            "cut.json",
            r#"{"format": "quarterlight", "version": 1, "organisation": "Hal"#,
        )?,
        files.write("newer.json", r#"{"format": "quarterlight", "version": 7}"#)?,
        files.write("picture.json", b"\x89PNG\r\n\x1a\n\0\0")?,
        files.write("empty.json", "")?,
        files.write("utf16.json", b"\xFF\xFE{\0}\0")?,
        huge,
    ];
    page.upload(PICKER, &bad).await?;
    page.see("7 files could not be opened").await?;
    for words in [
        "notes.json, line 1, column 1",
        "cut.json, line 1, column 62",
        "The file is in version 7 of the format.",
        "This is a PNG picture",
        "The file is empty.",
        "UTF-16",
        "The file is 200 MB.",
    ] {
        page.see(words).await?;
    }
    page.see("Of 38 measures").await?;
    page.click("Close this message").await?;
    page.no_longer_see("could not be opened").await?;
    page.see("Of 38 measures").await
}

async fn shows_good_rows(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let mixed = files.write(
        "mixed.json",
        r#"{"format": "quarterlight", "version": 1, "organisation": "Test Council",
            "directorate": "People", "period": "2019/20 Q2",
            "measures": [
              {"ref": "A 01", "title": "Good row", "unit": "%", "polarity": "higher",
               "figures": {"target": 84.10, "current": 84.10}},
              {"ref": "A 02", "title": "Bad row", "unit": "precent", "figures": {"current": "84"}}
            ]}"#,
    )?;
    page.open_app("#/measures").await?;
    page.see("Open files").await?;
    page.upload(PICKER, &[mixed]).await?;
    page.see("mixed.json was opened. 2 problems to mend.").await?;
    page.see("Good row").await?;
    page.see("84.10%").await?;
    page.see("Did you mean “percent”?").await?;
    page.see("Write it as a number: 84.").await?;
    page.see("1 row of mixed.json could not be read").await?;
    page.no_longer_see("Bad row").await
}

async fn tells_how_far(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let padding = " ".repeat(30_000_000);
    let large = files.write(
        "large.json",
        format!(
            r#"{{"format": "quarterlight", "version": 1, "organisation": "Test Council",{padding}
                "directorate": "People", "period": "2019/20 Q2"}}"#
        ),
    )?;
    page.open_app("").await?;
    page.see("Open files").await?;
    // The bar comes and goes faster than anyone could look for it, so it is noted when it comes.
    let note = "window.noted = [];\
        new MutationObserver(() => {\
          const text = document.querySelector('.ql-progress__text')?.textContent;\
          if (text && document.querySelector('progress')) noted.push(text);\
        }).observe(document.body, { childList: true, subtree: true, characterData: true });";
    page.script(note, vec![]).await?;
    page.upload(PICKER, &[large]).await?;
    page.see("large.json was opened.").await?;
    let noted: Vec<String> = serde_json::from_value(page.script("return noted;", vec![]).await?)?;
    let halfway = noted.iter().any(|text| text == "Reading large.json: 16 of 31 MB");
    ensure!(halfway, "no bar halfway through: {noted:?}");
    page.count("progress", 0).await
}

async fn filters_and_sorts(page: &Page) -> Result<()> {
    page.open_app("#example/measures").await?;
    page.see("Of 38 measures").await?;
    page.click("Uncertain").await?;
    page.see("13 of 66 rows shown").await?;
    page.click("Show all").await?;
    page.count("section.ql-group", 6).await?;
    let first_of_last_group = async || -> Result<String> {
        let refs =
            page.texts("section.ql-group:last-of-type .ql-table__row .ql-table__ref").await?;
        refs.into_iter().next().context("the last group has no rows")
    };
    page.click("Progress").await?;
    page.find(".ql-table__progress[aria-sort=ascending]").await?;
    let worst = first_of_last_group().await?;
    ensure!(worst == "PED06 04", "the worst is first, not {worst}");
    page.click("Progress").await?;
    page.find(".ql-table__progress[aria-sort=descending]").await?;
    let best = first_of_last_group().await?;
    ensure!(best == "PED06 01", "the best is first, not {best}");
    page.choose(
        "Objective",
        "PED06 Improve participation and skills for young people to drive Halton's future",
    )
    .await?;
    page.see("8 of 66 rows shown").await?;
    page.count("section.ql-group", 1).await?;
    page.click("Show all").await?;
    page.count("section.ql-group", 6).await?;
    let chosen = page.script(
        "return [...document.querySelectorAll('.ql-filters option')].find((o) => o.selected).text;",
        vec![],
    );
    ensure!(chosen.await? == "All", "the list still shows an objective");
    page.type_into("Find", "no such words anywhere").await?;
    page.see("No row is left.").await
}

async fn is_worked_by_keyboard(page: &Page) -> Result<()> {
    page.open_app("#example/measures").await?;
    page.see("Of 38 measures").await?;
    let heading = page.focused().await?;
    ensure!(heading == "Measures", "the focus is on “{heading}”");
    // From the heading to the first explanation, whatever lies between.
    for _ in 0..40 {
        page.press(Key::Tab).await?;
        if page.focused().await?.contains("Why?") {
            break;
        }
    }
    let focused = page.focused().await?;
    ensure!(focused.contains("PED01 01"), "the focus is on “{focused}”");
    page.press(Key::Enter).await?;
    page.see("359 against 225").await?;
    page.press(Key::Enter).await?;
    page.no_longer_see("359 against 225").await
}

/// What a person works with must stay the same element while what is around it changes.
async fn keeps_the_focus(page: &Page) -> Result<()> {
    page.open_app("#example/measures").await?;
    page.see("Of 38 measures").await?;
    page.click("Find").await?;
    for (typed, seen) in [("PED04", "15 of 66"), (" 01", "1 of 66"), ("x", "0 of 66")] {
        page.keys(&typed.chars().collect::<Vec<_>>()).await?;
        page.see(seen).await?;
        let focused = page.focused().await?;
        ensure!(focused == "Find", "after “{typed}” the focus is on “{focused}”");
    }
    page.click("Show all").await?;
    page.click("Progress").await?;
    page.find(".ql-table__progress[aria-sort=ascending]").await?;
    page.press(Key::Enter).await?;
    page.find(".ql-table__progress[aria-sort=descending]").await?;
    let focused = page.focused().await?;
    ensure!(focused == "Progress", "after sorting the focus is on “{focused}”");
    Ok(())
}

/// In a frame, because no browser's window can be as narrow as a phone.
async fn fits_every_width(page: &Page) -> Result<()> {
    let address = of_file(&built()?)?;
    for width in [360, 820, 1440] {
        let files = Files::new()?;
        let frame = format!(
            "<!doctype html><title>Frame</title><iframe src=\"{address}#example/measures\" width=\"{width}\" height=\"900\"></iframe>"
        );
        page.open_file(&files.write("frame.html", frame)?).await?;
        page.client().enter_frame(0).await?;
        page.see("Of 38 measures").await?;
        // Not by the mouse: WebKitGTK's driver misses what is in a frame.
        let explain = "[...document.querySelectorAll('button')].find((b) => b.textContent === 'Explain all').click();";
        page.script(explain, vec![]).await?;
        page.see("Where it comes from").await?;
        let measured = page
            .script(
                "const root = document.documentElement; return [innerWidth, root.scrollWidth];",
                vec![],
            )
            .await?;
        let (inner, content): (i64, i64) = serde_json::from_value(measured)?;
        ensure!(inner == width, "the frame is {inner} pixels wide");
        ensure!(content <= inner, "the page is {content} pixels wide in {inner}");
        page.client().clone().enter_parent_frame().await?;
    }
    Ok(())
}

async fn saves_the_schema(page: &Page) -> Result<()> {
    page.open_app("").await?;
    // What is known of the device comes a moment later, and moves what is below.
    page.see("Reports on this device").await?;
    page.script("delete window.showSaveFilePicker;", vec![]).await?;
    page.click("Save the schema").await?;
    page.see("quarterlight.schema.json has been handed to the browser").await?;
    let saved = page.downloaded("quarterlight.schema.json").await?;
    let shipped = std::fs::read_to_string(in_workspace("docs/quarterlight.schema.json"))?;
    ensure!(std::fs::read_to_string(saved)? == shipped, "the saved schema is another");
    Ok(())
}

async fn prints_the_report(page: &Page) -> Result<()> {
    page.open_app("#example/measures").await?;
    page.see("Of 38 measures").await?;
    let text = page.printed_text().await?;
    for words in
        ["Quarter 2, July to September 2019", "PED06 04", "Off course", "What the symbols mean"]
    {
        ensure!(text.contains(words), "“{words}” is not on paper");
    }
    for words in ["Open files", "Explain all", "Why?"] {
        ensure!(!text.contains(words), "“{words}” is on paper");
    }
    Ok(())
}
