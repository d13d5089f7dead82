//! Which rows of a long report are on the page: those in view, and some around them.

use std::ops::Range;

/// A report with more rows than this is shown in part.
const WHOLE: usize = 200;

/// How many rows are shown before it is known how many the window holds: no more than fill a window of usual height,
/// because what is put on the page together with all that stands around it keeps the reader waiting.
const AT_FIRST: usize = 12;

/// Which rows of a long report are on the page, counted over all its tables as they are filtered and sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum InView {
    /// All of them, as on paper.
    #[default]
    Everything,
    /// The beginning, of a short report too: what a saved page shows until its program runs.
    First,
    /// These.
    Rows {
        /// Those in view, and some around them.
        range: Range<usize>,
        /// That which has the keyboard's focus. It stays, and so do those to which the focus can go next.
        focused: Option<usize>,
    },
}

impl InView {
    /// How many rows before and behind the one that has the focus stay on the page.
    pub const BESIDE_FOCUS: usize = 3;

    /// The beginning of the page.
    #[must_use]
    pub fn beginning() -> Self {
        Self::Rows { range: 0..AT_FIRST, focused: None }
    }

    /// Whether a report with so many rows is shown in part only.
    #[must_use]
    pub fn is_part_of(&self, rows: usize) -> bool {
        rows > if *self == Self::First { AT_FIRST } else { WHOLE }
    }

    /// Whether a row is on the page, of so many that the filter leaves. Beyond the last there is the end.
    #[must_use]
    pub fn holds(&self, row: usize, left: usize) -> bool {
        let (range, focused) = match self {
            Self::Everything => return true,
            Self::First => return row < AT_FIRST,
            Self::Rows { range, focused } => (range, focused),
        };
        let start = range.start.min(left.saturating_sub(range.len()));
        (start..start + range.len()).contains(&row)
            || focused.is_some_and(|focused| row.abs_diff(focused) <= Self::BESIDE_FOCUS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_report_is_whole_but_where_the_beginning_is_asked_for() {
        assert!(!InView::beginning().is_part_of(WHOLE) && !InView::First.is_part_of(AT_FIRST));
        assert!(
            InView::beginning().is_part_of(WHOLE + 1) && InView::First.is_part_of(AT_FIRST + 1)
        );
        let first = (0..60).filter(|row| InView::First.holds(*row, 60));
        assert!(first.eq(0..AT_FIRST));
    }

    #[test]
    fn a_range_beyond_the_last_row_is_the_end() {
        let in_view = InView::Rows { range: 500..540, focused: Some(3) };
        let held = |left| (0..left).filter(|row| in_view.holds(*row, left)).collect::<Vec<_>>();
        assert_eq!(held(600), (0..7).chain(500..540).collect::<Vec<_>>());
        assert_eq!(held(100), (0..7).chain(60..100).collect::<Vec<_>>());
        assert_eq!(held(20), (0..20).collect::<Vec<_>>());
    }
}
