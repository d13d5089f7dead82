//! A measure's year: what was reported, and what is supposed of the quarters that are left.

use rust_decimal::Decimal;

use super::gather::{Gathered, absent, plotted};
use super::handle::{Handle, Range};
use super::labels::{DOT, Key, rows};
use super::marks::{
    Anchor, Face, Fill, Ink, LINE, Mark, Picture, Point, Shape, Stroke, TEXT, Weight, text_width,
};
use super::plot::{Plot, Ticks};
use super::scale::Zero;
use super::trend::{line, own_line, steps};
use super::{Axis, Plotted, Room, Series, Slot};
use crate::app::{State, supposed_amount};
use crate::assess::{is_added_up, remaining, stands_on};
use crate::model::Report;
use crate::terms::{Amount, Quarter, QuarterNumber, Unit};

/// A picture of a measure's year with a handle for each quarter that is left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupposedChart {
    /// What a screen reader calls the picture: what kind it is, and its figures.
    pub name: String,
    /// The picture, without the handles.
    pub picture: Picture,
    /// What to know of it, beside [`SupposedChart::HOW`].
    pub notes: Vec<String>,
    /// A handle for each quarter that is left.
    pub handles: Vec<Handle>,
}

impl SupposedChart {
    /// What a screen reader calls the picture with its handles.
    pub const CALLED: &str = "The year with supposed figures, on a chart";
    /// How to suppose other figures on it.
    pub const HOW: &str =
        "Drag a ring up or down, or move it with the arrow keys; the fields say the same.";
}

/// Half the width of a handle.
pub const GRIP: i32 = 110;

/// Half the width of the place in which a handle is taken: 44 pixels across also where the picture is 215 wide.
pub const REACH: i32 = 350;

/// A quarter that is left.
struct Left {
    quarter: Quarter,
    /// What its figure begins with.
    base: Decimal,
    /// What it is supposed to bring; without that, what changes nothing.
    amount: Decimal,
    is_typed: bool,
    /// Whether something is worked out from what is typed.
    is_supposed: bool,
    /// Whether that is the figure of the quarter before.
    is_added: bool,
    /// The figure at its end.
    figure: Decimal,
}

/// The lines of the picture.
struct Lines {
    slots: Vec<Slot>,
    reported: Series,
    supposed: Series,
    target: Option<Series>,
    last_year: Option<Series>,
}

/// What is typed moves its ring, and is drawn as supposed where it is among the `amounts`, from which something is
/// worked out. Nothing where the current figure is no number, and where numbers are too large to be reckoned with.
pub(in crate::view) fn supposed_chart(
    state: &State,
    report: &Report,
    (index, amounts): (usize, &[(QuarterNumber, Amount)]),
    label: impl Fn(QuarterNumber) -> String,
) -> Option<SupposedChart> {
    let gathered = Gathered::new(state, report, index)?;
    let left = left(&gathered, amounts)?;
    let lines = lines(&gathered, &left);
    let axis = Axis { unit: gathered.unit.clone() };
    let zero = if is_added_up(gathered.measure) { Zero::Needed } else { Zero::IfNear };
    let ticks = Ticks::new(&with_room(&gathered, &lines, &left)?, &axis, zero);
    let (mut marks, top) = rows(&keys(&lines), Room::Narrow.width());
    let plot = Plot::new(&ticks, &axis, lines.slots.len(), (top, 1900), Room::Narrow.width());
    marks.extend(plot.axis(&ticks, &axis));
    marks.extend(plot.periods(&lines.slots));
    marks.extend(drawn(&lines, &plot));
    let finest = finest(&gathered);
    let handles = (0..left.len()).map(|at| {
        let one = &left[at];
        let number = one.quarter.number;
        Some(Handle {
            quarter: number,
            // The field beside it has the same name without this.
            label: format!("{}, on the chart", label(number)),
            said: said(&gathered, one),
            is_supposed: one.is_supposed,
            at: Point::new(plot.x(slot_of(number)), plot.y(one.figure.into())),
            range: range(&gathered, &left, at, (&plot, finest))?,
        })
    });
    let handles: Vec<Handle> = handles.collect::<Option<_>>()?;
    marks.extend(values(&gathered, &left, &plot));
    let mut notes: Vec<String> = ticks.note().into_iter().collect();
    notes.push("Hollow points on a dashed line are supposed.".to_owned());
    let picture = Picture { width: Room::Narrow.width(), height: plot.end(), marks };
    Some(SupposedChart { name: name(&gathered, &lines), picture, notes, handles })
}

fn slot_of(quarter: QuarterNumber) -> usize {
    usize::from(quarter.number()) - 1
}

/// The quarters that are left, each standing on the one before.
fn left(gathered: &Gathered<'_>, amounts: &[(QuarterNumber, Amount)]) -> Option<Vec<Left>> {
    let (measure, index) = (gathered.measure, gathered.index);
    let mut before = gathered.known.get(&gathered.now)?.amount?.decimal();
    let mut left = Vec::new();
    for quarter in remaining(gathered.report) {
        let base = stands_on(measure, quarter, before.into()).decimal();
        let text = gathered.state.supposed_text(index, quarter.number);
        let typed = supposed_amount(measure, text).map(Amount::decimal);
        let resting = if is_added_up(measure) { Decimal::ZERO } else { before };
        let amount = typed.unwrap_or(resting);
        let figure = base.checked_add(amount)?;
        let is_added = is_added_up(measure) && base == before;
        let is_typed = typed.is_some();
        let is_supposed = amounts.iter().any(|(number, _)| *number == quarter.number);
        left.push(Left { quarter, base, amount, is_typed, is_supposed, is_added, figure });
        before = figure;
    }
    Some(left)
}

fn lines(gathered: &Gathered<'_>, left: &[Left]) -> Lines {
    let quarters = QuarterNumber::ALL.map(|number| Quarter { number, ..gathered.now });
    let supposed = |quarter: &Quarter| {
        let one = left.iter().find(|one| one.quarter == *quarter && one.is_supposed);
        match one {
            Some(one) => Plotted {
                is_provisional: true,
                ..plotted(one.figure.into(), gathered.text(one.figure.into()))
            },
            None => absent("Not supposed"),
        }
    };
    let then = quarters.map(Quarter::last_year);
    let points = gathered.points(&then);
    let last_year = Series { label: gathered.report.year_name(then[0].year), points };
    Lines {
        slots: quarters.iter().map(|quarter| gathered.slot(*quarter)).collect(),
        reported: Series { label: "Reported".to_owned(), points: gathered.points(&quarters) },
        supposed: Series {
            label: "Supposed".to_owned(),
            points: quarters.iter().map(supposed).collect(),
        },
        target: gathered.targets(&quarters),
        last_year: last_year.last().is_some().then_some(last_year),
    }
}

impl Lines {
    fn all(&self) -> impl Iterator<Item = &Series> {
        let others = self.target.iter().chain(&self.last_year);
        [&self.reported, &self.supposed].into_iter().chain(others)
    }
}

/// Every figure, and room beyond what is known to drag to. What is supposed never makes room: the ground must not
/// grow under a finger.
fn with_room(gathered: &Gathered<'_>, lines: &Lines, left: &[Left]) -> Option<Vec<Decimal>> {
    let drawn = lines.all().flat_map(Series::amounts).map(Amount::decimal);
    let mut figures: Vec<Decimal> = drawn.chain(left.iter().map(|one| one.figure)).collect();
    let known = [&lines.reported].into_iter().chain(&lines.target).chain(&lines.last_year);
    let known: Vec<Decimal> = known.flat_map(Series::amounts).map(Amount::decimal).collect();
    let (low, high) = (*known.iter().min()?, *known.iter().max()?);
    if is_added_up(gathered.measure) {
        let (low, high) = (low.min(Decimal::ZERO), high.max(Decimal::ZERO));
        figures.push(high.checked_add(high.checked_sub(low)?.checked_div(4.into())?)?);
        return Some(figures);
    }
    let span = high.checked_sub(low)?;
    let alike = high.abs().checked_div(4.into())?.max(Decimal::ONE);
    let span = if span.is_zero() { alike } else { span };
    let (below, above) = (low.checked_sub(span)?, high.checked_add(span)?);
    let hundred = Decimal::ONE_HUNDRED;
    let is_share = gathered.unit == Some(Unit::Percent) && high <= hundred;
    figures.push(if low >= Decimal::ZERO { below.max(Decimal::ZERO) } else { below });
    figures.push(if is_share { above.min(hundred) } else { above });
    Some(figures)
}

/// The last decimal place that is shown.
fn finest(gathered: &Gathered<'_>) -> Decimal {
    let figures = [
        gathered.known.get(&gathered.now).and_then(|now| now.amount),
        gathered.level().map(|level| level.amount),
    ];
    let written = || figures.iter().flatten().map(|one| one.decimal().normalize().scale()).max();
    let places = gathered.measure.places.map(u32::from).or_else(written);
    Decimal::new(1, places.unwrap_or_default().min(4))
}

/// From nothing for what is added up, unless less than nothing was typed, to where the last of the quarters that
/// stand on it is at the top.
fn range(
    gathered: &Gathered<'_>,
    left: &[Left],
    at: usize,
    (plot, finest): (&Plot, Decimal),
) -> Option<Range> {
    let one = &left[at];
    let scale = plot.scale();
    let added_up = is_added_up(gathered.measure);
    let later = left[at + 1..].iter().take_while(|later| later.is_added);
    let figures = || [one.figure].into_iter().chain(later.clone().map(|one| one.figure));
    let above = figures().max()?.checked_sub(one.figure)?;
    let below = one.figure.checked_sub(figures().min()?)?;
    let (low, high) = scale.bounds();
    let most = high.checked_sub(one.base)?.checked_sub(above)?;
    let least = low.checked_sub(one.base)?.checked_add(below)?;
    let least = if added_up && one.amount >= Decimal::ZERO { Decimal::ZERO } else { least };
    Range::new(scale, finest, (one.base, one.amount), (least, most))
}

/// "9, so 58 at the end of Quarter 3", "9, from which nothing is worked out yet"
fn said(gathered: &Gathered<'_>, one: &Left) -> String {
    let amount = gathered.text(one.amount.into());
    if !one.is_typed {
        return format!("Nothing supposed; the ring rests at {}", gathered.text(one.figure.into()));
    }
    if !one.is_supposed {
        return format!("{amount}, from which nothing is worked out yet");
    }
    if !is_added_up(gathered.measure) {
        return amount;
    }
    let (figure, quarter) = (gathered.text(one.figure.into()), one.quarter.number.number());
    format!("{amount}, so {figure} at the end of Quarter {quarter}")
}

fn keys(lines: &Lines) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut key = |series: &Series, (ink, stroke, weight), dot| {
        let (name, wanted) = (series.label.clone(), 0);
        let value = series.last().map_or_else(|| "nothing yet".to_owned(), |one| one.2.to_owned());
        keys.push(Key { ink, stroke: Some((stroke, weight)), dot, wanted, name, value });
    };
    let dot = |shape, fill| Some((shape, fill));
    let solid = (Ink::First, Stroke::Solid, Weight::Thick);
    key(&lines.reported, solid, dot(Shape::Circle, Fill::Solid));
    let dashed = (Ink::First, Stroke::Dashed, Weight::Thin);
    key(&lines.supposed, dashed, dot(Shape::Circle, Fill::Hollow));
    if let Some(target) = &lines.target {
        key(target, (Ink::Text, Stroke::Dashed, Weight::Thin), None);
    }
    if let Some(before) = &lines.last_year {
        let (ink, stroke, shape) = LAST_YEAR;
        key(before, (ink, stroke, Weight::Thin), dot(shape, Fill::Solid));
    }
    keys
}

const LAST_YEAR: (Ink, Stroke, Shape) = (Ink::Second, Stroke::Solid, Shape::Square);

fn drawn(lines: &Lines, plot: &Plot) -> Vec<Mark> {
    let slots = &lines.slots;
    let mut marks = Vec::new();
    if let Some(target) = &lines.target {
        marks.extend(steps(target, slots.len(), plot));
    }
    if let Some(before) = &lines.last_year {
        let (ink, stroke, shape) = LAST_YEAR;
        marks.extend(line(before, slots, plot, (ink, stroke, Weight::Thin, shape)));
    }
    // From the last figure that was reported on.
    let mut onwards = lines.supposed.clone();
    if let Some((at, amount, text)) = lines.reported.last()
        && let Some(point) = onwards.points.get_mut(at)
    {
        *point = plotted(amount, text.to_owned());
    }
    let dashed = (Ink::First, Stroke::Dashed, Weight::Thin, Shape::Circle);
    marks.extend(line(&onwards, slots, plot, dashed));
    marks.extend(own_line(&lines.reported, slots, plot));
    marks
}

/// The figure at the end of each quarter that is supposed, over its ring or, at the top, under it.
fn values(gathered: &Gathered<'_>, left: &[Left], plot: &Plot) -> Vec<Mark> {
    let away = GRIP + 2 * DOT;
    let one = |one: &Left| {
        let slot = slot_of(one.quarter.number);
        let text = gathered.text(one.figure.into());
        let (x, y) = (plot.x(slot), plot.y(one.figure.into()));
        let room = plot.edge(slot + 1) - plot.edge(slot);
        let is_at_top = y - away - TEXT < plot.top;
        let y = if is_at_top { y + away + LINE * 3 / 4 } else { y - away };
        let (ink, anchor, face) = (Ink::Text, Anchor::Middle, Face::Bold);
        let fits = text_width(&text, face) <= room && one.is_supposed;
        fits.then(|| Mark::Label { ink, anchor, face, at: Point::new(x, y), text })
    };
    left.iter().filter_map(one).collect()
}

/// "Line chart of PED02 05. Reported: Q1 20, Q2 49. Supposed: nothing. Target: 68."
fn name(gathered: &Gathered<'_>, lines: &Lines) -> String {
    let mut name = format!("Line chart of {}.", gathered.measure.name());
    let all = lines.all().map(|series| {
        let points = series.points.iter().zip(&lines.slots);
        let known = points.filter(|(point, _)| point.amount.is_some());
        let texts: Vec<&str> = known.clone().map(|(point, _)| point.text.as_str()).collect();
        let is_one =
            texts.len() == lines.slots.len() && texts.windows(2).all(|two| two[0] == two[1]);
        let known: Vec<String> =
            known.map(|(point, slot)| format!("{} {}", slot.short, point.text)).collect();
        let known = match texts.first() {
            None => "nothing".to_owned(),
            Some(text) if is_one => (*text).to_owned(),
            Some(_) => known.join(", "),
        };
        format!(" {}: {known}.", series.label)
    });
    name.extend(all);
    name
}
