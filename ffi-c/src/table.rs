//! The built-in definitions as static tables, made at compile time.

use core::ffi::c_char;
use core::ptr;

use kuzzle_errors::{Definition, for_c};

use crate::advice::{kuzzle_audience, kuzzle_retry};
use crate::class::{self, kuzzle_class};
use crate::definition::kuzzle_definition;
use crate::packed::packed;
use crate::release::kuzzle_release_range;

/// What C gets for a built-in definition; null for others.
pub(crate) fn pointer_to(definition: Definition<'_>) -> *const kuzzle_definition {
    for_c::position(definition).map_or(ptr::null(), at)
}

/// The definition at a position; null beyond the last.
pub(crate) fn at(position: usize) -> *const kuzzle_definition {
    DEFINITIONS.get(position).map_or(ptr::null(), ptr::from_ref)
}

/// Pointers to all definitions, by code; of several holders of a code the newest comes first.
pub(crate) fn pointers() -> &'static [*const kuzzle_definition; for_c::COUNT] {
    &POINTERS.0
}

/// The position of a definition of the built-in registry; `None` for those of others, and for null.
pub(crate) fn position(definition: *const kuzzle_definition) -> Option<usize> {
    let offset = definition.addr().checked_sub(DEFINITIONS.as_ptr().addr())?;
    let position = offset / size_of::<kuzzle_definition>();
    (position < for_c::COUNT).then_some(position)
}

/// The lines of releases that have the definition at a position.
pub(crate) fn releases(position: usize) -> impl Iterator<Item = &'static kuzzle_release_range> {
    RELEASES.get(position).into_iter().flatten().flatten()
}

/// Pointers to constants.
struct Pointers<T, const COUNT: usize>([*const T; COUNT]);

// SAFETY: neither the pointers nor what they lead to is ever written to.
unsafe impl<T: Sync, const COUNT: usize> Sync for Pointers<T, COUNT> {}

static DEFINITIONS: [kuzzle_definition; for_c::COUNT] = {
    let mut definitions = [const { definition_at(0) }; for_c::COUNT];
    let mut position = 1;
    while position < for_c::COUNT {
        definitions[position] = definition_at(position);
        position += 1;
    }
    definitions
};

static POINTERS: Pointers<kuzzle_definition, { for_c::COUNT }> = {
    let mut pointers = [ptr::null(); for_c::COUNT];
    let mut position = 0;
    while position < for_c::COUNT {
        pointers[position] = &raw const DEFINITIONS[position];
        position += 1;
    }
    Pointers(pointers)
};

const fn definition_at(position: usize) -> kuzzle_definition {
    let class = for_c::class(position);
    let deprecated = for_c::deprecated(position);
    kuzzle_definition {
        id: for_c::id(position).as_ptr(),
        domain: DOMAINS.at(position),
        subdomain: SUBDOMAINS.at(position),
        name: name(position),
        class_name: class::name(class),
        message: for_c::message(position).as_ptr(),
        description: for_c::description(position).as_ptr(),
        deprecated: if deprecated.is_empty() { ptr::null() } else { deprecated.as_ptr() },
        url: URLS.at(position),
        params: &raw const PARAMS.0[PARAM_STARTS[position]],
        param_count: for_c::param_count(position),
        code: for_c::code(position),
        error_class: kuzzle_class::new(class),
        retry: kuzzle_retry::new(Some(for_c::retry(position))),
        audience: kuzzle_audience::new(Some(for_c::audience(position))),
        status: class.status(),
    }
}

packed!(DOMAINS: [for_c::COUNT] = position => part(position, 0));
packed!(SUBDOMAINS: [for_c::COUNT] = position => part(position, 1));
packed!(URLS: [for_c::COUNT] = position => for_c::url(position));

/// One of the parts of an id, which are separated by dots.
const fn part(position: usize, number: usize) -> &'static str {
    let mut rest = for_c::id(position).to_bytes();
    let mut skipped = 0;
    loop {
        let (part, behind) = split_at_dot(rest);
        if skipped == number {
            return match core::str::from_utf8(part) {
                Ok(part) => part,
                Err(_) => panic!("ids are ASCII"),
            };
        }
        rest = behind;
        skipped += 1;
    }
}

/// The last part of an id ends where the id does, so C reads it there.
const fn name(position: usize) -> *const c_char {
    let id = for_c::id(position).to_bytes_with_nul();
    split_at_dot(split_at_dot(id).1).1.as_ptr().cast()
}

/// The bytes before the first dot, and those behind it.
const fn split_at_dot(bytes: &[u8]) -> (&[u8], &[u8]) {
    let mut end = 0;
    while end < bytes.len() && bytes[end] != b'.' {
        end += 1;
    }
    let (before, from_dot) = bytes.split_at(end);
    let behind = match from_dot.split_first() {
        Some((_, behind)) => behind,
        None => from_dot,
    };
    (before, behind)
}

/// The params of every definition in one piece, each list followed by NULL.
static PARAMS: Pointers<c_char, { PARAM_STARTS[for_c::COUNT] }> = {
    let mut params = [ptr::null(); PARAM_STARTS[for_c::COUNT]];
    let mut position = 0;
    while position < for_c::COUNT {
        let mut param = 0;
        while param < for_c::param_count(position) {
            params[PARAM_STARTS[position] + param] = for_c::param(position, param).as_ptr();
            param += 1;
        }
        position += 1;
    }
    Pointers(params)
};

/// Where the list of params of each definition begins, and where the last one ends.
const PARAM_STARTS: [usize; for_c::COUNT + 1] = {
    let mut starts = [0; for_c::COUNT + 1];
    let mut position = 0;
    while position < for_c::COUNT {
        starts[position + 1] = starts[position] + for_c::param_count(position) + 1;
        position += 1;
    }
    starts
};

/// The lines of releases, in a table of their own so that programs which never ask don't link it.
static RELEASES: [[Option<kuzzle_release_range>; 2]; for_c::COUNT] = {
    let mut releases = [[None; 2]; for_c::COUNT];
    let mut position = 0;
    while position < for_c::COUNT {
        let lines = for_c::lines(position);
        let mut line = 0;
        while line < lines.len() {
            if let Some(range) = lines[line] {
                releases[position][line] = Some(kuzzle_release_range::new(range));
            }
            line += 1;
        }
        position += 1;
    }
    releases
};

#[cfg(test)]
mod tests {
    use core::ffi::CStr;
    use core::slice;

    use super::*;
    use crate::definition::{kuzzle_definition_cause, kuzzle_definition_fix, kuzzle_definition_releases};
    use crate::release::kuzzle_release;

    fn text(pointer: *const c_char) -> Option<&'static str> {
        if pointer.is_null() {
            return None;
        }
        // SAFETY: every text of the tables is a constant that ends with NUL.
        let text = unsafe { CStr::from_ptr(pointer) };
        Some(text.to_str().expect("the tables are UTF-8"))
    }

    fn rows() -> impl Iterator<Item = (Definition<'static>, &'static kuzzle_definition)> {
        kuzzle_errors::iter().map(|definition| {
            // SAFETY: a pointer to a static definition, or null.
            let row = unsafe { pointer_to(definition).as_ref() };
            (definition, row.expect("every built-in definition is in the table"))
        })
    }

    #[test]
    fn the_table_says_what_the_core_says() {
        for (definition, row) in rows() {
            assert_eq!(row.code, definition.code().get());
            assert_eq!(row.status, definition.status());
            assert_eq!(row.error_class, kuzzle_class::new(definition.class()));
            assert_eq!(row.retry, kuzzle_retry::new(definition.retry()));
            assert_eq!(row.audience, kuzzle_audience::new(definition.audience()));
            assert_eq!(text(row.id), Some(definition.id()));
            assert_eq!(text(row.domain), Some(definition.domain()));
            assert_eq!(text(row.subdomain), Some(definition.subdomain()));
            assert_eq!(text(row.name), Some(definition.name()));
            assert_eq!(text(row.class_name), Some(definition.class().name()));
            assert_eq!(text(row.message), Some(definition.message()));
            assert_eq!(text(row.description), Some(definition.description()));
            assert_eq!(text(row.deprecated), definition.deprecated());
            assert_eq!(text(row.url), definition.url());

            // SAFETY: `params` leads to as many pointers, and a null behind them.
            let params = unsafe { slice::from_raw_parts(row.params, row.param_count + 1) };
            let (end, params) = params.split_last().expect("there is the null at least");
            assert!(end.is_null());
            assert!(params.iter().map(|param| text(*param)).eq(definition.params().iter().map(Some)));
        }
    }

    #[test]
    fn what_stands_in_other_tables_is_what_the_core_says() {
        for (definition, row) in rows() {
            // SAFETY: a static definition.
            let (cause, fix) = unsafe { (kuzzle_definition_cause(row), kuzzle_definition_fix(row)) };
            assert_eq!(text(cause), definition.cause());
            assert_eq!(text(fix), definition.fix());
            for major in 1..=3 {
                // SAFETY: a static definition, and the static table of its releases.
                let found = unsafe { kuzzle_definition_releases(row, major).as_ref() };
                let expected = definition.releases().find(|range| range.major() == major);
                assert_eq!(found.copied(), expected.map(kuzzle_release_range::new));
            }
        }
    }

    #[test]
    fn what_the_newest_release_has_has_no_last_release() {
        let definition = kuzzle_errors::by_id("services.storage.unknown_index").unwrap();
        // SAFETY: a static definition, and the static table of its releases.
        let found = unsafe { kuzzle_definition_releases(pointer_to(definition), 2).as_ref() };
        let first = kuzzle_release { major: 2, minor: 0, patch: 0 };
        assert_eq!(found, Some(&kuzzle_release_range { first, last: kuzzle_release::NONE }));
    }

    #[test]
    fn pointers_lead_to_positions() {
        for (position, pointer) in pointers().iter().enumerate() {
            assert_eq!(super::position(*pointer), Some(position));
        }
        assert_eq!(position(ptr::null()), None);
        assert_eq!(position(DEFINITIONS.as_ptr_range().end), None);
    }
}
