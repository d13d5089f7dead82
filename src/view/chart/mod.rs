//! Charts: a message, a picture made of marks, and its figures as a table.
//!
//! Every builder takes plain figures with their printed text, so that any page can use it. A picture is drawn twice,
//! for a wide page and for a phone: text stays legible where a picture that only shrinks would not.

mod bars;
mod gather;
mod handle;
mod labels;
mod marks;
mod matrix;
mod measure;
mod message;
mod plot;
mod scale;
mod sparkline;
mod status;
mod supposed;
mod svg;
mod trend;
mod years;

pub use bars::{BarRow, Bars, Sides, bars};
pub use handle::{Handle, Nudge, Range};
pub use marks::{Anchor, Face, Fill, Ink, Mark, Picture, Point, Shape, Stroke, TEXT, Weight};
pub use matrix::{Matrix, MatrixPoint, matrix};
pub use measure::{
    has_sparklines, measure_same_quarter, measure_series, measure_sparkline, measure_trend,
};
pub use sparkline::{Sparkline, sparkline};
pub use status::{StatusBar, StatusBars, status_bars, status_shape};
pub(super) use supposed::supposed_chart;
pub use supposed::{GRIP, REACH, SupposedChart};
pub use svg::{Element, element, svg_text, tenths};
pub use trend::{Axis, Plotted, Projected, Series, Slot, Trend, trend};

use std::fmt;

/// A message with its picture and its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// The message, in a sentence.
    pub headline: String,
    /// What a screen reader calls the picture: what kind it is, and the message.
    pub name: String,
    /// What a saved file is called, without its ending.
    pub file: String,
    /// The picture where there is room.
    pub wide: Picture,
    /// The picture on a phone.
    pub narrow: Picture,
    /// What to know of it.
    pub notes: Vec<String>,
    /// What stands around it on its page, and a picture of it alone would not say: what of, whose, for when, from
    /// where.
    pub about: String,
    /// Its figures.
    pub table: ChartTable,
}

/// The figures of a chart as a table. Every cell holds a figure or the reason that there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChartTable {
    /// What it holds.
    pub caption: String,
    /// The column headings, the first of them over the row headings.
    pub headers: Vec<String>,
    /// The rows, each with its heading first.
    pub rows: Vec<Vec<String>>,
}

/// How wide a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Room {
    Wide,
    Narrow,
}

impl Room {
    fn width(self) -> i32 {
        match self {
            Self::Wide => 7200,
            Self::Narrow => 3400,
        }
    }
}

impl ChartTable {
    /// As plain text, a line for each row.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = self.caption.clone();
        for row in [&self.headers].into_iter().chain(&self.rows) {
            text.push('\n');
            text.push_str(&row.join(" | "));
        }
        text
    }
}

impl fmt::Display for Chart {
    /// As plain text: what a person reads of it, and the figures of the picture.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.headline)?;
        for note in &self.notes {
            write!(f, "\n{note}")?;
        }
        write!(f, "\n{}", self.table.text())
    }
}

/// The name of a file, of the letters and digits of what it shows.
fn file_name(called: &str, kind: &str) -> String {
    let mut name = String::new();
    for c in called.chars().take(60) {
        if c.is_ascii_alphanumeric() {
            name.push(c.to_ascii_lowercase());
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    format!("{name}-{kind}").trim_start_matches('-').replace("--", "-")
}
