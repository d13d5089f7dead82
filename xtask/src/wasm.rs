//! Compiles the program to WebAssembly and writes its JavaScript glue.

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{self, cargo};
use crate::setup;
use crate::versions;
use crate::workspace::Workspace;

/// The target every build for the browser has.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

const BIN: &str = "quarterlight";

/// Where the glue works out its own address. An inline script has none, and inside `srcdoc` the attempt
/// throws; the address is only the default place of a module that is always handed over instead.
const OWN_ADDRESS: &str = "new URL(document.currentScript.src, location.href).toString()";

/// A program for the browser in its two halves.
#[derive(Debug)]
pub(crate) struct Program {
    /// The WebAssembly module.
    pub(crate) module: Vec<u8>,
    /// The script that defines `wasm_bindgen`, which starts the module.
    pub(crate) glue: String,
}

/// Builds the application.
pub(crate) fn build(workspace: &Workspace) -> Result<Program> {
    versions::check(workspace)?;
    // The first command that the README names is often the first that a new machine runs.
    setup::rust(workspace)?;
    let compiled = compile(workspace)?;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(&compiled)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .no_modules(true)?;
    let mut output =
        bindgen.generate_output().context("wasm-bindgen cannot read the compiled program")?;
    ensure!(
        !output.js().contains("require("),
        "a dependency brings JavaScript modules of its own, which one inline script cannot hold",
    );
    let glue = without_own_address(output.js())?;
    let module = output.wasm_mut().emit_wasm();
    Ok(Program { module, glue })
}

fn compile(workspace: &Workspace) -> Result<PathBuf> {
    command::run(
        cargo()
            .current_dir(workspace.root())
            .args(["build", "--release", "--package", BIN, "--bin", BIN])
            .args(["--target", TARGET])
            .env("CARGO_ENCODED_RUSTFLAGS", remapped(workspace)?),
    )?;
    Ok(workspace.target().join(TARGET).join("release").join(BIN).with_extension("wasm"))
}

/// Panic messages hold the paths of the sources: the same program built in two places has to be the same
/// file, and nobody's folder names should travel with it.
fn remapped(workspace: &Workspace) -> Result<OsString> {
    let sysroot = command::output(
        std::process::Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
            .current_dir(workspace.root())
            .args(["--print", "sysroot"]),
    )?;
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("cannot tell where Cargo keeps its sources: set CARGO_HOME")?;
    let mut flags = OsString::new();
    // The last flag that matches wins, and the workspace may be inside the others.
    for (from, to) in [
        (PathBuf::from(sysroot), "rust"),
        (cargo_home, "cargo"),
        (workspace.root().to_owned(), "."),
    ] {
        if !flags.is_empty() {
            flags.push("\u{1f}");
        }
        flags.push("--remap-path-prefix=");
        flags.push(from);
        flags.push("=");
        flags.push(to);
    }
    Ok(flags)
}

fn without_own_address(glue: &str) -> Result<String> {
    ensure!(
        glue.matches(OWN_ADDRESS).count() == 1,
        "the glue no longer holds `{OWN_ADDRESS}`: see how this release of wasm-bindgen finds its own address",
    );
    Ok(glue.replace(OWN_ADDRESS, "''"))
}

#[cfg(test)]
mod tests {
    use super::without_own_address;

    #[test]
    fn glue_that_changed_its_ways_is_an_error() {
        assert!(without_own_address("let a = 1;").is_err());
        let glue = "src = new URL(document.currentScript.src, location.href).toString();";
        assert_eq!(without_own_address(glue).ok().as_deref(), Some("src = '';"));
    }
}
