//! The log that is scanned: lines of JSON as a service before Kuzzle writes them, made up from a seed.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use kuzzle_errors::Definition;
use serde_json::{Value, json};

/// Of a hundred lines so many hold an error.
const ERROR_LINES: u64 = 30;
/// The lines with and without errors that the log is composed of, each with another time stamp whenever it comes.
const LINES: usize = 8192;
/// 2026-01-01, in seconds since 1970.
const BEGIN: u64 = 1_767_225_600;
/// Lines of one second.
const LINES_PER_SECOND: u64 = 50;

const ACTIONS: [(&str, &str); 6] = [
    ("document", "search"),
    ("document", "create"),
    ("document", "mGet"),
    ("realtime", "subscribe"),
    ("auth", "login"),
    ("bulk", "import"),
];

/// What a log holds.
pub(crate) struct Contents {
    pub(crate) bytes: u64,
    /// How often each id.
    pub(crate) counts: BTreeMap<String, u64>,
}

/// Writes a log of at least `bytes` bytes.
pub(crate) fn write(file: &Path, bytes: u64, seed: u64) -> io::Result<Contents> {
    let mut random = Random(seed | 1);
    let ordinary: Vec<Vec<u8>> = (0..LINES).map(|_| ordinary(&mut random)).collect();
    let errors: Vec<(&str, Vec<u8>)> = (0..LINES).map(|_| error(&mut random)).collect();
    let mut counts = vec![0_u64; LINES];
    let mut output = BufWriter::with_capacity(1 << 20, File::create(file)?);
    let (mut written, mut lines) = (0, 0);
    while written < bytes {
        let position = random.below(LINES);
        let line = if random.next() % 100 < ERROR_LINES {
            counts[position] += 1;
            &errors[position].1
        } else {
            &ordinary[position]
        };
        write!(output, "{{\"timestamp\":\"{}\",", time(BEGIN + lines / LINES_PER_SECOND))?;
        output.write_all(line)?;
        written += line.len() as u64 + 40;
        lines += 1;
    }
    output.flush()?;
    let mut by_id = BTreeMap::new();
    for ((id, _), count) in errors.iter().zip(counts).filter(|(_, count)| *count > 0) {
        *by_id.entry((*id).to_owned()).or_default() += count;
    }
    Ok(Contents { bytes: file.metadata()?.len(), counts: by_id })
}

/// A line of a request that went well, without its time stamp.
fn ordinary(random: &mut Random) -> Vec<u8> {
    let (controller, action) = random.pick(&ACTIONS);
    line(&json!({
        "level": "info",
        "node": format!("knode-{}", random.below(8)),
        "requestId": random.uuid(),
        "controller": controller,
        "action": action,
        "index": format!("tenant-{}", random.below(400)),
        "collection": "orders",
        "user": format!("user-{}@example.com", random.below(100_000)),
        "ip": format!("10.{}.{}.{}", random.below(256), random.below(256), random.below(256)),
        "protocol": "websocket",
        "status": 200,
        "took_ms": random.below(500),
        "message": "Request completed",
    }))
}

/// A line of a request that failed, and the id of its error. Some errors are far more frequent than others.
fn error(random: &mut Random) -> (&'static str, Vec<u8>) {
    let definitions: Vec<Definition<'static>> = kuzzle_errors::iter().collect();
    let rank = random.below(definitions.len()) * random.below(definitions.len()) / definitions.len();
    let definition = definitions[rank * 101 % definitions.len()];
    let (controller, action) = random.pick(&ACTIONS);
    let text = line(&json!({
        "level": "error",
        "node": format!("knode-{}", random.below(8)),
        "requestId": random.uuid(),
        "controller": controller,
        "action": action,
        "index": format!("tenant-{}", random.below(400)),
        "user": format!("user-{}@example.com", random.below(100_000)),
        "took_ms": random.below(500),
        "error": {
            "message": definition.description(),
            "status": definition.status(),
            "id": definition.id(),
            "code": definition.code().get(),
            "props": [format!("tenant-{}", random.below(400))],
        },
    }));
    (definition.id(), text)
}

/// An object as a line, without its opening brace.
fn line(object: &Value) -> Vec<u8> {
    format!("{}\n", &object.to_string()[1..]).into_bytes()
}

/// `2026-01-01T00:00:00Z` of seconds since 1970, in January 2026 and for as many days as it takes.
fn time(seconds: u64) -> String {
    kuzzle_errors::scan::Timestamp::from_milliseconds(i64::try_from(seconds * 1000).unwrap_or_default()).to_string()
}

/// Marsaglia's xorshift: the same numbers in every run.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or_default() % limit
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    fn uuid(&mut self) -> String {
        let (high, low) = (self.next(), self.next());
        let digits = format!("{high:016x}{low:016x}");
        format!("{}-{}-{}-{}-{}", &digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..])
    }
}
