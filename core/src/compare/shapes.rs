//! The JSON of comparisons; [`Comparison`] describes it.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::{Change, Comparison, Difference, Entry, Reuse, Side};
use crate::Definition;
use crate::shapes::Text;

/// `{"from","to","added","removed","changed","reused"}`.
impl Serialize for Comparison<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Comparison", 6)?;
        object.serialize_field("from", &self.from)?;
        object.serialize_field("to", &self.to)?;
        object.serialize_field("added", &self.added)?;
        object.serialize_field("removed", &self.removed)?;
        object.serialize_field("changed", &self.changed)?;
        object.serialize_field("reused", &self.reused)?;
        object.end()
    }
}

/// `{"release","definitions"}`.
impl Serialize for Side {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Side", 2)?;
        object.serialize_field("release", &self.release)?;
        object.serialize_field("definitions", &self.definitions)?;
        object.end()
    }
}

/// `{"id","code","hex","class","status","description"}`; the last is `null` before 1.10.5.
impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Entry", 6)?;
        object.serialize_field("id", self.id())?;
        object.serialize_field("code", &self.code())?;
        object.serialize_field("hex", &Text(self.code()))?;
        object.serialize_field("class", &self.class())?;
        object.serialize_field("status", &self.status())?;
        object.serialize_field("description", &self.definition().map(Definition::description))?;
        object.end()
    }
}

/// The id, and every value that may differ: `null` where it doesn't.
impl Serialize for Difference<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Difference", 12)?;
        object.serialize_field("id", self.id())?;
        object.serialize_field("code", &self.code)?;
        object.serialize_field("class", &self.class)?;
        object.serialize_field("status", &self.status)?;
        object.serialize_field("params", &self.params)?;
        object.serialize_field("deprecated", &self.deprecated)?;
        object.serialize_field("message", &self.message)?;
        object.serialize_field("description", &self.description)?;
        object.serialize_field("cause", &self.cause)?;
        object.serialize_field("fix", &self.fix)?;
        object.serialize_field("retry", &self.retry)?;
        object.serialize_field("audience", &self.audience)?;
        object.end()
    }
}

/// `{"from","to"}`.
impl<T: Serialize> Serialize for Change<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Change", 2)?;
        object.serialize_field("from", &self.from)?;
        object.serialize_field("to", &self.to)?;
        object.end()
    }
}

/// `{"code","hex","from","to"}`, the last two as ids.
impl Serialize for Reuse<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Reuse", 4)?;
        object.serialize_field("code", &self.code)?;
        object.serialize_field("hex", &Text(self.code))?;
        object.serialize_field("from", self.from)?;
        object.serialize_field("to", self.to)?;
        object.end()
    }
}
