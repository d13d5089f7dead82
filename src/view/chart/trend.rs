//! A measure over time: what it was, what it should be, what it may come to, and what others have.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::labels::{DOT, Key, column, column_height, column_width, rows};
use super::marks::{Fill, Ink, Mark, Picture, Point, Shape, Stroke, TEXT, Weight};
use super::plot::{Plot, Ticks};
use super::scale::Zero;
use super::{Chart, ChartTable, Room, file_name};
use crate::terms::{Amount, Unit};

/// What a trend shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// The message.
    pub headline: String,
    /// What the measure is called: its reference or its title.
    pub called: String,
    /// What the vertical axis counts.
    pub axis: Axis,
    /// The periods, earliest first.
    pub slots: Vec<Slot>,
    /// The measure's own figures.
    pub actual: Series,
    /// What they should be.
    pub target: Option<Series>,
    /// What the year may come to.
    pub projection: Option<Projected>,
    /// What others have. The first three are drawn, and all are in the table.
    pub others: Vec<Series>,
    /// What else to know.
    pub notes: Vec<String>,
}

/// What an axis counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Axis {
    /// The unit of every figure.
    pub unit: Option<Unit>,
}

/// A period along the bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// What stands under it: "Q2".
    pub short: String,
    /// What stands once under several: "2019/20"; empty where nothing does.
    pub group: String,
    /// What the table calls it: "2019/20 Q2".
    pub long: String,
    /// Whether its figure starts anew, so that no line joins it to the one before: a count over the year.
    pub starts_anew: bool,
}

/// Figures over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Whose or what.
    pub label: String,
    /// One for each period; of periods beyond the last, nothing is known.
    pub points: Vec<Plotted>,
}

/// A figure, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plotted {
    /// The figure.
    pub amount: Option<Amount>,
    /// As it is printed; without a figure, the reason.
    pub text: String,
    /// Whether it may still change.
    pub is_provisional: bool,
}

/// What the year may come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Projected {
    /// The period at whose end the year ends, by its place.
    pub slot: usize,
    /// What the table calls it: "Projected for March 2020".
    pub label: String,
    /// The outturn that is most likely.
    pub projected: (Amount, String),
    /// The lowest that is expected.
    pub low: (Amount, String),
    /// The highest that is expected.
    pub high: (Amount, String),
}

/// How many series of others are drawn, so that there are at most four in all.
const OTHERS: [(Ink, Stroke, Shape); 3] = [
    (Ink::Second, Stroke::Solid, Shape::Square),
    (Ink::Third, Stroke::Dotted, Shape::Triangle),
    (Ink::Fourth, Stroke::Dashed, Shape::Diamond),
];

const ABSENT: &str = "Not known";

impl Series {
    fn amount(&self, slot: usize) -> Option<Amount> {
        self.points.get(slot).and_then(|point| point.amount)
    }

    fn text(&self, slot: usize) -> String {
        let text = self.points.get(slot).map(|point| point.text.clone());
        text.filter(|text| !text.is_empty()).unwrap_or_else(|| ABSENT.to_owned())
    }

    /// Its last figure, with its place.
    pub(super) fn last(&self) -> Option<(usize, Amount, &str)> {
        let points = self.points.iter().enumerate().rev();
        let mut known = points.filter_map(|(at, one)| Some((at, one.amount?, one.text.as_str())));
        known.next()
    }

    pub(super) fn amounts(&self) -> impl Iterator<Item = Amount> {
        self.points.iter().filter_map(|point| point.amount)
    }
}

/// A trend as a chart.
#[must_use]
pub fn trend(trend: &Trend) -> Chart {
    let ticks = Ticks::new(&figures(trend), &trend.axis, Zero::IfNear);
    let mut notes: Vec<String> = ticks.note().into_iter().collect();
    if trend.actual.points.iter().any(|point| point.is_provisional && point.amount.is_some()) {
        notes.push("A hollow point is a provisional or estimated figure.".to_owned());
    }
    if trend.others.len() > OTHERS.len() {
        notes.push(
            "The picture leaves out the series after the fourth; the table has them all."
                .to_owned(),
        );
    }
    notes.extend(trend.notes.iter().cloned());
    Chart {
        headline: trend.headline.clone(),
        name: format!("Line chart. {}", trend.headline),
        file: file_name(&trend.called, "trend"),
        wide: picture(trend, &ticks, Room::Wide),
        narrow: picture(trend, &ticks, Room::Narrow),
        notes,
        about: String::new(),
        table: table(trend),
    }
}

fn drawn(trend: &Trend) -> impl Iterator<Item = (&Series, (Ink, Stroke, Shape))> {
    trend.others.iter().zip(OTHERS)
}

fn figures(trend: &Trend) -> Vec<Decimal> {
    let range = trend.projection.iter().flat_map(|one| [one.projected.0, one.low.0, one.high.0]);
    let others = drawn(trend).flat_map(|(series, _)| series.amounts());
    let own = trend.actual.amounts().chain(trend.target.iter().flat_map(Series::amounts));
    own.chain(range).chain(others).map(Amount::decimal).collect()
}

fn picture(trend: &Trend, ticks: &Ticks, room: Room) -> Picture {
    const MOST_FOR_NAMES: i32 = 2800;

    let width = room.width();
    let slots = trend.slots.len();
    let keys = keys(trend);
    let (mut marks, top, names) = match room {
        Room::Wide => (Vec::new(), 0, column_width(&keys, MOST_FOR_NAMES) + TEXT),
        Room::Narrow => {
            let (marks, height) = rows(&keys, width);
            (marks, height, 0)
        }
    };
    let plot_height = if room == Room::Wide { 2400 } else { 1900 };
    let plot = Plot::new(ticks, &trend.axis, slots, (top, plot_height), width - names);
    marks.extend(plot.axis(ticks, &trend.axis));
    marks.extend(plot.periods(&trend.slots));
    marks.extend(lines(trend, &plot));
    let mut height = plot.end();
    if room == Room::Wide {
        // Names that say much may need more room than the lines.
        height = height.max(column_height(&keys, names - TEXT));
        let keys: Vec<Key> = keys
            .into_iter()
            .zip(ends(trend))
            .map(|(key, end)| Key { wanted: plot.y(end), ..key })
            .collect();
        marks.extend(column(&keys, plot.right + TEXT, names - TEXT, (0, height)));
    }
    Picture { width, height, marks }
}

/// The figure at the end of each line that has a name, in the order of the names.
fn ends(trend: &Trend) -> Vec<Amount> {
    let end = |series: &Series| series.last().map(|(_, amount, _)| amount);
    let mut ends: Vec<Amount> = end(&trend.actual).into_iter().collect();
    ends.extend(trend.projection.as_ref().map(|one| one.projected.0));
    ends.extend(trend.target.as_ref().and_then(end));
    ends.extend(drawn(trend).filter_map(|(series, _)| end(series)));
    ends
}

fn keys(trend: &Trend) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut key = |ink, stroke, dot, name: &str, value: String| {
        let name = name.to_owned();
        keys.push(Key { ink, stroke, dot, wanted: 0, name, value });
    };
    if let Some((at, _, text)) = trend.actual.last() {
        let fill = fill(&trend.actual, at);
        let line = Some((Stroke::Solid, Weight::Thick));
        key(Ink::First, line, Some((Shape::Circle, fill)), &trend.actual.label, text.to_owned());
    }
    if let Some(one) = &trend.projection {
        let (line, dot) = ((Stroke::Dotted, Weight::Thin), (Shape::Diamond, Fill::Hollow));
        let value = format!("{}, range {} to {}", one.projected.1, one.low.1, one.high.1);
        key(Ink::First, Some(line), Some(dot), "Projected", value);
    }
    if let Some((series, (_, _, text))) =
        trend.target.as_ref().and_then(|one| Some((one, one.last()?)))
    {
        key(Ink::Text, Some((Stroke::Dashed, Weight::Thin)), None, &series.label, text.to_owned());
    }
    for (series, (ink, stroke, shape)) in drawn(trend) {
        if let Some((at, _, text)) = series.last() {
            let dot = Some((shape, fill(series, at)));
            key(ink, Some((stroke, Weight::Thin)), dot, &series.label, text.to_owned());
        }
    }
    keys
}

fn fill(series: &Series, slot: usize) -> Fill {
    match series.points.get(slot) {
        Some(point) if point.is_provisional => Fill::Hollow,
        _ => Fill::Solid,
    }
}

fn lines(trend: &Trend, plot: &Plot) -> Vec<Mark> {
    let mut marks = Vec::new();
    let from =
        trend.actual.last().map(|(slot, amount, _)| Point::new(plot.x(slot), plot.y(amount)));
    if let Some(projection) = &trend.projection {
        marks.extend(projected(projection, from, plot));
    }
    if let Some(target) = &trend.target {
        marks.extend(steps(target, trend.slots.len(), plot));
    }
    for (series, (ink, stroke, shape)) in drawn(trend) {
        marks.extend(line(series, &trend.slots, plot, (ink, stroke, Weight::Thin, shape)));
    }
    marks.extend(own_line(&trend.actual, &trend.slots, plot));
    marks
}

/// A line of a measure's own figures.
pub(super) fn own_line(series: &Series, slots: &[Slot], plot: &Plot) -> Vec<Mark> {
    line(series, slots, plot, (Ink::First, Stroke::Solid, Weight::Thick, Shape::Circle))
}

/// A line with its points, broken where a figure is missing or starts anew.
pub(super) fn line(
    series: &Series,
    slots: &[Slot],
    plot: &Plot,
    (ink, stroke, weight, shape): (Ink, Stroke, Weight, Shape),
) -> Vec<Mark> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut dots = Vec::new();
    let mut is_broken = true;
    for (slot, period) in slots.iter().enumerate() {
        let Some(amount) = series.amount(slot) else {
            is_broken = true;
            continue;
        };
        let at = Point::new(plot.x(slot), plot.y(amount));
        dots.push(Mark::Dot { ink, shape, fill: fill(series, slot), radius: DOT, at });
        match runs.last_mut() {
            Some(run) if !is_broken && !period.starts_anew => run.push(at),
            _ => runs.push(vec![at]),
        }
        is_broken = false;
    }
    let lines = runs.into_iter().filter(|run| run.len() > 1);
    let lines = lines.map(|points| Mark::Line { ink, stroke, weight, points });
    lines.chain(dots).collect()
}

/// A target holds for the whole of a period, so that it goes in steps.
pub(super) fn steps(target: &Series, slots: usize, plot: &Plot) -> Vec<Mark> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    let mut is_broken = true;
    for slot in 0..slots {
        let Some(amount) = target.amount(slot) else {
            is_broken = true;
            continue;
        };
        let y = plot.y(amount);
        let ends = [Point::new(plot.edge(slot), y), Point::new(plot.edge(slot + 1), y)];
        match runs.last_mut().filter(|_| !is_broken) {
            Some(run) => run.extend(ends),
            None => runs.push(ends.to_vec()),
        }
        is_broken = false;
    }
    let (ink, stroke, weight) = (Ink::Text, Stroke::Dashed, Weight::Thin);
    runs.into_iter().map(|points| Mark::Line { ink, stroke, weight, points }).collect()
}

fn projected(one: &Projected, from: Option<Point>, plot: &Plot) -> Vec<Mark> {
    const CAP: i32 = 50;

    let x = plot.x(one.slot);
    let at = |amount: Amount| Point::new(x, plot.y(amount));
    let (middle, low, high) = (at(one.projected.0), at(one.low.0), at(one.high.0));
    let ink = Ink::First;
    let thin = |stroke, points| Mark::Line { ink, stroke, weight: Weight::Thin, points };
    let cap = |y| vec![Point::new(x - CAP, y), Point::new(x + CAP, y)];
    let mut marks = Vec::new();
    if let Some(from) = from.filter(|from| from.x.cmp(&x) == Ordering::Less) {
        marks.push(Mark::Band { ink, points: vec![from, low, high] });
        marks.push(thin(Stroke::Dotted, vec![from, middle]));
    }
    marks.push(thin(Stroke::Solid, vec![low, high]));
    marks.extend([low.y, high.y].map(|y| thin(Stroke::Solid, cap(y))));
    marks.push(Mark::Dot {
        ink,
        shape: Shape::Diamond,
        fill: Fill::Hollow,
        radius: DOT + 10,
        at: middle,
    });
    marks
}

fn table(trend: &Trend) -> ChartTable {
    let columns: Vec<&Series> =
        [&trend.actual].into_iter().chain(&trend.target).chain(&trend.others).collect();
    let headers = columns.iter().map(|series| series.label.clone());
    let mut rows: Vec<Vec<String>> = trend
        .slots
        .iter()
        .enumerate()
        .filter(|(slot, _)| columns.iter().any(|series| series.points.get(*slot).is_some()))
        .map(|(slot, period)| {
            let cells = columns.iter().map(|series| series.text(slot));
            [period.long.clone()].into_iter().chain(cells).collect()
        })
        .collect();
    if let Some(one) = &trend.projection {
        let value = format!("{}, range {} to {}", one.projected.1, one.low.1, one.high.1);
        let mut row = vec![one.label.clone(), value];
        row.extend(columns.iter().skip(1).map(|series| series.text(one.slot)));
        rows.push(row);
    }
    ChartTable {
        caption: match trend.axis.title() {
            Some(unit) => format!("Figures of {}. {unit}", trend.called),
            None => format!("Figures of {}", trend.called),
        },
        headers: ["Period".to_owned()].into_iter().chain(headers).collect(),
        rows,
    }
}
