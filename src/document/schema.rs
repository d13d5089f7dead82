//! The format as a JSON Schema, made from the same declarations that read it.

use serde_json::{Map, Value, json};

use super::Form;

/// The definitions of a schema, each made once.
#[derive(Debug, Default)]
pub(crate) struct Book {
    definitions: Map<String, Value>,
}

type Fields = Vec<(&'static str, &'static str, Value)>;

impl Book {
    /// A reference to a record's definition, which is made on first use.
    pub(crate) fn record(
        &mut self,
        name: &str,
        about: &[&str],
        shorter: impl FnOnce(&mut Self) -> Vec<Value>,
        fields: impl FnOnce(&mut Self) -> Fields,
        needed: &[Option<&'static str>],
    ) -> Value {
        if !self.definitions.contains_key(name) {
            // Holds the place, because a record can contain itself.
            self.definitions.insert(name.to_owned(), Value::Null);
            let mut properties = Map::new();
            for (key, about, mut schema) in fields(self) {
                if let Some(schema) = schema.as_object_mut() {
                    schema.insert("description".to_owned(), json!(about.trim()));
                }
                properties.insert(key.to_owned(), schema);
            }
            let needed: Vec<_> = needed.iter().flatten().collect();
            let mut object = json!({
                "type": "object",
                "properties": properties,
                "additionalProperties": false,
            });
            if !needed.is_empty() {
                object["required"] = json!(needed);
            }
            let mut forms = shorter(self);
            let mut schema = if forms.is_empty() {
                object
            } else {
                forms.push(object);
                json!({ "anyOf": forms })
            };
            schema["description"] = json!(about.concat().trim());
            self.definitions.insert(name.to_owned(), schema);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }
}

/// The schema of a quarter file.
#[must_use]
pub fn schema() -> Value {
    let mut book = Book::default();
    let report = super::Report::schema(&mut book);
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("Quarterlight quarter file, version {}", super::VERSION),
        "$ref": report["$ref"],
        "$defs": book.definitions,
    })
}
