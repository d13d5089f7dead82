//! Rules and measures made at random, with small numbers so that boundaries are met often.

use std::ops::RangeInclusive;
use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use quarterlight::assess::{Case, Evidence, Verdict, direction, position_by};
use quarterlight::document::read_rule;
use quarterlight::model::{Condition, Limit, Rule, Size, Target, Tolerance, shipped, shipped_rule};
use quarterlight::terms::{Amount, Polarity, Progress, QuarterNumber, Unit};
use rust_decimal::Decimal;

/// A measure and the rule by which it is judged.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) rule: Rc<Rule>,
    pub(crate) polarity: Polarity,
    pub(crate) unit: Unit,
    pub(crate) value: Decimal,
    pub(crate) target: Decimal,
    pub(crate) strict: bool,
    pub(crate) floor: Option<Decimal>,
    pub(crate) tolerance: Option<Tolerance>,
    pub(crate) last_year: Option<Decimal>,
    pub(crate) outlook: Option<Progress>,
}

impl Made {
    pub(crate) fn position(&self) -> Verdict<Progress> {
        let case = Case {
            name: "A measure".to_owned(),
            unit: Some(self.unit.clone()),
            polarity: Some(self.polarity),
            quarter: QuarterNumber::Two,
            target: Some(self.target.into()),
            floor: self.floor.map(Amount::from),
            tolerance: self.tolerance,
            actual: Ok(self.value.into()),
            same_period_last_year: self.last_year.map(Amount::from),
            rule: Rule::clone(&self.rule),
            ..Case::default()
        };
        let history = case.as_history().expect("a quarter");
        let report = &history.reports()[0];
        let mut measure = report.measures[0].clone();
        if let Target::Level(level) = &mut measure.target {
            level.strict = self.strict;
        }
        let last_year = direction(&history, 0, 0);
        let outlook = self.outlook.map(verdict);
        let evidence = Evidence {
            last_year: Some(&last_year),
            outlook: outlook.as_ref(),
            ..Evidence::default()
        };
        position_by(report, &measure, measure.rule.as_deref(), &evidence)
    }

    /// The status, if there is one.
    pub(crate) fn status(&self) -> Option<Progress> {
        Some(self.position().status()).filter(|status| *status != Progress::NotRated)
    }

    /// With every number counted in a unit so many times smaller.
    pub(crate) fn scaled(&self, factor: Decimal) -> Self {
        let amount = |amount: Amount| Amount::from(amount.decimal() * factor);
        let tolerance = |tolerance| match tolerance {
            Tolerance::Points(size) => Tolerance::Points(amount(size)),
            Tolerance::Amount(size) => Tolerance::Amount(amount(size)),
            percent @ Tolerance::PercentOfTarget(_) => percent,
        };
        let limit = |limit: &mut Limit| {
            if let Size::Given(size) = limit.size {
                limit.size = Size::Given(tolerance(size));
            }
        };
        let mut rule = Rule::clone(&self.rule);
        rule.tolerance = rule.tolerance.map(tolerance);
        for condition in rule.bands.iter_mut().flat_map(|band| &mut band.conditions) {
            if let Condition::MissedBy(one) | Condition::AwayBy(one) | Condition::BeatenBy(one) =
                condition
            {
                limit(one);
            }
        }
        Self {
            rule: Rc::new(rule),
            value: self.value * factor,
            target: self.target * factor,
            floor: self.floor.map(|floor| floor * factor),
            tolerance: self.tolerance.map(tolerance),
            last_year: self.last_year.map(|last_year| last_year * factor),
            ..self.clone()
        }
    }

    /// With every number below zero that was above it, and the other way better.
    pub(crate) fn mirrored(&self) -> Self {
        let mut rule = Rule::clone(&self.rule);
        for condition in rule.bands.iter_mut().flat_map(|band| &mut band.conditions) {
            if let Condition::Polarity(polarity) = condition {
                *polarity = opposite(*polarity);
            }
        }
        Self {
            rule: Rc::new(rule),
            polarity: opposite(self.polarity),
            value: -self.value,
            target: -self.target,
            floor: self.floor.map(|floor| -floor),
            last_year: self.last_year.map(|last_year| -last_year),
            ..self.clone()
        }
    }

    /// With a better value, by so much; near to the plan, without passing it.
    pub(crate) fn better(&self, step: Decimal) -> Self {
        let distance = self.target - self.value;
        let value = match self.polarity {
            Polarity::Higher => self.value + step,
            Polarity::Lower => self.value - step,
            Polarity::Plan | Polarity::None => {
                let step = step.min(distance.abs());
                if distance.is_sign_negative() { self.value - step } else { self.value + step }
            }
        };
        Self { value, ..self.clone() }
    }
}

fn opposite(polarity: Polarity) -> Polarity {
    match polarity {
        Polarity::Higher => Polarity::Lower,
        Polarity::Lower => Polarity::Higher,
        same => same,
    }
}

/// A verdict with a status, to stand for an outlook.
fn verdict(status: Progress) -> Verdict<Progress> {
    let value = match status {
        Progress::OnCourse => 10,
        Progress::Uncertain => 5,
        _ => 0,
    };
    let made = Made {
        rule: Rc::new(shipped_rule("kent").expect("a shipped rule").clone()),
        polarity: Polarity::Higher,
        unit: Unit::Number,
        value: value.into(),
        target: Decimal::TEN,
        strict: false,
        floor: Some(5.into()),
        tolerance: None,
        last_year: None,
        outlook: None,
    };
    let verdict = made.position();
    assert_eq!(verdict.status(), status);
    verdict
}

/// The rule that a text says.
#[track_caller]
pub(crate) fn rule(text: &str) -> Rule {
    let (rule, findings) = read_rule("rule.json", text);
    assert!(findings.is_empty(), "{text}: {findings:?}");
    Rule::from_document(&rule.expect("a rule")).expect("a rule without contradictions")
}

fn limit() -> impl Strategy<Value = String> {
    let size = prop_oneof![
        select(&[0, 5, 10, 20][..]).prop_map(|size| format!(r#""percent_of_target": {size}"#)),
        select(&[0, 1, 2][..]).prop_map(|size| format!(r#""points": {size}"#)),
        select(&[0, 1, 2][..]).prop_map(|size| format!(r#""amount": {size}"#)),
        Just(r#""own": true"#.to_owned()),
    ];
    (size, any::<bool>())
        .prop_map(|(size, exclusive)| format!(r#"{{{size}, "exclusive": {exclusive}}}"#))
}

fn word(words: &'static [&'static str]) -> BoxedStrategy<String> {
    select(words).prop_map(|word| format!("{word:?}")).boxed()
}

fn condition(key: &'static str) -> BoxedStrategy<String> {
    let value = match key {
        "polarity" => word(&["higher", "lower", "plan"]),
        "met" => any::<bool>().prop_map(|met| met.to_string()).boxed(),
        "floor" => word(&["reached", "reached if any"]),
        "last_year" => word(&["better", "not worse"]),
        "outlook" => word(&["on course", "uncertain", "off course"]),
        _ => limit().boxed(),
    };
    value.prop_map(move |value| format!("{key:?}: {value}")).boxed()
}

fn band(
    keys: &'static [&'static str],
    many: RangeInclusive<usize>,
) -> impl Strategy<Value = String> {
    subsequence(keys, many)
        .prop_flat_map(|keys| keys.into_iter().map(condition).collect::<Vec<_>>())
        .prop_map(|conditions| {
            conditions.iter().fold(String::new(), |text, condition| text + ", " + condition)
        })
}

fn with_statuses(statuses: &[&str], bands: &[String]) -> String {
    let bands: Vec<String> = statuses
        .iter()
        .zip(bands)
        .map(|(status, conditions)| format!(r#"{{"status": "{status}"{conditions}}}"#))
        .collect();
    format!(r#"{{"bands": [{}]}}"#, bands.join(", "))
}

/// A rule of bands with any conditions, each with a status of its own, as text.
pub(crate) fn rule_text() -> impl Strategy<Value = String> {
    const STATUSES: &[&str] =
        &["on course", "uncertain", "off course", "acceptable", "complete", "data only"];
    const KEYS: &[&str] =
        &["polarity", "met", "missed_by", "away_by", "beaten_by", "floor", "last_year", "outlook"];
    const DISTANCES: &[&str] = &["met", "missed_by", "away_by", "beaten_by"];
    let bands = prop_oneof![
        prop::collection::vec(band(KEYS, 0..=2), 1..6),
        prop::collection::vec(band(DISTANCES, 1..=1), 1..6),
    ];
    bands.prop_map(|bands| with_statuses(STATUSES, &bands))
}

/// A rule whose bands go from better to worse and hold for every better figure too.
pub(crate) fn descending_rule() -> impl Strategy<Value = Rule> {
    const STATUSES: &[&str] = &["complete", "on course", "acceptable", "uncertain", "off course"];
    const KEYS: &[&str] = &["missed_by", "beaten_by", "floor", "last_year", "outlook"];
    prop::collection::vec(band(KEYS, 0..=2), 1..6)
        .prop_map(|bands| rule(&with_statuses(STATUSES, &bands)))
}

pub(crate) fn shipped_rules() -> impl Strategy<Value = Rule> {
    select(shipped())
}

pub(crate) fn halves(range: std::ops::Range<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|halves| Decimal::new(halves * 5, 1))
}

/// A measure to be judged by a rule.
pub(crate) fn made(rule: Rc<Rule>) -> impl Strategy<Value = Made> {
    let polarity = select(&[Polarity::Higher, Polarity::Lower, Polarity::Plan][..]);
    let unit = select(&[Unit::Percent, Unit::Number][..]);
    let target = select(&[-20_i64, -10, 0, 10, 20, 40][..]);
    let size = select(&[0_i64, 1, 2, 10][..]).prop_map(|size| Amount::from(Decimal::from(size)));
    let tolerance = (0..3_u8, size).prop_map(|(kind, size)| match kind {
        0 => Tolerance::PercentOfTarget(size),
        1 => Tolerance::Points(size),
        _ => Tolerance::Amount(size),
    });
    let outlook = select(&[Progress::OnCourse, Progress::Uncertain, Progress::OffCourse][..]);
    let others = (
        prop::option::of(1..6_i64),
        prop::option::of(tolerance),
        prop::option::of(halves(-16..17)),
        prop::option::of(outlook),
    );
    let away = prop_oneof![3 => halves(-16..17), 1 => Just(Decimal::ZERO)];
    (polarity, unit, target, away, any::<bool>(), others).prop_map(
        move |(polarity, unit, target, away, strict, (floor, tolerance, last_year, outlook))| {
            let target = Decimal::from(target);
            let floor = floor.map(|below| match polarity {
                Polarity::Lower => target + Decimal::from(below),
                _ => target - Decimal::from(below),
            });
            Made {
                rule: Rc::clone(&rule),
                polarity,
                unit,
                value: target + away,
                target,
                strict,
                floor,
                tolerance,
                last_year: last_year.map(|away| target + away),
                outlook,
            }
        },
    )
}
