//! Definitions and conflicts that an error keeps, so that it outlives the registry they came from.

use crate::Code;
use crate::definition::{Definition, Source};
#[cfg(feature = "json")]
use crate::loaded::LoadedDefinition;
use crate::resolve::{CodeConflict, Conflict, StatusConflict};

/// A definition without the lifetime of its registry.
#[derive(Clone, Debug)]
pub(super) enum HeldDefinition {
    BuiltIn(u16),
    #[cfg(feature = "json")]
    Loaded(alloc::sync::Arc<LoadedDefinition>),
}

impl HeldDefinition {
    pub(super) fn get(&self) -> Definition<'_> {
        match self {
            Self::BuiltIn(position) => Definition::from_position(*position),
            #[cfg(feature = "json")]
            Self::Loaded(loaded) => Definition::from_loaded(loaded),
        }
    }
}

impl From<Definition<'_>> for HeldDefinition {
    fn from(definition: Definition<'_>) -> Self {
        match definition.source() {
            Source::BuiltIn(position, _) => Self::BuiltIn(position),
            #[cfg(feature = "json")]
            Source::Loaded(loaded) => Self::Loaded(loaded.clone()),
        }
    }
}

/// A conflict without the lifetime of its registry.
#[derive(Clone, Debug)]
pub(super) struct HeldConflict {
    code: Option<HeldCodeConflict>,
    status: Option<StatusConflict>,
}

#[derive(Clone, Debug)]
struct HeldCodeConflict {
    received: Code,
    expected: Option<Code>,
    belongs_to: Option<HeldDefinition>,
}

impl HeldConflict {
    pub(super) fn get(&self) -> Conflict<'_> {
        let code = self.code.as_ref().map(|code| CodeConflict {
            received: code.received,
            expected: code.expected,
            belongs_to: code.belongs_to.as_ref().map(HeldDefinition::get),
        });
        Conflict { code, status: self.status }
    }
}

impl From<Conflict<'_>> for HeldConflict {
    fn from(conflict: Conflict<'_>) -> Self {
        let code = conflict.code.map(|code| HeldCodeConflict {
            received: code.received,
            expected: code.expected,
            belongs_to: code.belongs_to.map(Into::into),
        });
        Self { code, status: conflict.status }
    }
}
