//! The native engine of the npm package for Node.js.
//!
//! What is public, and its documentation for people, stands in the JavaScript in front of it.

use napi_derive::napi;

/// One error that Kuzzle knows.
#[napi(object)]
pub struct Definition {
    /// `domain.subdomain.name`: decides which error it is.
    pub id: String,
    /// The 32-bit number.
    pub code: u32,
    /// The name of the error type, such as `NotFoundError`.
    #[napi(js_name = "class")]
    pub class_name: String,
    /// The HTTP status.
    pub status: u16,
    /// The template of the message, with one `%s` for each param.
    pub message: String,
    /// The documented sentence.
    pub description: String,
    /// The names of the placeholders of the message, in order.
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

/// The definition with this code, or null. A negative number is the code as a signed 32-bit integer.
#[napi]
pub fn by_code(code: u32) -> Option<Definition> {
    kuzzle_errors::by_code(code).map(Definition::from)
}
