//! Numbers as ECMAScript reads them from text and spells them.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};

use super::big::Big;
use super::decimal::decimal as decimal_text;
use super::double::Double;
use super::text_of;
use crate::Prop;

/// Every double keeps as many digits, so a number with no more of them is spelled with just these.
const SAFE_DIGITS: usize = 15;
/// Where the decimal point stands in numbers that are surely neither subnormal nor infinite.
const SAFE_POINTS: core::ops::Range<i64> = -300..300;
/// No comparison with the middle between two doubles needs more digits.
const DIGIT_LIMIT: usize = 800;

/// `Number(…)`, under `%d`.
pub(super) fn number_of<'p>(prop: &'p Prop<'_>) -> Cow<'p, str> {
    match prop {
        Prop::Undefined => "NaN".into(),
        Prop::Null => "0".into(),
        Prop::Bool(value) => if *value { "1" } else { "0" }.into(),
        Prop::String(text) => Number::read(text).spell().into(),
        Prop::Integer(_) | Prop::Number(_) | Prop::BigInteger(_) | Prop::Json(_) => text_of(prop),
    }
}

/// `Number.parseInt(…)`, under `%i`.
pub(super) fn integer_of<'p>(prop: &'p Prop<'_>) -> Cow<'p, str> {
    match prop {
        Prop::Integer(_) | Prop::BigInteger(_) => text_of(prop),
        _ => Number::read_leading_integer(&string_of(prop)).spell().into(),
    }
}

/// `Number.parseFloat(…)`, under `%f`.
pub(super) fn float_of<'p>(prop: &'p Prop<'_>) -> Cow<'p, str> {
    Number::read_leading_decimal(&string_of(prop)).spell().into()
}

/// A number in any notation that ECMAScript reads, as it spells it; other text is `NaN`.
pub(crate) fn spelled(text: &str) -> Cow<'_, str> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain = digits.len() <= SAFE_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_plain && (!digits.starts_with('0') || digits.len() == 1) && !digits.is_empty() {
        return text.into();
    }
    Number::read(text).spell().into()
}

/// A float as ECMAScript spells it.
pub(crate) fn spelled_float(value: f64) -> String {
    let negative = value.is_sign_negative();
    match Double::of(value) {
        Some(double) => Number::from_double(negative, double).spell(),
        None if value.is_nan() => Number::NaN.spell(),
        None => Number::Infinite { negative }.spell(),
    }
}

/// `String(…)` as far as a number is read from it: unlike in a message, -0 has no sign there. Behind a big integer an `n`
/// stays, which ends the number.
fn string_of<'p>(prop: &'p Prop<'_>) -> Cow<'p, str> {
    match prop {
        Prop::Number(text) => match spelled(text) {
            zero if zero == "-0" => "0".into(),
            spelled => spelled,
        },
        _ => text_of(prop),
    }
}

/// A number that ECMAScript could hold, or that will be rounded to one when spelled.
enum Number<'t> {
    NaN,
    Infinite {
        negative: bool,
    },
    /// 0.digits × 10^point; without zeros at either end, so 0 has no digits.
    Finite {
        negative: bool,
        digits: Cow<'t, str>,
        point: i64,
    },
}

impl<'t> Number<'t> {
    /// `Number(text)`.
    fn read(text: &'t str) -> Self {
        let text = text.trim_matches(is_blank);
        if text.is_empty() {
            return Self::zero(false);
        }
        if let Some((base, digits)) = prefixed(text) {
            let all_valid = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(base));
            return if all_valid { Self::from_digits(false, digits, base) } else { Self::NaN };
        }
        match decimal(text) {
            Some((number, "")) => number,
            _ => Self::NaN,
        }
    }

    /// `Number.parseFloat(text)`.
    fn read_leading_decimal(text: &'t str) -> Self {
        decimal(text.trim_start_matches(is_blank)).map_or(Self::NaN, |(number, _)| number)
    }

    /// `Number.parseInt(text)`.
    fn read_leading_integer(text: &'t str) -> Self {
        let (negative, text) = sign(text.trim_start_matches(is_blank));
        let (base, text) = prefixed(text).filter(|(base, _)| *base == 16).unwrap_or((10, text));
        match leading_digits(text, base) {
            ("", _) => Self::NaN,
            (digits, _) => Self::from_digits(negative, digits, base),
        }
    }

    /// An integer from valid digits.
    fn from_digits(negative: bool, digits: &'t str, base: u32) -> Self {
        let digits = digits.trim_start_matches('0');
        if base == 10 {
            return Self::from_decimal(negative, digits, "", 0);
        }
        // 1024 bits don't fit, whatever they are.
        if digits.len() > 1024 {
            return Self::Infinite { negative };
        }
        Double::nearest(Big::from_digits(digits, base), Big::new(1))
            .map_or(Self::Infinite { negative }, |double| Self::from_double(negative, double))
    }

    /// whole.fraction × 10^exponent, from valid digits.
    fn from_decimal(negative: bool, whole: &'t str, fraction: &'t str, exponent: i64) -> Self {
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        let (digits, shift): (Cow<'_, str>, usize) = match (whole, fraction) {
            ("", _) => (fraction.trim_start_matches('0').into(), 0),
            (_, "") => (whole.trim_end_matches('0').into(), whole.len()),
            _ => ((whole.to_string() + fraction).into(), whole.len()),
        };
        if digits.is_empty() {
            return Self::zero(negative);
        }
        let leading_zeros = if whole.is_empty() { fraction.len() - digits.len() } else { 0 };
        let point = |count| i64::try_from(count).unwrap_or(i64::MAX);
        let point = point(shift).saturating_sub(point(leading_zeros)).saturating_add(exponent);
        Self::Finite { negative, digits, point }
    }

    fn from_double(negative: bool, double: Double) -> Self {
        let (digits, point) = double.shortest();
        Self::Finite { negative, digits: digits.into(), point }
    }

    const fn zero(negative: bool) -> Self {
        Self::Finite { negative, digits: Cow::Borrowed(""), point: 0 }
    }

    /// `String(number)`, with the sign of -0.
    fn spell(self) -> String {
        let (negative, text) = match self.rounded() {
            Self::NaN => (false, "NaN".into()),
            Self::Infinite { negative } => (negative, "Infinity".into()),
            Self::Finite { negative, digits, point } => (negative, spell(&digits, point)),
        };
        if negative { "-".to_string() + &text } else { text }
    }

    /// The double nearest to it.
    fn rounded(self) -> Self {
        let Self::Finite { negative, digits, point } = self else { return self };
        if digits.is_empty() || digits.len() <= SAFE_DIGITS && SAFE_POINTS.contains(&point) {
            return Self::Finite { negative, digits, point };
        }
        match point {
            311.. => Self::Infinite { negative },
            ..-330 => Self::zero(negative),
            _ => nearest(&digits, point)
                .map_or(Self::Infinite { negative }, |double| Self::from_double(negative, double)),
        }
    }
}

fn nearest(digits: &str, point: i64) -> Option<Double> {
    let (digits, more) = digits.split_at_checked(DIGIT_LIMIT).unwrap_or((digits, ""));
    let mut numerator = Big::from_digits(digits, 10);
    let mut length = digits.len();
    if !more.is_empty() {
        // Only that something follows matters.
        numerator.multiply_add(10, 1);
        length += 1;
    }
    let exponent = point - i64::try_from(length).unwrap_or(i64::MAX);
    let mut denominator = Big::new(1);
    let scaled = if exponent.is_negative() { &mut denominator } else { &mut numerator };
    scaled.multiply_by_ten_to_the(exponent.unsigned_abs());
    Double::nearest(numerator, denominator)
}

/// Spells 0.digits × 10^point.
fn spell(digits: &str, point: i64) -> String {
    let zeros = |count: usize| "0".repeat(count);
    let length = digits.len();
    match (length, usize::try_from(point)) {
        (0, _) => "0".into(),
        (_, Ok(whole @ 1..=21)) if length <= whole => digits.to_string() + &zeros(whole - length),
        (_, Ok(whole @ 1..=21)) => {
            let (whole, fraction) = digits.split_at_checked(whole).unwrap_or((digits, ""));
            [whole, fraction].join(".")
        }
        _ if (-5..=0).contains(&point) => "0.".to_string() + &zeros(usize::try_from(-point).unwrap_or(0)) + digits,
        _ => {
            let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, ""));
            let dot = if rest.is_empty() { "" } else { "." };
            let sign = if point.is_positive() { "+" } else { "" };
            first.to_string() + dot + rest + "e" + sign + &decimal_text(point - 1)
        }
    }
}

/// Reads a decimal number at the start of a text: the number, and what follows it.
fn decimal(text: &str) -> Option<(Number<'_>, &str)> {
    let (negative, unsigned) = sign(text);
    if let Some(rest) = unsigned.strip_prefix("Infinity") {
        return Some((Number::Infinite { negative }, rest));
    }
    let (whole, rest) = leading_digits(unsigned, 10);
    let (fraction, rest) = rest.strip_prefix('.').map_or(("", rest), |rest| leading_digits(rest, 10));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let (exponent, rest) = exponent(rest).unwrap_or((0, rest));
    Some((Number::from_decimal(negative, whole, fraction, exponent), rest))
}

/// Reads an exponent; one of too many digits is as large as can be.
fn exponent(text: &str) -> Option<(i64, &str)> {
    let (negative, unsigned) = sign(text.strip_prefix(['e', 'E'])?);
    let (digits, rest) = leading_digits(unsigned, 10);
    if digits.is_empty() {
        return None;
    }
    let magnitude = digits.parse().unwrap_or(i64::MAX);
    Some((if negative { -magnitude } else { magnitude }, rest))
}

fn sign(text: &str) -> (bool, &str) {
    match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    }
}

/// The base that `0x`, `0o` or `0b` names, and what follows.
fn prefixed(text: &str) -> Option<(u32, &str)> {
    let rest = text.strip_prefix('0')?;
    let mut rest = rest.chars();
    let base = match rest.next()? {
        'x' | 'X' => 16,
        'o' | 'O' => 8,
        'b' | 'B' => 2,
        _ => return None,
    };
    Some((base, rest.as_str()))
}

fn leading_digits(text: &str, base: u32) -> (&str, &str) {
    let end = text.find(|character: char| !character.is_digit(base)).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// White space and line ends of ECMAScript.
fn is_blank(character: char) -> bool {
    character == '\u{feff}' || character.is_whitespace() && character != '\u{85}'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_borrowed(text: &str) -> bool {
        matches!(spelled(text), Cow::Borrowed(spelled) if spelled == text)
    }

    #[test]
    fn what_is_spelled_already_is_not_copied() {
        for text in ["0", "-0", "7", "10", "-12", "404", "999999999999999", "-999999999999999"] {
            assert!(is_borrowed(text), "{text}");
        }
        for text in ["", "-", "00", "-01", "1.0", "1000000000000000", "1e3", " 1", "+1"] {
            assert!(!is_borrowed(text), "{text}");
        }
    }

    #[test]
    fn few_digits_are_taken_as_they_are() {
        let is_taken = |text| {
            let digits = |number: &Number<'_>| match number {
                Number::Finite { digits: Cow::Borrowed(digits), .. } => Some((digits.as_ptr(), digits.len())),
                _ => None,
            };
            let number = Number::read(text);
            let before = digits(&number);
            before.is_some() && before == digits(&number.rounded())
        };
        for text in ["0", "123456789012345000", "0.00123", "1e-300", "1e298"] {
            assert!(is_taken(text), "{text}");
        }
        for text in ["1234567890123456", "1e-302", "1e300"] {
            assert!(!is_taken(text), "{text}");
        }
    }
}
