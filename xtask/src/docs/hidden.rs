//! Lines that are there for the tests of examples in Rust, and that rustdoc shows nobody.

use std::fs;
use std::path::Path;

use crate::workspace;

/// Takes them out of the pages in a folder.
pub(super) fn remove(folder: &Path) -> anyhow::Result<()> {
    for entry in fs::read_dir(folder)? {
        let page = entry?.path();
        if page.extension().is_some_and(|extension| extension == "md") {
            workspace::write(&page, without(&fs::read_to_string(&page)?))?;
        }
    }
    Ok(())
}

fn without(page: &str) -> String {
    let mut in_rust = false;
    let is_shown = |line: &&str| {
        if line.starts_with("```") {
            in_rust = *line == "```rust";
        }
        !in_rust || !line.starts_with("# ")
    };
    page.lines().filter(is_shown).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hidden_lines_of_rust_go() {
        let page = "# A\n```rust\n#[test]\nlet a = 1;\n# Ok(())\n```\n# B\n```sh\n# c\n```\n";
        assert_eq!(without(page), page.replace("# Ok(())\n", ""));
    }
}
