//! Lists everything that is wrong with quarter files: `cargo run --example check -- FILE…`.

use std::process::ExitCode;

use quarterlight::document::Severity;
use quarterlight::model::load;

fn main() -> ExitCode {
    let mut worst = Severity::Note;
    for file in std::env::args().skip(1) {
        let bytes = match std::fs::read(&file) {
            Ok(bytes) => bytes,
            Err(error) => {
                eprintln!("{file}: {error}");
                worst = Severity::Error;
                continue;
            }
        };
        for finding in load(&file, &bytes).findings {
            worst = worst.max(finding.severity());
            println!("{finding}");
        }
    }
    if worst == Severity::Error { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
