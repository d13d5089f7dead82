//! The times of a size, printed as a table.

use crate::opening::Noted;

/// How to find a time in what was noted.
type Time = fn(&Noted) -> f64;

/// What is timed.
const LINES: [(&str, Time); 4] = [
    ("bytes → parsed", |noted| noted.read),
    ("parsed → joined and assessed", |noted| noted.assess),
    ("bytes → assessed", |noted| noted.read + noted.assess),
    ("bytes → first rows on screen", |noted| noted.painted),
];

/// The openings of one size.
#[derive(Debug)]
pub(crate) struct Run {
    size: usize,
    bytes: usize,
    /// For each line, the times here and in plain JavaScript.
    times: [(Vec<f64>, Vec<f64>); LINES.len()],
    longest: Vec<f64>,
}

impl Run {
    pub(crate) fn new(size: usize, bytes: usize) -> Self {
        Self { size, bytes, times: Default::default(), longest: Vec::new() }
    }

    pub(crate) fn add(&mut self, ours: &Noted, theirs: &Noted) {
        for ((here, plain), (_, time)) in self.times.iter_mut().zip(LINES) {
            here.push(time(ours));
            plain.push(time(theirs));
        }
        self.longest.push(ours.longest);
    }
}

pub(crate) fn print(run: &Run) {
    println!(
        "\n{} measures, {:.1} MB, median of {}",
        run.size,
        megabytes(run.bytes),
        run.longest.len()
    );
    println!("{:<32}{:>12}{:>14}{:>8}", "", "Quarterlight", "JavaScript", "ratio");
    for ((here, plain), (name, _)) in run.times.iter().zip(LINES) {
        let (here, plain) = (median(here), median(plain));
        println!("{name:<32}{here:>9.1} ms{plain:>11.1} ms{:>8.2}", here / plain);
    }
    let longest = run.longest.iter().copied().fold(0.0, f64::max);
    let longest = if longest == 0.0 { "none".to_owned() } else { format!("{longest:.0} ms") };
    println!("longest task over 50 ms while opening, of all: {longest}");
}

pub(crate) fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "it is printed to one place")]
fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// The shortest of several times.
pub(crate) fn best(times: &[f64]) -> f64 {
    times.iter().copied().fold(f64::INFINITY, f64::min)
}

/// The longest of several times.
pub(crate) fn longest(times: &[f64]) -> f64 {
    times.iter().copied().fold(0.0, f64::max)
}
