//! Has what the checks need: installs it where that is safe, and elsewhere says what to install.

use std::fs;
use std::net::{TcpStream, ToSocketAddrs};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::command::{self, cargo, on_path};
use crate::wasm::TARGET;
use crate::workspace::Workspace;

/// What Debian calls everything the browser journeys need, other than geckodriver, which it does not have. The servers
/// follow the rules that docs/embedding.md has for them.
const PACKAGES: [&str; 11] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "webkit2gtk-driver",
    "xvfb",
    "xauth",
    "dbus-x11",
    "fonts-dejavu-core",
    "poppler-utils",
    "nginx-light",
    "apache2-bin",
];

/// The programs by which those packages are known to be there.
const PROGRAMS: [(&str, &str); 8] = [
    ("chromium", "Chromium"),
    ("chromedriver", "ChromeDriver"),
    ("firefox-esr", "Firefox ESR"),
    ("WebKitWebDriver", "WebKitGTK's driver with its MiniBrowser"),
    ("Xvfb", "Xvfb"),
    ("pdftotext", "poppler's pdftotext"),
    ("nginx", "nginx"),
    ("apache2", "Apache"),
];

/// How long a host may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

const GECKODRIVER: &str = "0.37.1";
const DENY: &str = "0.20.2";

/// Where npm puts axe-core.
const AXE: &str = "node_modules/axe-core/axe.min.js";

/// The part of Rust that a plain installation lacks.
pub(crate) fn rust(workspace: &Workspace) -> Result<()> {
    let library = command::output(Command::new("rustc").current_dir(workspace.root()).args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]))?;
    if Path::new(&library).is_dir() {
        return Ok(());
    }
    if !on_path("rustup") {
        bail!("Rust's {TARGET} target is missing: add it, or install Rust by rustup");
    }
    command::run(
        Command::new("rustup").current_dir(workspace.root()).args(["target", "add", TARGET]),
    )
}

/// A compiler of C++, in which the engine is written that makes inputs at random.
pub(crate) fn compiler() -> Result<()> {
    if on_path("c++") { Ok(()) } else { install(&["a C++ compiler"], &["g++"]) }
}

/// The browsers and their drivers.
pub(crate) fn browsers(workspace: &Workspace) -> Result<()> {
    let missing = missing();
    if !missing.is_empty() {
        install(&missing, &PACKAGES)?;
    }
    geckodriver(workspace)?;
    axe(workspace)
}

fn install(missing: &[&str], packages: &[&str]) -> Result<()> {
    if !is_debian() || !is_root()? {
        bail!(
            "missing: {}\nOn Debian or Ubuntu, as root:\n  apt-get install {}",
            missing.join(", "),
            packages.join(" "),
        );
    }
    command::run(Command::new("apt-get").args(["update", "-q"]))?;
    command::run(
        Command::new("apt-get")
            .env("DEBIAN_FRONTEND", "noninteractive")
            // A server that is installed starts by itself, unless the computer is being looked after.
            .env("RUNLEVEL", "1")
            .args(["install", "-q", "-y", "--no-install-recommends"])
            .args(packages),
    )
}

fn missing() -> Vec<&'static str> {
    let mut missing: Vec<&str> = PROGRAMS
        .into_iter()
        .filter(|(program, _)| !on_path(program))
        .map(|(_, name)| name)
        .collect();
    if !Path::new("/usr/share/fonts/truetype/dejavu").is_dir() {
        missing.push("the DejaVu fonts");
    }
    missing
}

fn geckodriver(workspace: &Workspace) -> Result<()> {
    let tools: PathBuf = workspace.tools();
    if on_path("geckodriver") || tools.join("bin/geckodriver").is_file() {
        return Ok(());
    }
    install_tool(workspace, "geckodriver", GECKODRIVER)
}

/// What looks through the packages that the program is made of, and where it is.
pub(crate) fn deny(workspace: &Workspace) -> Result<PathBuf> {
    let installed = workspace.tools().join("bin/cargo-deny");
    if on_path("cargo-deny") {
        return Ok("cargo-deny".into());
    }
    if !installed.is_file() {
        install_tool(workspace, "cargo-deny", DENY)?;
    }
    Ok(installed)
}

/// Whether a host answers on the port of the web.
pub(crate) fn reaches(host: &str) -> bool {
    let found = (host, 443).to_socket_addrs().into_iter().flatten();
    found.take(2).any(|address| TcpStream::connect_timeout(&address, PATIENCE).is_ok())
}

/// A program of Rust's, built in a third of the time that it takes to build it well: it is used for a minute.
fn install_tool(workspace: &Workspace, name: &str, version: &str) -> Result<()> {
    command::run(
        cargo()
            .current_dir(workspace.root())
            .args(["install", "--locked", name, "--version", version])
            .arg("--debug")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .arg("--root")
            .arg(workspace.tools()),
    )
}

/// The checks of accessibility, in the version and with the hash that `tests/browser/package-lock.json` says.
fn axe(workspace: &Workspace) -> Result<()> {
    let folder = workspace.tools().join("axe");
    let lock = folder.join("package-lock.json");
    let asked = workspace.file("tests/browser/package-lock.json");
    if folder.join(AXE).is_file() && fs::read(&lock).ok() == Some(fs::read(&asked)?) {
        return Ok(());
    }
    if !on_path("npm") {
        install(&["npm"], &["npm"])?;
    }
    fs::create_dir_all(&folder)?;
    fs::copy(workspace.file("tests/browser/package.json"), folder.join("package.json"))?;
    fs::copy(asked, &lock)?;
    command::run(
        Command::new("npm")
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"])
            .arg(&folder),
    )
}

fn is_debian() -> bool {
    Path::new("/etc/debian_version").is_file() && on_path("apt-get")
}

fn is_root() -> Result<bool> {
    Ok(command::output(Command::new("id").arg("-u"))? == "0")
}
