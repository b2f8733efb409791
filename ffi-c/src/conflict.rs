//! `kuzzle_conflict`: where what a server sent contradicts itself.

use core::ptr;

use kuzzle_errors::{Conflict, Definition};

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
    /// No contradiction.
    pub(crate) const NONE: Self = Self {
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
