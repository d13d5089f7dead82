//! What holds for every file and every figure, not only for those that someone thought of.
#![expect(clippy::expect_used, reason = "a test may fail loudly")]

mod file;

use std::rc::Rc;
use std::sync::LazyLock;

use file::{Row, file, report};
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};
use quarterlight::assess::{
    Direction, Evidence, Progress, direction, milestone_progress, position,
};
use quarterlight::document;
use quarterlight::model::{History, Loaded, Report, load};
use quarterlight::terms::Amount;

/// The files that are shipped with the program.
static SAMPLES: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples");
    let mut samples: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .expect("the samples are there")
        .map(|entry| entry.expect("an entry can be read").path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            (name, std::fs::read(path).expect("a sample can be read"))
        })
        .collect();
    samples.sort();
    assert!(!samples.is_empty());
    samples
});

/// Failures are mended or kept as rules, and not in a file of seeds.
fn cases(count: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(count) }
}

/// Does with a file all that can be done with it.
fn use_wholly(loaded: &Loaded) {
    for finding in &loaded.findings {
        assert!(!finding.to_string().is_empty());
    }
    let Some(report) = &loaded.report else {
        assert!(!loaded.findings.is_empty(), "a file that is not read says why");
        return;
    };
    let history = History::new(vec![Rc::clone(report)]);
    for (index, measure) in report.measures.iter().enumerate() {
        let _ = position(report, measure, &Evidence::default()).derivation().to_string();
        let _ = direction(&history, 0, index).derivation().to_string();
    }
    for (_, milestone) in &report.milestones {
        let _ = milestone_progress(report, milestone).derivation().to_string();
    }
    let written = serde_json::to_string(&*report.document).expect("a report can be written");
    let again = document::read("again.json", written.as_bytes()).report;
    if report.unread == 0 {
        assert_eq!(again.as_ref(), Some(&*report.document), "what was read is written");
    } else {
        assert!(again.is_some(), "what was read of a file can be read again");
    }
}

/// A change of a file's bytes.
#[derive(Clone, Debug)]
enum Change {
    Flip(Index, u8),
    CutFrom(Index),
    CutOut(Index, usize),
    Insert(Index, &'static str),
}

fn change() -> impl Strategy<Value = Change> {
    const PIECES: [&str; 24] = [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "null",
        "NaN",
        "-Infinity",
        "1e400",
        "\"\"",
        "\u{FEFF}",
        "\\ud800",
        "-",
        "79228162514264337593543950335",
        "0.0000000000000000000000000001",
        "{}",
        "[]",
        "true",
        "\"absent\": \"withheld\",",
        "\"value\": 0,",
        "\n",
    ];
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Change::Flip(at, byte)),
        any::<Index>().prop_map(Change::CutFrom),
        (any::<Index>(), 1..40_usize).prop_map(|(at, length)| Change::CutOut(at, length)),
        (any::<Index>(), select(&PIECES[..])).prop_map(|(at, piece)| Change::Insert(at, piece)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[Change]) -> Vec<u8> {
    for change in changes {
        if bytes.is_empty() {
            break;
        }
        match change {
            Change::Flip(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Change::CutFrom(at) => bytes.truncate(at.index(bytes.len())),
            Change::CutOut(at, length) => {
                let at = at.index(bytes.len());
                bytes.drain(at..(at + length).min(bytes.len()));
            }
            Change::Insert(at, piece) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    bytes
}

/// A file of a few rows that says many things: small, so that a change is likely to meet something.
fn small_sample() -> Vec<u8> {
    let row = Row::titled("A measure")
        .word("id", "a")
        .word("ref", "P1")
        .word("unit", "%")
        .word("polarity", "higher")
        .word("basis", "cumulative")
        .with("decimals", 1)
        .with("rule", r#"{"tolerance": {"percent_of_target": 10}}"#)
        .with(
            "figures",
            r#"{"current": {"value": 84.10, "marks": ["provisional"], "covers": "2019-04 to 2019-09", "parts": [{"label": "Primary", "value": 90}]},
                "last_year": {"numerator": 410, "denominator": 439}, "same_period_last_year": "not provided",
                "target": {"value": 85, "floor": 80, "profile": {"q1": 20, "q2": 40}, "strict": true}}"#,
        );
    file("2019/20 Q2", "measures", &[row]).into_bytes()
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn bytes_of_any_kind_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        use_wholly(&load("any.json", &bytes));
    }

    #[test]
    fn text_of_any_kind_behind_a_good_start_is_read_without_panic(rest in ".{0,80}") {
        let text = format!("{{\"format\": \"quarterlight\", \"version\": 1, {rest}");
        use_wholly(&load("any.json", text.as_bytes()));
    }

    #[test]
    fn a_small_file_that_was_changed_is_read_without_panic(
        changes in prop::collection::vec(change(), 1..4),
    ) {
        use_wholly(&load("changed.json", &changed(small_sample(), &changes)));
    }
}

proptest! {
    // The samples are large, and every one is read, judged and written.
    #![proptest_config(cases(40))]

    #[test]
    fn a_sample_that_was_changed_is_read_without_panic(
        sample in any::<Index>(),
        changes in prop::collection::vec(change(), 1..6),
    ) {
        let (name, bytes) = sample.get(&SAMPLES);
        use_wholly(&load(name, &changed(bytes.clone(), &changes)));
    }
}

#[test]
fn every_sample_is_read_without_a_finding_and_written_back_the_same() {
    for (name, bytes) in &*SAMPLES {
        let text = std::str::from_utf8(bytes).expect("a sample is UTF-8");
        let document = Rc::clone(&report(name, text).document);
        let written = serde_json::to_string(&*document).expect("a report can be written");
        let again = document::read(name, written.as_bytes());
        assert!(again.findings.is_empty(), "{name}: {:#?}", again.findings);
        assert_eq!(again.report.as_ref(), Some(&*document), "{name}");
        let twice = again.report.map(|report| serde_json::to_string(&report).expect("as before"));
        assert_eq!(twice, Some(written), "{name}: decimal places and all");
    }
}

/// A number with up to three decimal places.
fn amount() -> impl Strategy<Value = String> {
    (-99_999..100_000_i64, 0..4_u32).prop_map(|(digits, places)| decimal(digits, places))
}

fn decimal(digits: i64, places: u32) -> String {
    rust_decimal::Decimal::new(digits, places).to_string()
}

fn text() -> impl Strategy<Value = String> {
    "[A-Za-z0-9 £%“”\\\\\"/\u{e9}-]{0,12}[A-Za-z]"
        .prop_map(|text| serde_json::to_string(&text).expect("a text can be written"))
}

fn value() -> impl Strategy<Value = String> {
    let word = select(
        &["\"not provided\"", "\"withheld\"", "\"N/A\"", "{\"absent\": \"to be confirmed\"}"][..],
    );
    let leaf = prop_oneof![
        amount(),
        word.prop_map(str::to_owned),
        (amount(), text()).prop_map(|(amount, note)| {
            format!(
                r#"{{"value": {amount}, "note": {note}, "marks": ["provisional", "estimated"]}}"#
            )
        }),
        (amount(), 1..999_u32).prop_map(|(top, bottom)| {
            format!(r#"{{"numerator": {top}, "denominator": {bottom}, "covers": "2018/19"}}"#)
        }),
        text().prop_map(|words| format!(r#"{{"text": {words}}}"#)),
        amount().prop_map(|change| format!(r#"{{"change": {change}, "approximately": "over"}}"#)),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        (prop::collection::vec((text(), inner), 1..3), amount()).prop_map(|(parts, total)| {
            let parts: Vec<String> = parts
                .into_iter()
                .map(|(label, value)| format!(r#"{{"label": {label}, "value": {value}}}"#))
                .collect();
            format!(r#"{{"value": {total}, "parts": [{}]}}"#, parts.join(", "))
        })
    })
}

fn target() -> impl Strategy<Value = String> {
    prop_oneof![
        amount(),
        Just("\"not set\"".to_owned()),
        (amount(), amount(), amount()).prop_map(|(value, floor, q2)| {
            format!(r#"{{"value": {value}, "floor": {floor}, "strict": true, "profile": {{"q2": {q2}}}}}"#)
        }),
        (amount(), amount()).prop_map(|(change, baseline)| {
            format!(r#"{{"change": {change}, "change_unit": "%", "baseline": {baseline}}}"#)
        }),
    ]
}

fn measure() -> impl Strategy<Value = Row> {
    let keys = vec!["id", "ref", "unit", "polarity", "basis", "decimals", "unknown", "commentary"];
    (text(), text(), subsequence(keys, 0..=8), value(), value(), target()).prop_map(
        |(title, words, keys, current, last_year, target)| {
            let mut row = Row(Vec::new()).with("title", &title);
            for key in keys {
                row = match key {
                    "unit" => row.word("unit", "per 10,000 children"),
                    "polarity" => row.word("polarity", "lower"),
                    "basis" => row.word("basis", "rolling"),
                    "decimals" => row.with("decimals", 2),
                    key => row.with(key, &words),
                };
            }
            let figures = format!(
                r#"{{"last_year": {last_year}, "target": {target}, "current": {current}}}"#
            );
            row.with("figures", figures)
        },
    )
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn what_is_written_reads_as_it_was(rows in prop::collection::vec(measure(), 1..4)) {
        let text = file("2019/20 Q2", "measures", &rows);
        let read = document::read("made.json", text.as_bytes());
        let unknown = |finding: &document::Finding| {
            matches!(finding.problem, document::Problem::UnknownKey { .. })
        };
        prop_assert!(read.findings.iter().all(unknown), "{:#?}", read.findings);
        let first = read.report.expect("it is read");
        let written = serde_json::to_string(&first).expect("a report can be written");
        let again = document::read("made.json", written.as_bytes()).report.expect("it is read");
        prop_assert_eq!(&again, &first);
        prop_assert_eq!(serde_json::to_string(&again).expect("as before"), written);
    }
}

/// A measure that is judged: the same for figures that are moved, mirrored or scaled.
#[derive(Clone, Debug)]
struct Judged {
    polarity: &'static str,
    current: i64,
    target: i64,
    strict: bool,
    tolerance: (&'static str, i64),
}

impl Judged {
    fn row(&self, places: u32) -> Row {
        let shown = |digits: i64| decimal(digits, places);
        let tolerance = match self.tolerance {
            (kind @ "percent_of_target", size) => format!(r#""{kind}": {size}"#),
            (kind, size) => format!(r#""{kind}": {}"#, shown(size)),
        };
        Row::titled("A measure")
            .word("polarity", self.polarity)
            .word("unit", "%")
            .with("rule", format!(r#"{{"tolerance": {{{tolerance}}}}}"#))
            .with(
                "figures",
                format!(
                    r#"{{"current": {}, "target": {{"value": {}, "strict": {}}}}}"#,
                    shown(self.current),
                    shown(self.target),
                    self.strict
                ),
            )
    }

    fn progress(&self, places: u32) -> Progress {
        let report = report("now.json", &file("2019/20 Q2", "measures", &[self.row(places)]));
        position(&report, &report.measures[0], &Evidence::default()).status()
    }
}

/// Small numbers, so that boundaries are met often.
fn judged() -> impl Strategy<Value = Judged> {
    let polarity = select(&["higher", "lower", "plan"][..]);
    let tolerance = (select(&["percent_of_target", "points", "amount"][..]), 0..30_i64);
    (polarity, -60..60_i64, -60..60_i64, any::<bool>(), tolerance).prop_map(
        |(polarity, current, target, strict, tolerance)| Judged {
            polarity,
            current,
            target,
            strict,
            tolerance,
        },
    )
}

fn rank(progress: Progress) -> usize {
    Progress::ALL.iter().position(|one| *one == progress).expect("one of all")
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_better_value_never_gets_a_worse_progress(now in judged(), step in 1..40_i64) {
        let (target, current) = (now.target, now.current);
        let better = match now.polarity {
            "higher" => current + step,
            "lower" => current - step,
            // Nearer to the plan, without passing it.
            _ => current + (target - current).signum() * step.min((target - current).abs()),
        };
        let after = Judged { current: better, ..now.clone() };
        prop_assert!(rank(after.progress(1)) >= rank(now.progress(1)), "{after:?}");
    }

    #[test]
    fn the_mirror_image_of_a_measure_has_its_status(now in judged()) {
        let polarity = match now.polarity {
            "higher" => "lower",
            "lower" => "higher",
            same => same,
        };
        let mirrored =
            Judged { polarity, current: -now.current, target: -now.target, ..now.clone() };
        prop_assert_eq!(mirrored.progress(1), now.progress(1));
    }

    #[test]
    fn a_measure_in_tenths_is_judged_as_in_whole_numbers(now in judged()) {
        prop_assert_eq!(now.progress(0), now.progress(1));
        prop_assert_eq!(now.progress(0), now.progress(7));
    }

    #[test]
    fn the_direction_back_is_the_opposite(a in -50..50_i64, b in -50..50_i64, higher in any::<bool>()) {
        let direction_of = |now: i64, then: i64| {
            let polarity = if higher { "higher" } else { "lower" };
            let figures = format!(r#"{{"current": {now}, "same_period_last_year": {then}}}"#);
            let row = Row::titled("A").word("polarity", polarity).with("figures", figures);
            let report = report("now.json", &file("2019/20 Q2", "measures", &[row]));
            direction(&History::new(vec![report]), 0, 0).status()
        };
        let opposite = match direction_of(a, b) {
            Direction::Better => Direction::Worse,
            Direction::Worse => Direction::Better,
            same => same,
        };
        prop_assert_eq!(direction_of(b, a), opposite);
    }

    #[test]
    fn a_number_is_read_as_it_is_written(digits in any::<i64>(), places in 0..=28_u32) {
        let written = decimal(digits, places);
        let read: Amount = written.parse().expect("it is a number");
        prop_assert_eq!(read.to_string(), written);
    }
}

fn history_files() -> impl Strategy<Value = Vec<Rc<Report>>> {
    let row = (select(&["a", "b"][..]), select(&["A", "B"][..]), 0..4_u32).prop_map(
        |(id, title, current)| {
            Row::titled(title)
                .word("id", id)
                .word("polarity", "higher")
                .with("figures", format!(r#"{{"current": {current}}}"#))
        },
    );
    let period = select(&["2018/19 Q2", "2018/19 Q4", "2019/20 Q2", "2019/20 Q4", "2019/20"][..]);
    let name = select(&["x.json", "y.json"][..]);
    let one = (name, period, row)
        .prop_map(|(name, period, row)| report(name, &file(period, "measures", &[row])));
    prop::collection::vec(one, 1..6)
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_order_of_loading_changes_nothing(
        (in_order, shuffled) in history_files()
            .prop_flat_map(|files| (Just(files.clone()), Just(files).prop_shuffle())),
    ) {
        let (a, b) = (History::new(in_order), History::new(shuffled));
        for report in 0..a.reports().len() {
            prop_assert_eq!(a.joins(report), b.joins(report));
            prop_assert_eq!(direction(&a, report, 0), direction(&b, report, 0));
        }
        prop_assert_eq!(a, b);
    }
}
