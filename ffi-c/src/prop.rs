//! `kuzzle_prop`: the values put in the params of a message, and the items of a batch.

use core::ffi::c_char;
use core::{ptr, slice};

use kuzzle_errors::Prop;

use crate::error::kuzzle_error;
use crate::text::{self, Text};

/// What a `kuzzle_prop` is.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum kuzzle_prop_kind {
    /// No value; `null` in JSON.
    KUZZLE_PROP_UNDEFINED = 0,
    /// `null`.
    KUZZLE_PROP_NULL = 1,
    /// `true` or `false`: `integer` is 1 or 0.
    KUZZLE_PROP_BOOL = 2,
    /// An integer, in `integer`.
    KUZZLE_PROP_INTEGER = 3,
    /// A number: in `text` as JSON or ECMAScript writes it, or in `number` where `text` is NULL. What the library
    /// answers has a text.
    KUZZLE_PROP_NUMBER = 4,
    /// The decimal digits of a big integer of JavaScript, in `text`.
    KUZZLE_PROP_BIG_INTEGER = 5,
    /// A text, in `text`.
    KUZZLE_PROP_STRING = 6,
    /// An object or an array, as JSON in `text`.
    KUZZLE_PROP_JSON = 7,
    /// Another error, in `error`: an item of a batch. The library never answers it.
    KUZZLE_PROP_ERROR = 8,
}

/// A value put in a param of a message, or an item of a batch. The functions `kuzzle_prop_string` and so on make them.
/// Its layout stays until the major version of the library rises.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct kuzzle_prop {
    /// A `kuzzle_prop_kind`; any other number is taken as `KUZZLE_PROP_UNDEFINED`.
    pub kind: u32,
    /// See the kinds.
    pub integer: i64,
    /// See the kinds.
    pub number: f64,
    /// See the kinds. What is not UTF-8 is taken as U+FFFD; NULL is empty. What the library answers ends with NUL.
    pub text: *const c_char,
    /// The length of `text` in bytes; `SIZE_MAX` where it ends with NUL.
    pub length: usize,
    /// See the kinds.
    pub error: *const kuzzle_error,
}

/// The length of a text that ends with NUL.
const TERMINATED: usize = usize::MAX;

impl kuzzle_prop {
    const UNDEFINED: Self = Self {
        kind: kuzzle_prop_kind::KUZZLE_PROP_UNDEFINED as u32,
        integer: 0,
        number: 0.0,
        text: ptr::null(),
        length: 0,
        error: ptr::null(),
    };

    /// The values of an array that C gives; none for null.
    ///
    /// # Safety
    ///
    /// `props` leads to `count` props, or is null, and what they lead to is as their kinds say.
    pub(crate) unsafe fn values<'p>(props: *const Self, count: usize) -> Vec<Prop<'p>> {
        if props.is_null() {
            return Vec::new();
        }
        // SAFETY: not null, so it leads to that many props.
        let props = unsafe { slice::from_raw_parts(props, count) };
        // SAFETY: the caller gives props whose pointers are as their kinds say.
        props.iter().map(|prop| unsafe { prop.value() }).collect()
    }

    /// # Safety
    ///
    /// As [`values`](Self::values).
    unsafe fn value<'p>(&self) -> Prop<'p> {
        const NULL: u32 = kuzzle_prop_kind::KUZZLE_PROP_NULL as u32;
        const BOOL: u32 = kuzzle_prop_kind::KUZZLE_PROP_BOOL as u32;
        const INTEGER: u32 = kuzzle_prop_kind::KUZZLE_PROP_INTEGER as u32;
        const NUMBER: u32 = kuzzle_prop_kind::KUZZLE_PROP_NUMBER as u32;
        const BIG_INTEGER: u32 = kuzzle_prop_kind::KUZZLE_PROP_BIG_INTEGER as u32;
        const STRING: u32 = kuzzle_prop_kind::KUZZLE_PROP_STRING as u32;
        const JSON: u32 = kuzzle_prop_kind::KUZZLE_PROP_JSON as u32;
        const ERROR: u32 = kuzzle_prop_kind::KUZZLE_PROP_ERROR as u32;
        match self.kind {
            NULL => Prop::Null,
            BOOL => Prop::Bool(self.integer != 0),
            INTEGER => Prop::Integer(self.integer),
            NUMBER if self.text.is_null() => Prop::from(self.number),
            // SAFETY: the kinds with a text: it is as long as said, ends with NUL, or is null.
            NUMBER => Prop::Number(unsafe { self.text() }),
            // SAFETY: as above.
            BIG_INTEGER => Prop::BigInteger(unsafe { self.text() }),
            // SAFETY: as above.
            STRING => Prop::String(unsafe { self.text() }),
            // SAFETY: as above.
            JSON => Prop::Json(unsafe { self.text() }),
            // SAFETY: the kind with an error of this library, or null.
            ERROR => unsafe { self.error.as_ref() }.map_or(Prop::Null, |error| Prop::from(error.get())),
            _ => Prop::Undefined,
        }
    }

    /// # Safety
    ///
    /// As [`values`](Self::values), of a kind with a text.
    unsafe fn text<'p>(&self) -> std::borrow::Cow<'p, str> {
        if self.length == TERMINATED {
            // SAFETY: a length like this says that it ends with NUL.
            return unsafe { text::lossy(self.text) };
        }
        // SAFETY: so many bytes, or null.
        String::from_utf8_lossy(unsafe { text::bytes(self.text, self.length) })
    }
}

/// Props that the library answers, with their texts.
#[derive(Debug, Default)]
pub(crate) struct Props {
    rows: Vec<kuzzle_prop>,
    texts: Vec<Text>,
}

// SAFETY: the pointers lead to the texts beside them, and nothing is written to once the list is made.
unsafe impl Send for Props {}

// SAFETY: as above.
unsafe impl Sync for Props {}

impl Props {
    /// Lays out values as C reads them.
    pub(crate) fn new(values: &[Prop<'_>]) -> Self {
        let mut props = Self::default();
        for value in values {
            let row = props.row(value);
            props.rows.push(row);
        }
        props
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.rows.len()
    }

    /// The one with this index; null beyond the last.
    pub(crate) fn at(&self, index: usize) -> *const kuzzle_prop {
        self.rows.get(index).map_or(ptr::null(), ptr::from_ref)
    }

    fn row(&mut self, value: &Prop<'_>) -> kuzzle_prop {
        use kuzzle_prop_kind as Kind;
        match value {
            Prop::Null => kuzzle_prop { kind: Kind::KUZZLE_PROP_NULL as u32, ..kuzzle_prop::UNDEFINED },
            Prop::Bool(value) => {
                kuzzle_prop { kind: Kind::KUZZLE_PROP_BOOL as u32, integer: (*value).into(), ..kuzzle_prop::UNDEFINED }
            }
            Prop::Integer(value) => {
                kuzzle_prop { kind: Kind::KUZZLE_PROP_INTEGER as u32, integer: *value, ..kuzzle_prop::UNDEFINED }
            }
            Prop::Number(text) => self.row_with_text(Kind::KUZZLE_PROP_NUMBER, text),
            Prop::BigInteger(text) => self.row_with_text(Kind::KUZZLE_PROP_BIG_INTEGER, text),
            Prop::String(text) => self.row_with_text(Kind::KUZZLE_PROP_STRING, text),
            Prop::Json(text) => self.row_with_text(Kind::KUZZLE_PROP_JSON, text),
            _ => kuzzle_prop::UNDEFINED,
        }
    }

    fn row_with_text(&mut self, kind: kuzzle_prop_kind, text: &str) -> kuzzle_prop {
        let text = Text::from(text);
        let row =
            kuzzle_prop { kind: kind as u32, text: text.as_ptr(), length: text.length(), ..kuzzle_prop::UNDEFINED };
        self.texts.push(text);
        row
    }
}
