//! The ground on which lines are drawn: a vertical axis with its figures, and periods along the bottom.

use rust_decimal::Decimal;

use super::marks::{
    Anchor, Face, Ink, LINE, Mark, Point, Stroke, TEXT, Weight, fitted, text_width,
};
use super::scale::{Scale, Zero, ticks};
use super::trend::{Axis, Slot};
use crate::terms::{Amount, Unit, figure_text, number_text};

/// The ground and the places on it.
#[derive(Clone, Debug)]
pub(super) struct Plot {
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) top: i32,
    pub(super) bottom: i32,
    scale: Scale,
    slots: i32,
}

/// The figures of a vertical axis with their words.
#[derive(Clone, Debug)]
pub(super) struct Ticks {
    values: Vec<Decimal>,
    texts: Vec<String>,
}

impl Ticks {
    pub(super) fn new(figures: &[Decimal], axis: &Axis, zero: Zero) -> Self {
        let values = ticks(figures, 5, zero);
        let places = values.iter().map(Decimal::scale).max().unwrap_or_default();
        let places = u8::try_from(places).ok();
        let text = |value: &Decimal| axis.text(Amount::from(*value), places);
        Self { texts: values.iter().map(text).collect(), values }
    }

    /// Zero, or what the axis starts at instead, in words.
    pub(super) fn note(&self) -> Option<String> {
        let (first, last) = (self.values.first()?, self.values.last()?);
        let starts = *first > Decimal::ZERO || *last < Decimal::ZERO;
        starts.then(|| format!("The vertical axis does not start at 0 but at {}.", self.texts[0]))
    }

    fn bounds(&self) -> (Decimal, Decimal) {
        let bound = |value: Option<&Decimal>| value.copied().unwrap_or_default();
        (bound(self.values.first()), bound(self.values.last()))
    }

    fn width(&self) -> i32 {
        self.texts.iter().map(|text| text_width(text, Face::Plain)).max().unwrap_or_default()
    }
}

impl Axis {
    /// A figure beside the axis: a long unit stands over it once.
    fn text(&self, amount: Amount, places: Option<u8>) -> String {
        match &self.unit {
            Some(unit) if is_short(unit) => figure_text(amount, Some(unit), places),
            _ => number_text(amount, places),
        }
    }

    /// What stands over the axis.
    pub(super) fn title(&self) -> Option<String> {
        let unit = self.unit.as_ref().filter(|unit| !is_short(unit))?.to_string();
        let mut letters = unit.chars();
        letters.next().map(|first| first.to_uppercase().chain(letters).collect())
    }
}

fn is_short(unit: &Unit) -> bool {
    matches!(unit, Unit::Percent | Unit::Pounds | Unit::ThousandPounds)
}

impl Plot {
    /// A ground from `top` down, `height` high with the periods under it, and as wide as `width` with the figures.
    pub(super) fn new(
        ticks: &Ticks,
        axis: &Axis,
        slots: usize,
        (top, height): (i32, i32),
        width: i32,
    ) -> Self {
        let left = (ticks.width() + TEXT / 2).min(width / 3);
        let top = top + TEXT + if axis.title().is_some() { LINE } else { 0 };
        let bottom = top + height;
        let scale = Scale::new(ticks.bounds(), (bottom, top));
        let slots = i32::try_from(slots).unwrap_or(i32::MAX).max(1);
        // A point in a narrow last slot still lies on the picture.
        Self { left, right: width - TEXT / 2, top, bottom, scale, slots }
    }

    /// The lowest part of it, with the words under it.
    pub(super) fn end(&self) -> i32 {
        self.bottom + 2 * LINE + TEXT / 2
    }

    pub(super) fn y(&self, figure: Amount) -> i32 {
        self.scale.at(figure.decimal())
    }

    /// Where figures stand on it.
    pub(super) fn scale(&self) -> Scale {
        self.scale
    }

    /// The left edge of a slot, or the right edge of the one before.
    pub(super) fn edge(&self, slot: usize) -> i32 {
        let slot = i64::try_from(slot).unwrap_or_default().min(i64::from(self.slots));
        let width = i64::from(self.right - self.left);
        self.left + i32::try_from(width * slot / i64::from(self.slots)).unwrap_or_default()
    }

    /// The middle of a slot.
    pub(super) fn x(&self, slot: usize) -> i32 {
        i32::midpoint(self.edge(slot), self.edge(slot + 1))
    }

    /// The axis with its figures and the words over it.
    pub(super) fn axis(&self, ticks: &Ticks, axis: &Axis) -> Vec<Mark> {
        let mut marks = Vec::new();
        for (value, text) in ticks.values.iter().zip(&ticks.texts) {
            let y = self.scale.at(*value);
            let ink = if value.is_zero() { Ink::Quiet } else { Ink::Grid };
            let (stroke, weight) = (Stroke::Solid, Weight::Hairline);
            let points = vec![Point::new(self.left, y), Point::new(self.right, y)];
            marks.push(Mark::Line { ink, stroke, weight, points });
            let room = self.left - TEXT / 2;
            marks.push(words(text, Anchor::End, Point::new(room, y + TEXT / 3), room));
        }
        if let Some(title) = axis.title() {
            let at = Point::new(0, self.top - TEXT);
            marks.push(words(&title, Anchor::Start, at, self.right));
        }
        marks
    }

    /// The periods under it: as many of the words as there is room for, and the years under them.
    pub(super) fn periods(&self, slots: &[Slot]) -> Vec<Mark> {
        let mut marks = Vec::new();
        let shorts: Vec<(i32, &str)> =
            slots.iter().enumerate().map(|(at, slot)| (self.x(at), slot.short.as_str())).collect();
        let mut groups: Vec<(usize, usize, &str)> = Vec::new();
        for (at, slot) in slots.iter().enumerate() {
            match groups.last_mut() {
                Some((_, end, group)) if *group == slot.group => *end = at + 1,
                _ => groups.push((at, at + 1, &slot.group)),
            }
        }
        let has_groups = groups.iter().any(|(_, _, group)| !group.is_empty());
        let y = self.bottom + LINE + TEXT / 4;
        let (each, all) = self.row(&shorts, y);
        if all || !has_groups {
            marks.extend(each);
        }
        if has_groups {
            let middles: Vec<(i32, &str)> = groups
                .iter()
                .map(|(start, end, group)| {
                    (i32::midpoint(self.edge(*start), self.edge(*end)), *group)
                })
                .collect();
            marks.extend(self.row(&middles, y + LINE).0);
            for (start, _, _) in groups.iter().skip(1) {
                let x = self.edge(*start);
                let points = vec![Point::new(x, self.bottom), Point::new(x, y + LINE / 3)];
                let (ink, stroke, weight) = (Ink::Grid, Stroke::Solid, Weight::Hairline);
                marks.push(Mark::Line { ink, stroke, weight, points });
            }
        }
        marks
    }

    /// Words in a row, without those that would touch the word before, and whether that left any out.
    fn row(&self, row: &[(i32, &str)], y: i32) -> (Vec<Mark>, bool) {
        let whole = self.right + TEXT / 2;
        let mut end = -TEXT;
        let mut marks = Vec::new();
        for (x, text) in row.iter().filter(|(_, text)| !text.is_empty()) {
            let text = fitted(text, Face::Plain, (self.right - self.left) / 2);
            let half = text_width(&text, Face::Plain) / 2 + 1;
            let x = (*x).min(whole - half).max(half);
            if x - half < end + TEXT / 3 {
                continue;
            }
            end = x + half;
            let (ink, anchor, face) = (Ink::Quiet, Anchor::Middle, Face::Plain);
            marks.push(Mark::Label { ink, anchor, face, at: Point::new(x, y), text });
        }
        let all = marks.len() == row.len();
        (marks, all)
    }
}

fn words(text: &str, anchor: Anchor, at: Point, width: i32) -> Mark {
    let (ink, face) = (Ink::Quiet, Face::Plain);
    Mark::Label { ink, anchor, face, at, text: fitted(text, face, width) }
}
