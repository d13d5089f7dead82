//! The harness itself: a check that cannot fail proves nothing.

use anyhow::{Result, ensure};
use browser_tests::{Browser, Files, Journey, Page};
use fantoccini::key::Key;

pub(crate) fn journeys() -> Vec<Journey> {
    vec![
        Journey::new("harness_sees_console_errors", sees_console_errors),
        Journey::new("harness_gives_and_acts", gives_and_acts),
        Journey::new("harness_downloads", downloads),
        Journey::new("harness_sizes_pages", sizes_pages),
        // WebKitGTK's driver has no command to print.
        Journey::new("harness_prints", prints).only(&[Browser::Chromium, Browser::Firefox]),
    ]
}

async fn sees_console_errors(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let path = files.write(
        "errors.html",
        "<!doctype html><title>Errors</title><p>Ready</p><script>\
         console.log('said calmly');\
         console.error('said loudly');\
         setTimeout(() => { throw new Error('thrown later'); });\
         Promise.reject(new Error('promised in vain'));\
         </script>",
    )?;
    page.open_file(&path).await?;
    page.see("Ready").await?;
    // A later task than the one that throws.
    page.script("return new Promise((done) => setTimeout(done, 100));", vec![]).await?;
    let errors = page.console_errors().await?;
    // WebKit treats every file as another origin's, and tells that something was thrown but not what.
    let thrown = match page.browser() {
        Browser::WebKit => "Script error",
        Browser::Chromium | Browser::Firefox => "thrown later",
    };
    for words in ["said loudly", thrown, "promised in vain"] {
        ensure!(errors.iter().any(|error| error.contains(words)), "no “{words}” in {errors:?}");
    }
    ensure!(errors.len() == 3, "expected three errors, found {errors:?}");
    ensure!(page.console_errors().await?.is_empty(), "errors were taken and are still there");
    Ok(())
}

const FORM: &str = r#"<!doctype html><title>Form</title>
<button id="b">Save <span aria-hidden="true">x</span>report</button>
<label>Find <input id="find"></label>
<label for="list">Directorate</label><select id="list"><option>All</option><option>Children</option></select>
<input type="file" id="files" multiple hidden>
<div id="zone">Drop here</div>
<p id="out"></p>
<script>
const say = (words) => { document.getElementById('out').textContent += words + '. '; };
const on = (id, kind, then) => document.getElementById(id).addEventListener(kind, then);
const read = async (how, files) => {
  for (const file of files) say(how + ' ' + file.name + ' ' + await file.text());
};
on('b', 'click', () => say('saved'));
on('list', 'change', (event) => say('chose ' + event.target.value));
on('files', 'change', (event) => read('chosen', event.target.files));
on('zone', 'dragover', (event) => event.preventDefault());
on('zone', 'drop', (event) => { event.preventDefault(); read('dropped', event.dataTransfer.files); });
document.addEventListener('paste', (event) => say('pasted ' + event.clipboardData.getData('text/plain')));
on('find', 'input', (event) => say('typed ' + event.target.value));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') say('escaped');
  if (event.key === 's' && event.ctrlKey) { event.preventDefault(); say('shortcut'); }
});
</script>"#;

async fn gives_and_acts(page: &Page) -> Result<()> {
    let files = Files::new()?;
    page.open_file(&files.write("form.html", FORM)?).await?;
    page.click("Save report").await?;
    page.see("saved").await?;
    page.type_into("Find", "care").await?;
    page.see("typed care").await?;
    page.choose("Directorate", "Children").await?;
    page.see("chose Children").await?;
    let one = files.write("one.csv", "a,b")?;
    let two = files.write("zwei ä.csv", "c,£")?;
    page.upload("#files", &[one.clone(), two.clone()]).await?;
    page.see("chosen one.csv a,b. chosen zwei ä.csv c,£.").await?;
    page.drop_files("#zone", &[one, two]).await?;
    page.see("dropped one.csv a,b. dropped zwei ä.csv c,£.").await?;
    page.paste("Q2\t49").await?;
    page.see("pasted Q2 49").await?;
    page.press(Key::Escape).await?;
    page.see("escaped").await?;
    page.keys(&[Key::Control.into(), 's']).await?;
    page.see("shortcut").await?;
    page.no_longer_see("never there").await?;
    page.count("option", 2).await?;
    ensure!(page.drop_files("#out", &[]).await.is_err(), "a paragraph accepted files");
    Ok(())
}

async fn downloads(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let path = files.write(
        "download.html",
        "<!doctype html><title>Download</title><button>Save</button><script>\
         document.querySelector('button').onclick = () => {\
         const link = document.createElement('a');\
         link.download = 'quarter.csv';\
         link.href = URL.createObjectURL(new Blob(['a,b'], { type: 'text/csv' }));\
         link.click();\
         };</script>",
    )?;
    page.open_file(&path).await?;
    page.click("Save").await?;
    let saved = page.downloaded("quarter.csv").await?;
    ensure!(std::fs::read_to_string(saved)? == "a,b", "the download differs");
    Ok(())
}

async fn sizes_pages(page: &Page) -> Result<()> {
    let files = Files::new()?;
    page.open_file(&files.write("size.html", "<!doctype html><title>Size</title><p>Ready</p>")?)
        .await?;
    page.resize(1024, 768).await?;
    page.resize(600, 700).await
}

async fn prints(page: &Page) -> Result<()> {
    let files = Files::new()?;
    let path = files.write("print.html", "<!doctype html><title>Print</title><p>On paper</p>")?;
    page.open_file(&path).await?;
    let text = page.printed_text().await?;
    ensure!(text.contains("On paper"), "printed “{text}”");
    Ok(())
}
