//! The time stamps of a line, looked for at every position.

use kuzzle_errors::scan::Timestamp;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// The first of RFC 3339.
pub(crate) fn rfc_3339(line: &[u8]) -> Option<Timestamp> {
    (0..line.len()).find_map(|start| {
        if start > 0 && line[start - 1].is_ascii_digit() {
            return None;
        }
        let mut text = Text(&line[start..]);
        let year = text.number(4)?;
        text.one_of("-")?;
        let month = text.number(2)?;
        text.one_of("-")?;
        let day = text.number(2)?;
        text.one_of("Tt ")?;
        let seconds = text.time()?;
        let mut milliseconds = 0;
        if let (Some(b'.' | b','), Some(b'0'..=b'9')) = (text.0.first(), text.0.get(1)) {
            text.0 = &text.0[1..];
            for weight in [100, 10, 1] {
                milliseconds += text.number(1).unwrap_or(0) * weight;
            }
            while text.number(1).is_some() {}
        }
        moment(year, month, day, seconds, text.offset(), milliseconds)
    })
}

/// The first of the common log format.
pub(crate) fn common_log(line: &[u8]) -> Option<Timestamp> {
    (0..line.len()).find_map(|start| {
        let mut text = Text(&line[start..]);
        text.one_of("[")?;
        let day = text.number(2)?;
        text.one_of("/")?;
        let name = text.0.get(..3)?;
        let month = (1..).zip(MONTHS).find(|(_, month)| month.as_bytes() == name)?.0;
        text.0 = &text.0[3..];
        text.one_of("/")?;
        let year = text.number(4)?;
        text.one_of(":")?;
        let seconds = text.time()?;
        text.one_of(" ")?;
        moment(year, month, day, seconds, text.offset(), 0)
    })
}

/// A number since 1970.
pub(crate) fn epoch(value: &[u8]) -> Option<Timestamp> {
    let digits: String = value.iter().take_while(|byte| byte.is_ascii_digit()).map(|&byte| char::from(byte)).collect();
    let number: i64 = digits.parse().ok()?;
    let milliseconds = match digits.len() {
        0..=11 => {
            let rest = &value[digits.len()..];
            let has_point = matches!(rest.first(), Some(b'.' | b','));
            let fraction = rest.iter().skip(1).take_while(|byte| byte.is_ascii_digit() && has_point);
            let fraction: String = fraction.map(|&byte| char::from(byte)).chain("000".chars()).take(3).collect();
            number * 1000 + fraction.parse::<i64>().unwrap()
        }
        12..=14 => number,
        15..=17 => number / 1000,
        18..=19 => number / 1_000_000,
        _ => return None,
    };
    Some(Timestamp::from_milliseconds(milliseconds))
}

/// What is left of a text.
struct Text<'t>(&'t [u8]);

impl Text<'_> {
    fn number(&mut self, digits: usize) -> Option<i64> {
        let text = self.0.get(..digits)?;
        if !text.iter().all(u8::is_ascii_digit) {
            return None;
        }
        self.0 = &self.0[digits..];
        String::from_utf8_lossy(text).parse().ok()
    }

    fn one_of(&mut self, bytes: &str) -> Option<()> {
        let first = self.0.first()?;
        if !bytes.as_bytes().contains(first) {
            return None;
        }
        self.0 = &self.0[1..];
        Some(())
    }

    /// Seconds since midnight.
    fn time(&mut self) -> Option<i64> {
        let hour = self.number(2)?;
        self.one_of(":")?;
        let minute = self.number(2)?;
        self.one_of(":")?;
        let second = self.number(2)?;
        (hour < 24 && minute < 60 && second <= 60).then_some(hour * 3600 + minute * 60 + second)
    }

    /// Seconds east of Greenwich.
    fn offset(&mut self) -> i64 {
        let mut read = || {
            let sign = if self.0.first() == Some(&b'-') { -1 } else { 1 };
            self.one_of("+-")?;
            let hours = self.number(2)?;
            let _ = self.one_of(":");
            let minutes = self.number(2)?;
            (hours < 24 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
        };
        read().unwrap_or(0)
    }
}

fn is_leap(year: i64) -> bool {
    year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
}

fn days_of(year: i64, month: i64) -> i64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Counts the days one year and one month after the other.
fn moment(year: i64, month: i64, day: i64, seconds: i64, offset: i64, milliseconds: i64) -> Option<Timestamp> {
    if !(1..=12).contains(&month) || day < 1 || day > days_of(year, month) {
        return None;
    }
    let length = |year| if is_leap(year) { 366 } else { 365 };
    let years: i64 = (1970..year).map(length).sum::<i64>() - (year..1970).map(length).sum::<i64>();
    let months: i64 = (1..month).map(|month| days_of(year, month)).sum();
    let days = years + months + day - 1;
    Some(Timestamp::from_milliseconds((days * 86_400 + seconds - offset) * 1000 + milliseconds))
}
