//! A frame's page can ask for light or dark colours, which have to be the ones that the device would ask for.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

/// What stands in the braces behind a selector, a line for each, without what differs by design.
fn colours<'t>(css: &'t str, selector: &str) -> Vec<&'t str> {
    let (_, rest) = css.split_once(&format!("{selector} {{")).expect("the selector is there");
    let (block, _) = rest.split_once('}').expect("the block has its end");
    let lines = block.lines().map(str::trim);
    lines.filter(|line| line.starts_with("--ql-")).collect()
}

#[test]
fn dark_is_dark_whoever_asks_for_it() {
    let css = std::fs::read_to_string("styles/tokens.css").expect("it can be read");
    let by_device = colours(&css, ":root:where(:not([data-theme=\"light\"]))");
    let by_page = colours(&css, ":root:where([data-theme=\"dark\"])");
    assert!(by_device.len() > 20, "{by_device:?}");
    assert_eq!(by_device, by_page);
    // Paper comes after both and is no less specific, so it is white whoever asks for what.
    let print = css.find("@media print").expect("paper has its colours");
    assert!(css.rfind("data-theme").is_some_and(|theme| theme < print));
}
