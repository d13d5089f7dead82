//! Where the engine starts: small inputs that say something each, and the words of the format.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use crate::workspace::Workspace;

/// Parts two files, or a rule and its figures, in one input.
const SEPARATOR: char = '\u{1e}';

/// What every part of a report keeps, so that it is a report.
const ESSENTIAL: [&str; 6] = ["format", "version", "organisation", "directorate", "period", "rule"];

/// Measures for the rules: polarity, basis, unit, quarter and numbers, as the target `rule` reads them.
const MEASURES: [&str; 3] = [
    "higher snapshot % 2 75 67.5 70 5 60 62",
    "lower cumulative number 3 0 1.5 - 2.0 3 - 5 6 7 8",
    "plan quarter £ 4 -10 1e20 -12 0.05",
];

/// What no key and no word of the format is, and many a mistake.
const OTHER_WORDS: [&str; 12] = [
    "\u{1e}",
    "\u{feff}",
    "null",
    "true",
    "NaN",
    "1e28",
    "1e-28",
    "79228162514264337593543950335",
    "0.0000000000000000000000000001",
    "\\ud800",
    "2018/19 Q4",
    "2019-04 to 2019-09",
];

/// Writes the seeds of a target into `seeds`, one file each, and the words of the format into `words`.
pub(crate) fn write(workspace: &Workspace, target: &str, folder: &Path) -> Result<()> {
    let seeds = match target {
        "file" => files(workspace)?,
        "rule" => rules(workspace)?,
        other => bail!("there are no seeds for `{other}`"),
    };
    let place = folder.join("seeds");
    fs::create_dir_all(&place).with_context(|| format!("cannot create {}", place.display()))?;
    for (number, seed) in seeds.iter().enumerate() {
        fs::write(place.join(number.to_string()), seed)?;
    }
    let schema = parsed(workspace, "docs/quarterlight.schema.json")?;
    let mut words = BTreeSet::new();
    collect(&schema, &mut words);
    let quoted = words.into_iter().map(|word| format!("\"{word}\""));
    let entries: Vec<String> =
        quoted.chain(OTHER_WORDS.map(str::to_owned)).map(|word| entry(&word)).collect();
    fs::write(folder.join("words"), entries.concat())?;
    Ok(())
}

fn parsed(workspace: &Workspace, path: &str) -> Result<Value> {
    let text = fs::read(workspace.file(path)).with_context(|| format!("cannot read {path}"))?;
    serde_json::from_slice(&text).with_context(|| format!("{path} is not JSON"))
}

/// Every row of every sample as a report of its own, some beside the same of a year before.
fn files(workspace: &Workspace) -> Result<Vec<String>> {
    let mut seeds = Vec::new();
    for folder in ["assets/samples", "tests/fixtures"] {
        for entry in fs::read_dir(workspace.file(folder))? {
            let path = entry?.path();
            if path.extension().is_none_or(|kind| kind != "json") {
                continue;
            }
            let text = fs::read_to_string(&path)?;
            match serde_json::from_str(&text) {
                Ok(Value::Object(report)) if folder == "assets/samples" => {
                    seeds.extend(rows(&report));
                }
                _ => seeds.push(text),
            }
        }
    }
    Ok(seeds)
}

fn rows(report: &Map<String, Value>) -> Vec<String> {
    let is_essential = |key: &String| ESSENTIAL.contains(&key.as_str());
    let mut essential = report.clone();
    essential.retain(|key, _| is_essential(key));
    let mut seeds = Vec::new();
    for (key, value) in report.iter().filter(|(key, _)| !is_essential(key)) {
        let values: Vec<Value> = match value {
            Value::Array(rows) => rows.iter().map(|row| vec![row.clone()].into()).collect(),
            value => vec![value.clone()],
        };
        for value in values {
            let mut one = essential.clone();
            one.insert(key.clone(), value);
            let mut seed = Value::Object(one.clone()).to_string();
            if seeds.len() % 3 == 0 {
                one.insert("period".to_owned(), "2018/19 Q2".into());
                seed.push(SEPARATOR);
                seed.push_str(&Value::Object(one).to_string());
            }
            seeds.push(seed);
        }
    }
    seeds
}

/// Every shipped rule with a few measures.
fn rules(workspace: &Workspace) -> Result<Vec<String>> {
    let Value::Array(rules) = parsed(workspace, "assets/rules.json")? else {
        bail!("assets/rules.json is not a list");
    };
    let seed = |rule: Value| {
        let mut seed = rule.to_string();
        for measure in MEASURES {
            seed.push(SEPARATOR);
            seed.push_str(measure);
        }
        seed
    };
    Ok(rules.into_iter().map(seed).collect())
}

/// The keys that a schema names and the words that it allows.
fn collect(schema: &Value, words: &mut BTreeSet<String>) {
    match schema {
        Value::Array(all) => all.iter().for_each(|one| collect(one, words)),
        Value::Object(all) => {
            for (key, value) in all {
                match (key.as_str(), value) {
                    ("properties", Value::Object(keys)) => words.extend(keys.keys().cloned()),
                    ("enum", Value::Array(allowed)) => {
                        words.extend(allowed.iter().filter_map(Value::as_str).map(str::to_owned));
                    }
                    ("const", Value::String(word)) => drop(words.insert(word.clone())),
                    _ => {}
                }
                collect(value, words);
            }
        }
        _ => {}
    }
}

/// A line of the engine's dictionary.
fn entry(word: &str) -> String {
    let escaped: String = word
        .bytes()
        .map(|byte| match byte {
            b'"' | b'\\' => format!("\\{}", char::from(byte)),
            b' '..=b'~' => char::from(byte).to_string(),
            byte => format!("\\x{byte:02X}"),
        })
        .collect();
    format!("\"{escaped}\"\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::{Value, json};

    use super::{collect, entry, rows};

    #[test]
    fn a_word_is_written_as_the_engine_reads_it() {
        assert_eq!(entry("\"£ \\\""), "\"\\\"\\xC2\\xA3 \\\\\\\"\"\n");
    }

    #[test]
    fn a_schema_names_keys_and_words() {
        let schema = json!({"properties": {"unit": {"enum": ["%", 1]}, "format": {"const": "q"}}});
        let mut words = BTreeSet::new();
        collect(&schema, &mut words);
        assert_eq!(words.into_iter().collect::<Vec<_>>(), ["%", "format", "q", "unit"]);
    }

    #[test]
    fn each_row_is_a_report() {
        let Value::Object(report) =
            json!({"format": "quarterlight", "measures": [{"title": "A"}, {"title": "B"}]})
        else {
            panic!("an object")
        };
        let seeds = rows(&report);
        assert_eq!(seeds.len(), 2);
        assert_eq!(seeds[1], r#"{"format":"quarterlight","measures":[{"title":"B"}]}"#);
        assert!(seeds[0].contains('\u{1e}'));
    }
}
