//! Which definitions `list` shows.

use std::collections::BTreeSet;
use std::fmt::Display;

use kuzzle_errors::{Definition, Registry};

use crate::arguments::List;
use crate::usage::unknown_value;

/// Refuses the domains, subdomains and statuses that no definition has: they are typing errors.
pub(super) fn check(asked: &List, registry: &Registry) -> Result<(), clap::Error> {
    check_values("--domain <DOMAIN>", &asked.domain, registry.iter().map(Definition::domain))?;
    check_values("--subdomain <SUBDOMAIN>", &asked.subdomain, registry.iter().map(Definition::subdomain))?;
    check_values("--status <STATUS>", &asked.status, registry.iter().map(Definition::status))
}

/// Whether a definition passes every filter; one that was not given lets everything through.
pub(super) fn passes(asked: &List, definition: Definition<'_>) -> bool {
    let has_text = |wanted: &[String], value: &str| wanted.is_empty() || wanted.iter().any(|text| text == value);
    has_text(&asked.domain, definition.domain())
        && has_text(&asked.subdomain, definition.subdomain())
        && has(&asked.class, Some(definition.class()))
        && has(&asked.status, Some(definition.status()))
        && has(&asked.retry, definition.retry())
        && has(&asked.audience, definition.audience())
        && (!asked.deprecated || definition.deprecated_in(asked.scope.release).is_some())
        && (!asked.custom || Registry::kuzzle().by_id(definition.id()).is_none())
}

fn has<T: PartialEq>(wanted: &[T], value: Option<T>) -> bool {
    wanted.is_empty() || value.is_some_and(|value| wanted.contains(&value))
}

fn check_values<T: Display, K: Display + Ord>(
    option: &str,
    given: &[T],
    known: impl Iterator<Item = K>,
) -> Result<(), clap::Error> {
    if given.is_empty() {
        return Ok(());
    }
    let known: BTreeSet<String> = known.map(|value| value.to_string()).collect();
    let unknown = given.iter().map(ToString::to_string).find(|value| !known.contains(value));
    unknown.map_or(Ok(()), |value| Err(unknown_value("list", option, &value, known.into_iter().collect())))
}
