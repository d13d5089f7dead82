//! What a line is called, beside the line: a sample of it, its name and its last figure.

use super::marks::{
    Anchor, Face, Fill, Ink, LINE, Mark, Point, Shape, Stroke, Weight, fitted, text_width, wrapped,
};

/// The name of a line.
#[derive(Clone, Debug)]
pub(super) struct Key {
    /// The colour of the line.
    pub(super) ink: Ink,
    /// Its style.
    pub(super) stroke: Option<(Stroke, Weight)>,
    /// Its points.
    pub(super) dot: Option<(Shape, Fill)>,
    /// How high its end is.
    pub(super) wanted: i32,
    /// What it is called.
    pub(super) name: String,
    /// Its last figure.
    pub(super) value: String,
}

/// Room for the sample of a line.
const SAMPLE: i32 = 260;

/// Between a sample and its words, and between two names.
const GAP: i32 = 60;

/// More lines than these are not read beside a line.
const MOST_LINES: i32 = 3;

/// Half the width of a point.
pub(super) const DOT: i32 = 42;

/// How wide a column for these names is, at most this.
pub(super) fn column_width(keys: &[Key], most: i32) -> i32 {
    let words =
        |key: &Key| text_width(&key.name, Face::Bold).max(text_width(&key.value, Face::Plain));
    keys.iter().map(words).max().map_or(0, |widest| (widest + SAMPLE + GAP).min(most))
}

/// How high a column for these names is at least.
pub(super) fn column_height(keys: &[Key], width: i32) -> i32 {
    apart(keys, width).saturating_mul(i32::try_from(keys.len()).unwrap_or(i32::MAX))
}

/// From the top of one name to the top of the next.
fn apart(keys: &[Key], width: i32) -> i32 {
    let lines = keys.iter().map(|key| value_lines(key, width).len()).max().unwrap_or_default();
    (i32::try_from(lines).unwrap_or(MOST_LINES) + 1) * LINE + GAP
}

/// The last figure with what is known of it, which may take several lines.
fn value_lines(key: &Key, width: i32) -> Vec<String> {
    let width = width - SAMPLE - GAP;
    let mut lines = wrapped(&key.value, Face::Plain, width);
    let most = usize::try_from(MOST_LINES).unwrap_or_default();
    if lines.len() > most {
        let rest = lines.split_off(most - 1).join(" ");
        lines.push(fitted(&rest, Face::Plain, width));
    }
    lines
}

/// The names in a column, each as near to the end of its line as the others allow.
pub(super) fn column(keys: &[Key], left: i32, width: i32, (top, bottom): (i32, i32)) -> Vec<Mark> {
    let wanted: Vec<i32> = keys.iter().map(|key| key.wanted - LINE).collect();
    let tops = spread(&wanted, apart(keys, width), (top, bottom));
    let each = keys.iter().zip(tops).flat_map(|(key, top)| {
        let mut marks = sample(key, Point::new(left, top + LINE - LINE / 3));
        let x = left + SAMPLE + GAP;
        let words = width - SAMPLE - GAP;
        let mut y = top + LINE - LINE / 5;
        marks.push(label(&key.name, Face::Bold, (x, y), words));
        for line in value_lines(key, width) {
            y += LINE;
            marks.push(label(&line, Face::Plain, (x, y), words));
        }
        marks
    });
    each.collect()
}

/// The names one under the other, where there is no room beside the lines.
pub(super) fn rows(keys: &[Key], width: i32) -> (Vec<Mark>, i32) {
    let mut marks = Vec::new();
    let mut bottom = 0;
    for key in keys {
        marks.extend(sample(key, Point::new(0, bottom + LINE * 2 / 3)));
        let x = SAMPLE + GAP;
        let for_value = text_width(&key.value, Face::Plain) + GAP;
        let name = fitted(&key.name, Face::Bold, ((width - x) / 2).max(width - x - for_value));
        let after = x + text_width(&name, Face::Bold) + GAP;
        marks.push(label(&name, Face::Bold, (x, bottom + LINE * 4 / 5), width - x));
        if text_width(&key.value, Face::Plain) <= width - after {
            marks.push(label(
                &key.value,
                Face::Plain,
                (after, bottom + LINE * 4 / 5),
                width - after,
            ));
        } else {
            for line in wrapped(&key.value, Face::Plain, width - x) {
                bottom += LINE;
                marks.push(label(&line, Face::Plain, (x, bottom + LINE * 4 / 5), width - x));
            }
        }
        bottom += LINE + GAP / 2;
    }
    (marks, bottom)
}

fn label(text: &str, face: Face, (x, y): (i32, i32), width: i32) -> Mark {
    let (ink, anchor, at) = (Ink::Text, Anchor::Start, Point::new(x, y));
    Mark::Label { ink, anchor, face, at, text: fitted(text, face, width) }
}

fn sample(key: &Key, left: Point) -> Vec<Mark> {
    let line = key.stroke.map(|(stroke, weight)| Mark::Line {
        ink: key.ink,
        stroke,
        weight,
        points: vec![left, Point::new(left.x + SAMPLE, left.y)],
    });
    let at = Point::new(left.x + SAMPLE / 2, left.y);
    let dot = key.dot.map(|(shape, fill)| Mark::Dot { ink: key.ink, shape, fill, radius: DOT, at });
    line.into_iter().chain(dot).collect()
}

/// Places no nearer to each other than `apart`, as near as that allows to what is wanted. Where all together
/// are higher than the room, they stand at equal distances in it.
pub(super) fn spread(wanted: &[i32], apart: i32, (top, bottom): (i32, i32)) -> Vec<i32> {
    let count = i32::try_from(wanted.len()).unwrap_or(i32::MAX);
    let apart = apart.min((bottom - top) / count.max(1));
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|at| wanted[*at]);
    let mut places = vec![top; wanted.len()];
    let mut least = top;
    for at in &order {
        places[*at] = wanted[*at].max(least);
        least = places[*at] + apart;
    }
    let mut most = bottom - apart;
    for at in order.iter().rev() {
        places[*at] = places[*at].min(most);
        most = places[*at] - apart;
    }
    places
}

#[cfg(test)]
mod tests {
    use test_case::test_case;

    use super::spread;

    #[test_case(&[50, 200], &[50, 200]; "far enough apart")]
    #[test_case(&[50, 50, 50], &[50, 90, 130]; "all at one place")]
    #[test_case(&[60, 50], &[90, 50]; "in the order of what is wanted")]
    #[test_case(&[-500], &[0]; "above the room")]
    #[test_case(&[290, 290], &[220, 260]; "at the bottom")]
    #[test_case(&[], &[]; "none")]
    fn names_keep_apart(wanted: &[i32], expected: &[i32]) {
        assert_eq!(spread(wanted, 40, (0, 300)), expected);
    }

    #[test]
    fn too_many_share_the_room() {
        assert_eq!(spread(&[0; 5], 40, (0, 100)), [0, 20, 40, 60, 80]);
    }
}
