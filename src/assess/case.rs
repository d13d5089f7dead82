//! One measure on its own, without a report: what a calculator and a table of figures ask about.

use std::rc::Rc;

use super::{Evidence, Judged, Verdict, direction, position_by, travelled};
use crate::document::{self, Problem};
use crate::model::{
    Comparison, Content, Figure, Gap, History, Level, Measure, Origin, Report, Rule, Target,
    Tolerance, Value, Years,
};
use crate::terms::{
    Absence, Against, Amount, Basis, ComparedWith, Direction, FinancialYear, Mark, Period,
    Polarity, Quarter, QuarterNumber, Reported, Span, Unit, Year,
};

/// A measure with its figures, of which any may be missing.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What it is called.
    pub name: String,
    /// What its figures count.
    pub unit: Option<Unit>,
    /// Which way it is meant to go.
    pub polarity: Option<Polarity>,
    /// What a quarter's figure covers.
    pub basis: Option<Basis>,
    /// The year that a cumulative figure belongs to.
    pub year: Year,
    /// Whether it moves with the seasons, the same way every year.
    pub seasonal: bool,
    /// Which quarter it is.
    pub quarter: QuarterNumber,
    /// The number to reach. A rule that judges the position holds the figure against it as it stands; the outlook
    /// takes it as the target for the year, unless that is given.
    pub target: Option<Amount>,
    /// The target for the year, where `target` is the quarter's own.
    pub year_target: Option<Amount>,
    /// Whether the target must be passed, and reaching it is not enough.
    pub strict: bool,
    /// The last figure that is still acceptable: below a target to reach, above one not to exceed.
    pub floor: Option<Amount>,
    /// The measure's own tolerance.
    pub tolerance: Option<Tolerance>,
    /// The smallest change that matters, where a rule asks for it.
    pub threshold: Option<Amount>,
    /// The figure now, or the reason that there is none.
    pub actual: Result<Amount, Absence>,
    /// How firm it is.
    pub marks: Vec<Mark>,
    /// The figure for the same quarter of last year.
    pub same_period_last_year: Option<Amount>,
    /// The figure for the quarter before.
    pub previous_quarter: Option<Amount>,
    /// Earlier years' quarters, oldest first.
    pub history: Vec<[Option<Amount>; 4]>,
    /// The rule to judge by.
    pub rule: Rule,
}

/// Stands for "this year": a case has no date. Sentences say "the year before", never this number.
const THIS_YEAR: i16 = 2100;

/// More earlier years than this are not looked at.
const MAX_YEARS: usize = 50;

impl Default for Case {
    /// Nothing is known.
    fn default() -> Self {
        Self {
            name: String::new(),
            unit: None,
            polarity: None,
            basis: None,
            year: Year::Financial,
            seasonal: false,
            quarter: QuarterNumber::One,
            target: None,
            year_target: None,
            strict: false,
            floor: None,
            tolerance: None,
            threshold: None,
            actual: Err(Absence::NotStated),
            marks: Vec::new(),
            same_period_last_year: None,
            previous_quarter: None,
            history: Vec::new(),
            rule: Rule::default(),
        }
    }
}

impl Case {
    /// The verdicts; none only if the quarter of the year cannot be told.
    #[must_use]
    pub fn judged(&self) -> Option<Judged> {
        let history = self.as_history()?;
        let mut judged = Judged::of(&history, 0, 0)?;
        if self.year_target.is_some() && self.rule.against != Against::Projection {
            // The floor and the tolerance are the entered target's, of which nothing is to be cut.
            let report = &history.reports()[0];
            let row = Measure { target: self.level(), ..report.measures[0].clone() };
            let rule = Rule { against: Against::AnnualTarget, ..self.rule.clone() };
            let last_year = direction(&history, 0, 0);
            let evidence = Evidence::of(Some(&last_year), &judged.outlook);
            judged.position = position_by(report, &row, Some(&rule), &evidence);
        }
        Some(judged)
    }

    /// Its direction by a comparison with one other period: the rule's own such comparison, or else the plain one.
    #[must_use]
    pub fn direction(&self, with: ComparedWith) -> Option<Verdict<Direction>> {
        let own = self.rule.directions.iter().find(|comparison| comparison.is_with(with));
        let plain = Comparison::with(with);
        let history = self.as_history()?;
        Some(travelled(&history, 0, 0, own.unwrap_or(&plain)).verdict)
    }

    /// What is doubtful in its floor or ceiling, as it would be in a file.
    #[must_use]
    pub fn doubt(&self) -> Option<Problem> {
        let is_told = matches!(self.polarity, Some(Polarity::Higher | Polarity::Lower));
        self.level().doubt().filter(|_| is_told).map(|(_, problem)| problem)
    }

    /// The case as a report with one measure.
    #[must_use]
    pub fn as_history(&self) -> Option<History> {
        let year = FinancialYear::starting(THIS_YEAR)?;
        let quarter = Quarter { year, number: self.quarter };
        let document = document::Report::empty(Period::Quarter(quarter));
        let (mut report, _) = Report::from_document("as entered", Rc::new(document));
        report.years = Years::Relative;
        let rule = Rc::new(self.rule());
        report.rule = Some(Rc::clone(&rule));
        report.measures.push(self.measure(year, rule));
        Some(History::new(vec![Rc::new(report)]))
    }

    /// A published rule holds the figure against the target that was printed beside it.
    fn rule(&self) -> Rule {
        let mut rule = self.rule.clone();
        if rule.reports != Reported::Outlook && rule.against == Against::Profile {
            rule.against = Against::AnnualTarget;
        }
        rule
    }

    fn measure(&self, year: FinancialYear, rule: Rc<Rule>) -> Measure {
        let actual = match self.actual {
            Ok(actual) => Value::Figure(Figure {
                marks: self.marks.clone(),
                ..Figure::of(Content::Amount(actual))
            }),
            Err(reason) => Value::Absent(Gap::because(reason)),
        };
        let figure = |amount: Option<Amount>| {
            amount.map(|amount| Value::Figure(Figure::of(Content::Amount(amount))))
        };
        let mut measure = Measure::untold(self.name.clone());
        measure.unit.clone_from(&self.unit);
        measure.polarity = self.polarity;
        measure.basis = self.basis;
        measure.year = self.year;
        measure.seasonal = self.seasonal;
        measure.threshold = self.threshold;
        measure.rule = Some(rule);
        measure.target = self.year_level();
        measure.current = actual;
        measure.same_period_last_year = figure(self.same_period_last_year).map(Box::new);
        measure.previous_quarter = figure(self.previous_quarter).map(Box::new);
        if measure.closes_in_march() {
            measure.last_year = figure(self.last_fourth()).unwrap_or(measure.last_year);
        }
        measure.earlier = self.earlier(year);
        measure
    }

    /// Last year's Quarter 4, where an earlier year is given. What is given as the quarter before goes first.
    fn last_fourth(&self) -> Option<Amount> {
        let fourth = self.history.last().and_then(|quarters| quarters[3])?;
        let before = self.previous_quarter.filter(|_| self.quarter == QuarterNumber::One);
        Some(before.unwrap_or(fourth))
    }

    /// The year's target with the entered one as its profile's number for the quarter; without the year's, the entered.
    fn year_level(&self) -> Target {
        let Some(amount) = self.year_target else { return self.level() };
        let (strict, tolerance) = (self.strict, self.tolerance);
        let mut level = Level { strict, tolerance, ..Level::of(amount, Origin::Given) };
        level.profile[usize::from(self.quarter.number()) - 1] = self.target;
        Target::Level(Box::new(level))
    }

    fn level(&self) -> Target {
        let Some(amount) = self.target else {
            return Target::Absent(Gap::because(Absence::NotStated));
        };
        let is_ceiling = match self.polarity {
            Some(Polarity::Lower) => true,
            Some(Polarity::Plan) => self.floor.is_some_and(|floor| floor > amount),
            _ => false,
        };
        let (floor, ceiling) = if is_ceiling { (None, self.floor) } else { (self.floor, None) };
        let (strict, tolerance) = (self.strict, self.tolerance);
        let level = Level { strict, tolerance, floor, ceiling, ..Level::of(amount, Origin::Given) };
        Target::Level(Box::new(level))
    }

    fn earlier(&self, this_year: FinancialYear) -> Vec<(Span, Value)> {
        let mut earlier = Vec::new();
        let mut year = this_year;
        for quarters in self.history.iter().rev().take(MAX_YEARS) {
            year = year.previous();
            for (number, amount) in QuarterNumber::ALL.into_iter().zip(quarters) {
                let span = Quarter { year, number }.to_string().parse();
                if let (Some(amount), Ok(span)) = (amount, span) {
                    earlier.push((span, Value::Figure(Figure::of(Content::Amount(*amount)))));
                }
            }
        }
        earlier
    }
}
