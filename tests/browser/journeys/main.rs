//! Every journey, in reading order.

mod accessibility;
mod backtest;
mod calculator;
mod drawn;
mod embed;
mod harness;
mod keyboard;
mod large;
mod library;
mod pages;
mod paper;
mod pictures;
mod privacy;
mod reflow;
mod report;
mod saving;
mod served;
mod shell;
mod site;
mod touch;
mod way;
mod what_if;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut journeys = harness::journeys();
    journeys.extend(shell::journeys());
    journeys.extend(saving::journeys());
    journeys.extend(privacy::journeys());
    journeys.extend(report::journeys());
    journeys.extend(calculator::journeys());
    journeys.extend(embed::journeys());
    journeys.extend(served::journeys());
    journeys.extend(large::journeys());
    journeys.extend(library::journeys());
    journeys.extend(what_if::journeys());
    journeys.extend(backtest::journeys());
    journeys.extend(way::journeys());
    journeys.extend(touch::journeys());
    journeys.extend(paper::journeys());
    journeys.extend(pictures::journeys());
    journeys.extend(site::journeys());
    journeys.extend(drawn::journeys());
    journeys.extend(accessibility::journeys());
    journeys.extend(keyboard::journeys());
    journeys.extend(reflow::journeys());
    browser_tests::run(journeys)
}
