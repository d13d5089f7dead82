//! Bars to the right of zero, or to either side of it, with their figures at their ends.

use rust_decimal::Decimal;

use super::marks::{
    Anchor, Face, Fill, Ink, LINE, Mark, Picture, Point, Stroke, TEXT, Weight, fitted, text_width,
    wrapped,
};
use super::scale::{Scale, Zero, ticks};
use super::{Chart, ChartTable, Room, file_name};
use crate::terms::Amount;

/// What bars show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// The message.
    pub headline: String,
    /// What they are of: "Revenue to 30 September 2019".
    pub called: String,
    /// The table's two headings: "Department" and "Variance".
    pub headers: [String; 2],
    /// The bars, from the top.
    pub rows: Vec<BarRow>,
    /// What it means to be on either side of zero, where figures may be on both.
    pub sides: Option<Sides>,
    /// What else to know.
    pub notes: Vec<String>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarRow {
    /// What it is of.
    pub label: String,
    /// The figure.
    pub amount: Option<Amount>,
    /// As it is printed; without a figure, the reason.
    pub text: String,
    /// Whether it is the one that the message is about.
    pub is_marked: bool,
}

/// What it means to be on either side of zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// Below zero: "Overspend".
    pub left: String,
    /// Above it: "Underspend".
    pub right: String,
}

const ROW: i32 = 300;
const THICK: i32 = 200;
const GAP: i32 = 60;

/// How far the line of zero stands out from a bar.
const ZERO: i32 = 30;

/// Bars as a chart.
#[must_use]
pub fn bars(bars: &Bars) -> Chart {
    let rows = bars.rows.iter().map(|row| vec![row.label.clone(), row.text.clone()]);
    Chart {
        headline: bars.headline.clone(),
        name: format!("Bar chart. {}", bars.headline),
        file: file_name(&bars.called, "bars"),
        wide: picture(bars, Room::Wide),
        narrow: picture(bars, Room::Narrow),
        notes: bars.notes.clone(),
        about: String::new(),
        table: ChartTable {
            caption: format!("Figures of {}", bars.called),
            headers: bars.headers.to_vec(),
            rows: rows.collect(),
        },
    }
}

/// The ground of the bars: between two places, with zero somewhere on it.
struct Ground {
    scale: Scale,
    zero: i32,
    left: i32,
    right: i32,
}

fn picture(bars: &Bars, room: Room) -> Picture {
    let width = room.width();
    let labels = match room {
        Room::Wide => {
            let widest = bars.rows.iter().map(|row| text_width(&row.label, face(row))).max();
            (widest.unwrap_or_default() + TEXT).min(width / 2)
        }
        Room::Narrow => 0,
    };
    let ground = ground(bars, labels, width);
    let mut marks = Vec::new();
    let mut y = ZERO;
    if let Some(sides) = &bars.sides {
        let rooms = [ground.zero - labels - GAP, width - ground.zero - GAP];
        let left = wrapped(&sides.left, Face::Bold, rooms[0]);
        let right = wrapped(&sides.right, Face::Bold, rooms[1]);
        let lines = left.len().max(right.len());
        marks.extend(side(&left, lines, (Anchor::End, ground.zero - GAP)));
        marks.extend(side(&right, lines, (Anchor::Start, ground.zero + GAP)));
        y += height_of(lines) + GAP;
    }
    for row in &bars.rows {
        let beside = if room == Room::Narrow { width } else { labels - TEXT };
        let lines = wrapped(&row.label, face(row), beside);
        let height = height_of(lines.len());
        let block = if room == Room::Narrow {
            marks.extend(label(row, lines, y));
            y += height + GAP / 3;
            THICK
        } else {
            let block = height.max(THICK);
            marks.extend(label(row, lines, y + (block - height) / 2));
            y += (block - THICK) / 2;
            block
        };
        marks.extend(bar(row, &ground, y, (bars.sides.is_some(), width)));
        // The line of zero lies over the bar that starts at it.
        let (ink, stroke, weight) = (Ink::Text, Stroke::Solid, Weight::Hairline);
        let ends = [y - ZERO, y + THICK + ZERO];
        let points = ends.map(|y| Point::new(ground.zero, y)).to_vec();
        marks.push(Mark::Line { ink, stroke, weight, points });
        y += ROW - THICK + i32::midpoint(block, THICK);
    }
    Picture { width, height: y + GAP, marks }
}

fn ground(bars: &Bars, labels: i32, width: i32) -> Ground {
    let figures = |row: &BarRow| row.amount.map(Amount::decimal);
    let mut all: Vec<Decimal> = bars.rows.iter().filter_map(figures).collect();
    if bars.sides.is_some() {
        all.extend(all.clone().into_iter().map(|figure| -figure));
    }
    let ticks = ticks(&all, 5, Zero::Needed);
    let least = all.iter().min().copied().unwrap_or_default().min(Decimal::ZERO);
    let most = all.iter().max().copied().unwrap_or_default().max(Decimal::ZERO);
    let bounds = if least < most {
        (least, most)
    } else {
        (ticks.first().copied().unwrap_or_default(), ticks.last().copied().unwrap_or_default())
    };
    // A figure is rather written out than its bar drawn long.
    let share = if bars.sides.is_some() { 2 } else { 3 };
    let room = |is_left: bool| {
        let there = bars.rows.iter().filter(|row| is_below(row) == is_left);
        let widest = there.map(|row| text_width(&row.text, face(row)) + GAP + GAP).max();
        widest.unwrap_or(GAP).min((width - labels) * share / 5)
    };
    let (before, after) = (room(true), room(false));
    let (before, after) =
        if bars.sides.is_some() { (before.max(after), before.max(after)) } else { (before, after) };
    let (left, right) = (labels + before, width - after);
    let scale = Scale::new(bounds, (left, right));
    Ground { zero: scale.at(Decimal::ZERO), scale, left: labels, right: width }
}

fn is_below(row: &BarRow) -> bool {
    row.amount.is_some_and(|amount| amount.decimal() < Decimal::ZERO)
}

fn bar(row: &BarRow, ground: &Ground, top: i32, (has_sides, width): (bool, i32)) -> Vec<Mark> {
    let end = row.amount.map_or(ground.zero, |amount| ground.scale.at(amount.decimal()));
    let (from, to) = (end.min(ground.zero), end.max(ground.zero));
    let is_solid = if has_sides { is_below(row) } else { row.is_marked };
    let fill = if is_solid { Fill::Solid } else { Fill::Tint };
    let drawn = (from < to).then(|| Mark::Bar {
        ink: Ink::First,
        fill,
        at: Point::new(from, top),
        width: to - from,
        height: THICK,
    });
    let y = top + THICK / 2 + TEXT / 3;
    let (anchor, x, room) = if is_below(row) {
        (Anchor::End, end - GAP, end - GAP - ground.left)
    } else {
        (Anchor::Start, end + GAP, ground.right.min(width) - end - GAP)
    };
    let text = Mark::Label {
        ink: if row.amount.is_some() { Ink::Text } else { Ink::Quiet },
        anchor,
        face: face(row),
        at: Point::new(x, y),
        text: fitted(&row.text, face(row), room),
    };
    drawn.into_iter().chain([text]).collect()
}

fn face(row: &BarRow) -> Face {
    if row.is_marked { Face::Bold } else { Face::Plain }
}

fn height_of(lines: usize) -> i32 {
    LINE * i32::try_from(lines).unwrap_or(1)
}

/// A label in lines from a height on.
fn label(row: &BarRow, lines: Vec<String>, top: i32) -> impl Iterator<Item = Mark> {
    let (ink, anchor, face) = (Ink::Text, Anchor::Start, face(row));
    lines.into_iter().enumerate().map(move |(line, text)| {
        let at = Point::new(0, top + height_of(line) + LINE * 3 / 4);
        Mark::Label { ink, anchor, face, at, text }
    })
}

/// What a side of zero means, in lines that end just above the bars.
fn side(lines: &[String], most: usize, (anchor, x): (Anchor, i32)) -> impl Iterator<Item = Mark> {
    let (ink, face) = (Ink::Quiet, Face::Bold);
    let above = most - lines.len();
    lines.iter().enumerate().map(move |(at, text)| {
        let y = height_of(above + at) + LINE * 3 / 4;
        Mark::Label { ink, anchor, face, at: Point::new(x, y), text: text.clone() }
    })
}
