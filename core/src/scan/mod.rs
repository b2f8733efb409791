//! Errors in text that may be anything: logs, answers, traces.
//!
//! What counts as a hit is written down in the project's `docs/scan.md`. In short: an object of JSON with the id of an
//! error, an id in running text, or a code where no id stands beside it. Structure is used as far as it goes and never
//! asked for; a text is bytes, whatever their encoding, and a part of it that is broken spoils nothing but itself.
//!
//! ```
//! use kuzzle_errors::Registry;
//! use kuzzle_errors::scan::Scanner;
//!
//! let log = br#"{"time":"2026-11-27T15:19:23Z","error":{"id":"services.storage.unknown_index","status":412}}
//! 2026-11-27T15:20:00Z giving up: api.process.connection_dropped"#;
//!
//! let mut found = Vec::new();
//! let scanner = Scanner::new(Registry::kuzzle());
//! let line_ends = scanner.scan(log, |hit| found.push((hit.line, hit.subject.definition().unwrap().id())));
//! assert_eq!(found, [(1, "services.storage.unknown_index"), (2, "api.process.connection_dropped")]);
//! assert_eq!(line_ends, 1);
//! ```

mod anchors;
mod bytes;
mod damage;
mod finder;
mod hit;
mod line;
mod mention;
mod object;
mod outer;
mod quote;
mod record;
#[cfg(feature = "json")]
mod shapes;
mod summary;
mod time;
mod walk;

pub use damage::{Damage, Defect};
pub use hit::{Hit, Subject};
pub use record::whole_records;
pub use summary::{Place, Summary, Tally};
pub use time::Timestamp;

use crate::Registry;
use anchors::{Anchors, Sign};
use walk::Walk;

/// Finds the errors of a registry in texts.
///
/// Making one takes a look at the whole registry; scanning takes time in proportion to the text, whatever it holds.
pub struct Scanner<'r> {
    registry: &'r Registry,
    anchors: Anchors,
}

impl<'r> Scanner<'r> {
    /// A scanner for the errors of a registry.
    #[must_use]
    pub fn new(registry: &'r Registry) -> Self {
        Self { registry, anchors: Anchors::of(registry) }
    }

    /// Hands over every hit of a text, in order, and gives back how many lines end in it.
    ///
    /// A text that is too long to be held may be scanned in parts, cut where [`whole_records`] says.
    pub fn scan<'t>(&self, text: &'t [u8], mut on_hit: impl FnMut(Hit<'r, 't>)) -> usize {
        let mut walk = Walk::new(self.registry, text);
        let mut signs = self.anchors.signs(self.registry, text);
        let mut read = 0;
        while let Some((first, sign)) = signs.peek() {
            let is_member = matches!(sign, Sign::Member);
            let lone = if is_member { walk.lone_error(read, &mut signs, &mut on_hit) } else { None };
            read = lone.unwrap_or_else(|| {
                signs.go_to(first);
                let record = record::around(text, read, first);
                walk.record(record.clone(), &mut signs, &mut on_hit);
                record.end
            });
        }
        walk.line_ends()
    }
}
