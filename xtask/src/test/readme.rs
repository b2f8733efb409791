//! The examples of the READMEs and of the pages, run as they are written; those in Rust run with the documentation tests
//! of the core.

mod languages;
mod shell;

use anyhow::{Context as _, bail};
use xshell::Shell;

use self::languages::Packages;
use crate::workspace;

/// The pages with examples. The README of the Python package is read by its tests, which need more than it.
const PAGES: [&str; 10] = [
    "README.md",
    "bindings-node/README.md",
    "bindings-wasm/README.md",
    "docs/guide/command.md",
    "docs/guide/index.md",
    "docs/guide/why.md",
    "docs/scan.md",
    "docs/testing.md",
    "explorer/README.md",
    "ffi-c/README.md",
];

/// Pages for those who have a project of their own; every other page speaks of this one.
const GUIDE: &str = "docs/guide/";

/// The page whose recipes are run by a step of their own.
const RECIPES: &str = "docs/scan.md";

pub(super) fn run(shell: &Shell) -> anyhow::Result<()> {
    let folder = workspace::target().join("test/readme");
    workspace::empty(&folder)?;
    let packages = Packages::install(shell, &folder)?;
    for page in PAGES {
        let text = shell.read_file(page)?;
        let _directory = page.starts_with(GUIDE).then(|| shell.push_dir(&folder));
        for block in blocks(&text) {
            let is_recipe = page == RECIPES && ["python", "sql"].contains(&block.language);
            if !is_recipe {
                run_block(shell, &packages, &block)
                    .with_context(|| format!("the example at line {} of {page}", block.line))?;
            }
        }
    }
    Ok(())
}

fn run_block(shell: &Shell, packages: &Packages, block: &Block<'_>) -> anyhow::Result<()> {
    match block.language {
        "console" => shell::run_console(shell, &block.text),
        "sh" => shell::check_script(shell, &block.text),
        "c" => packages.run_c(shell, &block.text),
        "cmake" => packages.run_cmake(shell, &block.text),
        "python" => packages.run_python(shell, &block.text),
        "js" => packages.run_javascript(shell, &block.text),
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
