//! What no input may make panic: everything that is done with a file, and everything that is done with a rule.
//!
//! `cargo xtask fuzz` lets libFuzzer look for such an input; without that engine, a target replays files.

mod file;
mod rule;

use std::io;
use std::process::ExitCode;

pub use file::file;
pub use rule::rule;

/// Parts two files, or a rule and its figures, in one input: JSON cannot hold it.
const SEPARATOR: u8 = 0x1E;

/// Does with each file that is named on the command line what the engine does with an input.
///
/// # Errors
///
/// Says why a file cannot be read.
pub fn replay(target: fn(&[u8])) -> io::Result<ExitCode> {
    let paths: Vec<_> = std::env::args_os().skip(1).collect();
    if paths.is_empty() {
        eprintln!("give the files to replay");
        return Ok(ExitCode::FAILURE);
    }
    for path in paths {
        target(&std::fs::read(path)?);
    }
    Ok(ExitCode::SUCCESS)
}

fn parts(input: &[u8]) -> impl Iterator<Item = &[u8]> {
    input.split(|byte| *byte == SEPARATOR)
}
