//! A file that is read in steps says the same as one that is read at once.

use std::fs;

use quarterlight::document::{ReadSteps, read};
use quarterlight::model::{History, HistorySteps, LoadStep, LoadSteps, load};
use test_case::test_case;

const ROWS: &str = r#"{"format": "quarterlight", "version": 1, "organisation": "Test Council", "x": 1,
    "directorate": "People", "period": "2019/20 Q2", "objectives": [{"id": "a", "title": "A"}],
    "measures": [
      {"id": "m", "title": "One", "objective": "b", "figures": {"current": "84", "target": NaN}},
      {"id": "m", "titel": "Two"}, 7,
      {"id": "m", "title": "Three \u00e9", "figures": {"current": {"value": 1, "absent": "withheld"}}}
    ],
    "milestones": [{"title": "Four", "due": "soon"}], "measures": [{"title": "Five"}]}"#;

#[track_caller]
fn reads_alike(bytes: &[u8]) {
    let whole = read("file.json", bytes);
    let loaded = load("file.json", bytes);
    for rows in [1, 3] {
        let mut steps = ReadSteps::new("file.json", bytes.to_vec());
        while steps.step(rows) {}
        let (kept, reading) = steps.finish();
        assert_eq!(kept, bytes);
        assert_eq!(reading.findings, whole.findings);
        assert_eq!(reading.report, whole.report);
        let mut steps = LoadSteps::new("file.json", bytes.to_vec());
        let (kept, in_steps) = loop {
            match steps.step(rows) {
                LoadStep::More(more) => steps = *more,
                LoadStep::Done(bytes, loaded) => break (bytes, loaded),
            }
        };
        assert_eq!(kept, bytes);
        assert_eq!(in_steps.findings, loaded.findings);
        assert_eq!(in_steps.report, loaded.report);
    }
}

#[test]
fn samples() -> std::io::Result<()> {
    for entry in fs::read_dir("assets/samples")?.chain(fs::read_dir("tests/fixtures")?) {
        reads_alike(&fs::read(entry?.path())?);
    }
    Ok(())
}

#[test]
fn a_file_cut_off_anywhere() {
    for end in (0..=ROWS.len()).filter(|end| ROWS.is_char_boundary(*end)) {
        reads_alike(&ROWS.as_bytes()[..end]);
    }
}

#[test]
fn a_file_with_a_stray_sign_anywhere() {
    for at in (0..=ROWS.len()).filter(|at| ROWS.is_char_boundary(*at)) {
        for sign in ["]", "\"", ","] {
            reads_alike([&ROWS[..at], sign, &ROWS[at..]].concat().as_bytes());
        }
    }
}

#[test_case(b"\xEF\xBB\xBF", b""; "a byte order mark")]
#[test_case(b"", b"\xFF"; "bytes that are no text")]
#[test_case(b"\xFF\xFE", b""; "another encoding")]
#[test_case(b"[", b"]"; "a list around it")]
fn a_file_with_something_around_it(before: &[u8], after: &[u8]) {
    reads_alike(&[before, ROWS.as_bytes(), after].concat());
}

#[test]
fn reports_joined_in_steps() -> std::io::Result<()> {
    let mut reports = Vec::new();
    for name in ["2018-19-q4.json", "2019-20-q2.json", "2021-22-plan.json"] {
        reports.extend(load(name, &fs::read(format!("assets/samples/{name}"))?).report);
    }
    let mut steps = HistorySteps::new(reports.clone());
    while steps.step(7) {}
    assert_eq!(steps.finish(), History::new(reports));
    Ok(())
}
