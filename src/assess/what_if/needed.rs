//! What the remaining quarters have to bring for the year's target to be met.

use rust_decimal::{Decimal, RoundingStrategy};

use super::super::current::{level, polarity};
use super::super::verdict::{Derivation, Reason};
use super::{before, brought, is_added_up, known_quarters, remaining, start};
use crate::model::{History, Measure, Report};
use crate::terms::{Amount, Polarity, Quarter, QuarterNumber, Year};

/// What the remaining quarters have to bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// In a sentence, with the working.
    pub derivation: Derivation,
    /// Whether it is the least or the most: "at least", "at most", "more than" or "less than".
    pub bound: &'static str,
    /// Each quarter with what it was before; none where the target can no longer be missed or met.
    pub quarters: Vec<NeededQuarter>,
}

/// A quarter that is still to come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededQuarter {
    /// The quarter.
    pub quarter: Quarter,
    /// What it has to bring: at least this or, where lower is better, at most.
    pub needs: Amount,
    /// What the same quarter brought in earlier years, latest first, with its name.
    pub before: Vec<(String, Amount)>,
    /// Whether it ever brought what is needed, as far as is known; none where nothing is known.
    pub was_reached: Option<bool>,
}

/// What the remaining quarters have to bring for the year's target to be met: of a count over the year an equal
/// part each, of other measures the figure at the year's end.
///
/// # Errors
///
/// Says why that cannot be said.
pub fn needed(history: &History, report: usize, measure: usize) -> Result<Needed, String> {
    let this = &history.reports()[report];
    let row = &this.measures[measure];
    reckoned(history, this, row, (report, measure)).map_err(|reason| reason.clause.into_owned())
}

fn reckoned(
    history: &History,
    this: &Report,
    row: &Measure,
    at: (usize, usize),
) -> Result<Needed, Reason> {
    let (now, figure) = start(this, row)?;
    let level = level(row)?;
    let polarity = polarity(row)?;
    let left = remaining(this);
    if left.is_empty() {
        return Err(Reason::new("Year over", "the year is over, and no quarter is left"));
    }
    if row.year == Year::Academic && is_added_up(row) {
        return Err(Reason::new(
            "Academic year",
            "its year runs to August, past the last quarter of this report's year",
        ));
    }
    if polarity == Polarity::Plan {
        return Err(Reason::new(
            "Near to the plan",
            "near to the plan is better, so there is no least or most",
        ));
    }
    let known = known_quarters(history, at, now);
    let mut derivation = Derivation::default();
    let shown = |amount: Decimal| row.figure_text(Amount::from(amount.normalize()));
    let from = || format!("{}, {}", this.file, row.name());
    derivation.step("Figure so far", row.figure_text(figure), from());
    derivation.step("Target for the year", row.figure_text(level.amount), from());
    let (needs, quarters) = if is_added_up(row) {
        let open = level.amount.decimal().checked_sub(figure.decimal());
        let open = open.ok_or_else(Reason::too_large)?;
        let count = Decimal::from(left.len());
        let each = open.checked_div(count).ok_or_else(Reason::too_large)?;
        let each = to_be_safe(each, row, polarity);
        let what = match polarity {
            Polarity::Lower => "Left before the target is passed",
            _ => "Still to come",
        };
        derivation.step(
            what,
            shown(open),
            format!("{} − {}", row.figure_text(level.amount), row.figure_text(figure)),
        );
        derivation.step(
            "For each quarter",
            shown(each),
            format!("{} ÷ {}", shown(open), left.len()),
        );
        (each, left)
    } else {
        (level.amount.decimal(), left.into_iter().filter(|quarter| is_fourth(*quarter)).collect())
    };
    let quarters: Vec<NeededQuarter> = quarters
        .into_iter()
        .map(|quarter| needed_quarter(this, row, quarter, needs, polarity, &known))
        .collect();
    derivation.sentence = sentence(row, polarity, level.strict, needs, &quarters);
    let is_settled = is_added_up(row) && needs <= Decimal::ZERO;
    Ok(Needed {
        derivation,
        bound: bound(polarity, level.strict),
        quarters: if is_settled { Vec::new() } else { quarters },
    })
}

/// A division that does not end is cut where figures are printed, up or down so that the target is met.
fn to_be_safe(each: Decimal, row: &Measure, polarity: Polarity) -> Decimal {
    let places = row.places.map_or(1, u32::from);
    if each.normalize().scale() <= places.max(2) {
        return each;
    }
    let towards = match polarity {
        Polarity::Lower => RoundingStrategy::ToNegativeInfinity,
        _ => RoundingStrategy::ToPositiveInfinity,
    };
    each.round_dp_with_strategy(places, towards)
}

fn is_fourth(quarter: Quarter) -> bool {
    quarter.number == QuarterNumber::Four
}

fn needed_quarter(
    this: &Report,
    row: &Measure,
    quarter: Quarter,
    needs: Decimal,
    polarity: Polarity,
    known: &[(Quarter, Amount)],
) -> NeededQuarter {
    let reaches = |amount: &Decimal| match polarity {
        Polarity::Lower => *amount <= needs,
        _ => *amount >= needs,
    };
    let ever: Vec<Decimal> =
        known.iter().filter_map(|(then, _)| brought(row, known, *then)).collect();
    let was_reached = (!ever.is_empty()).then(|| ever.iter().any(reaches));
    NeededQuarter {
        quarter,
        needs: Amount::from(needs.normalize()),
        before: before(this, row, quarter, known),
        was_reached,
    }
}

fn bound(polarity: Polarity, strict: bool) -> &'static str {
    match (polarity == Polarity::Lower, strict) {
        (true, false) => "at most",
        (true, true) => "less than",
        (false, false) => "at least",
        (false, true) => "more than",
    }
}

fn sentence(
    row: &Measure,
    polarity: Polarity,
    strict: bool,
    needs: Decimal,
    quarters: &[NeededQuarter],
) -> String {
    let shown = row.figure_text(Amount::from(needs.normalize()));
    let is_lower = polarity == Polarity::Lower;
    if is_added_up(row) {
        match (is_lower, needs.cmp(&Decimal::ZERO)) {
            (false, std::cmp::Ordering::Less | std::cmp::Ordering::Equal) if !strict => {
                return "To be on course nothing more is needed: the year's target is already met."
                    .to_owned();
            }
            (true, std::cmp::Ordering::Less) => {
                return "The year's target is already passed: what has been counted cannot be taken back.".to_owned();
            }
            _ => {}
        }
    }
    let bound = bound(polarity, strict);
    let so = if is_added_up(row) {
        let names: Vec<String> =
            quarters.iter().map(|one| format!("Quarter {}", one.quarter.number.number())).collect();
        match names.as_slice() {
            [only] => format!("{only} must bring {bound} {shown}"),
            names => format!("each of {} must bring {bound} {shown}", names.join(", ")),
        }
    } else {
        format!("the figure at the end of Quarter 4 must be {bound} {shown}")
    };
    let ever = match quarters.first().and_then(|one| one.was_reached) {
        Some(true) => " It has been so before.",
        Some(false) => " In none of the earlier quarters that are loaded was it so.",
        None => " No earlier quarter is loaded to compare that with.",
    };
    format!("To meet the year's target, {so}.{ever}")
}
