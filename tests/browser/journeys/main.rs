//! Every journey, in reading order.

mod backtest;
mod calculator;
mod harness;
mod large;
mod library;
mod paper;
mod pictures;
mod privacy;
mod report;
mod shell;
mod way;
mod what_if;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut journeys = harness::journeys();
    journeys.extend(shell::journeys());
    journeys.extend(privacy::journeys());
    journeys.extend(report::journeys());
    journeys.extend(calculator::journeys());
    journeys.extend(large::journeys());
    journeys.extend(library::journeys());
    journeys.extend(what_if::journeys());
    journeys.extend(backtest::journeys());
    journeys.extend(way::journeys());
    journeys.extend(paper::journeys());
    journeys.extend(pictures::journeys());
    browser_tests::run(journeys)
}
