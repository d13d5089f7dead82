//! How long the core takes: `cargo bench`, or `cargo bench -- 10000` for one size.
//!
//! What a browser takes, beside the same job in plain JavaScript, is told by `cargo xtask bench`.
#![expect(clippy::expect_used, reason = "a benchmark may fail loudly")]

mod quarters;

use std::rc::Rc;

use divan::Bencher;
use quarterlight::app::{Action, FileRead, State};
use quarterlight::assess::Assessment;
use quarterlight::model::{History, Report, load};
use quarterlight::view::page;

const SIZES: [usize; 3] = [60, 1_000, 10_000];
const LARGEST: usize = 100_000;

fn main() {
    divan::main();
}

fn loaded(files: &[(String, String)]) -> Vec<Rc<Report>> {
    let report = |(name, text): &(String, String)| {
        let loaded = load(name, text.as_bytes());
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings.first());
        loaded.report.expect("a generated file can be read")
    };
    files.iter().map(report).collect()
}

/// Eight files from bytes to checked reports.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn read(bencher: Bencher<'_, '_>, measures: usize) {
    let files = quarters::eight_quarters(measures);
    bencher.bench_local(|| loaded(&files));
}

/// Eight reports joined.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn join(bencher: Bencher<'_, '_>, measures: usize) {
    let reports = loaded(&quarters::eight_quarters(measures));
    bencher.bench_local(|| History::new(reports.clone()));
}

/// The last of eight quarters judged in the light of the others.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn assess(bencher: Bencher<'_, '_>, measures: usize) {
    let history = History::new(loaded(&quarters::eight_quarters(measures)));
    bencher.bench_local(|| Assessment::of(&history, history.reports().len() - 1));
}

/// The page of it decided.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn view(bencher: Bencher<'_, '_>, measures: usize) {
    let read = |(name, text): (String, String)| FileRead { name, bytes: Ok(text.into_bytes()) };
    let files = quarters::eight_quarters(measures).into_iter().map(read).collect();
    let state = State::default().after(Action::Opened(files));
    bencher.bench_local(|| page(&state));
}

/// One quarter of very many measures from bytes to checked report.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn read_largest(bencher: Bencher<'_, '_>) {
    let files = [quarters::one_quarter(LARGEST)];
    bencher.bench_local(|| loaded(&files));
}

/// The same joined and judged.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn join_and_assess_largest(bencher: Bencher<'_, '_>) {
    let reports = loaded(&[quarters::one_quarter(LARGEST)]);
    bencher.bench_local(|| {
        let history = History::new(reports.clone());
        Assessment::of(&history, 0)
    });
}
