use kuzzle_errors::{Definition, search, suggest};
use kuzzle_errors_vectors::Json;
use serde_json::Value;

use crate::case::check_cases;

#[test]
fn searches_and_suggestions() {
    check_cases("search.json", |case| {
        let found: Vec<&str> = answer(&case.input).into_iter().map(Definition::id).collect();
        let answered = &found[..found.len().min(10)];
        (!satisfies(&found, &case.output.value()))
            .then(|| format!("expected {}\n  answered {answered:?}", case.output.source()))
    });
}

fn answer(input: &Json) -> Vec<Definition<'static>> {
    match input.text("words") {
        Some(words) => search(&words),
        None => suggest(&input.text("suggest").expect("words to search for, or an id to suggest others for")),
    }
}

/// `{"first"}`, `{"within", "contains"}` or `{"empty": true}`.
fn satisfies(found: &[&str], expected: &Value) -> bool {
    if let Some(first) = expected["first"].as_str() {
        return found.first() == Some(&first);
    }
    let Some(contained) = expected["contains"].as_array() else {
        assert_eq!(expected["empty"], true, "an expectation of another form");
        return found.is_empty();
    };
    let within = usize::try_from(expected["within"].as_u64().unwrap()).unwrap();
    contained.iter().all(|id| found.iter().take(within).any(|other| id == other))
}
