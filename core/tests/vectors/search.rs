use kuzzle_errors::{Definition, search, suggest};
use serde_json::Value;

use crate::case::{cases, report, text};

#[test]
fn searches_and_suggestions() {
    let cases = cases("search.json");
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let found: Vec<&str> = answer(&case.input).into_iter().map(Definition::id).collect();
            let answered = &found[..found.len().min(10)];
            (!satisfies(&found, &case.output))
                .then(|| format!("{}\n  expected {}\n  answered {answered:?}", case.name, case.output))
        })
        .collect();
    report("search.json", cases.len(), wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn answer(input: &Value) -> Vec<Definition<'static>> {
    match text(&input["words"]) {
        Some(words) => search(&words),
        None => suggest(&text(&input["suggest"]).expect("words to search for, or an id to suggest others for")),
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
