//! What a target starts from: the inputs of the vectors, written as the target reads them.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, bail};
use kuzzle_errors::Definition;
use serde_json::value::RawValue;

use crate::vectors::{Case, Input, cases, members};
use crate::workspace;

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
        "search" => members_of("search", &["words", "suggest"]),
        "parse" => bodies(),
        "load" => registries(),
        "render" => messages(),
        "scan" => vectors("scan")?.iter().map(|case| case.input.bytes()).collect(),
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
    let path = workspace::root().join("vectors").join(file).with_extension("json");
    let text = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    cases(&text).with_context(|| path.display().to_string())
}

fn short_texts() -> anyhow::Result<Vec<Vec<u8>>> {
    let mut texts = members_of("lookups", &["id", "code"])?;
    for file in ["codes", "releases", "definitions"] {
        texts.extend(vectors(file)?.iter().map(|case| case.input.bytes()).collect::<anyhow::Result<Vec<_>>>()?);
    }
    Ok(texts)
}

/// What stands under some names in the inputs of a file.
fn members_of(file: &str, names: &[&str]) -> anyhow::Result<Vec<Vec<u8>>> {
    let cases = vectors(file)?;
    let members = cases.iter().flat_map(|case| names.iter().filter_map(|name| case.member(name)));
    members.map(|member| member.bytes()).collect()
}

fn bodies() -> anyhow::Result<Vec<Vec<u8>>> {
    let mut bodies = Vec::new();
    for file in ["parse", "parse-hostile", "failures"] {
        for case in vectors(file)? {
            bodies.push(case.member("body").context("no body")?.bytes()?);
        }
    }
    Ok(bodies)
}

fn registries() -> anyhow::Result<Vec<Vec<u8>>> {
    vectors("load")?.iter().map(|case| case.input.bytes()).collect()
}

/// Template and props, between them NUL.
fn messages() -> anyhow::Result<Vec<Vec<u8>>> {
    vectors("render")?
        .iter()
        .map(|case| {
            let template = case.member("template").context("no template")?.bytes()?;
            let props = props(&case.member("props").context("no props")?)?;
            Ok([vec![template], props].concat().join(&0))
        })
        .collect()
}

/// Props, each with the letter of its kind before it.
fn props(list: &Input) -> anyhow::Result<Vec<Vec<u8>>> {
    let list: Vec<&RawValue> = serde_json::from_str(list.get())?;
    list.into_iter().map(|value| prop(&Input::from(value.get()))).collect()
}

fn prop(value: &Input) -> anyhow::Result<Vec<u8>> {
    let with = |letter: &[u8], text: &[u8]| Ok([letter, text].concat());
    if let Ok(forms) = members(value.get()) {
        let (form, content) = forms.first_key_value().context("an empty object is no prop")?;
        let text = Input::from(content.get()).bytes()?;
        return match form.as_str() {
            "undefined" => with(b"u", b""),
            "number" => with(b"n", &text),
            "big_integer" => with(b"b", &text),
            _ => with(b"j", &text),
        };
    }
    match value.get() {
        "null" => with(b"0", b""),
        "true" => with(b"t", b""),
        "false" => with(b"f", b""),
        text if text.starts_with('"') => with(b"s", &value.bytes()?),
        text if text.parse::<i64>().is_ok() => with(b"i", text.as_bytes()),
        text => with(b"n", text.as_bytes()),
    }
}

/// Programs for the C library.
fn commands() -> anyhow::Result<Vec<Vec<u8>>> {
    let mut programs: Vec<Vec<u8>> = Vec::new();
    programs.extend(bodies()?.iter().map(|body| [b"P", &body[..], b"\0F", body].concat()));
    programs.extend(registries()?.iter().map(|text| [b"L", &text[..], b"\0+\0@2.4\0lshop.late\0Rx"].concat()));
    for case in vectors("build")? {
        let id = case.member("id").context("no id")?.bytes()?;
        let mut commands = match case.member("args") {
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
