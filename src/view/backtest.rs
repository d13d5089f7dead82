//! How far to trust the outlook: what it said in past quarters, beside what the years came to.

use super::heading::version_of_all;
use super::row::Status;
use super::{counted, progress_word};
use crate::assess::{Backtest, MeasureBacktest, PastCase, Progress, Score, backtest, near};
use crate::model::{History, Measure};
use crate::terms::QuarterNumber;

/// The page of past outlooks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BacktestPage {
    /// What the page is about.
    pub title: &'static str,
    /// What tells the data that it rests on from others: "Data of 8 files 3f2a 91c0".
    pub version: String,
    /// What was found, in sentences.
    pub headline: Vec<String>,
    /// What to open where nothing, or too little, was found.
    pub needed: Option<String>,
    /// What was found, in figures.
    pub found: Option<Found>,
}

/// What was found, in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// On how much it rests.
    pub basis: String,
    /// What stands above the explanations.
    pub explained: &'static str,
    /// What the figures mean.
    pub explanations: Vec<String>,
    /// The headings of both tables of scores: of the row, and of each part.
    pub columns: [&'static str; 6],
    /// What the table by quarter is called.
    pub by_quarter: &'static str,
    /// All quarters together, and each.
    pub quarters: Vec<ScoreRow>,
    /// What the table by measure is called.
    pub by_measure: &'static str,
    /// Each measure.
    pub measures: Vec<MeasureScore>,
    /// The headings of the tables of cases.
    pub case_columns: [&'static str; 7],
}

/// A measure and its cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureScore {
    /// How far its outlooks came true.
    pub score: ScoreRow,
    /// What opens its cases.
    pub opened_by: String,
    /// Each of them, earliest first.
    pub cases: Vec<CaseRow>,
}

/// How far outlooks came true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreRow {
    /// The printed reference of a measure.
    pub reference: String,
    /// The quarter or the measure.
    pub label: String,
    /// A part for each heading after the first.
    pub parts: [Part; 5],
}

/// How many of how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// "36 of 42", or that there are none.
    pub count: String,
    /// "86%"
    pub share: Option<String>,
}

/// What was said in a quarter, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRow {
    /// The quarter.
    pub quarter: String,
    /// What the outlook said.
    pub said: Status<Progress>,
    /// A cell for each heading after these two.
    pub cells: [String; 5],
}

const TITLE: &str = "How far to trust the outlook";

const NEEDED: &str = "To see it, open the Quarter 4 file of an earlier year, which says what that year came to, together with the files of the Quarters 1 to 3 before it, which say what was known then. A measure counts where those files give its target and its figures. Each further year makes the answer firmer.";

pub(super) fn backtest_page(history: &History) -> BacktestPage {
    let measure = |report: usize, row: usize| &history.reports()[report].measures[row];
    let result = backtest(history, |report, row| {
        let measure = measure(report, row);
        near(measure, measure.rule.as_deref())
    });
    let version = version_of_all(history.reports());
    if result.overall.cases == 0 {
        return BacktestPage {
            title: TITLE,
            version,
            headline: vec![
                "The files that are open hold no outlook of a past year that can be held against what the year came to.".to_owned(),
            ],
            needed: Some(NEEDED.to_owned()),
            found: None,
        };
    }
    BacktestPage {
        title: TITLE,
        version,
        headline: headline(&result.overall),
        needed: None,
        found: Some(found(history, &result)),
    }
}

fn found(history: &History, result: &Backtest) -> Found {
    let by_number = QuarterNumber::ALL.into_iter().zip(&result.quarters);
    let quarters = by_number.map(|(number, score)| {
        score_row(String::new(), format!("Quarter {}", number.number()), score)
    });
    let all = score_row(String::new(), "All quarters".to_owned(), &result.overall);
    Found {
        basis: basis(result),
        explained: "What the figures mean",
        explanations: explanations(&result.overall),
        columns: [
            "Outlook of",
            "Came true, of those that said on course or off course",
            "Uncertain, of all",
            "Not rated, of all",
            "Outturn within the range, of those with a range",
            "Outlook right against the target on the day right, of those with both",
        ],
        by_quarter: "By quarter",
        quarters: std::iter::once(all).chain(quarters).collect(),
        by_measure: "By measure",
        measures: result.measures.iter().map(|one| measure_score(history, one)).collect(),
        case_columns: [
            "Quarter",
            "Outlook said",
            "Target",
            "The year came to",
            "Did it come true?",
            "Outturn within the range?",
            "Target on the day",
        ],
    }
}

/// "Of 42 outlooks that said on course or off course, 36 came true; the range held 51 of 60 outturns."
fn headline(score: &Score) -> Vec<String> {
    let came_true = match (score.rated, score.came_true) {
        (0, _) if score.cases == 1 => {
            "The one outlook said neither on course nor off course".to_owned()
        }
        (0, _) => format!("None of {} outlooks said on course or off course", score.cases),
        (1, 1) => "The one outlook that said on course or off course came true".to_owned(),
        (1, _) => "The one outlook that said on course or off course did not come true".to_owned(),
        (rated, came_true) => format!(
            "Of {rated} outlooks that said on course or off course, {} came true",
            none_or(came_true)
        ),
    };
    let held = match score.ranges {
        0 => "no outlook gave a range".to_owned(),
        ranges => {
            format!("the range held {} of {}", none_or(score.held), counted(ranges, "outturn"))
        }
    };
    let compared = match score.both {
        0 => None,
        both if both == score.rated => Some(format!(
            "Comparing the figure with the target on the day would have been right {} of the {both}.",
            times(score.both_compared_right),
        )),
        both => Some(format!(
            "In {both} of them the figure could also be compared with the target on the day: there the outlook was right {}, and the comparison would have been right {}.",
            times(score.both_came_true),
            times(score.both_compared_right),
        )),
    };
    std::iter::once(format!("{came_true}; {held}.")).chain(compared).collect()
}

fn none_or(count: usize) -> String {
    if count == 0 { "none".to_owned() } else { count.to_string() }
}

fn times(count: usize) -> String {
    match count {
        0 => "not once".to_owned(),
        1 => "once".to_owned(),
        count => format!("{count} times"),
    }
}

fn basis(result: &Backtest) -> String {
    let years: std::collections::BTreeSet<String> = result
        .measures
        .iter()
        .flat_map(|measure| &measure.cases)
        .map(|case| case.quarter.year.to_string())
        .collect();
    let cases = result.overall.cases;
    let years: Vec<String> = years.into_iter().collect();
    let years = match years.as_slice() {
        [rest @ .., last] if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        years => years.concat(),
    };
    let few = if cases < FEW { " That is few: another year may well look different." } else { "" };
    format!(
        "This rests on {} of {} in {years}. Each outlook is worked out again from nothing but what was known in its quarter.{few}",
        counted(cases, "outlook"),
        counted(result.measures.len(), "measure"),
    )
}

/// Below this, one case more or less is five points or more.
const FEW: usize = 20;

fn explanations(score: &Score) -> Vec<String> {
    let expected = match score.ranges {
        0 => String::new(),
        ranges => {
            let expected = (ranges * 8 + 5) / 10;
            format!(" Four in five of {ranges} would be about {expected}; it held {}.", score.held)
        }
    };
    [
        "An outlook came true if it said on course and the year's target was met, or off course and it was missed. Uncertain is neither right nor wrong, and is counted apart.".to_owned(),
        format!("The range is meant to hold what the year comes to four times in five (80%).{expected} Far fewer would mean that the outlook is surer than it should be; far more, that it is called uncertain too often."),
        "The target on the day is the plain comparison: the figure met what was asked for by then, or missed it, and the year is taken to end the same way. An outlook is worth having if it is right more often than that on the same quarters.".to_owned(),
        "Percentages are rounded each for itself.".to_owned(),
    ]
    .into()
}

fn score_row(reference: String, label: String, score: &Score) -> ScoreRow {
    let parts = [
        part(score.came_true, score.rated, "None rated"),
        part(score.uncertain, score.cases, "No outlook"),
        part(score.not_rated, score.cases, "No outlook"),
        part(score.held, score.ranges, "No range"),
        against(score),
    ];
    ScoreRow { reference, label, parts }
}

fn part(count: usize, of: usize, none: &str) -> Part {
    match percent(count, of) {
        Some(share) => Part { count: format!("{count} of {of}"), share: Some(share) },
        None => Part { count: none.to_owned(), share: None },
    }
}

/// Rounded for itself, a half upwards.
fn percent(count: usize, of: usize) -> Option<String> {
    let share = (count * 200 + of).checked_div(of * 2)?;
    Some(format!("{share}%"))
}

fn against(score: &Score) -> Part {
    let (outlook, on_the_day, both) = (score.both_came_true, score.both_compared_right, score.both);
    let Some((one, other)) = percent(outlook, both).zip(percent(on_the_day, both)) else {
        return Part { count: "Not compared".to_owned(), share: None };
    };
    let word = match outlook.cmp(&on_the_day) {
        std::cmp::Ordering::Greater => "the outlook was better",
        std::cmp::Ordering::Equal => "no difference",
        std::cmp::Ordering::Less => "the outlook was worse",
    };
    Part {
        count: format!("{outlook} against {on_the_day}, of {both}"),
        share: Some(format!("{one} against {other}: {word}")),
    }
}

fn measure_score(history: &History, one: &MeasureBacktest) -> MeasureScore {
    let measure = &history.reports()[one.report].measures[one.measure];
    let reference = measure.said.reference.clone().unwrap_or_default();
    let opened_by = format!("{} of {}", counted(one.cases.len(), "case"), measure.name());
    MeasureScore {
        score: score_row(reference, measure.said.title.clone(), &one.overall),
        opened_by,
        cases: one.cases.iter().map(|case| case_row(history, case)).collect(),
    }
}

fn case_row(history: &History, case: &PastCase) -> CaseRow {
    let measure: &Measure = &history.reports()[case.report].measures[case.measure];
    let rule = measure.rule.as_deref();
    let word = rule.and_then(|rule| rule.name_of(case.said)).unwrap_or(progress_word(case.said));
    let target = measure
        .target
        .level()
        .map_or("No target".to_owned(), |level| level.text(measure.unit.as_ref(), measure.places));
    let met = if case.is_met { "target met" } else { "target missed" };
    let came_true = match case.said {
        Progress::OnCourse => yes_no(case.is_met),
        Progress::OffCourse => yes_no(!case.is_met),
        Progress::Uncertain => "Neither: uncertain",
        _ => "Nothing was said",
    };
    let on_the_day = match case.was_met_on_the_day {
        None => "Not compared",
        Some(true) if case.is_met => "Met: right",
        Some(true) => "Met: wrong",
        Some(false) if case.is_met => "Missed: wrong",
        Some(false) => "Missed: right",
    };
    CaseRow {
        quarter: case.quarter.long_text(),
        said: Status { status: case.said, word: word.to_owned(), reason: None },
        cells: [
            target,
            format!("{}: {met}", measure.figure_text(case.outturn)),
            came_true.to_owned(),
            case.range_held.map_or("No range", yes_no).to_owned(),
            on_the_day.to_owned(),
        ],
    }
}

fn yes_no(is_so: bool) -> &'static str {
    if is_so { "Yes" } else { "No" }
}
