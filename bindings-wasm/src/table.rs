//! The definitions of a registry.

use alloc::string::String;

use kuzzle_errors::for_javascript::{Object, decimal, push_array, push_string};
use kuzzle_errors::{Audience, Definition, Registry, Release, Retry};

use crate::registries::find;
use crate::text::{invalid, push_text_or_null};

/// The definitions of a registry in code order, the newest holder of a code first: as rows, or only their ids; or
/// their causes and fixes. Or all `releases` of Kuzzle, oldest first, with their days.
#[must_use]
pub fn table(what: &str, registry: &str) -> String {
    let registry = match find(registry) {
        Ok(registry) => registry,
        Err(reason) => return invalid(&reason),
    };
    let push = match what {
        "rows" => push_row,
        "ids" => push_id,
        #[cfg(feature = "complete")]
        "advice" => push_advice,
        #[cfg(feature = "complete")]
        "releases" => return releases(),
        _ => return invalid("no such table"),
    };
    answer(&registry, push)
}

fn answer(registry: &Registry, push: fn(&mut String, Definition<'_>)) -> String {
    let mut answer = Object::with_capacity(128 << 10);
    push_array(answer.member("rows"), registry.iter(), push);
    answer.text_or_null("release", registry.release().map(release_text).as_deref());
    answer.finish()
}

fn push_id(json: &mut String, definition: Definition<'_>) {
    push_string(json, definition.id());
}

#[cfg(feature = "complete")]
fn push_advice(json: &mut String, definition: Definition<'_>) {
    json.push('[');
    push_text_or_null(json, definition.cause());
    json.push(',');
    push_text_or_null(json, definition.fix());
    json.push(']');
}

#[cfg(feature = "complete")]
fn releases() -> String {
    let mut answer = Object::with_capacity(8 << 10);
    push_array(answer.member("rows"), kuzzle_errors::releases(), |json, release| {
        json.push('[');
        push_string(json, &release_text(release));
        json.push(',');
        push_text_or_null(json, release.date());
        json.push(']');
    });
    answer.json("release", "null");
    answer.finish()
}

/// Everything but cause and fix, which a program that never asks for them doesn't link.
fn push_row(json: &mut String, definition: Definition<'_>) {
    json.push('[');
    push_string(json, definition.id());
    json.push(',');
    json.push_str(&decimal(definition.code().get()));
    json.push(',');
    push_string(json, definition.class().name());
    json.push(',');
    json.push_str(&decimal(definition.status()));
    json.push(',');
    push_string(json, definition.description());
    json.push(',');
    push_string(json, definition.message());
    json.push(',');
    push_array(json, definition.params().iter(), push_string);
    json.push(',');
    push_array(json, definition.releases(), |json, line| {
        json.push('[');
        json.push_str(&decimal(line.major()));
        json.push_str(",[");
        push_string(json, &release_text(line.first()));
        json.push(',');
        push_text_or_null(json, line.last().map(release_text).as_deref());
        json.push_str("]]");
    });
    let rest = [
        definition.deprecated(),
        definition.retry().map(Retry::name),
        definition.audience().map(Audience::name),
        definition.url(),
    ];
    for text in rest {
        json.push(',');
        push_text_or_null(json, text);
    }
    json.push(']');
}

/// `2.4.5`
fn release_text(release: Release) -> String {
    [release.major(), release.minor(), release.patch()].map(decimal).join(".")
}
