//! A committee clerk prints the report, and the parts of it that one hands out alone.

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Files, Journey, Page};
use serde_json::json;

use super::pages;

pub(crate) fn journeys() -> Vec<Journey> {
    // WebKitGTK's driver has no command to print.
    let both = [Browser::Chromium, Browser::Firefox];
    vec![
        Journey::new("paper_whole_report", whole_report).only(&both),
        Journey::new("paper_exceptions", exceptions).only(&both),
        Journey::new("paper_many_exceptions", many_exceptions).only(&both),
        Journey::new("paper_one_measure", one_measure).only(&both),
        Journey::new("paper_finance_alone", finance_alone).only(&both),
        Journey::new("paper_with_explanations", with_explanations).only(&both),
        // Firefox has no margins that hold words.
        Journey::new("paper_says_whose_it_is_on_each_sheet", says_whose).only(&[Browser::Chromium]),
    ]
}

/// Each sheet's words.
fn sheets(text: &str) -> Vec<&str> {
    text.split('\u{c}').filter(|sheet| !sheet.trim().is_empty()).collect()
}

fn in_order(text: &str, words: &[&str]) -> Result<()> {
    let mut rest = text;
    for word in words {
        let at = rest.find(word).with_context(|| format!("“{word}” is not where it belongs"))?;
        rest = &rest[at + word.len()..];
    }
    Ok(())
}

async fn whole_report(page: &Page) -> Result<()> {
    page.open_app("#example/whole").await?;
    page.see("Of 38 measures").await?;
    let text = page.printed_text().await?;
    let count = sheets(&text).len();
    ensure!((8..=40).contains(&count), "the whole report takes {count} sheets");
    in_order(
        &text,
        &["Overview", "Off course (7)", "PED01 01", "PED06 04", "What the symbols mean"],
    )?;
    for words in
        ["Open files", "Explain all", "Why?", "Print the whole report", "Find in this report"]
    {
        ensure!(!text.contains(words), "“{words}” is on paper");
    }
    Ok(())
}

async fn exceptions(page: &Page) -> Result<()> {
    page.open_app("#example/exceptions").await?;
    page.see("Of 38 measures").await?;
    let text = page.printed_text().await?;
    in_order(
        &text,
        &[
            "Not on course",
            "Expected",
            "PED02 05",
            "86 to 110",
            "Off course",
            "PED06 04",
            "PED02 06",
            "Uncertain",
            "PED06 03",
            "PED06d",
            "Off course: The year's target",
            "Uncertain: Uncertain, or too early",
        ],
    )?;
    ensure!(!text.contains("PED01 01"), "what is on course is among the exceptions");
    let count = sheets(&text).len();
    ensure!(count == 1, "twenty exceptions take {count} sheets");
    Ok(())
}

/// A report none of whose measures is on course.
fn all_off_course(measures: usize) -> String {
    let measure = |number: usize| {
        json!({
            "ref": format!("M{number:02}"),
            "title": format!("Increase the percentage of plans of kind {number} that are agreed in time"),
            "unit": "%", "polarity": "higher", "basis": "snapshot",
            "figures": { "target": 90, "current": 40, "last_year": "not applicable" },
        })
    };
    json!({
        "format": "quarterlight", "version": 1, "organisation": "A council", "directorate": "People",
        "period": "2019/20 Q2", "measures": (1..=measures).map(measure).collect::<Vec<_>>(),
    })
    .to_string()
}

/// As many as a sheet holds stand on one; more go on to the next, each whole, under its headings.
async fn many_exceptions(page: &Page) -> Result<()> {
    let files = Files::new()?;
    for (measures, least, most) in [(24, 1, 1), (80, 2, 4)] {
        let name = format!("{measures}.json");
        pages::open_path(page, &files.write(&name, all_off_course(measures))?).await?;
        pages::go(page, ("#/exceptions", "Expected at year end")).await?;
        let text = page.printed_text().await?;
        let all = sheets(&text);
        let count = all.len();
        ensure!((least..=most).contains(&count), "{measures} exceptions take {count} sheets");
        let references: Vec<String> =
            (1..=measures).map(|number| format!("M{number:02}")).collect();
        in_order(&text, &references.iter().map(String::as_str).collect::<Vec<_>>())?;
        in_order(
            &text,
            &[references.last().map_or("", String::as_str), "Off course: The year's target"],
        )?;
        for (at, sheet) in all.iter().enumerate().filter(|(_, sheet)| sheet.contains("Increase")) {
            in_order(sheet, &["Progress", "Increase"])
                .with_context(|| format!("on sheet {}", at + 1))?;
        }
    }
    Ok(())
}

async fn one_measure(page: &Page) -> Result<()> {
    page.open_app("#example/measure/PED06-01").await?;
    page.see("Position now").await?;
    let text = page.printed_text().await?;
    in_order(&text, &["PED06 01", "Position now", "Year-end outlook", "Commentary"])?;
    ensure!(!text.contains("PED06 02"), "another measure is on the paper");
    let count = sheets(&text).len();
    ensure!(count <= 5, "one measure takes {count} sheets");
    Ok(())
}

const FINANCE: &[&str] = &["assets/samples/2012-13-q2-finance.json"];

async fn finance_alone(page: &Page) -> Result<()> {
    pages::open(page, FINANCE).await?;
    pages::go(page, ("#/finance", "£000")).await?;
    let text = page.printed_text().await?;
    let count = sheets(&text).len();
    ensure!((8..=18).contains(&count), "finance takes {count} sheets");
    in_order(
        &text,
        &["Lines to check", "Statements", "Adds up", "Out of Borough Adoption", "Capital"],
    )?;
    let last = sheets(&text).last().copied().unwrap_or_default().to_owned();
    for words in ["In brackets: over budget", "A triangle marks"] {
        ensure!(last.contains(words), "the last sheet does not say “{words}”");
    }
    ensure!(!text.contains("Print finance"), "a button is on paper");
    Ok(())
}

/// A long explanation goes on over the end of a sheet; the line of figures above it does not.
async fn with_explanations(page: &Page) -> Result<()> {
    page.open_app("#example/measures").await?;
    page.click("Explain all").await?;
    page.see("at most").await?;
    let text = page.printed_text().await?;
    let all = sheets(&text);
    for (reference, last) in [("PED01 02", "94.51%"), ("PED02 05", "Off course")] {
        let sheet = all.iter().find(|sheet| sheet.contains(reference));
        let sheet = sheet.with_context(|| format!("{reference} is not on paper"))?;
        in_order(sheet, &[reference]).and_then(|()| {
            ensure!(sheet.contains(last), "{reference} is torn: its sheet has no “{last}”");
            Ok(())
        })?;
    }
    Ok(())
}

async fn says_whose(page: &Page) -> Result<()> {
    page.open_app("#example/whole").await?;
    page.see("Of 38 measures").await?;
    let text = page.printed_text().await?;
    let all = sheets(&text);
    for (at, sheet) in all.iter().enumerate() {
        for words in ["Halton Borough Council", "Quarter 2, July to September 2019"] {
            ensure!(sheet.contains(words), "sheet {} does not say “{words}”", at + 1);
        }
        let number = format!("Page {} of {}", at + 1, all.len());
        ensure!(sheet.contains(&number), "sheet {} does not say “{number}”", at + 1);
    }
    Ok(())
}
