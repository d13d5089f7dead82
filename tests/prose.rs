//! Commentary is read as simple Markdown, and what is none stays as it is written.
#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

use proptest::prelude::*;
use quarterlight::app::{Action, FileRead, Part, Place, State};
use quarterlight::view::{Block, Content, Inline, PartView, Prose, leads_to, page};
use serde_json::json;
use test_case::test_case;

/// What is made of the only paragraph of a narrative.
fn prose(text: &str) -> Prose {
    let file = json!({
        "format": "quarterlight", "version": 1, "organisation": "Test Council", "directorate": "People",
        "period": "2019/20 Q2", "narrative": [{ "title": "Section", "paragraphs": text }],
    });
    let bytes = Ok(file.to_string().into_bytes());
    let state = State::default()
        .after(Action::Opened(vec![FileRead { name: "file.json".to_owned(), bytes }]))
        .after(Action::Go(Place::Report(Part::Narrative)));
    let Content::Report(report) = page(&state).content else { panic!("the report is open") };
    let PartView::Narrative(page) = report.part else { panic!("the narrative is shown") };
    let section = page.sections.into_iter().next().expect("the section is there");
    section.paragraphs.into_iter().next().expect("the paragraph is there").prose
}

/// Prose with its layout in signs: `¶` before a paragraph, `<…>` around what is more than text.
fn layout(blocks: &[Block]) -> String {
    let item = |item: &[Block]| format!("[{}]", layout(item));
    blocks
        .iter()
        .map(|block| match block {
            Block::Paragraph(words) => format!("¶{}", inlines(words)),
            Block::Bullets(items) => {
                format!("<ul {}>", items.iter().map(|one| item(one)).collect::<String>())
            }
            Block::Numbered(items) => {
                let items = items.iter().map(|(number, one)| format!("{number}{}", item(one)));
                format!("<ol {}>", items.collect::<String>())
            }
        })
        .collect()
}

fn inlines(words: &[Inline]) -> String {
    let one = |one: &Inline| match one {
        Inline::Text(text) => text.clone(),
        Inline::Break => "↵".to_owned(),
        Inline::Emphasis(words) => format!("<em {}>", inlines(words)),
        Inline::Strong(words) => format!("<strong {}>", inlines(words)),
        Inline::Code(text) => format!("<code {text}>"),
        Inline::Link { to, words, is_bare } => {
            format!("<{} {to} {}>", if *is_bare { "bare" } else { "a" }, inlines(words))
        }
        Inline::Quoted(quoted) => format!("<quoted {}>", quoted.what),
        Inline::Astray(written, why) => format!("<astray {written} {why}>"),
    };
    words.iter().map(one).collect()
}

#[test_case("Plain words.", "¶Plain words."; "plain words")]
#[test_case("One.\n\nTwo.", "¶One.¶Two."; "paragraphs")]
#[test_case("One\ntwo", "¶One↵two"; "an end of line is one")]
#[test_case("*a* **b** _c_ __d__", "¶<em a> <strong b> <em c> <strong d>"; "stressed")]
#[test_case("- a\n- b\n  - c\n  - d", "<ul [¶a][¶b<ul [¶c][¶d]>]>"; "a list in a list")]
#[test_case("- a\n\n- b", "<ul [¶a][¶b]>"; "a list with room")]
#[test_case("1. a\n2. b", "<ol 1.[¶a]2.[¶b]>"; "a numbered list")]
#[test_case("3. a\n5) b\n7. c", "¶3. a¶5) b¶7. c"; "numbers of two kinds are no list")]
#[test_case("3. a\n7. b", "<ol 3.[¶a]7.[¶b]>"; "numbers stay as they are written")]
#[test_case("01. a\n02. b", "<ol 01.[¶a]02.[¶b]>"; "with their zeros")]
#[test_case("1. Alone", "¶1. Alone"; "one number is no list")]
#[test_case("2019. Was a good year", "¶2019. Was a good year"; "a year is no list")]
#[test_case("* provisional", "¶* provisional"; "a footnote is no list")]
#[test_case("- ", "¶-"; "a dash alone")]
#[test_case("85%* of 90%*, 5 * 3 and a_b_c", "¶85%* of 90%*, 5 * 3 and a_b_c"; "signs among words")]
#[test_case("# Heading\nwords", "¶<strong Heading>¶words"; "a heading is strong words")]
#[test_case("> 5 more", "¶> 5 more"; "more than is no quotation")]
#[test_case("    four spaces", "¶four spaces"; "spaces are no code")]
#[test_case("a `b` c", "¶a <code b> c"; "code")]
#[test_case("[words](https://example.org/a?b=c)", "¶<a https://example.org/a?b=c words>"; "a link")]
#[test_case("[words](HTTP://example.org)", "¶<a HTTP://example.org words>"; "a link in capitals")]
#[test_case("[*words*](mailto:a@example.org)", "¶<a mailto:a@example.org <em words>>"; "a mailbox")]
#[test_case("<https://example.org>", "¶<bare https://example.org https://example.org>"; "an address")]
#[test_case("<a@example.org>", "¶<bare mailto:a@example.org a@example.org>"; "an address of a mailbox")]
#[test_case("[words](javascript:alert(1))", "¶[words](javascript:alert(1))"; "a program is no link")]
#[test_case("[words](data:text/html,x)", "¶[words](data:text/html,x)"; "data are no link")]
#[test_case("[words](file:///c:/x)", "¶[words](file:///c:/x)"; "a file is no link")]
#[test_case("[words](//example.org)", "¶[words](//example.org)"; "half an address is no link")]
#[test_case("[words](#/risks)", "¶[words](#/risks)"; "a place on the page is no link")]
#[test_case("<javascript:alert(1)>", "¶<javascript:alert(1)>"; "a bare program is no link")]
#[test_case("[1]: see\n\nthe appendix [1]", "¶[1]: see¶the appendix [1]"; "a note is no link's address")]
#[test_case("`[1]: x` and [a]: b", "¶<code [1]: x> and [a]: b"; "a bracket and a colon stay")]
#[test_case("![a map](https://example.org/map.png)", "¶a map"; "an image is its alternative text")]
#[test_case("![](x.png)", "¶![](x.png)"; "an image without one stays")]
#[test_case("<b>bold</b> & <script>alert(1)</script>", "¶<b>bold</b> & <script>alert(1)</script>"; "markup is text")]
#[test_case("<div onclick=\"x\">\n\n**a**", "¶<div onclick=\"x\">¶<strong a>"; "a block of markup is text")]
#[test_case("<!-- hidden -->", "¶<!-- hidden -->"; "a comment is text")]
#[test_case("a\n\n---\n\nb", "¶a¶---¶b"; "a line across stays")]
#[test_case("| a | b |\n|---|---|\n| 1 | 2 |", "¶| a | b |↵|---|---|↵| 1 | 2 |"; "a table stays")]
#[test_case("*see {PED9 1 current} here*", "¶<em see <astray {PED9 1 current} no row has this reference> here>"; "a token in stressed words")]
#[test_case("- {PED9 1 current}\n- b", "<ul [¶<astray {PED9 1 current} no row has this reference>][¶b]>"; "a token in a list")]
fn reads(text: &str, expected: &str) {
    assert_eq!(layout(&prose(text).blocks), expected);
}

#[test_case("[words](https://example.org)", "words (https://example.org)"; "a link gives its address")]
#[test_case("<https://example.org>", "https://example.org"; "an address is given once")]
#[test_case("Before\n\n- a\n- b\n\n1. c\n2. d", "Before\n- a\n- b\n1. c\n2. d"; "lists have their marks")]
#[test_case("- a\n\n  b\n- c", "- a\n  b\n- c"; "an item of two paragraphs")]
fn as_plain_text(text: &str, expected: &str) {
    assert_eq!(prose(text).to_string(), expected);
}

fn depth(blocks: &[Block]) -> usize {
    let inner = blocks.iter().map(|block| match block {
        Block::Paragraph(_) => 0,
        Block::Bullets(items) => items.iter().map(|one| depth(one)).max().unwrap_or_default(),
        Block::Numbered(items) => items.iter().map(|(_, one)| depth(one)).max().unwrap_or_default(),
    });
    1 + inner.max().unwrap_or_default()
}

#[test_case(&"- ".repeat(3_000); "lists in lists on a line")]
#[test_case(&"> ".repeat(3_000); "quotations in quotations")]
#[test_case(&"*a **b ".repeat(2_000); "open stress")]
#[test_case(&format!("{}a{}", "[".repeat(5_000), "](https://example.org)".repeat(500)); "open brackets")]
#[test_case(&"![".repeat(5_000); "open images")]
#[test_case(&"`".repeat(9_999); "ticks")]
#[test_case(&"<".repeat(9_999); "angles")]
#[test_case(&"&#x".repeat(5_000); "references to letters")]
#[test_case(&"word ".repeat(200_000); "a long line")]
#[test_case(&"*a*\n".repeat(100_000); "many lines")]
fn hostile_words_are_read_within_bounds(text: &str) {
    let prose = prose(text);
    assert!(depth(&prose.blocks) <= 8);
    assert!(!prose.to_string().is_empty());
}

#[test]
fn deep_lists_keep_their_words() {
    let text: String = (0..40)
        .map(|level| format!("{}- word{level}", "  ".repeat(level)))
        .collect::<Vec<_>>()
        .join("\n");
    let shown = prose(&text).to_string();
    for level in 0..40 {
        assert!(shown.contains(&format!("word{level}")), "word{level}: {shown}");
    }
}

proptest! {
    /// Letters and digits are what people wrote; signs may become layout.
    #[test]
    fn no_word_is_lost(text in "[a-c0-9 *_#>.)(+`!{}\\\\|~=:\n-]{1,80}[a-z]") {
        let shown = prose(&text).to_string();
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            prop_assert!(shown.contains(word), "{word:?} of {text:?} in {shown:?}");
        }
    }

    #[test]
    fn no_words_panic(text in "[ -~\n]{0,200}\\PC{1,40}") {
        let shown = prose(&format!("x{text}")).to_string();
        prop_assert!(!shown.is_empty());
    }
}

#[test_case("https://www.example.org/review?a=b", "www.example.org")]
#[test_case("https://good.example@evil.example/", "evil.example"; "a name to sign in with")]
#[test_case("HTTP://example.org\\@good.example/", "example.org"; "a slash the other way")]
#[test_case("https://example.org:8080#a/b", "example.org:8080"; "a port")]
#[test_case("mailto:a@example.org?subject=x", "a@example.org"; "a mailbox")]
fn a_link_says_where_it_leads(address: &str, expected: &str) {
    assert_eq!(leads_to(address), expected);
}
