//! How far outlooks came true: what they said in the quarters of past years, beside what the years came to.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::outlook::{goal, is_met_now, outlook, outturn};
use crate::model::{History, Join};
use crate::terms::{Amount, FinancialYear, Progress, Quarter, QuarterNumber, Unit};

/// How far outlooks came true.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backtest {
    /// All measures and quarters together.
    pub overall: Score,
    /// Quarters 1, 2 and 3, each for all measures.
    pub quarters: [Score; 3],
    /// Each measure that has a case, in the order of the latest report that closes a year.
    pub measures: Vec<MeasureBacktest>,
}

/// How far the outlooks of one measure came true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureBacktest {
    /// The index of the latest report that gives an outturn of it.
    pub report: usize,
    /// The index of the measure in that report.
    pub measure: usize,
    /// All of its quarters together.
    pub overall: Score,
    /// Its Quarters 1, 2 and 3.
    pub quarters: [Score; 3],
    /// What was said each time, earliest first.
    pub cases: Vec<PastCase>,
}

/// What was said in a quarter, and what the year came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastCase {
    /// The index of the quarter's report.
    pub report: usize,
    /// The index of the measure in it.
    pub measure: usize,
    /// The quarter.
    pub quarter: Quarter,
    /// What the outlook said, from nothing but what was known by then.
    pub said: Progress,
    /// What the year came to.
    pub outturn: Amount,
    /// Whether that met the target, as it was given in the quarter.
    pub is_met: bool,
    /// Whether the range held the outturn, its ends included; none where no range was given.
    pub range_held: Option<bool>,
    /// Whether the figure met the target as it stood on the day; none where the two could not be compared.
    pub was_met_on_the_day: Option<bool>,
}

/// Counts of cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Quarters with a target of a year whose outturn is known: those rated, uncertain and not rated.
    pub cases: usize,
    /// Those in which the outlook said on course or off course.
    pub rated: usize,
    /// Of those rated: on course and the target was met, or off course and it was missed.
    pub came_true: usize,
    /// Those in which the outlook said uncertain.
    pub uncertain: usize,
    /// Those in which the outlook could say nothing.
    pub not_rated: usize,
    /// Those in which the outlook gave a range.
    pub ranges: usize,
    /// Of those with a range: it held the outturn.
    pub held: usize,
    /// Those in which the figure could be compared with the target on the day.
    pub compared: usize,
    /// Of those compared: met on the day and at the year's end, or missed at both.
    pub compared_right: usize,
    /// Those that were both rated and compared: for these, the two can be held against each other.
    pub both: usize,
    /// Of both: the outlook came true.
    pub both_came_true: usize,
    /// Of both: the comparison on the day was right.
    pub both_compared_right: usize,
}

impl Score {
    fn count(&mut self, case: &PastCase) {
        self.cases += 1;
        let outlook = match case.said {
            Progress::OnCourse => Some(case.is_met),
            Progress::OffCourse => Some(!case.is_met),
            _ => None,
        };
        self.rated += usize::from(outlook.is_some());
        self.came_true += usize::from(outlook == Some(true));
        self.uncertain += usize::from(case.said == Progress::Uncertain);
        self.not_rated += usize::from(case.said == Progress::NotRated);
        self.ranges += usize::from(case.range_held.is_some());
        self.held += usize::from(case.range_held == Some(true));
        let on_the_day = case.was_met_on_the_day.map(|was_met| was_met == case.is_met);
        self.compared += usize::from(on_the_day.is_some());
        self.compared_right += usize::from(on_the_day == Some(true));
        if let Some((outlook, on_the_day)) = outlook.zip(on_the_day) {
            self.both += 1;
            self.both_came_true += usize::from(outlook);
            self.both_compared_right += usize::from(on_the_day);
        }
    }
}

/// A measure in a report, by index.
type Row = (usize, usize);

/// A measure over the years: its latest row, and what each year came to. A year of which two files say
/// different things has no outturn.
struct Measured {
    latest: Row,
    /// The joins of every row that closes a year.
    closing: Vec<(FinancialYear, Join)>,
    outturns: BTreeMap<FinancialYear, Option<(Amount, Option<Unit>)>>,
}

/// Asks of every loaded quarter what the outlook said then, and whether it came true.
///
/// A year counts where a report for its Quarter 4 gives the outturn and a target: figures that only stand
/// among the earlier figures of another report give no case, because what was known in their quarter is not
/// on file. A provisional outturn counts. The target is the one given in the quarter. A quarter that two
/// files report counts once. `near` says how far from the target still meets it, for a row by its indexes,
/// where near to the plan is better.
#[must_use]
pub fn backtest(history: &History, near: impl Fn(usize, usize) -> Option<Decimal>) -> Backtest {
    let mut result = Backtest::default();
    for measured in measured(history) {
        let cases = cases(history, &measured, &near);
        if cases.is_empty() {
            continue;
        }
        let (report, measure) = measured.latest;
        let (mut overall, mut quarters) = (Score::default(), <[Score; 3]>::default());
        for case in &cases {
            let quarter = usize::from(case.quarter.number.number()) - 1;
            for score in [&mut overall, &mut result.overall] {
                score.count(case);
            }
            for scores in [&mut quarters, &mut result.quarters] {
                scores.get_mut(quarter).into_iter().for_each(|score| score.count(case));
            }
        }
        result.measures.push(MeasureBacktest { report, measure, overall, quarters, cases });
    }
    result
}

/// Every measure of which an outturn is known, with those of the latest report first.
fn measured(history: &History) -> Vec<Measured> {
    let mut all: Vec<Measured> = Vec::new();
    let mut index_of: BTreeMap<Row, usize> = BTreeMap::new();
    for (report, this) in history.reports().iter().enumerate().rev() {
        let Some(quarter) = this.period.quarter() else { continue };
        if quarter.number != QuarterNumber::Four {
            continue;
        }
        let mut joins: BTreeMap<usize, Vec<Join>> = BTreeMap::new();
        for join in history.joins(report).into_iter().filter(|join| join.by.is_certain()) {
            joins.entry(join.measure).or_default().push(join);
        }
        for measure in 0..this.measures.len() {
            let row = (report, measure);
            let Some(outturn) = outturn(history, row) else { continue };
            let joined = joins.remove(&measure).unwrap_or_default();
            let known = joined
                .iter()
                .filter_map(|join| index_of.get(&(join.other_report, join.other_measure)))
                .min()
                .copied();
            let index = known.unwrap_or_else(|| {
                all.push(Measured { latest: row, closing: Vec::new(), outturns: BTreeMap::new() });
                all.len() - 1
            });
            index_of.insert(row, index);
            let measured = &mut all[index];
            measured.closing.extend(joined.into_iter().map(|join| (quarter.year, join)));
            let first =
                measured.outturns.entry(quarter.year).or_insert_with(|| Some(outturn.clone()));
            if first.as_ref() != Some(&outturn) {
                *first = None;
            }
        }
    }
    all
}

fn cases(
    history: &History,
    measured: &Measured,
    near: &impl Fn(usize, usize) -> Option<Decimal>,
) -> Vec<PastCase> {
    let mut rows: BTreeSet<(Quarter, Row)> = BTreeSet::new();
    for (year, join) in &measured.closing {
        let other = history.reports()[join.other_report].period.quarter();
        let is_earlier = |other: &Quarter| {
            other.year == *year && other.number != QuarterNumber::Four && join.changes.is_empty()
        };
        if let Some(quarter) = other.filter(is_earlier) {
            rows.insert((quarter, (join.other_report, join.other_measure)));
        }
    }
    let mut cases: Vec<PastCase> = Vec::new();
    for (quarter, row) in rows {
        let is_repeated = cases.last().is_some_and(|last| last.quarter == quarter);
        let outturn = measured.outturns.get(&quarter.year).and_then(Option::as_ref);
        if let Some(outturn) = outturn.filter(|_| !is_repeated) {
            cases.extend(case(history, quarter, row, outturn, near(row.0, row.1)));
        }
    }
    cases
}

fn case(
    history: &History,
    quarter: Quarter,
    row: Row,
    (outturn, unit): &(Amount, Option<Unit>),
    near: Option<Decimal>,
) -> Option<PastCase> {
    let (goal, goal_unit) = goal(history, row, near)?;
    if goal_unit.is_some() && unit.is_some() && goal_unit != *unit {
        return None;
    }
    let (report, measure) = row;
    let then = outlook(history, report, measure, near);
    let range_held = then.projection().map(|range| range.low <= *outturn && *outturn <= range.high);
    Some(PastCase {
        report,
        measure,
        quarter,
        said: then.verdict.status(),
        outturn: *outturn,
        is_met: goal.is_met_by(outturn.decimal()),
        range_held,
        was_met_on_the_day: is_met_now(history, row, goal),
    })
}
