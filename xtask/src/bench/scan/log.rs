//! The logs that are scanned, made up from a seed: lines of JSON as a service around Kuzzle writes them.
//!
//! A line has what loggers of Node (pino, winston) and of others write of each request, much or little. A line of an
//! error has in `error` what Kuzzle sends, with a message, a status, an id and a code. Nothing is pretty-printed or
//! broken, and no line holds another `"id"`: so the one-liners beside which this is measured count right, and need no
//! more than one look at each line.

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
/// The bytes of `{"time":"2026-01-01T00:00:00.000Z",`.
const TIME: u64 = 35;
/// 2026-01-01, in milliseconds since 1970.
const BEGIN: u64 = 1_767_225_600_000;
/// From one line to the next.
const MILLISECONDS: u64 = 20;

/// What is asked for: the method, the path below an index and its collection, the controller and the action.
const REQUESTS: [(&str, &str, &str, &str); 6] = [
    ("POST", "_search", "document", "search"),
    ("POST", "_create", "document", "create"),
    ("POST", "_mGet", "document", "mGet"),
    ("PUT", "_mUpdate", "document", "mUpdate"),
    ("POST", "_count", "document", "count"),
    ("POST", "_bulk", "bulk", "import"),
];

/// How much the lines of a log say.
#[derive(Clone, Copy)]
pub(crate) enum Style {
    /// Time, level, process, request, who asked for what, how it ended and how long it took.
    Detailed,
    /// Time, level, message, request, and how it ended.
    Brief,
}

/// What a log holds.
pub(crate) struct Contents {
    pub(crate) bytes: u64,
    pub(crate) lines: u64,
    /// How often each id.
    pub(crate) counts: BTreeMap<String, u64>,
}

/// Writes a log of at least `bytes` bytes.
pub(crate) fn write(file: &Path, style: Style, bytes: u64, seed: u64) -> io::Result<Contents> {
    let mut random = Random(seed | 1);
    let ordinary: Vec<Vec<u8>> = (0..LINES).map(|_| ordinary(style, &mut random)).collect();
    let errors: Vec<(&str, Vec<u8>)> = (0..LINES).map(|_| error(style, &mut random)).collect();
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
        write!(output, "{{\"time\":\"{}\",", time(BEGIN + lines * MILLISECONDS))?;
        output.write_all(line)?;
        written += line.len() as u64 + TIME;
        lines += 1;
    }
    output.flush()?;
    let mut by_id = BTreeMap::new();
    for ((id, _), count) in errors.iter().zip(counts).filter(|(_, count)| *count > 0) {
        *by_id.entry((*id).to_owned()).or_default() += count;
    }
    Ok(Contents { bytes: file.metadata()?.len(), lines, counts: by_id })
}

/// A line of a request that went well, without its time stamp.
fn ordinary(style: Style, random: &mut Random) -> Vec<u8> {
    let mut object = request(style, random, "info", "request completed");
    object["status"] = json!(200);
    line(&object)
}

/// A line of a request that failed, and the id of its error. Some errors are far more frequent than others.
fn error(style: Style, random: &mut Random) -> (&'static str, Vec<u8>) {
    let definitions: Vec<Definition<'static>> = kuzzle_errors::iter().collect();
    let rank = random.below(definitions.len()) * random.below(definitions.len()) / definitions.len();
    let definition = definitions[rank * 101 % definitions.len()];
    let mut object = request(style, random, "error", "request failed");
    object["status"] = json!(definition.status());
    object["error"] = json!({
        "message": definition.description(),
        "status": definition.status(),
        "id": definition.id(),
        "code": definition.code().get(),
    });
    (definition.id(), line(&object))
}

/// What a line says of any request.
fn request(style: Style, random: &mut Random, level: &str, message: &str) -> Value {
    let (method, path, controller, action) = random.pick(&REQUESTS);
    match style {
        Style::Detailed => json!({
            "level": level,
            "pid": 1 + random.below(8),
            "hostname": format!("kuzzle-{}", random.below(8)),
            "requestId": random.uuid(),
            "method": method,
            "url": format!("/tenant-{}/orders/{path}", random.below(400)),
            "controller": controller,
            "action": action,
            "user": format!("user-{}", random.below(100_000)),
            "took": random.below(500),
            "msg": message,
        }),
        Style::Brief => json!({"level": level, "msg": message, "requestId": random.uuid()}),
    }
}

/// An object as a line, without its opening brace.
fn line(object: &Value) -> Vec<u8> {
    format!("{}\n", &object.to_string()[1..]).into_bytes()
}

/// The text of RFC 3339 of milliseconds since 1970.
fn time(milliseconds: u64) -> String {
    kuzzle_errors::scan::Timestamp::from_milliseconds(i64::try_from(milliseconds).unwrap_or_default()).to_string()
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
