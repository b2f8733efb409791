//! Writing JSON objects, for the bindings too.

use alloc::string::String;

use crate::json::Value;
use crate::render::json_text::push_string;

/// An object under construction.
#[derive(Debug)]
pub struct Object {
    json: String,
}

impl Object {
    /// An empty object, with room for so many bytes.
    #[must_use]
    pub fn with_capacity(capacity: usize) -> Self {
        let mut json = String::with_capacity(capacity);
        json.push('{');
        Self { json }
    }

    /// Begins a member; its value is to be appended to what is returned.
    pub fn member(&mut self, name: &str) -> &mut String {
        self.begin();
        push_string(&mut self.json, name);
        self.json.push(':');
        &mut self.json
    }

    /// A member that is a text.
    pub fn text(&mut self, name: &str, text: &str) {
        push_string(self.member(name), text);
    }

    /// A member that is a text, or null.
    pub fn text_or_null(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.text(name, text),
            None => self.json(name, "null"),
        }
    }

    /// A member with a value that is JSON already.
    pub fn json(&mut self, name: &str, json: &str) {
        self.member(name).push_str(json);
    }

    /// A member as it came, its name too.
    pub(super) fn as_it_came(&mut self, key: Value<'_>, value: Value<'_>) {
        self.begin();
        self.json.push_str(key.text());
        self.json.push(':');
        self.json.push_str(value.text());
    }

    /// Whether it has no member yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.json.len() <= 1
    }

    /// The object as JSON.
    #[must_use]
    pub fn finish(mut self) -> String {
        self.json.push('}');
        self.json
    }

    fn begin(&mut self) {
        if !self.is_empty() {
            self.json.push(',');
        }
    }
}

/// Appends an array; the closure appends each of its elements.
pub fn push_array<T>(json: &mut String, items: impl IntoIterator<Item = T>, push: impl Fn(&mut String, T)) {
    json.push('[');
    for (position, item) in items.into_iter().enumerate() {
        if position > 0 {
            json.push(',');
        }
        push(json, item);
    }
    json.push(']');
}
