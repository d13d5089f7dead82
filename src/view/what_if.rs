//! What the remaining quarters have to bring, and what would come of figures that nobody reported.

use rust_decimal::Decimal;

use super::chart::{SupposedChart, supposed_chart};
use super::entry::slip_text;
use super::row::{Status, answer_status};
use super::under::rule_of;
use crate::app::{NotSupposed, State, supposed, supposed_amount};
use crate::assess::{
    Derivation, NeededQuarter, Progress, Verdict, WhatIf, is_added_up, makes_up_the_year, needed,
    remaining, same_quarters, what_if,
};
use crate::model::{Figure, Measure, Past, Report, Target, Value};
use crate::terms::{Amount, Quarter, QuarterNumber, Reported, Unit, Year, figure_text};

/// What the remaining quarters have to bring and, if they brought what is typed, what would come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIfView {
    /// What they have to bring.
    pub on_course: OnCourse,
    /// The measure, by its place in the report.
    pub measure: usize,
    /// What the measure is called.
    pub called: String,
    /// What may be supposed, and what comes of it, or why nothing can be.
    pub supposition: Result<Supposition, String>,
}

/// What the remaining quarters have to bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnCourse {
    /// In a sentence with the working, or why it cannot be said.
    pub derivation: Derivation,
    /// Each of the quarters.
    pub quarters: Vec<NeededRow>,
}

/// What a quarter has to bring beside what it brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededRow {
    /// "Quarter 3"
    pub quarter: String,
    /// "at most 9.5"
    pub needs: String,
    /// What the same quarter brought in earlier years.
    pub before: String,
    /// Whether the same quarter ever brought it.
    pub was_reached: &'static str,
}

/// Figures that nobody reported, and what comes of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supposition {
    /// A field for each remaining quarter.
    pub quarters: Vec<SupposedQuarter>,
    /// The year as a picture, on which the same figures are dragged; none where they are too large for one.
    pub chart: Option<SupposedChart>,
    /// Whether anything is typed.
    pub is_typed: bool,
    /// What comes of it.
    pub outcome: Outcome,
    /// The outcome in words, to be read out when they change.
    pub announcement: String,
}

/// A field for a remaining quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupposedQuarter {
    /// Which one.
    pub quarter: QuarterNumber,
    /// "Quarter 3 would add"
    pub label: String,
    /// The unit, what the same quarter was in earlier years, and a doubt about what is typed.
    pub hint: String,
    /// What is typed.
    pub text: String,
    /// What is wrong with it, and how to mend it.
    pub error: Option<String>,
}

/// What comes of what is supposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing is typed yet; what to type.
    Awaited(&'static str),
    /// What is typed has to be mended first; where.
    Withheld(String),
    /// What would come of it.
    Given {
        /// What is supposed, and the figure to which it leads.
        figure: String,
        /// Each answer with its heading, its status and its sentence.
        answers: Vec<(String, Status<Progress>, String)>,
    },
}

impl WhatIfView {
    /// The heading over what is supposed.
    pub const HEADING: &str = "What if? Figures that nobody reported";
    /// What becomes of them.
    pub const NOTE: &str =
        "They are counted nowhere, change nothing in the report and are not saved.";
    /// The heading over what is needed.
    pub const NEEDED: &str = "To be on course";
}

/// Nothing for a plan, at the end of the year, and without a current figure or a target.
pub(super) fn what_if_view(state: &State, report: &Report, measure: usize) -> Option<WhatIfView> {
    let row = &report.measures[measure];
    let is_absent =
        matches!(row.current, Value::Absent(_)) || matches!(row.target, Target::Absent(_));
    if is_absent || remaining(report).is_empty() {
        return None;
    }
    let can = what_if(&state.history, state.showing, measure, &[], None);
    let supposition = match can {
        Ok(_) => supposition(state, report, measure),
        Err(reason) => Err(format!("Nothing can be supposed: {reason}.")),
    };
    Some(WhatIfView {
        on_course: on_course(state, row, measure),
        measure,
        called: row.name().to_owned(),
        supposition,
    })
}

fn on_course(state: &State, row: &Measure, measure: usize) -> OnCourse {
    match needed(&state.history, state.showing, measure) {
        Ok(needed) => {
            let quarters = needed.quarters.iter().map(|one| needed_row(row, needed.bound, one));
            OnCourse { quarters: quarters.collect(), derivation: needed.derivation }
        }
        Err(reason) => {
            let sentence = format!("What is needed cannot be said: {reason}.");
            let derivation = Derivation { sentence, ..Derivation::default() };
            OnCourse { derivation, quarters: Vec::new() }
        }
    }
}

fn needed_row(row: &Measure, bound: &str, one: &NeededQuarter) -> NeededRow {
    // As many places as what is needed has: so it is seen whether it was reached.
    let places = row.places_in_full(one.needs);
    let shown = |amount| figure_text(amount, row.unit.as_ref(), places);
    NeededRow {
        quarter: quarter_text(one.quarter.number),
        needs: format!("{bound} {}", shown(one.needs)),
        before: match one.before.as_slice() {
            [] => "Not loaded".to_owned(),
            before => before_text(before, shown),
        },
        was_reached: match one.was_reached {
            Some(true) => "Yes",
            Some(false) => "No",
            None => "Not known",
        },
    }
}

fn before_text(before: &[(String, Amount)], shown: impl Fn(Amount) -> String) -> String {
    let texts = before.iter().map(|(name, amount)| format!("{} ({name})", shown(*amount)));
    texts.collect::<Vec<_>>().join(", ")
}

fn quarter_text(quarter: QuarterNumber) -> String {
    format!("Quarter {}", quarter.number())
}

fn supposition(state: &State, report: &Report, measure: usize) -> Result<Supposition, String> {
    let row = &report.measures[measure];
    let is_typed = state.supposed.contains_key(&measure);
    let texts = state.supposed.get(&measure).cloned().unwrap_or_default();
    let (amounts, wrong) = match supposed(report, measure, &texts) {
        Ok(amounts) => (amounts, Vec::new()),
        Err(wrong) => (Vec::new(), wrong),
    };
    let quarters: Vec<SupposedQuarter> = remaining(report)
        .into_iter()
        .map(|quarter| SupposedQuarter {
            quarter: quarter.number,
            label: label(row, quarter.number),
            hint: hint(state, row, (measure, quarter)) + doubt(state, row, (measure, quarter)),
            text: state.supposed_text(measure, quarter.number).to_owned(),
            error: error(&wrong, quarter.number),
        })
        .collect();
    let outcome = if wrong.is_empty() {
        let rule = state.other_rule();
        match what_if(&state.history, state.showing, measure, &amounts, rule)? {
            Some(found) => given(state, report, measure, (&amounts, &found)),
            None => Outcome::Awaited("Type a figure to see where it would lead."),
        }
    } else {
        withheld(&wrong)
    };
    let chart = supposed_chart(state, report, (measure, &amounts), |one| label(row, one));
    Ok(Supposition { announcement: announcement(&outcome), quarters, chart, is_typed, outcome })
}

fn label(row: &Measure, quarter: QuarterNumber) -> String {
    let what = verb(row, ["would add", "would bring", "would stand at"]);
    format!("{} {what}", quarter_text(quarter))
}

/// What a quarter does to a total for the year so far, for itself, and to what is no sum.
fn verb(row: &Measure, [total, alone, other]: [&'static str; 3]) -> &'static str {
    if is_added_up(row) {
        total
    } else if makes_up_the_year(row) {
        alone
    } else {
        other
    }
}

/// "Number of children. The same quarter before: 20 (2018/19 Q3)."
fn hint(state: &State, row: &Measure, (measure, quarter): (usize, Quarter)) -> String {
    let unit = row.unit.as_ref().map(ToString::to_string);
    let mut unit = unit.unwrap_or_else(|| "The unit is not given".to_owned());
    if unit.starts_with(['%', '£']) {
        unit.insert_str(0, "In ");
    } else if let Some(first) = unit.get(..1) {
        unit = format!("{}{}", first.to_uppercase(), &unit[1..]);
    }
    match same_quarters(&state.history, state.showing, measure, quarter).as_slice() {
        [] => format!("{unit}. The same quarter of earlier years is not loaded."),
        before => {
            let before = before_text(before, |amount| row.figure_text(amount));
            format!("{unit}. The same quarter before: {before}.")
        }
    }
}

/// A percentage beyond all or nothing, where no figure of the measure and not its target is.
fn doubt(state: &State, row: &Measure, (measure, quarter): (usize, Quarter)) -> &'static str {
    let is_share = |amount: Amount| {
        let amount = amount.decimal();
        Decimal::ZERO <= amount && amount <= Decimal::ONE_HUNDRED
    };
    let typed = supposed_amount(row, state.supposed_text(measure, quarter.number));
    if row.unit != Some(Unit::Percent) || typed.is_none_or(is_share) {
        return "";
    }
    let earlier = state.history.earlier_quarters(state.showing, measure);
    let earlier = earlier.values().filter_map(|past| match past {
        Past::Known(figure) => Some(figure.amount),
        _ => None,
    });
    let now = row.current.figure().and_then(Figure::amount);
    let target = row.target.level().map(|level| level.amount);
    if !earlier.chain(now).chain(target).all(is_share) {
        return "";
    }
    " Is it meant to be outside 0% to 100%? No figure of this measure is, and not its target."
}

fn error(wrong: &[(QuarterNumber, NotSupposed)], quarter: QuarterNumber) -> Option<String> {
    let (_, what) = wrong.iter().find(|(one, _)| *one == quarter)?;
    Some(match what {
        NotSupposed::Slip(slip) => slip_text(slip, &quarter_text(quarter)),
        NotSupposed::Without(missing) => format!("Give {} first.", quarter_text(*missing)),
    })
}

fn withheld(wrong: &[(QuarterNumber, NotSupposed)]) -> Outcome {
    let quarters: Vec<String> = wrong
        .iter()
        .map(|(quarter, what)| match what {
            NotSupposed::Slip(_) => {
                format!("{} can be read as a number", quarter_text(*quarter))
            }
            NotSupposed::Without(missing) => format!("{} is given", quarter_text(*missing)),
        })
        .collect();
    let mut distinct = quarters;
    distinct.dedup();
    Outcome::Withheld(format!("Nothing is worked out until {}.", distinct.join(" and ")))
}

fn given(
    state: &State,
    report: &Report,
    measure: usize,
    (amounts, found): (&[(QuarterNumber, Amount)], &WhatIf),
) -> Outcome {
    let row = &report.measures[measure];
    let judged = &found.judged;
    let answer = |heading: String, answer: Reported, verdict: &Verdict<Progress>| {
        let status = answer_status(rule_of(state, row), answer, verdict);
        (heading, status, verdict.derivation().sentence.clone())
    };
    Outcome::Given {
        figure: figure(row, amounts, found),
        answers: vec![
            answer(
                format!("Position at the end of {}", quarter_text(found.as_at.number)),
                Reported::Position,
                &judged.position,
            ),
            answer("Year-end outlook".to_owned(), Reported::Outlook, &judged.outlook.verdict),
            answer(
                "Status that the rule would report".to_owned(),
                judged.reports,
                judged.progress(),
            ),
        ],
    }
}

/// "49 so far, if Quarter 3 added 9 and Quarter 4 added 8, would be 66 at the end of Quarter 4."
fn figure(row: &Measure, amounts: &[(QuarterNumber, Amount)], found: &WhatIf) -> String {
    let verb = verb(row, ["added", "brought", "stood at"]);
    let each: Vec<String> = amounts
        .iter()
        .map(|(quarter, amount)| {
            format!("{} {verb} {}", quarter_text(*quarter), row.full_text(*amount))
        })
        .collect();
    let supposed = each.join(" and ");
    let end = format!(
        "{} at the end of {}",
        row.full_text(found.figure),
        quarter_text(found.as_at.number)
    );
    // An academic year starts anew on the way, so that not everything is added to what there is.
    if makes_up_the_year(row) && row.year == Year::Financial {
        format!("{} so far, if {supposed}, would be {end}.", row.full_text(found.so_far))
    } else {
        format!("If {supposed}, the figure would be {end}.")
    }
}

fn announcement(outcome: &Outcome) -> String {
    match outcome {
        Outcome::Awaited(_) => String::new(),
        Outcome::Withheld(words) => words.clone(),
        Outcome::Given { answers, .. } => {
            let words = answers
                .iter()
                .map(|(heading, status, _)| format!("{heading}, if so: {}.", status.word));
            words.collect::<Vec<_>>().join(" ")
        }
    }
}
