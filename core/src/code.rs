//! The 32-bit number of an error.

use core::fmt;
use core::str::FromStr;

/// The 32-bit number of an error: a domain byte, a subdomain byte and a 16-bit number.
///
/// A code is a hint, never the authority: Kuzzle has given one number to two errors (`0x01010016`, before and
/// after 2.0.0), applications number theirs from zero as Kuzzle's core does, and before 1.10.5 the numbers meant
/// something else. The [id](crate::Definition::id) decides.
///
/// Kuzzle's JavaScript writes codes as signed integers once the domain passes `0x7f`; [`From<i32>`](#impl-From<i32>-for-Code)
/// takes those, and the two forms are the same code:
///
/// ```
/// use kuzzle_errors::Code;
///
/// let code = Code::new(0x01, 0x01, 0x0001);
/// assert_eq!(code, Code::from(0x01010001));
/// assert_eq!(code.to_string(), "0x01010001");
/// assert_eq!(Code::from(-939_458_555_i32), Code::from(0xc801_0005_u32));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u32);

impl Code {
    /// The code made of a domain, a subdomain and a number.
    #[must_use]
    pub const fn new(domain: u8, subdomain: u8, number: u16) -> Self {
        Self((domain as u32) << 24 | (subdomain as u32) << 16 | number as u32)
    }

    /// Reads one of the text forms of a code: hexadecimal after `0x`, decimal, or decimal as a signed 32-bit integer.
    /// Leading zeros don't count.
    ///
    /// # Errors
    ///
    /// [`InvalidCode`] where the text is none of these, or the number needs more than 32 bits.
    ///
    /// ```
    /// use kuzzle_errors::{Code, InvalidCode};
    ///
    /// let code = Code::parse("0x01010001")?;
    /// assert_eq!(Code::parse("16842753"), Ok(code));
    /// assert_eq!(Code::parse("-939458555"), Ok(Code::from(0xc801_0005_u32)));
    /// assert_eq!(Code::parse("unknown_index"), Err(InvalidCode::NotANumber));
    /// assert_eq!(Code::parse("4294967296"), Err(InvalidCode::OutOfRange));
    /// # Ok::<(), InvalidCode>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, InvalidCode> {
        if let Some(digits) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
            return magnitude(digits, 16).map(Self);
        }
        let Some(digits) = text.strip_prefix('-') else {
            return magnitude(text, 10).map(Self);
        };
        let value = magnitude(digits, 10)?;
        if value > i32::MIN.unsigned_abs() {
            return Err(InvalidCode::OutOfRange);
        }
        Ok(Self(value.wrapping_neg()))
    }

    /// The code as an unsigned integer.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The code as the signed integer that Kuzzle writes into a response.
    ///
    /// ```
    /// assert_eq!(kuzzle_errors::Code::new(0xc8, 0x01, 0x0005).to_i32(), -939_458_555);
    /// ```
    #[must_use]
    pub const fn to_i32(self) -> i32 {
        i32::from_ne_bytes(self.0.to_ne_bytes())
    }

    /// The domain byte, the highest.
    #[must_use]
    pub const fn domain(self) -> u8 {
        self.0.to_be_bytes()[0]
    }

    /// The subdomain byte.
    #[must_use]
    pub const fn subdomain(self) -> u8 {
        self.0.to_be_bytes()[1]
    }

    /// The number within the subdomain.
    #[must_use]
    pub const fn number(self) -> u16 {
        (self.0 & 0xffff) as u16
    }
}

/// Reads digits without a sign; a text of too many digits is out of range, however long.
fn magnitude(digits: &str, radix: u32) -> Result<u32, InvalidCode> {
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return Err(InvalidCode::NotANumber);
    }
    u32::from_str_radix(digits, radix).map_err(|_| InvalidCode::OutOfRange)
}

impl From<u32> for Code {
    fn from(value: u32) -> Self {
        Self(value)
    }
}

/// Takes the signed form that JavaScript's `<<` makes of domains from `0x80`.
impl From<i32> for Code {
    fn from(value: i32) -> Self {
        Self(u32::from_ne_bytes(value.to_ne_bytes()))
    }
}

/// Takes any integer that fits 32 bits, signed or unsigned.
impl TryFrom<i64> for Code {
    type Error = InvalidCode;

    fn try_from(value: i64) -> Result<Self, InvalidCode> {
        u32::try_from(value)
            .map(Self)
            .or_else(|_| i32::try_from(value).map(Self::from))
            .map_err(|_| InvalidCode::OutOfRange)
    }
}

impl From<Code> for u32 {
    fn from(code: Code) -> Self {
        code.0
    }
}

impl FromStr for Code {
    type Err = InvalidCode;

    fn from_str(text: &str) -> Result<Self, InvalidCode> {
        Self::parse(text)
    }
}

/// `0x` and eight lower-case hexadecimal digits.
impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:#010x}", self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "Code({self})")
    }
}

/// Why a text or a number is no [`Code`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidCode {
    /// Neither `0x` with hexadecimal digits nor a decimal integer.
    NotANumber,
    /// More than 32 bits.
    OutOfRange,
}

impl fmt::Display for InvalidCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::NotANumber => "not a code: expected hexadecimal digits after 0x, or a decimal integer",
            Self::OutOfRange => "not a code: more than 32 bits",
        })
    }
}

impl core::error::Error for InvalidCode {}
