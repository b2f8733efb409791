//! `kuzzle_fault`: how a function failed. And the boundary that no panic crosses.

use core::ffi::c_char;
use core::fmt::{self, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

use kuzzle_errors::{Complaint, InvalidRegistry, InvalidRelease, Malformed, Severity};

/// How a function failed.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum kuzzle_fault_kind {
    /// It did not fail.
    KUZZLE_FAULT_NONE = 0,
    /// An argument is what it may not be.
    KUZZLE_FAULT_ARGUMENT = 1,
    /// A body is no JSON.
    KUZZLE_FAULT_JSON = 2,
    /// A text is no release of Kuzzle.
    KUZZLE_FAULT_RELEASE = 3,
    /// Files are no registry, or two registries don't fit together.
    KUZZLE_FAULT_REGISTRY = 4,
    /// The library is at fault. Whatever the function was given stays valid.
    KUZZLE_FAULT_INTERNAL = 5,
}

/// Room for the text of a `kuzzle_fault` and its NUL.
pub const KUZZLE_FAULT_TEXT_SIZE: usize = 256;

/// How a function failed, filled by every function that takes one, also when it does not fail. All may be NULL for
/// callers who don't ask. Its layout stays until the major version of the library rises.
#[repr(C)]
pub struct kuzzle_fault {
    /// `KUZZLE_FAULT_NONE` if it did not fail.
    pub kind: kuzzle_fault_kind,
    /// The line of what is wrong in the text that was read, from 1; 0 where there is none.
    pub line: usize,
    /// The column, counted in characters, from 1; 0 where there is none.
    pub column: usize,
    /// What is wrong, in English, cut where it is too long; empty if nothing is.
    pub text: [c_char; KUZZLE_FAULT_TEXT_SIZE],
}

/// What can be wrong.
pub(crate) enum Fault {
    Argument(&'static str),
    Malformed(Malformed),
    Release(InvalidRelease),
    Registry(InvalidRegistry),
}

/// Does the work of a function that can fail, and tells the caller how it failed: `None`, and `fault` filled.
///
/// # Safety
///
/// `fault` leads to room for a fault, or is null.
pub(crate) unsafe fn attempt<T>(fault: *mut kuzzle_fault, work: impl FnOnce() -> Result<T, Fault>) -> Option<T> {
    let result = catch_unwind(AssertUnwindSafe(work));
    let found = match &result {
        Ok(Ok(_)) => kuzzle_fault::new(kuzzle_fault_kind::KUZZLE_FAULT_NONE, None, ""),
        Ok(Err(found)) => kuzzle_fault::from(found),
        Err(_) => kuzzle_fault::new(kuzzle_fault_kind::KUZZLE_FAULT_INTERNAL, None, "the library panicked"),
    };
    if !fault.is_null() {
        // SAFETY: the caller gives room for a fault, which need not hold one yet.
        unsafe { fault.write(found) };
    }
    result.ok()?.ok()
}

/// Does the work of a function that cannot fail; the answer is `otherwise` where the library is at fault all the same.
pub(crate) fn guard<T>(otherwise: T, work: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(otherwise)
}

impl kuzzle_fault {
    fn new(kind: kuzzle_fault_kind, place: Option<(usize, usize)>, text: impl fmt::Display) -> Self {
        let mut cut = CutText { bytes: [0; KUZZLE_FAULT_TEXT_SIZE], length: 0 };
        // The only failure is that there is no room left.
        _ = write!(cut, "{text}");
        let (line, column) = place.unwrap_or_default();
        Self { kind, line, column, text: cut.bytes.map(|byte| c_char::from_ne_bytes([byte])) }
    }

    fn from(fault: &Fault) -> Self {
        match fault {
            Fault::Argument(text) => Self::new(kuzzle_fault_kind::KUZZLE_FAULT_ARGUMENT, None, text),
            Fault::Malformed(malformed) => {
                let place = Some((malformed.line(), malformed.column()));
                Self::new(kuzzle_fault_kind::KUZZLE_FAULT_JSON, place, malformed.message())
            }
            Fault::Release(release) => Self::new(kuzzle_fault_kind::KUZZLE_FAULT_RELEASE, None, release),
            Fault::Registry(invalid) => {
                let first = invalid.complaints().iter().find(|complaint| complaint.severity() == Severity::Error);
                let place = first.and_then(|first| first.line().zip(first.column()));
                let text = first.map(Complaint::to_string).unwrap_or_default();
                Self::new(kuzzle_fault_kind::KUZZLE_FAULT_REGISTRY, place, text)
            }
        }
    }
}

impl From<Malformed> for Fault {
    fn from(malformed: Malformed) -> Self {
        Self::Malformed(malformed)
    }
}

impl From<InvalidRelease> for Fault {
    fn from(release: InvalidRelease) -> Self {
        Self::Release(release)
    }
}

impl From<InvalidRegistry> for Fault {
    fn from(invalid: InvalidRegistry) -> Self {
        Self::Registry(invalid)
    }
}

/// As much of a text as there is room for, in whole characters; a NUL in it is left out, for it would end the text.
struct CutText {
    bytes: [u8; KUZZLE_FAULT_TEXT_SIZE],
    length: usize,
}

impl fmt::Write for CutText {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars().filter(|character| *character != '\0') {
            let end = self.length + character.len_utf8();
            // The last byte stays NUL.
            let room =
                self.bytes.get_mut(self.length..end).filter(|_| end < KUZZLE_FAULT_TEXT_SIZE).ok_or(fmt::Error)?;
            character.encode_utf8(room);
            self.length = end;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use core::ffi::CStr;
    use core::mem::MaybeUninit;
    use core::ptr;

    use super::*;

    fn fault_of(work: impl FnOnce() -> Result<(), Fault>) -> (bool, kuzzle_fault) {
        let mut fault = MaybeUninit::uninit();
        // SAFETY: there is room for a fault, and `attempt` fills it.
        unsafe {
            let worked = attempt(fault.as_mut_ptr(), work).is_some();
            (worked, fault.assume_init())
        }
    }

    fn text(fault: &kuzzle_fault) -> String {
        let bytes = fault.text.map(|byte| byte.to_ne_bytes()[0]);
        CStr::from_bytes_until_nul(&bytes).unwrap().to_str().unwrap().to_owned()
    }

    #[test]
    fn a_panic_is_a_fault() {
        let (worked, fault) = fault_of(|| panic!("on purpose"));
        assert!(!worked);
        assert_eq!(fault.kind, kuzzle_fault_kind::KUZZLE_FAULT_INTERNAL);
        assert_eq!(text(&fault), "the library panicked");
        assert_eq!(guard(7, || panic!("on purpose")), 7);
        assert_eq!(guard(7, || 8), 8);
    }

    #[test]
    fn success_is_no_fault() {
        let (worked, fault) = fault_of(|| Ok(()));
        assert!(worked);
        assert_eq!((fault.kind, fault.line, fault.column), (kuzzle_fault_kind::KUZZLE_FAULT_NONE, 0, 0));
        assert_eq!(text(&fault), "");
    }

    #[test]
    fn malformed_json_has_a_place() {
        let (worked, fault) = fault_of(|| Err(kuzzle_errors::parse("{\n é}", None).unwrap_err().into()));
        assert!(!worked);
        assert_eq!((fault.kind, fault.line, fault.column), (kuzzle_fault_kind::KUZZLE_FAULT_JSON, 2, 2));
    }

    #[test]
    fn nobody_has_to_ask() {
        // SAFETY: null is allowed.
        let worked = unsafe { attempt::<()>(ptr::null_mut(), || Err(Fault::Argument("no"))) };
        assert!(worked.is_none());
    }

    #[test]
    fn long_texts_are_cut_between_characters() {
        let long = "é".repeat(KUZZLE_FAULT_TEXT_SIZE);
        let fault = kuzzle_fault::new(kuzzle_fault_kind::KUZZLE_FAULT_ARGUMENT, None, format!("x\0{long}"));
        assert_eq!(text(&fault), format!("x{}", "é".repeat(127)));
    }
}
