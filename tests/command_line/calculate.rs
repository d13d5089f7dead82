//! Figures without a report file.

use test_case::test_case;

use super::{example, fed};

/// The rows that `calculate` writes, by the names of its columns.
fn calculated(rule: &[&str], cases: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let output = fed("calculate", rule, cases.as_bytes());
    let mut rows = csv::Reader::from_reader(output.stdout.as_slice());
    rows.deserialize().map(Result::unwrap).collect()
}

const HEAD: &str = "name,polarity,basis,quarter,target,floor,tolerance,actual,same_period_last_year,previous_quarter";

#[test]
fn calculate_rates_rows_by_a_published_rule() {
    let cases = format!(
        "{HEAD}\nA,higher,snapshot,2,75,,,67.5,60,66\nB,lower,cumulative,2,100,,,111,90,50\n\"C, with a comma\",higher,annual,2,75,,,,,\n"
    );
    let rows = calculated(&["--rule", "maidstone"], &cases);
    let told = |row: usize| {
        ["progress", "direction", "direction_previous_quarter"].map(|name| rows[row][name].as_str())
    };
    assert_eq!(told(0), ["uncertain", "better", "better"]);
    assert_eq!(told(1), ["off course", "worse", "not comparable"]);
    assert_eq!(told(2), ["not due", "not comparable", "not comparable"]);
    assert_eq!(rows[2]["name"], "C, with a comma");
    assert!(
        rows[0]["why"]
            .starts_with("Uncertain at the end of Quarter 2: 67.5 against a target of 75 (")
    );
}

#[test]
fn calculate_looks_ahead_where_no_rule_is_named() {
    let cases = format!(
        "{HEAD},year_basis,seasonal,history\nNot in education (%),lower,snapshot,2,4.4,,,6.3,6.8,,financial,yes,|6.8||4.8\n"
    );
    let rows = calculated(&[], &cases);
    let told =
        ["progress", "outlook", "projected", "low", "high"].map(|name| rows[0][name].as_str());
    assert_eq!(told, ["uncertain", "uncertain", "4.3", "3.3", "5.3"]);
}

#[test]
fn calculate_says_which_cell_it_cannot_read_and_goes_on() {
    let cases = format!("{HEAD}\nA,higher,snapshot,2,75,,,many,,\nB,higher,snapshot,2,75,,,80,,\n");
    let output = fed("calculate", &["--rule", "crawley"], cases.as_bytes());
    assert!(!output.status.success());
    let said = "the actual “many” is not a number: write one such as 84, 84.5 or 1,234, or why there is none, such as “not provided”, “n/a” or “[c]”, or leave the cell empty";
    assert_eq!(String::from_utf8_lossy(&output.stderr), format!("line 2: {said}\n"));
    let rows = calculated(&["--rule", "crawley"], &cases);
    assert_eq!(rows[0]["progress"], "not rated");
    assert_eq!(rows[0]["why"], format!("Not rated: {said}."));
    assert_eq!(rows[1]["progress"], "on course");
}

#[test]
fn calculate_lists_the_rules() {
    let listed = String::from_utf8(example("calculate", &["--rules"]).stdout).unwrap();
    assert!(
        listed.lines().count() >= 15 && listed.contains("maidstone: Maidstone Borough Council")
    );
}

/// A rule file of its own for each test.
fn rule_file(name: &str, text: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn said_of_rule(name: &str, text: &str) -> (bool, String, String) {
    let path = rule_file(name, text);
    let cases = format!("{HEAD}\nA,higher,snapshot,2,75,,,70,,\n");
    let output = fed("calculate", &["--rule", &path], cases.as_bytes());
    let text = |bytes| String::from_utf8(bytes).unwrap().replace(&path, "FILE");
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_rule_file_that_is_not_the_rule_written_stops_the_run() {
    const NOT_TOLD: &str = "line 1, column 1: The rule does not say how to judge. Add “bands”, a “tolerance”, or “like” with the id of a shipped rule.";
    let stopped = "FILE: Nothing is rated: it would not be by the rule that is written there.\n";
    for (text, said) in [
        (
            r#"{"name": "C", "tolerence": {"points": 5}}"#,
            "line 1, column 28, tolerence: A rule has no “tolerence” in this format. It is kept with the file, but not used. Did you mean “tolerance”?",
        ),
        (
            r#"{"rule": {"tolerance": {"points": 5}}}"#,
            "line 1, column 10, rule: The rule stands inside “rule”, where nothing of it is read. Save only what stands behind “rule”.",
        ),
        (
            r#"{"format": "quarterlight", "rule": "kent"}"#,
            "line 1, column 1: This is a whole report, not a rule. Save what stands behind its “rule” as a file of its own.",
        ),
        ("{}", NOT_TOLD),
        (r#"{"id": "maidstone"}"#, NOT_TOLD),
        (
            r#"{"name": "C", "bands": []}"#,
            "line 1, column 24, bands: The list is empty, which is read as if it were not there. Fill it, or remove it.",
        ),
        (
            r#"{"tolerance": {"points": 3, "amount": 3}}"#,
            "line 1, column 1: The tolerance gives more than one number. Give one of \"percent_of_target\", \"points\" and \"amount\".",
        ),
    ] {
        let expected = (false, String::new(), format!("FILE, {said}\n{stopped}"));
        assert_eq!(said_of_rule("stops", text), expected, "{text}");
    }
}

#[test]
fn a_doubtful_rule_file_is_said_and_applied() {
    for (text, said) in [
        (
            r#"{"tolerance": {"points": 5}, "bands": [{"status": "on course", "met": true}, {"status": "off course"}]}"#,
            "line 1, column 15, tolerance: None of the rule's bands asks for its tolerance: it changes nothing. Remove it, or write \"own\": true for the number in a band.",
        ),
        (
            r#"{"bands": [{"status": "uncertain", "met": false, "beaten_by": {"points": 2}}, {"status": "off course"}]}"#,
            "line 1, column 12, bands[0]: Band 1 (“uncertain”) can never apply: no figure meets all of its conditions. Take out the condition that contradicts the others, or remove the band.",
        ),
        (
            r#"{"bands": [{"status": "off course"}, {"status": "on course", "met": true}]}"#,
            "line 1, column 38, bands[1]: Band 2 (“on course”) can never apply: the bands before it take every figure that it could. Change the order of the bands or their limits, or remove it.",
        ),
        (
            r#"{"bands": [{"status": "uncertain", "missed_by": {"percent_of_target": 5}}]}"#,
            "line 1, column 11, bands: The bands leave a gap: none of them takes a figure that misses its target by more than 5% of the target. Add a band for it; a last band without conditions takes everything that is left.",
        ),
        (
            r#"{"name": "C"}"#,
            "line 1, column 1: The rule does not say how to judge: a target is met or not met. Add “bands” or a “tolerance” if there is more to it.",
        ),
    ] {
        let (success, written, errors) = said_of_rule("doubtful", text);
        assert!(success && written.lines().count() == 2, "{text}: {written}");
        assert_eq!(errors, format!("FILE, {said}\n"), "{text}");
    }
}

#[test_case("Maidstone", None; "capitals")]
#[test_case("maidston", Some("“maidston” is neither a shipped rule nor a file with one. Did you mean “maidstone”?"); "misspelt id")]
#[test_case("rules/none.json", Some("The rule file “rules/none.json” cannot be read: "); "a path")]
#[test_case("nowhere", Some("“nowhere” is neither a shipped rule (halton, kent,"); "like none of them")]
fn a_rule_is_found_by_its_id(id: &str, said: Option<&str>) {
    let output = fed("calculate", &["--rule", id], HEAD.as_bytes());
    assert_eq!(output.status.success(), said.is_none());
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.starts_with(said.unwrap_or_default()), "{errors}");
}

#[test]
fn the_listed_rules_have_their_sources_and_halton_is_the_outlook() {
    let listed = String::from_utf8(example("calculate", &["--rules"]).stdout).unwrap();
    assert!(listed.lines().all(|line| line.contains(" Source: ")), "{listed}");
    let halton = listed.lines().find(|line| line.starts_with("halton:")).unwrap();
    assert!(halton.contains("uncertain when it straddles the target"), "{halton}");
    assert!(!halton.contains("floor"), "{halton}");
}

/// What is written, and what is said on standard error.
fn told(cases: &[u8]) -> (bool, String, String) {
    let output = fed("calculate", &["--rule", "crawley"], cases);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.success(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_table_that_cannot_be_read_is_refused_before_a_row_is_written() {
    let swallowed = "name,target,actual\nA,5,6\n\"B,5,6\n\"C\",5,6\n";
    for (cases, said) in [
        (&b""[..], "standard input is empty: feed it a CSV"),
        (b"\xEF\xBB\xBF\r\n", "standard input is empty"),
        (b"PK\x03\x04", "this is a spreadsheet's own file, not a CSV: save it as “CSV UTF-8"),
        (b"name,target,actual\r\nCaf\xE9,5,6\r\n", "line 2: the text is not in UTF-8 but"),
        (b"\xFF\xFEn\0a\0", "the text is in UTF-16, not in UTF-8: save it as “CSV UTF-8"),
        (b"A,5,6\n", "the first row names none of the columns that are read (name, polarity,"),
        (b"name;target;actual\nA;5;6\n", "the columns are separated by semicolons: save the"),
        (b"name\ttarget\tactual\n", "the columns are separated by tabs"),
        (b"name,target\n", "there is no column “actual”: add it to the first row"),
        (b"tagret,actaul\nA,5\n", "the first row names none of the columns"),
        (
            b"name,tagret,actual\n",
            "there is no column “target”; the column “tagret” is not read: did you mean “target”?",
        ),
        (
            b"name,Target value,Actual value,quarter\n",
            "there is no column “target”; there is no column “actual”; the column “target_value” is not read: did you mean “target”?; the column “actual_value” is not read: did you mean “actual”?",
        ),
        (
            b"quarter,Annual target,Actual 2019/20\n",
            "there is no column “target”; there is no column “actual”; the column “annual_target” is not read: did you mean “target”?; the column “actual_2019/20” is not read: did you mean “actual”?",
        ),
        (
            b"quarter,target,Target date,same_period_lastyear\n",
            "there is no column “actual”: add it to the first row; the column “same_period_lastyear” is not read: did you mean “same_period_last_year”?",
        ),
        (b"target_date,actual\n", "there is no column “target”: add it to the first row\n"),
        (b"name,target,actual,Actual \n", "there are two columns “actual”: take one out"),
        (swallowed.as_bytes(), "line 3: the quotation mark that opens a cell here is not closed"),
        (b"name,target,actual\n\"A,5,6\nB,5,6\n", "line 2: the quotation mark that opens"),
    ] {
        let (success, written, errors) = told(cases);
        let shown = String::from_utf8_lossy(cases);
        assert!(!success && written.is_empty(), "{shown}: {written}");
        assert!(errors.starts_with(said) && errors.lines().count() == 1, "{shown}: {errors}");
    }
}

#[test]
fn a_misspelt_column_is_named_and_another_is_a_note() {
    for (column, meant) in [
        ("polarty", Some("polarity")),
        ("previous_qtr", Some("previous_quarter")),
        ("tolerence", Some("tolerance")),
        ("last_year", Some("same_period_last_year")),
        ("previous_quarter_figure", Some("previous_quarter")),
        ("target_value", None),
        ("Same period last year", None),
        ("previous-quarter", None),
        ("target_date", None),
        ("year", None),
        ("notes", None),
        ("ref", None),
        ("directorate", None),
        ("status", None),
        ("frequency", None),
    ] {
        let (success, written, errors) =
            told(format!("name,quarter,target,actual,{column}\nA,1,5,6,\n").as_bytes());
        let said = meant
            .map(|meant| format!("the column “{column}” is not read: did you mean “{meant}”?\n"));
        assert_eq!((success, errors), (said.is_none(), said.unwrap_or_default()), "{column}");
        assert_eq!(written.lines().count(), 2, "{column}");
    }
    let (_, _, errors) = told(b"qtr,target,actual\n1,5,6\n");
    let said = "the column “qtr” is not read: did you mean “quarter”?\n";
    assert!(errors.starts_with(said), "{errors}");
    let (success, _, errors) = told(b"quarter,target,actual,why\n1,5,6,because\n");
    let said = "the column “why” is there already: the one that is added stands behind it\n";
    assert_eq!((success, &*errors), (true, said));
    let cases = "name,polarity,target,actual,Quarter,basis,Same Period-last year\nA,higher,5,6,2,snapshot,5\n";
    let rows = calculated(&["--rule", "crawley"], cases);
    assert_eq!(rows[0]["direction"], "better");
}

#[test]
fn a_row_is_named_by_the_line_on_which_it_starts() {
    for (cases, line) in [
        ("name,quarter,target,actual\nA,1,5,6\nB,1,x,6\n", 3),
        ("name,quarter,target,actual\r\nA,1,5,6\r\nB,1,x,6\r\n", 3),
        ("\n\nname,quarter,target,actual\n\nA,1,5,6\n\n\nB,1,x,6\n", 8),
        ("\u{feff}name,quarter,target,actual\r\n\r\n\"A,\r\n2\",1,5,6\r\n\r\nB,1,x,6\r\n", 6),
    ] {
        let (_, _, errors) = told(cases.as_bytes());
        assert!(errors.starts_with(&format!("line {line}: the target “x”")), "{cases}: {errors}");
    }
}

#[test]
fn a_row_with_a_cell_too_many_is_not_rated_and_loses_nothing() {
    let cases = "name,quarter,target,actual\nA,1,1,000,1,200\n,,,\nB,1,5,6,,\n";
    let (success, _, errors) = told(cases.as_bytes());
    let said = "the row has 6 cells and the first row 4, “1,200” being left over: a text or number with a comma in it needs quotation marks (\"1,000\")";
    assert_eq!((success, errors), (false, format!("line 2: {said}\n")));
    let rows = calculated(&["--rule", "crawley"], cases);
    assert_eq!((&*rows[0]["progress"], &*rows[0]["actual"]), ("not rated", "000"));
    assert_eq!(rows[0]["why"], format!("Not rated: {said}."));
    assert!(rows[1].values().all(String::is_empty), "nothing is said of an empty row");
    assert_eq!(rows[2]["why"].split(':').next(), Some("Not rated"), "empty cells are no surplus");
}

/// The progress and the reason of one row, whose columns are named, by a rule; and whether all was read.
fn row(rule: &str, columns: &[(&str, &str)]) -> (String, String, bool) {
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let line = |part: fn(&(&str, &str)) -> String| {
        columns.iter().map(|column| quoted(&part(column))).collect::<Vec<_>>().join(",")
    };
    let cases = format!("{}\n{}\n", line(|one| one.0.to_owned()), line(|one| one.1.to_owned()));
    let output = fed("calculate", &["--rule", rule], cases.as_bytes());
    let mut rows = csv::Reader::from_reader(output.stdout.as_slice());
    let row: std::collections::BTreeMap<String, String> =
        rows.deserialize().next().unwrap().unwrap();
    (row["progress"].clone(), row["why"].clone(), output.status.success())
}

fn with_actual(actual: &str) -> (String, String, bool) {
    let columns = [("polarity", "higher"), ("quarter", "2"), ("target", "75"), ("actual", actual)];
    row("crawley", &columns)
}

#[test]
fn a_number_is_read_in_one_way_or_refused() {
    for (actual, said) in [
        ("12 15", "can be read in more than one way: write a point before decimals (95.5)"),
        ("454 1118", "can be read in more than one way"),
        ("95,5", "can be read in more than one way"),
        ("1,23", "can be read in more than one way"),
        ("1.234,5", "is not a number: write one such as 84"),
        ("50%%", "is not a number"),
        ("70 p", "is not a number"),
        ("95 [provisional", "has a mark that is not written as one"),
        ("95 [q]", "has the unknown mark [q]: use [p] provisional"),
        ("[p]", "has a mark and no figure"),
        ("5 [c]", "has a figure beside [c], which says that there is none to use"),
        ("5 [x]", "has a figure beside [x]"),
        ("5 [z]", "has a figure beside [z]"),
        ("(3)", "stands in brackets, which may mean minus: write -3 if that is meant"),
        ("<5", "is not one figure: write the figure, or “[c]”"),
        ("nil", "may mean two things: write 0"),
        ("#REF!", "is an error of the spreadsheet"),
        ("6\n789", "goes on over more than one line"),
    ] {
        let (progress, why, success) = with_actual(actual);
        assert_eq!((&*progress, success), ("not rated", false), "{actual}");
        let actual = actual.replace('\n', " ");
        assert!(why.starts_with(&format!("Not rated: the actual “{actual}” {said}")), "{why}");
    }
    for (actual, read) in [
        ("\u{2212}3", "-3 against"),
        ("\u{2013}3", "-3 against"),
        ("1\u{a0}234", "1,234 against"),
        ("1,234.5", "1,234.5 against"),
        ("70 [p]", "70 (provisional) against"),
        ("70 [estimated] [r]", "70 (estimated, revised) against"),
        ("£70", "£70 against a target of £75"),
        ("70%", "70% against a target of 75%"),
    ] {
        let (_, why, success) = with_actual(actual);
        assert!(success && why.contains(&format!(": {read}")), "{actual}: {why}");
    }
}

#[test]
fn a_reason_in_place_of_a_figure_is_kept() {
    for (actual, reason) in [
        ("", "none is given"),
        ("-", "none is given"),
        ("\u{2013}", "none is given"),
        ("#N/A", "none is given"),
        ("n/a", "it does not apply"),
        ("tbc", "it is to be confirmed"),
        ("suppressed", "it is withheld because small numbers can identify a person"),
        ("[c]", "it is withheld because small numbers can identify a person"),
        ("None counted", "nothing was counted in the period"),
    ] {
        let (progress, why, success) = with_actual(actual);
        assert_eq!((&*progress, success), ("not rated", true), "{actual}");
        let said = format!("Not rated: there is no current figure; {reason}.");
        assert!(why.starts_with(&said), "{actual}: {why}");
    }
}

#[test]
fn a_target_says_whether_it_must_be_passed() {
    for (target, polarity, actual, expected) in [
        ("85", "lower", "85", "on course"),
        ("<85", "lower", "85", "off course"),
        ("<85", "lower", "84.9", "on course"),
        ("fewer than 85", "lower", "85", "off course"),
        (">90%", "higher", "90%", "off course"),
        ("More than 90", "higher", "90", "off course"),
        ("\u{2264} 85", "lower", "85", "on course"),
        ("at least 90", "higher", "90", "on course"),
        ("90 or more", "higher", "90", "on course"),
    ] {
        let columns =
            [("polarity", polarity), ("quarter", "2"), ("target", target), ("actual", actual)];
        let (progress, why, success) = row("crawley", &columns);
        assert_eq!((&*progress, success), (expected, true), "{target}: {why}");
    }
    let columns = [("polarity", "higher"), ("quarter", "2"), ("target", "<85"), ("actual", "9")];
    let said = "Not rated: the target “<85” asks for a lower figure, and the polarity is “higher”: correct one of them.";
    assert_eq!(row("crawley", &columns), ("not rated".to_owned(), said.to_owned(), false));
}

#[test]
fn a_tolerance_is_in_the_unit_that_it_is_written_in() {
    for (tolerance, target, actual, expected) in [
        ("£5", "£75", "£70", "£5 short, within £5."),
        ("£5", "75", "70", "£5 short, within £5."),
        ("5 units", "£75", "£70", "£5 short, within £5."),
        ("5pp", "75%", "70%", "5 points short, within 5 percentage points."),
        ("5 percentage points", "75%", "70%", "5 points short, within 5 percentage points."),
        ("5 points", "75", "70", "5 points short, within 5 percentage points."),
        ("5%", "75%", "70%", "5 points short, more than 5% of the target."),
        ("10", "£75", "£70", "£5 short, within 10% of the target."),
        ("£5", "75%", "70%", "the tolerance “£5” is written in £, and the unit is %: correct one"),
        ("5pp", "£75", "£70", "the tolerance “5pp” is written in %, and the unit is £: correct"),
        ("-5", "75", "70", "the tolerance “-5” is not a number that is 0 or more: write 5 or 5%"),
    ] {
        let columns = [
            ("polarity", "higher"),
            ("quarter", "2"),
            ("target", target),
            ("actual", actual),
            ("tolerance", tolerance),
        ];
        let (_, why, _) = row("havering-2016", &columns);
        assert!(why.contains(expected), "{tolerance}: {why}");
    }
}

#[test]
fn a_percentage_is_told_by_what_the_name_measures() {
    for (name, is_percentage) in [
        ("Increase the percentage of EHCP assessments completed within 20 weeks", true),
        ("Monitor the percentage of Special Schools with overall effectiveness of Good", true),
        ("Benchmarking Year: Percentage of CIC provision where QA visit has been undertaken", true),
        ("Increase the % annual reviews responded to within the statutory time frame", true),
        ("% Obesity in Primary school age children in Year 6 (NI 56)", true),
        ("Decrease the proportion of children subject to an EHCP placed out of borough", true),
        ("Percentage of primary schools below the floor standard (60% achieving L4+)", true),
        ("Inward investment enquiry conversion rate percentage", true),
        ("Not in education (%)", true),
        ("Sickness absence rate in %", true),
        ("Per cent of calls answered", true),
        ("Number of pupils missing more than 10% of sessions", false),
        ("Pupils missing more than 10% of sessions", false),
        ("Schools in which the percentage of absent pupils is above 10", false),
        ("Reduce the number of children (%) who repeatedly run away in Halton", false),
        ("Increase the number of care leavers accessing the Care leavers group", false),
        ("Monitor the rate of children in need per 10000 0-18 yr olds", false),
        ("Under 18 conception rate, percentage change from 2009 baseline", false),
        ("Rate of admissions (22.7 per 10,000 baseline) (5% reduction each year)", false),
        ("Percentage point gap to national", false),
    ] {
        let of = |target| {
            let columns = [
                ("name", name),
                ("polarity", "lower"),
                ("quarter", "2"),
                ("target", target),
                ("actual", "80"),
            ];
            row("crawley", &columns).1
        };
        assert_eq!(of("75").contains("80% against a target of 75%"), is_percentage, "{name}");
        assert!(of("75%").contains("80% against a target of 75%"), "a sign goes before: {name}");
    }
}

#[test]
fn everything_wrong_with_a_row_is_said_with_the_words_that_it_may_use() {
    let cases = "polarity,basis,year_basis,seasonal,quarter,target,actual,unit,history\nup,snap,calendar,perhaps,5,75%,x,£,1|2\n";
    let (success, _, errors) = told(cases.as_bytes());
    let said = [
        "the polarity “up” is not one of higher, lower, plan or none",
        "the target “75%” is written in %, and the unit is £: correct one of them",
        "the actual “x” is not a number: write one",
        "the basis “snap” is not one of snapshot, cumulative, quarter, rolling, forecast, annual, termly or arrears: did you mean “snapshot”?",
        "the year basis “calendar” is not one of financial or academic",
        "the seasonal “perhaps” is neither yes nor no",
        "“1|2” in the history is not a year of four quarters: write q1|q2|q3|q4",
        "the quarter “5” is not one of 1, 2, 3 or 4",
    ];
    assert!(!success);
    assert_eq!(errors.lines().count(), said.len(), "{errors}");
    for said in said {
        assert!(errors.contains(&format!("line 2: {said}")), "{said}: {errors}");
    }
    let rows = calculated(&["--rule", "crawley"], cases);
    assert!(said.iter().all(|said| rows[0]["why"].contains(said)), "{}", rows[0]["why"]);
}

#[test_case("3", None; "a number")]
#[test_case("q3", None; "with a letter")]
#[test_case("Quarter 3", None; "with the word")]
#[test_case("Q5", Some("the quarter “Q5” is not one of 1, 2, 3 or 4."); "there is no such quarter")]
#[test_case("July to September", Some("the quarter “July to September” is not one of 1, 2, 3 or 4."); "with words and no year")]
#[test_case("Q2 2019/20", Some("the quarter “Q2 2019/20” is not one of 1, 2, 3 or 4: write it alone, without the year."); "with its year")]
fn a_quarter_is_read_with_its_word(quarter: &str, said: Option<&str>) {
    let columns = [("polarity", "higher"), ("quarter", quarter), ("target", "75"), ("actual", "7")];
    let (_, why, success) = row("crawley", &columns);
    assert_eq!(success, said.is_none(), "{why}");
    assert!(why.contains(said.unwrap_or("at the end of Quarter 3")), "{why}");
}

#[test]
fn without_its_quarter_a_row_says_what_is_the_same_in_every_quarter() {
    let cases = "polarity,basis,target,actual,same_period_last_year,previous_quarter\nhigher,snapshot,75,70,60,66\nhigher,cumulative,75,80,90,66\n";
    let rows = calculated(&["--rule", "maidstone"], cases);
    let told = |row: usize| {
        ["progress", "direction", "direction_previous_quarter", "outlook", "projected"]
            .map(|name| rows[row][name].as_str())
    };
    assert_eq!(told(0), ["uncertain", "better", "better", "not rated", ""]);
    assert_eq!(told(1), ["on course", "worse", "not comparable", "on course", ""]);
    assert!(!rows[0]["why"].contains("Quarter"), "{}", rows[0]["why"]);
    let missing = "the quarter is missing, and the status depends on it: write 1, 2, 3 or 4 in the column “quarter”";
    let output = fed("calculate", &[], b"polarity,basis,target,actual\nhigher,cumulative,75,40\n");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), format!("line 2: {missing}\n"));
    assert!(!output.status.success());
}
