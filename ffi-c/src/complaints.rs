//! `kuzzle_complaints`: what was found in the files of a registry.

use core::ffi::c_char;
use core::ptr;

use kuzzle_errors::{Complaint, Severity};

use crate::text::Texts;

/// What a complaint means.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum kuzzle_severity {
    /// Nothing was loaded.
    KUZZLE_SEVERITY_ERROR = 0,
    /// The registry was loaded; better look.
    KUZZLE_SEVERITY_WARNING = 1,
}

/// One finding about the files of a registry. Newer versions of the library may add members at the end: never copy it.
#[repr(C)]
pub struct kuzzle_complaint {
    /// The file: its path as it was reached, or the name it was given; NULL for text without a name.
    pub file: *const c_char,
    /// The place in the file as a JSONPath, such as `$.errors.too_late.code`.
    pub path: *const c_char,
    /// The offending value as JSON; NULL where a member is missing or the file as a whole is meant.
    pub value: *const c_char,
    /// The rule that is broken, such as `code-range`.
    pub rule: *const c_char,
    /// What was expected and what was found, in English, without the place.
    pub message: *const c_char,
    /// The line of the value, from 1; 0 where the file as a whole is meant.
    pub line: usize,
    /// The column, counted in characters, from 1; 0 where the file as a whole is meant.
    pub column: usize,
    /// Whether the registry was loaded all the same.
    pub severity: kuzzle_severity,
}

/// A list of complaints, file by file in the order of their places.
pub struct kuzzle_complaints {
    complaints: Vec<kuzzle_complaint>,
    _texts: Texts,
}

// SAFETY: the pointers lead to the texts beside them, and nothing is written to once the list is made.
unsafe impl Send for kuzzle_complaints {}

// SAFETY: as above.
unsafe impl Sync for kuzzle_complaints {}

impl kuzzle_complaints {
    /// Gives a list to the caller who asked for one: null where there are no complaints.
    ///
    /// # Safety
    ///
    /// `place` leads to room for a pointer, or is null.
    pub(crate) unsafe fn give(place: *mut *mut Self, complaints: &[Complaint]) {
        if place.is_null() {
            return;
        }
        let list = if complaints.is_empty() { ptr::null_mut() } else { Box::into_raw(Box::new(Self::new(complaints))) };
        // SAFETY: not null, so there is room for a pointer.
        unsafe { place.write(list) };
    }

    fn new(complaints: &[Complaint]) -> Self {
        let mut texts = Texts::default();
        let complaints = complaints.iter().map(|complaint| row(complaint, &mut texts)).collect();
        Self { complaints, _texts: texts }
    }
}

fn row(complaint: &Complaint, texts: &mut Texts) -> kuzzle_complaint {
    kuzzle_complaint {
        file: texts.keep_or_null(complaint.file()),
        path: texts.keep(complaint.path()),
        value: texts.keep_or_null(complaint.value()),
        rule: texts.keep(complaint.rule().name()),
        message: texts.keep(complaint.message()),
        line: complaint.line().unwrap_or_default(),
        column: complaint.column().unwrap_or_default(),
        severity: match complaint.severity() {
            Severity::Error => kuzzle_severity::KUZZLE_SEVERITY_ERROR,
            Severity::Warning => kuzzle_severity::KUZZLE_SEVERITY_WARNING,
        },
    }
}

/// How many complaints there are; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_complaints_count(complaints: *const kuzzle_complaints) -> usize {
    // SAFETY: the caller gives a list of this library, or null.
    unsafe { complaints.as_ref() }.map_or(0, |list| list.complaints.len())
}

/// The complaint with this index, from 0; NULL beyond the last, and for NULL. It lives as long as the list.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_complaints_at(
    complaints: *const kuzzle_complaints,
    index: usize,
) -> *const kuzzle_complaint {
    // SAFETY: the caller gives a list of this library, or null.
    let list = unsafe { complaints.as_ref() };
    list.and_then(|list| list.complaints.get(index)).map_or(ptr::null(), ptr::from_ref)
}

/// Frees a list.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_complaints_free(complaints: *mut kuzzle_complaints) {
    if !complaints.is_null() {
        // SAFETY: the caller gives back a list of this library, once.
        drop(unsafe { Box::from_raw(complaints) });
    }
}
