//! Every journey, in reading order.

mod harness;
mod privacy;
mod shell;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut journeys = harness::journeys();
    journeys.extend(shell::journeys());
    journeys.extend(privacy::journeys());
    browser_tests::run(journeys)
}
