//! What a file is, seen from its members.

use super::RegistryKind;
use super::file::{Node, Object};
use crate::json::{Kind, Value};

/// The forms of registry files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One domain, as each of Kuzzle's own files.
    Domain,
    /// A plugin's `manifest.json`.
    Manifest,
    /// Domains by their names, as an application keeps the errors it registers.
    Domains,
}

impl Shape {
    /// `None` where it is none of them.
    pub(super) fn of(root: &Object<'_>, file_name: Option<&str>) -> Option<Self> {
        if file_name.is_some_and(|name| base_name(name) == "manifest.json") {
            return Some(Self::Manifest);
        }
        if root.get("subDomains").or_else(|| root.get("subdomains")).is_some() {
            return Some(Self::Domain);
        }
        let has_name = root.get("name").is_some_and(|node| node.value.kind() == Kind::String);
        if has_name || root.get("errors").is_some_and(|node| !is_domain(node.value)) {
            return Some(Self::Manifest);
        }
        let mut values = root.iter().map(|(_, node): (_, Node<'_>)| node.value);
        values.all(|value| value.kind() == Kind::Object).then_some(Self::Domains)
    }

    /// The kind of registry that such files make.
    pub(super) const fn kind(self) -> RegistryKind {
        match self {
            Self::Domain => RegistryKind::Kuzzle,
            Self::Manifest => RegistryKind::Plugin,
            Self::Domains => RegistryKind::App,
        }
    }
}

/// The domain that a file is named after: `core` of `core.json` and of `0-core.json`; `None` for other names.
pub(super) fn domain_of_file(name: &str) -> Option<&str> {
    let stem = base_name(name).strip_suffix(".json")?;
    let domain = numbered_domain(stem).unwrap_or(stem);
    (!domain.is_empty() && !domain.contains('.')).then_some(domain)
}

/// Whether a file is named as `0-core.json`.
pub(super) fn is_numbered(name: &str) -> bool {
    base_name(name).strip_suffix(".json").and_then(numbered_domain).is_some()
}

/// `core` of `0-core`; `None` without the number.
fn numbered_domain(stem: &str) -> Option<&str> {
    let (number, domain) = stem.split_once('-')?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then_some(domain)
}

/// The last part of a path, whichever way its separators lean.
fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Whether a value looks like a whole domain, even if it is called `errors`.
fn is_domain(value: Value<'_>) -> bool {
    value.members().iter().any(|member| matches!(&*member.name(), "subDomains" | "subdomains"))
}
