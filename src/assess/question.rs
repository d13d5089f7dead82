//! What a measure's verdicts are reached from, kept so that their words can be written when they are asked for.

use std::rc::Rc;

use rust_decimal::Decimal;

use super::position::{Evidence, near, position_by};
use super::verdict::{Derivation, Verdict};
use super::words::called;
use super::{Direction, Outlook, direction, outlook, travelled};
use crate::model::{Comparison, History, Measure, Report, Rule};
use crate::terms::Reported;

/// A measure of a report in its history, and the rule that it is judged by.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) history: History,
    pub(super) report: usize,
    pub(super) measure: usize,
    /// None where the file's could not be read.
    pub(super) rule: Option<Rc<Rule>>,
}

/// Which verdict on a measure is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Asked {
    Position,
    Outlook,
    /// By the comparison at this place in the rule.
    Direction(usize),
}

impl Question {
    pub(super) fn report(&self) -> &Report {
        &self.history.reports()[self.report]
    }

    pub(super) fn measure(&self) -> &Measure {
        &self.report().measures[self.measure]
    }

    /// The comparisons by which its direction is told, the first of which is its direction of travel.
    pub(super) fn comparison(&self, place: usize) -> Comparison {
        let comparisons = self.rule.as_ref().map(|rule| &rule.directions);
        comparisons.and_then(|all| all.get(place)).cloned().unwrap_or_default()
    }

    pub(super) fn near(&self) -> Option<Decimal> {
        near(self.measure(), self.rule.as_deref())
    }

    /// The direction since last year, where the rule asks for it.
    pub(super) fn last_year(&self) -> Option<Verdict<Direction>> {
        let asks = self.rule.as_ref().is_some_and(|rule| rule.asks_for_last_year());
        asks.then(|| direction(&self.history, self.report, self.measure))
    }

    pub(super) fn outlook(&self) -> Outlook {
        outlook(&self.history, self.report, self.measure, self.near())
    }

    /// How the outlook was reached; where it is what the rule reports, with the rule's name for the status.
    fn outlook_as_called(&self) -> Rc<Derivation> {
        let verdict = self.outlook().verdict;
        let status = verdict.status();
        let mut derivation = verdict.into_derivation();
        let rule = self.rule.as_deref().filter(|rule| rule.reports == Reported::Outlook);
        if let Some(rest) = derivation.sentence.strip_prefix(&called(None, status)) {
            let sentence = format!("{}{rest}", called(rule, status));
            Rc::make_mut(&mut derivation).sentence = sentence;
        }
        derivation
    }

    /// A verdict's derivation, in words.
    pub(super) fn derivation(&self, asked: Asked) -> Rc<Derivation> {
        match asked {
            Asked::Position => {
                let (last_year, outlook) = (self.last_year(), self.outlook());
                let evidence = Evidence::of(last_year.as_ref(), &outlook);
                position_by(self.report(), self.measure(), self.rule.as_deref(), &evidence)
                    .into_derivation()
            }
            Asked::Outlook => self.outlook_as_called(),
            Asked::Direction(place) => {
                let comparison = self.comparison(place);
                travelled(&self.history, self.report, self.measure, &comparison)
                    .verdict
                    .into_derivation()
            }
        }
    }
}
