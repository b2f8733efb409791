use kuzzle_errors::{Audience, Definition, ReleaseRange, Retry, by_id};
use kuzzle_errors_vectors::Json;
use serde_json::{Map, Value, json};

use crate::case::{cases, check};

#[test]
fn every_definition_is_known_with_all_its_columns() {
    check("definitions.json", |id| columns(definition(id)));
}

#[test]
fn the_registry_lists_the_definitions_in_the_order_of_the_vectors() {
    let listed: Vec<&str> = kuzzle_errors::iter().map(Definition::id).collect();
    let expected: Vec<String> = cases("definitions.json").into_iter().map(|case| case.name).collect();
    assert_eq!(listed, expected);
}

#[cfg(feature = "json")]
#[test]
fn a_definition_is_written_as_the_vectors_have_it() {
    check("definitions.json", |id| serde_json::to_value(definition(id)).unwrap());
}

fn definition(id: &Json) -> Definition<'static> {
    let id = id.as_text().unwrap();
    by_id(&id).unwrap_or_else(|| panic!("{id} is unknown"))
}

fn columns(definition: Definition<'_>) -> Value {
    json!({
        "id": definition.id(),
        "code": definition.code().get(),
        "hex": definition.code().to_string(),
        "class": definition.class().name(),
        "status": definition.status(),
        "description": definition.description(),
        "message": definition.message(),
        "params": definition.params().iter().collect::<Vec<_>>(),
        "domain": definition.domain(),
        "subdomain": definition.subdomain(),
        "name": definition.name(),
        "releases": definition.releases().map(line).collect::<Map<_, _>>(),
        "deprecated": definition.deprecated(),
        "cause": definition.cause(),
        "fix": definition.fix(),
        "retry": definition.retry().map(Retry::name),
        "audience": definition.audience().map(Audience::name),
        "url": definition.url(),
    })
}

fn line(range: ReleaseRange) -> (String, Value) {
    let last = range.last().map(|release| release.to_string());
    (range.major().to_string(), json!([range.first().to_string(), last]))
}
