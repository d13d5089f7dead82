//! Figures without a report file.

use super::{example, fed};

/// The rows that `calculate` writes, by the names of its columns.
fn calculated(rule: &[&str], cases: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let output = fed("calculate", rule, cases);
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
    assert!(rows[0]["why"].starts_with("Uncertain: 67.5 against a target of 75"));
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
    let output = fed("calculate", &["--rule", "crawley"], &cases);
    assert!(!output.status.success());
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "line 2: the actual “many” is not a number\n"
    );
    let rows = calculated(&["--rule", "crawley"], &cases);
    assert_eq!(rows[0]["progress"], "not rated");
    assert_eq!(rows[0]["why"], "Not rated: the actual “many” is not a number.");
    assert_eq!(rows[1]["progress"], "on course");
}

#[test]
fn calculate_lists_the_rules_and_refuses_one_that_is_not_there() {
    let listed = String::from_utf8(example("calculate", &["--rules"]).stdout).unwrap();
    assert!(
        listed.lines().count() >= 15 && listed.contains("maidstone: Maidstone Borough Council")
    );
    let output = example("calculate", &["--rule", "nowhere"]);
    assert!(!output.status.success());
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("“nowhere” is neither a shipped rule")
    );
}
