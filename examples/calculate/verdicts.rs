//! What is said of a case.

use quarterlight::assess::{Case, Projection, Verdict};
use quarterlight::terms::{Amount, ComparedWith, Direction, Keyword, rounded};

/// The columns that are added to a row.
pub(crate) const ADDED: [&str; 8] = [
    "progress",
    "direction",
    "direction_previous_quarter",
    "why",
    "outlook",
    "projected",
    "low",
    "high",
];

/// A projection is written with so many decimal places at most.
const MOST_PLACES: u8 = 4;

pub(crate) fn verdicts(case: &Case) -> Vec<String> {
    let Some(judged) = case.judged() else { return vec![String::new(); ADDED.len()] };
    let progress = judged.progress();
    let direction = case.direction(ComparedWith::SamePeriodLastYear);
    let previous = case.direction(ComparedWith::PreviousQuarter);
    let mut why = vec![progress.derivation().sentence.as_str()];
    let compared = [&direction, &previous].into_iter().flatten();
    why.extend(compared.map(|verdict| verdict.derivation().sentence.as_str()));
    let way = |verdict: &Option<Verdict<Direction>>| {
        verdict.as_ref().map_or("not comparable", |verdict| verdict.status().word()).to_owned()
    };
    let projected = |part: fn(&Projection) -> Amount| {
        let projection = judged.outlook.projection();
        projection.map_or_else(String::new, |projection| {
            rounded(part(projection).decimal(), MOST_PLACES).normalize().to_string()
        })
    };
    vec![
        progress.status().word().to_owned(),
        way(&direction),
        way(&previous),
        why.join(" "),
        judged.outlook.verdict.status().word().to_owned(),
        projected(|projection| projection.projected),
        projected(|projection| projection.low),
        projected(|projection| projection.high),
    ]
}
