//! What holds for every direction of travel, whatever it is compared with.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use std::rc::Rc;

use file::{Row, file, report};
use proptest::prelude::*;
use proptest::sample::select;
use quarterlight::assess::{Direction, Travelled, travelled};
use quarterlight::document::{self, Likeness, Periods};
use quarterlight::model::{Comparison, History, Report, load};
use quarterlight::terms::{ComparedWith, Keyword};
use rust_decimal::Decimal;

/// Failures are mended or kept as rules, and not in a file of seeds.
fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

const NOW: &str = "2019/20 Q4";
const EARLIER: [&str; 6] =
    ["2016/17 Q4", "2017/18 Q4", "2018/19 Q4", "2019/20 Q1", "2019/20 Q2", "2019/20 Q3"];

/// A measure with its figures: the same for figures that are mirrored or scaled.
#[derive(Clone, Debug)]
struct Going {
    polarity: &'static str,
    basis: &'static str,
    target: i64,
    current: i64,
    earlier: Vec<Option<i64>>,
    with: ComparedWith,
    band: Option<(bool, i64, bool)>,
}

impl Going {
    fn row(&self, places: u32) -> Row {
        let shown = |digits: i64| Decimal::new(digits, places);
        let earlier: Vec<String> = EARLIER
            .iter()
            .zip(&self.earlier)
            .filter_map(|(covers, value)| Some((covers, (*value)?)))
            .map(|(covers, value)| {
                format!(r#"{{"covers": "{covers}", "value": {}}}"#, shown(value))
            })
            .collect();
        Row::titled("A measure")
            .word("polarity", self.polarity)
            .word("basis", self.basis)
            .word("unit", "number")
            .with(
                "figures",
                format!(
                    r#"{{"current": {}, "target": {}, "earlier": [{}]}}"#,
                    shown(self.current),
                    shown(self.target),
                    earlier.join(", ")
                ),
            )
    }

    fn comparison(&self, places: u32) -> Comparison {
        let same_within = self.band.map(|(is_percent, size, exclusive)| Likeness {
            percent: is_percent.then(|| Decimal::from(size).into()),
            amount: (!is_percent).then(|| Decimal::new(size, places).into()),
            exclusive: Some(exclusive),
            ..Likeness::default()
        });
        let comparison = document::Comparison { same_within, ..self.with.into() };
        Comparison::from_document(&comparison).expect("a sound comparison")
    }

    fn direction(&self, places: u32) -> Direction {
        let now = report("now.json", &file(NOW, "measures", &[self.row(places)]));
        let all = [travelled(&History::new(vec![now]), 0, 0, &self.comparison(places))];
        all[0].verdict.status()
    }
}

/// Small numbers, so that boundaries are met often.
fn going() -> impl Strategy<Value = Going> {
    let all: Vec<ComparedWith> = ComparedWith::WORDS.iter().map(|(with, ..)| *with).collect();
    (
        select(&["higher", "lower", "plan", "none"][..]),
        select(&["snapshot", "cumulative", "quarter", "annual"][..]),
        (-20..20_i64, -20..20_i64),
        prop::collection::vec(prop::option::weighted(0.9, -20..20_i64), 6),
        select(all),
        prop::option::of((any::<bool>(), 0..30_i64, any::<bool>())),
    )
        .prop_map(|(polarity, basis, (target, current), earlier, with, band)| Going {
            polarity,
            basis,
            target,
            current,
            earlier,
            with,
            band,
        })
}

fn turned(direction: Direction) -> Direction {
    match direction {
        Direction::Better => Direction::Worse,
        Direction::Worse => Direction::Better,
        Direction::Higher => Direction::Lower,
        Direction::Lower => Direction::Higher,
        same => same,
    }
}

fn other_way(polarity: &'static str) -> &'static str {
    match polarity {
        "higher" => "lower",
        "lower" => "higher",
        same => same,
    }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn the_mirror_image_of_a_measure_goes_the_same_way(now in going()) {
        let mirrored = Going {
            polarity: other_way(now.polarity),
            target: -now.target,
            current: -now.current,
            earlier: now.earlier.iter().map(|value| value.map(|value| -value)).collect(),
            ..now.clone()
        };
        let expected = match now.polarity {
            "none" => turned(now.direction(1)),
            _ => now.direction(1),
        };
        prop_assert_eq!(mirrored.direction(1), expected);
    }

    #[test]
    fn the_other_polarity_is_the_other_direction(now in going()) {
        prop_assume!(matches!(now.polarity, "higher" | "lower"));
        let other = Going { polarity: other_way(now.polarity), ..now.clone() };
        prop_assert_eq!(other.direction(1), turned(now.direction(1)));
    }

    #[test]
    fn a_measure_on_another_scale_goes_the_same_way(now in going(), factor in 2..9_i64) {
        prop_assert_eq!(now.direction(0), now.direction(1));
        prop_assert_eq!(now.direction(0), now.direction(5));
        let larger = Going {
            target: now.target * factor,
            current: now.current * factor,
            earlier: now.earlier.iter().map(|value| value.map(|value| value * factor)).collect(),
            band: now.band.map(|(is_percent, size, exclusive)| {
                (is_percent, if is_percent { size } else { size * factor }, exclusive)
            }),
            ..now.clone()
        };
        prop_assert_eq!(larger.direction(0), now.direction(0));
    }

    #[test]
    fn within_a_wider_band_nothing_starts_to_move(now in going(), wider in 1..20_i64) {
        let Some((is_percent, size, exclusive)) = now.band else { return Ok(()) };
        let after = Going { band: Some((is_percent, size + wider, exclusive)), ..now.clone() };
        if matches!(now.direction(1), Direction::Same | Direction::Level) {
            prop_assert_eq!(after.direction(1), now.direction(1));
        }
    }
}

fn every_comparison() -> Vec<Comparison> {
    let bands = [
        None,
        Some(Likeness { percent: Some(Decimal::from(5).into()), ..Likeness::default() }),
        Some(Likeness { own: Some(true), exclusive: Some(true), ..Likeness::default() }),
    ];
    ComparedWith::WORDS
        .iter()
        .flat_map(|(with, ..)| bands.iter().map(move |band| (*with, band.clone())))
        .map(|(with, same_within)| {
            let periods = matches!(with, ComparedWith::LongTrend).then_some(Periods(8));
            let comparison = document::Comparison { periods, same_within, ..with.into() };
            Comparison::from_document(&comparison).expect("a sound comparison")
        })
        .collect()
}

/// The directions of every measure of every report, by every comparison.
fn all(history: &History) -> Vec<Travelled> {
    let comparisons = every_comparison();
    let rows = |report: usize| 0..history.reports()[report].measures.len();
    (0..history.reports().len())
        .flat_map(|report| rows(report).map(move |row| (report, row)))
        .flat_map(|(report, row)| {
            comparisons.iter().map(move |one| travelled(history, report, row, one))
        })
        .collect()
}

fn quarter_files() -> impl Strategy<Value = Vec<Rc<Report>>> {
    let row = (select(&["a", "b"][..]), select(&["1", "2", "3"][..]), any::<bool>()).prop_map(
        |(id, current, is_in_parts)| {
            let current = if is_in_parts {
                format!(r#"{{"parts": [{{"label": "A", "value": {current}}}, {{"label": "B", "value": 2}}]}}"#)
            } else {
                current.to_owned()
            };
            Row::titled("A measure")
                .word("id", id)
                .word("polarity", "higher")
                .word("unit", "number")
                .word("basis", "snapshot")
                .with("figures", format!(r#"{{"current": {current}}}"#))
        },
    );
    let period =
        select(&["2018/19 Q2", "2018/19 Q3", "2018/19 Q4", "2019/20 Q1", "2019/20 Q2"][..]);
    let name = select(&["x.json", "y.json"][..]);
    let one = (name, period, row)
        .prop_map(|(name, period, row)| report(name, &file(period, "measures", &[row])));
    prop::collection::vec(one, 1..8)
}

proptest! {
    #![proptest_config(cases(150))]

    #[test]
    fn the_order_of_loading_changes_nothing(
        (in_order, shuffled) in quarter_files()
            .prop_flat_map(|files| (Just(files.clone()), Just(files).prop_shuffle())),
    ) {
        prop_assert_eq!(all(&History::new(in_order)), all(&History::new(shuffled)));
    }
}

#[test]
fn every_direction_in_the_samples_is_explained() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples");
    let reports: Vec<Rc<Report>> = std::fs::read_dir(folder)
        .expect("the samples are there")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
        .filter_map(|path| {
            load("sample.json", &std::fs::read(path).expect("a sample can be read")).report
        })
        .collect();
    let all = all(&History::new(reports));
    assert!(all.iter().any(|one| one.verdict.status() != Direction::NotComparable));
    for one in &all {
        for verdict in [&one.verdict].into_iter().chain(one.parts.iter().map(|(_, part)| part)) {
            let derivation = verdict.derivation();
            assert!(derivation.sentence.ends_with('.'), "{derivation}");
            let is_comparable = verdict.status() != Direction::NotComparable;
            assert_eq!(is_comparable, derivation.reason.is_none(), "{derivation}");
            assert!(!is_comparable || derivation.rule.is_some(), "{derivation}");
        }
    }
}
