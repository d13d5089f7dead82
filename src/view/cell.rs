//! A cell of a table.

use crate::model::{Content, Measure, Past, Target, Value};
use crate::terms::{Unit, figure_text};

/// What stands in a cell: a figure, or the reason that there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The lines of the cell: the figure, or each of several with its label.
    pub lines: Vec<Line>,
    /// What is known of the figure: "provisional, August 2019".
    pub remark: Option<String>,
    /// Whether there is no figure and the line is the reason.
    pub is_absent: bool,
}

/// A line of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The label of one of several figures.
    pub label: Option<String>,
    /// The figure or the reason.
    pub text: String,
}

impl Cell {
    fn one(text: String) -> Self {
        Self { lines: vec![Line { label: None, text }], remark: None, is_absent: false }
    }

    fn absent(text: String) -> Self {
        Self { is_absent: true, ..Self::one(text) }
    }

    /// A figure of a measure.
    pub(super) fn of_value(measure: &Measure, value: &Value) -> Self {
        let figure = match value {
            Value::Absent(gap) => {
                return Self { remark: gap.note.clone(), ..Self::absent(gap.short_text()) };
            }
            Value::Figure(figure) => figure,
        };
        let unit = figure.unit.as_ref().or(cell_unit(measure));
        let lines = if let Content::Parts { parts, total } = &figure.content {
            let total = total.map(|total| Line {
                label: Some("Total".to_owned()),
                text: figure_text(total, unit, measure.places),
            });
            part_lines(parts, unit, measure.places).into_iter().chain(total).collect()
        } else {
            let text = figure.bare_text(cell_unit(measure), measure.places);
            vec![Line { label: None, text }]
        };
        Self { lines, remark: remark(&figure.remarks()), is_absent: false }
    }

    /// A figure that belongs to no measure.
    pub(super) fn of_fact(value: &Value) -> Self {
        let mut value = value.clone();
        if let Value::Figure(figure) = &mut value
            && let Content::Fraction { numerator, denominator, rate: None, of } = &figure.content
            && figure.unit.is_none()
        {
            // Nobody asked for a share: "6 of 80" schools.
            let shown = |amount| figure_text(amount, None, None);
            let of = of.as_ref().map(|of| format!(" {of}")).unwrap_or_default();
            let text = format!("{} of {}{of}", shown(*numerator), shown(*denominator));
            figure.content = Content::Words(text);
        }
        Self::of_value(&Measure::untold(String::new()), &value)
    }

    /// The target of a measure.
    pub(super) fn of_target(measure: &Measure) -> Self {
        match &measure.target {
            Target::Absent(gap) => {
                Self { remark: gap.note.clone(), ..Self::absent(gap.short_text()) }
            }
            Target::Parts(parts) => Self {
                lines: part_lines(parts, cell_unit(measure), measure.places),
                ..Self::one(String::new())
            },
            Target::Level(level) => Self {
                remark: remark(&level.remarks(cell_unit(measure), measure.places)),
                ..Self::one(level.bare_text(cell_unit(measure), measure.places))
            },
            Target::Words(words) => Self::one(words.clone()),
        }
    }

    /// Last year's actual: the file's own, or what another file says.
    pub(super) fn of_last_year(measure: &Measure, joined: &Past) -> Self {
        match (&measure.last_year, joined) {
            (Value::Absent(_), Past::Known(past)) => Self {
                remark: Some(format!("from {}", past.origin())),
                ..Self::one(figure_text(past.amount, cell_unit(measure), measure.places))
            },
            (value, _) => Self::of_value(measure, value),
        }
    }

    /// The cell as plain text.
    #[must_use]
    pub fn text(&self) -> String {
        let figures = self.figures();
        match &self.remark {
            Some(remark) => format!("{figures} ({remark})"),
            None => figures,
        }
    }

    /// The figure alone, or each of several, as plain text.
    pub(super) fn figures(&self) -> String {
        let lines: Vec<String> = self
            .lines
            .iter()
            .map(|line| match &line.label {
                Some(label) => format!("{label} {}", line.text),
                None => line.text.clone(),
            })
            .collect();
        lines.join("; ")
    }
}

/// "per 10,000 aged 0 to 18": said once beside the title, not in each cell.
pub(super) fn row_unit(measure: &Measure) -> Option<String> {
    match &measure.unit {
        Some(unit @ Unit::Per(_)) => Some(unit.to_string()),
        _ => None,
    }
}

fn cell_unit(measure: &Measure) -> Option<&Unit> {
    measure.unit.as_ref().filter(|unit| !matches!(unit, Unit::Per(_)))
}

fn part_lines(parts: &[(String, Value)], unit: Option<&Unit>, places: Option<u8>) -> Vec<Line> {
    parts
        .iter()
        .map(|(label, value)| Line { label: Some(label.clone()), text: value.text(unit, places) })
        .collect()
}

fn remark(remarks: &[String]) -> Option<String> {
    if remarks.is_empty() { None } else { Some(remarks.join(", ")) }
}
