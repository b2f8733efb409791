//! Releases in words.

use kuzzle_errors::{Definition, Release, ReleaseRange};

/// `1.10.5 to 1.12.0`; `2.0.0 and later` for a line that goes on.
pub(crate) fn range(first: Release, last: Option<Release>) -> String {
    match last {
        None => format!("{first} and later"),
        Some(last) if last == first => first.to_string(),
        Some(last) => format!("{first} to {last}"),
    }
}

/// The lines of a definition: `1.10.5 to 1.12.0, 2.0.0 and later`; `None` for custom definitions.
pub(crate) fn lines(definition: Definition<'_>) -> Option<String> {
    let lines: Vec<String> = definition.releases().map(|line: ReleaseRange| range(line.first(), line.last())).collect();
    (!lines.is_empty()).then(|| lines.join(", "))
}
