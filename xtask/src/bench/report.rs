//! What a run of benchmarks leaves: for each area a page and a plot in `docs/benchmarks`.

use std::fmt::{self, Write as _};
use std::fs;

use xshell::{Shell, cmd};

use super::group::{Figure, Group};
use super::{Area, plot};
use crate::workspace;

/// All that one area's benchmarks found.
///
/// How an area makes one:
///
/// ```ignore
/// pub(super) fn measure(shell: &Shell) -> anyhow::Result<Report> {
///     let answer = cmd!(shell, "node bindings-node/benchmarks/peers.mjs").quiet().read()?;
///     Ok(Report::new(Group::read(&answer)?).version(cmd!(shell, "node --version").quiet().read()?))
/// }
/// ```
///
/// and a row in `AREAS` names it. Programs print what [`Group::read`] reads.
pub(super) struct Report {
    groups: Vec<Group>,
    /// What was measured and with what, one line each.
    versions: Vec<String>,
}

impl Report {
    pub(super) fn new(groups: Vec<Group>) -> Self {
        Self { groups, versions: Vec::new() }
    }

    /// Adds a line that names a program or a peer with its version: `gcc 12.2.0`.
    pub(super) fn version(mut self, version: impl Into<String>) -> Self {
        self.versions.push(version.into());
        self
    }

    /// Writes the page and the plot of an area.
    pub(super) fn write(&self, shell: &Shell, area: &Area) -> anyhow::Result<()> {
        let folder = shell.create_dir(workspace::root().join("docs/benchmarks"))?;
        workspace::write(&folder.join(format!("{}.svg", area.name)), plot::draw(area.title, &self.groups))?;
        let page = self.page(area, &machine(shell)?);
        workspace::write(&folder.join(format!("{}.md", area.name)), page)
    }

    fn page(&self, area: &Area, machine: &str) -> String {
        let Area { name, title, about, .. } = area;
        let mut page = format!(
            "<!-- Written by `cargo xtask bench {name}`; do not edit. -->\n\n# {title}\n\n{about}\n\n\
             ![The same figures as a plot]({name}.svg)\n"
        );
        for group in &self.groups {
            add_table(&mut page, group);
        }
        _ = write!(page, "\n## How it was measured\n\n```sh\ncargo xtask bench {name}\n```\n\n- {machine}\n");
        for version in &self.versions {
            _ = writeln!(page, "- {version}");
        }
        page
    }
}

/// For the terminal.
impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.groups.iter().try_for_each(|group| group.fmt(formatter))
    }
}

fn add_table(page: &mut String, group: &Group) {
    let (name, unit) = (&group.name, group.unit.symbol());
    let better = if group.unit.more_is_better() { ", more is better" } else { "" };
    _ = write!(page, "\n## {name}\n\n| ours / theirs | {unit}{better} | |\n| ---: | ---: | --- |\n");
    for row in group.rows() {
        let bold = if row.is_ours() { "**" } else { "" };
        let ratio = group.ratio(row).map(|ratio| format!("{ratio:.2}")).unwrap_or_default();
        let ratio = if ratio.is_empty() { ratio } else { format!("{bold}{ratio}{bold}") };
        let name = row.name.replace('|', "\\|");
        _ = writeln!(page, "| {ratio} | {bold}{}{bold} | {bold}{name}{bold} |", Figure(row.figure));
    }
    if let Some(baseline) = group.baseline() {
        _ = writeln!(page, "\nOf each figure {} {unit} are the loop itself.", Figure(baseline));
    }
}

/// Processor, system, compiler and this project's version, in one line.
fn machine(shell: &Shell) -> anyhow::Result<String> {
    let processors = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = processors.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    let model = model.map_or(std::env::consts::ARCH, |(_, model)| model);
    let cores = std::thread::available_parallelism()?;
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let system = system.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    let system = system.unwrap_or(std::env::consts::OS).trim_matches('"');
    let rustc = cmd!(shell, "rustc --version").quiet().read()?;
    let rustc = rustc.split(" (").next().unwrap_or_default();
    let version = env!("CARGO_PKG_VERSION");
    Ok(format!("{model}, {cores} cores, {system}, {rustc}, kuzzle-errors {version}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_the_ratios_first_and_says_how_it_was_measured() {
        let groups = Group::read("look-up\tloop alone\t1\nlook-up\tkuzzle-errors\t2\nlook-up\tother|2\t8\n").unwrap();
        let measure = |_: &Shell| Ok(Report::new(Vec::new()));
        let area = Area { name: "c", title: "The C library", about: "Beside its peers.", measure };
        let page = Report::new(groups).version("gcc 12").page(&area, "a machine");
        let table = "## look-up\n\n| ours / theirs | ns | |\n| ---: | ---: | --- |\n\
                     | **1.00** | **2** | **kuzzle-errors** |\n| 0.25 | 8 | other\\|2 |\n\n\
                     Of each figure 1 ns are the loop itself.\n";
        assert!(page.contains(table), "{page}");
        assert!(page.ends_with("```sh\ncargo xtask bench c\n```\n\n- a machine\n- gcc 12\n"), "{page}");
    }
}
