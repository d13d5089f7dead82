//! Looks for an input that makes the program panic, for a time, starting from what is known to be good.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::command::{self, cargo};
use crate::seeds;
use crate::setup;
use crate::workspace::Workspace;

/// What can be given to the engine; each is a program of the package `fuzz`.
const TARGETS: [&str; 2] = ["file", "rule"];

/// How long every check gives each of them, in seconds.
pub(crate) const USUAL_SECONDS: u32 = 20;

/// What cargo-fuzz passes without a sanitizer, which the program has no unsafe code to need: the compiler counts
/// the branches that are taken and the comparisons that are made. The stable compiler does so too.
const COVERAGE: [&str; 6] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Cllvm-args=-simplifycfg-branch-fold-threshold=0",
];

/// An input over which it takes this many seconds is as bad as one that makes it panic.
const MAX_SECONDS_AN_INPUT: u32 = 20;

const MAX_BYTES_AN_INPUT: u32 = 8_192;

/// Reads a number of seconds.
pub(crate) fn seconds(text: &str) -> Result<u32> {
    text.parse().with_context(|| format!("expected a number of seconds, found `{text}`"))
}

/// Gives each target so many seconds, and fails at the first input that makes one panic.
pub(crate) fn fuzz(workspace: &Workspace, seconds: u32) -> Result<()> {
    setup::compiler()?;
    let programs = build(workspace)?;
    for target in TARGETS {
        let folder = workspace.target().join("fuzz").join(target);
        seeds::write(workspace, target, &folder)?;
        run(workspace, &programs.join(target), &folder, seconds)
            .with_context(|| format!("the target `{target}`"))?;
    }
    Ok(())
}

/// Builds the targets and says where they are.
fn build(workspace: &Workspace) -> Result<PathBuf> {
    let host = command::output(
        Command::new("rustc").current_dir(workspace.root()).args(["--print", "host-tuple"]),
    )?;
    let target = workspace.target().join("fuzz").join("build");
    command::run(
        cargo()
            .current_dir(workspace.root())
            .args(["build", "--profile", "fuzz", "--package", "fuzz", "--bins"])
            // Naming the target keeps the flags from what runs during the build.
            .args(["--features", "libfuzzer", "--target", &host, "--target-dir"])
            .arg(&target)
            .env("CARGO_ENCODED_RUSTFLAGS", COVERAGE.join("\u{1f}")),
    )?;
    Ok(target.join(host).join("fuzz"))
}

fn run(workspace: &Workspace, program: &Path, folder: &Path, seconds: u32) -> Result<()> {
    let name = program.file_name().unwrap_or_default().to_string_lossy();
    let found = folder.join("found");
    if found.is_dir() {
        fs::remove_dir_all(&found).context("cannot remove what was found before")?;
    }
    for folder in [&found, &folder.join("corpus")] {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    let log = folder.join("log");
    let output = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
    let status = Command::new(program)
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-timeout={MAX_SECONDS_AN_INPUT}"))
        .arg(format!("-max_len={MAX_BYTES_AN_INPUT}"))
        .arg(format!("-dict={}", folder.join("words").display()))
        .arg(format!("-artifact_prefix={}/", found.display()))
        .args(["-print_final_stats=1", "-report_slow_units=60"])
        .arg(folder.join("corpus"))
        .arg(folder.join("seeds"))
        .stdout(output.try_clone()?)
        .stderr(output)
        .status()
        .with_context(|| format!("cannot start {}", program.display()))?;
    let log = String::from_utf8_lossy(&fs::read(&log)?).into_owned();
    if status.success() {
        println!("{name}: {}", summary(&log).unwrap_or_else(|| "no inputs were tried".to_owned()));
        return Ok(());
    }
    let told = told(&log);
    let Some(input) = fs::read_dir(&found)?.next().transpose()? else {
        bail!("it ended with {status}:\n{told}");
    };
    let path = input.path();
    let path = path.strip_prefix(workspace.root()).unwrap_or(&path).display().to_string();
    let bytes = fs::read(input.path())?;
    bail!(
        "an input of {} bytes makes it fail:\n{told}\n\nThe input:\n{}\n\nTo replay it:\n  cargo run --package fuzz --bin {name} -- {path}",
        bytes.len(),
        bytes.escape_ascii(),
    )
}

/// "36,087 inputs in 46 s, 9,594 of 50,905 branches"
fn summary(log: &str) -> Option<String> {
    let after = |text: &'_ str, name: &str| -> Option<String> {
        let (_, rest) = text.rsplit_once(name)?;
        Some(rest.trim_start().chars().take_while(char::is_ascii_digit).collect())
    };
    let inputs = after(log, "stat::number_of_executed_units:")?;
    let a_second = after(log, "stat::average_exec_per_sec:")?;
    let reached = after(log, " cov: ")?;
    let branches = after(log, "INFO: Loaded 1 modules   (")?;
    Some(format!(
        "{inputs} inputs, {a_second} a second; they reach {reached} of {branches} branches, those of the libraries included"
    ))
}

/// What the program said of its end, without what the engine said before and after.
fn told(log: &str) -> String {
    let is_engine = |line: &&str| line.starts_with('#') || line.starts_with("INFO:");
    let lines: Vec<&str> = log.lines().filter(|line| !is_engine(line)).collect();
    let from = lines
        .iter()
        .position(|line| line.contains("panicked at") || line.starts_with("=="))
        .unwrap_or_else(|| lines.len().saturating_sub(20));
    let lines: Vec<&str> =
        lines[from..].iter().copied().take_while(|line| !line.starts_with("NOTE:")).collect();
    lines[..lines.len().min(30)].join("\n")
}

#[cfg(test)]
mod tests {
    use super::{summary, told};

    const LOG: &str = "INFO: Loaded 1 modules   (26695 inline 8-bit counters): 26695 [0x1, 0x2), \n\
        #2\tINITED cov: 12 ft: 2\n\
        #89162\tDONE   cov: 4368 ft: 14535 corp: 1356/597Kb\n\
        stat::number_of_executed_units: 89162\nstat::average_exec_per_sec:     1938\n";

    #[test]
    fn a_run_is_summed_up() {
        assert_eq!(
            summary(LOG).as_deref(),
            Some(
                "89162 inputs, 1938 a second; they reach 4368 of 26695 branches, those of the libraries included"
            )
        );
        assert_eq!(summary("#0\n"), None);
    }

    #[test]
    fn of_a_crash_the_panic_is_told() {
        let log = "INFO: Seed: 1\n#3\tNEW cov: 4\nthread 'main' panicked at src/a.rs:1:2:\nno\n\
            ==12== ERROR: libFuzzer: deadly signal\n    #0 0x1\nNOTE: libFuzzer has rudimentary signal handlers.\nMS: 1\n";
        assert_eq!(
            told(log),
            "thread 'main' panicked at src/a.rs:1:2:\nno\n==12== ERROR: libFuzzer: deadly signal\n    #0 0x1"
        );
    }
}
