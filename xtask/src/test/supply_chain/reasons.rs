//! Every direct dependency has a reason in `docs/dependencies.md`, and stands there where it belongs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use xshell::Shell;

use super::{NODE_FOLDERS, Package};
use crate::workspace::SHIPPED;

/// The page that gives the reasons.
const PAGE: &str = "docs/dependencies.md";

const PYTHON_MANIFESTS: [&str; 5] = [
    "xtask/python/requirements.txt",
    "xtask/python/duckdb/requirements.txt",
    "xtask/python/pyspark/requirements.txt",
    "bindings-python/tests/requirements.txt",
    "bindings-python/benchmarks/requirements.txt",
];

/// What the manifests of this project name, in every language.
#[derive(Default)]
struct Used {
    /// The crates in what is shipped, with the names of the parts that they are in.
    shipped: BTreeMap<String, BTreeSet<&'static str>>,
    /// The crates in tests, benchmarks and tasks.
    tests: BTreeSet<String>,
    /// The packages of npm and of PyPI.
    tools: BTreeSet<String>,
}

/// Compares the page with the manifests.
pub(super) fn complain(shell: &Shell, packages: &[Package], wrong: &mut BTreeSet<String>) -> anyhow::Result<()> {
    let mut used = crates(packages);
    used.tools = tools(shell)?;
    compare(&used, &shell.read_file(PAGE)?, wrong);
    Ok(())
}

/// The crates that those of this project depend on.
fn crates(packages: &[Package]) -> Used {
    let own: Vec<_> = packages.iter().filter(|package| package.source.is_none()).collect();
    let is_own = |name: &str| own.iter().any(|package| package.name == name);
    let mut used = Used::default();
    for package in &own {
        let part = SHIPPED.iter().find(|shipped| shipped.name == package.name).map(|shipped| shipped.part);
        for dependency in package.dependencies.iter().filter(|dependency| !is_own(&dependency.name)) {
            let name = dependency.name.clone();
            match part.filter(|_| dependency.kind.as_deref() != Some("dev")) {
                Some(part) => _ = used.shipped.entry(name).or_default().insert(part),
                None => _ = used.tests.insert(name),
            }
        }
    }
    used
}

/// The packages that the manifests of Node.js and of Python name.
fn tools(shell: &Shell) -> anyhow::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for folder in NODE_FOLDERS {
        let manifest = shell.read_file(format!("{folder}/package.json"))?;
        let package: Value = serde_json::from_str(&manifest)?;
        names.extend(package["devDependencies"].as_object().into_iter().flatten().map(|(name, _)| name.clone()));
    }
    for manifest in PYTHON_MANIFESTS {
        let text = shell.read_file(manifest)?;
        let lines = text.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let name = |line: &str| line.split(['=', '[', '<', '>', ' ']).next().unwrap_or_default().to_owned();
        names.extend(lines.map(name));
    }
    Ok(names)
}

/// Each section names what is used there. What is shipped need not be named among the tests again.
fn compare(used: &Used, page: &str, wrong: &mut BTreeSet<String>) {
    let shipped = rows(page, "Shipped");
    let (tests, tools) = (rows(page, "To test and to measure"), rows(page, "Tools"));
    for (name, parts) in &used.shipped {
        match shipped.get(name) {
            None => _ = wrong.insert(format!("{PAGE}: does not say why {name} is shipped")),
            Some(cells) if parts_in(cells) != *parts => {
                wrong.insert(format!("{PAGE}: {name} is in {parts:?}, not in {:?}", parts_in(cells)));
            }
            Some(_) => {}
        }
    }
    let unexplained = used.tests.iter().filter(|&name| !tests.contains_key(name) && !shipped.contains_key(name));
    let unexplained = unexplained.chain(used.tools.iter().filter(|&name| !tools.contains_key(name)));
    wrong.extend(unexplained.map(|name| format!("{PAGE}: does not say why {name} is there")));

    let unused = shipped.keys().filter(|&name| !used.shipped.contains_key(name));
    wrong.extend(unused.map(|name| format!("{PAGE}: {name} is not shipped")));
    let unused = tests.keys().filter(|&name| !used.tests.contains(name));
    let unused = unused.chain(tools.keys().filter(|&name| !used.tools.contains(name)));
    wrong.extend(unused.map(|name| format!("{PAGE}: nobody uses {name}")));
}

/// The names in the first columns of a section's tables, each with the second column.
fn rows(page: &str, heading: &str) -> BTreeMap<String, String> {
    let section = page.split("\n## ").find_map(|section| section.strip_prefix(heading)).unwrap_or_default();
    let mut rows = BTreeMap::new();
    for line in section.lines().filter_map(|line| line.strip_prefix("| `")) {
        let mut cells = line.split(" | ");
        let (names, second) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        rows.extend(names.split(", ").map(|name| (name.trim_matches('`').to_owned(), second.to_owned())));
    }
    rows
}

/// The parts that a cell names; it may say more of them.
fn parts_in(cell: &str) -> BTreeSet<&'static str> {
    let is_named = |part: &str| cell.split(", ").any(|word| word == part);
    SHIPPED.iter().map(|shipped| shipped.part).filter(|part| is_named(part)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Dependency;
    use super::*;

    const USED: &str = "# Dependencies\n\n## Shipped\n\n| crate | in | why |\n| --- | --- | --- |\n\
                        | `a`, `b` | core, with `x`, Node.js | Why. |\n\n## To test and to measure\n\n| `c` | tests | Why. |\n\
                        \n## Tools\n\n| npm package | why |\n| `@d/d` | Why. |\n";

    fn complaints(page: &str) -> Vec<String> {
        let parts = || BTreeSet::from(["core", "Node.js"]);
        let used = Used {
            shipped: BTreeMap::from([("a".to_owned(), parts()), ("b".to_owned(), parts())]),
            tests: BTreeSet::from(["a".to_owned(), "c".to_owned()]),
            tools: BTreeSet::from(["@d/d".to_owned()]),
        };
        let mut wrong = BTreeSet::new();
        compare(&used, page, &mut wrong);
        wrong.into_iter().map(|complaint| complaint.replace("docs/dependencies.md: ", "")).collect()
    }

    #[test]
    fn what_is_used_and_what_is_explained_are_the_same() {
        assert_eq!(complaints(USED), [""; 0]);
        assert_eq!(complaints(&USED.replace("`c`", "`e`")), ["does not say why c is there", "nobody uses e"]);
        assert_eq!(complaints(&USED.replace("`@d/d`", "`d`")), ["does not say why @d/d is there", "nobody uses d"]);
    }

    #[test]
    fn what_is_shipped_stands_among_what_is_shipped() {
        let moved = USED.replace("`a`, `b`", "`b`").replace("`c`", "`c`, `a`");
        assert_eq!(complaints(&moved), ["does not say why a is shipped"]);
        let moved = USED.replace("`a`, `b`", "`a`, `b`, `c`").replace("| `c` | tests | Why. |\n", "");
        assert_eq!(complaints(&moved), ["c is not shipped"]);
    }

    #[test]
    fn what_is_shipped_is_in_the_parts_that_are_named() {
        let page = USED.replace("core, with `x`, Node.js", "core");
        let expected = ["a", "b"].map(|name| format!(r#"{name} is in {{"Node.js", "core"}}, not in {{"core"}}"#));
        assert_eq!(complaints(&page), expected);
    }

    #[test]
    fn the_kind_of_a_dependency_decides() {
        let dependency = |name: &str, kind: Option<&str>| Dependency { name: name.into(), kind: kind.map(Into::into) };
        let package = |name: &str, dependencies| Package { name: name.into(), dependencies, ..Package::default() };
        let used = crates(&[
            package("kuzzle-errors-node", vec![dependency("a", None), dependency("b", Some("build"))]),
            package("kuzzle-errors", vec![dependency("a", Some("dev"))]),
            package("xtask", vec![dependency("c", None), dependency("kuzzle-errors", None)]),
        ]);
        let parts = BTreeSet::from(["Node.js"]);
        assert_eq!(used.shipped, BTreeMap::from([("a".to_owned(), parts.clone()), ("b".to_owned(), parts)]));
        assert_eq!(used.tests, BTreeSet::from(["a".to_owned(), "c".to_owned()]));
    }
}
