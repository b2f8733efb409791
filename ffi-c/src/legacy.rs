//! `kuzzle_legacy`: what the codes meant before Kuzzle 1.10.5.

use core::ffi::c_char;
use core::ptr;

use kuzzle_errors::{Legacy, for_c, legacy};

use crate::class::{self, kuzzle_class};
use crate::fault::{Fault, attempt, kuzzle_fault};
use crate::packed::packed;
use crate::release::kuzzle_release;
use crate::text;

/// What a code meant in releases from 1.9.0 to 1.10.4. Newer versions of the library may add members at the end: never
/// copy it.
#[repr(C)]
pub struct kuzzle_legacy {
    /// The id of that time.
    pub id: *const c_char,
    /// The name of the error type of that time.
    pub class_name: *const c_char,
    /// The code.
    pub code: u32,
    /// The error type of that time.
    pub error_class: kuzzle_class,
    /// The first release with this meaning.
    pub first: kuzzle_release,
    /// The last release with this meaning.
    pub last: kuzzle_release,
}

// SAFETY: a meaning is never written to, and neither is what its pointers lead to.
unsafe impl Sync for kuzzle_legacy {}

/// The meaning with this index, from 0, that a code had before Kuzzle 1.10.5, the newest first; NULL beyond the last.
///
/// `release` (`1`, `1.9`, `v1.9.2`) leaves the meanings of that release only; NULL leaves all. Also NULL if it failed:
/// `KUZZLE_FAULT_RELEASE` where the text is no release.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_errors_legacy(
    code: u32,
    release: *const c_char,
    index: usize,
    fault: *mut kuzzle_fault,
) -> *const kuzzle_legacy {
    // SAFETY: the caller gives a text that ends with NUL, or null, and room for a fault, or null.
    let meaning = unsafe {
        attempt(fault, || {
            // What is not UTF-8 is no release, as any other text that is none.
            let release = (!release.is_null()).then(|| text::utf8(release).unwrap_or_default());
            Ok::<_, Fault>(legacy(code, release)?.nth(index))
        })
    };
    meaning.flatten().map_or(ptr::null(), pointer_to)
}

/// The id that a code had in a release before Kuzzle 1.10.5; the newest of its ids where `release` is NULL. NULL where
/// it had none; otherwise as `kuzzle_errors_legacy`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn kuzzle_errors_legacy_id(
    code: u32,
    release: *const c_char,
    fault: *mut kuzzle_fault,
) -> *const c_char {
    // SAFETY: the caller gives what the other function wants, which answers a static meaning or null.
    let meaning = unsafe { kuzzle_errors_legacy(code, release, 0, fault).as_ref() };
    meaning.map_or(ptr::null(), |meaning| meaning.id)
}

/// The row of a meaning in the static table, which stands in the order of the core's.
fn pointer_to(meaning: Legacy) -> *const kuzzle_legacy {
    let code = meaning.code().get();
    let start = LEGACY.partition_point(|row| row.code < code);
    let holders = (start..for_c::LEGACY_COUNT).take_while(|&position| for_c::legacy_code(position) == code);
    let position = holders.into_iter().find(|&position| for_c::legacy(position) == meaning);
    position.map_or(ptr::null(), |position| &raw const LEGACY[position])
}

packed!(IDS: [for_c::LEGACY_COUNT] = position => for_c::legacy(position).id());

static LEGACY: [kuzzle_legacy; for_c::LEGACY_COUNT] = {
    let mut meanings = [const { meaning_at(0) }; for_c::LEGACY_COUNT];
    let mut position = 1;
    while position < for_c::LEGACY_COUNT {
        meanings[position] = meaning_at(position);
        position += 1;
    }
    meanings
};

const fn meaning_at(position: usize) -> kuzzle_legacy {
    let meaning = for_c::legacy(position);
    kuzzle_legacy {
        id: IDS.at(position),
        class_name: class::name(meaning.class()),
        code: for_c::legacy_code(position),
        error_class: kuzzle_class::new(meaning.class()),
        first: kuzzle_release::new(meaning.first()),
        last: kuzzle_release::new(meaning.last()),
    }
}

#[cfg(test)]
mod tests {
    use core::ffi::CStr;

    use super::*;

    #[test]
    fn every_meaning_is_found_behind_the_newer_ones() {
        for position in 0..for_c::LEGACY_COUNT {
            let meaning = for_c::legacy(position);
            let code = meaning.code().get();
            let newer = (0..position).filter(|&other| for_c::legacy_code(other) == code).count();
            // SAFETY: null is allowed, and the answer is static or null.
            let row = unsafe { kuzzle_errors_legacy(code, ptr::null(), newer, ptr::null_mut()).as_ref() };
            let row = row.expect("every meaning is in the table");
            // SAFETY: the texts are constants that end with NUL.
            let (id, class_name) = unsafe { (CStr::from_ptr(row.id), CStr::from_ptr(row.class_name)) };
            assert_eq!((id.to_str(), class_name.to_str()), (Ok(meaning.id()), Ok(meaning.class().name())));
            assert_eq!((row.code, row.error_class), (code, kuzzle_class::new(meaning.class())));
            assert_eq!(row.first, kuzzle_release::new(meaning.first()));
            assert_eq!(row.last, kuzzle_release::new(meaning.last()));
        }
    }
}
