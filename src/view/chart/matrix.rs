//! Risks by likelihood and impact, before and after mitigation.

use super::marks::{
    Anchor, Face, Fill, Ink, LINE, Mark, Picture, Point, Shape, Stroke, TEXT, Weight, fitted,
    text_width,
};
use super::{Chart, ChartTable, Room, file_name};

/// What a matrix shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// The message.
    pub headline: String,
    /// What it is of: "Risks".
    pub called: String,
    /// How many steps each axis has: 5 by default. More than 10 are drawn as 10.
    pub size: u8,
    /// The risks.
    pub points: Vec<MatrixPoint>,
    /// What else to know.
    pub notes: Vec<String>,
}

/// A risk with its scores, from 1 up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixPoint {
    /// The printed reference; its number in the list stands for it where there is none or no room.
    pub reference: String,
    /// The title.
    pub title: String,
    /// Likelihood and impact before mitigation.
    pub initial: Option<(u8, u8)>,
    /// Likelihood and impact after mitigation.
    pub residual: Option<(u8, u8)>,
}

/// Room for the words of the vertical axis.
const LEFT: i32 = 240;
/// Room at the foot of a cell for the arrows.
const FOOT: i32 = 180;

const DOT: i32 = 40;
const GAP: i32 = 40;

/// Risks as a chart.
#[must_use]
pub fn matrix(matrix: &Matrix) -> Chart {
    let mut notes = vec![format!("{} Numbers are those of the risk register.", signs(matrix))];
    let scored = |point: &&MatrixPoint| {
        cell(matrix, point.initial).or(cell(matrix, point.residual)).is_none()
    };
    let missing = matrix.points.iter().filter(scored).count();
    if missing > 0 {
        notes.push(format!(
            "{missing} of {} without scores stand only in the register.",
            matrix.points.len()
        ));
    }
    notes.extend(matrix.notes.iter().cloned());
    Chart {
        headline: matrix.headline.clone(),
        name: format!("Risk matrix. {}", matrix.headline),
        file: file_name(&matrix.called, "matrix"),
        wide: Drawing::new(matrix, Room::Wide).picture(),
        narrow: Drawing::new(matrix, Room::Narrow).picture(),
        notes,
        about: String::new(),
        table: table(matrix),
    }
}

/// What the circles on it are.
fn signs(matrix: &Matrix) -> &'static str {
    let is_on = |rating| cell(matrix, rating).is_some();
    let has_initial = matrix.points.iter().any(|point| is_on(point.initial));
    let has_residual = matrix.points.iter().any(|point| is_on(point.residual));
    match (has_initial, has_residual) {
        (true, true) => {
            "A filled circle is the residual rating, a ring the initial one; an arrow leads from one to the other."
        }
        (true, false) => "A ring is the initial rating; no residual one has scores.",
        (false, _) => "A filled circle is the residual rating.",
    }
}

fn steps(matrix: &Matrix) -> i32 {
    i32::from(matrix.size.clamp(1, 10))
}

/// The cell of a rating, if it is on the matrix.
fn cell(matrix: &Matrix, rating: Option<(u8, u8)>) -> Option<(i32, i32)> {
    let (likelihood, impact) = rating?;
    let (row, column) = (i32::from(likelihood), i32::from(impact));
    let is_on = |step: i32| (1..=steps(matrix)).contains(&step);
    (is_on(row) && is_on(column)).then_some((row, column))
}

struct Drawing<'m> {
    matrix: &'m Matrix,
    room: Room,
    steps: i32,
    cell: (i32, i32),
}

impl<'m> Drawing<'m> {
    fn new(matrix: &'m Matrix, room: Room) -> Self {
        let steps = steps(matrix);
        let cell = ((room.width() - LEFT) / steps, 640);
        Self { matrix, room, steps, cell }
    }

    /// The top left corner of a cell: the likeliest row on top.
    fn corner(&self, (row, column): (i32, i32)) -> Point {
        let (wide, high) = self.cell;
        Point::new(LEFT + (column - 1) * wide, LINE + GAP + (self.steps - row) * high)
    }

    fn middle(&self, cell: (i32, i32)) -> Point {
        let corner = self.corner(cell);
        Point::new(corner.x + self.cell.0 / 2, corner.y + self.cell.1 / 2)
    }

    /// Where arrows start and end: clear of the words, which stand at the top on the left.
    fn foot(&self, cell: (i32, i32)) -> Point {
        let corner = self.corner(cell);
        Point::new(corner.x + self.cell.0 * 7 / 8, corner.y + self.cell.1 - FOOT / 2)
    }

    fn picture(&self) -> Picture {
        let mut marks = self.grid();
        marks.extend(self.arrows());
        for row in 1..=self.steps {
            for column in 1..=self.steps {
                marks.extend(self.entries((row, column)));
            }
        }
        let height = LINE + GAP + self.steps * self.cell.1 + 2 * LINE + GAP;
        Picture { width: self.room.width(), height, marks }
    }

    fn grid(&self) -> Vec<Mark> {
        let (wide, high) = self.cell;
        let mut marks = Vec::new();
        let word = |text: &str, anchor, x, y| Mark::Label {
            ink: Ink::Quiet,
            anchor,
            face: Face::Plain,
            at: Point::new(x, y),
            text: text.to_owned(),
        };
        marks.push(word("Likelihood", Anchor::Start, 0, LINE * 3 / 4));
        let end = LINE + GAP + self.steps * high;
        for step in 1..=self.steps {
            let text = step.to_string();
            let middle = self.middle((step, step));
            marks.push(word(&text, Anchor::End, LEFT - GAP, middle.y + TEXT / 3));
            marks.push(word(&text, Anchor::Middle, middle.x, end + LINE));
        }
        let x = LEFT + self.steps * wide;
        marks.push(word("Impact", Anchor::End, x, end + 2 * LINE));
        for row in 1..=self.steps {
            for column in 1..=self.steps {
                let at = self.corner((row, column));
                marks.push(Mark::Bar {
                    ink: Ink::Grid,
                    fill: Fill::Hollow,
                    at,
                    width: wide,
                    height: high,
                });
            }
        }
        marks
    }

    /// What a risk is called on the picture.
    fn called(&self, at: usize) -> String {
        let number = (at + 1).to_string();
        let room = self.cell.0 - 2 * DOT - 3 * GAP;
        let reference = &self.matrix.points[at].reference;
        let fits = text_width(reference, Face::Bold) <= room;
        if reference.is_empty() || !fits || self.room == Room::Narrow {
            number
        } else {
            reference.clone()
        }
    }

    /// The risks of a cell, one under the other; of those for which there is no room, how many they are.
    fn entries(&self, here: (i32, i32)) -> Vec<Mark> {
        let mut entries: Vec<(Fill, String)> = Vec::new();
        for (at, point) in self.matrix.points.iter().enumerate() {
            let (initial, residual) =
                (cell(self.matrix, point.initial), cell(self.matrix, point.residual));
            if residual == Some(here) {
                entries.push((Fill::Solid, self.called(at)));
            } else if initial == Some(here) {
                entries.push((Fill::Hollow, self.called(at)));
            }
        }
        let lines = usize::try_from((self.cell.1 - FOOT) / LINE).unwrap_or(1).max(1);
        let corner = self.corner(here);
        let (left, words) = (corner.x + GAP, corner.x + 2 * GAP + 2 * DOT);
        let room = self.cell.0 - 2 * DOT - 3 * GAP;
        let shown = if entries.len() > lines { lines - 1 } else { entries.len() };
        let more = entries.len() - shown;
        let mut marks = Vec::new();
        let mut y = corner.y + GAP / 2;
        for (fill, called) in entries.into_iter().take(shown) {
            let at = Point::new(left + DOT, y + LINE / 2);
            let (ink, shape) = (Ink::First, Shape::Circle);
            marks.push(Mark::Dot { ink, shape, fill, radius: DOT, at });
            let face = if fill == Fill::Solid { Face::Bold } else { Face::Plain };
            marks.push(entry(&called, face, (words, y), room));
            y += LINE;
        }
        if more > 0 {
            marks.push(entry(
                &format!("{more} more"),
                Face::Plain,
                (left, y),
                self.cell.0 - 2 * GAP,
            ));
        }
        marks
    }

    fn arrows(&self) -> Vec<Mark> {
        let mut ways: Vec<((i32, i32), (i32, i32))> = self
            .matrix
            .points
            .iter()
            .filter_map(|point| {
                Some((cell(self.matrix, point.initial)?, cell(self.matrix, point.residual)?))
            })
            .filter(|(from, to)| from != to)
            .collect();
        ways.sort_unstable();
        ways.dedup();
        ways.into_iter().flat_map(|(from, to)| self.arrow(from, to)).collect()
    }

    /// An arrow between two cells, a little short of both.
    fn arrow(&self, from: (i32, i32), to: (i32, i32)) -> Vec<Mark> {
        const HEAD: i32 = 70;

        let (from, to) = (self.foot(from), self.foot(to));
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = (dx * dx + dy * dy).isqrt().max(1);
        let along = |way: i32, aside: i32| {
            Point::new(
                from.x + (dx * way - dy * aside) / length,
                from.y + (dy * way + dx * aside) / length,
            )
        };
        let short = (length / 4).min(100);
        let end = length - short;
        let line = |points| Mark::Line {
            ink: Ink::Quiet,
            stroke: Stroke::Solid,
            weight: Weight::Thin,
            points,
        };
        let head = vec![along(end - HEAD, HEAD / 2), along(end, 0), along(end - HEAD, -HEAD / 2)];
        vec![line(vec![along(short / 3, 0), along(end, 0)]), line(head)]
    }
}

fn entry(text: &str, face: Face, (x, top): (i32, i32), width: i32) -> Mark {
    let (ink, anchor) = (Ink::Text, Anchor::Start);
    let at = Point::new(x, top + LINE / 2 + TEXT / 3);
    Mark::Label { ink, anchor, face, at, text: fitted(text, face, width) }
}

fn table(matrix: &Matrix) -> ChartTable {
    let rating = |rating: Option<(u8, u8)>| match rating {
        Some((likelihood, impact)) => {
            let score = u16::from(likelihood) * u16::from(impact);
            format!("{score} (likelihood {likelihood}, impact {impact})")
        }
        None => "Not scored".to_owned(),
    };
    let row = |(at, point): (usize, &MatrixPoint)| {
        let called = [point.reference.as_str(), point.title.as_str()].join(" ").trim().to_owned();
        vec![(at + 1).to_string(), called, rating(point.initial), rating(point.residual)]
    };
    ChartTable {
        caption: format!("Figures of {}", matrix.called),
        headers: ["Number", "Risk", "Initial rating", "Residual rating"]
            .map(str::to_owned)
            .to_vec(),
        rows: matrix.points.iter().enumerate().map(row).collect(),
    }
}
