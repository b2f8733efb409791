//! One definition of a file.

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::RegistryKind;
use super::complaint::Complaint;
use super::file::{Node, Object};
use super::releases;
use super::rule::Rule;
use crate::loaded::{LoadedDefinition, Origin};
use crate::render::placeholders;
use crate::{Audience, Class, Code, Retry};

/// What the rules for a definition depend on.
#[derive(Clone, Copy)]
pub(super) struct Format {
    pub(super) kind: RegistryKind,
    /// Whether its domain says `subdomains`, as Kuzzle did up to 2.17.2, and not `subDomains`.
    pub(super) is_old: bool,
}

/// Reads everything but the id and the code, which the caller knows; `None` where a complaint tells why.
pub(super) fn read(
    object: &Object<'_>,
    format: Format,
    id: String,
    code: Option<Code>,
    complaints: &mut Vec<Complaint>,
) -> Option<LoadedDefinition> {
    let class = class(object, complaints);
    let status = status(object, class, complaints);
    let message = required_text(object, "message", complaints);
    let description = description(object, format.kind, complaints);
    let params = params(object, message.as_deref(), complaints);
    let params_1x = param_names(object, "params_1x", complaints).map(|names| join(&names));
    let releases = object.optional("releases").and_then(|node| releases::read(&node, complaints));
    let deprecated = deprecated(object, format.is_old, complaints);
    let cause = optional_text(object, "cause", complaints);
    let fix = optional_text(object, "fix", complaints);
    let retry = one_of(object, "retry", Rule::RetryKnown, Retry::from_name, &Retry::ALL.map(Retry::name), complaints);
    let audiences = Audience::ALL.map(Audience::name);
    let audience = one_of(object, "audience", Rule::AudienceKnown, Audience::from_name, &audiences, complaints);
    // All complaints are made by here.
    let (class, message, code) = (class?, message?, code?);
    Some(LoadedDefinition {
        id: id.into(),
        code,
        class,
        status: status.unwrap_or_else(|| class.status()),
        message,
        description,
        params,
        params_1x,
        releases,
        deprecated,
        cause,
        fix,
        retry,
        audience,
        built_in: None,
        origin: origin(object),
    })
}

fn origin(object: &Object<'_>) -> Origin {
    let node = object.node();
    Origin {
        file: node.file.name().cloned(),
        path: node.path.text(),
        position: node.position(),
        code: object.get("code").map(|node| node.position()),
        class: object.get("class").map_or_else(|| node.position(), |node| node.position()),
    }
}

fn class(object: &Object<'_>, complaints: &mut Vec<Complaint>) -> Option<Class> {
    let node = object.required("class", complaints)?;
    let class = node.value.as_text().and_then(|name| Class::from_name(&name));
    if class.is_none() {
        let names = Class::ALL.map(Class::name).join(", ");
        complaints.push(node.complaint(Rule::ClassKnown, format!("expected a class of Kuzzle: {names}")));
    }
    class
}

/// The status that a `KuzzleError` may bring along; other classes fix theirs.
fn status(object: &Object<'_>, class: Option<Class>, complaints: &mut Vec<Complaint>) -> Option<u16> {
    if class?.fixes_status() {
        return None;
    }
    let node = object.optional("status")?;
    let status = node.value.as_integer().filter(|status| (100..=599).contains(status));
    if status.is_none() {
        complaints.push(node.complaint(Rule::StatusRange, "expected an HTTP status, an integer from 100 to 599"));
    }
    status
}

fn description(object: &Object<'_>, kind: RegistryKind, complaints: &mut Vec<Complaint>) -> Option<Box<str>> {
    if kind == RegistryKind::Kuzzle {
        return required_text(object, "description", complaints);
    }
    // Kuzzle never looks at it there, so an empty one counts as none.
    let node = object.optional("description").filter(|node| node.value.text() != "\"\"")?;
    text(&node, complaints)
}

fn deprecated(object: &Object<'_>, is_old: bool, complaints: &mut Vec<Complaint>) -> Option<Box<str>> {
    let node = object.optional("deprecated")?;
    if is_old && node.value.as_bool() == Some(true) {
        complaints.push(node.complaint(Rule::DeprecatedSince, "deprecated, and not said since when"));
        return None;
    }
    text(&node, complaints)
}

fn required_text(object: &Object<'_>, name: &str, complaints: &mut Vec<Complaint>) -> Option<Box<str>> {
    let node = object.required(name, complaints)?;
    text(&node, complaints)
}

fn optional_text(object: &Object<'_>, name: &str, complaints: &mut Vec<Complaint>) -> Option<Box<str>> {
    text(&object.optional(name)?, complaints)
}

fn text(node: &Node<'_>, complaints: &mut Vec<Complaint>) -> Option<Box<str>> {
    let text = node.value.as_text().filter(|text| !text.is_empty());
    if text.is_none() {
        complaints.push(node.complaint(Rule::NonEmptyText, "expected a string that is not empty"));
    }
    text.map(Into::into)
}

/// The names of the params, separated by NUL; none where the file doesn't give them.
fn params(object: &Object<'_>, message: Option<&str>, complaints: &mut Vec<Complaint>) -> Box<str> {
    let Some(names) = param_names(object, "params", complaints) else {
        return Box::default();
    };
    if let (Some(message), Some(node)) = (message, object.get("params")) {
        let expected = placeholders(message);
        if expected != names.len() {
            let message = format!("expected {expected} (the message has as many placeholders), found {}", names.len());
            complaints.push(node.complaint(Rule::ParamsCount, message));
        }
    }
    join(&names)
}

/// `None` where they are not given, or given in a way that a complaint tells of.
fn param_names(object: &Object<'_>, name: &str, complaints: &mut Vec<Complaint>) -> Option<Vec<String>> {
    let node = object.optional(name)?;
    if node.value.kind() != crate::json::Kind::Array {
        complaints.push(node.complaint(Rule::ParamNames, "expected an array of names"));
        return None;
    }
    let mut names = Vec::new();
    let mut seen = BTreeSet::new();
    let before = complaints.len();
    for element in node.elements() {
        let text = element.value.as_text().filter(|text| is_param_name(text));
        let Some(text) = text else {
            let message = "expected a name: a string, not empty, without blanks and control characters";
            complaints.push(element.complaint(Rule::ParamNames, message));
            continue;
        };
        if !seen.insert(text.clone()) {
            complaints.push(element.complaint(Rule::ParamsUnique, "a param before it has this name"));
        }
        names.push(text.into());
    }
    (complaints.len() == before).then_some(names)
}

fn is_param_name(text: &str) -> bool {
    !text.is_empty() && !text.contains(|character: char| character.is_whitespace() || character.is_control())
}

fn join(names: &[String]) -> Box<str> {
    names.join("\0").into()
}

fn one_of<T>(
    object: &Object<'_>,
    name: &str,
    rule: Rule,
    from_name: impl Fn(&str) -> Option<T>,
    names: &[&str],
    complaints: &mut Vec<Complaint>,
) -> Option<T> {
    let node = object.optional(name)?;
    let value = node.value.as_text().and_then(|text| from_name(&text));
    if value.is_none() {
        complaints.push(node.complaint(rule, format!("expected one of {}", names.join(", "))));
    }
    value
}
