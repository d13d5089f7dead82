//! Where rows stand in a table of which only some are on the page.

/// Where the rows of a table that are on the page stand among all of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// The number of the table's first row among the rows of all tables.
    pub first: usize,
    /// How many rows the table has.
    pub rows: usize,
    /// How many lines the table has, with its heading and with what stands under its rows.
    pub lines: usize,
    /// Each row on the page.
    pub at: Vec<Place>,
}

/// Where a row stands in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its number among the table's rows, counted from 0.
    pub index: usize,
    /// Its line, counted from 1; the heading is the first.
    pub line: usize,
}

impl Places {
    /// How many rows are left out before the row at this place in `at`, or behind the last.
    #[must_use]
    pub fn left_out_before(&self, at: usize) -> usize {
        let before = at.checked_sub(1).and_then(|at| self.at.get(at)).map_or(0, |p| p.index + 1);
        self.at.get(at).map_or(self.rows, |place| place.index).saturating_sub(before)
    }
}
