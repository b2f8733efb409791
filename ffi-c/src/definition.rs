//! `kuzzle_definition`: one row of the built-in registry, and the static table of all.

use core::ffi::c_char;
use core::ptr;

use kuzzle_errors::{Definition, for_c};

use crate::class::{self, kuzzle_class};

/// One error that Kuzzle knows. Newer versions of the library may add members at the end, so use definitions where
/// they are: never copy one, and never put them into an array of your own.
#[repr(C)]
pub struct kuzzle_definition {
    /// `domain.subdomain.name`: decides which error it is.
    pub id: *const c_char,
    /// The name of the class, such as `NotFoundError`.
    pub class_name: *const c_char,
    /// The template of the message, with one `%s` for each param.
    pub message: *const c_char,
    /// The documented sentence.
    pub description: *const c_char,
    /// The names of the placeholders of the message, in order: `param_count` of them, then NULL.
    pub params: *const *const c_char,
    /// The number of `params`.
    pub param_count: usize,
    /// The 32-bit number: a byte of the domain, a byte of the subdomain, 16 bits of the error.
    pub code: u32,
    /// The error type.
    pub error_class: kuzzle_class,
    /// The HTTP status.
    pub status: u16,
}

// SAFETY: a definition is never written to, and neither is what its pointers lead to.
unsafe impl Sync for kuzzle_definition {}

/// Pointers to constant texts.
struct Texts<const COUNT: usize>([*const c_char; COUNT]);

// SAFETY: the texts are constants, and the pointers to them are never written to.
unsafe impl<const COUNT: usize> Sync for Texts<COUNT> {}

/// The params of every definition in one piece, each list followed by NULL.
static PARAMS: Texts<{ PARAM_STARTS[for_c::COUNT] }> = {
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
    Texts(params)
};

/// The definitions, in the order of the core's tables.
static DEFINITIONS: [kuzzle_definition; for_c::COUNT] = {
    let mut definitions = [const { kuzzle_definition::at(0) }; for_c::COUNT];
    let mut position = 1;
    while position < for_c::COUNT {
        definitions[position] = kuzzle_definition::at(position);
        position += 1;
    }
    definitions
};

impl kuzzle_definition {
    /// What C gets for a built-in definition, or for none.
    pub(crate) fn pointer_to(definition: Option<Definition<'static>>) -> *const Self {
        let position = definition.and_then(Definition::built_in);
        position.and_then(|position| DEFINITIONS.get(position)).map_or(ptr::null(), ptr::from_ref)
    }

    const fn at(position: usize) -> Self {
        let class = for_c::class(position);
        Self {
            id: for_c::id(position).as_ptr(),
            class_name: class::name(class),
            message: for_c::message(position).as_ptr(),
            description: for_c::description(position).as_ptr(),
            params: &raw const PARAMS.0[PARAM_STARTS[position]],
            param_count: for_c::param_count(position),
            code: for_c::code(position),
            error_class: kuzzle_class::new(class),
            status: class.status(),
        }
    }
}

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

#[cfg(test)]
mod tests {
    use core::ffi::CStr;
    use core::slice;

    use super::*;

    fn text(pointer: *const c_char) -> &'static str {
        // SAFETY: every text of the table is a constant that ends with NUL.
        let text = unsafe { CStr::from_ptr(pointer) };
        text.to_str().expect("the table is UTF-8")
    }

    #[test]
    fn the_table_says_what_the_core_says() {
        for definition in kuzzle_errors::iter() {
            let pointer = kuzzle_definition::pointer_to(Some(definition));
            // SAFETY: a pointer to a static definition, or null.
            let row = unsafe { pointer.as_ref() }.expect("every built-in definition is in the table");
            assert_eq!(row.code, definition.code().get());
            assert_eq!(row.status, definition.status());
            assert_eq!(row.error_class, kuzzle_class::new(definition.class()));
            assert_eq!(text(row.id), definition.id());
            assert_eq!(text(row.class_name), definition.class().name());
            assert_eq!(text(row.message), definition.message());
            assert_eq!(text(row.description), definition.description());

            // SAFETY: `params` leads to as many pointers, and a null behind them.
            let params = unsafe { slice::from_raw_parts(row.params, row.param_count + 1) };
            let (end, params) = params.split_last().expect("there is the null at least");
            assert!(end.is_null());
            assert!(params.iter().map(|param| text(*param)).eq(definition.params().iter()));
        }
    }

    #[test]
    fn no_definition_is_null() {
        assert!(kuzzle_definition::pointer_to(None).is_null());
    }
}
