//! The rule to rate by.

use quarterlight::document::read_rule;
use quarterlight::model::{Rule, shipped, shipped_rule};

pub(crate) fn list_rules() {
    for rule in shipped() {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        println!("{}: {}, {}. {}", text(&rule.id), text(&rule.body), rule.title(), rule.text());
    }
}

pub(crate) fn rule(id: &str) -> Result<Rule, String> {
    if let Some(rule) = shipped_rule(id) {
        return Ok(rule.clone());
    }
    let text = std::fs::read_to_string(id).map_err(|error| {
        let ids: Vec<&str> = shipped().iter().filter_map(|rule| rule.id.as_deref()).collect();
        format!(
            "“{id}” is neither a shipped rule ({}) nor a file with one: {error}",
            ids.join(", ")
        )
    })?;
    let (rule, findings) = read_rule(id, &text);
    let found: Vec<String> = findings.iter().map(ToString::to_string).collect();
    let rule = rule.ok_or_else(|| found.join("\n"))?;
    Rule::from_document(&rule)
        .map_err(|problem| format!("{id}: {} {}", problem.what(), problem.mend()))
}
