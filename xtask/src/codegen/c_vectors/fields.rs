//! Initializers of the members of a `vector`.

use anyhow::bail;
use kuzzle_errors_cli::codegen::c::literal;
use kuzzle_errors_vectors::{Json, Repeated};
use serde_json::Value;

/// The members of one `vector` that are given.
#[derive(Default)]
pub(super) struct Fields {
    initializers: Vec<String>,
}

impl Fields {
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// What must be answered.
    pub(super) fn out(self, json: &str) -> Self {
        self.bytes("out", json.as_bytes())
    }

    /// A number, if it is given.
    pub(super) fn integer(self, name: &str, value: Option<i64>) -> Self {
        match value {
            Some(value) => self.and(format!(".has_{name} = true, .{name} = {value}u")),
            None => self,
        }
    }

    /// A text that ends with NUL, if it is given.
    pub(super) fn text(self, name: &str, text: Option<String>) -> Self {
        match text {
            Some(text) => self.and(format!(".{name} = {}", literal(text.as_bytes()))),
            None => self,
        }
    }

    pub(super) fn bytes(self, name: &str, bytes: &[u8]) -> Self {
        self.repeated(name, &Repeated { piece: bytes.to_owned(), count: 1 })
    }

    pub(super) fn repeated(self, name: &str, Repeated { piece, count }: &Repeated) -> Self {
        self.and(format!(".{name} = {{{}, {}, {count}}}", literal(piece), piece.len()))
    }

    /// An array of props, if it is given.
    pub(super) fn props(self, name: &str, list: Option<Json>) -> anyhow::Result<Self> {
        let Some(list) = list else { return Ok(self) };
        let props: Vec<String> = list.elements().iter().map(prop).collect::<Result<_, _>>()?;
        let list = self.and(format!(".{name} = {}", array("kuzzle_prop", &props)));
        Ok(list.and(format!(".has_{name} = true, .{name}_count = {}", props.len())))
    }

    /// Args by name, if they are given.
    pub(super) fn named_props(self, object: Option<Json>) -> anyhow::Result<Self> {
        let Some(object) = object else { return Ok(self) };
        let object = object.members();
        let names: Vec<String> = object.keys().map(|name| literal(name.as_bytes())).collect();
        let values: Vec<String> = object.values().map(prop).collect::<Result<_, _>>()?;
        Ok(self.and(format!(".names = {}", array("char *const", &names))).and(format!(
            ".args = {}, .args_count = {}",
            array("kuzzle_prop", &values),
            values.len()
        )))
    }

    /// All of them, behind the name of the case.
    pub(super) fn named(&self, name: &str) -> String {
        format!(".name = {}, {}", literal(name.as_bytes()), self.initializers.join(", "))
    }

    fn and(mut self, initializer: String) -> Self {
        self.initializers.push(initializer);
        self
    }
}

/// An array as a compound literal, which cannot be empty.
fn array(of: &str, elements: &[String]) -> String {
    if elements.is_empty() { "NULL".to_owned() } else { format!("(const {of}[]){{{}}}", elements.join(", ")) }
}

/// The initializer of a `kuzzle_prop`.
fn prop(json: &Json) -> anyhow::Result<String> {
    Ok(match &json.value() {
        Value::Null => "{KUZZLE_PROP_NULL, 0, 0, NULL, 0, NULL}".to_owned(),
        Value::Bool(value) => format!("{{KUZZLE_PROP_BOOL, {}, 0, NULL, 0, NULL}}", u8::from(*value)),
        Value::String(text) => with_text("STRING", text),
        Value::Number(number) => match number.as_i64() {
            Some(value) => integer(value),
            None => with_text("NUMBER", &number.to_string()),
        },
        Value::Object(_) => wrapped(json)?,
        Value::Array(_) => bail!("an array stands in {{\"json\"}}"),
    })
}

/// A prop in one of the forms for what JSON has no notation for.
fn wrapped(json: &Json) -> anyhow::Result<String> {
    let Some((form, content)) = json.members().pop_first() else { bail!("an empty object is no prop") };
    Ok(match form.as_str() {
        "undefined" => "{KUZZLE_PROP_UNDEFINED, 0, 0, NULL, 0, NULL}".to_owned(),
        "number" => with_text("NUMBER", &content.to_text()),
        "big_integer" => with_text("BIG_INTEGER", &content.to_text()),
        "json" => with_text("JSON", &content.compact()),
        other => bail!("{other} is no form of a prop"),
    })
}

/// The lowest integer has no literal in C.
fn integer(value: i64) -> String {
    let literal = if value == i64::MIN { "INT64_MIN".to_owned() } else { format!("INT64_C({value})") };
    format!("{{KUZZLE_PROP_INTEGER, {literal}, 0, NULL, 0, NULL}}")
}

fn with_text(kind: &str, text: &str) -> String {
    format!("{{KUZZLE_PROP_{kind}, 0, 0, {}, {}, NULL}}", literal(text.as_bytes()), text.len())
}
