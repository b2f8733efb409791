//! The definitions of Kuzzle 1.12.0, field by field against the table of its documentation page.

use kuzzle_errors::{Definition, Registry};

/// The page's table: id, code, error type, status, message.
const PAGE: &str = include_str!("fixtures/kuzzle-1.x-error-codes.tsv");

#[test]
fn release_1_12_0_is_the_documentation_page_row_for_row() {
    let registry = Registry::kuzzle().at("1.12.0").unwrap();
    let rows: Vec<String> = registry.iter().map(row).collect();
    let page: Vec<&str> = PAGE.lines().skip(1).collect();
    assert_eq!(rows, page);
    assert_eq!(page.len(), 209);
}

fn row(definition: Definition<'_>) -> String {
    let (id, code, class) = (definition.id(), definition.code(), definition.class());
    format!("{id}\t{code}\t{class}\t{}\t{}", definition.status(), definition.description())
}
