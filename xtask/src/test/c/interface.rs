//! What the header declares is what the library has, and stays as it is.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::ensure;
use xshell::{Shell, cmd};

use super::STRICT;

/// Compilers with the languages in which they must accept the header.
const LANGUAGES: [(&str, &str, &str); 8] = [
    ("gcc", "c", "c99"),
    ("gcc", "c", "c11"),
    ("g++", "c++", "c++11"),
    ("g++", "c++", "c++17"),
    ("clang", "c", "c99"),
    ("clang", "c", "c11"),
    ("clang++", "c++", "c++11"),
    ("clang++", "c++", "c++17"),
];

/// Every compiler accepts the header in every language, all its macros unfolded, and the header alone.
pub(super) fn check_header(shell: &Shell, package: &Path) -> anyhow::Result<()> {
    let include = package.join("include");
    for (compiler, language, standard) in LANGUAGES {
        let options = [&format!("-std={standard}"), "-x", language, "-fsyntax-only"];
        cmd!(shell, "{compiler} {options...} {STRICT...} -I {include} ffi-c/tests/lookups.c").run()?;
        cmd!(shell, "{compiler} {options...} {STRICT...} -I {include} -include kuzzle_errors.h /dev/null").run()?;
    }
    Ok(())
}

/// The shared library exports the functions that the header declares and `symbols.txt` lists, and nothing else.
pub(super) fn check_symbols(shell: &Shell, package: &Path) -> anyhow::Result<()> {
    let library = package.join("lib/libkuzzle_errors.so");
    let listing = cmd!(shell, "nm --dynamic --defined-only {library}").quiet().read()?;
    let exported: BTreeSet<&str> = listing.lines().filter_map(|line| line.split_whitespace().nth(2)).collect();

    let list = shell.read_file("ffi-c/tests/symbols.txt")?;
    let listed: BTreeSet<&str> = list.lines().collect();
    let difference: Vec<_> = exported.symmetric_difference(&listed).collect();
    ensure!(
        difference.is_empty(),
        "exported, but not in ffi-c/tests/symbols.txt, or there and not exported: {difference:?}"
    );

    let header = shell.read_file(package.join("include/kuzzle_errors.h"))?;
    let declared: BTreeSet<&str> = declarations(&header).collect();
    let difference: Vec<_> = exported.symmetric_difference(&declared).collect();
    ensure!(difference.is_empty(), "exported, but not in the header, or there and not exported: {difference:?}");
    Ok(())
}

/// The functions that a header declares: each begins a line, and its name ends at the parenthesis.
fn declarations(header: &str) -> impl Iterator<Item = &str> {
    let begins = |line: &&str| line.starts_with(|first: char| first.is_ascii_lowercase());
    let lines =
        header.lines().filter(begins).filter(|line| !line.starts_with("static ") && !line.starts_with("typedef "));
    lines.filter_map(|line| line.split_once('(')?.0.rsplit([' ', '*']).next())
}

/// Sizes and offsets are those of `layouts.txt`, which has every struct of the header.
pub(super) fn check_layouts(shell: &Shell, package: &Path, out: &Path) -> anyhow::Result<()> {
    let include = package.join("include");
    let program = out.join("layouts");
    cmd!(shell, "gcc -std=c99 {STRICT...} -I {include} ffi-c/tests/layouts.c -o {program}").run()?;
    let found = cmd!(shell, "{program}").quiet().read()?;
    let listed = shell.read_file("ffi-c/tests/layouts.txt")?;
    ensure!(found.trim() == listed.trim(), "the layouts are not those of ffi-c/tests/layouts.txt:\n{found}");

    let header = shell.read_file(include.join("kuzzle_errors.h"))?;
    for line in header.lines() {
        let Some(name) = line.strip_prefix("typedef struct ").and_then(|rest| rest.strip_suffix(" {")) else {
            continue;
        };
        let is_listed = listed.lines().any(|line| line.split(' ').next() == Some(name));
        ensure!(is_listed, "ffi-c/tests/layouts.c does not print {name}");
    }
    let is_member = |line: &&str| {
        let declaration = line.strip_prefix("  ").filter(|rest| rest.ends_with(';') && !rest.contains(" = "));
        declaration.is_some_and(|rest| !rest.starts_with(' ') && !rest.starts_with("return"))
    };
    let count = header.lines().filter(is_member).count();
    let listed_members = listed.lines().filter(|line| line.starts_with("  ")).count();
    ensure!(count == listed_members, "the header has {count} members, ffi-c/tests/layouts.txt {listed_members}");
    Ok(())
}
