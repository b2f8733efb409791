//! Markdown, laid out as the error codes page of Kuzzle's 1.x documentation.

use std::io::{self, Write};

use kuzzle_errors::{Definition, Release, ReleaseRange};

use crate::markdown::cell;
use crate::streams::Output;

/// The page has one more column in its second line; no renderer takes that for a table, so it is not repeated.
const TABLE_HEAD: &str = "| Id | Error Type (Status Code)             | Message           |\n\
                          | ------ | -----------------| ------------------ |";

/// A heading for each domain and each subdomain, and a table below the latter.
pub(super) fn write(rows: &[Definition<'_>], release: Option<Release>, output: &mut Output<'_>) -> io::Result<()> {
    let mut rows = rows.to_vec();
    // Domains that share a number, as those of applications do, would take turns.
    rows.sort_by_key(|row| (row.code().domain(), row.domain(), row.code().subdomain(), row.subdomain()));
    for (position, domain) in rows.chunk_by(|one, other| one.domain() == other.domain()).enumerate() {
        let separator = if position > 0 { "\n" } else { "" };
        writeln!(output, "{separator}## 0x{:02x}: {}", domain[0].code().domain(), domain[0].domain())?;
        for subdomain in domain.chunk_by(|one, other| one.subdomain() == other.subdomain()) {
            let code = subdomain[0].code();
            let number = u16::from_be_bytes([code.domain(), code.subdomain()]);
            writeln!(output, "\n### Subdomain: {number:#06x}: {}\n\n{TABLE_HEAD}", subdomain[0].subdomain())?;
            for row in subdomain {
                writeln!(output, "{}", line(*row, release))?;
            }
        }
    }
    Ok(())
}

/// One row of a table.
fn line(row: Definition<'_>, release: Option<Release>) -> String {
    let (id, code, class, status) = (cell(row.id()), row.code(), row.class(), row.status());
    let deprecated =
        row.deprecated_in(release).map(|since| format!(" deprecated: {}", cell(since))).unwrap_or_default();
    let page = class_page(row, release);
    let anchor = class.name().to_lowercase();
    let description = cell(row.description());
    format!(
        "| {id}<br/><pre>{code}</pre>{deprecated} | [{class}]({page}#{anchor}) <pre>({status})</pre> | {description} |"
    )
}

/// Where the documentation of a line of releases explains the classes; the 1.x page's links stay within its site.
fn class_page(row: Definition<'_>, release: Option<Release>) -> &'static str {
    let newest = row.releases().last().map(ReleaseRange::major);
    match release.map(Release::major).or(newest) {
        Some(1) => "/core/1/api/essentials/errors/handling",
        _ => "https://docs.kuzzle.io/core/2/api/errors/types/",
    }
}
