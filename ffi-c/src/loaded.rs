//! Definitions that came from files, laid out as C reads them.

use core::ffi::c_char;
use core::ptr;
use std::collections::HashMap;
use std::sync::Arc;

use kuzzle_errors::{Definition, Registry, for_c};

use crate::advice::{kuzzle_audience, kuzzle_retry};
use crate::class::{self, kuzzle_class};
use crate::definition::kuzzle_definition;
use crate::release::kuzzle_release_range;
use crate::table;
use crate::text::Texts;

/// The loaded definitions of a registry.
#[derive(Default)]
pub(crate) struct LoadedTable {
    /// By id. Each row stays where it is, for C knows its address.
    rows: HashMap<String, Box<Row>>,
}

impl LoadedTable {
    /// Lays out what of a registry is not built in.
    pub(crate) fn new(registry: &Registry) -> Self {
        let loaded = registry.iter().filter(|definition| for_c::position(*definition).is_none());
        Self { rows: loaded.map(|definition| (definition.id().to_owned(), Box::new(Row::new(definition)))).collect() }
    }
}

/// What C gets for a definition: null where neither the table of loaded ones nor the built-in one has it.
pub(crate) fn pointer_to(loaded: Option<&Arc<LoadedTable>>, definition: Definition<'_>) -> *const kuzzle_definition {
    if let Some(position) = for_c::position(definition) {
        return table::at(position);
    }
    let row = loaded.and_then(|loaded| loaded.rows.get(definition.id()));
    row.map_or(ptr::null(), |row| &raw const row.definition)
}

/// A loaded definition, and what C asks functions for.
#[repr(C)]
pub(crate) struct Row {
    /// The first member: a pointer to it is a pointer to the row.
    definition: kuzzle_definition,
    pub(crate) cause: *const c_char,
    pub(crate) fix: *const c_char,
    pub(crate) releases: Vec<kuzzle_release_range>,
    _params: Box<[*const c_char]>,
    _texts: Texts,
}

// SAFETY: the pointers lead to the texts beside them, and nothing is written to once the row is made.
unsafe impl Send for Row {}

// SAFETY: as above.
unsafe impl Sync for Row {}

impl Row {
    /// The row of a definition that is not built in; `None` for null.
    ///
    /// # Safety
    ///
    /// `definition` is null or comes from this library, and is not of the built-in table.
    pub(crate) unsafe fn of<'d>(definition: *const kuzzle_definition) -> Option<&'d Self> {
        // SAFETY: all definitions that are not built in are the first member of a row.
        unsafe { definition.cast::<Self>().as_ref() }
    }

    fn new(definition: Definition<'_>) -> Self {
        let mut texts = Texts::default();
        let mut params: Vec<_> = definition.params().iter().map(|param| texts.keep(param)).collect();
        let param_count = params.len();
        params.push(ptr::null());
        let params = params.into_boxed_slice();
        Self {
            definition: kuzzle_definition {
                id: texts.keep(definition.id()),
                domain: texts.keep(definition.domain()),
                subdomain: texts.keep(definition.subdomain()),
                name: texts.keep(definition.name()),
                class_name: class::name(definition.class()),
                message: texts.keep(definition.message()),
                description: texts.keep(definition.description()),
                deprecated: texts.keep_or_null(definition.deprecated()),
                url: texts.keep_or_null(definition.url()),
                params: params.as_ptr(),
                param_count,
                code: definition.code().get(),
                error_class: kuzzle_class::new(definition.class()),
                retry: kuzzle_retry::new(definition.retry()),
                audience: kuzzle_audience::new(definition.audience()),
                status: definition.status(),
            },
            cause: texts.keep_or_null(definition.cause()),
            fix: texts.keep_or_null(definition.fix()),
            releases: definition.releases().map(kuzzle_release_range::new).collect(),
            _params: params,
            _texts: texts,
        }
    }
}
