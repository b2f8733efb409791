//! `cargo xtask coverage`: how many lines of the core its tests and those of the command reach. The examples of the
//! documentation, which are tests as well, are not counted: only nightly compilers can.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context as _;
use serde::Deserialize;
use xshell::{Shell, cmd};

use crate::tools::{self, apt};
use crate::workspace;

/// The report of LLVM, of which only this matters.
#[derive(Deserialize)]
struct Report {
    data: [Export; 1],
}

#[derive(Deserialize)]
struct Export {
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    filename: String,
    summary: Summary,
}

#[derive(Deserialize)]
struct Summary {
    lines: Lines,
}

/// Lines that hold code, and those of them that ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
struct Lines {
    count: u64,
    covered: u64,
}

/// Runs the tests, prints a table of the modules, and writes which lines did not run into `target/coverage`.
pub(crate) fn run() -> anyhow::Result<()> {
    let shell = workspace::shell()?;
    let cargo_llvm_cov = tools::cargo::provide(&shell, "cargo-llvm-cov", "0.9.1")?;
    provide_llvm(&shell)?;
    let folder = workspace::target().join("coverage");
    workspace::empty(&folder)?;
    let summary = folder.join("summary.json");
    let packages = ["--package", "kuzzle-errors", "--package", "kuzzle-errors-cli"];
    cmd!(shell, "{cargo_llvm_cov} llvm-cov {packages...} --json --summary-only --output-path {summary}").run()?;
    cmd!(shell, "{cargo_llvm_cov} llvm-cov report --html --output-dir {folder}").run()?;
    let report: Report = serde_json::from_str(&shell.read_file(&summary)?).context("LLVM's report")?;
    let [Export { files }] = report.data;
    print!("{}", table(&by_module(&files, &workspace::root().join("core/src"))));
    println!("\nevery line: {}", folder.join("html/index.html").display());
    Ok(())
}

/// Sees to it that cargo-llvm-cov finds LLVM's tools: those of rustup where they are installed, else Debian's of the
/// version that the compiler has.
fn provide_llvm(shell: &Shell) -> anyhow::Result<()> {
    let libraries = cmd!(shell, "rustc --print target-libdir").quiet().read()?;
    if Path::new(&libraries).with_file_name("bin").join("llvm-cov").is_file() {
        return Ok(());
    }
    let about = cmd!(shell, "rustc --version --verbose").quiet().read()?;
    let version = about.lines().find_map(|line| line.strip_prefix("LLVM version: "));
    let major = version.and_then(|version| version.split('.').next()).context("rustc names no version of LLVM")?;
    for (variable, tool) in [("LLVM_COV", "llvm-cov"), ("LLVM_PROFDATA", "llvm-profdata")] {
        let tool = format!("{tool}-{major}");
        apt::require(shell, &tool, &format!("llvm-{major}"))?;
        shell.set_var(variable, tool);
    }
    Ok(())
}

/// The files below a folder by what stands there: `render.rs` and all in `render` are `render`.
fn by_module<'f>(files: &'f [File], folder: &Path) -> BTreeMap<&'f str, Lines> {
    let mut modules: BTreeMap<&str, Lines> = BTreeMap::new();
    for file in files {
        let path = Path::new(&file.filename).strip_prefix(folder).ok();
        let first = path.and_then(|path| path.components().next()?.as_os_str().to_str());
        let Some(first) = first else { continue };
        let sum = modules.entry(first.trim_end_matches(".rs")).or_default();
        sum.count += file.summary.lines.count;
        sum.covered += file.summary.lines.covered;
    }
    modules
}

/// The modules as a table in Markdown, with all together as its last row.
fn table(modules: &BTreeMap<&str, Lines>) -> String {
    let all = modules.values().fold(Lines::default(), |sum, lines| Lines {
        count: sum.count + lines.count,
        covered: sum.covered + lines.covered,
    });
    let rows = modules.iter().map(|(name, lines)| (format!("`{name}`"), *lines)).chain([("all".to_owned(), all)]);
    let rows = rows.map(|(name, Lines { count, covered })| {
        // Rounded down: only what is reached entirely is 100 %.
        let tenths = covered * 1000 / count.max(1);
        format!("| {name} | {count} | {} | {}.{} % |\n", count - covered, tenths / 10, tenths % 10)
    });
    "| module | lines | not reached | reached |\n| --- | --: | --: | --: |\n".to_owned() + &rows.collect::<String>()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_counted_by_module() {
        let report = r#"{"data": [{"files": [
            {"filename": "/here/core/src/render.rs", "summary": {"lines": {"count": 100, "covered": 100, "percent": 100}}},
            {"filename": "/here/core/src/render/big.rs", "summary": {"lines": {"count": 900, "covered": 899}}},
            {"filename": "/here/core/src/code.rs", "summary": {"lines": {"count": 10, "covered": 10}}},
            {"filename": "/here/cli/src/code.rs", "summary": {"lines": {"count": 10, "covered": 0}}}
        ], "totals": {}}]}"#;
        let report: Report = serde_json::from_str(report).unwrap();
        let modules = by_module(&report.data[0].files, Path::new("/here/core/src"));
        let expected = [
            "| module | lines | not reached | reached |",
            "| --- | --: | --: | --: |",
            "| `code` | 10 | 0 | 100.0 % |",
            "| `render` | 1000 | 1 | 99.9 % |",
            "| all | 1010 | 1 | 99.9 % |",
        ];
        assert_eq!(table(&modules).lines().collect::<Vec<_>>(), expected);
    }
}
