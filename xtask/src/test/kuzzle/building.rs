//! Errors built from Kuzzle's own code files are the errors that Kuzzle builds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, bail};
use kuzzle_errors::{KuzzleError, Prop, Registry};
use serde_json::{Value, json};
use xshell::Shell;

use super::allowed::{Allowed, Difference};
use super::cases::{self, NumberForm, list, text};
use super::differences::Differences;

/// Builds every error of Kuzzle 1 and 2 and those of an application, each with several numbers of arguments.
pub(super) fn compare(shell: &Shell, kuzzle_1: &Path, kuzzle_2: &Path) -> anyhow::Result<Differences> {
    let application = cases::folder().join("application.json");
    let cases = cases::generate(shell, "building", &[kuzzle_1, kuzzle_2, &application])?;
    let registries = [
        ("1.11.0", Registry::load(kuzzle_1)?),
        ("2.56.0", Registry::load(kuzzle_2)?),
        ("application", Registry::load(&application)?),
    ];
    let mut comparison =
        Comparison { allowed: Allowed::read(shell)?, differences: Differences::new("building of errors") };
    for (name, registry) in registries {
        // Alone, and over the built-in registry.
        for registry in [&registry, &Registry::kuzzle().with(&registry)?] {
            for case in cases.iter().filter(|case| text(case, "registry") == name) {
                comparison.case(case, registry)?;
            }
        }
    }
    println!("building: {} errors, each from two registries", cases.len());
    comparison.allowed.add_needless(&mut comparison.differences);
    comparison.allowed.print();
    comparison.differences.print();
    Ok(comparison.differences)
}

struct Comparison {
    allowed: Allowed,
    differences: Differences,
}

impl Comparison {
    fn case(&mut self, case: &Value, registry: &Registry) -> anyhow::Result<()> {
        let error = build(case, registry);
        let (kuzzle, ours) = (kuzzles(case), ours(&error)?);
        let names: BTreeSet<_> = kuzzle.keys().chain(ours.keys()).collect();
        for member in names.into_iter().filter(|name| kuzzle.get(*name) != ours.get(*name)) {
            let difference = Difference {
                registry: text(case, "registry"),
                case: text(case, "name"),
                class: text(&case["expected"], "class"),
                member,
                kuzzle: kuzzle.get(member),
                ours: ours.get(member),
            };
            if !self.allowed.allows(&difference) {
                self.differences.add(difference.to_string());
            }
        }
        Ok(())
    }
}

fn build(case: &Value, registry: &Registry) -> KuzzleError {
    let mut error = registry.error(text(case, "asked"), list(case, "args").iter().map(argument));
    if case["errors"].is_array() {
        error = error
            .with_errors(list(case, "errors").iter().map(|json| Prop::Json(json.as_str().unwrap_or_default().into())));
    }
    match case["message"].as_str() {
        Some(message) => error.with_message(message),
        None => error,
    }
}

fn argument(value: &Value) -> Prop<'_> {
    cases::prop(value, NumberForm::Float)
}

/// The members of an error: as they are read from it, and under `json.` as it writes them.
type Members = BTreeMap<String, Value>;

fn kuzzles(case: &Value) -> Members {
    let mut members = members_of(&case["expected"], "");
    members.extend(members_of(&case["json"], "json."));
    if let Some(Value::Array(props)) = members.get_mut("props") {
        *props = props.iter().map(|value| shown(&argument(value))).collect();
    }
    members
}

fn ours(error: &KuzzleError) -> anyhow::Result<Members> {
    let json: Value = serde_json::from_str(&error.to_json()).context("what we write is no JSON")?;
    let read = json!({
        "id": error.id(),
        "code": error.code().map(kuzzle_errors::Code::to_i32),
        "status": error.status(),
        "message": error.message(),
        "class": error.class().name(),
        "props": error.props().iter().map(shown).collect::<Vec<_>>(),
    });
    let mut members = members_of(&read, "");
    members.extend(members_of(&json, "json."));
    // Where there is no list, there is nothing to be read.
    if json.get("errors").is_some() {
        let errors: anyhow::Result<Vec<_>> = error.errors().iter().map(read_json).collect();
        members.insert("errors".to_owned(), errors?.into());
        members.insert("count".to_owned(), error.count().into());
    }
    Ok(members)
}

fn members_of(object: &Value, prefix: &str) -> Members {
    let members = object.as_object().into_iter().flatten();
    members.map(|(name, value)| (format!("{prefix}{name}"), value.clone())).collect()
}

/// A prop with its type.
fn shown(prop: &Prop<'_>) -> Value {
    format!("{prop:?}").into()
}

fn read_json(prop: &Prop<'_>) -> anyhow::Result<Value> {
    match prop {
        Prop::Json(json) => serde_json::from_str(json).context("an item of `errors` is no JSON"),
        _ => bail!("an item of `errors` is no JSON but {prop:?}"),
    }
}
