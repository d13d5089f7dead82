//! Every check there is, one step after another.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::command::{self, cargo};
use crate::dist;
use crate::fuzz;
use crate::setup;
use crate::wasm::TARGET;
use crate::workspace::Workspace;

/// A part of the checks that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Format, lints and tests without a browser.
    Native,
    /// The built file in real browsers.
    Browser,
}

/// Runs the steps of the parts in order and stops at the first that fails.
///
/// `journey` narrows the browser tests to those whose names hold it.
pub(crate) fn run(workspace: &Workspace, parts: &[Part], journey: Option<&str>) -> Result<()> {
    let mut times = Vec::new();
    let begun = Instant::now();
    for part in parts {
        for step in steps(*part) {
            times.push((step.name, take(workspace, &step, journey)?));
        }
    }
    times.push(("everything", begun.elapsed()));
    println!();
    for (name, time) in times {
        println!("{:>7.1} s  {name}", time.as_secs_f64());
    }
    Ok(())
}

/// Where the list of known weaknesses is.
const ADVISORIES: &str = "github.com";

type Action = fn(&Workspace, Option<&str>) -> Result<()>;

struct Step {
    name: &'static str,
    action: Action,
}

fn take(workspace: &Workspace, step: &Step, journey: Option<&str>) -> Result<Duration> {
    println!("\n==> {}", step.name);
    let begun = Instant::now();
    (step.action)(workspace, journey).with_context(|| format!("`{}` failed", step.name))?;
    let time = begun.elapsed();
    println!("<== {}: {:.1} s", step.name, time.as_secs_f64());
    Ok(time)
}

fn steps(part: Part) -> Vec<Step> {
    let step = |name, action| Step { name, action };
    match part {
        Part::Native => vec![
            step("target", |workspace, _| setup::rust(workspace)),
            step("format", |workspace, _| cargo_run(workspace, &["fmt", "--all", "--check"])),
            step("lints", |workspace, _| clippy(workspace, &["--workspace", "--all-targets"])),
            step("lints without the web", |workspace, _| {
                clippy(workspace, &["--lib", "--no-default-features"])
            }),
            step("lints for the browser", |workspace, _| {
                clippy(workspace, &["--bin", "quarterlight", "--target", TARGET])
            }),
            step("what it is made of", |workspace, _| deny(workspace)),
            step("tests", |workspace, _| {
                cargo_run(workspace, &["test", "--workspace", "--exclude", "browser-tests"])
            }),
            step("inputs made at random", |workspace, _| {
                fuzz::fuzz(workspace, fuzz::USUAL_SECONDS)
            }),
        ],
        Part::Browser => vec![
            step("browsers", |workspace, _| {
                setup::rust(workspace)?;
                setup::browsers(workspace)
            }),
            step("quarterlight.html and the site", |workspace, _| dist::dist(workspace).map(drop)),
            step("journeys", journeys),
        ],
    }
}

fn cargo_run(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    command::run(in_workspace(workspace).args(arguments))
}

fn clippy(workspace: &Workspace, arguments: &[&str]) -> Result<()> {
    command::run(
        in_workspace(workspace).arg("clippy").args(arguments).args(["--", "-D", "warnings"]),
    )
}

/// Where packages come from and on which terms. Known weaknesses are listed on GitHub, which not every machine reaches.
fn deny(workspace: &Workspace) -> Result<()> {
    let deny = setup::deny(workspace)?;
    let check = |what: &[&str]| {
        let mut deny = Command::new(&deny);
        command::run(deny.current_dir(workspace.root()).args(["--workspace", "check"]).args(what))
    };
    check(&["bans", "licenses", "sources"])?;
    if !setup::reaches(ADVISORIES) {
        println!("{ADVISORIES} cannot be reached: known weaknesses were not looked for");
        return Ok(());
    }
    check(&["advisories"])
}

fn journeys(workspace: &Workspace, journey: Option<&str>) -> Result<()> {
    command::run(
        in_workspace(workspace)
            .args(["test", "--package", "browser-tests", "--"])
            .args(journey)
            .env("QUARTERLIGHT_HTML", workspace.html())
            .env("QUARTERLIGHT_TOOLS", workspace.tools().join("bin")),
    )
}

fn in_workspace(workspace: &Workspace) -> Command {
    let mut cargo = cargo();
    cargo.current_dir(workspace.root());
    cargo
}
