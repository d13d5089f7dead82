//! Charts: what they say, and that every mark is where it can be seen.

#![expect(clippy::unwrap_used, reason = "a test stops at what should not be")]

use std::fmt::Write as _;

use proptest::prelude::*;
use quarterlight::app::{Action, FileRead, Place, State};
use quarterlight::assess::Progress;
use quarterlight::terms::{Amount, Unit};
use quarterlight::view::chart::{
    Axis, BarRow, Bars, Chart, Mark, Matrix, MatrixPoint, Picture, Plotted, Projected, Series,
    Sides, Slot, StatusBar, StatusBars, Trend, bars, matrix, measure_same_quarter, measure_series,
    measure_sparkline, measure_trend, sparkline, status_bars, svg_text, trend,
};
use quarterlight::view::{Content, PartView, Stands, finance_page, page};
use rust_decimal::Decimal;
use test_case::test_case;

/// Likelihood and impact.
type Scores = Option<(u8, u8)>;

fn opened(names: &[&str]) -> State {
    let files = names
        .iter()
        .map(|name| FileRead {
            name: (*name).to_owned(),
            bytes: Ok(std::fs::read(format!("assets/samples/{name}")).unwrap()),
        })
        .collect();
    State::default().after(Action::Opened(files))
}

#[test_case("example"; "a quarter and the year before")]
#[test_case("2021-22-plan"; "a plan")]
#[test_case("2024-25-q1"; "the first quarter of another shape")]
fn a_sample(name: &str) {
    let state = match name {
        "example" => State::default().after(Action::OpenExample),
        name => opened(&[&format!("{name}.json")]),
    };
    let report = state.report().unwrap();
    let mut text = String::new();
    for (index, measure) in report.measures.iter().enumerate() {
        writeln!(text, "# {} {}", measure.name(), measure.said.title).unwrap();
        writeln!(text, "Small line: {}", measure_sparkline(&state, report, index).words).unwrap();
        let charts = [
            measure_trend(&state, report, index),
            measure_same_quarter(&state, report, index),
            measure_series(report, index),
        ];
        for chart in charts.into_iter().flatten() {
            check(&chart);
            writeln!(text, "\n{chart}").unwrap();
        }
        writeln!(text).unwrap();
    }
    insta::assert_snapshot!(format!("charts-{name}"), text);
}

// What holds for every chart

/// Every mark lies on the picture, no label touches another, every cell of the table says something, and the
/// file of its own is well formed.
#[track_caller]
fn check(chart: &Chart) {
    for picture in [&chart.wide, &chart.narrow] {
        check_picture(picture);
    }
    for row in &chart.table.rows {
        assert_eq!(row.len(), chart.table.headers.len(), "{chart}");
    }
    check_svg(&svg_text(chart));
}

#[track_caller]
fn check_picture(picture: &Picture) {
    let mut labels = Vec::new();
    for mark in &picture.marks {
        let (from, to) = mark.extent();
        assert!(
            0 <= from.x && from.x <= to.x && to.x <= picture.width,
            "{mark:?} {from:?} {to:?} on a width of {}",
            picture.width
        );
        assert!(
            0 <= from.y && from.y <= to.y && to.y <= picture.height,
            "{mark:?} {from:?} {to:?} on a height of {}",
            picture.height
        );
        if let Mark::Label { text, .. } = mark
            && !text.is_empty()
        {
            labels.push((from, to, text));
        }
    }
    for (at, (from, to, text)) in labels.iter().enumerate() {
        for (other_from, other_to, other) in &labels[at + 1..] {
            let is_apart = to.x <= other_from.x
                || other_to.x <= from.x
                || to.y <= other_from.y
                || other_to.y <= from.y;
            assert!(is_apart, "{text:?} at {from:?} touches {other:?} at {other_from:?}");
        }
    }
}

/// Balanced, escaped, and nothing that would run.
#[track_caller]
fn check_svg(text: &str) {
    assert!(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
    let mut open = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        assert!(!before.contains('>'), "a bare > in {before:?}");
        for (at, _) in before.match_indices('&') {
            let entity = before[at..].split_once(';').unwrap().0;
            assert!(["&amp", "&lt", "&gt", "&quot"].contains(&entity), "{entity}");
        }
        let (tag, after) = after.split_once('>').unwrap();
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(tag.split(' ').next().unwrap());
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        let mut names: Vec<&str> =
            tag.split('"').step_by(2).filter_map(|part| part.trim().strip_suffix('=')).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "an attribute twice in {tag}");
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        assert!(["svg", "title", "desc", "rect", "g", "path", "text"].contains(&name), "{tag}");
        rest = after;
    }
    assert!(open.is_empty() && rest.trim().is_empty());
    assert!(!text.contains(|c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r')));
}

fn any_decimal() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        (-1000_i64..1000).prop_map(|number| Decimal::new(number, 1)),
        (any::<i128>(), 0_u32..=28).prop_map(|(number, scale)| {
            Decimal::try_from_i128_with_scale(number >> 32, scale).unwrap_or_default()
        }),
        Just(Decimal::ZERO),
        Just(Decimal::MAX),
        Just(Decimal::MIN),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("Actual".to_owned()),
        Just("</title><script>alert(\"1\")</script>&amp;\u{0}]]>".to_owned()),
        "\\PC{0,80}",
        "[a-z ]{0,200}",
    ]
}

fn any_plotted() -> impl Strategy<Value = Plotted> {
    (proptest::option::weighted(0.8, any_decimal()), any_text(), any::<bool>()).prop_map(
        |(amount, text, is_provisional)| Plotted {
            amount: amount.map(Amount::from),
            text,
            is_provisional,
        },
    )
}

fn any_series() -> impl Strategy<Value = Series> {
    (any_text(), prop::collection::vec(any_plotted(), 0..24))
        .prop_map(|(label, points)| Series { label, points })
}

fn any_slot() -> impl Strategy<Value = Slot> {
    (any_text(), prop_oneof![Just(String::new()), any_text()], any::<bool>()).prop_map(
        |(short, group, starts_anew)| Slot { long: short.clone(), short, group, starts_anew },
    )
}

fn any_unit() -> impl Strategy<Value = Option<Unit>> {
    prop_oneof![
        Just(None),
        Just(Some(Unit::Percent)),
        Just(Some(Unit::ThousandPounds)),
        any_text().prop_map(|text| Some(Unit::Per(text.into()))),
    ]
}

prop_compose! {
    fn any_trend()(
        (headline, called) in (any_text(), any_text()),
        unit in any_unit(),
        slots in prop::collection::vec(any_slot(), 0..24),
        actual in any_series(),
        target in proptest::option::of(any_series()),
        projection in proptest::option::of((0_usize..30, any_text(), [any_decimal(), any_decimal(), any_decimal()])),
        others in prop::collection::vec(any_series(), 0..5),
        notes in prop::collection::vec(any_text(), 0..3),
    ) -> Trend {
        let projection = projection.map(|(slot, label, [low, projected, high])| {
            let figure = |decimal: Decimal| (Amount::from(decimal), decimal.to_string());
            Projected {
                slot, label, low: figure(low), projected: figure(projected), high: figure(high),
            }
        });
        Trend {
            headline, called, axis: Axis { unit }, slots, actual, target, projection, others, notes,
        }
    }
}

fn any_rating() -> impl Strategy<Value = Option<(u8, u8)>> {
    proptest::option::of((any::<u8>().prop_map(|n| n % 7), any::<u8>().prop_map(|n| n % 7)))
}

const STATUSES: [Progress; 9] = [
    Progress::OnCourse,
    Progress::Uncertain,
    Progress::OffCourse,
    Progress::Acceptable,
    Progress::Complete,
    Progress::NotDue,
    Progress::DataOnly,
    Progress::NoData,
    Progress::NotRated,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_trend_can_be_seen(drawn in any_trend()) {
        check(&trend(&drawn));
    }

    #[test]
    fn any_sparkline_can_be_seen(
        slots in prop::collection::vec(any_slot(), 0..9),
        points in prop::collection::vec(any_plotted(), 0..9),
        target in proptest::option::of(any_decimal()),
    ) {
        let line = sparkline(&slots, &points, target.map(|one| (Amount::from(one), "")));
        prop_assert!(!line.words.is_empty());
        if let Some(picture) = &line.picture {
            check_picture(picture);
        }
    }

    #[test]
    fn any_bars_can_be_seen(
        headline in any_text(),
        rows in prop::collection::vec((any_text(), any_plotted()), 0..8),
        sides in proptest::option::of((any_text(), any_text())),
    ) {
        let row = |(label, one): (String, Plotted)| BarRow {
            label, amount: one.amount, text: one.text, is_marked: one.is_provisional,
        };
        check(&bars(&Bars {
            headline: headline.clone(),
            called: headline,
            headers: ["What".to_owned(), "Figure".to_owned()],
            rows: rows.into_iter().map(row).collect(),
            sides: sides.map(|(left, right)| Sides { left, right }),
            notes: Vec::new(),
        }));
    }

    #[test]
    fn any_counts_can_be_seen(
        rows in prop::collection::vec((any_text(), prop::collection::vec(
            (prop::sample::select(STATUSES.to_vec()), any_text(), prop_oneof![0_usize..20, any::<usize>()]), 0..9)), 0..6),
    ) {
        let rows = rows.into_iter().map(|(label, counts)| StatusBar { label, counts }).collect();
        let (headline, called, header) = ("1 < 2".to_owned(), "Rows".to_owned(), "Objective".to_owned());
        check(&status_bars(&StatusBars { headline, called, header, rows, notes: Vec::new() }));
    }

    #[test]
    fn any_risks_can_be_seen(
        size in any::<u8>(),
        points in prop::collection::vec((any_text(), any_rating(), any_rating()), 0..40),
    ) {
        let point = |(reference, initial, residual): (String, Scores, Scores)| {
            MatrixPoint { title: reference.clone(), reference, initial, residual }
        };
        let (headline, called) = (String::new(), "Risks".to_owned());
        let points = points.into_iter().map(point).collect();
        check(&matrix(&Matrix { headline, called, size, points, notes: Vec::new() }));
    }
}

fn labels(picture: &Picture) -> Vec<&str> {
    let marks = picture.marks.iter();
    marks
        .filter_map(|mark| match mark {
            Mark::Label { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

/// The range and what a figure covers are what a reader looks for beside a line.
#[test]
fn what_stands_beside_the_lines_is_not_cut() {
    let state = opened(&["2012-13-mid-year.json"]);
    let report = state.report().unwrap();
    for index in 0..report.measures.len() {
        let Some(chart) = measure_trend(&state, report, index) else { continue };
        for picture in [&chart.wide, &chart.narrow] {
            let cut: Vec<&str> =
                labels(picture).into_iter().filter(|text| text.ends_with('…')).collect();
            assert_eq!(cut, Vec::<&str>::new(), "{}", report.measures[index].name());
        }
    }
}

#[test]
fn a_bars_name_has_half_the_width() {
    let row = |label: &str| BarRow {
        label: label.to_owned(),
        amount: Some(Amount::from(Decimal::from(-141))),
        text: "(141)".to_owned(),
        is_marked: false,
    };
    let names = ["Investment & Development Services", "Learning & Achievement Departmental"];
    let chart = bars(&Bars {
        headline: "A".to_owned(),
        called: "A".to_owned(),
        headers: ["Line".to_owned(), "Variance".to_owned()],
        rows: names.into_iter().map(row).collect(),
        sides: Some(Sides { left: "Over".to_owned(), right: "Under".to_owned() }),
        notes: Vec::new(),
    });
    for name in names {
        assert!(labels(&chart.wide).contains(&name), "{:?}", labels(&chart.wide));
    }
}

/// What it means to be on either side of zero is what the bars say.
#[test]
fn what_stands_beside_bars_is_not_cut() {
    let state = opened(&["2012-13-q2-finance.json"]);
    let report = state.report().unwrap();
    for statement in finance_page(&state, report, None).statements {
        let Some(chart) = statement.chart else { continue };
        for picture in [&chart.wide, &chart.narrow] {
            let labels = labels(picture);
            let cut: Vec<&&str> = labels.iter().filter(|text| text.ends_with('…')).collect();
            assert!(cut.is_empty(), "{}: {cut:?}", statement.title);
        }
    }
}

fn part(state: &State, place: &str) -> PartView {
    let page = page(&state.after(Action::Go(Place::of(place))));
    let Content::Report(view) = page.content else { panic!("a report") };
    view.part
}

#[test]
fn each_table_of_measures_draws_their_last_figures() {
    let example = State::default().after(Action::OpenExample);
    let PartView::Exceptions(sheet) = part(&example, "#example/exceptions") else { panic!() };
    let row = sheet.rows.iter().find(|row| row.reference == "PED06 01").unwrap();
    let Stands::Figures { line: Some(of_sheet), .. } = &row.stands else { panic!("a line") };

    let PartView::Compare(compare) = part(&example, "#example/compare") else { panic!() };
    let found = compare.found.unwrap();
    let row = found.groups.iter().flat_map(|group| &group.measures);
    let row = row.clone().find(|row| row.reference == "PED06 01").unwrap();
    assert_eq!(row.line.as_ref(), Some(of_sheet));

    let PartView::Plan(plan) = part(&opened(&["2021-22-plan.json"]), "#/plan") else { panic!() };
    let row = |reference: &str| {
        let rows = plan.objectives.iter().flat_map(|one| &one.measures);
        rows.clone().find(|row| row.reference == reference).unwrap()
    };
    assert_eq!(row("PED02 04").line.words, "2019/20: 99; 2020/21: 103 (provisional)");
    assert!(row("PED02 04").line.picture.is_some());
    assert_eq!(row("PED02 08").line.words, "One figure");
    assert_eq!(row("PED01 01").line.words, "No single figure");
    assert!(!plan.objectives[0].has_lines && plan.objectives[1].has_lines);
}

#[test]
fn a_picture_that_is_saved_says_what_it_is_of_and_from_where() {
    let state = State::default().after(Action::OpenExample);
    let state = state.after(Action::Go(Place::of("#example/measure/PED06-01")));
    let page = page(&state);
    let Content::Report(view) = &page.content else { panic!("a report") };
    let PartView::Measure(measure) = &view.part else { panic!("a measure") };
    let chart = &measure.charts[0];
    for word in ["PED06 01", "16-17", "Halton Borough Council", "Quarter 2", "2019-20-q2.json"] {
        assert!(chart.about.contains(word), "{word}: {}", chart.about);
    }
    let svg = svg_text(chart);
    check_svg(&svg);
    assert!(svg.contains(">PED06 01 "), "{svg}");
}

// 28 volunteers of a quarter are not far below the 120 of the year, nor is its projection a fourth quarter's.
#[test_case("120", &["Period", "Actual"], "The target is for the whole year, and is not drawn beside single quarters."; "the year's")]
#[test_case(r#"{"value": 120, "profile": {"q1": 20, "q2": 40, "q3": 20, "q4": 40}}"#, &["Period", "Actual", "Target"], ""; "each quarter's own")]
fn a_single_quarter_is_not_held_against_the_year(target: &str, columns: &[&str], note: &str) {
    let said = format!(
        r#"{{"format": "quarterlight", "version": 1, "organisation": "Halton Borough Council",
        "directorate": "People", "period": "2019/20 Q3", "measures": [{{"title": "Volunteers",
        "basis": "quarter", "unit": "number of volunteers", "polarity": "higher", "figures": {{
        "earlier": [{{"covers": "2019/20 Q1", "value": 30}}, {{"covers": "2019/20 Q2", "value": 35}}],
        "current": 28, "target": {target}}}}}]}}"#
    );
    let file = FileRead { name: "now.json".to_owned(), bytes: Ok(said.into_bytes()) };
    let state = State::default().after(Action::Opened(vec![file]));
    let chart = measure_trend(&state, state.report().unwrap(), 0).unwrap();
    assert_eq!(chart.table.headers, columns);
    let told = chart.notes.iter().filter(|told| told.starts_with("The target"));
    assert_eq!(told.cloned().collect::<String>(), note);
}
