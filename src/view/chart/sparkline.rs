//! The last quarters in the height of a line of text.

use rust_decimal::Decimal;

use super::marks::{Fill, Ink, Mark, Picture, Point, Shape, Stroke, Weight};
use super::scale::{Scale, Zero, ticks};
use super::{Plotted, Slot};
use crate::terms::Amount;

/// The last quarters, small, or in words where there is no line to draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sparkline {
    /// The picture; none where fewer than two figures are known.
    pub picture: Option<Picture>,
    /// Its figures, or why there is no picture.
    pub words: String,
}

const WIDTH: i32 = 960;
const HEIGHT: i32 = 260;
const EDGE: i32 = 40;

/// A small line of what is known of each period, with the target as a hairline and the last figure as a point.
#[must_use]
pub fn sparkline(slots: &[Slot], points: &[Plotted], target: Option<(Amount, &str)>) -> Sparkline {
    let known: Vec<(usize, &Plotted, Amount)> = points
        .iter()
        .enumerate()
        .filter_map(|(slot, one)| Some((slot, one, one.amount?)))
        .filter(|(slot, _, _)| *slot < slots.len())
        .collect();
    let text =
        |(slot, one, _): &(usize, &Plotted, Amount)| format!("{}: {}", slots[*slot].long, one.text);
    let words = match known.as_slice() {
        [] => "No single figure".to_owned(),
        [_] => "One figure".to_owned(),
        known => {
            let target = target.map(|(_, text)| format!("target: {text}"));
            known.iter().map(text).chain(target).collect::<Vec<_>>().join("; ")
        }
    };
    let picture =
        (known.len() > 1).then(|| picture(slots, &known, target.map(|(target, _)| target)));
    Sparkline { picture, words }
}

fn picture(slots: &[Slot], known: &[(usize, &Plotted, Amount)], target: Option<Amount>) -> Picture {
    let amounts = known.iter().map(|(_, _, amount)| *amount).chain(target);
    let figures: Vec<Decimal> = amounts.map(Amount::decimal).collect();
    let bounds = ticks(&figures, 5, Zero::IfNear);
    let bounds = (figures.iter().min(), figures.iter().max(), bounds);
    let (low, high) = match bounds {
        (Some(low), Some(high), _) if low < high => (*low, *high),
        (_, _, ticks) => {
            (ticks.first().copied().unwrap_or_default(), ticks.last().copied().unwrap_or_default())
        }
    };
    let scale = Scale::new((low, high), (HEIGHT - EDGE, EDGE));
    let y = |amount: Amount| scale.at(amount.decimal());
    let gaps = i32::try_from(slots.len()).unwrap_or(i32::MAX).saturating_sub(1).max(1);
    let x = |slot: usize| {
        let slot = i64::try_from(slot).unwrap_or_default();
        let away = slot * i64::from(WIDTH - 2 * EDGE) / i64::from(gaps);
        EDGE + i32::try_from(away).unwrap_or_default()
    };
    let mut marks = Vec::new();
    if let Some(target) = target {
        marks.push(Mark::Line {
            ink: Ink::Quiet,
            stroke: Stroke::Dashed,
            weight: Weight::Hairline,
            points: vec![Point::new(0, y(target)), Point::new(WIDTH, y(target))],
        });
    }
    let mut runs: Vec<(usize, Vec<Point>)> = Vec::new();
    for (slot, _, amount) in known {
        let at = Point::new(x(*slot), y(*amount));
        match runs.last_mut() {
            Some((last, run)) if *last + 1 == *slot && !slots[*slot].starts_anew => {
                run.push(at);
                *last = *slot;
            }
            _ => runs.push((*slot, vec![at])),
        }
    }
    for (_, points) in runs {
        marks.push(match points.as_slice() {
            [at] => dot(*at, 16, Fill::Solid),
            _ => {
                Mark::Line { ink: Ink::First, stroke: Stroke::Solid, weight: Weight::Thin, points }
            }
        });
    }
    if let Some((slot, one, amount)) = known.last() {
        let fill = if one.is_provisional { Fill::Hollow } else { Fill::Solid };
        marks.push(dot(Point::new(x(*slot), y(*amount)), 30, fill));
    }
    Picture { width: WIDTH, height: HEIGHT, marks }
}

fn dot(at: Point, radius: i32, fill: Fill) -> Mark {
    Mark::Dot { ink: Ink::First, shape: Shape::Circle, fill, radius, at }
}
