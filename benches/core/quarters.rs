//! Quarter files as large as one likes, always the same, for benchmarks and journeys.
//!
//! A file holds one quarter: it is the list of a directorate's measures with that quarter's figures, which is how
//! the format expresses it. Eight quarters are eight files.

use std::fmt::Write as _;

/// The quarters, earliest first; the last is the one that is shown.
const PERIODS: [&str; 8] = [
    "2017/18 Q4",
    "2018/19 Q1",
    "2018/19 Q2",
    "2018/19 Q3",
    "2018/19 Q4",
    "2019/20 Q1",
    "2019/20 Q2",
    "2019/20 Q3",
];

/// As many measures as this stand under one objective, as long as there are no more than 20 of them.
const UNDER_ONE: usize = 50;

/// Eight quarters of a report with so many measures: names and texts.
pub(crate) fn eight_quarters(measures: usize) -> Vec<(String, String)> {
    (0..PERIODS.len()).map(|quarter| (name(quarter), report(measures, quarter))).collect()
}

/// The last quarter of them alone.
pub(crate) fn one_quarter(measures: usize) -> (String, String) {
    let last = PERIODS.len() - 1;
    (name(last), report(measures, last))
}

fn name(quarter: usize) -> String {
    format!("{}.json", PERIODS[quarter].replace(['/', ' '], "-").to_lowercase())
}

fn report(measures: usize, quarter: usize) -> String {
    let objectives = measures.div_ceil(UNDER_ONE).clamp(1, 20);
    let mut text = format!(
        r#"{{
  "format": "quarterlight",
  "version": 1,
  "organisation": "Quarterlight Borough Council",
  "directorate": "People",
  "period": "{}",
  "rule": {{ "name": "Corporate rule", "tolerance": {{ "percent_of_target": 10 }} }},
  "objectives": ["#,
        PERIODS[quarter]
    );
    for objective in 0..objectives {
        let comma = if objective == 0 { "" } else { "," };
        let _ = write!(
            text,
            "{comma}\n    {{ \"id\": \"objective-{objective}\", \"ref\": \"PED{objective:02}\", \"title\": \"Improve outcomes for group {objective} of children and young people\" }}"
        );
    }
    text.push_str("\n  ],\n  \"measures\": [");
    for measure in 0..measures {
        text.push_str(if measure == 0 { "\n" } else { ",\n" });
        write_measure(&mut text, measure, measure * objectives / measures, quarter);
    }
    text.push_str("\n  ]\n}\n");
    text
}

fn write_measure(out: &mut String, measure: usize, objective: usize, quarter: usize) {
    let (unit, polarity, basis, subject) = match measure % 4 {
        0 => (
            "%",
            "higher",
            "snapshot",
            "Increase the percentage of children with a plan reviewed in time",
        ),
        1 => (
            "number of children",
            "lower",
            "cumulative",
            "Reduce the number of children and young people who enter the care system",
        ),
        2 => (
            "per 10,000 aged 0 to 18",
            "none",
            "snapshot",
            "Monitor the rate of referrals to social care per 10000 0-18 yr olds",
        ),
        _ => ("£", "plan", "snapshot", "Average weekly cost of a placement"),
    };
    out.push_str("    {");
    // Some files' rows have no ids and are known by reference and title.
    if !measure.is_multiple_of(5) {
        let _ = write!(out, "\"id\": \"measure-{measure}\", ");
    }
    let _ = write!(
        out,
        "\"ref\": \"PED{objective:02} {measure:05}\", \"title\": \"{subject}, area {measure}\", \"objective\": \"objective-{objective}\", \"unit\": \"{unit}\", \"polarity\": \"{polarity}\", \"basis\": \"{basis}\", \"figures\": {{\"last_year\": {}, \"target\": {}, \"current\": {}}}",
        figure(measure, last_year_end(quarter)),
        target(measure),
        figure(measure, Some(quarter)),
    );
    if measure.is_multiple_of(3) {
        let _ = write!(
            out,
            ", \"commentary\": \"The figure for area {measure} reflects a recent peak among very young children; the team reviews each case with its partners, and expects the change that was agreed in the spring to show by the end of the year.\""
        );
    }
    out.push('}');
}

/// Which of the quarters ends the year before; none where that is before the first.
fn last_year_end(quarter: usize) -> Option<usize> {
    match quarter {
        0 => None,
        1..=4 => Some(0),
        _ => Some(4),
    }
}

/// A figure as it is written, or the reason that there is none.
fn figure(measure: usize, quarter: Option<usize>) -> String {
    let Some(quarter) = quarter else { return "\"not stated\"".to_owned() };
    let step = (measure * 7919 + quarter * 104_729) % 1000;
    if step.is_multiple_of(23) {
        return "\"not provided\"".to_owned();
    }
    match measure % 4 {
        0 => format!("{}.{}", 60 + step % 38, step % 10),
        1 => format!("{}", 20 + step % 90),
        2 => format!("{}", 200 + step % 300),
        _ => format!("{}.{:02}", 900 + step, step % 100),
    }
}

/// Targets of which nothing lies exactly on the edge of a tenth: binary fractions would miss that edge.
fn target(measure: usize) -> String {
    let step = measure * 31 % 17;
    if measure % 29 == 7 {
        return "\"to be confirmed\"".to_owned();
    }
    match measure % 4 {
        0 => format!("{}.3", 70 + step),
        1 => format!("{}", 4 * (10 * (step % 3) + 13)),
        2 => "380".to_owned(),
        _ => format!("{}.37", 1200 + step * 20),
    }
}
