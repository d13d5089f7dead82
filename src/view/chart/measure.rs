//! The charts of a measure of a report.

use std::cmp::Ordering;

use super::gather::{Gathered, absent, of_value, quarter_of, rate};
use super::message::headline;
use super::years::{year_actuals, year_trend};
use super::{
    Axis, BarRow, Bars, Chart, Plotted, Projected, Series, Slot, Sparkline, Trend, bars, sparkline,
    trend,
};
use crate::app::State;
use crate::assess::Method;
use crate::document::Benchmark;
use crate::model::{Measure, Report, Value};
use crate::terms::{Basis, Quarter};

/// A measure over time, as far as figures are open: its own, its target, its projection, and those of others.
///
/// Nothing where there are not two figures to set beside each other.
#[must_use]
pub fn measure_trend(state: &State, report: &Report, index: usize) -> Option<Chart> {
    let measure = report.measures.get(index)?;
    let by_year = || year_trend(state, report, index).map(|drawn| trend(&drawn));
    let Some(gathered) = Gathered::new(state, report, index) else { return by_year() };
    if measure.basis == Some(Basis::Annual)
        && let Some(chart) = by_year()
    {
        return Some(chart);
    }
    let drawn = quarter_trend(&gathered);
    let figures =
        |series: &Series| series.points.iter().filter(|point| point.amount.is_some()).count();
    let others: usize = drawn.others.iter().map(figures).sum();
    let beside = usize::from(drawn.target.is_some()) + usize::from(drawn.projection.is_some());
    let own = figures(&drawn.actual);
    if own > 0 && own + others + beside > 1 { Some(trend(&drawn)) } else { by_year() }
}

/// Whether any measure of a report may have more than one figure to draw; looked at without joining each of them.
#[must_use]
pub fn has_sparklines(state: &State, report: &Report) -> bool {
    let has_more = |measure: &Measure| {
        let others = [&measure.same_period_last_year, &measure.previous_quarter];
        let others = others.into_iter().flatten().map(AsRef::as_ref).chain([&measure.last_year]);
        let earlier = measure.earlier.iter().map(|(_, value)| value);
        measure.change_on_last_year.is_some()
            || others.chain(earlier).any(|value| value.amount().is_some())
    };
    let joins_others = || state.joined.certain.iter().any(|(joined, changed)| joined > changed);
    report.period.quarter().is_some() && (joins_others() || report.measures.iter().any(has_more))
}

/// The last eight quarters of a measure; of a plan's or an annual one, the years that are known.
#[must_use]
pub fn measure_sparkline(state: &State, report: &Report, index: usize) -> Sparkline {
    let gathered = Gathered::new(state, report, index)
        .filter(|gathered| gathered.measure.basis != Some(Basis::Annual));
    let Some(gathered) = gathered else { return by_year(state, report, index) };
    let quarters = gathered.last_eight();
    let slots: Vec<Slot> = quarters.iter().map(|quarter| gathered.slot(*quarter)).collect();
    let level = gathered.level().filter(|_| !gathered.measure.is_sum_of_quarters());
    let target = level.map(|level| (level.amount, gathered.text(level.amount)));
    let target = target.as_ref().map(|(amount, text)| (*amount, text.as_str()));
    sparkline(&slots, &gathered.points(&quarters), target)
}

/// A measure that is published once a year has no quarters to show, and a plan has none at all.
fn by_year(state: &State, report: &Report, index: usize) -> Sparkline {
    let (slots, actuals) = year_actuals(state, report, index);
    sparkline(&slots, &actuals, None)
}

/// This quarter in each year of which it is known; nothing where there is only one.
#[must_use]
pub fn measure_same_quarter(state: &State, report: &Report, index: usize) -> Option<Chart> {
    let gathered = Gathered::new(state, report, index)?;
    if gathered.measure.basis == Some(Basis::Annual) {
        return None;
    }
    let alike = gathered.known.iter().filter(|(quarter, _)| quarter.number == gathered.now.number);
    let alike: Vec<(Quarter, &Plotted)> = alike.map(|(quarter, one)| (*quarter, one)).collect();
    let known =
        || alike.iter().rev().filter_map(|(quarter, one)| Some((*quarter, one.amount?, *one)));
    let (latest, amount, text) = known().next()?;
    let (before, earlier, then) = known().nth(1)?;
    let compared = match amount.decimal().cmp(&earlier.decimal()) {
        Ordering::Less => "lower than",
        Ordering::Equal => "the same as",
        Ordering::Greater => "higher than",
    };
    let number = gathered.now.number.number();
    let row = |(quarter, one): &(Quarter, &Plotted)| BarRow {
        label: report.quarter_name(*quarter),
        amount: one.amount,
        text: one.text.clone(),
        is_marked: *quarter == latest,
    };
    Some(bars(&Bars {
        headline: format!(
            "Quarter {number} of {}: {}{}, {compared} the {} of {}.",
            report.year_name(latest.year),
            text.text,
            rate(gathered.unit.as_ref()),
            then.text,
            report.year_name(before.year),
        ),
        called: format!("{}, Quarter {number} in each year", gathered.measure.name()),
        headers: ["Period".to_owned(), "Figure".to_owned()],
        rows: alike.iter().map(row).collect(),
        sides: None,
        notes: Vec::new(),
    }))
}

/// The lines of figures that a file gives with a measure: a cohort each, a month each.
#[must_use]
pub fn measure_series(report: &Report, index: usize) -> Option<Chart> {
    let measure = report.measures.get(index)?;
    let all = &measure.said.figures.as_ref()?.series;
    let unit = all.first()?.unit.clone().or_else(|| measure.unit.clone());
    let mut slots: Vec<Slot> = Vec::new();
    for point in all.iter().flat_map(|series| &series.points) {
        if !slots.iter().any(|slot| slot.long == point.label) {
            let (short, long) = (point.label.clone(), point.label.clone());
            slots.push(Slot { short, group: String::new(), long, starts_anew: false });
        }
    }
    let read = |series: &crate::document::Series| {
        let at = |slot: &Slot| {
            let point = series.points.iter().find(|point| point.label == slot.long);
            let value = point.and_then(|point| Value::from_document(&point.value).ok());
            let own = series.unit.clone().or_else(|| measure.unit.clone());
            let measure = Measure { unit: own, ..Measure::untold(String::new()) };
            value.map_or_else(
                || absent("Not given"),
                |value| of_value(&measure, unit.as_ref(), &value),
            )
        };
        Series { label: series.label.clone(), points: slots.iter().map(at).collect() }
    };
    let mut series: Vec<Series> = all.iter().map(read).collect();
    series.sort_by_key(|one| one.last().is_none());
    let (actual, others) = series.split_first()?;
    let known = series.iter().flat_map(|one| &one.points).filter(|point| point.amount.is_some());
    if slots.len() < 2 || known.count() < 2 {
        return None;
    }
    let headline = series_headline(&slots, &series)?;
    let notes = all.iter().filter_map(|one| Some(format!("{}: {}", one.label, one.note.as_ref()?)));
    let notes = notes.collect();
    let (actual, others) = (actual.clone(), others.to_vec());
    Some(trend(&Trend {
        headline,
        called: format!("{}, series", measure.name()),
        axis: Axis { unit },
        slots,
        actual,
        target: None,
        projection: None,
        others,
        notes,
    }))
}

/// The latest figures of all lines, and from where the first of them came: "2012 results: Halton 59%, England 58.8%.
/// 2010 results: Halton 54%."
fn series_headline(slots: &[Slot], series: &[Series]) -> Option<String> {
    let known = |one: &Series, at: usize| one.points.get(at).is_some_and(|it| it.amount.is_some());
    let actual = series.first()?;
    let mut of_actual = (0..slots.len()).filter(|at| known(actual, *at));
    let first = of_actual.next()?;
    let last = of_actual.next_back().unwrap_or(first);
    let there = series.iter().filter(|one| known(one, last));
    let there: Vec<String> =
        there.map(|one| format!("{} {}", one.label, one.points[last].text)).collect();
    let now = format!("{}: {}.", slots[last].long, there.join(", "));
    let was = (first < last).then(|| {
        format!(" {}: {} {}.", slots[first].long, actual.label, actual.points[first].text)
    });
    Some(now + &was.unwrap_or_default())
}

fn quarter_trend(gathered: &Gathered<'_>) -> Trend {
    let (benchmarks, mut notes) = benchmarks(gathered);
    let projection = gathered.state.assessment.measures.get(gathered.index);
    let projection = projection.and_then(|judged| judged.outlook.projection());
    let of_quarters = gathered.measure.is_sum_of_quarters();
    let projection = projection.filter(|one| {
        one.method != Method::Outturn
            && !of_quarters
            && one.unit == gathered.unit
            && gathered.year_end() > gathered.now
    });
    let mut last = gathered.now;
    if projection.is_some() || gathered.level().is_some() {
        last = last.max(gathered.year_end());
    }
    let earliest =
        benchmarks.iter().flat_map(|(_, points)| points).map(|(quarter, _)| *quarter).min();
    let quarters = gathered.quarters(earliest, last);
    let others = benchmarks.into_iter().map(|(label, points)| {
        let at = |quarter: &Quarter| {
            let point = points.iter().rev().find(|(at, _)| at == quarter);
            point.map_or_else(|| absent("Not given"), |(_, one)| one.clone())
        };
        Series { label, points: quarters.iter().map(at).collect() }
    });
    let others: Vec<Series> = others.collect();
    if quarters.first().is_some_and(|first| gathered.known.keys().any(|known| known < first)) {
        notes.push("Earlier quarters are left out.".to_owned());
    }
    let target = gathered.targets(&quarters);
    if of_quarters && target.is_none() && gathered.level().is_some() {
        notes.push(
            "The target is for the whole year, and is not drawn beside single quarters.".to_owned(),
        );
    }
    Trend {
        headline: headline(gathered),
        called: gathered.measure.name().to_owned(),
        axis: Axis { unit: gathered.unit.clone() },
        slots: quarters.iter().map(|quarter| gathered.slot(*quarter)).collect(),
        actual: Series { label: "Actual".to_owned(), points: gathered.points(&quarters) },
        target,
        projection: projection.map(|one| Projected {
            slot: quarters.len().saturating_sub(1),
            label: format!("Projected for {}", one.year_end),
            projected: (one.projected, one.text(one.projected)),
            low: (one.low, one.text(one.low)),
            high: (one.high, one.text(one.high)),
        }),
        others,
        notes,
    }
}

/// Whose, and their figures with the quarters in which they fall.
type Others = Vec<(String, Vec<(Quarter, Plotted)>)>;

/// What others have; and in sentences, what is known of them in words.
fn benchmarks(gathered: &Gathered<'_>) -> (Others, Vec<String>) {
    let figures = gathered.measure.said.figures.as_ref();
    let mut others: Others = Vec::new();
    let mut notes = Vec::new();
    for one in figures.map(|figures| figures.benchmarks.as_slice()).unwrap_or_default() {
        let point = benchmark(gathered, one);
        if let Some(text) = &one.text {
            notes.push(format!("{}: {text}", one.with));
        } else if point.as_ref().is_some_and(|(_, point)| point.amount.is_none()) {
            notes.extend(point.as_ref().map(|(_, point)| format!("{}: {}", one.with, point.text)));
        }
        let Some(point) = point.filter(|(_, point)| point.amount.is_some()) else { continue };
        match others.iter_mut().find(|(with, _)| *with == one.with) {
            Some((_, points)) => points.push(point),
            None => others.push((one.with.clone(), vec![point])),
        }
    }
    (others, notes)
}

fn benchmark(gathered: &Gathered<'_>, one: &Benchmark) -> Option<(Quarter, Plotted)> {
    let value = Value::from_document(one.value.as_ref()?).ok()?;
    let covers = one.covers.as_ref().or(value.figure().and_then(|figure| figure.covers.as_ref()));
    let quarter = covers.and_then(|covers| quarter_of(covers.last()));
    let mut point = of_value(gathered.measure, gathered.unit.as_ref(), &value);
    if let Some(covers) = &one.covers {
        point.text = format!("{} ({covers})", point.text);
    }
    Some((quarter.unwrap_or(gathered.now).min(gathered.year_end()), point))
}
