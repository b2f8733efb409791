//! `kuzzle_conflict` and `kuzzle_resolution`.

use core::ptr;

use kuzzle_errors::{Conflict, Definition, Resolution, ResolvedBy};

use crate::definition::kuzzle_definition;

/// Where the id, the code and the status that a server sent contradict each other. Its layout stays until the major
/// version of the library rises.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct kuzzle_conflict {
    /// Whether the code is not the one of the error that the id names, or no error can be named by it.
    pub has_code: bool,
    /// Whether `expected_code` is known: the id names an error.
    pub has_expected_code: bool,
    /// Whether the status is not the one of the error that the id or the code names.
    pub has_status: bool,
    /// With `has_status`: the status that came.
    pub received_status: u16,
    /// With `has_status`: the status of the error.
    pub expected_status: u16,
    /// With `has_code`: the code that came.
    pub received_code: u32,
    /// With `has_expected_code`: the code of the error that the id names.
    pub expected_code: u32,
    /// With `has_code`: the definition that has the received code; NULL where none has.
    pub belongs_to: *const kuzzle_definition,
}

impl kuzzle_conflict {
    const NONE: Self = Self {
        has_code: false,
        has_expected_code: false,
        has_status: false,
        received_status: 0,
        expected_status: 0,
        received_code: 0,
        expected_code: 0,
        belongs_to: ptr::null(),
    };

    /// A conflict as C knows it.
    pub(crate) fn new(conflict: Conflict<'_>, pointer: impl Fn(Definition<'_>) -> *const kuzzle_definition) -> Self {
        let mut row = Self::NONE;
        if let Some(code) = conflict.code {
            row.has_code = true;
            row.received_code = code.received.get();
            row.has_expected_code = code.expected.is_some();
            row.expected_code = code.expected.map_or(0, Into::into);
            row.belongs_to = code.belongs_to.map_or(ptr::null(), pointer);
        }
        if let Some(status) = conflict.status {
            row.has_status = true;
            row.received_status = status.received;
            row.expected_status = status.expected;
        }
        row
    }
}

/// What decided which error it is.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum kuzzle_resolved_by {
    /// Nothing: there is no definition.
    KUZZLE_RESOLVED_BY_NOTHING = 0,
    /// The id.
    KUZZLE_RESOLVED_BY_ID = 1,
    /// The code, for want of an id.
    KUZZLE_RESOLVED_BY_CODE = 2,
}

/// The answer to "which error is this?". Its layout stays until the major version of the library rises.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct kuzzle_resolution {
    /// The definition; NULL where the registry has none for it.
    pub definition: *const kuzzle_definition,
    /// What decided.
    pub by: kuzzle_resolved_by,
    /// Whether id, code and status contradict each other, as `conflict` says.
    pub has_conflict: bool,
    /// The contradiction, if there is one.
    pub conflict: kuzzle_conflict,
}

impl kuzzle_resolution {
    /// No definition and no conflict.
    pub(crate) const NOTHING: Self = Self {
        definition: ptr::null(),
        by: kuzzle_resolved_by::KUZZLE_RESOLVED_BY_NOTHING,
        has_conflict: false,
        conflict: kuzzle_conflict::NONE,
    };

    /// A resolution as C knows it.
    pub(crate) fn new(
        resolution: Resolution<'_>,
        pointer: impl Fn(Definition<'_>) -> *const kuzzle_definition,
    ) -> Self {
        Self {
            definition: resolution.definition.map_or(ptr::null(), &pointer),
            by: match resolution.by {
                None => kuzzle_resolved_by::KUZZLE_RESOLVED_BY_NOTHING,
                Some(ResolvedBy::Id) => kuzzle_resolved_by::KUZZLE_RESOLVED_BY_ID,
                Some(ResolvedBy::Code) => kuzzle_resolved_by::KUZZLE_RESOLVED_BY_CODE,
            },
            has_conflict: resolution.conflict.is_some(),
            conflict: resolution
                .conflict
                .map_or(kuzzle_conflict::NONE, |conflict| kuzzle_conflict::new(conflict, &pointer)),
        }
    }
}
