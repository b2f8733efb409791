//! The time stamps of lines.

use core::fmt;

use super::bytes;

/// A moment: milliseconds since 1970 began, in UTC. Shown as RFC 3339.
///
/// ```
/// use kuzzle_errors::scan::Timestamp;
///
/// let moment = Timestamp::find(b"127.0.0.1 - - [10/Oct/2000:13:55:36 -0700] \"POST /_login HTTP/1.1\"").unwrap();
/// assert_eq!(moment.to_string(), "2000-10-10T20:55:36.000Z");
/// assert_eq!(moment.milliseconds(), 971_211_336_000);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

const MONTHS: [&[u8; 3]; 12] =
    [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];
const MILLISECONDS_OF_DAY: i64 = 86_400_000;
/// From 0000-03-01 to 1970-01-01.
const DAYS_TO_1970: i64 = 719_468;
const DAYS_OF_400_YEARS: i64 = 146_097;

impl Timestamp {
    /// The moment that lies this many milliseconds after the beginning of 1970.
    #[must_use]
    pub const fn from_milliseconds(milliseconds: i64) -> Self {
        Self(milliseconds)
    }

    /// Milliseconds since 1970 began.
    #[must_use]
    pub const fn milliseconds(self) -> i64 {
        self.0
    }

    /// The beginning of the hour that the moment lies in.
    #[must_use]
    pub const fn hour(self) -> Self {
        Self(self.0.div_euclid(3_600_000) * 3_600_000)
    }

    /// The first time stamp of RFC 3339 in a text; if there is none, the first of the common log format.
    ///
    /// A blank may stand for the `T`, a comma for the point before the fraction, and the offset may lack its colon;
    /// without an offset the time is taken for UTC. What follows the milliseconds is cut off.
    #[must_use]
    pub fn find(text: &[u8]) -> Option<Self> {
        Self::find_rfc_3339(text).or_else(|| Self::find_common_log(text))
    }

    pub(super) fn find_rfc_3339(text: &[u8]) -> Option<Self> {
        let mut from = 4;
        while let Some(dash) = text.get(from..).and_then(|rest| bytes::first(b'-', rest)).map(|at| from + at) {
            if let Some(found) = rfc_3339_at(text, dash - 4) {
                return Some(found);
            }
            from = dash + 1;
        }
        None
    }

    pub(super) fn find_common_log(text: &[u8]) -> Option<Self> {
        let mut from = 0;
        while let Some(bracket) = text.get(from..).and_then(|rest| bytes::first(b'[', rest)).map(|at| from + at) {
            from = bracket + 1;
            if let Some(found) = common_log_at(&text[from..]) {
                return Some(found);
            }
        }
        None
    }

    /// The moment that a number since 1970 means: seconds, milli-, micro- or nanoseconds, whichever its size suggests.
    pub(super) fn from_epoch(number: &[u8]) -> Option<Self> {
        let digits = number.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || digits > 19 {
            return None;
        }
        let whole = decimal(&number[..digits])?;
        let milliseconds = match digits {
            ..=11 => whole * 1000 + fraction(&number[digits..]).0,
            12..=14 => whole,
            15..=17 => whole / 1000,
            _ => whole / 1_000_000,
        };
        Some(Self(milliseconds))
    }

    fn of(date: (i64, i64, i64), time: (i64, i64, i64), offset_minutes: i64) -> Option<Self> {
        let ((hour, minute, second), days) = (time, days_since_1970(date)?);
        if hour > 23 || minute > 59 || second > 60 {
            return None;
        }
        Some(Self(days * MILLISECONDS_OF_DAY + ((hour * 60 + minute - offset_minutes) * 60 + second) * 1000))
    }
}

/// `2026-11-27T15:19:23.120Z`.
impl fmt::Display for Timestamp {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (days, time) = (self.0.div_euclid(MILLISECONDS_OF_DAY), self.0.rem_euclid(MILLISECONDS_OF_DAY));
        let (year, month, day) = date_of(days);
        let (hour, minute, second) = (time / 3_600_000, time / 60_000 % 60, time / 1000 % 60);
        let fraction = time % 1000;
        write!(formatter, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{fraction:03}Z")
    }
}

/// `2026-11-27T15:19:23.120+01:00` and its relatives.
fn rfc_3339_at(text: &[u8], start: usize) -> Option<Timestamp> {
    let rest = text.get(start..)?;
    let &[_, _, _, _, b'-', _, _, b'-', _, _, b'T' | b't' | b' ', _, _, b':', _, _, b':', _, _] = rest.first_chunk()?
    else {
        return None;
    };
    if text[..start].last().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let number = |from: usize, to: usize| decimal(&rest[from..to]);
    let date = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let time = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    let (milliseconds, length) = fraction(&rest[19..]);
    let moment = Timestamp::of(date, time, offset(&rest[19 + length..]))?;
    Some(Timestamp(moment.0 + milliseconds))
}

/// `10/Oct/2000:13:55:36 -0700`.
fn common_log_at(text: &[u8]) -> Option<Timestamp> {
    let &[_, _, b'/', m, o, n, b'/', _, _, _, _, b':', _, _, b':', _, _, b':', _, _, b' '] = text.first_chunk()? else {
        return None;
    };
    let month = MONTHS.iter().position(|month| **month == [m, o, n])?;
    let number = |from: usize, to: usize| decimal(&text[from..to]);
    let date = (number(7, 11)?, i64::try_from(month).ok()? + 1, number(0, 2)?);
    let time = (number(12, 14)?, number(15, 17)?, number(18, 20)?);
    Timestamp::of(date, time, offset(&text[21..]))
}

/// The milliseconds of a fraction at the beginning of a text, and the length of the whole fraction.
fn fraction(text: &[u8]) -> (i64, usize) {
    let [b'.' | b',', digits @ ..] = text else { return (0, 0) };
    let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let milliseconds = (0..3).fold(0, |sum, place| {
        let digit = if place < length { digits[place] - b'0' } else { 0 };
        sum * 10 + i64::from(digit)
    });
    if length == 0 { (0, 0) } else { (milliseconds, length + 1) }
}

/// The minutes east of Greenwich: `Z`, `+01:00` or `+0100`; 0 where nothing of the kind is there.
fn offset(text: &[u8]) -> i64 {
    let (sign, digits) = match text {
        [b'+', digits @ ..] => (1, digits),
        [b'-', digits @ ..] => (-1, digits),
        _ => return 0,
    };
    let minutes = match digits {
        [_, _, b':', minutes @ ..] | [_, _, minutes @ ..] => minutes.get(..2),
        _ => None,
    };
    let hours = digits.get(..2).and_then(decimal).filter(|hours| *hours < 24);
    let minutes = minutes.and_then(decimal).filter(|minutes| *minutes < 60);
    match (hours, minutes) {
        (Some(hours), Some(minutes)) => sign * (hours * 60 + minutes),
        _ => 0,
    }
}

/// At most 19 digits and nothing else.
fn decimal(digits: &[u8]) -> Option<i64> {
    digits.iter().try_fold(0_i64, |value, byte| {
        let digit = byte.is_ascii_digit().then(|| byte - b'0')?;
        value.checked_mul(10)?.checked_add(digit.into())
    })
}

/// Days of the Gregorian calendar, counted in years that begin in March; `None` for a date that there is not.
fn days_since_1970((year, month, day): (i64, i64, i64)) -> Option<i64> {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 => 28 + i64::from(is_leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if day < 1 || day > length {
        return None;
    }
    let year = if month > 2 { year } else { year - 1 };
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year - DAYS_TO_1970)
}

/// The year, month and day that lie some days after 1970-01-01.
fn date_of(days: i64) -> (i64, i64, i64) {
    let days = days + DAYS_TO_1970;
    let (era, day) = (days.div_euclid(DAYS_OF_400_YEARS), days.rem_euclid(DAYS_OF_400_YEARS));
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day_of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (era * 400 + year + i64::from(month <= 2), month, day)
}
