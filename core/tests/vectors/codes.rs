use kuzzle_errors::{Code, InvalidCode};
use serde_json::json;

use crate::case::check;

#[test]
fn text_forms_of_codes() {
    check("codes.json", |input| match Code::parse(&input.as_text().unwrap()) {
        Ok(code) => json!({"code": code.get(), "hex": code.to_string(), "signed": code.to_i32()}),
        Err(InvalidCode::NotANumber) => json!({"invalid": "not-a-number"}),
        Err(InvalidCode::OutOfRange) => json!({"invalid": "out-of-range"}),
        Err(other) => panic!("{other}"),
    });
}
