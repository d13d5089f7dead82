//! The current figure beside several earlier ones: their mean, or the straight line through them all.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::quarters::{Quarters, approximate, marks_text};
use super::subject::Subject;
use super::weighed::{Aim, Standing, Weighed};
use crate::assess::verdict::{Draft, Reason};
use crate::model::Past;
use crate::terms::{Basis, CumulativeBy, Mark, Quarter, QuarterNumber, rounded};

/// A measure's figures by quarters, or by years: the same quarter of each.
enum Line<'s> {
    Quarters(Quarters<'s>),
    Years(&'s Subject<'s>, BTreeMap<Quarter, Past>),
}

/// The figures of a line that are known, each with how many periods after the first of all it is.
struct Known {
    standings: Vec<(i64, Standing)>,
    /// The names of those that are missing between them.
    missing: Vec<String>,
}

impl<'s> Line<'s> {
    fn years(subject: &'s Subject<'s>) -> Self {
        let known = subject.history.earlier_quarters_of(subject.at.0, subject.at.1, subject.labels);
        Self::Years(subject, known)
    }

    fn noun(&self) -> &'static str {
        match self {
            Self::Quarters(_) => "quarters",
            Self::Years(..) => "years",
        }
    }

    fn quarter(&self, subject: &Subject<'_>, back: u8) -> Quarter {
        (0..back).fold(subject.quarter, |quarter, _| match self {
            Self::Quarters(_) => quarter.previous(),
            Self::Years(..) => quarter.last_year(),
        })
    }

    /// What the line stands at so many periods ago.
    fn at(&self, quarter: Quarter) -> Result<Standing, Reason> {
        let (subject, known) = match self {
            Self::Quarters(quarters) => return quarters.at(quarter),
            Self::Years(subject, known) => (subject, known),
        };
        if quarter == subject.quarter {
            return Ok(Standing::current(subject));
        }
        let year_end = Quarter { number: QuarterNumber::Four, ..quarter };
        let past = known
            .get(&quarter)
            .or_else(|| known.get(&year_end).filter(|_| subject.row.basis == Some(Basis::Annual)))
            .cloned()
            .unwrap_or(Past::Unknown);
        let called = subject.this.quarter_name(quarter);
        let then = subject.usable(past, &called, &format!("in {called}"), "No earlier figure")?;
        subject.covers_as_much(then.covers.as_ref())?;
        Ok(Standing::past(subject, &then))
    }

    /// The figures of so many earlier periods, earliest first, as far as they can be used.
    fn earlier(&self, subject: &Subject<'_>, count: u8, derivation: &mut Draft) -> Known {
        let mut standings: Vec<(i64, Standing)> = Vec::new();
        let (mut missing, mut unplaced) = (Vec::new(), Vec::new());
        for back in (1..=count).rev() {
            let quarter = self.quarter(subject, back);
            let exact = self.at(quarter).and_then(|standing| match standing.nearness {
                Some(_) => Err(approximate()),
                None => Ok(standing),
            });
            match exact {
                Ok(standing) => {
                    derivation.step(|| {
                        let (text, origin) = (standing.text.clone(), standing.origin.clone());
                        (standing.period.clone(), text, origin)
                    });
                    missing.append(&mut unplaced);
                    standings.push((i64::from(count - back), standing));
                }
                Err(reason) => {
                    let name = subject.this.quarter_name(quarter);
                    derivation.step(|| (name.clone(), "left out", reason.clause));
                    // Those before the first known are not missing from the line, which is only shorter.
                    if !standings.is_empty() {
                        unplaced.push(name);
                    }
                }
            }
        }
        missing.append(&mut unplaced);
        Known { standings, missing }
    }
}

impl Known {
    /// "3 quarters (2018/19 Q4 to 2019/20 Q2, without 2019/20 Q1)"
    fn text(&self, called: &str) -> String {
        let periods: Vec<&str> = self.standings.iter().map(|(_, s)| s.period.as_str()).collect();
        let (first, last) = (periods.first().unwrap_or(&""), periods.last().unwrap_or(&""));
        let without = if self.missing.is_empty() {
            String::new()
        } else {
            format!(", without {}", self.missing.join(", "))
        };
        let mut marks: Vec<Mark> =
            self.standings.iter().flat_map(|(_, standing)| standing.marks.clone()).collect();
        marks.sort_unstable();
        marks.dedup();
        let some =
            if marks.is_empty() { String::new() } else { format!(", some {}", marks_text(&marks)) };
        format!("{} {called} ({first} to {last}{without}{some})", periods.len())
    }

    fn written(&self) -> u32 {
        self.standings.iter().map(|(_, standing)| standing.printed.scale()).max().unwrap_or(0)
    }
}

/// The mean of the quarters before.
pub(super) fn mean_of_quarters(
    subject: &Subject<'_>,
    count: u8,
    cumulative: CumulativeBy,
    derivation: &mut Draft,
) -> Result<Weighed, Reason> {
    let quarters = Quarters::new(subject, cumulative, derivation)?;
    let aim = if quarters.are_increments { Aim::Nothing } else { Aim::Year };
    let weighed = mean(subject, &Line::Quarters(quarters), count, derivation)?;
    let method = format!(
        "The current figure is compared with the mean of the {count} quarters before, as far as they are known (2 at least)"
    );
    Ok(Weighed { aim, method: method.into(), ..weighed })
}

/// The mean of the same period in the years before.
pub(super) fn mean_of_years(
    subject: &Subject<'_>,
    count: u8,
    derivation: &mut Draft,
) -> Result<Weighed, Reason> {
    let weighed = mean(subject, &Line::years(subject), count, derivation)?;
    let method = format!(
        "The current figure is compared with the mean of the same period in the {count} years before, as far as they are known (2 at least)"
    );
    Ok(Weighed { method: method.into(), aim: Aim::Quarter, ..weighed })
}

fn mean(
    subject: &Subject<'_>,
    line: &Line<'_>,
    count: u8,
    derivation: &mut Draft,
) -> Result<Weighed, Reason> {
    let now = line.at(subject.quarter)?;
    let is_increment = matches!(line, Line::Quarters(quarters) if quarters.are_increments);
    if is_increment {
        derivation.step(|| ("This quarter alone", now.text.clone(), now.origin.clone()));
    }
    let known = line.earlier(subject, count, derivation);
    if known.standings.len() < 2 {
        return Err(too_few(&format!("2 of the {count} {} before are known", line.noun())));
    }
    let sum = known
        .standings
        .iter()
        .try_fold(Decimal::ZERO, |sum, (_, standing)| sum.checked_add(standing.printed))
        .ok_or_else(Reason::too_large)?;
    let n = Decimal::from(known.standings.len());
    let quotient = sum.checked_div(n).ok_or_else(Reason::too_large)?.normalize();
    let written = known.written().max(now.printed.scale());
    // Rounded half-way, the mean and the difference from it would both go up, and not come out.
    let written = if quotient.scale() == written + 2 { written + 2 } else { written };
    // At the places printed, otherwise as an exact fraction.
    let (now_by, mean_by, scale) = match subject.row.places {
        Some(places) => (now.printed, rounded(quotient, places), Decimal::ONE),
        None => (now.printed.checked_mul(n).ok_or_else(Reason::too_large)?, sum, n),
    };
    let text = subject.level_text(quotient, written);
    let working = format!("the sum of {} figures ÷ {n}", known.standings.len());
    derivation.step(|| ("Mean", text.clone(), working));
    let alone = if is_increment { "in this quarter alone" } else { "now" };
    let over = known.text(&format!("earlier {}", line.noun()));
    Ok(Weighed {
        now: now_by,
        then: mean_by,
        moved: now_by.checked_sub(mean_by).ok_or_else(Reason::too_large)?,
        scale,
        now_is: now.nearness,
        then_is: None,
        written,
        differs_unprinted: false,
        aim: Aim::Nothing,
        what: format!("{} {alone}, a mean of {text} over {over}", now.text),
        if_same: "",
        method: Cow::Borrowed(""),
    })
}

/// The straight line through the last periods, fitted by least squares: its end beside its start.
pub(super) fn trend(
    subject: &Subject<'_>,
    periods: u8,
    cumulative: CumulativeBy,
    derivation: &mut Draft,
) -> Result<Weighed, Reason> {
    let line = match subject.row.basis {
        Some(Basis::Annual) => Line::years(subject),
        _ => Line::Quarters(Quarters::new(subject, cumulative, derivation)?),
    };
    let now = line.at(subject.quarter)?;
    if now.nearness.is_some() {
        return Err(approximate());
    }
    let mut known = line.earlier(subject, periods - 1, derivation);
    if known.standings.len() < 2 {
        return Err(too_few(&format!(
            "3 of the last {periods} {} are known, counting the current one",
            line.noun()
        )));
    }
    let aim = match &line {
        Line::Quarters(quarters) if quarters.are_increments => {
            derivation.step(|| ("This quarter alone", now.text.clone(), now.origin.clone()));
            Aim::Nothing
        }
        _ => Aim::Year,
    };
    known.standings.push((i64::from(periods) - 1, now));
    let written = known.written();
    let fit = fit(&known.standings).ok_or_else(Reason::too_large)?;
    let (start, moved, scale) = match subject.row.places {
        Some(places) => {
            let printed = |number: Decimal| {
                let number = number.checked_div(fit.scale).ok_or_else(Reason::too_large)?;
                Ok::<Decimal, Reason>(rounded(number, places))
            };
            (printed(fit.start)?, printed(fit.change)?, Decimal::ONE)
        }
        None => (fit.start, fit.change, fit.scale),
    };
    let end = start.checked_add(moved).ok_or_else(Reason::too_large)?;
    let shown = |number: Decimal| {
        let number = number.checked_div(scale).ok_or_else(Reason::too_large)?;
        Ok::<String, Reason>(subject.level_text(number, written))
    };
    let over = known.text(line.noun());
    let path = format!("from {} to {}", shown(start)?, shown(end)?);
    derivation.step(|| {
        let slope = fit.span;
        let from =
            format!("fitted by least squares through {over}; the change is its slope × {slope}");
        ("Straight line", path.clone(), from)
    });
    Ok(Weighed {
        now: end,
        then: start,
        moved,
        scale,
        now_is: None,
        then_is: None,
        written,
        differs_unprinted: false,
        aim,
        what: format!("the straight line through {over} goes {path}"),
        if_same: "no clear trend: ",
        method: format!(
            "A straight line is fitted by least squares to the last {periods} {}, as far as they are known (3 at least), and its end is compared with its start",
            line.noun()
        )
        .into(),
    })
}

/// A straight line: where it starts and how far it goes, both times `scale`, over so many periods.
struct Fit {
    start: Decimal,
    change: Decimal,
    scale: Decimal,
    span: Decimal,
}

/// The line of least squares. With x counted from the first point, the slope is
/// (n Σxy − Σx Σy) ÷ (n Σx² − (Σx)²) and the start (Σy − slope Σx) ÷ n; nothing is divided, so nothing is
/// rounded.
fn fit(points: &[(i64, Standing)]) -> Option<Fit> {
    let first = points.first()?.0;
    let n = Decimal::from(points.len());
    let (mut sum_x, mut sum_y) = (Decimal::ZERO, Decimal::ZERO);
    let (mut squares, mut products) = (Decimal::ZERO, Decimal::ZERO);
    let mut span = Decimal::ZERO;
    for (at, standing) in points {
        let (x, y) = (Decimal::from(at - first), standing.printed);
        sum_x = sum_x.checked_add(x)?;
        sum_y = sum_y.checked_add(y)?;
        squares = squares.checked_add(x.checked_mul(x)?)?;
        products = products.checked_add(x.checked_mul(y)?)?;
        span = x;
    }
    let below = n.checked_mul(squares)?.checked_sub(sum_x.checked_mul(sum_x)?)?;
    let above = n.checked_mul(products)?.checked_sub(sum_x.checked_mul(sum_y)?)?;
    let start = sum_y.checked_mul(below)?.checked_sub(above.checked_mul(sum_x)?)?;
    let change = above.checked_mul(span)?.checked_mul(n)?;
    Some(Fit { start, change, scale: below.checked_mul(n)?, span })
}

fn too_few(needed: &str) -> Reason {
    Reason::new("Too few figures", format!("fewer than {needed}"))
}
