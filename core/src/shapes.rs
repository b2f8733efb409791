//! The JSON shapes of definitions and resolutions, the same in every language.

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use crate::definition::{Definition, Params};
use crate::release::{Release, ReleaseRange};
use crate::resolve::{CodeConflict, Conflict, Resolution, ResolvedBy, StatusConflict};
use crate::{Audience, Class, Code, Legacy, Retry};

/// The whole definition; what it does not have is `null`.
///
/// ```
/// let definition = kuzzle_errors::by_id("services.storage.unknown_index").unwrap();
/// let json = serde_json::to_string(&definition).unwrap();
/// assert!(json.starts_with(r#"{"id":"services.storage.unknown_index","code":16842753,"hex":"0x01010001","#));
/// ```
impl Serialize for Definition<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Definition", 18)?;
        object.serialize_field("id", self.id())?;
        object.serialize_field("code", &self.code())?;
        object.serialize_field("hex", &Text(self.code()))?;
        object.serialize_field("class", &self.class())?;
        object.serialize_field("status", &self.status())?;
        object.serialize_field("description", self.description())?;
        object.serialize_field("message", self.message())?;
        object.serialize_field("params", &self.params())?;
        object.serialize_field("domain", self.domain())?;
        object.serialize_field("subdomain", self.subdomain())?;
        object.serialize_field("name", self.name())?;
        object.serialize_field("releases", &Lines::of(*self))?;
        object.serialize_field("deprecated", &self.deprecated())?;
        object.serialize_field("cause", &self.cause())?;
        object.serialize_field("fix", &self.fix())?;
        object.serialize_field("retry", &self.retry())?;
        object.serialize_field("audience", &self.audience())?;
        object.serialize_field("url", &self.url())?;
        object.end()
    }
}

/// `{"1": ["1.10.5", "1.12.0"], "2": ["2.0.0", null]}`, a member for each line.
struct Lines<'r>(Definition<'r>);

impl<'r> Lines<'r> {
    /// `None` for definitions that belong to no release.
    fn of(definition: Definition<'r>) -> Option<Self> {
        definition.releases().next().map(|_| Self(definition))
    }
}

impl Serialize for Lines<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(None)?;
        for line in self.0.releases() {
            object.serialize_entry(&line.major(), &line)?;
        }
        object.end()
    }
}

/// `["2.0.0", null]`: the first and the last release, `null` while it is still there.
impl Serialize for ReleaseRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (Some(self.first()), self.last()).serialize(serializer)
    }
}

/// The text form.
impl Serialize for Release {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The array of the names.
impl Serialize for Params<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// The unsigned number.
impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.get())
    }
}

/// `{"id","code","hex","class","first","last"}`.
impl Serialize for Legacy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Legacy", 6)?;
        object.serialize_field("id", self.id())?;
        object.serialize_field("code", &self.code())?;
        object.serialize_field("hex", &Text(self.code()))?;
        object.serialize_field("class", &self.class())?;
        object.serialize_field("first", &self.first())?;
        object.serialize_field("last", &self.last())?;
        object.end()
    }
}

/// `{"definition","by","conflict"}`.
impl Serialize for Resolution<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Resolution", 3)?;
        object.serialize_field("definition", &self.definition)?;
        object.serialize_field("by", &self.by)?;
        object.serialize_field("conflict", &self.conflict)?;
        object.end()
    }
}

/// `{"code","status"}`, `null` where that one is no contradiction.
impl Serialize for Conflict<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Conflict", 2)?;
        object.serialize_field("code", &self.code)?;
        object.serialize_field("status", &self.status)?;
        object.end()
    }
}

/// `{"received","expected","belongs_to"}`, the last as an id.
impl Serialize for CodeConflict<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("CodeConflict", 3)?;
        object.serialize_field("received", &self.received)?;
        object.serialize_field("expected", &self.expected)?;
        object.serialize_field("belongs_to", &self.belongs_to.map(Definition::id))?;
        object.end()
    }
}

/// `{"received","expected"}`.
impl Serialize for StatusConflict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("StatusConflict", 2)?;
        object.serialize_field("received", &self.received)?;
        object.serialize_field("expected", &self.expected)?;
        object.end()
    }
}

/// Writes a value as its text.
pub(crate) struct Text<T>(pub(crate) T);

impl<T: core::fmt::Display> Serialize for Text<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Writes values by their names.
macro_rules! serialize_name {
    ($($named:ty),+) => {
        $(
            /// The name.
            impl Serialize for $named {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.name())
                }
            }
        )+
    };
}

serialize_name!(Class, Retry, Audience, ResolvedBy);
