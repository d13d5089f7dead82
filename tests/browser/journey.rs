//! Runs journeys as tests.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use libtest_mimic::{Arguments, Failed, Trial};
use tokio::runtime;
use tokio::time::timeout;

use crate::browser::Browser;
use crate::files::in_workspace;
use crate::page::Page;
use crate::setting::{Scripts, Setting};

const LONGEST: Duration = Duration::from_mins(2);

type Run = dyn Fn(Browser, Setting, &str) -> Result<()> + Send + Sync;

/// A named walk through the application, in some browsers.
pub struct Journey {
    name: String,
    browsers: Vec<Browser>,
    setting: Setting,
    run: Arc<Run>,
}

impl std::fmt::Debug for Journey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Journey").field(&self.name).finish()
    }
}

impl Journey {
    /// A journey in every browser.
    pub fn new<F>(name: &str, steps: F) -> Self
    where
        F: AsyncFn(&Page) -> Result<()> + Send + Sync + 'static,
    {
        Self {
            name: name.to_owned(),
            browsers: Browser::ALL.to_vec(),
            setting: Setting::default(),
            run: Arc::new(move |browser, setting, name| {
                let runtime = runtime::Builder::new_current_thread().enable_all().build()?;
                runtime.block_on(walk(browser, setting, name, &steps))
            }),
        }
    }

    /// The same in these browsers only; say why where it is called.
    #[must_use]
    pub fn only(mut self, browsers: &[Browser]) -> Self {
        self.browsers = browsers.to_vec();
        self
    }

    /// The same in browsers that run no scripts. `WebKit` cannot be driven so.
    #[must_use]
    pub fn without_scripts(mut self) -> Self {
        self.setting.scripts = Scripts::Off;
        self
    }

    fn trials(self) -> Vec<Trial> {
        let trial = |browser: &Browser| {
            let (browser, setting, run) = (*browser, self.setting, Arc::clone(&self.run));
            let name = format!("{}::{browser}", self.name);
            let full = name.clone();
            Trial::test(name, move || {
                run(browser, setting, &full).map_err(|error| Failed::from(format!("{error:#}")))
            })
        };
        self.browsers.iter().map(trial).collect()
    }
}

/// Runs the journeys that the command line asks for; two at a time unless it says otherwise, because a
/// browser fills a core.
#[must_use]
pub fn run(journeys: Vec<Journey>) -> ExitCode {
    let mut arguments = Arguments::from_args();
    arguments.test_threads.get_or_insert(2);
    let trials = journeys.into_iter().flat_map(Journey::trials).collect();
    libtest_mimic::run(&arguments, trials).exit_code()
}

/// Where a failed journey leaves what it saw.
fn failures() -> PathBuf {
    in_workspace("target/browser-failures")
}

async fn walk<F>(browser: Browser, setting: Setting, name: &str, steps: &F) -> Result<()>
where
    F: AsyncFn(&Page) -> Result<()>,
{
    let page = timeout(LONGEST, Page::start(browser, setting))
        .await
        .context("the browser did not start in time")??;
    let mut outcome = timeout(LONGEST, steps(&page))
        .await
        .unwrap_or_else(|_| Err(anyhow!("the journey took longer than {} s", LONGEST.as_secs())));
    if outcome.is_ok() {
        outcome = page.has_quiet_console().await;
    }
    if outcome.is_err() {
        let seen = timeout(LONGEST, page.record(&failures(), &name.replace("::", "."))).await;
        outcome = outcome.context(match seen {
            Ok(Ok(())) => format!("see {}", failures().display()),
            Ok(Err(error)) => format!("nothing could be recorded: {error:#}"),
            Err(_) => "nothing could be recorded in time".to_owned(),
        });
    }
    page.close().await;
    outcome
}
