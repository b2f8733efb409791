//! What a target starts from: the inputs of the vectors, written as the target reads them.

use std::collections::BTreeSet;

use anyhow::{Context as _, bail};
use kuzzle_errors::Definition;
use kuzzle_errors_vectors::{Case, Json};
use serde_json::Value;

/// Words that stand in what is read: names of members.
const WORDS: [&str; 26] = [
    "message",
    "status",
    "id",
    "code",
    "props",
    "stack",
    "errors",
    "count",
    "error",
    "result",
    "requestId",
    "type",
    "TokenExpired",
    "document",
    "reason",
    "_id",
    "action",
    "index",
    "subDomains",
    "subdomains",
    "class",
    "description",
    "params",
    "deprecated",
    "manifest.json",
    "%s",
];

/// The inputs for a target.
pub(super) fn of(target: &str) -> anyhow::Result<Vec<Vec<u8>>> {
    match target {
        "codes" => short_texts(),
        "search" => members(&["search"], &["words", "suggest"]),
        "parse" => bodies(),
        "load" => registries(),
        "render" => messages(),
        "scan" => members(&["scan"], &["text"]),
        "c" => commands(),
        other => bail!("no inputs are known for the target {other}"),
    }
}

/// Words for libFuzzer to put in: ids, classes and names of members.
pub(super) fn dictionary() -> String {
    let ids = kuzzle_errors::iter().map(Definition::id);
    let classes = kuzzle_errors::iter().map(|definition| definition.class().name());
    let words: BTreeSet<&str> = WORDS.into_iter().chain(ids).chain(classes).collect();
    words.into_iter().flat_map(|word| ["\"", word, "\"\n"]).collect()
}

/// The cases of a file in `vectors/`.
fn vectors(file: &str) -> anyhow::Result<Vec<Case>> {
    Ok(kuzzle_errors_vectors::cases(&format!("{file}.json"))?)
}

fn short_texts() -> anyhow::Result<Vec<Vec<u8>>> {
    let mut texts = members(&["lookups"], &["id", "code"])?;
    for file in ["codes", "releases", "definitions"] {
        texts.extend(vectors(file)?.iter().map(|case| case.input.bytes()));
    }
    Ok(texts)
}

fn bodies() -> anyhow::Result<Vec<Vec<u8>>> {
    members(&["parse", "parse-hostile", "failures"], &["body"])
}

fn registries() -> anyhow::Result<Vec<Vec<u8>>> {
    members(&["load"], &["text"])
}

/// What stands under some names in the inputs of some files.
fn members(files: &[&str], names: &[&str]) -> anyhow::Result<Vec<Vec<u8>>> {
    let mut members = Vec::new();
    for file in files {
        let cases = vectors(file)?;
        let found = cases.iter().flat_map(|case| names.iter().filter_map(|name| case.input.member(name)));
        members.extend(found.map(|member| member.bytes()));
    }
    Ok(members)
}

fn member(case: &Case, name: &str) -> anyhow::Result<Json> {
    case.input.member(name).with_context(|| format!("{}: no {name}", case.name))
}

/// Template and props, between them NUL.
fn messages() -> anyhow::Result<Vec<Vec<u8>>> {
    vectors("render")?
        .iter()
        .map(|case| {
            let template = member(case, "template")?.bytes();
            let props = props(&member(case, "props")?)?;
            Ok([vec![template], props].concat().join(&0))
        })
        .collect()
}

/// Props, each with the letter of its kind before it.
fn props(list: &Json) -> anyhow::Result<Vec<Vec<u8>>> {
    list.elements().iter().map(prop).collect()
}

fn prop(json: &Json) -> anyhow::Result<Vec<u8>> {
    let (letter, text) = match json.value() {
        Value::Null => ("0", Vec::new()),
        Value::Bool(true) => ("t", Vec::new()),
        Value::Bool(false) => ("f", Vec::new()),
        Value::Number(number) if number.is_i64() => ("i", json.bytes()),
        Value::Number(_) => ("n", json.bytes()),
        Value::String(_) => ("s", json.bytes()),
        Value::Array(_) | Value::Object(_) => {
            let (form, content) = json.members().pop_first().context("a prop in no known form")?;
            match form.as_str() {
                "undefined" => ("u", Vec::new()),
                "number" => ("n", content.bytes()),
                "big_integer" => ("b", content.bytes()),
                _ => ("j", content.bytes()),
            }
        }
    };
    Ok([letter.as_bytes(), &text].concat())
}

/// Programs for the C library.
fn commands() -> anyhow::Result<Vec<Vec<u8>>> {
    let mut programs: Vec<Vec<u8>> = Vec::new();
    programs.extend(bodies()?.iter().map(|body| [b"P", &body[..], b"\0F", body].concat()));
    programs.extend(registries()?.iter().map(|text| [b"L", &text[..], b"\0+\0@2.4\0lshop.late\0Rx"].concat()));
    for case in vectors("build")? {
        let id = member(&case, "id")?.bytes();
        let mut commands = match case.input.member("args") {
            // B, 66 in ASCII, ends with the number of the kind of a text.
            Some(args) => props(&args)?.into_iter().map(|prop| [b"B", &prop[1..]].concat()).collect(),
            None => Vec::new(),
        };
        commands.push([b"N", &id[..]].concat());
        commands.push(b"mother".to_vec());
        commands.push(b"eself".to_vec());
        commands.push(b"E".to_vec());
        programs.push(commands.join(&0));
    }
    Ok(programs)
}
