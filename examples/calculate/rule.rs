//! The rule to rate by.

use quarterlight::document::{self, Finding, Path, Problem, Severity, nearest, place, read_rule};
use quarterlight::model::{Rule, shipped};
use quarterlight::terms::Reported;
use serde_json::Value;

/// Prints the shipped rules, one a line.
pub(crate) fn list_rules() {
    for rule in shipped() {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (id, body, source) = (text(&rule.id), text(&rule.body), text(&rule.source));
        println!("{id}: {body}, {}. {} Source: {source}.", rule.title(), status_text(rule));
    }
}

/// How a rule finds the status.
fn status_text(rule: &Rule) -> String {
    match rule.reports {
        Reported::Position => rule.text(),
        Reported::Outlook => "The status is read off the range that is projected for the year's end: on course when all of it meets the target; off course when none of it does; uncertain when it straddles the target.".to_owned(),
        Reported::Judgement => {
            "An officer judges the status, so that rows are not rated; the outlook stands beside it."
                .to_owned()
        }
    }
}

/// The shipped rule with an id, or the one in a file. What is doubtful in a file is said on standard error.
///
/// # Errors
///
/// There is no such rule, or not the one that is written in the file would be applied.
pub(crate) fn rule(id: &str) -> Result<Rule, String> {
    let is_meant =
        |rule: &&Rule| rule.id.as_ref().is_some_and(|known| known.eq_ignore_ascii_case(id.trim()));
    if let Some(rule) = shipped().iter().find(is_meant) {
        return Ok(rule.clone());
    }
    let bytes = std::fs::read(id).map_err(|error| no_rule(id, &error))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        format!("{id}: The file is not in UTF-8. Save it again with the encoding UTF-8.")
    })?;
    rule_of_file(id, text.trim_start_matches('\u{feff}'))
}

fn no_rule(id: &str, error: &std::io::Error) -> String {
    let ids: Vec<&str> = shipped().iter().filter_map(|rule| rule.id.as_deref()).collect();
    if id.contains(['/', '\\', '.']) {
        return format!("The rule file “{id}” cannot be read: {error}.");
    }
    match nearest(id, ids.iter().copied()) {
        Some(meant) => {
            format!("“{id}” is neither a shipped rule nor a file with one. Did you mean “{meant}”?")
        }
        None => {
            format!("“{id}” is neither a shipped rule ({}) nor a file with one.", ids.join(", "))
        }
    }
}

fn rule_of_file(file: &str, text: &str) -> Result<Rule, String> {
    let say = |findings: &[Finding]| findings.iter().for_each(|finding| eprintln!("{finding}"));
    let stopped =
        || format!("{file}: Nothing is rated: it would not be by the rule that is written there.");
    if let Some(found) = not_a_rule(text) {
        say(&place(file, text, vec![found]));
        return Err(stopped());
    }
    let (written, findings) = read_rule(file, text);
    say(&findings);
    let (Some(written), false) = (&written, findings.iter().any(changes_the_rule)) else {
        return Err(stopped());
    };
    let sound = match empty(text) {
        Some(found) => Err(found),
        None => Rule::from_document(written).map_err(at_top),
    };
    let rule = sound.map_err(|found| {
        say(&place(file, text, vec![found]));
        stopped()
    })?;
    let mut doubts = rule.doubts_at(&Path::default());
    doubts.extend(judges_nothing(written).map(at_top));
    say(&place(file, text, doubts));
    Ok(rule)
}

fn at_top(problem: Problem) -> (Path, Problem) {
    (Path::default(), problem)
}

/// Whether a finding means that something of the rule would not be applied.
fn changes_the_rule(finding: &Finding) -> bool {
    // Doubtful before the rule is looked at: a list of bands with nothing in it.
    let is_left_out =
        matches!(finding.problem, Problem::UnknownKey { .. } | Problem::Doubtful { .. });
    finding.severity() == Severity::Error || is_left_out
}

fn problem(what: &str, mend: &str) -> Problem {
    Problem::Inconsistent { what: what.to_owned(), mend: mend.to_owned() }
}

/// A report, or something else around a rule: every key of it would be unknown.
fn not_a_rule(text: &str) -> Option<(Path, Problem)> {
    let json: Value = serde_json::from_str(text).ok()?;
    let keys = json.as_object()?;
    if keys.contains_key("format") || keys.contains_key("measures") {
        let mend = "Save what stands behind its “rule” as a file of its own.";
        return Some(at_top(problem("This is a whole report, not a rule.", mend)));
    }
    let key = ["rule", "rules"].into_iter().find(|key| keys.contains_key(*key))?;
    let what = format!("The rule stands inside “{key}”, where nothing of it is read.");
    let mend = format!("Save only what stands behind “{key}”.");
    Some((Path::default().key(key), problem(&what, &mend)))
}

/// A rule of which nothing is written: the house's would be applied instead.
fn empty(text: &str) -> Option<(Path, Problem)> {
    let json: Value = serde_json::from_str(text).ok()?;
    let keys = json.as_object()?;
    let labels = ["id", "body", "source", "note"];
    if keys.keys().all(|key| labels.contains(&key.as_str())) {
        let mend = "Add “bands”, a “tolerance”, or “like” with the id of a shipped rule.";
        return Some(at_top(problem("The rule does not say how to judge.", mend)));
    }
    None
}

/// A rule with hardly more than a name is applied, but may not be all that was meant.
fn judges_nothing(rule: &document::Rule) -> Option<Problem> {
    let is_told = rule.like.is_some()
        || rule.reports.is_some()
        || rule.tolerance.is_some()
        || !rule.bands.is_empty();
    (rule.name.is_some() && !is_told).then(|| Problem::Doubtful {
        what: "The rule does not say how to judge: a target is met or not met.".to_owned(),
        mend: "Add “bands” or a “tolerance” if there is more to it.".to_owned(),
    })
}
