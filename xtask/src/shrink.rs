//! Makes the program smaller than the compiler leaves it.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{self, on_path};
use crate::workspace::Workspace;

/// Binaryen's optimiser. What Debian calls the package is said in `setup`.
pub(crate) const PROGRAM: &str = "wasm-opt";

/// What every browser that can run the program understands; the optimiser may use nothing else.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The same program in fewer bytes or, on a computer without the optimiser, as it is.
pub(crate) fn shrink(workspace: &Workspace, module: Vec<u8>) -> Result<Vec<u8>> {
    if !on_path(PROGRAM) {
        eprintln!("xtask: without {PROGRAM}, which is in binaryen, the file is a sixth larger");
        return Ok(module);
    }
    let folder = workspace.target();
    let (before, after) = (folder.join("whole.wasm"), folder.join("shrunk.wasm"));
    fs::write(&before, module).context("cannot write the program for the optimiser")?;
    command::run(
        Command::new(PROGRAM).args(FEATURES).arg("-Oz").arg(&before).arg("-o").arg(&after),
    )?;
    let module = fs::read(&after).context("cannot read what the optimiser wrote")?;
    for file in [before, after] {
        fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
    }
    Ok(module)
}
