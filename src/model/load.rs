//! Bytes of a file → a checked report, with everything that was found wrong on the way.

use std::rc::Rc;

use super::Report;
use crate::document::{Finding, place, read};

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
    let mut findings = reading.findings;
    let report = reading.report.map(|document| {
        let (mut report, found) = Report::from_document(file, Rc::new(document));
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

/// FNV-1a, which is the same on every machine.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
