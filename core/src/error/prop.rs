//! The values put in the params of a message.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::fmt;

use crate::render::{json_text, number, text_of};

/// A value put in a param of a message, or an item of the list `errors`: anything that JavaScript would put there.
///
/// Made from the usual types with `From`; lists of different types are written `[Prop::from("nyc"), 3.into()]`.
///
/// ```
/// use kuzzle_errors::{Prop, definitions::services::storage::UNKNOWN_COLLECTION, render};
///
/// let message = render(UNKNOWN_COLLECTION.message(), ["nyc", "yellow-taxi"]);
/// assert_eq!(message, "Index \"nyc\" has no collection named \"yellow-taxi\"");
/// assert_eq!(Prop::from(1e21).to_string(), "1e+21");
/// assert_eq!(Prop::from(None::<bool>), Prop::Null);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Prop<'a> {
    /// No value; `null` in JSON.
    Undefined,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// An integer, shown with all its digits.
    Integer(i64),
    /// A number in any notation that ECMAScript reads (`1.0`, `1e21`, `NaN`), shown as ECMAScript spells it; in JSON
    /// `null` where it is not finite.
    Number(Cow<'a, str>),
    /// The decimal digits of a big integer of JavaScript, shown with an `n` behind them.
    BigInteger(Cow<'a, str>),
    /// A text.
    String(Cow<'a, str>),
    /// An object or an array as JSON text, shown without blanks; text that is no JSON becomes a string in JSON.
    Json(Cow<'a, str>),
}

/// No props, for messages without params.
///
/// ```
/// use kuzzle_errors::{NO_PROPS, render};
///
/// assert_eq!(render("The provided authentication token has expired", NO_PROPS).len(), 45);
/// ```
pub const NO_PROPS: [Prop<'static>; 0] = [];

impl Prop<'_> {
    /// The same value, owning its text.
    #[must_use]
    pub fn into_owned(self) -> Prop<'static> {
        let owned = |text: Cow<'_, str>| Cow::Owned(text.into_owned());
        match self {
            Self::Undefined => Prop::Undefined,
            Self::Null => Prop::Null,
            Self::Bool(value) => Prop::Bool(value),
            Self::Integer(value) => Prop::Integer(value),
            Self::Number(text) => Prop::Number(owned(text)),
            Self::BigInteger(digits) => Prop::BigInteger(owned(digits)),
            Self::String(text) => Prop::String(owned(text)),
            Self::Json(json) => Prop::Json(owned(json)),
        }
    }

    /// Appends the value as JSON; what stands in [`Prop::Json`] is taken as valid.
    pub(crate) fn push_json(&self, json: &mut String) {
        match self {
            Self::Undefined | Self::Null => json.push_str("null"),
            Self::String(text) => json_text::push_string(json, text),
            Self::Number(text) => json.push_str(&json_number(text)),
            Self::BigInteger(digits) if !is_integer(digits) => json_text::push_string(json, digits),
            Self::BigInteger(digits) => json.push_str(digits),
            Self::Bool(_) | Self::Integer(_) | Self::Json(_) => json.push_str(&text_of(self)),
        }
    }
}

/// What `JSON.stringify` makes of a number.
fn json_number(text: &str) -> Cow<'_, str> {
    match number::spelled(text) {
        zero if zero == "-0" => "0".into(),
        spelled if spelled.ends_with(|last: char| last.is_ascii_digit()) => spelled,
        _ => "null".into(),
    }
}

fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let has_leading_zero = digits.len() > 1 && digits.starts_with('0');
    !digits.is_empty() && !has_leading_zero && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The text that a message shows for it under `%s`.
impl fmt::Display for Prop<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&text_of(self))
    }
}

impl<'a> From<&'a str> for Prop<'a> {
    fn from(text: &'a str) -> Self {
        Self::String(text.into())
    }
}

impl<'a> From<&'a String> for Prop<'a> {
    fn from(text: &'a String) -> Self {
        Self::String(text.into())
    }
}

impl From<String> for Prop<'_> {
    fn from(text: String) -> Self {
        Self::String(text.into())
    }
}

impl<'a> From<Cow<'a, str>> for Prop<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::String(text)
    }
}

impl From<bool> for Prop<'_> {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

/// Spelled as ECMAScript spells it: `1.0` is `1`.
impl From<f64> for Prop<'_> {
    fn from(value: f64) -> Self {
        Self::Number(number::spelled_float(value).into())
    }
}

macro_rules! from_integers {
    ($($integer:ty)*) => {$(
        impl From<$integer> for Prop<'_> {
            fn from(value: $integer) -> Self {
                Self::Integer(value.into())
            }
        }
    )*};
}

from_integers!(i8 i16 i32 i64 u8 u16 u32);

macro_rules! from_wide_integers {
    ($($integer:ty)*) => {$(
        /// A big integer where it needs more than 64 bits with its sign.
        impl From<$integer> for Prop<'_> {
            fn from(value: $integer) -> Self {
                i64::try_from(value).map_or_else(|_| Self::BigInteger(value.to_string().into()), Self::Integer)
            }
        }
    )*};
}

from_wide_integers!(u64 i128 u128 isize usize);

/// `None` is null.
impl<'a, T: Into<Prop<'a>>> From<Option<T>> for Prop<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl<'a> From<&'a Prop<'_>> for Prop<'a> {
    fn from(prop: &'a Prop<'_>) -> Self {
        let borrowed = |text: &'a str| Cow::Borrowed(text);
        match prop {
            Prop::Undefined => Self::Undefined,
            Prop::Null => Self::Null,
            Prop::Bool(value) => Self::Bool(*value),
            Prop::Integer(value) => Self::Integer(*value),
            Prop::Number(text) => Self::Number(borrowed(text)),
            Prop::BigInteger(digits) => Self::BigInteger(borrowed(digits)),
            Prop::String(text) => Self::String(borrowed(text)),
            Prop::Json(json) => Self::Json(borrowed(json)),
        }
    }
}
