//! Lists everything that is wrong with quarter files, and then what looks wrong in their figures and words:
//! `cargo run --example check -- FILE…`.
//!
//! Several files join into a history, so that a figure can be held against an earlier report's. The exit code is
//! 1 if something is wrong; a doubt alone leaves it at 0.

use std::process::ExitCode;

use quarterlight::assess::{Assessment, quality};
use quarterlight::document::Severity;
use quarterlight::model::{History, load};
use quarterlight::terms::Keyword;

fn main() -> ExitCode {
    let mut worst = Severity::Note;
    let mut reports = Vec::new();
    for file in std::env::args().skip(1) {
        let bytes = match std::fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{file}: {error}");
                worst = Severity::Error;
                continue;
            }
        };
        let loaded = load(&file, &bytes);
        for finding in loaded.findings {
            worst = worst.max(finding.severity());
            println!("{finding}");
        }
        reports.extend(loaded.report);
    }
    let history = History::new(reports);
    for (index, report) in history.reports().iter().enumerate() {
        for doubt in quality(&history, index, &Assessment::of(&history, index)) {
            let name = doubt.reference.as_ref().unwrap_or(&doubt.title);
            println!(
                "{}: {name}: {}: {} {}",
                report.file,
                doubt.kind.word(),
                doubt.what(),
                doubt.remedy
            );
        }
    }
    if worst == Severity::Error { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
