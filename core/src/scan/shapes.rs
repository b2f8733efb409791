//! The JSON shape of a hit.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Hit, Subject, Timestamp};

/// `{"id","code","by","conflict","in_documents","time","line","start","end"}`.
///
/// The id is that of the definition or the unknown one; the code is that of the definition, the unknown one, or the
/// one of which nobody can tell; what there is not is `null`. The last two are the place of the id or the code, in
/// bytes.
///
/// ```
/// use kuzzle_errors::Registry;
/// use kuzzle_errors::scan::Scanner;
///
/// let mut hits = Vec::new();
/// Scanner::new(Registry::kuzzle()).scan(b"see services.storage.unknown_index", |hit| hits.push(hit));
/// let expected = concat!(
///     r#"[{"id":"services.storage.unknown_index","code":16842753,"by":"id","conflict":null,"#,
///     r#""in_documents":false,"time":null,"line":1,"start":4,"end":34}]"#,
/// );
/// assert_eq!(serde_json::to_string(&hits).unwrap(), expected);
/// ```
impl Serialize for Hit<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (id, code) = match self.subject {
            Subject::Definition(definition) => (Some(definition.id()), Some(definition.code())),
            Subject::UnknownId(id) => (Some(id), None),
            Subject::UnknownCode(code) | Subject::Contradiction(code) => (None, Some(code)),
        };
        let mut object = serializer.serialize_struct("Hit", 9)?;
        object.serialize_field("id", &id)?;
        object.serialize_field("code", &code)?;
        object.serialize_field("by", &self.by)?;
        object.serialize_field("conflict", &self.conflict)?;
        object.serialize_field("in_documents", &self.in_documents)?;
        object.serialize_field("time", &self.time)?;
        object.serialize_field("line", &self.line)?;
        object.serialize_field("start", &self.place.start)?;
        object.serialize_field("end", &self.place.end)?;
        object.end()
    }
}

/// The text of RFC 3339.
impl Serialize for Timestamp {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
