//! `cargo xtask bench`: the benchmarks, area by area, each beside its peers; the ratios come first. Every area leaves a
//! page and a plot in `docs/benchmarks`.

mod browser;
mod c;
mod criterion;
mod group;
mod node;
mod plot;
mod python;
mod report;
mod rust;
pub(crate) mod scan;

use anyhow::ensure;
use clap::builder::PossibleValue;
use xshell::Shell;

pub(crate) use self::group::reading_of_ratios;
use self::report::Report;
use crate::workspace;

/// The name under which every group measures this project.
const OURS: &str = "kuzzle-errors";

/// A loop without the work that is measured: what measuring itself costs.
const BASELINE: &str = "loop alone";

/// Benchmarks that run and are reported together.
struct Area {
    /// Its name on the command line, and that of its files.
    name: &'static str,
    /// The heading of its page.
    title: &'static str,
    /// What is measured, beside what, for the reader of the page.
    about: &'static str,
    measure: fn(&Shell) -> anyhow::Result<Report>,
}

const AREAS: [Area; 6] = [
    Area {
        name: rust::AREA,
        title: "The Rust crate",
        about: "Look-ups in random order over all definitions, errors built, read and written, registries loaded, \
                beside the usual maps of Rust and the error tables of http and tokio-postgres.",
        measure: rust::measure,
    },
    Area {
        name: "c",
        title: "The C library",
        about: "Look-ups through the shared library, in random order over all keys, beside librdkafka's error table, \
                glibc's names of errno and bsearch; and what the library weighs.",
        measure: c::measure,
    },
    Area {
        name: "python",
        title: "The Python package",
        about: "Look-ups, errors built and read, and the import, beside a dict, psycopg, grpc and http.",
        measure: python::measure,
    },
    Area {
        name: "node",
        title: "The Node package",
        about: "Look-ups in random order over all definitions, errors built and read, and what it takes to load, beside \
                a Map, a class with four fields, the modules of Kuzzle 1 and 2, and kuzzle-sdk.",
        measure: node::measure,
    },
    Area {
        name: "scan",
        title: "kuzzle-errors scan",
        about: "Errors counted by id in logs of one gigabyte, 30 % of whose lines hold one, beside what people write \
                for it today; the logs are in memory, and all count the same.",
        measure: scan::measure,
    },
    Area {
        name: "browser",
        title: "The browser package",
        about: "Look-ups in random order over all definitions, errors built and read, the start, all in Chromium \
                beside plain JavaScript; and what a page downloads.",
        measure: browser::measure,
    },
];

/// The areas as the command line takes and explains them.
pub(crate) fn areas() -> impl Iterator<Item = PossibleValue> {
    AREAS.iter().map(|area| PossibleValue::new(area.name).help(area.title))
}

/// Measures the named areas, all where none is named, prints their tables and writes their pages.
///
/// With a filter, which only the area of Rust takes, only the benchmarks whose names hold it run, and no page is
/// written.
pub(crate) fn run(names: &[String], filter: Option<&str>) -> anyhow::Result<()> {
    let shell = workspace::shell()?;
    if let Some(filter) = filter {
        ensure!(names == [rust::AREA], "only the area {} has a filter", rust::AREA);
        print!("{}", Report::new(rust::criterion(&shell, filter)?));
        return Ok(());
    }
    for area in AREAS.iter().filter(|area| names.is_empty() || names.iter().any(|name| name == area.name)) {
        let report = (area.measure)(&shell)?;
        println!("\n=== {}{report}", area.title);
        report.write(&shell, area)?;
    }
    Ok(())
}
