//! Answers as JSON text.

use alloc::string::String;

use kuzzle_errors::for_javascript::{Object, decimal, push_string};
use kuzzle_errors::{Code, Conflict, Definition};

/// The answer of a question that cannot be answered: what is wrong with it.
pub(crate) fn invalid(reason: &str) -> String {
    let mut answer = Object::with_capacity(reason.len() + 32);
    answer.text("invalid", reason);
    answer.finish()
}

/// A value as JSON. The types of the core that are given here cannot fail to be written.
#[cfg(feature = "complete")]
pub(crate) fn json(value: &(impl serde::Serialize + ?Sized)) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Appends a text, or null.
pub(crate) fn push_text_or_null(json: &mut String, text: Option<&str>) {
    match text {
        Some(text) => push_string(json, text),
        None => json.push_str("null"),
    }
}

/// A number, or null.
pub(crate) fn number_or_null(number: Option<u32>) -> String {
    number.map_or_else(|| "null".into(), decimal)
}

/// A contradiction in the shape that serde gives it, or null.
pub(crate) fn conflict_or_null(conflict: Option<Conflict<'_>>) -> String {
    let Some(Conflict { code, status }) = conflict else { return "null".into() };
    let mut answer = Object::with_capacity(128);
    match code {
        Some(conflict) => {
            let mut code = Object::with_capacity(96);
            code.json("received", &decimal(conflict.received.get()));
            code.json("expected", &number_or_null(conflict.expected.map(Code::get)));
            code.text_or_null("belongs_to", conflict.belongs_to.map(Definition::id));
            answer.json("code", &code.finish());
        }
        None => answer.json("code", "null"),
    }
    match status {
        Some(conflict) => {
            let mut status = Object::with_capacity(32);
            status.json("received", &decimal(conflict.received));
            status.json("expected", &decimal(conflict.expected));
            answer.json("status", &status.finish());
        }
        None => answer.json("status", "null"),
    }
    answer.finish()
}

#[cfg(all(test, feature = "complete"))]
mod tests {
    use kuzzle_errors::{Code, Registry};

    #[test]
    fn conflicts_have_the_shape_of_the_core() {
        let code = Some(Code::from(1));
        for (id, code, status) in [
            ("services.storage.unknown_index", code, Some(400)),
            ("services.storage.unknown_index", code, None),
            ("services.storage.unknown_index", None, Some(400)),
            ("app.orders.too_late", code, None),
            ("", code, Some(418)),
            ("", None, None),
        ] {
            let conflict = Registry::kuzzle().resolve(Some(id), code, status).conflict;
            assert_eq!(super::conflict_or_null(conflict), serde_json::to_string(&conflict).unwrap());
        }
    }
}
