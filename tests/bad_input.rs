//! Everything that can be wrong with a file is said once, with its place and how to mend it.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use file::{Row, file, report};
use quarterlight::app::{Action, FileRead, Part, Place, State};
use quarterlight::document::{MAX_BYTES, Severity, VERSION, read};
use quarterlight::model::{Loaded, Measure, load};
use quarterlight::view::{Content, PartView, page};
use test_case::test_case;

/// Every message, whole.
fn messages(loaded: &Loaded) -> Vec<String> {
    for finding in &loaded.findings {
        assert!(finding.problem.what().ends_with(['.', '?']), "{finding}");
        assert!(finding.problem.mend().ends_with(['.', '?']), "{finding}");
    }
    loaded.findings.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn check_bytes(bytes: &[u8], expected: &str) {
    assert_eq!(messages(&load("q2.json", bytes)), [expected]);
}

/// A file with one measure, whose keys these are.
fn measure(keys: &str) -> String {
    format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "Halton", "directorate": "People", "period": "2019/20 Q2", "measures": [
{{"ref": "P1", "title": "Referrals", {keys}}}
]}}"#
    )
}

/// The keys without the mark, and the column at which it stood.
fn marked(keys: &str) -> (String, usize) {
    let text = measure(keys);
    let line = text.lines().nth(1).expect("the row is on line 2");
    let column = line.chars().position(|c| c == '▸').expect("a mark") + 1;
    (keys.replace('▸', ""), column)
}

/// The only message about a measure with these keys: at the mark, and from its path on.
#[track_caller]
fn check_measure(keys: &str, expected: &str) {
    let (keys, column) = marked(keys);
    let found = messages(&load("q2.json", measure(&keys).as_bytes()));
    assert_eq!(found, [format!("q2.json, line 2, column {column}, {expected}")]);
}

/// The only message about a file with these keys on line 2.
#[track_caller]
fn check_top(keys: &str, expected: &str) {
    let text = format!("{{\n{keys}}}");
    check_bytes(text.as_bytes(), expected);
}

const TABLE: &str = "q2.json: This is a table, such as a spreadsheet saves (CSV), not a JSON quarter file. Choose the quarter's .json file. The page “Help” has one to start from.";
const NO_TEXT: &str = "q2.json: This is something other than text, not a JSON quarter file. Choose the quarter's .json file.";

#[test_case(b"\x89PNG\r\n\x1a\n", "q2.json: This is a PNG picture, not a JSON quarter file. Choose the quarter's .json file."; "png")]
#[test_case(b"\xFF\xD8\xFF\xE0\0\x10JFIF", "q2.json: This is a JPEG picture, not a JSON quarter file. Choose the quarter's .json file."; "jpeg")]
#[test_case(b"%PDF-1.7\n", "q2.json: This is a PDF document, not a JSON quarter file. Choose the quarter's .json file."; "pdf")]
#[test_case(b"PK\x03\x04\x14\0\x06\0", "q2.json: This is an Excel, Word or zip file, not a JSON quarter file. Choose the quarter's .json file."; "xlsx")]
#[test_case(b"\xD0\xCF\x11\xE0\xA1\xB1", "q2.json: This is an older Excel or Word file, not a JSON quarter file. Choose the quarter's .json file."; "xls")]
#[test_case(b"<!DOCTYPE html><html>", "q2.json: This is a web page or XML file, not a JSON quarter file. Choose the quarter's .json file."; "html")]
#[test_case(b"\xEF\xBB\xBF<?xml version=\"1.0\"?>", "q2.json: This is a web page or XML file, not a JSON quarter file. Choose the quarter's .json file."; "xml behind a byte order mark")]
#[test_case(b"\n  <html>", "q2.json: This is a web page or XML file, not a JSON quarter file. Choose the quarter's .json file."; "html behind white space")]
#[test_case(b"", "q2.json: The file is empty. Choose a file that was saved with data in it."; "empty")]
#[test_case(b" \r\n\t ", "q2.json: The file is empty. Choose a file that was saved with data in it."; "white space only")]
#[test_case(b"\xEF\xBB\xBF\n", "q2.json: The file is empty. Choose a file that was saved with data in it."; "a byte order mark only")]
#[test_case(b"\xFF\xFE{\0\"\0", "q2.json: The file is written in UTF-16, but JSON is written in UTF-8. Open it in a text editor and save it again with the encoding UTF-8."; "utf 16 little endian")]
#[test_case(b"\xFE\xFF\0{\0\"", "q2.json: The file is written in UTF-16, but JSON is written in UTF-8. Open it in a text editor and save it again with the encoding UTF-8."; "utf 16 big endian")]
#[test_case(b"{\0\"\0f\0", "q2.json: The file is written in UTF-16, but JSON is written in UTF-8. Open it in a text editor and save it again with the encoding UTF-8."; "utf 16 little endian without a mark")]
#[test_case(b"\0{\0\"\0f", "q2.json: The file is written in UTF-16, but JSON is written in UTF-8. Open it in a text editor and save it again with the encoding UTF-8."; "utf 16 big endian without a mark")]
#[test_case(b"Ref,Measure,Target\nP1,Referrals,84\n", TABLE; "csv")]
#[test_case(b"1,2,3\n", TABLE; "csv of numbers")]
#[test_case(b"\"Ref\";\"Measure\"\r\n", TABLE; "csv with semicolons")]
#[test_case(b"Ref\tMeasure\n", TABLE; "cells as they are copied")]
#[test_case(b"\xEF\xBB\xBFRef,Measure\n", TABLE; "csv behind a byte order mark")]
#[test_case(b"Caf\xE9,Measure\n", TABLE; "csv in an older encoding")]
#[test_case(b"\xE0a\xCD\xBD\x04|o\xB4", NO_TEXT; "bytes at random")]
#[test_case(b"\0\0\0\0", NO_TEXT; "nothing but zeros")]
fn files_of_other_kinds(bytes: &[u8], expected: &str) {
    check_bytes(bytes, expected);
}

#[test_case("Children in care: 374", "q2.json, line 1, column 1: This is not JSON: expected a value here. Look at this place and just before it for a missing comma, quotation mark or bracket."; "plain text")]
#[test_case("{\"format\": \"quarterlight\",\n \"version\" 1}", "q2.json, line 2, column 12: This is not JSON: expected a colon here. Look at this place and just before it for a missing comma, quotation mark or bracket."; "a missing colon")]
#[test_case("{\"format\": \"quarterlight\",\n \"version\": 1,}", "q2.json, line 2, column 15: This is not JSON: expected another value after the comma, or no comma here. Look at this place and just before it for a missing comma, quotation mark or bracket."; "a trailing comma")]
#[test_case("{\"format\": \"quarterlight\"", "q2.json, line 1, column 26: The file breaks off here before its last bracket is closed. Copy or export the whole file again."; "truncated")]
#[test_case("{\"format\": \"quarterl", "q2.json, line 1, column 21: The file breaks off here before its last bracket is closed. Copy or export the whole file again."; "truncated in a text")]
#[test_case("[1, 2]", "q2.json, line 1, column 1: This is JSON, but not a quarter file: it does not start with \"format\": \"quarterlight\". Put \"format\": \"quarterlight\" and \"version\": 1 at its start, or choose another file."; "json of another kind")]
#[test_case("{\"type\": \"FeatureCollection\"}", "q2.json, line 1, column 1: This is JSON, but not a quarter file: it does not start with \"format\": \"quarterlight\". Put \"format\": \"quarterlight\" and \"version\": 1 at its start, or choose another file."; "an object of another kind")]
fn texts_that_are_not_quarter_files(text: &str, expected: &str) {
    check_bytes(text.as_bytes(), expected);
}

#[test_case("“title”: \"A\"", "Write straight quotation marks, \""; "curly marks around a key")]
#[test_case("\"title\": ‘A’", "Write straight quotation marks, \""; "curly marks around a text")]
#[test_case("'title': \"A\"", "Write double quotation marks, \""; "single marks around a key")]
#[test_case("\"title\": 'A'", "Write double quotation marks, \""; "single marks around a text")]
#[test_case("// a note\n\"title\": \"A\"", "Remove the comment"; "a comment")]
#[test_case("\"title\": \"A\" # a note\n", "Remove the comment"; "a comment behind a value")]
#[test_case("\"title\": \"A\",, \"ref\": 1", "Remove one of the two commas."; "two commas in an object")]
#[test_case("\"notes\": [\"A\", , \"B\"]", "Remove one of the two commas."; "two commas in a list")]
#[test_case("\"figures\": {\"current\": 4,500}", "Write numbers without commas: 4500, not 4,500."; "a comma in a number")]
#[test_case("\"title\": 2019/20", "missing comma, quotation mark or bracket"; "a year without its marks")]
#[test_case("\"title\": \"A\", 5", "missing comma, quotation mark or bracket"; "a number for a key")]
#[test_case("\"title\": \"a\0b\"", "This text holds a control character (U+0000), which nobody sees and JSON does not allow. Delete it"; "a zero")]
#[test_case("\"title\": \"a\u{1}b\"", "This text holds a control character (U+0001)"; "a control character")]
#[test_case("\"title\": \"a\tb\"", "This text holds a tab, which JSON does not allow. Delete it, or write a space in its place."; "a tab")]
#[test_case("\"title\": \"a\nb\"", "closing quotation mark on the same line"; "a line break")]
fn a_slip_that_shows_is_named(row: &str, words: &str) {
    for text in [measure(row), format!("{{\"format\": \"quarterlight\", \"version\": 1, {row}}}")] {
        let said = messages(&load("q2.json", text.as_bytes())).join("\n");
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_comment_in_front_is_named() {
    check_bytes(
        b"// by hand\n{}",
        "q2.json, line 1, column 1: This is not JSON: expected a value here. Remove the comment: JSON has none. A report's “notes” can hold it.",
    );
}

#[test]
fn a_windows_1252_byte_has_its_place() {
    check_bytes(
        b"\xA35",
        "q2.json, line 1, column 1: The byte A3 here is not UTF-8. The file was probably saved in an older Windows encoding. Open it in a text editor and save it again with the encoding UTF-8.",
    );
    let mut bytes = b"{\"format\": \"quarterlight\",\n \"title\": \"\xC2\xA35 and ".to_vec();
    bytes.push(0xA3);
    bytes.extend(b"6\"}");
    let expected = "q2.json, line 2, column 19: The byte A3 here is not UTF-8. The file was probably saved in an older Windows encoding. Open it in a text editor and save it again with the encoding UTF-8.";
    check_bytes(&bytes, expected);
    let marked = [b"\xEF\xBB\xBF".as_slice(), &bytes].concat();
    assert_eq!(messages(&load("q2.json", &marked)).last().map(String::as_str), Some(expected));
}

#[test]
fn a_byte_order_mark_is_noted_and_read() {
    let text = format!("\u{FEFF}{}", measure(r#""unit": "%""#));
    let loaded = load("q2.json", text.as_bytes());
    assert_eq!(
        messages(&loaded),
        [
            "q2.json: The file starts with a byte order mark, which JSON does not have. It was read all the same. Nothing needs mending."
        ]
    );
    assert_eq!(loaded.findings[0].severity(), Severity::Note);
    assert_eq!(loaded.report.expect("it was read").measures.len(), 1);
}

#[test]
fn a_file_that_is_too_large_is_not_looked_into() {
    let too_many = usize::try_from(MAX_BYTES).expect("fits") + 1;
    check_bytes(
        &vec![0; too_many],
        "q2.json: The file is 101 MB. A quarter file is rarely over 1 MB, and nothing over 100 MB is read. Check that this is the right file, or split it by year.",
    );
}

#[test_case("2", "q2.json, line 2, column 38, version: The file is in version 2 of the format. This Quarterlight reads version 1. Open it with a newer Quarterlight, or ask its sender for a file in version 1."; "newer")]
#[test_case("0", "q2.json, line 2, column 38, version: The file is in version 0 of the format. This Quarterlight reads version 1. Open it with a newer Quarterlight, or ask its sender for a file in version 1."; "older")]
#[test_case("1.1", "q2.json, line 2, column 38, version: The file is in version 1.1 of the format. This Quarterlight reads version 1. Open it with a newer Quarterlight, or ask its sender for a file in version 1."; "in between")]
fn other_versions_are_refused_whole(version: &str, expected: &str) {
    // What version 2 may hold is not listed: only the version matters.
    check_top(
        &format!(r#""format": "quarterlight", "version": {version}, "rows": [], "period": 7"#),
        expected,
    );
}

#[test_case("\"1\"", "Expected a number, found the text “1”. Write it as a number: 1."; "in quotes")]
#[test_case("null", "Expected a number, found a blank. Write it: this key cannot be left out."; "null")]
#[test_case("[1]", "Expected a number, found a list. Write a number here."; "a list")]
fn a_version_that_is_no_version(version: &str, expected: &str) {
    let text = measure("\"unit\": \"%\"").replacen(
        "\"version\": 1",
        &format!("\"version\": {version}"),
        1,
    );
    check_bytes(text.as_bytes(), &format!("q2.json, line 1, column 39, version: {expected}"));
}

#[test_case(r#""unit": ▸"precent""#, "measures[0].unit (P1): “precent” is not a unit of this format. Did you mean “percent”?"; "unknown unit, misspelt")]
#[test_case(r#""unit": ▸"children""#, "measures[0].unit (P1): “children” is not a unit of this format. Did you mean “number of children”?"; "unknown unit, a noun")]
#[test_case(r#""unit": ▸"€""#, "measures[0].unit (P1): “€” is not a unit of this format. Use one of %, percentage points, £, £000, number, number of …, per 10,000 …, average …, score, hours, days, weeks, months, years, tonnes …; for a count, write what is counted: \"number of children\"."; "unknown unit, like none")]
#[test_case(r#""polarity": ▸"highr""#, "measures[0].polarity (P1): “highr” is not a polarity. Expected “higher”, “lower”, “plan” or “none”. Did you mean “higher”?"; "unknown word, misspelt")]
#[test_case(r#""polarity": ▸"down""#, "measures[0].polarity (P1): “down” is not a polarity. Expected “higher”, “lower”, “plan” or “none”. Use one of these words."; "unknown word, like none")]
#[test_case(r#""decimals": ▸7"#, "measures[0].decimals (P1): Expected a number of decimal places from 0 to 6, found 7. Write a number of decimal places from 0 to 6."; "out of range")]
#[test_case(r#""owner": ▸7"#, "measures[0].owner (P1): Expected text, found a number. Write text in quotation marks here."; "wrong type")]
#[test_case(r#""polarity": ▸7"#, "measures[0].polarity (P1): “7” is not a polarity. Expected “higher”, “lower”, “plan” or “none”. Use one of these words."; "wrong type for a word")]
#[test_case(r#""polarity": ▸["higher"]"#, "measures[0].polarity (P1): “[\"higher\"]” is not a polarity. Expected “higher”, “lower”, “plan” or “none”. Did you mean “higher”?"; "a list for a word")]
#[test_case(r#""unit": ▸{"of": 5}"#, "measures[0].unit (P1): “{\"of\": 5}” is not a unit of this format. Use one of %, percentage points, £, £000, number, number of …, per 10,000 …, average …, score, hours, days, weeks, months, years, tonnes …; for a count, write what is counted: \"number of children\"."; "an object for a unit")]
#[test_case(r#""figures": {"current": {"value": 3, "covers": ▸2018}}"#, "measures[0].figures.current.covers (P1): Expected a span of time, found a number. Write a span of time in quotation marks here."; "a year that is no text")]
#[test_case(r#""figures": ▸"84""#, "measures[0].figures (P1): Expected figures, found text. Write an object in braces, { … }, with keys such as “last_year” and “target”."; "text for an object")]
#[test_case(r#""owner": ▸null"#, "measures[0].owner (P1): Expected text, found a blank. Write it, or leave the key out. For a figure that is not there, write the reason, such as \"not yet available\"."; "null")]
#[test_case(r#""title": ▸"Again""#, "measures[0].title (P1): “title” stands here for the second time. Keep one of the two."; "duplicate key")]
#[test_case(r#""figures": {"current": ▸"84"}"#, "measures[0].figures.current (P1): Expected a number, found the text “84”. Write it as a number: 84."; "number in quotes")]
#[test_case(r#""figures": {"current": ▸"£1,234.50"}"#, "measures[0].figures.current (P1): Expected a number, found the text “£1,234.50”. Write it as a number: 1234.50."; "money in quotes")]
#[test_case(r#""figures": {"current": ▸"84%"}"#, "measures[0].figures.current (P1): Expected a number, found the text “84%”. Write it as a number: 84."; "percentage in quotes")]
#[test_case(r#""figures": {"change_on_last_year": ▸"-3"}"#, "measures[0].figures.change_on_last_year (P1): Expected a number, found the text “-3”. Write it as a number: -3."; "number in quotes where only a number will do")]
#[test_case(r#""figures": {"change_on_last_year": ▸"few"}"#, "measures[0].figures.change_on_last_year (P1): Expected a number, found text. Write a number here."; "text where only a number will do")]
#[test_case(r#""figures": {"current": ▸null}"#, "measures[0].figures.current (P1): Expected a value, found a blank. Write it, or leave the key out. For a figure that is not there, write the reason, such as \"not yet available\"."; "a figure of null")]
#[test_case(r#""figures": {"current": ▸""}"#, "measures[0].figures.current (P1): Expected a number, or a reason that there is none, found a blank. Write it, or leave the key out. For a figure that is not there, write the reason, such as \"not yet available\"."; "a figure of nothing")]
#[test_case(r#""figures": {"current": ▸true}"#, "measures[0].figures.current (P1): Expected a number, or a reason that there is none, found true or false. Write a number, or a reason that there is none here."; "a figure of true")]
#[test_case(r#""figures": {"current": ▸"not avaliable yet"}"#, "measures[0].figures.current (P1): Expected a number, or a reason that there is none, found “not avaliable yet”. Did you mean “not yet available”?"; "a reason, misspelt")]
#[test_case(r#""figures": {"current": ▸"Fewer than planned"}"#, "measures[0].figures.current (P1): Expected a number, or a reason that there is none, found “Fewer than planned”. Write a number without quotation marks, a reason such as \"not provided\", or {\"text\": …} for words in place of a figure."; "words in place of a figure")]
#[test_case(r#""figures": {"current": ▸1e400}"#, "measures[0].figures.current (P1): 1e400 is too large: at most 28 digits can be held exactly. Write the number as it should be printed."; "1e400")]
#[test_case(r#""figures": {"current": ▸1e-40}"#, "measures[0].figures.current (P1): 1e-40 has too many decimal places: at most 28 can be held exactly. Write the number as it should be printed."; "too precise")]
#[test_case(r#""figures": {"current": ▸NaN}"#, "measures[0].figures.current (P1): NaN is not a number that can be reported. Write the figure, or the reason that there is none, such as \"not applicable\"."; "nan")]
#[test_case(r#""figures": {"current": ▸Infinity}"#, "measures[0].figures.current (P1): Infinity is not a number that can be reported. Write the figure, or the reason that there is none, such as \"not applicable\"."; "infinity")]
#[test_case(r#""figures": {"current": ▸-Infinity}"#, "measures[0].figures.current (P1): -Infinity is not a number that can be reported. Write the figure, or the reason that there is none, such as \"not applicable\"."; "less than infinity")]
#[test_case(r#""figures": {"current": {"value": ▸NaN}}"#, "measures[0].figures.current.value (P1): NaN is not a number that can be reported. Write the figure, or the reason that there is none, such as \"not applicable\"."; "nan in a value")]
#[test_case(r#""figures": {"current": ▸"NaN"}"#, "measures[0].figures.current (P1): “NaN” is not a number that can be reported. Write the figure, or the reason that there is none, such as \"not applicable\"."; "nan in quotes")]
#[test_case(r#""figures": {"current": ▸"-Infinity"}"#, "measures[0].figures.current (P1): “-Infinity” is not a number that can be reported. Write the figure, or the reason that there is none, such as \"not applicable\"."; "infinity in quotes")]
#[test_case(r#""figures": {"current": ▸{}}"#, "measures[0].figures.current (P1): The value has neither a figure nor a reason that there is none. Add \"value\", or \"absent\" with the reason."; "a value of nothing")]
#[test_case(r#""figures": {"current": ▸{"value": 3, "absent": "withheld"}}"#, "measures[0].figures.current (P1): The value is called absent, but a figure stands beside it. Keep the figure or the reason, not both."; "a figure and a reason")]
#[test_case(r#""figures": {"current": ▸{"numerator": 3}}"#, "measures[0].figures.current (P1): A fraction has a numerator or a denominator, but not both. Give both, or neither."; "half a fraction")]
#[test_case(r#""figures": {"current": ▸{"numerator": 3, "denominator": 0}}"#, "measures[0].figures.current (P1): The fraction has a denominator of 0. Correct it, or give the reason that there is no figure, such as \"none counted\"."; "of nothing")]
#[test_case(r#""figures": {"current": ▸{"from": 3}}"#, "measures[0].figures.current (P1): A range has a lower or an upper end, but not both. Give both \"from\" and \"to\", or a \"value\" that is \"approximately\": \"over\" or \"under\"."; "half a range")]
#[test_case(r#""figures": {"current": ▸{"from": 5, "to": 5}}"#, "measures[0].figures.current (P1): The upper end of the range is not above the lower. Write the lower end in \"from\" and the upper in \"to\"."; "a range of nothing")]
#[test_case(r#""figures": {"current": ▸{"value": 4, "from": 3, "to": 5}}"#, "measures[0].figures.current (P1): The value is a range, but a figure stands beside it. Keep the range or the figure, not both."; "a range and a figure")]
#[test_case(r#""figures": {"current": ▸{"from": 3, "to": 5, "absent": "withheld"}}"#, "measures[0].figures.current (P1): The value is called absent, but a figure stands beside it. Keep the figure or the reason, not both."; "a range and a reason")]
#[test_case(r#""figures": {"target": ▸{}}"#, "measures[0].figures.target (P1): The target has neither a number nor a reason that there is none. Add \"value\", or \"absent\" with the reason."; "a target of nothing")]
#[test_case(r#""figures": {"current": {"value": 3, "covers": ▸"August 2019"}}"#, "measures[0].figures.current.covers (P1): “August 2019” is not a span of time. Write a quarter \"2019/20 Q2\", a year \"2018/19\", \"2018/19 academic\" or \"2018\", a month \"2019-08\", a day \"2019-10-16\", or two of them with \" to \" between."; "a span in words")]
#[test_case(r#""rule": ▸{"tolerance": {"points": 1, "amount": 2}}"#, "measures[0].rule (P1): The tolerance gives more than one number. Give one of \"percent_of_target\", \"points\" and \"amount\"."; "two tolerances")]
#[test_case(r#""rule": ▸{"tolerance": {"points": -1}}"#, "measures[0].rule (P1): The tolerance is negative. Give the size of the miss that is still amber, such as 10."; "a negative tolerance")]
#[test_case(r#""definition": ▸{"text": "All of them"}"#, "measures[0].definition (P1): A definition needs “version”, and this one has none. Add “version”."; "missing field")]
fn a_measure_that_cannot_be_read(keys: &str, expected: &str) {
    check_measure(keys, expected);
    let (keys, _) = marked(keys);
    let report = load("q2.json", measure(&keys).as_bytes()).report.expect("the rest is read");
    assert_eq!((report.measures.len(), report.unread), (0, 1));
}

const BLANK: &str =
    "The text is blank, which is read as if it were not there. Write it, or leave the key out.";

#[test_case(r#""owner": ▸"  ""#, "owner"; "an owner")]
#[test_case(r#""commentary": ▸"""#, "commentary"; "a commentary")]
#[test_case(r#""commentary": ["One.", ▸" "]"#, "commentary[1]"; "a second commentary")]
#[test_case(r#""figures": {"current": {"value": 3, "note": ▸" "}}"#, "figures.current.note"; "a note on a figure")]
fn a_blank_text_that_can_be_left_out_is(keys: &str, place: &str) {
    check_measure(keys, &format!("measures[0].{place} (P1): {BLANK}"));
    let (keys, _) = marked(keys);
    let loaded = load("q2.json", measure(&keys).as_bytes());
    assert_eq!(loaded.findings[0].severity(), Severity::Warning);
    let report = loaded.report.expect("it is read");
    assert_eq!((report.measures.len(), report.unread), (1, 0));
    let said = &report.measures[0].said;
    assert!(said.owner.is_none() && said.commentary.iter().all(|one| one.text == "One."));
}

const NEITHER: &str = "The value has neither a figure nor a reason that there is none. Add \"value\", or \"absent\" with the reason.";

#[test_case(r#""figures": {"related": [{"label": "A", "value": ▸{}}]}"#, "related[0].value"; "related")]
#[test_case(r#""figures": {"benchmarks": [{"with": "A"}, {"with": "B", "value": ▸{}}]}"#, "benchmarks[1].value"; "a benchmark")]
#[test_case(r#""figures": {"series": [{"label": "A", "points": [{"label": "B", "value": ▸{}}]}]}"#, "series[0].points[0].value"; "a point")]
fn a_figure_beside_a_measures_own_is_listed_and_the_measure_is_read(keys: &str, place: &str) {
    check_measure(keys, &format!("measures[0].figures.{place} (P1): {NEITHER}"));
    let (keys, _) = marked(keys);
    let report = load("q2.json", measure(&keys).as_bytes()).report.expect("it is read");
    assert_eq!((report.measures.len(), report.unread), (1, 0));
}

#[test_case(r#""milestones": [{"title": "A", "related": [{"label": "B", "value": {}}]}]"#, "milestones[0].related[0].value"; "of a milestone")]
#[test_case(r#""narrative": [{"title": "A", "facts": [{"label": "B", "value": {}}]}]"#, "narrative[0].facts[0].value"; "of a fact")]
#[test_case(r#""narrative": [{"title": "A", "facts": [{"label": "B", "benchmarks": [{"with": "C", "value": {}}]}]}]"#, "narrative[0].facts[0].benchmarks[0].value"; "of others beside a fact")]
fn a_figure_beside_a_row_is_listed(list: &str, place: &str) {
    let text = file("2019/20 Q2", "measures", &[]);
    let text = format!("{}, {list}}}", text.strip_suffix('}').expect("a file ends with a brace"));
    let found = messages(&load("q2.json", text.as_bytes()));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains(&format!(", {place}")) && found[0].ends_with(NEITHER), "{found:#?}");
}

#[test_case(r#""polarty": ▸"higher""#, "measures[0].polarty (P1): A measure has no “polarty” in this format. It is kept with the file, but not used. Did you mean “polarity”?"; "misspelt")]
#[test_case(r#""__proto__": ▸{"polluted": true}"#, "measures[0].__proto__ (P1): A measure has no “__proto__” in this format. It is kept with the file, but not used. Remove it, or see the format's description for where it belongs."; "a prototype's name")]
#[test_case(r#""constructor": ▸[NaN, -Infinity]"#, "measures[0].constructor (P1): A measure has no “constructor” in this format. It is kept with the file, but not used. Remove it, or see the format's description for where it belongs."; "with what is not JSON")]
fn an_unknown_key_is_reported_kept_and_written_back(keys: &str, expected: &str) {
    check_measure(keys, expected);
    let (keys, _) = marked(keys);
    let loaded = load("q2.json", measure(&keys).as_bytes());
    assert_eq!(loaded.findings[0].severity(), Severity::Warning);
    let report = loaded.report.expect("it is read");
    let kept = &report.document.measures.rows[0].1.unknown.0;
    assert_eq!(kept.len(), 1);
    let written = serde_json::to_string(&*report.document).expect("a report can be written");
    let again = load("q2.json", written.as_bytes());
    let again = again.report.expect("what was written is read");
    assert_eq!(&again.document.measures.rows[0].1.unknown.0, kept);
}

#[test]
fn an_unknown_key_of_several_figures_is_told_so() {
    check_measure(
        r#""figures": {"traget": ▸4}"#,
        "measures[0].figures.traget (P1): Figures have no “traget” in this format. It is kept with the file, but not used. Did you mean “target”?",
    );
}

#[test_case("2019-02-29", "The date “2019-02-29” does not exist: February 2019 has 28 days."; "day")]
#[test_case("2019-13-01", "The date “2019-13-01” does not exist: there is no month 13."; "month")]
#[test_case("30/09/2019", "“30/09/2019” is not a date."; "form")]
fn dates_that_do_not_exist(date: &str, expected: &str) {
    let row = Row::titled("Plan agreed").word("due", date);
    let found = messages(&load("q2.json", file("2019/20 Q2", "milestones", &[row]).as_bytes()));
    assert_eq!(
        found,
        [format!(
            "q2.json, line 2, column 109, milestones[0].due (Plan agreed): {expected} Write year, month and day, such as 2020-03-31; a milestone can also be due in a month, 2020-03, or a year, 2020."
        )]
    );
}

#[test_case("2019 Q2", "q2.json, line 1, column 103, period: “2019 Q2” is not a period that a report can have. Write a quarter of the financial year, \"2019/20 Q2\", or for a plan its years, \"2021/22\" or \"2013/14 to 2015/16\"."; "a calendar year")]
#[test_case("2019/21 Q2", "q2.json, line 1, column 103, period: “2019/21 Q2” is not a period that a report can have. Write a quarter of the financial year, \"2019/20 Q2\", or for a plan its years, \"2021/22\" or \"2013/14 to 2015/16\"."; "two years")]
fn periods_that_are_not(period: &str, expected: &str) {
    let text = measure("\"unit\": \"%\"").replacen("2019/20 Q2", period, 1);
    check_bytes(text.as_bytes(), expected);
}

#[test]
fn a_missing_key_of_the_report_is_named() {
    check_top(
        r#""format": "quarterlight", "version": 1, "organisation": "Halton", "directorate": "People""#,
        "q2.json, line 1, column 1: A report needs “period”, and this one has none. Add “period”.",
    );
}

#[test]
fn all_missing_keys_of_an_object_are_named_at_once() {
    let text = r#"{"format": "quarterlight", "version": 1, "period": ""}"#;
    let found = messages(&load("q2.json", text.as_bytes()));
    let expected = [
        "1: A report needs “organisation”, and this one has none. Add “organisation”.",
        "1: A report needs “directorate”, and this one has none. Add “directorate”.",
        "52, period: Expected a period, found a blank. Write it: this key cannot be left out.",
    ];
    assert_eq!(found, expected.map(|one| format!("q2.json, line 1, column {one}")));
}

const NEEDED: &str = "Write it: this key cannot be left out.";
const NEEDED_FIGURE: &str = "Write it, or the reason that it is not there, such as \"not yet available\": this key cannot be left out.";

#[test_case(r#""judgement": {"progress": null, "reason": "A", "by": "B", "date": "2019-10-01"}"#, NEEDED; "a word")]
#[test_case(r#""judgement": {"progress": "on course", "reason": " ", "by": "B", "date": "2019-10-01"}"#, NEEDED; "a text")]
#[test_case(r#""figures": {"related": [{"label": "A", "value": null}]}"#, NEEDED_FIGURE; "a figure")]
#[test_case(r#""figures": {"related": [{"label": "A", "value": ""}]}"#, NEEDED_FIGURE; "a figure of nothing")]
#[test_case(r#""figures": {"related": [{"label": "A", "value": {"value": 3, "note": ""}}]}"#, "Write it, or leave the key out."; "what can be left out of what is needed")]
fn a_blank_says_whether_its_key_can_be_left_out(keys: &str, mend: &str) {
    let found = messages(&load("q2.json", measure(keys).as_bytes()));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains(mend), "{found:?}");
}

#[test_case(r#"{"id": "care", "title": ""}"#; "whose title is blank")]
#[test_case(r#"{"id": "health", "objectives": [{"id" : "care", "title": "Care"}]}"#; "within one that is left out")]
fn a_row_under_an_objective_that_was_not_read_is_not_told_that_it_is_not_there(objective: &str) {
    let text = measure(r#""objective": "care""#).replacen(
        "\"measures\"",
        &format!(
            "\"objectives\": [{objective}, {{\"id\": \"car\", \"title\": \"Cars\"}}], \"measures\""
        ),
        1,
    );
    let loaded = load("q2.json", text.as_bytes());
    let found = messages(&loaded);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains(", objectives[0]"), "{found:?}");
    assert_eq!(loaded.report.expect("it is read").groups[1].measures, [0]);
}

#[test]
fn a_row_without_a_title_is_left_out_and_the_others_are_read() {
    let text = file(
        "2019/20 Q2",
        "measures",
        &[Row::titled("First"), Row::titled("Second"), Row::titled("Third")],
    )
    .replacen("\"title\": \"Second\"", "\"ref\": \"P2\"", 1);
    let loaded = load("q2.json", text.as_bytes());
    assert_eq!(
        messages(&loaded),
        [
            "q2.json, line 3, column 1, measures[1] (P2): A measure needs “title”, and this one has none. Add “title”."
        ]
    );
    let report = loaded.report.expect("the rest is read");
    let titles: Vec<&str> = report.measures.iter().map(|m| m.said.title.as_str()).collect();
    assert_eq!((titles.as_slice(), report.unread), (["First", "Third"].as_slice(), 1));
}

#[test_case("measures", "measure"; "measures")]
#[test_case("milestones", "milestone"; "milestones")]
fn an_id_used_twice_is_refused_the_second_time(list: &str, called: &str) {
    let row = |title| Row::titled(title).word("id", "neet");
    let loaded =
        load("q2.json", file("2019/20 Q2", list, &[row("First"), row("Second")]).as_bytes());
    let expected = format!(
        "q2.json, line 3, column 27, {list}[1].id (Second): The {called} id “neet” is used twice: first at {list}[0]. Give each its own id; the printed reference (“ref”) may stay the same."
    );
    assert_eq!(messages(&loaded), [expected]);
    assert_eq!(loaded.report.expect("the rest is read").unread, 1);
}

#[test]
fn an_objectives_id_used_twice_is_refused_the_second_time() {
    let text = measure(r#""objective": "a""#).replacen(
        "\"measures\"",
        "\"objectives\": [{\"id\": \"a\", \"title\": \"A\", \"objectives\": [\n{\"id\": \"b\", \"title\": \"B\"}, {\"id\": \"a\", \"title\": \"C\"}]}], \"measures\"",
        1,
    );
    let loaded = load("q2.json", text.as_bytes());
    assert_eq!(
        messages(&loaded),
        [
            "q2.json, line 2, column 35, objectives[0].objectives[1].id (A): The objective id “a” is used twice: first at objectives[0]. Give each its own id; the printed reference (“ref”) may stay the same."
        ]
    );
    let report = loaded.report.expect("the rest is read");
    let titles: Vec<&str> = report.groups.iter().map(|group| group.title.as_str()).collect();
    assert_eq!((titles.as_slice(), report.unread), (["A", "B"].as_slice(), 1));
}

#[test]
fn a_row_under_an_objective_that_is_not_there_is_read() {
    let text = measure(r#""objective": "car""#).replacen(
        "\"measures\"",
        "\"objectives\": [{\"id\": \"care\", \"title\": \"Care\"}], \"measures\"",
        1,
    );
    let loaded = load("q2.json", text.as_bytes());
    assert_eq!(
        messages(&loaded),
        [
            "q2.json, line 2, column 50, measures[0].objective (P1): There is no objective with the id “car” in this file. Did you mean “care”?"
        ]
    );
    assert_eq!(loaded.report.expect("it is read").groups[1].measures, [0]);
}

#[test]
fn every_problem_of_a_row_is_listed() {
    let keys = r#""unit": "precent", "polarity": "up", "figures": {"current": {}, "target": {}, "last_year": "84"}"#;
    assert_eq!(messages(&load("q2.json", measure(keys).as_bytes())).len(), 3, "as written");
    let keys = r#""rule": {"tolerance": {}}, "figures": {"current": {}, "target": {}, "earlier": {"covers": "2018", "value": {}}}"#;
    assert_eq!(messages(&load("q2.json", measure(keys).as_bytes())).len(), 4, "as it is meant");
}

#[test_case(r#"{"title": "B", "objectives": ["#, "]}", "objectives"; "objectives within objectives")]
#[test_case(r#"{"title": "A", "figures": {"current": "#, "}}", "measures"; "one level of a measure repeated")]
#[test_case("[", "]", "measures"; "lists where a row belongs")]
#[test_case("[", "]", "unknown"; "lists under an unknown key")]
#[test_case("{\"a\":", "}", "unknown"; "objects under an unknown key")]
fn very_deep_nesting_is_refused_without_running_out_of_stack(open: &str, close: &str, list: &str) {
    const DEPTH: usize = 100_000;
    let (open, close) = (open.repeat(DEPTH), close.repeat(DEPTH));
    let text = measure("\"unit\": \"%\"").replacen(
        "\"measures\"",
        &format!("\"{list}\": [{open} 1 {close}], \"measures\""),
        1,
    );
    let found = messages(&load("q2.json", text.as_bytes()));
    let deep: Vec<&String> =
        found.iter().filter(|found| found.contains("nested deeper than any report")).collect();
    assert_eq!(deep.len(), 1, "{} messages", found.len());
    assert!(deep[0].len() < 1_000, "a message that can be read");
}

#[test]
fn parts_within_parts_without_end_are_refused() {
    let open = r#"{"parts": [{"label": "a", "value": "#.repeat(100_000);
    let close = "}]}".repeat(100_000);
    let keys = format!(r#""figures": {{"current": {open} 1 {close}}}"#);
    let found = messages(&load("q2.json", measure(&keys).as_bytes()));
    assert_eq!(found.len(), 1);
    assert!(found[0].contains("This is nested deeper than any report."), "{}", found[0]);
    assert!(found[0].len() < 1_000, "a message that can be read");
}

#[test]
fn parts_as_deep_as_people_write_them_are_read() {
    let keys = r#""figures": {"current": {"parts": [{"label": "KS2", "value": {"parts": [{"label": "English", "value": 80}, {"label": "Maths", "value": 75}]}}]}}"#;
    assert_eq!(report("q2.json", &measure(keys)).unread, 0);
}

#[test_case(&|long: &str| format!("\"{long}\": 1"); "a key")]
#[test_case(&|long: &str| format!("\"polarity\": \"{long}\""); "a word")]
#[test_case(&|long: &str| format!("\"unit\": \"{long}\""); "a unit")]
#[test_case(&|long: &str| format!("\"figures\": {{\"current\": \"{long}\"}}"); "a figure")]
#[test_case(&|long: &str| format!("\"objective\": \"{long}\""); "a reference")]
#[test_case(&|long: &str| format!("\"ref\": \"{long}\""); "a repeated key of a row")]
#[test_case(&|long: &str| format!("\"figures\": {{\"current\": {{\"value\": 1, \"covers\": \"{long}\"}}}}"); "a span")]
fn a_huge_text_makes_a_short_message(keys: &dyn Fn(&str) -> String) {
    let text = measure(&keys(&"long ".repeat(400_000)));
    let found = messages(&load("q2.json", text.as_bytes()));
    assert_eq!(found.len(), 1);
    assert!(found[0].len() < 1_000, "a message of {} bytes", found[0].len());
}

#[test]
fn a_number_of_a_million_digits_makes_a_short_message() {
    let keys = format!("\"figures\": {{\"current\": {}}}", "9".repeat(1_000_000));
    let found = messages(&load("q2.json", measure(&keys).as_bytes()));
    assert_eq!(found.len(), 1);
    assert!(
        found[0].contains("a number of fewer digits") && found[0].len() < 1_000,
        "{}",
        found[0]
    );
}

#[test_case(r#""title": "\ud800""#; "half a surrogate pair")]
#[test_case(r#""title": "\udc00 x""#; "the other half")]
#[test_case(r#""title": "\q""#; "an escape that is none")]
#[test_case("\"title\": \"a\nb\""; "a line break in a text")]
fn texts_that_json_does_not_have(key: &str) {
    let text = measure("\"unit\": \"%\"").replacen("\"title\": \"Referrals\"", key, 1);
    let loaded = load("q2.json", text.as_bytes());
    let found = messages(&loaded);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("q2.json, line 2, column "), "{}", found[0]);
    assert!(found[0].contains("This is not JSON: expected"), "{}", found[0]);
}

#[test]
fn an_objective_that_is_left_out_does_not_lend_its_facts_to_the_next() {
    let text = r#"{"format": "quarterlight", "version": 1, "organisation": "Halton", "directorate": "People",
        "period": "2019/20 Q2", "objectives": [
            {"id": "a", "title": "First", "department": "Education"},
            {"id": "a", "title": "Second", "department": "Housing"},
            {"id": "b", "title": "Third", "department": "Leisure"}]}"#;
    let file = FileRead { name: "q2.json".to_owned(), bytes: Ok(text.as_bytes().to_vec()) };
    let state = State::default().after(Action::Opened(vec![file]));
    let Content::Report(view) =
        page(&state.after(Action::Go(Place::Report(Part::Measures)))).content
    else {
        panic!("{:?}", state.findings)
    };
    let PartView::Measures(page) = view.part else { panic!("another part") };
    let departments: Vec<(&str, &str)> =
        page.groups.iter().map(|group| (group.title.as_str(), group.facts[0].1.as_str())).collect();
    assert_eq!(departments, [("First", "Education"), ("Third", "Leisure")]);
}

#[test]
fn prototype_names_are_only_names() {
    let row = Row::titled("__proto__").word("id", "constructor").word("ref", "toString");
    let loaded = load("q2.json", file("2019/20 Q2", "measures", &[row]).as_bytes());
    assert!(loaded.findings.is_empty());
}

#[test]
fn a_rich_bad_file_is_listed_in_its_order() {
    let text = include_str!("fixtures/many-problems.json");
    let loaded = load("many-problems.json", text.as_bytes());
    insta::assert_snapshot!(messages(&loaded).join("\n"));
    let report = loaded.report.expect("the good rows are read");
    let read: Vec<&str> = report.measures.iter().map(Measure::name).collect();
    assert_eq!(read, ["P1.1", "P1.5", "P1.9"]);
    assert_eq!(report.unread, 8);
}

#[test]
fn places_are_counted_in_characters_and_from_one() {
    let text = measure("\"owner\": \"£££\", \"unit\": \"precent\"");
    let reading = read("q2.json", text.as_bytes());
    let place = reading.findings[0].place.clone().expect("a place");
    assert_eq!((place.line, place.column), (2, 61));
    assert_eq!(place.path, "measures[0].unit");
    assert_eq!(VERSION, 1);
}

#[test]
fn a_slip_in_what_a_report_can_do_without_does_not_cost_the_report() {
    let text = br#"{"format": "quarterlight", "version": 1, "organisation": "Test Council",
        "directorate": "People", "period": "2019/20 Q2", "title": 5, "published": "2019-02-30",
        "measures": [{"title": "Good row"}]}"#;
    let loaded = quarterlight::model::load("slip.json", text);
    assert_eq!(loaded.findings.len(), 2, "{:?}", loaded.findings);
    assert_eq!(loaded.report.map(|report| report.measures.len()), Some(1));
}

#[test_case(r"a \ud800 b"; "half a character")]
#[test_case(r"C:\Users"; "a path")]
fn a_backslash_says_what_it_needs(title: &str) {
    let text = measure(r#""polarity": "higher", "basis": "snapshot", "unit": "%", "figures": {}"#)
        .replace("Referrals", title);
    let said = messages(&load("q2.json", text.as_bytes())).join(" ");
    assert!(said.contains("Write a backslash twice where one is meant."), "{said}");
}

#[test_case("\u{202e}12 of 21\u{202c}", "12 of 21"; "an override")]
#[test_case("a\u{2067}b\u{2069}", "ab"; "an isolate")]
fn signs_that_turn_what_follows_are_left_out(title: &str, shown: &str) {
    let text = measure(r#""polarity": "higher", "basis": "snapshot", "unit": "%", "figures": {}"#)
        .replace("Referrals", title);
    let loaded = load("q2.json", text.as_bytes());
    let said = messages(&loaded).join(" ");
    assert!(said.contains("signs that turn the direction of writing"), "{said}");
    let report = loaded.report.expect("the rest is right");
    assert_eq!(report.measures[0].said.title, shown);
}

#[test]
fn names_of_things_that_every_object_has_are_only_names() {
    let text = measure(
        r#""id": "__proto__", "polarity": "higher", "basis": "snapshot", "unit": "%", "figures": {}, "__proto__": {"admin": true}, "constructor": "x""#,
    );
    let loaded = load("q2.json", text.as_bytes());
    assert_eq!(messages(&loaded).len(), 2, "{:?}", messages(&loaded));
    let state = State::default()
        .after(Action::Opened(vec![FileRead {
            name: "q2.json".to_owned(),
            bytes: Ok(text.into_bytes()),
        }]))
        .after(Action::Go(Place::of("#/measure/__proto__")));
    assert!(!quarterlight::view::page_text(&page(&state)).contains("undefined"));
}
