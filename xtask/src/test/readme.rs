//! The examples of README.md and of the guide, run as they are written; those in Rust run with the documentation tests of
//! the core.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use xshell::{Shell, cmd};

use crate::tools::python::Environment;
use crate::{package, workspace};

/// The command that runs this very step.
const TEST_COMMAND: &str = "cargo xtask test";

/// The pages with examples. The READMEs of the packages are read by the tests of the packages.
const PAGES: [&str; 4] = ["README.md", "docs/guide/index.md", "docs/guide/why.md", "docs/guide/command.md"];

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let folder = workspace::target().join("test/readme");
    workspace::empty(&folder)?;
    for page in PAGES {
        let text = shell.read_file(page)?;
        for block in blocks(&text) {
            run_block(shell, &folder, &block)
                .with_context(|| format!("the example at line {} of {page}", block.line))?;
        }
    }
    Ok(())
}

fn run_block(shell: &Shell, folder: &Path, block: &Block<'_>) -> anyhow::Result<()> {
    match block.language {
        "console" => run_console(shell, &block.text),
        "c" => run_c(shell, folder, &block.text),
        "python" => run_python(shell, folder, &block.text),
        "js" => run_javascript(shell, folder, &block.text),
        "rust" | "text" => Ok(()),
        other => bail!("no way is known to run an example in {other:?}"),
    }
}

/// A fenced block of code.
pub(super) struct Block<'t> {
    pub(super) language: &'t str,
    /// The line of the opening fence, from 1.
    line: usize,
    pub(super) text: String,
}

pub(super) fn blocks(markdown: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = markdown.lines().enumerate();
    while let Some((index, line)) = lines.next() {
        let Some(language) = line.strip_prefix("```") else { continue };
        let inside = lines.by_ref().map(|(_, line)| line).take_while(|line| *line != "```");
        let text = inside.flat_map(|line| [line, "\n"]).collect();
        blocks.push(Block { language, line: index + 1, text });
    }
    blocks
}

/// Runs the lines that begin with `$ `; what stands below one must be what it prints.
fn run_console(shell: &Shell, text: &str) -> anyhow::Result<()> {
    cmd!(shell, "cargo build --quiet --package kuzzle-errors-cli").run()?;
    let programs = workspace::target().join("debug");
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap_or_default());
    for command in text.split("$ ").filter(|command| !command.is_empty()) {
        let (command, expected) = command.split_once('\n').unwrap_or((command, ""));
        if command == TEST_COMMAND {
            continue;
        }
        let printed = cmd!(shell, "bash -c {command}").env("PATH", &path).read()?;
        ensure!(!printed.is_empty(), "{command} prints nothing");
        ensure!(expected.is_empty() || printed.trim_end() == expected.trim_end(), "{command} prints\n{printed}");
    }
    Ok(())
}

fn run_c(shell: &Shell, folder: &Path, text: &str) -> anyhow::Result<()> {
    let package = package::c::make(shell)?;
    let (include, lib) = (package.join("include"), package.join("lib"));
    let source = written(folder, "example.c", text)?;
    let program = folder.join("example");
    let strict = ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror"];
    cmd!(shell, "gcc {strict...} -I {include} {source} -L {lib} -lkuzzle_errors -Wl,-rpath,{lib} -o {program}")
        .run()?;
    prints_something(&cmd!(shell, "{program}").read()?)
}

fn run_python(shell: &Shell, folder: &Path, text: &str) -> anyhow::Result<()> {
    let wheel = package::python::make(shell)?;
    let environment = Environment::create(shell, &folder.join("python"))?;
    environment.install(shell, &["--no-index".as_ref(), &wheel])?;
    let python = environment.program("python");
    let source = written(folder, "example.py", text)?;
    prints_something(&cmd!(shell, "{python} {source}").read()?)
}

fn run_javascript(shell: &Shell, folder: &Path, text: &str) -> anyhow::Result<()> {
    let tarballs = package::node::make(shell)?.both();
    written(folder, "package.json", r#"{ "private": true, "type": "module" }"#)?;
    written(folder, "example.js", text)?;
    let _directory = shell.push_dir(folder);
    cmd!(shell, "npm install --no-save --ignore-scripts --no-audit --no-fund --offline {tarballs...}").run()?;
    prints_something(&cmd!(shell, "node example.js").read()?)
}

fn written(folder: &Path, name: &str, text: &str) -> anyhow::Result<PathBuf> {
    let file = folder.join(name);
    workspace::write(&file, text)?;
    Ok(file)
}

fn prints_something(printed: &str) -> anyhow::Result<()> {
    println!("{printed}");
    ensure!(!printed.trim().is_empty(), "the example prints nothing");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fenced_blocks_are_found() {
        let found = blocks("text\n```c\nint x;\n\n```\nmore\n```console\n$ a\nb\n```\n");
        let found: Vec<_> = found.iter().map(|block| (block.language, block.line, block.text.as_str())).collect();
        assert_eq!(found, [("c", 2, "int x;\n\n"), ("console", 7, "$ a\nb\n")]);
    }
}
