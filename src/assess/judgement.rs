//! What an officer judges of a measure's progress.

use super::verdict::{Derivation, RuleText, Verdict};
use super::words::{called, stopped};
use crate::model::{Measure, Report, Rule};
use crate::terms::{Progress, Reported, in_sentence};

/// The officer's judgement, where there is one or the rule asks for one. What is worked out stays beside it.
pub(super) fn judgement(
    report: &Report,
    measure: &Measure,
    rule: Option<&Rule>,
) -> Option<Verdict<Progress>> {
    let mut derivation = Derivation::default();
    let Some(judgement) = &measure.said.judgement else {
        let asks = rule.is_some_and(|rule| rule.reports == Reported::Judgement);
        return asks.then(|| {
            "Not rated: the rule leaves it to an officer's judgement, and none is given."
                .clone_into(&mut derivation.sentence);
            derivation.reason = Some("Not judged");
            Verdict::new(Progress::NotRated, derivation)
        });
    };
    let from = format!("{}, {}", report.file, measure.name());
    derivation.step("Judged by", judgement.by.clone(), from.clone());
    derivation.step("Judged on", judgement.date.to_string(), from.clone());
    derivation.step("Reason", judgement.reason.clone(), from);
    derivation.sentence = format!(
        // A title would need an article, and a name must not have one.
        "Judged {} on {} ({}): {}",
        in_sentence(&called(rule, judgement.progress)),
        judgement.date,
        judgement.by,
        stopped(&judgement.reason),
    );
    derivation.rule = Some(RuleText {
        name: "An officer's judgement".to_owned(),
        text: "The judgement stands before what is worked out from the figures, which stays beside it.".to_owned(),
    });
    Some(Verdict::new(judgement.progress, derivation))
}
