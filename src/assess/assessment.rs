//! A whole report, judged.

use super::judgement::judgement;
use super::position::near;
use super::{
    Direction, Evidence, Outlook, Progress, Travelled, Verdict, direction, milestone_progress,
    outlook, position_by, travelled,
};
use crate::model::{Comparison, History, Measure, Report, Rule};
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
        let this = history.reports().get(report)?;
        let rule = this.measures.get(measure)?.rule.as_deref();
        Some(judged(history, this, (report, measure), rule))
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

    /// Judges a report as if every measure had this rule.
    #[must_use]
    pub fn under(history: &History, report: usize, rule: &Rule) -> Self {
        let mut assessment = Self::default();
        while assessment.step_by(history, report, usize::MAX, |_| Some(rule)) {}
        assessment
    }

    /// Judges at most so many measures more, of the same report as before, and says whether there is more to do.
    pub fn step(&mut self, history: &History, report: usize, rows: usize) -> bool {
        self.step_by(history, report, rows, |measure| measure.rule.as_deref())
    }

    fn step_by<'r>(
        &mut self,
        history: &'r History,
        report: usize,
        rows: usize,
        rule_of: impl Fn(&'r Measure) -> Option<&'r Rule>,
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
        self.measures.extend(
            (start..end)
                .map(|row| judged(history, this, (report, row), rule_of(&this.measures[row]))),
        );
        true
    }
}

fn judged(
    history: &History,
    this: &Report,
    (report, row): (usize, usize),
    rule: Option<&Rule>,
) -> Judged {
    let measure = &this.measures[row];
    let (first, others) = rule.and_then(|rule| rule.directions.split_first()).unzip();
    let travel = travelled(history, report, row, first.unwrap_or(&Comparison::default()));
    let compared = |comparison| travelled(history, report, row, comparison);
    let further = others.unwrap_or_default().iter().map(compared).collect();
    let last_year =
        rule.filter(|rule| rule.asks_for_last_year()).map(|_| direction(history, report, row));
    let outlook = outlook(history, report, row, near(measure, rule));
    let evidence = Evidence {
        last_year: last_year.as_ref(),
        outlook: Some(&outlook.verdict),
        projected: outlook.projection.as_ref().map(|projection| projection.projected),
    };
    let position = position_by(this, measure, rule, &evidence);
    let reports = rule.map_or(Reported::Position, |rule| rule.reports);
    let judgement = judgement(this, measure, rule);
    Judged { reports, position, outlook, judgement, travel, further }
}
