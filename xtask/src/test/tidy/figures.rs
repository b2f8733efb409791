//! The ratios in READMEs are those of the benchmark pages that they were copied from.

use xshell::Shell;

/// The READMEs that copy ratios, written `0.35 ×`, and the pages that `cargo xtask bench` writes.
const COPIES: [(&str, &str); 4] = [
    ("bindings-node/README.md", "docs/benchmarks/node.md"),
    ("bindings-python/README.md", "docs/benchmarks/python.md"),
    ("bindings-wasm/README.md", "docs/benchmarks/browser.md"),
    ("ffi-c/README.md", "docs/benchmarks/c.md"),
];

pub(super) fn check(shell: &Shell, wrong: &mut Vec<String>) -> anyhow::Result<()> {
    for (readme, page) in COPIES {
        let unknown = unknown_ratios(&shell.read_file(readme)?, &shell.read_file(page)?);
        wrong.extend(unknown.into_iter().map(|ratio| format!("{readme}: {page} has no ratio {ratio}")));
    }
    Ok(())
}

/// The ratios of a README that are none of a page's, rounded as the README has them.
fn unknown_ratios(readme: &str, page: &str) -> Vec<String> {
    let first_cell = |line: &str| line.strip_prefix("| ")?.split(" | ").next()?.trim_matches('*').parse().ok();
    let ratios: Vec<f64> = page.lines().filter_map(first_cell).collect();
    let is_known = |copy: &str| {
        let decimals = copy.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        ratios.iter().any(|ratio| format!("{ratio:.decimals$}") == copy)
    };
    let words: Vec<&str> = readme.split_whitespace().collect();
    let copies = words.windows(2).filter(|pair| pair[1].starts_with('×')).map(|pair| pair[0]);
    copies.filter(|copy| !is_known(copy)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_stand_in_the_page_that_they_are_of() {
        let page = "## look-up\n\n| ours / theirs | ns | |\n| ---: | ---: | --- |\n| **1.00** | **2** | **ours** |\n\
                    | 1.39 | 1.44 | Map.get |\n|  | 3 | other |\n";
        assert_eq!(unknown_ratios("| look-up | 1.39 ×, 1.4 × `Map.get`, 2 ns |", page), [""; 0]);
        assert_eq!(unknown_ratios("1.44 ×\n1.38 × `Map.get`, 0.3 × it", page), ["1.44", "1.38", "0.3"]);
    }
}
