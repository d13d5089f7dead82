//! What takes how long in a browser, beside the same job in plain JavaScript: `cargo xtask bench`, or with a word after
//! it `start` for the way from navigation to the first row, a size such as `1000` for the way from the bytes of eight
//! quarters to it, `answers` for filtering and scrolling.
//!
//! Both get the same data in turn, several times. There is no limit that can be failed: a time says something only
//! beside another of the same run.

mod answers;
mod opening;
mod plain;
mod start;
mod table;

use anyhow::{Context, Result, bail};

/// Where files are picked.
const PICKER: &str = "input[type=file]:not([webkitdirectory])";

fn main() -> Result<()> {
    let asked = std::env::args().nth(1);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        match asked.as_deref() {
            None => {
                start::measure().await?;
                for size in opening::SIZES {
                    opening::measure(size).await.with_context(|| format!("{size} measures"))?;
                }
                answers::measure().await
            }
            Some("start") => start::measure().await,
            Some("answers") => answers::measure().await,
            Some(size) => match size.parse() {
                Ok(size) => opening::measure(size).await,
                Err(_) => bail!("there is nothing called `{size}` to time"),
            },
        }
    })
}
