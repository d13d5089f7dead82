//! JSON text → what the file says.
//!
//! A [`Report`] mirrors the file: short forms are filled out, words are members of their sets and numbers
//! are exact, but nothing is yet decided about what it means. [`read`] lists everything that is wrong with
//! a file, each with its place, and still reads the rows that are right.

mod blank;
mod bytes;
mod comparison;
mod fetched;
mod finance;
mod finding;
mod kind;
mod leaf;
mod measure;
mod milestone;
mod narrative;
mod nearest;
mod object;
mod objective;
mod outlook;
mod path;
mod problem;
mod quoted;
mod reader;
mod record;
mod report;
mod rule;
mod schema;
mod slices;
mod steps;
mod syntax;
mod value;

pub use comparison::{Comparison, Likeness, Periods};
pub use fetched::Fetched;
pub use finance::{Line, Margin, Statement, VarianceRule};
pub use finding::{Finding, Place};
pub(crate) use kind::Kind;
pub use leaf::{Brief, Decimals, Short, Text};
pub use measure::{
    Benchmark, Commentary, Definition, Earlier, Figures, IndexEntry, Judgement, Measure, Point,
    Published, Related, Series, YearTarget,
};
pub use milestone::Milestone;
pub use narrative::{EqualityAction, Fact, Officer, Risk, Section, StrategicIssue, TargetReview};
pub use nearest::nearest;
pub use objective::{Objective, Priority, RiskRating, all_objectives};
pub use outlook::{MeasureOutlook, Range, Ranges, ReportOutlook};
pub use path::Path;
pub use problem::{Problem, Severity, Slip};
pub(crate) use reader::{Key, Read, Reader, Stop};
pub(crate) use record::Form;
pub use record::{Rows, Unknown};
pub use report::{FormatName, FormatVersion, Labels, Report};
pub use rule::{Band, Limit, Rule, StatusName, Tolerance, Unrated};
pub(crate) use schema::Book;
pub use schema::schema;
pub use steps::ReadSteps;
pub use value::{NamedTarget, Part, Profile, Target, Value};

use slices::Ready;

/// The version of the format that is read and written.
pub const VERSION: u8 = 1;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 100_000_000;

/// A file that has been read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What it says, unless nothing of it is of use.
    pub report: Option<Report>,
    /// What is wrong with it, in the order of the file.
    pub findings: Vec<Finding>,
}

/// Reads a file.
///
/// ```
/// use quarterlight::document::read;
/// let reading = read(
///     "q2.json",
///     br#"{"format": "quarterlight", "version": 1, "organisation": "Halton Borough Council",
///          "directorate": "People", "period": "2019/20 Q2", "measures": [{"titel": "Referrals"}]}"#,
/// );
/// let words: Vec<_> = reading.findings.iter().map(|finding| finding.problem.what()).collect();
/// assert_eq!(words[0], "A measure needs “title”, and this one has none.");
/// assert_eq!(reading.findings[1].problem.mend(), "Did you mean “title”?");
/// assert!(reading.report.is_some_and(|report| report.measures.unread == 1));
/// ```
#[must_use]
pub fn read(file: &str, bytes: &[u8]) -> Reading {
    let whole = |problem| Reading { report: None, findings: vec![Finding::whole(file, problem)] };
    if bytes.len() as u64 > MAX_BYTES {
        return whole(Problem::TooLarge(bytes.len() as u64));
    }
    let (text, note) = match bytes::text_of(bytes) {
        Ok(read) => read,
        Err((offset, problem @ Problem::NotUtf8(_))) => {
            let unmarked = bytes.strip_prefix(bytes::UTF8_MARK).unwrap_or(bytes);
            let text = String::from_utf8_lossy(unmarked.get(..offset).unwrap_or_default());
            let found = finding::Found { offset, path: Path::default(), problem };
            let findings = finding::place_all(file, &text, vec![found]);
            return Reading { report: None, findings };
        }
        Err((_, problem)) => return whole(problem),
    };
    read_text(file, text, note, None)
}

/// Reads a text, whose measures may be ready.
fn read_text(file: &str, text: &str, note: Option<Problem>, ready: Option<Ready>) -> Reading {
    let mut reader = Reader::new(text).with_ready(ready);
    let report = read_report(&mut reader, text).ok();
    let mut findings: Vec<Finding> =
        note.map(|note| Finding::whole(file, note)).into_iter().collect();
    findings.extend(finding::place_all(file, text, reader.into_found()));
    Reading { report, findings }
}

/// Reads a file that holds one rule.
#[must_use]
pub fn read_rule(file: &str, text: &str) -> (Option<Rule>, Vec<Finding>) {
    let mut reader = Reader::new(text);
    let rule = Rule::read(&mut reader).and_then(|rule| reader.finish().map(|()| rule)).ok();
    (rule, finding::place_all(file, text, reader.into_found()))
}

/// The rules of a list that is known to be right.
pub(crate) fn read_rules(text: &str) -> Vec<Rule> {
    Reader::new(text)
        .list("a list of rules", Rule::read)
        .map(|list| list.rows.into_iter().map(|(_, rule)| rule).collect())
        .unwrap_or_default()
}

/// The findings of a later stage, with their places worked out in the text that was read.
#[must_use]
pub fn place(file: &str, text: &str, found: Vec<(Path, Problem)>) -> Vec<Finding> {
    let objectives = Path::default().key("objectives").raw_at(text).unwrap_or_default();
    let found = found
        .into_iter()
        .filter(|(_, problem)| !is_of_unread(problem, objectives))
        .map(|(path, problem)| finding::Found { offset: path.locate(text), path, problem })
        .collect();
    finding::place_all(file, text, found)
}

/// Whether a row stands under an objective that is in the file and could not be read. What is wrong with that one
/// has been said by then.
fn is_of_unread(problem: &Problem, objectives: &str) -> bool {
    let Problem::Dangling { id, called: "objective", .. } = problem else { return false };
    let id = format!("\"{id}\"");
    objectives.split("\"id\"").skip(1).any(|rest| {
        rest.trim_start().strip_prefix(':').is_some_and(|id_on| id_on.trim_start().starts_with(&id))
    })
}

fn is_report(text: &str) -> bool {
    let format = Path::default().key("format").text_at(text);
    format.is_some_and(|name| name == FormatName::WORD)
}

fn read_report(reader: &mut Reader<'_>, text: &str) -> Read<Report> {
    // Asked first: of another kind of file, or a newer version, only the keys it cannot know would be listed.
    let top = Path::default();
    if reader.kind()? != Kind::Object || !is_report(text) {
        return reader.refuse_whole(&top, Problem::NotAReport);
    }
    let version = top.key("version");
    let other_version = |found: &&str| {
        *found != VERSION.to_string() && found.parse::<crate::terms::Amount>().is_ok()
    };
    if let Some(found) = version.raw_at(text).filter(other_version) {
        return reader.refuse_whole(&version, Problem::Version(found.to_owned()));
    }
    let report = Report::read(reader)?;
    reader.finish()?;
    Ok(report)
}
