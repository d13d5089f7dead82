//! The build tool: `cargo xtask` lists what it can do.
//!
//! Reading order: [`wasm`] compiles the program, [`styles`], [`policy`] and [`page`] turn it into one
//! file, [`site`] into a folder for web servers, [`dist`] writes both, [`size`], [`bench`] and [`serve`] look at it, [`setup`], [`fuzz`] with its
//! [`seeds`], and [`gate`] prove it.

mod bench;
mod command;
mod dist;
mod fuzz;
mod gate;
mod page;
mod policy;
mod seeds;
mod serve;
mod setup;
mod sevens;
mod site;
mod size;
mod squeeze;
mod styles;
mod versions;
mod wasm;
mod workspace;

use std::process::ExitCode;

use gate::Part;
use workspace::Workspace;

const USAGE: &str = "\
The build tool of Quarterlight.

  cargo xtask dist                  build dist/quarterlight.html, the whole application in one file; beside it
                                    quarterly-report.js, which shows it in other pages, and dist/site/, the same
                                    for a web server: installable, and at home offline
  cargo xtask serve [--port N]      build all and serve it on this computer
  cargo xtask size                  build it and show what each part of it weighs
  cargo xtask bench [WHAT]          build it and time it in Chromium beside the same job in plain JavaScript:
                                    start, answers or a number of measures
  cargo xtask fuzz [SECONDS]        look for an input that makes it panic, so long for each of two ways in
  cargo xtask test                  every check there is, installing what it needs on Debian as root
  cargo xtask test native           only the checks that need no browser
  cargo xtask test browser [NAME]   only the journeys in real browsers, or those whose name holds NAME
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> anyhow::Result<()> {
    let workspace = Workspace::find()?;
    match words {
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        ["dist"] => dist::dist(&workspace).map(drop),
        ["serve"] => serve::serve(&workspace, None),
        ["serve", "--port", port] => serve::serve(&workspace, Some(serve::port(port)?)),
        ["size"] => size::size(&workspace),
        ["bench"] => bench::bench(&workspace, None),
        ["bench", what] => bench::bench(&workspace, Some(what)),
        ["fuzz"] => fuzz::fuzz(&workspace, fuzz::USUAL_SECONDS),
        ["fuzz", seconds] => fuzz::fuzz(&workspace, fuzz::seconds(seconds)?),
        ["test"] => gate::run(&workspace, &[Part::Native, Part::Browser], None),
        ["test", "native"] => gate::run(&workspace, &[Part::Native], None),
        ["test", "browser"] => gate::run(&workspace, &[Part::Browser], None),
        ["test", "browser", name] => gate::run(&workspace, &[Part::Browser], Some(name)),
        _ => anyhow::bail!("there is no `{}`\n\n{USAGE}", words.join(" ")),
    }
}
