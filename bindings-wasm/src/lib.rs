//! The WASM engine of the npm package for browsers.
//!
//! What is public, and its documentation for people, stands in the JavaScript in front of it.

use wasm_bindgen::prelude::wasm_bindgen;

/// One error that Kuzzle knows.
#[wasm_bindgen(getter_with_clone, inspectable)]
pub struct Definition {
    /// `domain.subdomain.name`: decides which error it is.
    #[wasm_bindgen(readonly)]
    pub id: String,
    /// The 32-bit number.
    #[wasm_bindgen(readonly)]
    pub code: u32,
    /// The name of the error type, such as `NotFoundError`.
    #[wasm_bindgen(readonly, js_name = "class")]
    pub class_name: String,
    /// The HTTP status.
    #[wasm_bindgen(readonly)]
    pub status: u16,
    /// The template of the message, with one `%s` for each param.
    #[wasm_bindgen(readonly)]
    pub message: String,
    /// The documented sentence.
    #[wasm_bindgen(readonly)]
    pub description: String,
    /// The names of the placeholders of the message, in order.
    #[wasm_bindgen(readonly)]
    pub params: Vec<String>,
}

impl From<kuzzle_errors::Definition<'_>> for Definition {
    fn from(definition: kuzzle_errors::Definition<'_>) -> Self {
        Self {
            id: definition.id().to_owned(),
            code: definition.code().get(),
            class_name: definition.class().name().to_owned(),
            status: definition.status(),
            message: definition.message().to_owned(),
            description: definition.description().to_owned(),
            params: definition.params().iter().map(str::to_owned).collect(),
        }
    }
}

/// The definition with this code, or undefined. A negative number is the code as a signed 32-bit integer.
#[wasm_bindgen(js_name = "byCode")]
pub fn by_code(code: u32) -> Option<Definition> {
    kuzzle_errors::by_code(code).map(Definition::from)
}
