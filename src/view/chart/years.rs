//! A measure year by year: one that is published once a year, or one of a plan with its targets for several years.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::gather::{absent, of_value, plotted, printed, rate};
use super::message::places_beside;
use super::{Axis, Plotted, Series, Slot, Trend};
use crate::app::State;
use crate::model::{Figure, Measure, Report, Target, Value};
use crate::terms::{Amount, Date, FinancialYear, Span, figure_text, month_name};

/// What is known of a year, which ends on its key.
#[derive(Default)]
struct Known {
    name: String,
    actual: Option<Plotted>,
    /// What is plotted as the actual.
    figure: Option<Figure>,
    target: Option<Plotted>,
}

type Years = BTreeMap<Date, Known>;

/// Nothing where there are not two figures.
pub(super) fn year_trend(state: &State, report: &Report, index: usize) -> Option<Trend> {
    let measure = report.measures.get(index)?;
    let years = years_of(state, report, measure, index);
    let count = |of: fn(&Known) -> Option<&Plotted>| {
        years.values().filter(|year| of(year).is_some_and(|one| one.amount.is_some())).count()
    };
    let (actuals, targets) =
        (count(|year| year.actual.as_ref()), count(|year| year.target.as_ref()));
    if actuals + targets < 2 {
        return None;
    }
    let series = |label: &str, of: fn(&Known) -> Option<&Plotted>| Series {
        label: label.to_owned(),
        points: points(&years, of),
    };
    Some(Trend {
        headline: headline(&years, measure),
        called: measure.name().to_owned(),
        axis: Axis { unit: measure.unit.clone() },
        slots: slots(&years),
        actual: series("Actual", |year| year.actual.as_ref()),
        target: (targets > 0).then(|| series("Target", |year| year.target.as_ref())),
        projection: None,
        others: Vec::new(),
        notes: Vec::new(),
    })
}

/// The years of which an actual or a target is known, and their actuals.
pub(super) fn year_actuals(
    state: &State,
    report: &Report,
    index: usize,
) -> (Vec<Slot>, Vec<Plotted>) {
    let Some(measure) = report.measures.get(index) else { return Default::default() };
    let years = years_of(state, report, measure, index);
    (slots(&years), points(&years, |year| year.actual.as_ref()))
}

fn years_of(state: &State, report: &Report, measure: &Measure, index: usize) -> Years {
    let mut years = Years::new();
    for join in state.history.joins_of_measure(state.showing, index) {
        let other = &state.history.reports()[join.other_report];
        if join.by.is_certain() && join.changes.is_empty() && other.period < report.period {
            add(&mut years, other, &other.measures[join.other_measure]);
        }
    }
    add(&mut years, report, measure);
    years
}

fn points(years: &Years, of: fn(&Known) -> Option<&Plotted>) -> Vec<Plotted> {
    years.values().map(|year| of(year).cloned().unwrap_or_else(|| absent("Not given"))).collect()
}

fn slots(years: &Years) -> Vec<Slot> {
    let mut before: Option<i16> = None;
    let mut slots = Vec::new();
    for (last, year) in years {
        let starts_anew =
            before.replace(last.year()).is_some_and(|before| last.year() > before + 1);
        let is_alone =
            |name: &str| years.values().filter(|one| short(&one.name) == name).count() == 1;
        // A financial and an academic year of one number are told apart by where they end.
        let short = Some(short(&year.name)).filter(|name| is_alone(name));
        let short =
            short.unwrap_or_else(|| format!("to {} {}", month_name(last.month()), last.year()));
        let long = year.name.clone();
        slots.push(Slot { short, group: String::new(), long, starts_anew });
    }
    slots
}

/// "academic year 2018/19" is known by its years under the axis.
fn short(name: &str) -> String {
    name.rsplit(' ').next().unwrap_or(name).to_owned()
}

/// What a report says of a measure's years. What is added later goes before what was there.
fn add(years: &mut Years, report: &Report, measure: &Measure) {
    let this = report.period.year();
    let of_year = |year: FinancialYear| Some((year.last_day()?, report.year_name(year)));
    let of_span = |span: &Span| (span.last(), span.to_string());
    let place = |value: &Value, otherwise: FinancialYear| {
        let covers = value.figure().and_then(|figure| figure.covers.as_ref());
        covers.map(of_span).or_else(|| of_year(otherwise))
    };
    let current = place(&measure.current, this);
    let earlier = measure.earlier.iter().filter(|(span, _)| is_year(span));
    let mut figures: Vec<(Option<(Date, String)>, &Value)> =
        earlier.map(|(span, value)| (Some(of_span(span)), value)).collect();
    let last = measure.last_year_covers(this).as_ref().map(of_span);
    figures.push((last.or_else(|| of_year(this.previous())), &measure.last_year));
    figures.push((current.clone(), &measure.current));
    for (place, value) in figures {
        // The year stands in front of its figure.
        let value = match value.clone() {
            Value::Figure(figure) => Value::Figure(Figure { covers: None, ..figure }),
            absent @ Value::Absent(_) => absent,
        };
        let point = of_value(measure, measure.unit.as_ref(), &value);
        if let Some((end, name)) = place.filter(|_| point.amount.is_some()) {
            let known = known(years, end, name);
            (known.actual, known.figure) = (Some(point), value.figure().cloned());
        }
    }
    // The target of a figure that is there is held against it; without one, it is for the report's year.
    let has_figure = measure.current.amount().is_some();
    let year = if has_figure { current } else { of_year(this) };
    let own = [(year, target_point(measure, &measure.target))];
    let planned = measure.said.figures.as_ref().map(|figures| figures.targets.as_slice());
    let planned = planned.unwrap_or_default().iter().map(|one| {
        let target = Target::from_document(&one.target, measure.unit.as_ref()).ok();
        (of_year(one.year), target.and_then(|target| target_point(measure, &target)))
    });
    for (place, point) in planned.chain(own) {
        if let (Some((end, name)), Some(point)) = (place, point) {
            known(years, end, name).target = Some(point);
        }
    }
}

fn known(years: &mut Years, end: Date, name: String) -> &mut Known {
    let known = years.entry(end).or_default();
    if known.name.is_empty() {
        known.name = name;
    }
    known
}

fn is_year(span: &Span) -> bool {
    (11..=13).contains(&span.months())
}

fn target_point(measure: &Measure, target: &Target) -> Option<Plotted> {
    let level = target.level()?;
    let is_alike = level.unit.is_none() || level.unit == measure.unit;
    is_alike.then(|| {
        let text = figure_text(level.amount, printed(measure.unit.as_ref()), measure.places);
        plotted(level.amount, text)
    })
}

/// "94.5% for 2018/19, below the target of 95%."
fn headline(years: &Years, measure: &Measure) -> String {
    let unit = measure.unit.as_ref();
    let shown = |target: Amount| figure_text(target, printed(unit), measure.places_in_full(target));
    let target = |year: &Known| year.target.as_ref()?.amount;
    let latest = years.values().rev().find_map(|year| Some((year, year.figure.as_ref()?)));
    let last = years.values().rev().find_map(|year| Some((year, target(year)?)));
    let Some((year, figure)) = latest else {
        return last.map_or_else(String::new, |(year, target)| {
            format!("Target of {}{} for {}.", shown(target), rate(unit), year.name)
        });
    };
    let Some(amount) = figure.amount() else { return String::new() };
    let target = target(year);
    let places = target.map_or(measure.places, |target| places_beside(measure, amount, target));
    let own = Figure { unit: None, ..figure.clone() };
    let figure =
        format!("{}{} for {}", own.text_of(amount, printed(unit), places), rate(unit), year.name);
    match (target, last) {
        (Some(target), _) => {
            let stands = match amount.decimal().cmp(&target.decimal()) {
                Ordering::Less => "below",
                Ordering::Equal => "exactly",
                Ordering::Greater => "above",
            };
            format!("{figure}, {stands} the target of {}.", shown(target))
        }
        (None, Some((year, target))) => {
            format!("{figure}; the target is {} for {}.", shown(target), year.name)
        }
        (None, None) => format!("{figure}."),
    }
}
