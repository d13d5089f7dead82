//! Rows counted by status: a bar for each objective, all on one scale, with the counts on it.

use super::marks::{
    Anchor, Face, Fill, Ink, LINE, Mark, Picture, Point, Shape, TEXT, fitted, text_width, wrapped,
};
use super::{Chart, ChartTable, Room, file_name};
use crate::assess::Progress;

/// What the bars count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusBars {
    /// The message.
    pub headline: String,
    /// What is counted: "Measures by objective".
    pub called: String,
    /// What a bar is of: "Objective".
    pub header: String,
    /// The bars, from the top.
    pub rows: Vec<StatusBar>,
    /// What else to know.
    pub notes: Vec<String>,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusBar {
    /// What it is of.
    pub label: String,
    /// Each status with the word for it and how many rows have it, from the left.
    pub counts: Vec<(Progress, String, usize)>,
}

const THICK: i32 = 260;
const GAP: i32 = 60;
const SIGN: i32 = 48;

/// The shape of a status, as its tag has it.
#[must_use]
pub fn status_shape(progress: Progress) -> (Ink, Shape, Fill) {
    match progress {
        Progress::OnCourse => (Ink::Green, Shape::Circle, Fill::Solid),
        Progress::Uncertain => (Ink::Amber, Shape::Diamond, Fill::Solid),
        Progress::OffCourse => (Ink::Red, Shape::Triangle, Fill::Solid),
        Progress::Complete => (Ink::Blue, Shape::Tick, Fill::Solid),
        Progress::Acceptable => (Ink::Blue, Shape::Square, Fill::Solid),
        Progress::DataOnly => (Ink::Grey, Shape::Square, Fill::Hollow),
        Progress::NotDue => (Ink::Grey, Shape::Clock, Fill::Solid),
        Progress::NoData | Progress::NotRated => (Ink::Grey, Shape::Circle, Fill::Hollow),
    }
}

/// Counts by status as a chart.
#[must_use]
pub fn status_bars(bars: &StatusBars) -> Chart {
    Chart {
        headline: bars.headline.clone(),
        name: format!("Stacked bar chart. {}", bars.headline),
        file: file_name(&bars.called, "statuses"),
        wide: picture(bars, Room::Wide),
        narrow: picture(bars, Room::Narrow),
        notes: bars.notes.clone(),
        about: String::new(),
        table: table(bars),
    }
}

fn total(bar: &StatusBar) -> usize {
    bar.counts.iter().map(|(_, _, count)| count).fold(0, |sum, count| sum.saturating_add(*count))
}

fn picture(bars: &StatusBars, room: Room) -> Picture {
    let width = room.width();
    let most = bars.rows.iter().map(total).max().unwrap_or_default().max(1);
    let (mut marks, mut y) = key(bars, width);
    for bar in &bars.rows {
        let all = format!("{} in all", total(bar));
        let for_all = text_width(&all, Face::Plain) + TEXT;
        let base = y + LINE * 3 / 4;
        marks.push(label(&all, (Anchor::End, Face::Plain), Ink::Quiet, (width, base), for_all));
        for line in wrapped(&bar.label, Face::Bold, width - for_all) {
            marks.push(name(line, Face::Bold, y));
            y += LINE;
        }
        y = y.max(base + LINE / 4) + GAP / 2;
        let (drawn, is_said) = segments(bar, most, (y, width));
        marks.extend(drawn);
        y += THICK;
        if !is_said {
            y += GAP / 3;
            for line in wrapped(&words(bar), Face::Plain, width) {
                marks.push(name(line, Face::Plain, y));
                y += LINE;
            }
        }
        y += GAP * 2;
    }
    Picture { width, height: y.max(GAP), marks }
}

/// The statuses that the bars have, each with the word for it.
fn statuses(bars: &StatusBars) -> Vec<(Progress, &str)> {
    let mut statuses: Vec<(Progress, &str)> = Vec::new();
    for (progress, word, _) in bars.rows.iter().flat_map(|bar| &bar.counts) {
        if !statuses.iter().any(|(known, _)| known == progress) {
            statuses.push((*progress, word));
        }
    }
    statuses
}

/// What the shapes on the bars mean, in lines above them; and where these end.
fn key(bars: &StatusBars, width: i32) -> (Vec<Mark>, i32) {
    let (mut marks, mut x, mut y) = (Vec::new(), 0, 0);
    for (progress, word) in statuses(bars) {
        let sign = 2 * SIGN + GAP;
        let words = text_width(word, Face::Plain);
        if x > 0 && x + sign + words > width {
            (x, y) = (0, y + LINE);
        }
        let (ink, shape, fill) = status_shape(progress);
        let at = Point::new(x + SIGN, y + LINE / 2);
        marks.push(Mark::Dot { ink, shape, fill, radius: SIGN, at });
        let base = (x + sign, y + LINE * 3 / 4);
        let face = (Anchor::Start, Face::Plain);
        marks.push(label(word, face, Ink::Text, base, width - x - sign));
        x += sign + words + 3 * GAP;
    }
    let bottom = if marks.is_empty() { 0 } else { y + LINE + 2 * GAP };
    (marks, bottom)
}

/// "3 on course, 1 off course"
fn words(bar: &StatusBar) -> String {
    let counts = bar.counts.iter().filter(|(_, _, count)| *count > 0);
    let counts = counts.map(|(_, word, count)| format!("{count} {}", word.to_lowercase()));
    counts.collect::<Vec<_>>().join(", ")
}

/// The parts of a bar, and whether each has room for its count.
fn segments(bar: &StatusBar, most: usize, (y, width): (i32, i32)) -> (Vec<Mark>, bool) {
    let place = |count: usize| {
        let part = u128::from(width.unsigned_abs()) * u128::try_from(count).unwrap_or_default();
        i32::try_from(part / u128::try_from(most).unwrap_or(1)).unwrap_or(width).min(width)
    };
    let mut marks = Vec::new();
    let mut is_said = true;
    let mut before: usize = 0;
    for (progress, _, count) in bar.counts.iter().filter(|(_, _, count)| *count > 0) {
        let (ink, shape, fill) = status_shape(*progress);
        let (left, right) = (place(before), place(before.saturating_add(*count)));
        before = before.saturating_add(*count);
        let at = Point::new(left, y);
        marks.push(Mark::Bar { ink, fill: Fill::Tint, at, width: right - left, height: THICK });
        let text = count.to_string();
        let words = text_width(&text, Face::Bold);
        let (middle, base) = (i32::midpoint(left, right), y + THICK / 2 + TEXT / 3);
        let face = (Anchor::Middle, Face::Bold);
        let with_sign = 2 * SIGN + GAP + words;
        if right - left >= with_sign + GAP {
            let start = middle - with_sign / 2;
            let at = Point::new(start + SIGN, y + THICK / 2);
            marks.push(Mark::Dot { ink, shape, fill, radius: SIGN, at });
            let x = start + 2 * SIGN + GAP + words / 2;
            marks.push(label(&text, face, ink, (x, base), words));
        } else if right - left >= words + GAP / 2 {
            marks.push(label(&text, face, ink, (middle, base), words));
            is_said = false;
        } else {
            is_said = false;
        }
    }
    (marks, is_said)
}

fn name(text: String, face: Face, top: i32) -> Mark {
    let (ink, anchor, at) = (Ink::Text, Anchor::Start, Point::new(0, top + LINE * 3 / 4));
    Mark::Label { ink, anchor, face, at, text }
}

fn label(
    text: &str,
    (anchor, face): (Anchor, Face),
    ink: Ink,
    (x, y): (i32, i32),
    width: i32,
) -> Mark {
    Mark::Label { ink, anchor, face, at: Point::new(x, y), text: fitted(text, face, width) }
}

fn table(bars: &StatusBars) -> ChartTable {
    let columns = statuses(bars);
    let row = |bar: &StatusBar| {
        let count = |progress: Progress| {
            let mut counts = bar.counts.iter().filter(|(one, _, _)| *one == progress);
            counts.next().map_or(0, |(_, _, count)| *count).to_string()
        };
        let counts = columns.iter().map(|(progress, _)| count(*progress));
        let all = total(bar).to_string();
        [bar.label.clone()].into_iter().chain(counts).chain([all]).collect()
    };
    let words = columns.iter().map(|(_, word)| (*word).to_owned());
    ChartTable {
        caption: format!("Figures of {}", bars.called),
        headers: [bars.header.clone()].into_iter().chain(words).chain(["All".to_owned()]).collect(),
        rows: bars.rows.iter().map(row).collect(),
    }
}
