//! What a server sent.

use alloc::string::String;

use kuzzle_errors::for_javascript::{Facts, Object, decimal, failures_in, parse_text, push_array};
use kuzzle_errors::{Code, Definition, Failure, Malformed, ParseOptions, Registry, Resolution, ResolvedBy};

use crate::registries::find;
use crate::text::{conflict_or_null, invalid, push_text_or_null};

/// Which error it is, from what a server sent of its id (empty where none came), code and status.
#[must_use]
pub fn resolve(registry: &str, id: &str, code: Option<u32>, status: Option<u16>) -> String {
    let registry = match find(registry) {
        Ok(registry) => registry,
        Err(reason) => return invalid(&reason),
    };
    let Resolution { definition, by, conflict } = registry.resolve(Some(id), code.map(Code::from), status);
    let mut answer = Object::with_capacity(256);
    answer.text_or_null("definition", definition.map(Definition::id));
    answer.text_or_null("by", by.map(ResolvedBy::name));
    answer.json("conflict", &conflict_or_null(conflict));
    answer.finish()
}

/// The error in the body of an answer; `null` where it is none.
#[must_use]
pub fn parse(body: &str, status: Option<u16>, max_depth: u32, registry: &str) -> String {
    let registry = match find(registry) {
        Ok(registry) => registry,
        Err(reason) => return invalid(&reason),
    };
    let options = ParseOptions::new().max_depth(depth_of(max_depth));
    match Facts::read(&registry, options, body, status) {
        Ok(Some(facts)) => written(&facts),
        Ok(None) => "null".into(),
        Err(malformed) => complaint(&malformed),
    }
}

/// The `context` of the error in the body of an answer; the failed `items` that this error reports; or the `failures`
/// in any answer.
#[must_use]
pub fn read(what: &str, registry: &str, body: &str, status: Option<u16>, max_depth: u32) -> String {
    let registry = match find(registry) {
        Ok(registry) => registry,
        Err(reason) => return invalid(&reason),
    };
    let answer = match what {
        "context" => context(&registry, body, status, max_depth),
        "items" => items(&registry, body, status),
        "failures" => failures_in(body, depth_of(max_depth)).map(|failures| json_of(&failures)),
        _ => return invalid("nothing of this name can be read"),
    };
    answer.unwrap_or_else(|malformed| complaint(&malformed))
}

fn context(registry: &Registry, body: &str, status: Option<u16>, max_depth: u32) -> Result<String, Malformed> {
    let options = ParseOptions::new().max_depth(depth_of(max_depth));
    let error = parse_text(registry, options, body, status)?;
    Ok(error.map_or_else(|| "{}".into(), |error| error.context().to_json()))
}

fn depth_of(max_depth: u32) -> usize {
    usize::try_from(max_depth).unwrap_or(usize::MAX)
}

fn items(registry: &Registry, body: &str, status: Option<u16>) -> Result<String, Malformed> {
    let error = parse_text(registry, ParseOptions::new(), body, status)?;
    Ok(error.map_or_else(|| "[]".into(), |error| json_of(&error.failures())))
}

/// What JavaScript makes an error of; the less there is, the sooner it is read.
fn written(facts: &Facts<'_, '_>) -> String {
    let mut json = String::with_capacity(256);
    json.push('[');
    push_text_or_null(&mut json, facts.definition.map(Definition::id));
    json.push(',');
    json.push_str(&decimal(facts.status));
    json.push(',');
    facts.push_message(&mut json);
    json.push(',');
    json.push_str(facts.code().as_deref().unwrap_or("null"));
    json.push(',');
    json.push_str(facts.props().unwrap_or("null"));
    push_seldom(&mut json, facts);
    json.push(']');
    json
}

/// Appends what few errors have as an object, where there is any.
fn push_seldom(json: &mut String, facts: &Facts<'_, '_>) {
    let mut seldom = Object::with_capacity(0);
    if facts.definition.is_none() {
        seldom.text("class", facts.class.name());
        seldom.text_or_null("id", facts.unknown_id());
    }
    for (name, member) in [("stack", facts.stack()), ("errors", facts.errors()), ("count", facts.count())] {
        if let Some(member) = member {
            seldom.json(name, member);
        }
    }
    if let Some(conflict) = facts.conflict {
        seldom.json("conflict", &conflict_or_null(Some(conflict)));
    }
    if !seldom.is_empty() {
        json.push(',');
        json.push_str(&seldom.finish());
    }
}

fn json_of(failures: &[Failure<'_>]) -> String {
    let mut json = String::new();
    push_array(&mut json, failures, |json, failure| json.push_str(&failure.to_json()));
    json
}

fn complaint(malformed: &Malformed) -> String {
    let mut complaint = Object::with_capacity(128);
    complaint.text("message", malformed.message());
    complaint.json("line", &decimal(malformed.line()));
    complaint.json("column", &decimal(malformed.column()));
    let mut answer = Object::with_capacity(160);
    answer.json("malformed", &complaint.finish());
    answer.finish()
}
