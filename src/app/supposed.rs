//! What is supposed of a measure's remaining quarters, as people type it. It stands beside the report and never in it.

use super::calculator::in_unit;
use super::{Slip, State, number};
use crate::assess::{makes_up_the_year, remaining};
use crate::model::{Measure, Report};
use crate::terms::{Amount, QuarterNumber, Unit};

/// Why what is typed for a quarter cannot be supposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSupposed {
    /// It is not a number that can only be read in one way.
    Slip(Slip),
    /// Nothing is supposed of this quarter, which comes before it and on which it stands.
    Without(QuarterNumber),
}

/// Quarters in their order, each with what is known of it.
type OfQuarters<T> = Vec<(QuarterNumber, T)>;

/// What is supposed of a measure's remaining quarters.
///
/// # Errors
///
/// Says of each quarter what is wrong with it.
pub fn supposed(
    report: &Report,
    measure: usize,
    texts: &[String; 4],
) -> Result<OfQuarters<Amount>, OfQuarters<NotSupposed>> {
    let row = &report.measures[measure];
    let (mut amounts, mut wrong, mut missing) = (Vec::new(), Vec::new(), None);
    for quarter in remaining(report) {
        let quarter = quarter.number;
        match (read(&texts[place(quarter)], row.unit.as_ref()), missing) {
            (Ok(Some(_)), Some(missing)) if makes_up_the_year(row) => {
                wrong.push((quarter, NotSupposed::Without(missing)));
            }
            (Ok(Some(amount)), _) => amounts.push((quarter, amount)),
            (Ok(None), _) => missing = missing.or(Some(quarter)),
            (Err(slip), _) => wrong.push((quarter, NotSupposed::Slip(slip))),
        }
    }
    if wrong.is_empty() { Ok(amounts) } else { Err(wrong) }
}

/// What is typed for one quarter of a measure, as far as it is a number.
#[must_use]
pub fn supposed_amount(measure: &Measure, text: &str) -> Option<Amount> {
    read(text, measure.unit.as_ref()).ok().flatten()
}

fn read(text: &str, unit: Option<&Unit>) -> Result<Option<Amount>, Slip> {
    number(text).and_then(|typed| in_unit(typed, unit))
}

fn place(quarter: QuarterNumber) -> usize {
    usize::from(quarter.number()) - 1
}

impl State {
    /// What is typed for a quarter of a measure.
    #[must_use]
    pub fn supposed_text(&self, measure: usize, quarter: QuarterNumber) -> &str {
        self.supposed.get(&measure).map_or("", |texts| &texts[place(quarter)])
    }

    pub(super) fn suppose(&mut self, measure: usize, quarter: QuarterNumber, text: String) {
        let texts = self.supposed.entry(measure).or_default();
        texts[place(quarter)] = text;
        if texts.iter().all(String::is_empty) {
            self.supposed.remove(&measure);
        }
    }
}
