//! Starts the driver of each browser with a fresh profile.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;

use anyhow::{Context, Result, bail};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::browser::Browser;
use crate::files::tools;
use crate::process::{Process, free_port};
use crate::setting::{Engine, Scripts, Setting};

const CHROMIUM_FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-GB",
    "--window-size=1280,1024",
];

/// A running driver, its profile and, for `WebKit`, its display; dropping it ends and removes them.
#[derive(Debug)]
pub struct Driver {
    browser: Browser,
    port: u16,
    setting: Setting,
    // The order matters: processes end before the folder they write to is removed.
    process: Process,
    _display: Option<Process>,
    folder: TempDir,
}

impl Driver {
    /// Starts the driver of a browser and waits until it is ready.
    ///
    /// # Errors
    ///
    /// The driver is missing or does not start.
    pub fn start(browser: Browser, setting: Setting) -> Result<Self> {
        let folder = tempfile::tempdir().context("cannot make a folder for a profile")?;
        fs::create_dir(folder.path().join("downloads"))?;
        let port = free_port()?;
        let mut display = None;
        let mut command = match browser {
            Browser::Chromium => {
                let mut command = Command::new("chromedriver");
                command.arg(format!("--port={port}"));
                command
            }
            Browser::Firefox => {
                let mut command = Command::new(geckodriver());
                command.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
                command.arg("--profile-root").arg(folder.path());
                command
            }
            Browser::WebKit => {
                let (process, name) = start_display()?;
                display = Some(process);
                let mut command = Command::new("WebKitWebDriver");
                command.arg(format!("--port={port}"));
                command.env("DISPLAY", name);
                command
            }
        };
        fresh_home(&mut command, folder.path())?;
        let log = File::create(folder.path().join("console.log"))?;
        command.stdout(log.try_clone()?).stderr(log);
        let mut process = Process::start(&mut command)?;
        process.listens(port)?;
        Ok(Self { browser, port, setting, process, _display: display, folder })
    }

    /// Opens a window.
    ///
    /// # Errors
    ///
    /// The browser is missing or does not start.
    pub async fn connect(&self) -> Result<Client> {
        let Value::Object(capabilities) = self.capabilities()? else {
            bail!("capabilities have to be an object");
        };
        ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await
            .with_context(|| format!("{} does not start", self.browser))
    }

    /// Where the driver and its browser print; with Firefox, the console of pages is among it.
    #[must_use]
    pub fn log(&self) -> PathBuf {
        self.folder.path().join("console.log")
    }

    /// Where copies of pages go.
    #[must_use]
    pub fn copies(&self) -> PathBuf {
        self.folder.path().join("copies")
    }

    /// Where downloads go.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// The process of the driver.
    #[must_use]
    pub fn process(&self) -> &Process {
        &self.process
    }

    fn capabilities(&self) -> Result<Value> {
        let scripts = self.setting.scripts == Scripts::On;
        Ok(match self.browser {
            Browser::Chromium => {
                let mut arguments: Vec<String> = CHROMIUM_FLAGS.map(str::to_owned).to_vec();
                let profile = self.folder.path().join("profile");
                arguments.push(format!("--user-data-dir={}", profile.display()));
                if self.setting.engine == Engine::Baseline {
                    arguments.push("--js-flags=--liftoff-only".to_owned());
                }
                json!({
                    "browserName": "chrome",
                    "goog:loggingPrefs": { "browser": "ALL" },
                    "goog:chromeOptions": {
                        "args": arguments,
                        "prefs": {
                            "download.default_directory": self.downloads(),
                            "download.prompt_for_download": false,
                            "profile.managed_default_content_settings.javascript":
                                if scripts { 1 } else { 2 },
                        },
                    },
                })
            }
            Browser::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": ["-headless", "--width=1280", "--height=1024"],
                    "prefs": {
                        "app.normandy.enabled": false,
                        "app.shield.optoutstudies.enabled": false,
                        "browser.download.dir": self.downloads(),
                        "browser.download.folderList": 2,
                        "devtools.console.stdout.chrome": false,
                        "devtools.console.stdout.content": true,
                        "intl.locale.requested": "en-GB",
                        "javascript.enabled": scripts,
                        "nimbus.rollouts.enabled": false,
                        "print.always_print_silent": true,
                        // geckodriver loosens this; people's Firefox has it, and storage depends on it.
                        "security.fileuri.strict_origin_policy": true,
                    },
                },
            }),
            Browser::WebKit => {
                if !scripts {
                    bail!(
                        "WebKitGTK's driver works by scripts: it cannot drive a page without them"
                    );
                }
                json!({
                    "webkitgtk:browserOptions": {
                        "binary": minibrowser()?,
                        "args": ["--automation"],
                    },
                })
            }
        })
    }
}

/// geckodriver is in no Debian release: the build tool installs it.
fn geckodriver() -> PathBuf {
    let installed = tools().join("bin/geckodriver");
    if installed.is_file() { installed } else { PathBuf::from("geckodriver") }
}

/// Starts a display nobody sees and gives its name, which the server chooses: two can start at once.
fn start_display() -> Result<(Process, String)> {
    let mut process = Process::start(
        Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1600x1200x24"])
            .args(["-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    )?;
    let mut output = BufReader::new(process.stdout().context("Xvfb's output is not read")?);
    let mut number = String::new();
    output.read_line(&mut number)?;
    if number.trim().is_empty() {
        bail!("Xvfb gave no display");
    }
    // Xvfb stops when nobody reads what it prints.
    thread::spawn(move || std::io::copy(&mut output, &mut std::io::sink()));
    Ok((process, format!(":{}", number.trim())))
}

/// `MiniBrowser` is in a folder named after the machine's architecture.
fn minibrowser() -> Result<PathBuf> {
    let libraries = fs::read_dir("/usr/lib")?.filter_map(Result::ok);
    libraries
        .flat_map(|entry| {
            ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
                .map(|version| entry.path().join(version).join("MiniBrowser"))
        })
        .find(|path| path.is_file())
        .context("WebKitGTK's MiniBrowser is missing: `cargo xtask test` installs it")
}

/// `WebKit` takes its profile and its download folder from the home folder alone.
fn fresh_home(command: &mut Command, folder: &Path) -> Result<()> {
    let settings = folder.join("config");
    fs::create_dir(&settings)?;
    fs::write(
        settings.join("user-dirs.dirs"),
        format!("XDG_DOWNLOAD_DIR=\"{}\"\n", folder.join("downloads").display()),
    )?;
    command
        .env("HOME", folder)
        .env("XDG_CONFIG_HOME", settings)
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_DATA_HOME", folder.join("share"))
        .env("LANG", "C.UTF-8")
        .env("TZ", "Europe/London");
    Ok(())
}
