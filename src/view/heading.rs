//! Who a report is by and for when, which others are open, and what its columns are called.

use std::rc::Rc;

use super::counted;
use super::under::rule_choice;
use crate::app::State;
use crate::model::{Report, fingerprint};
use crate::terms::{Period, ReportKind};

/// Who the report is by and for when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The council.
    pub organisation: String,
    /// The directorate.
    pub directorate: String,
    /// The report's title.
    pub title: String,
    /// The period with its months.
    pub period: String,
    /// The file.
    pub file: String,
    /// What stands at the top of each sheet of paper.
    pub running: String,
    /// What tells this version of the data from others: "Data 3f2a 91c0".
    pub version: String,
    /// That its statuses are not its own: "Read under another rule: Kent County Council: Target and floor".
    pub under: Option<String>,
}

/// One of several to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its words.
    pub text: String,
    /// The file it stands for.
    pub file: String,
    /// Whether it is the one.
    pub is_chosen: bool,
}

/// The column headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    /// "Measure", or what the report calls it.
    pub measure: String,
    /// "Milestone", or what the report calls it.
    pub milestone: String,
    /// "Actual 2018/19"
    pub last_year: String,
    /// "Target 2019/20"
    pub target: String,
    /// "Quarter 2"
    pub current: String,
    /// "Last 8 quarters", where any row has more than one figure to draw.
    pub lines: Option<&'static str>,
    /// Whether rows are judged: a plan's are not, and have no current figure either.
    pub are_judged: bool,
}

pub(super) fn heading(report: &Report) -> Heading {
    let kind = match report.kind {
        ReportKind::Quarterly => "Quarterly performance report",
        ReportKind::Plan => "Business plan",
        ReportKind::MidYear => "Mid-year update",
        ReportKind::Progress => "Progress report",
    };
    Heading {
        organisation: report.organisation.clone(),
        directorate: report.directorate.clone(),
        title: report.document.title.clone().unwrap_or_else(|| kind.to_owned()),
        period: report.period.long_text(),
        file: report.file.clone(),
        running: format!(
            "{} · {} · {}",
            report.organisation,
            report.directorate,
            report.period.long_text()
        ),
        version: version_text(report.fingerprint),
        under: None,
    }
}

/// The same of what is shown, which may be read under another rule than its own: that goes on each sheet of paper too.
pub(super) fn heading_as_read(state: &State, report: &Report) -> Heading {
    let own = heading(report);
    let Some(rule) = state.other_rule() else { return own };
    let under = format!("Read under another rule: {}", rule_choice(rule));
    Heading { running: format!("{} · {under}", own.running), under: Some(under), ..own }
}

/// What the report's rows are, as it calls them: "Measures and milestones".
pub(super) fn rows_called(report: &Report) -> String {
    let Columns { measure, milestone, .. } = columns(report);
    match (report.measures.is_empty(), report.milestones.is_empty()) {
        (false, false) if measure != milestone => {
            format!("{measure}s and {}s", milestone.to_lowercase())
        }
        (true, false) => format!("{milestone}s"),
        _ => format!("{measure}s"),
    }
}

/// The first half of the fingerprint: eight digits that people can read to each other.
fn version_text(fingerprint: u64) -> String {
    format!("Data {}", version_digits(fingerprint))
}

/// The same of several files, in whatever order they are open: "Data of 8 files 3f2a 91c0".
pub(super) fn version_of_all(reports: &[Rc<Report>]) -> String {
    if let [report] = reports {
        return version_text(report.fingerprint);
    }
    let mut each: Vec<[u8; 8]> = reports.iter().map(|one| one.fingerprint.to_le_bytes()).collect();
    each.sort_unstable();
    let digits = version_digits(fingerprint(each.as_flattened()));
    format!("Data of {} {digits}", counted(reports.len(), "file"))
}

/// "3f2a 91c0"
pub(super) fn version_digits(fingerprint: u64) -> String {
    let digits = format!("{fingerprint:016x}");
    format!("{} {}", &digits[..4], &digits[4..8])
}

pub(super) fn periods(state: &State) -> Vec<Choice> {
    let reports = state.history.reports();
    let several = |report: &Report| {
        reports.iter().any(|other| other.directorate != report.directorate)
            || reports.iter().filter(|other| other.period == report.period).count() > 1
    };
    reports
        .iter()
        .enumerate()
        .map(|(index, report)| Choice {
            text: if several(report) {
                format!("{}, {} ({})", report.period, report.directorate, report.file)
            } else {
                report.period.long_text()
            },
            file: report.file.clone(),
            is_chosen: index == state.showing,
        })
        .collect()
}

pub(super) fn open_files(state: &State) -> Vec<Choice> {
    state
        .history
        .reports()
        .iter()
        .enumerate()
        .map(|(index, report)| Choice {
            text: format!("{}, {}", report.period, report.directorate),
            file: report.file.clone(),
            is_chosen: index == state.showing,
        })
        .collect()
}

pub(super) fn columns(report: &Report) -> Columns {
    let labels = report.document.labels.as_ref();
    let year = report.period.year();
    Columns {
        measure: labels.and_then(|l| l.measure.clone()).unwrap_or_else(|| "Measure".to_owned()),
        milestone: labels
            .and_then(|l| l.milestone.clone())
            .unwrap_or_else(|| "Milestone".to_owned()),
        last_year: format!("Actual {}", year.previous()),
        target: format!("Target {year}"),
        current: match report.period {
            Period::Quarter(quarter) => format!("Quarter {}", quarter.number.number()),
            Period::Years(..) => "Current".to_owned(),
        },
        lines: None,
        are_judged: report.period.quarter().is_some(),
    }
}

/// The headings of the tables of measures, with that of the small lines where there is anything to draw.
pub(super) fn columns_with_lines(state: &State, report: &Report) -> Columns {
    let lines = super::chart::has_sparklines(state, report).then_some("Last 8 quarters");
    Columns { lines, ..columns(report) }
}

/// What a picture of something in a report is of, where it stands alone: "CYP 15 Placements · Halton Borough Council ·
/// … · 2012-13-mid-year.json".
pub(super) fn about(report: &Report, what: &str) -> String {
    [what, &heading(report).running, &report.file].join(" · ")
}
