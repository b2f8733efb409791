//! Responses that Kuzzle's own classes write are read, and nothing of them is lost.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::ensure;
use kuzzle_errors::{Code, Failure, KuzzleError, Prop, Registry, failures};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use xshell::Shell;

use super::cases::{self, list, text};
use super::differences::Differences;

/// A value with its bytes.
type Json = Box<RawValue>;

/// The members of an object.
type Members = BTreeMap<String, Json>;

/// The members that are written anew, without blanks between their elements.
const LISTS: [&str; 2] = ["props", "errors"];

/// The members of a notice that are not of its context: the error's message, and what only `received()` has.
const NOTICE: [&str; 3] = ["message", "info", "type"];

/// Reads what Kuzzle 1 and 2 send: every error in every kind of response, batches, notices and successes.
pub(super) fn compare(shell: &Shell, kuzzle_1: &Path, kuzzle_2: &Path) -> anyhow::Result<Differences> {
    let application = cases::folder().join("application.json");
    let cases = cases::generate(shell, "responses", &[kuzzle_1, kuzzle_2, &application])?;
    let application = Registry::kuzzle().with(&Registry::load(&application)?)?;
    let mut differences = Differences::new("reading of responses");
    let mut errors = 0;
    for case in &cases {
        let registry = if text(case, "registry") == "application" { &application } else { Registry::kuzzle() };
        let body = text(case, "body");
        let status = case["httpStatus"].as_u64().map(u16::try_from).transpose()?;
        match registry.parse(body, status)? {
            Some(error) => {
                errors += 1;
                compare_error(case, &error, &mut differences)?;
            }
            None => compare_success(case, &mut differences)?,
        }
    }
    ensure!(errors > 0, "none of the responses is an error");
    println!("responses: {}, of which {errors} are errors", cases.len());
    differences.print();
    Ok(differences)
}

/// What is no error must not be expected to be one; failed items are found all the same.
fn compare_success(case: &Value, differences: &mut Differences) -> anyhow::Result<()> {
    let body = text(case, "body");
    let found: Vec<_> = failures(body)?.iter().map(failure).collect();
    if !case["expected"].is_null() || found != list(case, "failures") {
        differences.add(format!("no error found, with the failed items {found:?}: {body}"));
    }
    Ok(())
}

fn compare_error(case: &Value, error: &KuzzleError, differences: &mut Differences) -> anyhow::Result<()> {
    let body = text(case, "body");
    let expected = case["expected"].as_object();
    if expected.is_none() {
        differences.add(format!("found an error: {body}"));
    }
    let found = read(case, error)?;
    for (name, value) in expected.into_iter().flatten().filter(|(name, value)| found[*name] != **value) {
        differences.add(format!("{name} should be {value}, we say {}: {body}", found[name]));
    }
    if error.received() != Some(body.as_bytes()) {
        differences.add(format!("other bytes were received: {body}"));
    }
    for lost in lost_members(case, error)? {
        differences.add(format!("{lost} is lost or changed: {body}"));
    }
    Ok(())
}

/// What is read from an error, as the script writes what it expects.
fn read(case: &Value, error: &KuzzleError) -> anyhow::Result<Value> {
    let context: Value = serde_json::from_str(&error.context().to_json())?;
    let asked = case["expected"]["context"].as_object().into_iter().flatten();
    let context: Value = asked.map(|(name, _)| (name.clone(), context[name].clone())).collect();
    Ok(json!({
        "id": error.id(),
        "code": error.code().map(Code::to_i32),
        "class": error.class().name(),
        "status": error.status(),
        "message": error.message(),
        "props": values(&error.props())?,
        "stack": error.stack(),
        "errors": values(&error.errors())?,
        "count": error.count(),
        "context": context,
        "failures": error.failures().iter().map(failure).collect::<Vec<_>>(),
    }))
}

fn failure(failure: &Failure<'_>) -> Value {
    json!({ "id": failure.id, "status": failure.status, "reason": failure.reason })
}

fn values(props: &[Prop<'_>]) -> anyhow::Result<Vec<Value>> {
    props.iter().map(value).collect()
}

fn value(prop: &Prop<'_>) -> anyhow::Result<Value> {
    Ok(match prop {
        Prop::Bool(value) => (*value).into(),
        Prop::Integer(value) => (*value).into(),
        Prop::String(text) => (&**text).into(),
        Prop::Number(json) | Prop::Json(json) => serde_json::from_str(json)?,
        _ => Value::Null,
    })
}

/// The members that are not found byte by byte where they belong: in the error that is written, or in its context.
fn lost_members(case: &Value, error: &KuzzleError) -> anyhow::Result<Vec<String>> {
    let body: Members = serde_json::from_str(text(case, "body"))?;
    let written: Members = serde_json::from_str(&error.to_json())?;
    Ok(match body.get("error") {
        _ if case["isNotice"] == true => lost_of_envelope(&body, error, &NOTICE),
        Some(sent) => {
            let sent: Members = serde_json::from_str(sent.get())?;
            [lost_of_error(&sent, &written), lost_of_envelope(&body, error, &["error"])].concat()
        }
        None => lost_of_error(&body, &written),
    })
}

/// The members of an error that are not written as they came, and those that are written and never came.
fn lost_of_error(sent: &Members, written: &Members) -> Vec<String> {
    let names: BTreeSet<_> = sent.keys().chain(written.keys()).collect();
    names.into_iter().filter(|name| !is_same(name, sent.get(*name), written.get(*name))).cloned().collect()
}

/// The members around an error that its context doesn't have as they came.
fn lost_of_envelope(envelope: &Members, error: &KuzzleError, elsewhere: &[&str]) -> Vec<String> {
    let context = error.context();
    let of_context = envelope.iter().filter(|(name, _)| !elsewhere.contains(&name.as_str()));
    of_context.filter(|(name, json)| context.json(name) != Some(json.get())).map(|(name, _)| name.clone()).collect()
}

/// Whether a member that came is written with the same bytes, lists element by element.
fn is_same(name: &str, sent: Option<&Json>, written: Option<&Json>) -> bool {
    let texts = sent.zip(written).map(|(sent, written)| (sent.get(), written.get()));
    texts.is_some_and(|(sent, written)| match (LISTS.contains(&name), elements(sent), elements(written)) {
        (true, Ok(sent), Ok(written)) => sent.iter().map(|json| json.get()).eq(written.iter().map(|json| json.get())),
        _ => sent == written,
    })
}

fn elements(json: &str) -> Result<Vec<Json>, serde_json::Error> {
    serde_json::from_str(json)
}
