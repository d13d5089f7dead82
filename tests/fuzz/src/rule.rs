//! A rule, and a measure that is judged by it.

use quarterlight::assess::Case;
use quarterlight::document::read_rule;
use quarterlight::model::{Rule, Tolerance};
use quarterlight::terms::{Absence, Amount, Basis, Keyword, Polarity, QuarterNumber};

use super::parts;

/// Reads the rule of an input and judges by it the figures that follow, each part as one measure.
///
/// # Panics
///
/// Where the program is wrong.
pub fn rule(input: &[u8]) {
    let mut parts = parts(input).map(String::from_utf8_lossy);
    let text = parts.next().unwrap_or_default();
    let (written, findings) = read_rule("rule.json", &text);
    for finding in &findings {
        assert!(!finding.to_string().is_empty(), "a finding without words");
    }
    let Some(written) = written else {
        assert!(!findings.is_empty(), "a rule that is not read says why");
        return;
    };
    let again = serde_json::to_string(&written);
    let Ok(again) = again else { panic!("a rule cannot be written") };
    assert_eq!(read_rule("again.json", &again).0, Some(written.clone()), "{again}");
    let Ok(rule) = Rule::from_document(&written) else { return };
    let _ = (rule.doubts(), rule.text(), rule.title());
    for words in parts.take(4) {
        if let Some(judged) = case(&rule, &words).judged() {
            let derivation = judged.progress().derivation().to_string();
            assert!(!derivation.is_empty(), "a verdict without a derivation");
            let _ = judged.direction().derivation().to_string();
        }
    }
}

/// A measure from words such as "higher cumulative % 2 75 67.5": polarity, basis, unit and quarter, then its
/// target, figure, floor, tolerance, figures a year and a quarter ago and those of earlier years.
fn case(rule: &Rule, words: &str) -> Case {
    let mut words = words.split(' ');
    let polarity = words.next().and_then(Polarity::from_word);
    let basis = words.next().and_then(Basis::from_word);
    let unit = words.next().and_then(|word| word.replace('_', " ").parse().ok());
    let quarter = match words.next() {
        Some("2") => QuarterNumber::Two,
        Some("3") => QuarterNumber::Three,
        Some("4") => QuarterNumber::Four,
        _ => QuarterNumber::One,
    };
    let mut amounts = words.map(|word| word.parse::<Amount>().ok());
    let mut next = || amounts.next().flatten();
    let (target, actual, floor, size) = (next(), next(), next(), next());
    let (same_period_last_year, previous_quarter) = (next(), next());
    let mut history = Vec::new();
    while let Some(first) = amounts.next() {
        let mut next = || amounts.next().flatten();
        history.push([first, next(), next(), next()]);
    }
    let tolerance = size.map(|size| match size.places() {
        0 => Tolerance::PercentOfTarget(size),
        1 => Tolerance::Points(size),
        _ => Tolerance::Amount(size),
    });
    Case {
        name: "A measure".to_owned(),
        unit,
        polarity,
        basis,
        quarter,
        target,
        floor,
        tolerance,
        actual: actual.ok_or(Absence::NotProvided),
        same_period_last_year,
        previous_quarter,
        history,
        rule: rule.clone(),
        ..Case::default()
    }
}
