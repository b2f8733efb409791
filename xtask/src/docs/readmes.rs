//! The pages that are the README of a package.

use std::fs;
use std::path::Path;

use anyhow::Context as _;

use crate::workspace;

/// The README, the page, and the heading that the page gets.
const PAGES: [(&str, &str, &str); 6] = [
    ("core/README.md", "guide/rust.md", "Rust"),
    ("ffi-c/README.md", "guide/c.md", "C and C++"),
    ("bindings-python/README.md", "guide/python.md", "Python"),
    ("bindings-node/README.md", "guide/node.md", "Node.js"),
    ("bindings-wasm/README.md", "guide/browser.md", "Browser"),
    ("vectors/README.md", "vectors.md", "Conformance vectors"),
];

/// Writes them into a site.
pub(super) fn write(site: &Path) -> anyhow::Result<()> {
    for (readme, page, heading) in PAGES {
        let text =
            fs::read_to_string(workspace::root().join(readme)).with_context(|| format!("cannot read {readme}"))?;
        workspace::write(&site.join(page), page_of(&text, heading))?;
    }
    Ok(())
}

/// A README under another heading, without links to files that the site doesn't have.
fn page_of(readme: &str, heading: &str) -> String {
    let mut page = format!("# {heading}\n");
    let mut in_code = false;
    for line in readme.lines().skip_while(|line| !line.starts_with("# ")).skip(1) {
        in_code ^= line.starts_with("```");
        page += &if in_code { line.to_owned() } else { without_foreign_links(line) };
        page.push('\n');
    }
    page
}

/// `[text](file)` becomes `text`; links with a scheme or to a place on the page stay.
fn without_foreign_links(line: &str) -> String {
    let mut kept = String::new();
    let mut rest = line;
    while let Some((before, from)) = rest.split_once('[') {
        kept += before;
        let found = from.split_once("](").and_then(|(text, more)| {
            let (target, after) = more.split_once(')')?;
            Some((text, target, after))
        });
        match found {
            Some((text, target, after)) if !target.contains("://") && !target.starts_with('#') => {
                kept += text;
                rest = after;
            }
            _ => {
                kept.push('[');
                rest = from;
            }
        }
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_out_of_the_site_become_text() {
        let readme = "# kuzzle-errors-x\n\nSee [`a.h`](../a.h) and [Kuzzle](https://kuzzle.io) [here](#x), x[0].\n```c\ny[1](z)\n```\n";
        let expected = "# X\n\nSee `a.h` and [Kuzzle](https://kuzzle.io) [here](#x), x[0].\n```c\ny[1](z)\n```\n";
        assert_eq!(page_of(readme, "X"), expected);
    }
}
