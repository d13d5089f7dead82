//! Marks as elements of SVG, for the page and for a file of its own: both are made of the same elements, with the
//! colours in their attributes. On the page, a stylesheet puts the theme's colours in their place.

use std::fmt::Write as _;

use super::Chart;
use super::marks::{
    Anchor, Face, Fill, Ink, LINE, Mark, Picture, Point, Shape, Stroke, TEXT, Weight, wrapped,
};

/// An element of SVG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// Its name.
    pub tag: &'static str,
    /// Its attributes in order, not escaped.
    pub attributes: Vec<(&'static str, String)>,
    /// Its text, not escaped.
    pub text: String,
}

impl Element {
    fn new(tag: &'static str) -> Self {
        Self { tag, attributes: Vec::new(), text: String::new() }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }
}

impl Ink {
    /// Its name, as a stylesheet knows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Third => "third",
            Self::Fourth => "fourth",
            Self::Text => "text",
            Self::Quiet => "quiet",
            Self::Grid => "grid",
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
            Self::Blue => "blue",
            Self::Grey => "grey",
        }
    }

    fn colour(self) -> &'static str {
        match self {
            Self::First => "#12436D",
            Self::Second => "#28A197",
            Self::Third => "#801650",
            Self::Fourth => "#F46A25",
            Self::Text => "#0b0c0c",
            Self::Quiet => "#505a5f",
            Self::Grid => "#b1b4b6",
            Self::Green => "#005a30",
            Self::Amber => "#594d00",
            Self::Red => "#942514",
            Self::Blue => "#144e81",
            Self::Grey => "#383f43",
        }
    }
}

impl Picture {
    /// What an SVG's `viewBox` says.
    #[must_use]
    pub fn view_box(&self) -> String {
        format!("0 0 {} {}", tenths(self.width), tenths(self.height))
    }
}

const TINT: &str = ".18";

const PAPER: &str = "#ffffff";

/// A number of tenths: "12.3".
#[must_use]
pub fn tenths(number: i32) -> String {
    let (whole, tenth) = (number.abs() / 10, number.abs() % 10);
    let sign = if number < 0 { "-" } else { "" };
    if tenth == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{tenth}") }
}

/// A mark as an element. Its class is `ql-mark ql-mark--` and the name of its ink.
#[must_use]
pub fn element(mark: &Mark) -> Element {
    match mark {
        Mark::Line { ink, stroke, weight, points } => {
            let line = Element::new("path").with("d", path(points));
            let dashes = match stroke {
                Stroke::Solid => None,
                Stroke::Dashed => Some("6 4"),
                Stroke::Dotted => Some("1.5 3"),
            };
            let line = inked(line, *ink, Fill::Hollow)
                .with("stroke", ink.colour())
                .with("stroke-width", width(*weight))
                .with("stroke-linejoin", "round");
            match dashes {
                Some(dashes) => line.with("stroke-dasharray", dashes),
                None => line,
            }
        }
        Mark::Band { ink, points } => {
            let band = Element::new("path").with("d", format!("{}Z", path(points)));
            with_class(band, *ink, "band").with("fill", ink.colour()).with("fill-opacity", TINT)
        }
        Mark::Bar { ink, fill, at, width, height } => {
            let bar = Element::new("rect")
                .with("x", tenths(at.x))
                .with("y", tenths(at.y))
                .with("width", tenths(*width))
                .with("height", tenths(*height));
            inked(bar, *ink, *fill).with("stroke", ink.colour())
        }
        Mark::Dot { ink, shape, fill, radius, at } => {
            let dot = Element::new("path").with("d", outline(*shape, *at, *radius));
            let dot = match (shape, fill) {
                (Shape::Tick | Shape::Clock, _) => {
                    with_class(dot, *ink, "line").with("fill", "none")
                }
                // What lies behind a hollow point would fill it.
                (_, Fill::Hollow) => with_class(dot, *ink, "hollow").with("fill", PAPER),
                _ => inked(dot, *ink, *fill),
            };
            dot.with("stroke", ink.colour()).with("stroke-width", "1.6")
        }
        Mark::Label { ink, anchor, face, at, text } => {
            let label = Element::new("text").with("x", tenths(at.x)).with("y", tenths(at.y));
            let label = with_class(label, *ink, "label").with("fill", ink.colour());
            let label = match anchor {
                Anchor::Start => label,
                Anchor::Middle => label.with("text-anchor", "middle"),
                Anchor::End => label.with("text-anchor", "end"),
            };
            let mut label = match face {
                Face::Plain => label,
                Face::Bold => label.with("font-weight", "bold"),
            };
            label.text.clone_from(text);
            label
        }
    }
}

fn with_class(element: Element, ink: Ink, kind: &str) -> Element {
    element.with("class", format!("ql-mark ql-mark--{kind} ql-mark--{}", ink.name()))
}

fn inked(element: Element, ink: Ink, fill: Fill) -> Element {
    match fill {
        Fill::Solid => with_class(element, ink, "solid").with("fill", ink.colour()),
        Fill::Tint => {
            with_class(element, ink, "tint").with("fill", ink.colour()).with("fill-opacity", TINT)
        }
        Fill::Hollow => with_class(element, ink, "line").with("fill", "none"),
    }
}

fn width(weight: Weight) -> &'static str {
    match weight {
        Weight::Hairline => "1",
        Weight::Thin => "1.6",
        Weight::Thick => "2.6",
    }
}

fn path(points: &[Point]) -> String {
    let mut path = String::new();
    for (at, point) in points.iter().enumerate() {
        let letter = if at == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{letter}{} {}", tenths(point.x), tenths(point.y));
    }
    path
}

fn outline(shape: Shape, at: Point, r: i32) -> String {
    let points = |points: &[(i32, i32)]| {
        let points: Vec<Point> =
            points.iter().map(|(x, y)| Point::new(at.x + x, at.y + y)).collect();
        path(&points)
    };
    let circle = || {
        let (left, y) = (tenths(at.x - r), tenths(at.y));
        let (r, across) = (tenths(r), tenths(2 * r));
        format!("M{left} {y}a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0Z")
    };
    match shape {
        Shape::Circle => circle(),
        Shape::Square => points(&[(-r, -r), (r, -r), (r, r), (-r, r)]) + "Z",
        Shape::Diamond => points(&[(0, -r), (r, 0), (0, r), (-r, 0)]) + "Z",
        Shape::Triangle => points(&[(0, -r), (r, r), (-r, r)]) + "Z",
        Shape::Tick => points(&[(-r, 0), (-r / 3, r * 3 / 4), (r, -r)]),
        Shape::Clock => circle() + &points(&[(0, -r * 2 / 3), (0, 0), (r / 2, r / 3)]),
    }
}

/// The chart as a file of its own: its message, its picture, its notes, what it is of, and its figures in words.
#[must_use]
pub fn svg_text(chart: &Chart) -> String {
    const EDGE: i32 = 160;

    let picture = &chart.wide;
    let inside = picture.width;
    let headline = wrapped(&chart.headline, Face::Bold, inside);
    let notes = chart.notes.iter().chain([&chart.about]);
    let notes: Vec<String> = notes.flat_map(|note| wrapped(note, Face::Plain, inside)).collect();
    let lines = |lines: &[String]| i32::try_from(lines.len()).unwrap_or_default() * LINE;
    let (above, below) = (EDGE + lines(&headline), lines(&notes) + EDGE);
    let (width, height) = (inside + 2 * EDGE, above + picture.height + below);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" \
         role=\"img\" font-family=\"system-ui, Arial, sans-serif\" font-size=\"{}\">\n",
        tenths(TEXT),
        w = tenths(width),
        h = tenths(height),
    );
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<title>{}</title>\n<desc>{}</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"{PAPER}\"/>\n",
        escaped(&chart.name),
        escaped(&chart.table.text()),
    );
    write_lines(&mut out, &headline, Face::Bold, (EDGE, EDGE));
    let _ = writeln!(out, "<g transform=\"translate({} {})\">", tenths(EDGE), tenths(above));
    for mark in &picture.marks {
        write_element(&mut out, &element(mark));
    }
    out.push_str("</g>\n");
    write_lines(&mut out, &notes, Face::Plain, (EDGE, above + picture.height));
    out.push_str("</svg>\n");
    out
}

fn write_lines(out: &mut String, lines: &[String], face: Face, (x, top): (i32, i32)) {
    let mut y = top;
    for text in lines {
        y += LINE;
        let at = Point::new(x, y - LINE / 4);
        let (ink, anchor, text) = (Ink::Text, Anchor::Start, text.clone());
        write_element(out, &element(&Mark::Label { ink, anchor, face, at, text }));
    }
}

fn write_element(out: &mut String, element: &Element) {
    let _ = write!(out, "<{}", element.tag);
    for (name, value) in element.attributes.iter().filter(|(name, _)| *name != "class") {
        let _ = write!(out, " {name}=\"{}\"", escaped(value));
    }
    if element.text.is_empty() {
        out.push_str("/>\n");
    } else {
        let _ = writeln!(out, ">{}</{}>", escaped(&element.text), element.tag);
    }
}

/// As XML takes it: what it forbids altogether is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
    out
}
