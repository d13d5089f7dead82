//! What holds for every rule, shipped or made at random, and every measure.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;
mod made;

use std::rc::Rc;

use file::{Row, file, report};
use made::{Made, descending_rule, halves, made, rule, rule_text, shipped_rules};
use proptest::prelude::*;
use proptest::sample::select;
use quarterlight::assess::{Case, Derivation, Evidence, Step, position};
use quarterlight::document::{Problem, read_rule};
use quarterlight::model::{Condition, Rule, Size, Tolerance};
use quarterlight::terms::{Absence, Amount, Polarity, Progress, QuarterNumber, Unit};
use rust_decimal::Decimal;

/// Failures are mended or kept as rules, and not in a file of seeds.
fn cases(count: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..ProptestConfig::with_cases(count)
    }
}

/// A measure to be judged by one of some rules.
fn judged(rules: impl Strategy<Value = Rule>) -> impl Strategy<Value = Made> {
    rules.prop_flat_map(|rule| made(Rc::new(rule)))
}

fn any_rule() -> impl Strategy<Value = Rule> {
    prop_oneof![rule_text().prop_map(|text| rule(&text)), shipped_rules()]
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn a_better_value_never_gets_a_worse_status(
        now in judged(prop_oneof![descending_rule(), shipped_rules()]),
        step in halves(1..30),
    ) {
        let after = now.better(step);
        let (before, after_it) = (now.status(), after.status());
        if let (Some(before), Some(after_it)) = (before, after_it) {
            prop_assert!(after_it >= before, "{before:?} to {after_it:?}: {after:?}");
        }
    }

    #[test]
    fn the_mirror_image_has_the_same_status(now in judged(any_rule())) {
        prop_assert_eq!(now.mirrored().status(), now.status());
    }

    #[test]
    fn counting_in_another_unit_changes_nothing(
        now in judged(any_rule()),
        factor in select(&["0.000001", "0.01", "0.25", "3", "10", "1.7", "1000000000"][..]),
    ) {
        let factor = factor.parse().expect("a number");
        prop_assert_eq!(now.scaled(factor).status(), now.status());
    }
}

/// What the doubts of a rule say: which bands never apply, and whether there is a gap.
fn doubted(rule: &Rule) -> (Vec<usize>, bool) {
    let words: Vec<String> = rule.doubts().iter().map(Problem::what).collect();
    let bands = words.iter().filter_map(|what| {
        let (number, _) = what.strip_prefix("Band ")?.split_once(' ')?;
        number.parse().ok()
    });
    (bands.collect(), words.iter().any(|what| what.contains("leave a gap")))
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn what_is_said_never_to_happen_never_happens(
        (rule, measures) in any_rule().prop_flat_map(|rule| {
            let rule = Rc::new(rule);
            (Just(Rc::clone(&rule)), prop::collection::vec(made(rule), 40))
        }),
    ) {
        let (never, gap) = doubted(&rule);
        for measure in measures {
            let verdict = measure.position();
            let status = verdict.status();
            for band in &never {
                let status_of_others = rule
                    .bands
                    .iter()
                    .enumerate()
                    .any(|(index, other)| index + 1 != *band && other.status == status);
                prop_assert!(
                    rule.bands[band - 1].status != status || status_of_others,
                    "band {band} applies to {measure:?}"
                );
            }
            let found_none = verdict.derivation().reason == Some("No band applies");
            prop_assert!(gap || !found_none, "a gap for {measure:?}");
        }
    }

    #[test]
    fn a_rule_that_is_written_reads_as_it_was(text in rule_text(), more in 0..4_usize) {
        let more = [
            "",
            r#""like": "camms", "reports": "judgement","#,
            r#""name": "Ours", "tolerance": {"percent_of_target": 5.50}, "unknown": [1, {"a": null}],"#,
            r#""statuses": [{"status": "uncertain", "name": "Amber"}], "unrated": {"no_figure": "no data"},"#,
        ][more];
        let text = text.replacen('{', &format!("{{{more}"), 1);
        let first = read_rule("first.json", &text).0.expect("a rule");
        let written = serde_json::to_string(&first).expect("a rule can be written");
        let again = read_rule("again.json", &written).0.expect("a rule");
        prop_assert_eq!(&again, &first);
        prop_assert_eq!(serde_json::to_string(&again).expect("as before"), written);
        prop_assert_eq!(Rule::from_document(&again).ok(), Rule::from_document(&first).ok());
    }
}

/// A number as large, as small or as long as one can be, or an ordinary one.
fn extreme() -> impl Strategy<Value = Amount> {
    let any = (any::<i128>(), 0..=28_u32).prop_map(|(digits, scale)| {
        Decimal::from_i128_with_scale(digits % 79_228_162_514_264_337_593_543_950_335, scale)
    });
    let edge = select(
        &[Decimal::MAX, Decimal::MIN, Decimal::ZERO, Decimal::ONE, Decimal::ONE_HUNDRED][..],
    );
    let tiny = (-3..4_i64).prop_map(|digits| Decimal::new(digits, 28));
    prop_oneof![any, edge, tiny].prop_map(Amount::from)
}

fn with_size(rule: &Rule, size: Amount) -> Rule {
    let size = Amount::from(size.decimal().abs());
    let mut rule = rule.clone();
    for condition in rule.bands.iter_mut().flat_map(|band| &mut band.conditions) {
        if let Condition::MissedBy(limit) | Condition::AwayBy(limit) | Condition::BeatenBy(limit) =
            condition
            && let Size::Given(given) = &mut limit.size
        {
            *given = match given {
                Tolerance::PercentOfTarget(_) => Tolerance::PercentOfTarget(size),
                Tolerance::Points(_) => Tolerance::Points(size),
                Tolerance::Amount(_) => Tolerance::Amount(size),
            };
        }
    }
    rule
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn numbers_of_any_size_are_judged_or_refused_in_words(
        rule in any_rule(),
        polarity in select(&[Polarity::Higher, Polarity::Lower, Polarity::Plan, Polarity::None][..]),
        unit in select(&[Unit::Percent, Unit::ThousandPounds, Unit::Time("days")][..]),
        numbers in prop::collection::vec(prop::option::of(extreme()), 9),
        quarter in select(&QuarterNumber::ALL[..]),
    ) {
        let rule = numbers[0].map_or_else(|| rule.clone(), |size| with_size(&rule, size));
        let _ = (rule.doubts(), rule.text());
        let case = Case {
            unit: Some(unit),
            polarity: Some(polarity),
            quarter,
            target: numbers[1],
            actual: numbers[2].ok_or(Absence::NotProvided),
            floor: numbers[3],
            tolerance: numbers[4].map(Tolerance::PercentOfTarget),
            same_period_last_year: numbers[5],
            previous_quarter: numbers[6],
            history: vec![[numbers[5], numbers[6], numbers[7], numbers[8]]],
            rule,
            ..Case::default()
        };
        let judged = case.judged().expect("a verdict");
        prop_assert!(judged.progress().derivation().sentence.ends_with('.'));
        prop_assert!(judged.direction().derivation().sentence.ends_with('.'));
    }
}

// Derivations: each number is an input, or follows from those that are named beside it.

/// The numbers in a text. A hyphen before one is its sign; a minus between two is not.
fn numbers(text: &str) -> Vec<Decimal> {
    let mut found = Vec::new();
    let mut number = String::new();
    let mut before = ' ';
    for c in text.chars().chain([' ']) {
        let is_first = number.is_empty() || number == "-";
        match c {
            '-' if number.is_empty() && !before.is_alphanumeric() => number.push(c),
            '0'..='9' => number.push(c),
            '.' if !is_first => number.push(c),
            ',' if !is_first => {}
            '£' if number == "-" => {}
            _ => {
                found.extend(number.trim_end_matches('.').parse::<Decimal>());
                number.clear();
            }
        }
        before = c;
    }
    found
}

/// The sizes that a rule names, and the measure's own tolerance.
fn sizes(made: &Made) -> Vec<Decimal> {
    let limits = made.rule.bands.iter().flat_map(|band| &band.conditions);
    let sizes = limits.filter_map(|condition| match condition {
        Condition::MissedBy(limit) | Condition::AwayBy(limit) | Condition::BeatenBy(limit) => {
            match limit.size {
                Size::Given(tolerance) => Some(tolerance),
                Size::Own => None,
            }
        }
        _ => None,
    });
    let size = |tolerance| match tolerance {
        Tolerance::PercentOfTarget(size) | Tolerance::Points(size) | Tolerance::Amount(size) => {
            size.decimal()
        }
    };
    sizes.chain(made.tolerance).chain(made.rule.tolerance).map(size).collect()
}

/// Why a step does not follow from what it names.
fn unfounded(made: &Made, step: &Step) -> Option<&'static str> {
    let values = numbers(&step.value);
    let value = *values.last()?;
    let from = numbers(&step.from);
    let is_good = match step.what.as_str() {
        "Current value" => value == made.value,
        "Target" | "Target for the year" => {
            values.first() == Some(&made.target)
                && values
                    .iter()
                    .skip(1)
                    .all(|number| made.floor == Some(*number) || sizes(made).contains(number))
        }
        "Missed by" => {
            let of_inputs = |number: &Decimal| [made.value, made.target].contains(number);
            let [a, b] = from[..] else { return Some("two numbers apart") };
            let is_apart = match made.polarity {
                Polarity::Plan => value == (a - b).abs(),
                _ => value == a - b,
            };
            from.iter().all(of_inputs) && is_apart
        }
        what if what.starts_with("Limit for ") => match from[..] {
            [percent, target] if step.from.contains("% of ") => {
                sizes(made).contains(&percent)
                    && target == made.target.abs()
                    && value == percent * target / Decimal::ONE_HUNDRED
            }
            _ if step.from.starts_with("a percentage of 0 is 0") => value.is_zero(),
            [] => sizes(made).contains(&value),
            _ => false,
        },
        what if what.starts_with("Floor") || what.starts_with("Ceiling") => {
            made.floor == Some(value)
        }
        _ => return Some("a step that is not known here"),
    };
    (!is_good).then_some("it does not follow")
}

/// The numbers of a sentence that no step gives.
fn unfounded_in_sentence(derivation: &Derivation, inputs: &[Decimal]) -> Vec<Decimal> {
    let steps: Vec<Decimal> =
        derivation.steps.iter().flat_map(|step| numbers(&step.value)).collect();
    let quarter = Decimal::TWO;
    let spare = inputs.iter().flat_map(|a| inputs.iter().map(move |b| (a - b).abs()));
    let known: Vec<Decimal> =
        inputs.iter().copied().chain(steps).chain(spare).chain([quarter]).collect();
    numbers(&derivation.sentence).into_iter().filter(|number| !known.contains(number)).collect()
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn every_number_of_a_derivation_is_founded(now in judged(any_rule())) {
        let verdict = now.position();
        let derivation = verdict.derivation();
        for step in &derivation.steps {
            prop_assert_eq!(unfounded(&now, step), None, "{:?} of {}", step, derivation);
        }
        let mut inputs = vec![now.value, now.target];
        inputs.extend(now.floor);
        inputs.extend(sizes(&now));
        let unknown = unfounded_in_sentence(derivation, &inputs);
        prop_assert!(unknown.is_empty(), "{unknown:?} in {derivation}");
    }

    #[test]
    fn an_even_share_can_be_worked_out_again(
        target in -500..500_i64,
        away in -20..20_i64,
        quarter in 1..5_u8,
        academic in any::<bool>(),
        places in select(&[None, Some(0), Some(1)][..]),
    ) {
        let months = match (academic, quarter) {
            (false, quarter) => i64::from(quarter) * 3,
            (true, 1) => 10,
            (true, quarter) => i64::from(quarter) * 3 - 5,
        };
        let share = Decimal::from(target * months) / Decimal::from(12);
        // Near to the share as it is printed, where a miss may be too small to print.
        let value = share.round_dp(1) + Decimal::new(away, 1);
        let row = Row::titled("A measure")
            .word("unit", "number")
            .word("polarity", "higher")
            .word("basis", "cumulative")
            .word("year", if academic { "academic" } else { "financial" })
            .with("figures", format!(r#"{{"current": {value}, "target": {target}}}"#));
        let row = places.map_or_else(|| row.clone(), |places: u8| row.clone().with("decimals", places));
        let report = report("now.json", &file(&format!("2019/20 Q{quarter}"), "measures", &[row]));
        let verdict = position(&report, &report.measures[0], &Evidence::default());
        let derivation = verdict.derivation();
        prop_assert_eq!(verdict.status() == Progress::OnCourse, value >= share, "{}", derivation);
        let step = |what: &str| derivation.steps.iter().find(|step| step.what == what);
        if let Some(step) = step("Expected by now") {
            prop_assert_eq!(&numbers(&step.from)[..3], &[target.into(), months.into(), 12.into()][..]);
            let half = Decimal::new(5, if places == Some(0) { 1 } else { 2 });
            prop_assert!((numbers(&step.value)[0] - share).abs() <= half, "{derivation}");
        } else {
            prop_assert_eq!(months, 12, "{}", derivation);
        }
        if let Some(step) = step("Missed by") {
            let miss = numbers(&step.value)[0];
            prop_assert!(!miss.is_zero(), "a miss of nothing: {derivation}");
            prop_assert!((miss - (share - value)).abs() <= Decimal::new(5, 1), "{derivation}");
        }
    }
}

#[test]
fn numbers_are_read_out_of_a_sentence() {
    let found = numbers("-£1,250.50k and 10% of -5, 7 − 2 (2019-20 Q4).");
    let found: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(found, ["-1250.50", "10", "-5", "7", "2", "2019", "20", "4"]);
}
