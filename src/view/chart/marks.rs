//! What a picture is made of. Every place and size is a whole number of tenths of the picture's unit, which is a
//! CSS pixel where it is shown at its own size: so no place can be anything but a number.

/// A picture: marks on a ground of a given size, those behind first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How wide it is.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// What is on it.
    pub marks: Vec<Mark>,
}

/// A place, from the top left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Down.
    pub y: i32,
}

/// Something on a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A line through points.
    Line {
        /// Its colour.
        ink: Ink,
        /// Its style, which carries meaning without colour.
        stroke: Stroke,
        /// How thick it is.
        weight: Weight,
        /// The points.
        points: Vec<Point>,
    },
    /// A tinted area: a range.
    Band {
        /// Its colour.
        ink: Ink,
        /// Its corners.
        points: Vec<Point>,
    },
    /// A point with a shape, which carries meaning without colour.
    Dot {
        /// Its colour.
        ink: Ink,
        /// Its shape.
        shape: Shape,
        /// Whether it is filled.
        fill: Fill,
        /// Half its width.
        radius: i32,
        /// Its middle.
        at: Point,
    },
    /// A bar or a cell.
    Bar {
        /// Its colour.
        ink: Ink,
        /// Whether it is filled.
        fill: Fill,
        /// Its top left corner.
        at: Point,
        /// How wide it is.
        width: i32,
        /// How high it is.
        height: i32,
    },
    /// A text on one line.
    Label {
        /// Its colour.
        ink: Ink,
        /// Which part of it stands at the place.
        anchor: Anchor,
        /// Whether it is bold.
        face: Face,
        /// Where it stands: on its base line.
        at: Point,
        /// The words.
        text: String,
    },
}

/// What a colour stands for. The first four are the palette of the Government Analysis Function, in its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The first series.
    First,
    /// The second.
    Second,
    /// The third.
    Third,
    /// The fourth.
    Fourth,
    /// What is read: labels, the target.
    Text,
    /// What stands back: the words of an axis.
    Quiet,
    /// Lines that only help the eye.
    Grid,
    /// On course.
    Green,
    /// Uncertain.
    Amber,
    /// Off course.
    Red,
    /// Complete or acceptable.
    Blue,
    /// Not rated.
    Grey,
}

/// The style of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stroke {
    /// Unbroken.
    Solid,
    /// Broken into dashes.
    Dashed,
    /// Broken into dots.
    Dotted,
}

/// How thick a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// As thin as can be seen.
    Hairline,
    /// For what is compared with.
    Thin,
    /// For what the picture is about.
    Thick,
}

/// The shape of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A circle.
    Circle,
    /// A square.
    Square,
    /// A diamond.
    Diamond,
    /// A triangle on its base.
    Triangle,
    /// A tick.
    Tick,
    /// A clock.
    Clock,
}

/// How a shape is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// With its colour.
    Solid,
    /// With a tint of its colour, inside an outline.
    Tint,
    /// Not at all: an outline.
    Hollow,
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// How a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// As any text.
    Plain,
    /// Bold.
    Bold,
}

/// The size of every text.
pub const TEXT: i32 = 140;

/// From one base line to the next.
pub(super) const LINE: i32 = 180;

impl Point {
    /// A place.
    #[must_use]
    pub fn new(x: i32, y: i32) -> Self {
        Self { x, y }
    }
}

impl Mark {
    /// The least rectangle around it, by its top left and bottom right corners; for a text, what is kept free for it.
    #[must_use]
    pub fn extent(&self) -> (Point, Point) {
        match self {
            Self::Line { points, .. } | Self::Band { points, .. } => around(points),
            Self::Dot { at, radius, .. } => {
                (Point::new(at.x - radius, at.y - radius), Point::new(at.x + radius, at.y + radius))
            }
            Self::Bar { at, width, height, .. } => (*at, Point::new(at.x + width, at.y + height)),
            Self::Label { at, anchor, face, text, .. } => {
                let width = text_width(text, *face);
                let left = match anchor {
                    Anchor::Start => at.x,
                    Anchor::Middle => at.x - width / 2,
                    Anchor::End => at.x - width,
                };
                (Point::new(left, at.y - TEXT * 8 / 10), Point::new(left + width, at.y + TEXT / 4))
            }
        }
    }
}

fn around(points: &[Point]) -> (Point, Point) {
    let of = |pick: fn(&Point) -> i32| {
        let all = || points.iter().map(pick);
        (all().min().unwrap_or_default(), all().max().unwrap_or_default())
    };
    let ((left, right), (top, bottom)) = (of(|point| point.x), of(|point| point.y));
    (Point::new(left, top), Point::new(right, bottom))
}

/// How wide a text is at most in the fonts that screens use: the width of a font cannot be asked for here.
#[must_use]
pub(super) fn text_width(text: &str, face: Face) -> i32 {
    let hundredths: i64 = text.chars().map(|c| i64::from(em_hundredths(c))).sum();
    let bold = if face == Face::Bold { 110 } else { 100 };
    i32::try_from(hundredths * i64::from(TEXT) * bold / 10_000).unwrap_or(i32::MAX / 4)
}

fn em_hundredths(c: char) -> i32 {
    match c {
        ' ' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | 'i' | 'j' | 'l' | 'I' => 35,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' | '"' => 43,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 100,
        'A'..='Z' | '&' | '+' | '<' | '>' | '=' => 80,
        '\u{21}'..='\u{2af}' => 65,
        _ => 110,
    }
}

/// As much of a text as fits, with "…" where something is left out.
#[must_use]
pub(super) fn fitted(text: &str, face: Face, width: i32) -> String {
    if text_width(text, face) <= width {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut shown = String::new();
    for c in text.chars() {
        kept.push(c);
        let next = format!("{}…", kept.trim_end());
        if text_width(&next, face) > width {
            break;
        }
        shown = next;
    }
    shown
}

/// A text in lines no wider than this; a word that is wider alone is cut.
#[must_use]
pub(super) fn wrapped(text: &str, face: Face, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|longer| text_width(longer, face) <= width) {
            Some(longer) => {
                lines.pop();
                lines.push(longer);
            }
            None => lines.push(fitted(word, face, width)),
        }
    }
    lines
}
