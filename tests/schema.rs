//! The published schema is the one that the code reads by, and the samples follow it.
#![expect(clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

use std::fs;
use std::path::Path;

use quarterlight::document::schema;
use quarterlight::terms::{Date, FinancialYear, Period};
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_published_schema_is_up_to_date() {
    let path = root().join("docs/quarterlight.schema.json");
    let text = serde_json::to_string_pretty(&schema()).expect("a schema can be written") + "\n";
    if std::env::var_os("QUARTERLIGHT_UPDATE").is_some() {
        fs::write(&path, &text).expect("the schema can be saved");
    }
    let published = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        published.replace("\r\n", "\n") == text,
        "docs/quarterlight.schema.json is not what the code reads by: QUARTERLIGHT_UPDATE=1 cargo test --test schema writes it"
    );
}

/// Where a value does not follow a schema. It knows the keywords that this schema uses, and panics at others:
/// a validator of the whole standard would bring forty packages with it.
fn errors(top: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut found = Vec::new();
    let object = schema.as_object().expect("a schema is an object");
    let follows = |schema: &Value| errors(top, schema, value, place).is_empty();
    for (keyword, rule) in object {
        let ok = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "examples" => true,
            "$ref" => {
                let name = rule.as_str().and_then(|name| name.strip_prefix("#/$defs/"));
                let rule = &top["$defs"][name.expect("a reference to a definition")];
                found.extend(errors(top, rule, value, place));
                true
            }
            "type" => match rule.as_str() {
                Some("object") => value.is_object(),
                Some("array") => value.is_array(),
                Some("string") => value.is_string(),
                Some("number") => value.is_number(),
                Some("integer") => value.is_i64(),
                Some("boolean") => value.is_boolean(),
                other => panic!("type {other:?}"),
            },
            "const" => value == rule,
            "enum" => rule.as_array().is_some_and(|all| all.contains(value)),
            "anyOf" => rule.as_array().is_some_and(|all| all.iter().any(follows)),
            "oneOf" => rule
                .as_array()
                .is_some_and(|all| all.iter().filter(|one| follows(one)).count() == 1),
            "minLength" => {
                value.as_str().is_none_or(|text| Some(text.chars().count() as u64) >= rule.as_u64())
            }
            "minimum" => value.as_f64().is_none_or(|number| Some(number) >= rule.as_f64()),
            "maximum" => value.as_f64().is_none_or(|number| Some(number) <= rule.as_f64()),
            "pattern" => value.as_str().is_none_or(|text| matches(rule, text)),
            "required" => value.as_object().is_none_or(|object| {
                let mut keys = rule.as_array().into_iter().flatten().filter_map(Value::as_str);
                keys.all(|key| object.contains_key(key))
            }),
            "additionalProperties" => {
                assert_eq!(*rule, json!(false));
                let known = &schema["properties"];
                let mut keys = value.as_object().into_iter().flatten().map(|(key, _)| key);
                keys.all(|key| !known[key].is_null())
            }
            "properties" => {
                for (key, value) in value.as_object().into_iter().flatten() {
                    if let Some(rule) = rule.get(key) {
                        found.extend(errors(top, rule, value, &format!("{place}.{key}")));
                    }
                }
                true
            }
            "items" => {
                for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(errors(top, rule, value, &format!("{place}[{index}]")));
                }
                true
            }
            other => panic!("the schema uses {other}, which this test does not know"),
        };
        if !ok {
            found.push(format!("{place}: {keyword}"));
        }
    }
    found
}

/// Whether a text has one of the forms that the schema's patterns describe, by the type that reads it.
fn matches(pattern: &Value, text: &str) -> bool {
    match pattern.as_str() {
        Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$") => text.parse::<Date>().is_ok(),
        Some("^[0-9]{4}/[0-9]{2}$") => text.parse::<FinancialYear>().is_ok(),
        Some("^[0-9]{4}/[0-9]{2}( Q[1-4]| to [0-9]{4}/[0-9]{2})?$") => {
            text.parse::<Period>().is_ok()
        }
        other => panic!("the schema has the pattern {other:?}, which this test does not know"),
    }
}

#[test]
fn every_sample_follows_the_schema() {
    let schema = schema();
    let samples = fs::read_dir(root().join("assets/samples")).expect("the samples are there");
    let mut count = 0;
    for sample in samples {
        let path = sample.expect("an entry can be read").path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a sample can be read");
        let json = serde_json::from_str(&text).expect("a sample is JSON");
        let found = errors(&schema, &schema, &json, "");
        assert!(found.is_empty(), "{}: {found:#?}", path.display());
        count += 1;
    }
    assert!(count > 0, "there are samples");
}

#[test]
fn the_schema_refuses_what_the_reader_refuses() {
    let schema = schema();
    let found = |measure: Value| {
        let file = json!({
            "format": "quarterlight", "version": 1, "organisation": "A", "directorate": "B",
            "period": "2019/20 Q2", "measures": [measure],
        });
        errors(&schema, &schema, &file, "")
    };
    assert_eq!(found(json!({"title": "A", "figures": {"current": 84}})), [""; 0]);
    for wrong in [
        json!({"ref": "A"}),
        json!({"title": ""}),
        json!({"title": "A", "polarity": "down"}),
        json!({"title": "A", "figures": {"current": "84"}}),
        json!({"title": "A", "figures": {"current": null}}),
        json!({"title": "A", "decimals": 7}),
        json!({"title": "A", "colour": "red"}),
    ] {
        assert_ne!(found(wrong.clone()), [""; 0], "{wrong}");
    }
}
