//! What is known of a measure over time, as figures to be drawn.

use std::collections::BTreeMap;

use super::{Plotted, Series, Slot};
use crate::app::State;
use crate::model::{Figure, Level, Measure, Past, Report, Value};
use crate::terms::{
    Amount, Basis, Date, FinancialYear, Keyword, Mark, Quarter, QuarterNumber, Unit, Year,
    figure_text,
};

/// More quarters than these are not drawn.
const MOST_QUARTERS: usize = 20;

/// A measure with what is known of it quarter by quarter.
pub(super) struct Gathered<'s> {
    pub(super) state: &'s State,
    pub(super) report: &'s Report,
    pub(super) index: usize,
    pub(super) measure: &'s Measure,
    /// The unit of everything that is drawn: that of the current figure.
    pub(super) unit: Option<Unit>,
    pub(super) now: Quarter,
    pub(super) known: BTreeMap<Quarter, Plotted>,
}

impl<'s> Gathered<'s> {
    /// Nothing for a plan, which has no quarter.
    pub(super) fn new(state: &'s State, report: &'s Report, index: usize) -> Option<Self> {
        let measure = report.measures.get(index)?;
        let now = report.period.quarter()?;
        let own = measure.current.figure().and_then(|figure| figure.unit.clone());
        let unit = own.or_else(|| measure.unit.clone());
        let mut known = BTreeMap::new();
        for (quarter, past) in state.history.earlier_quarters(state.showing, index) {
            known.extend(of_past(measure, unit.as_ref(), &past).map(|one| (quarter, one)));
        }
        known.insert(now, of_value(measure, unit.as_ref(), &measure.current));
        Some(Self { state, report, index, measure, unit, now, known })
    }

    /// Whether it is a percentage or a rate that is seen to build up over the year.
    pub(super) fn builds_up(&self) -> bool {
        let judged = self.state.assessment.measures.get(self.index);
        judged.is_some_and(|judged| judged.outlook.builds_up())
    }

    /// The quarters from the first figure, or one that is earlier still, to this one or a later one.
    pub(super) fn quarters(&self, earliest: Option<Quarter>, last: Quarter) -> Vec<Quarter> {
        let mut known = self.known.iter().filter(|(_, one)| one.amount.is_some());
        let first = known.next().map_or(self.now, |(quarter, _)| *quarter);
        let first = earliest.map_or(first, |earliest| earliest.min(first));
        let mut quarters = vec![last];
        let mut quarter = last;
        while quarter > first && quarters.len() < MOST_QUARTERS {
            quarter = quarter.previous();
            quarters.push(quarter);
        }
        quarters.reverse();
        quarters
    }

    /// This quarter and the seven before it.
    pub(super) fn last_eight(&self) -> Vec<Quarter> {
        let mut quarters = vec![self.now];
        for _ in 0..7 {
            quarters.extend(quarters.last().copied().map(Quarter::previous));
        }
        quarters.reverse();
        quarters
    }

    pub(super) fn slot(&self, quarter: Quarter) -> Slot {
        Slot {
            short: format!("Q{}", quarter.number.number()),
            group: self.report.year_name(quarter.year),
            long: self.report.quarter_name(quarter),
            starts_anew: self.measure.basis == Some(Basis::Cumulative)
                && quarter.number == first_of(self.measure.year),
        }
    }

    pub(super) fn points(&self, quarters: &[Quarter]) -> Vec<Plotted> {
        let now = self.now;
        let point = |quarter: &Quarter| match self.known.get(quarter) {
            Some(known) => known.clone(),
            None if *quarter > now => absent("Still to come"),
            None => absent("Not loaded"),
        };
        quarters.iter().map(point).collect()
    }

    /// The number to reach by the end of a quarter of this year, or of one whose report is open. A year's target is none
    /// of a single quarter's.
    fn target_at(&self, targets: &BTreeMap<FinancialYear, &Level>, quarter: Quarter) -> Plotted {
        // What is due in August stands in the next financial year.
        let is_due_later = self.measure.runs_to_august() && quarter > self.now;
        let level = targets.get(if is_due_later { &self.now.year } else { &quarter.year });
        let Some(level) = level else { return absent("Not loaded") };
        let profiled = level.profiled(quarter.number);
        let amount = if self.measure.is_sum_of_quarters() {
            profiled
        } else {
            profiled.or(Some(level.amount))
        };
        amount.map_or_else(
            || absent("For the whole year"),
            |amount| plotted(amount, self.text(amount)),
        )
    }

    /// The targets of these quarters; nothing where none is a number.
    pub(super) fn targets(&self, quarters: &[Quarter]) -> Option<Series> {
        let (state, this) = (self.state, self.report.period.year());
        let mut targets = BTreeMap::new();
        for join in state.history.joins_of_measure(state.showing, self.index) {
            let other = &state.history.reports()[join.other_report];
            let is_usable =
                join.by.is_certain() && join.changes.is_empty() && other.period.quarter().is_some();
            let level = self.level_of(&other.measures[join.other_measure]);
            // Of several reports for one year, the last has the target as it was last revised.
            targets.extend(level.filter(|_| is_usable).map(|level| (other.period.year(), level)));
        }
        targets.remove(&this);
        targets.extend(self.level_of(self.measure).map(|level| (this, level)));
        let points: Vec<Plotted> =
            quarters.iter().map(|quarter| self.target_at(&targets, *quarter)).collect();
        let is_any = points.iter().any(|point| point.amount.is_some());
        is_any.then(|| Series { label: "Target".to_owned(), points })
    }

    fn level_of<'m>(&self, measure: &'m Measure) -> Option<&'m Level> {
        let level = measure.target.level()?;
        (level.unit.as_ref().or(measure.unit.as_ref()) == self.unit.as_ref()).then_some(level)
    }

    /// This year's target, as far as it can be held against the figure.
    pub(super) fn level(&self) -> Option<&'s Level> {
        self.level_of(self.measure)
    }

    pub(super) fn text(&self, amount: Amount) -> String {
        figure_text(amount, printed(self.unit.as_ref()), self.measure.places)
    }

    /// The quarter in which the measure's own year ends: of an academic year, that of August.
    pub(super) fn year_end(&self) -> Quarter {
        let now = self.now;
        match (self.measure.runs_to_august(), now.number) {
            (false, _) => Quarter { number: QuarterNumber::Four, ..now },
            (true, QuarterNumber::One) => Quarter { number: QuarterNumber::Two, ..now },
            (true, _) => Quarter { year: now.year.next(), number: QuarterNumber::Two },
        }
    }
}

/// The quarter whose figure starts the year anew: by the end of September, one month of an academic year has passed.
fn first_of(year: Year) -> QuarterNumber {
    match year {
        Year::Financial => QuarterNumber::One,
        Year::Academic => QuarterNumber::Two,
    }
}

/// The quarter in which a day falls.
pub(super) fn quarter_of(day: Date) -> Option<Quarter> {
    let (start, number) = match day.month() {
        4..=6 => (day.year(), QuarterNumber::One),
        7..=9 => (day.year(), QuarterNumber::Two),
        10.. => (day.year(), QuarterNumber::Three),
        _ => (day.year() - 1, QuarterNumber::Four),
    };
    Some(Quarter { year: FinancialYear::starting(start)?, number })
}

/// The unit that is printed with each figure. A rate's is long, and is said once for all of them.
pub(super) fn printed(unit: Option<&Unit>) -> Option<&Unit> {
    unit.filter(|unit| !matches!(unit, Unit::Per(_)))
}

/// The unit that is not printed with each figure: " per 10,000 aged 0 to 18".
pub(super) fn rate(unit: Option<&Unit>) -> String {
    unit.filter(|unit| printed(Some(unit)).is_none()).map(Unit::suffix).unwrap_or_default()
}

pub(super) fn absent(why: &str) -> Plotted {
    Plotted { amount: None, text: why.to_owned(), is_provisional: false }
}

pub(super) fn plotted(amount: Amount, text: String) -> Plotted {
    Plotted { amount: Some(amount), text, is_provisional: false }
}

/// A figure in the unit that is drawn, or why there is none.
pub(super) fn of_value(measure: &Measure, unit: Option<&Unit>, value: &Value) -> Plotted {
    let figure = match value {
        Value::Figure(figure) => figure,
        Value::Absent(gap) => return absent(&gap.short_text()),
    };
    let own = figure.unit.as_ref().or(measure.unit.as_ref());
    let amount = figure.amount().filter(|_| own == unit);
    Plotted {
        amount,
        text: match amount {
            Some(amount) => {
                let figure = Figure { unit: None, ..figure.clone() };
                figure.text_of(amount, printed(unit), measure.places)
            }
            None => figure.text(measure.unit.as_ref(), measure.places),
        },
        is_provisional: !is_firm(figure),
    }
}

fn is_firm(figure: &Figure) -> bool {
    figure.nearness.is_none() && are_firm(&figure.marks)
}

fn are_firm(marks: &[Mark]) -> bool {
    marks.iter().all(|mark| *mark == Mark::Revised)
}

fn of_past(measure: &Measure, unit: Option<&Unit>, past: &Past) -> Option<Plotted> {
    Some(match past {
        Past::Known(figure) => {
            let is_alike = figure.unit.as_ref().or(measure.unit.as_ref()) == unit;
            let marks = figure.marks.iter().map(|mark| mark.word().to_owned());
            let remarks: Vec<String> =
                marks.chain(figure.covers.as_ref().map(ToString::to_string)).collect();
            let text = if is_alike {
                let text = figure_text(figure.amount, printed(unit), measure.places);
                match figure.nearness {
                    Some(nearness) => format!("{} {text}", nearness.word()),
                    None => text,
                }
            } else {
                figure.text(measure)
            };
            Plotted {
                amount: is_alike.then_some(figure.amount),
                text: if remarks.is_empty() {
                    text
                } else {
                    format!("{text} ({})", remarks.join(", "))
                },
                is_provisional: figure.nearness.is_some() || !are_firm(&figure.marks),
            }
        }
        Past::Absent(gap) => absent(&gap.short_text()),
        Past::Changed(_) => absent("Definition changed"),
        Past::Disagreeing(figures) => {
            let texts: Vec<String> = figures.iter().map(|figure| figure.text(measure)).collect();
            absent(&format!("Files disagree: {}", texts.join(", ")))
        }
        Past::Unknown => return None,
    })
}
