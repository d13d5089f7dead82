//! The page of one measure.

use super::cell::Cell;
use super::chart::{Chart, measure_same_quarter, measure_series, measure_trend};
use super::heading::about;
use super::prose::Words;
use super::report::measure_view;
use super::row::{MeasureRow, Status, answer_status, progress_status};
use super::symbols::Symbols;
use super::under::rule_of;
use crate::app::{Action, Row, State};
use crate::assess::{Judged, Progress};
use crate::document::{TargetReview, YearTarget};
use crate::model::{Measure, Past, Report, Target};
use crate::terms::{Basis, Quarter, Reported, Unit, figure_text};

/// The page of one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasurePage {
    /// The row, with everything that explains it.
    pub row: MeasureRow,
    /// Whether it is judged: a plan's measures are not.
    pub is_judged: bool,
    /// What its figures are called and what they are.
    pub figures: Vec<(String, Cell)>,
    /// The position now and the year-end outlook, side by side.
    pub answers: Vec<Answer>,
    /// It over time, this quarter in each year, and the lines that the file gives with it.
    pub charts: Vec<Chart>,
    /// The figures quarter by quarter, the latest first; none where only one is known.
    pub history: Option<QuarterTable>,
    /// The targets of other years, and those that are proposed.
    pub targets: Vec<(String, String)>,
    /// What its symbols mean, for paper.
    pub symbols: Symbols,
}

/// One of the answers to how a measure goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// "Position now"
    pub label: &'static str,
    /// The status.
    pub status: Status<Progress>,
    /// The whole of it in a sentence.
    pub sentence: String,
    /// What the organisation's rule makes of it, where it is this one: "This is the measure's status."
    pub role: Option<&'static str>,
}

/// A measure's figures quarter by quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarterTable {
    /// "Quarter by quarter"; of what is published once a year, "Year by year".
    pub heading: &'static str,
    /// What a row is for: "Quarter".
    pub column: &'static str,
    /// Each quarter or year, the latest first.
    pub rows: Vec<QuarterRow>,
}

/// A measure's figures for a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarterRow {
    /// "Quarter 2, July to September 2019 (2019/20)", or the year of what is published once a year.
    pub quarter: String,
    /// Whether it is the same quarter of another year as the one that is shown.
    pub is_same_quarter: bool,
    /// The figure, or the reason that there is none.
    pub actual: String,
    /// The target that it was held against, where that quarter's report is open.
    pub target: Option<String>,
    /// The status then, where that quarter's report is open.
    pub progress: Option<Status<Progress>>,
    /// Where the figure comes from.
    pub origin: String,
}

pub(super) fn measure_page(state: &State, report: &Report, index: usize) -> MeasurePage {
    // All that explains the row belongs on its page, whatever is open in the tables.
    let words = Words::of(state, report);
    let mut row = measure_view(&opened(state, Row::Measure(index)), (report, &words), index);
    row.below.in_full = true;
    let measure = &report.measures[index];
    let is_judged = report.period.quarter().is_some();
    let judged = &state.assessment.measures[index];
    let columns = super::heading::columns(report);
    let mut figures = Vec::new();
    if is_judged {
        figures.push((columns.current, row.current.clone()));
    }
    figures.push((columns.target, row.target.clone()));
    figures.push((columns.last_year, row.last_year.clone()));
    let answers = if is_judged { answers(state, measure, judged) } else { Vec::new() };
    let symbols = if is_judged {
        let statuses = [&row.progress].into_iter().chain(answers.iter().map(|one| &one.status));
        Symbols::of_measures(statuses, row.directions.iter().map(|(_, one)| one))
    } else {
        Symbols::default()
    };
    MeasurePage {
        is_judged,
        symbols,
        figures,
        answers,
        charts: charts(state, report, index),
        history: history(state, report, index),
        targets: targets(report, measure),
        row,
    }
}

fn charts(state: &State, report: &Report, index: usize) -> Vec<Chart> {
    let charts = [
        measure_trend(state, report, index),
        measure_same_quarter(state, report, index),
        measure_series(report, index),
    ];
    let measure = &report.measures[index].said;
    let reference = measure.reference.as_deref().unwrap_or_default();
    let about = about(report, [reference, &measure.title].join(" ").trim());
    let charts = charts.into_iter().flatten();
    charts.map(|chart| Chart { about: about.clone(), ..chart }).collect()
}

fn opened(state: &State, row: Row) -> State {
    if state.why.contains(&row) { state.clone() } else { state.after(Action::ToggleWhy(row)) }
}

const REPORTED: &str = "This is the status that is reported.";

fn answers(state: &State, measure: &Measure, judged: &Judged) -> Vec<Answer> {
    let rule = rule_of(state, measure);
    let if_reported = |answer: Reported| {
        let is_it = judged.judgement.is_none() && judged.reports == answer;
        is_it.then_some(REPORTED)
    };
    let position = &judged.position;
    let outlook = &judged.outlook.verdict;
    let mut answers = Vec::new();
    if let Some(judgement) = &judged.judgement {
        answers.push(Answer {
            label: "An officer's judgement",
            status: progress_status(rule, judgement),
            sentence: judgement.derivation().sentence.clone(),
            role: Some(REPORTED),
        });
    }
    answers.push(Answer {
        label: "Position now",
        status: answer_status(rule, Reported::Position, position),
        sentence: position.derivation().sentence.clone(),
        role: if_reported(Reported::Position),
    });
    answers.push(Answer {
        label: "Year-end outlook",
        status: answer_status(rule, Reported::Outlook, outlook),
        sentence: outlook.derivation().sentence.clone(),
        role: if_reported(Reported::Outlook),
    });
    answers
}

fn history(state: &State, report: &Report, index: usize) -> Option<QuarterTable> {
    let now = report.period.quarter()?;
    let measure = &report.measures[index];
    let reports = state.history.reports();
    let joins = state.history.joins_of_measure(state.showing, index);
    let is_annual = measure.basis == Some(Basis::Annual);
    let mut rows: Vec<(Quarter, QuarterRow)> = Vec::new();
    for (quarter, past) in state.history.earlier_quarters(state.showing, index) {
        let joined = joins.iter().find(|join| {
            join.by.is_certain() && reports[join.other_report].period.quarter() == Some(quarter)
        });
        let (mut actual, mut origin) = past_text(measure, &past);
        let then = joined.and_then(|join| {
            let other = &reports[join.other_report].measures[join.other_measure];
            let (report, measure) = (join.other_report, join.other_measure);
            let judged = Judged::by(&state.history, report, measure, state.other_rule())?;
            // That report's own words for its figure say more than the number that is compared.
            if !matches!(past, Past::Known(_) | Past::Disagreeing(_)) {
                actual = Cell::of_value(other, &other.current).text();
                origin.insert_str(0, &format!("{}. ", reports[join.other_report].file));
            }
            let status = progress_status(rule_of(state, other), judged.progress());
            Some((Cell::of_target(other).text(), status))
        });
        let (target, progress) = then.unzip();
        let year = match &past {
            Past::Known(figure) => figure.year(),
            _ => report.year_name(quarter.year),
        };
        let row = QuarterRow {
            quarter: if is_annual { year } else { quarter.long_text() },
            is_same_quarter: !is_annual && quarter.number == now.number,
            actual,
            target,
            progress,
            origin,
        };
        // Last year's figure of an annual measure stands for every quarter of its year.
        let is_known = rows.iter().any(|(_, known): &(_, QuarterRow)| {
            is_annual && (&known.quarter, &known.origin) == (&row.quarter, &row.origin)
        });
        if !is_known {
            rows.push((quarter, row));
        }
    }
    if rows.is_empty() {
        return None;
    }
    let judged = &state.assessment.measures[index];
    rows.push((
        now,
        QuarterRow {
            quarter: if is_annual { this_year(report, measure) } else { now.long_text() },
            is_same_quarter: !is_annual,
            actual: Cell::of_value(measure, &measure.current).text(),
            target: Some(Cell::of_target(measure).text()),
            progress: Some(progress_status(rule_of(state, measure), judged.progress())),
            origin: report.file.clone(),
        },
    ));
    rows.sort_by(|(one, _), (other, _)| other.cmp(one));
    if is_annual {
        // Of two places that give a year's figure, the one that has its target too says it all.
        let figure = |row: &QuarterRow| (row.quarter.clone(), row.actual.clone());
        let told = rows.iter().filter(|(_, row)| row.target.is_some());
        let told: Vec<_> = told.map(|(_, row)| figure(row)).collect();
        rows.retain(|(_, row)| row.target.is_some() || !told.contains(&figure(row)));
    }
    let (heading, column) =
        if is_annual { ("Year by year", "Year") } else { ("Quarter by quarter", "Quarter") };
    Some(QuarterTable { heading, column, rows: rows.into_iter().map(|(_, row)| row).collect() })
}

/// The year that an annual measure's current figure is for.
fn this_year(report: &Report, measure: &Measure) -> String {
    let covers = measure.current.figure().and_then(|figure| figure.covers.as_ref());
    covers.map_or_else(|| report.year_name(report.period.year()), ToString::to_string)
}

fn past_text(measure: &Measure, past: &Past) -> (String, String) {
    match past {
        Past::Known(figure) => (figure.text(measure), figure.origin().clone()),
        Past::Absent(gap) => (gap.short_text(), "No single number to compare with".to_owned()),
        Past::Changed(changes) => (
            "Not comparable".to_owned(),
            format!("The definition changed since: {}", changes.join("; ")),
        ),
        Past::Disagreeing(figures) => {
            let origins: Vec<String> = figures
                .iter()
                .map(|figure| format!("{} in {}", figure.text(measure), figure.origin()))
                .collect();
            ("Sources differ".to_owned(), origins.join("; "))
        }
        Past::Unknown => ("Not known".to_owned(), "In no file that is open".to_owned()),
    }
}

/// The targets of other years from the file, then those under review, each with what it was.
fn targets(report: &Report, measure: &Measure) -> Vec<(String, String)> {
    let unit = measure.unit.as_ref();
    let text = |year: &YearTarget, unit: Option<&Unit>| {
        let target = Target::from_document(&year.target, unit).ok()?;
        let text = target.text(unit, measure.places);
        // A number says itself what it was.
        let former = year.target.former.filter(|_| target.level().is_none());
        let former = former.map(|former| figure_text(former, unit, measure.places));
        Some(former.map_or_else(|| text.clone(), |former| format!("{text} (was {former})")))
    };
    let figures = measure.said.figures.as_ref();
    let mut targets: Vec<(String, String)> = Vec::new();
    for year in figures.iter().flat_map(|figures| &figures.targets) {
        targets.extend(text(year, unit).map(|text| (format!("Target {}", year.year), text)));
    }
    for review in report.document.target_reviews.iter().filter(|one| is_of(one, measure)) {
        let unit = review.unit.as_ref().or(unit);
        for year in &review.targets {
            let proposed = text(year, unit);
            let label = format!("Target {} under review", year.year);
            targets.extend(proposed.map(|text| (label, text)));
        }
        targets
            .extend(review.reason.clone().map(|reason| ("Why it is reviewed".to_owned(), reason)));
    }
    targets
}

fn is_of(review: &TargetReview, measure: &Measure) -> bool {
    match (&review.reference, &measure.said.reference) {
        (Some(one), Some(other)) => one == other,
        _ => review.title == measure.said.title,
    }
}

impl QuarterRow {
    /// What stands in a cell that only that quarter's report could fill.
    pub const NO_REPORT: &str = "Its report is not open";
}
