//! `registry.json`, the whole registry for every other language, and its JSON Schema.

use kuzzle_errors::{Audience, Class, Retry};
use serde_json::{Map, Value, json};

use super::Output;
use super::source::{self, Source};

const GENERATED_BY: &str = "cargo xtask codegen, from core/registry/; do not edit";

pub(super) fn generate(source: &Source) -> anyhow::Result<[Output; 2]> {
    Ok([
        Output::new("registry.json", registry(source)?),
        Output::new("registry.schema.json", format!("{:#}\n", schema())),
    ])
}

/// One definition a line, so that a change of one reads as the change of one line.
fn registry(source: &Source) -> anyhow::Result<String> {
    let mut lines = Vec::new();
    for definition in source.definitions() {
        let mut object = serde_json::to_value(definition)?;
        // Only definitions of the compiled tables know their page; these come from the files.
        object["url"] = source::url(definition).into();
        lines.push(object.to_string());
    }
    let head = json!({
        "_generated_by": GENERATED_BY,
        "$schema": "./registry.schema.json",
        "release": source.newest_release(),
    });
    let head = head.to_string();
    let members = head.trim_start_matches('{').trim_end_matches('}').replace(",\"", ",\n\"");
    Ok(format!("{{\n{members},\n\"definitions\":[\n{}\n]\n}}\n", lines.join(",\n")))
}

fn schema() -> Value {
    let names = |names: &[&str]| json!({ "enum": names });
    let classes = Class::ALL.map(Class::name);
    let retries = Retry::ALL.map(Retry::name);
    let audiences = Audience::ALL.map(Audience::name);
    json!({
        "_generated_by": GENERATED_BY,
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Every API error of the Kuzzle backend",
        "type": "object",
        "required": ["release", "definitions"],
        "additionalProperties": false,
        "properties": {
            "_generated_by": text("How the file was made."),
            "$schema": text("This schema."),
            "release": { "$ref": "#/$defs/release", "description": "The newest Kuzzle release that is mirrored." },
            "definitions": {
                "description": "By code; of several holders of a code the newest comes first.",
                "type": "array",
                "items": { "$ref": "#/$defs/definition" },
            },
        },
        "$defs": {
            "release": { "type": "string", "pattern": r"^\d+\.\d+\.\d+$" },
            "class": names(&classes),
            "retry": names(&retries),
            "audience": names(&audiences),
            "definition": definition_schema(),
        },
    })
}

fn definition_schema() -> Value {
    let mut properties = Map::new();
    for (name, schema) in members() {
        properties.insert(name.to_owned(), schema);
    }
    let required: Vec<_> = properties.keys().cloned().collect();
    json!({ "type": "object", "required": required, "additionalProperties": false, "properties": properties })
}

/// The members of a definition, in the order in which they are written.
fn members() -> [(&'static str, Value); 18] {
    let part = r"[A-Za-z0-9_-]+";
    [
        ("id", pattern("Decides which error it is.", &format!(r"^{part}\.{part}\.{part}$"))),
        (
            "code",
            json!({
                "description": "Domain byte, subdomain byte, 16-bit number; a hint, never the authority.",
                "type": "integer", "minimum": 0, "maximum": u32::MAX,
            }),
        ),
        ("hex", pattern("The code in hexadecimal.", "^0x[0-9a-f]{8}$")),
        ("class", json!({ "$ref": "#/$defs/class" })),
        (
            "status",
            json!({
                "description": "The HTTP status, fixed by the class.",
                "type": "integer", "minimum": 100, "maximum": 599,
            }),
        ),
        ("description", text("The documented sentence; the message where there is none.")),
        ("message", text("The template of the message, with one %s for each of the params.")),
        (
            "params",
            json!({
                "description": "The names of the placeholders, in order.",
                "type": "array", "items": { "type": "string" }, "uniqueItems": true,
            }),
        ),
        ("domain", text("The first part of the id.")),
        ("subdomain", text("The second part of the id.")),
        ("name", text("The third part of the id.")),
        ("releases", releases_schema()),
        ("deprecated", or_null("The release that deprecated it.", &json!({ "type": "string", "minLength": 1 }))),
        ("cause", or_null("Why it happens.", &json!({ "type": "string" }))),
        ("fix", or_null("What to do about it.", &json!({ "type": "string" }))),
        ("retry", or_null("Whether the same request may be sent again.", &json!({ "$ref": "#/$defs/retry" }))),
        ("audience", or_null("Who can mend the cause.", &json!({ "$ref": "#/$defs/audience" }))),
        ("url", or_null("Kuzzle's page about it.", &json!({ "type": "string", "format": "uri" }))),
    ]
}

fn releases_schema() -> Value {
    let release = json!({ "$ref": "#/$defs/release" });
    let line = json!({
        "description": "The first and the last release; null while it is still there.",
        "type": "array",
        "prefixItems": [release, { "anyOf": [release, { "type": "null" }] }],
        "minItems": 2,
        "items": false,
    });
    let lines = json!({ "type": "object", "propertyNames": { "pattern": r"^\d+$" }, "additionalProperties": line });
    or_null("The lines of releases that have it, by major number.", &lines)
}

fn text(description: &str) -> Value {
    json!({ "description": description, "type": "string", "minLength": 1 })
}

fn pattern(description: &str, pattern: &str) -> Value {
    json!({ "description": description, "type": "string", "pattern": pattern })
}

/// Absent values are `null`: custom definitions lack what only this project knows.
fn or_null(description: &str, schema: &Value) -> Value {
    json!({ "description": description, "anyOf": [schema, { "type": "null" }] })
}
