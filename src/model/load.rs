//! Bytes of a file → a checked report, with everything that was found wrong on the way.

use std::rc::Rc;

use super::Report;
use super::report::Checking;
use crate::document::{Finding, Path, Problem, ReadSteps, place, read};

/// A file that has been read and checked.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The report, unless nothing of the file is of use.
    pub report: Option<Rc<Report>>,
    /// What is wrong with the file, in its order.
    pub findings: Vec<Finding>,
}

/// Reads and checks a file.
#[must_use]
pub fn load(file: &str, bytes: &[u8]) -> Loaded {
    let reading = read(file, bytes);
    let checked = reading.report.map(|document| Report::from_document(file, Rc::new(document)));
    loaded(file, bytes, reading.findings, checked)
}

fn loaded(
    file: &str,
    bytes: &[u8],
    mut findings: Vec<Finding>,
    checked: Option<(Report, Vec<(Path, Problem)>)>,
) -> Loaded {
    let report = checked.map(|(mut report, found)| {
        report.fingerprint = fingerprint(bytes);
        if !found.is_empty() {
            let text = String::from_utf8_lossy(bytes);
            findings.extend(place(file, text.trim_start_matches('\u{FEFF}'), found));
            findings.sort_by_key(|finding| {
                finding.place.as_ref().map(|place| (place.line, place.column))
            });
        }
        Rc::new(report)
    });
    Loaded { report, findings }
}

/// FNV-1a by words of eight bytes, which is the same on every machine.
#[must_use]
pub fn fingerprint(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    words.chain(rest.iter().map(|byte| u64::from(*byte))).fold(
        0xcbf2_9ce4_8422_2325,
        |hash, word| {
            // The upper half is mixed into the lower, which a product alone never does.
            (hash ^ hash >> 32 ^ word).wrapping_mul(0x0100_0000_01b3)
        },
    )
}

/// A file that is being read and checked. It comes to the same as [`load`].
#[derive(Debug)]
pub struct LoadSteps {
    file: String,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Reading(ReadSteps),
    Checking(Vec<u8>, Vec<Finding>, Checking),
}

impl LoadSteps {
    /// Before the first step.
    #[must_use]
    pub fn new(file: &str, bytes: Vec<u8>) -> Self {
        Self { file: file.to_owned(), stage: Stage::Reading(ReadSteps::new(file, bytes)) }
    }

    /// How many rows have been read, or checked after that.
    #[must_use]
    pub fn rows(&self) -> usize {
        match &self.stage {
            Stage::Reading(reading) => reading.rows(),
            Stage::Checking(_, _, checking) => checking.rows(),
        }
    }

    /// The next step, of at most so many rows.
    #[must_use]
    pub fn step(self, rows: usize) -> LoadStep {
        let Self { file, stage } = self;
        let stage = match stage {
            Stage::Reading(mut reading) => {
                if reading.step(rows) {
                    Stage::Reading(reading)
                } else {
                    let (bytes, reading) = reading.finish();
                    let findings = reading.findings;
                    let Some(report) = reading.report else {
                        return LoadStep::Done(bytes, Loaded { report: None, findings });
                    };
                    Stage::Checking(bytes, findings, Checking::new(Rc::new(report)))
                }
            }
            Stage::Checking(bytes, findings, mut checking) => {
                if !checking.step(rows) {
                    let loaded = loaded(&file, &bytes, findings, Some(checking.finish(&file)));
                    return LoadStep::Done(bytes, loaded);
                }
                Stage::Checking(bytes, findings, checking)
            }
        };
        LoadStep::More(Box::new(Self { file, stage }))
    }
}

/// What a step comes to.
#[derive(Debug)]
pub enum LoadStep {
    /// There is more to do.
    More(Box<LoadSteps>),
    /// The file's bytes, and what they hold.
    Done(Vec<u8>, Loaded),
}
