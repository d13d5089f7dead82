//! An officer saves the report as one file, sends it round, and it opens for everyone.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browser_tests::{Browser, Files, Journey, Page, Resource, Scripts, Server, Setting, files};
use fantoccini::key::Key;
use serde_json::{Value, json};

pub(crate) fn journeys() -> Vec<Journey> {
    // WebKitGTK's driver works by scripts of its own.
    let without_scripts = [Browser::Chromium, Browser::Firefox];
    vec![
        Journey::new("saving_report_opens_again", opens_again),
        Journey::new("saving_report_from_itself", from_itself),
        Journey::new("saving_report_shows_at_once_what_it_shows_then", shows_at_once),
        Journey::new("saving_report_answers_what_was_pressed_early", answers_early),
        Journey::new("saving_report_leads_back_to_what_was_read_early", leads_back_early),
        Journey::new("saving_report_reads_without_scripts", reads_without_scripts)
            .only(&without_scripts),
        Journey::new("saving_report_reads_where_the_program_may_not_run", reads_where_forbidden),
        Journey::new("saving_report_keeps_hostile_words_words", keeps_words_words),
        Journey::new("saving_report_says_its_data_is_damaged", says_damaged),
        Journey::new("saving_report_says_it_is_incomplete", says_incomplete),
        Journey::new("saving_where_the_reader_chooses", where_chosen),
        Journey::new("saving_a_frame_says_what_it_cannot_know", in_a_frame),
        Journey::new("saving_a_file_changes_no_byte", changes_no_byte),
        Journey::new("saving_a_part_for_a_web_page", for_a_web_page),
        // The others' windows have a least width.
        Journey::new("saving_a_part_for_a_web_page_on_a_phone", on_a_phone)
            .only(&[Browser::Chromium]),
    ]
}

const SAMPLES: [&str; 2] = ["assets/samples/2018-19-q4.json", "assets/samples/2019-20-q2.json"];
const REPORT: &str = "people-directorate-children-and-young-people-2019-20-q2.html";

fn samples() -> Vec<PathBuf> {
    SAMPLES.map(files::in_workspace).to_vec()
}

/// Without the browser's own dialogue, which no driver can answer.
async fn without_picker(page: &Page) -> Result<()> {
    page.script("delete window.showSaveFilePicker;", vec![]).await.map(drop)
}

async fn open(page: &Page, paths: &[PathBuf]) -> Result<()> {
    page.open_app("").await?;
    page.upload("input[type=file]", paths).await?;
    page.see("Save report").await?;
    without_picker(page).await
}

/// A report as a reader saves it.
async fn saved(page: &Page) -> Result<PathBuf> {
    open(page, &samples()).await?;
    page.click("Save report").await?;
    page.see("has been handed to the browser").await?;
    page.downloaded(REPORT).await
}

async fn opens_again(page: &Page) -> Result<()> {
    let path = saved(page).await?;
    page.open_file(&path).await?;
    page.see("Of 38 measures").await?;
    ensure!(!page.text().await?.contains("opened"), "it tells of files that nobody opened");
    // The other year came with it.
    page.see("Quarter 2, July to September 2019").await?;
    page.click("Compare").await?;
    page.see("2018/19").await?;
    page.open_file(&path).await?;
    let address = page.client().current_url().await?;
    page.open(&format!(
        "{}#/measure/PED06-01",
        address.as_str().split('#').next().unwrap_or_default()
    ))
    .await?;
    page.reload().await?;
    page.see("Position now").await?;
    // Opened from within the application, it gives what it holds.
    page.open_app("").await?;
    page.upload("input[type=file]", &[path]).await?;
    page.see("2 files were opened").await
}

async fn from_itself(page: &Page) -> Result<()> {
    let first = saved(page).await?;
    let bytes = fs::read(&first)?;
    let folder = Files::new()?;
    page.open_file(&folder.write("first.html", &bytes)?).await?;
    page.see("Of 38 measures").await?;
    without_picker(page).await?;
    fs::remove_file(&first)?;
    page.click("Save report").await?;
    page.see("has been handed to the browser").await?;
    let second = fs::read(page.downloaded(REPORT).await?)?;
    ensure!(bytes == second, "saved from itself, it is another file");
    // But for the report and its title, it is the file that was built.
    let built = fs::read_to_string(files::built()?)?;
    let text = String::from_utf8(bytes)?;
    for mark in ["id=\"start\">", "id=\"program\">", "id=\"styles\">", "http-equiv="] {
        let after = |page: &str| {
            page.split_once(mark).map(|(_, rest)| rest.split('<').next().map(str::to_owned))
        };
        ensure!(after(&built).is_some() && after(&built) == after(&text), "{mark} is another");
    }
    Ok(())
}

/// What stands in a saved page for as long as its program does not run, and what stands there then.
async fn shows_at_once(page: &Page) -> Result<()> {
    let path = saved(page).await?;
    let text = fs::read_to_string(&path)?;
    let folder = Files::new()?;
    let still = folder.write("still.html", never_started(&text))?;
    for (ending, name, words) in [
        ("", "overview", "Of 38 measures"),
        ("#/report", "overview", "Of 38 measures"),
        ("#/measures", "measures", "PED01 01"),
    ] {
        page.open_file_at(&path, ending).await?;
        page.until_it_answers().await?;
        page.see(words).await?;
        let then = shown_in(page, "#app").await?;
        page.open_file_at(&still, ending).await?;
        // Not every driver waits for the page: the one before has the same words.
        page.until_script("return document.querySelector('.ql-first') !== null;").await?;
        page.see(words).await?;
        let first = shown_in(page, &format!(".ql-first--{name}")).await?;
        let is_beginning = then.1.starts_with(&first.1) && first.1.len() == then.1.len().min(12);
        ensure!(
            first.0 == then.0 && is_beginning,
            "{ending}: first it is {first:?}, then {then:?}"
        );
        let shown = page.text().await?;
        ensure!(!shown.contains("Opening Quarterlight"), "{ending}: it says that it opens");
    }
    // Links lead on meanwhile.
    page.click("Overview").await?;
    page.see("Off course").await?;
    page.click("Milestones").await?;
    page.see("Opening Quarterlight").await?;
    ensure!(!page.text().await?.contains("Of 38 measures"), "another part is shown");
    page.console_errors().await?;
    Ok(())
}

/// What an element shows: all but the rows of its tables, and each of those. A saved page begins with some of them.
async fn shown_in(page: &Page, selector: &str) -> Result<(String, Vec<String>)> {
    let script = "const copy = document.querySelector(arguments[0]).cloneNode(true); \
        const rows = Array.from(copy.querySelectorAll('.ql-table__row'), (row) => row.textContent); \
        copy.querySelectorAll('.ql-table > tbody').forEach((one) => one.remove()); \
        copy.querySelectorAll('[aria-rowcount]').forEach((one) => one.removeAttribute('aria-rowcount')); \
        return [copy.innerHTML, rows];";
    Ok(serde_json::from_value(page.script(script, vec![selector.into()]).await?)?)
}

/// A saved page whose program never comes.
fn never_started(page: &str) -> String {
    let still = page.replacen("id=\"start\"", "type=\"text/plain\" id=\"start\"", 1);
    still.replacen("<html ", "<html data-begun ", 1)
}

/// Has the program of such a page come after all.
const START: &str = "const start = document.createElement('script'); \
    start.textContent = document.getElementById('start').textContent; document.body.append(start);";

async fn answers_early(page: &Page) -> Result<()> {
    let path = saved(page).await?;
    let folder = Files::new()?;
    let text = never_started(&fs::read_to_string(&path)?);
    // Twice, because an address that differs after its `#` alone would not be opened again.
    let (still, again) = (folder.write("still.html", &text)?, folder.write("again.html", &text)?);
    page.open_file_at(&still, "#/measures").await?;
    page.until_script("return document.querySelector('.ql-first') !== null;").await?;
    page.click("Explain all").await?;
    ensure!(!page.text().await?.contains("Close all"), "no program runs yet");
    page.script(START, vec![]).await?;
    page.until_it_answers().await?;
    page.see("Close all").await?;
    // Nothing is pressed where the reader has gone on.
    page.open_file_at(&again, "#/report").await?;
    page.until_script("return document.querySelector('.ql-first') !== null;").await?;
    page.click("Find in this report").await?;
    page.click("Milestones").await?;
    page.script(START, vec![]).await?;
    page.until_it_answers().await?;
    page.see("PED01a").await?;
    let finder = page.script("return document.querySelector('dialog[open]') !== null;", vec![]);
    ensure!(finder.await? == false, "the finder opens on another page");
    page.console_errors().await?;
    Ok(())
}

async fn leads_back_early(page: &Page) -> Result<()> {
    let path = saved(page).await?;
    let folder = Files::new()?;
    let text = never_started(&fs::read_to_string(&path)?);
    let (still, again) = (folder.write("still.html", &text)?, folder.write("again.html", &text)?);
    page.open_file_at(&still, "").await?;
    page.until_script("return document.querySelector('.ql-first') !== null;").await?;
    page.click("Measures").await?;
    page.script(START, vec![]).await?;
    page.until_it_answers().await?;
    page.see("Explain all").await?;
    page.client().back().await?;
    page.see("Of 38 measures").await?;
    // What has the focus has it still, whoever draws it.
    page.open_file_at(&again, "").await?;
    page.until_script("return document.querySelector('.ql-first') !== null;").await?;
    for name in ["Quarterlight", "Report"] {
        page.press(Key::Tab).await?;
        is_focused(page, name).await?;
    }
    page.script(START, vec![]).await?;
    page.until_it_answers().await?;
    is_focused(page, "Report").await?;
    page.console_errors().await.map(drop)
}

async fn is_focused(page: &Page, name: &str) -> Result<()> {
    let mut focused = String::new();
    for _ in 0..50 {
        // The focus follows the key.
        focused = page.focused().await?;
        if focused == name {
            return Ok(());
        }
    }
    anyhow::bail!("not “{name}” but “{focused}” has the focus")
}

async fn reads_without_scripts(page: &Page) -> Result<()> {
    let path = saved(page).await?;
    let without = Setting { scripts: Scripts::Off, ..Setting::default() };
    let reader = Page::start(page.browser(), without).await?;
    reader.open_file(&path).await?;
    let text = reader.printed_text().await?;
    for words in
        ["Of 38 measures", "PED01 01", "PED06 04", "What the symbols mean", "Data 2143 3de4"]
    {
        ensure!(text.contains(words), "“{words}” is not on paper");
    }
    // Each measure by itself, with its chart and where its status comes from.
    ensure!(text.contains("Measure by measure"), "the measures are not on paper");
    ensure!(
        text.matches("Maintain the percentage of 16-17 yr olds").count() > 2,
        "PED06 01 is in a table alone"
    );
    if page.browser() == Browser::Chromium {
        for (at, sheet) in text.trim_end_matches('\u{c}').split('\u{c}').enumerate() {
            for words in ["Data 2143 3de4", "Quarter 2, July to September 2019"] {
                ensure!(sheet.contains(words), "sheet {} does not say “{words}”", at + 1);
            }
        }
    }
    for words in
        ["RefRef", "Opening Quarterlight", "turned off", "Save report", "Why?", "Print this"]
    {
        ensure!(!text.contains(words), "“{words}” is on paper");
    }
    let source = reader.client().source().await?;
    let report = source.split_once("id=\"report\"").context("there is no report")?.1;
    for left in ["<script", "<button", "<input", "<select", "tabindex"] {
        ensure!(!report.contains(left), "{left} is dead here");
        ensure!(report.contains("<svg"), "there are no charts");
    }
    // Links lead from part to part.
    ensure!(source.contains("href=\"#/measure/PED06-01\""), "a row leads nowhere");
    ensure!(source.contains("id=\"/measure/PED06-01\""), "a measure cannot be found");
    reader.close().await;
    Ok(())
}

async fn reads_where_forbidden(page: &Page) -> Result<()> {
    let path = saved(page).await?;
    let strict = fs::read_to_string(path)?.replacen(" 'wasm-unsafe-eval'", "", 1);
    let folder = Files::new()?;
    page.open_file(&folder.write("report.html", strict)?).await?;
    page.see("Quarterlight is not allowed to run here").await?;
    page.see("Of 38 measures").await?;
    page.console_errors().await?;
    Ok(())
}

const HOSTILE: &str = "</script><script>document.title='taken'</script><!-- <img src=x onerror=alert(1)> ]]> \u{202e}";

async fn keeps_words_words(page: &Page) -> Result<()> {
    let (name, text) = files::one_quarter(3);
    let mut report: Value = serde_json::from_str(&text)?;
    report["measures"][0]["title"] = json!(HOSTILE);
    report["measures"][0]["commentary"] = json!(HOSTILE);
    let folder = Files::new()?;
    let path = folder.write(&format!("{name}.json"), report.to_string())?;
    open(page, &[path]).await?;
    page.click("Save report").await?;
    page.see("has been handed to the browser").await?;
    let said = page.texts(".ql-live").await?.concat();
    let file = said.split_whitespace().find(|word| word.contains(".html")).context(said.clone())?;
    let saved = page.downloaded(file).await?;
    page.open_file(&saved).await?;
    page.see("Save report").await?;
    let title = page.client().title().await?;
    ensure!(!title.contains("taken"), "words were run");
    page.click("Measures").await?;
    page.see("<script>document.title='taken'</script>").await
}

async fn says_damaged(page: &Page) -> Result<()> {
    let path = saved(page).await?;
    let text = fs::read_to_string(path)?;
    let held = "data-name=\"2019-20-q2.json\" data-shown>";
    let (before, after) = text.split_once(held).context("it does not hold the file")?;
    let mut rest = after.to_owned();
    let at = 4_000;
    let other = if rest.as_bytes()[at] == b'A' { "B" } else { "A" };
    rest.replace_range(at..=at, other);
    let folder = Files::new()?;
    page.open_file(&folder.write("report.html", [before, held, &rest].concat())?).await?;
    page.see("2019-20-q2.json could not be opened").await?;
    page.see("was changed since the page was saved").await?;
    page.console_errors().await?;
    Ok(())
}

async fn says_incomplete(page: &Page) -> Result<()> {
    let built = fs::read_to_string(files::built()?)?;
    let folder = Files::new()?;
    for (mark, more) in [("id=\"program\">", 5_000), ("id=\"start\">", 3_000)] {
        let end =
            built.find(mark).with_context(|| format!("there is no {mark}"))? + mark.len() + more;
        let kept: String = built
            .chars()
            .scan(0, |at, c| {
                *at += c.len_utf8();
                (*at <= end).then_some(c)
            })
            .collect();
        page.open_file(&folder.write("cut.html", kept)?).await?;
        page.see("This copy of Quarterlight is incomplete").await?;
        ensure!(!page.text().await?.contains("Opening Quarterlight"), "it is still being opened");
    }
    page.console_errors().await?;
    Ok(())
}

/// A dialogue whose answer, and a file whose fate, the journey decides.
const PICKER: &str = "
window.asked = 0; window.written = null; window.fate = arguments[0];
window.showSaveFilePicker = async (options) => {
  window.asked += 1;
  window.proposed = options.suggestedName;
  if (window.fate === 'cancel') throw new DOMException('The user aborted a request.', 'AbortError');
  if (window.fate === 'forbid') throw new DOMException('Not in a frame.', 'SecurityError');
  let held = null;
  return { name: 'Q2 for the board.html', createWritable: async () => ({
    write: async (bytes) => {
      if (window.fate === 'full') throw new DOMException('There is no room left.', 'QuotaExceededError');
      held = bytes;
    },
    close: async () => { window.written = held.length; },
  }) };
};";

async fn where_chosen(page: &Page) -> Result<()> {
    open(page, &samples()).await?;
    page.script(PICKER, vec![json!("cancel")]).await?;
    page.click("Save report").await?;
    page.until_script("return window.asked === 1;").await?;
    ensure!(
        page.texts(".ql-live").await?.concat().contains("2 files were opened"),
        "it says something"
    );
    page.script("window.fate = 'write';", vec![]).await?;
    for _ in 0..2 {
        page.script("window.written = null;", vec![]).await?;
        page.click("Save report").await?;
        page.until_script("return window.written > 1000000;").await?;
        page.see("Q2 for the board.html was saved.").await?;
    }
    let asked = page.script("return [window.asked, window.proposed];", vec![]).await?;
    ensure!(asked == json!([2, REPORT]), "{asked} is not one question for two savings");
    page.script("window.fate = 'full';", vec![]).await?;
    page.click("Save report").await?;
    page.see("could not be saved: There is no room left. Nothing that is open is lost").await?;
    page.script("window.fate = 'forbid';", vec![]).await?;
    page.click("Save report").await?;
    page.see("has been handed to the browser").await?;
    page.downloaded(REPORT).await.map(drop)
}

async fn in_a_frame(page: &Page) -> Result<()> {
    let around = "<!doctype html><title>Around</title><iframe sandbox=\"allow-scripts\" src=\"/q.html#example\" width=\"1000\" height=\"700\"></iframe>";
    let server = Server::start(vec![
        Resource::html("/around.html", around),
        Resource::html("/q.html", fs::read(files::built()?)?),
    ])?;
    page.open(&server.address("/around.html")).await?;
    page.find("iframe").await?;
    page.client().enter_frame(0).await?;
    page.see("Of 38 measures").await?;
    page.click("Save report").await?;
    page.see("if no file arrives, open Quarterlight by itself").await?;
    page.client().enter_parent_frame().await?;
    // A refused download is noted on the console, by some.
    page.console_errors().await?;
    Ok(())
}

async fn changes_no_byte(page: &Page) -> Result<()> {
    let (_, text) = files::one_quarter(3);
    let odd =
        format!("\u{feff}  {}\r\n\t\r\n", text.replacen('{', "{ \"added by us\":\t1.50 ,", 1));
    let folder = Files::new()?;
    let path = folder.write("as it is.json", &odd)?;
    open(page, &[path]).await?;
    page.click("Data and files").await?;
    page.click("Save as it is.json").await?;
    let saved = fs::read(page.downloaded("as it is.json").await?)?;
    ensure!(saved == odd.as_bytes(), "{} bytes became {}", odd.len(), saved.len());
    Ok(())
}

async fn for_a_web_page(page: &Page) -> Result<()> {
    open(page, &samples()).await?;
    page.click("Measures").await?;
    page.click("Save for a web page").await?;
    page.see("has been handed to the browser").await?;
    let name = REPORT.replace(".html", "-measures.html");
    let piece = fs::read_to_string(page.downloaded(&name).await?)?;
    for barred in ["<script", "<button", "href=\"#", "javascript:", ":root", "\nbody"] {
        ensure!(!piece.contains(barred), "{barred} is in the piece");
    }
    // Somebody else's page, with styles of its own that the piece neither takes nor changes.
    let around = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>News</title><style>h1 {{ color: rgb(1, 2, 3); }}</style>\
         <h1>News</h1><table class=\"ql-table\"><tr><td>Theirs</td></tr></table>{piece}"
    );
    let folder = Files::new()?;
    page.open_file(&folder.write("news.html", around)?).await?;
    page.see("PED06 01").await?;
    page.see("Data 2143 3de4").await?;
    let looks = page
        .script(
            "const of = (selector, name) => getComputedStyle(document.querySelector(selector))[name];
             return [of('h1', 'color'), of('table', 'borderCollapse'), of('.quarterlight-report table', 'borderCollapse')];",
            vec![],
        )
        .await?;
    ensure!(looks == json!(["rgb(1, 2, 3)", "separate", "collapse"]), "{looks}");
    Ok(())
}

async fn on_a_phone(page: &Page) -> Result<()> {
    const OTHER: &str = "children-enterprise-directorate-2012-13-q2-finance.html";
    let of_example = |part: &str| REPORT.replace(".html", &format!("-{part}.html"));
    for (part, name) in [
        ("measures", of_example("measures")),
        ("compare", of_example("compare")),
        ("milestones", of_example("milestones")),
        ("measure/PED03-03", of_example("ped03-03")),
        ("finance", OTHER.to_owned()),
    ] {
        page.emulate_size(1200, 900).await?;
        if part == "finance" {
            open(page, &[files::in_workspace("assets/samples/2012-13-q2-finance.json")]).await?;
            page.click("Finance").await?;
        } else {
            // Another query is another page, as a reload is.
            page.open_app(&format!("?{name}#example/{part}")).await?;
        }
        page.see("Save for a web page").await?;
        without_picker(page).await?;
        page.click("Save for a web page").await?;
        page.see("has been handed to the browser").await?;
        let piece = fs::read_to_string(page.downloaded(&name).await?)?;
        fits_a_phone(page, part, &piece).await?;
    }
    Ok(())
}

/// Somebody else's page with a piece in it is no wider than a phone.
async fn fits_a_phone(page: &Page, part: &str, piece: &str) -> Result<()> {
    let around = format!(
        "<!doctype html><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>News</title><h1>News</h1>{piece}"
    );
    let folder = Files::new()?;
    page.open_file(&folder.write("news.html", around)?).await?;
    for width in [320, 360] {
        page.emulate_size(width, 700).await?;
        let more =
            "const all = document.documentElement; return all.scrollWidth - all.clientWidth;";
        let more = page.script(more, vec![]).await?;
        ensure!(more == json!(0), "{part} is wider by {more} than a phone of {width}");
    }
    Ok(())
}
