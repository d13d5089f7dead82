//! What the remaining quarters have to bring for the year's target to be met.

use rust_decimal::Decimal;

use super::super::current::{level, polarity, same_unit};
use super::super::outlook::{Goal, goal, so_far};
use super::super::verdict::{Derivation, Draft, Reason};
use super::super::words::list;
use super::parts::{Missing, called, exact_text, is_fourth};
use super::{before, known_quarters, makes_up_the_year, remaining, start};
use crate::model::{History, Measure, Report};
use crate::terms::{Against, Amount, Basis, Polarity, Quarter, Year};

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
    /// Whether the same quarter ever brought what is needed; none where nothing is known of it.
    pub was_reached: Option<bool>,
}

/// What the remaining quarters have to bring for the year's target to be met: of a count over the year what takes each
/// to the target that the file gives for its end or, where it gives none, an equal part; of other measures what the year's
/// end has to show and, where the rule goes by a profile, the end of each quarter.
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
    let (now, figure, _) = start(history, at)?;
    let level = level(row)?;
    if let Some(figure) = row.current.figure() {
        same_unit(row, figure, level.unit.as_ref(), "the target")?;
    }
    let polarity = polarity(row)?;
    let left = remaining(this);
    if left.is_empty() {
        return Err(Reason::new("Year over", "the year is over, and no quarter is left"));
    }
    let runs_to_august =
        makes_up_the_year(row) || matches!(row.basis, Some(Basis::Cumulative | Basis::Forecast));
    if row.year == Year::Academic && runs_to_august {
        return Err(Reason::new(
            "Academic year",
            "its year runs to August, past the last quarter of this report's year",
        ));
    }
    let Some((goal, _)) = goal(history, at, None) else {
        return Err(Reason::new(
            "Near to the plan",
            "near to the plan is better, so there is no least or most",
        ));
    };
    let known = known_quarters(history, at, now);
    let mut derivation = Derivation::default();
    if row.is_sum_of_quarters() {
        let mut draft = Draft::written();
        so_far(history, at, &mut draft)?;
        derivation = draft.finish(None);
    } else {
        let from = || format!("{}, {}", this.file, row.name());
        derivation.step("Figure so far", exact_text(row, figure.decimal()), from());
        derivation.step("Target for the year", exact_text(row, level.amount.decimal()), from());
    }
    let bound = bound(polarity, level.strict);
    // A sum below zero can fall again, a count cannot.
    let mut sums = known.iter().map(|(_, amount)| *amount).chain([figure, level.amount]);
    let may_fall = sums.any(|sum| sum.decimal() < Decimal::ZERO);
    if makes_up_the_year(row)
        && !may_fall
        && let Some(settled) = settled(polarity, goal.is_met_by(figure.decimal()))
    {
        let derivation = Derivation { sentence: settled.to_owned(), ..derivation };
        return Ok(Needed { derivation, bound, quarters: Vec::new() });
    }
    let parts = if makes_up_the_year(row) {
        let missing = Missing { row, polarity, figure, level, may_fall };
        missing.parts(&left, &mut derivation)?
    } else {
        let goes_by_profile = row.year == Year::Financial
            && !matches!(row.basis, Some(Basis::Forecast | Basis::Annual))
            && row.rule.as_ref().is_some_and(|rule| rule.against == Against::Profile);
        let needs = |quarter: Quarter| match level.profiled(quarter.number) {
            _ if is_fourth(quarter) => Some(level.amount),
            profiled => profiled.filter(|_| goes_by_profile),
        };
        let levels =
            left.into_iter().filter_map(|quarter| Some((quarter, needs(quarter)?.decimal())));
        let levels: Vec<(Quarter, Decimal)> = levels.collect();
        for (quarter, needs) in levels.iter().filter(|(quarter, _)| !is_fourth(*quarter)) {
            let name = format!("For {}", called(*quarter));
            derivation.step(name, exact_text(row, *needs), "the file's target for its end");
        }
        levels
    };
    let quarters: Vec<NeededQuarter> = parts
        .into_iter()
        .map(|(quarter, needs)| needed_quarter(this, row, (quarter, needs), goal, &known))
        .collect();
    derivation.sentence = sentence(row, bound, &quarters);
    Ok(Needed { derivation, bound, quarters })
}

/// A count that needs nothing more, or of which nothing can be taken back.
fn settled(polarity: Polarity, is_met: bool) -> Option<&'static str> {
    match (polarity, is_met) {
        (Polarity::Higher, true) => {
            Some("To be on course nothing more is needed: the year's target is already met.")
        }
        (Polarity::Lower, false) => Some(
            "The year's target can no longer be met: what has been counted cannot be taken back.",
        ),
        _ => None,
    }
}

fn needed_quarter(
    this: &Report,
    row: &Measure,
    (quarter, needs): (Quarter, Decimal),
    goal: Goal,
    known: &[(Quarter, Amount)],
) -> NeededQuarter {
    let before = before(this, row, quarter, known);
    let goal = goal.at(needs);
    let was_reached = before.iter().any(|(_, amount)| goal.is_met_by(amount.decimal()));
    NeededQuarter {
        quarter,
        needs: Amount::from(needs.normalize()),
        was_reached: (!before.is_empty()).then_some(was_reached),
        before,
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

fn sentence(row: &Measure, bound: &str, quarters: &[NeededQuarter]) -> String {
    let needs = |one: &NeededQuarter| format!("{bound} {}", row.full_text(one.needs));
    let is_alike = quarters.windows(2).all(|two| two[0].needs == two[1].needs);
    let so = match quarters {
        [only] if !makes_up_the_year(row) => {
            format!("the figure at the end of Quarter 4 must be {}", needs(only))
        }
        levels if !makes_up_the_year(row) => {
            let each = levels
                .iter()
                .map(|one| format!("{} at the end of {}", needs(one), called(one.quarter)));
            format!("the figure must be {}", list(&each.collect::<Vec<_>>()))
        }
        [first, _, ..] if is_alike => {
            let names: Vec<String> = quarters.iter().map(|one| called(one.quarter)).collect();
            format!("each of {} must bring {}", list(&names), needs(first))
        }
        _ => {
            let each = quarters.iter().enumerate().map(|(at, one)| {
                let must = if at == 0 { " must bring" } else { "" };
                format!("{}{must} {}", called(one.quarter), needs(one))
            });
            list(&each.collect::<Vec<_>>())
        }
    };
    let target =
        if is_alike { "the year's target" } else { "the target at the end of each quarter" };
    format!("To meet {target}, {so}.{}", ever(quarters))
}

/// " It was so in an earlier Quarter 3. It was so in no earlier Quarter 4 that is known."
fn ever(quarters: &[NeededQuarter]) -> String {
    let said = [
        (Some(true), " It was so in an earlier ", " and an earlier ", "."),
        (Some(false), " It was so in no earlier ", " or ", " that is known."),
        (None, " No earlier ", " or ", " is known to compare that with."),
    ];
    let said = said.map(|(answer, start, between, end)| {
        let of = quarters.iter().filter(|one| one.was_reached == answer);
        let names: Vec<String> = of.map(|one| called(one.quarter)).collect();
        if names.is_empty() {
            names.concat()
        } else {
            format!("{start}{}{end}", names.join(between))
        }
    });
    said.concat()
}
