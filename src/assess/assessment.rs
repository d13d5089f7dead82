//! A whole report, judged.

use std::rc::Rc;

use super::direction::travelled_on_demand;
use super::judgement::judgement;
use super::outlook::outlook_on_demand;
use super::position::position_on_demand;
use super::question::Question;
use super::{Direction, Evidence, Outlook, Progress, Travelled, Verdict, milestone_progress};
use crate::model::{History, Measure, Rule};
use crate::terms::Reported;

/// The verdicts of a report, in the order of its measures and milestones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The verdicts on each measure.
    pub measures: Vec<Judged>,
    /// Progress of each milestone.
    pub milestones: Vec<Verdict<Progress>>,
}

/// The verdicts on a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Which of them the rule reports as the measure's status.
    pub reports: Reported,
    /// How the figure stands to its target now.
    pub position: Verdict<Progress>,
    /// Whether the year's target will be met, and what the year will come to.
    pub outlook: Outlook,
    /// What an officer judges: where there is such a judgement, it is the status.
    pub judgement: Option<Verdict<Progress>>,
    /// Its direction of travel, by the rule's first comparison.
    pub travel: Travelled,
    /// Its directions by the rule's further comparisons.
    pub further: Vec<Travelled>,
}

impl Judged {
    /// Judges a measure by its own rule; none where the report has no such measure.
    #[must_use]
    pub fn of(history: &History, report: usize, measure: usize) -> Option<Self> {
        Self::by(history, report, measure, None)
    }

    /// The same under another rule, if there is one.
    #[must_use]
    pub fn by(
        history: &History,
        report: usize,
        measure: usize,
        under: Option<&Rule>,
    ) -> Option<Self> {
        let this = history.reports().get(report)?;
        let own = this.measures.get(measure)?.rule.clone();
        let rule = under.cloned().map(Rc::new).or(own);
        let history = history.clone();
        Some(judged(&Rc::new(Question { history, report, measure, rule })))
    }

    /// The measure's status: what an officer judges, or what the rule reports.
    #[must_use]
    pub fn progress(&self) -> &Verdict<Progress> {
        match (&self.judgement, self.reports) {
            (Some(judgement), _) => judgement,
            (None, Reported::Outlook) => &self.outlook.verdict,
            (None, Reported::Position | Reported::Judgement) => &self.position,
        }
    }

    /// The measure's direction of travel.
    #[must_use]
    pub fn direction(&self) -> &Verdict<Direction> {
        &self.travel.verdict
    }
}

impl Assessment {
    /// Judges a report in the light of its history, each measure by its own rule.
    #[must_use]
    pub fn of(history: &History, report: usize) -> Self {
        let mut assessment = Self::default();
        while assessment.step(history, report, usize::MAX) {}
        assessment
    }

    /// Judges a report by its own rules or, if there is another, as if every measure had that.
    #[must_use]
    pub fn by(history: &History, report: usize, under: Option<&Rule>) -> Self {
        under.map_or_else(|| Self::of(history, report), |rule| Self::under(history, report, rule))
    }

    /// Judges a report as if every measure had this rule.
    #[must_use]
    pub fn under(history: &History, report: usize, rule: &Rule) -> Self {
        let mut assessment = Self::default();
        let rule = Rc::new(rule.clone());
        let all = |_: &Measure| Some(Rc::clone(&rule));
        while assessment.step_by(history, report, usize::MAX, all) {}
        assessment
    }

    /// Judges at most so many measures more, of the same report as before, and says whether there is more to do.
    pub fn step(&mut self, history: &History, report: usize, rows: usize) -> bool {
        self.step_by(history, report, rows, |measure| measure.rule.clone())
    }

    fn step_by(
        &mut self,
        history: &History,
        report: usize,
        rows: usize,
        rule_of: impl Fn(&Measure) -> Option<Rc<Rule>>,
    ) -> bool {
        let Some(this) = history.reports().get(report) else { return false };
        let start = self.measures.len();
        if start == this.measures.len() {
            let milestones = this.milestones.iter();
            self.milestones =
                milestones.map(|(_, milestone)| milestone_progress(this, milestone)).collect();
            return false;
        }
        let end = start.saturating_add(rows).min(this.measures.len());
        self.measures.extend((start..end).map(|measure| {
            let (history, rule) = (history.clone(), rule_of(&this.measures[measure]));
            judged(&Rc::new(Question { history, report, measure, rule }))
        }));
        true
    }
}

fn judged(question: &Rc<Question>) -> Judged {
    let rule = question.rule.as_deref();
    let compared = |place| travelled_on_demand(question, &question.comparison(place), place);
    let travel = compared(0);
    let further = (1..rule.map_or(0, |rule| rule.directions.len())).map(compared).collect();
    let last_year = question.last_year();
    let outlook = outlook_on_demand(question);
    let evidence = Evidence::of(last_year.as_ref(), &outlook);
    let position = position_on_demand(question, &evidence);
    let reports = rule.map_or(Reported::Position, |rule| rule.reports);
    let judgement = judgement(question.report(), question.measure(), rule);
    Judged { reports, position, outlook, judgement, travel, further }
}
