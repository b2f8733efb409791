//! `cargo xtask docs`: the documentation as one site of static pages, with the explorer in it, in `target/package/docs`.
//!
//! Pages stand in `docs/`. Those about the errors are made from the registry, those about the packages from their
//! READMEs, so that nothing is written twice. VitePress builds all of them and fails over pages that are linked and not
//! there; what is linked within pages is checked here.

mod errors;
mod hidden;
pub(crate) mod links;
mod readmes;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use xshell::{Shell, cmd};

use crate::tools::node::Packages;
use crate::{bench, package, workspace};

/// Builds the site and answers its folder.
pub(crate) fn make(shell: &Shell) -> anyhow::Result<PathBuf> {
    let tools = Packages::provide_from(shell, "docs")?;
    let site = workspace::target().join("docs/site");
    workspace::empty(&site)?;
    copy(&workspace::root().join("docs"), &site)?;
    errors::write(&site.join("errors"))?;
    readmes::write(&site)?;
    hidden::remove(&site.join("guide"))?;
    write_benchmarks(&site.join("benchmarks"))?;
    workspace::link(&tools.modules(), &site.join("node_modules"))?;

    let output = workspace::target().join("package/docs");
    workspace::empty(&output)?;
    let vitepress = tools.program("vitepress");
    cmd!(shell, "{vitepress} build {site} --outDir {output}").run()?;
    copy(&package::explorer::make(shell)?, &output.join("explorer"))?;
    links::check(&output)?;
    Ok(output)
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("cannot read {}", from.display()))? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The page that shows the benchmarks of all areas.
fn write_benchmarks(folder: &Path) -> anyhow::Result<()> {
    let mut areas: Vec<String> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "md") {
            areas.extend(path.file_stem().map(|name| name.display().to_string()));
        }
    }
    areas.sort();
    let mut page = format!(
        "# Benchmarks\n\nEach area beside the usual tools of its language, measured in one run. {}\n",
        bench::reading_of_ratios()
    );
    for area in areas {
        let title = fs::read_to_string(folder.join(&area).with_extension("md"))?;
        let title = title.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or(&area).to_owned();
        _ = write!(page, "\n## [{title}](./{area})\n\n![{title}]({area}.svg)\n");
    }
    workspace::write(&folder.join("index.md"), page)
}
